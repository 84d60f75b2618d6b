/** The order of Today: a sum of parts that can be added up by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRanked,
  foldRanked,
  mostFactorPercent,
  mostKindPoints,
  type QueueFacts,
  type QueueKind,
  queueFactors,
  queueKinds,
  scoreOf,
  standardRanking,
} from '../../../shared/domain/queue.ts';

const plain: QueueFacts = {
  kind: 'promise_broken',
  aboutCents: null,
  daysLate: 0,
  daysToDeadline: null,
  callable: 'unknown',
  priority: 0,
  triesToday: 0,
};
const points = (change: Partial<QueueFacts>, ranking = standardRanking) =>
  scoreOf({ ...plain, ...change }, ranking, 'Broken promise').points;

describe('each part at its edges', () => {
  const base = standardRanking.kinds.promise_broken;
  test.each<[string, Partial<QueueFacts>, number]>([
    ['nothing but the kind', {}, base],
    ['a cent below the first step of worth', { aboutCents: 4_999 }, base],
    ['at the first step', { aboutCents: 5_000 }, base + 3],
    ['a cent below a thousand', { aboutCents: 99_999 }, base + 9],
    ['a thousand', { aboutCents: 100_000 }, base + 12],
    ['twenty thousand and more', { aboutCents: 9_000_000_00 }, base + 24],
    ['a credit is worth nothing', { aboutCents: -50_000 }, base],
    ['late by a day', { daysLate: 1 }, base + 1],
    ['late by twenty', { daysLate: 20 }, base + 20],
    ['late by a hundred brings no more', { daysLate: 100 }, base + 20],
    ['thirty-one days to the last day', { daysToDeadline: 31 }, base],
    ['thirty', { daysToDeadline: 30 }, base + 5],
    ['seven', { daysToDeadline: 7 }, base + 12],
    ['two', { daysToDeadline: 2 }, base + 22],
    ['today', { daysToDeadline: 0 }, base + 30],
    ['over', { daysToDeadline: -3 }, base + 30],
    ['callable now', { callable: 'now' }, base + 15],
    ['callable later', { callable: 'later' }, base - 10],
    ['not callable', { callable: 'not' }, base - 20],
    ['high priority', { priority: 1 }, base + 25],
    ['low priority', { priority: -1 }, base - 15],
    ['tried twice', { triesToday: 2 }, base - 24],
  ])('%s', (_name, change, expected) => expect(points(change)).toBe(expected));

  test('whether somebody may be called says nothing about a paper that is owed', () => {
    for (const callable of ['now', 'later', 'not'] as const)
      expect(points({ kind: 'notice_due', callable })).toBe(standardRanking.kinds.notice_due);
  });

  test('a part can be weighed down to nothing, and then is not shown', () => {
    const ranking = { ...standardRanking, factors: { ...standardRanking.factors, worth: 0, tries: 50 } };
    const { parts } = scoreOf({ ...plain, aboutCents: 100_000, triesToday: 1 }, ranking, 'Broken promise');
    expect(parts.map(({ part, points }) => [part, points])).toEqual([
      ['kind', base],
      ['tries', -6],
    ]);
  });
});

const anyFacts = fc.record({
  kind: fc.constantFrom(...queueKinds),
  aboutCents: fc.option(fc.integer({ min: -1_000_000, max: 100_000_000 })),
  daysLate: fc.integer({ min: 0, max: 4_000 }),
  daysToDeadline: fc.option(fc.integer({ min: -400, max: 400 })),
  callable: fc.constantFrom('now' as const, 'later' as const, 'not' as const, 'unknown' as const),
  priority: fc.constantFrom(-1, 0, 1),
  triesToday: fc.integer({ min: 0, max: 20 }),
});
const anyRanking = fc.record({
  kinds: fc.record(
    Object.fromEntries(
      queueKinds.map((kind) => [kind, fc.integer({ min: 0, max: mostKindPoints })]),
    ) as Record<QueueKind, fc.Arbitrary<number>>,
  ),
  factors: fc.record(
    Object.fromEntries(
      queueFactors.map((factor) => [factor, fc.integer({ min: 0, max: mostFactorPercent })]),
    ) as Record<(typeof queueFactors)[number], fc.Arbitrary<number>>,
  ),
});

test('the points are the sum of the parts shown, whole numbers all, whatever the weights', () => {
  fc.assert(
    fc.property(anyFacts, anyRanking, (facts, ranking) => {
      const { points, parts } = scoreOf(facts, ranking, 'Kind');
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
      for (const part of parts) {
        expect(Number.isInteger(part.points)).toBe(true);
        expect(part.words).not.toBe('');
      }
      expect(new Set(parts.map(({ part }) => part)).size).toBe(parts.length);
    }),
  );
});

test('more money, more days late and a nearer last day never rank lower', () => {
  fc.assert(
    fc.property(anyFacts, anyRanking, fc.integer({ min: 1, max: 100_000_000 }), (facts, ranking, more) => {
      const base = scoreOf(facts, ranking, '').points;
      expect(
        scoreOf({ ...facts, aboutCents: (facts.aboutCents ?? 0) + more }, ranking, '').points,
      ).toBeGreaterThanOrEqual(base);
      expect(scoreOf({ ...facts, daysLate: facts.daysLate + 1 }, ranking, '').points).toBeGreaterThanOrEqual(
        base,
      );
      if (facts.daysToDeadline !== null) {
        const nearer = { ...facts, daysToDeadline: facts.daysToDeadline - 1 };
        expect(scoreOf(nearer, ranking, '').points).toBeGreaterThanOrEqual(base);
      }
    }),
  );
});

test('one row an account, its best reason on top; what is about none stands alone', () => {
  const reason = (
    key: string,
    accountId: number | null,
    value: number,
    kind: QueueKind = 'reminder_due',
  ) => ({
    key,
    accountId,
    points: value,
    kind,
    dueOn: null,
  });
  const rows = foldRanked([
    reason('a', 1, 40),
    reason('b', 2, 90),
    reason('c', 1, 95, 'promise_broken'),
    reason('d', null, 50),
    reason('e', null, 50),
  ]);
  expect(rows.map(({ first, also }) => [first.key, also.map(({ key }) => key)])).toEqual([
    ['c', ['a']],
    ['b', []],
    ['d', []],
    ['e', []],
  ]);
});

test('the order is total: it does not depend on the order in which things were found', () => {
  const anyReason = fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    points: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom(...queueKinds),
    dueOn: fc.constantFrom(null, '2026-11-20', '2026-11-21'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyReason, { selector: ({ key }) => key }), (reasons) => {
      const there = [...reasons].sort(compareRanked);
      expect([...reasons].reverse().sort(compareRanked)).toEqual(there);
    }),
  );
});
