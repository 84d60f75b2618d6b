/** The driver itself on the same encrypted file: the limit every figure is held against. */
import Database from 'better-sqlite3';

export type RawDriver = {
  all(sql: string, values?: readonly unknown[]): unknown[];
  run(sql: string, values?: readonly unknown[]): void;
  exec(sql: string): void;
  close(): void;
};

/** Opens a file with its raw key and the settings of the book. */
export function openRaw(path: string, key: Buffer): RawDriver {
  const db = new Database(path);
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.pragma(`key = "x'${key.toString('hex')}'"`);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  db.pragma('cell_size_check = ON');
  const statements = new Map<string, Database.Statement>();
  const statementOf = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    all: (sql, values = []) => statementOf(sql).all(...values),
    run: (sql, values = []) => {
      statementOf(sql).run(...values);
    },
    exec: (sql) => {
      db.exec(sql);
    },
    close: () => {
      db.close();
    },
  };
}
