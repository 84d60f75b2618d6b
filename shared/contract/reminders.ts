/** Things to be reminded of, at an instant in the user's zone. */
import { z } from 'zod';
import { bookCommand, bookQuery, id, instant, line, nothing } from './call.ts';
import { callClock } from './law.ts';

export const reminderFacts = z.strictObject({
  reminderId: id,
  accountId: id.nullable(),
  debtorName: z.string().nullable(),
  accountNumber: z.string().nullable(),
  text: z.string(),
  dueAt: instant,
  /** Set when it has come due while the program was closed or the computer slept. */
  missed: z.boolean(),
  snoozedTimes: z.int(),
  /** Whether its account may be called; `null` without an account. */
  call: callClock.nullable(),
});
export type ReminderFacts = z.output<typeof reminderFacts>;

export const reminderCalls = {
  'reminders.set': bookCommand(
    z.strictObject({ accountId: id.nullable(), text: line(500), dueAt: instant }),
    z.strictObject({ reminderId: id }),
  ),
  'reminders.snooze': bookCommand(z.strictObject({ reminderId: id, until: instant }), nothing),
  'reminders.done': bookCommand(z.strictObject({ reminderId: id }), nothing),
  /** Takes back `done`, for the undo in the message. */
  'reminders.reopen': bookCommand(z.strictObject({ reminderId: id }), nothing),
  'reminders.cancel': bookCommand(z.strictObject({ reminderId: id }), nothing),
  /** Open reminders, soonest first: of one account, or of the whole book up to an instant. */
  'reminders.list': bookQuery(
    z.strictObject({ accountId: id.nullable(), until: instant.nullable(), limit: z.int().min(1).max(500) }),
    z.strictObject({ reminders: z.array(reminderFacts) }),
  ),
} as const;
