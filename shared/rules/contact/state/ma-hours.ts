import { contactRule, pass } from '../../rule.ts';
import { secondary } from '../../states/entry.ts';
import { withinHours } from '../../states/hours.ts';
import type { Hours } from '../../time/windows.ts';
import { callsAndTexts, inState } from './bound.ts';

/** The debtor’s normal waking hours, taken to be these where nothing else is known. */
export const maHoursRule = contactRule<Hours>({
  id: 'ma.hours',
  code: 'STATE_TIME_WINDOW',
  step: 'state',
  title: 'Massachusetts: calls and texts between 8 AM and 9 PM',
  subject: 'time and place',
  jurisdiction: 'MA',
  force: 'prohibition',
  source: secondary('940 CMR 7.04(1); 209 CMR 18.16', '2026-11-21'),
  scope: inState('MA', 'everyone', callsAndTexts),
  values: [{ from: '0001-01-01', until: null, value: { from: 480, to: 1260 } }],
  timed: true,
  check({ at, value, view }) {
    return view.isWithConsumer ? withinHours(view, at, value, 'STATE_TIME_WINDOW', 'Massachusetts') : pass;
  },
});
