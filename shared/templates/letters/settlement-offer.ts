/**
 * An offer to take less. It says what is offered, until when, and that nothing is lost by not taking it; the sentence that the office need
 * not renew it is the one courts have held to keep an offer with an end from being misleading (Evory v. RJM Acquisitions, 505 F.3d 769 (7th
 * Cir. 2007)). It promises nothing about taxes or credit reports. On a debt too old to sue on it says so (12 CFR 1006.26; 15 U.S.C. 1692e).
 */
import { bold, doc, facts, filled, h1, h2, is, p, passage, t, when, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const settlementOffer: ShippedLetter = {
  code: 'settlement-offer',
  version: 1,
  name: 'Settlement offer',
  description: 'Offers to close the account for less than the balance, until a day.',
  about: aboutLetter({ stage: 'arrangement', needs: ['offer'], asksForMoney: true }),
  doc: doc(
    h1`An offer to settle this account`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Amount due', name: 'amount_due' },
      { label: 'Sum offered', name: 'offer.amount', strong: true },
      { label: 'Open until', name: 'offer.due_on' },
    ),
    greeting,
    p`We offer to settle this account for ${bold('offer.amount')}${whenInline(
      filled('offer.percent'),
      t`, which is ${'offer.percent'} of the amount due`,
    )}, to be paid ${'offer.terms'}. Once that sum has been paid in full and on time, the remaining ${'offer.saves'} will not be collected, and the account is settled.`,
    h2`If you want to take the offer`,
    p`Pay the sum as described, or tell us by ${'offer.due_on'} that you accept, and we will send you the agreement.`,
    passage('how_to_pay'),
    p`You do not have to accept. The account then stays as it is, with the rights you have. The offer is open until ${'offer.due_on'}; we are not obligated to renew it.`,
    when(
      is('in_validation'),
      p`This offer does not change your right to dispute the debt until ${'validation.end_on'}, as our notice to you explains.`,
    ),
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
  ),
};
