import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { mostCents } from '../../../shared/domain/money.ts';
import { scheduleOf, sumOf } from '../../../shared/domain/plan.ts';
import { solve } from '../../../shared/domain/plan-solve.ts';
import {
  type PlanAnswer,
  type PlanQuestion,
  type PlanTerms,
  planFrequencies,
  planUnknowns,
  rollRules,
} from '../../../shared/domain/plan-terms.ts';
import { checkRhythm } from '../../../shared/domain/schedule.ts';
import type { Result } from '../../../shared/errors/result.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** 1,000.00 in four months of 250.00 from 15 January through 15 April. */
const known = {
  frequency: 'monthly',
  totalCents: 100_000,
  amountCents: 25_000,
  count: 4,
  firstOn: '2027-01-15',
  lastOn: '2027-04-15',
} as const;
const figures = ({ totalCents, amountCents, count, firstOn, lastOn }: PlanAnswer) => ({
  totalCents,
  amountCents,
  count,
  firstOn,
  lastOn,
});
const { frequency: _, ...all } = known;

describe('each of the five from the other four', () => {
  test.each(planUnknowns)('%s', (unknown) => {
    // Its own value is wrong and must not be looked at.
    const wrong = {
      total: 'totalCents',
      amount: 'amountCents',
      count: 'count',
      firstOn: 'firstOn',
      lastOn: 'lastOn',
    } as const;
    const value = unknown === 'firstOn' || unknown === 'lastOn' ? '2031-07-31' : 77;
    expect(figures(must(solve({ ...known, unknown, [wrong[unknown]]: value })))).toEqual(all);
  });

  test.each<[string, Partial<PlanQuestion>]>([
    ['amount, by the last day instead of the count', { unknown: 'amount', count: null }],
    ['amount, by the count alone', { unknown: 'amount', lastOn: null }],
    ['count, by the sums', { unknown: 'count', lastOn: null }],
    ['count, by the days', { unknown: 'count', amountCents: null }],
    ['first day, by the sums', { unknown: 'firstOn', count: null }],
    ['first day, by count and total', { unknown: 'firstOn', amountCents: null }],
    ['last day, by the sums', { unknown: 'lastOn', count: null }],
    ['last day, by count and total', { unknown: 'lastOn', amountCents: null }],
    ['total, by the days', { unknown: 'total', count: null }],
    ['total, by the count', { unknown: 'total', lastOn: null }],
  ])('%s', (_name, change) => {
    expect(figures(must(solve({ ...known, unknown: 'amount', ...change })))).toEqual(all);
  });
});

test.each<[string, Partial<PlanQuestion>, string]>([
  ['no total and no amount', { unknown: 'amount', totalCents: null }, 'plan.asks_too_little'],
  ['no day', { unknown: 'firstOn', lastOn: null }, 'plan.asks_too_little'],
  [
    'neither count nor amount nor last day',
    { unknown: 'amount', count: null, lastOn: null },
    'plan.asks_too_little',
  ],
  ['a count that does not fit the days', { unknown: 'amount', count: 5 }, 'plan.days_disagree'],
  [
    'a last day before the first',
    { unknown: 'amount', count: null, lastOn: '2027-01-14' },
    'plan.days_not_rising',
  ],
  [
    'two days that are one',
    {
      unknown: 'amount',
      frequency: 'semi_monthly',
      firstOn: '2027-01-31',
      secondDay: 29,
      count: null,
      lastOn: null,
    },
    'plan.second_day',
  ],
  ['nothing owed', { unknown: 'amount', totalCents: 0 }, 'plan.nothing_owed'],
  [
    'a down payment of all',
    { unknown: 'amount', downPayment: { cents: 100_000, on: '2027-01-01' } },
    'plan.down_too_large',
  ],
  [
    'a down payment on the first day',
    { unknown: 'amount', downPayment: { cents: 1, on: '2027-01-15' } },
    'plan.days_not_rising',
  ],
  ['too many', { unknown: 'amount', count: 601, lastOn: null }, 'plan.too_long'],
  ['through too far a day', { unknown: 'amount', count: null, lastOn: '2087-01-15' }, 'plan.too_long'],
  ['too small an amount', { unknown: 'count', amountCents: 100 }, 'plan.too_small'],
  ['no amount', { unknown: 'count', amountCents: 0 }, 'plan.too_small'],
  ['none of them', { unknown: 'firstOn', count: 0 }, 'plan.too_small'],
  [
    'a total beyond what can be counted',
    { unknown: 'total', amountCents: mostCents, lastOn: null },
    'money.out_of_range',
  ],
  ['a balloon smaller than the rest', { unknown: 'amount', balloonCents: 24_999 }, 'plan.balloon_too_small'],
  ['a balloon of all', { unknown: 'amount', balloonCents: 99_998 }, 'plan.balloon_too_large'],
])('%s is refused', (_name, change, code) => {
  const result = solve({ ...known, unknown: 'amount', ...change });
  expect(result.ok ? 'ok' : result.error.code).toBe(code);
});

