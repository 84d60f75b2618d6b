/**
 * What is half-typed, and how the window stood. Both may hold names, so they live in the encrypted book;
 * they are neither audited nor part of any history.
 */
import { z } from 'zod';
import { bookQuery, bookScratch, nothing } from './call.ts';

/** `note:41`, `view:accounts`, `place`: a short key the window chooses. */
const key = z.string().regex(/^[a-z][a-z0-9:._-]{0,80}$/i);

/** The call in progress; whoever keeps the call drops it. */
export const currentCallDraft = 'call:current';

export const draftCalls = {
  'drafts.save': bookScratch(z.strictObject({ key, text: z.string().max(200_000) }), nothing),
  'drafts.load': bookQuery(z.strictObject({ key }), z.strictObject({ text: z.string().nullable() })),
  'drafts.drop': bookScratch(z.strictObject({ key }), nothing),
} as const;
