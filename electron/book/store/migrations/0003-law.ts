/**
 * The law: who the office is, events the law attaches something to, what is known of debts and people, verdicts kept with
 * contacts and letters, rule packs, and the clocks the list shows.
 *
 * `holds` is rebuilt because its kinds change; a hold may come from an event now and ends with it. Older holds of the five
 * kinds that are events become events of their own. `clock_dirty` names accounts whose clocks wait to be worked out
 * again: triggers fill it, whatever changed a fact.
 */
const holdKinds = `('dispute', 'request', 'cease', 'attorney', 'bankruptcy', 'deceased', 'identity_theft', 'medical', 'hardship', 'court', 'house')`;

const writtenChannels = `('email', 'text', 'letter', 'social')`;

/** Marks the accounts a query names. */
const mark = (accounts: string) => `INSERT OR IGNORE INTO clock_dirty (account_id) ${accounts};`;
const accountsOf = (debtor: string) => mark(`SELECT id FROM accounts WHERE debtor_id = ${debtor}`);

/**
 * Everything of a person changed: all accounts of it are marked. An import adds rows by the ten thousand and marks its accounts
 * once, in the end.
 */
function markPerson(table: string, imported: boolean): string {
  return (
    [
      ['INSERT', 'new', imported ? 'WHEN new.import_id IS NULL' : ''],
      ['UPDATE', 'new', ''],
      ['DELETE', 'old', ''],
    ] as const
  )
    .map(
      ([event, row, when]) => `
CREATE TRIGGER ${table}_clock_${event.toLowerCase()} AFTER ${event} ON ${table} ${when}
BEGIN ${accountsOf(`${row}.debtor_id`)} END;`,
    )
    .join('');
}

const keep = (table: string) => `
CREATE TRIGGER ${table}_keep_update BEFORE UPDATE ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;
CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table}
BEGIN SELECT raise(ABORT, 'append-only: ${table}'); END;`;

