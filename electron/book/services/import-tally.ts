/** What becomes of each row of a file: counted by kind and currency, so that the parts always come to the whole. */
import type { ImportTally, RefusedRow } from '../../../shared/contract/imports.ts';
import type { RowDoubt, RowRefusal } from '../../../shared/domain/import/rows/remarks.ts';
import { type RowKind, rowKinds } from '../../../shared/domain/import.ts';
import { doubtSentence, refusalSentence } from '../../../shared/text/import-words.ts';

export const outcomes = [
  'written',
  'changed',
  'alreadyThere',
  'refused',
  'leftOut',
  'apart',
  'waiting',
] as const;
export type RowFate = (typeof outcomes)[number];

/** Rows refused or doubted beyond these are counted but not listed. */
const listed = 500;
const cellShown = 200;

type Counts = { -readonly [K in keyof ImportTally]: ImportTally[K] };

export type Tallies = {
  add(kind: RowKind, currency: string, fate: RowFate, cents: number): void;
  refuse(line: number, refusal: RowRefusal, cells: readonly string[] | null): void;
  doubt(line: number, doubt: RowDoubt, cells: readonly string[] | null): void;
  /** Rows of one fate over all kinds. */
  rowsOf(fate: RowFate): number;
  list(): ImportTally[];
  /** The sums of the kind the file is about, in dollars: its charges, or, where it has none, what it has. */
  main(): { fileCents: number; chargesCents: number; refusedCents: number; alreadyThereCents: number };
  rows(): number;
  readonly refused: Remarked;
  readonly doubted: Remarked;
};

export type Remarked = { count: number; readonly rows: RefusedRow[]; readonly by: Map<string, number> };

export function makeTallies(
  headers: readonly string[],
  nameOf: (name: string, index: number) => string,
): Tallies {
  const byKind = new Map<string, Counts>();
  const refused: Remarked = { count: 0, rows: [], by: new Map() };
  const doubted: Remarked = { count: 0, rows: [], by: new Map() };

  function note(
    to: Remarked,
    line: number,
    about: RowRefusal | RowDoubt,
    reason: () => string,
    cells: readonly string[] | null,
  ) {
    to.count += 1;
    to.by.set(about.code, (to.by.get(about.code) ?? 0) + 1);
    if (to.rows.length >= listed) return;
    to.rows.push({
      line,
      reason: reason(),
      code: about.code,
      column: about.column === null ? null : nameOf(headers[about.column] ?? '', about.column),
      value: about.value,
      at: about.column,
      ...(cells === null ? {} : { cells: cells.slice(0, 200).map((cell) => cell.slice(0, cellShown)) }),
    });
  }

  return {
    refused,
    doubted,
    add(kind, currency, fate, cents) {
      const key = `${kind} ${currency}`;
      let counts = byKind.get(key);
      if (!counts) {
        counts = emptyCounts(kind, currency);
        byKind.set(key, counts);
      }
      counts.rows += 1;
      counts.cents += cents;
      counts[fate] += 1;
      counts[`${fate}Cents`] += cents;
    },
    refuse: (line, refusal, cells) =>
      note(refused, line, refusal, () => refusalSentence(refusal.code, refusal.params), cells),
    doubt: (line, doubt, cells) =>
      note(doubted, line, doubt, () => doubtSentence(doubt.code, doubt.params), cells),
    rowsOf: (fate) => [...byKind.values()].reduce((sum, counts) => sum + counts[fate], 0),
    list: () =>
      [...byKind.values()].sort((a, b) => orderOf(a) - orderOf(b) || (a.currency < b.currency ? -1 : 1)),
    rows: () => [...byKind.values()].reduce((sum, counts) => sum + counts.rows, 0),
    main() {
      const dollars = [...byKind.values()].filter(({ currency }) => currency === 'USD');
      const charges = dollars.filter(({ kind }) => kind === 'charge');
      const counted = charges.length > 0 ? charges : dollars;
      const sum = (of: (counts: Counts) => number) =>
        counted.reduce((total, counts) => total + of(counts), 0);
      return {
        fileCents: sum(({ cents }) => cents),
        chargesCents: sum(
          ({ writtenCents, changedCents, waitingCents }) => writtenCents + changedCents + waitingCents,
        ),
        refusedCents: sum(({ refusedCents }) => refusedCents),
        alreadyThereCents: sum(({ alreadyThereCents }) => alreadyThereCents),
      };
    },
  };
}

function orderOf({ currency, kind }: ImportTally): number {
  return (currency === 'USD' ? 0 : 100) + rowKinds.indexOf(kind);
}

function emptyCounts(kind: RowKind, currency: string): Counts {
  return {
    kind,
    currency,
    rows: 0,
    cents: 0,
    written: 0,
    writtenCents: 0,
    changed: 0,
    changedCents: 0,
    alreadyThere: 0,
    alreadyThereCents: 0,
    refused: 0,
    refusedCents: 0,
    leftOut: 0,
    leftOutCents: 0,
    apart: 0,
    apartCents: 0,
    waiting: 0,
    waitingCents: 0,
  };
}

/** By line, as the file stands; rows found wanting when they were held against the book come in between. */
export function sortRemarks(tallies: Tallies): void {
  for (const { rows } of [tallies.refused, tallies.doubted]) rows.sort((a, b) => a.line - b.line);
}

export function countsBy({ by }: Remarked): { code: string; count: number }[] {
  return [...by].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}