describe('shapes', () => {
  const amountsOf = (change: Partial<PlanQuestion>) => {
    const answer = must(solve({ ...known, unknown: 'amount', lastOn: null, ...change }));
    expect(answer.paidCents).toBe(answer.totalCents);
    return answer.schedule.map((line) => [line.number, line.amountCents, line.leftCents]);
  };

  test('a down payment is number 0 and the rest shares what it leaves', () => {
    expect(amountsOf({ count: 3, downPayment: { cents: 10_000, on: '2027-01-01' } })).toEqual([
      [0, 10_000, 90_000],
      [1, 30_000, 60_000],
      [2, 30_000, 30_000],
      [3, 30_000, 0],
    ]);
  });

  test('a balloon stands at the end, the one before it takes the odd cents', () => {
    expect(amountsOf({ balloonCents: 50_000 })).toEqual([
      [1, 16_667, 83_333],
      [2, 16_667, 66_666],
      [3, 16_666, 50_000],
      [4, 50_000, 0],
    ]);
    expect(
      must(solve({ ...known, unknown: 'count', lastOn: null, balloonCents: 40_000, amountCents: 25_000 }))
        .count,
    ).toBe(4);
  });

  test('named instalments stand as they are, and give the total', () => {
    const uneven = [
      { dueOn: '2027-01-15', amountCents: 10_000 },
      { dueOn: '2027-01-30', amountCents: 60_000 },
      { dueOn: '2027-06-01', amountCents: 5_000 },
    ];
    const answer = must(solve({ frequency: 'monthly', unknown: 'total', uneven, roll: 'next_business_day' }));
    expect(answer.totalCents).toBe(75_000);
    expect(answer.schedule.map((line) => line.dueOn)).toEqual(['2027-01-15', '2027-02-01', '2027-06-01']);
    const wrong = solve({ frequency: 'monthly', unknown: 'amount', totalCents: 75_001, uneven });
    expect(wrong).toMatchObject({
      error: { code: 'plan.not_adding_up', params: { totalCents: 75_001, sumCents: 75_000 } },
    });
    const falling = solve({ frequency: 'monthly', unknown: 'total', uneven: [...uneven].reverse() });
    expect(falling).toMatchObject({ error: { code: 'plan.days_not_rising', params: { number: 2 } } });
    expect(solve({ frequency: 'monthly', unknown: 'total', uneven: [] }).ok).toBe(false);
  });

  test.each([1, mostCents])('one instalment of %i cents', (totalCents) => {
    const answer = must(
      solve({ frequency: 'weekly', unknown: 'amount', totalCents, count: 1, firstOn: '2028-02-29' }),
    );
    expect(answer.schedule).toEqual([
      { number: 1, dueOn: '2028-02-29', amountCents: totalCents, interestCents: 0, leftCents: 0 },
    ]);
  });

  test('90 trillion in 599 parts is exact', () => {
    const answer = must(
      solve({
        frequency: 'weekly',
        unknown: 'amount',
        totalCents: mostCents,
        count: 599,
        firstOn: '2028-02-29',
      }),
    );
    expect(sumOf(answer.schedule)).toBe(mostCents);
    expect(answer.amountCents).toBe(15_025_041_736_228);
  });

  test('with interest, a last day gives the first from which the amount pays off by then', () => {
    const question = {
      unknown: 'firstOn',
      frequency: 'monthly',
      totalCents: 100_000,
      amountCents: 10_000,
      lastOn: '2028-12-15',
      interest: { rate: '12', dayCount: 'thirty_360', fromOn: '2027-01-15' },
    } as const;
    const answer = must(solve(question));
    expect(answer.lastOn).toBe('2028-12-15');
    expect(answer.lastCents).toBeLessThanOrEqual(10_000);
    const later = solve({ ...question, unknown: 'amount', firstOn: null, count: answer.count - 1 });
    expect(must(later).amountCents).toBeGreaterThan(10_000);
  });
});