export const law = {
  version: 3,
  name: 'law',
  sql: /* sql */ `
-- Who the office is and what it lays down (JSON); the newest holds.
CREATE TABLE office_profiles (
  id INTEGER PRIMARY KEY,
  profile TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
${keep('office_profiles')}

-- A licence, registration or bond by state, or why none is needed. A new row of a state replaces the one before.
CREATE TABLE licences (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('licence', 'registration', 'bond', 'exempt', 'not_needed')),
  number TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '',
  renews_on TEXT,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER,
  CHECK (kind NOT IN ('exempt', 'not_needed') OR basis <> '')
) STRICT;
CREATE UNIQUE INDEX licences_in_force ON licences (state) WHERE ended_at IS NULL;
CREATE TRIGGER licences_keep_update BEFORE UPDATE OF id, state, kind, number, basis, renews_on, made_at, author ON licences
BEGIN SELECT raise(ABORT, 'append-only: licences'); END;
CREATE TRIGGER licences_keep_delete BEFORE DELETE ON licences
BEGIN SELECT raise(ABORT, 'append-only: licences'); END;

-- What happened that the law attaches something to; never erased, only ended or withdrawn as a mistake.
CREATE TABLE legal_events (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  -- The debt it is about; NULL for every debt of the person.
  account_id INTEGER REFERENCES accounts (id),
  kind TEXT NOT NULL,
  on_day TEXT NOT NULL,
  -- When it took effect, where the hour matters.
  at INTEGER,
  -- Channel, number, address, place (JSON), and what is particular to its kind (JSON).
  scope TEXT NOT NULL,
  detail TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  -- Where the paper is: a file, a drawer, a letter of this book.
  document TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  contact_id INTEGER REFERENCES contacts (id),
  letter_id INTEGER REFERENCES letters (id),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  -- The first day it no longer binds, and what ended it.
  ended_on TEXT,
  ended_at INTEGER,
  ended_reason TEXT,
  ended_source TEXT,
  ended_author TEXT,
  -- 1: it was entered by mistake and never was.
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
) STRICT;
CREATE INDEX legal_events_by_debtor ON legal_events (debtor_id);
CREATE INDEX legal_events_by_account ON legal_events (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX legal_events_by_contact ON legal_events (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX legal_events_by_letter ON legal_events (letter_id) WHERE letter_id IS NOT NULL;
CREATE TRIGGER legal_events_keep_update BEFORE UPDATE OF id, debtor_id, account_id, kind, on_day, at, scope, detail, source, document,
  memo, contact_id, letter_id, made_at, author, operation_id ON legal_events
BEGIN SELECT raise(ABORT, 'append-only: legal_events'); END;
CREATE TRIGGER legal_events_keep_end BEFORE UPDATE OF ended_on, ended_at, ended_reason, ended_source, ended_author, withdrawn
  ON legal_events WHEN old.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'append-only: legal_events'); END;
CREATE TRIGGER legal_events_keep_delete BEFORE DELETE ON legal_events
BEGIN SELECT raise(ABORT, 'append-only: legal_events'); END;

-- What is known of a debt or a person, each with its source; the newest of a name holds, an empty value takes it back.
CREATE TABLE debt_facts (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  since_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL
) STRICT;
CREATE INDEX debt_facts_by_account ON debt_facts (account_id, name);
${keep('debt_facts')}
CREATE TABLE person_facts (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  since_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL
) STRICT;
CREATE INDEX person_facts_by_debtor ON person_facts (debtor_id, name);
${keep('person_facts')}

CREATE TABLE holds_next (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ${holdKinds}),
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  ended_at INTEGER,
  ended_reason TEXT,
  contact_id INTEGER REFERENCES contacts (id),
  created_at INTEGER NOT NULL,
  -- The event that makes it; it ends with that.
  event_id INTEGER REFERENCES legal_events (id)
) STRICT;
INSERT INTO holds_next (id, account_id, kind, reason, source, from_on, until_on, ended_at, ended_reason, contact_id, created_at)
SELECT id, account_id, kind, reason, source, from_on, until_on, ended_at, ended_reason, contact_id, created_at FROM holds;
DROP TABLE holds;
ALTER TABLE holds_next RENAME TO holds;
CREATE INDEX holds_by_account ON holds (account_id);
CREATE INDEX holds_by_contact ON holds (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX holds_by_event ON holds (event_id) WHERE event_id IS NOT NULL;
-- Before events were kept a hold was all that was known of them; who held by hand may have had a paper, who heard it had not.
-- What came over a channel of writing was written.
INSERT INTO legal_events (debtor_id, account_id, kind, on_day, scope, detail, source, contact_id, made_at, author, operation_id,
  ended_on, ended_at, ended_reason, ended_source, ended_author)
SELECT a.debtor_id, h.account_id,
  CASE h.kind WHEN 'cease' THEN iif(c.id IS NULL OR c.channel IN ${writtenChannels}, 'cease_written', 'cease_oral') ELSE h.kind END,
  h.from_on, '{}',
  -- One with a last day binds up to it, and can still be ended before.
  json_patch(CASE WHEN h.kind <> 'dispute' OR c.id IS NULL THEN '{}' WHEN c.channel IN ${writtenChannels} THEN '{"written":true}'
      ELSE '{"written":false}' END,
    iif(h.ended_at IS NULL AND h.until_on IS NOT NULL, json_object('untilOn', h.until_on), '{}')),
  iif(h.source = '', 'Hold entered before events were kept', h.source), h.contact_id, h.created_at, '', 'hold-' || h.id,
  date(h.ended_at / 1000, 'unixepoch'), h.ended_at, iif(h.ended_at IS NULL, NULL, coalesce(h.ended_reason, 'The hold ended')),
  iif(h.ended_at IS NULL, NULL, 'The hold'), iif(h.ended_at IS NULL, NULL, '')
FROM holds h JOIN accounts a ON a.id = h.account_id LEFT JOIN contacts c ON c.id = h.contact_id
WHERE h.kind IN ('dispute', 'cease', 'attorney', 'bankruptcy', 'deceased');
-- Whoever asked in a contact to be left alone closed the way they said it, for every debt.
INSERT INTO legal_events (debtor_id, account_id, kind, on_day, scope, detail, source, contact_id, made_at, author, operation_id,
  ended_on, ended_at, ended_reason, ended_source, ended_author)
SELECT a.debtor_id, NULL, 'opt_out', h.from_on, json_object('channel', iif(c.channel IN ('voicemail', 'other'), 'call', c.channel)), '{}',
  iif(h.source = '', 'Hold entered before events were kept', h.source), h.contact_id, h.created_at, '', 'hold-opt-out-' || h.id,
  date(h.ended_at / 1000, 'unixepoch'), h.ended_at, iif(h.ended_at IS NULL, NULL, coalesce(h.ended_reason, 'The hold ended')),
  iif(h.ended_at IS NULL, NULL, 'The hold'), iif(h.ended_at IS NULL, NULL, '')
FROM holds h JOIN accounts a ON a.id = h.account_id JOIN contacts c ON c.id = h.contact_id
WHERE h.kind = 'cease';
-- A contact said again what held the account already and made no hold of its own. What it said may be more: in writing after a
-- call, or of another way of contact. It stands as long as the hold of that time.
INSERT INTO legal_events (debtor_id, account_id, kind, on_day, at, scope, detail, source, contact_id, made_at, author, operation_id,
  ended_on, ended_at, ended_reason, ended_source, ended_author)
SELECT c.debtor_id, iif(k.kind = 'opt_out', NULL, c.account_id), k.kind,
  -- By no office of the United States a later day.
  date(c.at / 1000 - 36000, 'unixepoch'), c.at,
  iif(k.kind = 'opt_out', json_object('channel', iif(c.channel IN ('voicemail', 'other'), 'call', c.channel)), '{}'),
  iif(k.kind = 'dispute', '{"written":true}', '{}'), 'Outcome of a contact before events were kept', c.id, c.recorded_at, '',
  'contact-' || k.kind || '-' || c.id,
  date(h.ended_at / 1000, 'unixepoch'), h.ended_at, iif(h.ended_at IS NULL, NULL, coalesce(h.ended_reason, 'The hold ended')),
  iif(h.ended_at IS NULL, NULL, 'The hold'), iif(h.ended_at IS NULL, NULL, '')
FROM contacts c
  JOIN (SELECT 'disputed' AS outcome, 'dispute' AS hold, 'dispute' AS kind UNION ALL SELECT 'asked_to_stop', 'cease', 'cease_written'
    UNION ALL SELECT 'asked_to_stop', 'cease', 'opt_out') k ON k.outcome = c.outcome
  JOIN holds h ON h.id = (SELECT max(o.id) FROM holds o WHERE o.account_id = c.account_id AND o.kind = k.hold
    AND o.created_at <= c.recorded_at AND (o.ended_at IS NULL OR o.ended_at >= c.recorded_at))
WHERE c.outcome IN ('disputed', 'asked_to_stop') AND (k.kind = 'opt_out' OR c.channel IN ${writtenChannels})
  AND NOT EXISTS (SELECT 1 FROM holds o WHERE o.contact_id = c.id);
UPDATE holds SET event_id = (SELECT e.id FROM legal_events e WHERE e.operation_id = 'hold-' || holds.id)
WHERE kind IN ('dispute', 'cease', 'attorney', 'bankruptcy', 'deceased');

-- Whom a contact was for and what for, and what was typed where a rule stood in the way.
ALTER TABLE contacts ADD COLUMN party TEXT NOT NULL DEFAULT 'debtor';
ALTER TABLE contacts ADD COLUMN party_name TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN purpose TEXT NOT NULL DEFAULT 'collect';
ALTER TABLE contacts ADD COLUMN dialing TEXT NOT NULL DEFAULT 'by_hand';
ALTER TABLE contacts ADD COLUMN email_id INTEGER REFERENCES emails (id);
ALTER TABLE contacts ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN override_factor TEXT;
CREATE INDEX contacts_by_email ON contacts (email_id) WHERE email_id IS NOT NULL;
-- Debts a contact counts for besides its own.
CREATE TABLE contact_debts (
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (contact_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_debts_by_account ON contact_debts (account_id);
${keep('contact_debts')}

-- What the rules said when a letter was kept (JSON), and what was typed against them.
ALTER TABLE letters ADD COLUMN verdict TEXT;
ALTER TABLE letters ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
CREATE TRIGGER letters_keep_verdict BEFORE UPDATE OF verdict, override_reason ON letters WHEN old.verdict IS NOT NULL
BEGIN SELECT raise(ABORT, 'append-only: letters'); END;

-- Counsel's own words on a rule; the newest holds.
CREATE TABLE rule_notes (
  id INTEGER PRIMARY KEY,
  rule_id TEXT NOT NULL,
  text TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX rule_notes_by_rule ON rule_notes (rule_id);
${keep('rule_notes')}
-- Whose rule packs this office takes.
CREATE TABLE pack_publishers (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX pack_publishers_in_force ON pack_publishers (key) WHERE removed_at IS NULL;
-- Packs as they were loaded; the newest version holds.
CREATE TABLE rule_packs (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  publisher TEXT NOT NULL,
  pack TEXT NOT NULL,
  signature TEXT NOT NULL,
  key TEXT NOT NULL,
  loaded_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
${keep('rule_packs')}

-- The clocks the list shows, kept beside the summaries but worked out by the rules.
-- What a call meets: its outcome apart from the hour, and why.
ALTER TABLE account_summaries ADD COLUMN call_outcome TEXT;
ALTER TABLE account_summaries ADD COLUMN call_code TEXT;
-- The lawful span that is open or comes next; NULL: something has to happen first.
ALTER TABLE account_summaries ADD COLUMN call_opens_at INTEGER;
ALTER TABLE account_summaries ADD COLUMN call_closes_at INTEGER;
-- Calls counted in seven days, of the most that are presumed right.
ALTER TABLE account_summaries ADD COLUMN calls_used INTEGER;
ALTER TABLE account_summaries ADD COLUMN validation_end_on TEXT;
ALTER TABLE account_summaries ADD COLUMN limitation_on TEXT;
ALTER TABLE account_summaries ADD COLUMN limitation_state TEXT;
-- From then on the clocks are to be worked out again.
ALTER TABLE account_summaries ADD COLUMN clocks_until INTEGER;
CREATE INDEX summaries_by_call ON account_summaries (coalesce(call_opens_at, 9000000000000000), account_id, status, client_id,
  call_closes_at, balance_cents);
CREATE INDEX summaries_by_calls_used ON account_summaries (coalesce(calls_used, 0), account_id, status, client_id);
CREATE INDEX summaries_by_validation ON account_summaries (coalesce(validation_end_on, '9999-12-31'), account_id, status, client_id);
CREATE INDEX summaries_by_limitation ON account_summaries (coalesce(limitation_on, '9999-12-31'), account_id, status, client_id);
CREATE INDEX summaries_by_clocks ON account_summaries (clocks_until) WHERE clocks_until IS NOT NULL;

CREATE TABLE clock_dirty (account_id INTEGER PRIMARY KEY) STRICT;
-- The whole book waits, from the account after that one on; NULL: it does not.
CREATE TABLE clock_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  after_account_id INTEGER
) STRICT;
INSERT INTO clock_state VALUES (1, 0);
${['office_profiles', 'licences', 'rule_packs']
  .map(
    (table) => `
CREATE TRIGGER ${table}_clock AFTER INSERT ON ${table}
BEGIN UPDATE clock_state SET after_account_id = 0; END;`,
  )
  .join('')}
CREATE TRIGGER licences_clock_end AFTER UPDATE ON licences
BEGIN UPDATE clock_state SET after_account_id = 0; END;
${markPerson('phones', true)}
${markPerson('addresses', true)}
${markPerson('emails', true)}
${markPerson('legal_events', false)}
CREATE TRIGGER person_facts_clock AFTER INSERT ON person_facts
BEGIN ${accountsOf('new.debtor_id')} END;
CREATE TRIGGER contacts_clock AFTER INSERT ON contacts
BEGIN ${accountsOf('new.debtor_id')} END;
CREATE TRIGGER letters_clock AFTER UPDATE OF printed_at ON letters
BEGIN ${accountsOf('(SELECT debtor_id FROM accounts WHERE id = new.account_id)')} END;
CREATE TRIGGER debtors_clock AFTER UPDATE OF kind ON debtors
BEGIN ${accountsOf('new.id')} END;
-- Loans of one group share their calls, so what is said of one is of weight for the others.
CREATE TRIGGER debt_facts_clock AFTER INSERT ON debt_facts
BEGIN ${accountsOf('(SELECT debtor_id FROM accounts WHERE id = new.account_id)')} END;
CREATE TRIGGER holds_clock_insert AFTER INSERT ON holds
BEGIN ${mark('VALUES (new.account_id)')} END;
CREATE TRIGGER holds_clock_update AFTER UPDATE ON holds
BEGIN ${mark('VALUES (new.account_id)')} END;
CREATE TRIGGER summaries_clock_insert AFTER INSERT ON account_summaries
BEGIN ${mark('VALUES (new.account_id)')} END;
CREATE TRIGGER summaries_clock_update AFTER UPDATE OF status, balance_cents, oldest_due_on, last_payment_on ON account_summaries
WHEN old.status <> new.status OR (old.balance_cents > 0) <> (new.balance_cents > 0) OR old.oldest_due_on IS NOT new.oldest_due_on
  OR old.last_payment_on IS NOT new.last_payment_on
BEGIN ${mark('VALUES (new.account_id)')} END;
`,
} as const;
