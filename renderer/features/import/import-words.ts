/** Figures and lists of an import as sentences and lines. */
import type { ImportDone, ImportRow } from '../../../shared/contract/imports.ts';
import type { PlanFault } from '../../../shared/domain/import.ts';
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

/** What a mapping lacks, as something to do. */
export function lackOf(fault: PlanFault): string {
  if (fault.kind === 'twice') return `Keep one column for ${importFieldWords[fault.field].toLowerCase()}.`;
  return fault.field === 'amount'
    ? 'Choose the column with the sum: Amount or Balance.'
    : 'Choose the column that says who owes: Debtor name, Last name or Debtor number.';
}

/** `1.4 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte');
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024).toLocaleString('en-US')} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
