/** Promises to pay. What became of one is derived (`shared/domain/promise.ts`). */
import type { Day } from '../../../../shared/domain/days.ts';
import { promiseGraceDays } from '../../../../shared/domain/promise.ts';
import type { Store } from '../store.ts';

export type NewPromise = {
  readonly accountId: number;
  readonly amountCents: number;
  readonly dueOn: Day;
  /** The day it was made, in the user's zone. */
  readonly madeOn: Day;
  readonly madeAt: number;
  readonly author: string;
};

export function insertPromise(store: Store, promise: NewPromise): number {
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO promises (account_id, amount_cents, due_on, made_on, made_at, author) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(
      promise.accountId,
      promise.amountCents,
      promise.dueOn,
      promise.madeOn,
      promise.madeAt,
      promise.author,
    );
  return Number(lastInsertRowid);
}

export type PromiseRow = {
  readonly promiseId: number;
  readonly accountId: number;
  readonly debtorName: string;
  readonly accountNumber: string;
  readonly balanceCents: number;
  readonly amountCents: number;
  readonly dueOn: Day;
  readonly madeAt: number;
  readonly cancelled: boolean;
  /** Payments from the day it was made through its grace, those taken back left out. */
  readonly receivedCents: number;
};

/** What came in for promise `p` from the day it was made through its grace, payments taken back left out. */
export const receivedForPromise = `coalesce((
        SELECT -sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents) FROM entries e
        WHERE e.account_id = p.account_id AND e.kind = 'payment' AND e.posted_at >= p.made_at
          AND e.effective_on BETWEEN p.made_on AND date(p.due_on, '+${promiseGraceDays} days')
          AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)), 0)`;

export const promiseRows = 'FROM promises p CROSS JOIN account_summaries s ON s.account_id = p.account_id';

/** Promises with what came in for them; `condition` is on `p`, `s` is the account's summary. */
export function promiseQuery(condition: string): string {
  return `SELECT p.id AS promiseId, p.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber,
      s.balance_cents AS balanceCents, p.amount_cents AS amountCents, p.due_on AS dueOn, p.made_at AS madeAt,
      p.cancelled_at IS NOT NULL AS cancelled,
      ${receivedForPromise} AS receivedCents
    ${promiseRows}
    WHERE ${condition}`;
}

type PromiseSql = Omit<PromiseRow, 'cancelled'> & { cancelled: number };

export function toPromises(rows: unknown[]): PromiseRow[] {
  return (rows as PromiseSql[]).map((row) => ({ ...row, cancelled: row.cancelled === 1 }));
}

export function findPromise(store: Store, promiseId: number): PromiseRow | null {
  return toPromises(store.sql(promiseQuery('p.id = ?')).all(promiseId))[0] ?? null;
}

/**
 * At most `limit` promises nobody has taken back, soonest due first, closed accounts left out: all those due from
 * `today` on before any that is older, and of the older ones, due since `from`, the latest.
 */
export function listPromises(store: Store, from: Day, today: Day, limit: number): PromiseRow[] {
  const standing = `p.cancelled_at IS NULL AND s.status <> 'closed'`;
  const ahead = store
    .sql(`${promiseQuery(`${standing} AND p.due_on >= ?`)} ORDER BY p.due_on, p.id LIMIT ?`)
    .all(today, limit);
  const gone = store
    .sql(
      `${promiseQuery(`${standing} AND p.due_on >= ? AND p.due_on < ?`)} ORDER BY p.due_on DESC, p.id DESC LIMIT ?`,
    )
    .all(from, today, limit - ahead.length);
  return toPromises([...gone.reverse(), ...ahead]);
}

export function updatePromiseCancelled(store: Store, promiseId: number, at: number, reason: string): void {
  store
    .sql('UPDATE promises SET cancelled_at = ?, cancelled_reason = ? WHERE id = ?')
    .run(at, reason, promiseId);
}
