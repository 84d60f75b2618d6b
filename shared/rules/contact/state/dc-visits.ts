import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { inState } from './bound.ts';

export const dcVisitsRule = contactRule<null>({
  id: 'dc.visits',
  code: 'STATE_PRECONDITION',
  step: 'state',
  title: 'Washington, D.C.: no visits at home or at work',
  subject: 'time and place',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(d)(5)-(6)', '2026-02'),
  scope: inState('DC', 'everyone', ['visit']),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: false,
  check({ facts }) {
    if (facts.act.purpose === 'legal_process') return pass;
    return {
      result: 'block',
      text: () =>
        'Washington, D.C. forbids visits at the debtor’s home or workplace, except to serve legal process.',
      facts: () => [],
      clears: null,
    };
  },
});
