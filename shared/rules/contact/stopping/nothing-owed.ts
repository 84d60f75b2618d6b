/**
 * A closed account, or one with nothing left on it, is not collected: asking would state an amount that is not owed. A letter
 * that confirms payment, answers a question or that a law or a court requires asks for nothing and may go; so may whatever
 * goes to the creditor or a bureau, which is where a closed account is put right.
 */
import { formatDollars } from '../../../domain/money.ts';
import type { GateFacts } from '../../facts.ts';
import { contactRule, pass } from '../../rule.ts';
import type { FactUsed } from '../../verdict.ts';
import { always, everyOffice, isCollecting, isOwnSide } from './scopes.ts';

function factOf({ debt }: GateFacts): FactUsed {
  if (debt.closed) {
    const value = debt.closedReason === '' ? 'Closed' : `Closed: ${debt.closedReason}`;
    return { name: 'Account', value, source: '', ref: { kind: 'account' } };
  }
  return {
    name: 'Balance',
    value: formatDollars(debt.balanceCents),
    source: '',
    ref: { kind: 'account' },
  };
}

function whyNothingIsOwed({ debt }: GateFacts): string {
  if (debt.closed) return 'The account is closed, so there is nothing to collect on it.';
  if (debt.balanceCents < 0) return 'More was paid than was owed, so there is nothing to collect.';
  return 'Nothing is owed on this account, so there is nothing to collect.';
}

export const nothingOwedRule = contactRule<null>({
  id: 'debt.nothing-owed',
  code: 'DEBT_CLOSED',
  step: 'debt_state',
  title: 'Something is owed and the account is open',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.18(b)(2), 1006.22(b); 15 U.S.C. 1692e(2)(A), 1692f(1); 12 U.S.C. 5531',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'Creditors collecting their own debts are held to it as an unfair or deceptive practice.',
  },
  scope: everyOffice,
  values: always,
  timed: false,
  check({ facts }) {
    const { debt, act } = facts;
    if (!debt.closed && debt.balanceCents > 0) return pass;
    if (!isCollecting(act.purpose) || isOwnSide(act.to)) {
      return { result: 'pass', facts: () => [factOf(facts)] };
    }
    return {
      result: act.direction === 'in' ? 'warn' : 'block',
      text: () =>
        act.direction === 'in'
          ? `${whyNothingIsOwed(facts)} Answer what is asked; ask for no payment.`
          : `${whyNothingIsOwed(facts)} An answer, or a letter that confirms payment, may still be sent under its own purpose.`,
      facts: () => [factOf(facts)],
      clears: { waitsFor: debt.closed ? 'the account to be reopened' : 'a balance to be owed' },
    };
  },
});
