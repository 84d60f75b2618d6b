/** Every attempt and conversation, in and out. */
import { z } from 'zod';
import { contactChannels, contactDirections, contactOutcomes } from '../domain/contact.ts';
import { bookCommand, id, instant, optionalLine } from './call.ts';

export const contactCalls = {
  'contacts.record': bookCommand(
    z.strictObject({
      accountId: id,
      channel: z.enum(contactChannels),
      direction: z.enum(contactDirections),
      outcome: z.enum(contactOutcomes),
      phoneId: id.nullable(),
      /** When the contact began; not later than now. */
      at: instant,
      seconds: z.int().min(0).max(86_400).nullable(),
      /** Kept as a note of its own, tied to the contact. */
      text: optionalLine(100_000),
    }),
    z.strictObject({ contactId: id }),
  ),
} as const;
