/** What to do now, each with its reason. */
import { z } from 'zod';
import { bookQuery, cents, day, id, instant, nothing } from './call.ts';
import { callClock } from './law.ts';

export const todayKinds = [
  'reminder_due',
  'promise_broken',
  'promise_due',
  'instalment_missed',
  'instalment_due',
  'next_step',
  'no_next_step',
] as const;
export type TodayKind = (typeof todayKinds)[number];

export const todayItem = z.strictObject({
  key: z.string(),
  kind: z.enum(todayKinds),
  accountId: id.nullable(),
  debtorName: z.string().nullable(),
  accountNumber: z.string().nullable(),
  balanceCents: cents.nullable(),
  /** The sum this item is about: the promise, the instalment; `null` when none. */
  amountCents: cents.nullable(),
  text: z.string(),
  dueOn: day.nullable(),
  dueAt: instant.nullable(),
  reminderId: id.nullable(),
  missed: z.boolean(),
  /** Whether its account may be called; `null` for what is about no account. */
  call: callClock.nullable(),
});
export type TodayItem = z.output<typeof todayItem>;

export const todayCalls = {
  'today.list': bookQuery(
    nothing,
    z.strictObject({
      today: day,
      items: z.array(todayItem),
      /** Items beyond those listed, by kind. */
      more: z.array(z.strictObject({ kind: z.enum(todayKinds), count: z.int() })),
      done: z.strictObject({ contacts: z.int(), payments: z.int(), collectedCents: cents, notes: z.int() }),
      book: z.strictObject({ openAccounts: z.int(), balanceCents: cents }),
    }),
  ),
} as const;
