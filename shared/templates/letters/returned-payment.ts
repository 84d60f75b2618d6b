/**
 * A payment came back unpaid. It says so, what that did to the account, and asks for another. It accuses nobody: to hint at a crime in order to
 * collect is forbidden (15 U.S.C. 1692e(7); 12 CFR 1006.18(c)). The fee stands only where one was posted, which needs the agreement or a law
 * that allows it (12 CFR 1006.22(b)).
 */
import { bold, doc, facts, filled, h1, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const returnedPayment: ShippedLetter = {
  code: 'returned-payment',
  version: 1,
  name: 'Payment returned',
  description:
    'A payment came back unpaid: what it did to the account, and a request for another within 10 days.',
  about: aboutLetter({ stage: 'payment', needs: ['returned_payment'], asksForMoney: true }),
  doc: doc(
    h1`Your payment was returned`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Payment', name: 'returned.amount' },
      { label: 'Reason given', name: 'returned.why', ifFilled: true },
      { label: 'Fee added', name: 'returned.fee', ifFilled: true },
      { label: 'Amount due', name: 'amount_due', strong: true },
    ),
    greeting,
    p`The payment of ${'returned.amount'} that you made on ${'returned.paid_on'} was returned to us unpaid on ${'returned.on'}. It no longer counts on this account, and the amount due is now ${bold('amount_due')}.${whenInline(
      filled('returned.fee'),
      t` A fee of ${'returned.fee'} for the returned payment is included in it.`,
    )} Your bank can tell you why.`,
    ...askToPay('pay_by.in_10_days', 'Please replace the payment'),
    passage('how_to_pay'),
    p`If you believe that the payment should have gone through, or if you need to replace it in parts, please contact us.`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
  ),
};
