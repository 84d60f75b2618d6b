/**
 * Entries of the ledger as the books of another program take them: each changes what customers owe and one other account by the same
 * sum, so that every transaction comes to nothing by itself. IIF is the text QuickBooks Desktop brings in: parted by tabs, without quotation marks.
 */
import type { Day } from './days.ts';
import type { EntryKind } from './ledger.ts';
import { formatCents } from './money.ts';

export type BookkeepingKind = 'payments' | 'reductions' | 'charges' | 'interest';

/** What each kind holds; entries that move nothing are left out. */
export const bookkeepingEntries: Readonly<Record<BookkeepingKind, readonly EntryKind[]>> = {
  payments: ['payment', 'recovery', 'refund'],
  reductions: ['credit', 'discount', 'adjustment', 'settlement', 'write_off', 'merger', 'judgment'],
  charges: ['charge', 'fee', 'cost'],
  interest: ['interest'],
};

export function bookkeepingKindOf(kind: EntryKind): BookkeepingKind {
  if (bookkeepingEntries.payments.includes(kind)) return 'payments';
  if (bookkeepingEntries.charges.includes(kind)) return 'charges';
  return kind === 'interest' ? 'interest' : 'reductions';
}

/** Names of the accounts in the other program. */
export type BookkeepingNames = {
  readonly receivable: string;
  readonly deposits: string;
  readonly reductions: string;
  readonly charges: string;
  readonly interest: string;
};

export type BookkeepingEntry = {
  readonly kind: EntryKind;
  /** Of a reversal, what it takes back. */
  readonly ofKind: EntryKind;
  readonly on: Day;
  /** What it did to what is owed: charges above zero, payments below. */
  readonly amountCents: number;
  readonly name: string;
  /** Number the other program shows. */
  readonly reference: string;
  readonly memo: string;
};

export const iifHead = [
  '!TRNS\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\tDOCNUM\tMEMO',
  '!SPL\tTRNSTYPE\tDATE\tACCNT\tNAME\tAMOUNT\tDOCNUM\tMEMO',
  '!ENDTRNS',
  '',
].join('\r\n');

/** One transaction of three lines; the sums of the first two come to nothing. */
export function iifTransaction(entry: BookkeepingEntry, names: BookkeepingNames): string {
  const { amountCents, on } = entry;
  const kind = bookkeepingKindOf(entry.ofKind);
  const other = {
    payments: names.deposits,
    reductions: names.reductions,
    charges: names.charges,
    interest: names.interest,
  }[kind];
  const type = typeOf(entry, kind);
  const date = `${on.slice(5, 7)}/${on.slice(8, 10)}/${on.slice(0, 4)}`;
  // QuickBooks reads a colon as “belongs to”.
  const name = iifText(entry.name.replaceAll(':', '-'));
  const tail = [iifText(entry.reference), iifText(entry.memo)];
  const line = (keyword: string, account: string, cents: number) =>
    [keyword, type, date, iifText(account), name, plain(cents), ...tail].join('\t');
  // A payment opens with where the money is, everything else with what is owed.
  const owed = [names.receivable, amountCents] as const;
  const gone = [other, -amountCents] as const;
  const [first, second] = type === 'PAYMENT' ? [gone, owed] : [owed, gone];
  return `${line('TRNS', ...first)}\r\n${line('SPL', ...second)}\r\nENDTRNS\r\n`;
}

function typeOf({ kind, amountCents }: BookkeepingEntry, of: BookkeepingKind): string {
  if (kind === 'reversal') return 'GENERAL JOURNAL';
  if (of === 'payments') return amountCents < 0 ? 'PAYMENT' : 'GENERAL JOURNAL';
  if (of === 'reductions') return amountCents < 0 ? 'CREDIT MEMO' : 'GENERAL JOURNAL';
  return amountCents > 0 ? 'INVOICE' : 'GENERAL JOURNAL';
}

function plain(cents: number): string {
  return formatCents(cents).replaceAll(',', '');
}

/** No tab, line end or other control (some programs take one for the end of the file), and no quotation mark: the format has no way to say one. */
function iifText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('"', "'")
    .trim();
}
