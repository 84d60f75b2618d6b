/** Things to be reminded of. The table is the truth; main's scheduler only asks it for the soonest. */
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { callClocksOf } from '../store/queries/clocks.ts';
import {
  findReminder,
  insertReminder,
  listOpenReminders,
  type ReminderRow,
  updateReminderDue,
  updateReminderState,
} from '../store/queries/reminders.ts';

function changedReminder(context: CommandContext, accountId: number | null): void {
  context.changed('reminders', accountId === null ? undefined : [accountId]);
}

function findOpen(context: CommandContext, reminderId: number): Result<ReminderRow> {
  const reminder = findReminder(context.store, reminderId);
  if (!reminder) return fail('reminder.not_found');
  if (reminder.state !== 'open') return fail('reminder.already_done');
  return ok(reminder);
}

export const setReminder: CommandHandler<'reminders.set'> = (context, { accountId, text, dueAt }) => {
  const { store, now, zone, author } = context;
  if (accountId !== null && !findAccount(store, accountId)) return fail('account.not_found');
  if (dueAt <= now) return fail('reminder.in_past');
  const reminderId = insertReminder(store, {
    accountId,
    text,
    dueAt,
    zone,
    planId: null,
    madeAt: now,
    author,
  });
  changedReminder(context, accountId);
  return ok({ reminderId });
};

export const snoozeReminder: CommandHandler<'reminders.snooze'> = (context, { reminderId, until }) => {
  const reminder = findOpen(context, reminderId);
  if (!reminder.ok) return reminder;
  if (until <= context.now) return fail('reminder.in_past');
  updateReminderDue(context.store, reminderId, until);
  changedReminder(context, reminder.value.accountId);
  return ok({});
};

export const finishReminder: CommandHandler<'reminders.done'> = (context, { reminderId }) => {
  const reminder = findOpen(context, reminderId);
  if (!reminder.ok) return reminder;
  updateReminderState(context.store, reminderId, 'done', context.now);
  changedReminder(context, reminder.value.accountId);
  return ok({});
};

export const reopenReminder: CommandHandler<'reminders.reopen'> = (context, { reminderId }) => {
  const reminder = findReminder(context.store, reminderId);
  if (!reminder) return fail('reminder.not_found');
  if (reminder.state !== 'open') updateReminderState(context.store, reminderId, 'open', null);
  changedReminder(context, reminder.accountId);
  return ok({});
};

export const cancelReminder: CommandHandler<'reminders.cancel'> = (context, { reminderId }) => {
  const reminder = findOpen(context, reminderId);
  if (!reminder.ok) return reminder;
  updateReminderState(context.store, reminderId, 'cancelled', context.now);
  changedReminder(context, reminder.value.accountId);
  return ok({});
};

export const listReminders: QueryHandler<'reminders.list'> = ({ store, now }, input) => {
  const found = listOpenReminders(store, { ...input, now });
  const calls = callClocksOf(
    store,
    found.flatMap(({ accountId }) => accountId ?? []),
    now,
  );
  return ok({
    reminders: found.map(({ state: _, ...reminder }) => ({
      ...reminder,
      call: reminder.accountId === null ? null : (calls.get(reminder.accountId) ?? null),
    })),
  });
};
