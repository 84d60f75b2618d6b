/**
 * The third step: the account is still unpaid, and there are three ways on: pay, agree on payments, or say what is wrong. Legally a
 * request for payment. It says that the office wrote before only where it did (15 U.S.C. 1692e: nothing untrue).
 */
import { bold, bullets, doc, filled, h1, h2, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, noticesOfLaw, writtenBefore } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const secondNotice: ShippedLetter = {
  code: 'second-notice',
  version: 1,
  name: 'Second notice',
  description:
    'After a past due notice: the account is still unpaid, and the three ways on. Asks for an answer within 10 days.',
  about: aboutLetter({ stage: 'reminder', asksForMoney: true }),
  doc: doc(
    h1`Second notice`,
    passage('subject'),
    greeting,
    p`${writtenBefore}As of ${'letter.date'} the amount due is ${bold('amount_due')}${whenInline(
      filled('oldest_due'),
      t`, and the oldest unpaid part was due on ${'oldest_due'}`,
    )}. We would like to settle this with you. There are three ways on:`,
    bullets(
      t`${bold(t`Pay the amount due.`)} If your payment is already on its way, thank you.`,
      t`${bold(t`Agree on payments.`)} If you cannot pay it in one sum, contact us and we will look for a plan that you can keep.`,
      t`${bold(t`Tell us what is wrong.`)} If you do not owe this, have paid it, or find a part of it wrong, tell us which part and why, and we will look into it.`,
    ),
    ...askToPay('pay_by.in_10_days', 'Please do one of the three'),
    passage('how_to_pay'),
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`How the amount due is made up`,
    passage('charges'),
  ),
};
