/** What Today shows, under which reason, in which order, and what it counts as done. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { TodayKind } from '../../../../shared/contract/today.ts';
import { bucketOf } from '../../../../shared/domain/aging.ts';
import { addDays } from '../../../../shared/domain/days.ts';
import { fillBook } from '../../../bench/fill-book.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;

const noPolicy = {
  applicationOrder: null,
  leastPaymentCents: null,
  longestMonths: null,
  leastSettlementShare: null,
  mayGoBelow: '',
  returnedFeeCents: null,
  returnedFeeBasisKind: null,
  returnedFeeBasis: '',
  graceDays: null,
} as const;

beforeEach(() => {
  desk = makeDesk();
});

const kindsOf = async (accountId: number): Promise<TodayKind[]> =>
  (await desk.get('today.list', {})).items
    .filter((item) => item.accountId === accountId)
    .map((item) => item.kind);

describe('an account is listed for', () => {
  test('having nothing planned, until something is', async () => {
    const accountId = await desk.account();
    expect(await kindsOf(accountId)).toEqual(['no_next_step']);
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-11-21', nextStep: 'Call' });
    expect(await kindsOf(accountId)).toEqual([]);
    desk.pass(dayMs);
    expect(await kindsOf(accountId)).toEqual(['next_step']);
  });

  test('a reminder once it is due', async () => {
    const accountId = await desk.account();
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-12-31', nextStep: 'Review' });
    const { reminderId } = await desk.get('reminders.set', {
      accountId,
      text: 'Call',
      dueAt: desk.moment().now + 1_000,
    });
    expect(await kindsOf(accountId)).toEqual([]);
    desk.pass(1_000);
    expect(await kindsOf(accountId)).toEqual(['reminder_due']);
    await desk.get('reminders.done', { reminderId });
    expect(await kindsOf(accountId)).toEqual([]);
  });

  test('a promise from its day on, broken after its grace, until somebody calls', async () => {
    const accountId = await desk.account();
    await desk.get('promises.record', { accountId, amountCents: 5_000, dueOn: '2026-11-21' });
    expect(await kindsOf(accountId)).toEqual([]);
    desk.pass(dayMs);
    expect(await kindsOf(accountId)).toEqual(['promise_due']);
    desk.pass(1_000);
    await desk.pay(accountId, 1_000);
    const due = (await desk.get('today.list', {})).items.find((item) => item.kind === 'promise_due');
    expect(due).toMatchObject({ amountCents: 4_000, text: 'Promised to pay $40.00 more' });
    desk.pass(4 * dayMs);
    expect(await kindsOf(accountId)).toEqual(['promise_broken']);
    await desk.get('contacts.record', {
      accountId,
      channel: 'call',
      direction: 'out',
      outcome: 'no_answer',
      phoneId: null,
      at: desk.moment().now,
      decision: { kind: 'happened' },
      seconds: null,
      text: '',
    });
    expect(await kindsOf(accountId)).toEqual(['no_next_step']);
  });

  test('an instalment: its reminder on the day, then the miss', async () => {
    const accountId = await desk.account();
    await desk.get('plans.start', {
      accountId,
      terms: { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: '2026-11-21' },
    });
    expect(await kindsOf(accountId)).toEqual([]);
    desk.pass(dayMs);
    expect(await kindsOf(accountId)).toEqual(['reminder_due']);
    const reminderId = (await desk.get('today.list', {})).items[0]?.reminderId ?? 0;
    await desk.get('reminders.done', { reminderId });
    expect(await kindsOf(accountId)).toEqual(['instalment_due']);
    // The morning after its grace a reminder says that it was missed; once that is done, the miss itself stays.
    desk.pass(4 * dayMs);
    const [missed] = (await desk.get('today.list', {})).items;
    expect(missed).toMatchObject({
      kind: 'reminder_due',
      text: 'Instalment 1 of 3 was missed: $30.00 was due 21 Nov 2026',
    });
    await desk.get('reminders.done', { reminderId: missed?.reminderId ?? 0 });
    expect(await kindsOf(accountId)).toEqual(['instalment_missed']);
    await desk.pay(accountId, 3_000);
    expect(await kindsOf(accountId)).toEqual([]);
  });

  test('promises and instalments wait as long as the client’s grace lets them', async () => {
    const accountId = await desk.account();
    const { clientId } = (await desk.get('accounts.get', { accountId })).client;
    await desk.get('policies.set', { clientId, policy: { ...noPolicy, graceDays: 10 } });
    await desk.get('promises.record', { accountId, amountCents: 5_000, dueOn: '2026-11-21' });
    desk.pass(11 * dayMs);
    expect([desk.today(), await kindsOf(accountId)]).toEqual(['2026-12-01', ['promise_due']]);
    desk.pass(dayMs);
    expect(await kindsOf(accountId)).toEqual(['promise_broken']);

    const planned = await desk.account();
    await desk.get('plans.start', {
      accountId: planned,
      terms: { totalCents: 9_000, count: 3, frequency: 'monthly', firstOn: '2026-12-02' },
    });
    desk.pass(10 * dayMs);
    expect([desk.today(), await kindsOf(planned)]).toEqual(['2026-12-12', ['instalment_due']]);
    // Two hours after midnight: the reminder of the miss has not rung yet.
    desk.pass(dayMs - 7 * 3_600_000);
    expect([desk.today(), await kindsOf(planned)]).toEqual(['2026-12-13', ['instalment_missed']]);
  });

  test('nothing at all once it is closed or paid', async () => {
    const closed = await desk.account();
    const paid = await desk.account();
    await desk.get('promises.record', { accountId: closed, amountCents: 1, dueOn: '2026-11-20' });
    await desk.get('accounts.close', { accountId: closed, reason: 'Returned' });
    await desk.pay(paid, 10_000);
    expect([...(await kindsOf(closed)), ...(await kindsOf(paid))]).toEqual([]);
  });
});

test('what was done today is counted from midnight, not what was taken back', async () => {
  const accountId = await desk.account();
  await desk.pay(accountId, 1_000);
  desk.pass(dayMs);
  const kept = await desk.pay(accountId, 2_000);
  await desk.pay(accountId, 500);
  await desk.get('ledger.reverse', { entryId: kept, reason: 'Returned' });
  await desk.get('notes.add', { accountId, text: 'Note' });
  const { done, book } = await desk.get('today.list', {});
  expect(done).toEqual({ contacts: 0, payments: 1, collectedCents: 500, notes: 1 });
  expect(book).toEqual({ openAccounts: 1, balanceCents: 8_500 });
});

describe('over a whole book', () => {
  beforeEach(() => fillBook(desk.store, { accounts: 2_000, moment: desk.moment() }));

  test('each kind is capped at a hundred, the rest is counted, and the kinds keep their order', async () => {
    const { items, more } = await desk.get('today.list', {});
    const order: TodayKind[] = [
      'reminder_due',
      'promise_broken',
      'promise_due',
      'instalment_missed',
      'instalment_due',
      'next_step',
      'no_next_step',
    ];
    const ranks = items.map((item) => order.indexOf(item.kind));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const kind of order) {
      const listed = items.filter((item) => item.kind === kind).length;
      expect(listed).toBeLessThanOrEqual(50);
      const rest = more.find((row) => row.kind === kind)?.count ?? 0;
      if (listed < 50) expect(rest).toBe(0);
    }
    expect(more.map((row) => row.kind)).toEqual(expect.arrayContaining(['next_step', 'no_next_step']));
    expect(new Set(items.map((item) => `${item.kind} ${item.key}`)).size).toBe(items.length);
  });

  test('aging puts every open charge into the bucket of its days and adds up to the balance', async () => {
    const aging = await desk.get('reports.aging', { clientId: null });
    const expected = new Map<string, number>();
    const open = desk.store.db
      .prepare(
        `SELECT c.due_on AS dueOn, c.principal_cents + c.interest_cents - coalesce((
           SELECT sum(p.principal_cents + p.interest_cents) FROM applications p WHERE p.charge_entry_id = c.id), 0) AS cents
         FROM entries c WHERE c.kind IN ('charge', 'interest')`,
      )
      .all() as { dueOn: string | null; cents: number }[];
    for (const { dueOn, cents } of open) {
      const days = dueOn === null ? null : Math.round((Date.parse('2026-11-20') - Date.parse(dueOn)) / dayMs);
      expected.set(bucketOf(days), (expected.get(bucketOf(days)) ?? 0) + cents);
    }
    for (const { bucket, openCents } of aging.buckets)
      expect([bucket, openCents]).toEqual([bucket, expected.get(bucket) ?? 0]);
    const { balanceCents } = await desk.get('accounts.count', { filter: {} });
    expect(aging.balanceCents).toBe(balanceCents);
    expect(aging.buckets.reduce((sum, bucket) => sum + bucket.openCents, 0) + aging.unappliedCents).toBe(
      balanceCents,
    );
    expect(aging.unappliedCents).toBeLessThan(0);
    const { clients } = await desk.get('clients.list', {});
    let byClient = 0;
    for (const { clientId } of clients)
      byClient += (await desk.get('reports.aging', { clientId })).balanceCents;
    expect(byClient).toBe(balanceCents);
    expect(await desk.codeOf('reports.aging', { clientId: 99 })).toBe('client.not_found');
  });

  test('the edges of the buckets', async () => {
    const own = makeDesk();
    const accountId = await own.account({ amountCents: 1, dueOn: '2026-11-20', openedOn: '2026-01-01' });
    for (const days of [1, 30, 31, 60, 61, 90, 91, 120, 121]) {
      await own.get('ledger.addCharge', {
        accountId,
        kind: 'charge',
        amountCents: 1,
        effectiveOn: '2026-01-01',
        dueOn: addDays('2026-11-20', -days),
        reference: '',
        basis: '',
        memo: '',
      });
    }
    const { buckets } = await own.get('reports.aging', { clientId: null });
    expect(buckets.map((bucket) => bucket.charges)).toEqual([1, 2, 2, 2, 2, 1, 0]);
  });
});
