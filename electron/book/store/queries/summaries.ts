/**
 * What lists show of an account, kept beside its sources so that a page of 100,000 accounts need not add
 * up a million rows. A summary is written in the transaction that changes a source, by one statement whatever
 * the number of accounts, so a single refresh and a rebuild cannot differ. It is never a source itself:
 * `checkSummaries` recomputes every one and names those that disagree.
 *
 * Status depends on the day: a dated hold ends, a promise lapses after its grace. The summaries hold for the
 * day in `summary_day`; `turnDay` brings those that change to a new day.
 *
 * The CASE below says in SQL what `deriveStatus` says; a test compares the two over every combination.
 */
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { phoneWordsOf } from '../../../../shared/domain/phone.ts';
import { nameWordsOf, numberWordsOf } from '../../../../shared/domain/search.ts';
import type { Store } from '../store.ts';
import { isChargeRow, isReliefRow, paymentKindsSql } from './entries.ts';
import { newestVersion, receivedForVersion } from './plans.ts';
import { findLongestGrace, graceEndOf } from './policies.ts';

const total = (row: string) =>
  `${row}.principal_cents + ${row}.interest_cents + ${row}.fees_cents + ${row}.costs_cents`;

const notReversed = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = ${row}.id)`;

const columns = [
  'account_id',
  'debtor_id',
  'client_id',
  'debtor_name',
  'name_sort',
  'client_name',
  'number',
  'status',
  'principal_cents',
  'interest_cents',
  'fees_cents',
  'costs_cents',
  'balance_cents',
  'oldest_due_on',
  'next_step_on',
  'next_step',
  'has_hold',
  'held_until_on',
  'last_contact_at',
  'last_contact_outcome',
  'last_payment_on',
  'last_payment_cents',
  'phone',
  'instalment_on',
] as const;

/**
 * The summary of every account in `scope` (a condition on `a`), from the sources alone. Parameter: `:today`. */
function sourceOf(scope: string): string {
  return /* sql */ `
    SELECT f.account_id, f.debtor_id, f.client_id, f.debtor_name, f.name_sort, f.client_name, f.number,
      CASE
        WHEN f.closed_at IS NOT NULL THEN 'closed'
        WHEN f.balance_cents < 0 THEN 'credit'
        WHEN f.balance_cents = 0 THEN 'paid'
        WHEN f.has_hold THEN 'hold'
        WHEN EXISTS (SELECT 1 FROM plan_accounts o JOIN plans p ON p.id = o.plan_id
          WHERE o.account_id = f.account_id AND p.ended_at IS NULL) THEN 'plan'
        WHEN EXISTS (
          SELECT 1 FROM promises p
          WHERE p.account_id = f.account_id AND p.cancelled_at IS NULL
            AND p.amount_cents > p.received_cents AND ${graceEndOf('p.due_on', 'f.client_id')} >= :today) THEN 'promise'
        ELSE 'active'
      END AS status,
      f.principal_cents, f.interest_cents, f.fees_cents, f.costs_cents, f.balance_cents,
      CASE WHEN f.charges THEN (
        SELECT min(ch.due_on) FROM entries ch
        WHERE ch.account_id = f.account_id AND ${isChargeRow('ch')} AND ch.due_on IS NOT NULL
          AND ${total('ch')} > coalesce((
            SELECT sum(${total('ap')}) FROM applications ap WHERE ap.charge_entry_id = ch.id), 0)) END AS oldest_due_on,
      f.next_step_on, f.next_step, f.has_hold,
      CASE WHEN f.has_hold THEN (SELECT max(h.until_on) FROM holds h
        WHERE h.account_id = f.account_id AND h.ended_at IS NULL AND h.until_on >= :today) END AS held_until_on,
      lc.at AS last_contact_at, lc.outcome AS last_contact_outcome,
      lp.effective_on AS last_payment_on, -(${total('lp')}) AS last_payment_cents,
      (SELECT ph.display FROM phones ph
       WHERE ph.debtor_id = f.debtor_id AND ph.status IN ('current', 'unverified')
       ORDER BY ph.status = 'unverified', ph.since_on DESC, ph.id DESC LIMIT 1) AS phone,
      CASE WHEN f.closed_at IS NULL THEN (
        SELECT i.due_on FROM (
          SELECT n.number, n.due_on, sum(n.amount_cents) OVER (ORDER BY n.number) AS sum_cents, ${receivedForVersion} AS received_cents
          FROM plans p JOIN plan_versions v ON ${newestVersion} JOIN instalments n ON n.plan_version_id = v.id
          WHERE p.account_id = f.account_id AND p.ended_at IS NULL) i
        WHERE i.sum_cents > i.received_cents ORDER BY i.number LIMIT 1) END AS instalment_on
    FROM (
      SELECT a.id AS account_id, a.debtor_id, a.client_id, d.name AS debtor_name, d.name_sort, c.name AS client_name,
        a.number, a.closed_at, a.next_step_on, a.next_step,
        coalesce(sum(e.principal_cents), 0) AS principal_cents,
        coalesce(sum(e.interest_cents), 0) AS interest_cents,
        coalesce(sum(e.fees_cents), 0) AS fees_cents,
        coalesce(sum(e.costs_cents), 0) AS costs_cents,
        coalesce(sum(${total('e')}), 0) AS balance_cents,
        coalesce(max(e.due_on IS NOT NULL), 0) AS charges,
        EXISTS (SELECT 1 FROM holds h WHERE h.account_id = a.id AND h.ended_at IS NULL
          AND (h.until_on IS NULL OR h.until_on >= :today)) AS has_hold
      FROM accounts a
      JOIN debtors d ON d.id = a.debtor_id
      JOIN clients c ON c.id = a.client_id
      LEFT JOIN entries e ON e.account_id = a.id
      WHERE ${scope}
      GROUP BY a.id
    ) f
    LEFT JOIN contacts lc ON lc.id = (
      SELECT x.id FROM contacts x WHERE x.account_id = f.account_id ORDER BY x.at DESC, x.id DESC LIMIT 1)
    LEFT JOIN entries lp ON lp.id = (
      SELECT e.id FROM entries e WHERE e.account_id = f.account_id AND e.kind IN ${paymentKindsSql} AND ${notReversed('e')}
      ORDER BY e.effective_on DESC, e.id DESC LIMIT 1)
    WHERE true`;
}

function writeOf(scope: string): string {
  const sets = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO account_summaries (${columns.join(', ')}) ${sourceOf(scope)}
    ON CONFLICT (account_id) DO UPDATE SET ${sets.join(', ')}`;
}

