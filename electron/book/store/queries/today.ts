/** What Today gathers over the whole book, each kind from its own index and no further than is shown. */
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import { withoutStep } from './account-list.ts';
import { graceEdgesOf, graceIs } from './policies.ts';
import { type PromiseRow, promiseGraceEnd, promiseQuery, promiseRows, toPromises } from './promises.ts';
import { notMarked } from './queue-marks.ts';
import { whileUnchanged } from './unchanged.ts';

/** Accounts on which somebody still has something to do. */
export const open = `('active', 'promise', 'plan', 'hold')`;

/** The day and the instant a list is of. */
export type ListDay = { readonly today: Day; readonly now: number };

/** Which promises, and how many of them to fetch; all are counted. */
type PromiseList = { readonly condition: string; readonly order: string };

function listOpenPromises(
  store: Store,
  { condition, order }: PromiseList,
  { from, to, today, now }: ListDay & { readonly from: Day; readonly to: Day },
  limit: number,
): { promises: PromiseRow[]; count: number } {
  const values = { from, to, today, now, ...graceEdgesOf(store, today) };
  const unmet = `p.cancelled_at IS NULL AND p.due_on BETWEEN :from AND :to AND s.status IN ${open}
    AND p.received_cents < p.amount_cents AND ${condition}`;
  const rows = store.sql(`${promiseQuery(unmet)} ORDER BY ${order} LIMIT :limit`).all({ ...values, limit });
  const count = store.sql(`SELECT count(*) ${promiseRows} WHERE ${unmet}`);
  return {
    promises: toPromises(rows),
    count: rows.length < limit ? rows.length : (count.pluck().get(values) as number),
  };
}

/** Due and broken are two occurrences: one marked done while it was due comes up again when it is broken. */
const promiseKey = (what: 'due' | 'broken') => `'promise:' || p.id || ':${what}'`;

/** Promises not kept yet whose day has come and whose grace is not over, soonest first. */
export function listPromisesDue(store: Store, { today, now }: ListDay, limit: number) {
  const days = { from: graceEdgesOf(store, today).overBefore, to: today, today, now };
  const condition = `${graceIs('within', 'p.due_on', 's.client_id')} AND ${notMarked(promiseKey('due'))}`;
  return listOpenPromises(store, { condition, order: 'p.due_on, p.id' }, days, limit);
}

/** The day after the last day of grace, as an instant; in UTC, close enough to ask whether somebody called since. */
const lapsedAt = `unixepoch(${promiseGraceEnd}, '+1 days') * 1000`;
const lastContactAt = 'coalesce(s.last_contact_at, 0)';
/** Mostly the last contact was before the day itself, and no policy need be asked. */
const notCalledSince = `(${lastContactAt} < unixepoch(p.due_on) * 1000 OR ${lastContactAt} < ${lapsedAt})`;

/**
 * Promises due since a day that were not kept by the end of their grace and that nobody has followed up: no contact, newer promise
 * or plan since. The latest first.
 */
export function listPromisesLapsed(store: Store, from: Day, { today, now }: ListDay, limit: number) {
  const condition = `${graceIs('over', 'p.due_on', 's.client_id')} AND ${notMarked(promiseKey('broken'))} AND ${notCalledSince}
    AND NOT EXISTS (SELECT 1 FROM promises q WHERE q.account_id = s.account_id AND q.id > p.id AND q.cancelled_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM plan_accounts o JOIN plans n ON n.id = o.plan_id
      WHERE o.account_id = s.account_id AND n.made_at >= p.made_at)`;
  const days = { from, to: addDays(graceEdgesOf(store, today).withinFrom, -1), today, now };
  return listOpenPromises(store, { condition, order: 'p.due_on DESC, p.id DESC' }, days, limit);
}

export type StepRow = {
  readonly accountId: number;
  readonly debtorName: string;
  readonly accountNumber: string;
  readonly balanceCents: number;
  readonly nextStepOn: Day | null;
  readonly nextStep: string | null;
};

const stepColumns = `account_id AS accountId, debtor_name AS debtorName, number AS accountNumber,
  balance_cents AS balanceCents, next_step_on AS nextStepOn, next_step AS nextStep`;

const stepDue = `coalesce(next_step_on, '9999-12-31') <= :until AND status IN ${open}`;
const withoutMarked = `account_id NOT IN (SELECT value FROM json_each(:marked))`;

/** Next steps due by a day, the longest overdue first; accounts in `marked` left out. */
export function listStepsDue(store: Store, until: Day, marked: readonly number[], limit: number): StepRow[] {
  return store
    .sql(
      `SELECT ${stepColumns} FROM account_summaries INDEXED BY summaries_by_next_step WHERE ${stepDue} AND ${withoutMarked}
       ORDER BY coalesce(next_step_on, '9999-12-31'), account_id LIMIT :limit`,
    )
    .all({ until, marked: JSON.stringify(marked), limit }) as StepRow[];
}

/** Of some accounts those whose next step is due, with its day. */
export function listStepsAmong(
  store: Store,
  until: Day,
  accountIds: readonly number[],
): { readonly accountId: number; readonly nextStepOn: Day }[] {
  return store
    .sql(
      `SELECT account_id AS accountId, next_step_on AS nextStepOn
       FROM json_each(:accounts) j CROSS JOIN account_summaries ON account_id = j.value WHERE ${stepDue}`,
    )
    .all({ until, accounts: JSON.stringify(accountIds) }) as { accountId: number; nextStepOn: Day }[];
}

