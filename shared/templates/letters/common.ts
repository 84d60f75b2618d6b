/**
 * What the shipped letters share: for whom most of them are, and the sentences that stand in many of them in the same words.
 *
 * - Disclosure (12 CFR 1006.18(e); 15 U.S.C. 1692e(11)): a debt collector says so in every letter to a consumer, and in the first
 *   writing also that what it learns is used to collect. The words are those of shared/rules/wording/prescribed.ts.
 * - Age (12 CFR 1006.26(b), and what implying more would be under 15 U.S.C. 1692e and f): a letter that asks for a debt too old to sue on says so,
 *   and warns that paying may start the time again. State notices come besides, in their own words.
 * - While the validation period runs (12 CFR 1006.38(b)) a letter names no day to pay by; it points to the right to dispute instead.
 */
import type { OfficeRole } from '../../domain/law.ts';
import { bold, facts, is, isNot, p, prescribed, stateTexts, t, when, whenInline } from '../document/build.ts';
import type { BlockNode, WhenBlock } from '../document/letter-doc.ts';
import type { FieldName } from '../fields.ts';
import type { LetterAbout } from '../letter-about.ts';

/** Offices that collect what is owed to themselves, in their own name. */
export const ownDebts: readonly OfficeRole[] = ['first_party_creditor', 'medical_provider'];

const usual: Omit<LetterAbout, 'stage'> = {
  roles: [],
  debtor: 'any',
  states: [],
  language: 'en',
  to: 'debtor',
  needs: [],
  asksForMoney: false,
  whenPaid: false,
  must: [],
  review: '',
};

/** A letter to the debtor in English, from every office and into every state, unless said otherwise. */
export function aboutLetter(about: Pick<LetterAbout, 'stage'> & Partial<LetterAbout>): LetterAbout {
  return { ...usual, ...about };
}

export const greeting = p`Dear ${'recipient.greeting'}:`;

/** Whether or not the debtor is a consumer is asked first: the disclosure belongs to consumer debts. */
const disclosure: WhenBlock = when(
  is('consumer'),
  when(
    is('collector'),
    when(is('first_writing'), prescribed('mini-miranda.first')),
    when(isNot('first_writing'), prescribed('mini-miranda.later')),
  ),
);

/** What the law has said at the end of a letter: the disclosure of a debt collector, then the notices of the debtor’s state. */
export const noticesOfLaw: readonly BlockNode[] = [disclosure, stateTexts];

/** In a letter that collects nothing and says so: that it comes from a debt collector, and no more. */
export const fromCollector: WhenBlock = when(
  is('consumer'),
  when(is('collector'), prescribed('mini-miranda.later')),
);

export const ageNotice: WhenBlock = when(
  is('consumer'),
  when(
    is('time_barred'),
    p`The law limits how long a court may be asked to enforce a debt. That time has passed for this debt, or may have. We will not sue on a debt whose time has passed. In some states a payment, or a signed promise to pay, can start the time again; you may want advice before you pay or sign.`,
  ),
);

/** A request by a day, or without one while the debt may still be disputed. `request` is a sentence without its end. */
export function askToPay(by: FieldName, request: string): readonly BlockNode[] {
  return [
    when(isNot('in_validation'), p`${{ type: 'text', text: request }} by ${bold(by)}.`),
    when(
      is('in_validation'),
      p`${{ type: 'text', text: request }}. This letter does not change your right to dispute the debt until ${'validation.end_on'}, as our notice to you explains.`,
    ),
  ];
}

/** `We have written to you about this account before. `, where that is so. */
export const writtenBefore = whenInline(
  isNot('first_writing'),
  t`We have written to you about this account before. `,
);

/** `It is made up of principal $480.00, …`: the four parts on one line, where the charges follow in full. */
export const madeUpOf = t`It is made up of principal ${'amounts.principal'}, interest ${'amounts.interest'}, fees ${'amounts.fees'} and costs ${'amounts.costs'}.`;

/** How the amount due is made up: its four parts and the sum. */
export const parts = facts(
  { label: 'Principal', name: 'amounts.principal' },
  { label: 'Interest', name: 'amounts.interest' },
  { label: 'Fees', name: 'amounts.fees' },
  { label: 'Costs', name: 'amounts.costs' },
  { label: 'Amount due', name: 'amount_due', strong: true },
);

/** Which account a letter is about, where no sum belongs at its head. */
export const accountOnly = facts(
  { label: 'Account', name: 'account.number' },
  { label: 'Creditor', name: 'account.creditor' },
  { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
);
