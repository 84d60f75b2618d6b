import { describe, expect, test } from 'vitest';
import { type Charge, previewPayment } from '../../../../renderer/features/account/panels/payment-preview.ts';

function charge(entryId: number, dueOn: string | null, openCents: number): Charge {
  return {
    entryId,
    reference: `INV-${entryId}`,
    effectiveOn: '2026-01-01',
    dueOn,
    amountCents: 10_000,
    openCents,
    memo: '',
  };
}

/** 50.00 and 30.00 open, the later one entered first; one settled. */
const charges = [charge(1, '2026-03-01', 3000), charge(2, '2026-02-01', 5000), charge(3, '2026-01-15', 0)];

describe('what a payment would do', () => {
  test('pays the oldest due first and says what stays open', () => {
    const preview = previewPayment(charges, 6000, 8000);
    expect(
      preview.lines.map(({ entryId, cents, stillOpenCents }) => [entryId, cents, stillOpenCents]),
    ).toEqual([
      [2, 5000, 0],
      [1, 1000, 2000],
    ]);
    expect(preview).toMatchObject({ unappliedCents: 0, balanceAfterCents: 2000, overCents: 0 });
  });

  test('the lines and the rest add up to the payment', () => {
    for (const amountCents of [1, 4999, 5000, 5001, 8000, 8001, 1_000_000]) {
      const preview = previewPayment(charges, amountCents, 8000);
      const paid = preview.lines.reduce((sum, line) => sum + line.cents, 0);
      expect(paid + preview.unappliedCents).toBe(amountCents);
    }
  });

  test.each([
    [8000, 0, 0],
    [8001, -1, 1],
  ])('%i cents leave %i and are %i over', (amountCents, balanceAfterCents, overCents) => {
    expect(previewPayment(charges, amountCents, 8000)).toMatchObject({ balanceAfterCents, overCents });
  });

  test('on an account in credit everything is over', () => {
    expect(previewPayment([], 500, -2000)).toMatchObject({
      lines: [],
      unappliedCents: 500,
      balanceAfterCents: -2500,
      overCents: 500,
    });
  });

  test('credit waiting on the account is part of the balance, not of the charges', () => {
    // 80.00 open, 10.00 not applied yet: 70.00 is owed, and 70.00 settles it.
    expect(previewPayment(charges, 7000, 7000)).toMatchObject({ balanceAfterCents: 0, overCents: 0 });
  });
});
