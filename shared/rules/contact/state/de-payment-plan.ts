import { formatDollars } from '../../../domain/money.ts';
import { contactRule, pass } from '../../rule.ts';
import { isMedicalDebt } from '../../states/debt-kind.ts';
import { text } from '../../states/entry.ts';
import { isCollecting } from '../stopping/scopes.ts';
import { inState } from './bound.ts';

export const dePaymentPlanRule = contactRule<{ readonly fromCents: number }>({
  id: 'de.payment-plan',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'review',
  title: 'Delaware: for medical debt of $500 or more a payment plan is offered',
  subject: 'medical debt',
  jurisdiction: 'DE',
  force: 'caution',
  source: text('6 Del. C. 2504J-2509J', '2026-02'),
  scope: inState('DE', 'everyone', 'all'),
  values: [{ from: '0001-01-01', until: null, value: { fromCents: 50_000 } }],
  timed: false,
  check({ facts, value, view }) {
    const { act, debt } = facts;
    if (!view.isWithConsumer || !isMedicalDebt(view) || !isCollecting(act.purpose)) return pass;
    if (debt.balanceCents < value.fromCents) return pass;
    return {
      result: 'warn',
      text: () =>
        `Delaware wants a payment plan offered for medical debt of ${formatDollars(value.fromCents)} or more. Offer one, and note that you did.`,
      facts: () => [
        { name: 'Balance', value: formatDollars(debt.balanceCents), source: '', ref: { kind: 'account' } },
      ],
      clears: null,
    };
  },
});
