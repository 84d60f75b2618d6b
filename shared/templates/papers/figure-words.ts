/** The words and sums papers of figures share, so that a charge is named alike on each of them. */
import type { Explanation, ExplanationLine } from '../../contract/ledger.ts';
import { spellDayShort } from '../../domain/days.ts';
import { type Components, componentNames, type EntryKind } from '../../domain/ledger.ts';
import { formatDollars } from '../../domain/money.ts';
import { componentWords, dayCountWords, entryKindWords, paymentMethodWords } from '../../text/labels.ts';

export type InterestLine = Extract<ExplanationLine, { line: 'interest' }>;
export type ReliefLine = Extract<ExplanationLine, { line: 'relief' }>;
export type JudgmentLine = Extract<ExplanationLine, { line: 'judgment' }>;
export type Segment = InterestLine['segments'][number];

/** `Fee: INV-12, returned check`; the kind alone where nothing else is known. */
export function chargeWords(kind: EntryKind, reference: string, memo: string): string {
  const parts = [reference.trim(), memo.trim() === reference.trim() ? '' : memo.trim()].filter(Boolean);
  const name = entryKindWords[kind];
  return parts.length === 0 ? name : `${name}: ${parts.join(', ')}`;
}

/** `Payment, check 1044`. */
export function reliefWords(line: Pick<ReliefLine, 'kind' | 'method' | 'reference'>): string {
  const name = entryKindWords[line.kind];
  if (line.method === null) return line.reference === '' ? name : `${name}: ${line.reference}`;
  const method = paymentMethodWords[line.method];
  return `${name}, ${method.slice(0, 1).toLowerCase()}${method.slice(1)}${line.reference === '' ? '' : ` ${line.reference}`}`;
}

/** `8 % a year, simple, actual/365`; the sign keeps to its number. */
export function rateWords({ rate, method, dayCount }: Segment): string {
  return `${rate}\u00a0% a year, ${method}, ${dayCountWords[dayCount].toLowerCase()}`;
}

/** Parts that are not nothing: `principal $80.00, interest $20.00`. */
export function partsWords(parts: Components): string {
  return componentNames
    .filter((name) => parts[`${name}Cents`] !== 0)
    .map((name) => `${componentWords[name].toLowerCase()} ${formatDollars(parts[`${name}Cents`])}`)
    .join(', ');
}

/** Exact cents as the explanation gives them (`558.46575342`) in dollars: `$5.5846575342`, noughts at the end left out. */
export function exactDollars(unroundedCents: string): string {
  const [whole = '0', rest = ''] = unroundedCents.split('.');
  const digits = whole.padStart(3, '0');
  const dollars = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${dollars}.${digits.slice(-2)}${rest.replace(/0+$/, '')}`;
}

/** `26 days`. */
export function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days.toString()} days`;
}

/** The part of a balance by name; what is waiting as credit is a part of its own, so that they add up to the total. */
export function balanceParts(explanation: Explanation): readonly { name: string; cents: number }[] {
  const { parts, unpostedCents, unappliedCents } = explanation;
  return [
    { name: 'Principal', cents: parts.principalCents + unappliedCents },
    { name: 'Interest posted', cents: parts.interestCents - unpostedCents },
    { name: `Interest accrued to ${spellDayShort(explanation.asOf)}`, cents: unpostedCents },
    { name: 'Fees', cents: parts.feesCents },
    { name: 'Costs', cents: parts.costsCents },
    { name: 'Credit waiting', cents: -unappliedCents },
  ].filter(({ cents }) => cents !== 0);
}
