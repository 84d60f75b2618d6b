/** A book made by the first migration, with everything an office had by then, taken to the second. */
import { expect, test } from 'vitest';
import { checkLedger } from '../../electron/book/services/check-ledger.ts';
import { deriveBook } from '../../electron/book/services/derive-book.ts';
import { migrate } from '../../electron/book/store/migrate.ts';
import { migrations } from '../../electron/book/store/migrations/all.ts';
import { openInMemory } from '../../electron/book/store/open.ts';
import { checkSummaries, refreshAllSummaries, turnDay } from '../../electron/book/store/queries/summaries.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { ok } from '../../shared/errors/result.ts';
import { makeDesk } from '../builders/desk.ts';
import { valueIn } from '../builders/vault.ts';

const at = Date.UTC(2026, 10, 1, 15, 0);

/** As the first program wrote it; statements are its own, so that a change of today's cannot hide here. */
const old = /* sql */ `
INSERT INTO office VALUES (1, 'b', 'Harbor Lane', 0, ${at});
INSERT INTO clients (id, name, created_at) VALUES (1, 'Tidewater Dental', ${at});
INSERT INTO debtors (id, kind, name, name_sort, created_at) VALUES (1, 'consumer', 'Mara Okafor', 'okafor mara', ${at});
INSERT INTO imports (id, file_name, file_sha256, plan, imported_at, author) VALUES (1, 'old.csv', 'x', '{}', ${at}, 'Desk');
INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, created_at)
VALUES (1, 1, 1, '1001', 'medical', '2026-06-01', ${at}), (2, 1, 1, '1002', 'medical', '2026-06-01', ${at}),
  (3, 1, 1, '1003', 'medical', '2026-06-01', ${at});
-- Account 1: a charge, a payment too large whose rest met a fee, a payment taken back.
INSERT INTO entries (id, account_id, kind, effective_on, posted_at, due_on, principal_cents, fees_cents, basis, memo, author,
  reverses_entry_id, operation_id, import_id, method, reference) VALUES
  (1, 1, 'charge', '2026-06-01', ${at}, '2026-07-01', 10000, 0, '', 'Crown', 'Desk', NULL, 'a', NULL, NULL, 'INV-1'),
  (2, 1, 'payment', '2026-08-01', ${at + 1}, NULL, -10300, 0, '', '', 'Desk', NULL, 'b', NULL, 'cheque', '1042'),
  (3, 1, 'fee', '2026-09-01', ${at + 2}, '2026-09-01', 0, 500, 'Clause 7', '', 'Desk', NULL, 'c', NULL, NULL, ''),
  (4, 1, 'adjustment', '2026-09-01', ${at + 2}, NULL, 300, -300, '', 'Credit used for a charge that is not principal', 'Desk', NULL, 'c', NULL, NULL, ''),
  (5, 1, 'payment', '2026-09-05', ${at + 3}, NULL, 0, -100, '', '', 'Desk', NULL, 'd', NULL, 'cash', ''),
  (6, 1, 'reversal', '2026-09-06', ${at + 4}, NULL, 0, 100, '', 'Returned', 'Desk', 5, 'e', NULL, NULL, ''),
  -- Account 2: brought in with a payment on its second charge by name.
  (7, 2, 'charge', '2026-06-01', ${at}, '2026-07-01', 4000, 0, '', '', 'Desk', NULL, 'f', 1, NULL, 'X-1'),
  (8, 2, 'charge', '2026-06-10', ${at}, '2026-07-10', 5000, 0, '', '', 'Desk', NULL, 'f', 1, NULL, 'X-2'),
  (9, 2, 'payment', '2026-07-15', ${at}, NULL, -2000, 0, 'Paid before the import', '', 'Desk', NULL, 'f', 1, NULL, 'X-2'),
  -- Account 3: a charge taken back, a plan that runs, a promise kept in part.
  (10, 3, 'charge', '2026-06-01', ${at}, '2026-07-01', 9000, 0, '', '', 'Desk', NULL, 'g', NULL, NULL, ''),
  (11, 3, 'charge', '2026-06-01', ${at}, '2026-07-01', 700, 0, '', '', 'Desk', NULL, 'h', NULL, NULL, ''),
  (12, 3, 'reversal', '2026-06-02', ${at}, NULL, -700, 0, '', 'Mistake', 'Desk', 11, 'i', NULL, NULL, ''),
  (13, 3, 'payment', '2026-11-02', ${at + 86_400_000}, NULL, -3000, 0, '', '', 'Desk', NULL, 'j', NULL, 'cash', '');
INSERT INTO applications (entry_id, charge_entry_id, principal_cents, fees_cents, rule) VALUES
  (2, 1, 10000, 0, 'oldest_due_first'), (2, 3, 0, 300, 'oldest_due_first'), (5, 3, 0, 100, 'oldest_due_first'),
  (6, 3, 0, -100, 'reversal'), (9, 8, 2000, 0, 'named_charge'), (12, 11, 700, 0, 'reversal'),
  (13, 10, 3000, 0, 'oldest_due_first');
INSERT INTO promises (id, account_id, amount_cents, due_on, made_on, made_at, author)
VALUES (1, 3, 5000, '2026-11-03', '2026-11-01', ${at}, 'Desk');
INSERT INTO plans (id, account_id, started_on, made_at, author) VALUES (1, 3, '2026-11-01', ${at}, 'Desk');
INSERT INTO plan_versions (id, plan_id, version, total_cents, count, frequency, first_on, made_at)
VALUES (1, 1, 1, 9000, 3, 'monthly', '2026-11-02', ${at});
INSERT INTO instalments (plan_version_id, number, due_on, amount_cents)
VALUES (1, 1, '2026-11-02', 3000), (1, 2, '2026-12-02', 3000), (1, 3, '2027-01-02', 3000);
INSERT INTO reminders (account_id, text, due_at, zone, plan_id, made_at, author)
VALUES (3, 'Instalment 2', ${at}, 'America/Chicago', 1, ${at}, 'Desk');
INSERT INTO summary_day VALUES (1, '2026-11-20');
`;

