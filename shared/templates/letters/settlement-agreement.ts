/**
 * A settlement in words, for both sides to sign: sum, days, what a default does, what is then forgiven. Several states ask for a
 * written copy (23 NYCRR 1.5(a) within five business days; D.C. Code 28-3814 within seven days, with its statement on protected income,
 * which comes with the notices of the state). It leaves taxes and credit reports unsaid: who files a Form 1099-C depends on the
 * creditor (26 CFR 1.6050P-1), and what is not known is not promised.
 */
import { bold, doc, facts, h1, numbered, p, passage, t } from '../document/build.ts';
import { aboutLetter, ageNotice, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const settlementAgreement: ShippedLetter = {
  code: 'settlement-agreement',
  version: 1,
  name: 'Settlement agreement',
  description:
    'Puts a settlement in writing, to be signed by both sides: sum, days, default, what is forgiven.',
  about: aboutLetter({ stage: 'arrangement', needs: ['settlement'], asksForMoney: true }),
  doc: doc(
    h1`Settlement agreement`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Settlement sum', name: 'settlement.amount', strong: true },
    ),
    greeting,
    p`This is what we have agreed about this account. Please read it, sign one copy and send it back; keep the other.`,
    numbered(
      t`${bold(t`What is paid.`)} ${'debtor.name'} pays ${bold('settlement.amount')}, ${'settlement.terms'}.`,
      t`${bold(t`What is forgiven.`)} When the whole settlement sum has been paid on time, the remaining ${'settlement.forgiven'} is forgiven and the account is settled. Before that nothing is forgiven.`,
      t`${bold(t`If it is not paid.`)} ${'settlement.default'}`,
      t`${bold(t`When a payment counts.`)} A payment counts on the day it reaches ${'sender.name'}, if the bank then pays it.`,
      t`${bold(t`Nothing else.`)} Nothing else was agreed. A change is made in writing.`,
    ),
    passage('how_to_pay'),
    p`If something here is not what we agreed, please tell us before you sign. You may ask for advice first.`,
    passage('reach'),
    ageNotice,
    passage('signatures'),
    ...noticesOfLaw,
  ),
};
