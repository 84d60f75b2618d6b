/**
 * What a plan or settlement must keep before anybody agrees to it, and writing the one agreed on. Refused: accounts that are
 * closed, of several debtors or already in a plan; nothing owed, or more than is owed; a settlement that forgives nothing; days
 * gone by; instalments the account's own interest eats up; terms below a floor that nobody allowed.
 */
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { type BrokenFloor, brokenFloorsOf } from '../../../shared/domain/floors.ts';
import { scheduleOf, sumOf } from '../../../shared/domain/plan.ts';
import type { PlanTerms, ScheduledInstalment } from '../../../shared/domain/plan-terms.ts';
import { rateMicros } from '../../../shared/domain/rate.ts';
import { settle } from '../../../shared/domain/settlement.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { type AccountRecord, findAccount } from '../store/queries/accounts.ts';
import {
  findActivePlanId,
  insertPlan,
  insertPlanVersion,
  type OnDefault,
  type PlanKind,
} from '../store/queries/plans.ts';
import type { Store } from '../store/store.ts';
import { interestFrom, type OwedShare, owedShares, sumOfShares } from './owed.ts';
import { type FloorsInForce, floorsFor } from './policies.ts';
import { followPlan } from './settle-plan.ts';

export type Override = CheckedInputOf<'plans.start'>['override'];

export type SettlementAsked = { readonly expiresOn: Day | null; readonly onDefault: OnDefault };

export type PlanAsked = {
  /** The one it is kept with first. */
  readonly accountIds: readonly number[];
  readonly kind: PlanKind;
  readonly terms: PlanTerms;
  readonly settlement: SettlementAsked | null;
  /** Of an offer, the day it was made; else it is made today. */
  readonly madeOn?: Day;
};

export type PlanDraft = PlanAsked & {
  readonly shares: readonly OwedShare[];
  /** Posted and accrued, over all accounts. */
  readonly owedCents: number;
  readonly schedule: readonly ScheduledInstalment[];
  readonly floors: FloorsInForce;
  readonly brokenFloors: readonly BrokenFloor[];
};

/** Accounts of one debtor, each once, closed ones too. Errors: `account.not_found`, `plan.other_debtor`. */
export function findAccountsTogether(store: Store, accountIds: readonly number[]): Result<AccountRecord[]> {
  const accounts: AccountRecord[] = [];
  for (const accountId of new Set(accountIds)) {
    const account = findAccount(store, accountId);
    if (!account) return fail('account.not_found');
    const { debtorId, number } = account;
    if (debtorId !== (accounts[0]?.debtorId ?? debtorId)) return fail('plan.other_debtor', { number });
    accounts.push(account);
  }
  return ok(accounts);
}

/**
 * A plan as it would be made today; nothing is written. Floors it goes below are named, not refused. Errors: those of
 * `findAccountsTogether` and `scheduleOf`, `account.closed`, `plan.exists`, `plan.nothing_owed`, `plan.over_balance`, `plan.before_today`,
 * `settlement.not_below`, `plan.never_pays_off`, `plan.other_interest`.
 */
export function draftPlan({ store, today }: QueryContext, asked: PlanAsked): Result<PlanDraft> {
  const { kind, settlement } = asked;
  const accounts = findAccountsTogether(store, asked.accountIds);
  if (!accounts.ok) return accounts;
  if (accounts.value.some(({ closedAt }) => closedAt !== null)) return fail('account.closed');
  const accountIds = accounts.value.map(({ accountId }) => accountId);
  const shares = owedShares(store, accountIds, today);
  const owedCents = sumOfShares(shares);
  if (owedCents === 0) return fail('plan.nothing_owed');
  if (accountIds.some((accountId) => findActivePlanId(store, accountId) !== null)) return fail('plan.exists');
  // A settlement's total is its total, whatever interest the account bears.
  const terms: PlanTerms = kind === 'settlement' ? { ...asked.terms, interest: null } : asked.terms;
  if (kind === 'plan' && terms.totalCents > owedCents)
    return fail('plan.over_balance', { balanceCents: owedCents });
  const rate = checkInterest(store, terms, accountIds, { today, madeOn: asked.madeOn ?? today });
  if (!rate.ok) return rate;
  const schedule = scheduleFor(store, { owedCents, accountIds, terms, settlement, today });
  if (!schedule.ok) return schedule;
  const floors = floorsFor(
    store,
    accounts.value.map(({ clientId }) => clientId),
  );
  const brokenFloors = brokenFloorsOf(
    { terms, schedule: schedule.value, kind, balanceCents: owedCents },
    floors,
  );
  return ok({
    ...asked,
    accountIds,
    terms,
    shares,
    owedCents,
    schedule: schedule.value,
    floors,
    brokenFloors,
  });
}

