import { expect, test } from 'vitest';
import { blankAccount, newAccountSchema } from '../../../../renderer/features/account/new-account-form.ts';

const today = '2026-11-21';
const typed = {
  ...blankAccount(today),
  debtorName: 'Ashgrove, Della',
  amount: '$1,250',
  openedOn: '3/2/26',
  dueOn: '4/1/26',
};

test('a typed account is read in cents and days', () => {
  expect(newAccountSchema(today).parse(typed)).toMatchObject({
    debtorName: 'Ashgrove, Della',
    amount: 125_000,
    openedOn: '2026-03-02',
    dueOn: '2026-04-01',
  });
});

test.each([
  [{ debtorName: '  ' }, ['debtorName']],
  [{ amount: '0.00' }, ['amount']],
  [{ openedOn: '11/22/2026', dueOn: '12/1/2026' }, ['openedOn']],
  [{ dueOn: '3/1/26' }, ['dueOn']],
  [{ city: 'Austin' }, ['line1']],
])('%j is wrong at %j', (changes, fields) => {
  const read = newAccountSchema(today).safeParse({ ...typed, ...changes });
  expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toEqual(fields);
});
