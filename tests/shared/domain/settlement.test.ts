import { describe, expect, test } from 'vitest';
import { mostCents } from '../../../shared/domain/money.ts';
import {
  checkAcceptable,
  defaultOf,
  isSettled,
  settle,
  shareOf,
  sumOfShare,
} from '../../../shared/domain/settlement.ts';

const conditions = { expiresOn: '2027-01-31', onDefault: 'full_balance_less_paid' } as const;
const lump = { totalCents: 45_000, count: 1, frequency: 'monthly', firstOn: '2027-01-15' } as const;

describe('a settlement', () => {
  test('in one payment', () => {
    const settled = settle(100_000, lump, conditions);
    expect(settled.ok && settled.value.facts).toEqual({
      agreedBalanceCents: 100_000,
      totalCents: 45_000,
      forgivenCents: 55_000,
      share: 4_500,
      lump: true,
      lastOn: '2027-01-15',
      expiresOn: '2027-01-31',
      onDefault: 'full_balance_less_paid',
    });
  });

  test('in parts, without interest whatever the terms say', () => {
    const interest = { rate: '12', dayCount: 'actual_365', fromOn: '2026-01-01', baseCents: 45_000 } as const;
    const settled = settle(100_000, { ...lump, count: 3, interest }, conditions);
    expect(settled.ok && [settled.value.facts.lump, settled.value.facts.lastOn]).toEqual([
      false,
      '2027-03-15',
    ]);
    expect(settled.ok && settled.value.schedule.map((line) => line.amountCents)).toEqual([
      15_000, 15_000, 15_000,
    ]);
  });

  test.each([
    [45_000, 45_000, 'settlement.not_below'],
    [44_999, 45_000, 'settlement.not_below'],
    [45_001, 45_000, 'ok'],
    [0, 45_000, 'plan.nothing_owed'],
    [mostCents, mostCents - 1, 'ok'],
    [100, 0, 'plan.nothing_owed'],
  ])('of %i for %i: %s', (balanceCents, totalCents, code) => {
    const settled = settle(balanceCents, { ...lump, totalCents }, conditions);
    expect(settled.ok ? 'ok' : settled.error.code).toBe(code);
  });

  test.each([
    ['2027-01-30', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('on %s it can be accepted: %s', (today, accepted) => {
    expect(checkAcceptable('2027-01-31', today).ok).toBe(accepted);
    expect(checkAcceptable(null, today).ok).toBe(true);
  });

  test('is completed with the last cent', () => {
    expect([44_999, 45_000, 45_001].map((received) => isSettled(45_000, received))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

test.each<[number, number, number]>([
  [0, 100_000, 55_000],
  [10_000, 90_000, 35_000],
  [44_999, 55_001, 1],
])(
  'after %i paid a default leaves %i owed, or %i where the settlement stands',
  (receivedCents, full, stands) => {
    const agreed = { agreedBalanceCents: 100_000, totalCents: receivedCents + stands, receivedCents };
    expect(defaultOf({ ...agreed, onDefault: 'full_balance_less_paid' })).toEqual({
      owedCents: full,
      forgivenCents: 0,
    });
    expect(defaultOf({ ...agreed, onDefault: 'settlement_stands' })).toEqual({
      owedCents: stands,
      forgivenCents: 100_000 - agreed.totalCents,
    });
  },
);

test.each([
  [45_000, 100_000, 4_500],
  [44_999, 100_000, 4_499],
  [1, 3, 3_333],
  [mostCents - 1, mostCents, 9_999],
  [mostCents, mostCents, 10_000],
  [0, 100, 0],
])('%i of %i is a share of %i', (total, balance, share) => expect(shareOf(total, balance)).toBe(share));

test('a share of nothing is none, and a sum of a share is the least that reaches it', () => {
  expect(shareOf(100, 0)).toBeNull();
  expect([sumOfShare(4_500, 100_001), sumOfShare(3_333, 3), sumOfShare(9_999, mostCents)]).toEqual([
    45_001, 1, 8_999_100_000_000_000,
  ]);
});