function scheduleFor(
  store: Store,
  plan: {
    readonly owedCents: number;
    readonly accountIds: readonly number[];
    readonly terms: PlanTerms;
    readonly settlement: SettlementAsked | null;
    readonly today: Day;
  },
): Result<readonly ScheduledInstalment[]> {
  const { owedCents, accountIds, terms, settlement, today } = plan;
  if (settlement) {
    const settled = settle(owedCents, terms, settlement);
    return settled.ok ? checkDays(settled.value.schedule, terms, today) : settled;
  }
  if (!terms.interest) {
    // A plan may leave interest to the end, but not one whose instalments the interest eats up.
    const { interest } = interestFrom(store, accountIds, today);
    const withInterest =
      interest &&
      scheduleOf({
        ...terms,
        interest: { ...interest, baseCents: Math.min(interest.baseCents, terms.totalCents) },
      });
    if (withInterest && !withInterest.ok && withInterest.error.code === 'plan.never_pays_off') {
      return withInterest;
    }
  }
  const schedule = scheduleOf(terms);
  return schedule.ok ? checkDays(schedule.value, terms, today) : schedule;
}

/**
 * A plan may reckon no interest but what runs on its accounts, from when its total was reckoned on: any other has nothing that
 * allows it (12 CFR 1006.22(b)). Errors: `plan.other_interest` (`rate`, empty when none runs).
 */
export function checkInterest(
  store: Store,
  { interest: asked = null }: PlanTerms,
  accountIds: readonly number[],
  { today, madeOn }: { readonly today: Day; readonly madeOn: Day },
): Result<null> {
  if (asked === null) return ok(null);
  const { interest } = interestFrom(store, accountIds, today);
  const same =
    interest !== null &&
    rateMicros(asked.rate) === rateMicros(interest.rate) &&
    asked.dayCount === interest.dayCount &&
    asked.baseCents <= interest.baseCents &&
    asked.fromOn >= madeOn;
  return same ? ok(null) : fail('plan.other_interest', { rate: interest?.rate ?? '' });
}

/** Nothing may be due before today. Errors: `plan.before_today`. */
export function checkDays(
  schedule: readonly ScheduledInstalment[],
  terms: PlanTerms,
  today: Day,
): Result<readonly ScheduledInstalment[]> {
  const begins = terms.uneven ? today : terms.firstOn;
  return begins < today || schedule.some(({ dueOn }) => dueOn < today)
    ? fail('plan.before_today', { today })
    : ok(schedule);
}

/** Errors: `plan.below_floor` with the first floor broken and who may go below it. */
export function checkFloors(
  brokenFloors: readonly BrokenFloor[],
  mayGoBelow: string,
  override: Override,
): Result<null> {
  const [first] = brokenFloors;
  if (!first || override !== null) return ok(null);
  return fail('plan.below_floor', { ...first, mayGoBelow });
}

/** Writes a plan or settlement from today on, with its reminders; returns its id. */
export function writePlan(
  context: CommandContext,
  draft: PlanDraft,
  agreed: { readonly offerId: number; readonly allowedBy: string; readonly reason: string },
): number {
  const { store, now, today, author } = context;
  const [accountId] = draft.accountIds;
  if (accountId === undefined) throw new Error('a plan over no account');
  const planId = insertPlan(store, {
    accountId,
    startedOn: today,
    madeAt: now,
    author,
    accounts: draft.shares.map((share) => ({ accountId: share.accountId, balanceCents: share.owedCents })),
    allowedBy: agreed.allowedBy,
    offerId: agreed.offerId,
    settlement: draft.settlement && { ...draft.settlement, agreedBalanceCents: draft.owedCents },
  });
  writeVersion(context, {
    planId,
    version: 1,
    terms: draft.terms,
    schedule: draft.schedule,
    reason: agreed.reason,
    receivedBeforeCents: 0,
  });
  followPlan(context, planId, null);
  return planId;
}

/** Writes a version of a plan; what its instalments add up to is its total. */
export function writeVersion(
  { store, now, author }: CommandContext,
  version: {
    readonly planId: number;
    readonly version: number;
    readonly terms: PlanTerms;
    readonly schedule: readonly ScheduledInstalment[];
    readonly reason: string;
    readonly receivedBeforeCents: number;
  },
): void {
  const { terms, schedule } = version;
  insertPlanVersion(
    store,
    {
      planId: version.planId,
      version: version.version,
      totalCents: sumOf(schedule),
      count: Math.max(1, schedule.filter(({ number }) => number > 0).length),
      frequency: terms.frequency,
      firstOn: schedule.find(({ number }) => number > 0)?.dueOn ?? terms.firstOn,
      madeAt: now,
      terms,
      reason: version.reason,
      author,
      receivedBeforeCents: version.receivedBeforeCents,
    },
    schedule,
  );
}
