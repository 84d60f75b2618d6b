/** Tables that leave the book: what a cell is, and how much of a list goes on paper. */

/**
 * `money` is a sum in whole cents, `day` a calendar day, `moment` the clock of the office (`YYYY-MM-DDTHH:MM`), `percent` hundredths of a percent.
 * Account numbers, ZIP codes and phones are `text`: what only looks like a number stays as it is.
 */
export const cellKinds = ['text', 'integer', 'money', 'day', 'moment', 'percent'] as const;
export type CellKind = (typeof cellKinds)[number];

/** `null` is an empty cell, never zero. */
export type Cell = string | number | null;

export type TableColumn = {
  readonly columnId: string;
  readonly title: string;
  readonly kind: CellKind;
  /** Stands in the list as Duebook shows it; the others only where they are asked for. */
  readonly shown: boolean;
  /** Its cells add up to something: printed with their sum. */
  readonly summed: boolean;
};

/** Rows beyond these are left to the spreadsheet: about a hundred pages. */
export const mostRowsOnPaper = 2_000;
