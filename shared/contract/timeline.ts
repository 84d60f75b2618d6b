/** Everything that happened on an account, newest first, in one line of time. */
import { z } from 'zod';
import { contactChannels, contactDirections, contactOutcomes } from '../domain/contact.ts';
import { contactParties, rebuttalFactors, verdictOutcomes } from '../domain/law.ts';
import { entryKinds, paymentMethods } from '../domain/ledger.ts';
import { bookQuery, cents, day, id, instant } from './call.ts';

export const timelineKinds = ['note', 'contact', 'entry', 'letter', 'promise', 'plan', 'reminder'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Fields every item has: when it happened, and a key unique over all kinds. */
const base = { key: z.string(), at: instant, author: z.string() };

export const timelineItem = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('note'),
    noteId: id,
    text: z.string(),
    addendumTo: id.nullable(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('contact'),
    contactId: id,
    channel: z.enum(contactChannels),
    direction: z.enum(contactDirections),
    outcome: z.enum(contactOutcomes),
    phone: z.string().nullable(),
    seconds: z.int().nullable(),
    text: z.string().nullable(),
    to: z.enum(contactParties),
    partyName: z.string(),
    /** What the rules said of it then; `null` for contacts of before they did. */
    verdict: z.enum(verdictOutcomes).nullable(),
    /** The rule that stood in the way first, its source, and what was typed against it. */
    against: z.string().nullable(),
    cite: z.string().nullable(),
    overrideReason: z.string(),
    overrideFactor: z.enum(rebuttalFactors).nullable(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('entry'),
    entryId: id,
    entryKind: z.enum(entryKinds),
    effectiveOn: day,
    /** What it did to the balance: charges are positive, payments negative. */
    amountCents: cents,
    balanceAfterCents: cents,
    dueOn: day.nullable(),
    reference: z.string(),
    method: z.enum(paymentMethods).nullable(),
    memo: z.string(),
    /** Computed from the terms and the other entries, so it is never taken back by itself. */
    derived: z.boolean(),
    /** What allows a fee or a rate; empty where nothing must. */
    basis: z.string(),
    /** Who allowed a sum to be forgiven or moved; empty for other kinds. */
    allowedBy: z.string(),
    /** The day a payment came in, where that is not the day it counts from. */
    receivedOn: day.nullable(),
    /** The payment it is a share of, over one or more accounts. */
    receiptId: id.nullable(),
    reversesEntryId: id.nullable(),
    reversedByEntryId: id.nullable(),
    applications: z.array(
      z.strictObject({
        reference: z.string(),
        entryKind: z.enum(entryKinds),
        dueOn: day.nullable(),
        cents,
      }),
    ),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('letter'),
    letterId: id,
    templateName: z.string(),
    state: z.enum(['kept', 'printed', 'saved']),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('promise'),
    promiseId: id,
    amountCents: cents,
    dueOn: day,
    state: z.enum(['open', 'kept', 'partly_kept', 'broken', 'cancelled']),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('plan'),
    planId: id,
    totalCents: cents,
    count: z.int(),
    firstOn: day,
    lastOn: day,
    state: z.enum(['active', 'completed', 'cancelled', 'defaulted']),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('reminder'),
    reminderId: id,
    text: z.string(),
    dueAt: instant,
    state: z.enum(['open', 'done', 'cancelled']),
  }),
]);
export type TimelineItem = z.output<typeof timelineItem>;

export const timelineCalls = {
  'timeline.page': bookQuery(
    z.strictObject({
      accountId: id,
      /** Empty for every kind. */
      kinds: z.array(z.enum(timelineKinds)).max(10).default([]),
      before: z.string().max(200).nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({ items: z.array(timelineItem), next: z.string().nullable() }),
  ),
} as const;
