/**
 * A plan follows its payments: it is completed when they reach its total, and runs on when one of them is taken back. It ends as
 * well when nothing is owed any more, interest that has accrued included: nobody may be asked for it. A settlement that is kept
 * forgives the rest of every account it covers, to the cent, and what it forgave is owed again with the payment that bounced.
 *
 * What has to be posted goes back through the one way into the ledger, which calls this again: by then the plan has ended or
 * runs, and nothing is left to do.
 */
import type { Day } from '../../../shared/domain/days.ts';
import { isSettled } from '../../../shared/domain/settlement.ts';
import type { CommandContext } from '../context.ts';
import { balanceOf } from '../store/queries/entries.ts';
import {
  findActivePlanId,
  findPlan,
  insertPlanEntry,
  listPlanAccounts,
  listPlanEntries,
  listPlansToSettle,
  type PlanRow,
  updatePlanAccount,
  updatePlanEnd,
} from '../store/queries/plans.ts';
import { moveRemindersOfPlan } from '../store/queries/reminders.ts';
import { refreshSummary } from '../store/queries/summaries.ts';
import type { Store } from '../store/store.ts';
import { plainEntry } from './check-posting.ts';
import { owedOn, owedShares, sumOfShares } from './owed.ts';
import { totalOfPlan } from './plan-facts.ts';
import { followInstalments } from './plan-reminders.ts';
import type { LedgerChange, Posted } from './post-ledger.ts';

/** Posts a change to the ledger of an account. Handed in, because posting settles plans. */
export type Poster = (accountId: number, change: LedgerChange) => Pick<Posted, 'entryIds'>;

/** Call it after entries of an account changed, before its summary is refreshed. */
export function settlePlan(context: CommandContext, accountId: number, post: Poster): void {
  for (const plan of listPlansToSettle(context.store, accountId)) {
    if (plan.endedAt === null) settleRunning(context, plan, accountId, post);
    else settleCompleted(context, plan, accountId, post);
  }
}

function settleRunning(context: CommandContext, plan: PlanRow, accountId: number, post: Poster): void {
  const { store, now, today } = context;
  const { planId, receivedCents } = plan;
  const accounts = listPlanAccounts(store, planId).map((account) => account.accountId);
  const settled = isSettled(totalOfPlan(plan), receivedCents);
  if (settled) {
    updatePlanEnd(store, planId, { as: 'completed', reason: 'Paid', at: now, receivedCents });
    if (plan.kind === 'settlement') forgiveRest(context, plan, accounts, 0, 'Settled for less', post);
  } else if (isNothingOwed(store, accounts, today)) {
    updatePlanEnd(store, planId, {
      // Without a payment of its own it was never kept: the debt went for another reason.
      as: receivedCents > 0 ? 'completed' : 'cancelled',
      reason: 'Nothing is owed any more',
      at: now,
      receivedCents,
    });
  }
  followPlan(context, planId, accountId);
}

function isNothingOwed(store: Store, accounts: readonly number[], today: Day): boolean {
  // What is posted is quickly added up; only where nothing of it is open may interest still be.
  if (accounts.some((accountId) => balanceOf(store, accountId).balanceCents > 0)) return false;
  return sumOfShares(owedShares(store, accounts, today)) === 0;
}

function settleCompleted(context: CommandContext, plan: PlanRow, accountId: number, post: Poster): void {
  const { store, now } = context;
  const { planId, receivedCents } = plan;
  const enough = plan.receivedAtEndCents ?? totalOfPlan(plan);
  if (receivedCents >= Math.min(enough, totalOfPlan(plan))) return;
  const other = listPlanAccounts(store, planId).some(
    (account) => findActivePlanId(store, account.accountId) !== null,
  );
  const stays: PlanEnding | null = other
    ? { as: 'cancelled', reason: 'Another plan was made since', at: now }
    : keepWithOpen(context, plan)
      ? null
      : { as: 'cancelled', reason: 'The account was closed', at: now };
  updatePlanEnd(store, planId, stays);
  takeBackForgiven(context, plan, post);
  const again = findPlan(store, planId);
  // The debt may have gone otherwise while it was completed.
  if (again?.endedAt === null) settleRunning(context, again, accountId, post);
  else followPlan(context, planId, accountId);
}