/** What is open of each charge of the accounts in `scope` (a condition on `a`). */
function openChargesOf(scope: string): string {
  return `SELECT x.account_id, x.entry_id, x.client_id, x.due_on, x.open_cents FROM (
      SELECT ch.account_id, ch.id AS entry_id, a.client_id, ch.due_on, ${total('ch')} - coalesce((
        SELECT sum(${total('ap')}) FROM applications ap WHERE ap.charge_entry_id = ch.id), 0) AS open_cents
      FROM accounts a JOIN entries ch ON ch.account_id = a.id
      WHERE ${isChargeRow('ch')} AND ${scope}) x
    WHERE x.open_cents <> 0`;
}

const one = 'a.id = :accountId';
const listed = 'a.id IN (SELECT value FROM json_each(:accountIds))';
/** Accounts an import made, and older ones it posted entries to or whose debtor it added to. */
const accountsOfImport = `
  SELECT id FROM accounts WHERE import_id = :importId
  UNION SELECT account_id FROM entries WHERE import_id = :importId
  UNION SELECT x.id FROM phones p JOIN accounts x ON x.debtor_id = p.debtor_id WHERE p.import_id = :importId
  UNION SELECT x.id FROM addresses d JOIN accounts x ON x.debtor_id = d.debtor_id WHERE d.import_id = :importId
  UNION SELECT x.id FROM emails m JOIN accounts x ON x.debtor_id = m.debtor_id WHERE m.import_id = :importId
  UNION SELECT account_id FROM contacts WHERE import_id = :importId
  UNION SELECT x.id FROM import_changes g JOIN accounts x ON x.debtor_id = g.debtor_id WHERE g.import_id = :importId`;
