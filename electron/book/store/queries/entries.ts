/**
 * The ledger's rows. Entries and applications are only ever inserted; triggers refuse anything else.
 *
 * An application says how much of a charge was met by a payment. Applications of a reversing entry carry
 * the other sign when they take a payment back; a reversed charge is met in full by its reversal. So what is
 * open of a charge is always its own components less the sum of its applications.
 */
import type { Day } from '../../../../shared/domain/days.ts';
import type {
  ApplicationRule,
  Components,
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
};

export function insertEntry(store: Store, entry: NewEntry): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO entries (account_id, kind, effective_on, posted_at, due_on, principal_cents, interest_cents,
         fees_cents, costs_cents, reference, method, basis, memo, author, reverses_entry_id, operation_id, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    );
  return Number(lastInsertRowid);
}

export type NewApplication = Components & {
  readonly entryId: number;
  readonly chargeEntryId: number;
  readonly rule: ApplicationRule;
};

export function insertApplication(store: Store, application: NewApplication): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO applications (entry_id, charge_entry_id, principal_cents, interest_cents, fees_cents, costs_cents,
         rule) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      application.entryId,
      application.chargeEntryId,
      application.principalCents,
      application.interestCents,
      application.feesCents,
      application.costsCents,
      application.rule,
    );
  return Number(lastInsertRowid);
}

export type EntryRow = Omit<NewEntry, 'operationId' | 'importId'> & { readonly entryId: number };

const entryColumns = `id AS entryId, account_id AS accountId, kind, effective_on AS effectiveOn, posted_at AS postedAt,
  due_on AS dueOn, principal_cents AS principalCents, interest_cents AS interestCents, fees_cents AS feesCents,
  costs_cents AS costsCents, reference, method, basis, memo, author, reverses_entry_id AS reversesEntryId`;

export function findEntry(store: Store, entryId: number): EntryRow | null {
  const row = store.sql(`SELECT ${entryColumns} FROM entries WHERE id = ?`).get(entryId);
  return (row as EntryRow | undefined) ?? null;
}

export function findReversalOf(store: Store, entryId: number): number | null {
  const id = store.sql('SELECT id FROM entries WHERE reverses_entry_id = ?').pluck().get(entryId);
  return (id as number | undefined) ?? null;
}

/** Entries that can be met by payments. */
export const chargeKinds = `('charge', 'fee', 'cost', 'interest')`;

export type ChargeRow = OpenCharge & {
  readonly reference: string;
  readonly memo: string;
  readonly amountCents: number;
};

type ChargeSql = {
  entryId: number;
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

/** The charges of an account with what is open of each, oldest due first; one without a due day by its own day. */
export function listChargeRows(store: Store, accountId: number): ChargeRow[] {
  const rows = store
    .sql(
      `SELECT c.id AS entryId, c.due_on AS dueOn, c.effective_on AS effectiveOn, c.reference, c.memo,
         c.principal_cents + c.interest_cents + c.fees_cents + c.costs_cents AS amountCents,
         c.principal_cents - coalesce(sum(p.principal_cents), 0) AS principalCents,
         c.interest_cents - coalesce(sum(p.interest_cents), 0) AS interestCents,
         c.fees_cents - coalesce(sum(p.fees_cents), 0) AS feesCents,
         c.costs_cents - coalesce(sum(p.costs_cents), 0) AS costsCents
       FROM entries c LEFT JOIN applications p ON p.charge_entry_id = c.id
       WHERE c.account_id = ? AND c.kind IN ${chargeKinds}
       GROUP BY c.id ORDER BY coalesce(c.due_on, c.effective_on), c.id`,
    )
    .all(accountId) as ChargeSql[];
  return rows.map((row) => ({
    entryId: row.entryId,
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

/** What an entry's applications come to for each charge, nothing left out but charges that come to nothing. */
export function listApplicationsBy(
  store: Store,
  entryId: number,
): (Components & { chargeEntryId: number })[] {
  return store
    .sql(
      `SELECT charge_entry_id AS chargeEntryId, sum(principal_cents) AS principalCents,
         sum(interest_cents) AS interestCents, sum(fees_cents) AS feesCents, sum(costs_cents) AS costsCents
       FROM applications WHERE entry_id = ? GROUP BY charge_entry_id ORDER BY charge_entry_id`,
    )
    .all(entryId) as (Components & { chargeEntryId: number })[];
}

/** Payments with money no charge has taken, oldest first, those taken back left out. */
export function listUnapplied(
  store: Store,
  accountId: number,
): { entryId: number; unappliedCents: number }[] {
  return store
    .sql(
      `SELECT e.id AS entryId,
         -(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents) - coalesce((
           SELECT sum(p.principal_cents + p.interest_cents + p.fees_cents + p.costs_cents)
           FROM applications p WHERE p.entry_id = e.id), 0) AS unappliedCents
       FROM entries e
       WHERE e.account_id = ? AND e.kind = 'payment'
         AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)
         AND unappliedCents > 0
       ORDER BY e.effective_on, e.id`,
    )
    .all(accountId) as { entryId: number; unappliedCents: number }[];
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

/** Charged and received in all, entries taken back left out. */
export function turnoverOf(store: Store, accountId: number): { chargedCents: number; paidCents: number } {
  return store
    .sql(
      `SELECT
         coalesce(sum(CASE WHEN kind IN ${chargeKinds}
           THEN principal_cents + interest_cents + fees_cents + costs_cents ELSE 0 END), 0) AS chargedCents,
         coalesce(-sum(CASE WHEN kind = 'payment'
           THEN principal_cents + interest_cents + fees_cents + costs_cents ELSE 0 END), 0) AS paidCents
       FROM entries e
       WHERE account_id = ? AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)`,
    )
    .get(accountId) as { chargedCents: number; paidCents: number };
}
