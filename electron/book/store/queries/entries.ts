/**
 * The ledger's rows. Entries and applications are only ever inserted; triggers refuse anything else.
 *
 * An application says how much of a charge was met by a payment. Applications of a reversing entry carry
 * the other sign when they take a payment back; a reversed charge is met in full by its reversal. So what is
 * open of a charge is always its own components less the sum of its applications.
 */
import type { Day } from '../../../../shared/domain/days.ts';
import type {
  ApplicationOrder,
  ApplicationRule,
  BasisKind,
  Components,
  Direction,
  EntryKind,
  OpenCharge,
  PaymentMethod,
} from '../../../../shared/domain/ledger.ts';
import type { Store } from '../store.ts';

export type NewEntry = Components & {
  readonly accountId: number;
  readonly kind: EntryKind;
  readonly effectiveOn: Day;
  readonly postedAt: number;
  readonly dueOn: Day | null;
  readonly reference: string;
  readonly method: PaymentMethod | null;
  readonly basis: string;
  readonly memo: string;
  readonly author: string;
  readonly reversesEntryId: number | null;
  readonly operationId: string;
  readonly importId: number | null;
  /** Computed from terms and other entries, not entered by hand. */
  readonly derived?: boolean;
  /** The day it came in, where that is not the day it counts from. */
  readonly receivedOn?: Day | null;
  /** `unstated` stands only on fees of books made before kinds were kept. */
  readonly basisKind?: BasisKind | 'unstated' | '';
  readonly allowedBy?: string;
  readonly applicationOrder?: ApplicationOrder | null;
  readonly direction?: Direction | null;
  readonly receiptId?: number | null;
  readonly restoresEntryId?: number | null;
  readonly judgmentId?: number | null;
};

export function insertEntry(store: Store, entry: NewEntry): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO entries (account_id, kind, effective_on, posted_at, due_on, principal_cents, interest_cents,
         fees_cents, costs_cents, reference, method, basis, memo, author, reverses_entry_id, operation_id, import_id,
         derived, received_on, basis_kind, allowed_by, application_order, direction, receipt_id, restores_entry_id,
         judgment_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      entry.accountId,
      entry.kind,
      entry.effectiveOn,
      entry.postedAt,
      entry.dueOn,
      entry.principalCents,
      entry.interestCents,
      entry.feesCents,
      entry.costsCents,
      entry.reference,
      entry.method,
      entry.basis,
      entry.memo,
      entry.author,
      entry.reversesEntryId,
      entry.operationId,
      entry.importId,
      entry.derived ? 1 : 0,
      entry.receivedOn ?? null,
      entry.basisKind ?? '',
      entry.allowedBy ?? '',
      entry.applicationOrder ?? null,
      entry.direction ? JSON.stringify(entry.direction) : null,
      entry.receiptId ?? null,
      entry.restoresEntryId ?? null,
      entry.judgmentId ?? null,
    );
  return Number(lastInsertRowid);
}

export type NewApplication = Components & {
  readonly entryId: number;
  readonly chargeEntryId: number;
  readonly rule: ApplicationRule;
  /** The import that brought it about, where neither entry need be of it. */
  readonly importId?: number | null;
};

export function insertApplication(store: Store, application: NewApplication): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO applications (entry_id, charge_entry_id, principal_cents, interest_cents, fees_cents, costs_cents,
         rule, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      application.entryId,
      application.chargeEntryId,
      application.principalCents,
      application.interestCents,
      application.feesCents,
      application.costsCents,
      application.rule,
      application.importId ?? null,
    );
  return Number(lastInsertRowid);
}

export type EntryRow = Components & {
  readonly entryId: number;
  readonly accountId: number;
  readonly kind: EntryKind;
  readonly effectiveOn: Day;
  readonly postedAt: number;
  readonly dueOn: Day | null;
  readonly reference: string;
  readonly method: PaymentMethod | null;
  readonly basis: string;
  readonly memo: string;
  readonly author: string;
  readonly reversesEntryId: number | null;
  readonly operationId: string;
  readonly derived: boolean;
  readonly receivedOn: Day | null;
  readonly basisKind: BasisKind | 'unstated' | '';
  readonly allowedBy: string;
  readonly applicationOrder: ApplicationOrder | null;
  readonly direction: Direction | null;
  readonly receiptId: number | null;
  readonly restoresEntryId: number | null;
  readonly judgmentId: number | null;
};

type EntrySql = Omit<EntryRow, 'derived' | 'direction'> & { derived: number; direction: string | null };

