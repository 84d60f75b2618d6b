/**
 * What pays the account off through a day, in words. Legally an answer to a question; the office is held to the sum it quotes. The paper "Payoff quote" has the
 * same figure for any day that is asked for; this letter quotes ten days ahead.
 */
import { bold, doc, facts, h1, is, isNot, p, passage, when } from '../document/build.ts';
import { aboutLetter, ageNotice, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const payoffQuote: ShippedLetter = {
  code: 'payoff-quote',
  version: 1,
  name: 'Payoff letter',
  description: 'What pays the account off within 10 days. For another day, print the payoff quote.',
  about: aboutLetter({ stage: 'payment' }),
  doc: doc(
    h1`What pays this account off`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Good through', name: 'payoff.good_through' },
      { label: 'Payoff', name: 'payoff.amount', strong: true },
    ),
    greeting,
    p`${bold('payoff.amount')} pays this account in full. The figure is good through ${bold('payoff.good_through')}: a payment counts on the day it reaches us. As of ${'letter.date'} the amount due is ${'amount_due'}.`,
    when(
      is('interest_runs'),
      p`Interest accrues on this account. For a payment after that day, add ${'amounts.per_day'} for each day, or ask us for a new figure.`,
    ),
    when(
      isNot('interest_runs'),
      p`No interest accrues on this account at present. The figure stays the same after that day unless something is added or paid.`,
    ),
    p`The figure holds unless a payment is returned by the bank or a charge is added before then.`,
    passage('how_to_pay'),
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
  ),
};
