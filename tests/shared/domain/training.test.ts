import { describe, expect, it } from 'vitest';
import { monthTotals, renewalOf, spellMinutes, yearTotals } from '../../../shared/domain/training.ts';

describe('a certificate', () => {
  it.each([
    ['without an end', null, 'open_ended'],
    ['that ran out yesterday', '2026-11-21', 'over'],
    ['that holds today for the last time', '2026-11-22', 'soon'],
    ['with sixty days left', '2027-01-21', 'soon'],
    ['with sixty-one days left', '2027-01-22', 'holds'],
  ] as const)('%s', (_name, renewsOn, expected) => {
    expect(renewalOf(renewsOn, '2026-11-22')).toBe(expected);
  });
});

it('adds minutes up by month and by year, newest first', () => {
  const rows = [
    { month: '2026-11', kind: 'practice', minutes: 20 },
    { month: '2026-11', kind: 'course', minutes: 60 },
    { month: '2025-12', kind: 'reading', minutes: 15 },
    { month: '2026-01', kind: 'practice', minutes: 5 },
  ] as const;
  expect(monthTotals(rows)).toEqual([
    { period: '2026-11', minutes: 80, practice: 20, course: 60, reading: 0 },
    { period: '2026-01', minutes: 5, practice: 5, course: 0, reading: 0 },
    { period: '2025-12', minutes: 15, practice: 0, course: 0, reading: 15 },
  ]);
  expect(yearTotals(rows).map(({ period, minutes }) => [period, minutes])).toEqual([
    ['2026', 85],
    ['2025', 15],
  ]);
});

it.each([
  [1, '1 min'],
  [60, '1 h'],
  [75, '1 h 15 min'],
])('spells %d minutes', (minutes, words) => {
  expect(spellMinutes(minutes)).toBe(words);
});
