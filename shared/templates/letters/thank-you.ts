/** Thanks for a payment, and no more: no sum is asked for and nothing is sold. Legally nothing; people remember it. */
import { doc, filled, h1, is, isNot, p, passage, when } from '../document/build.ts';
import { aboutLetter, accountOnly, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const thankYou: ShippedLetter = {
  code: 'thank-you',
  version: 1,
  name: 'Thank you',
  description: 'Thanks for a payment. Asks for nothing.',
  about: aboutLetter({ stage: 'payment', needs: ['payment'], whenPaid: true }),
  doc: doc(
    h1`Thank you`,
    accountOnly,
    greeting,
    p`Your payment of ${'payment.amount'} reached us on ${'payment.received_on'}. Thank you.`,
    when(
      is('has_plan'),
      when(
        filled('plan.next_on'),
        p`Your plan is on its way: ${'plan.left'} is still to be paid under it, and the next payment of ${'plan.next_amount'} is due on ${'plan.next_on'}. If something changes for you, tell us early and we will look at it together.`,
      ),
    ),
    when(isNot('has_plan'), p`If you have a question about the account, we are glad to answer it.`),
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
  ),
};
