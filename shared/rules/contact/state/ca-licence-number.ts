import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { inState } from './bound.ts';

export const caLicenceNumberRule = contactRule<null>({
  id: 'ca.licence-number',
  code: 'STATE_PRECONDITION',
  step: 'content',
  title: 'California: digital and written messages carry the license number',
  subject: 'the message',
  jurisdiction: 'CA',
  force: 'caution',
  source: secondary('Cal. Civ. Code 1788.11', '2026-11-21'),
  scope: inState('CA', 'agencies', ['email', 'text', 'social', 'letter']),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts }) {
    const licence = facts.office.licences.find(({ state }) => state === 'CA');
    const number = licence?.number.trim() ?? '';
    if (number !== '')
      return { result: 'pass', text: () => `The message must show license number ${number}.` };
    if (licence?.kind === 'exempt' || licence?.kind === 'not_needed') return pass;
    return {
      result: 'warn',
      text: () =>
        'California wants the license number in every digital and written message to a debtor. No number is on record.',
      facts: () => [
        {
          name: 'California license number',
          value: 'None on record',
          source: '',
          ref: { kind: 'licence', state: 'CA' },
        },
      ],
      clears: { waitsFor: 'the license number to be recorded' },
    };
  },
});
