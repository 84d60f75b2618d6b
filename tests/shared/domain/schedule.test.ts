import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekdayOf } from '../../../shared/domain/days.ts';
import { isBankDay } from '../../../shared/domain/holidays.ts';
import { planFrequencies, type Rhythm, rollRules } from '../../../shared/domain/plan-terms.ts';
import {
  checkRhythm,
  countThrough,
  dueDaysOf,
  firstDayFor,
  indexAfter,
  rollDays,
  unrolledDay,
} from '../../../shared/domain/schedule.ts';

test.each<[string, Rhythm, Day[]]>([
  ['weeks', { frequency: 'weekly', firstOn: '2028-02-24' }, ['2028-02-24', '2028-03-02', '2028-03-09']],
  [
    'fortnights over a year’s end',
    { frequency: 'two_weekly', firstOn: '2026-12-25' },
    ['2026-12-25', '2027-01-08'],
  ],
  [
    'months from a 31st, which do not drift',
    { frequency: 'monthly', firstOn: '2027-12-31' },
    ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31'],
  ],
  [
    'months from a leap day',
    { frequency: 'monthly', firstOn: '2028-02-29' },
    ['2028-02-29', '2028-03-29', '2028-04-29'],
  ],
  [
    'month ends from a day that is none',
    { frequency: 'end_of_month', firstOn: '2027-01-15' },
    ['2027-01-31', '2027-02-28', '2027-03-31'],
  ],
  [
    'the 15th and the last day',
    { frequency: 'semi_monthly', firstOn: '2027-01-15', secondDay: 31 },
    ['2027-01-15', '2027-01-31', '2027-02-15', '2027-02-28', '2027-03-15', '2027-03-31'],
  ],
  [
    'the last day and the 15th',
    { frequency: 'semi_monthly', firstOn: '2027-01-31', secondDay: 15 },
    ['2027-01-31', '2027-02-15', '2027-02-28', '2027-03-15', '2027-03-31'],
  ],
  [
    'twice a month without a second day: 15 days on',
    { frequency: 'semi_monthly', firstOn: '2027-02-01' },
    ['2027-02-01', '2027-02-16', '2027-03-01', '2027-03-16'],
  ],
  [
    'twice a month without a second day: 15 days before',
    { frequency: 'semi_monthly', firstOn: '2027-01-30', secondDay: null },
    ['2027-01-30', '2027-02-15', '2027-02-28', '2027-03-15', '2027-03-30'],
  ],
  [
    'second Fridays',
    { frequency: 'nth_weekday', firstOn: '2027-01-08' },
    ['2027-01-08', '2027-02-12', '2027-03-12'],
  ],
  [
    'a fifth Friday is the last',
    { frequency: 'nth_weekday', firstOn: '2027-01-29' },
    ['2027-01-29', '2027-02-26', '2027-03-26', '2027-04-30', '2027-05-28'],
  ],
  [
    'a fourth Friday stays the fourth, also where it is the last',
    { frequency: 'nth_weekday', firstOn: '2027-02-26' },
    ['2027-02-26', '2027-03-26', '2027-04-23'],
  ],
])('%s', (_, rhythm, days) => {
  expect(dueDaysOf(rhythm, days.length)).toEqual(days);
});

describe('two days of a month that are one in some month', () => {
  test.each<[Day, number | null, boolean]>([
    ['2027-01-28', 31, false],
    ['2027-01-31', 30, false],
    ['2027-01-15', 15, false],
    ['2027-01-27', 31, true],
    ['2027-01-31', 16, true],
    ['2027-01-15', null, true],
    ['2027-01-16', null, true],
  ])('%s and the %s: allowed %s', (firstOn, secondDay, allowed) => {
    const checked = checkRhythm({ frequency: 'semi_monthly', firstOn, secondDay });
    expect(checked.ok || checked.error.code).toBe(allowed || 'plan.second_day');
  });
});

describe('rolling', () => {
  test('each day rolls by itself and the next one comes back to its place', () => {
    const rhythm: Rhythm = { frequency: 'monthly', firstOn: '2027-01-01', roll: 'next_business_day' };
    // New Year’s Day and a weekend; 1 February a Monday; 1 May a Saturday.
    expect(dueDaysOf(rhythm, 5)).toEqual([
      '2027-01-04',
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-03',
    ]);
    expect(dueDaysOf({ ...rhythm, roll: 'previous_business_day' }, 5)[0]).toBe('2026-12-31');
  });

  test('two that would meet rise on', () => {
    const weekend = ['2026-11-21', '2026-11-22'];
    expect(rollDays(weekend, 'next_business_day')).toEqual(['2026-11-23', '2026-11-24']);
    expect(rollDays(weekend, 'previous_business_day')).toEqual(['2026-11-20', '2026-11-23']);
    expect(rollDays([...weekend, '2026-11-23'], 'next_business_day')).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
    expect(rollDays(weekend, 'none')).toEqual(weekend);
  });
});

