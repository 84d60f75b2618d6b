/**
 * What is due, by its day: counted over a range, and the first few of each day. Each kind goes by an index of its own; a book of a
 * hundred thousand accounts has thousands on one day, of which nobody reads more than a handful.
 */
import type { CalendarKind } from '../../../../shared/contract/calendar.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import { type ReminderRow, reminderQuery, toReminders } from './reminders.ts';

/** Accounts on which somebody still has something to do. */
const open = `('active', 'promise', 'plan', 'hold')`;

export type DueRow = {
  readonly id: number;
  readonly accountId: number | null;
  readonly debtorName: string | null;
  readonly accountNumber: string | null;
  readonly amountCents: number | null;
  /** Its number, its name, or what is to be done, by kind. */
  readonly detail: string | null;
  readonly more: string | null;
};

type Source = {
  /** The day, as its index has it. */
  readonly day: string;
  readonly rows: string;
  readonly condition: string;
  readonly columns: string;
  readonly order: string;
};

const ofAccount = 's.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber';
const ofNobody = 'NULL AS accountId, NULL AS debtorName, NULL AS accountNumber';

/** Kinds of one row a day each; reminders are another matter. */
const sources: Readonly<Record<Exclude<CalendarKind, 'reminder' | 'renewal'>, Source>> = {
  promise: {
    day: 'p.due_on',
    rows: 'promises p INDEXED BY promises_by_due CROSS JOIN account_summaries s ON s.account_id = p.account_id',
    condition: `p.cancelled_at IS NULL AND p.received_cents < p.amount_cents AND s.status IN ${open}`,
    columns: `p.id, ${ofAccount}, p.amount_cents - p.received_cents AS amountCents, NULL AS detail, NULL AS more`,
    order: 'p.id',
  },
  // What payments cover already is left out: the summary names the first instalment they do not.
  instalment: {
    day: 'i.due_on',
    rows: `instalments i INDEXED BY instalments_by_due
      CROSS JOIN plan_versions v ON v.id = i.plan_version_id
      CROSS JOIN plans p ON p.id = v.plan_id AND p.ended_at IS NULL
      CROSS JOIN account_summaries s ON s.account_id = p.account_id`,
    condition: `i.due_on >= s.instalment_on
      AND NOT EXISTS (SELECT 1 FROM plan_versions w WHERE w.plan_id = v.plan_id AND w.version > v.version)`,
    columns: `i.id, ${ofAccount}, i.amount_cents AS amountCents, CAST(i.number AS TEXT) AS detail,
      CAST((SELECT max(j.number) FROM instalments j WHERE j.plan_version_id = v.id) AS TEXT) AS more`,
    order: 'i.id',
  },
  held: {
    day: 'h.dated_on',
    rows: 'held_payments h INDEXED BY held_payments_by_day CROSS JOIN account_summaries s ON s.account_id = h.account_id',
    condition: `h.state = 'held'`,
    columns: `h.id, ${ofAccount}, h.amount_cents AS amountCents, h.method AS detail, NULL AS more`,
    order: 'h.id',
  },
  step: {
    day: `coalesce(s.next_step_on, '9999-12-31')`,
    rows: 'account_summaries s INDEXED BY summaries_by_next_step',
    condition: `s.status IN ${open}`,
    columns: `s.account_id AS id, ${ofAccount}, NULL AS amountCents, s.next_step AS detail, NULL AS more`,
    order: 's.account_id',
  },
  strategy: {
    day: 'm.due_on',
    rows: `strategy_members m INDEXED BY strategy_members_due CROSS JOIN account_summaries s ON s.account_id = m.account_id
      CROSS JOIN strategies t ON t.id = m.strategy_id`,
    condition: `m.state = 'active'`,
    columns: `m.id, ${ofAccount}, NULL AS amountCents, t.name AS detail, CAST(m.step + 1 AS TEXT) AS more`,
    order: 'm.id',
  },
  validation: {
    day: `coalesce(s.validation_end_on, '9999-12-31')`,
    rows: 'account_summaries s INDEXED BY summaries_by_validation',
    condition: `s.status IN ${open}`,
    columns: `s.account_id AS id, ${ofAccount}, NULL AS amountCents, NULL AS detail, NULL AS more`,
    order: 's.account_id',
  },
  limitation: {
    day: `coalesce(s.limitation_on, '9999-12-31')`,
    rows: 'account_summaries s INDEXED BY summaries_by_limitation',
    condition: `s.status IN ${open}`,
    columns: `s.account_id AS id, ${ofAccount}, s.balance_cents AS amountCents, NULL AS detail, NULL AS more`,
    order: 's.account_id',
  },
};
export type SourceKind = keyof typeof sources;

