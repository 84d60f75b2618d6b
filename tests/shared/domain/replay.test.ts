/** The ledger derived from what was entered: interest, order, judgments, and the named edges. */
import { describe, expect, test } from 'vitest';
import type { Terms } from '../../../shared/domain/accrual.ts';
import { accrualStateOf, figureAt } from '../../../shared/domain/accrual-state.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { type Components, noComponents, totalOf } from '../../../shared/domain/ledger.ts';
import { type Judgment, type LedgerFacts, type PrimaryEntry, replay } from '../../../shared/domain/replay.ts';

let nextId = 1;
const entry = (
  kind: PrimaryEntry['kind'],
  effectiveOn: Day,
  parts: Partial<Components>,
  change: Partial<PrimaryEntry> = {},
): PrimaryEntry => ({
  entryId: nextId++,
  kind,
  effectiveOn,
  dueOn: null,
  parts: { ...noComponents, ...parts },
  order: 'interest_first',
  direction: null,
  ...change,
});
const owed = (on: Day, cents: number, change: Partial<PrimaryEntry> = {}) =>
  entry('charge', on, { principalCents: cents }, change);
const paid = (on: Day, cents: number, change: Partial<PrimaryEntry> = {}) =>
  entry('payment', on, { principalCents: -cents }, change);
const terms = (fromOn: Day, rate: string, change: Partial<Terms> = {}): Terms => ({
  fromOn,
  method: 'simple',
  rate,
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  basis: 'Clause 4',
  ...change,
});
const facts = (change: Partial<LedgerFacts>): LedgerFacts => ({
  entries: [],
  terms: [],
  judgments: [],
  postingDays: [],
  ...change,
});
const total = (given: LedgerFacts, asOf: Day) => explain(given, asOf).totalCents;

describe('simple interest', () => {
  test.each([
    // 1,000.00 at 10 % over the common year 2025 and the leap year 2024.
    ['actual_365', '2025-01-01', '2026-01-01', 110_000],
    ['actual_365', '2024-01-01', '2025-01-01', 110_027],
    ['actual_360', '2025-01-01', '2026-01-01', 110_139],
    ['actual_actual', '2024-01-01', '2025-01-01', 110_000],
    ['actual_actual', '2023-07-01', '2024-07-01', 110_014],
    ['thirty_360', '2024-01-31', '2024-02-29', 100_806],
    ['thirty_360', '2025-01-31', '2025-03-31', 101_667],
    ['thirty_360', '2025-01-01', '2026-01-01', 110_000],
  ] as const)('%s from %s to %s', (dayCount, from, to, expected) => {
    const given = facts({ entries: [owed(from, 100_000)], terms: [terms(from, '10', { dayCount })] });
    expect(total(given, to)).toBe(expected);
  });

  test('runs on what is due, from its due day', () => {
    const given = facts({
      entries: [owed('2025-01-01', 36_500, { dueOn: '2025-02-01' }), owed('2025-01-01', 36_500)],
      terms: [terms('2024-01-01', '10')],
    });
    expect(total(given, '2025-02-01')).toBe(73_000 + 310);
    expect(total(given, '2025-02-11')).toBe(73_000 + 310 + 200);
  });

  test('knows no hour: a day on which the clock changes counts as one', () => {
    const given = facts({ entries: [owed('2025-03-01', 36_500)], terms: [terms('2025-03-01', '10')] });
    expect(total(given, '2025-03-09')).toBe(36_580);
    expect(total(given, '2025-03-10')).toBe(36_590);
  });

  test('follows a change of rate, a stop and a start again', () => {
    const given = facts({
      entries: [owed('2025-01-01', 36_500)],
      terms: [
        terms('2025-01-01', '10'),
        terms('2025-01-11', '20'),
        terms('2025-01-21', '0', { method: 'none' }),
        terms('2025-01-31', '10'),
      ],
    });
    expect(total(given, '2025-01-11')).toBe(36_600);
    expect(total(given, '2025-01-21')).toBe(36_800);
    expect(total(given, '2025-01-31')).toBe(36_800);
    expect(total(given, '2025-02-10')).toBe(36_900);
  });

  test('stops at the cap, posted and accrued together', () => {
    const given = facts({
      entries: [owed('2025-01-01', 36_500), paid('2025-01-06', 50)],
      terms: [terms('2025-01-01', '10', { capCents: 75 })],
    });
    expect(total(given, '2025-01-06')).toBe(36_500);
    expect(total(given, '2025-12-31')).toBe(36_525);
    const last = explain(given, '2025-12-31').lines.at(-1);
    expect(last?.line === 'interest' && last.segments.map((segment) => segment.capped)).toEqual([true]);
    expect(explain(given, '2025-12-31').perDiem.cents).toBe(0);
  });

  test('loses no part of a cent until it is posted, and posts nothing of less than half a cent', () => {
    const given = facts({
      entries: [owed('2025-01-01', 1_000), paid('2025-01-02', 1), paid('2025-01-03', 1)],
      terms: [terms('2025-01-01', '10')],
    });
    // 0.27 and 0.27 of a cent: the second payment's day posts both.
    expect(replay(given, { through: null }).postings.map(({ on, cents }) => [on, cents])).toEqual([
      ['2025-01-03', 1],
    ]);
  });

  test('of terms that start after the payment only what is left bears any', () => {
    const given = facts({
      entries: [owed('2025-01-01', 100_000), paid('2025-02-01', 63_500)],
      terms: [terms('2025-03-01', '10')],
    });
    expect(replay(given, { through: null }).postings).toEqual([]);
    expect(total(given, '2025-03-11')).toBe(36_600);
  });

  test.each([0, 1, 9_000_000_000_000_000])('takes a sum of %d cents', (cents) => {
    const given = facts({ entries: [owed('2025-01-01', cents)], terms: [terms('2025-01-01', '0.0001')] });
    expect(total(given, '2026-01-01')).toBe(cents + Math.round(cents / 1_000_000));
  });
});

