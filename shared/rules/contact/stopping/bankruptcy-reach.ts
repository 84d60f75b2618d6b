/**
 * Which debts a bankruptcy case or a discharge reaches. A filing covers what the person owed on the day it was made, so an
 * event recorded for every debt does not reach one that arose later. An event recorded with another debt of the same person
 * almost always covers this one too; until somebody has said so, nobody knows.
 */
import type { Day } from '../../../domain/days.ts';
import type { DebtFactName, LegalEventKind } from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import type { DebtFacts, LegalEvent } from '../../facts.ts';

const daysOfDebt: readonly DebtFactName[] = [
  'defaulted_on',
  'transaction_on',
  'charged_off_on',
  'last_statement_on',
  'delinquent_on',
  'last_charge_on',
  'itemization_on',
];

/** Every day on file for the debt lies after the one given: one that does not is enough to doubt it. */
export function aroseAfter(debt: DebtFacts, day: Day): boolean {
  if (debt.openedOn <= day) return false;
  for (const known of [debt.placedOn, debt.oldestDueOn, debt.lastPaymentOn, debt.judgedOn]) {
    if (known !== null && known <= day) return false;
  }
  return daysOfDebt.every((name) => {
    const known = debt.known[name]?.value;
    return known === undefined || known > day;
  });
}

export type Reach = {
  /** Name this debt, or every debt and this one is old enough. */
  readonly binding: readonly LegalEvent[];
  /** Every debt, but this one arose later. */
  readonly younger: readonly LegalEvent[];
  /** Recorded with another debt, and nothing says that this one is left out. */
  readonly elsewhere: readonly LegalEvent[];
};

const nothing: Reach = { binding: [], younger: [], elsewhere: [] };

/** Cases of the person themselves; a co-debtor’s are another matter. */
export function reachOf(view: CaseView, kind: LegalEventKind, at: number): Reach {
  const { debt, events } = view.facts;
  if (!events.some((event) => event.kind === kind)) return nothing;
  const binding: LegalEvent[] = [];
  const younger: LegalEvent[] = [];
  const elsewhere: LegalEvent[] = [];
  for (const event of events) {
    if (event.kind !== kind || event.detail.codebtor === true || !view.isInForce(event, at)) continue;
    if (event.accountId === debt.accountId) binding.push(event);
    else if (aroseAfter(debt, event.on)) {
      if (event.accountId === null) younger.push(event);
    } else if (event.accountId === null) binding.push(event);
    else if (!isSpokenFor(view, event, at)) elsewhere.push(event);
  }
  return { binding, younger, elsewhere };
}

/**
 * The same kind of event of the person themselves was recorded with this debt on that day or later: it says itself whether it
 * binds, or has ended here because the court let the creditor go on, the debt was reaffirmed or it was left out.
 */
function isSpokenFor(view: CaseView, elsewhere: LegalEvent, at: number): boolean {
  const { debt, events } = view.facts;
  return events.some(
    (event) =>
      event.kind === elsewhere.kind &&
      event.accountId === debt.accountId &&
      event.detail.codebtor !== true &&
      event.on >= elsewhere.on &&
      (view.isInForce(event, at) || (event.endedOn !== null && event.endedOn <= view.officeDay(at))),
  );
}
