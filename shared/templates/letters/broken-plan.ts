/**
 * After a missed payment of a plan: what is missing, how to put it right, and that a plan can be changed. Legally a request for payment of what the plan
 * made due; it ends nothing by itself, and what the agreement says of a default is only recalled.
 */
import { bold, doc, facts, filled, h1, p, passage, t, whenInline } from '../document/build.ts';
import { aboutLetter, ageNotice, askToPay, greeting, noticesOfLaw } from './common.ts';
import type { ShippedLetter } from './shipped-letter.ts';

export const brokenPlan: ShippedLetter = {
  code: 'broken-plan',
  version: 1,
  name: 'Missed payment of a plan',
  description: 'A payment of the plan has not come: how to put it right within 10 days, or change the plan.',
  about: aboutLetter({ stage: 'arrangement', needs: ['plan', 'missed_instalment'], asksForMoney: true }),
  doc: doc(
    h1`A payment of your plan is missing`,
    facts(
      { label: 'Account', name: 'account.number' },
      { label: 'Creditor', name: 'account.creditor' },
      { label: 'Due on', name: 'plan.missed_on' },
      { label: 'Missing', name: 'plan.missed_amount', strong: true },
      { label: 'Left under the plan', name: 'plan.left' },
    ),
    greeting,
    p`We have not received ${bold('plan.missed_amount')} of your payment plan; the first part of it was due on ${'plan.missed_on'}. If you have sent it already, thank you, and please set this letter aside.`,
    ...askToPay('pay_by.in_10_days', 'Please send the missing sum'),
    passage('how_to_pay'),
    p`If the plan no longer fits your means, please tell us now rather than later, and we will look at it with you. Under the plan, a missed payment lets us end it; what is still owed on the account is then due by the terms of the account. ${whenInline(
      filled('plan.next_on'),
      t`The next payment of ${'plan.next_amount'} is due on ${'plan.next_on'}.`,
    )}`,
    passage('reach'),
    ageNotice,
    passage('closing'),
    ...noticesOfLaw,
  ),
};
