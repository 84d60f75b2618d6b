import { contactRule, pass } from '../../rule.ts';

/** Until the office has said who it is, nobody can tell which law binds it. */
export const profileRule = contactRule<null>({
  id: 'office.profile',
  code: 'PROFILE_MISSING',
  step: 'profile',
  title: 'The office has said who it collects for',
  subject: 'who is bound',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.2(i); 15 U.S.C. 1692a(6)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'anyone', debts: 'any', states: 'all', channels: 'all', directions: 'both' },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts }) {
    if (facts.office.role !== null) return pass;
    return {
      result: 'undetermined',
      text: () =>
        'Duebook does not know yet whether this office collects its own debts or those of others, so it cannot tell which law binds it.',
      facts: () => [{ name: 'Kind of office', value: 'Not stated', source: '', ref: { kind: 'office' } }],
      clears: { waitsFor: 'the office profile to be filled in' },
    };
  },
});
