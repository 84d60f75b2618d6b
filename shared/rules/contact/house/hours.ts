import { contactRule, pass } from '../../rule.ts';
import { withinHours } from '../../states/hours.ts';
import { liveChannels } from '../state/bound.ts';
import { housePolicySource, houseScope } from './policy.ts';

/** By the debtor’s clock. Letters and emails wait in a box until they are read, and are left alone. */
export const houseHoursRule = contactRule<null>({
  id: 'house.hours',
  code: 'HOUSE_HOURS',
  step: 'house',
  title: 'House policy: hours of contact',
  subject: 'house policy',
  jurisdiction: 'house',
  force: 'house',
  source: housePolicySource,
  scope: houseScope(liveChannels),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { earliest, latest } = facts.office.house;
    if (earliest === null && latest === null) return pass;
    const hours = { from: earliest ?? 0, to: latest ?? 1440 };
    if (hours.from >= hours.to) {
      return {
        result: 'block',
        text: () => 'The office’s own hours begin after they end, so no time is within them.',
        facts: () => [{ name: 'Hours of contact', value: 'None', source: '', ref: { kind: 'office' } }],
        clears: { waitsFor: 'the office’s hours to be corrected' },
      };
    }
    return withinHours(view, at, hours, 'HOUSE_HOURS', 'This office');
  },
});
