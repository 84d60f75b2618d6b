/** Strategies and their versions, and the accounts a filter means. Versions are never changed. */
import type { AccountStatus } from '../../../../shared/domain/account.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { stateNames } from '../../../../shared/domain/state-names.ts';
import type { StrategyBody, StrategyFilter } from '../../../../shared/domain/strategy.ts';
import type { Store } from '../store.ts';
import { graceEndOf } from './policies.ts';

export type StrategyRecord = {
  readonly strategyId: number;
  readonly name: string;
  readonly state: 'draft' | 'on' | 'off';
  readonly lettersPerDay: number | null;
  readonly changedAt: number;
  readonly versionId: number;
  readonly version: number;
  readonly body: StrategyBody;
};

const record = `SELECT s.id AS strategyId, s.name, s.state, s.letters_per_day AS lettersPerDay, s.changed_at AS changedAt,
    v.id AS versionId, v.version, v.body
  FROM strategies s JOIN strategy_versions v ON v.strategy_id = s.id
    AND v.version = (SELECT max(n.version) FROM strategy_versions n WHERE n.strategy_id = s.id)
  WHERE s.removed_at IS NULL`;

type RecordSql = Omit<StrategyRecord, 'body'> & { body: string };

const toRecord = (row: RecordSql): StrategyRecord => ({ ...row, body: JSON.parse(row.body) as StrategyBody });

/** Each with its newest version, by name. */
export function listStrategies(store: Store): StrategyRecord[] {
  const rows = store.sql(`${record} ORDER BY s.state = 'off', s.name COLLATE NOCASE, s.id`).all();
  return (rows as RecordSql[]).map(toRecord);
}

export function findStrategy(store: Store, strategyId: number): StrategyRecord | null {
  const row = store.sql(`${record} AND s.id = ?`).get(strategyId) as RecordSql | undefined;
  return row ? toRecord(row) : null;
}

export function isStrategyNameTaken(store: Store, name: string, butNot: number | null): boolean {
  return (
    store
      .sql('SELECT 1 FROM strategies WHERE name = ? COLLATE NOCASE AND id <> ? AND removed_at IS NULL')
      .get(name, butNot ?? 0) !== undefined
  );
}

export function insertStrategy(store: Store, name: string, at: number): number {
  const { lastInsertRowid } = store
    .sql(`INSERT INTO strategies (name, state, made_at, changed_at) VALUES (?, 'draft', ?, ?)`)
    .run(name, at, at);
  return Number(lastInsertRowid);
}

export function updateStrategyName(store: Store, strategyId: number, name: string, at: number): void {
  store.sql('UPDATE strategies SET name = ?, changed_at = ? WHERE id = ?').run(name, at, strategyId);
}

export function updateStrategyState(
  store: Store,
  strategyId: number,
  state: 'on' | 'off',
  lettersPerDay: number | null,
  at: number,
): void {
  store
    .sql('UPDATE strategies SET state = ?, letters_per_day = ?, changed_at = ? WHERE id = ?')
    .run(state, lettersPerDay, at, strategyId);
}

export type NewVersion = {
  readonly strategyId: number;
  readonly version: number;
  readonly body: StrategyBody;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
};

export function insertStrategyVersion(store: Store, version: NewVersion): number {
  const { strategyId, body, madeAt, author, operationId } = version;
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO strategy_versions (strategy_id, version, body, made_at, author, operation_id)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(strategyId, version.version, JSON.stringify(body), madeAt, author, operationId);
  return Number(lastInsertRowid);
}

/** Versions stay for good, so each is read once. */
const bodies = new WeakMap<Store, Map<number, StrategyBody>>();

export function bodyOf(store: Store, versionId: number): StrategyBody {
  let known = bodies.get(store);
  if (!known) {
    known = new Map();
    bodies.set(store, known);
  }
  let body = known.get(versionId);
  if (!body) {
    const json = store
      .sql('SELECT body FROM strategy_versions WHERE id = ?')
      .pluck()
      .get(versionId) as string;
    body = JSON.parse(json) as StrategyBody;
    known.set(versionId, body);
  }
  return body;
}

/** Letters in use a step can send, in the order they were added. */
export function listLetterCodes(store: Store): { code: string; name: string }[] {
  return store
    .sql(
      `SELECT CASE WHEN t.replaces <> '' THEN t.replaces ELSE t.code END AS code, t.name FROM templates t
       WHERE t.retired_at IS NULL AND t.draft = 0 AND t.code NOT GLOB 'paper.*' AND NOT EXISTS (
         SELECT 1 FROM templates own WHERE own.replaces = t.code AND own.retired_at IS NULL AND own.draft = 0)
       ORDER BY t.id`,
    )
    .all() as { code: string; name: string }[];
}

