/** What Today counts by a short way, held against the long one, and that nothing kept of it outlives a change of the book. */
import { beforeEach, describe, expect, test } from 'vitest';
import { listPlanless, sumPlanless } from '../../../../electron/book/store/queries/today.ts';
import { whileUnchanged } from '../../../../electron/book/store/queries/unchanged.ts';
import type { TodayKind } from '../../../../shared/contract/today.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { fillBook } from '../../../bench/fill-book.ts';
import { type Desk, dayMs, makeDesk } from '../../../builders/desk.ts';

let desk: Desk;

beforeEach(() => {
  desk = makeDesk();
});

const policyOf = (graceDays: number | null) => ({
  applicationOrder: null,
  leastPaymentCents: null,
  longestMonths: null,
  leastSettlementShare: null,
  mayGoBelow: '',
  returnedFeeCents: null,
  returnedFeeBasisKind: null,
  returnedFeeBasis: '',
  graceDays,
});

const countOf = async (kind: TodayKind) =>
  (await desk.get('today.list', {})).counts.find((count) => count.kind === kind)?.count ?? 0;

describe('in a book with everything in it', () => {
  beforeEach(() => {
    fillBook(desk.store, { accounts: 600, moment: desk.moment() });
  });

  const planlessAsListed = () => {
    const rows = listPlanless(desk.store, [], 10_000);
    return { count: rows.length, balanceCents: rows.reduce((sum, row) => sum + row.balanceCents, 0) };
  };

  test('accounts without a step are as many as are listed, with reminders and strategies or without', async () => {
    const before = planlessAsListed();
    expect(before.count).toBeGreaterThan(20);
    expect(sumPlanless(desk.store)).toEqual(before);
    const some = listPlanless(desk.store, [], 8).map(({ accountId }) => accountId);
    for (const accountId of some.slice(0, 5)) {
      for (const at of [1, 2]) {
        const dueAt = desk.moment().now + at * dayMs;
        await desk.get('reminders.set', { accountId, text: 'Call', dueAt });
      }
    }
    desk.store.db.exec(`INSERT INTO strategies (id, name, state, made_at, changed_at) VALUES (1, 'Letters', 'on', 1, 1);
      INSERT INTO strategy_versions (id, strategy_id, version, body, made_at, author, operation_id) VALUES (1, 1, 1, '{}', 1, '', '');`);
    const enter =
      desk.store.sql(`INSERT INTO strategy_members (version_id, strategy_id, account_id, entered_on, entered_at, balance_cents,
      state) VALUES (1, 1, ?, '2026-11-20', 1, 0, 'active')`);
    // One of them has both.
    for (const accountId of some.slice(4)) enter.run(accountId);
    const after = planlessAsListed();
    expect(after.count).toBe(before.count - 8);
    expect(sumPlanless(desk.store)).toEqual(after);
  });

  test('what instalments of the week lack is what each plan says of them', async () => {
    // To Monday, so that the whole week is ahead.
    desk.pass(3 * dayMs);
    const accounts = desk.store
      .sql('SELECT account_id FROM plans WHERE ended_at IS NULL')
      .pluck()
      .all() as number[];
    // Some are paid in part, some beyond their first instalment.
    for (const [at, accountId] of accounts.slice(0, 12).entries()) {
      const { plan } = await desk.get('plans.get', { accountId });
      const first = plan?.instalments[0]?.amountCents ?? 0;
      await desk.pay(accountId, Math.ceil((first * (1 + (at % 4))) / 2));
    }
    const { forecast } = await desk.get('desk.progress', {});
    let count = 0;
    let cents = 0;
    for (const accountId of accounts) {
      const { plan } = await desk.get('plans.get', { accountId });
      for (const part of plan?.instalments ?? []) {
        if (part.dueOn < desk.today() || part.dueOn > forecast.untilOn || part.paidCents >= part.amountCents)
          continue;
        count += 1;
        cents += part.amountCents - part.paidCents;
      }
    }
    expect(count).toBeGreaterThan(0);
    expect({ count, cents }).toEqual({ count: forecast.instalments, cents: forecast.instalmentCents });
  });

  test('what is due and what is missed goes by the grace of each client', async () => {
    const clients = desk.store.sql('SELECT id FROM clients ORDER BY id').pluck().all() as number[];
    const graces = new Map<number, number>();
    for (const [at, graceDays] of [0, 9, 5].entries()) {
      const clientId = clients[at];
      if (clientId === undefined) continue;
      graces.set(clientId, graceDays);
      await desk.get('policies.set', { clientId, policy: policyOf(graceDays) });
    }
    const today = desk.today();
    const rows = desk.store
      .sql(
        `SELECT p.due_on AS dueOn, s.client_id AS clientId, coalesce(s.last_contact_at, 0) AS contactAt
         FROM promises p JOIN account_summaries s ON s.account_id = p.account_id
         WHERE p.cancelled_at IS NULL AND p.received_cents < p.amount_cents AND s.status IN ('active', 'promise', 'plan', 'hold')`,
      )
      .all() as { dueOn: Day; clientId: number; contactAt: number }[];
    const due = rows.filter(
      ({ dueOn, clientId }) => dueOn <= today && addDays(dueOn, graces.get(clientId) ?? 3) >= today,
    );
    const broken = rows.filter(({ dueOn, clientId, contactAt }) => {
      const end = addDays(dueOn, graces.get(clientId) ?? 3);
      return end < today && contactAt < Date.parse(`${addDays(end, 1)}T00:00:00Z`);
    });
    expect(due.length).toBeGreaterThan(0);
    expect(await countOf('promise_due')).toBe(due.length);
    expect(await countOf('promise_broken')).toBe(broken.length);
  });
});

