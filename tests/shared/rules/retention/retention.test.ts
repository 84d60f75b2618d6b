/** Nothing is disposed of before three years after the last activity, nor under a hold. */
import { describe, expect, test } from 'vitest';
import { keepUntil, mayDispose, retentionOf } from '../../../../shared/rules/retention/retention.ts';

const closed = { lastActivityOn: '2023-11-17', open: false, litigationHold: false, inSuit: false };

describe('three years after the last activity', () => {
  test.each([
    ['2026-11-16', false],
    ['2026-11-17', false],
    ['2026-11-18', true],
  ])('on %s: %s', (today, may) => {
    expect(mayDispose(closed, today)).toBe(may);
  });

  test.each([
    ['while it is collected', { open: true }],
    ['under a litigation hold', { litigationHold: true }],
    ['in suit', { inSuit: true }],
    ['when no activity is on file', { lastActivityOn: null }],
  ])('never %s', (_, change) => {
    expect(mayDispose({ ...closed, ...change }, '2099-01-01')).toBe(false);
    expect(retentionOf({ ...closed, ...change }).keepUntil).toBeNull();
  });

  test('the office may keep it longer, not shorter', () => {
    expect(retentionOf({ ...closed, houseYears: 7 }).keepUntil).toBe('2030-11-17');
    expect(retentionOf({ ...closed, houseYears: 1 }).keepUntil).toBe('2026-11-17');
  });

  test('a leap day counts to March 1', () => {
    expect(keepUntil('2024-02-29')).toBe('2027-03-01');
  });
});
