/**
 * The calendar as a file other programs read (iCalendar, RFC 5545). What has an hour is written in UTC, what has a day as a
 * date, and a series with its rule in its own zone, whose definition goes with it. The file is not encrypted, so names, account
 * numbers and what was typed about a person stand in it only when the user asked for them.
 */
import ical, { type ICalCalendar } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { CalendarItem, CalendarKind } from '../../../shared/contract/calendar.ts';
import { addDays, type Day, daysBetween } from '../../../shared/domain/days.ts';
import { isAllDay, ringsAt } from '../../../shared/domain/occurrences.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { calendarKindWords } from '../../../shared/text/calendar-words.ts';
import type { QueryContext } from '../context.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { readOffice } from '../store/queries/office.ts';
import { listWaiting } from '../store/queries/reminder-series.ts';
import type { ReminderRow } from '../store/queries/reminders.ts';
import { gatherCalendar } from './calendar.ts';
import { morningsOf, seriesOf } from './reminder-series.ts';
import { zoneDefinition } from './zone-definition.ts';

/** A file of more days or events is no calendar any more; the list says how many are left out of each day. */
const mostDays = 732;
const mostPerDay = 500;
const partDays = 60;

type Named = Pick<CalendarItem, 'text' | 'debtorName' | 'accountNumber' | 'amountCents'>;

function summaryOf(kind: CalendarKind, { text, debtorName }: Named, withNames: boolean): string {
  if (!withNames) return calendarKindWords[kind].one;
  return debtorName === null ? text : `${debtorName}: ${text}`;
}

export const composeCalendar: ErrandHandlers['calendar.compose'] = (around, input) => {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  const span = daysBetween(input.from, input.to);
  if (span < 0 || span >= mostDays) return fail('calendar.too_long', { days: mostDays });
  const office = readOffice(context.store);
  if (office === null) return fail('book.not_open');
  const file = ical({
    name: input.withNames ? `Duebook, ${office.name}` : 'Duebook',
    prodId: { company: 'Duebook', product: 'Duebook', language: 'EN' },
    timezone: {
      // None of the file itself: instants are written in UTC, and only a series names its zone.
      name: null,
      generator: (zone) => zoneDefinition(zone, Number(input.from.slice(0, 4))),
    },
  });
  const add = adderOf(file, office.bookId, context);
  const series = input.kinds.includes('reminder') ? seriesWithin(context, input) : [];
  const inSeries = new Set(series.map((row) => row.reminderId));
  for (const row of series) add.series(row, input.withNames);
  for (let from = input.from; from <= input.to; from = addDays(from, partDays)) {
    const end = addDays(from, partDays - 1);
    const to = end < input.to ? end : input.to;
    for (const { day, items } of gatherCalendar(context, {
      from,
      to,
      kinds: input.kinds,
      limitPerDay: mostPerDay,
    })) {
      for (const item of items) {
        // Every day of a series stands in its rule.
        if (item.ahead || (item.reminderId !== null && inSeries.has(item.reminderId))) continue;
        add.item(item, day, input.withNames);
      }
    }
  }
  return ok({
    text: file.toString(),
    events: file.length(),
    fileName: `Duebook ${input.from} to ${input.to}.ics`,
  });
};

/** The row each series goes on from, if a day of it may lie in the range. */
function seriesWithin(context: QueryContext, { to }: { readonly to: Day }): ReminderRow[] {
  const latest = new Map<number, ReminderRow>();
  for (const row of listWaiting(context.store)) {
    // One that was put off stands for itself; its series goes on by the next row.
    if (row.series === null || row.series.occursOn > to || row.snoozedTimes > 0) continue;
    latest.set(row.series.seriesId, row);
  }
  return [...latest.values()];
}

function adderOf(file: ICalCalendar, bookId: string, context: QueryContext) {
  const mornings = morningsOf(context);
  const stamp = Temporal.Instant.fromEpochMilliseconds(context.now);
  const midnight = (day: Day) => Temporal.PlainDate.from(day);
  return {
    item(item: CalendarItem, day: Day, withNames: boolean): void {
      const start = item.at === null ? midnight(day) : Temporal.Instant.fromEpochMilliseconds(item.at);
      file.createEvent({
        id: `${item.key.replaceAll(':', '-')}@${bookId}`,
        stamp,
        start,
        allDay: item.at === null,
        summary: summaryOf(item.kind, item, withNames),
        ...(withNames && item.accountNumber !== null ? { description: `Account ${item.accountNumber}` } : {}),
      });
    },
    series(row: ReminderRow, withNames: boolean): void {
      const series = seriesOf(row);
      if (series === null || row.series === null) return;
      const allDay = isAllDay(series);
      const first = row.series.occursOn;
      const start = allDay
        ? midnight(first)
        : Temporal.Instant.fromEpochMilliseconds(ringsAt(series, first, mornings)).toZonedDateTimeISO(
            series.zone,
          );
      file.createEvent({
        id: `series-${row.series.seriesId}@${bookId}`,
        stamp,
        start,
        allDay,
        ...(allDay ? {} : { timezone: series.zone }),
        repeating: ruleForFile(series.repeat, allDay, series.zone),
        summary: summaryOf('reminder', { ...row, amountCents: null }, withNames),
      });
    },
  };
}

/** In a file the last day of a series with an hour is an instant in UTC (RFC 5545, 3.3.10). */
function ruleForFile(rule: string, allDay: boolean, zone: string): string {
  return rule.replace(/UNTIL=(\d{4})(\d{2})(\d{2})/, (until, year, month, day) => {
    if (allDay) return until;
    const last = Temporal.PlainDateTime.from(`${year}-${month}-${day}T23:59:59`)
      .toZonedDateTime(zone)
      .toInstant();
    return `UNTIL=${last.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`;
  });
}
