/** Where interest of each account stands after the last thing that happened on it; kept like the summaries. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type AccrualRow = { readonly fromOn: Day; readonly postedCents: number; readonly state: string };

export function findAccrual(store: Store, accountId: number): AccrualRow | null {
  const row = store
    .sql('SELECT from_on AS fromOn, posted_cents AS postedCents, state FROM accruals WHERE account_id = ?')
    .get(accountId);
  return (row as AccrualRow | undefined) ?? null;
}

/** `null` for an account on which nothing ever happened: it has no row. */
export function saveAccrual(store: Store, accountId: number, row: AccrualRow | null): void {
  if (row === null) {
    store.sql('DELETE FROM accruals WHERE account_id = ?').run(accountId);
    return;
  }
  store
    .sql(
      `INSERT INTO accruals (account_id, from_on, posted_cents, state) VALUES (:accountId, :fromOn, :postedCents, :state)
       ON CONFLICT (account_id) DO UPDATE
       SET from_on = excluded.from_on, posted_cents = excluded.posted_cents, state = excluded.state
       WHERE from_on <> excluded.from_on OR posted_cents <> excluded.posted_cents OR state <> excluded.state`,
    )
    .run({ accountId, ...row });
}

/** Rows for the accounts an import made: they have no terms, so their balance is their figure on every day. */
export function fillAccruals(store: Store, importId: number): void {
  store
    .sql(
      `INSERT INTO accruals (account_id, from_on, posted_cents, state)
       SELECT e.account_id, max(e.effective_on),
         sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents), 'none'
       FROM accounts a JOIN entries e ON e.account_id = a.id WHERE a.import_id = ? GROUP BY e.account_id`,
    )
    .run(importId);
}

/** The same for older accounts that have nothing but charges, further ones among them; answers their largest balance. */
export function appendAccruals(store: Store, accountIds: readonly number[]): number {
  if (accountIds.length === 0) return 0;
  const ids = JSON.stringify(accountIds);
  store
    .sql(
      `INSERT INTO accruals (account_id, from_on, posted_cents, state)
       SELECT e.account_id, max(e.effective_on),
         sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents), 'none'
       FROM json_each(?) j CROSS JOIN entries e ON e.account_id = j.value GROUP BY e.account_id
       ON CONFLICT (account_id) DO UPDATE
       SET from_on = excluded.from_on, posted_cents = excluded.posted_cents, state = excluded.state`,
    )
    .run(ids);
  return store
    .sql(
      'SELECT coalesce(max(abs(posted_cents)), 0) FROM accruals WHERE account_id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .get(ids) as number;
}

/** Account, client and the row: what a report over the whole book reads, as arrays because it reads very many. */
export type AccrualLine = readonly [
  accountId: number,
  clientId: number,
  fromOn: Day | null,
  postedCents: number | null,
  state: string | null,
];

/** The next accounts after one, by id; those without a row have `null` in it. */
export function listAccrualLines(store: Store, afterAccountId: number, limit: number): AccrualLine[] {
  return store
    .sql(
      `SELECT a.id, a.client_id, x.from_on, x.posted_cents, x.state FROM accounts a
       LEFT JOIN accruals x ON x.account_id = a.id
       WHERE a.id > ? ORDER BY a.id LIMIT ?`,
    )
    .raw()
    .all(afterAccountId, limit) as AccrualLine[];
}

/** Accounts whose ledger stands as a book of the first version left it. */
export function listToDerive(store: Store): number[] {
  return store.sql('SELECT account_id FROM to_derive ORDER BY account_id').pluck().all() as number[];
}

export function clearToDerive(store: Store): void {
  store.sql('DELETE FROM to_derive').run();
}
