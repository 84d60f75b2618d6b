/**
 * Copies of the open book. `VACUUM INTO` is the one way: it reads a consistent state and stays encrypted
 * under the same key (the driver's own backup refuses encrypted files, and its serialisation is plaintext).
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
