/**
 * Series of reminders: one row waits for the next day of the series, and at most one that has come due stands open. The next row
 * is made in the transaction that tells, finishes or cancels the one before, so that a series can neither stop nor run twice.
 */
import { addDays, type Day } from '../../../shared/domain/days.ts';
import {
  isAllDay,
  type Mornings,
  nextAfter,
  nextToRing,
  ringsAt,
  rungSince,
  type Series,
} from '../../../shared/domain/occurrences.ts';
import type { QueryContext } from '../context.ts';
import {
  findMorning,
  findWaiting,
  hasOccurrence,
  listDayInstants,
  listSeriesToldAhead,
  type Occurs,
  supersedeBefore,
  updateDayInstant,
  updateOccurrence,
  updateSkipped,
} from '../store/queries/reminder-series.ts';
import { insertReminder, type ReminderRow } from '../store/queries/reminders.ts';

export type Moment = Pick<QueryContext, 'store' | 'now' | 'zone'>;

export function morningsOf({ store, zone }: Pick<Moment, 'store' | 'zone'>): Mornings {
  return { morning: findMorning(store), zone };
}

export function seriesOf(row: ReminderRow): Series | null {
  return row.series === null
    ? null
    : { repeat: row.series.repeat, startsLocal: row.series.startsLocal, zone: row.zone };
}

/** Where a day of a series stands. */
export function occursOn(series: Series, day: Day, mornings: Mornings): Occurs {
  return { occursOn: day, dueAt: ringsAt(series, day, mornings), dueOn: isAllDay(series) ? day : null };
}

/** Makes the row that waits after one, unless one waits already or the series is over. */
export function makeNext(moment: Moment, row: ReminderRow, author: string): void {
  const { store, now } = moment;
  const series = seriesOf(row);
  if (series === null || row.series === null) return;
  const { seriesId, repeat, startsLocal } = row.series;
  const waiting = findWaiting(store, seriesId);
  if (
    waiting?.series &&
    waiting.reminderId !== row.reminderId &&
    waiting.series.occursOn >= row.series.occursOn
  )
    return;
  const mornings = morningsOf(moment);
  let day = nextToRing(series, row.series.occursOn, now, mornings);
  // Told already, by a clock that was ahead.
  while (day !== null && hasOccurrence(store, seriesId, day)) day = nextAfter(series, day);
  if (day === null) return;
  const next = occursOn(series, day, mornings);
  insertReminder(store, {
    accountId: row.accountId,
    debtorId: row.debtorId,
    letterId: row.letterId,
    planId: row.planId,
    text: row.text,
    priority: row.priority,
    dueAt: next.dueAt,
    zone: isAllDay(series) ? moment.zone : row.zone,
    allDayOn: next.dueOn,
    madeAt: now,
    author,
    series: { seriesId, repeat, startsLocal, occursOn: day },
  });
}

/**
 * Readies a row of a series that is due for being told: of the days that came and went it takes the last, and it closes what was
 * left open before it. Returns the row as it is told now, its `skipped` days counted.
 */
export function settleDue(moment: Moment, row: ReminderRow): ReminderRow {
  const { store, now } = moment;
  const series = seriesOf(row);
  if (series === null || row.series === null) return row;
  const mornings = morningsOf(moment);
  let told = row;
  let skipped = row.skipped;
  const after = nextAfter(series, row.series.occursOn);
  const rung = after === null ? null : rungSince(series, after, now, mornings);
  if (rung !== null) {
    const occurs = occursOn(series, rung.last, mornings);
    updateOccurrence(store, row.reminderId, occurs);
    skipped += rung.before + 1;
    told = {
      ...row,
      dueAt: occurs.dueAt,
      dueOn: occurs.dueOn,
      allDay: occurs.dueOn !== null,
      series: { ...row.series, occursOn: rung.last },
    };
  }
  if (told.series !== null)
    skipped += supersedeBefore(store, told.series.seriesId, row.reminderId, told.series.occursOn, now);
  if (skipped !== row.skipped) updateSkipped(store, row.reminderId, skipped);
  return { ...told, skipped };
}

// ---- what a move of the user or of the clock puts out of place -----------------------------------------

/** A day rings within so long of any other zone's and hour's instant for it. */
const reachMs = 72 * 3_600_000;

/** Days without an hour set to another zone's morning, or another hour's, that may ring soon. */
function misplacedDays({ store, now, zone }: Moment) {
  const { morning } = morningsOf({ store, zone });
  const series: Series = { repeat: 'FREQ=DAILY', startsLocal: '2000-01-01', zone };
  return listDayInstants(store, now + reachMs).flatMap((set) => {
    const dueAt = ringsAt(series, set.dueOn, { morning, zone });
    return dueAt === set.dueAt ? [] : [{ from: set, to: { dueAt, zone } }];
  });
}

/** Series whose row waits too far off, because the clock was ahead when the one before was told. */
function misplacedSeries(moment: Moment): { readonly reminderId: number; readonly to: Occurs }[] {
  const { store, now } = moment;
  const mornings = morningsOf(moment);
  return listSeriesToldAhead(store, now).flatMap((seriesId) => {
    const row = findWaiting(store, seriesId);
    const series = row === null ? null : seriesOf(row);
    if (row === null || row.series === null || series === null || row.snoozedTimes > 0) return [];
    let day = nextToRing(series, addDays(series.startsLocal.slice(0, 10), -1), now, mornings);
    while (day !== null && day < row.series.occursOn && hasOccurrence(store, seriesId, day)) {
      day = nextAfter(series, day);
    }
    if (day === null || day >= row.series.occursOn) return [];
    return [{ reminderId: row.reminderId, to: occursOn(series, day, mornings) }];
  });
}

/** Whether something must be put in place before anybody can say what is due next. */
export function isMisplaced(moment: Moment): boolean {
  return misplacedDays(moment).length > 0 || misplacedSeries(moment).length > 0;
}

export function putInPlace(moment: Moment): void {
  const { store } = moment;
  for (const { from, to } of misplacedDays(moment)) updateDayInstant(store, from, to);
  for (const { reminderId, to } of misplacedSeries(moment)) updateOccurrence(store, reminderId, to);
}
