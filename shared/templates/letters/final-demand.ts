/**
 * The last step of the office's own reminders. It asks for the whole sum by a day and says the truth about what comes then: that the office
 * will decide, and that nothing has been decided. That is no threat (15 U.S.C. 1692e(5)), and true of every office; about a debt whose
 * time to sue has passed, or may have, not even that is said (12 CFR 1006.26(b)). While the validation period runs it
 * names no day (1006.38(b)). The page does not call itself final: whether it is nobody knows on that day.
 */
import { bold, doc, filled, h1, h2, is, isNot, p, passage, t, when, whenInline } from '../document/build.ts';
import {
  aboutLetter,
  ageNotice,
  askToPay,
  greeting,
  madeUpOf,
  noticesOfLaw,
  writtenBefore,
} from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const finalDemand: ShippedLetter = {
  code: 'final-demand',
  version: 1,
  name: 'Final demand',
  description:
    'The last letter of a series: the whole sum by a day (14 days), and that the office will then decide what to do. Threatens nothing.',
  about: aboutLetter({ stage: 'demand', asksForMoney: true }),
  doc: doc(
    h1`Request for payment in full`,
    passage('subject'),
    greeting,
    p`${writtenBefore}As of ${'letter.date'} the amount due is ${bold('amount_due')}. ${whenInline(
      filled('oldest_due'),
      t`The oldest unpaid part was due on ${'oldest_due'}. `,
    )}${madeUpOf}`,
    ...askToPay('pay_by.in_14_days', 'Please pay the full amount so that it reaches us'),
    when(
      isNot('in_validation'),
      when(
        isNot('time_barred'),
        p`If we have neither your payment nor word from you by then, we will look at this account again and decide what to do about it. We have not decided anything yet, and we would rather settle it with you.`,
      ),
    ),
    h2`How to pay`,
    passage('how_to_pay'),
    h2`If you cannot pay all of it, or disagree`,
    p`If you cannot pay the full amount, tell us what you can pay and when. If you believe that you do not owe it, or that a part of it is wrong, tell us which part and why; copies of what supports it will help us.${whenInline(
      is('disputed'),
      t` If you have told us already, you need not do so again.`,
    )}`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`Itemized charges`,
    passage('charges'),
  ),
};
