import { describe, expect, test } from 'vitest';
import { blankPayment, paymentSchema } from '../../../../renderer/features/account/panels/payment-form.ts';

const today = '2026-11-21';
const openedOn = '2026-03-02';
const schema = paymentSchema(today, { accountId: 7, openedOn, disputed: false });

type Changes = Partial<ReturnType<typeof blankPayment>>;

function read(changes: Changes, by = schema) {
  return by.safeParse({ ...blankPayment(today), ...changes });
}

function wrongFields(changes: Changes, by = schema): string[] {
  const result = read(changes, by);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
}

describe('a typed payment', () => {
  test('is read in cents and days, as one share of this account', () => {
    expect(
      read({ amount: '1,234.5', receivedOn: '11/20', reference: ' 1041 ', allowOverpayment: true }).data,
    ).toEqual({
      shares: [{ accountId: 7, amountCents: 123_450 }],
      receivedOn: '2026-11-20',
      effectiveOn: null,
      method: 'cheque',
      reference: '1041',
      memo: '',
      direction: null,
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

  test('the other day counts only where its field is open, and not when it is the same day', () => {
    expect(read({ amount: '10', effectiveOn: '11/01' }).data?.effectiveOn).toBeNull();
    expect(read({ amount: '10', otherDay: true, effectiveOn: '11/01' }).data?.effectiveOn).toBe('2026-11-01');
    expect(read({ amount: '10', otherDay: true, effectiveOn: '11/21' }).data?.effectiveOn).toBeNull();
    expect(wrongFields({ amount: '10', otherDay: true, effectiveOn: '11/22/2026' })).toEqual(['effectiveOn']);
    expect(wrongFields({ amount: '10', otherDay: true, effectiveOn: '' })).toEqual(['effectiveOn']);
  });

  test('a full card number is refused before it is sent', () => {
    expect(wrongFields({ amount: '10', reference: '4111 1111 1111 1111' })).toEqual(['reference']);
    expect(wrongFields({ amount: '10', memo: 'card 4111111111111111' })).toEqual(['memo']);
    expect(wrongFields({ amount: '10', memo: 'cvv 123' })).toEqual(['memo']);
    expect(wrongFields({ amount: '10', reference: 'ends 1111' })).toEqual([]);
  });
});

describe('a payment over several accounts', () => {
  const share = (accountId: number, amount: string, on = true) => ({ accountId, amount, on });

  test('has one share for each account that is on and gets something', () => {
    const shares = [share(7, '6'), share(8, '4.00'), share(9, ''), share(10, '3', false)];
    expect(read({ amount: '10', several: true, shares }).data?.shares).toEqual([
      { accountId: 7, amountCents: 600 },
      { accountId: 8, amountCents: 400 },
    ]);
  });

  test('must add up, and names the share that is no sum', () => {
    expect(wrongFields({ amount: '10', several: true, shares: [share(7, '6'), share(8, '3.99')] })).toEqual([
      'several',
    ]);
    expect(wrongFields({ amount: '10', several: true, shares: [share(7, '10'), share(8, 'x')] })).toEqual([
      'shares.1.amount',
    ]);
  });
});

describe('the debtor’s own direction', () => {
  test('names a part or charges', () => {
    expect(read({ amount: '10', direction: 'component', component: 'fees' }).data?.direction).toEqual({
      charges: [],
      component: 'fees',
      accounts: false,
    });
    expect(read({ amount: '10', direction: 'charges', charges: [4, 2] }).data?.direction).toEqual({
      charges: [4, 2],
      component: null,
      accounts: false,
    });
    expect(wrongFields({ amount: '10', direction: 'charges' })).toEqual(['charges']);
  });

  test('a disputed account takes money only when the debtor named it', () => {
    const disputed = paymentSchema(today, { accountId: 7, openedOn, disputed: true });
    expect(wrongFields({ amount: '10' }, disputed)).toEqual(['namedAccounts']);
    expect(read({ amount: '10', namedAccounts: true }, disputed).data?.direction?.accounts).toBe(true);
  });
});
