/** What the rows of a file are held against: the people, accounts, charges and money the book has already. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../../shared/domain/debtor.ts';
import type { Store } from '../store.ts';

export type DebtorName = {
  readonly id: number;
  readonly name: string;
  readonly kind: DebtorKind;
  readonly reference: string;
};

/** The client's debtor under a reference; the oldest, should there be several. */
export function findDebtorByReference(store: Store, clientId: number, reference: string): DebtorName | null {
  const row = store
    .sql(
      `SELECT id, name, kind, reference FROM debtors d WHERE reference = ? AND reference <> ''
         AND EXISTS (SELECT 1 FROM accounts a WHERE a.debtor_id = d.id AND a.client_id = ?)
       ORDER BY id LIMIT 1`,
    )
    .get(reference, clientId);
  return (row as DebtorName | undefined) ?? null;
}

/** Every debtor of a client. */
export function listDebtorNames(store: Store, clientId: number): DebtorName[] {
  return store
    .sql(
      `SELECT id, name, kind, reference FROM debtors
       WHERE id IN (SELECT debtor_id FROM accounts WHERE client_id = ?) ORDER BY id`,
    )
    .all(clientId) as DebtorName[];
}

export type KnownContactData = {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly {
    readonly line1: string;
    readonly line2: string;
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
  }[];
};

export type KnownAccount = { readonly id: number; readonly number: string; readonly closed: boolean };

export function listAccountsOfDebtor(store: Store, clientId: number, debtorId: number): KnownAccount[] {
  const rows = store
    .sql(
      'SELECT id, number, closed_at AS closedAt FROM accounts WHERE debtor_id = ? AND client_id = ? ORDER BY id',
    )
    .all(debtorId, clientId) as { id: number; number: string; closedAt: number | null }[];
  return rows.map(({ id, number, closedAt }) => ({ id, number, closed: closedAt !== null }));
}

export function findAccountByNumber(
  store: Store,
  clientId: number,
  number: string,
): (KnownAccount & { debtor: DebtorName }) | null {
  const row = store
    .sql(
      `SELECT a.id, a.number, a.closed_at AS closedAt, d.id AS debtorId, d.name, d.kind, d.reference
       FROM accounts a JOIN debtors d ON d.id = a.debtor_id WHERE a.client_id = ? AND a.number = ?`,
    )
    .get(clientId, number) as
    | {
        id: number;
        number: string;
        closedAt: number | null;
        debtorId: number;
        name: string;
        kind: DebtorKind;
        reference: string;
      }
    | undefined;
  if (!row) return null;
  const debtor = { id: row.debtorId, name: row.name, kind: row.kind, reference: row.reference };
  return { id: row.id, number: row.number, closed: row.closedAt !== null, debtor };
}

const totalOfRow = 'principal_cents + interest_cents + fees_cents + costs_cents';

export type KnownCharge = {
  readonly entryId: number;
  readonly reference: string;
  readonly cents: number;
  readonly on: Day;
  readonly dueOn: Day | null;
  readonly memo: string;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
  /** How it was taken back: by hand, by an import that put another in its place; `null` while it stands. */
  readonly reversed: 'by_hand' | 'by_import' | null;
};

/** The charges of an account, those taken back since among them. */
export function listChargesOfAccount(store: Store, accountId: number): KnownCharge[] {
  return store
    .sql(
      `SELECT e.id AS entryId, e.reference, e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents AS cents,
         e.effective_on AS "on", e.due_on AS dueOn, e.memo, e.interest_cents AS interestCents, e.fees_cents AS feesCents,
         e.costs_cents AS costsCents,
         CASE WHEN r.id IS NULL THEN NULL WHEN r.import_id IS NULL THEN 'by_hand' ELSE 'by_import' END AS reversed
       FROM entries e LEFT JOIN entries r ON r.reverses_entry_id = e.id
       WHERE e.account_id = ? AND e.kind = 'charge' ORDER BY e.id`,
    )
    .all(accountId) as KnownCharge[];
}

/** What of a charge was met by payments and other reliefs. */
export function sumMetOfCharge(store: Store, entryId: number): number {
  return store
    .sql(`SELECT coalesce(sum(${totalOfRow}), 0) FROM applications WHERE charge_entry_id = ?`)
    .pluck()
    .get(entryId) as number;
}

export type KnownRelief = {
  readonly entryId: number;
  readonly kind: string;
  readonly on: Day;
  /** Above zero. */
  readonly cents: number;
  readonly reference: string;
  readonly standing: 0 | 1;
  /** The day it was brought in with an invoice that said how much of it was paid; `null` for other money. */
  readonly withInvoiceOn: Day | null;
};

/** Money in and credits of an account, those taken back since among them. */
export function listReliefsOfAccount(store: Store, accountId: number): KnownRelief[] {
  return store
    .sql(
      `SELECT e.id AS entryId, e.kind, e.effective_on AS "on", -(${totalOfRow}) AS cents, e.reference,
         NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id) AS standing,
         iif(e.kind = 'payment' AND e.import_id IS NOT NULL AND e.reference <> '' AND e.basis LIKE 'Paid before the import%',
           date(e.posted_at / 1000, 'unixepoch'), NULL) AS withInvoiceOn
       FROM entries e WHERE e.account_id = ? AND e.kind IN ('payment', 'recovery', 'credit') ORDER BY e.id`,
    )
    .all(accountId) as KnownRelief[];
}

