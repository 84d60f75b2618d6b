/** Reminders: due at an instant, told once for each. */
import type { Store } from '../store.ts';

export type NewReminder = {
  readonly accountId: number | null;
  readonly text: string;
  readonly dueAt: number;
  readonly zone: string;
  readonly planId: number | null;
  readonly madeAt: number;
  readonly author: string;
};

export function insertReminder(store: Store, reminder: NewReminder): number {
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO reminders (account_id, text, due_at, zone, plan_id, made_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      reminder.accountId,
      reminder.text,
      reminder.dueAt,
      reminder.zone,
      reminder.planId,
      reminder.madeAt,
      reminder.author,
    );
  return Number(lastInsertRowid);
}

export type ReminderState = 'open' | 'done' | 'cancelled';

export type ReminderRow = {
  readonly reminderId: number;
  readonly accountId: number | null;
  readonly debtorName: string | null;
  readonly accountNumber: string | null;
  readonly text: string;
  readonly dueAt: number;
  readonly state: ReminderState;
  readonly missed: boolean;
  readonly snoozedTimes: number;
};

type ReminderSql = Omit<ReminderRow, 'missed'> & { missed: number };

function reminderQuery(condition: string): string {
  return `SELECT r.id AS reminderId, r.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber,
      r.text, r.due_at AS dueAt, r.state, r.missed, r.snoozed_times AS snoozedTimes
    FROM reminders r LEFT JOIN account_summaries s ON s.account_id = r.account_id
    WHERE ${condition}`;
}

function toRows(rows: unknown[]): ReminderRow[] {
  return (rows as ReminderSql[]).map((row) => ({ ...row, missed: row.missed === 1 }));
}

export function findReminder(store: Store, reminderId: number): ReminderRow | null {
  return toRows(store.sql(reminderQuery('r.id = ?')).all(reminderId))[0] ?? null;
}

/** Open reminders, soonest first: of one account or of all, up to an instant (inclusive) or without end. */
export function listOpenReminders(
  store: Store,
  which: { readonly accountId: number | null; readonly until: number | null; readonly limit: number },
): ReminderRow[] {
  const until = which.until ?? Number.MAX_SAFE_INTEGER;
  if (which.accountId !== null) {
    return toRows(
      store
        .sql(
          `${reminderQuery(`r.account_id = ? AND r.state = 'open' AND r.due_at <= ?`)} ORDER BY r.due_at, r.id LIMIT ?`,
        )
        .all(which.accountId, until, which.limit),
    );
  }
  return toRows(
    store
      .sql(`${reminderQuery(`r.state = 'open' AND r.due_at <= ?`)} ORDER BY r.due_at, r.id LIMIT ?`)
      .all(until, which.limit),
  );
}

export function countOpenReminders(store: Store, until: number): number {
  return store
    .sql(`SELECT count(*) FROM reminders WHERE state = 'open' AND due_at <= ?`)
    .pluck()
    .get(until) as number;
}

/** A new due instant: it will be told again, and is missed no longer. */
export function updateReminderDue(store: Store, reminderId: number, dueAt: number): void {
  store
    .sql(
      'UPDATE reminders SET due_at = ?, told_at = NULL, missed = 0, snoozed_times = snoozed_times + 1 WHERE id = ?',
    )
    .run(dueAt, reminderId);
}

export function updateReminderState(
  store: Store,
  reminderId: number,
  state: ReminderState,
  at: number | null,
): void {
  store.sql('UPDATE reminders SET state = ?, ended_at = ? WHERE id = ?').run(state, at, reminderId);
}

export function cancelRemindersOf(store: Store, accountId: number, at: number): void {
  store
    .sql(`UPDATE reminders SET state = 'cancelled', ended_at = ? WHERE account_id = ? AND state = 'open'`)
    .run(at, accountId);
}

export function cancelRemindersOfPlan(store: Store, planId: number, at: number): void {
  store
    .sql(`UPDATE reminders SET state = 'cancelled', ended_at = ? WHERE plan_id = ? AND state = 'open'`)
    .run(at, planId);
}

/** Brings back the reminders that ended together with their plan and are still to come. */
export function reopenRemindersOfPlan(store: Store, planId: number, endedAt: number, dueAfter: number): void {
  store
    .sql(
      `UPDATE reminders SET state = 'open', ended_at = NULL
       WHERE plan_id = ? AND state = 'cancelled' AND ended_at = ? AND due_at > ?`,
    )
    .run(planId, endedAt, dueAfter);
}

/** The soonest due instant of an open reminder nobody has been told of, or `null`. */
export function findNextUntold(store: Store): number | null {
  const at = store.sql(
    `SELECT due_at FROM reminders WHERE state = 'open' AND told_at IS NULL ORDER BY due_at LIMIT 1`,
  );
  return (at.pluck().get() as number | undefined) ?? null;
}

export function listUntold(store: Store, until: number): ReminderRow[] {
  return toRows(
    store
      .sql(
        `${reminderQuery(`r.state = 'open' AND r.told_at IS NULL AND r.due_at <= ?`)} ORDER BY r.due_at, r.id`,
      )
      .all(until),
  );
}

/**
 * For the reminder of an instalment: its plan, and what must have come in for that instalment to be paid. `null` for
 * any other. A plan's reminders are made in the order of its instalments and only the first of these go without, so
 * the instalment of a reminder is found by counting from the last.
 */
export function findReminded(
  store: Store,
  reminderId: number,
): { readonly planId: number; readonly throughCents: number } | null {
  const row = store
    .sql(
      `SELECT r.plan_id AS planId, (
         SELECT sum(i.amount_cents) FROM instalments i
         WHERE i.plan_version_id = v.id AND i.number <= v.count - (
           SELECT count(*) FROM reminders later WHERE later.plan_id = r.plan_id AND later.id > r.id)) AS throughCents
       FROM reminders r JOIN plan_versions v ON v.plan_id = r.plan_id
         AND v.version = (SELECT max(w.version) FROM plan_versions w WHERE w.plan_id = r.plan_id)
       WHERE r.id = ?`,
    )
    .get(reminderId);
  return (row as { planId: number; throughCents: number } | undefined) ?? null;
}

export function updateReminderTold(store: Store, reminderId: number, at: number, missed: boolean): void {
  store.sql('UPDATE reminders SET told_at = ?, missed = ? WHERE id = ?').run(at, missed ? 1 : 0, reminderId);
}
