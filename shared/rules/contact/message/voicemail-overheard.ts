import type { ContactPurpose } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';

const aboutDebt: readonly ContactPurpose[] = [
  'collect',
  'validation_notice',
  'verification',
  'original_creditor_answer',
  'answer_request',
  'remedy_notice',
  'efforts_end',
];

/** A voicemail about a debt may be heard by others of the household, and then it was told to them. */
export const voicemailOverheardRule = contactRule<null>({
  id: 'reg-f.message.voicemail-overheard',
  code: 'ALLOWED_WITH_CAUTION',
  step: 'content',
  title: 'Others may hear a voicemail',
  subject: 'third parties',
  jurisdiction: 'US',
  force: 'caution',
  source: { cite: '12 CFR 1006.6(d)(1), 1006.2(j)', readOn: '2026-11-21', confidence: 'text' },
  scope: {
    roles: 'collectors',
    debts: 'consumer',
    states: 'all',
    channels: ['voicemail'],
    directions: 'out',
  },
  values: [{ from: '2021-11-30', until: null, value: null }],
  timed: false,
  check({ facts, view }) {
    if (!view.isWithConsumer || !aboutDebt.includes(facts.act.purpose)) return pass;
    return {
      result: 'warn',
      text: () =>
        'A voicemail about a debt may be heard by somebody else, and then the debt was disclosed. A limited-content message says nothing of it.',
      facts: () => [],
      clears: null,
    };
  },
});
