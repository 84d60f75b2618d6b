// `npm start`: brings what is missing, builds what changed, opens the app.
//
// Options of its own: --once (write the picture of the first screen and stop). Everything else goes to the app.

import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ElectronApplication } from '@playwright/test';
import { closeApp } from '../runtime/close-app.ts';
import { outDir, root } from '../runtime/places.ts';
import {
  type Runtime,
  resolveRuntime,
  runtimeArguments,
  runtimeEnvironment,
} from '../runtime/resolve-runtime.ts';
import { runCommand, SetupError } from '../runtime/setup-error.ts';
import { hasDisplay, startVirtualDisplay } from '../runtime/virtual-display.ts';
import { buildApp } from '../vite/build-app.ts';

function openOnDisplay(runtime: Runtime, appArgs: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime.electronPath, [...runtimeArguments(), root, ...appArgs], {
      stdio: 'inherit',
      env: runtimeEnvironment(runtime),
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', (error) => reject(new SetupError(`Electron could not be started: ${error.message}.`)));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 0 : 1)));
  });
}

// What Chromium and the debugger Playwright uses always say without a desktop session; none of it is about Duebook.
const noise =
  /ERROR:(bus|viz_main_impl|gpu_process_host|object_proxy)|Debugger (listening|attached|ending)|nodejs\.org\/en\/docs\/inspector/;

function showOutput(stream: Readable | null): void {
  if (stream === null) return;
  createInterface({ input: stream }).on('line', (line) => {
    if (line.trim() !== '' && !noise.test(line)) console.error(line);
  });
}

/** Writes out/start.png once the first screen has words on it and has stopped changing, or after ten seconds. */
async function pictureFirstScreen(app: ElectronApplication): Promise<void> {
  const page = await app.firstWindow({ timeout: 60_000 });
  const timeout = 60_000;
  await page.waitForFunction(() => document.getElementById('root')?.innerText.trim(), undefined, { timeout });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      let quiet = setTimeout(resolve, 400);
      setTimeout(resolve, 10_000);
      const watcher = new MutationObserver(() => {
        clearTimeout(quiet);
        quiet = setTimeout(resolve, 400);
      });
      watcher.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await mkdir(outDir, { recursive: true });
  const picture = path.join(outDir, 'start.png');
  await page.screenshot({ path: picture });
  console.log(`A picture of the first screen is in ${path.relative(root, picture)}.`);
}

/** Runs the app where nobody can see it, with a picture of its first screen, until it ends or is stopped. */
async function openWithPicture(runtime: Runtime, appArgs: readonly string[], once: boolean): Promise<number> {
  const display = hasDisplay() ? null : await startVirtualDisplay();
  let app: ElectronApplication | undefined;
  try {
    // Loaded here only: a start with a display has no use for it.
    const { _electron } = await import('@playwright/test');
    app = await _electron.launch({
      executablePath: runtime.electronPath,
      args: [...runtimeArguments(), root, ...appArgs],
      env: runtimeEnvironment(runtime, display === null ? {} : { DISPLAY: display.name }),
      timeout: 60_000,
    });
    const child = app.process();
    const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    showOutput(child.stdout);
    showOutput(child.stderr);
    await pictureFirstScreen(app);
    if (!once) {
      console.log('Duebook is running; press Ctrl-C to stop it.');
      await closed;
    }
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new SetupError(
      `Electron was started but Duebook showed no first screen within a minute (${reason}).`,
    );
  } finally {
    if (app !== undefined) await closeApp(app);
    display?.stop();
  }
}

await runCommand(async () => {
  const args = process.argv.slice(2);
  const once = args.includes('--once');
  const appArgs = args.filter((argument) => argument !== '--once');

  const [runtime, built] = await Promise.all([resolveRuntime(), buildApp()]);
  if (built.length > 0) console.log(`Built ${built.join(', ')}.`);
  if (runtimeArguments().length > 0) {
    console.log(
      `Running as ${os.userInfo().username}, so Chromium's sandbox is off; use an ordinary user for work.`,
    );
  }
  if (process.env.DUEBOOK_TIMING !== undefined) {
    console.log(`Ready to launch ${Math.round(performance.now())} ms after Node 24 was started.`);
  }
  if (hasDisplay() && !once) return openOnDisplay(runtime, appArgs);
  if (!hasDisplay()) console.log('There is no display here, so Duebook runs in a virtual one.');
  return openWithPicture(runtime, appArgs, once);
});
// A child that ignored its end must not keep the command alive.
process.exit();