/** The letter in use under a code, or `null`. One of the office’s own that stands in for a shipped letter answers for its code. */
export function findLetterByCode(store: Store, code: string): { templateId: number; name: string } | null {
  const row = store
    .sql(
      `SELECT id AS templateId, name FROM templates
       WHERE (code = :code OR replaces = :code) AND retired_at IS NULL AND draft = 0 AND code NOT GLOB 'paper.*'
       ORDER BY replaces = :code DESC, id DESC LIMIT 1`,
    )
    .get({ code });
  return (row as { templateId: number; name: string } | undefined) ?? null;
}

// ---- how far a day came ------------------------------------------------------------------------------------

export type DayPass = {
  readonly strategyId: number;
  readonly state: 'on' | 'off';
  /** Accounts up to this one were gone through today. */
  readonly after: number;
};

/** The next strategy whose accounts were not gone through today; one that is off and empty needs no day. */
export function nextDayPass(store: Store, today: Day): DayPass | null {
  const row = store
    .sql(
      `SELECT id AS strategyId, state, CASE WHEN looked_on = :today THEN looked_after ELSE 0 END AS after
       FROM strategies s
       WHERE (state = 'on' OR (state = 'off' AND EXISTS (
           SELECT 1 FROM strategy_members m WHERE m.strategy_id = s.id AND m.state = 'active')))
         AND (looked_on IS NOT :today OR looked_after IS NOT NULL)
       ORDER BY id LIMIT 1`,
    )
    .get({ today });
  return (row as DayPass | undefined) ?? null;
}

/** `after` null: through for the day. */
export function updateDayPass(store: Store, strategyId: number, today: Day, after: number | null): void {
  store
    .sql('UPDATE strategies SET looked_on = ?, looked_after = ? WHERE id = ?')
    .run(today, after, strategyId);
}

export function lastAccountId(store: Store): number {
  return (store.sql('SELECT max(id) FROM accounts').pluck().get() as number | null) ?? 0;
}

// ---- whom a filter means -----------------------------------------------------------------------------------

export type Candidate = {
  readonly accountId: number;
  readonly debtorName: string;
  readonly number: string;
  readonly status: AccountStatus;
  readonly balanceCents: number;
  readonly oldestDueOn: Day | null;
  /** Kinds of holds in force, parted by commas. */
  readonly holds: string;
  /** The strategy it is in now. */
  readonly inStrategy: string | null;
  /** When it last left the strategy asked about, but for its being turned off. */
  readonly leftAt: number | null;
};

export type FilterMoment = { readonly today: Day; readonly now: number };

const dayMs = 86_400_000;

