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
    .flatMap((item) => [item, ...item.also].map(({ kind }) => kind));

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

  test('one row an account, ranked by the sum of the parts it shows; all reasons are counted', async () => {
    const { items, counts, more } = await desk.get('today.list', {});
    expect(items.length).toBeLessThanOrEqual(200);
    const points = items.map((item) => item.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    const reasons = items.flatMap((item) => [item, ...item.also]);
    for (const { points: whole, parts } of reasons) {
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(whole);
      expect(parts[0]?.part).toBe('kind');
    }
    const accounts = items.flatMap(({ accountId }) => accountId ?? []);
    expect(new Set(accounts).size).toBe(accounts.length);
    expect(new Set(reasons.map(({ key }) => key)).size).toBe(reasons.length);
    for (const { kind, count } of counts) {
      const listed = reasons.filter((reason) => reason.kind === kind).length;
      expect([kind, listed + (more.find((row) => row.kind === kind)?.count ?? 0)]).toEqual([kind, count]);
    }
    expect(counts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['reminder_due', 'promise_broken', 'next_step', 'no_next_step']),
    );
  });

  test('the counts are those of the book', async () => {
    const { counts } = await desk.get('today.list', {});
    const of = (kind: TodayKind) => counts.find((row) => row.kind === kind)?.count ?? 0;
    const count = (sql: string) => desk.store.db.prepare(sql).pluck().get() as number;
    expect(of('next_step')).toBe(
      count(`SELECT count(*) FROM account_summaries WHERE next_step_on <= '2026-11-20'
        AND status IN ('active', 'promise', 'plan', 'hold')`),
    );
    const unplanned = `SELECT account_id FROM account_summaries s WHERE next_step_on IS NULL
      AND (status = 'active' OR status = 'hold' AND held_until_on IS NULL)
      AND account_id NOT IN (SELECT account_id FROM reminders WHERE state = 'open' AND account_id IS NOT NULL)`;
    const { items } = await desk.get('today.list', {});
    const busy = items.filter(({ kind }) => kind !== 'no_next_step').map(({ accountId }) => accountId);
    const both = desk.store.db
      .prepare(unplanned)
      .pluck()
      .all()
      .filter((one) => busy.includes(one as number));
    expect(of('no_next_step') + both.length).toBeGreaterThanOrEqual(
      count(`SELECT count(*) FROM (${unplanned})`),
    );
    expect(of('no_next_step')).toBeLessThanOrEqual(count(`SELECT count(*) FROM (${unplanned})`));
    expect(of('no_next_step')).toBeGreaterThan(0);
  });

  test('of one kind that is asked for more are listed, and nothing else on top of them', async () => {
    const all = await desk.get('today.list', {});
    const steps = await desk.get('today.list', { kind: 'next_step' });
    const listed = (answer: typeof all) =>
      answer.items.filter((item) => [item, ...item.also].some(({ kind }) => kind === 'next_step')).length;
    expect(listed(steps)).toBe(steps.items.length);
    expect(listed(steps)).toBeGreaterThan(listed(all));
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
