import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { withinHours } from '../../states/hours.ts';
import type { Hours } from '../../time/windows.ts';
import { inState, liveChannels } from './bound.ts';

export const scHoursRule = contactRule<Hours>({
  id: 'sc.hours',
  code: 'STATE_TIME_WINDOW',
  step: 'state',
  title: 'South Carolina: contact between 8 AM and 9 PM',
  subject: 'time and place',
  jurisdiction: 'SC',
  force: 'prohibition',
  source: text('S.C. Code 37-5-108(5)', '2026-02'),
  scope: inState('SC', 'everyone', liveChannels),
  values: [{ from: '0001-01-01', until: null, value: { from: 480, to: 1260 } }],
  timed: true,
  check({ at, value, view }) {
    return view.isWithConsumer ? withinHours(view, at, value, 'STATE_TIME_WINDOW', 'South Carolina') : pass;
  },
});
