import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountForCount,
  countForAmount,
  lastInstalmentOf,
  matchInstalments,
  scheduleOf,
} from '../../../shared/domain/plan.ts';
import { mostInstalments } from '../../../shared/domain/plan-terms.ts';
import type { Result } from '../../../shared/errors/result.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function amounts(totalCents: number, count: number): number[] {
  return must(scheduleOf({ totalCents, count, frequency: 'monthly', firstOn: '2026-12-01' })).map(
    (part) => part.amountCents,
  );
}

test.each([
  [100_000, 3, [33_334, 33_334, 33_332]],
  [100, 4, [25, 25, 25, 25]],
  [1, 1, [1]],
  // Rounded up to 2, four would do: the odd cents go to the first instead.
  [7, 5, [2, 2, 1, 1, 1]],
  [5, 5, [1, 1, 1, 1, 1]],
  [6, 5, [2, 1, 1, 1, 1]],
])('%i cents in %i parts', (totalCents, count, expected) => {
  expect(amounts(totalCents, count)).toEqual(expected);
});

test.each([
  [0, 3, 'plan.nothing_owed'],
  [100, 0, 'plan.too_small'],
  [4, 5, 'plan.too_small'],
  [100_000, mostInstalments, 'ok'],
  [100_000, mostInstalments + 1, 'plan.too_long'],
])('%i cents in %i parts: %s', (totalCents, count, code) => {
  const result = amountForCount(totalCents, count);
  expect(result.ok ? 'ok' : result.error.code).toBe(code);
});

test.each([
  [100_000, 15_000, 7],
  [100_000, 20_000, 5],
  [100_000, 100_000, 1],
  [100_000, 200_000, 1],
  [mostInstalments * 10, 10, mostInstalments],
])('%i cents at %i a time takes %i', (totalCents, amountCents, count) => {
  expect(must(countForAmount(totalCents, amountCents))).toBe(count);
});

test('an amount too small names the least that will do', () => {
  const result = countForAmount(60_001, 100);
  expect(result).toEqual({ ok: false, error: { code: 'plan.too_small', params: { leastCents: 101 } } });
  expect(countForAmount(60_001, 101).ok).toBe(true);
});

test.each([
  [0, '2026-11-01', 'due'],
  [0, '2026-11-02', 'missed'],
  [10, '2026-11-11', 'due'],
  [10, '2026-11-12', 'missed'],
] as const)('with %i days of grace an instalment of the 1st is on %s %s', (graceDays, asOf, state) => {
  const schedule = must(
    scheduleOf({ totalCents: 100, count: 1, frequency: 'weekly', firstOn: '2026-11-01' }),
  );
  expect(matchInstalments(schedule, 0, asOf, graceDays)[0]).toMatchObject({
    state,
    behind: state === 'missed',
    number: 1,
  });
});

const totals = fc.integer({ min: 1, max: 9_000_000_000 });
const counts = fc.integer({ min: 1, max: mostInstalments });

describe('for any total', () => {
  test('the parts add up to it, none is less than a cent, and none is larger than one before it', () => {
    fc.assert(
      fc.property(totals, counts, (totalCents, count) => {
        fc.pre(count <= totalCents);
        const parts = amounts(totalCents, count);
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totalCents);
        expect(parts.every((part, index) => part >= 1 && part <= (parts[index - 1] ?? part))).toBe(true);
        expect(parts[0]).toBe(must(amountForCount(totalCents, count)));
      }),
    );
  });

  test('an amount gives the least count that pays it off, and that count a no larger amount', () => {
    fc.assert(
      fc.property(totals, counts, (totalCents, count) => {
        fc.pre(count <= totalCents);
        const amountCents = must(amountForCount(totalCents, count));
        const back = must(countForAmount(totalCents, amountCents));
        expect(back).toBeLessThanOrEqual(count);
        expect(back * amountCents).toBeGreaterThanOrEqual(totalCents);
        expect((back - 1) * amountCents).toBeLessThan(totalCents);
        expect(must(amountForCount(totalCents, back))).toBeLessThanOrEqual(amountCents);
      }),
    );
  });

  test('the last instalment of an offer is the last of its schedule', () => {
    fc.assert(
      fc.property(totals, counts, (totalCents, count) => {
        fc.pre(count <= totalCents);
        const amountCents = must(amountForCount(totalCents, count));
        expect(lastInstalmentOf({ totalCents, count, amountCents })).toBe(amounts(totalCents, count).at(-1));
      }),
    );
  });
});

test('every total to 300 cents in every count that fits is exact both ways', () => {
  for (let totalCents = 1; totalCents <= 300; totalCents += 1) {
    for (let count = 1; count <= totalCents; count += 1) {
      const parts = amounts(totalCents, count);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totalCents);
      expect(Math.max(...parts)).toBe(Math.ceil(totalCents / count));
    }
  }
});

test('days follow the first one, and months end on the last day they have', () => {
  const days = (frequency: 'weekly' | 'two_weekly' | 'monthly') =>
    must(scheduleOf({ totalCents: 300, count: 3, frequency, firstOn: '2027-12-31' })).map(
      (part) => part.dueOn,
    );
  expect(days('weekly')).toEqual(['2027-12-31', '2028-01-07', '2028-01-14']);
  expect(days('two_weekly')).toEqual(['2027-12-31', '2028-01-14', '2028-01-28']);
  expect(days('monthly')).toEqual(['2027-12-31', '2028-01-31', '2028-02-29']);
});

describe('payments against instalments of 100, due on the 1st, 8th and 15th', () => {
  const schedule = must(
    scheduleOf({ totalCents: 300, count: 3, frequency: 'weekly', firstOn: '2026-11-01' }),
  );
  test.each([
    ['2026-10-31', 0, ['upcoming', 'upcoming', 'upcoming'], 0],
    ['2026-11-01', 0, ['due', 'upcoming', 'upcoming'], 0],
    ['2026-11-04', 0, ['due', 'upcoming', 'upcoming'], 0],
    ['2026-11-05', 0, ['missed', 'upcoming', 'upcoming'], 1],
    ['2026-11-05', 100, ['paid', 'upcoming', 'upcoming'], 0],
    ['2026-11-05', 99, ['partly_paid', 'upcoming', 'upcoming'], 1],
    ['2026-11-12', 150, ['paid', 'partly_paid', 'upcoming'], 1],
    ['2026-11-01', 250, ['paid', 'paid', 'partly_paid'], 0],
    ['2026-11-30', 400, ['paid', 'paid', 'paid'], 0],
    ['2026-11-30', -50, ['missed', 'missed', 'missed'], 3],
  ] as const)('on %s with %i received', (asOf, received, states, behind) => {
    const matched = matchInstalments(schedule, received, asOf);
    expect(matched.map((instalment) => instalment.state)).toEqual(states);
    expect(matched.filter((instalment) => instalment.behind)).toHaveLength(behind);
    expect(matched.reduce((sum, instalment) => sum + instalment.paidCents, 0)).toBe(
      Math.min(300, Math.max(0, received)),
    );
  });
});
