/**
 * The second step: plain about what is late, still an invitation to talk. Legally a request for payment; it states the sum, its
 * parts and a day, and nothing that follows if the day passes.
 */
import { doc, filled, h1, h2, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const pastDueNotice: ShippedLetter = {
  code: 'past-due-notice',
  version: 2,
  name: 'Past due notice',
  description: 'Says plainly what is past due and since when. Asks for payment or a call within 10 days.',
  about: aboutLetter({ stage: 'reminder', asksForMoney: true }),
  doc: doc(
    h1`Past due notice`,
    passage('subject'),
    greeting,
    p`This account is past due. ${whenInline(
      filled('oldest_due'),
      t`The oldest unpaid part was due on ${'oldest_due'}. `,
    )}As of ${'letter.date'} the amount due is ${'amount_due'}; the table at the end of this letter shows how it is made up.`,
    ...askToPay('pay_by.in_10_days', 'Please pay this amount or agree with us on payments'),
    passage('how_to_pay'),
    p`If you have paid already, or believe that any part of this amount is wrong, please tell us which part and why, so that we can look into it.`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`How the amount due is made up`,
    passage('charges'),
  ),
};