const entryColumns = `id AS entryId, account_id AS accountId, kind, effective_on AS effectiveOn, posted_at AS postedAt,
  due_on AS dueOn, principal_cents AS principalCents, interest_cents AS interestCents, fees_cents AS feesCents,
  costs_cents AS costsCents, reference, method, basis, memo, author, reverses_entry_id AS reversesEntryId, operation_id AS operationId,
  derived,
  received_on AS receivedOn, basis_kind AS basisKind, allowed_by AS allowedBy, application_order AS applicationOrder,
  direction, receipt_id AS receiptId, restores_entry_id AS restoresEntryId, judgment_id AS judgmentId`;

/** The row itself with two columns read: a copy of each of hundreds would take as long as reading them. */
function toEntry(row: EntrySql): EntryRow {
  return Object.assign(row, {
    derived: row.derived === 1,
    direction: row.direction === null ? null : (JSON.parse(row.direction) as Direction),
  });
}

export function findEntry(store: Store, entryId: number): EntryRow | null {
  const row = store.sql(`SELECT ${entryColumns} FROM entries WHERE id = ?`).get(entryId);
  return row === undefined ? null : toEntry(row as EntrySql);
}

/** Every entry of an account by id, those taken back and the ones that take them back among them. */
export function listEntries(store: Store, accountId: number): EntryRow[] {
  const rows = store
    .sql(`SELECT ${entryColumns} FROM entries WHERE account_id = ? ORDER BY id`)
    .all(accountId);
  return (rows as EntrySql[]).map(toEntry);
}

/** The entries a receipt was put on, by id, with whether each still stands. */
export function listEntriesOfReceipt(
  store: Store,
  receiptId: number,
): (EntryRow & { readonly reversed: boolean })[] {
  const rows = store
    .sql(
      `SELECT ${entryColumns}, EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id) AS reversed
       FROM entries e WHERE receipt_id = ? ORDER BY id`,
    )
    .all(receiptId) as (EntrySql & { reversed: number })[];
  return rows.map(({ reversed, ...row }) => ({ ...toEntry(row), reversed: reversed === 1 }));
}

export function findReversalOf(store: Store, entryId: number): number | null {
  const id = store.sql('SELECT id FROM entries WHERE reverses_entry_id = ?').pluck().get(entryId);
  return (id as number | undefined) ?? null;
}

const totalOfRow = (row: string) =>
  `(${row}.principal_cents + ${row}.interest_cents + ${row}.fees_cents + ${row}.costs_cents)`;

/** Whether a row of entries can be met by reliefs: what `isRelief` is not, said in SQL. */
export const isChargeRow = (row: string) =>
  `(${row}.kind IN ('charge', 'fee', 'cost', 'interest', 'judgment', 'refund')
    OR ${row}.kind = 'adjustment' AND ${totalOfRow(row)} > 0)`;

/** Whether a row of entries lowers the balance and is spread over charges. */
export const isReliefRow = (row: string) =>
  `(${row}.kind IN ('payment', 'recovery', 'credit', 'discount', 'settlement', 'write_off', 'merger')
    OR ${row}.kind = 'adjustment' AND ${totalOfRow(row)} < 0)`;

/** The id of a row; of one that posts another again, of the first one, so that it stands where that stood. */
export const firstPostedId = (row: string) =>
  `iif(${row}.restores_entry_id IS NULL, ${row}.id, (
    WITH RECURSIVE origin (id) AS (
      SELECT ${row}.id
      UNION
      SELECT back.reverses_entry_id FROM origin o
      JOIN entries again ON again.id = o.id
      JOIN entries back ON back.id = again.restores_entry_id)
    SELECT min(id) FROM origin))`;

/** Money that came in. */
export const paymentKindsSql = `('payment', 'recovery')`;

