// Where things are kept: the checkout, what is built from it, and the cache that outlives a checkout.

import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');
export const outDir = path.join(root, 'out');

/** The user's cache folder for Duebook's tools. Nothing in it is needed twice: deleting it costs one slow start. */
export function cacheDir(): string {
  const chosen = process.env.DUEBOOK_CACHE_DIR;
  if (chosen) return path.resolve(chosen);
  if (process.platform === 'win32') {
    const local = process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local');
    return path.join(local, 'duebook-tools');
  }
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'duebook-tools');
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'duebook-tools');
}
