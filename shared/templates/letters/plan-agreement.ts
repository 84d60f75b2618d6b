/**
 * A payment plan in words, for both sides to sign, with every payment and a coupon for each. A recurring transfer from a bank account needs
 * an authorization of its own (12 CFR 1005.10(b)), so the plan is none. New York and the District of Columbia ask for a written copy
 * (23 NYCRR 1.5; D.C. Code 28-3814).
 */
import { bold, doc, facts, h1, h2, numbered, p, pageBreak, passage, rows, t } from '../document/build.ts';
import { aboutLetter, ageNotice, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const planAgreement: ShippedLetter = {
  code: 'plan-agreement',
  version: 1,
  name: 'Payment plan agreement',
  description:
    'Puts a payment plan in writing, to be signed by both sides, with every payment and a sheet of coupons.',
  about: aboutLetter({ stage: 'arrangement', needs: ['plan'], asksForMoney: true }),
  doc: doc(
    h1`Payment plan agreement`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Original creditor', name: 'account.original_creditor', ifFilled: true },
      { label: 'Total of the plan', name: 'plan.total', strong: true },
      { label: 'Payments', name: 'plan.count' },
      { label: 'How often', name: 'plan.every' },
    ),
    greeting,
    p`This is what we have agreed about this account. Please read it, sign one copy and send it back; keep the other and the coupons.`,
    numbered(
      t`${bold(t`What is paid.`)} ${'debtor.name'} pays ${bold('plan.total')} in the payments listed below, each so that it arrives by its day.`,
      t`${bold(t`While the plan is kept.`)} We ask for nothing on this account beyond these payments.`,
      t`${bold(t`If a payment is late.`)} Please tell us before its day if you can. If a payment is missed, the plan can be ended; what is still owed, less everything paid, is then due by the terms of the account.`,
      t`${bold(t`Paying sooner.`)} You may pay more or sooner at any time, at no charge.`,
      t`${bold(t`Nothing else.`)} Nothing else was agreed. A change is made in writing. A recurring transfer from a bank account needs a separate written authorization.`,
    ),
    h2`The payments`,
    rows(
      'instalments',
      [
        { name: 'item.due', label: 'Due' },
        { name: 'item.balance', label: 'Left after it' },
        { name: 'item.amount', label: 'Amount' },
      ],
      { label: 'Total of the plan', name: 'plan.total' },
    ),
    passage('how_to_pay'),
    passage('reach'),
    ageNotice,
    passage('signatures'),
    ...noticesOfLaw,
    pageBreak,
    h2`Payment coupons`,
    p`Send one coupon with each payment.`,
    passage('coupons'),
  ),
};
