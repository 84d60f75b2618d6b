/** Imports: what each brought in. */
import type { Store } from '../store.ts';

export type NewImport = {
  readonly fileName: string;
  readonly fileSha256: string;
  /** Which program and which of its files; empty for a table. */
  readonly source?: string;
  /** JSON of how the file was read and mapped. */
  readonly plan: string;
  readonly importedAt: number;
  readonly author: string;
};

export function insertImport(store: Store, row: NewImport): number {
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO imports (file_name, file_sha256, source, plan, imported_at, author) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(row.fileName, row.fileSha256, row.source ?? '', row.plan, row.importedAt, row.author);
  return Number(lastInsertRowid);
}

export type ImportFigures = {
  readonly clientId: number | null;
  readonly debtors: number;
  readonly accounts: number;
  readonly charges: number;
  readonly chargesCents: number;
  readonly payments: number;
  readonly paymentsCents: number;
  readonly refused: number;
  /** JSON, kept for good. */
  readonly tally: string;
  readonly report: string;
};

export function updateImportFigures(store: Store, importId: number, figures: ImportFigures): void {
  store
    .sql(
      `UPDATE imports SET client_id = ?, debtors = ?, accounts = ?, charges = ?, charges_cents = ?, payments = ?,
         payments_cents = ?, refused = ?, tally = ?, report = ? WHERE id = ?`,
    )
    .run(
      figures.clientId,
      figures.debtors,
      figures.accounts,
      figures.charges,
      figures.chargesCents,
      figures.payments,
      figures.paymentsCents,
      figures.refused,
      figures.tally,
      figures.report,
      importId,
    );
}

export type ImportRecord = {
  readonly importId: number;
  readonly fileName: string;
  readonly importedAt: number;
  readonly clientName: string;
  readonly debtors: number;
  readonly accounts: number;
  readonly charges: number;
  readonly chargesCents: number;
  readonly payments: number;
  readonly paymentsCents: number;
  readonly refused: number;
  readonly source: string;
  readonly undoneAt: number | null;
};

// The client an import made goes with it when it is taken back; its name stays in the plan.
const importColumns = `i.id AS importId, i.file_name AS fileName, i.imported_at AS importedAt,
  coalesce(c.name, json_extract(i.plan, '$.clientName'), '') AS clientName, i.debtors, i.accounts, i.charges,
  i.charges_cents AS chargesCents, i.payments, i.payments_cents AS paymentsCents, i.refused, i.source,
  i.undone_at AS undoneAt`;

export function findImport(store: Store, importId: number): ImportRecord | null {
  const row = store
    .sql(`SELECT ${importColumns} FROM imports i LEFT JOIN clients c ON c.id = i.client_id WHERE i.id = ?`)
    .get(importId);
  return (row as ImportRecord | undefined) ?? null;
}

/** Newest first. */
export function listImportRecords(store: Store, limit: number): ImportRecord[] {
  return store
    .sql(
      `SELECT ${importColumns} FROM imports i LEFT JOIN clients c ON c.id = i.client_id
       ORDER BY i.imported_at DESC, i.id DESC LIMIT ?`,
    )
    .all(limit) as ImportRecord[];
}

/** What was kept of an import for its report: plan, tally and report, each JSON. */
export function readImportReport(
  store: Store,
  importId: number,
): { plan: string; tally: string; report: string } | null {
  const row = store.sql('SELECT plan, tally, report FROM imports WHERE id = ?').get(importId);
  return (row as { plan: string; tally: string; report: string } | undefined) ?? null;
}

/** When a file of this content was last brought in and not taken back since; `null` for never. */
export function findSameFile(store: Store, fileSha256: string): number | null {
  const at = store
    .sql('SELECT max(imported_at) FROM imports WHERE file_sha256 = ? AND undone_at IS NULL')
    .pluck()
    .get(fileSha256);
  return (at as number | null) ?? null;
}

/** Number and sum of what an import posted, by kind of entry, read back from the ledger itself. Derived entries are left out. */
export function sumEntriesOfImport(
  store: Store,
  importId: number,
): ReadonlyMap<string, { readonly count: number; readonly cents: number }> {
  const rows = store
    .sql(
      `SELECT kind, count(*) AS count,
         coalesce(sum(principal_cents + interest_cents + fees_cents + costs_cents), 0) AS cents
       FROM entries WHERE import_id = ? AND derived = 0 GROUP BY kind`,
    )
    .all(importId) as { kind: string; count: number; cents: number }[];
  return new Map(rows.map(({ kind, count, cents }) => [kind, { count, cents }]));
}

/** The largest balance an import left on an account it made. */
export function largestBalanceOfImport(store: Store, importId: number): number {
  return store
    .sql(
      `SELECT coalesce(max(abs(x.posted_cents)), 0) FROM accounts a JOIN accruals x ON x.account_id = a.id
       WHERE a.import_id = ?`,
    )
    .pluck()
    .get(importId) as number;
}

/** How often anything was written through this connection, which is the only one a book has: the same number twice, nothing between. */
export function countWrites(store: Store): number {
  return store.sql('SELECT total_changes()').pluck().get() as number;
}
