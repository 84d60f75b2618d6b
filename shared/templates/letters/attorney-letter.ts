/**
 * To the lawyer who represents the debtor on this debt. From then on the lawyer is written to and not the debtor (12 CFR 1006.6(b)(2); 15 U.S.C.
 * 1692c(a)(2)); that ends only with the lawyer's consent, or when the lawyer does not answer within a reasonable time, for which the letter gives
 * thirty days. It states the debt and asks how the client wishes to deal with it.
 */
import { bold, bullets, doc, facts, h1, is, p, passage, t, when } from '../document/build.ts';
import { aboutLetter, greeting, madeUpOf, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const attorneyLetter: ShippedLetter = {
  code: 'attorney-letter',
  version: 1,
  name: 'Letter to the debtor’s lawyer',
  description:
    'To the lawyer of the debtor: states the debt, asks to confirm the representation and how the client wishes to deal with it.',
  about: aboutLetter({ stage: 'legal', to: 'attorney', needs: ['attorney'], asksForMoney: true }),
  doc: doc(
    h1`Your client ${'debtor.name'}`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
    ),
    greeting,
    p`We understand that you represent ${'debtor.name'} in the matter of this account. While you do, we write about it to you and not to your client.`,
    p`As of ${'letter.date'} the amount due on the account is ${bold('amount_due')}. ${madeUpOf}`,
    when(
      is('disputed'),
      p`Your client has disputed this account. This letter does not ask for payment of what is disputed before we have answered.`,
    ),
    p`We would be grateful for your answer by ${'pay_by.in_30_days'}:`,
    bullets(
      t`Please confirm that you represent ${'debtor.name'} on this account, or tell us that you do not or no longer do.`,
      t`Please tell us how your client wishes to deal with it: by payment, by a plan, by an offer, or by a dispute and what it rests on.`,
    ),
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
  ),
};
