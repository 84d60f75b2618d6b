/**
 * Bringing in and taking out: what an import was made of and what it changed, ways of reading a file that are remembered, ids that other
 * programs know rows by, money that came in and waits for its account, and what left the book as a file.
 */
const keepBut = (table: string, frozen: string) => `
CREATE TRIGGER ${table}_keep_update BEFORE UPDATE OF ${frozen} ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;`;

/** Rows of an import go only when it is taken back. */
const keepUntilUndone = (table: string) => `
CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table}
WHEN NOT EXISTS (SELECT 1 FROM undo_permits WHERE import_id = old.import_id)
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;`;

export const exchange = {
  version: 6,
  name: 'exchange',
  sql: /* sql */ `
-- Which program and which of its files it was; empty for a table nobody recognised.
ALTER TABLE imports ADD COLUMN source TEXT NOT NULL DEFAULT '';
-- What became of its rows, by kind and currency, with the file's own totals (JSON).
ALTER TABLE imports ADD COLUMN tally TEXT NOT NULL DEFAULT '{}';
-- What was refused, doubted, changed and left out, as far as it is listed (JSON): the report, for good.
ALTER TABLE imports ADD COLUMN report TEXT NOT NULL DEFAULT '{}';
CREATE INDEX imports_by_file ON imports (file_sha256);

-- How files of one shape are read and mapped, remembered from the last one that was brought in.
CREATE TABLE import_profiles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Of the names of the columns and the source: what a later file is recognised by.
  signature TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  -- Names of the columns in their order, and the plan without what belongs to one file alone (JSON).
  columns TEXT NOT NULL,
  plan TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  uses INTEGER NOT NULL DEFAULT 0,
  author TEXT NOT NULL,
  retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX import_profiles_by_name ON import_profiles (name COLLATE NOCASE) WHERE retired_at IS NULL;
CREATE INDEX import_profiles_by_signature ON import_profiles (signature) WHERE retired_at IS NULL;

-- What an import changed in rows that were there before, so that the change is listed and can be taken back.
CREATE TABLE import_changes (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  account_id INTEGER REFERENCES accounts (id),
  debtor_id INTEGER REFERENCES debtors (id),
  -- Line of the file that said so.
  line INTEGER NOT NULL,
  -- What it is: 'name', 'amount', 'balance', 'due_on' and so on.
  what TEXT NOT NULL,
  -- The row that changed: its table's subject and id.
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX import_changes_by_import ON import_changes (import_id);
CREATE INDEX import_changes_by_account ON import_changes (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX import_changes_by_debtor ON import_changes (debtor_id) WHERE debtor_id IS NOT NULL;
${keepBut('import_changes', 'id, import_id, account_id, debtor_id, line, what, subject, subject_id, before, after')}
${keepUntilUndone('import_changes')}

-- What another program calls a row of this book, so that a file brought in again finds it.
CREATE TABLE external_ids (
  id INTEGER PRIMARY KEY,
  -- Within which it is unique: the client and the kind of row.
  client_id INTEGER REFERENCES clients (id),
  kind TEXT NOT NULL,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  subject_id INTEGER NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE UNIQUE INDEX external_ids_once ON external_ids (kind, external_id, client_id);
CREATE INDEX external_ids_by_client ON external_ids (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX external_ids_by_import ON external_ids (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX external_ids_by_subject ON external_ids (kind, subject_id);

-- Other names a person or business goes by.
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL DEFAULT '',
  since_on TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX aliases_by_debtor ON aliases (debtor_id);
CREATE INDEX aliases_by_import ON aliases (import_id) WHERE import_id IS NOT NULL;

-- Contacts, facts and receipts that came in with a file go with it when it is taken back.
ALTER TABLE contacts ADD COLUMN import_id INTEGER REFERENCES imports (id);
CREATE INDEX contacts_by_import ON contacts (import_id) WHERE import_id IS NOT NULL;
ALTER TABLE person_facts ADD COLUMN import_id INTEGER REFERENCES imports (id);
CREATE INDEX person_facts_by_import ON person_facts (import_id) WHERE import_id IS NOT NULL;
ALTER TABLE debt_facts ADD COLUMN import_id INTEGER REFERENCES imports (id);
CREATE INDEX debt_facts_by_import ON debt_facts (import_id) WHERE import_id IS NOT NULL;
${['contacts', 'person_facts', 'debt_facts'].map((table) => `DROP TRIGGER ${table}_keep_delete;${keepUntilUndone(table)}`).join('')}
-- Money of before that meets other charges because of an import meets its own again when that is taken back.
ALTER TABLE applications ADD COLUMN import_id INTEGER REFERENCES imports (id);
CREATE INDEX applications_by_import ON applications (import_id) WHERE import_id IS NOT NULL;
DROP TRIGGER applications_keep_delete;
CREATE TRIGGER applications_keep_delete BEFORE DELETE ON applications
WHEN NOT EXISTS (SELECT 1 FROM undo_permits WHERE import_id = old.import_id)
  AND NOT EXISTS (
    SELECT 1 FROM entries e JOIN undo_permits p ON p.import_id = e.import_id
    WHERE e.id IN (old.entry_id, old.charge_entry_id))
BEGIN SELECT raise(ABORT, 'append-only: applications'); END;
DROP TRIGGER contact_debts_keep_delete;
CREATE TRIGGER contact_debts_keep_delete BEFORE DELETE ON contact_debts
WHEN NOT EXISTS (
  SELECT 1 FROM contacts c JOIN undo_permits p ON p.import_id = c.import_id WHERE c.id = old.contact_id)
BEGIN SELECT raise(ABORT, 'append-only: contact_debts'); END;

-- Money that a bank, a payer or a file says came in, until somebody says whose it is.
CREATE TABLE incoming (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  -- Line or record of the file.
  line INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bank', 'remittance', 'file')),
  -- The bank account as the file names it, all but its last four digits masked; the payer of a remittance.
  held_at TEXT NOT NULL DEFAULT '',
  -- What the bank or the program calls the item; with where it is held it comes once.
  external_id TEXT NOT NULL DEFAULT '',
  received_on TEXT NOT NULL,
  -- Above zero for money in; below for money that went back out.
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  currency TEXT NOT NULL DEFAULT 'USD',
  payer TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  check_number TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  -- Further facts of the item (JSON): what a remittance says of its claim, which account number a row named.
  details TEXT NOT NULL DEFAULT '{}',
  -- The words of who paid, folded, without numbers and the bank's own words: what earlier payments of the same payer are found by.
  payer_key TEXT NOT NULL DEFAULT '',
  -- Money out that reads like a deposit the bank took back: it is listed with the deposits.
  is_return INTEGER NOT NULL DEFAULT 0 CHECK (is_return IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'posted', 'set_aside')),
  set_aside_reason TEXT NOT NULL DEFAULT '',
  decided_at INTEGER,
  author TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX incoming_once ON incoming (kind, held_at, external_id) WHERE external_id <> '';
CREATE INDEX incoming_open ON incoming (received_on, id) WHERE state = 'open';
CREATE INDEX incoming_by_state ON incoming (state, received_on, id);
CREATE INDEX incoming_by_import ON incoming (import_id);
CREATE INDEX incoming_by_payer ON incoming (payer_key) WHERE payer_key <> '';
${keepBut('incoming', 'id, import_id, line, kind, held_at, external_id, received_on, amount_cents, currency, payer, reference, check_number, memo, method, details, payer_key, is_return')}
${keepUntilUndone('incoming')}

-- Where an item's money went: one row for each payment it was posted as or that was in the ledger already; for a deposit the bank
-- took back, the reversal. It ends with that entry, or when it is said not to be the one.
CREATE TABLE incoming_postings (
  id INTEGER PRIMARY KEY,
  incoming_id INTEGER NOT NULL REFERENCES incoming (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  -- With the item's sign.
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  how TEXT NOT NULL CHECK (how IN ('posted', 'linked', 'returned')),
  -- What it was matched by, in words.
  because TEXT NOT NULL DEFAULT '',
  posted_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  -- Set when the entry was taken back. 'returned': the bank took the money back, so the item is dealt with all the same.
  taken_back_at INTEGER,
  taken_back_as TEXT CHECK (taken_back_as IN ('reversed', 'returned', 'unlinked')),
  CHECK ((taken_back_at IS NULL) = (taken_back_as IS NULL))
) STRICT;
CREATE INDEX incoming_postings_by_incoming ON incoming_postings (incoming_id);
CREATE INDEX incoming_postings_by_account ON incoming_postings (account_id);
CREATE INDEX incoming_postings_by_entry ON incoming_postings (entry_id);
${keepBut('incoming_postings', 'id, incoming_id, account_id, entry_id, amount_cents, how, because, posted_at, author')}
CREATE TRIGGER incoming_postings_keep_delete BEFORE DELETE ON incoming_postings
WHEN NOT EXISTS (
  SELECT 1 FROM incoming i JOIN undo_permits p ON p.import_id = i.import_id WHERE i.id = old.incoming_id
  UNION ALL SELECT 1 FROM entries e JOIN undo_permits p ON p.import_id = e.import_id WHERE e.id = old.entry_id)
BEGIN SELECT raise(ABORT, 'append-only: incoming_postings'); END;

-- What left the book as a file: for whom, how much of it, and how it is known again.
CREATE TABLE exports (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  rows INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- What was asked for (JSON): filters, columns, accounts.
  asked TEXT NOT NULL DEFAULT '{}',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
${keepBut('exports', 'id, what, format, file_name, rows, bytes, sha256, asked, made_at, author')}
CREATE TRIGGER exports_keep_delete BEFORE DELETE ON exports
BEGIN SELECT raise(ABORT, 'append-only: exports'); END;
`,
} as const;
