/** The runner: rising, all or nothing, a copy first, and never a newer file. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, readVersion } from '../../electron/book/store/migrate.ts';
import { type Migration, migrations } from '../../electron/book/store/migrations/all.ts';
import { openFile, openInMemory } from '../../electron/book/store/open.ts';
import { insertOffice } from '../../electron/book/store/queries/office.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { makeBookKey } from '../../electron/book/vault/book-key.ts';
import { type BookPlace, makeDatabase, openBook } from '../../electron/book/vault/open-book.ts';
import { fail, ok } from '../../shared/errors/result.ts';
import { codeIn, makeTestVault, moment, type TestVault, valueIn } from '../builders/vault.ts';

const first: Migration = {
  version: 1,
  name: 'first',
  sql: 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id));',
};
const second: Migration = {
  version: 2,
  name: 'second',
  sql: "ALTER TABLE a ADD COLUMN word TEXT NOT NULL DEFAULT 'new'; INSERT INTO a (id) VALUES (2);",
};

/** A store that has taken `first` and holds one row. */
function oldStore(): Store {
  const store = openInMemory();
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: [first] }));
  store.db.exec('INSERT INTO a (id) VALUES (1); INSERT INTO b VALUES (1, 1);');
  return store;
}

/** The whole of a database as text. */
function dumpOf(store: Store): string {
  const tables = store.db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  const rows = tables.map(({ name }) => store.db.prepare(`SELECT * FROM ${name}`).all());
  return JSON.stringify([readVersion(store), tables, rows]);
}

describe('the list of migrations', () => {
  test('rises from 1 without gaps, each with a name of its own', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, at) => at + 1));
    expect(new Set(migrations.map((migration) => migration.name)).size).toBe(migrations.length);
  });

  test('makes a new book whole', () => {
    const store = openInMemory();
    expect(migrate(store, { isNew: true, copyBefore: () => fail('book.io') })).toEqual(ok(migrations.length));
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('every foreign key has an index, or deleting and undoing would read whole tables', () => {
    const store = openInMemory();
    valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null) }));
    const bare = store.db
      .prepare(
        `SELECT t.name || '.' || k."from" AS place
         FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) k
         WHERE t.schema = 'main' AND NOT EXISTS (
           SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
           WHERE c.seqno = 0 AND c.name = k."from")
         AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = k."from" AND c.pk = 1)`,
      )
      .pluck()
      .all();
    expect(bare).toEqual([]);
  });
});

