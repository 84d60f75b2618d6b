import { contactRule, pass } from '../../rule.ts';
import { addressEventsOf } from './address-events.ts';
import { cameFromCollector, hasUsedOrAgreed } from './email-procedure.ts';

/** An address the employer gave is read by the employer; only the consumer’s own use or consent, or an earlier collector’s, opens it. */
export const employerEmailRule = contactRule<null>({
  id: 'reg-f.email.employer',
  code: 'EMPLOYER_EMAIL',
  step: 'electronic',
  title: 'No email to an address the employer provided',
  subject: 'email and text',
  jurisdiction: 'US',
  force: 'prohibition',
  source: { cite: '12 CFR 1006.22(f)(3)', readOn: '2026-11-21', confidence: 'text' },
  scope: { roles: 'collectors', debts: 'consumer', states: 'all', channels: ['email'], directions: 'out' },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    if (!view.isWithConsumer || facts.events.length === 0) return pass;
    const [provided] = addressEventsOf(view, 'employer_provided', at);
    if (provided === undefined) return pass;
    if (hasUsedOrAgreed(view, at) || cameFromCollector(view, at)) {
      return {
        result: 'pass',
        text: () =>
          'The employer provided this address, but the consumer used it or agreed to it, or an earlier collector used it by the rules.',
      };
    }
    return {
      result: 'block',
      text: () =>
        'The consumer’s employer provided this email address. It may be used only when the consumer wrote from it about the debt or agreed to it.',
      facts: () => [
        {
          name: 'Provided by the employer',
          value: provided.on,
          source: provided.source,
          ref: { kind: 'event', id: provided.eventId },
        },
      ],
      clears: { waitsFor: 'the consumer’s consent to this address' },
    };
  },
});