describe('what is kept while nothing changes', () => {
  test('is worked out once, and anew after any row', () => {
    let times = 0;
    const work = () => {
      times += 1;
      return times;
    };
    expect([1, 2].map(() => whileUnchanged(desk.store, 'a', work))).toEqual([1, 1]);
    expect(whileUnchanged(desk.store, 'b', work)).toBe(2);
    desk.store.sql(`INSERT INTO reminder_settings (morning, made_at, author) VALUES ('09:00', 1, '')`).run();
    expect(whileUnchanged(desk.store, 'a', work)).toBe(3);
  });

  test('is never what a transaction saw that was rolled back', async () => {
    const accountId = await desk.account();
    const { store } = desk;
    expect(sumPlanless(store).count).toBe(1);
    expect(() =>
      store.transaction(() => {
        store.sql(`UPDATE account_summaries SET status = 'closed' WHERE account_id = ?`).run(accountId);
        expect(sumPlanless(store).count).toBe(0);
        throw new Error('back');
      }),
    ).toThrow('back');
    expect(sumPlanless(store).count).toBe(1);
  });

  test('comes back by itself when it was put off, and goes as it comes with the clock', async () => {
    const accountId = await desk.account();
    await desk.get('promises.record', { accountId, amountCents: 5_000, dueOn: '2026-11-20' });
    expect(await countOf('promise_due')).toBe(1);
    const item = (await desk.get('today.list', {})).items.find(({ kind }) => kind === 'promise_due');
    await desk.get('desk.mark', {
      key: item?.key ?? '',
      kind: 'promise_due',
      accountId,
      mark: 'snoozed',
      word: 'Later',
      untilAt: desk.moment().now + 60_000,
      also: [],
    });
    expect(await countOf('promise_due')).toBe(0);
    desk.pass(59_999);
    expect(await countOf('promise_due')).toBe(0);
    desk.pass(1);
    expect(await countOf('promise_due')).toBe(1);
    desk.pass(-1);
    expect(await countOf('promise_due')).toBe(0);
  });
});
