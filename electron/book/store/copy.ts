/**
 * Copies of the open book. `VACUUM INTO` before a migration: it reads a consistent state and stays encrypted
 * under the same key (the driver's own backup refuses encrypted files, and its serialisation is plaintext).
 * A backup must not hold up other calls for that long: for it the file is held still and copied as a file.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { faultOfSqlite } from './classify-error.ts';
import type { Store } from './store.ts';

/** Writes an encrypted copy, synced. The file must not exist yet; a failed one is the caller's to remove. */
export function copyInto(store: Store, path: string): Result<null> {
  try {
    store.db.prepare('VACUUM INTO ?').run(path);
  } catch (error) {
    const fault = faultOfSqlite(error);
    if (fault) return fault;
    throw error;
  }
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return ok(null);
}

export type HeldFile = {
  /** Size of the database in the file; what the file may have behind it is not part of it. */
  readonly bytes: number;
  /** Lets new writes into the file again. */
  release(): void;
};

/** SQLite's own: after this many pages in the log, a commit moves them into the file. */
const checkpointAfterPages = 1000;

/**
 * Moves everything committed into the file and leaves it so: until `release`, what is written goes into the log
 * beside it, and the file is a picture of this moment. Safe because this connection is the only one there is.
 * `book.in_use` when something is being read or written in between; ask again after a breath.
 */
export function holdFile(store: Store): Result<HeldFile> {
  const { db } = store;
  const release = () => void db.pragma(`wal_autocheckpoint = ${checkpointAfterPages}`);
  try {
    db.pragma('wal_autocheckpoint = 0');
    const [found] = db.pragma('wal_checkpoint(TRUNCATE)') as {
      busy: number;
      log: number;
      checkpointed: number;
    }[];
    // A log that is not empty afterwards was not moved as a whole.
    if (found?.busy !== 0 || found.log !== 0) {
      release();
      return fail('book.in_use');
    }
    const pages = db.pragma('page_count', { simple: true }) as number;
    const pageBytes = db.pragma('page_size', { simple: true }) as number;
    return ok({ bytes: pages * pageBytes, release });
  } catch (error) {
    release();
    const fault = faultOfSqlite(error);
    if (fault) return fault;
    throw error;
  }
}

/** Reads every page and index of the file. `book.damaged` when anything does not fit. */
export function checkWhole(store: Store): Result<null> {
  try {
    const found = store.db.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? ok(null) : fail('book.damaged');
  } catch (error) {
    const fault = faultOfSqlite(error);
    if (fault) return fault;
    throw error;
  }
}
