/** A file the user named in a dialog, written whole or not at all: an old file of that name stays until then. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/errors/result.ts';

/**
 * Returns `file.not_writable` (`name`) when the disk refuses. Written by hand: the npm package for this names
 * its temporary files by `__filename`, which the bundled main process does not have.
 */
export async function writeFileWhole(file: string, bytes: Uint8Array): Promise<Result<null>> {
  const beside = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
    return ok(null);
  } catch {
    // Whatever the system's reason (rights, room, a folder gone), the way out is the same: another place.
    await rm(beside, { force: true }).catch(() => undefined);
    return fail('file.not_writable', { name: path.basename(file) });
  }
}
