/** Which letters fit an account, why the others do not, and what a letter may speak of where there are several. */
import { z } from 'zod';
import { letterRecipients, letterStages } from '../templates/letter-about.ts';
import { bookQuery, id } from './call.ts';

/** What can be chosen where an account has several: by what of `letterPick` it is named. */
export const pickKinds = ['plan', 'offer', 'payment'] as const;
export type PickKind = (typeof pickKinds)[number];

const choice = z.strictObject({
  templateId: id,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  stage: z.enum(letterStages),
  to: z.enum(letterRecipients),
  language: z.enum(['en', 'es']),
  ofOffice: z.boolean(),
  /** What the office has to have read before it goes, in words; empty for nothing. */
  review: z.string(),
  asksForMoney: z.boolean(),
  /** Why it does not fit this account now, one sentence a reason; empty for one that fits. */
  why: z.array(z.string()),
  picks: z.array(z.enum(pickKinds)),
});
export type LetterChoice = z.output<typeof choice>;

const picked = z.array(z.strictObject({ id, words: z.string() }));

export const letterChoiceCalls = {
  'letters.choices': bookQuery(
    z.strictObject({ accountId: id }),
    z.strictObject({
      /** Those that fit first; within that by stage, and within one as the library has them. */
      letters: z.array(choice),
      /** The one the list opens with; `null` when none fits. */
      suggestedId: id.nullable(),
      /** Newest first. */
      picks: z.strictObject({ plan: picked, offer: picked, payment: picked }),
      /** Whether papers of figures can be made: of a plan, and of the newest receipt. */
      planId: id.nullable(),
      receiptId: id.nullable(),
    }),
  ),
} as const;
