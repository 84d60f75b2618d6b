/** What an import adds to accounts somebody works on is taken into their ledgers, and out of them again when it is taken back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
  desk.dispose();
});

const head = 'Customer ID,Name,Invoice,Date,Due date,Amount,Paid amount,Settled day\n';
const write = async (rows: string) => valueIn(await desk.write(desk.file(head + rows))).import.importId;
const accountId = () => desk.store.db.prepare('SELECT min(id) FROM accounts').pluck().get() as number;
const facts = async () => valueIn(await desk.call('accounts.get', { accountId: accountId() }));
const pay = (amountCents: number, change: Partial<InputOf<'ledger.recordPayment'>> = {}) =>
  desk.call('ledger.recordPayment', {
    shares: [{ accountId: accountId(), amountCents }],
    receivedOn: '2026-11-20',
    method: 'cash',
    ...change,
  });

test('credit that waited meets what comes in, and waits again', async () => {
  await write('7,Ana Abara,1,01/05/2026,02/05/2026,10.00,,\n');
  valueIn(await pay(1_500, { allowOverpayment: true }));
  expect(await facts()).toMatchObject({ unappliedCents: 500 });
  const importId = await write('7,Ana Abara,2,03/05/2026,04/05/2026,8.00,,\n');
  expect(await facts()).toMatchObject({ unappliedCents: 0, balance: { balanceCents: 300 } });
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
  valueIn(await desk.call('imports.undo', { importId }));
  expect(await facts()).toMatchObject({ unappliedCents: 500, balance: { balanceCents: -500 } });
});

test('a charge of an earlier day is taken into interest that was posted, and out of it again', async () => {
  await write('7,Ana Abara,1,01/01/2026,01/01/2026,10000.00,,\n');
  valueIn(
    await desk.call('ledger.setTerms', {
      accountId: accountId(),
      fromOn: '2026-01-01',
      method: 'simple',
      rate: '7.3',
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basisKind: 'contract',
      basis: 'Clause 4',
    }),
  );
  valueIn(await pay(1_000, { receivedOn: '2026-04-11' }));
  const before = (await facts()).balance;
  expect(before).toMatchObject({ interestCents: 20_000 });
  // 50 days more on as much again.
  const importId = await write('7,Ana Abara,2,02/20/2026,02/20/2026,10000.00,,\n');
  expect((await facts()).balance).toMatchObject({ interestCents: 30_000 });
  valueIn(await desk.call('imports.undo', { importId }));
  expect((await facts()).balance).toEqual(before);
});

test('is refused once a payment was put on what it brought', async () => {
  await write('7,Ana Abara,1,01/05/2026,02/05/2026,10.00,,\n');
  const importId = await write('7,Ana Abara,2,03/05/2026,04/05/2026,8.00,,\n');
  valueIn(await pay(1_500));
  expect(await desk.call('imports.undo', { importId })).toMatchObject({
    error: { code: 'import.built_upon', params: { count: 1 } },
  });
});

test.each([
  ['terms', 'interest terms'],
  ['held', 'held payments'],
] as const)('is refused once its account has %s', async (what, standing) => {
  const importId = await write('7,Ana Abara,1,01/05/2026,02/05/2026,10.00,,\n');
  if (what === 'terms') {
    await desk.call('ledger.setTerms', {
      accountId: accountId(),
      fromOn: '2026-12-01',
      method: 'simple',
      rate: '5',
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basisKind: 'contract',
      basis: 'Clause 4',
    });
  } else {
    await desk.call('ledger.holdPayment', {
      accountId: accountId(),
      amountCents: 100,
      method: 'cheque',
      reference: '',
      datedOn: '2026-12-01',
      receivedOn: '2026-11-20',
      memo: '',
    });
  }
  expect(await desk.call('imports.undo', { importId })).toMatchObject({
    error: { code: 'import.built_upon', params: { what: standing } },
  });
});

test('what was paid beyond a charge meets the other charges of the file', async () => {
  await write(
    '7,Ana Abara,1,01/05/2026,02/05/2026,10.00,15.00,03/01/2026\n7,Ana Abara,2,01/06/2026,02/06/2026,20.00,,\n',
  );
  expect(await facts()).toMatchObject({ unappliedCents: 0, balance: { balanceCents: 1_500 } });
});

test('payments it brings keep a running plan', async () => {
  await write('7,Ana Abara,1,01/05/2026,02/05/2026,90.00,,\n');
  valueIn(
    await desk.call('plans.start', {
      accountId: accountId(),
      terms: { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: '2026-12-01' },
    }),
  );
  await write('7,Ana Abara,2,11/21/2026,11/21/2026,90.00,90.00,11/21/2026\n');
  const { plan } = valueIn(await desk.call('plans.get', { accountId: accountId() }));
  expect(plan).toMatchObject({ state: 'completed' });
});
