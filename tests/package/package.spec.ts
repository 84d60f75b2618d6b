// The packages: every target's configuration is one that electron-builder accepts, the fallback runtime is never
// released, and what is packed starts.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import { expect, test } from '../../build/e2e/launch.ts';
import { releaseConfig, testConfig } from '../../build/packaging/config.ts';
import { packForTest } from '../../build/packaging/test-package.ts';
import { fallbackMarker } from '../../build/runtime/fallback-electron.ts';
import { executableIn, pinnedVersion } from '../../build/runtime/official-electron.ts';
import { root } from '../../build/runtime/places.ts';
import { runTool } from '../../build/runtime/run-tool.ts';

// electron-builder validates what it is given before it packs; this is the same function, which it does not export.
type Validate = (config: Configuration, log: { isEnabled: boolean }) => Promise<void>;
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = fromBuilder('app-builder-lib/out/util/config/config') as {
  validateConfiguration: Validate;
};

test('the configuration of every target is valid', async ({ runtime }) => {
  const config = releaseConfig();
  await validateConfiguration(config, { isEnabled: false });
  await validateConfiguration(testConfig(runtime), { isEnabled: false });
  expect(JSON.stringify(config.win?.target)).toContain('nsis');
  expect(JSON.stringify(config.mac?.target)).toContain('dmg');
  expect(JSON.stringify(config.linux?.target)).toContain('AppImage');
  expect(JSON.stringify(config.linux?.target)).toContain('deb');
});

test('the validator refuses a configuration with an unknown key', async () => {
  const wrong = { ...releaseConfig(), appIdentity: 'org.duebook.app' } as Configuration;
  await expect(validateConfiguration(wrong, { isEnabled: false })).rejects.toThrow(/appIdentity/);
});

test('a release from the fallback runtime is refused in one sentence', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-fallback-'));
  try {
    await writeFile(path.join(folder, path.basename(executableIn(folder))), '');
    await writeFile(path.join(folder, 'version'), '33.2.1');
    await writeFile(path.join(folder, fallbackMarker), '{}');
    const result = await runTool(process.execPath, ['build/scripts/package.ts'], {
      cwd: root,
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder },
    });
    expect(result.code).toBe(1);
    expect(result.output).toContain(`a release needs the official Electron ${pinnedVersion}`);
    expect(result.output).not.toContain('    at ');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the packed app starts and shows its first screen', async ({ runtime, launch }) => {
  const program = await packForTest(runtime);
  const app = await launch({ packedApp: program });
  const page = await app.firstWindow();
  await page.waitForSelector('#root > *', { state: 'attached' });
  expect(await app.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(true);
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getName())).toBe('Duebook');
});

test('the package holds the app and its addon, and none of the tests', async ({ runtime }) => {
  const program = await packForTest(runtime);
  const resources =
    process.platform === 'darwin'
      ? path.join(path.dirname(program), '..', 'Resources')
      : path.join(path.dirname(program), 'resources');
  const asar = path.join(resources, 'app.asar');
  const names = listPackage(asar, { isPack: false }).map((name) =>
    name.replaceAll('\\', '/').replace(/^\//, ''),
  );
  expect(names).toContain('out/app/main.js');
  expect(names).toContain('out/app/book-worker.js');
  expect(names).toContain('out/app/preload.cjs');
  expect(names).toContain('out/app/renderer/index.html');
  expect(names).toContain('out/app/pdf-worker.js');
  expect(names).toContain('out/app/reader.js');
  expect(names).toContain('out/app/fonts/table.json');
  expect(names).toContain('out/app/fonts/arimo-latin-400-normal.woff2');
  expect(names).toContain('out/app/fonts/licenses/arimo.txt');
  expect(names.filter((name) => /main\.test|^tests\/|^build\/|\.map$|\.ts$/.test(name))).toEqual([]);
  expect(names.filter((name) => name.endsWith('.node'))).toEqual([
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ]);
  const manifest = JSON.parse(extractFile(asar, 'package.json').toString('utf8')) as { main: string };
  expect(manifest.main).toBe('out/app/main.js');
});

test('the fuses of the package are set', async ({ runtime }) => {
  const fuses = await getCurrentFuseWire(await packForTest(runtime));
  expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
  expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
  // On in the tests' flavour only: Playwright attaches through it.
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.ENABLE);
  expect(releaseConfig().electronFuses?.enableNodeCliInspectArguments).toBe(false);
});