function whoOf(
  filter: StrategyFilter,
  { today, now }: FilterMoment,
): { readonly sql: readonly string[]; readonly values: Record<string, string | number> } {
  const sql: string[] = [];
  const values: Record<string, string | number> = {};
  const add = (text: string, name: string, value: string | number) => {
    sql.push(text);
    values[name] = value;
  };
  const listed = (column: string, name: string, list: readonly (string | number)[]) => {
    if (list.length > 0) {
      add(`${column} IN (SELECT value FROM json_each(:${name}))`, name, JSON.stringify(list));
    }
  };
  const due = `coalesce(s.oldest_due_on, '9999-12-31')`;
  const age = 'coalesce(a.placed_on, a.opened_on)';
  listed('s.client_id', 'clients', filter.clientIds);
  listed('a.debt_type', 'types', filter.debtTypes);
  if (filter.debtorKind !== 'any') add('d.kind = :kind', 'kind', filter.debtorKind);
  if (filter.states.length > 0) {
    const names = filter.states.flatMap((code) => [code, stateNames[code].toUpperCase()]);
    add(
      `EXISTS (SELECT 1 FROM addresses x WHERE x.debtor_id = s.debtor_id AND x.status IN ('current', 'unverified')
         AND upper(trim(x.region)) IN (SELECT value FROM json_each(:states)))`,
      'states',
      JSON.stringify(names),
    );
  }
  if (filter.balanceFromCents !== null) add('s.balance_cents >= :from', 'from', filter.balanceFromCents);
  if (filter.balanceToCents !== null) add('s.balance_cents <= :to', 'to', filter.balanceToCents);
  if (filter.daysPastDueFrom !== null && filter.daysPastDueFrom > 0) {
    add(`${due} <= :dueTo`, 'dueTo', addDays(today, -filter.daysPastDueFrom));
  }
  if (filter.daysPastDueTo !== null) {
    add(`${due} >= :dueFrom`, 'dueFrom', addDays(today, -filter.daysPastDueTo));
  }
  if (filter.ageFrom !== null) add(`${age} <= :ageTo`, 'ageTo', addDays(today, -filter.ageFrom));
  if (filter.ageTo !== null) add(`${age} >= :ageFrom`, 'ageFrom', addDays(today, -filter.ageTo));
  if (filter.neverContacted) {
    sql.push(`s.last_contact_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM letters l WHERE l.account_id = s.account_id AND l.printed_at IS NOT NULL)`);
  }
  if (filter.quietDays !== null) {
    add('coalesce(s.last_contact_at, 0) < :quiet', 'quiet', now - filter.quietDays * dayMs);
  }
  if (filter.brokenPromiseDays !== null) {
    values.today = today;
    add(
      `EXISTS (SELECT 1 FROM promises p WHERE p.account_id = s.account_id AND p.cancelled_at IS NULL
         AND p.received_cents < p.amount_cents AND ${graceEndOf('p.due_on', 's.client_id')} < :today
         AND ${graceEndOf('p.due_on', 's.client_id')} >= :broken)`,
      'broken',
      addDays(today, -filter.brokenPromiseDays),
    );
  }
  if (filter.notice !== 'any') {
    sql.push(`${filter.notice === 'sent' ? '' : 'NOT '}EXISTS (SELECT 1 FROM legal_events e
      WHERE e.account_id = s.account_id AND e.kind = 'validation_notice' AND e.withdrawn = 0)`);
  }
  return { sql, values };
}

/**
 * The accounts with ids above `after` up to `upTo` that are of the kind a filter means, whatever keeps them out now; by id. What
 * keeps one out stands in its row.
 */
export function listCandidates(
  store: Store,
  strategyId: number | null,
  filter: StrategyFilter,
  range: { readonly after: number; readonly upTo: number },
  moment: FilterMoment,
): Candidate[] {
  const { sql, values } = whoOf(filter, moment);
  return store
    .sql(
      `SELECT s.account_id AS accountId, s.debtor_name AS debtorName, s.number, s.status, s.balance_cents AS balanceCents,
         s.oldest_due_on AS oldestDueOn,
         CASE WHEN s.has_hold THEN coalesce((SELECT group_concat(DISTINCT h.kind) FROM holds h
           WHERE h.account_id = s.account_id AND h.ended_at IS NULL AND (h.until_on IS NULL OR h.until_on >= :asOf)), '')
           ELSE '' END AS holds,
         (SELECT t.name FROM strategy_members m INDEXED BY strategy_members_active CROSS JOIN strategies t ON t.id = m.strategy_id
          WHERE m.account_id = s.account_id AND m.state = 'active') AS inStrategy,
         (SELECT max(m.ended_at) FROM strategy_members m INDEXED BY strategy_members_by_account
          WHERE m.account_id = s.account_id AND m.strategy_id = :strategyId AND m.ended_why <> 'off') AS leftAt
       FROM account_summaries s JOIN accounts a ON a.id = s.account_id JOIN debtors d ON d.id = s.debtor_id
       WHERE ${['s.account_id > :after', 's.account_id <= :upTo', ...sql].join(' AND ')}
       ORDER BY s.account_id`,
    )
    .all({ ...values, ...range, asOf: moment.today, strategyId: strategyId ?? 0 }) as Candidate[];
}

/** Throws away a strategy that is a draft and that no account ever entered; `false` where one did. */
export function updateRemoved(store: Store, strategyId: number, at: number): boolean {
  return (
    store
      .sql(
        `UPDATE strategies SET removed_at = ? WHERE id = ? AND state = 'draft'
           AND NOT EXISTS (SELECT 1 FROM strategy_members m WHERE m.strategy_id = strategies.id)`,
      )
      .run(at, strategyId).changes === 1
  );
}

export function findTemplateCode(store: Store, templateId: number): string | null {
  const code = store.sql('SELECT code FROM templates WHERE id = ?').pluck().get(templateId);
  return (code as string | undefined) ?? null;
}
