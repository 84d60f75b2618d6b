/** Promises to pay. What became of one is derived (`shared/domain/promise.ts`). */
import type { Day } from '../../../../shared/domain/days.ts';
import type { PaymentMethod } from '../../../../shared/domain/ledger.ts';
import type { Store } from '../store.ts';
import { graceDaysOf, graceEndOf } from './policies.ts';

export type NewPromise = {
  readonly accountId: number;
  readonly amountCents: number;
  readonly dueOn: Day;
  /** The day it was made, in the user's zone. */
  readonly madeOn: Day;
  readonly madeAt: number;
  readonly author: string;
  /** Who pays, where that is not the debtor. */
  readonly payer?: string;
  readonly method?: PaymentMethod | null;
};

export function insertPromise(store: Store, promise: NewPromise): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO promises (account_id, amount_cents, due_on, made_on, made_at, author, payer, method, after_entry_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT max(id) FROM entries WHERE account_id = ?), 0))`,
    )
    .run(
      promise.accountId,
      promise.amountCents,
      promise.dueOn,
      promise.madeOn,
      promise.madeAt,
      promise.author,
      promise.payer ?? '',
      promise.method ?? null,
      promise.accountId,
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
  readonly madeOn: Day;
  readonly madeAt: number;
  readonly author: string;
  readonly payer: string;
  readonly method: PaymentMethod | null;
  readonly cancelled: boolean;
  readonly cancelledReason: string | null;
  /** Of the account's client. */
  readonly graceDays: number;
  /** What came in for it by the end of its grace; each payment counts for one promise. */
  readonly receivedCents: number;
};

export const promiseRows = 'FROM promises p CROSS JOIN account_summaries s ON s.account_id = p.account_id';

/** SQL for the last day a payment keeps promise `p` of summary `s`. */
export const promiseGraceEnd = graceEndOf('p.due_on', 's.client_id');

/** Promises with what came in for them; `condition` is on `p`, `s` is the account's summary. */
export function promiseQuery(condition: string): string {
  return `SELECT p.id AS promiseId, p.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber,
      s.balance_cents AS balanceCents, p.amount_cents AS amountCents, p.due_on AS dueOn, p.made_on AS madeOn,
      p.made_at AS madeAt, p.author, p.payer, p.method, p.cancelled_at IS NOT NULL AS cancelled,
      p.cancelled_reason AS cancelledReason, ${graceDaysOf('s.client_id')} AS graceDays,
      p.received_cents AS receivedCents
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

/** Every promise of an account, newest first. */
export function listPromisesOf(store: Store, accountId: number): PromiseRow[] {
  return toPromises(
    store.sql(`${promiseQuery('p.account_id = ?')} ORDER BY p.made_at DESC, p.id DESC`).all(accountId),
  );
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

/** Accounts, of one client or all, with a promise nobody has taken back. */
export function listAccountsPromised(store: Store, clientId: number | null): number[] {
  return store
    .sql(
      `SELECT DISTINCT p.account_id FROM promises p JOIN accounts a ON a.id = p.account_id
       WHERE p.cancelled_at IS NULL AND coalesce(:clientId, a.client_id) = a.client_id`,
    )
    .pluck()
    .all({ clientId }) as number[];
}

export function updatePromiseCancelled(store: Store, promiseId: number, at: number, reason: string): void {
  store
    .sql('UPDATE promises SET cancelled_at = ?, cancelled_reason = ? WHERE id = ?')
    .run(at, reason, promiseId);
}
