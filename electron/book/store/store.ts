/**
 * One open database connection. Queries ask it for prepared statements; each distinct text is prepared
 * once and kept. Only `store/` touches the driver.
 */
import type Database from 'better-sqlite3';

export type Store = {
  readonly db: Database.Database;
  /** The prepared statement for a text, made on first use. Values are always parameters. */
  sql(text: string): Database.Statement;
  /** Runs `work` in one transaction that takes the write lock at once; a throw rolls everything back. */
  transaction<T>(work: () => T): T;
  /**
   * Runs a transaction that writes much. What it wrote is safe in the log when this returns; moved to the book itself it is a moment
   * later, so that nobody waits for both.
   */
  writeMuch<T>(transaction: () => T): T;
  close(): void;
};

/** Pages of the log after which a commit moves them; the driver's own number. */
const logPages = 1000;

export function makeStore(db: Database.Database): Store {
  const statements = new Map<string, Database.Statement>();
  return {
    db,
    sql(text) {
      let statement = statements.get(text);
      if (!statement) {
        statement = db.prepare(text);
        statements.set(text, statement);
      }
      return statement;
    },
    transaction(work) {
      return db.transaction(work).immediate();
    },
    writeMuch(transaction) {
      db.pragma('wal_autocheckpoint = 0');
      try {
        return transaction();
      } finally {
        db.pragma(`wal_autocheckpoint = ${logPages}`);
        setTimeout(() => moveLog(db), 0);
      }
    },
    close() {
      statements.clear();
      db.close();
    },
  };
}

function moveLog(db: Database.Database): void {
  if (!db.open || db.inTransaction) return;
  try {
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // Somebody reads just now: the next commit moves it.
  }
}
