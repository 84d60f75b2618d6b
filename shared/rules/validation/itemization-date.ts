/**
 * Which day may be the itemization date, and whether the day chosen is still the one used before: 12 CFR 1006.34(b)(3).
 * One of five days, chosen once and kept for the consumer and the debt.
 */
import { type Day, isDay } from '../../domain/days.ts';
import { type DebtFactName, type ItemizationKind, itemizationKinds } from '../../domain/law.ts';
import type { DebtFacts } from '../facts.ts';
import type { FactRef } from '../verdict.ts';

export type ItemizationCandidate = {
  readonly kind: ItemizationKind;
  readonly on: Day;
  readonly source: string;
  readonly ref: FactRef;
};

export const itemizationKindWords: Readonly<Record<ItemizationKind, string>> = {
  last_statement: 'Last statement date',
  charge_off: 'Charge-off date',
  last_payment: 'Last payment date',
  transaction: 'Transaction date',
  judgment: 'Judgment date',
};

/** What each kind means, for the person who chooses. */
export const itemizationKindHelp: Readonly<Record<ItemizationKind, string>> = {
  last_statement:
    'The date of the last periodic statement, written account statement or invoice a creditor sent. One of a collector does not count.',
  charge_off: 'The date the debt was charged off.',
  last_payment: 'The date the last payment was applied to the debt. A payment by somebody else counts.',
  transaction:
    'The date of the transaction that gave rise to the debt. With several, any of them, and then always that one.',
  judgment: 'The date of a final court judgment that settles how much is owed.',
};

const ofFacts: readonly (readonly [ItemizationKind, DebtFactName])[] = [
  ['last_statement', 'last_statement_on'],
  ['charge_off', 'charged_off_on'],
  ['transaction', 'transaction_on'],
  ['transaction', 'last_charge_on'],
];

/** The days that come into question, in the order of the five kinds; one may come twice for different kinds. */
export function itemizationCandidates(debt: DebtFacts): readonly ItemizationCandidate[] {
  const found: ItemizationCandidate[] = [];
  for (const [kind, name] of ofFacts) {
    const fact = debt.known[name];
    if (fact && isDay(fact.value))
      found.push({ kind, on: fact.value, source: fact.source, ref: { kind: 'debt_fact', name } });
  }
  if (debt.lastPaymentOn !== null)
    found.push({
      kind: 'last_payment',
      on: debt.lastPaymentOn,
      source: 'The ledger',
      ref: { kind: 'account' },
    });
  if (debt.judgedOn !== null)
    found.push({ kind: 'judgment', on: debt.judgedOn, source: 'The ledger', ref: { kind: 'account' } });
  if (!found.some(({ kind }) => kind === 'transaction'))
    found.push({
      kind: 'transaction',
      on: debt.openedOn,
      source: 'The day the account was opened; check that it is the day of the transaction',
      ref: { kind: 'account' },
    });
  return found.sort((a, b) => itemizationKinds.indexOf(a.kind) - itemizationKinds.indexOf(b.kind));
}

export type ItemizationChoice = { readonly kind: ItemizationKind; readonly on: Day };

/** What is chosen on the account; `null` while it is not, or not wholly. */
export function itemizationChoiceOf(debt: DebtFacts): ItemizationChoice | null {
  const kind = debt.known.itemization_kind?.value;
  const on = debt.known.itemization_on?.value;
  const known = itemizationKinds.find((one) => one === kind);
  return known !== undefined && on !== undefined && isDay(on) ? { kind: known, on } : null;
}

/** A later notice must use the day of the first (1006.34(b)(3)). `null` when it does. */
export function changedItemization(used: ItemizationChoice, now: ItemizationChoice): string | null {
  if (used.kind === now.kind && used.on === now.on) return null;
  return `An earlier notice about this debt used the ${itemizationKindWords[used.kind].toLowerCase()} ${used.on}. Once used, the itemization date stays the same for this debtor and debt.`;
}
