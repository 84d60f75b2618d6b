import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Unpacks a zip into `folder`. `place` turns an entry's name into the path to write below `folder`, or null to leave
 * it out; a path that would leave the folder is a bug of the caller or a hostile archive, and throws.
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (name: string) => string | null,
): Promise<void> {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = place(entry.fileName);
    if (name === null || entry.fileName.endsWith('/')) continue;
    const target = path.resolve(folder, name);
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(`Zip entry outside: ${name}`);
    await mkdir(path.dirname(target), { recursive: true });
    // The upper half of the external attributes holds the Unix mode.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(stream, createWriteStream(target, mode === 0 ? {} : { mode }));
  }
}
