/** What to do now: one row an account, ranked by a sum whose parts are shown. */
import { z } from 'zod';
import { type QueueFacts, queueFactors, queueKinds } from '../domain/queue.ts';
import { bookQuery, cents, day, id, instant } from './call.ts';
import { callClock } from './law.ts';

export const todayKinds = queueKinds;
export type TodayKind = (typeof todayKinds)[number];

const queuePart = z.strictObject({
  part: z.enum(['kind', ...queueFactors]),
  words: z.string(),
  points: z.int(),
});

const queueFacts = z.strictObject({
  kind: z.enum(queueKinds),
  aboutCents: cents.nullable(),
  daysLate: z.int(),
  daysToDeadline: z.int().nullable(),
  callable: z.enum(['now', 'later', 'not', 'unknown']),
  priority: z.int(),
  triesToday: z.int(),
}) satisfies z.ZodType<QueueFacts>;

/** One reason why something is to be done. */
const reason = {
  /** Names this occurrence: what is marked done or put off. */
  key: z.string(),
  kind: z.enum(queueKinds),
  text: z.string(),
  /** The sum it is about: the promise, the instalment; `null` when none. */
  amountCents: cents.nullable(),
  dueOn: day.nullable(),
  dueAt: instant.nullable(),
  /** The last day the law sets; `null` when none. */
  lastOn: day.nullable(),
  reminderId: id.nullable(),
  /** Of a strategy, the account’s place in it. */
  memberId: id.nullable(),
  missed: z.boolean(),
  points: z.int(),
  parts: z.array(queuePart),
  facts: queueFacts,
};

export const todayReason = z.strictObject(reason);
export type TodayReason = z.output<typeof todayReason>;

export const todayItem = z.strictObject({
  ...reason,
  accountId: id.nullable(),
  debtorName: z.string().nullable(),
  accountNumber: z.string().nullable(),
  balanceCents: cents.nullable(),
  /** Whether its account may be called; `null` for what is about no account. */
  call: callClock.nullable(),
  /** What else waits on the same account, best first. */
  also: z.array(todayReason),
});
export type TodayItem = z.output<typeof todayItem>;

export const todayCalls = {
  'today.list': bookQuery(
    /** Of one kind more are listed than of all together. */
    z.strictObject({ kind: z.enum(queueKinds).nullable().default(null) }),
    z.strictObject({
      today: day,
      /** Ranked, best first. */
      items: z.array(todayItem),
      /** Every reason there is, by kind; kinds without any are left out. */
      counts: z.array(z.strictObject({ kind: z.enum(queueKinds), count: z.int() })),
      /** Reasons beyond those listed, by kind. */
      more: z.array(z.strictObject({ kind: z.enum(queueKinds), count: z.int() })),
      /** Put off until later, and by when the first of it comes back. */
      waiting: z.strictObject({ count: z.int(), firstAt: instant.nullable() }),
      done: z.strictObject({ contacts: z.int(), payments: z.int(), collectedCents: cents, notes: z.int() }),
      book: z.strictObject({ openAccounts: z.int(), balanceCents: cents }),
    }),
  ),
} as const;