/** What is owed on an account, what files alone have said is owed, and the last day a file brought it to a balance of its own. */
export function readBalances(
  store: Store,
  accountId: number,
): { readonly bookCents: number; readonly filesCents: number; readonly saidOn: Day | null } {
  return store
    .sql(
      `SELECT coalesce(sum(${totalOfRow}), 0) AS bookCents,
         coalesce(sum(iif(import_id IS NULL, 0, ${totalOfRow})), 0) AS filesCents,
         max(iif(import_id IS NOT NULL AND kind = 'adjustment', effective_on, NULL)) AS saidOn
       FROM entries WHERE account_id = ?`,
    )
    .get(accountId) as { bookCents: number; filesCents: number; saidOn: Day | null };
}

/** Every invoice number of a client with the charge and account it stands on; standing charges last, so that they win. */
export function listReferencesOfClient(
  store: Store,
  clientId: number,
): { readonly reference: string; readonly entryId: number; readonly accountId: number }[] {
  return store
    .sql(
      `SELECT e.reference, e.id AS entryId, e.account_id AS accountId
       FROM accounts a JOIN entries e ON e.account_id = a.id
       WHERE a.client_id = ? AND e.kind = 'charge' AND e.reference <> ''
       ORDER BY NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id), e.id`,
    )
    .all(clientId) as { reference: string; entryId: number; accountId: number }[];
}

export function findAccountById(
  store: Store,
  accountId: number,
): (KnownAccount & { readonly debtor: DebtorName; readonly clientId: number }) | null {
  const row = store
    .sql(
      `SELECT a.id, a.number, a.client_id AS clientId, a.closed_at AS closedAt, d.id AS debtorId, d.name, d.kind, d.reference
       FROM accounts a JOIN debtors d ON d.id = a.debtor_id WHERE a.id = ?`,
    )
    .get(accountId) as
    | {
        id: number;
        number: string;
        clientId: number;
        closedAt: number | null;
        debtorId: number;
        name: string;
        kind: DebtorKind;
        reference: string;
      }
    | undefined;
  if (!row) return null;
  const debtor = { id: row.debtorId, name: row.name, kind: row.kind, reference: row.reference };
  return { id: row.id, number: row.number, clientId: row.clientId, closed: row.closedAt !== null, debtor };
}

/** The row another program's id was given to, of a client (`null`: of none) and a kind. */
export function findExternal(
  store: Store,
  kind: string,
  externalId: string,
  clientId: number | null,
): number | null {
  const id = store
    .sql('SELECT subject_id FROM external_ids WHERE kind = ? AND external_id = ? AND client_id IS ?')
    .pluck()
    .get(kind, externalId, clientId);
  return (id as number | undefined) ?? null;
}

export function insertExternal(
  store: Store,
  row: {
    readonly clientId: number | null;
    readonly kind: string;
    readonly externalId: string;
    readonly subjectId: number;
    readonly importId: number;
  },
): void {
  store
    .sql(
      `INSERT INTO external_ids (client_id, kind, external_id, subject_id, import_id)
       VALUES (:clientId, :kind, :externalId, :subjectId, :importId) ON CONFLICT DO NOTHING`,
    )
    .run(row);
}

/** How many notes of that text an account has, and contacts of that minute and channel. */
export function countSameNotes(store: Store, accountId: number, text: string): number {
  return store
    .sql('SELECT count(*) FROM notes WHERE account_id = ? AND text = ?')
    .pluck()
    .get(accountId, text) as number;
}

export function countSameContacts(
  store: Store,
  contact: {
    readonly accountId: number;
    readonly at: number;
    readonly channel: string;
    readonly direction: string;
    readonly outcome: string;
  },
): number {
  return store
    .sql(
      `SELECT count(*) FROM contacts WHERE account_id = :accountId AND at = :at AND channel = :channel
         AND direction = :direction AND outcome = :outcome`,
    )
    .pluck()
    .get(contact) as number;
}

/** Whether the ledger of an account follows a court's award: nothing of before it is changed by a file. */
export function hasJudgment(store: Store, accountId: number): boolean {
  return (
    store
      .sql('SELECT EXISTS (SELECT 1 FROM judgments WHERE account_id = ? AND vacated_at IS NULL)')
      .pluck()
      .get(accountId) === 1
  );
}

/** Whether something was written off: money of after it is a recovery, which the rules of payments decide. */
export function hasWriteOff(store: Store, accountId: number): boolean {
  return (
    store
      .sql(
        `SELECT EXISTS (SELECT 1 FROM entries e WHERE e.account_id = ? AND e.kind = 'write_off'
           AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id))`,
      )
      .pluck()
      .get(accountId) === 1
  );
}

export function findDebtorFacts(store: Store, debtorId: number): DebtorName | null {
  const row = store.sql('SELECT id, name, kind, reference FROM debtors WHERE id = ?').get(debtorId);
  return (row as DebtorName | undefined) ?? null;
}

/** Whether nothing but charges was ever posted to an account, and nothing reckons with them: terms, awards, plans, promises. */
export function hasOnlyCharges(store: Store, accountId: number): boolean {
  return (
    store
      .sql(
        `SELECT NOT EXISTS (SELECT 1 FROM entries WHERE account_id = :accountId AND kind <> 'charge')
           AND NOT EXISTS (SELECT 1 FROM terms WHERE account_id = :accountId)
           AND NOT EXISTS (SELECT 1 FROM judgments WHERE account_id = :accountId)
           AND NOT EXISTS (SELECT 1 FROM plan_accounts WHERE account_id = :accountId)
           AND NOT EXISTS (SELECT 1 FROM promises WHERE account_id = :accountId)
           AND NOT EXISTS (SELECT 1 FROM posting_days WHERE account_id = :accountId)`,
      )
      .pluck()
      .get({ accountId }) === 1
  );
}
