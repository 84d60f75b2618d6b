/** The wording of letters: texts a law asks for that counsel of the office has to bring or confirm, and the check before a letter is made. */
import { z } from 'zod';
import { confidences } from '../domain/law.ts';
import { bookCommand, bookQuery, instant, line, nothing } from './call.ts';

/** No wording of counsel is shorter than this: what is shorter is a yes or a note. */
export const shortestApproved = 40;
export const longestApproved = 6000;

const textId = z.string().min(1).max(60);

const approvedText = z.strictObject({
  id: z.string(),
  /** Of a state, or `NYC`; `null` for every state. */
  state: z.string().nullable(),
  title: z.string(),
  when: z.string(),
  style: z.string(),
  draft: z.string().nullable(),
  source: z.strictObject({
    cite: z.string(),
    readOn: z.string(),
    confidence: z.enum(confidences),
    note: z.string().optional(),
  }),
  /** What counsel approved, if anything is. */
  approved: z
    .strictObject({ text: z.string(), approvedBy: z.string(), madeAt: instant, author: z.string() })
    .nullable(),
});
export type ApprovedText = z.output<typeof approvedText>;

export const wordingCalls = {
  'wording.texts': bookQuery(nothing, z.strictObject({ texts: z.array(approvedText) })),
  /** Counsel’s wording from now on; what was approved before stays in the book. */
  'wording.approve': bookCommand(
    z.strictObject({
      textId,
      text: z.string().trim().min(shortestApproved).max(longestApproved),
      approvedBy: line(120),
    }),
    nothing,
  ),
  /** Nothing is approved for it any more: letters that need it stop again. */
  'wording.withdraw': bookCommand(z.strictObject({ textId }), nothing),
} as const;
