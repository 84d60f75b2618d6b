/** Orders in which things are taken back and posted again, and what must not come of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

const reverse = (entryId: number) => desk.get('ledger.reverse', { entryId, reason: 'By mistake' });
const plan = async () => (await desk.get('plans.get', { accountId })).plan;
const wellKept = () => expect([...checkLedger(desk.store), ...checkSummaries(desk.store)]).toEqual([]);
const writeOff = (effectiveOn = desk.today()) =>
  desk.get('ledger.adjust', {
    accountId,
    kind: 'write_off',
    amountCents: null,
    effectiveOn,
    reason: 'Not collectible',
    allowedBy: 'Dana Reyes',
  });
async function settle(totalCents: number): Promise<number> {
  const { offerId } = await desk.get('offers.make', {
    accountId,
    kind: 'settlement',
    madeBy: 'office',
    terms: { totalCents, count: 1, frequency: 'monthly', firstOn: '2026-12-01' },
    settlement: { expiresOn: null, onDefault: 'full_balance_less_paid' },
  });
  const { planId } = await desk.get('offers.accept', { offerId });
  desk.pass(1_000);
  return planId;
}

describe('around a write-off', () => {
  test('one posted again brings nothing back that money since taken back had charged again', async () => {
    const { entryId } = await writeOff();
    const recovery = await desk.pay(accountId, 3_000);
    const back = await reverse(entryId);
    await desk.get('ledger.takeBackPayment', { entryId: recovery, reason: 'No funds' });
    expect((await reverse(back.entryId)).balanceCents).toBe(0);
    wellKept();
  });

  test('a recovery posted again on an account no longer written off pays it', async () => {
    const { entryId } = await writeOff();
    const back = await reverse(await desk.pay(accountId, 3_000));
    await reverse(entryId);
    expect((await reverse(back.entryId)).balanceCents).toBe(7_000);
    wellKept();
  });

  test('money of before it, entered late or posted again, makes no credit of what was forgiven', async () => {
    const back = await reverse(await desk.pay(accountId, 2_000, { receivedOn: '2026-11-05' }));
    await writeOff('2026-11-10');
    expect((await reverse(back.entryId)).balanceCents).toBe(0);
    await desk.pay(accountId, 3_000, { receivedOn: '2026-11-09' });
    expect(await desk.get('accounts.get', { accountId })).toMatchObject({
      balance: { balanceCents: 0 },
      unappliedCents: 0,
      paidCents: 5_000,
    });
    wellKept();
  });

  test('one posted again for more than is owed by now is refused', async () => {
    const back = await reverse((await writeOff()).entryId);
    await desk.pay(accountId, 4_000);
    expect(
      await desk.call('ledger.reverse', { entryId: back.entryId, reason: 'Right after all' }),
    ).toMatchObject({ error: { code: 'adjustment.exceeds', params: { openCents: 6_000 } } });
  });
});

describe('around a plan', () => {
  test('a payment of before it, taken back and posted again, is none of the plan nor of a promise', async () => {
    const entryId = await desk.pay(accountId, 1_000);
    desk.pass(60_000);
    await settle(4_000);
    await desk.get('promises.record', { accountId, amountCents: 1_000, dueOn: '2026-11-25' });
    await reverse((await reverse(entryId)).entryId);
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 0 });
    expect((await desk.get('promises.list', { accountId })).promises).toMatchObject([{ state: 'open' }]);
    wellKept();
  });

  test('a payment posted again after the default brings back no forgiveness', async () => {
    const planId = await settle(4_000);
    const back = await reverse(await desk.pay(accountId, 4_000));
    desk.pass(20 * dayMs);
    await desk.get('plans.default', { planId, reason: 'Its cheque came back' });
    expect((await reverse(back.entryId)).balanceCents).toBe(6_000);
    expect(await plan()).toMatchObject({ state: 'defaulted' });
  });

  test('what it forgave is not posted again by itself once it was taken back', async () => {
    await settle(4_000);
    await reverse(await desk.pay(accountId, 4_000));
    const forgiven = desk.store.db
      .prepare(
        `SELECT r.id FROM entries e JOIN entries r ON r.reverses_entry_id = e.id WHERE e.kind = 'settlement'`,
      )
      .pluck()
      .get() as number;
    expect(await desk.codeOf('ledger.reverse', { entryId: forgiven, reason: 'By mistake' })).toBe(
      'entry.not_reversible',
    );
  });

  test('a bounce after the debt went otherwise leaves it ended', async () => {
    await desk.get('plans.start', {
      accountId,
      terms: { totalCents: 9_000, count: 3, frequency: 'weekly', firstOn: '2026-11-27' },
    });
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 3_000);
    await desk.pay(accountId, 7_000, { receivedOn: '2026-11-19' });
    expect(await plan()).toMatchObject({ state: 'cancelled' });
    const { charges } = await desk.get('ledger.charges', { accountId });
    await reverse(charges[0]?.entryId ?? 0);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    expect(await desk.balance(accountId)).toBe(-7_000);
    expect((await plan())?.state).not.toBe('active');
    expect((await desk.get('reminders.list', { accountId, until: null, limit: 10 })).reminders).toEqual([]);
    wellKept();
  });

  test('money of an earlier version that bounces is asked for with the first instalment', async () => {
    await desk.get('plans.start', {
      accountId,
      terms: { totalCents: 9_000, count: 3, frequency: 'weekly', firstOn: '2026-11-27' },
    });
    desk.pass(1_000);
    const entryId = await desk.pay(accountId, 3_000);
    const planId = (await plan())?.planId ?? 0;
    await desk.get('plans.change', {
      planId,
      change: { change: 'redate', nextOn: '2026-12-09' },
      reason: 'Payday moved',
    });
    await reverse(entryId);
    const now = await plan();
    expect(now?.instalments.map(({ amountCents }) => amountCents)).toEqual([6_000, 3_000]);
    expect([now?.totalCents, now?.paidCents, now?.nextAmountCents]).toEqual([9_000, 0, 6_000]);
  });
});

test('a plan reckons no interest that does not run on its accounts', async () => {
  const interest = { rate: '12', dayCount: 'actual_365', fromOn: desk.today(), baseCents: 10_000 } as const;
  const terms = {
    totalCents: 10_000,
    count: 12,
    frequency: 'monthly',
    firstOn: '2026-12-01',
    interest,
  } as const;
  const setTerms = (method: 'simple' | 'none', fromOn: string) =>
    desk.get('ledger.setTerms', {
      accountId,
      fromOn,
      method,
      rate: '12',
      compounding: null,
      dayCount: 'actual_365',
      capCents: null,
      basisKind: 'contract',
      basis: 'Clause 4',
    });
  expect(await desk.codeOf('plans.start', { accountId, terms })).toBe('plan.other_interest');
  await setTerms('simple', '2026-11-10');
  for (const other of [
    { rate: '400' },
    { dayCount: 'actual_360' as const },
    { fromOn: '2020-01-01' },
    { baseCents: 10_001 },
  ]) {
    const code = await desk.codeOf('plans.start', {
      accountId,
      terms: { ...terms, interest: { ...interest, ...other } },
    });
    expect(code, JSON.stringify(other)).toBe('plan.other_interest');
  }
  const { offerId } = await desk.get('offers.make', { accountId, kind: 'plan', madeBy: 'office', terms });
  desk.pass(dayMs);
  await setTerms('none', desk.today());
  expect(await desk.codeOf('offers.accept', { offerId })).toBe('plan.other_interest');
  await setTerms('simple', desk.today());
  expect(await desk.codeOf('offers.accept', { offerId })).toBe('ok');
});

test('a payment is not returned before it came in', async () => {
  const entryId = await desk.pay(accountId, 1_000);
  const returned = { on: '2026-11-19', chargeFee: false };
  expect(await desk.codeOf('ledger.takeBackPayment', { entryId, reason: 'No funds', returned })).toBe(
    'payment.returned_before',
  );
});

test('no more is refunded than came in, whatever was forgiven besides', async () => {
  await desk.get('ledger.adjust', {
    accountId,
    kind: 'discount',
    amountCents: 5_000,
    effectiveOn: desk.today(),
    reason: 'Goodwill',
    allowedBy: 'Dana Reyes',
  });
  await desk.pay(accountId, 5_000);
  const { charges } = await desk.get('ledger.charges', { accountId });
  await reverse(charges[0]?.entryId ?? 0);
  const refund = (amountCents: number) =>
    desk.codeOf('ledger.refund', {
      accountId,
      amountCents,
      effectiveOn: desk.today(),
      method: 'cheque',
      reason: 'Charged by mistake',
    });
  expect(await refund(5_001)).toBe('refund.exceeds_credit');
  expect(await refund(5_000)).toBe('ok');
  expect(await refund(1)).toBe('refund.exceeds_credit');
});
