/** Rows of reminders that repeat, and the instants of those that have a day and no hour. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';
import { type ReminderRow, reminderQuery, toReminders, weightOf } from './reminders.ts';

/** Open, not told yet, and a series hangs on it: of one series, or of all. */
const waiting = `r.state = 'open' AND r.repeat IS NOT NULL AND r.told_at IS NULL`;

export function findWaiting(store: Store, seriesId: number): ReminderRow | null {
  const row = store
    .sql(`${reminderQuery(`r.series_id = ? AND ${waiting}`)} ORDER BY r.occurs_on DESC LIMIT 1`)
    .all(seriesId);
  return toReminders(row)[0] ?? null;
}

/** The row each series goes on from: the one that waits. */
export function listWaiting(store: Store): ReminderRow[] {
  return toReminders(store.sql(`${reminderQuery(waiting)} ORDER BY r.due_at, r.id`).all());
}

/** Whether a row stands for a day of a series, whatever became of it. */
export function hasOccurrence(store: Store, seriesId: number, occursOn: Day): boolean {
  const found = store.sql('SELECT 1 FROM reminders WHERE series_id = ? AND occurs_on = ? LIMIT 1');
  return found.pluck().get(seriesId, occursOn) !== undefined;
}

/** Other open ones of a series up to a day of it: nobody dealt with them. How many they stand for, and closes them. */
export function supersedeBefore(
  store: Store,
  seriesId: number,
  reminderId: number,
  occursOn: Day,
  at: number,
): number {
  const open = `series_id = :seriesId AND occurs_on <= :occursOn AND id <> :reminderId AND state = 'open' AND repeat IS NOT NULL`;
  const left = store
    .sql(`SELECT coalesce(sum(1 + skipped), 0) FROM reminders WHERE ${open}`)
    .pluck()
    .get({ seriesId, reminderId, occursOn }) as number;
  if (left > 0) {
    store
      .sql(`UPDATE reminders SET state = 'cancelled', ended_at = :at, superseded = 1 WHERE ${open}`)
      .run({ seriesId, reminderId, occursOn, at });
  }
  return left;
}

export type Occurs = {
  readonly occursOn: Day;
  readonly dueAt: number;
  /** The same day for one without an hour, else `null`. */
  readonly dueOn: Day | null;
};

export function updateOccurrence(store: Store, reminderId: number, occurs: Occurs): void {
  store
    .sql('UPDATE reminders SET occurs_on = ?, due_at = ?, due_on = ?, all_day = ? WHERE id = ?')
    .run(occurs.occursOn, occurs.dueAt, occurs.dueOn, occurs.dueOn === null ? 0 : 1, reminderId);
}

export function updateSkipped(store: Store, reminderId: number, skipped: number): void {
  store.sql('UPDATE reminders SET skipped = ? WHERE id = ?').run(skipped, reminderId);
}

/** Takes it out of its series; what it says stays. */
export function updateAlone(store: Store, reminderId: number): void {
  store
    .sql(
      `UPDATE reminders SET series_id = NULL, repeat = NULL, starts_local = NULL, occurs_on = NULL, skipped = 0 WHERE id = ?`,
    )
    .run(reminderId);
}

/** Gives it the rule of a series; the one it belonged to goes on under it. */
export function updateSeries(
  store: Store,
  reminderId: number,
  series: { readonly repeat: string; readonly startsLocal: string; readonly occursOn: Day },
): void {
  store
    .sql(
      `UPDATE reminders SET series_id = coalesce(series_id, id), repeat = ?, starts_local = ?, occurs_on = ? WHERE id = ?`,
    )
    .run(series.repeat, series.startsLocal, series.occursOn, reminderId);
}

/** What it says and when it rings; it is told anew. */
export function updateReminder(
  store: Store,
  reminderId: number,
  change: {
    readonly text: string;
    readonly priority: ReminderRow['priority'];
    readonly dueAt: number;
    readonly dueOn: Day | null;
    readonly zone: string;
    /** Set when its time has come already and nobody needs telling. */
    readonly toldAt: number | null;
  },
): void {
  store
    .sql(
      `UPDATE reminders SET text = ?, priority = ?, due_at = ?, due_on = ?, all_day = ?, zone = ?, told_at = ?, missed = 0
       WHERE id = ?`,
    )
    .run(
      change.text,
      weightOf(change.priority),
      change.dueAt,
      change.dueOn,
      change.dueOn === null ? 0 : 1,
      change.zone,
      change.toldAt,
      reminderId,
    );
}

/** Only its words; when it rings, and that it was told, stay. */
export function updateReminderWords(
  store: Store,
  reminderId: number,
  change: { readonly text: string; readonly priority: ReminderRow['priority'] },
): void {
  store
    .sql('UPDATE reminders SET text = ?, priority = ? WHERE id = ?')
    .run(change.text, weightOf(change.priority), reminderId);
}

/** Series told in a time that is still to come, because the clock was ahead then. */
export function listSeriesToldAhead(store: Store, now: number): number[] {
  return store
    .sql(
      `SELECT DISTINCT series_id FROM reminders INDEXED BY reminders_series_told
       WHERE told_at > ? AND told_at IS NOT NULL AND series_id IS NOT NULL`,
    )
    .pluck()
    .all(now) as number[];
}

export type DayInstant = { readonly dueOn: Day; readonly dueAt: number };

const ofDays = `state = 'open' AND told_at IS NULL AND all_day = 1 AND due_on IS NOT NULL`;

/** The days without an hour that ring by an instant, with the instants they are set to. */
export function listDayInstants(store: Store, until: number): DayInstant[] {
  return store
    .sql(
      `SELECT due_on AS dueOn, due_at AS dueAt FROM reminders INDEXED BY reminders_untold
       WHERE ${ofDays} AND due_at <= ? GROUP BY due_on, due_at`,
    )
    .all(until) as DayInstant[];
}

/** Sets those of a day that ring at one instant to another. */
export function updateDayInstant(store: Store, from: DayInstant, to: { dueAt: number; zone: string }): void {
  store
    .sql(
      `UPDATE reminders INDEXED BY reminders_untold SET due_at = ?, zone = ?
       WHERE ${ofDays} AND due_at = ? AND due_on = ?`,
    )
    .run(to.dueAt, to.zone, from.dueAt, from.dueOn);
}

export const usualMorning = '09:00';

/** When reminders of a day ring, `HH:MM`. */
export function findMorning(store: Store): string {
  const found = store.sql('SELECT morning FROM reminder_settings ORDER BY id DESC LIMIT 1').pluck().get();
  return (found as string | undefined) ?? usualMorning;
}

export function insertMorning(store: Store, morning: string, at: number, author: string): void {
  store
    .sql('INSERT INTO reminder_settings (morning, made_at, author) VALUES (?, ?, ?)')
    .run(morning, at, author);
}
