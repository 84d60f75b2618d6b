/** A packed file under way: what goes in is hashed and listed, and the whole is written beside its place until it is taken. */
import { createHash } from 'node:crypto';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { beginFile, type FileUnderWay } from './exports/file-under-way.ts';

export type PackedFile = {
  readonly name: string;
  readonly what: string;
  readonly bytes: number;
  readonly sha256: string;
};

export type PackFile = {
  readonly files: readonly PackedFile[];
  /** A name that is taken gets a number. Waits while the disk is behind, so that little is in memory at once. */
  add(name: string, what: string, content: Uint8Array, pressed?: boolean): Promise<void>;
  /** Ends it; nothing can be added afterwards. */
  settle(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  readonly file: FileUnderWay;
};

/** No clock of the machine stands in the file. */
const mtime = new Date(1980, 0, 1);
/** More than this waits for the disk before another is taken. */
const mostWaiting = 32_000_000;

export function beginPack(path: string): PackFile {
  const file = beginFile(path);
  const zip = new ZipFile();
  const hash = createHash('sha256');
  const files: PackedFile[] = [];
  const names = new Set<string>();
  let bytes = 0;
  let given = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const written = pipeline(zip.outputStream as NodeJS.ReadableStream, counted, file.sink as Writable);
  // Heard of in `add` and `settle`.
  let broken: unknown = null;
  written.catch((error: unknown) => {
    broken = error;
  });

  return {
    files,
    file,
    async add(name, what, content, pressed = false) {
      if (broken !== null) throw broken;
      const free = freeName(names, name);
      const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      files.push({
        name: free,
        what,
        bytes: buffer.length,
        sha256: createHash('sha256').update(buffer).digest('hex'),
      });
      given += buffer.length;
      zip.addBuffer(buffer, free, { mtime, mode: 0o100644, compress: !pressed });
      while (given - bytes > mostWaiting && broken === null && zipBusy(file.sink)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        // What compresses well never shows in the bytes written: the count is let go once the disk has caught up.
        if (file.sink.writableLength === 0) given = bytes;
      }
      if (broken !== null) throw broken;
    },
    async settle() {
      zip.end();
      await written;
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

function zipBusy(sink: Writable): boolean {
  return !sink.destroyed;
}

/** What a name is known by: some systems take letters of two cases, or an accent put together otherwise, for one. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function freeName(names: Set<string>, name: string): string {
  const ending = /\.[^./]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  let free = name;
  for (let number = 2; names.has(nameKey(free)); number += 1) free = `${stem} (${number})${ending}`;
  names.add(nameKey(free));
  return free;
}