describe('compound interest', () => {
  test('joins the base on the days of the month, its last where the month is shorter', () => {
    const given = facts({
      entries: [owed('2025-01-31', 100_000)],
      terms: [
        terms('2025-01-31', '12', { method: 'compound', compounding: 'monthly', dayCount: 'thirty_360' }),
      ],
    });
    const lines = explain(given, '2025-05-01').lines.filter((line) => line.line === 'interest');
    expect(lines.map(({ on }) => on)).toEqual(['2025-02-28', '2025-03-31', '2025-04-30', '2025-05-01']);
    // Each compounding day the interest of the month before bears interest itself.
    expect(lines.map((line) => line.line === 'interest' && line.segments[0]?.baseCents)).toEqual([
      100_000, 100_933, 102_043, 103_063,
    ]);
  });

  test('yearly: 1,000.00 at 10 % is 1,331.00 after three years', () => {
    const given = facts({
      entries: [owed('2021-01-01', 100_000)],
      terms: [
        terms('2021-01-01', '10', { method: 'compound', compounding: 'annually', dayCount: 'thirty_360' }),
      ],
    });
    expect(total(given, '2024-01-01')).toBe(133_100);
  });

  test('interest posted for a payment bears none before the next compounding day', () => {
    const given = facts({
      entries: [owed('2025-01-01', 36_500), paid('2025-01-11', 1, { order: 'principal_first' })],
      terms: [terms('2025-01-01', '10', { method: 'compound', compounding: 'monthly' })],
    });
    const bases = explain(given, '2025-02-05').lines.flatMap((line) =>
      line.line === 'interest' ? line.segments.map((segment) => segment.baseCents) : [],
    );
    expect(bases).toEqual([36_500, 36_499, 36_499 + 100 + 210]);
  });
});

