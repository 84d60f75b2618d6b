import { contactRule } from '../../rule.ts';
import { judgeMedium } from './opt-out.ts';

/** A medium the person asked not to be reached through is closed for all of their debts. */
export const mediumOptOutRule = contactRule<null>({
  id: 'reg-f.opt-out.medium',
  code: 'MEDIUM_OPTED_OUT',
  step: 'opt_out',
  title: 'No contact through a medium the person closed',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.14(h)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'both' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: true,
  check: ({ at, view }) => judgeMedium(view, at),
});
