/** Settlements: what is forgiven when one is kept, owed again when its money bounces, and what a default leaves. */
import { beforeEach, describe, expect, test } from 'vitest';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
});

type Made = InputOf<'offers.make'>;
const lump = { totalCents: 4_000, count: 1, frequency: 'monthly', firstOn: '2026-12-01' } as const;
const settlement = { expiresOn: '2026-11-30', onDefault: 'full_balance_less_paid' } as const;
const offer = (change: Partial<Made> = {}): Made => ({
  accountId,
  kind: 'settlement',
  madeBy: 'office',
  terms: lump,
  settlement,
  ...change,
});
async function accept(change: Partial<Made> = {}): Promise<number> {
  const { offerId } = await desk.get('offers.make', offer(change));
  const { planId } = await desk.get('offers.accept', { offerId });
  desk.pass(1_000);
  return planId;
}
const plan = async (of = accountId) => (await desk.get('plans.get', { accountId: of })).plan;
const kinds = async (of = accountId) =>
  (await desk.get('timeline.page', { accountId: of, kinds: ['entry'] })).items.flatMap((item) =>
    item.kind === 'entry' ? [[item.entryKind, item.amountCents, item.allowedBy]] : [],
  );
const bearInterest = (of = accountId) =>
  desk.get('ledger.setTerms', {
    accountId: of,
    fromOn: '2026-11-10',
    method: 'simple',
    rate: '12',
    compounding: null,
    dayCount: 'actual_365',
    capCents: null,
    basisKind: 'contract',
    basis: 'Clause 4',
  });

describe('kept', () => {
  test('its whole sum pays the account to the cent; the rest is forgiven, and who allowed it is said', async () => {
    await accept();
    expect(await plan()).toMatchObject({
      kind: 'settlement',
      totalCents: 4_000,
      settlement: {
        agreedBalanceCents: 10_000,
        forgivenCents: 6_000,
        expiresOn: '2026-11-30',
        onDefault: 'full_balance_less_paid',
        allowedBy: 'Desk',
      },
    });
    await desk.pay(accountId, 4_000);
    expect(await plan()).toMatchObject({ state: 'completed', endedReason: 'Paid' });
    expect(await desk.balance(accountId)).toBe(0);
    expect(await kinds()).toEqual([
      ['settlement', -6_000, 'Desk'],
      ['payment', -4_000, ''],
      ['charge', 10_000, ''],
    ]);
    expect((await desk.get('accounts.get', { accountId })).status).toBe('paid');
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('interest that accrued until then is forgiven with the rest', async () => {
    await bearInterest();
    await accept();
    desk.pass(10 * dayMs);
    await desk.pay(accountId, 4_000);
    expect(await desk.balance(accountId)).toBe(0);
    desk.pass(30 * dayMs);
    expect((await desk.get('ledger.explain', { accountId, asOf: desk.today() })).totalCents).toBe(0);
  });

  test('nothing is forgiven before the last cent is there', async () => {
    await accept({ terms: { ...lump, count: 2 } });
    await desk.pay(accountId, 2_000);
    await desk.pay(accountId, 1_999);
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 3_999 });
    expect(await desk.balance(accountId)).toBe(6_001);
    await desk.pay(accountId, 1);
    expect(await desk.balance(accountId)).toBe(0);
  });

  test('money that bounces brings back what was forgiven, and the settlement with its reminders', async () => {
    await accept();
    const entryId = await desk.pay(accountId, 4_000);
    desk.pass(dayMs);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'No funds' });
    expect(await desk.balance(accountId)).toBe(10_000);
    expect(await plan()).toMatchObject({ state: 'active', paidCents: 0 });
    const { reminders } = await desk.get('reminders.list', { accountId, until: null, limit: 10 });
    expect(reminders.map(({ text }) => text)).toEqual(['Settlement, $40.00, due 1 Dec 2026']);
    // And the money that is good settles it again.
    await desk.pay(accountId, 4_000);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([0, 'completed']);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('a bounce that is taken back itself settles it again', async () => {
    await accept();
    const entryId = await desk.pay(accountId, 4_000);
    await desk.get('ledger.reverse', { entryId, reason: 'Wrong account' });
    expect(await desk.balance(accountId)).toBe(10_000);
    const { items } = await desk.get('timeline.page', { accountId, kinds: ['entry'] });
    const reversal = items.find((item) => item.kind === 'entry' && item.reversesEntryId === entryId);
    if (reversal?.kind !== 'entry') throw new Error('no reversal');
    await desk.get('ledger.reverse', { entryId: reversal.entryId, reason: 'It was right' });
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([0, 'completed']);
  });
});

