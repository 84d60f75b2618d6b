/**
 * A file under a passphrase that can still be read from any place in it, as a packed file must be.
 *
 * Layout: `duebook-sealed 1\n`; the length of the header (4 bytes, big end first); the header, JSON with `salt` (base64),
 * `memoryKib`, `passes` of Argon2id (one lane, 32 bytes out, over the passphrase in NFKC); then pieces of 64 KiB, the last one shorter or
 * empty, each sealed with AES-256-GCM: ciphertext, then a tag of 16 bytes. The nonce of piece n is n as 12 bytes, big end first, with the
 * first bit set on the last piece; what is sealed along with each is the header. A key seals one file and no other, so no nonce comes twice.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { type Cost, deriveByArgon2, fullCost, makeSalt } from '../book-key.ts';

const magic = Buffer.from('duebook-sealed 1\n', 'latin1');
const pieceBytes = 64 * 1024;
const tagBytes = 16;
const headerMost = 4096;

const headerSchema = z.strictObject({
  salt: z.string().max(200),
  // Bounded, so that a forged header cannot ask for all memory there is.
  memoryKib: z
    .int()
    .min(1024)
    .max(1024 * 1024),
  passes: z.int().min(1).max(20),
});

/** Bytes that can be read from any place. */
export type RandomBytes = {
  readonly size: number;
  /** Exactly so many; fewer at the end. Faults of a seal throw `BrokenSeal`. */
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
};

/** What was sealed was changed since, or cut off. */
export class BrokenSeal extends Error {}

function nonceOf(piece: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(piece), 4);
  if (isLast) nonce[0] = 0x80;
  return nonce;
}

/** What turns plain bytes into a sealed file. */
export async function makeSealing(passphrase: string, cost: Cost = fullCost): Promise<Transform> {
  const salt = makeSalt();
  const key = await deriveByArgon2(passphrase, salt, cost);
  const header = Buffer.from(JSON.stringify({ salt: salt.toString('base64'), ...cost }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  let piece = 0;
  let rest: Buffer = Buffer.alloc(0);
  const seal = (bytes: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(piece, isLast)).setAAD(header);
    piece += 1;
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      // The last piece is known by the end only, so a full one is kept back.
      while (rest.length > pieceBytes) {
        this.push(seal(rest.subarray(0, pieceBytes), false));
        rest = rest.subarray(pieceBytes);
      }
      done();
    },
    flush(done) {
      this.push(seal(rest, true));
      key.fill(0);
      done();
    },
  });
  transform.push(Buffer.concat([magic, length, header]));
  return transform;
}

/**
 * Opens a file, sealed or plain, for reading. Faults: `file.gone`, `whole.locked` (sealed, and no passphrase or another one).
 */
export async function openRandomBytes(path: string, passphrase: string | null): Promise<Result<RandomBytes>> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return fail('file.gone');
  let kept = false;
  try {
    const { size } = await file.stat();
    const lead = await readUpTo(file, 0, magic.length + 4 + headerMost);
    if (!lead.subarray(0, magic.length).equals(magic)) {
      kept = true;
      return ok({ size, read: (at, length) => readUpTo(file, at, length), close: () => file.close() });
    }
    const unlocked = await unlock(file, size, lead, passphrase);
    kept = unlocked.ok;
    return unlocked;
  } finally {
    if (!kept) await file.close();
  }
}

async function unlock(
  file: FileHandle,
  size: number,
  lead: Buffer,
  passphrase: string | null,
): Promise<Result<RandomBytes>> {
  if (passphrase === null) return fail('whole.locked', { tried: 'no' });
  const headerLength = lead.length >= magic.length + 4 ? lead.readUInt32BE(magic.length) : headerMost + 1;
  const begins = magic.length + 4 + headerLength;
  if (headerLength > headerMost || begins > lead.length) return fail('whole.not_one');
  const header = lead.subarray(magic.length + 4, begins);
  const parsed = parseHeader(header);
  if (parsed === null) return fail('whole.not_one');
  const { salt, ...cost } = parsed;
  const key = await deriveByArgon2(passphrase, Buffer.from(salt, 'base64'), cost);
  const sealedPiece = pieceBytes + tagBytes;
  const body = size - begins;
  const pieces = Math.max(1, Math.ceil(body / sealedPiece));
  const lastBytes = body - (pieces - 1) * sealedPiece - tagBytes;
  if (lastBytes < 0) return fail('whole.not_one');
  let cached: { readonly piece: number; readonly bytes: Buffer } | null = null;
  const readPiece = async (piece: number): Promise<Buffer> => {
    if (cached?.piece === piece) return cached.bytes;
    const isLast = piece === pieces - 1;
    const sealed = await readUpTo(
      file,
      begins + piece * sealedPiece,
      isLast ? lastBytes + tagBytes : sealedPiece,
    );
    const bytes = unseal(key, header, nonceOf(piece, isLast), sealed);
    if (bytes === null) throw new BrokenSeal(`piece ${piece}`);
    cached = { piece, bytes };
    return bytes;
  };
  // The first piece tells whether the passphrase is the one.
  try {
    await readPiece(0);
  } catch (error) {
    key.fill(0);
    if (error instanceof BrokenSeal) return fail('whole.locked', { tried: 'yes' });
    throw error;
  }
  return ok({
    size: (pieces - 1) * pieceBytes + lastBytes,
    async read(at, length) {
      const parts: Buffer[] = [];
      const end = Math.min(at + length, (pieces - 1) * pieceBytes + lastBytes);
      for (let from = at; from < end; ) {
        const piece = Math.floor(from / pieceBytes);
        const bytes = await readPiece(piece);
        const part = bytes.subarray(
          from - piece * pieceBytes,
          Math.min(bytes.length, end - piece * pieceBytes),
        );
        parts.push(part);
        from += part.length;
      }
      return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    },
    async close() {
      key.fill(0);
      await file.close();
    },
  });
}

function parseHeader(bytes: Buffer): z.output<typeof headerSchema> | null {
  try {
    const parsed = headerSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function unseal(key: Buffer, header: Buffer, nonce: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < tagBytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(header).setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  } catch (error) {
    // Node has no class of its own for a seal that does not fit; everything else in here cannot fail.
    if (error instanceof Error && /authenticate/.test(error.message)) return null;
    throw error;
  }
}

async function readUpTo(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
