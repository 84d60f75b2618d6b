/**
 * Plans over one or several accounts of a debtor, from today's balance on. What payments make of one is derived from the ledger;
 * a change never edits it but makes its next version, and the versions before it stay to be compared.
 */
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { type BrokenFloor, brokenFloorsOf } from '../../../shared/domain/floors.ts';
import { sumOf } from '../../../shared/domain/plan.ts';
import { changePlan, type NextVersion } from '../../../shared/domain/plan-life.ts';
import type {
  PlanChange,
  PlanInterest,
  PlanTerms,
  ScheduledInstalment,
} from '../../../shared/domain/plan-terms.ts';
import { defaultOf } from '../../../shared/domain/settlement.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandHandler, QueryContext, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { updateOfferOutcome } from '../store/queries/offers.ts';
import {
  findFirstTerms,
  findPlan,
  findPlanOf,
  listInstalments,
  listPlanAccounts,
  listPlansInForce,
  listPlanVersions,
  type PlanRow,
  updatePlanEnd,
  updatePlanPause,
} from '../store/queries/plans.ts';
import { listPromises } from '../store/queries/promises.ts';
import { turnDay } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import {
  checkDays,
  checkFloors,
  checkInterest,
  draftPlan,
  findAccountsTogether,
  writeVersion,
} from './agree-plan.ts';
import { agree, logOffer, overrideHoldsCardData } from './offers.ts';
import { interestFrom, owedShares, sumOfShares } from './owed.ts';
import { instalmentsOf, matchedOf, planFactsOf, receivedNow, totalOfPlan } from './plan-facts.ts';
import { type FloorsInForce, floorsFor } from './policies.ts';
import { post, reckon } from './post-ledger.ts';
import { promiseFactsOf } from './promises.ts';
import { followPlan, forgiveRest } from './settle-plan.ts';

const mostListed = 500;
/** Promises that came due longer ago are history, found on the account. */
/** Promises due longer ago are not listed. */
export const promiseDaysListed = 180;

/** Errors: `plan.not_found`, `plan.not_active`. */
function findRunning(store: Store, planId: number): Result<PlanRow> {
  const plan = findPlan(store, planId);
  if (!plan) return fail('plan.not_found');
  return plan.endedAt === null ? ok(plan) : fail('plan.not_active');
}

function accountIdsOf(store: Store, planId: number): number[] {
  return listPlanAccounts(store, planId).map(({ accountId }) => accountId);
}

// ---- starting ------------------------------------------------------------------------------------------

export const readBasis: QueryHandler<'plans.basis'> = ({ store, today }, input) => {
  const accounts = findAccountsTogether(store, input.accountIds);
  if (!accounts.ok) return accounts;
  const accountIds = accounts.value.map(({ accountId }) => accountId);
  const { interest, mixed } = interestFrom(store, accountIds, today);
  return ok({
    today,
    owedCents: sumOfShares(owedShares(store, accountIds, today)),
    interest,
    mixedTerms: mixed,
    floors: floorsFor(
      store,
      accounts.value.map(({ clientId }) => clientId),
    ),
  });
};

/** Logged as an offer of the office that was accepted at once. */
export const startPlan: CommandHandler<'plans.start'> = (context, input) => {
  const { override } = input;
  if (overrideHoldsCardData(override)) return fail('payment.card_number');
  const draft = draftPlan(context, {
    accountIds: [input.accountId, ...input.alsoAccountIds],
    kind: 'plan',
    terms: input.terms,
    settlement: null,
  });
  if (!draft.ok) return draft;
  const kept = checkFloors(draft.value.brokenFloors, draft.value.floors.mayGoBelow, override);
  if (!kept.ok) return kept;
  const offerId = logOffer(context, draft.value, { by: 'office', countersOfferId: null, override, memo: '' });
  return ok({ planId: agree(context, draft.value, offerId, override) });
};

// ---- changing ------------------------------------------------------------------------------------------

/** Plans made before terms were kept stand as their instalments do. */
function termsOf(plan: PlanRow, instalments: readonly ScheduledInstalment[]): PlanTerms {
  return (
    plan.terms ?? {
      totalCents: plan.totalCents,
      count: instalments.length,
      frequency: plan.frequency,
      firstOn: plan.firstOn,
      uneven: instalments.map(({ dueOn, amountCents }) => ({ dueOn, amountCents })),
    }
  );
}

