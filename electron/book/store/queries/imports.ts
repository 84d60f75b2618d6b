/** Imports: what each brought in, what an incoming file is held against, and how one is taken back. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { DebtorKind } from '../../../../shared/domain/debtor.ts';
import type { Store } from '../store.ts';

export type NewImport = {
  readonly fileName: string;
  readonly fileSha256: string;
  /** JSON of how the file was read and mapped. */
  readonly plan: string;
  readonly importedAt: number;
  readonly author: string;
};

export function insertImport(store: Store, row: NewImport): number {
  const { lastInsertRowid } = store
    .sql('INSERT INTO imports (file_name, file_sha256, plan, imported_at, author) VALUES (?, ?, ?, ?, ?)')
    .run(row.fileName, row.fileSha256, row.plan, row.importedAt, row.author);
  return Number(lastInsertRowid);
}

export type ImportFigures = {
  readonly clientId: number;
  readonly debtors: number;
  readonly accounts: number;
  readonly charges: number;
  readonly chargesCents: number;
  readonly payments: number;
  readonly paymentsCents: number;
  readonly refused: number;
};

export function updateImportFigures(store: Store, importId: number, figures: ImportFigures): void {
  store
    .sql(
      `UPDATE imports SET client_id = ?, debtors = ?, accounts = ?, charges = ?, charges_cents = ?, payments = ?,
         payments_cents = ?, refused = ? WHERE id = ?`,
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

/** Number and sum of the charges an import wrote, read back from the ledger itself. */
export function sumChargesOfImport(store: Store, importId: number): { count: number; cents: number } {
  return store
    .sql(
      `SELECT count(*) AS count, coalesce(sum(principal_cents), 0) AS cents FROM entries
       WHERE import_id = ? AND kind = 'charge'`,
    )
    .get(importId) as { count: number; cents: number };
}

// ---- what a file is held against --------------------------------------------------------------------------

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

export function listKnownContactData(store: Store, debtorId: number): KnownContactData {
  return {
    phones: store.sql('SELECT number FROM phones WHERE debtor_id = ?').pluck().all(debtorId) as string[],
    emails: store.sql('SELECT address FROM emails WHERE debtor_id = ?').pluck().all(debtorId) as string[],
    addresses: store
      .sql('SELECT line1, line2, city, region, postal_code AS postalCode FROM addresses WHERE debtor_id = ?')
      .all(debtorId) as { line1: string; line2: string; city: string; region: string; postalCode: string }[],
  };
}

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

/** The charges of an account, those taken back since among them. */
export function listChargesOfAccount(
  store: Store,
  accountId: number,
): { reference: string; cents: number; on: Day }[] {
  return store
    .sql(
      `SELECT reference, principal_cents AS cents, effective_on AS "on" FROM entries
       WHERE account_id = ? AND kind = 'charge' ORDER BY id`,
    )
    .all(accountId) as { reference: string; cents: number; on: Day }[];
}

// ---- taking back ------------------------------------------------------------------------------------------

const ofImport = 'SELECT id FROM accounts WHERE import_id = :importId';
const debtorsOfImport = 'SELECT id FROM debtors WHERE import_id = :importId';
/** A hold an account came under because of its person, who is in the book for other accounts too. */
const byPerson = `coalesce(event_id, 0) IN (SELECT e.id FROM legal_events e WHERE e.account_id IS NULL AND e.debtor_id NOT IN (${debtorsOfImport}))`;
/** Older accounts that the import only added to. */
const added = `SELECT account_id FROM entries WHERE import_id = :importId AND account_id NOT IN (${ofImport})`;

/**
 * What can stand on an import, in words and as a count. On accounts and debtors the import made, everything
 * that somebody has done since; on older accounts it added to, what took its charges into account.
 */
const builtUpon: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'payments and other entries',
    sql: `SELECT count(*) FROM entries e WHERE e.account_id IN (${ofImport}) AND e.import_id IS NOT :importId
      AND (e.import_id IS NULL OR e.kind <> 'charge')`,
  },
  {
    what: 'charges of later imports',
    sql: `SELECT count(*) FROM entries e WHERE e.account_id IN (${ofImport}) AND e.import_id IS NOT :importId`,
  },
  {
    what: 'payments on its charges',
    sql: `SELECT count(DISTINCT p.entry_id) FROM entries c
      JOIN applications p ON p.charge_entry_id = c.id JOIN entries e ON e.id = p.entry_id
      WHERE c.import_id = :importId AND e.import_id IS NOT :importId
        AND e.id > (SELECT min(i.id) FROM entries i WHERE i.import_id = :importId)`,
  },
  {
    what: 'reversed entries',
    sql: `SELECT count(*) FROM entries e JOIN entries r ON r.reverses_entry_id = e.id
      WHERE e.import_id = :importId AND r.import_id IS NOT :importId`,
  },
  {
    what: 'calls and other contacts',
    sql: `SELECT count(*) FROM contacts WHERE account_id IN (${ofImport})`,
  },
  {
    what: 'legal events',
    sql: `SELECT count(*) FROM legal_events WHERE account_id IN (${ofImport}) OR debtor_id IN (${debtorsOfImport})
      OR json_extract(scope, '$.phoneId') IN (SELECT id FROM phones WHERE import_id = :importId)
      OR json_extract(scope, '$.emailId') IN (SELECT id FROM emails WHERE import_id = :importId)
      OR json_extract(scope, '$.addressId') IN (SELECT id FROM addresses WHERE import_id = :importId)`,
  },
  { what: 'facts of its debts', sql: `SELECT count(*) FROM debt_facts WHERE account_id IN (${ofImport})` },
  {
    what: 'facts of its debtors',
    sql: `SELECT count(*) FROM person_facts WHERE debtor_id IN (${debtorsOfImport})`,
  },
  {
    what: 'contacts that count for its accounts',
    sql: `SELECT count(*) FROM contact_debts WHERE account_id IN (${ofImport})`,
  },
  {
    what: 'notes',
    sql: `SELECT count(*) FROM notes WHERE account_id IN (${ofImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'pinned notes',
    sql: `SELECT count(*) FROM note_pins WHERE account_id IN (${ofImport})
      OR note_id IN (SELECT id FROM notes WHERE import_id = :importId)`,
  },
  { what: 'letters', sql: `SELECT count(*) FROM letters WHERE account_id IN (${ofImport})` },
  { what: 'promises', sql: `SELECT count(*) FROM promises WHERE account_id IN (${ofImport})` },
  { what: 'plans', sql: `SELECT count(*) FROM plan_accounts WHERE account_id IN (${ofImport})` },
  { what: 'offers', sql: `SELECT count(*) FROM offers WHERE account_id IN (${ofImport})` },
  { what: 'interest terms', sql: `SELECT count(*) FROM terms WHERE account_id IN (${ofImport})` },
  { what: 'judgments', sql: `SELECT count(*) FROM judgments WHERE account_id IN (${ofImport})` },
  { what: 'posted interest', sql: `SELECT count(*) FROM posting_days WHERE account_id IN (${ofImport})` },
  { what: 'held payments', sql: `SELECT count(*) FROM held_payments WHERE account_id IN (${ofImport})` },
  {
    what: 'income and expense sheets of its debtors',
    sql: `SELECT count(*) FROM budgets WHERE debtor_id IN (${debtorsOfImport})`,
  },
  { what: 'reminders', sql: `SELECT count(*) FROM reminders WHERE account_id IN (${ofImport})` },
  {
    what: 'payments posted from its money received',
    sql: `SELECT count(*) FROM incoming i JOIN incoming_postings p ON p.incoming_id = i.id
      WHERE i.import_id = :importId AND p.taken_back_at IS NULL`,
  },
  {
    what: 'deposits that stand for its payments',
    sql: `SELECT count(*) FROM entries e JOIN incoming_postings p ON p.entry_id = e.id
      WHERE e.import_id = :importId AND p.taken_back_at IS NULL`,
  },
  { what: 'holds', sql: `SELECT count(*) FROM holds WHERE account_id IN (${ofImport}) AND NOT ${byPerson}` },
  { what: 'files', sql: `SELECT count(*) FROM attachments WHERE account_id IN (${ofImport})` },
  {
    what: 'searches for its debtors',
    sql: `SELECT count(*) FROM traces WHERE account_id IN (${ofImport}) OR debtor_id IN (${debtorsOfImport})`,
  },
  {
    what: 'changed numbers and addresses of its debtors',
    sql: `SELECT count(*) FROM reach_changes WHERE debtor_id IN (${debtorsOfImport})
      OR phone_id IN (SELECT id FROM phones WHERE import_id = :importId)
      OR address_id IN (SELECT id FROM addresses WHERE import_id = :importId)
      OR email_id IN (SELECT id FROM emails WHERE import_id = :importId)`,
  },
  {
    what: 'reminders about its debtors',
    sql: `SELECT count(*) FROM reminders WHERE debtor_id IN (${debtorsOfImport})`,
  },
  { what: 'strategies', sql: `SELECT count(*) FROM strategy_members WHERE account_id IN (${ofImport})` },
  {
    what: 'letters to be printed',
    sql: `SELECT count(*) FROM print_queue WHERE account_id IN (${ofImport})`,
  },
  { what: 'print runs', sql: `SELECT count(*) FROM print_run_letters WHERE account_id IN (${ofImport})` },
  {
    what: 'letters to its addresses',
    sql: `SELECT (SELECT count(*) FROM letters WHERE address_id IN (SELECT id FROM addresses WHERE import_id = :importId))
      + (SELECT count(*) FROM mailings WHERE address_id IN (SELECT id FROM addresses WHERE import_id = :importId))`,
  },
  {
    what: 'mail that came back',
    sql: `SELECT count(*) FROM mail_returns WHERE account_id IN (${ofImport})
      OR address_id IN (SELECT id FROM addresses WHERE import_id = :importId)`,
  },
  { what: 'copies of letters', sql: `SELECT count(*) FROM letter_copies WHERE account_id IN (${ofImport})` },
  { what: 'decisions in Today', sql: `SELECT count(*) FROM queue_marks WHERE account_id IN (${ofImport})` },
  {
    what: 'next steps',
    sql: 'SELECT count(*) FROM accounts WHERE import_id = :importId AND (next_step_on IS NOT NULL OR next_step IS NOT NULL)',
  },
  {
    what: 'closed accounts',
    sql: 'SELECT count(*) FROM accounts WHERE import_id = :importId AND closed_at IS NOT NULL',
  },
  {
    what: 'letters',
    sql: `SELECT count(*) FROM letters WHERE account_id IN (${added})
      AND made_at >= (SELECT imported_at FROM imports WHERE id = :importId)`,
  },
  {
    what: 'promises',
    sql: `SELECT count(*) FROM promises WHERE account_id IN (${added})
      AND made_at >= (SELECT imported_at FROM imports WHERE id = :importId)`,
  },
  {
    what: 'plans',
    sql: `SELECT count(*) FROM plans
      WHERE id IN (SELECT plan_id FROM plan_accounts WHERE account_id IN (${added}))
      AND made_at >= (SELECT imported_at FROM imports WHERE id = :importId)`,
  },
  {
    what: 'accounts added to its debtors',
    sql: `SELECT count(*) FROM accounts WHERE debtor_id IN (${debtorsOfImport}) AND import_id IS NOT :importId`,
  },
  { what: 'changed names', sql: `SELECT count(*) FROM former_names WHERE debtor_id IN (${debtorsOfImport})` },
  {
    what: 'addresses added to its debtors',
    sql: `SELECT count(*) FROM addresses WHERE debtor_id IN (${debtorsOfImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'phone numbers added to its debtors',
    sql: `SELECT count(*) FROM phones WHERE debtor_id IN (${debtorsOfImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'e-mail addresses added to its debtors',
    sql: `SELECT count(*) FROM emails WHERE debtor_id IN (${debtorsOfImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'calls to its phone numbers',
    sql: `SELECT count(*) FROM contacts WHERE phone_id IN (SELECT id FROM phones WHERE import_id = :importId)`,
  },
  {
    what: 'contacts through its e-mail addresses',
    sql: `SELECT count(*) FROM contacts WHERE email_id IN (SELECT id FROM emails WHERE import_id = :importId)`,
  },
  {
    what: 'addresses of its client',
    sql: `SELECT count(*) FROM client_contacts
      WHERE client_id IN (SELECT id FROM clients WHERE import_id = :importId)`,
  },
  {
    what: 'accounts added to its client',
    sql: `SELECT count(*) FROM accounts
      WHERE client_id IN (SELECT id FROM clients WHERE import_id = :importId) AND import_id IS NOT :importId`,
  },
];

/** Everything that stands on an import; empty when it can be taken back. */
export function listBuiltUpon(store: Store, importId: number): { what: string; count: number }[] {
  return builtUpon.flatMap(({ what, sql }) => {
    const count = store.sql(sql).pluck().get({ importId }) as number;
    return count > 0 ? [{ what, count }] : [];
  });
}

/** The first thing that stands on an import, or `null` when it can be taken back. */
export function findBuiltUpon(store: Store, importId: number): { what: string; count: number } | null {
  for (const { what, sql } of builtUpon) {
    const count = store.sql(sql).pluck().get({ importId }) as number;
    if (count > 0) return { what, count };
  }
  return null;
}

/** Older accounts whose list row shows something of this import: they owed more by it, or share its debtor's phone. */
export function listAccountsAddedTo(store: Store, importId: number): number[] {
  return store
    .sql(
      `${added}
       UNION SELECT a.id FROM accounts a WHERE a.import_id IS NOT :importId AND a.debtor_id IN (
         SELECT debtor_id FROM phones WHERE import_id = :importId
         UNION SELECT debtor_id FROM addresses WHERE import_id = :importId)`,
    )
    .pluck()
    .all({ importId }) as number[];
}

/**
 * Deletes every row an import made, children before parents, under a permit that ends with this call.
 * What it leaves is its own row, marked, and the audit. The caller has asked `findBuiltUpon`.
 */
export function deleteImported(store: Store, importId: number, undoneAt: number): void {
  const run = (sql: string) => store.sql(sql).run({ importId });
  run('INSERT INTO undo_permits (import_id) VALUES (:importId)');
  run(`DELETE FROM open_charges WHERE (account_id, entry_id) IN (
    SELECT account_id, id FROM entries WHERE import_id = :importId)`);
  run('DELETE FROM applications WHERE entry_id IN (SELECT id FROM entries WHERE import_id = :importId)');
  // Credit of before that met its charges waits again; the caller derives those accounts anew.
  run(
    'DELETE FROM applications WHERE charge_entry_id IN (SELECT id FROM entries WHERE import_id = :importId)',
  );
  // Only what was taken back again: standing ones keep an import from being taken back.
  run(`DELETE FROM incoming_postings WHERE incoming_id IN (SELECT id FROM incoming WHERE import_id = :importId)
    OR entry_id IN (SELECT id FROM entries WHERE import_id = :importId)`);
  run('DELETE FROM incoming WHERE import_id = :importId');
  run('DELETE FROM entries WHERE import_id = :importId');
  run('DELETE FROM notes WHERE import_id = :importId');
  run(`DELETE FROM account_search WHERE rowid IN (${ofImport})`);
  run(`DELETE FROM account_summaries WHERE account_id IN (${ofImport})`);
  run(`DELETE FROM accruals WHERE account_id IN (${ofImport})`);
  run(`DELETE FROM clock_dirty WHERE account_id IN (${ofImport})`);
  run(`DELETE FROM holds WHERE account_id IN (${ofImport}) AND ${byPerson}`);
  run(`DELETE FROM account_changes WHERE account_id IN (${ofImport})`);
  run('DELETE FROM accounts WHERE import_id = :importId');
  run('DELETE FROM addresses WHERE import_id = :importId');
  run('DELETE FROM phones WHERE import_id = :importId');
  run('DELETE FROM emails WHERE import_id = :importId');
  run('DELETE FROM debtors WHERE import_id = :importId');
  // Imports into a client that goes now have all been taken back themselves.
  run(
    'UPDATE imports SET client_id = NULL WHERE client_id IN (SELECT id FROM clients WHERE import_id = :importId)',
  );
  run('DELETE FROM clients WHERE import_id = :importId');
  run('DELETE FROM undo_permits WHERE import_id = :importId');
  store.sql('UPDATE imports SET undone_at = ? WHERE id = ?').run(undoneAt, importId);
}
