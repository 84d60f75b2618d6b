/** Taking an import back: what stands in its way, and everything that goes with it. */
import type { Store } from '../store.ts';

const ofImport = 'SELECT id FROM accounts WHERE import_id = :importId';
const debtorsOfImport = 'SELECT id FROM debtors WHERE import_id = :importId';
/** A hold an account came under because of its person, who is in the book for other accounts too. */
const byPerson = `coalesce(event_id, 0) IN (SELECT e.id FROM legal_events e WHERE e.account_id IS NULL AND e.debtor_id NOT IN (${debtorsOfImport}))`;
const contactsOfImport = 'SELECT id FROM contacts WHERE import_id = :importId';
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
    sql: `SELECT count(*) FROM contacts WHERE account_id IN (${ofImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'legal events',
    sql: `SELECT count(*) FROM legal_events WHERE account_id IN (${ofImport}) OR debtor_id IN (${debtorsOfImport})
      OR json_extract(scope, '$.phoneId') IN (SELECT id FROM phones WHERE import_id = :importId)
      OR json_extract(scope, '$.emailId') IN (SELECT id FROM emails WHERE import_id = :importId)
      OR json_extract(scope, '$.addressId') IN (SELECT id FROM addresses WHERE import_id = :importId)`,
  },
  {
    what: 'facts of its debts',
    sql: `SELECT count(*) FROM debt_facts WHERE account_id IN (${ofImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'facts of its debtors',
    sql: `SELECT count(*) FROM person_facts WHERE debtor_id IN (${debtorsOfImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'contacts that count for its accounts',
    sql: `SELECT count(*) FROM contact_debts d JOIN contacts c ON c.id = d.contact_id
      WHERE (d.account_id IN (${ofImport}) OR d.contact_id IN (${contactsOfImport})) AND c.import_id IS NOT :importId`,
  },
  {
    what: 'notes',
    sql: `SELECT count(*) FROM notes WHERE import_id IS NOT :importId AND (account_id IN (${ofImport})
      OR addendum_to IN (SELECT id FROM notes WHERE import_id = :importId)
      OR contact_id IN (${contactsOfImport}))`,
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
  {
    what: 'holds',
    sql: `SELECT count(*) FROM holds WHERE account_id IN (${ofImport}) AND NOT ${byPerson}
      AND coalesce(contact_id, 0) NOT IN (${contactsOfImport})`,
  },
  {
    what: 'holds that were ended since',
    sql: `SELECT count(*) FROM holds WHERE contact_id IN (${contactsOfImport}) AND ended_at IS NOT NULL`,
  },
  {
    what: 'calls by a script',
    sql: `SELECT count(*) FROM script_runs WHERE account_id IN (${ofImport}) OR contact_id IN (${contactsOfImport})`,
  },
  {
    what: 'legal events of its contacts',
    sql: `SELECT count(*) FROM legal_events WHERE contact_id IN (${contactsOfImport})`,
  },
  {
    what: 'steps of strategies that its contacts finished',
    sql: `SELECT count(*) FROM strategy_steps WHERE contact_id IN (${contactsOfImport})`,
  },
  {
    what: 'changes of later imports',
    sql: `SELECT count(*) FROM import_changes c WHERE c.import_id <> :importId AND (
        c.account_id IN (${ofImport}) OR c.debtor_id IN (${debtorsOfImport})
        OR c.import_id > :importId AND EXISTS (
          SELECT 1 FROM import_changes o WHERE o.import_id = :importId AND o.subject = c.subject AND o.subject_id = c.subject_id))`,
  },
  {
    what: 'names changed since',
    sql: `SELECT count(*) FROM import_changes c JOIN debtors d ON d.id = c.subject_id
      WHERE c.import_id = :importId AND c.what = 'name' AND d.name <> c.after`,
  },
  {
    what: 'plans that its money ended or counts in',
    sql: `SELECT (SELECT count(*) FROM plans p JOIN imports i ON i.id = :importId
        WHERE p.ended_at = i.imported_at AND p.id IN (SELECT plan_id FROM plan_accounts WHERE account_id IN (${added})))
      + (SELECT count(*) FROM plan_entries WHERE entry_id IN (SELECT id FROM entries WHERE import_id = :importId))`,
  },
  {
    what: 'other names of its debtors',
    sql: `SELECT count(*) FROM aliases WHERE debtor_id IN (${debtorsOfImport}) AND import_id IS NOT :importId`,
  },
  {
    what: 'rules about money of its client',
    sql: `SELECT count(*) FROM policies WHERE client_id IN (SELECT id FROM clients WHERE import_id = :importId)`,
  },
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
      OR address_id IN (SELECT id FROM addresses WHERE import_id = :importId)
      OR new_address_id IN (SELECT id FROM addresses WHERE import_id = :importId)`,
  },
  {
    what: 'copies of letters',
    sql: `SELECT count(*) FROM letter_copies WHERE account_id IN (${ofImport})
      OR email_id IN (SELECT id FROM emails WHERE import_id = :importId)`,
  },
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
    sql: `SELECT count(*) FROM contacts WHERE phone_id IN (SELECT id FROM phones WHERE import_id = :importId)
      AND import_id IS NOT :importId`,
  },
  {
    what: 'contacts through its e-mail addresses',
    sql: `SELECT count(*) FROM contacts WHERE email_id IN (SELECT id FROM emails WHERE import_id = :importId)
      AND import_id IS NOT :importId`,
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

/** Older accounts whose ledger this import posted to; they are derived anew. */
export function listAccountsPostedTo(store: Store, importId: number): number[] {
  return store.sql(added).pluck().all({ importId }) as number[];
}

/** Older accounts whose list row or search shows something else of this import: a phone, an address, a contact, a name. */
export function listAccountsShowing(store: Store, importId: number): number[] {
  return store
    .sql(
      `SELECT a.id FROM accounts a WHERE a.import_id IS NOT :importId AND (
         a.debtor_id IN (
           SELECT debtor_id FROM phones WHERE import_id = :importId
           UNION SELECT debtor_id FROM addresses WHERE import_id = :importId
           UNION SELECT debtor_id FROM aliases WHERE import_id = :importId
           UNION SELECT subject_id FROM import_changes WHERE import_id = :importId AND what = 'name')
         OR a.id IN (SELECT account_id FROM contacts WHERE import_id = :importId))`,
    )
    .pluck()
    .all({ importId }) as number[];
}

/** What an import changed in rows of before: names, and which charge another program's id means. */
export function listChangesToUndo(
  store: Store,
  importId: number,
): { readonly what: string; readonly subjectId: number; readonly before: string; readonly after: string }[] {
  return store
    .sql(
      `SELECT what, subject_id AS subjectId, before, after FROM import_changes
       WHERE import_id = ? AND what IN ('name', 'external_id') ORDER BY id DESC`,
    )
    .all(importId) as { what: string; subjectId: number; before: string; after: string }[];
}

/** The name an import kept as a former one. */
export function deleteFormerName(store: Store, debtorId: number, name: string, untilAt: number): void {
  store
    .sql(
      `DELETE FROM former_names WHERE id = (
         SELECT max(id) FROM former_names WHERE debtor_id = ? AND name = ? AND until_at = ?)`,
    )
    .run(debtorId, name, untilAt);
}

export function putBackExternal(store: Store, from: number, to: number): void {
  store.sql(`UPDATE external_ids SET subject_id = ? WHERE kind = 'charge' AND subject_id = ?`).run(to, from);
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
  run('DELETE FROM external_ids WHERE import_id = :importId');
  run('DELETE FROM import_changes WHERE import_id = :importId');
  run('DELETE FROM applications WHERE import_id = :importId');
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
  run(`DELETE FROM holds WHERE contact_id IN (${contactsOfImport})`);
  run(`DELETE FROM contact_debts WHERE contact_id IN (${contactsOfImport})`);
  run('DELETE FROM contacts WHERE import_id = :importId');
  run('DELETE FROM person_facts WHERE import_id = :importId');
  run('DELETE FROM debt_facts WHERE import_id = :importId');
  run('DELETE FROM aliases WHERE import_id = :importId');
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