type Drafted = NextVersion & {
  readonly brokenFloors: readonly BrokenFloor[];
  readonly floors: FloorsInForce;
};

/** The next version of a plan; nothing is written. Errors: those of `changePlan`, `plan.before_today`. */
function draftChange({ store, today }: QueryContext, plan: PlanRow, change: PlanChange): Result<Drafted> {
  const instalments = instalmentsOf(store, plan, today);
  const received = receivedNow(plan);
  const terms = termsOf(plan, instalments);
  const asked: PlanChange =
    change.change === 'amend' && plan.kind === 'settlement'
      ? { change: 'amend', terms: { ...change.terms, interest: null } }
      : change;
  const next = changePlan(
    {
      terms,
      schedule: instalments,
      receivedCents: Math.max(0, received),
      asOf: today,
      graceDays: plan.graceDays,
      owed: terms.interest ? owedByPlan(store, plan, today) : null,
    },
    asked,
  );
  if (!next.ok) return next;
  // One that was paid and closed since is covered still.
  const accounts = findAccountsTogether(store, accountIdsOf(store, plan.planId));
  if (!accounts.ok) return accounts;
  const floors = floorsFor(
    store,
    accounts.value.map(({ clientId }) => clientId),
  );
  const { schedule } = next.value;
  if (change.change === 'amend') {
    const days = checkDays(schedule, next.value.terms, today);
    if (!days.ok) return days;
    const rate = checkInterest(store, next.value.terms, accountIdsOf(store, plan.planId), {
      today,
      madeOn: today,
    });
    if (!rate.ok) return rate;
  }
  // The sum of a settlement was agreed on; what is left of it is no new share.
  const broken = brokenFloorsOf(
    { terms: next.value.terms, schedule, kind: 'plan', balanceCents: next.value.totalCents },
    floors,
  );
  return ok({
    ...next.value,
    floors,
    // The rest of a part-paid instalment is no small instalment somebody asked for.
    brokenFloors: change.change === 'amend' ? broken : broken.filter(({ floor }) => floor === 'longest_term'),
  });
}

/** What a plan with interest has still to pay off by the ledger, and the interest that runs on it. */
function owedByPlan(
  store: Store,
  plan: PlanRow,
  today: Day,
): { totalCents: number; interest: PlanInterest | null } {
  const accounts = listPlanAccounts(store, plan.planId);
  const agreedCents = accounts.reduce((sum, account) => sum + account.agreedCents, 0);
  const first = findFirstTerms(store, plan.planId);
  // A plan over part of the debt leaves the rest out.
  const besideCents = first ? Math.max(0, agreedCents - first.totalCents) : 0;
  const accountIds = accounts.map(({ accountId }) => accountId);
  const totalCents = Math.max(0, sumOfShares(owedShares(store, accountIds, today)) - besideCents);
  const { interest } = interestFrom(store, accountIds, today);
  return {
    totalCents,
    interest: interest && { ...interest, baseCents: Math.min(interest.baseCents, totalCents) },
  };
}

export const previewChange: QueryHandler<'plans.previewChange'> = (context, { planId, change }) => {
  const plan = findRunning(context.store, planId);
  if (!plan.ok) return plan;
  const next = draftChange(context, plan.value, change);
  if (!next.ok) return next;
  const { schedule } = next.value;
  return ok({
    totalCents: sumOf(schedule),
    instalments: schedule.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents })),
  });
};