const standing = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = ${row}.id)`;

export type ChargeRow = OpenCharge & {
  readonly kind: EntryKind;
  readonly reference: string;
  readonly memo: string;
  readonly amountCents: number;
};

type ChargeSql = {
  entryId: number;
  kind: EntryKind;
  dueOn: Day | null;
  effectiveOn: Day;
  reference: string;
  memo: string;
  amountCents: number;
  principalCents: number;
  interestCents: number;
  feesCents: number;
  costsCents: number;
};

/**
 * The charges of an account with what is open of each, oldest due first; one without a due day by its own day. Derived ones
 * that were taken back are left out: they were only ever an interim reckoning.
 */
export function listChargeRows(store: Store, accountId: number): ChargeRow[] {
  const rows = store
    .sql(
      `SELECT c.id AS entryId, c.kind, c.due_on AS dueOn, c.effective_on AS effectiveOn, c.reference, c.memo,
         c.principal_cents + c.interest_cents + c.fees_cents + c.costs_cents AS amountCents,
         c.principal_cents - coalesce(sum(p.principal_cents), 0) AS principalCents,
         c.interest_cents - coalesce(sum(p.interest_cents), 0) AS interestCents,
         c.fees_cents - coalesce(sum(p.fees_cents), 0) AS feesCents,
         c.costs_cents - coalesce(sum(p.costs_cents), 0) AS costsCents
       FROM entries c LEFT JOIN applications p ON p.charge_entry_id = c.id
       WHERE c.account_id = ? AND ${isChargeRow('c')} AND (c.derived = 0 OR ${standing('c')})
       GROUP BY c.id ORDER BY coalesce(c.due_on, c.effective_on), c.id`,
    )
    .all(accountId) as ChargeSql[];
  return rows.map((row) => ({
    entryId: row.entryId,
    kind: row.kind,
    dueOn: row.dueOn,
    effectiveOn: row.effectiveOn,
    reference: row.reference,
    memo: row.memo,
    amountCents: row.amountCents,
    open: {
      principalCents: row.principalCents,
      interestCents: row.interestCents,
      feesCents: row.feesCents,
      costsCents: row.costsCents,
    },
  }));
}

/** What each judgment of an account took the place of, the newest reckoning last. */
export function listMergers(store: Store, accountId: number): (Components & { judgmentId: number })[] {
  return store
    .sql(
      `SELECT judgment_id AS judgmentId, principal_cents AS principalCents, interest_cents AS interestCents,
         fees_cents AS feesCents, costs_cents AS costsCents
       FROM entries WHERE account_id = ? AND kind = 'merger' ORDER BY id`,
    )
    .all(accountId) as (Components & { judgmentId: number })[];
}

/** What all applications of an account come to for each relief and charge; pairs that come to nothing are left out. */
export function listApplications(
  store: Store,
  accountId: number,
): (Components & { entryId: number; chargeEntryId: number })[] {
  return store
    .sql(
      `SELECT p.entry_id AS entryId, p.charge_entry_id AS chargeEntryId, sum(p.principal_cents) AS principalCents,
         sum(p.interest_cents) AS interestCents, sum(p.fees_cents) AS feesCents, sum(p.costs_cents) AS costsCents
       FROM entries e CROSS JOIN applications p ON p.entry_id = e.id
       WHERE e.account_id = ? GROUP BY p.entry_id, p.charge_entry_id
       HAVING sum(p.principal_cents) <> 0 OR sum(p.interest_cents) <> 0 OR sum(p.fees_cents) <> 0
         OR sum(p.costs_cents) <> 0`,
    )
    .all(accountId) as (Components & { entryId: number; chargeEntryId: number })[];
}

/** Money no charge has taken. */
export function unappliedOf(store: Store, accountId: number): number {
  return store
    .sql(
      `SELECT coalesce(sum(-${totalOfRow('e')} - coalesce((
         SELECT sum(${totalOfRow('p')}) FROM applications p WHERE p.entry_id = e.id), 0)), 0)
       FROM entries e WHERE e.account_id = ? AND ${isReliefRow('e')} AND ${standing('e')}`,
    )
    .pluck()
    .get(accountId) as number;
}

/** The sum of everything posted to an account. */
export function balanceOf(store: Store, accountId: number): Components & { balanceCents: number } {
  return store
    .sql(
      `SELECT coalesce(sum(principal_cents), 0) AS principalCents, coalesce(sum(interest_cents), 0) AS interestCents,
         coalesce(sum(fees_cents), 0) AS feesCents, coalesce(sum(costs_cents), 0) AS costsCents,
         coalesce(sum(principal_cents + interest_cents + fees_cents + costs_cents), 0) AS balanceCents
       FROM entries WHERE account_id = ?`,
    )
    .get(accountId) as Components & { balanceCents: number };
}

/**
 * Charged and received in all, entries taken back left out. A judgment's award stands in for what was merged into it, and
 * money given back was not received.
 */
export function turnoverOf(store: Store, accountId: number): { chargedCents: number; paidCents: number } {
  return store
    .sql(
      `SELECT
         coalesce(sum(CASE WHEN kind = 'merger' OR (kind <> 'refund' AND ${isChargeRow('e')})
           THEN ${totalOfRow('e')} ELSE 0 END), 0) AS chargedCents,
         coalesce(-sum(CASE WHEN kind IN ('payment', 'recovery', 'refund') THEN ${totalOfRow('e')} ELSE 0 END), 0) AS paidCents
       FROM entries e
       WHERE account_id = ? AND ${standing('e')}`,
    )
    .get(accountId) as { chargedCents: number; paidCents: number };
}
