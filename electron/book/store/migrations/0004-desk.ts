/**
 * The call desk: scripts and what was followed of them, marks on the queue of Today, kinds of notes and a search inside them,
 * attachments, skip tracing, reminders that repeat, strategies with the accounts in them, and hours of training.
 *
 * What tells a history is append-only, kept so by triggers; where a row may end, only its end may be written.
 */
const keep = (table: string) => `
CREATE TRIGGER ${table}_keep_update BEFORE UPDATE ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;
CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;`;

/** Only `columns` may still change. */
const keepBut = (table: string, frozen: string) => `
CREATE TRIGGER ${table}_keep_update BEFORE UPDATE OF ${frozen} ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;
CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;`;

/** What counts as spoken with somebody: `isConversation` of shared/domain/contact.ts. */
const conversations = `('third_party', 'right_party', 'promise_to_pay', 'payment_taken', 'refused', 'hung_up', 'disputed',
  'asked_to_stop', 'attorney', 'bankruptcy', 'deceased', 'callback', 'language')`;

export const desk = {
  version: 4,
  name: 'desk',
  sql: /* sql */ `
-- Scripts and objection cards, whole (JSON), as versions. Those shipped with the program get a row once a run followed them.
CREATE TABLE scripts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('script', 'card')),
  code TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'office')),
  version INTEGER NOT NULL CHECK (version > 0),
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  -- The office uses it no longer; runs still name it.
  retired_at INTEGER,
  -- Kept to be worked on, and never used in a call.
  draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1)),
  UNIQUE (kind, code, origin, version)
) STRICT;
${keepBut('scripts', 'id, kind, code, origin, version, name, body, made_at, author, draft')}

-- How the office speaks on the telephone: the name an author gives there, and what its voicemail message holds (JSON). The newest
-- of a kind holds, of names the newest of the author.
CREATE TABLE spoken_settings (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('name', 'voicemail')),
  settings TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX spoken_settings_by_author ON spoken_settings (kind, author);
${keep('spoken_settings')}

-- What was followed of a script in a call: the version, the steps with their instants and answers, what was ticked.
CREATE TABLE script_runs (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  script_id INTEGER NOT NULL REFERENCES scripts (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  -- With whom: as the right-party check was answered.
  party TEXT NOT NULL CHECK (party IN ('unknown', 'right_party', 'third_party')),
  confirmed_at INTEGER,
  exit TEXT,
  -- JSON: [{step, script, at, answer}] and [{step, tick, at}].
  path TEXT NOT NULL,
  ticks TEXT NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL
) STRICT;
CREATE INDEX script_runs_by_account ON script_runs (account_id);
CREATE UNIQUE INDEX script_runs_by_contact ON script_runs (contact_id);
CREATE INDEX script_runs_by_script ON script_runs (script_id);
${keep('script_runs')}

-- An attempt, or somebody was spoken with.
ALTER TABLE contacts ADD COLUMN conversation INTEGER NOT NULL
  GENERATED ALWAYS AS (channel = 'call' AND outcome IN ${conversations}) VIRTUAL;
-- What was done on a day is counted from the index alone: no text of a note, no row of a contact is read for it.
DROP INDEX contacts_by_instant;
CREATE INDEX contacts_by_instant ON contacts (at, conversation);
DROP INDEX notes_by_instant;
CREATE INDEX notes_by_instant ON notes (at, contact_id);

-- How the office ranks its day and what it aims at (JSON); the newest holds.
CREATE TABLE desk_settings (
  id INTEGER PRIMARY KEY,
  settings TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
${keep('desk_settings')}

-- What was decided of an item of Today. The newest mark of a key holds: done for good, else until an instant.
CREATE TABLE queue_marks (
  id INTEGER PRIMARY KEY,
  item_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  account_id INTEGER REFERENCES accounts (id),
  mark TEXT NOT NULL CHECK (mark IN ('done', 'skipped', 'snoozed', 'returned')),
  word TEXT NOT NULL DEFAULT '',
  until_at INTEGER,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  CHECK ((mark IN ('skipped', 'snoozed')) = (until_at IS NOT NULL)),
  CHECK (mark NOT IN ('skipped', 'snoozed') OR word <> '')
) STRICT;
CREATE INDEX queue_marks_by_key ON queue_marks (item_key);
CREATE INDEX queue_marks_by_instant ON queue_marks (at);
CREATE INDEX queue_marks_by_account ON queue_marks (account_id) WHERE account_id IS NOT NULL;
-- What was put off, by when it comes back: those in force are few, whatever was marked before.
CREATE INDEX queue_marks_by_end ON queue_marks (until_at) WHERE until_at IS NOT NULL;
-- Events that wait for an answer or a look; hardly any of all that is recorded.
CREATE INDEX legal_events_owed ON legal_events (on_day) WHERE ended_at IS NULL AND kind IN
  ('dispute', 'direct_dispute', 'bureau_dispute', 'original_creditor_request', 'statement_request', 'notice_returned');
${keep('queue_marks')}

ALTER TABLE notes ADD COLUMN kind TEXT NOT NULL DEFAULT 'note';
-- What stands above the timeline until it is taken down.
CREATE TABLE note_pins (
  id INTEGER PRIMARY KEY,
  note_id INTEGER NOT NULL REFERENCES notes (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  pinned_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX note_pins_by_account ON note_pins (account_id);
CREATE UNIQUE INDEX note_pins_in_force ON note_pins (note_id) WHERE ended_at IS NULL;
CREATE INDEX note_pins_by_note ON note_pins (note_id);
${keepBut('note_pins', 'id, note_id, account_id, pinned_at, author')}
-- Texts the office types often: a short code and what it stands for.
CREATE TABLE note_phrases (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX note_phrases_in_force ON note_phrases (code) WHERE retired_at IS NULL;
-- rowid is the note's id; the text itself stays in notes.
CREATE VIRTUAL TABLE note_search USING fts5 (
  text,
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO note_search (rowid, text) SELECT id, text FROM notes;
CREATE TRIGGER notes_search_insert AFTER INSERT ON notes
BEGIN INSERT INTO note_search (rowid, text) VALUES (new.id, new.text); END;
CREATE TRIGGER notes_search_delete AFTER DELETE ON notes
BEGIN DELETE FROM note_search WHERE rowid = old.id; END;

-- When an account was closed and reopened, and what was to come next: the row of an account holds only the last word.
CREATE TABLE account_changes (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  what TEXT NOT NULL CHECK (what IN ('closed', 'reopened', 'next_step')),
  text TEXT NOT NULL DEFAULT '',
  -- The day of a next step.
  on_day TEXT,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL
) STRICT;
CREATE INDEX account_changes_by_account ON account_changes (account_id);
CREATE TRIGGER account_changes_keep_update BEFORE UPDATE ON account_changes
BEGIN SELECT raise(ABORT, 'append-only: account_changes'); END;
-- An account whose import is taken back takes its history along.
CREATE TRIGGER account_changes_keep_delete BEFORE DELETE ON account_changes
WHEN NOT EXISTS (
  SELECT 1 FROM accounts a JOIN undo_permits p ON p.import_id = a.import_id WHERE a.id = old.account_id)
BEGIN SELECT raise(ABORT, 'append-only: account_changes'); END;
INSERT INTO account_changes (account_id, what, text, at, author, operation_id)
SELECT id, 'closed', coalesce(closed_reason, ''), closed_at, '', 'closed-' || id FROM accounts WHERE closed_at IS NOT NULL;

-- Where the office looked for somebody, and what it found.
CREATE TABLE traces (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  source TEXT NOT NULL CHECK (source <> ''),
  tried_on TEXT NOT NULL,
  asked TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL CHECK (outcome IN ('found', 'nothing', 'unclear')),
  found TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL
) STRICT;
CREATE INDEX traces_by_debtor ON traces (debtor_id);
CREATE INDEX traces_by_account ON traces (account_id);
${keep('traces')}
-- How a number or an address came to its status, so that a slip can be taken back.
CREATE TABLE reach_changes (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  phone_id INTEGER REFERENCES phones (id),
  address_id INTEGER REFERENCES addresses (id),
  email_id INTEGER REFERENCES emails (id),
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  why TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  CHECK ((phone_id IS NOT NULL) + (address_id IS NOT NULL) + (email_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX reach_changes_by_debtor ON reach_changes (debtor_id);
CREATE INDEX reach_changes_by_phone ON reach_changes (phone_id) WHERE phone_id IS NOT NULL;
CREATE INDEX reach_changes_by_address ON reach_changes (address_id) WHERE address_id IS NOT NULL;
CREATE INDEX reach_changes_by_email ON reach_changes (email_id) WHERE email_id IS NOT NULL;
${keep('reach_changes')}

-- Files kept inside the encrypted book. The long column comes last.
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- What it is to the office: a letter received, a contract, a statement ...
  kind TEXT NOT NULL,
  -- What its bytes are, by looking at them.
  media_type TEXT NOT NULL,
  on_day TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  removed_at INTEGER,
  removed_reason TEXT,
  content BLOB NOT NULL,
  CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
) STRICT;
CREATE INDEX attachments_by_account ON attachments (account_id);
CREATE INDEX attachments_by_debtor ON attachments (debtor_id);
CREATE INDEX attachments_by_name ON attachments (name COLLATE NOCASE);
${keepBut(
  'attachments',
  'id, account_id, debtor_id, name, kind, media_type, on_day, description, bytes, sha256, added_at, author, operation_id, content',
)}

-- rowid is the file's id; both texts stay in attachments.
CREATE VIRTUAL TABLE attachment_search USING fts5 (
  name, description,
  content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER attachments_search_insert AFTER INSERT ON attachments
BEGIN INSERT INTO attachment_search (rowid, name, description) VALUES (new.id, new.name, new.description); END;

-- Reminders that repeat (RFC 5545 RRULE), of a day without an hour, of weight, on a person or a letter.
ALTER TABLE reminders ADD COLUMN repeat TEXT;
-- The wall time the series counts from, YYYY-MM-DDTHH:MM in its zone, and its first reminder.
ALTER TABLE reminders ADD COLUMN starts_local TEXT;
ALTER TABLE reminders ADD COLUMN series_id INTEGER REFERENCES reminders (id);
ALTER TABLE reminders ADD COLUMN all_day INTEGER NOT NULL DEFAULT 0 CHECK (all_day IN (0, 1));
ALTER TABLE reminders ADD COLUMN due_on TEXT;
ALTER TABLE reminders ADD COLUMN priority INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN -1 AND 1);
ALTER TABLE reminders ADD COLUMN debtor_id INTEGER REFERENCES debtors (id);
ALTER TABLE reminders ADD COLUMN letter_id INTEGER REFERENCES letters (id);
-- Its day by the rule of the series, wherever it was put off or moved to, and how many before it nobody dealt with.
ALTER TABLE reminders ADD COLUMN occurs_on TEXT;
ALTER TABLE reminders ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
-- A later one of the series came due before anybody dealt with this one.
ALTER TABLE reminders ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1));
CREATE INDEX reminders_by_series ON reminders (series_id, occurs_on) WHERE series_id IS NOT NULL;
CREATE INDEX reminders_repeating ON reminders (series_id) WHERE state = 'open' AND repeat IS NOT NULL;
-- Which accounts something comes up for by itself.
CREATE INDEX reminders_open_by_account ON reminders (account_id) WHERE state = 'open' AND account_id IS NOT NULL;
-- Told in a time that is still to come: the clock was set back since.
CREATE INDEX reminders_series_told ON reminders (told_at) WHERE told_at IS NOT NULL AND series_id IS NOT NULL;
-- What a person asked to be reminded of, as the calendar shows it: those of an instant, those of a day.
CREATE INDEX reminders_own_by_instant ON reminders (due_at)
  WHERE state = 'open' AND all_day = 0 AND instalment IS NULL AND held_payment_id IS NULL;
CREATE INDEX reminders_own_by_day ON reminders (due_on)
  WHERE state = 'open' AND all_day = 1 AND instalment IS NULL AND held_payment_id IS NULL;
CREATE TABLE reminder_settings (
  id INTEGER PRIMARY KEY,
  -- When reminders of a day ring, HH:MM in the zone the user is in on that day; the newest holds.
  morning TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
${keep('reminder_settings')}
CREATE INDEX reminders_by_debtor ON reminders (debtor_id) WHERE debtor_id IS NOT NULL;
CREATE INDEX reminders_by_letter ON reminders (letter_id) WHERE letter_id IS NOT NULL;

-- Contact plans of several steps, as versions (JSON); what runs is a version with its accounts.
CREATE TABLE strategies (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'on', 'off')),
  -- At most so many letters a day; NULL: as many as come due.
  letters_per_day INTEGER,
  -- The day its accounts were last gone through, and how far that came; NULL: through.
  looked_on TEXT,
  looked_after INTEGER,
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- A draft nobody entered was thrown away.
  removed_at INTEGER
) STRICT;
CREATE TABLE strategy_versions (
  id INTEGER PRIMARY KEY,
  strategy_id INTEGER NOT NULL REFERENCES strategies (id),
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  UNIQUE (strategy_id, version)
) STRICT;
${keep('strategy_versions')}
CREATE TABLE strategy_members (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES strategy_versions (id),
  strategy_id INTEGER NOT NULL REFERENCES strategies (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  entered_on TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  balance_cents INTEGER NOT NULL,
  days_past_due INTEGER NOT NULL DEFAULT 0,
  -- The step that comes next, counted from 0, and its day; no day while its letter waits to be printed.
  step INTEGER NOT NULL DEFAULT 0,
  due_on TEXT,
  -- The day the book looks at it by itself; NULL while it waits for a person.
  look_on TEXT,
  -- How often the rules put this step off, and what it waits for when somebody has to look at it.
  tries INTEGER NOT NULL DEFAULT 0,
  stuck TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'stopped', 'finished')),
  ended_at INTEGER,
  -- Why, as a code, and what was typed.
  ended_why TEXT,
  ended_word TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'active') = (ended_at IS NULL))
) STRICT;
-- One contact plan at a time.
CREATE UNIQUE INDEX strategy_members_active ON strategy_members (account_id) WHERE state = 'active';
-- Accounts without a step as 'summaries_without_step' has them, to be looked up.
CREATE INDEX summaries_without_step_by_account ON account_summaries (account_id, balance_cents)
  WHERE next_step_on IS NULL AND (status = 'active' OR (status = 'hold' AND held_until_on IS NULL));
CREATE INDEX strategy_members_due ON strategy_members (due_on, look_on, strategy_id) WHERE state = 'active';
CREATE INDEX strategy_members_stuck ON strategy_members (strategy_id) WHERE stuck IS NOT NULL;
CREATE INDEX strategy_members_look ON strategy_members (look_on) WHERE state = 'active' AND look_on IS NOT NULL;
CREATE INDEX strategy_members_by_day ON strategy_members (strategy_id, due_on) WHERE state = 'active';
CREATE INDEX strategy_members_by_account ON strategy_members (account_id);
CREATE INDEX strategy_members_by_version ON strategy_members (version_id, state);
CREATE INDEX strategy_members_by_strategy ON strategy_members (strategy_id, state);
CREATE TABLE strategy_steps (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES strategy_members (id),
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  planned_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'left_out', 'refused')),
  detail TEXT NOT NULL DEFAULT '',
  contact_id INTEGER REFERENCES contacts (id),
  letter_id INTEGER REFERENCES letters (id),
  at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX strategy_steps_by_member ON strategy_steps (member_id);
CREATE INDEX strategy_steps_by_contact ON strategy_steps (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX strategy_steps_by_letter ON strategy_steps (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX strategy_steps_by_instant ON strategy_steps (at);
${keep('strategy_steps')}
-- Letters that wait to be printed together.
CREATE TABLE print_queue (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  template_code TEXT NOT NULL,
  member_id INTEGER REFERENCES strategy_members (id),
  wanted_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'printed', 'left_out')),
  why TEXT NOT NULL DEFAULT '',
  letter_id INTEGER REFERENCES letters (id),
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX print_queue_waiting ON print_queue (wanted_on, id) WHERE state = 'waiting';
CREATE INDEX print_queue_by_day ON print_queue (wanted_on);
CREATE INDEX print_queue_ended ON print_queue (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX print_queue_by_account ON print_queue (account_id);
CREATE INDEX print_queue_by_member ON print_queue (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX print_queue_by_letter ON print_queue (letter_id) WHERE letter_id IS NOT NULL;

-- Hours of practice and courses, and certificates with the day they are to be renewed.
CREATE TABLE training_log (
  id INTEGER PRIMARY KEY,
  on_day TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'course', 'reading')),
  subject TEXT NOT NULL,
  -- What a practice call missed and scored (JSON); NULL otherwise.
  score TEXT,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  withdrawn_at INTEGER
) STRICT;
CREATE INDEX training_log_by_day ON training_log (on_day);
${keepBut('training_log', 'id, on_day, minutes, kind, subject, score, made_at, author')}
CREATE TABLE certificates (
  id INTEGER PRIMARY KEY,
  holder TEXT NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  issued_on TEXT NOT NULL,
  renews_on TEXT,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER
) STRICT;
${keepBut('certificates', 'id, holder, name, number, issued_on, renews_on, made_at, author')}
`,
} as const;