describe('over several accounts', () => {
  let other: number;
  beforeEach(async () => {
    other = await accountBeside(desk, accountId, { number: 'B-2', amountCents: 5_000 });
    desk.pass(1_000);
  });
  const pay = (first: number, second: number) =>
    desk.get('ledger.recordPayment', {
      shares: [
        { accountId, amountCents: first },
        { accountId: other, amountCents: second },
      ],
      receivedOn: desk.today(),
      method: 'cheque',
      reference: '',
      memo: '',
    });

  test('the rest of each is forgiven, whichever the money was put on, and comes back with a bounce', async () => {
    await bearInterest(other);
    await accept({ alsoAccountIds: [other], terms: { ...lump, totalCents: 6_000 } });
    desk.pass(5 * dayMs);
    const paid = await pay(5_000, 1_000);
    expect([await desk.balance(accountId), await desk.balance(other)]).toEqual([0, 0]);
    expect((await plan(other))?.state).toBe('completed');
    await desk.get('ledger.takeBackPayment', { entryId: paid.entries[0]?.entryId ?? 0, reason: 'No funds' });
    expect([await desk.balance(accountId), await desk.balance(other)]).toEqual([10_000, 5_000]);
    expect((await plan(other))?.state).toBe('active');
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('more than was agreed leaves no credit: only what is still owed is forgiven', async () => {
    await accept({ alsoAccountIds: [other], terms: { ...lump, totalCents: 4_000 } });
    await pay(4_000, 1_000);
    expect([await desk.balance(accountId), await desk.balance(other)]).toEqual([0, 0]);
    expect(await kinds(other)).toEqual([
      ['settlement', -4_000, 'Desk'],
      ['payment', -1_000, ''],
      ['charge', 5_000, ''],
    ]);
  });
});

describe('not kept', () => {
  const defaulted = async (onDefault: 'full_balance_less_paid' | 'settlement_stands') => {
    const planId = await accept({
      terms: { ...lump, count: 2 },
      settlement: { expiresOn: null, onDefault },
    });
    await desk.pay(accountId, 1_500);
    desk.pass(30 * dayMs);
    await desk.get('plans.default', { planId, reason: 'Nothing more came' });
    return planId;
  };

  test('with the whole balance owed again, the ledger stays as it is', async () => {
    const planId = await defaulted('full_balance_less_paid');
    expect(await plan()).toMatchObject({ state: 'defaulted', endedReason: 'Nothing more came' });
    expect(await desk.balance(accountId)).toBe(8_500);
    expect(await desk.codeOf('plans.default', { planId, reason: 'Again' })).toBe('plan.not_active');
    const { items } = await desk.get('timeline.page', { accountId, kinds: ['plan'] });
    expect(items).toMatchObject([{ kind: 'plan', state: 'defaulted', totalCents: 4_000 }]);
    const { reminders } = await desk.get('reminders.list', { accountId, until: null, limit: 10 });
    expect(reminders).toEqual([]);
  });

  test('where it stands, only what is missing of it is owed', async () => {
    await defaulted('settlement_stands');
    expect(await desk.balance(accountId)).toBe(2_500);
    expect((await kinds())[0]).toEqual(['settlement', -6_000, 'Desk']);
    await desk.pay(accountId, 2_500);
    expect([await desk.balance(accountId), (await plan())?.state]).toEqual([0, 'defaulted']);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  test('a plan that is not kept leaves what was paid and what is owed', async () => {
    const terms = { ...lump, totalCents: 9_000, count: 3 };
    const { planId } = await desk.get('plans.start', { accountId, terms });
    desk.pass(1_000);
    await desk.pay(accountId, 3_000);
    desk.pass(60 * dayMs);
    await desk.get('plans.default', { planId, reason: 'Two missed' });
    expect(await plan()).toMatchObject({ state: 'defaulted', paidCents: 3_000 });
    expect(await desk.balance(accountId)).toBe(7_000);
  });
});

describe('refused', () => {
  test.each([
    ['a sum that forgives nothing', { terms: { ...lump, totalCents: 10_000 } }, 'settlement.not_below'],
    ['one cent below what is owed', { terms: { ...lump, totalCents: 9_999 } }, 'ok'],
    ['a day gone by', { terms: { ...lump, firstOn: '2026-11-19' } }, 'plan.before_today'],
    ['a last day gone by', { settlement: { ...settlement, expiresOn: '2026-11-19' } }, 'settlement.expired'],
    ['no word of what a default does', { settlement: null }, 'call.invalid_input'],
  ] as const)('%s', async (_, change, code) => {
    expect(await desk.codeOf('offers.make', offer(change))).toBe(code);
  });

  test('interest counts towards what a settlement must stay below', async () => {
    await bearInterest();
    const make = (totalCents: number) =>
      desk.codeOf('offers.make', offer({ terms: { ...lump, totalCents } }));
    // 100.33 with ten days of interest.
    expect([await make(10_033), await make(10_032)]).toEqual(['settlement.not_below', 'ok']);
  });
});
