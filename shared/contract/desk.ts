/** The office's own day: what was done with the queue, how it is ranked, goals and progress, accounts nothing is planned for. */
import { z } from 'zod';
import type { DeskGoals, DeskSettings } from '../domain/desk.ts';
import { mostFactorPercent, mostKindPoints, queueFactors, queueKinds } from '../domain/queue.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  day,
  deskCommand,
  deskQuery,
  enteredDay,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';

export const queueMarks = ['done', 'skipped', 'snoozed', 'returned'] as const;
export type QueueMark = (typeof queueMarks)[number];

const itemKey = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z]+:[\w:.-]+$/);
const goal = z.int().min(1).max(100_000).nullable();

const goals = z.strictObject({
  contacts: goal,
  conversations: goal,
  promises: goal,
  collectedCents: cents.min(1).nullable(),
}) satisfies z.ZodType<DeskGoals>;

const each = <K extends string>(names: readonly K[], most: number) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, z.int().min(0).max(most)])) as Record<K, z.ZodInt>,
  );

export const deskSettings = z.strictObject({
  ranking: z.strictObject({
    kinds: each(queueKinds, mostKindPoints),
    factors: each(queueFactors, mostFactorPercent),
  }),
  day: goals,
  week: goals,
  suggestPause: z.boolean(),
}) satisfies z.ZodType<DeskSettings>;

/** What was done in a span of time. */
const tally = z.strictObject({
  contacts: z.int(),
  conversations: z.int(),
  promises: z.int(),
  promisedCents: cents,
  payments: z.int(),
  collectedCents: cents,
  notes: z.int(),
  letters: z.int(),
});
export type DeskTally = z.output<typeof tally>;

const markedItem = z.strictObject({
  key: z.string(),
  kind: z.enum(queueKinds),
  accountId: id.nullable(),
  debtorName: z.string().nullable(),
  accountNumber: z.string().nullable(),
  mark: z.enum(['done', 'skipped', 'snoozed']),
  word: z.string(),
  untilAt: instant.nullable(),
  at: instant,
});
export type MarkedItem = z.output<typeof markedItem>;

const nextStep = { nextStep: line(200), fromOn: enteredDay, perDay: z.int().min(1).max(10_000).nullable() };

export const deskCalls = {
  /**
   * Says what became of an item of Today. Finishing one of a reminder ends the reminder, of a next step takes the step away, of
   * a strategy goes on to its next step; `also` names other reasons of the same account settled with it. `returned` takes the
   * last mark back.
   */
  'desk.mark': bookCommand(
    z
      .strictObject({
        key: itemKey,
        kind: z.enum(queueKinds),
        accountId: id.nullable(),
        mark: z.enum(queueMarks),
        word: optionalLine(200).default(''),
        untilAt: instant.nullable().default(null),
        also: z
          .array(z.strictObject({ key: itemKey, kind: z.enum(queueKinds) }))
          .max(40)
          .default([]),
      })
      .refine(({ mark, word }) => (mark !== 'skipped' && mark !== 'snoozed') || word !== '', {
        path: ['word'],
      })
      .refine(({ mark, untilAt }) => (mark === 'skipped' || mark === 'snoozed') === (untilAt !== null), {
        path: ['untilAt'],
      }),
    /** Nothing will bring the account up again: no step, promise, plan, dated hold, reminder or strategy. */
    z.strictObject({ planless: z.boolean() }),
  ),
  /** What was done, skipped and snoozed today, latest first. */
  'desk.marked': bookQuery(nothing, z.strictObject({ items: z.array(markedItem), count: z.int() })),
  'desk.settings': bookQuery(nothing, z.strictObject({ settings: deskSettings })),
  'desk.setSettings': bookCommand(deskSettings, nothing),
  'desk.progress': bookQuery(
    nothing,
    z.strictObject({
      today: day,
      weekOn: day,
      day: tally,
      week: tally,
      goals: z.strictObject({ day: goals, week: goals }),
      /** From today to Sunday. */
      forecast: z.strictObject({
        untilOn: day,
        promises: z.int(),
        promisedCents: cents,
        instalments: z.int(),
        instalmentCents: cents,
        /** The share of what was promised that came in; `null`: too few came due to say. */
        keptPercent: z.int().nullable(),
        /** How many promises that record rests on, due since when. */
        record: z.strictObject({ promises: z.int(), sinceOn: day }),
        expectedCents: cents,
      }),
      /** A pause is suggested after so many hard calls; `null` when not. */
      hardCalls: z.int().nullable(),
    }),
  ),
  /** The zones each debtor may be in; none when nothing says where. */
  'desk.localTimes': bookQuery(
    z.strictObject({ accountIds: z.array(id).max(200) }),
    z.strictObject({ places: z.array(z.strictObject({ accountId: id, zones: z.array(z.string()) })) }),
  ),
  /** Whether an open account would be left with nothing that brings it up again, once some items of it are finished. */
  'desk.leaving': bookQuery(
    z.strictObject({ accountId: id, finishing: z.array(itemKey).max(41).default([]) }),
    z.strictObject({ planless: z.boolean(), debtorName: z.string() }),
  ),
  /** Accounts nothing is planned for: how many, what they come to, and how many days a plan of so many a day takes. */
  'desk.orphans': bookQuery(nothing, z.strictObject({ count: z.int(), balanceCents: cents })),
  /** Gives every account without one a next step, the largest sums first; so many a working day, or all on one. */
  'desk.planOrphans': bookJob(
    z.strictObject(nextStep),
    z.strictObject({ planned: z.int(), lastOn: day.nullable() }),
  ),
  /** The day as a page to print: contacts, promises, payments, letters, notes. Kept nowhere. */
  'desk.previewActivity': deskQuery(
    z.strictObject({ fromOn: enteredDay, toOn: enteredDay }),
    z.strictObject({ previewId: z.uuid(), pdf: z.instanceof(Uint8Array), pages: z.int() }),
  ),
  'desk.printActivity': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'desk.saveActivity': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ fileName: z.string() }),
  ),
} as const;
