/**
 * Confirms that nothing is owed any more. New York asks for such a confirmation within 20 business days of the last payment of a settled debt
 * (23 NYCRR 1.5(c)); everywhere it is the paper a debtor needs most. Where the office reports, correcting what it reported is its duty
 * (15 U.S.C. 1681s-2(a)(2)), so the letter says so.
 */
import { bold, doc, facts, h1, is, p, passage, when } from '../document/build.ts';
import { aboutLetter, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const paidInFull: ShippedLetter = {
  code: 'paid-in-full',
  version: 1,
  name: 'Paid in full',
  description:
    'Confirms that the account is paid and nothing more is owed. Send it when the bank has paid the last payment.',
  about: aboutLetter({ stage: 'payment', needs: ['paid_in_full'], whenPaid: true }),
  doc: doc(
    h1`This account is paid in full`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Last payment', name: 'paid.amount' },
      { label: 'Made on', name: 'paid.on' },
      { label: 'Paid altogether', name: 'paid.total' },
      { label: 'Amount due', name: 'amount_due', strong: true },
    ),
    greeting,
    p`Thank you. With your payment of ${'paid.amount'} on ${'paid.on'} this account is paid in full. The amount due is ${bold('amount_due')}, and we will ask you for nothing more.`,
    when(
      is('furnishes'),
      p`If we have reported this account to a credit bureau, we will report that it is paid.`,
    ),
    p`Please keep this letter. If anybody asks you to pay this account again, show it to them and tell us.`,
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
  ),
};
