/**
 * The parts of a packed file (XLSX, ODS, ZIP), read where its directory says they are, one at a time, as a stream. Nothing is ever written
 * anywhere or followed: a part is only its name and its bytes.
 *
 * What a directory states is checked before anything is unpacked, and again while it is: a file that unpacks to far more than it
 * weighs, or to more than it said, is not read.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { importLimits } from '../../shared/domain/import.ts';
import { FileFault } from './file-fault.ts';

export type ZipPart = {
  /** As stored, with forward slashes. */
  readonly name: string;
  /** Unpacked, as the directory states it. */
  readonly bytes: number;
};

export type ZipParts = {
  readonly parts: readonly ZipPart[];
  /** By its name, upper and lower case alike, as Excel looks parts up; a leading slash does not count. */
  find(name: string): ZipPart | null;
  /** Unpacked piece by piece; ends with an error where the part is not what the directory states. */
  open(part: ZipPart): AsyncIterable<Buffer>;
  /** All of a small part. Throws `FileFault` above `most` bytes. */
  read(part: ZipPart, most: number): Promise<Buffer>;
};

/** Far above any workbook. */
const mostParts = 20_000;
/** So little is no bomb however well it packs: an empty sheet of blanks. */
const alwaysFine = 4 * 1024 * 1024;

export type UnpackLimits = { readonly unpackedBytes: number; readonly unpackedRatio: number };

/** Throws `FileFault`: `import.encrypted`, `import.unpacks_too_large`, `import.unreadable`; and what a damaged directory makes yauzl throw. */
export async function openZip(bytes: Buffer, limits: UnpackLimits = importLimits): Promise<ZipParts> {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, decodeStrings: true });
  if (zip.entryCount > mostParts) throw new FileFault('import.unreadable', { what: 'parts' });
  const entries = new Map<string, Entry>();
  const parts: ZipPart[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entry.isEncrypted()) throw new FileFault('import.encrypted');
    unpacked += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (
      unpacked > limits.unpackedBytes ||
      (entry.uncompressedSize > alwaysFine && ratio > limits.unpackedRatio) ||
      entry.compressedSize > bytes.length
    )
      throw new FileFault('import.unpacks_too_large', { most: limits.unpackedBytes });
    const key = keyOf(entry.fileName);
    // Two parts of one name: programs do not agree which of them counts.
    if (entries.has(key)) throw new FileFault('import.unreadable', { what: 'name twice' });
    entries.set(key, entry);
    parts.push({ name: entry.fileName, bytes: entry.uncompressedSize });
  }
  const open = (part: ZipPart) => openEntry(zip, entries.get(keyOf(part.name)));
  return {
    parts,
    find(name) {
      const entry = entries.get(keyOf(name));
      return entry === undefined ? null : { name: entry.fileName, bytes: entry.uncompressedSize };
    },
    open,
    async read(part, most) {
      if (part.bytes > most) throw new FileFault('import.unpacks_too_large', { most });
      const pieces: Buffer[] = [];
      for await (const piece of open(part)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

/** yauzl holds the length against the directory; the sum (CRC-32) is held here: a flipped bit must not become another figure. */
async function* openEntry(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer, void> {
  if (entry === undefined) throw new FileFault('import.unreadable', { what: 'part missing' });
  if (!entry.canDecodeFileData()) throw new FileFault('import.unreadable', { what: 'packing' });
  let sum = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    sum = crc32(piece as Buffer, sum);
    yield piece as Buffer;
  }
  if (sum !== entry.crc32) throw new FileFault('import.unreadable', { what: 'checksum' });
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
