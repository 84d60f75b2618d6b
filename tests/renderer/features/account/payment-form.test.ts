import { describe, expect, test } from 'vitest';
import { blankPayment, paymentSchema } from '../../../../renderer/features/account/panels/payment-form.ts';

const today = '2026-11-21';
const openedOn = '2026-03-02';
const schema = paymentSchema(today, openedOn, 50_000);

function read(changes: Partial<ReturnType<typeof blankPayment>>) {
  return schema.safeParse({ ...blankPayment(today), ...changes });
}

function wrongFields(changes: Partial<ReturnType<typeof blankPayment>>): string[] {
  const result = read(changes);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
}

describe('a typed payment', () => {
  test('is read in cents and days', () => {
    expect(
      read({ amount: '1,234.5', receivedOn: '11/20', reference: ' 1041 ', allowOverpayment: true }).data,
    ).toEqual({
      amount: 123_450,
      receivedOn: '2026-11-20',
      method: 'cheque',
      reference: '1041',
      memo: '',
      allowOverpayment: true,
    });
  });

  test.each([
    ['', ['amount']],
    ['0', ['amount']],
    ['-5', ['amount']],
    ['1.234', ['amount']],
    ['fifty', ['amount']],
    ['500.00', []],
    ['500.01', ['allowOverpayment']],
  ])('amount %j is wrong at %j', (amount, fields) => {
    expect(wrongFields({ amount })).toEqual(fields);
  });

  test.each([
    ['11/21/2026', []],
    ['11/22/2026', ['receivedOn']],
    ['03/02/2026', []],
    ['03/01/2026', ['receivedOn']],
    ['31/02', ['receivedOn']],
    ['', ['receivedOn']],
  ])('received on %j is wrong at %j', (receivedOn, fields) => {
    expect(wrongFields({ amount: '10', receivedOn })).toEqual(fields);
  });

  test('a full card number is refused before it is sent', () => {
    expect(wrongFields({ amount: '10', reference: '4111 1111 1111 1111' })).toEqual(['reference']);
    expect(wrongFields({ amount: '10', memo: 'card 4111111111111111' })).toEqual(['memo']);
    expect(wrongFields({ amount: '10', reference: 'ends 1111' })).toEqual([]);
  });

  test('nothing owed: any sum must be allowed', () => {
    const paid = paymentSchema(today, openedOn, 0);
    expect(paid.safeParse({ ...blankPayment(today), amount: '1' }).success).toBe(false);
    expect(paid.safeParse({ ...blankPayment(today), amount: '1', allowOverpayment: true }).success).toBe(
      true,
    );
  });
});
