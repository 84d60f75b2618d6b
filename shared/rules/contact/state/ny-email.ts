import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { consentFor, inState, isAtWork, isDemandedByWire } from './bound.ts';

export const nyEmailRule = contactRule<null>({
  id: 'ny.email',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'New York: email only with consent, and not to an address the employer provides',
  subject: 'email and text',
  jurisdiction: 'NY',
  force: 'prohibition',
  source: secondary('23 NYCRR 1.6', '2026-11-21'),
  scope: inState('NY', 'agencies', ['email']),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { act } = facts;
    if (!view.isWithConsumer || isDemandedByWire(act)) return pass;
    if (isAtWork(view, act)) {
      return {
        result: 'block',
        text: () => 'New York forbids email about a debt to an address that the employer provides.',
        facts: () =>
          act.emailId === null
            ? []
            : [
                {
                  name: 'Email',
                  value: 'Provided by the employer',
                  source: '',
                  ref: { kind: 'email', id: act.emailId },
                },
              ],
        clears: { waitsFor: 'another email address' },
      };
    }
    if (consentFor(view, 'email', at) !== null) return pass;
    return {
      result: 'block',
      text: () => 'New York allows email about a debt only with the debtor’s consent. None is on record.',
      facts: () => [{ name: 'Consent to email', value: 'None on record', source: '', ref: null }],
      clears: { waitsFor: 'the debtor’s consent to email' },
    };
  },
});
