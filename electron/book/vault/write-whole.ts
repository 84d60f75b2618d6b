/**
 * Writing a file so that a crash leaves the old one or the new one, never a part: beside it, synced, renamed.
 * (The npm package for this names its temporary files by `__filename`, which a bundled module does not have.)
 */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './folders.ts';

/** On return the new file is on the disk, readable by its owner only; when it throws, the old one is untouched. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
