/**
 * The first shape of the book.
 *
 * Days are text `YYYY-MM-DD`, instants whole milliseconds UTC, money whole cents. Tables are strict.
 * Entries, applications, notes and the audit are append-only: triggers refuse to change or delete them, with
 * one way out, the undo of an import nothing was built on, which must first say so in `undo_permits`.
 */
export const foundation = {
  version: 1,
  name: 'foundation',
  sql: /* sql */ `
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  book_id TEXT NOT NULL,
  name TEXT NOT NULL,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  -- The office itself, for one that collects its own receivables.
  is_office INTEGER NOT NULL DEFAULT 0 CHECK (is_office IN (0, 1)),
  import_id INTEGER REFERENCES imports (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX clients_by_import ON clients (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE debtors (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('consumer', 'business')),
  name TEXT NOT NULL,
  -- Last name first, folded to lower case without accents: what lists sort and matching compares by.
  name_sort TEXT NOT NULL,
  -- The client's or creditor's own number for the person.
  reference TEXT NOT NULL DEFAULT '',
  import_id INTEGER REFERENCES imports (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX debtors_by_name ON debtors (name_sort);
CREATE INDEX debtors_by_reference ON debtors (reference) WHERE reference <> '';
CREATE INDEX debtors_by_import ON debtors (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE former_names (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  name TEXT NOT NULL,
  until_at INTEGER NOT NULL
) STRICT;
CREATE INDEX former_names_by_debtor ON former_names (debtor_id);

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  kind TEXT NOT NULL CHECK (kind IN ('home', 'work', 'mailing', 'other')),
  status TEXT NOT NULL CHECK (status IN ('current', 'unverified', 'bad', 'former')),
  line1 TEXT NOT NULL,
  line2 TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  since_on TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX addresses_by_debtor ON addresses (debtor_id);
CREATE INDEX addresses_by_import ON addresses (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE phones (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  kind TEXT NOT NULL CHECK (kind IN ('mobile', 'home', 'work', 'other')),
  status TEXT NOT NULL CHECK (status IN ('current', 'unverified', 'wrong', 'disconnected', 'do_not_call')),
  -- E.164 where the number is one, for tel: and for matching; else the digits as given.
  number TEXT NOT NULL,
  display TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  since_on TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX phones_by_debtor ON phones (debtor_id);
CREATE INDEX phones_by_number ON phones (number);
CREATE INDEX phones_by_import ON phones (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE emails (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  address TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('current', 'unverified', 'bad', 'opted_out')),
  source TEXT NOT NULL DEFAULT '',
  since_on TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX emails_by_debtor ON emails (debtor_id);
CREATE INDEX emails_by_import ON emails (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  client_id INTEGER NOT NULL REFERENCES clients (id),
  number TEXT NOT NULL,
  original_creditor TEXT NOT NULL DEFAULT '',
  debt_type TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  placed_on TEXT,
  closed_at INTEGER,
  closed_reason TEXT,
  next_step_on TEXT,
  next_step TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at INTEGER NOT NULL,
  UNIQUE (client_id, number)
) STRICT;
CREATE INDEX accounts_by_debtor ON accounts (debtor_id);
CREATE INDEX accounts_by_import ON accounts (import_id) WHERE import_id IS NOT NULL;

-- Why an account may not be worked: an event with its source, never a bare flag.
CREATE TABLE holds (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('dispute', 'cease', 'attorney', 'bankruptcy', 'deceased', 'hardship', 'court', 'house')),
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  ended_at INTEGER,
  ended_reason TEXT,
  contact_id INTEGER REFERENCES contacts (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX holds_by_account ON holds (account_id);
CREATE INDEX holds_by_contact ON holds (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'fee', 'cost', 'interest', 'payment', 'credit', 'adjustment',
    'settlement', 'write_off', 'refund', 'reversal')),
  effective_on TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  due_on TEXT,
  principal_cents INTEGER NOT NULL DEFAULT 0,
  interest_cents INTEGER NOT NULL DEFAULT 0,
  fees_cents INTEGER NOT NULL DEFAULT 0,
  costs_cents INTEGER NOT NULL DEFAULT 0,
  reference TEXT NOT NULL DEFAULT '',
  method TEXT,
  basis TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  reverses_entry_id INTEGER REFERENCES entries (id),
  operation_id TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  CHECK (kind <> 'payment' OR principal_cents + interest_cents + fees_cents + costs_cents < 0),
  CHECK (kind NOT IN ('fee', 'cost') OR basis <> ''),
  CHECK ((kind = 'reversal') = (reverses_entry_id IS NOT NULL))
) STRICT;
CREATE INDEX entries_by_account ON entries (account_id, effective_on);
-- An entry is reversed once. Few are: the index holds only those.
CREATE UNIQUE INDEX entries_by_reversal ON entries (reverses_entry_id) WHERE reverses_entry_id IS NOT NULL;
CREATE INDEX entries_by_day ON entries (effective_on) WHERE kind = 'payment';
-- What was taken in by hand; an import brings payments by the thousand, and none of them is news.
CREATE INDEX payments_by_instant ON entries (posted_at) WHERE kind = 'payment' AND import_id IS NULL;
CREATE INDEX entries_by_import ON entries (import_id) WHERE import_id IS NOT NULL;

-- How each payment was spread over charges, and by which rule. A reversal takes its applications back by
-- negative ones.
CREATE TABLE applications (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  charge_entry_id INTEGER NOT NULL REFERENCES entries (id),
  principal_cents INTEGER NOT NULL DEFAULT 0,
  interest_cents INTEGER NOT NULL DEFAULT 0,
  fees_cents INTEGER NOT NULL DEFAULT 0,
  costs_cents INTEGER NOT NULL DEFAULT 0,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX applications_by_entry ON applications (entry_id);
CREATE INDEX applications_by_charge ON applications (charge_entry_id);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  channel TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  outcome TEXT NOT NULL,
  phone_id INTEGER REFERENCES phones (id),
  at INTEGER NOT NULL,
  -- The user's zone at that instant.
  zone TEXT NOT NULL,
  seconds INTEGER,
  author TEXT NOT NULL,
  -- What the rules said when it was made (JSON); filled once the rules answer.
  verdict TEXT,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contacts_by_account ON contacts (account_id, at);
CREATE INDEX contacts_by_debtor ON contacts (debtor_id, at);
CREATE INDEX contacts_by_phone ON contacts (phone_id) WHERE phone_id IS NOT NULL;
CREATE INDEX contacts_by_instant ON contacts (at);

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  contact_id INTEGER REFERENCES contacts (id),
  addendum_to INTEGER REFERENCES notes (id),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX notes_by_account ON notes (account_id, at);
CREATE INDEX notes_by_contact ON notes (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX notes_by_note ON notes (addendum_to) WHERE addendum_to IS NOT NULL;
CREATE INDEX notes_by_instant ON notes (at);
CREATE INDEX notes_by_import ON notes (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE promises (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  due_on TEXT NOT NULL,
  -- The day of made_at in the user's zone: payments from then on count.
  made_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  cancelled_at INTEGER,
  cancelled_reason TEXT
) STRICT;
CREATE INDEX promises_by_account ON promises (account_id);
CREATE INDEX promises_by_due ON promises (due_on) WHERE cancelled_at IS NULL;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  started_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER,
  ended_as TEXT CHECK (ended_as IN ('completed', 'cancelled')),
  ended_reason TEXT
) STRICT;
CREATE INDEX plans_by_account ON plans (account_id);
CREATE UNIQUE INDEX plans_active ON plans (account_id) WHERE ended_at IS NULL;

-- Terms are versions of a plan: a change adds one and the earlier stay.
CREATE TABLE plan_versions (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  version INTEGER NOT NULL,
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  count INTEGER NOT NULL CHECK (count > 0),
  frequency TEXT NOT NULL,
  first_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  UNIQUE (plan_id, version)
) STRICT;

CREATE TABLE instalments (
  id INTEGER PRIMARY KEY,
  plan_version_id INTEGER NOT NULL REFERENCES plan_versions (id),
  number INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  UNIQUE (plan_version_id, number)
) STRICT;
CREATE INDEX instalments_by_due ON instalments (due_on);

CREATE TABLE reminders (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES accounts (id),
  text TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
  -- When the user was last told; a reminder is told once for each due instant.
  told_at INTEGER,
  missed INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1)),
  snoozed_times INTEGER NOT NULL DEFAULT 0,
  plan_id INTEGER REFERENCES plans (id),
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX reminders_open_by_due ON reminders (due_at) WHERE state = 'open';
CREATE INDEX reminders_untold ON reminders (due_at) WHERE state = 'open' AND told_at IS NULL;
CREATE INDEX reminders_by_account ON reminders (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX reminders_by_plan ON reminders (plan_id) WHERE plan_id IS NOT NULL;

CREATE TABLE templates (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  retired_at INTEGER,
  UNIQUE (code, version)
) STRICT;

-- What stands at the head of the office's letters besides its name, and how a debtor pays or reaches it.
CREATE TABLE letterhead (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  line1 TEXT NOT NULL DEFAULT '',
  line2 TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  hours TEXT NOT NULL DEFAULT '',
  how_to_pay TEXT NOT NULL DEFAULT ''
) STRICT;

-- The exact copy of what was made, for good. The long columns come last, so that a list of letters never
-- reads through their pages.
CREATE TABLE letters (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  template_id INTEGER NOT NULL REFERENCES templates (id),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  balance_cents INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  printed_at INTEGER,
  saved_at INTEGER,
  pdf_sha256 TEXT NOT NULL,
  -- The facts merged in (JSON), so that the letter can be explained.
  facts TEXT NOT NULL,
  html TEXT NOT NULL,
  pdf BLOB NOT NULL
) STRICT;
CREATE INDEX letters_by_account ON letters (account_id, made_at);
CREATE INDEX letters_by_template ON letters (template_id);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  plan TEXT NOT NULL,
  client_id INTEGER REFERENCES clients (id),
  imported_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  debtors INTEGER NOT NULL DEFAULT 0,
  accounts INTEGER NOT NULL DEFAULT 0,
  charges INTEGER NOT NULL DEFAULT 0,
  charges_cents INTEGER NOT NULL DEFAULT 0,
  payments INTEGER NOT NULL DEFAULT 0,
  payments_cents INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  undone_at INTEGER
) STRICT;
CREATE INDEX imports_by_client ON imports (client_id);

-- Present only inside the transaction that takes an import back.
CREATE TABLE undo_permits (
  import_id INTEGER PRIMARY KEY REFERENCES imports (id)
) STRICT;

-- Half-typed texts and where the window stood. Overwritten freely; not history.
CREATE TABLE drafts (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every command once, chained by hash: each row's hash covers the one before.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  operation_id TEXT NOT NULL UNIQUE,
  call TEXT NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  input_sha256 BLOB NOT NULL,
  -- What the command answered (JSON), given again when the same operation id comes back.
  output TEXT NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

-- What the list shows, kept in the transaction that changes it and checked against its sources.
CREATE TABLE account_summaries (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  client_id INTEGER NOT NULL REFERENCES clients (id),
  debtor_name TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  client_name TEXT NOT NULL,
  number TEXT NOT NULL,
  status TEXT NOT NULL,
  principal_cents INTEGER NOT NULL,
  interest_cents INTEGER NOT NULL,
  fees_cents INTEGER NOT NULL,
  costs_cents INTEGER NOT NULL,
  balance_cents INTEGER NOT NULL,
  oldest_due_on TEXT,
  next_step_on TEXT,
  next_step TEXT,
  -- A hold is in force, dated or not.
  has_hold INTEGER NOT NULL DEFAULT 0,
  -- The last day of the dated hold that lasts longest; an undated hold needs a next step.
  held_until_on TEXT,
  last_contact_at INTEGER,
  last_contact_outcome TEXT,
  last_payment_on TEXT,
  last_payment_cents INTEGER,
  phone TEXT,
  -- The due day of the first instalment of the plan in force that payments do not cover.
  instalment_on TEXT
) STRICT;
-- Each order the list offers, total by the account's id. Status and client stand behind it, so that a filter by
-- them passes over rows without fetching any, and the balance where a range is counted and added up.
CREATE INDEX summaries_by_name ON account_summaries (name_sort, account_id, status, client_id);
CREATE INDEX summaries_by_number ON account_summaries (number, account_id, status, client_id);
CREATE INDEX summaries_by_client ON account_summaries (client_name, account_id, status, client_id);
CREATE INDEX summaries_by_status ON account_summaries (status, account_id, client_id);
CREATE INDEX summaries_by_balance ON account_summaries (balance_cents, account_id, status, client_id);
CREATE INDEX summaries_by_due ON account_summaries (coalesce(oldest_due_on, '9999-12-31'), account_id, status, client_id,
  balance_cents);
CREATE INDEX summaries_by_next_step ON account_summaries (coalesce(next_step_on, '9999-12-31'), account_id, status,
  client_id);
CREATE INDEX summaries_by_contact ON account_summaries (coalesce(last_contact_at, 0), account_id, status, client_id);
CREATE INDEX summaries_by_payment ON account_summaries (coalesce(last_payment_on, ''), account_id, status, client_id);
CREATE INDEX summaries_by_client_id ON account_summaries (client_id, status, balance_cents);
CREATE INDEX summaries_by_debtor ON account_summaries (debtor_id);
-- Nothing is planned: the largest sums first.
CREATE INDEX summaries_without_step ON account_summaries (balance_cents, account_id, status, client_id)
  WHERE next_step_on IS NULL AND (status = 'active' OR (status = 'hold' AND held_until_on IS NULL));
CREATE INDEX summaries_by_instalment ON account_summaries (instalment_on, account_id) WHERE instalment_on IS NOT NULL;

-- How many accounts of a client stand where and what they come to: what every list and Today count first.
CREATE TABLE account_totals (
  client_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  accounts INTEGER NOT NULL,
  balance_cents INTEGER NOT NULL,
  PRIMARY KEY (client_id, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER summaries_count_insert AFTER INSERT ON account_summaries
BEGIN
  INSERT INTO account_totals VALUES (new.client_id, new.status, 1, new.balance_cents)
  ON CONFLICT DO UPDATE SET accounts = accounts + 1, balance_cents = balance_cents + excluded.balance_cents;
END;
CREATE TRIGGER summaries_count_delete AFTER DELETE ON account_summaries
BEGIN
  UPDATE account_totals SET accounts = accounts - 1, balance_cents = balance_cents - old.balance_cents
  WHERE client_id = old.client_id AND status = old.status;
  DELETE FROM account_totals WHERE client_id = old.client_id AND status = old.status AND accounts = 0;
END;
CREATE TRIGGER summaries_count_update AFTER UPDATE OF client_id, status, balance_cents ON account_summaries
WHEN old.client_id <> new.client_id OR old.status <> new.status OR old.balance_cents <> new.balance_cents
BEGIN
  UPDATE account_totals SET accounts = accounts - 1, balance_cents = balance_cents - old.balance_cents
  WHERE client_id = old.client_id AND status = old.status;
  DELETE FROM account_totals WHERE client_id = old.client_id AND status = old.status AND accounts = 0;
  INSERT INTO account_totals VALUES (new.client_id, new.status, 1, new.balance_cents)
  ON CONFLICT DO UPDATE SET accounts = accounts + 1, balance_cents = balance_cents + excluded.balance_cents;
END;

-- What is still owed of each charge that is not fully met; kept like the summaries, for aging. Every one is checked
-- against its sources, so it needs no foreign keys and the indexes these would take.
CREATE TABLE open_charges (
  account_id INTEGER NOT NULL,
  entry_id INTEGER NOT NULL,
  client_id INTEGER NOT NULL,
  due_on TEXT,
  open_cents INTEGER NOT NULL,
  PRIMARY KEY (account_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_charges_by_due ON open_charges (due_on, client_id, open_cents);

-- The day the statuses in the summaries hold for: holds end and promises lapse as days pass.
CREATE TABLE summary_day (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL
) STRICT;

-- One row an account (rowid is the account's id): names, numbers, phones, references.
CREATE VIRTUAL TABLE account_search USING fts5 (
  names, numbers, phones, places,
  content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE TRIGGER entries_keep_update BEFORE UPDATE ON entries
BEGIN SELECT raise(ABORT, 'append-only: entries'); END;
CREATE TRIGGER entries_keep_delete BEFORE DELETE ON entries
WHEN NOT EXISTS (SELECT 1 FROM undo_permits WHERE import_id = old.import_id)
BEGIN SELECT raise(ABORT, 'append-only: entries'); END;

CREATE TRIGGER applications_keep_update BEFORE UPDATE ON applications
BEGIN SELECT raise(ABORT, 'append-only: applications'); END;
CREATE TRIGGER applications_keep_delete BEFORE DELETE ON applications
WHEN NOT EXISTS (
  SELECT 1 FROM entries e JOIN undo_permits p ON p.import_id = e.import_id WHERE e.id = old.entry_id)
BEGIN SELECT raise(ABORT, 'append-only: applications'); END;

CREATE TRIGGER notes_keep_update BEFORE UPDATE ON notes
BEGIN SELECT raise(ABORT, 'append-only: notes'); END;
CREATE TRIGGER notes_keep_delete BEFORE DELETE ON notes
WHEN NOT EXISTS (SELECT 1 FROM undo_permits WHERE import_id = old.import_id)
BEGIN SELECT raise(ABORT, 'append-only: notes'); END;

CREATE TRIGGER contacts_keep_update BEFORE UPDATE ON contacts
BEGIN SELECT raise(ABORT, 'append-only: contacts'); END;
CREATE TRIGGER contacts_keep_delete BEFORE DELETE ON contacts
BEGIN SELECT raise(ABORT, 'append-only: contacts'); END;

CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'append-only: audit'); END;
CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'append-only: audit'); END;

CREATE TRIGGER letters_keep_copy BEFORE UPDATE OF id, account_id, template_id, made_at, author, balance_cents, pages,
  pdf_sha256, facts, html, pdf ON letters
BEGIN SELECT raise(ABORT, 'append-only: letters'); END;
CREATE TRIGGER letters_keep_delete BEFORE DELETE ON letters
BEGIN SELECT raise(ABORT, 'append-only: letters'); END;
`,
} as const;
