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
  /** What it is for: an instalment of a version of the plan, or a payment held until its day. */
  readonly purpose?: ReminderPurpose | null;
  readonly planVersion?: number | null;
  readonly instalment?: number | null;
  readonly heldPaymentId?: number | null;
};

/** `due`: an instalment's own day. `missed`: its grace is over. The others are of a payment held until its day. */
export type ReminderPurpose = 'due' | 'missed' | 'deposit' | 'notice';

export function insertReminder(store: Store, reminder: NewReminder): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO reminders (account_id, text, due_at, zone, plan_id, made_at, author, purpose, plan_version, instalment,
         held_payment_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      reminder.accountId,
      reminder.text,
      reminder.dueAt,
      reminder.zone,
      reminder.planId,
      reminder.madeAt,
      reminder.author,
      reminder.purpose ?? null,
      reminder.planVersion ?? null,
      reminder.instalment ?? null,
      reminder.heldPaymentId ?? null,
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

/**
 * Open reminders, soonest first: of one account or of all, up to an instant (inclusive) or without end. That an instalment was
 * missed is listed from the instant it rings: before that, it was not.
 */
export function listOpenReminders(
  store: Store,
  which: {
    readonly accountId: number | null;
    readonly until: number | null;
    readonly limit: number;
    readonly now: number;
  },
): ReminderRow[] {
  const { accountId, now, limit } = which;
  const until = which.until ?? Number.MAX_SAFE_INTEGER;
  const open = `r.state = 'open' AND r.due_at <= :until AND (r.purpose IS NOT 'missed' OR r.due_at <= :now)`;
  const condition = accountId === null ? open : `r.account_id = :accountId AND ${open}`;
  const values = accountId === null ? { until, now, limit } : { until, now, limit, accountId };
  return toRows(store.sql(`${reminderQuery(condition)} ORDER BY r.due_at, r.id LIMIT :limit`).all(values));
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
  store
    .sql('UPDATE reminders SET state = ?, ended_at = ?, silenced = 0 WHERE id = ?')
    .run(state, at, reminderId);
}

export function cancelRemindersOf(store: Store, accountId: number, at: number): void {
  store
    .sql(`UPDATE reminders SET state = 'cancelled', ended_at = ? WHERE account_id = ? AND state = 'open'`)
    .run(at, accountId);
}

/** Keeps a plan's reminders with another account. */
export function moveRemindersOfPlan(store: Store, planId: number, accountId: number): void {
  store.sql('UPDATE reminders SET account_id = ? WHERE plan_id = ?').run(accountId, planId);
}

export type PlanReminder = {
  readonly reminderId: number;
  readonly planVersion: number;
  readonly instalment: number;
  readonly purpose: 'due' | 'missed';
  readonly text: string;
  readonly dueAt: number;
  readonly state: ReminderState;
  /** It went silent because of what came in, not by a person's hand. */
  readonly silenced: boolean;
};

/** Every reminder of a plan's instalments, of all its versions. */
export function listRemindersOfPlan(store: Store, planId: number): PlanReminder[] {
  const rows = store
    .sql(
      `SELECT id AS reminderId, plan_version AS planVersion, instalment, purpose, text, due_at AS dueAt, state, silenced
       FROM reminders WHERE plan_id = ? AND instalment IS NOT NULL ORDER BY id`,
    )
    .all(planId) as (Omit<PlanReminder, 'silenced'> & { silenced: number })[];
  return rows.map((row) => ({ ...row, silenced: row.silenced === 1 }));
}

export function updateReminderText(store: Store, reminderId: number, text: string): void {
  store.sql('UPDATE reminders SET text = ? WHERE id = ?').run(text, reminderId);
}

/** Silences it until what came in is taken back. */
export function updateReminderSilenced(store: Store, reminderId: number, at: number): void {
  store
    .sql(`UPDATE reminders SET state = 'cancelled', ended_at = ?, silenced = 1 WHERE id = ?`)
    .run(at, reminderId);
}

/** Lets it ring again on its day. */
export function updateReminderHeard(store: Store, reminderId: number): void {
  store
    .sql(`UPDATE reminders SET state = 'open', ended_at = NULL, silenced = 0 WHERE id = ?`)
    .run(reminderId);
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

/** For the reminder of an instalment: its plan, version and instalment. `null` for any other. */
export function findReminded(
  store: Store,
  reminderId: number,
): {
  readonly planId: number;
  readonly planVersion: number;
  readonly instalment: number;
  readonly purpose: 'due' | 'missed';
} | null {
  const row = store
    .sql(
      `SELECT plan_id AS planId, plan_version AS planVersion, instalment, purpose FROM reminders
       WHERE id = ? AND instalment IS NOT NULL`,
    )
    .get(reminderId);
  return (row as NonNullable<ReturnType<typeof findReminded>> | undefined) ?? null;
}

export function updateReminderTold(store: Store, reminderId: number, at: number, missed: boolean): void {
  store.sql('UPDATE reminders SET told_at = ?, missed = ? WHERE id = ?').run(at, missed ? 1 : 0, reminderId);
}
