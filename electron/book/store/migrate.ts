/**
 * Bringing a book's file to the shape this program knows.
 *
 * Each migration is one transaction that ends with a check of every foreign key, so a book has all of it or
 * nothing. A file from a newer program is refused by name and left untouched. Before an existing book is
 * changed, `copyBefore` must have made a copy; when it fails, nothing is changed.
 */
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { faultOfSqlite } from './classify-error.ts';
import { migrations as known, type Migration } from './migrations/all.ts';
import type { Store } from './store.ts';

export type MigrateOptions = {
  /** True only for a file just made; an existing file without a version is not a book. */
  readonly isNew: boolean;
  /** Makes the copy; called once, with the version the file has, and only when there is something to do. */
  copyBefore(version: number): Result<null>;
  readonly migrations?: readonly Migration[];
};

/**
 * Returns the version reached. Faults: `book.newer_file`, `book.damaged`, `book.disk_full` and its like, and
 * `book.migration_failed` with the version that was taken back.
 */
export function migrate(store: Store, options: MigrateOptions): Result<number> {
  const migrations = options.migrations ?? known;
  const newest = migrations.at(-1)?.version ?? 0;
  const found = readVersion(store);
  if (found > newest) return fail('book.newer_file', { fileVersion: found, appVersion: newest });
  if (found === 0 && !options.isNew) return fail('book.damaged');
  const waiting = migrations.filter((migration) => migration.version > found);
  if (waiting.length === 0) return ok(found);
  if (found > 0) {
    const copied = options.copyBefore(found);
    if (!copied.ok) return copied;
  }
  for (const migration of waiting) {
    const applied = apply(store, migration);
    if (!applied.ok) return applied;
  }
  return ok(newest);
}

export function readVersion(store: Store): number {
  return store.db.pragma('user_version', { simple: true }) as number;
}

function apply(store: Store, migration: Migration): Result<null> {
  const { db } = store;
  // A table can only be rebuilt with the checks off, and they cannot be switched inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.exec(migration.sql);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new BrokenReferences(broken.length);
      db.pragma(`user_version = ${migration.version}`);
    }).exclusive();
    return ok(null);
  } catch (error) {
    const fault = faultOfSqlite(error);
    if (fault) return fault;
    if (error instanceof BrokenReferences || isRefusedBySqlite(error)) {
      return fail('book.migration_failed', { version: migration.version });
    }
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

class BrokenReferences extends Error {
  constructor(count: number) {
    super(`${count} rows point at nothing`);
  }
}

/** A constraint or a statement that does not fit the rows: the file is as it was, and the user must be told. */
function isRefusedBySqlite(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_');
}
