import type { ErrandHandlers } from '../errands.ts';

export const nextDueReminder: ErrandHandlers['reminders.nextDue'] = () => {
  throw new Error('reminders.nextDue is not written yet');
};

export const takeDueReminders: ErrandHandlers['reminders.takeDue'] = () => {
  throw new Error('reminders.takeDue is not written yet');
};
