import type { CommandHandler, QueryHandler } from '../context.ts';

export const setReminder: CommandHandler<'reminders.set'> = () => {
  throw new Error('reminders.set is not written yet');
};

export const snoozeReminder: CommandHandler<'reminders.snooze'> = () => {
  throw new Error('reminders.snooze is not written yet');
};

export const finishReminder: CommandHandler<'reminders.done'> = () => {
  throw new Error('reminders.done is not written yet');
};

export const reopenReminder: CommandHandler<'reminders.reopen'> = () => {
  throw new Error('reminders.reopen is not written yet');
};

export const cancelReminder: CommandHandler<'reminders.cancel'> = () => {
  throw new Error('reminders.cancel is not written yet');
};

export const listReminders: QueryHandler<'reminders.list'> = () => {
  throw new Error('reminders.list is not written yet');
};
