/** Pages of a real encrypted file, checked without opening it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deriveByArgon2, unwrapByPassphrase } from '../../../electron/book/vault/book-key.ts';
import { readKeyFile } from '../../../electron/book/vault/key-file.ts';
import { makePageSeals, pageBytes, readFirstPage } from '../../../electron/book/vault/page-seals.ts';
import { makeBook, makeTestVault, passphrase, type TestVault } from '../../builders/vault.ts';

let at: TestVault;
let file: Buffer;
let key: Buffer;
let version: unknown;

beforeAll(async () => {
  at = makeTestVault();
  const { book } = await makeBook(at.vault);
  const store = at.vault.store();
  const insert = store?.sql('INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, 1)');
  for (let n = 0; n < 300; n += 1) insert?.run(`k${n}`, 'x'.repeat((n * 997) % 9000));
  store?.sql('DELETE FROM drafts WHERE length(text) % 2 = 0').run();
  version = store?.db.pragma('user_version', { simple: true });
  await at.vault.close();
  const folder = join(at.booksFolder, book.bookId);
  file = readFileSync(join(folder, 'book.db'));
  const read = await readKeyFile(folder);
  if (read.state !== 'read') throw new Error('no key file');
  const { keyId, wraps } = read.keyFile;
  const derived = await deriveByArgon2(
    passphrase,
    Buffer.from(wraps.passphrase.salt, 'base64'),
    wraps.passphrase,
  );
  const unwrapped = unwrapByPassphrase(wraps.passphrase, keyId, derived);
  if (!unwrapped) throw new Error('the passphrase does not open the key');
  key = unwrapped;
});
afterAll(() => at.remove());

const check = (pages: Buffer, by = key) => makePageSeals(by).check(pages);

describe('seals of pages', () => {
  test('are good on every page of a book, in one piece or in several', () => {
    expect(file.length / pageBytes).toBeGreaterThan(100);
    expect(check(file)).toBe(true);
    const seals = makePageSeals(key);
    const pieces = [
      file.subarray(0, pageBytes),
      file.subarray(pageBytes, 9 * pageBytes),
      file.subarray(9 * pageBytes),
    ];
    expect(pieces.map((piece) => seals.check(piece))).toEqual([true, true, true]);
  });

  test('tell any page changed, moved or cut, and another key', () => {
    for (let page = 0; page * pageBytes < file.length; page += 7) {
      const changed = Buffer.from(file);
      const place = page * pageBytes + ((page * 131) % pageBytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(check(changed), `page ${page + 1}`).toBe(false);
    }
    const second = file.subarray(pageBytes, 2 * pageBytes);
    const third = file.subarray(2 * pageBytes, 3 * pageBytes);
    expect(check(Buffer.concat([file.subarray(0, pageBytes), third, second]))).toBe(false);
    expect(check(file.subarray(0, file.length - 1))).toBe(false);
    expect(check(file, Buffer.alloc(32, 7))).toBe(false);
  });

  test('are not asked of a page that was never written, but of the first', () => {
    const empty = Buffer.alloc(pageBytes);
    expect(check(Buffer.concat([file.subarray(0, pageBytes), empty]))).toBe(true);
    expect(check(empty)).toBe(false);
  });

  test('the first page says how many pages there are and of what version', () => {
    expect(readFirstPage(file.subarray(0, pageBytes), key)).toEqual({
      pages: file.length / pageBytes,
      version,
    });
  });
});
