/**
 * The list of everything: filtered, sorted, searched and paged over 100,000 accounts while somebody types.
 *
 * SQLite is told which of two ways to go, because without figures about a book it guesses badly. When a filter
 * leaves few accounts, they are fetched and sorted. When it leaves many, the index of the wanted order is
 * walked and the page is full after a few hundred rows. Which it is, is found by counting no further than
 * `few`.
 */
import type { AccountFilter, AccountRow, AccountSort } from '../../../../shared/contract/accounts.ts';
import { type AccountStatus, daysPastDue } from '../../../../shared/domain/account.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { foldText } from '../../../../shared/domain/names.ts';
import { matchOf } from '../../../../shared/domain/search.ts';
import type { Store } from '../store.ts';
import {
  type ClockRow,
  callableNow,
  type Staleness,
  staleAmong,
  stalenessOf,
  toCallClock,
  unknownCall,
} from './clocks.ts';

type Value = string | number;
type Condition = { readonly sql: string; readonly values: readonly Value[] };

/** Up to so many accounts are fetched and sorted; above it the order's index is walked. */
const few = 2_000;

/** What each order compares, and the index that holds it. Missing days sort last, missing contacts first. */
const orders: {
  readonly [S in AccountSort]: { readonly key: string; readonly index: string; readonly reversed?: true };
} = {
  name: { key: 'name_sort', index: 'summaries_by_name' },
  number: { key: 'number', index: 'summaries_by_number' },
  client: { key: 'client_name', index: 'summaries_by_client' },
  balance: { key: 'balance_cents', index: 'summaries_by_balance' },
  // More days past due is an earlier due day.
  daysPastDue: { key: "coalesce(oldest_due_on, '9999-12-31')", index: 'summaries_by_due', reversed: true },
  status: { key: 'status', index: 'summaries_by_status' },
  nextStep: { key: "coalesce(next_step_on, '9999-12-31')", index: 'summaries_by_next_step' },
  lastContact: { key: 'coalesce(last_contact_at, 0)', index: 'summaries_by_contact' },
  lastPayment: { key: "coalesce(last_payment_on, '')", index: 'summaries_by_payment' },
  nextCall: { key: 'coalesce(call_opens_at, 9000000000000000)', index: 'summaries_by_call' },
  callsUsed: { key: 'coalesce(calls_used, 0)', index: 'summaries_by_calls_used' },
  validationEnd: { key: "coalesce(validation_end_on, '9999-12-31')", index: 'summaries_by_validation' },
  limitation: { key: "coalesce(limitation_on, '9999-12-31')", index: 'summaries_by_limitation' },
};

/** Nothing is planned: neither a next step nor a promise, a plan or a dated hold. Word for word as in the index. */
export const withoutStep = `next_step_on IS NULL AND (status = 'active' OR (status = 'hold' AND held_until_on IS NULL))`;
/** Says again what follows from it, in terms the orders' indexes hold, so that walking one fetches fewer rows. */
const withoutStepAgain = `status IN ('active', 'hold') AND ${orders.nextStep.key} = '9999-12-31'`;

/** What a list is of: the day for what is past due, the instant for what may be called. */
export type ListMoment = { readonly today: Day; readonly now: number };

/** How a list reads: the day, and which clocks may be trusted. */
type Reading = { readonly today: Day; readonly staleness: Staleness };

function readingOf(store: Store, { today, now }: ListMoment): Reading {
  return { today, staleness: stalenessOf(store, now) };
}

