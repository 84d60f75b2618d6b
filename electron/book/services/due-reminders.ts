/**
 * What main's scheduler asks: when does something come due next, and what is due now. Each due instant is told
 * once: taking marks it in the same transaction, so that a crash between taking and showing costs one
 * notification and never repeats one, while Today goes on showing the reminder until it is done. An instalment that
 * was paid ahead is not rung for: its reminder is done by itself.
 */
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import type { DueReminder } from '../protocol.ts';
import { runCommand } from '../run-call.ts';
import { findPlan } from '../store/queries/plans.ts';
import {
  findNextUntold,
  findReminded,
  listUntold,
  updateReminderState,
  updateReminderTold,
} from '../store/queries/reminders.ts';
import type { Store } from '../store/store.ts';

export const nextDueReminder: ErrandHandlers['reminders.nextDue'] = ({ store }) => {
  if (!store) return fail('book.not_open');
  const dueAt = findNextUntold(store);
  return ok(dueAt === null ? null : { dueAt });
};

function isPaidAhead(store: Store, reminderId: number): boolean {
  const reminded = findReminded(store, reminderId);
  if (!reminded) return false;
  const plan = findPlan(store, reminded.planId);
  return plan !== null && plan.receivedCents >= reminded.throughCents;
}

export const takeDueReminders: ErrandHandlers['reminders.takeDue'] = (around, input) => {
  const { store, moment } = around;
  if (!store) return fail('book.not_open');
  const context = { ...moment, store, today: dayOfInstant(moment.now, moment.zone) };
  // Nothing a person decided: it stands in no audit, and asking again takes what is due by then.
  const operation = { call: 'reminders.takeDue', operationId: input.operationId, input, audited: false };
  return runCommand(context, operation, around, (command) => {
    const untold = listUntold(store, moment.now);
    const due = untold.flatMap((reminder): DueReminder[] => {
      if (isPaidAhead(store, reminder.reminderId)) {
        updateReminderState(store, reminder.reminderId, 'done', moment.now);
        return [];
      }
      const missed = reminder.dueAt < input.missedBefore;
      updateReminderTold(store, reminder.reminderId, moment.now, missed);
      const { reminderId, accountId, text, debtorName, dueAt } = reminder;
      return [{ reminderId, accountId, text, debtorName, dueAt, missed }];
    });
    if (untold.length > 0) command.changed('reminders');
    return ok(due);
  });
};
