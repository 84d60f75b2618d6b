/** What payments come to for promises: kept with each promise, brought up to date by the ledger. */
import type { PromisePayment, PromiseToMatch } from '../../../../shared/domain/promise.ts';
import type { Store } from '../store.ts';
import { firstPostedId } from './entries.ts';
import { graceDaysOf } from './policies.ts';

export type PromiseMoney = PromiseToMatch & {
  /** Of the account's client. */
  readonly graceDays: number;
  readonly receivedCents: number;
};

/** Every promise of an account with what is kept as received for it. */
export function listPromiseMoney(store: Store, accountId: number): PromiseMoney[] {
  const rows = store
    .sql(
      `SELECT p.id AS promiseId, p.amount_cents AS amountCents, p.made_on AS madeOn,
         p.after_entry_id AS afterEntryId, p.due_on AS dueOn, ${graceDaysOf('a.client_id')} AS graceDays, p.cancelled_at IS NOT NULL AS cancelled,
         p.received_cents AS receivedCents
       FROM promises p JOIN accounts a ON a.id = p.account_id WHERE p.account_id = ? ORDER BY p.id`,
    )
    .all(accountId) as (Omit<PromiseMoney, 'cancelled'> & { cancelled: number })[];
  return rows.map((row) => ({ ...row, cancelled: row.cancelled === 1 }));
}

/** Payments of an account that stand, by the day they count from. */
export function listPaymentMoney(store: Store, accountId: number): PromisePayment[] {
  return store
    .sql(
      `SELECT e.effective_on AS effectiveOn, ${firstPostedId('e')} AS entryId,
         -(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents) AS amountCents
       FROM entries e WHERE e.account_id = ? AND e.kind IN ('payment', 'recovery')
         AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)
       ORDER BY e.effective_on, e.id`,
    )
    .all(accountId) as PromisePayment[];
}

export function updatePromiseReceived(store: Store, promiseId: number, receivedCents: number): void {
  store.sql('UPDATE promises SET received_cents = ? WHERE id = ?').run(receivedCents, promiseId);
}
