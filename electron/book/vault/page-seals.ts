/**
 * Checking an encrypted database page by page as it streams past, without opening it: SQLCipher 4 seals each page
 * of 4,096 bytes with an HMAC over its content and its number. A backup is read this way, so that a damaged page is
 * found on the way out and no call waits for a check of the whole file.
 *
 * Layout of a page: content (the first page begins with the salt instead), 16 bytes of IV, 64 bytes of HMAC-SHA512.
 */
import { createDecipheriv, hash, pbkdf2Sync } from 'node:crypto';

export const pageBytes = 4096;

const saltBytes = 16;
const ivBytes = 16;
const sealBytes = 64;
/** What SQLCipher turns the salt into before the key of the seals is derived from it. */
const saltMask = 0x3a;
const sealPasses = 2;
const emptyPage = Buffer.alloc(pageBytes);

export type PageSeals = {
  /** Takes the next bytes, whole pages; false once a page does not carry its seal. */
  check(pages: Buffer): boolean;
};

export function makePageSeals(key: Buffer): PageSeals {
  let sealOf: ((content: Buffer, pageNumber: number) => Buffer) | null = null;
  let checked = 0;
  return {
    check(pages) {
      for (let at = 0; at < pages.length; at += pageBytes) {
        const page = pages.subarray(at, at + pageBytes);
        if (page.length < pageBytes) return false;
        sealOf ??= makeSealer(sealKeyOf(key, page.subarray(0, saltBytes)));
        checked += 1;
        const content = page.subarray(checked === 1 ? saltBytes : 0, pageBytes - sealBytes);
        const seal = sealOf(content, checked);
        // A page that was never written carries no seal; SQLCipher takes it as empty too.
        if (
          !seal.equals(page.subarray(pageBytes - sealBytes)) &&
          (checked === 1 || !page.equals(emptyPage))
        ) {
          return false;
        }
      }
      return true;
    },
  };
}

/** What the first page of a database says about it; only worth asking once its seal was found good. */
export function readFirstPage(
  page: Buffer,
  key: Buffer,
): { readonly pages: number; readonly version: number } {
  const ivAt = pageBytes - sealBytes - ivBytes;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(ivAt, ivAt + ivBytes));
  decipher.setAutoPadding(false);
  // The header keeps its places: SQLCipher puts the salt over the first 16 bytes of it.
  const header = Buffer.concat([Buffer.alloc(saltBytes), decipher.update(page.subarray(saltBytes, ivAt))]);
  return { pages: header.readUInt32BE(28), version: header.readUInt32BE(60) };
}

const blockBytes = 128;

/** HMAC-SHA512 by its definition: an object of `createHmac` for each page costs several times the sum itself. */
function makeSealer(sealKey: Buffer): (content: Buffer, pageNumber: number) => Buffer {
  const inner = Buffer.alloc(blockBytes + pageBytes, 0x36);
  const outer = Buffer.alloc(blockBytes + sealBytes, 0x5c);
  for (const [at, byte] of sealKey.entries()) {
    inner.writeUInt8(byte ^ 0x36, at);
    outer.writeUInt8(byte ^ 0x5c, at);
  }
  return (content, pageNumber) => {
    const end = blockBytes + content.copy(inner, blockBytes);
    inner.writeUInt32LE(pageNumber, end);
    hash('sha512', inner.subarray(0, end + 4), 'buffer').copy(outer, blockBytes);
    return hash('sha512', outer, 'buffer');
  };
}

function sealKeyOf(key: Buffer, salt: Buffer): Buffer {
  const masked = Buffer.from(salt.map((byte) => byte ^ saltMask));
  return pbkdf2Sync(key, masked, sealPasses, key.length, 'sha512');
}
