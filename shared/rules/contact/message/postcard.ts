import type { ContactParty } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';

const among: readonly ContactParty[] = ['attorney', 'bureau', 'creditor', 'trustee'];

/** Anybody on the way can read a postcard. */
export const postcardRule = contactRule<null>({
  id: 'reg-f.message.postcard',
  code: 'POSTCARD',
  step: 'content',
  title: 'No postcards',
  subject: 'the message',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.22(f)(1), 1006.10(b); 15 U.S.C. 1692f(7), 1692b(4)',
    readOn: '2026-11-21',
    confidence: 'text',
  },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: ['letter'], directions: 'both' },
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    const { act } = facts;
    // A request to find somebody is held to the same by the rule on such requests.
    if (act.purpose === 'locate' && !view.isWithConsumer) return pass;
    if (!act.content.postcard || among.includes(act.to)) return pass;
    return {
      result: 'block',
      text: () => 'A postcard can be read by anybody on its way. Send a letter in an envelope.',
      facts: () => [{ name: 'Form', value: 'Postcard', source: '', ref: null }],
      clears: { waitsFor: 'an envelope to be used' },
    };
  },
});
