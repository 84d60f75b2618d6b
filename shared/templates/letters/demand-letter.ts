/**
 * A demand for payment by the office itself. Firm about the sum and the day, silent about what follows: it threatens nothing, so
 * it is true whatever the sender then does (15 U.S.C. 1692e(5) forbids a threat of what is not intended or may not be done).
 *
 * Legally the written demand that a contract or a small-claims court may ask for before suit. A law office has its own
 * (`demand-letter-law-office`), because a letter from lawyers says that lawyers act (1692e(3)); debts of businesses too
 * (`demand-letter-commercial`).
 */
import { bold, doc, filled, h1, h2, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, madeUpOf, noticesOfLaw, ownDebts } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const demandLetter: ShippedLetter = {
  code: 'demand-letter',
  version: 2,
  name: 'Demand letter',
  description:
    'A formal demand with every charge and a day to pay by (10 days). For offices that are not law offices.',
  about: aboutLetter({
    stage: 'demand',
    roles: [...ownDebts, 'third_party_collector', 'creditor_other_name'],
    asksForMoney: true,
  }),
  doc: doc(
    h1`Demand for payment`,
    passage('subject'),
    greeting,
    p`We ask you to pay the amount due on this account. As of ${'letter.date'} it is ${bold('amount_due')}. ${whenInline(
      filled('oldest_due'),
      t`The oldest unpaid charge was due on ${'oldest_due'}. `,
    )}${madeUpOf}`,
    ...askToPay('pay_by.in_10_days', 'Please pay the full amount so that it reaches us'),
    h2`How to pay`,
    passage('how_to_pay'),
    h2`If you disagree or need to pay in parts`,
    p`If you believe that you do not owe this amount, or that any part of it is wrong, please tell us which part and why, and send copies of what supports it. If you cannot pay the full amount in one sum, please contact us to agree on how you will pay it.`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`Itemized charges`,
    passage('charges'),
  ),
};