type PlanEnding = NonNullable<Parameters<typeof updatePlanEnd>[2]>;

/**
 * A plan whose account was closed goes on with another one of its accounts that is open and owes something. False when there is
 * none.
 */
function keepWithOpen({ store, today }: CommandContext, plan: PlanRow): boolean {
  const accounts = listPlanAccounts(store, plan.planId);
  if (accounts.some(({ accountId, closed }) => accountId === plan.accountId && !closed)) return true;
  const next = accounts.find(
    ({ accountId, closed }) => !closed && accountId !== plan.accountId && owedOn(store, accountId, today) > 0,
  );
  if (!next) return false;
  updatePlanAccount(store, plan.planId, next.accountId);
  moveRemindersOfPlan(store, plan.planId, next.accountId);
  return true;
}

/**
 * Closing an account ends its plan, unless the account owes nothing and the plan covers others that do. Call it after the account was
 * closed and before its reminders are cancelled.
 */
export function leavePlan(context: CommandContext, accountId: number): void {
  const { store, now, today } = context;
  const planId = findActivePlanId(store, accountId);
  const plan = planId === null ? null : findPlan(store, planId);
  if (!plan) return;
  const others = listPlanAccounts(store, plan.planId).some(
    (account) =>
      account.accountId !== accountId && !account.closed && owedOn(store, account.accountId, today) > 0,
  );
  if (!others || owedOn(store, accountId, today) > 0 || !keepWithOpen(context, plan)) {
    updatePlanEnd(store, plan.planId, { as: 'cancelled', reason: 'The account was closed', at: now });
  }
  followPlan(context, plan.planId, accountId);
}

/** What follows from a plan's state: its reminders, and what lists show of the other accounts it covers. */
export function followPlan(context: CommandContext, planId: number, except: number | null): void {
  const { store } = context;
  const plan = findPlan(store, planId);
  if (!plan) throw new Error('a plan that was just written is gone');
  followInstalments(context, plan);
  const accounts = listPlanAccounts(store, planId).map((account) => account.accountId);
  for (const accountId of accounts) if (accountId !== except) refreshSummary(store, accountId);
  context.changed('plans', accounts);
  context.changed('reminders', accounts);
}

/**
 * Forgives what a settlement's accounts owe beyond `leftCents`, which stays with the accounts in their order. Says who allowed it.
 */
export function forgiveRest(
  context: CommandContext,
  plan: PlanRow,
  accounts: readonly number[],
  leftCents: number,
  reason: string,
  post: Poster,
): void {
  const { store, today } = context;
  let stays = leftCents;
  for (const { accountId, owedCents } of owedShares(store, accounts, today)) {
    const kept = Math.min(stays, owedCents);
    stays -= kept;
    const forgivenCents = owedCents - kept;
    if (forgivenCents === 0) continue;
    const { entryIds } = post(accountId, {
      add: [
        {
          ...plainEntry,
          principalCents: -forgivenCents,
          kind: 'settlement',
          effectiveOn: today,
          memo: reason,
          allowedBy: plan.allowedBy,
        },
      ],
    });
    for (const entryId of entryIds) insertPlanEntry(store, plan.planId, entryId);
  }
}

/** What a settlement forgave is owed again. */
function takeBackForgiven(context: CommandContext, plan: PlanRow, post: Poster): void {
  const taken = new Map<number, number[]>();
  for (const { entryId, accountId } of listPlanEntries(context.store, plan.planId)) {
    taken.set(accountId, [...(taken.get(accountId) ?? []), entryId]);
  }
  for (const [accountId, entryIds] of taken) {
    post(accountId, {
      takeBack: entryIds.map((entryId) => ({
        entryId,
        reason: 'A payment of the settlement was taken back',
      })),
    });
  }
}
