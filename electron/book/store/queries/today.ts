/** What Today gathers over the whole book, each kind from its own index and no further than is shown. */
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import { withoutStep } from './account-list.ts';
import { findLongestGrace } from './policies.ts';
import { type PromiseRow, promiseGraceEnd, promiseQuery, promiseRows, toPromises } from './promises.ts';

/** Accounts on which somebody still has something to do. */
const open = `('active', 'promise', 'plan', 'hold')`;

/** Which promises, and how many of them to fetch; all are counted. */
type PromiseList = { readonly condition: string; readonly order: string };

function listOpenPromises(
  store: Store,
  { condition, order }: PromiseList,
  days: { readonly from: Day; readonly to: Day; readonly today: Day },
  limit: number,
): { promises: PromiseRow[]; count: number } {
  const unmet = `p.cancelled_at IS NULL AND p.due_on BETWEEN :from AND :to AND s.status IN ${open}
    AND p.received_cents < p.amount_cents AND ${condition}`;
  const rows = store.sql(`${promiseQuery(unmet)} ORDER BY ${order} LIMIT :limit`).all({ ...days, limit });
  const count = store.sql(`SELECT count(*) ${promiseRows} WHERE ${unmet}`);
  return {
    promises: toPromises(rows),
    count: rows.length < limit ? rows.length : (count.pluck().get(days) as number),
  };
}

/** Promises not kept yet whose day has come and whose grace is not over, soonest first. */
export function listPromisesDue(store: Store, today: Day, limit: number) {
  const days = { from: addDays(today, -findLongestGrace(store)), to: today, today };
  const condition = `${promiseGraceEnd} >= :today`;
  return listOpenPromises(store, { condition, order: 'p.due_on, p.id' }, days, limit);
}

/** The day after the last day of grace, as an instant; in UTC, close enough to ask whether somebody called since. */
const lapsedAt = `unixepoch(${promiseGraceEnd}, '+1 days') * 1000`;

/**
 * Promises due since a day that were not kept by the end of their grace and that nobody has followed up: no contact, newer promise
 * or plan since. The latest first.
 */
export function listPromisesLapsed(store: Store, from: Day, today: Day, limit: number) {
  const condition = `${promiseGraceEnd} < :today AND coalesce(s.last_contact_at, 0) < ${lapsedAt}
    AND NOT EXISTS (SELECT 1 FROM promises q WHERE q.account_id = p.account_id AND q.id > p.id AND q.cancelled_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM plan_accounts o JOIN plans n ON n.id = o.plan_id
      WHERE o.account_id = p.account_id AND n.made_at >= p.made_at)`;
  const days = { from, to: addDays(today, -1), today };
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

const stepDue = `coalesce(next_step_on, '9999-12-31') <= ? AND status IN ${open}`;

/** Next steps due by a day, the longest overdue first. */
export function listStepsDue(store: Store, until: Day, limit: number): StepRow[] {
  return store
    .sql(
      `SELECT ${stepColumns} FROM account_summaries INDEXED BY summaries_by_next_step WHERE ${stepDue}
       ORDER BY coalesce(next_step_on, '9999-12-31'), account_id LIMIT ?`,
    )
    .all(until, limit) as StepRow[];
}

export function countStepsDue(store: Store, until: Day): number {
  return store
    .sql(`SELECT count(*) FROM account_summaries INDEXED BY summaries_by_next_step WHERE ${stepDue}`)
    .pluck()
    .get(until) as number;
}

/** Open accounts nothing is planned for, the largest sums first. */
export function listWithoutStep(store: Store, limit: number): StepRow[] {
  return store
    .sql(
      `SELECT ${stepColumns} FROM account_summaries INDEXED BY summaries_without_step WHERE ${withoutStep}
       ORDER BY balance_cents DESC, account_id DESC LIMIT ?`,
    )
    .all(limit) as StepRow[];
}

export function countWithoutStep(store: Store): number {
  return store
    .sql(`SELECT count(*) FROM account_summaries INDEXED BY summaries_without_step WHERE ${withoutStep}`)
    .pluck()
    .get() as number;
}

export type DoneToday = { contacts: number; payments: number; collectedCents: number; notes: number };

/** What was recorded since an instant; payments taken back left out. */
export function countDone(store: Store, since: number): DoneToday {
  const contacts = store.sql('SELECT count(*) FROM contacts WHERE at >= ?').pluck().get(since) as number;
  const notes = store
    .sql('SELECT count(*) FROM notes WHERE at >= ? AND contact_id IS NULL')
    .pluck()
    .get(since) as number;
  const paid = store
    .sql(
      `SELECT count(*) AS payments,
         coalesce(-sum(e.principal_cents + e.interest_cents + e.fees_cents + e.costs_cents), 0) AS collectedCents
       FROM entries e WHERE e.kind IN ('payment', 'recovery') AND e.posted_at >= ? AND e.import_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.reverses_entry_id = e.id)`,
    )
    .get(since) as { payments: number; collectedCents: number };
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