describe('migrating', () => {
  test('takes what is waiting, in order, after one copy', () => {
    const store = oldStore();
    const copies: number[] = [];
    const copyBefore = (version: number) => {
      copies.push(version);
      return ok(null);
    };
    const third: Migration = { version: 3, name: 'third', sql: "UPDATE a SET word = word || '!'" };
    expect(migrate(store, { isNew: false, copyBefore, migrations: [first, second, third] })).toEqual(ok(3));
    expect(copies).toEqual([1]);
    expect(store.db.prepare('SELECT * FROM a').all()).toEqual([
      { id: 1, word: 'new!' },
      { id: 2, word: 'new!' },
    ]);
    expect(migrate(store, { isNew: false, copyBefore, migrations: [first, second, third] })).toEqual(ok(3));
    expect(copies).toEqual([1]);
  });

  test.each<[string, string]>([
    ['fails at its end', 'INSERT INTO a (id) VALUES (7); CREATE TABLE c (x); SELECT nonsense FROM nowhere;'],
    ['breaks a constraint', 'INSERT INTO a (id) VALUES (7); INSERT INTO a (id) VALUES (1);'],
    ['leaves rows that point at nothing', 'CREATE TABLE c (x); DELETE FROM a;'],
  ])('one that %s leaves the file as it was', (_name, sql) => {
    const store = oldStore();
    const before = dumpOf(store);
    const bad: Migration = { version: 2, name: 'bad', sql };
    expect(migrate(store, { isNew: false, copyBefore: () => ok(null), migrations: [first, bad] })).toEqual(
      fail('book.migration_failed', { version: 2 }),
    );
    expect(dumpOf(store)).toBe(before);
    expect(store.db.inTransaction).toBe(false);
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('keeps those before the one that failed', () => {
    const store = oldStore();
    const bad: Migration = { version: 3, name: 'bad', sql: 'CREATE TABLE c (x); SELECT nonsense;' };
    const all = [first, second, bad];
    expect(codeIn(migrate(store, { isNew: false, copyBefore: () => ok(null), migrations: all }))).toBe(
      'book.migration_failed',
    );
    expect(readVersion(store)).toBe(2);
  });

  test('does nothing without its copy', () => {
    const store = oldStore();
    const before = dumpOf(store);
    const options = { isNew: false, copyBefore: () => fail('book.disk_full'), migrations: [first, second] };
    expect(codeIn(migrate(store, options))).toBe('book.disk_full');
    expect(dumpOf(store)).toBe(before);
  });

  test('a disk that fills up is said as that, and the file is as it was', () => {
    const store = oldStore();
    const before = dumpOf(store);
    store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true }) as number}`);
    const large: Migration = {
      version: 2,
      name: 'large',
      sql: 'CREATE TABLE c (x BLOB); INSERT INTO c VALUES (zeroblob(1000000));',
    };
    const options = { isNew: false, copyBefore: () => ok(null), migrations: [first, large] };
    expect(codeIn(migrate(store, options))).toBe('book.disk_full');
    expect(dumpOf(store)).toBe(before);
  });

  test('refuses a newer file by its version and touches nothing', () => {
    const store = oldStore();
    store.db.pragma('user_version = 9');
    const before = dumpOf(store);
    expect(migrate(store, { isNew: false, copyBefore: () => ok(null), migrations: [first, second] })).toEqual(
      fail('book.newer_file', { fileVersion: 9, appVersion: 2 }),
    );
    expect(dumpOf(store)).toBe(before);
  });

  test('does not take an empty file for a book', () => {
    expect(codeIn(migrate(openInMemory(), { isNew: false, copyBefore: () => ok(null) }))).toBe(
      'book.damaged',
    );
  });
});

describe('opening a book that must be migrated', () => {
  let at: TestVault;
  let place: BookPlace;
  beforeEach(async () => {
    at = makeTestVault();
    place = {
      folder: at.outside,
      key: makeBookKey(),
      sqliteBinding: null,
      keyId: 'a-book',
      officeName: 'Harbor Lane',
      sample: false,
    };
    valueIn(await makeDatabase(place, moment, () => undefined));
  });
  afterEach(() => at.remove());

  const next: Migration = {
    version: migrations.length + 1,
    name: 'next',
    sql: 'CREATE TABLE next_thing (x TEXT) STRICT',
  };
  const openNext = (now: number) => openBook(place, { ...moment, now }, [...migrations, next]);

  test('keeps an encrypted copy of how it was, which the same key opens', async () => {
    const store = valueIn(await openNext(moment.now));
    expect(readVersion(store)).toBe(next.version);
    store.close();
    const copies = readdirSync(join(at.outside, 'copies'));
    expect(copies).toEqual([`version-${migrations.length}-20261121T150000.db`]);
    const path = join(at.outside, 'copies', copies[0] ?? '');
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    const copy = valueIn(openFile({ path, key: place.key, sqliteBinding: null, isNew: false }));
    expect(readVersion(copy)).toBe(migrations.length);
    copy.close();
  });

  test('keeps the last three copies', async () => {
    for (let day = 0; day < 5; day += 1) {
      const store = valueIn(await openNext(moment.now + day * 86_400_000));
      store.db.exec(`DROP TABLE next_thing; PRAGMA user_version = ${migrations.length}`);
      store.close();
    }
    expect(readdirSync(join(at.outside, 'copies')).sort()).toEqual(
      ['20261123', '20261124', '20261125'].map((day) => `version-${migrations.length}-${day}T150000.db`),
    );
  });

  test('a newer one is refused, and neither file nor listing is touched', async () => {
    const path = join(at.outside, 'book.db');
    const store = valueIn(openFile({ path, key: place.key, sqliteBinding: null, isNew: false }));
    store.db.pragma('user_version = 99');
    store.close();
    const before = readFileSync(path);
    expect(await openBook(place, moment)).toEqual(
      fail('book.newer_file', { fileVersion: 99, appVersion: migrations.length }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(at.outside)).not.toContain('listing.json');
    rmSync(path);
  });
});

test('an office has one row', () => {
  const store = openInMemory();
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null) }));
  const office = { bookId: 'a', name: 'A', sample: false, createdAt: 1 };
  insertOffice(store, office);
  expect(() => insertOffice(store, office)).toThrow(/UNIQUE|PRIMARY/);
});
