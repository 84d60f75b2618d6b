/** Calendar days and the instants they begin at, at the edges of months, years and clocks. */
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfInstant,
  daysBetween,
  daysInMonth,
  instantOf,
  isDay,
  spellDay,
  spellDayShort,
  startOfDay,
  toEpochDay,
  weekdayOf,
} from '../../../shared/domain/days.ts';

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['0000-01-01', false],
  ['0001-01-01', true],
  ['26-01-01', false],
  ['2026-1-1', false],
  ['2026-01-01T00:00', false],
])('%s is a day: %s', (text, real) => {
  expect(isDay(text)).toBe(real);
});

test('counts days as the calendar does, over four centuries', () => {
  expect(toEpochDay('1970-01-01')).toBe(0);
  expect(toEpochDay('1969-12-31')).toBe(-1);
  for (let epochDay = toEpochDay('1796-01-01'); epochDay < toEpochDay('2204-01-01'); epochDay += 17) {
    const day = new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
    expect(toEpochDay(day)).toBe(epochDay);
    expect(addDays('1970-01-01', epochDay)).toBe(day);
    expect(weekdayOf(day) % 7).toBe(new Date(epochDay * 86_400_000).getUTCDay());
  }
});

test('measures and steps across ends of months and years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysInMonth(2024, 2)).toBe(29);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-01-15', -13, '2024-12-15'],
  ['2026-06-10', 600, '2076-06-10'],
])('%s and %i months', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

describe('days and instants', () => {
  const newYork = 'America/New_York';

  test('an instant falls on different days in different places', () => {
    const instant = Date.UTC(2026, 10, 21, 4, 59);
    expect(dayOfInstant(instant, newYork)).toBe('2026-11-20');
    expect(dayOfInstant(instant + 60_000, newYork)).toBe('2026-11-21');
    expect(dayOfInstant(instant, 'Pacific/Auckland')).toBe('2026-11-21');
  });

  test('a day begins at midnight, or at the first minute there is', () => {
    expect(startOfDay('2026-11-21', newYork)).toBe(Date.UTC(2026, 10, 21, 5));
    // Beirut turns its clocks at midnight, so that 29 March 2026 begins at one.
    expect(startOfDay('2026-03-29', 'Asia/Beirut')).toBe(Date.UTC(2026, 2, 28, 22));
    expect(dayOfInstant(startOfDay('2026-03-29', 'Asia/Beirut') - 1, 'Asia/Beirut')).toBe('2026-03-28');
  });

  test.each([
    ['in winter', '2026-01-10', '09:00', Date.UTC(2026, 0, 10, 14)],
    ['in summer', '2026-07-10', '09:00', Date.UTC(2026, 6, 10, 13)],
    ['a time the clocks skip is an hour later', '2026-03-08', '02:30', Date.UTC(2026, 2, 8, 7, 30)],
    ['a time that comes twice is the first', '2026-11-01', '01:30', Date.UTC(2026, 10, 1, 5, 30)],
  ])('nine in the morning, %s', (_, day, time, instant) => {
    expect(instantOf(day, time, newYork)).toBe(instant);
  });
});

test('spells a day for a letter and for a table', () => {
  expect(spellDay('2026-03-02')).toBe('March 2, 2026');
  expect(spellDayShort('2026-12-31')).toBe('Dec 31, 2026');
});
