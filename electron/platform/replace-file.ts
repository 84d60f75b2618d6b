/**
 * Writes a file as a whole: beside its place first, then renamed into it, so that a crash or a full disk leaves
 * the old file or the new one, never a half. (The package for this looks up its own file name, which a bundle
 * does not have.)
 */
import { open, rename, rm } from 'node:fs/promises';

export async function replaceFile(file: string, data: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  try {
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
