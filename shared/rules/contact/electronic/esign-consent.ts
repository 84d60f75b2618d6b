import type { ContactPurpose } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { isInitialCommunication } from '../message/initial.ts';
import { directConsents } from './address-events.ts';

const disclosures: readonly ContactPurpose[] = [
  'validation_notice',
  'verification',
  'original_creditor_answer',
];

/**
 * A disclosure that has to be in writing goes by wire only to who agreed to that under section 101(c) of the E-SIGN Act. A
 * validation notice inside the first communication is the exception: 12 CFR 1006.42(b).
 */
export const esignConsentRule = contactRule<null>({
  id: 'reg-f.electronic.esign',
  code: 'ESIGN_CONSENT_REQUIRED',
  step: 'electronic',
  title: 'Required notices go by wire only with E-SIGN consent',
  subject: 'validation',
  jurisdiction: 'US',
  force: 'prohibition',
  source: {
    cite: '12 CFR 1006.42(b); 15 U.S.C. 7001(c)',
    readOn: '2026-11-21',
    confidence: 'text',
    note: 'What a consent under 15 U.S.C. 7001(c) has to hold is well known, and was not read anew.',
  },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['email', 'text', 'social'],
    directions: 'both',
  },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { purpose } = facts.act;
    if (!disclosures.includes(purpose)) return pass;
    const [consent] = directConsents(view, 'esign', at);
    if (consent !== undefined) {
      return {
        result: 'pass',
        text: () => 'The consumer agreed to have required notices sent electronically.',
        facts: () => [
          {
            name: 'E-SIGN consent',
            value: consent.on,
            source: consent.source,
            ref: { kind: 'event', id: consent.eventId },
          },
        ],
      };
    }
    if (purpose === 'validation_notice' && isInitialCommunication(view)) {
      return {
        result: 'pass',
        text: () =>
          'This is the first communication: the notice may stand in it without E-SIGN consent. The subject line names the current creditor and one more mark of the debt, not the amount, and returned messages are watched for.',
      };
    }
    return {
      result: 'block',
      text: () =>
        'This notice may go electronically only to a consumer who agreed to that under the E-SIGN Act, and no such consent is on file. Send it by post.',
      facts: () => [],
      clears: { waitsFor: 'the consumer’s E-SIGN consent' },
    };
  },
});
