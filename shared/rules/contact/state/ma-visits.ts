import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { inState } from './bound.ts';

export const maVisitsRule = contactRule<null>({
  id: 'ma.visits',
  code: 'STATE_PRECONDITION',
  step: 'review',
  title: 'Massachusetts: visits are limited',
  subject: 'time and place',
  jurisdiction: 'MA',
  force: 'caution',
  source: secondary('940 CMR 7.04(1); 209 CMR 18.16', '2026-11-21'),
  scope: inState('MA', 'everyone', ['visit']),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts }) {
    if (facts.act.purpose === 'legal_process') return pass;
    return {
      result: 'warn',
      text: () => 'Massachusetts limits visits to a debtor. Read the regulation or ask counsel before going.',
      facts: () => [],
      clears: null,
    };
  },
});
