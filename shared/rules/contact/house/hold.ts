import { contactRule, pass } from '../../rule.ts';

const words = { hardship: 'hardship', court: 'a court’s order', house: 'a decision of this office' } as const;

/** A hold of the office’s own: nobody works the account until it ends. A court’s order is no matter of choice. */
export const holdRule = contactRule<null>({
  id: 'house.hold',
  code: 'HOLD',
  step: 'debt_state',
  title: 'The account is not on hold',
  subject: 'house policy',
  jurisdiction: 'house',
  force: 'house',
  source: { cite: 'The hold on the account', readOn: '2026-11-22', confidence: 'text' },
  scope: { roles: 'anyone', debts: 'any', states: 'all', channels: 'all', directions: 'out' },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts }) {
    const hold = facts.debt.holds.find(({ kind }) => kind === 'court') ?? facts.debt.holds[0];
    if (!hold) return pass;
    return {
      result: 'block',
      force: hold.kind === 'court' ? 'prohibition' : 'house',
      text: () => `The account is on hold because of ${words[hold.kind]}: ${hold.reason}`,
      facts: () => [{ name: 'Hold', value: hold.reason, source: '', ref: { kind: 'account' } }],
      clears: { waitsFor: 'the hold to end' },
    };
  },
});
