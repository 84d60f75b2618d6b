import { describe, expect, it } from 'vitest';
import { dayOrMonthWords, daysAway, dayWords } from '../../../shared/text/day-words.ts';

describe('days in words', () => {
  it.each([
    ['2026-03-12', '12 Mar 2026'],
    ['2026-01-01', '1 Jan 2026'],
    ['2026-12-31', '31 Dec 2026'],
    ['1999-09-09', '9 Sep 1999'],
  ])('%s is %s', (day, words) => expect(dayWords(day)).toBe(words));

  it.each([
    ['2026-03-12', '12 Mar 2026'],
    ['2025-06', 'Jun 2025'],
    ['2026', '2026'],
  ])('of a source known to %s, %s', (known, words) => expect(dayOrMonthWords(known)).toBe(words));

  it('leaves what is no day as it stands', () => expect(dayWords('soon')).toBe('soon'));

  it.each([
    ['2026-11-19', '2 days ago'],
    ['2026-11-20', 'yesterday'],
    ['2026-11-21', 'today'],
    ['2026-11-22', 'tomorrow'],
    ['2026-11-23', 'in 2 days'],
    ['2027-11-21', 'in 365 days'],
  ])('%s seen from 21 Nov 2026 is %s', (day, words) => expect(daysAway(day, '2026-11-21')).toBe(words));
});
