/** Reminders: due at an instant, told once for each. */
import type { Priority } from '../../../../shared/contract/reminders.ts';
import type { Day } from '../../../../shared/domain/days.ts';
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
  /** Of a day without an hour: that day. `dueAt` is its morning where the user is. */
  readonly allDayOn?: Day | null;
  readonly priority?: Priority;
  readonly debtorId?: number | null;
  readonly letterId?: number | null;
  readonly series?: NewOccurrence | null;
};

export type NewOccurrence = {
  /** `null` for the first, which gives the series its number. */
  readonly seriesId: number | null;
  readonly repeat: string;
  readonly startsLocal: string;
  readonly occursOn: Day;
};

/** `due`: an instalment's own day. `missed`: its grace is over. The others are of a payment held until its day. */
export type ReminderPurpose = 'due' | 'missed' | 'deposit' | 'notice';

const weights: Readonly<Record<Priority, number>> = { low: -1, normal: 0, high: 1 };

export function weightOf(priority: Priority): number {
  return weights[priority];
}

function priorityOf(weight: number): Priority {
  return weight < 0 ? 'low' : weight > 0 ? 'high' : 'normal';
}

export function insertReminder(store: Store, reminder: NewReminder): number {
  const { series = null } = reminder;
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO reminders (account_id, text, due_at, zone, plan_id, made_at, author, purpose, plan_version, instalment,
         held_payment_id, all_day, due_on, priority, debtor_id, letter_id, series_id, repeat, starts_local, occurs_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      reminder.allDayOn == null ? 0 : 1,
      reminder.allDayOn ?? null,
      weightOf(reminder.priority ?? 'normal'),
      reminder.debtorId ?? null,
      reminder.letterId ?? null,
      series?.seriesId ?? null,
      series?.repeat ?? null,
      series?.startsLocal ?? null,
      series?.occursOn ?? null,
    );
  const reminderId = Number(lastInsertRowid);
  if (series !== null && series.seriesId === null)
    store.sql('UPDATE reminders SET series_id = id WHERE id = ?').run(reminderId);
  return reminderId;
}

export type ReminderState = 'open' | 'done' | 'cancelled';

/** What ties an occurrence to its series; `null` for a reminder alone. */
export type Occurrence = {
  readonly seriesId: number;
  readonly repeat: string;
  readonly startsLocal: string;
  readonly occursOn: Day;
};

export type ReminderRow = {
  readonly reminderId: number;
  readonly accountId: number | null;
  readonly debtorId: number | null;
  readonly letterId: number | null;
  readonly planId: number | null;
  /** Its account, else the first of its person's. */
  readonly openAccountId: number | null;
  readonly debtorName: string | null;
  readonly accountNumber: string | null;
  readonly text: string;
  readonly dueAt: number;
  readonly zone: string;
  readonly allDay: boolean;
  readonly dueOn: Day | null;
  readonly priority: Priority;
  readonly state: ReminderState;
  readonly told: boolean;
  readonly missed: boolean;
  readonly snoozedTimes: number;
  readonly skipped: number;
  readonly series: Occurrence | null;
  /** What it is of: an instalment, a held payment, or what somebody typed. */
  readonly of: 'instalment' | 'payment' | 'own';
};

type ReminderSql = Omit<ReminderRow, 'missed' | 'allDay' | 'told' | 'priority' | 'series' | 'of'> & {
  missed: number;
  allDay: number;
  weight: number;
  toldAt: number | null;
  seriesId: number | null;
  repeat: string | null;
  startsLocal: string | null;
  occursOn: Day | null;
  instalment: number | null;
  heldPaymentId: number | null;
};

export function reminderQuery(condition: string): string {
  return `SELECT r.id AS reminderId, r.account_id AS accountId, r.debtor_id AS debtorId, r.letter_id AS letterId,
      r.plan_id AS planId, s.account_id AS openAccountId,
      coalesce(s.debtor_name, (SELECT d.name FROM debtors d WHERE d.id = r.debtor_id)) AS debtorName,
      iif(r.account_id IS NULL, NULL, s.number) AS accountNumber, r.text, r.due_at AS dueAt, r.zone, r.all_day AS allDay,
      r.due_on AS dueOn, r.priority AS weight, r.state, r.told_at AS toldAt, r.missed, r.snoozed_times AS snoozedTimes,
      r.skipped, r.series_id AS seriesId, r.repeat, r.starts_local AS startsLocal, r.occurs_on AS occursOn,
      r.instalment, r.held_payment_id AS heldPaymentId
    FROM reminders r LEFT JOIN account_summaries s ON s.account_id =
      coalesce(r.account_id, (SELECT min(a.id) FROM accounts a WHERE a.debtor_id = r.debtor_id))
    WHERE ${condition}`;
}

export function toReminders(rows: unknown[]): ReminderRow[] {
  return (rows as ReminderSql[]).map((row) => {
    const { weight, toldAt, seriesId, repeat, startsLocal, occursOn, instalment, heldPaymentId, ...rest } =
      row;
    const series =
      seriesId === null || repeat === null || startsLocal === null || occursOn === null
        ? null
        : { seriesId, repeat, startsLocal, occursOn };
    return {
      ...rest,
      missed: row.missed === 1,
      allDay: row.allDay === 1,
      told: toldAt !== null,
      priority: priorityOf(weight),
      series,
      of: instalment !== null ? 'instalment' : heldPaymentId !== null ? 'payment' : 'own',
    };
  });
}

export function findReminder(store: Store, reminderId: number): ReminderRow | null {
  return toReminders(store.sql(reminderQuery('r.id = ?')).all(reminderId))[0] ?? null;
}

/**
 * Open reminders, soonest first: of one account and its person or of all, up to an instant (inclusive) or without end. That an instalment was
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
  const condition =
    accountId === null
      ? open
      : `(r.account_id = :accountId OR r.debtor_id = (SELECT debtor_id FROM accounts WHERE id = :accountId)) AND ${open}`;
  const values = accountId === null ? { until, now, limit } : { until, now, limit, accountId };
  return toReminders(
    store.sql(`${reminderQuery(condition)} ORDER BY r.due_at, r.id LIMIT :limit`).all(values),
  );
}

export function countOpenReminders(store: Store, until: number): number {
  return store
    .sql(`SELECT count(*) FROM reminders WHERE state = 'open' AND due_at <= ?`)
    .pluck()
    .get(until) as number;
}

/** A new due instant, by the hour: it will be told again, and is missed no longer. */
export function updateReminderDue(store: Store, reminderId: number, dueAt: number): void {
  store
    .sql(
      `UPDATE reminders SET due_at = ?, told_at = NULL, missed = 0, all_day = 0, due_on = NULL,
         snoozed_times = snoozed_times + 1 WHERE id = ?`,
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
    .sql('UPDATE reminders SET state = ?, ended_at = ?, silenced = 0, superseded = 0 WHERE id = ?')
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
  return toReminders(
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
