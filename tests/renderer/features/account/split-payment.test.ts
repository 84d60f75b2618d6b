import { describe, expect, test } from 'vitest';
import { splitOldestFirst } from '../../../../renderer/features/account/panels/split-payment.ts';

const account = (accountId: number, balanceCents: number, oldestDueOn: string | null) => ({
  accountId,
  number: `N${accountId}`,
  balanceCents,
  oldestDueOn,
  disputed: false,
});
const accounts = [
  account(1, 5_000, '2026-05-01'),
  account(2, 3_000, '2026-02-01'),
  account(3, 1_000, null),
  account(4, 2_000, '2026-02-01'),
];

describe('oldest first', () => {
  test.each([
    [3_000, { 2: 3_000 }, 0],
    [4_000, { 2: 3_000, 4: 1_000 }, 0],
    [10_500, { 1: 5_000, 2: 3_000, 3: 500, 4: 2_000 }, 0],
    [12_000, { 1: 5_000, 2: 3_000, 3: 1_000, 4: 2_000 }, 1_000],
    [1, { 2: 1 }, 0],
    [0, {}, 0],
  ])('%i cents', (amountCents, shares, leftCents) => {
    const split = splitOldestFirst(amountCents, accounts);
    expect(Object.fromEntries(split.shares)).toEqual(shares);
    expect(split.leftCents).toBe(leftCents);
  });

  test('an account in credit or owing nothing gets none', () => {
    expect(splitOldestFirst(100, [account(1, -500, null), account(2, 0, null)])).toEqual({
      shares: new Map(),
      leftCents: 100,
    });
  });
});