export function countStepsDue(store: Store, until: Day): number {
  const count = store.sql(
    `SELECT count(*) FROM account_summaries INDEXED BY summaries_by_next_step WHERE ${stepDue}`,
  );
  return whileUnchanged(store, `steps ${until}`, () => count.pluck().get({ until }) as number);
}

/** A reminder still to come and a strategy bring an account up by themselves. */
const nothingComes = `NOT EXISTS (SELECT 1 FROM strategy_members m WHERE m.account_id = s.account_id AND m.state = 'active')
  AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.account_id = s.account_id AND r.state = 'open')`;
const planless = `FROM account_summaries s INDEXED BY summaries_without_step WHERE ${withoutStep} AND ${nothingComes}`;

/** Open accounts nothing is planned for, the largest sums first; accounts in `marked` left out. */
export function listPlanless(store: Store, marked: readonly number[], limit: number): StepRow[] {
  return store
    .sql(
      `SELECT ${stepColumns} ${planless} AND ${withoutMarked} ORDER BY balance_cents DESC, account_id DESC LIMIT :limit`,
    )
    .all({ marked: JSON.stringify(marked), limit }) as StepRow[];
}

const sums = 'count(*) AS count, coalesce(sum(s.balance_cents), 0) AS cents';
const lookedUp = `CROSS JOIN account_summaries s INDEXED BY summaries_without_step_by_account ON s.account_id = x.account_id
  WHERE ${withoutStep}`;

/**
 * What `listPlanless` would list without end: those without a step less those something comes up for. The latter are few and
 * looked up; to ask it of each of the former takes several times as long.
 */
export function sumPlanless(store: Store): { readonly count: number; readonly balanceCents: number } {
  const sum = store.sql(
    `SELECT a.count - m.count - r.count AS count, a.cents - m.cents - r.cents AS balanceCents FROM
         (SELECT ${sums} FROM account_summaries s INDEXED BY summaries_without_step WHERE ${withoutStep}) a,
         (SELECT ${sums} FROM strategy_members x INDEXED BY strategy_members_active ${lookedUp} AND x.state = 'active') m,
         (SELECT ${sums} FROM (SELECT DISTINCT account_id FROM reminders INDEXED BY reminders_open_by_account
            WHERE state = 'open' AND account_id IS NOT NULL) x ${lookedUp} AND NOT EXISTS (
            SELECT 1 FROM strategy_members m WHERE m.account_id = x.account_id AND m.state = 'active')) r`,
  );
  return whileUnchanged(store, 'planless', () => sum.get() as { count: number; balanceCents: number });
}

/** Whether nothing would be planned for an account any more without its next step or some reminders. */
export function isPlanlessWithout(
  store: Store,
  accountId: number,
  gone: { readonly nextStepOn: Day | null; readonly reminderIds: readonly number[] },
): boolean {
  const row = store
    .sql(
      `SELECT 1 FROM account_summaries s WHERE s.account_id = :accountId
         AND (s.next_step_on IS NULL OR s.next_step_on = :nextStepOn)
         AND (s.status = 'active' OR (s.status = 'hold' AND s.held_until_on IS NULL))
         AND NOT EXISTS (SELECT 1 FROM strategy_members m WHERE m.account_id = s.account_id AND m.state = 'active')
         AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.account_id = s.account_id AND r.state = 'open'
           AND r.id NOT IN (SELECT value FROM json_each(:reminders)))`,
    )
    .get({ accountId, nextStepOn: gone.nextStepOn, reminders: JSON.stringify(gone.reminderIds) });
  return row !== undefined;
}

/** Of some accounts those nothing is planned for. */
export function listPlanlessAmong(store: Store, accountIds: readonly number[]): number[] {
  return store
    .sql(
      `SELECT s.account_id FROM json_each(?) j CROSS JOIN account_summaries s ON s.account_id = j.value
       WHERE ${withoutStep} AND ${nothingComes}`,
    )
    .pluck()
    .all(JSON.stringify(accountIds)) as number[];
}

export type DoneToday = { contacts: number; payments: number; collectedCents: number; notes: number };

/** What was recorded since an instant; payments taken back left out. */
export function countDone(store: Store, since: number): DoneToday {
  const contacts = store.sql('SELECT count(*) FROM contacts WHERE at >= ?').pluck().get(since) as number;
  const notes = store
    .sql('SELECT count(*) FROM notes WHERE at >= ? AND contact_id IS NULL')
    .pluck()
    .get(since) as number;
  const sum = store.sql(
    `SELECT count(*) AS payments,
         coalesce(-sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents), 0) AS collectedCents
       FROM entries e WHERE e.kind IN ('payment', 'recovery') AND e.posted_at >= ? AND e.import_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)`,
  );
  const paid = whileUnchanged(
    store,
    `paid ${since}`,
    () => sum.get(since) as { payments: number; collectedCents: number },
  );
  return { contacts, notes, ...paid };
}

export function sumOpenAccounts(store: Store): { openAccounts: number; balanceCents: number } {
  return store
    .sql(
      `SELECT coalesce(sum(accounts), 0) AS openAccounts, coalesce(sum(balance_cents), 0) AS balanceCents
       FROM account_totals WHERE status IN ${open}`,
    )
    .get() as { openAccounts: number; balanceCents: number };
}
