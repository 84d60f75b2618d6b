/**
 * Opening the book's file: SQLCipher format, 256-bit raw key, so that no key derivation runs here and any
 * SQLCipher 4 tool opens the same file with the same key.
 *
 * A file is only ever made when the caller says it is new; a missing one is a failure, never an empty book.
 * The connection holds the file exclusively: one process a book, and the operating system lets go of the
 * lock when that process dies, however it dies. Exclusive WAL also keeps its index in memory, so there is no
 * `-shm` file. Temporary tables and sorts stay in memory: a temporary file would not be encrypted.
 */
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { faultOfSqlite } from './classify-error.ts';
import { makeStore, type Store } from './store.ts';

export const keyBytes = 32;

export type OpenFile = {
  readonly path: string;
  /** 32 bytes. The caller keeps it and wipes it; the driver has its own copy. */
  readonly key: Buffer;
  /** Path of a binding built for this runtime; `null` for the packaged one. */
  readonly sqliteBinding: string | null;
  /** True only while a book is being made: the file must not be there yet. */
  readonly isNew: boolean;
};

/**
 * Opens and locks the file. Faults: `book.damaged` (not a database under this key), `book.in_use`,
 * `book.read_only`, `book.disk_full`, `book.io`. Anything else is a bug and throws.
 */
export function openFile(file: OpenFile): Result<Store> {
  if (file.key.length !== keyBytes) throw new Error('a book key has 32 bytes');
  let db: Database.Database | null = null;
  try {
    db = new Database(file.path, {
      ...bindingOption(file.sqliteBinding),
      fileMustExist: !file.isNew,
      timeout: 500,
    });
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    unlock(db, file.key);
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    setUp(db);
    // The first read is what proves the key and takes the lock.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (db.readonly) {
      db.close();
      return fail('book.read_only');
    }
    return ok(makeStore(db));
  } catch (error) {
    db?.close();
    const fault = faultOfSqlite(error);
    if (fault) return fault;
    throw error;
  }
}

/** An unencrypted database in memory, for tests and trials of a migration. */
export function openInMemory(sqliteBinding: string | null = null): Store {
  const db = new Database(':memory:', bindingOption(sqliteBinding));
  setUp(db);
  return makeStore(db);
}

/** The driver's form of a raw key: `raw:` and the bytes themselves, so that no text is ever built from them. */
function unlock(db: Database.Database, key: Buffer): void {
  const tagged = Buffer.concat([Buffer.from('raw:'), key]);
  try {
    (db as Database.Database & { key(key: Buffer): number }).key(tagged);
  } finally {
    tagged.fill(0);
  }
}

function setUp(db: Database.Database): void {
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE deletes a row past the triggers that keep the ledger append-only.
  db.pragma('recursive_triggers = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  // A large import leaves a large log behind; the next checkpoint cuts it back to this.
  db.pragma('journal_size_limit = 67108864');
}

function bindingOption(sqliteBinding: string | null): { nativeBinding?: string } {
  return sqliteBinding === null ? {} : { nativeBinding: sqliteBinding };
}
