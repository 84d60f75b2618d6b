/**
 * A plan follows its payments: it is completed when they reach its total, and runs on when one of them is
 * taken back. Reminders of a completed plan go silent and come back with it.
 */
import type { CommandContext } from '../context.ts';
import { findPlanOf, updatePlanEnd } from '../store/queries/plans.ts';
import { cancelRemindersOfPlan, reopenRemindersOfPlan } from '../store/queries/reminders.ts';

/** Call it after payments of an account changed, before its summary is refreshed. */
export function settlePlan(context: CommandContext, accountId: number): void {
  const { store, now } = context;
  const plan = findPlanOf(store, accountId);
  if (!plan) return;
  if (plan.endedAt === null && plan.receivedCents >= plan.totalCents) {
    updatePlanEnd(store, plan.planId, { as: 'completed', reason: 'Paid', at: now });
    cancelRemindersOfPlan(store, plan.planId, now);
  } else if (plan.endedAs === 'completed' && plan.endedAt !== null && plan.receivedCents < plan.totalCents) {
    updatePlanEnd(store, plan.planId, null);
    reopenRemindersOfPlan(store, plan.planId, plan.endedAt, now);
  } else {
    return;
  }
  context.changed('plans', [accountId]);
  context.changed('reminders', [accountId]);
}
