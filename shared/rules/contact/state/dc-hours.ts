import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { type Hours, withinHours } from '../../states/hours.ts';
import { callsAndTexts, inState } from './bound.ts';

const easternTime = ['America/New_York'];
/** Eastern time, whatever zone the debtor is in. */
export const dcHoursRule = contactRule<Hours>({
  id: 'dc.hours',
  code: 'STATE_TIME_WINDOW',
  step: 'state',
  title: 'Washington, D.C.: calls and texts between 8 AM and 9 PM Eastern time',
  subject: 'time and place',
  jurisdiction: 'DC',
  force: 'prohibition',
  source: text('D.C. Code 28-3814(k)', '2026-02'),
  scope: inState('DC', 'everyone', callsAndTexts),
  values: [{ from: '0001-01-01', until: null, value: { from: 480, to: 1260 } }],
  timed: true,
  check({ at, value, view }) {
    return view.isWithConsumer ? withinHours(easternTime, at, value, 'Washington, D.C.') : pass;
  },
});
