/** A plan as the screens see it: what payments came to for each instalment, what is next, what was missed. */
import type { PlanFacts } from '../../../shared/contract/plans.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { type MatchedInstalment, matchInstalments, sumOf } from '../../../shared/domain/plan.ts';
import type { PlanTerms, ScheduledInstalment } from '../../../shared/domain/plan-terms.ts';
import { balanceOf } from '../store/queries/entries.ts';
import { listInstalments, listPlanAccounts, type PlanRow } from '../store/queries/plans.ts';
import type { Store } from '../store/store.ts';
import { owedShares, sumOfShares } from './owed.ts';

/** The instalments of the version in force with what came in for each. */
export function matchedOf(store: Store, plan: PlanRow, today: Day): MatchedInstalment[] {
  return matchInstalments(instalmentsOf(store, plan, today), receivedNow(plan), today, plan.graceDays);
}

/** The instalments of the version in force. A plan that runs asks for no more than is owed: what is too much falls away at its end. */
export function instalmentsOf(store: Store, plan: PlanRow, today: Day): readonly ScheduledInstalment[] {
  const received = receivedNow(plan);
  const instalments = withShortage(listInstalments(store, plan.versionId), received);
  if (plan.endedAt !== null) return instalments;
  // Interest its instalments reckon with is owed only by and by.
  const toCome = plan.terms?.interest ? Math.max(0, plan.totalCents - plan.terms.totalCents) : 0;
  const leftCents = sumOf(instalments) - Math.max(0, received) - toCome;
  const accountIds = listPlanAccounts(store, plan.planId).map(({ accountId }) => accountId);
  // What is posted is quickly added up; only where that is less may accrued interest make it up.
  let postedCents = 0;
  for (const accountId of accountIds) postedCents += Math.max(0, balanceOf(store, accountId).balanceCents);
  if (leftCents <= postedCents) return instalments;
  return withoutLast(instalments, leftCents - sumOfShares(owedShares(store, accountIds, today)));
}

/** Takes a sum off the last instalments. */
function withoutLast(
  instalments: readonly ScheduledInstalment[],
  tooMuchCents: number,
): readonly ScheduledInstalment[] {
  let off = Math.max(0, tooMuchCents);
  const kept: ScheduledInstalment[] = [];
  for (const part of [...instalments].reverse()) {
    const less = Math.min(off, part.amountCents);
    off -= less;
    if (less < part.amountCents) kept.unshift({ ...part, amountCents: part.amountCents - less });
  }
  return kept;
}

/** Money of before this version that was taken back is due first, with the first instalment. */
function withShortage(
  instalments: readonly ScheduledInstalment[],
  receivedCents: number,
): readonly ScheduledInstalment[] {
  const [first, ...rest] = instalments;
  if (!first || receivedCents >= 0) return instalments;
  return [{ ...first, amountCents: first.amountCents - receivedCents }, ...rest];
}

/** What came in for the version in force. */
export function receivedNow({ receivedCents, receivedBeforeCents }: PlanRow): number {
  return receivedCents - receivedBeforeCents;
}

/** What a plan comes to over all its versions: what came in before this one, and its instalments. */
export function totalOfPlan({ receivedBeforeCents, totalCents }: PlanRow): number {
  return receivedBeforeCents + totalCents;
}

export function planFactsOf(store: Store, plan: PlanRow, today: Day): PlanFacts {
  const instalments = matchedOf(store, plan, today);
  const active = plan.endedAt === null;
  const next = active ? instalments.find((part) => part.paidCents < part.amountCents) : undefined;
  const totalCents = active
    ? plan.receivedBeforeCents + sumOf(instalments) + Math.min(0, receivedNow(plan))
    : totalOfPlan(plan);
  return {
    planId: plan.planId,
    accountId: plan.accountId,
    debtorName: plan.debtorName,
    accountNumber: plan.accountNumber,
    kind: plan.kind,
    accounts: listPlanAccounts(store, plan.planId).map(({ accountId, number, balanceCents }) => ({
      accountId,
      number,
      balanceCents,
    })),
    state: plan.endedAs ?? 'active',
    endedReason: plan.endedReason,
    frequency: plan.frequency,
    totalCents,
    paidCents: Math.max(0, Math.min(plan.receivedCents, totalCents)),
    startedOn: plan.startedOn,
    nextDueOn: next?.dueOn ?? null,
    nextAmountCents: next ? next.amountCents - next.paidCents : null,
    missed: active ? instalments.filter((part) => part.behind).length : 0,
    pausedUntil: active && plan.pausedUntil !== null && plan.pausedUntil > today ? plan.pausedUntil : null,
    version: plan.version,
    settlement:
      plan.agreedBalanceCents !== null && plan.onDefault !== null
        ? {
            agreedBalanceCents: plan.agreedBalanceCents,
            forgivenCents: plan.agreedBalanceCents - totalCents,
            expiresOn: plan.expiresOn,
            onDefault: plan.onDefault,
            allowedBy: plan.allowedBy,
          }
        : null,
    ...(plan.terms ? { terms: contractTerms(plan.terms) } : {}),
    instalments: instalments.map(({ number, dueOn, amountCents, paidCents, state }) => ({
      number,
      dueOn,
      amountCents,
      paidCents,
      state,
    })),
  };
}

/** Terms with nothing left out, as calls carry them. */
export function contractTerms(terms: PlanTerms): NonNullable<PlanFacts['terms']> {
  return {
    totalCents: terms.totalCents,
    count: terms.count,
    frequency: terms.frequency,
    firstOn: terms.firstOn,
    secondDay: terms.secondDay ?? null,
    amountCents: terms.amountCents ?? null,
    downPayment: terms.downPayment ?? null,
    balloonCents: terms.balloonCents ?? null,
    uneven: terms.uneven ? [...terms.uneven] : null,
    roll: terms.roll ?? 'none',
    interest: terms.interest ?? null,
  };
}
