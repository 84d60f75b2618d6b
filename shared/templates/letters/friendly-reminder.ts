/**
 * The first reminder: short, kind, and easy to set aside if the payment is on its way. Legally a request for payment and no more; a
 * collector sends its validation notice first (12 CFR 1006.34).
 */
import { doc, filled, h1, h2, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const friendlyReminder: ShippedLetter = {
  code: 'friendly-reminder',
  version: 2,
  name: 'Friendly reminder',
  description: 'A short, kind first reminder with what is open. Asks for payment within 14 days.',
  about: aboutLetter({ stage: 'reminder', asksForMoney: true }),
  doc: doc(
    h1`A friendly reminder`,
    passage('subject'),
    greeting,
    p`Our records show that ${'amount_due'} on this account has not been paid yet${whenInline(
      filled('oldest_due'),
      t`; the oldest part was due on ${'oldest_due'}`,
    )}. If your payment is already on its way, thank you, and please set this letter aside.`,
    ...askToPay('pay_by.in_14_days', 'We would be glad to have your payment'),
    passage('how_to_pay'),
    p`If something here looks wrong to you, or if you would rather pay in parts, please tell us.`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`What is open`,
    passage('charges'),
  ),
};
