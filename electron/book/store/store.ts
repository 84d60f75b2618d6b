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
  close(): void;
};

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
    close() {
      statements.clear();
      db.close();
    },
  };
}
