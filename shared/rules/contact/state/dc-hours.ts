import { contactRule, pass } from '../../rule.ts';
import { text } from '../../states/entry.ts';
import { hoursWords } from '../../states/hours.ts';
import { type Hours, opensInAll, openUntil } from '../../time/windows.ts';
import { clockWords } from '../../time/zone-words.ts';
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
    if (!view.isWithConsumer) return pass;
    const until = openUntil(easternTime, value, at);
    if (until > 0) return { result: 'pass', until };
    const opens = opensInAll(easternTime, value, at, 2);
    return {
      result: 'block',
      text: () =>
        `${hoursWords('Washington, D.C.', value)} The hours are those of Eastern time, wherever the debtor is; it is ${clockWords('America/New_York', at)} there.`,
      facts: () => view.stateClues.map(({ fact }) => fact),
      clears: opens === null ? null : { at: opens },
    };
  },
});
