/**
 * A demand on a business. The FDCPA and Regulation F protect natural persons and their household debts only (12 CFR 1006.2(f), (h)), so
 * no disclosure stands here; what is said must be true all the same (FTC Act, section 5; state law, and in California the
 * Rosenthal Act for covered commercial debt since July 1, 2025). Rights are reserved and none is threatened.
 */
import { bold, doc, filled, h1, h2, p, passage, stateTexts, t, whenInline } from '../document/build.ts';
import { aboutLetter, greeting, madeUpOf } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const demandLetterCommercial: ShippedLetter = {
  code: 'demand-letter-commercial',
  version: 1,
  name: 'Demand on a business',
  description:
    'A formal demand on a business for unpaid invoices (10 days), with every open charge and all rights reserved.',
  about: aboutLetter({ stage: 'demand', debtor: 'business', asksForMoney: true }),
  doc: doc(
    h1`Demand for payment`,
    passage('subject'),
    greeting,
    p`The account named above is past due. ${whenInline(
      filled('oldest_due'),
      t`The oldest open item was due on ${'oldest_due'}. `,
    )}As of ${'letter.date'} the amount due is ${bold('amount_due')}. ${madeUpOf}`,
    p`Please pay the full amount so that it reaches us by ${bold('pay_by.in_10_days')}. If an item is in dispute, please tell us in writing which one and why, and pay the rest.`,
    h2`How to pay`,
    passage('how_to_pay'),
    p`If payment has been sent, please tell us the day and the number of the payment, so that we can find it. If you would like to propose terms, please do so before that day.`,
    passage('reach'),
    p`This letter waives no right or remedy under the agreement or the law.`,
    passage('closing'),
    stateTexts,
    h2`Open items`,
    passage('charges'),
  ),
};
