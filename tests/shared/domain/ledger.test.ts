/** How a payment is spread over charges, and what may not be written beside it. */
import { describe, expect, test } from 'vitest';
import {
  type ApplicationOrder,
  allocate,
  applicationOrders,
  noComponents,
  type OpenCharge,
  spread,
  totalOf,
} from '../../../shared/domain/ledger.ts';

const charge = (entryId: number, open: Partial<OpenCharge['open']>, dueOn: string | null = '2026-07-01') => ({
  entryId,
  dueOn,
  effectiveOn: '2026-06-01',
  open: { ...noComponents, ...open },
});

describe('spreading a payment', () => {
  test('goes by due day, then by the order of posting, a charge without a due day by its own', () => {
    const charges = [
      charge(4, { principalCents: 100 }, '2026-07-02'),
      charge(3, { principalCents: 100 }),
      charge(2, { principalCents: 100 }),
      charge(5, { principalCents: 100 }, null),
    ];
    const { applications, unappliedCents } = spread(350, charges, 'oldest_due_first');
    expect(applications.map(({ chargeEntryId, parts }) => [chargeEntryId, totalOf(parts)])).toEqual([
      [5, 100],
      [2, 100],
      [3, 100],
      [4, 50],
    ]);
    expect(unappliedCents).toBe(0);
  });

  test('takes costs, fees, interest and principal of one charge in this order', () => {
    const open = { principalCents: 40, interestCents: 30, feesCents: 20, costsCents: 10 };
    expect(spread(45, [charge(1, open)], 'oldest_due_first').applied).toEqual({
      costsCents: 10,
      feesCents: 20,
      interestCents: 15,
      principalCents: 0,
    });
  });

  test('never meets a charge that is settled or open for less than nothing', () => {
    const charges = [charge(1, {}), charge(2, { principalCents: -50 }), charge(3, { principalCents: 50 })];
    expect(spread(80, charges, 'oldest_due_first')).toEqual({
      applications: [{ chargeEntryId: 3, parts: { ...noComponents, principalCents: 50 } }],
      applied: { ...noComponents, principalCents: 50 },
      unappliedCents: 30,
    });
  });

  test.each(applicationOrders)('adds up to the cent by %s, whatever the sum', (order) => {
    const charges = [7, 13, 29, 1, 50].map((cents, index) =>
      charge(index + 1, {
        principalCents: cents,
        feesCents: index,
        costsCents: cents % 3,
        interestCents: 2 * index,
      }),
    );
    const open = charges.reduce((sum, one) => sum + totalOf(one.open), 0);
    for (let cents = 1; cents < 200; cents += 1) {
      const { applications, applied, unappliedCents } = spread(cents, charges, order);
      expect(applications.reduce((sum, { parts }) => sum + totalOf(parts), 0)).toBe(totalOf(applied));
      expect(totalOf(applied) + unappliedCents).toBe(cents);
      expect(unappliedCents).toBe(Math.max(0, cents - open));
    }
  });

  const mixed = [
    charge(1, { principalCents: 600 }, '2026-01-01'),
    charge(2, { feesCents: 50 }, '2026-02-01'),
    charge(3, { costsCents: 30 }, '2026-03-01'),
    charge(4, { interestCents: 120 }, '2026-04-01'),
    charge(5, { principalCents: 400 }, '2026-05-01'),
  ];

  test.each<[ApplicationOrder, number, Partial<OpenCharge['open']>]>([
    ['costs_fees_interest_principal', 100, { costsCents: 30, feesCents: 50, interestCents: 20 }],
    ['interest_first', 150, { interestCents: 120, principalCents: 30 }],
    ['interest_first', 1_180, { interestCents: 120, principalCents: 1_000, feesCents: 50, costsCents: 10 }],
    ['principal_first', 1_010, { principalCents: 1_000, interestCents: 10 }],
    // 1,000 : 120 : 50 : 30 of 1,200.
    ['pro_rata', 600, { principalCents: 500, interestCents: 60, feesCents: 25, costsCents: 15 }],
    // 8.33, 1, 0.416, 0.25: the two cents over go to the largest remainders, fees and principal.
    ['pro_rata', 10, { principalCents: 8, interestCents: 1, feesCents: 1, costsCents: 0 }],
    ['oldest_due_first', 640, { principalCents: 600, feesCents: 40 }],
  ])('%s meets its components with %d', (order, cents, applied) => {
    expect(spread(cents, mixed, order).applied).toEqual({ ...noComponents, ...applied });
  });

  test("follows the debtor's direction first, and the order with what is left of a payment", () => {
    const direction = { charges: [5, 1], component: null };
    expect(
      spread(450, mixed, 'interest_first', direction).applications.map((one) => [
        one.chargeEntryId,
        totalOf(one.parts),
      ]),
    ).toEqual([
      [5, 400],
      [1, 50],
    ]);
    expect(spread(1_100, mixed, 'interest_first', direction).applied).toMatchObject({
      principalCents: 1_000,
      interestCents: 100,
    });
  });

  test('leaves the rest of an adjustment for one component unplaced', () => {
    const { applied, unappliedCents } = spread(
      150,
      mixed,
      'oldest_due_first',
      { charges: [], component: 'interest' },
      false,
    );
    expect(applied).toEqual({ ...noComponents, interestCents: 120 });
    expect(unappliedCents).toBe(30);
  });
});

describe('parts in proportion', () => {
  test.each([
    [100, [90, 90, 90], [34, 33, 33]],
    [100, [1, 1, 1], [1, 1, 1]],
    [1, [5, 5], [1, 0]],
    [0, [5, 5], [0, 0]],
    [9, [0, 0], [0, 0]],
    [50, [10, 20], [10, 20]],
    [9_000_000_000_000_000, [9_000_000_000_000_000, 1], [8_999_999_999_999_999, 1]],
  ])('%d over %j', (cents, weights, parts) => {
    expect(allocate(cents, weights)).toEqual(parts);
  });
});
