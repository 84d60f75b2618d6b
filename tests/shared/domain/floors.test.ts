import { describe, expect, test } from 'vitest';
import { brokenFloorsOf, type FloorPolicy, termMonths } from '../../../shared/domain/floors.ts';
import { scheduleOf } from '../../../shared/domain/plan.ts';
import type { PlanTerms } from '../../../shared/domain/plan-terms.ts';

const none: FloorPolicy = { leastPaymentCents: null, longestMonths: null, leastSettlementShare: null };
const terms: PlanTerms = { totalCents: 100_000, count: 12, frequency: 'monthly', firstOn: '2027-01-31' };

function broken(
  change: Partial<PlanTerms>,
  policy: Partial<FloorPolicy>,
  kind: 'plan' | 'settlement' = 'plan',
) {
  const stated = { ...terms, ...change };
  const schedule = scheduleOf(stated);
  if (!schedule.ok) throw new Error(schedule.error.code);
  const offer = { terms: stated, schedule: schedule.value, kind, balanceCents: 200_000 };
  return brokenFloorsOf(offer, { ...none, ...policy }).map(({ floor, allowed, asked }) => [
    floor,
    allowed,
    asked,
  ]);
}

describe('the least payment', () => {
  // Twelve of 83.34, the last one 83.26.
  test.each<[string, Partial<PlanTerms>, number, number | null]>([
    ['kept to the cent, a smaller last one left out', {}, 8_334, null],
    ['a cent above it', {}, 8_335, 8_334],
    ['a single payment is all there is', { count: 1 }, 200_000, null],
    ['a named amount', { amountCents: 15_000, count: 7 }, 15_001, 15_000],
    ['the rest before a balloon is left out', { count: 4, balloonCents: 50_000 }, 16_667, null],
    ['of two with a balloon the first counts', { count: 2, balloonCents: 90_000 }, 20_000, 10_000],
    ['a down payment is left out', { downPayment: { cents: 10, on: '2027-01-01' } }, 8_333, null],
    [
      'the smallest of named ones',
      {
        uneven: [
          { dueOn: '2027-01-01', amountCents: 60_000 },
          { dueOn: '2027-02-01', amountCents: 5_000 },
          { dueOn: '2027-03-01', amountCents: 35_000 },
        ],
      },
      10_000,
      5_000,
    ],
  ])('%s', (_name, change, leastPaymentCents, asked) => {
    expect(broken(change, { leastPaymentCents })).toEqual(
      asked === null ? [] : [['least_payment', leastPaymentCents, asked]],
    );
  });
});

describe('the longest term', () => {
  test.each<[string, Partial<PlanTerms>, number]>([
    ['eleven months between twelve instalments', {}, 11],
    ['a down payment begins it', { downPayment: { cents: 10, on: '2027-01-01' } }, 12],
    ['one payment', { count: 1 }, 0],
    ['weeks, begun months full', { frequency: 'weekly', count: 6 }, 2],
    ['weeks within a month', { frequency: 'weekly', count: 5 }, 1],
    ['month ends', { frequency: 'end_of_month', count: 3, firstOn: '2027-01-15' }, 2],
    [
      'a day more than a year',
      {
        uneven: [
          { dueOn: '2027-01-15', amountCents: 50_000 },
          { dueOn: '2028-01-16', amountCents: 50_000 },
        ],
      },
      13,
    ],
    [
      'rolled days do not make it longer',
      { roll: 'next_business_day', firstOn: '2027-01-30', count: 13 },
      12,
    ],
  ])('%s: %o is %i months', (_name, change, months) => {
    expect(termMonths({ ...terms, ...change })).toBe(months);
    expect(broken(change, { longestMonths: months })).toEqual([]);
    if (months > 1)
      expect(broken(change, { longestMonths: months - 1 })).toEqual([['longest_term', months - 1, months]]);
  });
});

describe('the least settlement share', () => {
  test('is asked of a settlement only, to the cent', () => {
    // Half of 2,000.00.
    expect(broken({}, { leastSettlementShare: 5_000 }, 'settlement')).toEqual([]);
    expect(broken({ totalCents: 99_999 }, { leastSettlementShare: 5_000 }, 'settlement')).toEqual([
      ['least_settlement_share', 5_000, 4_999],
    ]);
    expect(broken({ totalCents: 99_999 }, { leastSettlementShare: 5_000 })).toEqual([]);
  });
});

test('several are named in their order', () => {
  const policy = { leastPaymentCents: 50_000, longestMonths: 3, leastSettlementShare: 9_000 };
  expect(broken({}, policy, 'settlement').map(([floor]) => floor)).toEqual([
    'least_payment',
    'longest_term',
    'least_settlement_share',
  ]);
});
