/** Cheques and authorisations dated ahead, kept until their day. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { PaymentMethod } from '../../../../shared/domain/ledger.ts';
import type { Store } from '../store.ts';

export type NewHeldPayment = {
  readonly accountId: number;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly datedOn: Day;
  readonly receivedOn: Day;
  readonly memo: string;
  readonly madeAt: number;
  readonly author: string;
};

export type HeldState = 'held' | 'deposited' | 'given_back' | 'cancelled';

export type HeldRecord = Omit<NewHeldPayment, 'madeAt' | 'author'> & {
  readonly heldPaymentId: number;
  readonly noticeOn: Day | null;
  readonly state: HeldState;
  readonly entryId: number | null;
};

export function insertHeldPayment(store: Store, held: NewHeldPayment): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO held_payments (account_id, amount_cents, method, reference, dated_on, received_on, memo, made_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      held.accountId,
      held.amountCents,
      held.method,
      held.reference,
      held.datedOn,
      held.receivedOn,
      held.memo,
      held.madeAt,
      held.author,
    );
  return Number(lastInsertRowid);
}

const columns = `id AS heldPaymentId, account_id AS accountId, amount_cents AS amountCents, method, reference,
  dated_on AS datedOn, received_on AS receivedOn, memo, notice_on AS noticeOn, state, entry_id AS entryId`;

export function findHeldPayment(store: Store, heldPaymentId: number): HeldRecord | null {
  const row = store.sql(`SELECT ${columns} FROM held_payments WHERE id = ?`).get(heldPaymentId);
  return (row as HeldRecord | undefined) ?? null;
}

/** Those still held first, soonest first; then what became of the others, latest first. */
export function listHeldPayments(store: Store, accountId: number): HeldRecord[] {
  return store
    .sql(
      `SELECT ${columns} FROM held_payments WHERE account_id = ?
       ORDER BY state <> 'held', iif(state = 'held', dated_on, NULL), dated_on DESC, id`,
    )
    .all(accountId) as HeldRecord[];
}

export function updateHeldNotice(store: Store, heldPaymentId: number, noticeOn: Day): void {
  store.sql('UPDATE held_payments SET notice_on = ? WHERE id = ?').run(noticeOn, heldPaymentId);
}

export function updateHeldEnd(
  store: Store,
  heldPaymentId: number,
  end: {
    readonly state: Exclude<HeldState, 'held'>;
    readonly entryId: number | null;
    readonly at: number;
    readonly reason: string;
  },
): void {
  store
    .sql('UPDATE held_payments SET state = ?, entry_id = ?, ended_at = ?, ended_reason = ? WHERE id = ?')
    .run(end.state, end.entryId, end.at, end.reason, heldPaymentId);
}

/** Silences what still rings for a held payment: one purpose, or all when it ended. */
export function endRemindersOfHeld(
  store: Store,
  heldPaymentId: number,
  end: { readonly purpose: 'notice' | null; readonly state: 'done' | 'cancelled'; readonly at: number },
): void {
  store
    .sql(
      `UPDATE reminders SET state = :state, ended_at = :at
       WHERE held_payment_id = :heldPaymentId AND state = 'open' AND (:purpose IS NULL OR purpose = :purpose)`,
    )
    .run({ heldPaymentId, ...end });
}
