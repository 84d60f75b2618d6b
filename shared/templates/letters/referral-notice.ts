/**
 * Says, before it is done, that an unpaid account may go to a collection agency, a lawyer or a court. Some laws ask the creditor for such a
 * notice and a wait, thirty days mostly:
 * - nonprofit hospitals before an extraordinary collection action, with the actions named and the summary of financial assistance
 *   enclosed (26 CFR 1.501(r)-6(c)(4));
 * - hospitals in New York before referral (Public Health Law 2807-k(9-a)), in California before assignment (Health & Safety Code 127425,
 *   127430), in Maryland before suit (Health-General 19-214.2), each with contents of its own;
 * - public bodies in Washington before assignment (RCW 19.16.500(2));
 * - California small claims: a written demand before suit, or no costs (Code of Civil Procedure 1033(b)(2)).
 * These were not read anew for this letter (only the first is in this project's own sources): an office they bind has the letter compared with them.
 * In the states of the Uniform Consumer Credit Code a notice of the right to cure has a form of its own, which this is not.
 *
 * It may say only what the office may do and means to weigh (15 U.S.C. 1692e(5); for first parties, UDAAP). It is a
 * creditor's letter; of a debt too old to sue on it names no court.
 */
import { bold, bullets, doc, h1, h2, is, isNot, p, passage, t, when } from '../document/build.ts';
import { aboutLetter, ageNotice, greeting, madeUpOf, noticesOfLaw, ownDebts } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const referralNotice: ShippedLetter = {
  code: 'referral-notice',
  version: 1,
  name: 'Notice before referral',
  description:
    'Before an account goes to an agency, a lawyer or a court: what may happen after 30 days, and every way to prevent it. Only if your office may really do so.',
  about: aboutLetter({ stage: 'legal', roles: ownDebts, asksForMoney: true }),
  doc: doc(
    h1`Before we decide on the next step`,
    passage('subject'),
    greeting,
    p`This account with ${'account.creditor'} is unpaid. As of ${'letter.date'} the amount due is ${bold('amount_due')}. ${madeUpOf}`,
    when(
      isNot('time_barred'),
      p`If it is not paid or settled with us by ${bold('pay_by.in_30_days')}, we may place it with a collection agency or a lawyer, or ask a court to decide on it. We tell you now so that you can prevent it. Until that day we will do none of these.`,
    ),
    when(
      is('time_barred'),
      p`If it is not paid or settled with us by ${bold('pay_by.in_30_days')}, we may place it with a collection agency. We tell you now so that you can prevent it. Until that day we will not do so.`,
    ),
    h2`What you can do`,
    bullets(
      t`Pay the amount due, or agree with us on payments that you can keep.`,
      t`Ask us for an itemized bill or for papers that show what you owe.`,
      t`Tell us if you do not owe it, or if a part of it is wrong, and why.`,
      t`Tell us if somebody else should pay it, such as an insurer, and give us the name and number.`,
    ),
    when(
      is('medical'),
      p`If this bill is hard for you to pay, ask us about financial assistance. Ask before that day; you may apply whatever your insurance.`,
    ),
    h2`How to pay`,
    passage('how_to_pay'),
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
    h2`Itemized charges`,
    passage('charges'),
  ),
};
