import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { withinHours } from '../../states/hours.ts';
import type { Hours } from '../../time/windows.ts';
import { inState, isAtWork, liveChannels } from './bound.ts';

/** Contact at home; a number that is not one of the workplace is taken for home. */
export const waHoursRule = contactRule<Hours>({
  id: 'wa.hours',
  code: 'STATE_TIME_WINDOW',
  step: 'state',
  title: 'Washington: contact at home between 7:30 AM and 9 PM',
  subject: 'time and place',
  jurisdiction: 'WA',
  force: 'presumption',
  source: text('RCW 19.16.250(13)(c)', '2026-02'),
  scope: inState('WA', 'agencies', liveChannels),
  values: [{ from: '0001-01-01', until: null, value: { from: 450, to: 1260 } }],
  timed: true,
  check({ facts, at, value, view }) {
    if (!view.isWithConsumer || isAtWork(view, facts.act)) return pass;
    return withinHours(view, at, value, 'STATE_TIME_WINDOW', 'Washington');
  },
});
