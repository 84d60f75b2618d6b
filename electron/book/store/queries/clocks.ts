/**
 * The clocks lists show, kept beside the summaries. Which wait to be worked out again: those named in `clock_dirty` (triggers
 * fill it whatever changed a fact), those whose time has run out (`clocks_until`), and, after a change of the office or of the
 * law, every account behind the pointer in `clock_state`. What waits is never shown as if it held.
 */
import type { CallClock } from '../../../../shared/contract/law.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { VerdictOutcome } from '../../../../shared/domain/law.ts';
import type { Store } from '../store.ts';

/** The columns, in the order they are read and written. */
export type ClockRow = {
  readonly call_outcome: VerdictOutcome | null;
  readonly call_code: string | null;
  readonly call_opens_at: number | null;
  readonly call_closes_at: number | null;
  readonly calls_used: number | null;
  readonly validation_end_on: Day | null;
  readonly limitation_on: Day | null;
  readonly limitation_state: string | null;
  readonly clocks_until: number | null;
};

export const clockColumns = [
  'call_outcome',
  'call_code',
  'call_opens_at',
  'call_closes_at',
  'calls_used',
  'validation_end_on',
  'limitation_on',
  'limitation_state',
  'clocks_until',
] as const satisfies readonly (keyof ClockRow)[];

type Stored = ClockRow & { readonly account_id: number };

/** The clocks as they are kept, by account. */
export function readClocks(store: Store, accountIds: readonly number[]): Map<number, ClockRow> {
  const rows = store
    .sql(
      `SELECT s.account_id, ${clockColumns.map((column) => `s.${column}`).join(', ')}
       FROM json_each(?) j CROSS JOIN account_summaries s ON s.account_id = j.value`,
    )
    .all(JSON.stringify(accountIds)) as Stored[];
  return new Map(rows.map(({ account_id: accountId, ...row }) => [accountId, row]));
}

/** Writes the columns that differ: each one touched costs its index a page to encrypt and sync. False when none does. */
export function updateClocks(store: Store, accountId: number, was: ClockRow, is: ClockRow): boolean {
  const changed = clockColumns.filter((column) => was[column] !== is[column]);
  if (changed.length === 0) return false;
  store
    .sql(
      `UPDATE account_summaries SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE account_id = ?`,
    )
    .run(...changed.map((column) => is[column]), accountId);
  return true;
}

// ---- what waits -------------------------------------------------------------------------------------------

/** Accounts named as changed, lowest first. */
export function listDirty(store: Store, limit: number): number[] {
  return store
    .sql('SELECT account_id FROM clock_dirty ORDER BY account_id LIMIT ?')
    .pluck()
    .all(limit) as number[];
}

/** For changes no trigger sees: contacts that go with their import. */
export function markDirty(store: Store, accountIds: readonly number[]): void {
  store
    .sql('INSERT OR IGNORE INTO clock_dirty (account_id) SELECT value FROM json_each(?)')
    .run(JSON.stringify(accountIds));
}

