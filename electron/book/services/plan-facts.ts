/** A plan as the screens see it: what payments came to for each instalment, what is next, what was missed. */
import type { PlanFacts } from '../../../shared/contract/plans.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { type MatchedInstalment, matchInstalments } from '../../../shared/domain/plan.ts';
import type { PlanTerms, ScheduledInstalment } from '../../../shared/domain/plan-terms.ts';
import { listInstalments, listPlanAccounts, type PlanRow } from '../store/queries/plans.ts';
import type { Store } from '../store/store.ts';

/** The instalments of the version in force with what came in for each. */
export function matchedOf(store: Store, plan: PlanRow, today: Day): MatchedInstalment[] {
  const received = receivedNow(plan);
  const instalments = withShortage(listInstalments(store, plan.versionId), received);
  return matchInstalments(instalments, received, today, plan.graceDays);
}

/** Money of before this version that was taken back is due first, with the first instalment. */
export function withShortage(
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
  const totalCents = totalOfPlan(plan);
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