describe('payments', () => {
  test('the same entries give the same figures in whatever order they were posted', () => {
    const given = [
      owed('2025-01-01', 50_000),
      owed('2025-02-01', 30_000),
      paid('2025-03-01', 20_000),
      paid('2025-02-10', 10_000),
      entry('fee', '2025-02-15', { feesCents: 2_500 }),
    ];
    const there = facts({ entries: given, terms: [terms('2025-01-01', '9.75')] });
    const back = facts({
      entries: [...given].reverse().map((one, index) => ({ ...one, entryId: index + 1 })),
      terms: there.terms,
    });
    for (const day of ['2025-01-15', '2025-02-10', '2025-03-01', '2026-01-01']) {
      expect(explain(back, day).parts).toEqual(explain(there, day).parts);
    }
  });

  test('one that comes before the charge waits and meets it on its day', () => {
    const given = facts({ entries: [paid('2025-01-01', 5_000), owed('2025-01-10', 8_000)] });
    expect(explain(given, '2025-01-05')).toMatchObject({ totalCents: -5_000, unappliedCents: 5_000 });
    expect(explain(given, '2025-01-10')).toMatchObject({ totalCents: 3_000, unappliedCents: 0 });
  });

  test('of one day go by the order of their entries, after the charges of the day', () => {
    const first = paid('2025-01-01', 6_000);
    const second = paid('2025-01-01', 6_000);
    const charge = owed('2025-01-01', 10_000);
    const { allocations, unplaced } = replay(facts({ entries: [first, second, charge] }), { through: null });
    expect(allocations.map(({ relief, parts }) => [relief, totalOf(parts)])).toEqual([
      [first.entryId, 6_000],
      [second.entryId, 4_000],
    ]);
    expect(unplaced).toEqual(new Map([[second.entryId, 2_000]]));
  });

  test('credit pays a refund', () => {
    const given = facts({
      entries: [
        owed('2025-01-01', 1_000),
        paid('2025-01-02', 1_500),
        entry('refund', '2025-01-03', { principalCents: 500 }),
      ],
    });
    expect(explain(given, '2025-01-03')).toMatchObject({ totalCents: 0, unappliedCents: 0 });
  });
});

describe('a judgment', () => {
  const judgment: Judgment = {
    judgmentId: 7,
    judgedOn: '2025-06-01',
    award: { principalCents: 36_500, interestCents: 1_000, feesCents: 0, costsCents: 2_000 },
    interestOn: 'principal',
    rate: '10',
    dayCount: 'actual_365',
    startOn: '2025-06-11',
    basis: 'Rule 54',
  };
  const before = [owed('2025-01-01', 40_000), entry('fee', '2025-02-01', { feesCents: 500 })];
  const given = (change: Partial<Judgment> = {}, later: PrimaryEntry[] = []) =>
    facts({
      entries: [...before, ...later],
      terms: [terms('2025-01-01', '36.5'), terms('2025-07-01', '50')],
      judgments: [{ ...judgment, ...change }],
    });

  test('takes the place of what was owed, which stays to be seen', () => {
    const explained = explain(given(), '2025-06-05');
    expect(explained.totalCents).toBe(39_500);
    expect(explained.lines.at(-1)).toMatchObject({
      line: 'judgment',
      before: { principalCents: 40_000, interestCents: 40 * 151, feesCents: 500, costsCents: 0 },
      cents: 39_500 - 40_000 - 6_040 - 500,
    });
    expect(total(given(), '2025-05-31')).toBe(40_000 + 6_000 + 500);
  });

  test('bears its own rate from its own day, on its principal or on all of it', () => {
    expect(total(given(), '2025-06-11')).toBe(39_500);
    expect(total(given(), '2025-06-21')).toBe(39_600);
    expect(total(given({ interestOn: 'award' }), '2025-06-21')).toBe(39_608);
    // Terms from before do not come back.
    expect(total(given(), '2025-07-11')).toBe(39_800);
  });

  test('what is paid on it lowers its base', () => {
    const later = [paid('2025-06-21', 18_350)];
    expect(explain(given({}, later), '2025-06-21').parts).toEqual({
      principalCents: 36_500 - (18_350 - 1_100),
      interestCents: 0,
      feesCents: 0,
      costsCents: 2_000,
    });
    expect(total(given({}, later), '2025-07-01')).toBe(39_600 - 18_350 + 53);
  });

  test('meets credit that was waiting', () => {
    const given = facts({
      entries: [owed('2025-01-01', 1_000), paid('2025-02-01', 3_000)],
      judgments: [{ ...judgment, startOn: '2025-06-01' }],
    });
    const explained = explain(given, '2025-06-01');
    expect(explained).toMatchObject({ totalCents: 37_500, unappliedCents: 0 });
  });
});