/** Also those of accounts that are gone by now. */
export function forgetDirty(store: Store, accountIds: readonly number[]): void {
  store
    .sql('DELETE FROM clock_dirty WHERE account_id IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(accountIds));
}

/** Accounts whose clocks have run out, the longest ago first. */
export function listExpired(store: Store, now: number, limit: number): number[] {
  return store
    .sql(
      `SELECT account_id FROM account_summaries INDEXED BY summaries_by_clocks
       WHERE clocks_until IS NOT NULL AND clocks_until <= ? ORDER BY clocks_until LIMIT ?`,
    )
    .pluck()
    .all(now, limit) as number[];
}

/** The whole book waits from the account after this one on; `null`: it does not. */
export function findWaitingAfter(store: Store): number | null {
  return store.sql('SELECT after_account_id FROM clock_state').pluck().get() as number | null;
}

export function updateWaitingAfter(store: Store, accountId: number | null): void {
  store.sql('UPDATE clock_state SET after_account_id = ?').run(accountId);
}

export function listAccountsAfter(store: Store, accountId: number, limit: number): number[] {
  return store
    .sql('SELECT account_id FROM account_summaries WHERE account_id > ? ORDER BY account_id LIMIT ?')
    .pluck()
    .all(accountId, limit) as number[];
}

/** How many accounts wait. One that waits for two reasons is counted twice, as it is nowhere else looked at. */
export function countWaiting(store: Store, now: number): number {
  const after = findWaitingAfter(store);
  if (after !== null && after <= 0) {
    return store.sql('SELECT coalesce(sum(accounts), 0) FROM account_totals').pluck().get() as number;
  }
  const count = (sql: string, ...values: number[]) =>
    store
      .sql(sql)
      .pluck()
      .get(...values) as number;
  return (
    count('SELECT count(*) FROM clock_dirty') +
    count(
      `SELECT count(*) FROM account_summaries INDEXED BY summaries_by_clocks
       WHERE clocks_until IS NOT NULL AND clocks_until <= ?`,
      now,
    ) +
    (after === null ? 0 : count('SELECT count(*) FROM account_summaries WHERE account_id > ?', after))
  );
}

/** What a list must hold against its rows before it shows their clocks. Mostly there is nothing. */
export type Staleness = {
  readonly now: number;
  /** Accounts above this one wait. */
  readonly after: number | null;
  readonly dirty: boolean;
  readonly expired: boolean;
};

export function stalenessOf(store: Store, now: number): Staleness {
  return {
    now,
    after: findWaitingAfter(store),
    dirty: listDirty(store, 1).length > 0,
    expired: listExpired(store, now, 1).length > 0,
  };
}

type Condition = { readonly sql: string; readonly values: readonly number[] };

/** Rows of `account_summaries` that may be called now: an open span, and nothing of it waits. */
export function callableNow({ now, after, dirty, expired }: Staleness): Condition[] {
  const conditions: Condition[] = [
    // As in the index, which the count is read from.
    { sql: 'coalesce(call_opens_at, 9000000000000000) <= ?', values: [now] },
    { sql: 'call_closes_at IS NULL OR call_closes_at > ?', values: [now] },
  ];
  if (after !== null) conditions.push({ sql: 'account_id <= ?', values: [after] });
  if (dirty) conditions.push({ sql: 'account_id NOT IN (SELECT account_id FROM clock_dirty)', values: [] });
  if (expired) conditions.push({ sql: 'clocks_until > ?', values: [now] });
  return conditions;
}

/** Of some accounts those whose clocks wait. */
export function staleAmong(
  store: Store,
  staleness: Staleness,
  accountIds: readonly number[],
): ReadonlySet<number> {
  const { now, after, dirty, expired } = staleness;
  const stale = new Set<number>();
  if (after === null && !dirty && !expired) return stale;
  const found = store
    .sql(
      `SELECT s.account_id FROM json_each(?) j CROSS JOIN account_summaries s ON s.account_id = j.value
       WHERE s.account_id > ? OR s.clocks_until <= ?
         OR EXISTS (SELECT 1 FROM clock_dirty d WHERE d.account_id = s.account_id)`,
    )
    .pluck()
    .all(JSON.stringify(accountIds), after ?? Number.MAX_SAFE_INTEGER, now) as number[];
  for (const accountId of found) stale.add(accountId);
  return stale;
}

/** Shown while it is worked out. */
export const unknownCall: CallClock = {
  outcome: null,
  code: null,
  opensAt: null,
  closesAt: null,
  used: null,
};

/** The call clock of each account, for items about accounts; one that waits says nothing yet. */
export function callClocksOf(
  store: Store,
  accountIds: readonly number[],
  now: number,
): Map<number, CallClock> {
  const wanted = [...new Set(accountIds)];
  const stale = staleAmong(store, stalenessOf(store, now), wanted);
  return new Map(
    [...readClocks(store, wanted)].map(([accountId, row]) => [
      accountId,
      stale.has(accountId) ? unknownCall : toCallClock(row),
    ]),
  );
}

export function toCallClock(row: Omit<ClockRow, 'clocks_until' | 'limitation_state'>): CallClock {
  return {
    outcome: row.call_outcome,
    code: row.call_code,
    opensAt: row.call_opens_at,
    closesAt: row.call_closes_at,
    used: row.calls_used,
  };
}
