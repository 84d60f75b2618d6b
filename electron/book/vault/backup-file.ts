/**
 * A backup is one file: a line that names it, a header with the key file of the day, the encrypted database
 * and a SHA-256 over all of it. It is as sealed as the book: the passphrase or the recovery sheet of the
 * day it was made opens it, and nothing else does.
 *
 * Layout: `duebook-backup 1\n`, the header's length (4 bytes, big end first), the header (JSON), the
 * database, 32 bytes of digest. Both ways it is streamed, so that a large book needs no memory.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { faultOfFile, isMissing } from './file-fault.ts';
import { syncFolder } from './folders.ts';
import { keyFileSchema } from './key-file.ts';

const magic = Buffer.from('duebook-backup 1\n', 'latin1');
const digestBytes = 32;
const headerMost = 64 * 1024;
const chunkBytes = 1024 * 1024;

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

/**
 * Writes the container beside its place, syncs it, reads it back against its digest and renames it into
 * place; an older file of that name stays until then. Returns its size.
 */
export async function writeBackup(
  databasePath: string,
  header: Omit<BackupHeader, 'databaseBytes'>,
  toPath: string,
): Promise<number> {
  const part = `${toPath}.part`;
  const source = await open(databasePath, 'r');
  try {
    const databaseBytes = (await source.stat()).size;
    const text = Buffer.from(JSON.stringify({ ...header, databaseBytes }), 'utf8');
    const lead = Buffer.concat([magic, lengthOf(text), text]);
    const target = await open(part, 'w', 0o600);
    let digest: Buffer;
    try {
      const hash = createHash('sha256').update(lead);
      await target.writeFile(lead);
      for await (const chunk of chunksOf(source, 0, databaseBytes)) {
        hash.update(chunk);
        await target.writeFile(chunk);
      }
      digest = hash.digest();
      await target.writeFile(digest);
      await target.sync();
    } finally {
      await target.close();
    }
    const size = lead.length + databaseBytes + digestBytes;
    await readBack(part, size, digest);
    await rename(part, toPath);
    await syncFolder(dirname(toPath));
    return size;
  } finally {
    await source.close();
    await rm(part, { force: true });
  }
}

/**
 * Reads a container and copies its database to `databasePath` (synced). The header is returned only when the
 * digest fits. Faults: `book.backup_invalid`, or the refusals of the disk.
 */
export async function readBackup(fromPath: string, databasePath: string): Promise<Result<BackupHeader>> {
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
      for await (const chunk of chunksOf(source, lead.length, header.databaseBytes)) {
        hash.update(chunk);
        await target.writeFile(chunk);
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
async function readBack(path: string, size: number, digest: Buffer): Promise<void> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    for await (const chunk of chunksOf(file, 0, size - digestBytes)) hash.update(chunk);
    const kept = await readExactly(file, size - digestBytes, digestBytes);
    if (!kept?.equals(digest) || !hash.digest().equals(digest)) {
      throw Object.assign(new Error('the backup does not read as it was written'), {
        code: 'EIO',
        syscall: 'read',
      });
    }
  } finally {
    await file.close();
  }
}

function lengthOf(text: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return length;
}

/** The chunk is overwritten by the next one. */
async function* chunksOf(file: FileHandle, from: number, bytes: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(1, bytes)));
  let at = 0;
  while (at < bytes) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, bytes - at), from + at);
    if (bytesRead === 0)
      throw Object.assign(new Error('the file ended early'), { code: 'EIO', syscall: 'read' });
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
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