test.each<[Omit<Rhythm, 'firstOn'>, Day, number, Day, Day, string]>([
  [{ frequency: 'monthly' }, '2027-12-15', 12, '2027-01-15', '2027-12-15', 'a year of months'],
  [{ frequency: 'monthly' }, '2027-03-31', 2, '2027-02-28', '2027-03-28', 'February has no 31st'],
  [{ frequency: 'weekly' }, '2027-03-05', 1, '2027-03-05', '2027-03-05', 'one alone'],
  [{ frequency: 'end_of_month' }, '2027-03-30', 2, '2027-01-31', '2027-02-28', 'the month end before'],
  [{ frequency: 'end_of_month' }, '2027-03-31', 2, '2027-02-28', '2027-03-31', 'a month end'],
  [
    { frequency: 'semi_monthly', secondDay: 31 },
    '2027-03-15',
    2,
    '2027-02-28',
    '2027-03-15',
    'begins on the second day',
  ],
  [
    { frequency: 'semi_monthly', secondDay: 31 },
    '2027-03-15',
    3,
    '2027-02-15',
    '2027-03-15',
    'begins on the same day',
  ],
  [{ frequency: 'nth_weekday' }, '2027-03-12', 3, '2027-01-08', '2027-03-12', 'second Fridays'],
])('%o back from %s over %i: from %s to %s (%s)', (rhythm, lastOn, count, firstOn, reaches) => {
  const found = { ...rhythm, ...firstDayFor(rhythm, lastOn, count) };
  expect(found.firstOn).toBe(firstOn);
  expect(unrolledDay(found, count - 1)).toBe(reaches);
});

const rhythms = fc
  .record({
    frequency: fc.constantFrom(...planFrequencies),
    firstOn: fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2000-01-01', days)),
    secondDay: fc.option(fc.integer({ min: 1, max: 31 })),
    roll: fc.constantFrom(...rollRules),
  })
  .filter((rhythm) => checkRhythm(rhythm).ok);

describe('for any rhythm', () => {
  test('days rise, keep near their unrolled day and are bank days where they roll', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 1, max: 80 }), (rhythm, count) => {
        const days = dueDaysOf(rhythm, count);
        for (const [index, day] of days.entries()) {
          expect(day > (days[index - 1] ?? '')).toBe(true);
          expect(Math.abs(daysBetween(unrolledDay(rhythm, index), day))).toBeLessThanOrEqual(6);
          if (rhythm.roll !== 'none') expect(isBankDay(day)).toBe(true);
        }
      }),
    );
  });

  test('a day is counted through itself and not through the day before', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 599 }), (rhythm, index) => {
        const day = unrolledDay(rhythm, index);
        expect(countThrough(rhythm, day)).toBe(index + 1);
        expect(countThrough(rhythm, addDays(day, -1))).toBe(index);
      }),
    );
  });

  test('a first day found backwards never reaches beyond the last day, and exactly it below the 29th', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 1, max: 100 }), (rhythm, count) => {
        const { firstOn: lastOn, ...beat } = rhythm;
        const found = { ...beat, ...firstDayFor(beat, lastOn, count) };
        const reached = unrolledDay(found, count - 1);
        expect(reached <= lastOn).toBe(true);
        const exact = rhythm.frequency !== 'end_of_month' && Number(lastOn.slice(8)) <= 28;
        if (exact) expect(reached).toBe(lastOn);
        expect(daysBetween(reached, lastOn)).toBeLessThanOrEqual(31);
      }),
    );
  });

  test('the place after a day is the first one behind it, before the first day too', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: -1000, max: 3000 }), (rhythm, shift) => {
        const plain: Rhythm = { ...rhythm, roll: 'none' };
        const day = addDays(rhythm.firstOn, shift);
        const index = indexAfter(plain, day);
        expect(unrolledDay(plain, index) > day).toBe(true);
        expect(unrolledDay(plain, index - 1) <= day).toBe(true);
        expect(unrolledDay(plain, indexAfter(plain, day, true)) >= day).toBe(true);
      }),
    );
  });

  test('the n-th weekday keeps its weekday', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 200 }), ({ firstOn }, index) => {
        const rhythm: Rhythm = { frequency: 'nth_weekday', firstOn };
        expect(weekdayOf(unrolledDay(rhythm, index))).toBe(weekdayOf(firstOn));
      }),
    );
  });
});
