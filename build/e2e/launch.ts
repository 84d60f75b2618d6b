// What an end-to-end test starts from: the app in the Electron of this machine, on a screen of its own.
//
// Each Playwright worker has its own virtual screen, so that two windows never take each other's focus. Each test has
// its own folder for the app's data, kept for the whole test, so that starting twice is starting again.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication } from '@playwright/test';
import { closeApp } from '../runtime/close-app.ts';
import { root } from '../runtime/places.ts';
import {
  type Runtime,
  resolveRuntime,
  runtimeArguments,
  runtimeEnvironment,
} from '../runtime/resolve-runtime.ts';
import { startVirtualDisplay } from '../runtime/virtual-display.ts';
import { testAppDir } from '../vite/build-app.ts';

export interface LaunchOptions {
  /** 'harness' (tests/e2e/harness, with fakes for clock, dialogs, printer and notifier) or the app as shipped. */
  app?: 'harness' | 'shipped';
  args?: readonly string[];
  env?: Record<string, string>;
  /** The app's data folder; the test's own when not given. */
  userData?: string;
  /** Another program to start in place of Electron: a packed app, which needs no folder argument. */
  packedApp?: string;
}

interface TestFixtures {
  userData: string;
  /** Starts the app; what is still running when the test ends is closed. */
  launch: (options?: LaunchOptions) => Promise<ElectronApplication>;
}

interface WorkerFixtures {
  runtime: Runtime;
  /** The DISPLAY of this worker's screen; null where the system has its own. */
  display: string | null;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  runtime: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern even when no fixture is used.
    async ({}, use) => {
      await use(await resolveRuntime({ alwaysVirtualDisplay: true, tell: () => undefined }));
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      if (process.platform !== 'linux') {
        await use(null);
        return;
      }
      const display = await startVirtualDisplay('1600x1000');
      await use(display.name);
      display.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  userData: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  launch: async ({ runtime, display, userData }, use) => {
    const apps: ElectronApplication[] = [];
    await use(async (options = {}) => {
      const folder = options.app === 'shipped' ? root : testAppDir;
      if (options.packedApp === undefined && folder === testAppDir && !existsSync(testAppDir)) {
        throw new Error(
          'out/test-app is not built: run the tests through npm, or npm run build -- --tests first.',
        );
      }
      const data = `--user-data-dir=${options.userData ?? userData}`;
      const app = await _electron.launch({
        executablePath: options.packedApp ?? runtime.electronPath,
        args: [
          ...runtimeArguments(),
          data,
          ...(options.packedApp === undefined ? [folder] : []),
          ...(options.args ?? []),
        ],
        env: runtimeEnvironment(runtime, {
          ...(display === null ? {} : { DISPLAY: display }),
          ...options.env,
        }),
        timeout: 60_000,
      });
      apps.push(app);
      return app;
    });
    for (const app of apps) await closeApp(app);
  },
});

export { expect } from '@playwright/test';
export { closeApp } from '../runtime/close-app.ts';
