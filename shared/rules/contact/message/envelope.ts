import type { ContactParty } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';

const among: readonly ContactParty[] = ['attorney', 'bureau', 'creditor', 'trustee'];

/** The outside of a letter does not tell the neighbors. */
export const envelopeRule = contactRule<null>({
  id: 'reg-f.message.envelope',
  code: 'ENVELOPE_LANGUAGE',
  step: 'content',
  title: 'The envelope shows nothing that suggests collection',
  subject: 'the message',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.22(f)(2), 1006.10(b); 15 U.S.C. 1692f(8), 1692b(5)',
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
    if (!act.content.revealingEnvelope || among.includes(act.to)) return pass;
    return {
      result: 'block',
      text: () =>
        'The envelope shows more than the office’s address, or a name that suggests debt collection. Only the address, marks of the post, and a name that does not suggest it may be seen.',
      facts: () => [{ name: 'Envelope', value: 'Suggests collection', source: '', ref: null }],
      clears: { waitsFor: 'a plain envelope to be used' },
    };
  },
});