const whole = 'true';

const totalsSource = `SELECT client_id, status, count(*), sum(balance_cents) FROM account_summaries GROUP BY client_id, status`;

/** The statements that bring every account in a scope up to date. */
function statementsOf(scope: string) {
  return {
    summaries: writeOf(scope),
    forget: `DELETE FROM open_charges WHERE account_id IN (SELECT a.id FROM accounts a WHERE ${scope})`,
    remember: `INSERT INTO open_charges (account_id, entry_id, client_id, due_on, open_cents) ${openChargesOf(scope)}`,
  };
}
const statements = { one: statementsOf(one), listed: statementsOf(listed), whole: statementsOf(whole) };

type Scope = Record<string, number | string>;

function write(store: Store, which: keyof typeof statements, scope: Scope): void {
  const { summaries, forget, remember } = statements[which];
  store.sql(summaries).run({ ...dayOfSummaries(store), ...scope });
  store.sql(forget).run(scope);
  store.sql(remember).run(scope);
}

/** The day the summaries hold for; before the first `turnDay`, every dated hold and promise counts. */
function dayOfSummaries(store: Store): { today: Day } {
  const today = (store.sql('SELECT day FROM summary_day').pluck().get() as Day | undefined) ?? '1900-01-01';
  return { today };
}

const readSource = sourceOf(one);
const readSummary = `SELECT ${columns.join(', ')} FROM account_summaries WHERE account_id = :accountId`;
const readOpenSource = `${openChargesOf(one)} ORDER BY x.entry_id`;
const readOpen = `SELECT account_id, entry_id, client_id, due_on, open_cents FROM open_charges
  WHERE account_id = :accountId ORDER BY entry_id`;

/**
 * Brings the figures of one account up to date. Call it in the transaction that changed a source. Only columns that
 * differ are written: each one touched costs its index a page to encrypt and sync.
 */
export function refreshSummary(store: Store, accountId: number): void {
  const scope = { accountId };
  type Row = Record<string, string | number | null>;
  const is = store.sql(readSource).get({ ...dayOfSummaries(store), accountId }) as Row | undefined;
  const was = store.sql(readSummary).get(scope) as Row | undefined;
  if (!is || !was) {
    write(store, 'one', scope);
    return;
  }
  const changed = columns.filter((column) => is[column] !== was[column]);
  if (changed.length > 0) {
    store
      .sql(
        `UPDATE account_summaries SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE account_id = ?`,
      )
      .run(...changed.map((column) => is[column] ?? null), accountId);
  }
  keepOpenCharges(store, accountId);
}

type OpenCharge = {
  account_id: number;
  entry_id: number;
  client_id: number;
  due_on: Day | null;
  open_cents: number;
};

/** What is open of each charge of one account, row by row for the same reason. */
function keepOpenCharges(store: Store, accountId: number): void {
  const is = store.sql(readOpenSource).all({ accountId }) as OpenCharge[];
  const was = store.sql(readOpen).all({ accountId }) as OpenCharge[];
  const left = new Map(was.map((row) => [row.entry_id, row]));
  for (const row of is) {
    const before = left.get(row.entry_id);
    left.delete(row.entry_id);
    if (before && before.open_cents === row.open_cents && before.client_id === row.client_id) continue;
    // A charge never gets another due day.
    store
      .sql(
        `INSERT INTO open_charges (account_id, entry_id, client_id, due_on, open_cents) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET client_id = excluded.client_id, open_cents = excluded.open_cents`,
      )
      .run(accountId, row.entry_id, row.client_id, row.due_on, row.open_cents);
  }
  const forget = store.sql('DELETE FROM open_charges WHERE account_id = ? AND entry_id = ?');
  for (const entryId of left.keys()) forget.run(accountId, entryId);
}

