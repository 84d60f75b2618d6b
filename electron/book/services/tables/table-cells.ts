/**
 * What a list is made of when it leaves the book as a file: columns that say what their cells are, and rows in pieces, so that a list
 * of any length is written without being held. The same table is written as CSV (`write-csv.ts`) or as a workbook (`write-xlsx.ts`).
 */

export const cellKinds = ['text', 'integer', 'money', 'day', 'moment', 'percent'] as const;
export type CellKind = (typeof cellKinds)[number];

export type TableColumn = {
  readonly name: string;
  readonly kind: CellKind;
  /** In characters, for workbooks; by its kind and name when left out. */
  readonly width?: number;
};

/**
 * `text`: a string. `day`: `YYYY-MM-DD`. `moment`: the clock of the office, `YYYY-MM-DDTHH:MM`. `integer`: a number.
 * `money`: whole cents. `percent`: basis points. `null` is an empty cell in all of them.
 */
export type TableCell = string | number | null;
export type TableRow = readonly TableCell[];

export type Table = {
  /** The sheet's name in a workbook. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Some hundred rows a piece: between two pieces other work gets its turn. */
  readonly rows: Iterable<readonly TableRow[]> | AsyncIterable<readonly TableRow[]>;
};

export type WriteSteps = {
  /** Asked between pieces: ends the writing with `call.cancelled`. The file is then half-written and to be removed. */
  readonly stopped?: () => boolean;
  /** Rows written so far, of all tables. */
  readonly progress?: (rows: number) => void;
};

export type Written = {
  readonly rows: number;
  readonly bytes: number;
  /** Hexadecimal, of the bytes as written. */
  readonly sha256: string;
  /** Cells whose text was cut because the format holds no more; 0 for CSV. */
  readonly shortened: number;
};

/** `-1234.50`: exact, without grouping, as programs read it. */
export function plainMoney(cents: number): string {
  const absolute = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.trunc(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}