const questions = fc
  .record({
    totalCents: fc.oneof(
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: mostCents - 1_000_000 }),
    ),
    count: fc.integer({ min: 1, max: 120 }),
    frequency: fc.constantFrom(...planFrequencies),
    firstOn: fc.integer({ min: 0, max: 20_000 }).map((days): Day => addDays('2010-01-01', days)),
    roll: fc.constantFrom(...rollRules),
    downShare: fc.integer({ min: -50, max: 90 }),
    balloonShare: fc.integer({ min: -80, max: 95 }),
  })
  .map(({ downShare, balloonShare, ...terms }): PlanTerms => {
    const cents = Math.floor((terms.totalCents / 100) * Math.max(0, downShare));
    const balloonCents = Math.floor(((terms.totalCents - cents) / 100) * Math.max(0, balloonShare));
    return {
      ...terms,
      downPayment: cents > 0 ? { cents, on: addDays(terms.firstOn, -10) } : null,
      balloonCents: balloonCents > 0 ? balloonCents : null,
    };
  })
  .filter((terms) => checkRhythm(terms).ok);

describe('for any plan without interest', () => {
  test('it adds up to the cent, days rise, and only the balloon is larger than one before it', () => {
    fc.assert(
      fc.property(questions, (terms) => {
        const schedule = scheduleOf(terms);
        if (!schedule.ok) return;
        const lines = schedule.value;
        expect(sumOf(lines)).toBe(terms.totalCents);
        expect(lines.at(-1)?.leftCents).toBe(0);
        expect(lines.every((line, index) => line.dueOn > (lines[index - 1]?.dueOn ?? ''))).toBe(true);
        const regular = lines.filter((line) => line.number > 0).map((line) => line.amountCents);
        const level = terms.balloonCents ? regular.slice(0, -1) : regular;
        expect(level.every((cents, index) => cents >= 1 && cents <= (level[index - 1] ?? cents))).toBe(true);
        if (terms.balloonCents) expect(regular.at(-1)).toBe(terms.balloonCents);
      }),
      { numRuns: 500 },
    );
  });

  test('the answer to any unknown is its own schedule, and the amount gives a count that is no longer', () => {
    fc.assert(
      fc.property(questions, (terms) => {
        const { count, ...rest } = terms;
        const answer = solve({ ...rest, unknown: 'amount', count });
        if (!answer.ok) return;
        expect(must(scheduleOf(answer.value.terms))).toEqual(answer.value.schedule);
        const back = must(solve({ ...rest, unknown: 'count', amountCents: answer.value.amountCents }));
        expect(back.count).toBeLessThanOrEqual(count);
        expect(back.totalCents).toBe(terms.totalCents);
        const most = solve({
          ...rest,
          unknown: 'total',
          totalCents: null,
          amountCents: back.amountCents,
          count: back.count,
        });
        if (most.ok) expect(most.value.totalCents).toBeGreaterThanOrEqual(terms.totalCents);
      }),
      { numRuns: 500 },
    );
  });
});