/** The same for every account of a debtor: after a change of name or phone. Refreshes what search knows, too. */
export function refreshDebtor(store: Store, debtorId: number): void {
  const accounts = store.sql('SELECT id FROM accounts WHERE debtor_id = ?').pluck().all(debtorId) as number[];
  for (const accountId of accounts) {
    refreshSummary(store, accountId);
    refreshSearch(store, accountId);
  }
}

/** Figures and search words of every account an import touched; of those in `openKept` what is open is written already. */
export function refreshSummariesOfImport(
  store: Store,
  importId: number,
  openKept: readonly number[] = [],
): void {
  // Read once: the import's entries are many times its accounts, and four statements ask for the same ones.
  const accounts = store.sql(accountsOfImport).pluck().all({ importId }) as number[];
  const scope = { accountIds: JSON.stringify(accounts) };
  // A row written over marks its clock, and inside an upsert a mark that stands already would be a conflict.
  store
    .sql('DELETE FROM clock_dirty WHERE account_id IN (SELECT value FROM json_each(:accountIds))')
    .run(scope);
  const { summaries, forget, remember } = statements.listed;
  store.sql(summaries).run({ ...dayOfSummaries(store), ...scope });
  const kept = new Set(openKept);
  const rest = { accountIds: JSON.stringify(accounts.filter((accountId) => !kept.has(accountId))) };
  store.sql(forget).run(rest);
  store.sql(remember).run(rest);
  // Numbers and addresses of an import mark no clock by themselves.
  store
    .sql('INSERT OR IGNORE INTO clock_dirty (account_id) SELECT value FROM json_each(:accountIds)')
    .run(scope);
  inBulk(store, () => writeSearch(store, listed, scope));
}

/**
 * Figures and search words of the whole book, from nothing: filling empty tables takes a fifth of the time of
 * writing over full ones.
 */
