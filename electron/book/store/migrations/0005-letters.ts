/**
 * The letter bench: templates as documents with versions of the office's own, what stands at the head and foot of a letter, how
 * the office prints, print runs with every letter in them, what was mailed, and what came back.
 *
 * What tells a history is append-only, kept so by triggers; where a row may end, only its end may be written.
 */
const keepBut = (table: string, frozen: string) => `
CREATE TRIGGER ${table}_keep_update BEFORE UPDATE OF ${frozen} ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;
CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;`;

export const letters = {
  version: 5,
  name: 'letters',
  sql: /* sql */ `
-- A letter is a document (JSON); its Liquid body is made from it when it is saved. Papers of figures have none.
ALTER TABLE templates ADD COLUMN doc TEXT;
-- For whom and for what it is, and what wording it must hold (JSON).
ALTER TABLE templates ADD COLUMN about TEXT NOT NULL DEFAULT '{}';
ALTER TABLE templates ADD COLUMN origin TEXT NOT NULL DEFAULT 'shipped' CHECK (origin IN ('shipped', 'office'));
-- Of the office's own: the code of the shipped letter it stands in for; empty for one that stands by itself.
ALTER TABLE templates ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
-- Kept to be worked on, and never sent.
ALTER TABLE templates ADD COLUMN draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1));
ALTER TABLE templates ADD COLUMN author TEXT NOT NULL DEFAULT '';
CREATE INDEX templates_by_replaces ON templates (replaces) WHERE replaces <> '';
${keepBut('templates', 'id, code, version, name, description, body, made_at, doc, about, origin, replaces, author')}

ALTER TABLE letterhead ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE letterhead ADD COLUMN signer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE letterhead ADD COLUMN signer_title TEXT NOT NULL DEFAULT '';
-- Where disputes go by mail, line by line; empty for the address above.
ALTER TABLE letterhead ADD COLUMN dispute_address TEXT NOT NULL DEFAULT '';
-- How to dispute electronically; empty for not at all.
ALTER TABLE letterhead ADD COLUMN dispute_electronically TEXT NOT NULL DEFAULT '';
-- Sentences at the foot of every letter.
ALTER TABLE letterhead ADD COLUMN footer TEXT NOT NULL DEFAULT '';
-- Logo and signature; of each kind the newest holds, an empty one takes it away.
CREATE TABLE letterhead_images (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('logo', 'signature')),
  -- PNG or JPEG, found by its bytes.
  mime TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
${keepBut('letterhead_images', 'id, kind, mime, width, height, sha256, made_at, author, bytes')}
-- Sentences a state asks for at the foot of letters into it, such as the number of a licence. A new row of a state replaces the one before.
CREATE TABLE state_lines (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  line TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX state_lines_in_force ON state_lines (state) WHERE ended_at IS NULL;
${keepBut('state_lines', 'id, state, line, made_at, author')}

-- How the office prints: paper, envelope, fold, printer, tray, copies, offset (JSON); the newest holds.
CREATE TABLE print_setups (
  id INTEGER PRIMARY KEY,
  setup TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
${keepBut('print_setups', 'id, setup, made_at, author')}

-- Texts a law asks for whose wording was not found, or is not sure: as counsel of this office approved them. The newest of an id holds.
CREATE TABLE approved_texts (
  id INTEGER PRIMARY KEY,
  text_id TEXT NOT NULL,
  text TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX approved_texts_by_id ON approved_texts (text_id);
${keepBut('approved_texts', 'id, text_id, text, approved_by, made_at, author')}

-- Where letters to a client go. The newest of a client holds; one without a street takes it back.
CREATE TABLE client_contacts (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES clients (id),
  attention TEXT NOT NULL,
  line1 TEXT NOT NULL,
  line2 TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX client_contacts_by_client ON client_contacts (client_id);
${keepBut(
  'client_contacts',
  'id, client_id, attention, line1, line2, city, region, postal_code, country, made_at, author',
)}

-- One run: letters made, printed and mailed together.
CREATE TABLE print_runs (
  id INTEGER PRIMARY KEY,
  -- What was asked for: the letters that wait, chosen accounts or a view, and which letter (JSON).
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('zip', 'envelope', 'client')),
  -- The print setup it was made with (JSON).
  setup TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('making', 'made', 'printing', 'asked', 'settled', 'dropped')),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX print_runs_open ON print_runs (id) WHERE state NOT IN ('settled', 'dropped');
${keepBut('print_runs', 'id, source, name, sort, made_at, author')}
-- Every letter of a run in its place, those left out with the reason.
CREATE TABLE print_run_letters (
  run_id INTEGER NOT NULL REFERENCES print_runs (id),
  place INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  template_id INTEGER NOT NULL REFERENCES templates (id),
  queue_id INTEGER REFERENCES print_queue (id),
  -- Why it was left out; empty for one that goes.
  why TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('planned', 'left_out', 'made', 'sent_to_printer', 'printed', 'spoilt', 'dropped')),
  letter_id INTEGER REFERENCES letters (id),
  -- How often it was sent to the printer, and when last: what came out then counts as sent on that day.
  tries INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER,
  -- Of the document it was printed with last, counted from 1 after its cover sheet.
  first_sheet INTEGER,
  sheets INTEGER,
  PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_run_letters_by_account ON print_run_letters (account_id);
CREATE INDEX print_run_letters_by_letter ON print_run_letters (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX print_run_letters_by_queue ON print_run_letters (queue_id) WHERE queue_id IS NOT NULL;
CREATE INDEX print_run_letters_by_template ON print_run_letters (template_id);

-- What went to the post: one row a piece. A slip of the hand is withdrawn and entered anew.
CREATE TABLE mailings (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letters (id),
  run_id INTEGER REFERENCES print_runs (id),
  mailed_on TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('first_class', 'certified', 'certified_return_receipt', 'registered', 'priority',
    'priority_express', 'certificate_of_mailing', 'courier', 'hand')),
  -- As printed on the label, without blanks.
  article_number TEXT NOT NULL DEFAULT '',
  receipt_number TEXT NOT NULL DEFAULT '',
  postage_cents INTEGER NOT NULL DEFAULT 0 CHECK (postage_cents >= 0),
  address_id INTEGER REFERENCES addresses (id),
  note TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX mailings_by_letter ON mailings (letter_id);
CREATE INDEX mailings_by_run ON mailings (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX mailings_by_day ON mailings (mailed_on);
CREATE INDEX mailings_by_address ON mailings (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX mailings_by_number ON mailings (article_number) WHERE article_number <> '';
CREATE INDEX mailings_by_receipt ON mailings (receipt_number) WHERE receipt_number <> '';
${keepBut('mailings', 'id, letter_id, run_id, mailed_on, class, article_number, receipt_number, postage_cents, address_id, note, made_at, author')}

-- The green card or its electronic record: who signed and when. And mail that came back.
CREATE TABLE mail_returns (
  id INTEGER PRIMARY KEY,
  -- NULL for a piece that was mailed before this book, or from elsewhere.
  mailing_id INTEGER REFERENCES mailings (id),
  letter_id INTEGER REFERENCES letters (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  address_id INTEGER REFERENCES addresses (id),
  kind TEXT NOT NULL CHECK (kind IN ('delivered', 'returned')),
  on_day TEXT NOT NULL,
  -- Of one that came back: what the post wrote on it.
  reason TEXT NOT NULL DEFAULT '',
  signed_by TEXT NOT NULL DEFAULT '',
  -- The address the post gave instead, once it was entered.
  new_address_id INTEGER REFERENCES addresses (id),
  -- The event the law knows it by.
  event_id INTEGER REFERENCES legal_events (id),
  -- The mark its address got.
  change_id INTEGER REFERENCES reach_changes (id),
  note TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX mail_returns_by_mailing ON mail_returns (mailing_id) WHERE mailing_id IS NOT NULL;
CREATE INDEX mail_returns_by_letter ON mail_returns (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX mail_returns_by_account ON mail_returns (account_id);
CREATE INDEX mail_returns_by_address ON mail_returns (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX mail_returns_by_new_address ON mail_returns (new_address_id) WHERE new_address_id IS NOT NULL;
CREATE INDEX mail_returns_by_event ON mail_returns (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX mail_returns_by_change ON mail_returns (change_id) WHERE change_id IS NOT NULL;
-- What Today asks somebody to see to.
CREATE INDEX mail_returns_open ON mail_returns (on_day) WHERE kind = 'returned' AND withdrawn_at IS NULL AND new_address_id IS NULL;
${keepBut('mail_returns', 'id, mailing_id, letter_id, account_id, address_id, kind, on_day, reason, signed_by, event_id, change_id, note, made_at, author')}
-- A strategy that ends when mail comes back ends in the command that records it.
CREATE TRIGGER mail_returns_clock AFTER INSERT ON mail_returns WHEN new.kind = 'returned'
BEGIN INSERT OR IGNORE INTO clock_dirty VALUES (new.account_id); END;

-- Copies of a letter made to be changed or sent outside this program: a Word file, a draft of an email. None of them counts as sent.
CREATE TABLE letter_copies (
  id INTEGER PRIMARY KEY,
  -- NULL for one made from a preview that was never kept.
  letter_id INTEGER REFERENCES letters (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  template_id INTEGER NOT NULL REFERENCES templates (id),
  kind TEXT NOT NULL CHECK (kind IN ('word', 'email')),
  email_id INTEGER REFERENCES emails (id),
  -- What the rules said of an email to that address, and what was typed against it.
  verdict TEXT,
  override_reason TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX letter_copies_by_letter ON letter_copies (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX letter_copies_by_account ON letter_copies (account_id);
CREATE INDEX letter_copies_by_template ON letter_copies (template_id);
CREATE INDEX letter_copies_by_email ON letter_copies (email_id) WHERE email_id IS NOT NULL;
${keepBut('letter_copies', 'id, letter_id, account_id, template_id, kind, email_id, verdict, override_reason, made_at, author')}

-- What a letter was made with besides its facts: the sheet (JSON), and what the check of its wording found (JSON).
-- What was printed and not yet entered as mailed.
CREATE INDEX letters_by_printed ON letters (printed_at) WHERE printed_at IS NOT NULL;
ALTER TABLE letters ADD COLUMN sheet TEXT NOT NULL DEFAULT '{}';
ALTER TABLE letters ADD COLUMN findings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE letters ADD COLUMN address_id INTEGER REFERENCES addresses (id);
CREATE INDEX letters_by_address ON letters (address_id) WHERE address_id IS NOT NULL;
CREATE TRIGGER letters_keep_made BEFORE UPDATE OF sheet, findings, address_id ON letters
BEGIN SELECT raise(ABORT, 'append-only: letters'); END;
`,
} as const;
