/** What a trial comes to, as sentences. */
import type { DryRun, ImportTally } from '../../../shared/contract/imports.ts';
import type { RowKind } from '../../../shared/domain/import.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { countOf } from './import-words.ts';

const nouns: Readonly<Record<RowKind, readonly [one: string, many: string]>> = {
  charge: ['charge', 'charges'],
  debtor: ['debtor', 'debtors'],
  account: ['account', 'accounts'],
  payment: ['payment', 'payments'],
  credit: ['credit', 'credits'],
  note: ['note', 'notes'],
  contact: ['contact', 'contacts'],
  phone: ['phone number', 'phone numbers'],
  address: ['address', 'addresses'],
  bank_line: ['sum received', 'sums received'],
};

export function countOfKind(count: number, kind: RowKind): string {
  return countOf(count, ...nouns[kind]);
}

/** Whether anything at all would be in the book afterwards that is not there now. */
export function writesAnything(trial: DryRun): boolean {
  return trial.tallies.some((tally) => tally.written + tally.changed + tally.waiting > 0);
}

/** The button that writes it: `Import 260 charges`, `Import 12 charges and 3 more rows`. */
export function verbOf(trial: DryRun): string {
  const counts = new Map<RowKind, number>();
  for (const { kind, written, changed, waiting } of trial.tallies) {
    const count = written + changed + waiting;
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  const [first, ...others] = [...counts];
  if (first === undefined) return 'Nothing to import';
  const more = others.reduce((sum, [, count]) => sum + count, 0);
  return `Import ${countOfKind(first[1], first[0])}${more === 0 ? '' : ` and ${countOf(more, 'more row')}`}`;
}

/** Totals of dollars that are owed anew. */
export function headlineOfTrial(trial: DryRun): string {
  const parts = trial.tallies
    .filter(({ written, changed, waiting }) => written + changed + waiting > 0)
    .map(({ kind, written, writtenCents, changed, changedCents, waiting, waitingCents, currency }) => {
      const cents = writtenCents + changedCents + waitingCents;
      const sum = cents === 0 ? '' : ` (${sumOf(cents, currency)})`;
      return `${countOfKind(written + changed + waiting, kind)}${sum}`;
    });
  return parts.join(', ');
}

/** A sum in its currency; dollars with their sign. */
export function sumOf(cents: number, currency: string): string {
  return currency === '' || currency === 'USD'
    ? formatDollars(cents)
    : `${formatDollars(cents).replace('$', '')} ${currency}`;
}

/** The sum of the file in dollars and what becomes of it; parts that hold nothing are left out, but for the three one looks for. */
export function sharesOf(tallies: readonly ImportTally[]): {
  readonly fileCents: number;
  readonly shares: readonly { readonly words: string; readonly cents: number }[];
} {
  const dollars = tallies.filter(({ currency }) => currency === '' || currency === 'USD');
  const sum = (part: (tally: ImportTally) => number) =>
    dollars.reduce((cents, tally) => cents + part(tally), 0);
  const shares = [
    { words: 'to be written', cents: sum(({ writtenCents }) => writtenCents), always: true },
    { words: 'brought up to date', cents: sum(({ changedCents }) => changedCents), always: false },
    { words: 'waiting for an account', cents: sum(({ waitingCents }) => waitingCents), always: false },
    { words: 'refused', cents: sum(({ refusedCents }) => refusedCents), always: true },
    { words: 'left out', cents: sum(({ leftOutCents }) => leftOutCents), always: false },
    { words: 'kept apart', cents: sum(({ apartCents }) => apartCents), always: false },
    { words: 'already there', cents: sum(({ alreadyThereCents }) => alreadyThereCents), always: true },
  ];
  return {
    fileCents: sum(({ cents }) => cents),
    shares: shares.filter(({ cents, always }) => always || cents !== 0),
  };
}

/** What of the figures somebody typed the file does not come to; empty when all agree. */
export function controlsMissed(trial: DryRun, typedCents: number | null, typedRows: number | null): string[] {
  return [
    ...(typedCents === null || typedCents === trial.fileCents
      ? []
      : ['The file does not come to the total you typed.']),
    ...(typedRows === null || typedRows === trial.rows
      ? []
      : ['The file does not have the number of rows you typed.']),
  ];
}
