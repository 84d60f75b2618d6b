/** Figures and lists of an import as sentences and lines. */
import type { ImportDone, ImportRow } from '../../../shared/contract/imports.ts';
import type { ImportField, PlanFault } from '../../../shared/domain/import.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { importFieldWords } from '../../../shared/text/labels.ts';

export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** `100 debtors · 2,466 charges · $147,703.18`. */
export function headlineOf(row: ImportRow): string {
  return [
    countOf(row.debtors, 'debtor'),
    countOf(row.charges, 'charge'),
    formatDollars(row.chargesCents),
  ].join(' · ');
}

export function paidOf(row: ImportRow): string {
  return row.payments === 0
    ? 'No payments were in the file.'
    : `${countOf(row.payments, 'payment')} made before the import, ${formatDollars(row.paymentsCents)} in all.`;
}

/** What an undo removes. */
export function removalOf(row: ImportRow): string {
  const parts = [
    ...(row.debtors > 0 ? [countOf(row.debtors, 'debtor')] : []),
    ...(row.accounts > 0 ? [countOf(row.accounts, 'account')] : []),
    `${countOf(row.charges, 'charge')} (${formatDollars(row.chargesCents)})`,
    ...(row.payments > 0
      ? [`${countOf(row.payments, 'payment')} (${formatDollars(row.paymentsCents)})`]
      : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

export function leftOutOf(done: ImportDone): string {
  const parts = [
    ...(done.refused > 0 ? [`${countOf(done.refused, 'row')} refused`] : []),
    ...(done.alreadyThere > 0 ? [`${countOf(done.alreadyThere, 'row')} already in the book`] : []),
  ];
  return parts.length === 0 ? 'Every row was written.' : `${parts.join(', ')}.`;
}

const lackWords: Partial<Record<ImportField, string>> = {
  debtor_name: 'Choose the column that says who it is: a name, a debtor number or an account number.',
  amount: 'Choose the column with the sum: Amount or Balance.',
  payment_amount: 'Choose the column with the sum that was paid.',
  credit_amount: 'Choose the column with the sum that is taken off.',
  payment_on: 'Choose the column with the day of the payment.',
  note: 'Choose the column with the text of the note.',
  contact_on: 'Choose the column with the day of the contact.',
  phone: 'Choose a column with a phone number.',
  address_line1: 'Choose a column with an address.',
};

/** What a mapping lacks, as something to do. */
export function lackOf(fault: PlanFault): string {
  const field = importFieldWords[fault.field].toLowerCase();
  if (fault.kind === 'twice') return `Keep one column for ${field}.`;
  return lackWords[fault.field] ?? `Choose the column with the ${field}.`;
}

/** `1.4 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte');
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024).toLocaleString('en-US')} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
