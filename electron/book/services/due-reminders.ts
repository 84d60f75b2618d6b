/**
 * What main's scheduler asks: when does something come due next, and what is due now. Each due instant is told
 * once: taking marks it in the same transaction, so that a crash between taking and showing costs one
 * notification and never repeats one, while Today goes on showing the reminder until it is done.
 */
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { ErrandHandlers } from '../errands.ts';
import type { DueReminder } from '../protocol.ts';
import { runCommand } from '../run-call.ts';
import { findNextUntold, listUntold, updateReminderTold } from '../store/queries/reminders.ts';

export const nextDueReminder: ErrandHandlers['reminders.nextDue'] = ({ store }) => {
  if (!store) return fail('book.not_open');
  const dueAt = findNextUntold(store);
  return ok(dueAt === null ? null : { dueAt });
};

export const takeDueReminders: ErrandHandlers['reminders.takeDue'] = (around, input) => {
  const { store, moment } = around;
  if (!store) return fail('book.not_open');
  const context = { ...moment, store, today: dayOfInstant(moment.now, moment.zone) };
  // Nothing a person decided: it stands in no audit, and asking again takes what is due by then.
  const operation = { call: 'reminders.takeDue', operationId: input.operationId, input, audited: false };
  return runCommand(context, operation, around, (command) => {
    const due = listUntold(store, moment.now).map((reminder): DueReminder => {
      const missed = reminder.dueAt < input.missedBefore;
      updateReminderTold(store, reminder.reminderId, moment.now, missed);
      const { reminderId, accountId, text, debtorName, dueAt } = reminder;
      return { reminderId, accountId, text, debtorName, dueAt, missed };
    });
    if (due.length > 0) command.changed('reminders');
    return ok(due);
  });
};
