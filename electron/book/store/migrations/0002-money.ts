/**
 * Money: interest by terms, judgments, application orders, payments over several accounts, what is held until its
 * day, offers, budgets, policies, settlements, plans over several accounts.
 *
 * `entries` and `plans` are rebuilt because their checks change. An adjustment of nothing in all was only ever made to
 * move credit between components; it is called `reallocation` from now on. Terms, judgments, posting days, receipts and
 * policies are append-only like the entries: a mistake is withdrawn with its reason, never changed.
 */
const entryColumns = `id, account_id, kind, effective_on, posted_at, due_on, principal_cents, interest_cents, fees_cents,
  costs_cents, reference, method, basis, memo, author, reverses_entry_id, operation_id, import_id`;

const basisKinds = `('contract', 'statute', 'court_order', 'client_policy')`;
const orders = `('oldest_due_first', 'costs_fees_interest_principal', 'interest_first', 'principal_first', 'pro_rata')`;

export const money = {
  version: 2,
  name: 'money',
  sql: /* sql */ `
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  received_on TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  method TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL
) STRICT;
CREATE INDEX receipts_by_debtor ON receipts (debtor_id);

-- A court's award, kept beside what was owed before it.
CREATE TABLE judgments (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  judged_on TEXT NOT NULL,
  court TEXT NOT NULL,
  case_number TEXT NOT NULL DEFAULT '',
  principal_cents INTEGER NOT NULL CHECK (principal_cents >= 0),
  interest_cents INTEGER NOT NULL CHECK (interest_cents >= 0),
  fees_cents INTEGER NOT NULL CHECK (fees_cents >= 0),
  costs_cents INTEGER NOT NULL CHECK (costs_cents >= 0),
  -- What bears interest: the award's principal, or the whole award.
  interest_on TEXT NOT NULL CHECK (interest_on IN ('principal', 'award')),
  -- Percent a year, an exact decimal.
  rate TEXT NOT NULL,
  day_count TEXT NOT NULL CHECK (day_count IN ('actual_365', 'actual_360', 'actual_actual', 'thirty_360')),
  start_on TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis <> ''),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  vacated_at INTEGER,
  vacated_reason TEXT
) STRICT;
CREATE INDEX judgments_by_account ON judgments (account_id);

CREATE TABLE entries_next (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'fee', 'cost', 'interest', 'payment', 'recovery', 'credit', 'discount',
    'adjustment', 'settlement', 'write_off', 'refund', 'reallocation', 'merger', 'judgment', 'reversal')),
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
  -- Computed from the terms and the other entries (interest, reallocation, merger, judgment), not entered by hand.
  derived INTEGER NOT NULL DEFAULT 0 CHECK (derived IN (0, 1)),
  -- The day it came in, where that is not the day it counts from.
  received_on TEXT,
  basis_kind TEXT NOT NULL DEFAULT '' CHECK (basis_kind IN ('', 'unstated', 'contract', 'statute', 'court_order', 'client_policy')),
  -- Who allowed a sum to be forgiven, moved or written off.
  allowed_by TEXT NOT NULL DEFAULT '',
  -- By which order it met what was open; NULL: the order stated before orders were kept, oldest due first.
  application_order TEXT CHECK (application_order IN ${orders}),
  -- The debtor's own direction, or the component an adjustment is for (JSON); it goes before the order.
  direction TEXT,
  receipt_id INTEGER REFERENCES receipts (id),
  -- The reversal this entry makes undone by posting the same again.
  restores_entry_id INTEGER REFERENCES entries (id),
  judgment_id INTEGER REFERENCES judgments (id),
  CHECK (kind NOT IN ('payment', 'recovery', 'credit', 'discount', 'settlement', 'write_off')
    OR principal_cents + interest_cents + fees_cents + costs_cents < 0),
  CHECK (kind <> 'reallocation' OR principal_cents + interest_cents + fees_cents + costs_cents = 0),
  CHECK (kind NOT IN ('fee', 'cost') OR (basis <> '' AND basis_kind <> '')),
  CHECK ((kind = 'reversal') = (reverses_entry_id IS NOT NULL)),
  CHECK ((kind IN ('merger', 'judgment')) <= (judgment_id IS NOT NULL))
) STRICT;
INSERT INTO entries_next (${entryColumns}, basis_kind)
SELECT id, account_id,
  CASE WHEN kind = 'adjustment' AND principal_cents + interest_cents + fees_cents + costs_cents = 0
    THEN 'reallocation' ELSE kind END,
  effective_on, posted_at, due_on, principal_cents, interest_cents, fees_cents,
  costs_cents, reference, method, basis, memo, author, reverses_entry_id, operation_id, import_id,
  iif(kind IN ('fee', 'cost'), 'unstated', '') FROM entries;
UPDATE entries_next SET derived = 1 WHERE kind = 'reallocation';
-- A payment brought in with its charge was put on it by name; now that is a direction.
UPDATE entries_next SET direction = (
  SELECT json_object('charges', json_group_array(p.charge_entry_id), 'component', NULL)
  FROM applications p WHERE p.entry_id = entries_next.id AND p.rule = 'named_charge')
WHERE id IN (SELECT entry_id FROM applications WHERE rule = 'named_charge');
-- It names the table that goes; a renaming would stumble over it.
DROP TRIGGER applications_keep_delete;
DROP TABLE entries;
ALTER TABLE entries_next RENAME TO entries;
CREATE INDEX entries_by_account ON entries (account_id, effective_on);
CREATE UNIQUE INDEX entries_by_reversal ON entries (reverses_entry_id) WHERE reverses_entry_id IS NOT NULL;
CREATE UNIQUE INDEX entries_by_restored ON entries (restores_entry_id) WHERE restores_entry_id IS NOT NULL;
CREATE INDEX entries_by_day ON entries (effective_on) WHERE kind IN ('payment', 'recovery');
CREATE INDEX payments_by_instant ON entries (posted_at) WHERE kind IN ('payment', 'recovery') AND import_id IS NULL;
CREATE INDEX entries_by_import ON entries (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX entries_by_receipt ON entries (receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX entries_by_judgment ON entries (judgment_id) WHERE judgment_id IS NOT NULL;
CREATE TRIGGER entries_keep_update BEFORE UPDATE ON entries
BEGIN SELECT raise(ABORT, 'append-only: entries'); END;
CREATE TRIGGER entries_keep_delete BEFORE DELETE ON entries
WHEN NOT EXISTS (SELECT 1 FROM undo_permits WHERE import_id = old.import_id)
BEGIN SELECT raise(ABORT, 'append-only: entries'); END;
CREATE TRIGGER applications_keep_delete BEFORE DELETE ON applications
WHEN NOT EXISTS (
  SELECT 1 FROM entries e JOIN undo_permits p ON p.import_id = e.import_id
  WHERE e.id IN (old.entry_id, old.charge_entry_id))
BEGIN SELECT raise(ABORT, 'append-only: applications'); END;
CREATE TRIGGER receipts_keep_update BEFORE UPDATE ON receipts
BEGIN SELECT raise(ABORT, 'append-only: receipts'); END;
CREATE TRIGGER receipts_keep_delete BEFORE DELETE ON receipts
BEGIN SELECT raise(ABORT, 'append-only: receipts'); END;
CREATE TRIGGER judgments_keep_update BEFORE UPDATE OF id, account_id, judged_on, court, case_number, principal_cents,
  interest_cents, fees_cents, costs_cents, interest_on, rate, day_count, start_on, basis, made_at, author ON judgments
BEGIN SELECT raise(ABORT, 'append-only: judgments'); END;
CREATE TRIGGER judgments_keep_delete BEFORE DELETE ON judgments
BEGIN SELECT raise(ABORT, 'append-only: judgments'); END;

-- The terms in force from a day until the next row's. A stop is a row of method 'none'.
CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  from_on TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('none', 'simple', 'compound')),
  rate TEXT NOT NULL,
  compounding TEXT CHECK (compounding IN ('monthly', 'annually')),
  day_count TEXT NOT NULL CHECK (day_count IN ('actual_365', 'actual_360', 'actual_actual', 'thirty_360')),
  -- The most interest these terms may come to.
  cap_cents INTEGER CHECK (cap_cents >= 0),
  basis_kind TEXT NOT NULL CHECK (basis_kind IN ${basisKinds}),
  basis TEXT NOT NULL CHECK (basis <> ''),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  withdrawn_at INTEGER,
  withdrawn_reason TEXT,
  CHECK ((method = 'compound') = (compounding IS NOT NULL))
) STRICT;
CREATE INDEX terms_by_account ON terms (account_id);
CREATE UNIQUE INDEX terms_in_force ON terms (account_id, from_on) WHERE withdrawn_at IS NULL;
CREATE TRIGGER terms_keep_update BEFORE UPDATE OF id, account_id, from_on, method, rate, compounding, day_count, cap_cents,
  basis_kind, basis, made_at, author ON terms
BEGIN SELECT raise(ABORT, 'append-only: terms'); END;
CREATE TRIGGER terms_keep_delete BEFORE DELETE ON terms
BEGIN SELECT raise(ABORT, 'append-only: terms'); END;

-- Days up to which interest was posted by hand, for a notice or a statement.
CREATE TABLE posting_days (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  on_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  UNIQUE (account_id, on_day)
) STRICT;
CREATE TRIGGER posting_days_keep_update BEFORE UPDATE ON posting_days
BEGIN SELECT raise(ABORT, 'append-only: posting_days'); END;
CREATE TRIGGER posting_days_keep_delete BEFORE DELETE ON posting_days
BEGIN SELECT raise(ABORT, 'append-only: posting_days'); END;

-- Where interest stands after the last posting of an account that bears any: from it a later day's figure follows
-- without the entries. Kept like the summaries, checked like them; exact numbers are texts.
CREATE TABLE accruals (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
  -- The figure of any day from here on can be computed from this row.
  from_on TEXT NOT NULL,
  posted_cents INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
-- No terms were kept before, so a balance is its figure on every day.
INSERT INTO accruals (account_id, from_on, posted_cents, state)
SELECT account_id, max(on_day), sum(cents), 'none' FROM (
  SELECT e.account_id, e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents AS cents,
    iif(e.kind IN ('reversal', 'reallocation')
      OR EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id), NULL, e.effective_on) AS on_day
  FROM entries e)
GROUP BY account_id HAVING max(on_day) IS NOT NULL;

-- Accounts whose payments were spread in the order they were entered: each is derived anew by the days they count from
-- when the book is next opened, and leaves the list.
CREATE TABLE to_derive (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id)
) STRICT;
INSERT INTO to_derive SELECT DISTINCT account_id FROM entries WHERE kind IN ('payment', 'reversal', 'reallocation');

-- Cheques and authorisations dated ahead, kept until their day.
CREATE TABLE held_payments (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  method TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  dated_on TEXT NOT NULL,
  received_on TEXT NOT NULL,
  memo TEXT NOT NULL DEFAULT '',
  -- The day the debtor was told in writing that it will be deposited (12 CFR 1006.22(c)).
  notice_on TEXT,
  state TEXT NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'deposited', 'given_back', 'cancelled')),
  entry_id INTEGER REFERENCES entries (id),
  ended_at INTEGER,
  ended_reason TEXT,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX held_payments_by_account ON held_payments (account_id);
CREATE INDEX held_payments_by_day ON held_payments (dated_on) WHERE state = 'held';
CREATE INDEX held_payments_by_entry ON held_payments (entry_id) WHERE entry_id IS NOT NULL;

-- What the house (no client) or one client lays down about money; the newest row holds.
CREATE TABLE policies (
  id INTEGER PRIMARY KEY,
  client_id INTEGER REFERENCES clients (id),
  application_order TEXT CHECK (application_order IN ${orders}),
  least_payment_cents INTEGER CHECK (least_payment_cents > 0),
  longest_months INTEGER CHECK (longest_months > 0),
  -- Least share of the balance a settlement may come to, in hundredths of a percent.
  least_settlement_share INTEGER CHECK (least_settlement_share BETWEEN 1 AND 10000),
  may_go_below TEXT NOT NULL DEFAULT '',
  returned_fee_cents INTEGER CHECK (returned_fee_cents > 0),
  returned_fee_basis_kind TEXT CHECK (returned_fee_basis_kind IN ${basisKinds}),
  returned_fee_basis TEXT NOT NULL DEFAULT '',
  grace_days INTEGER CHECK (grace_days BETWEEN 0 AND 60),
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  CHECK (returned_fee_cents IS NULL OR (returned_fee_basis <> '' AND returned_fee_basis_kind IS NOT NULL))
) STRICT;
CREATE INDEX policies_by_client ON policies (client_id);
CREATE TRIGGER policies_keep_update BEFORE UPDATE ON policies
BEGIN SELECT raise(ABORT, 'append-only: policies'); END;
CREATE TRIGGER policies_keep_delete BEFORE DELETE ON policies
BEGIN SELECT raise(ABORT, 'append-only: policies'); END;

-- The account's own order; else the client's, else the house's.
ALTER TABLE accounts ADD COLUMN application_order TEXT CHECK (application_order IN ${orders});

-- Income and expenses as the debtor told them. Deleting one deletes it.
CREATE TABLE budgets (
  id INTEGER PRIMARY KEY,
  debtor_id INTEGER NOT NULL REFERENCES debtors (id),
  -- Who agreed that it is written down, how and when.
  consent TEXT NOT NULL CHECK (consent <> ''),
  consented_on TEXT NOT NULL,
  lines TEXT NOT NULL,
  affordable_cents INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX budgets_by_debtor ON budgets (debtor_id);

CREATE TABLE plans_next (
  id INTEGER PRIMARY KEY,
  -- The account it is kept with; every account it covers stands in plan_accounts, this one too.
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  started_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  ended_at INTEGER,
  ended_as TEXT CHECK (ended_as IN ('completed', 'cancelled', 'defaulted')),
  ended_reason TEXT,
  kind TEXT NOT NULL DEFAULT 'plan' CHECK (kind IN ('plan', 'settlement')),
  -- A settlement: what was owed when it was agreed, and what a default does.
  agreed_balance_cents INTEGER,
  expires_on TEXT,
  on_default TEXT CHECK (on_default IN ('full_balance_less_paid', 'settlement_stands')),
  allowed_by TEXT NOT NULL DEFAULT '',
  offer_id INTEGER REFERENCES offers (id),
  paused_until TEXT,
  -- What had come in when it was completed: less of that, and it runs on.
  received_at_end_cents INTEGER,
  -- The last entry of its accounts when it was made: money posted after that counts, whatever the clock said.
  after_entry_id INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO plans_next (id, account_id, started_on, made_at, author, ended_at, ended_as, ended_reason)
SELECT id, account_id, started_on, made_at, author, ended_at, ended_as, ended_reason FROM plans;
DROP TABLE plans;
ALTER TABLE plans_next RENAME TO plans;
CREATE INDEX plans_by_account ON plans (account_id);
CREATE UNIQUE INDEX plans_active ON plans (account_id) WHERE ended_at IS NULL;
CREATE INDEX plans_by_offer ON plans (offer_id) WHERE offer_id IS NOT NULL;

CREATE TABLE plan_accounts (
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  -- What it owed when the plan was made.
  balance_cents INTEGER NOT NULL,
  PRIMARY KEY (plan_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_accounts_by_account ON plan_accounts (account_id);
INSERT INTO plan_accounts (plan_id, account_id, balance_cents)
SELECT p.id, p.account_id, v.total_cents FROM plans p JOIN plan_versions v ON v.plan_id = p.id AND v.version = 1;
UPDATE plans SET after_entry_id = coalesce((
  SELECT max(e.id) FROM entries e WHERE e.account_id = plans.account_id AND e.posted_at < plans.made_at), 0);

-- From which entry to which a plan stood as completed; open while it does. Money of that time was for other things first.
CREATE TABLE plan_rests (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  after_entry_id INTEGER NOT NULL,
  until_entry_id INTEGER
) STRICT;
CREATE INDEX plan_rests_by_plan ON plan_rests (plan_id);
INSERT INTO plan_rests (plan_id, after_entry_id)
SELECT p.id, coalesce((
  SELECT max(e.id) FROM entries e WHERE e.account_id = p.account_id AND e.posted_at <= p.ended_at), 0)
FROM plans p WHERE p.ended_as = 'completed';

-- What a settlement forgave when it was kept, or when it stood after a default.
CREATE TABLE plan_entries (
  entry_id INTEGER PRIMARY KEY REFERENCES entries (id),
  plan_id INTEGER NOT NULL REFERENCES plans (id)
) STRICT;
CREATE INDEX plan_entries_by_plan ON plan_entries (plan_id);

-- The whole of the terms (JSON), why they changed and who changed them; what had come in for the plan by then, so
-- that a version's instalments are met only by what came after.
ALTER TABLE plan_versions ADD COLUMN terms TEXT;
ALTER TABLE plan_versions ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_versions ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_versions ADD COLUMN received_before_cents INTEGER NOT NULL DEFAULT 0;

-- Every offer and counter-offer with what became of it.
CREATE TABLE offers (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'settlement')),
  made_by TEXT NOT NULL CHECK (made_by IN ('office', 'debtor')),
  -- The offer it answers.
  counters_offer_id INTEGER REFERENCES offers (id),
  -- The accounts it is for (JSON), the first one it is kept with.
  accounts TEXT NOT NULL,
  balance_cents INTEGER NOT NULL,
  total_cents INTEGER NOT NULL,
  terms TEXT NOT NULL,
  -- A settlement's.
  on_default TEXT CHECK (on_default IN ('full_balance_less_paid', 'settlement_stands')),
  -- Floors it goes below (JSON), and why that was allowed and by whom.
  broken_floors TEXT NOT NULL DEFAULT '[]',
  override_reason TEXT NOT NULL DEFAULT '',
  allowed_by TEXT NOT NULL DEFAULT '',
  expires_on TEXT,
  outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'accepted', 'declined', 'countered', 'withdrawn', 'lapsed')),
  outcome_at INTEGER,
  outcome_reason TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;
CREATE INDEX offers_by_account ON offers (account_id);
CREATE INDEX offers_by_offer ON offers (counters_offer_id) WHERE counters_offer_id IS NOT NULL;
CREATE TRIGGER offers_keep_update BEFORE UPDATE OF id, account_id, kind, made_by, counters_offer_id, accounts, balance_cents, total_cents,
  terms, on_default, expires_on, broken_floors, made_at, author ON offers
BEGIN SELECT raise(ABORT, 'append-only: offers'); END;
-- A debtor's own offer may go below a floor; that is allowed, once, when it is accepted.
CREATE TRIGGER offers_keep_override BEFORE UPDATE OF override_reason, allowed_by ON offers WHEN old.override_reason <> ''
BEGIN SELECT raise(ABORT, 'append-only: offers'); END;
CREATE TRIGGER offers_keep_delete BEFORE DELETE ON offers
BEGIN SELECT raise(ABORT, 'append-only: offers'); END;

ALTER TABLE promises ADD COLUMN payer TEXT NOT NULL DEFAULT '';
ALTER TABLE promises ADD COLUMN method TEXT;
-- The last entry of its account when it was made: money posted after that counts, whatever the clock said.
ALTER TABLE promises ADD COLUMN after_entry_id INTEGER NOT NULL DEFAULT 0;
UPDATE promises SET after_entry_id = coalesce((
  SELECT max(e.id) FROM entries e WHERE e.account_id = promises.account_id AND e.posted_at < promises.made_at), 0);
-- What came in for it, each payment counting for one promise; kept like the summaries.
ALTER TABLE promises ADD COLUMN received_cents INTEGER NOT NULL DEFAULT 0;
UPDATE promises SET received_cents = coalesce((
  SELECT -sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents) FROM entries e
  WHERE e.account_id = promises.account_id AND e.kind = 'payment' AND e.id > promises.after_entry_id
    AND e.effective_on BETWEEN promises.made_on AND date(promises.due_on, '+3 days')
    AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)), 0);

-- Which instalment of which version a plan's reminder is for, and whether it rings on its day or when it was missed.
-- Until now a plan had one version and its reminders were made in the order of its instalments, only the first of
-- them without one: the instalment is found by counting from the last.
ALTER TABLE reminders ADD COLUMN plan_version INTEGER;
ALTER TABLE reminders ADD COLUMN instalment INTEGER;
ALTER TABLE reminders ADD COLUMN purpose TEXT CHECK (purpose IN ('due', 'missed', 'deposit', 'notice'));
-- 1: went silent because of what came in, not by a person's hand; it comes back when that is taken back.
ALTER TABLE reminders ADD COLUMN silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1));
UPDATE reminders SET plan_version = 1, purpose = 'due',
  instalment = (SELECT v.count FROM plan_versions v WHERE v.plan_id = reminders.plan_id AND v.version = 1) - (
    SELECT count(*) FROM reminders later WHERE later.plan_id = reminders.plan_id AND later.id > reminders.id),
  silenced = EXISTS (SELECT 1 FROM plans p WHERE p.id = reminders.plan_id AND p.ended_as = 'completed'
    AND reminders.state = 'cancelled' AND reminders.ended_at = p.ended_at)
WHERE plan_id IS NOT NULL;
ALTER TABLE reminders ADD COLUMN held_payment_id INTEGER REFERENCES held_payments (id);
CREATE INDEX reminders_by_held_payment ON reminders (held_payment_id) WHERE held_payment_id IS NOT NULL;
`,
};