export const changeRunningPlan: CommandHandler<'plans.change'> = (context, input) => {
  const { store, now } = context;
  const { planId, change, reason, override } = input;
  if (holdsCardData(reason) || overrideHoldsCardData(override)) return fail('payment.card_number');
  const found = findRunning(store, planId);
  if (!found.ok) return found;
  const plan = found.value;
  const next = draftChange(context, plan, change);
  if (!next.ok) return next;
  const { terms, schedule, brokenFloors, floors } = next.value;
  const kept = checkFloors(brokenFloors, floors.mayGoBelow, override);
  if (!kept.ok) return kept;
  const accountIds = accountIdsOf(store, planId);
  // New terms, and anything below a floor, stand among the offers with why that was allowed.
  if (change.change === 'amend' || brokenFloors.length > 0) {
    const shares = owedShares(store, accountIds, context.today);
    const offerId = logOffer(
      context,
      {
        accountIds,
        kind: plan.kind,
        terms,
        settlement: plan.onDefault && { expiresOn: null, onDefault: plan.onDefault },
        shares,
        owedCents: sumOfShares(shares),
        schedule,
        floors,
        brokenFloors,
      },
      { by: 'office', countersOfferId: null, override, memo: `Change of a running plan: ${reason}` },
    );
    updateOfferOutcome(store, offerId, { outcome: 'accepted', at: now, reason: '' });
  }
  const version = plan.version + 1;
  writeVersion(context, {
    planId,
    version,
    terms,
    schedule,
    reason,
    receivedBeforeCents: plan.receivedCents,
  });
  if (change.change === 'pause') updatePlanPause(store, planId, change.until);
  else if (change.change === 'amend' || change.change === 'redate') updatePlanPause(store, planId, null);
  followPlan(context, planId, null);
  return ok({ version });
};

// ---- ending --------------------------------------------------------------------------------------------

export const cancelPlan: CommandHandler<'plans.cancel'> = (context, { planId, reason }) => {
  const { store, now } = context;
  if (holdsCardData(reason)) return fail('payment.card_number');
  const plan = findRunning(store, planId);
  if (!plan.ok) return plan;
  updatePlanEnd(store, planId, { as: 'cancelled', reason, at: now });
  followPlan(context, planId, null);
  return ok({});
};

/**
 * Refused before an instalment is missed and its grace is over, as the agreement says: `plan.not_missed`. What was paid stays paid. A settlement that stands forgives now what it would have forgiven at its end, so that only what is
 * missing of it is owed; any other plan leaves the ledger as it is.
 */
export const defaultPlan: CommandHandler<'plans.default'> = (context, { planId, reason }) => {
  const { store, now, today } = context;
  if (holdsCardData(reason)) return fail('payment.card_number');
  const found = findRunning(store, planId);
  if (!found.ok) return found;
  const plan = found.value;
  if (!matchedOf(store, plan, today).some(({ behind }) => behind)) return fail('plan.not_missed');
  updatePlanEnd(store, planId, { as: 'defaulted', reason, at: now });
  if (plan.onDefault === 'settlement_stands' && plan.agreedBalanceCents !== null) {
    const { owedCents } = defaultOf({
      agreedBalanceCents: plan.agreedBalanceCents,
      totalCents: totalOfPlan(plan),
      receivedCents: plan.receivedCents,
      onDefault: plan.onDefault,
    });
    forgiveRest(context, plan, owedCents, 'Settlement not kept: it stands', (accountId, change) =>
      post(context, reckon(store, accountId, change)),
    );
  }
  followPlan(context, planId, null);
  return ok({});
};

// ---- reading -------------------------------------------------------------------------------------------

export const getPlan: QueryHandler<'plans.get'> = ({ store, today }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  const plan = findPlanOf(store, accountId);
  return ok({ plan: plan && planFactsOf(store, plan, today) });
};

export const listVersions: QueryHandler<'plans.versions'> = ({ store }, { planId }) => {
  if (!findPlan(store, planId)) return fail('plan.not_found');
  return ok({
    versions: listPlanVersions(store, planId).map(({ versionId, ...version }) => ({
      ...version,
      instalments: listInstalments(store, versionId),
    })),
  });
};

export const listPlans: QueryHandler<'plans.list'> = ({ store, today }) => {
  turnDay(store, today);
  const everyDay = { from: '0000-00-00', to: '9999-12-31' };
  const plans = listPlansInForce(store, everyDay, mostListed).map((plan) => {
    const { instalments: _, ...facts } = planFactsOf(store, plan, today);
    return facts;
  });
  const promises = listPromises(store, addDays(today, -promiseDaysListed), today, mostListed).map((promise) =>
    promiseFactsOf(promise, today),
  );
  return ok({ plans, promises });
};
