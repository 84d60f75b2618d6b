import { fromEpochDay, spellDay } from '../../../domain/days.ts';
import { isFederalHoliday } from '../../../domain/holidays.ts';
import type { HousePolicy } from '../../../domain/law.ts';
import { contactRule, pass } from '../../rule.ts';
import { spellZone } from '../../states/words.ts';
import { instantOfLocal, localEpochDay } from '../../time/local-time.ts';
import { liveChannels } from '../state/bound.ts';
import { housePolicySource, houseScope } from './policy.ts';

const names = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

function whyOff(epochDay: number, { daysOff, holidaysOff }: HousePolicy): string | null {
  const weekday = ((((epochDay + 3) % 7) + 7) % 7) + 1;
  if (daysOff.includes(weekday)) return names[weekday - 1] ?? '';
  if (!holidaysOff) return null;
  const day = fromEpochDay(epochDay);
  return isFederalHoliday(day) ? `the holiday of ${spellDay(day)}` : null;
}

/** Longer than any row of weekdays off and holidays. */
const mostDays = 30;

/** The start of the next day that is not off in the zone; `null` when every day is. */
function nextDayOn(zone: string, at: number, house: HousePolicy): number | null {
  const today = localEpochDay(zone, at);
  for (let day = today + 1; day <= today + mostDays; day += 1) {
    if (whyOff(day, house) === null) return instantOfLocal(zone, day, 0);
  }
  return null;
}

/** The first midnight at which a day off begins in the zone. */
function nextDayOff(zone: string, at: number, house: HousePolicy): number | null {
  const today = localEpochDay(zone, at);
  for (let day = today + 1; day <= today + mostDays; day += 1) {
    if (whyOff(day, house) !== null) return instantOfLocal(zone, day, 0);
  }
  return null;
}

export const houseDaysOffRule = contactRule<null>({
  id: 'house.days-off',
  code: 'HOUSE_DAYS_OFF',
  step: 'house',
  title: 'House policy: days without contact',
  subject: 'house policy',
  jurisdiction: 'house',
  force: 'house',
  source: housePolicySource,
  scope: houseScope(liveChannels),
  values: [{ from: '0001-01-01', until: null, value: null }],
  timed: true,
  check({ facts, at, view }) {
    const { house } = facts.office;
    if (house.daysOff.length === 0 && !house.holidaysOff) return pass;
    let opens: number | null = at;
    let why: string | null = null;
    let where = '';
    for (const zone of view.zones) {
      const off = whyOff(localEpochDay(zone, at), house);
      if (off === null) continue;
      why ??= off;
      where ||= zone;
      const next = nextDayOn(zone, at, house);
      opens = opens === null || next === null ? null : Math.max(opens, next);
    }
    if (why === null) {
      let until = Number.POSITIVE_INFINITY;
      for (const zone of view.zones) until = Math.min(until, nextDayOff(zone, at, house) ?? until);
      return Number.isFinite(until) ? { result: 'pass', until } : pass;
    }
    const reason = why;
    const place = where;
    return {
      result: 'block',
      text: () =>
        `This office does not contact debtors on ${reason}, and it is that day where the debtor may be.`,
      facts: () => [
        { name: 'Day off', value: `${reason} (${spellZone(place)})`, source: '', ref: { kind: 'office' } },
      ],
      clears: opens === null ? { waitsFor: 'the office’s days off to be changed' } : { at: opens },
    };
  },
});
