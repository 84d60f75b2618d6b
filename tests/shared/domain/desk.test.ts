/** The office's week, its record of promises kept, and when a pause is suggested. */
import { describe, expect, test } from 'vitest';
import type { ContactOutcome } from '../../../shared/domain/contact.ts';
import { expectedCents, hardCallsOf, keptPercentOf, weekStart } from '../../../shared/domain/desk.ts';

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-20', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
])('the week of %s begins on Monday %s', (day, monday) => expect(weekStart(day)).toBe(monday));

describe('a pause is suggested', () => {
  const now = 10_000_000;
  const calls = (...outcomes: ContactOutcome[]) =>
    outcomes.map((outcome, index) => ({ outcome, at: now - index * 60_000 }));
  test('after three hard calls of the last five', () => {
    expect(hardCallsOf(calls('refused', 'no_answer', 'hung_up', 'right_party', 'disputed'), now)).toBe(3);
  });
  test('not after two, and not when the third was the sixth last', () => {
    expect(hardCallsOf(calls('refused', 'hung_up'), now)).toBeNull();
    expect(hardCallsOf(calls('refused', 'hung_up', 'busy', 'busy', 'no_answer', 'refused'), now)).toBeNull();
  });
  test('not once an hour has passed', () => {
    expect(hardCallsOf(calls('refused', 'refused', 'refused'), now + 3_600_000)).toBeNull();
  });
});

describe('the record of promises', () => {
  test('says nothing before five have come due', () => {
    expect(keptPercentOf({ promises: 4, promisedCents: 40_000, receivedCents: 40_000 })).toBeNull();
    expect(expectedCents(12_345, null)).toBe(12_345);
  });
  test('is a share of the sums, cut to whole percent, and weighs the forecast', () => {
    const kept = keptPercentOf({ promises: 5, promisedCents: 30_000, receivedCents: 20_000 });
    expect(kept).toBe(66);
    expect(expectedCents(10_001, kept)).toBe(6_600);
  });
  test('is never above a hundred', () => {
    expect(keptPercentOf({ promises: 9, promisedCents: 100, receivedCents: 900 })).toBe(100);
  });
});
