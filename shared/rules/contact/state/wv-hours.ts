import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { withinHours } from '../../states/hours.ts';
import type { Hours } from '../../time/windows.ts';
import { calls, inState } from './bound.ts';

/** Calls outside these hours count as meant to annoy. */
export const wvHoursRule = contactRule<Hours>({
  id: 'wv.hours',
  code: 'STATE_TIME_WINDOW',
  step: 'state',
  title: 'West Virginia: calls between 8 AM and 9 PM',
  subject: 'time and place',
  jurisdiction: 'WV',
  force: 'presumption',
  source: secondary('W. Va. Code 46A-2-125(d)', '2026'),
  scope: inState('WV', 'everyone', calls),
  values: [{ from: '0001-01-01', until: null, value: { from: 480, to: 1260 } }],
  timed: true,
  check({ at, value, view }) {
    return view.isWithConsumer ? withinHours(view, at, value, 'STATE_TIME_WINDOW', 'West Virginia') : pass;
  },
});
