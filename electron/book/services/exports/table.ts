/**
 * A list of the book as a table that can leave it: its columns, and its rows in the order of the screen, some at a time. One is made for each
 * kind of list; whatever writes tables (spreadsheet, text, paper) knows nothing but this.
 */
import type { Cell, CellKind, TableColumn } from '../../../../shared/domain/export.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import type { JobContext, QueryContext } from '../../context.ts';

/** What a table may use while its rows are read. A row is right for the moment it was read. */
export type TableContext = QueryContext & Pick<JobContext, 'breathe' | 'cancelled' | 'pathOf' | 'progress'>;

export type Column<R> = TableColumn & { cell(row: R): Cell };

export type CellRow = readonly Cell[];

export type Table = {
  /** What it is, as a heading and the name of a file: `Accounts`. */
  readonly title: string;
  /** What it was narrowed to, a phrase each. */
  readonly about: readonly string[];
  readonly columns: readonly TableColumn[];
  /** `null` where only reading it tells. */
  readonly count: number | null;
  /** Cells of these columns, in this order, in pages of some milliseconds' work. */
  pages(columnIds: readonly string[]): AsyncIterable<readonly CellRow[]>;
};

type TableParts<R> = Pick<Table, 'title' | 'about' | 'count'> & {
  readonly columns: readonly Column<R>[];
  /** `wanted` holds the ids of the columns: what none of them needs is not read. */
  rows(wanted: ReadonlySet<string>): Iterable<readonly R[]> | AsyncIterable<readonly R[]>;
};

export function tableOf<R>({ title, about, count, columns, rows }: TableParts<R>): Table {
  const byId = new Map(columns.map((column) => [column.columnId, column]));
  return {
    title,
    about,
    count,
    columns: columns.map(({ cell: _, ...facts }) => facts),
    async *pages(columnIds) {
      const wanted = columnIds.flatMap((columnId) => byId.get(columnId) ?? []);
      for await (const page of rows(new Set(columnIds))) {
        yield page.map((row) => wanted.map((column) => column.cell(row)));
      }
    },
  };
}

/** `column('number', 'Account number', 'text', (row) => row.number)`. */
export function column<R>(
  columnId: string,
  title: string,
  kind: CellKind,
  cell: (row: R) => Cell,
): Column<R> {
  return { columnId, title, kind, shown: true, summed: false, cell };
}

/** Left out unless it is asked for. */
export function spare<R>(of: Column<R>): Column<R> {
  return { ...of, shown: false };
}

/** Printed with its sum. */
export function summed<R>(of: Column<R>): Column<R> {
  return { ...of, summed: true };
}

/** Rows read in one go, handed out in pages. */
export function* inPages<R>(rows: readonly R[], size = 500): Iterable<readonly R[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** Pages of a list that names where it goes on. */
export function* byPlace<R, P>(
  read: (after: P | null) => { readonly rows: readonly R[]; readonly next: P | null },
): Iterable<readonly R[]> {
  for (let after: P | null = null; ; ) {
    const { rows, next }: { readonly rows: readonly R[]; readonly next: P | null } = read(after);
    if (rows.length > 0) yield rows;
    if (next === null) return;
    after = next;
  }
}

/** Every column is one of the table's, and stands once. */
export function hasColumns(table: Pick<Table, 'columns'>, columnIds: readonly string[]): boolean {
  const known = new Set(table.columns.map(({ columnId }) => columnId));
  return columnIds.every((columnId) => known.has(columnId)) && new Set(columnIds).size === columnIds.length;
}

/** The value of a question that was checked before; a fault of it is a bug. */
export function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a list could not go on: ${result.error.code}`);
  return result.value;
}