function conditionsOf(
  filter: AccountFilter,
  { today, staleness }: Reading,
): { facts: Condition[]; match: string | null } {
  const facts: Condition[] = [];
  const add = (sql: string, ...values: Value[]) => facts.push({ sql, values });
  if (filter.statuses.length > 0) {
    add(`status IN (${filter.statuses.map(() => '?').join(', ')})`, ...filter.statuses);
  }
  if (filter.clientId !== null) add('client_id = ?', filter.clientId);
  const due = orders.daysPastDue.key;
  if (filter.daysPastDueFrom !== null && filter.daysPastDueFrom > 0) {
    add(`${due} <= ?`, addDays(today, -filter.daysPastDueFrom));
  }
  if (filter.daysPastDueTo !== null) add(`${due} >= ?`, addDays(today, -filter.daysPastDueTo));
  if (filter.balanceFromCents !== null) add('balance_cents >= ?', filter.balanceFromCents);
  if (filter.balanceToCents !== null) add('balance_cents <= ?', filter.balanceToCents);
  if (filter.withoutNextStep) add(withoutStep);
  if (filter.callableNow) facts.push(...callableNow(staleness));
  return { facts, match: matchOf(filter.text) };
}

/** The index that answers the conditions alone; it holds the balance, too. For what the totals do not answer. */
function coveringIndex(filter: AccountFilter): string {
  if (filter.callableNow) return orders.nextCall.index;
  if (filter.daysPastDueFrom !== null || filter.daysPastDueTo !== null) return orders.daysPastDue.index;
  return filter.withoutNextStep ? 'summaries_without_step' : orders.balance.index;
}

const found = 'account_id IN (SELECT rowid FROM account_search WHERE account_search MATCH ?)';
const foundRows = 'account_search CROSS JOIN account_summaries ON account_id = account_search.rowid';

function whereOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: '', values: [] };
  return {
    sql: `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** Whether a filter leaves more than `few` accounts; for a text, whether the text alone finds more. */
function leavesMany(
  store: Store,
  filter: AccountFilter,
  facts: readonly Condition[],
  match: string | null,
): boolean {
  if (match !== null) {
    const hits = store
      .sql('SELECT count(*) FROM (SELECT 1 FROM account_search WHERE account_search MATCH ? LIMIT ?)')
      .pluck()
      .get(match, few + 1) as number;
    return hits > few;
  }
  if (facts.length === 0) return true;
  const where = whereOf(facts);
  if (isByTotals(filter)) {
    const left = store.sql(`SELECT coalesce(sum(accounts), 0) FROM account_totals ${where.sql}`);
    return (left.pluck().get(...where.values) as number) > few;
  }
  const left = store
    .sql(
      `SELECT count(*) FROM (SELECT 1 FROM account_summaries INDEXED BY ${coveringIndex(filter)} ${where.sql} LIMIT ?)`,
    )
    .pluck()
    .get(...where.values, few + 1) as number;
  return left > few;
}

/** Where a page ended: the compared value and the account's id. */
export type ListPlace = { readonly key: Value; readonly accountId: number };

export type ListPage = {
  readonly filter: AccountFilter;
  readonly sort: AccountSort;
  readonly descending: boolean;
  readonly after: ListPlace | null;
  readonly offset: number;
  readonly limit: number;
};

type SummarySql = {
  account_id: number;
  debtor_id: number;
  debtor_name: string;
  number: string;
  client_name: string;
  status: AccountStatus;
  balance_cents: number;
  oldest_due_on: Day | null;
  next_step_on: Day | null;
  next_step: string | null;
  last_contact_at: number | null;
  last_contact_outcome: string | null;
  last_payment_on: Day | null;
  last_payment_cents: number | null;
  phone: string | null;
  limitation_state: AccountRow['limitationState'];
  sort_key: Value;
} & Omit<ClockRow, 'limitation_state' | 'clocks_until'>;

const rowColumns = `account_id, debtor_id, debtor_name, number, client_name, status, balance_cents, oldest_due_on,
  next_step_on, next_step, last_contact_at, last_contact_outcome, last_payment_on, last_payment_cents, phone,
  call_outcome, call_code, call_opens_at, call_closes_at, calls_used, validation_end_on, limitation_on, limitation_state`;

function toRow(row: SummarySql, today: Day, stale: ReadonlySet<number>): AccountRow {
  return {
    accountId: row.account_id,
    debtorId: row.debtor_id,
    debtorName: row.debtor_name,
    number: row.number,
    clientName: row.client_name,
    status: row.status,
    balanceCents: row.balance_cents,
    oldestDueOn: row.oldest_due_on,
    daysPastDue: daysPastDue(row.oldest_due_on, today),
    nextStepOn: row.next_step_on,
    nextStep: row.next_step,
    lastContactAt: row.last_contact_at,
    lastContactOutcome: row.last_contact_outcome,
    lastPaymentOn: row.last_payment_on,
    lastPaymentCents: row.last_payment_cents,
    phone: row.phone,
    call: stale.has(row.account_id) ? unknownCall : toCallClock(row),
    validationEndOn: row.validation_end_on,
    limitationOn: row.limitation_on,
    limitationState: row.limitation_state,
  };
}

type Statement = { readonly sql: string; readonly values: readonly Value[] };

/**
 * The statements of a page, to be run in turn until it is full; a test looks at their plans. A further page
 * first finishes the accounts that tie with the place, then goes on: SQLite begins at a place of two values only
 * where the first is a bare column, and most of these orders compare an expression.
 */
export function pageStatements(store: Store, page: ListPage, moment: ListMoment): Statement[] {
  return statementsOf(store, page, readingOf(store, moment));
}

function statementsOf(
  store: Store,
  page: ListPage,
  reading: Reading,
  columns: string = rowColumns,
): Statement[] {
  const { facts, match } = conditionsOf(page.filter, reading);
  const order = orders[page.sort];
  const down = page.descending !== (order.reversed ?? false);
  const walks = leavesMany(store, page.filter, facts, match);
  // The index of what is not planned is itself in the order of balances.
  const index =
    page.sort === 'balance' && page.filter.withoutNextStep ? 'summaries_without_step' : order.index;
  // A plus keeps the planner from choosing the order's index; INDEXED BY makes it.
  const key = walks ? order.key : `+${order.key}`;
  const than = down ? '<' : '>';
  const direction = down ? 'DESC' : 'ASC';
  const statement = (by: string, ...place: Condition[]): Statement => {
    const conditions = [...facts];
    if (page.filter.withoutNextStep && walks && index !== 'summaries_without_step') {
      conditions.push({ sql: withoutStepAgain, values: [] });
    }
    if (match !== null) {
      conditions.push({ sql: walks ? found : 'account_search MATCH ?', values: [match] });
    }
    const where = whereOf([...conditions, ...place]);
    const rows = walks
      ? `account_summaries INDEXED BY ${index}`
      : match !== null
        ? foundRows
        : page.filter.callableNow
          ? `account_summaries INDEXED BY ${orders.nextCall.index}`
          : 'account_summaries';
    return {
      sql: `SELECT ${columns}, ${order.key} AS sort_key FROM ${rows} ${where.sql} ORDER BY ${by} LIMIT ? OFFSET ?`,
      values: where.values,
    };
  };
  const inOrder = `${key} ${direction}, account_id ${direction}`;
  if (page.after === null) return [statement(inOrder)];
  const { key: value, accountId } = page.after;
  return [
    statement(
      `account_id ${direction}`,
      { sql: `${key} = ?`, values: [value] },
      { sql: `account_id ${than} ?`, values: [accountId] },
    ),
    statement(inOrder, { sql: `${key} ${than} ?`, values: [value] }),
  ];
}

/** One page, and the place to go on from; `null` when the page is the last. */
export function listPage(
  store: Store,
  page: ListPage,
  moment: ListMoment,
): { rows: AccountRow[]; next: ListPlace | null } {
  const rows: SummarySql[] = [];
  const reading = readingOf(store, moment);
  for (const { sql, values } of statementsOf(store, page, reading)) {
    const wanted = page.limit + 1 - rows.length;
    if (wanted === 0) break;
    rows.push(
      ...(store.sql(sql).all(...values, wanted, page.after === null ? page.offset : 0) as SummarySql[]),
    );
  }
  const more = rows.length > page.limit;
  if (more) rows.pop();
  const last = rows.at(-1);
  const ids = rows.map((row) => row.account_id);
  const stale = staleAmong(store, reading.staleness, ids);
  return {
    rows: rows.map((row) => toRow(row, moment.today, stale)),
    next: more && last ? { key: last.sort_key, accountId: last.account_id } : null,
  };
}

/** The ids of everything a filter leaves, in the order of the list: what is written row by row while the list may change beneath. */
export function listIds(
  store: Store,
  { filter, sort, descending }: Pick<ListPage, 'filter' | 'sort' | 'descending'>,
  moment: ListMoment,
): number[] {
  const page = { filter, sort, descending, after: null, offset: 0, limit: 0 };
  const [whole] = statementsOf(store, page, readingOf(store, moment), 'account_id');
  return whole === undefined
    ? []
    : (store
        .sql(whole.sql)
        .pluck()
        .all(...whole.values, -1, 0) as number[]);
}

export function countStatement(store: Store, filter: AccountFilter, moment: ListMoment): Statement {
  const { facts, match } = conditionsOf(filter, readingOf(store, moment));
  const counted = 'count(*) AS count, coalesce(sum(balance_cents), 0) AS balanceCents';
  if (match !== null) {
    // From what the search finds to its rows, in the order of both: no set of ids is built first.
    const where = whereOf([{ sql: 'account_search MATCH ?', values: [match] }, ...facts]);
    return { sql: `SELECT ${counted} FROM ${foundRows} ${where.sql}`, values: where.values };
  }
  const where = whereOf(facts);
  if (isByTotals(filter)) {
    return {
      sql: `SELECT coalesce(sum(accounts), 0) AS count, coalesce(sum(balance_cents), 0) AS balanceCents
        FROM account_totals ${where.sql}`,
      values: where.values,
    };
  }
  return {
    sql: `SELECT ${counted} FROM account_summaries INDEXED BY ${coveringIndex(filter)} ${where.sql}`,
    values: where.values,
  };
}

/** Nothing but client and status is asked for: the totals kept of these answer it. */
function isByTotals(filter: AccountFilter): boolean {
  return (
    filter.daysPastDueFrom === null &&
    filter.daysPastDueTo === null &&
    filter.balanceFromCents === null &&
    filter.balanceToCents === null &&
    !filter.withoutNextStep &&
    !filter.callableNow
  );
}

export function countList(
  store: Store,
  filter: AccountFilter,
  moment: ListMoment,
): { count: number; balanceCents: number } {
  const { sql, values } = countStatement(store, filter, moment);
  return store.sql(sql).get(...values) as { count: number; balanceCents: number };
}

export type FoundAccount = {
  readonly accountId: number;
  readonly debtorName: string;
  readonly number: string;
  readonly balanceCents: number;
  readonly status: AccountStatus;
};

/**
 * Accounts that begin with what was typed, best first: the number itself, last names, numbers, then anything
 * else that search finds. Open accounts stand before settled and closed ones within each of these.
 */
export function findByBeginning(store: Store, typed: string, limit: number): FoundAccount[] {
  const match = matchOf(typed);
  if (match === null) return [];
  const columns =
    'account_id AS accountId, debtor_name AS debtorName, number, balance_cents AS balanceCents, status';
  const folded = foldText(typed).trim().replace(/\s+/g, ' ');
  const beyond = (beginning: string) => `${beginning}\u{10ffff}`;
  // `garcia, ana` and `garcia ana` both begin the sort key `garcia  ana`.
  const name = folded.replace(/,\s*/, '  ');
  const tries = [
    store.sql(`SELECT ${columns} FROM account_summaries WHERE number = ? LIMIT ?`).all(typed.trim(), limit),
    store
      .sql(
        `SELECT ${columns} FROM account_summaries WHERE name_sort >= ? AND name_sort < ? ORDER BY name_sort, account_id LIMIT ?`,
      )
      .all(name, beyond(name), limit * 2),
    store
      .sql(
        `SELECT ${columns} FROM account_summaries WHERE number >= ? AND number < ? ORDER BY number, account_id LIMIT ?`,
      )
      .all(typed.trim(), beyond(typed.trim()), limit),
    store
      .sql(
        `SELECT ${columns} FROM account_summaries WHERE account_id IN (
           SELECT rowid FROM account_search WHERE account_search MATCH ? LIMIT 200)
         ORDER BY name_sort, account_id`,
      )
      .all(match),
  ] as FoundAccount[][];
  const open = (hit: FoundAccount) => (hit.status === 'closed' || hit.status === 'paid' ? 1 : 0);
  const hits = new Map<number, FoundAccount>();
  for (const list of tries) {
    for (const hit of [...list].sort((a, b) => open(a) - open(b))) {
      if (hits.size < limit && !hits.has(hit.accountId)) hits.set(hit.accountId, hit);
    }
  }
  return [...hits.values()];
}

/** Every client with how many accounts it has, by name. */
export function listClientCounts(store: Store): { clientId: number; name: string; accounts: number }[] {
  return store
    .sql(
      `SELECT c.id AS clientId, c.name,
         (SELECT coalesce(sum(t.accounts), 0) FROM account_totals t WHERE t.client_id = c.id) AS accounts
       FROM clients c ORDER BY c.name COLLATE NOCASE, c.id`,
    )
    .all() as { clientId: number; name: string; accounts: number }[];
}

export type SummaryFacts = {
  readonly status: AccountStatus;
  readonly clientName: string;
  readonly debtorName: string;
  readonly principalCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
  readonly balanceCents: number;
  readonly oldestDueOn: Day | null;
  readonly lastContactAt: number | null;
  readonly lastContactOutcome: string | null;
  readonly lastPaymentOn: Day | null;
  readonly lastPaymentCents: number | null;
};

export function findSummary(store: Store, accountId: number): SummaryFacts | null {
  const row = store
    .sql(
      `SELECT status, client_name AS clientName, debtor_name AS debtorName, principal_cents AS principalCents,
         interest_cents AS interestCents, fees_cents AS feesCents, costs_cents AS costsCents,
         balance_cents AS balanceCents, oldest_due_on AS oldestDueOn, last_contact_at AS lastContactAt,
         last_contact_outcome AS lastContactOutcome, last_payment_on AS lastPaymentOn,
         last_payment_cents AS lastPaymentCents
       FROM account_summaries WHERE account_id = ?`,
    )
    .get(accountId);
  return (row as SummaryFacts | undefined) ?? null;
}

type OtherAccount = {
  readonly accountId: number;
  readonly number: string;
  readonly balanceCents: number;
  readonly status: AccountStatus;
  readonly oldestDueOn: Day | null;
  readonly disputed: boolean;
};

/** The accounts of a debtor but one, for the line "also owes". */
export function listOtherAccounts(
  store: Store,
  debtorId: number,
  butNot: number,
  today: Day,
): OtherAccount[] {
  const rows = store
    .sql(
      `SELECT s.account_id AS accountId, s.number, s.balance_cents AS balanceCents, s.status,
         s.oldest_due_on AS oldestDueOn,
         EXISTS (SELECT 1 FROM holds h WHERE h.account_id = s.account_id AND h.kind = 'dispute'
           AND h.ended_at IS NULL AND (h.until_on IS NULL OR h.until_on >= :today)) AS disputed
       FROM account_summaries s
       WHERE s.debtor_id = :debtorId AND s.account_id <> :butNot ORDER BY s.number, s.account_id LIMIT 200`,
    )
    .all({ debtorId, butNot, today }) as (Omit<OtherAccount, 'disputed'> & { disputed: 0 | 1 })[];
  return rows.map((row) => ({ ...row, disputed: row.disputed === 1 }));
}
