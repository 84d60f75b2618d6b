/** Everything due by its day: what a person asked to be reminded of, and what money, the law and the office's plans bring. */
import { z } from 'zod';
import { bookQuery, day, deskCommand, enteredDay, id, instant } from './call.ts';
import { priority } from './reminders.ts';

/** In the order in which a day lists them. */
export const calendarKinds = [
  'reminder',
  'promise',
  'instalment',
  'held',
  'step',
  'strategy',
  'validation',
  'limitation',
  'renewal',
] as const;
export type CalendarKind = (typeof calendarKinds)[number];
const kind = z.enum(calendarKinds);
const kinds = z.array(kind).max(calendarKinds.length);

/** More days than this are asked for in parts. */
export const mostCalendarDays = 62;

export const calendarItem = z.strictObject({
  key: z.string(),
  kind,
  /** Set for what has an hour. */
  at: instant.nullable(),
  text: z.string(),
  accountId: id.nullable(),
  debtorName: z.string().nullable(),
  accountNumber: z.string().nullable(),
  amountCents: z.int().nullable(),
  reminderId: id.nullable(),
  /** The rule of its series in words; `null` for one alone. */
  repeats: z.string().nullable(),
  /** A later day of a series: nothing stands in the book for it yet, so it cannot be moved or done. */
  ahead: z.boolean(),
  priority,
});
export type CalendarItem = z.output<typeof calendarItem>;

export const calendarDay = z.strictObject({
  day,
  counts: z.array(z.strictObject({ kind, count: z.int() })),
  /** The first few, those with an hour by the hour. */
  items: z.array(calendarItem),
});
export type CalendarDay = z.output<typeof calendarDay>;

export const calendarCalls = {
  /** Days on which nothing is due are left out. Both ends inclusive. */
  'calendar.range': bookQuery(
    z.strictObject({
      from: enteredDay,
      to: enteredDay,
      kinds,
      limitPerDay: z.int().min(0).max(500),
    }),
    z.strictObject({ days: z.array(calendarDay) }),
  ),
  /** Writes an iCalendar file where the user says. It is not encrypted; names stand in it only if asked for. */
  'calendar.export': deskCommand(
    z.strictObject({ from: enteredDay, to: enteredDay, kinds, withNames: z.boolean() }),
    z.strictObject({ fileName: z.string(), events: z.int() }),
  ),
} as const;