export type DayCount = { readonly day: Day; readonly count: number };

export function countDue(store: Store, kind: SourceKind, from: Day, to: Day): DayCount[] {
  const { day, rows, condition } = sources[kind];
  return store
    .sql(
      `SELECT ${day} AS day, count(*) AS count FROM ${rows} WHERE ${day} BETWEEN ? AND ? AND ${condition} GROUP BY 1`,
    )
    .all(from, to) as DayCount[];
}

/** The first of a day. */
export function listDue(store: Store, kind: SourceKind, on: Day, limit: number): DueRow[] {
  const { day, rows, condition, columns, order } = sources[kind];
  return store
    .sql(`SELECT ${columns} FROM ${rows} WHERE ${day} = ? AND ${condition} ORDER BY ${order} LIMIT ?`)
    .all(on, limit) as DueRow[];
}

/** Licenses in force and certificates, by the day they are to be renewed; few, so all of a range at once. */
export function listRenewals(store: Store, from: Day, to: Day): (DueRow & { readonly day: Day })[] {
  return store
    .sql(
      `SELECT renews_on AS day, id, ${ofNobody}, NULL AS amountCents, state AS detail, kind AS more FROM licences
         WHERE ended_at IS NULL AND renews_on BETWEEN :from AND :to
       UNION ALL
       SELECT renews_on, id, NULL, NULL, NULL, NULL, name, 'certificate' FROM certificates
         WHERE ended_at IS NULL AND renews_on BETWEEN :from AND :to
       ORDER BY 1, 2`,
    )
    .all({ from, to }) as (DueRow & { day: Day })[];
}

const own = `r.state = 'open' AND r.instalment IS NULL AND r.held_payment_id IS NULL`;

/** What a person asked for at an instant of a day, or of the day itself. Instants: the first inclusive, the last not. */
export function listOwnReminders(
  store: Store,
  on: { readonly day: Day; readonly fromAt: number; readonly toAt: number },
  limit: number,
): ReminderRow[] {
  const timed = store
    .sql(
      `${reminderQuery(`r.all_day = 0 AND ${own} AND r.due_at >= ? AND r.due_at < ?`)} ORDER BY r.due_at, r.id LIMIT ?`,
    )
    .all(on.fromAt, on.toAt, limit);
  const ofDay = store
    .sql(
      `${reminderQuery(`r.all_day = 1 AND ${own} AND r.due_on = ?`)} ORDER BY r.priority DESC, r.id LIMIT ?`,
    )
    .all(on.day, limit);
  return toReminders([...ofDay, ...timed]).slice(0, limit);
}

export function countOwnReminders(
  store: Store,
  on: { readonly day: Day; readonly fromAt: number; readonly toAt: number },
): number {
  return store
    .sql(
      `SELECT (SELECT count(*) FROM reminders r WHERE r.all_day = 0 AND ${own} AND r.due_at >= :fromAt AND r.due_at < :toAt)
         + (SELECT count(*) FROM reminders r WHERE r.all_day = 1 AND ${own} AND r.due_on = :day)`,
    )
    .pluck()
    .get(on) as number;
}
