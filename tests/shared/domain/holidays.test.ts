import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekdayOf } from '../../../shared/domain/days.ts';
import {
  addBusinessDays,
  isBankDay,
  isBusinessDay,
  isFederalHoliday,
  rollDay,
} from '../../../shared/domain/holidays.ts';

function holidaysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) {
    if (isFederalHoliday(day)) days.push(day);
  }
  return days;
}

describe('the days of 5 U.S.C. 6103(a), on their own dates', () => {
  // Dates as the Office of Personnel Management lists them; where it lists an observed day, the date of the holiday itself.
  test.each<[number, string[]]>([
    [
      2026,
      ['01-01', '01-19', '02-16', '05-25', '06-19', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25'],
    ],
    [
      2027,
      ['01-01', '01-18', '02-15', '05-31', '06-19', '07-04', '09-06', '10-11', '11-11', '11-25', '12-25'],
    ],
    // Juneteenth became law on 17 June 2021, two days before the first one.
    [2020, ['01-01', '01-20', '02-17', '05-25', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25']],
    [
      2021,
      ['01-01', '01-18', '02-15', '05-31', '06-19', '07-04', '09-06', '10-11', '11-11', '11-25', '12-25'],
    ],
    // Before King’s birthday was kept.
    [1985, ['01-01', '02-18', '05-27', '07-04', '09-02', '10-14', '11-11', '11-28', '12-25']],
    [1986, ['01-01', '01-20', '02-17', '05-26', '07-04', '09-01', '10-13', '11-11', '11-27', '12-25']],
    // Veterans Day on the fourth Monday of October, 1971 through 1977.
    [1977, ['01-01', '02-21', '05-30', '07-04', '09-05', '10-10', '10-24', '11-24', '12-25']],
    [1978, ['01-01', '02-20', '05-29', '07-04', '09-04', '10-09', '11-11', '11-23', '12-25']],
    // Before the Mondays of Pub. L. 90-363.
    [1970, ['01-01', '02-22', '05-30', '07-04', '09-07', '11-11', '11-26', '12-25']],
  ])('%i', (year, days) => {
    expect(holidaysOf(year)).toEqual(days.map((day) => `${year}-${day}`));
  });
});

// Three lists about one weekend: the date itself, what Regulation F counts, when banks are open.
test.each<[Day, boolean, boolean, boolean, string]>([
  ['2026-07-03', false, true, true, 'a Friday before a Saturday holiday'],
  ['2026-07-04', true, false, false, 'the Saturday itself'],
  ['2026-07-06', false, true, true, 'the Monday after a Saturday holiday'],
  ['2027-07-04', true, false, false, 'a Sunday holiday'],
  ['2027-07-05', false, true, false, 'the Monday after it: 6103(a) does not name it, banks are closed'],
  ['2027-07-06', false, true, true, 'the Tuesday after it'],
  ['2026-11-26', true, false, false, 'Thanksgiving'],
  ['2026-11-27', false, true, true, 'the Friday after it'],
  ['2023-01-02', false, true, false, 'the Monday after New Year’s Day on a Sunday'],
  ['2025-01-20', true, false, false, 'Inauguration Day, a holiday only because it is King’s birthday too'],
  ['2029-01-20', false, false, false, 'Inauguration Day alone, a Saturday'],
])('%s: holiday %s, business day %s, bank day %s: %s', (day, holiday, business, bank) => {
  expect([isFederalHoliday(day), isBusinessDay(day), isBankDay(day)]).toEqual([holiday, business, bank]);
});

test.each<[Day, number, Day, string]>([
  ['2026-11-20', 0, '2026-11-20', 'no days'],
  ['2026-11-21', 0, '2026-11-21', 'no days from a Saturday: the day itself'],
  ['2026-11-20', 1, '2026-11-23', 'from a Friday over the weekend'],
  ['2026-11-25', 1, '2026-11-27', 'over Thanksgiving'],
  ['2026-11-20', 5, '2026-11-30', 'five days: 23, 24, 25, 27 and 30'],
  ['2026-12-28', -1, '2026-12-24', 'back over Christmas and a weekend'],
  ['2026-12-07', -10, '2026-11-20', 'ten back over Thanksgiving'],
  ['2026-12-07', -3, '2026-12-02', 'three back'],
])('%s and %i business days: %s (%s)', (day, days, expected) => {
  expect(addBusinessDays(day, days)).toBe(expected);
});

test.each<[Day, Day, Day, string]>([
  ['2026-11-20', '2026-11-20', '2026-11-20', 'a Friday stays'],
  ['2026-11-21', '2026-11-23', '2026-11-20', 'a Saturday'],
  ['2026-11-22', '2026-11-23', '2026-11-20', 'a Sunday'],
  ['2026-11-26', '2026-11-27', '2026-11-25', 'Thanksgiving'],
  ['2027-07-04', '2027-07-06', '2027-07-02', 'Independence Day on a Sunday: the Monday is no bank day'],
  ['2027-01-01', '2027-01-04', '2026-12-31', 'over a year’s end'],
])('%s rolls to %s or back to %s: %s', (day, next, previous) => {
  expect(rollDay(day, 'next_business_day')).toBe(next);
  expect(rollDay(day, 'previous_business_day')).toBe(previous);
  expect(rollDay(day, 'none')).toBe(day);
});

describe('for any day', () => {
  const anyDay = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays('1950-01-01', days));

  test('rolling ends on a bank day, at most five days off, and rolls no further', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('next_business_day', 'previous_business_day'), (day, rule) => {
        const rolled = rollDay(day, rule);
        expect(isBankDay(rolled)).toBe(true);
        expect(rollDay(rolled, rule)).toBe(rolled);
        const moved = daysBetween(day, rolled) * (rule === 'next_business_day' ? 1 : -1);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('business days forward and back meet again', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, days) => {
        fc.pre(isBusinessDay(day));
        expect(addBusinessDays(addBusinessDays(day, days), -days)).toBe(day);
        expect(weekdayOf(addBusinessDays(day, days))).toBeLessThanOrEqual(5);
      }),
    );
  });
});
