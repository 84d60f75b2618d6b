/** Offers: every one logged with its outcome; floors kept or gone below for a reason; what accepting one makes. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import { accountBeside, type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;
let accountId: number;
let clientId: number;

beforeEach(async () => {
  desk = makeDesk();
  accountId = await desk.account();
  clientId = (await desk.get('accounts.get', { accountId })).client.clientId;
});

type Made = InputOf<'offers.make'>;
const terms = { totalCents: 9_000, count: 6, frequency: 'monthly', firstOn: '2026-12-01' } as const;
const offer = (change: Partial<Made> = {}): Made => ({
  accountId,
  kind: 'plan',
  madeBy: 'office',
  terms,
  ...change,
});
const make = async (change: Partial<Made> = {}) => (await desk.get('offers.make', offer(change))).offerId;
const listed = async () => (await desk.get('offers.list', { accountId })).offers;
const outcomes = async () => (await listed()).map(({ offerId, outcome }) => [offerId, outcome]);

const noPolicy: OutputOf<'policies.get'>['policy'] = {
  applicationOrder: null,
  leastPaymentCents: null,
  longestMonths: null,
  leastSettlementShare: null,
  mayGoBelow: '',
  returnedFeeCents: null,
  returnedFeeBasisKind: null,
  returnedFeeBasis: '',
  graceDays: null,
};
const lay = (of: number | null, change: Partial<typeof noPolicy>) =>
  desk.get('policies.set', { clientId: of, policy: { ...noPolicy, ...change } });
const override = { reason: 'Lives on a pension', allowedBy: 'R. Bloom' };

describe('the log', () => {
  test('keeps what was owed, by whom and on which terms, and what became of each', async () => {
    const first = await make({ memo: 'On the phone' });
    const counter = await make({
      madeBy: 'debtor',
      countersOfferId: first,
      terms: { ...terms, count: 9 },
    });
    const answer = await make({ countersOfferId: counter, terms: { ...terms, count: 8 } });
    expect(await outcomes()).toEqual([
      [answer, 'open'],
      [counter, 'countered'],
      [first, 'countered'],
    ]);
    const planId = (await desk.get('offers.accept', { offerId: answer })).planId;
    expect((await desk.get('plans.get', { accountId })).plan).toMatchObject({ planId, totalCents: 9_000 });
    expect(await outcomes()).toEqual([
      [answer, 'accepted'],
      [counter, 'countered'],
      [first, 'countered'],
    ]);
    expect((await listed())[2]).toMatchObject({
      balanceCents: 10_000,
      totalCents: 9_000,
      madeBy: 'office',
      author: 'Desk',
      memo: 'On the phone',
      accounts: [accountId],
      brokenFloors: [],
      terms: { ...terms, roll: 'none' },
    });
  });

  test('an answered offer is answered once', async () => {
    const offerId = await make();
    await desk.get('offers.decline', { offerId, as: 'declined', reason: 'Too much a month' });
    expect((await listed())[0]).toMatchObject({ outcome: 'declined', outcomeReason: 'Too much a month' });
    expect(await desk.codeOf('offers.decline', { offerId, as: 'withdrawn', reason: '' })).toBe(
      'offer.not_open',
    );
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('offer.not_open');
    expect(await desk.codeOf('offers.make', offer({ countersOfferId: offerId }))).toBe('offer.not_open');
    expect(await desk.codeOf('offers.accept', { offerId: 99 })).toBe('offer.not_found');
    expect(await desk.codeOf('offers.make', offer({ countersOfferId: 99 }))).toBe('offer.not_found');
  });

  test('an offer cannot answer one about another debtor’s account', async () => {
    const strange = await desk.account({ number: 'S', debtorName: 'Ines Quarles' });
    const { offerId } = await desk.get('offers.make', offer({ accountId: strange }));
    expect(await desk.codeOf('offers.make', offer({ countersOfferId: offerId }))).toBe('offer.not_found');
  });

  test('one past its last day has lapsed', async () => {
    const offerId = await make({
      kind: 'settlement',
      terms: { ...terms, totalCents: 4_000, firstOn: '2026-12-15' },
      settlement: { expiresOn: '2026-11-30', onDefault: 'settlement_stands' },
    });
    desk.pass(10 * dayMs);
    expect([desk.today(), await outcomes()]).toEqual(['2026-11-30', [[offerId, 'open']]]);
    desk.pass(dayMs);
    expect(await outcomes()).toEqual([[offerId, 'lapsed']]);
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('settlement.expired');
    expect(await desk.codeOf('offers.decline', { offerId, as: 'declined', reason: '' })).toBe(
      'offer.not_open',
    );
  });

  test('a plan without an offer before it stands in it, too, and ends the offers left open', async () => {
    const open = await make();
    await desk.get('plans.start', { accountId, terms });
    expect((await listed()).map(({ outcome, outcomeReason }) => [outcome, outcomeReason])).toEqual([
      ['accepted', ''],
      ['lapsed', 'Another offer was accepted'],
    ]);
    expect(await desk.codeOf('offers.accept', { offerId: open })).toBe('offer.not_open');
    expect(await desk.codeOf('offers.make', offer())).toBe('plan.exists');
  });

  test('cannot be changed afterwards', async () => {
    await make({ override });
    const change = (sql: string) => () => desk.store.db.exec(sql);
    expect(change('UPDATE offers SET total_cents = 1')).toThrow('append-only');
    expect(change('DELETE FROM offers')).toThrow('append-only');
  });

  test('a retried offer or acceptance is one', async () => {
    const operationId = randomUUID();
    const first = await desk.call('offers.make', offer(), operationId);
    expect(await desk.call('offers.make', offer(), operationId)).toEqual(first);
    const [made] = await listed();
    const input = { offerId: made?.offerId ?? 0 };
    const acceptance = randomUUID();
    const accepted = await desk.call('offers.accept', input, acceptance);
    expect(accepted.ok).toBe(true);
    expect(await desk.call('offers.accept', input, acceptance)).toEqual(accepted);
    expect(await listed()).toHaveLength(1);
  });

  test('takes in no card number', async () => {
    const card = '4111 1111 1111 1111';
    expect(await desk.codeOf('offers.make', offer({ memo: card }))).toBe('payment.card_number');
    expect(await desk.codeOf('offers.make', offer({ override: { reason: card, allowedBy: 'x' } }))).toBe(
      'payment.card_number',
    );
  });
});

describe('accepting', () => {
  test('is refused when what is owed has fallen below the total', async () => {
    const offerId = await make();
    await desk.pay(accountId, 1_001);
    const result = await desk.call('offers.accept', { offerId });
    expect(result).toMatchObject({ error: { code: 'offer.stale', params: { balanceCents: 8_999 } } });
    await desk.pay(accountId, 8_999);
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('offer.stale');
    expect(await outcomes()).toEqual([[offerId, 'open']]);
  });

  test('is refused when its first day has gone by or the account was closed', async () => {
    const offerId = await make();
    desk.pass(12 * dayMs);
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('plan.before_today');
    desk.pass(-12 * dayMs);
    await desk.get('accounts.close', { accountId, reason: 'Returned' });
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('account.closed');
  });

  test('of two offers over the same account only one makes a plan', async () => {
    const first = await make();
    const second = await make({ terms: { ...terms, count: 3 } });
    await desk.get('offers.accept', { offerId: second });
    expect(await desk.codeOf('offers.accept', { offerId: first })).toBe('offer.not_open');
  });

  test('over several accounts it shows on each', async () => {
    const other = await accountBeside(desk, accountId, { number: 'B-2' });
    const offerId = await make({ alsoAccountIds: [other], terms: { ...terms, totalCents: 20_000 } });
    expect((await desk.get('offers.list', { accountId: other })).offers).toMatchObject([{ offerId }]);
    await desk.get('offers.accept', { offerId });
    expect((await desk.get('accounts.get', { accountId: other })).status).toBe('plan');
  });
});

describe('floors', () => {
  test('the client’s hold field by field before the house’s', async () => {
    await lay(null, { leastPaymentCents: 2_000, longestMonths: 12, mayGoBelow: 'the manager' });
    await lay(clientId, { leastPaymentCents: 1_600, leastSettlementShare: 6_000, graceDays: 7 });
    const { floors } = await desk.get('plans.basis', { accountIds: [accountId] });
    expect(floors).toEqual({
      leastPaymentCents: 1_600,
      longestMonths: 12,
      leastSettlementShare: 6_000,
      mayGoBelow: 'the manager',
      graceDays: 7,
    });
  });

  test('an offer of the office below one needs why and who, which are logged', async () => {
    await lay(clientId, { leastPaymentCents: 1_501, mayGoBelow: 'the manager' });
    const refused = await desk.call('offers.make', offer());
    expect(refused).toMatchObject({
      error: {
        code: 'plan.below_floor',
        params: { floor: 'least_payment', allowed: 1_501, asked: 1_500, mayGoBelow: 'the manager' },
      },
    });
    const made = await desk.get('offers.make', offer({ override }));
    expect(made.brokenFloors).toEqual([{ floor: 'least_payment', allowed: 1_501, asked: 1_500 }]);
    expect((await listed())[0]).toMatchObject({
      overrideReason: override.reason,
      allowedBy: override.allowedBy,
      brokenFloors: made.brokenFloors,
    });
    await desk.get('offers.accept', { offerId: made.offerId });
    const { plan } = await desk.get('plans.get', { accountId });
    const { versions } = await desk.get('plans.versions', { planId: plan?.planId ?? 0 });
    expect(versions[0]?.reason).toBe('Agreed below a floor: Lives on a pension');
  });

  test('one exactly on a floor keeps it', async () => {
    await lay(clientId, { leastPaymentCents: 1_500, longestMonths: 5, leastSettlementShare: 9_000 });
    expect((await desk.get('offers.make', offer())).brokenFloors).toEqual([]);
    const settlement = { expiresOn: null, onDefault: 'settlement_stands' } as const;
    expect(await desk.codeOf('offers.make', offer({ kind: 'settlement', settlement }))).toBe('ok');
    const lower = offer({ kind: 'settlement', settlement, terms: { ...terms, totalCents: 8_999, count: 5 } });
    expect(await desk.codeOf('offers.make', lower)).toBe('plan.below_floor');
  });

  test('a debtor’s own offer is written down as it is, and needs the override when it is accepted', async () => {
    await lay(null, { longestMonths: 3 });
    const made = await desk.get('offers.make', offer({ madeBy: 'debtor' }));
    expect(made.brokenFloors).toMatchObject([{ floor: 'longest_term', allowed: 3, asked: 5 }]);
    const { offerId } = made;
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('plan.below_floor');
    await desk.get('offers.accept', { offerId, override });
    expect((await listed())[0]).toMatchObject({
      overrideReason: override.reason,
      allowedBy: override.allowedBy,
      outcome: 'accepted',
    });
  });

  test('floors laid down after an offer hold when it is accepted', async () => {
    const offerId = await make();
    await lay(null, { leastPaymentCents: 5_000 });
    expect(await desk.codeOf('offers.accept', { offerId })).toBe('plan.below_floor');
  });

  test('a change of a plan is held against them as well', async () => {
    const { planId } = await desk.get('plans.start', { accountId, terms });
    await lay(null, { leastPaymentCents: 1_000, longestMonths: 6 });
    const amend = {
      planId,
      change: { change: 'amend', terms: { ...terms, count: 10 } },
      reason: 'Asked',
    } as const;
    expect(await desk.codeOf('plans.change', amend)).toBe('plan.below_floor');
    await desk.get('plans.change', { ...amend, override });
    expect((await listed())[0]).toMatchObject({ allowedBy: 'R. Bloom', outcome: 'accepted' });
  });

  test('the strictest of several clients holds for a plan over their accounts', async () => {
    const other = await accountBeside(desk, accountId, { number: 'B-2' });
    const second = desk.store
      .sql(`INSERT INTO clients (name, created_at) VALUES ('Larch Dental', 0)`)
      .run().lastInsertRowid;
    desk.store.sql('UPDATE accounts SET client_id = ? WHERE id = ?').run(second, other);
    await lay(clientId, { leastPaymentCents: 1_000, longestMonths: 24 });
    await lay(Number(second), { leastPaymentCents: 3_000, longestMonths: 36 });
    const { floors } = await desk.get('plans.basis', { accountIds: [accountId, other] });
    expect(floors).toMatchObject({ leastPaymentCents: 3_000, longestMonths: 24 });
  });
});

describe('policies', () => {
  test('are added to, never changed, and the newest holds', async () => {
    expect(await desk.get('policies.get', { clientId })).toEqual({
      policy: noPolicy,
      madeAt: null,
      author: null,
    });
    await lay(clientId, { graceDays: 5 });
    desk.pass(1_000);
    await lay(clientId, { longestMonths: 24 });
    const { policy, madeAt, author } = await desk.get('policies.get', { clientId });
    expect([policy, madeAt, author]).toEqual([{ ...noPolicy, longestMonths: 24 }, desk.moment().now, 'Desk']);
    expect(desk.store.sql('SELECT count(*) FROM policies').pluck().get()).toBe(2);
    expect(() => desk.store.db.exec('UPDATE policies SET grace_days = 60')).toThrow('append-only');
  });

  test('a fee for a returned payment needs what allows it', async () => {
    const policy = { ...noPolicy, returnedFeeCents: 2_500 };
    expect(await desk.codeOf('policies.set', { clientId: null, policy })).toBe('entry.needs_basis');
    const allowed = {
      ...policy,
      returnedFeeBasisKind: 'statute',
      returnedFeeBasis: 'Cal. Civ. Code 1719',
    } as const;
    expect(await desk.codeOf('policies.set', { clientId: null, policy: allowed })).toBe('ok');
    expect(await desk.codeOf('policies.set', { clientId: 99, policy: noPolicy })).toBe('client.not_found');
    expect(await desk.codeOf('policies.get', { clientId: 99 })).toBe('client.not_found');
  });
});

describe('budgets', () => {
  const sheet = async (amountCents = 200_000) => ({
    debtorId: (await desk.get('accounts.get', { accountId })).debtor.debtorId,
    consent: 'Agreed on the phone',
    consentedOn: '2026-11-20',
    lines: [
      { kind: 'income', name: 'Wages', amountCents, every: 'month' },
      { kind: 'expense', name: 'Rent', amountCents: 30_000, every: 'week' },
    ] satisfies InputOf<'budgets.save'>['lines'],
  });

  test('one sheet a debtor, with what is affordable, replaced by the next', async () => {
    const first = await sheet();
    const { debtorId } = first;
    expect((await desk.get('budgets.get', { debtorId })).budget).toBeNull();
    await desk.get('budgets.save', first);
    // 300.00 a week are 1,300.00 a month.
    expect((await desk.get('budgets.get', { debtorId })).budget).toMatchObject({
      consent: 'Agreed on the phone',
      incomeCents: 200_000,
      expensesCents: 130_000,
      affordableCents: 70_000,
    });
    await desk.get('budgets.save', await sheet(100_000));
    expect((await desk.get('budgets.get', { debtorId })).budget).toMatchObject({ affordableCents: 0 });
    expect(desk.store.sql('SELECT count(*) FROM budgets').pluck().get()).toBe(1);
  });

  test('deleting one leaves nothing of it behind, in the audit neither', async () => {
    const kept = await sheet(123_457);
    await desk.get('budgets.save', kept);
    await desk.get('budgets.delete', { debtorId: kept.debtorId });
    expect((await desk.get('budgets.get', { debtorId: kept.debtorId })).budget).toBeNull();
    expect(desk.store.sql('SELECT count(*) FROM budgets').pluck().get()).toBe(0);
    const audit = JSON.stringify(desk.store.sql('SELECT * FROM audit').all());
    expect(audit).not.toMatch(/Wages|123457|Agreed on the phone/);
  });

  test('is refused without consent given by today, and for nobody', async () => {
    const kept = await sheet();
    expect(await desk.codeOf('budgets.save', { ...kept, consentedOn: '2026-11-21' })).toBe(
      'budget.no_consent',
    );
    expect(await desk.codeOf('budgets.save', { ...kept, debtorId: 99 })).toBe('debtor.not_found');
    expect(await desk.codeOf('budgets.get', { debtorId: 99 })).toBe('debtor.not_found');
    expect(await desk.codeOf('budgets.delete', { debtorId: 99 })).toBe('debtor.not_found');
  });
});
