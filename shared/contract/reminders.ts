/**
 * Things to be reminded of: at an instant in the user's zone, or of a day, which rings in the morning of where the user is then.
 * One that repeats is a series; each row is one occurrence of it, and the next is made when one has been told.
 */
import { z } from 'zod';
import { mostRuleLength } from '../domain/repeat.ts';
import { bookCommand, bookQuery, day, enteredDay, id, instant, line, nothing } from './call.ts';
import { callClock } from './law.ts';

export const priorities = ['low', 'normal', 'high'] as const;
export const priority = z.enum(priorities);
export type Priority = z.output<typeof priority>;

/** A rule of `shared/domain/repeat.ts`; whether it is one is said by the book, with a sentence. */
const repeatRule = z.string().max(mostRuleLength);

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const reminderFacts = z.strictObject({
  reminderId: id,
  accountId: id.nullable(),
  debtorId: id.nullable(),
  letterId: id.nullable(),
  planId: id.nullable(),
  /** Where to go for it: its own account, or one of its person's. */
  openAccountId: id.nullable(),
  debtorName: z.string().nullable(),
  accountNumber: z.string().nullable(),
  text: z.string(),
  dueAt: instant,
  /** It has a day and no hour; `dueOn` is that day. */
  allDay: z.boolean(),
  dueOn: day.nullable(),
  priority,
  /** The rule of its series; `null` for one alone. */
  repeat: z.string().nullable(),
  /** The day its series counts from. */
  startsOn: day.nullable(),
  seriesId: id.nullable(),
  /** So many of the series before it nobody dealt with. */
  skipped: z.int(),
  /** It has come due and was told. */
  told: z.boolean(),
  /** Set when it has come due while the program was closed or the computer slept. */
  missed: z.boolean(),
  snoozedTimes: z.int(),
  /** Whether its account may be called; `null` without an account. */
  call: callClock.nullable(),
});
export type ReminderFacts = z.output<typeof reminderFacts>;

const when = {
  /** For one at an instant; of a series the first, or the next that fits its rule. */
  dueAt: instant.nullable().default(null),
  allDay: z.boolean().default(false),
  /** For one of a day. */
  dueOn: enteredDay.nullable().default(null),
  repeat: repeatRule.nullable().default(null),
};

export const reminderCalls = {
  'reminders.set': bookCommand(
    z.strictObject({
      accountId: id.nullable(),
      text: line(500),
      ...when,
      priority: priority.default('normal'),
      debtorId: id.nullable().default(null),
      letterId: id.nullable().default(null),
      planId: id.nullable().default(null),
    }),
    z.strictObject({ reminderId: id }),
  ),
  /** What was changed holds for this one alone, or for it and all that follow in its series. */
  'reminders.change': bookCommand(
    z.strictObject({
      reminderId: id,
      scope: z.enum(['this', 'following']),
      text: line(500),
      ...when,
      priority: priority.default('normal'),
    }),
    z.strictObject({ reminderId: id }),
  ),
  /** To another day at the same hour; one of a series leaves it by that. */
  'reminders.move': bookCommand(z.strictObject({ reminderId: id, toDay: enteredDay }), nothing),
  /** Nothing of the series comes any more; what is due stays until it is done. */
  'reminders.endSeries': bookCommand(z.strictObject({ reminderId: id }), nothing),
  'reminders.snooze': bookCommand(z.strictObject({ reminderId: id, until: instant }), nothing),
  'reminders.done': bookCommand(z.strictObject({ reminderId: id }), nothing),
  /** Takes back `done`, for the undo in the message. */
  'reminders.reopen': bookCommand(z.strictObject({ reminderId: id }), nothing),
  /** This one only: the next of its series still comes. */
  'reminders.cancel': bookCommand(z.strictObject({ reminderId: id }), nothing),
  'reminders.get': bookQuery(z.strictObject({ reminderId: id }), reminderFacts),
  /** Open reminders, soonest first: of one account and its person, or of the whole book up to an instant. */
  'reminders.list': bookQuery(
    z.strictObject({ accountId: id.nullable(), until: instant.nullable(), limit: z.int().min(1).max(500) }),
    z.strictObject({ reminders: z.array(reminderFacts) }),
  ),
  /** The first days of a series before it is set. */
  'reminders.preview': bookQuery(
    z.strictObject({ repeat: repeatRule, from: enteredDay }),
    z.strictObject({ days: z.array(day) }),
  ),
  'reminders.settings': bookQuery(nothing, z.strictObject({ morning: wallTime })),
  /** When reminders of a day ring. */
  'reminders.setMorning': bookCommand(z.strictObject({ morning: wallTime }), nothing),
} as const;