function taken(more = ''): { store: Store; before: Record<string, unknown[]> } {
  const store = openInMemory();
  const [first] = migrations;
  if (!first) throw new Error('no first migration');
  valueIn(migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: [first] }));
  store.db.exec(old + more);
  const before = Object.fromEntries(
    [
      'entries',
      'applications',
      'promises',
      'plans',
      'plan_versions',
      'instalments',
      'reminders',
      'accounts',
    ].map((table) => [table, store.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]),
  );
  valueIn(migrate(store, { isNew: false, copyBefore: () => ok(null) }));
  store.transaction(() => {
    turnDay(store, '2026-11-20');
    refreshAllSummaries(store);
  });
  return { store, before };
}

test('loses no row and no figure', () => {
  const { store, before } = taken();
  for (const [table, rows] of Object.entries(before)) {
    const after = store.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all() as Record<string, unknown>[];
    expect(after).toHaveLength(rows.length);
    for (const [index, row] of (rows as Record<string, unknown>[]).entries()) {
      // The one thing that got another name: moving credit between components.
      const moved = table === 'entries' && row.id === 4 ? { kind: 'reallocation' } : {};
      expect(after[index]).toMatchObject({ ...row, ...moved });
    }
  }
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('says what is derived, unstated, directed, received and covered', () => {
  const { store } = taken();
  const get = (sql: string) => store.db.prepare(sql).pluck().get();
  expect(get('SELECT group_concat(id) FROM entries WHERE derived = 1')).toBe('4');
  expect(get('SELECT basis_kind FROM entries WHERE id = 3')).toBe('unstated');
  expect(get('SELECT direction FROM entries WHERE id = 9')).toBe('{"charges":[8],"component":null}');
  expect(get('SELECT received_cents FROM promises')).toBe(3000);
  expect(store.db.prepare('SELECT * FROM plan_accounts').all()).toEqual([
    { plan_id: 1, account_id: 3, balance_cents: 9000 },
  ]);
  // Both were made in the instant of the charges, which count as after them, as they did.
  expect(get('SELECT after_entry_id FROM plans')).toBe(0);
  expect(get('SELECT after_entry_id FROM promises')).toBe(0);
});

test('knows which money was there before a plan or promise, and that a completed plan rests', async () => {
  const later = at + 10_000;
  const { store } = taken(`
INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, created_at)
VALUES (4, 1, 1, '1004', 'medical', '2026-06-01', ${at});
INSERT INTO entries (id, account_id, kind, effective_on, posted_at, due_on, principal_cents, author, operation_id) VALUES
  (20, 4, 'charge', '2026-06-01', ${at}, '2026-07-01', 9000, 'Desk', 'k'),
  (21, 4, 'payment', '2026-11-01', ${at}, NULL, -1000, 'Desk', 'l'),
  (22, 4, 'payment', '2026-11-02', ${later + 1}, NULL, -8000, 'Desk', 'm');
INSERT INTO applications (entry_id, charge_entry_id, principal_cents, rule) VALUES
  (21, 20, 1000, 'oldest_due_first'), (22, 20, 8000, 'oldest_due_first');
INSERT INTO promises (id, account_id, amount_cents, due_on, made_on, made_at, author)
VALUES (2, 4, 8000, '2026-11-03', '2026-11-01', ${later}, 'Desk');
INSERT INTO plans (id, account_id, started_on, made_at, author, ended_at, ended_as, ended_reason)
VALUES (2, 4, '2026-11-01', ${later}, 'Desk', ${later + 1}, 'completed', 'Paid');
INSERT INTO plan_versions (id, plan_id, version, total_cents, count, frequency, first_on, made_at)
VALUES (2, 2, 1, 8000, 1, 'monthly', '2026-11-02', ${later});
INSERT INTO instalments (plan_version_id, number, due_on, amount_cents) VALUES (2, 1, '2026-11-02', 8000);`);
  expect(store.db.prepare('SELECT after_entry_id FROM plans WHERE id = 2').pluck().get()).toBe(21);
  expect(store.db.prepare('SELECT after_entry_id, received_cents FROM promises WHERE id = 2').get()).toEqual({
    after_entry_id: 21,
    received_cents: 8000,
  });
  const desk = makeDesk(store);
  await desk.get('ledger.addCharge', {
    accountId: 4,
    kind: 'charge',
    amountCents: 5_000,
    effectiveOn: desk.today(),
    dueOn: desk.today(),
    reference: '',
    basis: '',
    memo: '',
  });
  await desk.pay(4, 5_000);
  await desk.get('ledger.takeBackPayment', { entryId: 22, reason: 'No funds' });
  const { plan } = await desk.get('plans.get', { accountId: 4 });
  expect(plan).toMatchObject({ state: 'active', paidCents: 0, totalCents: 8000 });
});

test('takes a payment entered late to what was due first on its day, once, and moves nothing else', () => {
  const { store } = taken(`
INSERT INTO accounts (id, debtor_id, client_id, number, debt_type, opened_on, created_at)
VALUES (4, 1, 1, '1004', 'medical', '2026-06-01', ${at});
INSERT INTO entries (id, account_id, kind, effective_on, posted_at, due_on, principal_cents, author, operation_id) VALUES
  (20, 4, 'charge', '2026-08-01', ${at}, '2026-08-05', 1000, 'Desk', 'k'),
  (21, 4, 'charge', '2026-06-01', ${at}, '2026-09-01', 1000, 'Desk', 'l'),
  (22, 4, 'payment', '2026-07-01', ${at}, NULL, -600, 'Desk', 'm');
INSERT INTO applications (entry_id, charge_entry_id, principal_cents, rule) VALUES (22, 20, 600, 'oldest_due_first');`);
  const open = () =>
    store.db.prepare('SELECT entry_id, open_cents FROM open_charges WHERE account_id = 4').all();
  expect(open()).toEqual([
    { entry_id: 20, open_cents: 400 },
    { entry_id: 21, open_cents: 1000 },
  ]);
  const before = store.db.prepare('SELECT * FROM entries').all();
  deriveBook(store, { now: at, zone: 'America/Chicago', author: 'Desk' });
  expect(open()).toEqual([
    { entry_id: 20, open_cents: 1000 },
    { entry_id: 21, open_cents: 400 },
  ]);
  expect(store.db.prepare('SELECT * FROM entries').all()).toEqual(before);
  expect([...checkSummaries(store), ...checkLedger(store)]).toEqual([]);
  const applications = store.db.prepare('SELECT * FROM applications').all();
  deriveBook(store, { now: at, zone: 'America/Chicago', author: 'Desk' });
  expect(store.db.prepare('SELECT * FROM applications').all()).toEqual(applications);
});

test('leaves every account as its replay has it, and lists as the ledger has it', () => {
  const { store } = taken();
  expect(checkSummaries(store)).toEqual([]);
  expect(checkLedger(store)).toEqual([]);
});

test('goes on being append-only, and money goes on being taken in and back', async () => {
  const { store } = taken();
  for (const table of ['entries', 'applications']) {
    expect(() => store.db.exec(`DELETE FROM ${table}`)).toThrow(/append-only/);
    expect(() => store.db.exec(`UPDATE ${table} SET principal_cents = 0`)).toThrow(/append-only/);
  }
  const desk = makeDesk(store);
  await desk.get('ledger.reverse', { entryId: 2, reason: 'Returned after all' });
  await desk.get('ledger.reverse', { entryId: 6, reason: 'It was not returned' });
  expect(await desk.balance(1)).toBe(10_400);
  await desk.pay(3, 6_000);
  const { plan } = await desk.get('plans.get', { accountId: 3 });
  expect(plan).toMatchObject({ state: 'completed', paidCents: 9000 });
  expect([...checkSummaries(store), ...checkLedger(store)]).toEqual([]);
});
