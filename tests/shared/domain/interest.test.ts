/** Days as the counts reckon them, and the sums nobody owes. Amounts over many days are in `money-vectors.test.ts`. */
import { expect, it } from 'vitest';
import { countedDays, type DayCount, interestOf, yearPartsBetween } from '../../../shared/domain/interest.ts';

it.each<[DayCount, string, string, number]>([
  ['actual_365', '2024-02-28', '2024-03-01', 2],
  ['actual_360', '2023-12-31', '2024-12-31', 366],
  ['actual_actual', '2024-01-31', '2024-02-29', 29],
  ['thirty_360', '2024-01-31', '2024-02-29', 29],
  ['thirty_360', '2024-02-29', '2024-03-31', 32],
  ['thirty_360', '2024-01-30', '2024-03-31', 60],
  ['thirty_360', '2024-01-31', '2024-03-31', 60],
  ['thirty_360', '2023-12-15', '2024-12-15', 360],
  ['thirty_360', '2024-03-31', '2024-03-31', 0],
  ['actual_365', '2024-03-31', '2024-03-31', 0],
  ['actual_365', '2024-03-31', '2024-03-30', 0],
])('%s counts from %s to %s: %i days', (dayCount, from, to, days) => {
  expect(countedDays(dayCount, from, to)).toBe(days);
});

it('bears nothing backwards, on nothing, or on what is owed the other way', () => {
  expect(yearPartsBetween('actual_actual', '2024-03-31', '2024-01-31')).toBe(0);
  expect(yearPartsBetween('thirty_360', '2024-03-31', '2024-01-31')).toBe(0);
  expect(interestOf(0, '5', 'actual_365', '2024-01-01', '2025-01-01')).toBe(0n);
  expect(interestOf(-100_000, '5', 'actual_365', '2024-01-01', '2025-01-01')).toBe(0n);
});
