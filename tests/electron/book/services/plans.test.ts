/** Plans: what may be started, what payments make of them, and how they end. Changes stand in `plan-life.test.ts`. */
import { beforeEach, describe, expect, test } from 'vitest';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const terms = { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: '2026-12-01' } as const;
const start = (change: Partial<InputOf<'plans.start'>['terms']> = {}) =>
  desk.get('plans.start', { accountId, terms: { ...terms, ...change } });
const plan = async () => (await desk.get('plans.get', { accountId })).plan;
const status = async () => (await desk.get('accounts.get', { accountId })).status;
const reminders = async () =>
  (await desk.get('reminders.list', { accountId, until: null, limit: 100 })).reminders.map((row) =>
    new Date(row.dueAt).toISOString(),
  );

describe('starting a plan', () => {
  test('writes its schedule and a reminder for nine o’clock of each instalment’s own day', async () => {
    await start();
    expect(await plan()).toMatchObject({
      state: 'active',
      paidCents: 0,
      nextDueOn: '2026-12-01',
      nextAmountCents: 3_000,
      missed: 0,
    });
    expect(await status()).toBe('plan');
    // Chicago is six hours behind in winter.
    expect(await reminders()).toEqual([
      '2026-12-01T15:00:00.000Z',
      '2027-01-01T15:00:00.000Z',
      '2027-02-01T15:00:00.000Z',
    ]);
  });

  test('keeps nine o’clock across a change of the clocks', async () => {
    await start({ firstOn: '2027-03-13', count: 2, frequency: 'weekly' });
    expect(await reminders()).toEqual(['2027-03-13T15:00:00.000Z', '2027-03-20T14:00:00.000Z']);
  });

  test.each([
    ['more than is owed', { totalCents: 10_001 }, 'plan.over_balance'],
    ['all that is owed', { totalCents: 10_000 }, 'ok'],
    ['a first day gone by', { firstOn: '2026-11-19' }, 'plan.before_today'],
    ['a first day today', { firstOn: '2026-11-20' }, 'ok'],
    ['more parts than cents', { totalCents: 2, count: 3 }, 'plan.too_small'],
  ])('over %s', async (_, change, code) => {
    expect(await desk.codeOf('plans.start', { accountId, terms: { ...terms, ...change } })).toBe(code);
  });

  test('is refused when nothing is owed, while another runs, and on a closed account', async () => {
    const paid = await desk.account({ number: 'P' });
    await desk.pay(paid, 10_000);
    expect(await desk.codeOf('plans.start', { accountId: paid, terms })).toBe('plan.nothing_owed');
    await start();
    expect(await desk.codeOf('plans.start', { accountId, terms })).toBe('plan.exists');
    const closed = await desk.account({ number: 'C' });
    await desk.get('accounts.close', { accountId: closed, reason: 'Returned' });
    expect(await desk.codeOf('plans.start', { accountId: closed, terms })).toBe('account.closed');
  });
});

describe('payments', () => {
  test('since the start meet instalments in order; earlier ones do not count', async () => {
    await desk.pay(accountId, 500);
    desk.pass(1_000);
    await start();
    desk.pass(1_000);
    await desk.pay(accountId, 4_000);
    const found = await plan();
    expect(found?.instalments.map((part) => [part.paidCents, part.state])).toEqual([
      [3_000, 'paid'],
      [1_000, 'partly_paid'],
      [0, 'upcoming'],
    ]);
    expect(found).toMatchObject({ paidCents: 4_000, nextDueOn: '2027-01-01', nextAmountCents: 2_000 });
  });

  test('of the whole total complete it and silence its reminders; taking one back lets it run on', async () => {
    await start();
    desk.pass(1_000);
    await desk.pay(accountId, 3_000);
    const last = await desk.pay(accountId, 6_000);
    expect(await plan()).toMatchObject({ state: 'completed', paidCents: 9_000, nextDueOn: null });
    expect(await reminders()).toEqual([]);
    expect(await status()).toBe('active');
    desk.pass(1_000);
    await desk.get('ledger.reverse', { entryId: last, reason: 'Cheque returned' });
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 3_000 });
    // The first instalment is still paid.
    expect(await reminders()).toHaveLength(2);
    expect(await status()).toBe('plan');
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('that do not come make an instalment missed after three days of grace', async () => {
    await start();
    desk.pass(14 * dayMs);
    expect(desk.today()).toBe('2026-12-04');
    expect(await plan()).toMatchObject({ missed: 0, instalments: [{ state: 'due' }, {}, {}] });
    desk.pass(dayMs);
    expect(await plan()).toMatchObject({ missed: 1, instalments: [{ state: 'missed' }, {}, {}] });
    const { plans } = await desk.get('plans.list', {});
    expect(plans).toMatchObject([{ missed: 1, nextDueOn: '2026-12-01' }]);
  });
});

test('a cancelled plan ends with its reminders, once', async () => {
  const { planId } = await start();
  await desk.get('plans.cancel', { planId, reason: 'Lost the job' });
  expect(await plan()).toMatchObject({ state: 'cancelled', nextDueOn: null });
  expect(await reminders()).toEqual([]);
  expect(await status()).toBe('active');
  expect(await desk.codeOf('plans.cancel', { planId, reason: 'Again' })).toBe('plan.not_active');
  expect(await desk.codeOf('plans.cancel', { planId: 99, reason: 'None' })).toBe('plan.not_found');
  expect((await desk.get('plans.list', {})).plans).toEqual([]);
  await start();
});
