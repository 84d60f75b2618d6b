/** Which money is a plan's and which is not: what else was charged, bounced, refunded or forgiven, and clocks set back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account({ amountCents: 100_000 });
});

const plan = async () => (await desk.get('plans.get', { accountId })).plan;
const left = async () => {
  const found = await plan();
  return found ? found.totalCents - found.paidCents : 0;
};
const owed = async () => (await desk.get('ledger.explain', { accountId, asOf: desk.today() })).totalCents;
const charge = (amountCents: number, of = accountId) =>
  desk.get('ledger.addCharge', {
    accountId: of,
    kind: 'charge',
    amountCents,
    effectiveOn: desk.today(),
    dueOn: desk.today(),
    reference: '',
    basis: '',
    memo: '',
  });
const bounce = (entryId: number) => desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
const refund = (amountCents: number, of = accountId) =>
  desk.get('ledger.refund', {
    accountId: of,
    amountCents,
    effectiveOn: desk.today(),
    method: 'cheque',
    reason: 'Paid twice',
  });
const adjust = (kind: 'write_off' | 'discount', amountCents: number | null = null) =>
  desk.get('ledger.adjust', {
    accountId,
    kind,
    amountCents,
    effectiveOn: desk.today(),
    reason: 'Hardship',
    allowedBy: 'Dana Reyes',
  });
async function settle(change: Partial<InputOf<'offers.make'>> = {}): Promise<number> {
  const { offerId } = await desk.get('offers.make', {
    accountId,
    kind: 'settlement',
    madeBy: 'office',
    terms: { totalCents: 50_000, count: 1, frequency: 'monthly', firstOn: '2026-12-01' },
    settlement: { expiresOn: null, onDefault: 'full_balance_less_paid' },
    ...change,
  });
  return (await desk.get('offers.accept', { offerId })).planId;
}
const start = async (change: Partial<InputOf<'plans.start'>['terms']> = {}) =>
  (
    await desk.get('plans.start', {
      accountId,
      terms: { totalCents: 100_000, count: 10, frequency: 'monthly', firstOn: '2026-12-01', ...change },
    })
  ).planId;
const wellKept = () => expect([...checkLedger(desk.store), ...checkSummaries(desk.store)]).toEqual([]);

describe('a settlement whose money bounces', () => {
  test('is not kept by money that paid a later charge', async () => {
    await settle();
    const cheque = await desk.pay(accountId, 50_000);
    await charge(60_000);
    await desk.pay(accountId, 60_000);
    await bounce(cheque);
    expect([await desk.balance(accountId), await left()]).toEqual([100_000, 50_000]);
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 0 });
    // Once it runs, money is the plan's again, and it forgives what it did; a second bounce takes that back, too.
    const again = await desk.pay(accountId, 50_000);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([0, 'completed']);
    await bounce(again);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([100_000, 'active']);
    wellKept();
  });

  test('is not kept by a second payment that was refunded, but by one that was not', async () => {
    await settle();
    const cheque = await desk.pay(accountId, 50_000);
    const cash = await desk.pay(accountId, 50_000, { allowOverpayment: true });
    await bounce(cheque);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([0, 'completed']);
    await bounce(cash);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([100_000, 'active']);
    const third = await desk.pay(accountId, 50_000);
    await desk.pay(accountId, 50_000, { allowOverpayment: true });
    await refund(50_000);
    await bounce(third);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([100_000, 'active']);
    wellKept();
  });

  test('a charge left open at its end is paid first by what comes after', async () => {
    await settle();
    await charge(60_000);
    const cheque = await desk.pay(accountId, 50_000);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([60_000, 'completed']);
    await desk.pay(accountId, 60_000);
    await bounce(cheque);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([100_000, 'active']);
    wellKept();
  });

  test('credit of before the plan that is refunded is none of its money', async () => {
    const other = await accountBeside(desk, accountId, { number: 'B-2', amountCents: 10_000 });
    await desk.pay(other, 15_000, { allowOverpayment: true });
    await settle({ alsoAccountIds: [other] });
    await desk.pay(accountId, 25_000);
    await refund(5_000, other);
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 25_000 });
    await desk.pay(accountId, 25_000);
    expect((await plan())?.state).toBe('completed');
    wellKept();
  });
});

test('a plan whose money was refunded and bounced runs on with what is owed', async () => {
  await start();
  const cheque = await desk.pay(accountId, 50_000);
  await desk.pay(accountId, 100_000, { allowOverpayment: true });
  await refund(50_000);
  expect((await plan())?.state).toBe('completed');
  await bounce(cheque);
  expect([await desk.balance(accountId), await left(), (await plan())?.state]).toEqual([
    50_000,
    50_000,
    'active',
  ]);
});

describe('what was charged since the agreement', () => {
  test('stays owed when the settlement is kept, less what was paid beyond it', async () => {
    await settle();
    await charge(60_000);
    await desk.pay(accountId, 80_000);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([30_000, 'completed']);
    wellKept();
  });

  test('stays owed whatever the debtor directed the money to', async () => {
    await settle();
    const { entryId } = await charge(60_000);
    await desk.pay(accountId, 50_000, {
      direction: { component: null, charges: [entryId], accounts: false },
    });
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([60_000, 'completed']);
  });

  test('stays owed on its own account of several', async () => {
    const other = await accountBeside(desk, accountId, { number: 'B-2', amountCents: 20_000 });
    await settle({ alsoAccountIds: [other] });
    await charge(7_000, other);
    await desk.pay(accountId, 50_000);
    expect([await desk.balance(accountId), await desk.balance(other)]).toEqual([0, 7_000]);
  });

  test('stays owed beside what is missing of a settlement that stands', async () => {
    const planId = await settle({ settlement: { expiresOn: null, onDefault: 'settlement_stands' } });
    await desk.pay(accountId, 20_000);
    await charge(77_700);
    desk.pass(20 * dayMs);
    await desk.get('plans.default', { planId, reason: 'Nothing more came' });
    expect(await desk.balance(accountId)).toBe(107_700);
    wellKept();
  });
});

describe('a debt that went otherwise', () => {
  test('cancels the plan, however much was paid, and nothing brings it back', async () => {
    await start();
    const entryId = await desk.pay(accountId, 10_000);
    const writeOff = await adjust('write_off');
    expect(await plan()).toMatchObject({ state: 'cancelled', endedReason: 'Nothing is owed any more' });
    await bounce(entryId);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([10_000, 'cancelled']);
    await desk.get('ledger.reverse', { entryId: writeOff.entryId, reason: 'By mistake' });
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([100_000, 'cancelled']);
  });

  test('a completed plan that runs on asks for no more than is owed', async () => {
    await start();
    const first = await desk.pay(accountId, 70_000);
    await desk.pay(accountId, 30_000);
    await bounce(first);
    await adjust('discount', 60_000);
    expect([await owed(), await left(), (await plan())?.state]).toEqual([10_000, 10_000, 'active']);
    wellKept();
  });

  test('in part takes the last instalments off, and the next version asks for what is left', async () => {
    const planId = await start();
    await adjust('discount', 25_000);
    expect(await plan()).toMatchObject({ totalCents: 75_000, paidCents: 0, state: 'active' });
    expect((await plan())?.instalments.map(({ amountCents }) => amountCents)).toEqual([
      ...Array<number>(7).fill(10_000),
      5_000,
    ]);
    await desk.get('plans.change', {
      planId,
      change: { change: 'redate', nextOn: '2026-12-15' },
      reason: 'Paid on the 15th',
    });
    expect(await left()).toBe(75_000);
    await desk.pay(accountId, 75_000);
    expect(await plan()).toMatchObject({ state: 'completed', paidCents: 75_000 });
  });

  test('and comes back with what took it away', async () => {
    await start();
    const { entryId } = await adjust('discount', 25_000);
    await desk.get('ledger.reverse', { entryId, reason: 'By mistake' });
    expect(await left()).toBe(100_000);
  });
});

describe('a clock set back', () => {
  test('lets no payment of before count for a plan or a promise made after it', async () => {
    await desk.pay(accountId, 10_000);
    desk.pass(-3_600_000);
    await start({ totalCents: 90_000 });
    await desk.get('promises.record', { accountId, amountCents: 10_000, dueOn: '2026-11-25' });
    expect(await plan()).toMatchObject({ paidCents: 0 });
    const promises = async () => (await desk.get('promises.list', { accountId })).promises;
    expect(await promises()).toMatchObject([{ state: 'open', receivedCents: 0 }]);
    desk.pass(-3_600_000);
    await desk.pay(accountId, 10_000);
    expect(await plan()).toMatchObject({ paidCents: 10_000 });
    expect(await promises()).toMatchObject([{ state: 'kept' }]);
    wellKept();
  });
});

test('a plan is not given up before an instalment is missed and its grace is over', async () => {
  const planId = await start();
  const giveUp = () => desk.codeOf('plans.default', { planId, reason: 'Nothing came' });
  expect(await giveUp()).toBe('plan.not_missed');
  // Due on 1 December, three days of grace.
  desk.pass(14 * dayMs);
  expect([desk.today(), await giveUp()]).toEqual(['2026-12-04', 'plan.not_missed']);
  desk.pass(dayMs);
  expect([await giveUp(), (await plan())?.state]).toEqual(['ok', 'defaulted']);
});
