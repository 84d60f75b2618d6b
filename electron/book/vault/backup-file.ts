/**
 * A backup is one file: a line that names it, a header with the key file of the day, the encrypted database
 * and a SHA-256 over all of it. It is as sealed as the book: the passphrase or the recovery sheet of the
 * day it was made opens it, and nothing else does.
 *
 * Layout: `duebook-backup 1\n`, the header's length (4 bytes, big end first), the header (JSON), the
 * database, 32 bytes of digest. Both ways it is streamed, so that a large book needs no memory.
 */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CopyWatch } from './copy-watch.ts';
import { faultOfFile, isMissing } from './file-fault.ts';
import { syncFolder } from './folders.ts';
import { keyFileSchema } from './key-file.ts';
import { makePageSeals, pageBytes, readFirstPage } from './page-seals.ts';

const magic = Buffer.from('duebook-backup 1\n', 'latin1');
const digestBytes = 32;
const headerMost = 64 * 1024;
/** Small enough that checking one keeps nobody waiting. */
const chunkBytes = 64 * pageBytes;
/** What is written reaches the disk in portions: one flush at the end would hold up a commit meanwhile. */
const flushEveryBytes = 16 * 1024 * 1024;
/**
 * SQLite locks its files by a byte of this page and never uses the page. On Windows the lock is one that forbids
 * reading, to this process as well.
 */
export const lockPageAt = 0x4000_0000;

const headerSchema = z.strictObject({
  /** The folder name the book had, so that it can come back under it. */
  bookId: z.string().min(1).max(100),
  /** `user_version` of the database. */
  fileVersion: z.int().min(1),
  databaseBytes: z.int().min(1),
  madeAt: z.int(),
  keyFile: keyFileSchema,
});
export type BackupHeader = z.output<typeof headerSchema>;

export type BackupSource = {
  /** The database, held still. This does not close it: that would let go of SQLite's lock on it. */
  readonly file: FileHandle;
  readonly bytes: number;
  readonly key: Buffer;
};

/**
 * Writes the container beside its place, checking each page by its seal, syncs it, reads it back against its
 * digest and renames it into place; an older file of that name stays until then. Returns its size.
 * `book.damaged` when the database is; `call.cancelled` leaves nothing.
 */
export async function writeBackup(
  source: BackupSource,
  header: Omit<BackupHeader, 'databaseBytes'>,
  toPath: string,
  watch: CopyWatch,
): Promise<Result<number>> {
  const part = `${toPath}.part`;
  const text = Buffer.from(JSON.stringify({ ...header, databaseBytes: source.bytes }), 'utf8');
  const lead = Buffer.concat([magic, lengthOf(text), text]);
  const size = lead.length + source.bytes + digestBytes;
  try {
    const target = await open(part, 'w', 0o600);
    let digest: Buffer;
    try {
      await target.writeFile(lead);
      const hash = createHash('sha256').update(lead);
      const copied = await copyDatabase(source, header.fileVersion, target, hash, watch);
      if (!copied.ok) return copied;
      digest = hash.digest();
      await target.writeFile(digest);
      await target.sync();
    } finally {
      await target.close();
    }
    const readBack = await checkWritten(part, size, digest, watch);
    if (!readBack.ok) return readBack;
    await rename(part, toPath);
    await syncFolder(dirname(toPath));
    return ok(size);
  } finally {
    await rm(part, { force: true });
  }
}

async function copyDatabase(
  { file, bytes, key }: BackupSource,
  version: number,
  target: FileHandle,
  hash: Hash,
  watch: CopyWatch,
): Promise<Result<null>> {
  const seals = makePageSeals(key);
  let done = 0;
  let flushed = 0;
  for await (const chunk of chunksOf(file, 0, bytes, lockPageAt)) {
    if (watch.cancelled()) return fail('call.cancelled');
    if (!seals.check(chunk)) return fail('book.damaged');
    if (done === 0) {
      const first = readFirstPage(chunk.subarray(0, pageBytes), key);
      if (first.pages * pageBytes !== bytes || first.version !== version) return fail('book.damaged');
    }
    hash.update(chunk);
    await target.writeFile(chunk);
    done += chunk.length;
    if (done - flushed >= flushEveryBytes) {
      flushed = done;
      await target.datasync();
    }
    watch.progress({ phase: 'Writing the backup', done, total: bytes });
  }
  return ok(null);
}

