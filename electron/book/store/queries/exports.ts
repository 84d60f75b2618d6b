/** What left the book as a file, and what tables that leave it read besides what lists show. */
import type { AccountStatus } from '../../../../shared/domain/account.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { EntryKind, PaymentMethod } from '../../../../shared/domain/ledger.ts';
import type { Store } from '../store.ts';
import { type ClockRow, clockColumns } from './clocks.ts';

export type NewExport = {
  readonly what: string;
  readonly format: string;
  readonly fileName: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** JSON of what was asked for. */
  readonly asked: string;
  readonly madeAt: number;
  readonly author: string;
};

export function insertExport(store: Store, row: NewExport): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO exports (what, format, file_name, rows, bytes, sha256, asked, made_at, author)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.what,
      row.format,
      row.fileName,
      row.rows,
      row.bytes,
      row.sha256,
      row.asked,
      row.madeAt,
      row.author,
    );
  return Number(lastInsertRowid);
}

export type ExportRecord = Omit<NewExport, 'asked'> & { readonly exportId: number };

/** Newest first. */
export function listExportRecords(store: Store, before: number | null, limit: number): ExportRecord[] {
  return store
    .sql(
      `SELECT id AS exportId, what, format, file_name AS fileName, rows, bytes, sha256, made_at AS madeAt, author
       FROM exports WHERE id < ? ORDER BY id DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit) as ExportRecord[];
}

export type AccountExport = Omit<ClockRow, 'limitation_state'> & {
  readonly accountId: number;
  readonly debtorId: number;
  readonly debtorName: string;
  readonly debtorReference: string;
  readonly debtorKind: 'consumer' | 'business';
  readonly number: string;
  readonly clientName: string;
  readonly originalCreditor: string;
  readonly debtType: string;
  readonly openedOn: Day;
  readonly placedOn: Day | null;
  readonly closedAt: number | null;
  readonly closedReason: string | null;
  readonly status: AccountStatus;
  readonly principalCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
  readonly balanceCents: number;
  readonly oldestDueOn: Day | null;
  readonly nextStepOn: Day | null;
  readonly nextStep: string | null;
  readonly lastContactAt: number | null;
  readonly lastContactOutcome: string | null;
  readonly lastPaymentOn: Day | null;
  readonly lastPaymentCents: number | null;
  readonly phone: string | null;
  readonly limitation_state: 'not_barred' | 'barred' | 'uncertain' | null;
};

/** Accounts by their ids, in the order of these; one that is gone is left out. */
export function readAccountsForExport(store: Store, accountIds: readonly number[]): AccountExport[] {
  return store
    .sql(
      `SELECT s.account_id AS accountId, s.debtor_id AS debtorId, s.debtor_name AS debtorName,
         d.reference AS debtorReference, d.kind AS debtorKind, s.number, s.client_name AS clientName,
         a.original_creditor AS originalCreditor, a.debt_type AS debtType, a.opened_on AS openedOn,
         a.placed_on AS placedOn, a.closed_at AS closedAt, a.closed_reason AS closedReason, s.status,
         s.principal_cents AS principalCents, s.interest_cents AS interestCents, s.fees_cents AS feesCents,
         s.costs_cents AS costsCents, s.balance_cents AS balanceCents, s.oldest_due_on AS oldestDueOn,
         s.next_step_on AS nextStepOn, s.next_step AS nextStep, s.last_contact_at AS lastContactAt,
         s.last_contact_outcome AS lastContactOutcome, s.last_payment_on AS lastPaymentOn,
         s.last_payment_cents AS lastPaymentCents, s.phone, ${clockColumns.map((name) => `s.${name}`).join(', ')}
       FROM json_each(?) j CROSS JOIN account_summaries s ON s.account_id = j.value
         CROSS JOIN accounts a ON a.id = s.account_id CROSS JOIN debtors d ON d.id = s.debtor_id
       ORDER BY j.key`,
    )
    .all(JSON.stringify(accountIds)) as AccountExport[];
}

export type AddressExport = {
  readonly debtorId: number;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
};

/** Of each debtor the address letters would go to: confirmed before not, for mail before others; never a bad or former one, nor the work of a consumer. */
export function readAddressesForExport(
  store: Store,
  debtorIds: readonly number[],
): Map<number, AddressExport> {
  const rows = store
    .sql(
      `SELECT a.debtor_id AS debtorId, a.line1, a.line2, a.city, a.region, a.postal_code AS postalCode, a.country
       FROM json_each(?) j CROSS JOIN addresses a ON a.debtor_id = j.value
         CROSS JOIN debtors d ON d.id = a.debtor_id
       WHERE a.status IN ('current', 'unverified') AND NOT (a.kind = 'work' AND d.kind = 'consumer')
       ORDER BY a.debtor_id, a.status <> 'current', a.kind <> 'mailing', a.since_on DESC, a.id DESC`,
    )
    .all(JSON.stringify(debtorIds)) as AddressExport[];
  const first = new Map<number, AddressExport>();
  for (const row of rows) if (!first.has(row.debtorId)) first.set(row.debtorId, row);
  return first;
}

/** Of each debtor the newest e-mail address that may still work. */
export function readEmailsForExport(store: Store, debtorIds: readonly number[]): Map<number, string> {
  const rows = store
    .sql(
      `SELECT e.debtor_id AS debtorId, e.address FROM json_each(?) j CROSS JOIN emails e ON e.debtor_id = j.value
       WHERE e.status IN ('current', 'unverified') ORDER BY e.debtor_id, e.status = 'current', e.id`,
    )
    .all(JSON.stringify(debtorIds)) as { debtorId: number; address: string }[];
  return new Map(rows.map(({ debtorId, address }) => [debtorId, address]));
}

export type PostedEntry = {
  readonly entryId: number;
  readonly kind: EntryKind;
  /** Of a reversal, the kind of what it takes back. */
  readonly ofKind: EntryKind;
  readonly effectiveOn: Day;
  readonly receivedOn: Day | null;
  readonly postedAt: number;
  readonly dueOn: Day | null;
  readonly amountCents: number;
  readonly reference: string;
  readonly method: PaymentMethod | null;
  readonly memo: string;
  readonly basis: string;
  readonly allowedBy: string;
  readonly author: string;
  readonly number: string;
  readonly debtorName: string;
  readonly clientName: string;
};

export function lastEntryId(store: Store): number {
  return (store.sql('SELECT max(id) FROM entries').pluck().get() as number | null) ?? 0;
}

/** Entries made from an instant until before another, by id, within a range of ids: both ends of that inclusive. */
export function listPostedEntries(
  store: Store,
  range: {
    readonly fromId: number;
    readonly toId: number;
    readonly fromAt: number;
    readonly untilAt: number;
    readonly clientId: number | null;
    readonly withImported: boolean;
    readonly kinds: readonly EntryKind[];
  },
): PostedEntry[] {
  return store
    .sql(
      `SELECT e.id AS entryId, e.kind, coalesce(r.kind, e.kind) AS ofKind, e.effective_on AS effectiveOn,
         e.received_on AS receivedOn, e.posted_at AS postedAt, e.due_on AS dueOn,
         e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents AS amountCents, e.reference, e.method, e.memo,
         e.basis, e.allowed_by AS allowedBy, e.author, s.number, s.debtor_name AS debtorName, s.client_name AS clientName
       FROM entries e LEFT JOIN entries r ON r.id = e.reverses_entry_id
         CROSS JOIN account_summaries s ON s.account_id = e.account_id
       WHERE e.id BETWEEN :fromId AND :toId AND e.posted_at >= :fromAt AND e.posted_at < :untilAt
         AND coalesce(:clientId, s.client_id) = s.client_id AND (:withImported = 1 OR e.import_id IS NULL)
         AND coalesce(r.kind, e.kind) IN (SELECT value FROM json_each(:kinds))
         AND e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents <> 0
       ORDER BY e.id`,
    )
    .all({
      ...range,
      withImported: range.withImported ? 1 : 0,
      kinds: JSON.stringify(range.kinds),
    }) as PostedEntry[];
}