describe('an explanation', () => {
  const given = facts({
    entries: [
      owed('2024-11-15', 125_000, { dueOn: '2024-12-15' }),
      entry('cost', '2025-02-03', { costsCents: 4_550 }),
      paid('2025-03-10', 30_000),
      paid('2025-07-31', 12_345, { order: 'pro_rata' }),
      entry('adjustment', '2025-08-15', { principalCents: 999 }),
      entry(
        'credit',
        '2025-09-01',
        { principalCents: -2_000 },
        { direction: { charges: [], component: 'interest' } },
      ),
    ],
    terms: [
      terms('2024-12-15', '18', { method: 'compound', compounding: 'monthly' }),
      terms('2025-05-05', '8.125', { dayCount: 'actual_actual' }),
    ],
    postingDays: ['2025-04-04'],
  });

  test('adds up to its figure on every day, line by line and segment by segment', () => {
    for (let day = '2024-11-01'; day < '2026-02-01'; day = addDays(day, 1)) {
      const explained = explain(given, day);
      const sum = explained.lines.reduce((cents, line) => cents + line.cents, 0);
      expect([day, sum]).toEqual([day, explained.totalCents]);
      expect(totalOf(explained.parts)).toBe(explained.totalCents);
      if (explained.lines.length > 0) expect(explained.lines.at(-1)?.balanceCents).toBe(explained.totalCents);
      for (const line of explained.lines) {
        if (line.line === 'interest') {
          expect(line.segments.reduce((cents, segment) => cents + segment.roundedCents, 0)).toBe(line.cents);
        }
        if (line.line === 'relief') {
          const met = line.applications.reduce((cents, one) => cents + one.cents, 0);
          expect(met + line.unappliedCents).toBe(-line.cents);
        }
      }
    }
  });

  test('of the day of the last posting is what is stored, plus what accrues', () => {
    const stored = replay(given, { through: null });
    expect(totalOf(stored.parts)).toBe(total(given, '2025-09-01'));
  });
});

test('interest that no entry holds yet counts what was compounded since the last stored posting', () => {
  const given = facts({
    entries: [owed('2025-01-01', 36_500), paid('2025-02-15', 100)],
    terms: [terms('2025-01-01', '10', { method: 'compound', compounding: 'monthly' })],
  });
  const stored = totalOf(replay(given, { through: null }).parts);
  for (const day of ['2025-02-15', '2025-03-20', '2025-12-31']) {
    const { totalCents, unpostedCents } = explain(given, day);
    expect([day, unpostedCents]).toEqual([day, totalCents - stored]);
  }
  expect(explain(given, '2025-12-31').accruedCents).toBeLessThan(explain(given, '2025-12-31').unpostedCents);
});

describe('the state of interest', () => {
  const cases: [string, LedgerFacts][] = [
    ['nothing bears any', facts({ entries: [owed('2025-01-01', 5_000)] })],
    [
      'simple',
      facts({
        entries: [owed('2025-01-01', 5_000), paid('2025-02-01', 70)],
        terms: [terms('2024-05-01', '11')],
      }),
    ],
    [
      'a due day to come',
      facts({
        entries: [owed('2025-01-01', 90_000, { dueOn: '2025-06-30' })],
        terms: [terms('2024-05-01', '11')],
      }),
    ],
    [
      'a cap',
      facts({ entries: [owed('2025-01-01', 90_000)], terms: [terms('2024-05-01', '11', { capCents: 500 })] }),
    ],
    [
      'terms to come',
      facts({
        entries: [owed('2025-01-01', 90_000)],
        terms: [terms('2024-05-01', '11'), terms('2025-04-04', '3')],
      }),
    ],
    [
      'compound',
      facts({
        entries: [owed('2025-01-01', 90_000), paid('2025-01-20', 10, { order: 'principal_first' })],
        terms: [terms('2024-05-31', '11', { method: 'compound', compounding: 'monthly' })],
      }),
    ],
    [
      'all paid',
      facts({
        entries: [owed('2025-01-01', 5_000), paid('2025-02-01', 9_000)],
        terms: [terms('2024-05-01', '11')],
      }),
    ],
  ];
  test.each(cases)('gives the figure of every later day: %s', (_, given) => {
    const state = accrualStateOf(given);
    expect(state).not.toBeNull();
    if (state === null) return;
    const posted = totalOf(replay(given, { through: null }).parts);
    for (let day = state.fromOn; day < '2026-02-01'; day = addDays(day, 5)) {
      expect([day, figureAt(state.state, day, posted)]).toEqual([day, total(given, day)]);
    }
  });

  test('is none for an account on which nothing happened', () => {
    expect(accrualStateOf(facts({ terms: [terms('2025-01-01', '5')] }))).toBeNull();
  });
});