/**
 * Reads a container and copies its database to `databasePath` (synced). The header is returned only when the
 * digest fits. Faults: `book.backup_invalid`, `call.cancelled`, or the refusals of the disk.
 */
export async function readBackup(
  fromPath: string,
  databasePath: string,
  watch: CopyWatch,
): Promise<Result<BackupHeader>> {
  let source: FileHandle;
  try {
    source = await open(fromPath, 'r');
  } catch (error) {
    // A backup that cannot be read says nothing about the folder of the books.
    if (isMissing(error)) return fail('book.backup_invalid');
    const fault = faultOfFile(error);
    if (fault) return fail('book.io', { reason: fault.error.code });
    throw error;
  }
  try {
    const found = await readHeader(source);
    if (!found) return fail('book.backup_invalid');
    const { header, lead } = found;
    if ((await source.stat()).size !== lead.length + header.databaseBytes + digestBytes) {
      return fail('book.backup_invalid');
    }
    const hash = createHash('sha256').update(lead);
    const target = await open(databasePath, 'wx', 0o600);
    try {
      let done = 0;
      let flushed = 0;
      for await (const chunk of chunksOf(source, lead.length, header.databaseBytes)) {
        if (watch.cancelled()) return fail('call.cancelled');
        hash.update(chunk);
        await target.writeFile(chunk);
        done += chunk.length;
        if (done - flushed >= flushEveryBytes) {
          flushed = done;
          await target.datasync();
        }
        watch.progress({ phase: 'Reading the backup', done, total: header.databaseBytes });
      }
      await target.sync();
    } finally {
      await target.close();
    }
    const digest = await readExactly(source, lead.length + header.databaseBytes, digestBytes);
    return digest && hash.digest().equals(digest) ? ok(header) : fail('book.backup_invalid');
  } catch (error) {
    // A folder, or a device, opens like a file and refuses to be read.
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR')
      return fail('book.backup_invalid');
    throw error;
  } finally {
    await source.close();
  }
}

async function readHeader(source: FileHandle): Promise<{ header: BackupHeader; lead: Buffer } | null> {
  const start = await readExactly(source, 0, magic.length + 4);
  if (!start?.subarray(0, magic.length).equals(magic)) return null;
  const length = start.readUInt32BE(magic.length);
  if (length > headerMost) return null;
  const text = await readExactly(source, start.length, length);
  if (!text) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = headerSchema.safeParse(value);
  return parsed.success ? { header: parsed.data, lead: Buffer.concat([start, text]) } : null;
}

/** What a failing stick wrote is not what it was given: only reading it back shows. */
async function checkWritten(
  path: string,
  size: number,
  digest: Buffer,
  watch: CopyWatch,
): Promise<Result<null>> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const total = size - digestBytes;
    let done = 0;
    for await (const chunk of chunksOf(file, 0, total)) {
      if (watch.cancelled()) return fail('call.cancelled');
      hash.update(chunk);
      done += chunk.length;
      watch.progress({ phase: 'Reading it back', done, total });
    }
    const kept = await readExactly(file, total, digestBytes);
    const isSame = kept?.equals(digest) && hash.digest().equals(digest);
    return isSame ? ok(null) : fail('book.io', { reason: 'the backup does not read as it was written' });
  } finally {
    await file.close();
  }
}

function lengthOf(text: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return length;
}

/** The chunk is overwritten by the next one. A page at `skipAt` is not read and comes as zeros. */
export async function* chunksOf(
  file: FileHandle,
  from: number,
  bytes: number,
  skipAt = -1,
): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(1, bytes)));
  let at = 0;
  while (at < bytes) {
    const chunk = buffer.subarray(0, Math.min(buffer.length, bytes - at));
    let filled = 0;
    while (filled < chunk.length) {
      if (at + filled === skipAt) {
        chunk.fill(0, filled, filled + pageBytes);
        filled += pageBytes;
        continue;
      }
      const { bytesRead } = await file.read(chunk, filled, chunk.length - filled, from + at + filled);
      if (bytesRead === 0) {
        throw Object.assign(new Error('the file ended early'), { code: 'EIO', syscall: 'read' });
      }
      filled += bytesRead;
    }
    yield chunk;
    at += chunk.length;
  }
}

async function readExactly(file: FileHandle, from: number, bytes: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(bytes);
  let at = 0;
  while (at < bytes) {
    const { bytesRead } = await file.read(buffer, at, bytes - at, from + at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return buffer;
}
