/**
 * A plan follows its payments: it is completed when they reach its total, and runs on when one of them is taken
 * back. It ends as well when nothing is owed any more for another reason, a charge taken back or money that counts
 * for an earlier day: nobody may be asked for it. Reminders of an ended plan go silent, and come back with it.
 */
import type { CommandContext } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { balanceOf } from '../store/queries/entries.ts';
import { findPlanOf, updatePlanEnd } from '../store/queries/plans.ts';
import { cancelRemindersOfPlan, reopenRemindersOfPlan } from '../store/queries/reminders.ts';

/** Call it after entries of an account changed, before its summary is refreshed. */
export function settlePlan(context: CommandContext, accountId: number): void {
  const { store, now } = context;
  const plan = findPlanOf(store, accountId);
  if (!plan) return;
  const { planId, endedAt } = plan;
  const paid = plan.receivedCents >= plan.totalCents;
  if (endedAt === null && paid) {
    updatePlanEnd(store, planId, { as: 'completed', reason: 'Paid', at: now });
    cancelRemindersOfPlan(store, planId, now);
  } else if (endedAt === null && balanceOf(store, accountId).balanceCents <= 0) {
    updatePlanEnd(store, planId, { as: 'cancelled', reason: 'Nothing is owed any more', at: now });
    cancelRemindersOfPlan(store, planId, now);
  } else if (endedAt !== null && plan.endedAs === 'completed' && !paid) {
    if (findAccount(store, accountId)?.closedAt === null) {
      updatePlanEnd(store, planId, null);
      reopenRemindersOfPlan(store, planId, endedAt, now);
    } else {
      updatePlanEnd(store, planId, { as: 'cancelled', reason: 'The account was closed', at: now });
    }
  } else {
    return;
  }
  context.changed('plans', [accountId]);
  context.changed('reminders', [accountId]);
}
