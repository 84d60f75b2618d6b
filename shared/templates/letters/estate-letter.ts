/**
 * To the person who acts for the estate of a debtor who died. A collector may speak of the debt with the spouse and with whoever is
 * authorized to act for the estate, formally or not (12 CFR 1006.6(a)(4), 1006.2(e)), and must not suggest that this person owes it. The
 * District of Columbia asks that the letter say they do not; it is said to everybody here. The person who acts may dispute the
 * debt in the debtor's place (1006.34 with 1006.38).
 */
import { bold, bullets, doc, facts, filled, h1, h2, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const estateLetter: ShippedLetter = {
  code: 'estate-letter',
  version: 1,
  name: 'Letter to the estate',
  description:
    'To whoever acts for the estate of a debtor who died: the claim, that they do not owe it themselves, and what we need to know.',
  about: aboutLetter({
    stage: 'special',
    debtor: 'consumer',
    to: 'representative',
    needs: ['estate'],
    asksForMoney: true,
  }),
  doc: doc(
    h1`About the estate of ${'debtor.name'}`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Amount due', name: 'amount_due', strong: true },
    ),
    greeting,
    p`We are sorry for your loss. We understand that ${'debtor.name'} has died${whenInline(
      filled('estate.died_on'),
      t` on ${'estate.died_on'}`,
    )}, and that you look after the affairs of the estate. Please take the time you need.`,
    p`Our records show that ${bold('amount_due')} was owed on the account above. ${bold(
      t`You are not personally liable for this debt because you act for the estate, and we do not ask you to pay it from your own money.`,
    )} It can be paid only from the estate.`,
    h2`What we would like to know`,
    bullets(
      t`Whether you are the person who acts for the estate or, if somebody else does, that person’s name and address.`,
      t`Whether a court has opened an estate: the court, the case number, and where and until when claims are filed.`,
      t`Whether there is nothing in the estate from which debts can be paid.`,
    ),
    h2`Your rights`,
    p`You may ask us about this debt, and you may dispute it in the place of ${'debtor.name'}. If a lawyer acts for the estate, we will write to the lawyer. If you do not act for the estate, tell us, and we will not write to you again about this debt.`,
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
  ),
};
