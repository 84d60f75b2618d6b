/**
 * A plan follows its payments: it is completed when they reach its total, and runs on when one of them is taken back. It ends as
 * well when nothing is owed any more, interest that has accrued included: nobody may be asked for it. It is completed then only when
 * its payments did that; where something else did (a write-off, a charge taken back), it is cancelled and never runs on.
 * A settlement that is kept forgives the rest of every account it covers, to the cent, and what it forgave is owed again with the
 * payment that bounced. What was charged since the agreement is none of that rest: it stays owed as far as no money beyond the
 * settlement paid it. Interest since is forgiven.
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
  insertPlanRest,
  listPlanAccounts,
  listPlanEntries,
  listPlansToSettle,
  listSincePlan,
  type PlanRow,
  updatePlanAccount,
  updatePlanEnd,
  updatePlanRestOver,
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
    if (plan.kind === 'settlement') forgiveRest(context, plan, 0, 'Settled for less', post);
    // Only now: what is forgiven is not owed besides.
    insertPlanRest(store, planId);
  } else if (isNothingOwed(store, accounts, today)) {
    const as = receivedCents >= owedByTerms(plan) ? 'completed' : 'cancelled';
    updatePlanEnd(store, planId, { as, reason: 'Nothing is owed any more', at: now, receivedCents });
    if (as === 'completed') insertPlanRest(store, planId);
  }
  followPlan(context, planId, accountId);
}

/** The debt it was to pay off: its total without interest to come, which who pays sooner does not owe. */
function owedByTerms(plan: PlanRow): number {
  const { terms, totalCents, receivedBeforeCents } = plan;
  return receivedBeforeCents + Math.min(totalCents, terms?.totalCents ?? totalCents);
}

function isNothingOwed(store: Store, accounts: readonly number[], today: Day): boolean {
  // What is posted is quickly added up; only where nothing of it is open may interest still be.
  if (accounts.some((accountId) => balanceOf(store, accountId).balanceCents > 0)) return false;
  return sumOfShares(owedShares(store, accounts, today)) === 0;
}

function settleCompleted(context: CommandContext, plan: PlanRow, accountId: number, post: Poster): void {
  const { store, now, today } = context;
  const { planId, receivedCents } = plan;
  const enough = plan.receivedAtEndCents ?? totalOfPlan(plan);
  if (receivedCents >= Math.min(enough, totalOfPlan(plan))) return;
  const accounts = listPlanAccounts(store, planId).map((account) => account.accountId);
  // Money may have gone back because less was owed after all.
  if (receivedCents > 0 && isNothingOwed(store, accounts, today)) return;
  const other = accounts.some((one) => findActivePlanId(store, one) !== null);
  const stays: PlanEnding | null = other
    ? { as: 'cancelled', reason: 'Another plan was made since', at: now }
    : keepWithOpen(context, plan)
      ? null
      : { as: 'cancelled', reason: 'The account was closed', at: now };
  updatePlanEnd(store, planId, stays);
  updatePlanRestOver(store, planId);
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
 * Forgives what a settlement's accounts owe beyond what was charged since it was made and money beyond the settlement has not paid,
 * and beyond `leftCents`, which stays with the accounts in their order. Says who allowed it.
 */
export function forgiveRest(
  context: CommandContext,
  plan: PlanRow,
  leftCents: number,
  reason: string,
  post: Poster,
): void {
  const { store, today } = context;
  const since = listSincePlan(store, plan.planId);
  const moneyCents = since.reduce((sum, account) => sum + account.moneyCents, 0);
  let beyond = Math.max(0, moneyCents - Math.min(Math.max(0, plan.receivedCents), totalOfPlan(plan)));
  let stays = leftCents;
  for (const { accountId, chargedCents } of since) {
    const owedCents = Math.max(0, owedOn(store, accountId, today));
    const paid = Math.min(beyond, chargedCents);
    beyond -= paid;
    const besides = Math.min(owedCents, chargedCents - paid);
    const kept = Math.min(stays, owedCents - besides);
    stays -= kept;
    const forgivenCents = owedCents - besides - kept;
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
