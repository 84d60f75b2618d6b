/**
 * The book as its tables, for taking all of it out and bringing all of it in. What search keeps is left out: it is made from the
 * rest. Values come and go exactly: integers of 64 bits, texts with whatever is in them, bytes, and nothing.
 */
import type { Store } from '../store.ts';
import { refreshAllSearch } from './summaries.ts';

export type ColumnType = 'integer' | 'text' | 'blob';

export type BookColumn = {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
};

export type BookTable = {
  readonly name: string;
  readonly columns: readonly BookColumn[];
  /** The columns its rows are told apart and ordered by. */
  readonly key: readonly string[];
  readonly references: readonly { readonly column: string; readonly table: string }[];
};

/** A value as SQLite keeps it. */
export type ExactValue = null | bigint | string | Buffer;

const types: Readonly<Record<string, ColumnType>> = { INTEGER: 'integer', TEXT: 'text', BLOB: 'blob' };

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Every table that keeps something of its own, by name. */
export function listBookTables(store: Store): BookTable[] {
  const tables = store.db
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all() as { name: string; sql: string }[];
  const virtual = tables.filter(({ sql }) => /^\s*CREATE VIRTUAL TABLE/i.test(sql)).map(({ name }) => name);
  const isSearch = (name: string) =>
    virtual.some((search) => name === search || name.startsWith(`${search}_`));
  return tables.filter(({ name }) => !isSearch(name)).map(({ name }) => tableOf(store, name));
}

function tableOf(store: Store, name: string): BookTable {
  const all = store.db.pragma(`table_xinfo(${quoted(name)})`) as {
    name: string;
    type: string;
    notnull: number;
    pk: number;
    hidden: number;
  }[];
  // What is generated follows from the rest.
  const columns = all.filter(({ hidden }) => hidden === 0);
  const references = store.db.pragma(`foreign_key_list(${quoted(name)})`) as {
    from: string;
    table: string;
  }[];
  return {
    name,
    columns: columns.map((column) => {
      const type = types[column.type];
      if (type === undefined) throw new Error(`a column of type ${column.type}`);
      return { name: column.name, type, required: column.notnull === 1 || column.pk > 0 };
    }),
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    references: references
      .map(({ from, table }) => ({ column: from, table }))
      .sort((a, b) => a.column.localeCompare(b.column, 'en')),
  };
}

export function countRowsOf(store: Store, table: BookTable): number {
  return store.db
    .prepare(`SELECT count(*) FROM ${quoted(table.name)}`)
    .pluck()
    .get() as number;
}

/** Every row in the order of its key, values in the order of the columns. Nothing may be written meanwhile. */
export function iterateRowsOf(store: Store, table: BookTable): IterableIterator<ExactValue[]> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const order = (table.key.length > 0 ? table.key : table.columns.map(({ name }) => name)).map(quoted);
  return store.db
    .prepare(`SELECT ${columns} FROM ${quoted(table.name)} ORDER BY ${order.join(', ')}`)
    .raw()
    .safeIntegers()
    .iterate() as IterableIterator<ExactValue[]>;
}

/**
 * Makes a book that was just made ready to be filled: no rows, and none of the triggers that would make rows of their own or
 * refuse some. Returns how to put the triggers back.
 */
export function emptyWholeBook(store: Store): { readonly triggers: readonly string[] } {
  const triggers = store.db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) store.db.exec(`DROP TRIGGER ${quoted(name)}`);
  for (const { name } of listBookTables(store)) store.db.exec(`DELETE FROM ${quoted(name)}`);
  return { triggers: triggers.map(({ sql }) => sql) };
}

/** References are looked at once, at the end (`endFilling`). */
export function beginFilling(store: Store): void {
  store.db.pragma('foreign_keys = OFF');
}

/** Rows as `iterateRowsOf` gives them; a value the column cannot hold throws. */
export function inserterOf(store: Store, table: BookTable): (row: readonly ExactValue[]) => void {
  const columns = table.columns.map(({ name }) => quoted(name));
  const statement = store.db.prepare(
    `INSERT INTO ${quoted(table.name)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => void statement.run(...row);
}

/** Puts the triggers back; returns how many references lead nowhere. */
export function endFilling(store: Store, triggers: readonly string[]): number {
  for (const sql of triggers) store.db.exec(sql);
  const broken = store.db.pragma('foreign_key_check') as unknown[];
  store.db.pragma('foreign_keys = ON');
  return broken.length;
}

/** What search knows, made anew from the rows. */
export function rebuildSearch(store: Store): void {
  refreshAllSearch(store);
  store.db.exec(`
    INSERT INTO note_search (note_search) VALUES ('delete-all');
    INSERT INTO note_search (rowid, text) SELECT id, text FROM notes;
    INSERT INTO attachment_search (attachment_search) VALUES ('delete-all');
    INSERT INTO attachment_search (rowid, name, description) SELECT id, name, description FROM attachments;
  `);
}

/** The book answers to the id of the key it lies under. */
export function nameBook(store: Store, bookId: string): void {
  store.db.prepare('UPDATE office SET book_id = ?').run(bookId);
}

/** The bytes of one document. */
export function readDocument(store: Store, table: string, column: string, id: bigint): Buffer {
  const statement = store.db.prepare(`SELECT ${quoted(column)} FROM ${quoted(table)} WHERE id = ?`);
  return statement.pluck().get(id) as Buffer;
}
