/**
 * A demand on the letterhead of a law office. A letter from lawyers tells its reader that a lawyer has looked at the debt and
 * judged it (15 U.S.C. 1692e(3); Clomon v. Jackson, 988 F.2d 1314 (2d Cir. 1993); Greco v. Trauner, 412 F.3d 360 (2d Cir. 2005)).
 * So it goes only where that is so; the letter claims nothing of a suit, and leaves what a lawyer did or did not do to be true. A law
 * office that regularly collects is a debt collector (Heintz v. Jenkins, 514 U.S. 291 (1995)).
 */
import { bold, doc, filled, h1, h2, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, madeUpOf, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const demandLetterLawOffice: ShippedLetter = {
  code: 'demand-letter-law-office',
  version: 1,
  name: 'Demand from a law office',
  description:
    'A formal demand for a client of the firm (14 days). Only after a lawyer of the firm has looked into this account: a letter from lawyers says so by itself.',
  about: aboutLetter({ stage: 'demand', roles: ['law_office'], asksForMoney: true }),
  doc: doc(
    h1`Demand for payment`,
    passage('subject'),
    greeting,
    p`This office represents ${'account.creditor'} in the matter of this account. Our client’s records show that ${bold(
      'amount_due',
    )} is owed as of ${'letter.date'}. ${whenInline(
      filled('oldest_due'),
      t`The oldest unpaid charge was due on ${'oldest_due'}. `,
    )}${madeUpOf}`,
    ...askToPay('pay_by.in_14_days', 'Please pay the full amount so that it reaches us'),
    h2`How to pay`,
    passage('how_to_pay'),
    h2`If you disagree or need to pay in parts`,
    p`If you believe that our client is mistaken about the debt or a part of it, please tell us which part and why, and send copies of what supports it. If you cannot pay the full amount in one sum, please contact us to agree on how it will be paid. If a lawyer represents you in this matter, please give us the lawyer’s name and address, and we will write to the lawyer.`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`Itemized charges`,
    passage('charges'),
  ),
};
