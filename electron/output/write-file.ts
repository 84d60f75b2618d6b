/** A file the user named in a dialog, written whole or not at all: an old file of that name stays until then. */
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { replaceFile } from '../platform/replace-file.ts';

/** Returns `file.not_writable` (`name`) when the disk refuses; nothing is left behind then. */
export async function writeFileWhole(file: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await replaceFile(file, bytes);
    return ok(null);
  } catch (error) {
    // Whatever the system's reason (rights, room, a folder gone), the way out is the same: another place.
    if (error instanceof Error && 'errno' in error)
      return fail('file.not_writable', { name: path.basename(file) });
    throw error;
  }
}
