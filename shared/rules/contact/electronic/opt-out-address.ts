import { contactRule } from '../../rule.ts';
import { judgeAddress } from './opt-out.ts';

/** A number or address the person asked not to be reached at is closed, the rest of the medium is not. */
export const addressOptOutRule = contactRule<null>({
  id: 'reg-f.opt-out.address',
  code: 'ADDRESS_OPTED_OUT',
  step: 'opt_out',
  title: 'No contact at a number or address the person closed',
  subject: 'stopping contact',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.14(h), 1006.6(e), comment 42(a)(1)-4',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: 'all', directions: 'both' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: true,
  check: ({ at, view }) => judgeAddress(view, at),
});
