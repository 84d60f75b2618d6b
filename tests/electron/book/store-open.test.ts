/** The file itself: its format, its key, its lock and how the connection is set. */
import { createDecipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkWhole, copyInto } from '../../../electron/book/store/copy.ts';
import { openFile } from '../../../electron/book/store/open.ts';
import { makeTestFile, makeTestStore, type TestFile } from '../../builders/store.ts';
import { codeIn, valueIn } from '../../builders/vault.ts';

let file: TestFile;
beforeEach(() => {
  file = makeTestFile();
});
afterEach(() => file.remove());

const reopen = (key = file.key, path = file.path) =>
  openFile({ path, key, sqliteBinding: null, isNew: false });

/**
 * A page as SQLCipher 4 describes it (zetetic.net, "SQLCipher Design", read 2026-11-21): AES-256-CBC, then the
 * initialisation vector and HMAC-SHA512 over both and the page's number; the salt is the file's first 16 bytes.
 */
function decryptPage(content: Buffer, number: number, key: Buffer): Buffer {
  const pageBytes = 4096;
  const reserved = 80;
  const salt = content.subarray(0, 16);
  const hmacKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const page = content.subarray((number - 1) * pageBytes, number * pageBytes);
  const start = number === 1 ? 16 : 0;
  const sealed = page.subarray(start, pageBytes - reserved);
  const vector = page.subarray(pageBytes - reserved, pageBytes - reserved + 16);
  const at = Buffer.alloc(4);
  at.writeUInt32LE(number);
  const seal = createHmac('sha512', hmacKey).update(sealed).update(vector).update(at).digest();
  expect(page.subarray(pageBytes - 64).equals(seal)).toBe(true);
  const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}

describe('the format', () => {
  test('is SQLCipher 4 under the raw key, page by page, as another implementation reads it', () => {
    file.store.close();
    const content = readFileSync(file.path);
    const first = decryptPage(content, 1, file.key);
    // Bytes 16 to 23 of every SQLite header: page size 4096, WAL twice, 80 reserved bytes, 64, 32, 32.
    expect([...first.subarray(0, 8)]).toEqual([0x10, 0x00, 2, 2, 80, 64, 32, 32]);
    const pages = Array.from({ length: content.length / 4096 }, (_, at) =>
      decryptPage(content, at + 1, file.key),
    );
    expect(pages.some((page) => page.includes('CREATE TABLE office'))).toBe(true);
  });

  test('of a copy is the same, under the same key', () => {
    const path = join(dirname(file.path), 'copy.db');
    valueIn(copyInto(file.store, path));
    decryptPage(readFileSync(path), 1, file.key);
    const copy = valueIn(reopen(file.key, path));
    expect(codeIn(checkWhole(copy))).toBe('ok');
    copy.close();
  });

  test('of the log is sealed too', () => {
    file.store.sql("INSERT INTO drafts (key, text, saved_at) VALUES ('k', 'lighthousewren', 1)").run();
    expect(readFileSync(`${file.path}-wal`).includes('lighthousewren')).toBe(false);
    expect(readFileSync(`${file.path}-wal`).length).toBeGreaterThan(4096);
  });
});

describe('opening', () => {
  test('with another key is refused and changes nothing', () => {
    file.store.close();
    const before = readFileSync(file.path);
    expect(codeIn(reopen(randomBytes(32)))).toBe('book.damaged');
    expect(readFileSync(file.path).equals(before)).toBe(true);
  });

  test('a file that is not there makes none', () => {
    const path = join(dirname(file.path), 'other.db');
    expect(codeIn(reopen(file.key, path))).toBe('book.io');
    expect(existsSync(path)).toBe(false);
  });

  test('a second time at once is refused, also for reading, and works after the first closed', () => {
    expect(codeIn(reopen())).toBe('book.in_use');
    file.store.close();
    const again = valueIn(reopen());
    expect(again.sql('SELECT count(*) FROM office').pluck().get()).toBe(1);
    again.close();
  });
});

describe('the connection', () => {
  test('syncs every commit, checks foreign keys and keeps temporary things in memory', () => {
    const read = (name: string) => file.store.db.pragma(name, { simple: true });
    expect({
      journal: read('journal_mode'),
      synchronous: read('synchronous'),
      foreignKeys: read('foreign_keys'),
      tempStore: read('temp_store'),
      locking: read('locking_mode'),
      trusted: read('trusted_schema'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      tempStore: 2,
      locking: 'exclusive',
      trusted: 0,
    });
    expect(readdirSync(dirname(file.path)).sort()).toEqual(['book.db', 'book.db-wal']);
  });

  test('rolls a failed transaction back whole', () => {
    const store = makeTestStore();
    const insert = (key: string) =>
      store.sql("INSERT INTO drafts (key, text, saved_at) VALUES (?, '', 1)").run(key);
    expect(() =>
      store.transaction(() => {
        insert('a');
        insert('a');
      }),
    ).toThrow(/UNIQUE/);
    expect(store.sql('SELECT count(*) FROM drafts').pluck().get()).toBe(0);
  });
});
