/**
 * Everything that happened on an account, or on all accounts of its debtor, newest first, in one line of time. A page is
 * asked for from its end (`before`), from its beginning (`after`), or from a day on backwards (`until`).
 */
import { z } from 'zod';
import { contactChannels, contactDirections, contactOutcomes } from '../domain/contact.ts';
import { contactParties, legalEventKinds, rebuttalFactors, verdictOutcomes } from '../domain/law.ts';
import { entryKinds, paymentMethods } from '../domain/ledger.ts';
import { mailClasses } from '../domain/mail.ts';
import { noteKinds } from '../domain/note.ts';
import { bookQuery, cents, day, enteredDay, id, instant } from './call.ts';
import { eventDetail } from './law.ts';

export const timelineKinds = [
  'note',
  'contact',
  'entry',
  'letter',
  'mail',
  'promise',
  'plan',
  'reminder',
  'offer',
  'event',
  'hold',
  'attachment',
  'trace',
  'reach',
  'strategy',
  'change',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One account, or all accounts of its debtor. */
export const timelineScopes = ['account', 'debtor'] as const;
export type TimelineScope = (typeof timelineScopes)[number];

/** Fields every item has. */
const base = {
  /** Unique over all kinds. */
  key: z.string(),
  /** When it happened. */
  at: instant,
  /** Empty where nobody is known to have done it. */
  author: z.string(),
  /** The account it belongs to, where that is not the one asked about; `null` also for what is about the person. */
  account: z.strictObject({ accountId: id, number: z.string() }).nullable(),
};

export const timelineItem = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('note'),
    noteId: id,
    noteKind: z.enum(noteKinds),
    text: z.string(),
    addendumTo: id.nullable(),
    pinned: z.boolean(),
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
    /** Somebody was spoken with; else it was an attempt. Only a call is either. */
    conversation: z.boolean(),
    /** What was written of it: the first note, which can be added to and pinned. */
    noteId: id.nullable(),
    text: z.string().nullable(),
    pinned: z.boolean(),
    /** The script that was followed, how far, and when the right party was confirmed. */
    script: z
      .strictObject({
        name: z.string(),
        version: z.int(),
        party: z.enum(['unknown', 'right_party', 'third_party']),
        confirmedAt: instant.nullable(),
        /** In words; `null` when the call ended on the way. */
        exit: z.string().nullable(),
      })
      .nullable(),
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
    kind: z.literal('mail'),
    /** Mailed, delivered, come back, or a copy that was saved to be changed or sent elsewhere. */
    turn: z.enum(['mailed', 'delivered', 'returned', 'word', 'email']),
    /** What it was; empty for a piece that is not of this book. */
    templateName: z.string(),
    class: z.enum(mailClasses).nullable(),
    articleNumber: z.string(),
    onDay: day.nullable(),
    /** Of one that came back. */
    reason: z.string(),
    signedBy: z.string(),
    /** Of a copy for email, the address it was made for. */
    to: z.string(),
    note: z.string(),
    withdrawn: z.boolean(),
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
  z.strictObject({
    ...base,
    kind: z.literal('offer'),
    offerId: id,
    offerKind: z.enum(['plan', 'settlement']),
    madeBy: z.enum(['office', 'debtor']),
    totalCents: cents,
    expiresOn: day.nullable(),
    state: z.enum(['open', 'accepted', 'declined', 'countered', 'withdrawn', 'lapsed']),
    reason: z.string(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('event'),
    eventId: id,
    /** Recorded, ended, or withdrawn as a mistake: each stands in the line at its own time. */
    turn: z.enum(['recorded', 'ended', 'withdrawn']),
    eventKind: z.enum(legalEventKinds),
    on: day,
    detail: eventDetail,
    source: z.string(),
    memo: z.string(),
    /** What ended it. */
    reason: z.string(),
    /** For `recorded`: it was ended or withdrawn since. */
    over: z.boolean(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('hold'),
    holdId: id,
    holdKind: z.string(),
    reason: z.string(),
    fromOn: day,
    untilOn: day.nullable(),
    endedAt: instant.nullable(),
    endedReason: z.string(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('attachment'),
    attachmentId: id,
    name: z.string(),
    fileKind: z.string(),
    onDay: day,
    description: z.string(),
    bytes: z.int(),
    removedReason: z.string().nullable(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('trace'),
    traceId: id,
    source: z.string(),
    triedOn: day,
    asked: z.string(),
    outcome: z.enum(['found', 'nothing', 'unclear']),
    found: z.string(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('reach'),
    changeId: id,
    reach: z.enum(['phone', 'address', 'email']),
    /** The number, the first line of the address, or the e-mail address. */
    what: z.string(),
    fromStatus: z.string(),
    toStatus: z.string(),
    why: z.string(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('strategy'),
    memberId: id,
    turn: z.enum(['entered', 'step', 'ended']),
    name: z.string(),
    /** A step's kind, number (from 1) and outcome; `null` for the others. */
    step: z
      .strictObject({ number: z.int(), kind: z.string(), outcome: z.enum(['done', 'left_out', 'refused']) })
      .nullable(),
    detail: z.string(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('change'),
    what: z.enum(['closed', 'reopened', 'next_step', 'renamed']),
    /** Why it was closed, the next step, or the name before. */
    text: z.string(),
    onDay: day.nullable(),
  }),
]);
export type TimelineItem = z.output<typeof timelineItem>;

/** `at.rank.seq` of an item, as a page names its ends. */
const timelinePlace = z.string().regex(/^\d{1,16}\.\d{1,2}\.\d{1,16}$/);

export const timelineCalls = {
  'timeline.page': bookQuery(
    z
      .strictObject({
        accountId: id,
        scope: z.enum(timelineScopes).default('account'),
        /** Empty for every kind. */
        kinds: z.array(z.enum(timelineKinds)).max(timelineKinds.length).default([]),
        /** What came before this place. */
        before: z.string().max(200).nullable().default(null),
        /** What came after it, as near to it as there is. */
        after: timelinePlace.nullable().default(null),
        /** What came up to the end of this day; a `before` goes further back. */
        until: enteredDay.nullable().default(null),
        limit: z.int().min(1).max(200).default(50),
      })
      .refine(({ before, after }) => before === null || after === null),
    z.strictObject({
      /** Newest first, whichever way it was asked. */
      items: z.array(timelineItem),
      /** For what came before the page; `null` at the beginning of everything. */
      next: z.string().nullable(),
      /** For what came after it; `null` at its newest end. */
      previous: z.string().nullable(),
    }),
  ),
} as const;
