/**
 * Promises and instalment plans. Neither is ever edited into being kept: what became of them is derived from
 * the payments in the ledger (`shared/domain/promise.ts`, `shared/domain/plan.ts`).
 */
import type { InstalmentFacts, PlanFacts } from '../../../shared/contract/plans.ts';
import { addDays, type Day, instantOf } from '../../../shared/domain/days.ts';
import { formatDollars } from '../../../shared/domain/money.ts';
import { matchInstalments, type ScheduledInstalment, scheduleOf } from '../../../shared/domain/plan.ts';
import { promiseStateOf } from '../../../shared/domain/promise.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { balanceOf } from '../store/queries/entries.ts';
import {
  findActivePlanId,
  findPlan,
  findPlanOf,
  insertPlan,
  insertPlanVersion,
  listInstalments,
  listPlansInForce,
  type PlanRow,
  updatePlanEnd,
} from '../store/queries/plans.ts';
import {
  findPromise,
  insertPromise,
  listPromises,
  updatePromiseCancelled,
} from '../store/queries/promises.ts';
import { cancelRemindersOfPlan, insertReminder } from '../store/queries/reminders.ts';
import { refreshSummary, turnDay } from '../store/queries/summaries.ts';
import { findOpenAccount } from './open-account.ts';

/** When a reminder of an instalment rings on its day, in the user's zone. */
const reminderTime = '09:00';

const mostListed = 500;
/** Promises that came due longer ago are history, found on the account. */
const promiseDaysListed = 180;

export const recordPromise: CommandHandler<'promises.record'> = (
  context,
  { accountId, amountCents, dueOn },
) => {
  const { store, now, today, author } = context;
  const account = findOpenAccount(store, accountId);
  if (!account.ok) return account;
  if (balanceOf(store, accountId).balanceCents <= 0) return fail('plan.nothing_owed');
  if (dueOn < today) return fail('call.invalid_input', { field: 'dueOn' });
  const promiseId = insertPromise(store, {
    accountId,
    amountCents,
    dueOn,
    madeOn: today,
    madeAt: now,
    author,
  });
  refreshSummary(store, accountId);
  context.changed('plans', [accountId]);
  return ok({ promiseId });
};

export const cancelPromise: CommandHandler<'promises.cancel'> = (context, { promiseId, reason }) => {
  const promise = findPromise(context.store, promiseId);
  if (!promise || promise.cancelled) return fail('promise.not_found');
  updatePromiseCancelled(context.store, promiseId, context.now, reason);
  refreshSummary(context.store, promise.accountId);
  context.changed('plans', [promise.accountId]);
  return ok({});
};

export const startPlan: CommandHandler<'plans.start'> = (context, { accountId, terms }) => {
  const { store, now, zone, today, author } = context;
  const account = findOpenAccount(store, accountId);
  if (!account.ok) return account;
  const { balanceCents } = balanceOf(store, accountId);
  if (balanceCents <= 0) return fail('plan.nothing_owed');
  if (terms.totalCents > balanceCents) return fail('plan.over_balance', { balanceCents });
  if (terms.firstOn < today) return fail('call.invalid_input', { field: 'firstOn' });
  if (findActivePlanId(store, accountId) !== null) return fail('plan.exists');
  const schedule = scheduleOf(terms);
  if (!schedule.ok) return schedule;

  const planId = insertPlan(store, { accountId, startedOn: today, madeAt: now, author });
  insertPlanVersion(store, { ...terms, planId, version: 1, madeAt: now }, schedule.value);
  for (const { number, dueOn, amountCents } of schedule.value) {
    const dueAt = instantOf(dueOn, reminderTime, zone);
    // An instalment due today after nine has nothing left to be reminded of.
    if (dueAt <= now) continue;
    insertReminder(store, {
      accountId,
      // Its day by name: a reminder missed over a weekend is read when `today` is another.
      text: `Instalment ${number} of ${terms.count}, ${formatDollars(amountCents)}, due ${dayWords(dueOn)}`,
      dueAt,
      zone,
      planId,
      madeAt: now,
      author,
    });
  }
  refreshSummary(store, accountId);
  context.changed('plans', [accountId]);
  context.changed('reminders', [accountId]);
  return ok({ planId });
};

export const cancelPlan: CommandHandler<'plans.cancel'> = (context, { planId, reason }) => {
  const { store, now } = context;
  const plan = findPlan(store, planId);
  if (!plan) return fail('plan.not_found');
  if (plan.endedAt !== null) return fail('plan.not_active');
  updatePlanEnd(store, planId, { as: 'cancelled', reason, at: now });
  cancelRemindersOfPlan(store, planId, now);
  refreshSummary(store, plan.accountId);
  context.changed('plans', [plan.accountId]);
  context.changed('reminders', [plan.accountId]);
  return ok({});
};

/** A plan with what payments came to for each instalment, in order of due day. */
function planFactsOf(plan: PlanRow, schedule: readonly ScheduledInstalment[], today: Day): PlanFacts {
  const instalments = matchInstalments(schedule, plan.receivedCents, today);
  const next =
    plan.endedAt === null ? instalments.find((instalment) => instalment.state !== 'paid') : undefined;
  return {
    planId: plan.planId,
    accountId: plan.accountId,
    debtorName: plan.debtorName,
    accountNumber: plan.accountNumber,
    state: plan.endedAs ?? 'active',
    frequency: plan.frequency,
    totalCents: plan.totalCents,
    paidCents: Math.min(plan.receivedCents, plan.totalCents),
    startedOn: plan.startedOn,
    nextDueOn: next?.dueOn ?? null,
    nextAmountCents: next ? next.amountCents - next.paidCents : null,
    missed: plan.endedAt === null ? instalments.filter((instalment) => instalment.behind).length : 0,
    instalments: instalments.map(
      ({ number, dueOn, amountCents, paidCents, state }): InstalmentFacts => ({
        number,
        dueOn,
        amountCents,
        paidCents,
        state,
      }),
    ),
  };
}

export const getPlan: QueryHandler<'plans.get'> = ({ store, today }, { accountId }) => {
  if (!findAccount(store, accountId)) return fail('account.not_found');
  const plan = findPlanOf(store, accountId);
  return ok({ plan: plan && planFactsOf(plan, listInstalments(store, plan.versionId), today) });
};

export const listPlans: QueryHandler<'plans.list'> = ({ store, today }) => {
  turnDay(store, today);
  const everyDay = { from: '0000-00-00', to: '9999-12-31' };
  const plans = listPlansInForce(store, everyDay, mostListed).map((plan) => {
    const { instalments: _, ...facts } = planFactsOf(plan, listInstalments(store, plan.versionId), today);
    return facts;
  });
  const promises = listPromises(store, addDays(today, -promiseDaysListed), today, mostListed).map(
    (promise) => ({
      promiseId: promise.promiseId,
      accountId: promise.accountId,
      debtorName: promise.debtorName,
      accountNumber: promise.accountNumber,
      amountCents: promise.amountCents,
      receivedCents: promise.receivedCents,
      dueOn: promise.dueOn,
      state: promiseStateOf(promise, today),
    }),
  );
  return ok({ plans, promises });
};
