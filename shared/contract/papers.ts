/**
 * Papers that are figures rather than letters: receipts, statements, payoff quotes, the explanation of a balance, coupon
 * sheets, agreements. Previewed here; then kept, printed and saved by `letters.print` and `letters.save` with the preview's id.
 */
import { z } from 'zod';
import { deskQuery, enteredDay, id } from './call.ts';
import { type TimelineKind, timelineKinds, timelineScopes } from './timeline.ts';

/** What a contact history holds unless other kinds are chosen: who was reached, what was said, and what was asked to stop. */
export const historyKinds: readonly TimelineKind[] = [
  'contact',
  'note',
  'letter',
  'promise',
  'event',
  'hold',
];

export const paperAsked = z.discriminatedUnion('paper', [
  /** By the receipt, or by the entry of a payment that has none: one imported, or taken before receipts were kept. */
  z.strictObject({ paper: z.literal('receipt'), receiptId: id.optional(), entryId: id.optional() }),
  z.strictObject({ paper: z.literal('statement'), accountId: id, fromOn: enteredDay, toOn: enteredDay }),
  z.strictObject({ paper: z.literal('payoff'), accountId: id, goodThrough: enteredDay }),
  z.strictObject({ paper: z.literal('explanation'), accountId: id, asOf: enteredDay }),
  z.strictObject({ paper: z.literal('coupons'), planId: id }),
  z.strictObject({ paper: z.literal('agreement'), planId: id }),
  /** For the office and the court; nothing of it is sent to anybody. */
  z.strictObject({
    paper: z.literal('contact-history'),
    accountId: id,
    scope: z.enum(timelineScopes),
    fromOn: enteredDay,
    toOn: enteredDay,
    kinds: z.array(z.enum(timelineKinds)).min(1).max(timelineKinds.length),
  }),
]);
export type PaperAsked = z.output<typeof paperAsked>;

export const paperCalls = {
  'papers.preview': deskQuery(
    paperAsked,
    z.strictObject({
      previewId: z.uuid(),
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      debtorName: z.string(),
      /** The account it is kept with. */
      accountNumber: z.string(),
      /** The debtor has no address a letter could go to: the address block was left out. */
      withoutAddress: z.boolean(),
    }),
  ),
} as const;
