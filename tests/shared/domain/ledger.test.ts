/** How a payment is spread over charges, and what may not be written beside it. */
import { describe, expect, test } from 'vitest';
import {
  applyPayment,
  looksLikeCardNumber,
  noComponents,
  type OpenCharge,
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
    const { applications, unappliedCents } = applyPayment(350, charges);
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
    expect(applyPayment(45, [charge(1, open)]).applied).toEqual({
      costsCents: 10,
      feesCents: 20,
      interestCents: 15,
      principalCents: 0,
    });
  });

  test('never meets a charge that is settled or open for less than nothing', () => {
    const charges = [charge(1, {}), charge(2, { principalCents: -50 }), charge(3, { principalCents: 50 })];
    expect(applyPayment(80, charges)).toEqual({
      applications: [{ chargeEntryId: 3, parts: { ...noComponents, principalCents: 50 } }],
      applied: { ...noComponents, principalCents: 50 },
      unappliedCents: 30,
    });
  });

  test('adds up to the cent, whatever the sum', () => {
    const charges = [7, 13, 29, 1, 50].map((cents, index) =>
      charge(index + 1, { principalCents: cents, feesCents: index, costsCents: cents % 3 }),
    );
    for (let cents = 1; cents < 150; cents += 1) {
      const { applications, applied, unappliedCents } = applyPayment(cents, charges);
      expect(applications.reduce((sum, { parts }) => sum + totalOf(parts), 0)).toBe(totalOf(applied));
      expect(totalOf(applied) + unappliedCents).toBe(cents);
    }
  });
});

describe('a full card number', () => {
  // The numbers card schemes publish for tests.
  test.each([
    ['4111111111111111'],
    ['4111 1111 1111 1111'],
    ['4111-1111-1111-1111'],
    ['3782 822463 10005'],
    ['card 5555555555554444 exp 12/29'],
    ['Chk 12 4111111111111111'],
    ['2026-11-20 4111 1111 1111 1111'],
    ['4111 1111 1111 1111 123'],
  ])('%s', (text) => {
    expect(looksLikeCardNumber(text)).toBe(true);
  });

  test.each([
    ['a wrong check digit', '4111111111111112'],
    ['a cheque number', '100248'],
    ['a telephone number', '+1 512 555 0144'],
    ['a run too long for a card', '41111111111111110000'],
    ['the last four digits', '**** **** **** 1111'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(looksLikeCardNumber(text)).toBe(false);
  });
});
