/**
 * What is owed, in words and tables: the parts of the balance, the open charges, the payments received. Legally an answer, not a
 * demand: it names no day. Every line of a period with a running balance is the paper "Statement of account".
 */
import { bold, doc, h1, h2, is, p, passage, rows, t, when, whenInline } from '../document/build.ts';
import { aboutLetter, accountOnly, greeting, noticesOfLaw, parts } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const statement: ShippedLetter = {
  code: 'statement',
  version: 1,
  name: 'Summary of the account',
  description:
    'The balance in its parts, the open charges and the payments received. For every line of a period, print the statement of account.',
  about: aboutLetter({ stage: 'payment' }),
  doc: doc(
    h1`Summary of your account`,
    accountOnly,
    greeting,
    p`Here is how your account stands. As of ${'letter.date'} the amount due is ${bold('amount_due')}:`,
    parts,
    when(
      is('interest_runs'),
      p`Interest accrues on this account; at present it is ${'amounts.per_day'} for each further day.`,
    ),
    when(
      is('several_accounts'),
      p`You owe on more than one account with us. On all of them together ${'amounts.total_all'} is owed:`,
      rows(
        'accounts',
        [
          { name: 'item.number', label: 'Account' },
          { name: 'item.creditor', label: 'Creditor' },
          { name: 'item.opened_on', label: 'Date' },
          { name: 'item.balance', label: 'Amount due' },
        ],
        { label: 'Together', name: 'amounts.total_all' },
      ),
    ),
    p`If something here is not as you expect, please tell us which line and why.${whenInline(
      is('disputed'),
      t` What you have told us in your dispute is being kept in mind; you need not say it again.`,
    )}`,
    passage('reach'),
    passage('closing'),
    ...noticesOfLaw,
    h2`Open charges`,
    passage('charges'),
    h2`Payments received`,
    rows('payments', [
      { name: 'item.date', label: 'Date' },
      { name: 'item.method', label: 'How' },
      { name: 'item.reference', label: 'Number' },
      { name: 'item.amount', label: 'Amount' },
    ]),
  ),
};
