import { contactRule, pass } from '../../rule.ts';

/** Who asks others where somebody lives does so under the own name: a profile that hides it deceives. */
export const socialNameRule = contactRule<null>({
  id: 'reg-f.social.real-name',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'electronic',
  title: 'Location questions on social media come from a profile with a real name',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'caution',
  source: { cite: '12 CFR 1006.10(b), 1006.18(d)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: ['social'], directions: 'out' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: false,
  check({ facts }) {
    const { to, purpose } = facts.act;
    if (purpose !== 'locate' && to !== 'third_party' && to !== 'employer') return pass;
    return {
      result: 'warn',
      text: () =>
        'Use a profile that shows your real name, ask only where the person lives, works or can be called, and do not mention a debt.',
      facts: () => [],
      clears: null,
    };
  },
});
