/** Every attempt and conversation, in and out. */
import { z } from 'zod';
import { contactChannels, contactDirections, contactOutcomes } from '../domain/contact.ts';
import { contactParties, contactPurposes, dialings } from '../domain/law.ts';
import { bookCommand, id, instant, optionalLine } from './call.ts';
import { contactDecision } from './law.ts';

export const contactCalls = {
  'contacts.record': bookCommand(
    z.strictObject({
      accountId: id,
      channel: z.enum(contactChannels),
      direction: z.enum(contactDirections),
      outcome: z.enum(contactOutcomes),
      phoneId: id.nullable(),
      emailId: id.nullable().default(null),
      /** Whom it was for, and who when not the debtor. */
      to: z.enum(contactParties).default('debtor'),
      partyName: optionalLine(200).default(''),
      purpose: z.enum(contactPurposes).default('collect'),
      dialing: z.enum(dialings).default('by_hand'),
      /** Other debts of the person that were spoken of; it counts for each. */
      otherAccountIds: z.array(id).max(50).default([]),
      /** Needed where the verdict of that moment stands in the way. */
      decision: contactDecision.nullable().default(null),
      /** When the contact began; not later than now. */
      at: instant,
      seconds: z.int().min(0).max(86_400).nullable(),
      /** Kept as a note of its own, tied to the contact. */
      text: optionalLine(100_000),
    }),
    z.strictObject({ contactId: id }),
  ),
} as const;
