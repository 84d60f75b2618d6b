/** How numbers and addresses came to their marks. Append-only: a slip is taken back by another change. */
import type { Store } from '../store.ts';

/** One of a person's numbers or addresses. */
export type ReachTarget =
  | { readonly kind: 'phone'; readonly id: number }
  | { readonly kind: 'address'; readonly id: number }
  | { readonly kind: 'email'; readonly id: number };

export type NewReachChange = {
  readonly debtorId: number;
  readonly target: ReachTarget;
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly why: string;
  readonly at: number;
  readonly author: string;
  readonly operationId: string;
};

const idOf = (target: ReachTarget, kind: ReachTarget['kind']) => (target.kind === kind ? target.id : null);

export function insertReachChange(store: Store, change: NewReachChange): number {
  const { target } = change;
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO reach_changes (debtor_id, phone_id, address_id, email_id, from_status, to_status, why, at, author,
         operation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      change.debtorId,
      idOf(target, 'phone'),
      idOf(target, 'address'),
      idOf(target, 'email'),
      change.fromStatus,
      change.toStatus,
      change.why,
      change.at,
      change.author,
      change.operationId,
    );
  return Number(lastInsertRowid);
}

export type ReachChangeRecord = {
  readonly changeId: number;
  readonly debtorId: number;
  readonly phoneId: number | null;
  readonly addressId: number | null;
  readonly emailId: number | null;
  readonly what: string;
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly why: string;
  readonly at: number;
  readonly author: string;
  /** As the number or address stands now. */
  readonly nowStatus: string;
};

const columns = `c.id AS changeId, c.debtor_id AS debtorId, c.phone_id AS phoneId, c.address_id AS addressId,
  c.email_id AS emailId, coalesce(p.display, m.address, a.line1) AS what, c.from_status AS fromStatus,
  c.to_status AS toStatus, c.why, c.at, c.author, coalesce(p.status, m.status, a.status) AS nowStatus
  FROM reach_changes c LEFT JOIN phones p ON p.id = c.phone_id LEFT JOIN emails m ON m.id = c.email_id
  LEFT JOIN addresses a ON a.id = c.address_id`;

/** Newest first, at most `limit`. */
export function listReachChanges(store: Store, debtorId: number, limit: number): ReachChangeRecord[] {
  return store
    .sql(`SELECT ${columns} WHERE c.debtor_id = ? ORDER BY c.id DESC LIMIT ?`)
    .all(debtorId, limit) as ReachChangeRecord[];
}

export function findReachChange(store: Store, changeId: number): ReachChangeRecord | null {
  const row = store.sql(`SELECT ${columns} WHERE c.id = ?`).get(changeId);
  return (row as ReachChangeRecord | undefined) ?? null;
}

/** Whether a later change of the same number or address stands. */
export function hasLaterReachChange(store: Store, change: ReachChangeRecord): boolean {
  return (
    store
      .sql(
        `SELECT 1 FROM reach_changes WHERE id > ? AND (phone_id = ? OR address_id = ? OR email_id = ?) LIMIT 1`,
      )
      .get(change.changeId, change.phoneId, change.addressId, change.emailId) !== undefined
  );
}

/** Whether an opt-out that nothing ended names this number or e-mail address. */
export function hasOpenOptOut(
  store: Store,
  { debtorId, phoneId, emailId }: Pick<ReachChangeRecord, 'debtorId' | 'phoneId' | 'emailId'>,
): boolean {
  return (
    store
      .sql(
        `SELECT 1 FROM legal_events WHERE debtor_id = ? AND kind = 'opt_out' AND ended_at IS NULL
           AND (json_extract(scope, '$.phoneId') = ? OR json_extract(scope, '$.emailId') = ?) LIMIT 1`,
      )
      .get(debtorId, phoneId, emailId) !== undefined
  );
}