export function refreshAllSummaries(store: Store): void {
  const kept = store
    .sql(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE type IN ('index', 'trigger') AND tbl_name IN ('account_summaries', 'open_charges') AND sql IS NOT NULL`,
    )
    .all() as { type: string; name: string; sql: string }[];
  // One sorted build of an index is several times faster than 100,000 insertions in no order, and so is one sum.
  for (const { type, name } of kept) store.db.exec(`DROP ${type} "${name}"`);
  store.db.exec('DELETE FROM account_summaries; DELETE FROM open_charges; DELETE FROM account_totals;');
  write(store, 'whole', {});
  for (const { sql } of kept) store.db.exec(sql);
  store.db.exec(`INSERT INTO account_totals ${totalsSource}`);
  // The clocks went with the rows, and no trigger stood that would have said so.
  store.db.exec('DELETE FROM clock_dirty; UPDATE clock_state SET after_account_id = 0;');
  refreshAllSearch(store);
}

/** Search words of the whole book, from nothing. */
export function refreshAllSearch(store: Store): void {
  store.sql("INSERT INTO account_search (account_search) VALUES ('delete-all')").run();
  inBulk(store, () => writeSearch(store, whole, {}));
}

// ---- search -------------------------------------------------------------------------------------------

type SearchSource = {
  id: number;
  names: string;
  formers: string | null;
  number: string;
  debtorReference: string;
  references: string | null;
  phones: string | null;
  places: string | null;
};

/** Unit separator between values joined in SQL: it stands in no name or number. */
const joint = '\u001f';

function searchSourceOf(scope: string): string {
  const gather = (expression: string, from: string) =>
    `(SELECT group_concat(${expression}, '${joint}') FROM ${from})`;
  return `SELECT a.id, d.name AS names, a.number, d.reference AS debtorReference,
      ${gather('fn.name', 'former_names fn WHERE fn.debtor_id = d.id')} AS formers,
      ${gather('e.reference', `entries e WHERE e.account_id = a.id AND e.kind IN ('charge', 'fee', 'cost', 'interest') AND e.reference <> ''`)} AS "references",
      ${gather('p.number', 'phones p WHERE p.debtor_id = d.id')} AS phones,
      ${gather("ad.city || ' ' || ad.postal_code", 'addresses ad WHERE ad.debtor_id = d.id')} AS places
    FROM accounts a JOIN debtors d ON d.id = a.debtor_id
    WHERE ${scope}`;
}

function cut(joined: string | null): string[] {
  return joined === null ? [] : joined.split(joint);
}

function unique(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : [...new Set(words)].join(' ');
}

/** Longest list of invoice numbers searched for one account; the rest is found on the account itself. */
const mostReferences = 500;

type SearchSettings = Readonly<Record<'automerge' | 'deletemerge', number>>;
/** Those of the extension itself. */
const searchSettings: SearchSettings = { automerge: 4, deletemerge: 10 };
const bulkSettings: SearchSettings = { automerge: 16, deletemerge: 0 };

/**
 * Full-text search merges its segments while it is written to, a little with every few rows, and anew whenever a tenth of one was
 * written over. For rows by the thousand it pays to let more of them stand first; the settings are kept in the file, so they are put
 * back.
 */
function inBulk(store: Store, work: () => void): void {
  // A bound number would arrive as a real, which these settings refuse.
  const set = (settings: SearchSettings) => {
    for (const [name, value] of Object.entries(settings))
      store.sql(`INSERT INTO account_search (account_search, rank) VALUES ('${name}', ${value})`).run();
  };
  set(bulkSettings);
  work();
  set(searchSettings);
}

function writeSearch(store: Store, scope: string, parameters: Scope): void {
  const rows = store.sql(searchSourceOf(scope)).all(parameters) as SearchSource[];
  const insert = store.sql(
    'INSERT OR REPLACE INTO account_search (rowid, names, numbers, phones, places) VALUES (?, ?, ?, ?, ?)',
  );
  for (const row of rows) {
    insert.run(
      row.id,
      [row.names, ...cut(row.formers)].map(nameWordsOf).join(' '),
      unique(
        [row.number, row.debtorReference, ...cut(row.references).slice(0, mostReferences)].flatMap(
          numberWordsOf,
        ),
      ),
      unique(cut(row.phones).flatMap(phoneWordsOf)),
      unique(cut(row.places).map(nameWordsOf)),
    );
  }
}

/** What search knows of one account: after its number, references, or its debtor's name, phones or places change. */
export function refreshSearch(store: Store, accountId: number): void {
  writeSearch(store, one, { accountId });
}

// ---- the passing of days --------------------------------------------------------------------------------

/** The day each open book was last turned to, so that asking costs nothing. */
const turnedTo = new WeakMap<Store, Day>();

/**
 * Brings statuses to `today`: accounts whose dated holds or promises change between the two days are
 * refreshed. Cheap to call before any list; it writes once a day.
 */
export function turnDay(store: Store, today: Day): void {
  if (turnedTo.get(store) === today) return;
  const turn = () => {
    const from = dayOfSummaries(store).today;
    if (from === today) return;
    const [early, late] = from < today ? [from, today] : [today, from];
    store
      .sql(
        'INSERT INTO summary_day (id, day) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET day = excluded.day',
      )
      .run(today);
    const accounts = store
      .sql(
        `SELECT account_id FROM holds WHERE ended_at IS NULL AND until_on >= :early AND until_on < :late
         UNION
         SELECT p.account_id FROM promises p CROSS JOIN accounts a ON a.id = p.account_id
         WHERE p.cancelled_at IS NULL AND p.due_on >= :promisesFrom AND p.due_on < :late
           AND ${graceEndOf('p.due_on', 'a.client_id')} >= :early AND ${graceEndOf('p.due_on', 'a.client_id')} < :late`,
      )
      .pluck()
      .all({ early, late, promisesFrom: addDays(early, -findLongestGrace(store)) }) as number[];
    for (const accountId of accounts) refreshSummary(store, accountId);
  };
  // Inside a transaction that may yet be taken back, nothing is remembered.
  if (store.db.inTransaction) {
    turn();
    return;
  }
  store.transaction(turn);
  turnedTo.set(store, today);
}

// ---- checking -------------------------------------------------------------------------------------------

export type SummaryDifference = { readonly accountId: number; readonly what: string };

/**
 * Every way in which the summaries and the ledger disagree: a summary that is missing, left over or wrong; a
 * charge met by more than it is; applications that come to more than their payment; an account search does not
 * know. Empty when all is well.
 */
export function checkSummaries(store: Store): SummaryDifference[] {
  const day = dayOfSummaries(store);
  const compared = columns.slice(1).map((column) => `s.${column} IS NOT x.${column}`);
  const wrong = store
    .sql(
      `SELECT x.account_id AS accountId,
         CASE WHEN s.account_id IS NULL THEN 'no summary' ELSE 'summary: ' || ${columns
           .slice(1)
           .map((column) => `iif(s.${column} IS NOT x.${column}, '${column} ', '')`)
           .join(' || ')} END AS what
       FROM (${sourceOf(whole)}) x LEFT JOIN account_summaries s ON s.account_id = x.account_id
       WHERE ${compared.join(' OR ')}
       UNION ALL
       SELECT s.account_id, 'left over' FROM account_summaries s WHERE s.account_id NOT IN (SELECT id FROM accounts)`,
    )
    .all(day) as SummaryDifference[];
  const ledger = store
    .sql(
      `SELECT c.account_id AS accountId, 'charge ' || c.id || ' met by other than 0 to its sum' AS what
       FROM entries c JOIN applications p ON p.charge_entry_id = c.id
       GROUP BY c.id
       HAVING sum(p.principal_cents) NOT BETWEEN 0 AND c.principal_cents
         OR sum(p.interest_cents) NOT BETWEEN 0 AND c.interest_cents
         OR sum(p.fees_cents) NOT BETWEEN 0 AND c.fees_cents
         OR sum(p.costs_cents) NOT BETWEEN 0 AND c.costs_cents
       UNION ALL
       SELECT e.account_id, e.kind || ' ' || e.id || ' applied beyond its sum'
       FROM entries e JOIN applications p ON p.entry_id = e.id
       WHERE ${isReliefRow('e')}
       GROUP BY e.id
       HAVING sum(${total('p')}) NOT BETWEEN 0 AND -(${total('e')})
       UNION ALL
       SELECT e.account_id, 'application ' || p.id || ' crosses accounts'
       FROM applications p JOIN entries e ON e.id = p.entry_id JOIN entries c ON c.id = p.charge_entry_id
       WHERE e.account_id <> c.account_id
       UNION ALL
       SELECT x.account_id, 'open charge ' || x.entry_id || ' missing or wrong'
       FROM (${openChargesOf(whole)} EXCEPT SELECT account_id, entry_id, client_id, due_on, open_cents FROM open_charges) x
       UNION ALL
       SELECT x.account_id, 'open charge ' || x.entry_id || ' left over'
       FROM (SELECT account_id, entry_id, client_id, due_on, open_cents FROM open_charges EXCEPT ${openChargesOf(whole)}) x
       UNION ALL
       SELECT DISTINCT 0, 'totals of client ' || x.client_id || ', ' || x.status FROM (
         SELECT * FROM (${totalsSource} EXCEPT SELECT * FROM account_totals)
         UNION
         SELECT * FROM (SELECT * FROM account_totals WHERE accounts <> 0 OR balance_cents <> 0 EXCEPT ${totalsSource})) x
       UNION ALL
       SELECT a.id, 'unknown to search' FROM accounts a WHERE a.id NOT IN (SELECT rowid FROM account_search)`,
    )
    .all() as SummaryDifference[];
  return [...wrong, ...ledger];
}
