/**
 * What went to the post, with its number, postage and day; what was delivered and what came back. A slip of the hand is withdrawn
 * and entered anew.
 */
import { z } from 'zod';
import { mailClasses, mostPostageCents, returnReasons } from '../domain/mail.ts';
import {
  bookCommand,
  bookQuery,
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

const mailClass = z.enum(mailClasses);
const postage = z.int().min(0).max(mostPostageCents);

/** A letter with a place in a run, or by itself. */
const lettered = {
  letterId: id,
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  templateName: z.string(),
  pages: z.int(),
  /** Where it goes, in one line; empty where the address is not on file. */
  address: z.string(),
};

/** Printed, and not in the log. */
const waitingPiece = z.strictObject({
  ...lettered,
  printedAt: instant,
  /** It tells of the rights the law asks to be told of, so its day of mailing begins a period. */
  validationNotice: z.boolean(),
  place: z.int().nullable(),
});
export type WaitingPiece = z.output<typeof waitingPiece>;

export const mailPiece = z.strictObject({
  ...lettered,
  mailingId: id,
  runId: id.nullable(),
  addressId: id.nullable(),
  validationNotice: z.boolean(),
  mailedOn: day,
  class: mailClass,
  articleNumber: z.string(),
  receiptNumber: z.string(),
  postageCents: postage,
  note: z.string(),
  madeAt: instant,
  author: z.string(),
  withdrawn: z.boolean(),
  state: z.enum(['mailed', 'delivered', 'returned']),
  /** Of what became of it; `null` while nothing is known. */
  outcome: z
    .strictObject({ returnId: id, on: day, reason: z.string(), signedBy: z.string(), note: z.string() })
    .nullable(),
});
export type MailPiece = z.output<typeof mailPiece>;

const mailRun = z.strictObject({
  runId: id,
  name: z.string(),
  madeAt: instant,
  /** Letters that were printed, and those of them that are in the log. */
  printed: z.int(),
  mailed: z.int(),
});
export type MailRun = z.output<typeof mailRun>;

/** What a returned envelope may be: found by its number, or by whom it was for. */
const foundPiece = z.strictObject({
  mailingId: id.nullable(),
  letterId: id.nullable(),
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  templateName: z.string().nullable(),
  mailedOn: day.nullable(),
  articleNumber: z.string(),
  addressId: id.nullable(),
  validationNotice: z.boolean(),
  /** Of what is known of it already. */
  state: z.enum(['mailed', 'delivered', 'returned']).nullable(),
});
export type FoundPiece = z.output<typeof foundPiece>;

const newAddress = z.strictObject({
  line1: line(200),
  line2: optionalLine(200).default(''),
  city: line(200),
  region: optionalLine(40).default(''),
  postalCode: optionalLine(20).default(''),
  country: optionalLine(60).default(''),
});

const sheetAsked = z.strictObject({
  /** The pieces of a day, or of a run on that day. */
  mailedOn: enteredDay,
  runId: id.nullable().default(null),
  /** Only those with a number, as the post receipts them. */
  numberedOnly: z.boolean().default(false),
});
export type SheetAsked = z.output<typeof sheetAsked>;

export const mostAtOnce = 500;

export const mailCalls = {
  /** Letters that were printed and are in no log, of a run in its order or all, the newest first. */
  'mail.waiting': bookQuery(
    z.strictObject({
      runId: id.nullable().default(null),
      before: id.nullable().default(null),
      limit: z.int().min(1).max(mostAtOnce).default(100),
    }),
    z.strictObject({ pieces: z.array(waitingPiece), count: z.int(), next: id.nullable() }),
  ),
  /** Runs that were printed, the newest first. */
  'mail.runs': bookQuery(
    z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    z.strictObject({ runs: z.array(mailRun) }),
  ),
  /** What was paid for a piece of each service the last time. */
  'mail.usual': bookQuery(
    nothing,
    z.strictObject({
      class: mailClass,
      postage: z.array(z.strictObject({ class: mailClass, postageCents: postage })),
    }),
  ),
  'mail.record': bookCommand(
    z.strictObject({
      mailedOn: enteredDay,
      runId: id.nullable().default(null),
      pieces: z
        .array(
          z.strictObject({
            letterId: id,
            class: mailClass,
            articleNumber: optionalLine(60).default(''),
            receiptNumber: optionalLine(60).default(''),
            postageCents: postage.default(0),
            note: optionalLine(200).default(''),
          }),
        )
        .min(1)
        .max(mostAtOnce),
    }),
    z.strictObject({ mailingIds: z.array(id), noticesBegun: z.int(), verificationsSent: z.int() }),
  ),
  /** Takes a piece out of the log; it stays to be seen, and what the day of its mailing began is withdrawn with it. */
  'mail.withdraw': bookCommand(z.strictObject({ mailingId: id }), nothing),
  'mail.list': bookQuery(
    z.strictObject({
      /** Words of the debtor or account, or digits of a number. */
      text: optionalLine(200).default(''),
      from: enteredDay.nullable().default(null),
      to: enteredDay.nullable().default(null),
      class: mailClass.nullable().default(null),
      state: z.enum(['any', 'mailed', 'delivered', 'returned']).default('any'),
      runId: id.nullable().default(null),
      accountId: id.nullable().default(null),
      withWithdrawn: z.boolean().default(false),
      before: id.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({
      pieces: z.array(mailPiece),
      next: id.nullable(),
      /** Of everything that fits, on every page. */
      totals: z.strictObject({
        pieces: z.int(),
        postageCents: z.int(),
        delivered: z.int(),
        returned: z.int(),
      }),
    }),
  ),
  /** What an envelope in the hand is: by its number, the number of its letter or account, or a name. */
  'mail.find': bookQuery(
    z.strictObject({ text: line(200), limit: z.int().min(1).max(50).default(20) }),
    z.strictObject({
      pieces: z.array(foundPiece),
      /** It was read as a number of the post. */
      asNumber: z.boolean(),
    }),
  ),
  'mail.recordDelivery': bookCommand(
    z.strictObject({
      mailingId: id,
      on: enteredDay,
      signedBy: optionalLine(100).default(''),
      note: optionalLine(200).default(''),
    }),
    z.strictObject({ returnId: id }),
  ),
  /** A piece came back: the address is marked, and a notice the law asks for counts as not given. */
  'mail.recordReturn': bookCommand(
    z.strictObject({
      accountId: id,
      /** One of the log, a letter that is in none, or neither: mailed from elsewhere. */
      mailingId: id.nullable().default(null),
      letterId: id.nullable().default(null),
      addressId: id.nullable(),
      on: enteredDay,
      reason: z.enum(returnReasons),
      detail: optionalLine(200).default(''),
      validationNotice: z.boolean().default(false),
      newAddress: newAddress.nullable().default(null),
    }),
    z.strictObject({
      returnId: id,
      changeId: id.nullable(),
      eventId: id.nullable(),
      newAddressId: id.nullable(),
      /** Strategies that ended by it. */
      stopped: z.boolean(),
    }),
  ),
  /** A delivery or return that was entered by mistake; the mark and the event go back with it where nothing was built on them. */
  'mail.withdrawOutcome': bookCommand(
    z.strictObject({ returnId: id }),
    z.strictObject({ markStays: z.boolean() }),
  ),
  /** The sheet that proves what was mailed on a day, laid out; nothing is kept. */
  'mail.previewSheet': deskQuery(
    sheetAsked,
    z.strictObject({ previewId: z.uuid(), pdf: z.instanceof(Uint8Array), pages: z.int() }),
  ),
  'mail.printSheet': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'mail.saveSheet': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ fileName: z.string() }),
  ),
} as const;
