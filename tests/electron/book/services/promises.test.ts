/** Promises to pay: what may be promised, what payments make of one, and how it lapses. */
import { beforeEach, describe, expect, test } from 'vitest';
import { insertPromise } from '../../../../electron/book/store/queries/promises.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { addDays } from '../../../../shared/domain/days.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const status = async () => (await desk.get('accounts.get', { accountId })).status;

describe('a promise', () => {
  const promise = async () => (await desk.get('plans.list', {})).promises[0];

  test('is kept by payments from the day it was made', async () => {
    await desk.pay(accountId, 1_000);
    desk.pass(1_000);
    await desk.get('promises.record', { accountId, amountCents: 2_000, dueOn: '2026-11-27' });
    expect(await promise()).toMatchObject({ state: 'open', receivedCents: 0 });
    expect(await status()).toBe('promise');
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 2_000);
    expect(await promise()).toMatchObject({ state: 'kept', receivedCents: 2_000 });
    expect(await status()).toBe('active');
    await desk.get('ledger.reverse', { entryId, reason: 'Returned' });
    expect(await promise()).toMatchObject({ state: 'open', receivedCents: 0 });
    expect(await status()).toBe('promise');
  });

  test('lapses by itself when the grace has passed: the list’s status turns with the day', async () => {
    await desk.get('promises.record', { accountId, amountCents: 2_000, dueOn: '2026-11-21' });
    const listed = async () =>
      (await desk.get('accounts.list', { filter: {}, sort: 'name', descending: false })).rows[0]?.status;
    desk.pass(4 * dayMs);
    expect([desk.today(), await listed(), (await promise())?.state]).toEqual([
      '2026-11-24',
      'promise',
      'open',
    ]);
    desk.pass(dayMs);
    expect([desk.today(), await listed(), (await promise())?.state]).toEqual([
      '2026-11-25',
      'active',
      'broken',
    ]);
    expect(checkSummaries(desk.store)).toEqual([]);
    // A clock set back is no reason to be wrong.
    desk.pass(-2 * dayMs);
    expect(await listed()).toBe('promise');
  });

  test('can be taken back once, and not be made for a day gone by or where nothing is owed', async () => {
    const { promiseId } = await desk.get('promises.record', {
      accountId,
      amountCents: 2_000,
      dueOn: '2026-11-20',
    });
    await desk.get('promises.cancel', { promiseId, reason: 'Disputed instead' });
    expect(await desk.codeOf('promises.cancel', { promiseId, reason: 'Again' })).toBe('promise.not_found');
    expect(await status()).toBe('active');
    expect(await desk.codeOf('promises.record', { accountId, amountCents: 1, dueOn: '2026-11-19' })).toBe(
      'plan.before_today',
    );
    await desk.pay(accountId, 10_000);
    expect(await desk.codeOf('promises.record', { accountId, amountCents: 1, dueOn: '2026-11-21' })).toBe(
      'plan.nothing_owed',
    );
  });
});

test('however many promises have gone by, those to come are listed, soonest due first', async () => {
  const made = { accountId, amountCents: 100, author: 'Desk' };
  for (let count = 0; count < 510; count += 1) {
    const dueOn = addDays('2026-11-16', -(count % 170));
    insertPromise(desk.store, { ...made, dueOn, madeOn: '2026-05-01', madeAt: count });
  }
  await desk.get('promises.record', { accountId, amountCents: 5_000, dueOn: '2026-12-01' });
  await desk.get('promises.record', { accountId, amountCents: 4_000, dueOn: '2026-11-20' });
  const { promises } = await desk.get('plans.list', {});
  expect(promises).toHaveLength(500);
  const days = promises.map(({ dueOn }) => dueOn);
  expect(days).toEqual(days.toSorted());
  expect(promises.slice(-2)).toMatchObject([{ amountCents: 4_000 }, { amountCents: 5_000, state: 'open' }]);
});

const listed = async () => (await desk.get('promises.list', { accountId })).promises;

test('it says who pays and how, when its grace ends, and why it was taken back', async () => {
  const { promiseId } = await desk.get('promises.record', {
    accountId,
    amountCents: 2_000,
    dueOn: '2026-11-27',
    payer: 'Her brother',
    method: 'cheque',
  });
  expect(await listed()).toMatchObject([
    {
      promiseId,
      payer: 'Her brother',
      method: 'cheque',
      madeOn: '2026-11-20',
      graceEndsOn: '2026-11-30',
      state: 'open',
      cancelledReason: null,
    },
  ]);
  await desk.get('promises.cancel', { promiseId, reason: 'The brother refused' });
  expect(await listed()).toMatchObject([{ state: 'cancelled', cancelledReason: 'The brother refused' }]);
  expect(await desk.codeOf('promises.list', { accountId: 99 })).toBe('account.not_found');
});

test('no more can be promised than will be owed on the day, interest until then included', async () => {
  const promise = (amountCents: number) =>
    desk.codeOf('promises.record', { accountId, amountCents, dueOn: '2027-01-01' });
  expect(await promise(10_001)).toBe('promise.over_balance');
  await desk.get('ledger.setTerms', {
    accountId,
    fromOn: '2026-11-20',
    method: 'simple',
    rate: '10',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Clause 4',
  });
  // 42 days of 2.74 cents: 115.07.
  expect(await promise(10_116)).toBe('promise.over_balance');
  expect(await promise(10_115)).toBe('ok');
});

test('each cent counts for one promise, and one on an account with a plan is kept beside it', async () => {
  await desk.get('plans.start', {
    accountId,
    terms: { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: '2026-12-01' },
  });
  await desk.get('promises.record', { accountId, amountCents: 2_000, dueOn: '2026-11-27' });
  await desk.get('promises.record', { accountId, amountCents: 2_000, dueOn: '2026-11-28' });
  desk.pass(1_000);
  await desk.pay(accountId, 3_000);
  expect((await listed()).map(({ state, receivedCents }) => [state, receivedCents])).toEqual([
    ['open', 1_000],
    ['kept', 2_000],
  ]);
  expect((await desk.get('plans.get', { accountId })).plan).toMatchObject({ paidCents: 3_000 });
  expect(await status()).toBe('plan');
});

test('a longer grace opens again what had lapsed, in the lists too', async () => {
  await desk.get('promises.record', { accountId, amountCents: 2_000, dueOn: '2026-11-21' });
  desk.pass(6 * dayMs);
  await desk.get('accounts.list', { filter: {}, sort: 'name', descending: false });
  expect([desk.today(), (await listed())[0]?.state, await status()]).toEqual([
    '2026-11-26',
    'broken',
    'active',
  ]);
  await desk.pay(accountId, 2_000, { receivedOn: '2026-11-25' });
  expect((await listed())[0]).toMatchObject({ state: 'broken', receivedCents: 0 });
  await desk.get('policies.set', {
    clientId: null,
    policy: {
      applicationOrder: null,
      leastPaymentCents: null,
      longestMonths: null,
      leastSettlementShare: null,
      mayGoBelow: '',
      returnedFeeCents: null,
      returnedFeeBasisKind: null,
      returnedFeeBasis: '',
      graceDays: 5,
    },
  });
  expect((await listed())[0]).toMatchObject({ state: 'kept', receivedCents: 2_000 });
  expect(checkSummaries(desk.store)).toEqual([]);
});
