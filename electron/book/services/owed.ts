/**
 * What is owed on a day, posted and accrued, and the interest that runs from there: what promises, plans and settlements are
 * measured against. Credit waiting on one account lowers no other.
 */
import type { Day } from '../../../shared/domain/days.ts';
import { addDays } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { assertInRange } from '../../../shared/domain/money.ts';
import type { PlanInterest } from '../../../shared/domain/plan-terms.ts';
import type { Store } from '../store/store.ts';
import { factsOf, readLedger } from './ledger-facts.ts';

/** Negative when more credit waits than is owed. Throws `MoneyOutOfRange` for what is no sum any more. */
export function owedOn(store: Store, accountId: number, on: Day): number {
  const { totalCents } = explain(factsOf(readLedger(store, accountId)), on);
  assertInRange(totalCents);
  return totalCents;
}

export type OwedShare = { readonly accountId: number; readonly owedCents: number };

/** What is owed of each of several accounts, none less than nothing, in their order. */
export function owedShares(store: Store, accountIds: readonly number[], on: Day): OwedShare[] {
  return accountIds.map((accountId) => ({
    accountId,
    owedCents: Math.max(0, owedOn(store, accountId, on)),
  }));
}

export function sumOfShares(shares: readonly OwedShare[]): number {
  return shares.reduce((sum, { owedCents }) => sum + owedCents, 0);
}

/**
 * The interest that runs on several accounts together from a day: `null` when none does, and when they bear it by different
 * terms (`mixed`). Compound interest is given by its rate: what a plan pays each time leaves none to be compounded.
 */
export function interestFrom(
  store: Store,
  accountIds: readonly number[],
  on: Day,
): { readonly interest: PlanInterest | null; readonly mixed: boolean } {
  let interest: PlanInterest | null = null;
  for (const accountId of accountIds) {
    const facts = factsOf(readLedger(store, accountId));
    const bears = /[1-9]/.test(explain(facts, on).perDiem.unrounded);
    const accrued = explain(facts, addDays(on, 1)).lines.findLast(
      (line) => line.line === 'interest' && line.because === 'accrued',
    );
    const running = accrued?.line === 'interest' ? accrued.segments.at(-1) : undefined;
    if (!bears || !running) continue;
    const { rate, dayCount } = running.terms;
    if (interest && (interest.rate !== rate || interest.dayCount !== dayCount)) {
      return { interest: null, mixed: true };
    }
    const baseCents: number = (interest?.baseCents ?? 0) + running.baseCents;
    interest = { rate, dayCount, fromOn: on, baseCents };
  }
  return { interest, mixed: false };
}
