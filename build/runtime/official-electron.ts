// The official Electron of the pinned version, downloaded by Electron's own installer (which checks its sum, keeps a
// cache and honours ELECTRON_MIRROR and proxies). On a network that does not reach it, every start would wait for
// the same failure; so a failure is remembered for a day.

import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheDir, root } from './places.ts';
import { runTool } from './run-tool.ts';

const electronPackage = path.join(root, 'node_modules', 'electron');
const dayMs = 24 * 60 * 60_000;
const probeTimeoutMs = 20_000;

export const pinnedVersion: string = createRequire(import.meta.url)('electron/package.json').version;

/** The executable's place inside an unpacked Electron of this platform. */
export function executableIn(dist: string): string {
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

export async function versionOf(dist: string): Promise<string | null> {
  const text = await readFile(path.join(dist, 'version'), 'utf8').catch(() => null);
  return text === null ? null : text.trim().replace(/^v/, '');
}

function memoryPath(): string {
  return path.join(cacheDir(), `electron-${pinnedVersion}-not-reached.json`);
}

async function failedLately(mirror: string): Promise<boolean> {
  try {
    const memory = JSON.parse(await readFile(memoryPath(), 'utf8')) as { at: number; mirror: string };
    const age = Date.now() - memory.at;
    return memory.mirror === mirror && age >= 0 && age < dayMs;
  } catch {
    // No memory, or one that cannot be read: then it is simply tried again.
    return false;
  }
}

async function rememberFailure(mirror: string): Promise<void> {
  await mkdir(cacheDir(), { recursive: true });
  await writeFile(memoryPath(), JSON.stringify({ at: Date.now(), mirror }));
}

/** Returns the folder of the official runtime, downloading it if that is possible, or null if it cannot be had. */
export async function provideOfficialElectron(tell: (line: string) => void): Promise<string | null> {
  const dist = path.join(electronPackage, 'dist');
  if ((await versionOf(dist)) === pinnedVersion && existsSync(executableIn(dist))) return dist;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? '';
  if (await failedLately(mirror)) return null;

  // The list of sums is a small file of the same release: if it does not come, the runtime would not either. This
  // tells a blocked network from a slow one, which may take its time for the 120 MB.
  const probe = await runTool(process.execPath, [path.join(import.meta.dirname, 'probe-electron.ts')], {
    timeoutMs: probeTimeoutMs,
  });
  if (probe.code === 0) {
    tell(`Downloading Electron ${pinnedVersion} (about 120 MB, once a machine).`);
    const install = await runTool(process.execPath, [path.join(electronPackage, 'install.js')], {
      timeoutMs: 30 * 60_000,
    });
    if (install.code === 0 && existsSync(executableIn(dist))) {
      await rm(memoryPath(), { force: true });
      return dist;
    }
  }
  await rememberFailure(mirror);
  return null;
}
