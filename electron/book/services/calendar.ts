/**
 * The calendar: everything due, by its day, each kind counted and the first few of it in full. Of a reminder that repeats the row
 * that waits stands in the book; its later days are worked out here and stand nowhere.
 */
import {
  type CalendarDay,
  type CalendarItem,
  type CalendarKind,
  calendarKinds,
  mostCalendarDays,
} from '../../../shared/contract/calendar.ts';
import { addDays, type Day, dayOfInstant, daysBetween, startOfDay } from '../../../shared/domain/days.ts';
import { daysWithin, isAllDay, ringsAt } from '../../../shared/domain/occurrences.ts';
import { stateNames } from '../../../shared/domain/state-names.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { ruleWords } from '../../../shared/text/repeat-words.ts';
import type { QueryContext, QueryHandler } from '../context.ts';
import {
  countDue,
  countOwnReminders,
  type DueRow,
  listDue,
  listOwnReminders,
  listRenewals,
  type SourceKind,
} from '../store/queries/calendar.ts';
import { listWaiting } from '../store/queries/reminder-series.ts';
import type { ReminderRow } from '../store/queries/reminders.ts';
import { turnDay } from '../store/queries/summaries.ts';
import { morningsOf, seriesOf } from './reminder-series.ts';

const plain = {
  at: null,
  accountId: null,
  debtorName: null,
  accountNumber: null,
  amountCents: null,
  reminderId: null,
  repeats: null,
  ahead: false,
  priority: 'normal',
} as const;

/** What a row of each kind says. */
const textOf: Readonly<Record<SourceKind, (row: DueRow) => string>> = {
  promise: () => 'Promise to pay',
  instalment: ({ detail, more }) =>
    detail === '0' ? 'Down payment' : more === '1' ? 'Payment agreed' : `Instalment ${detail} of ${more}`,
  held: ({ detail }) => (detail === 'cheque' ? 'Deposit the check' : 'Take the held payment'),
  step: ({ detail }) => detail ?? 'Next step',
  strategy: ({ detail, more }) => `${detail}: step ${more}`,
  validation: () => 'Validation period ends',
  limitation: () => 'Time to sue ends',
};

function itemOf(kind: SourceKind, row: DueRow, day: Day): CalendarItem {
  const { accountId, debtorName, accountNumber, amountCents } = row;
  return {
    ...plain,
    key: `${kind}:${row.id}:${day}`,
    kind,
    text: textOf[kind](row),
    accountId,
    debtorName,
    accountNumber,
    amountCents,
  };
}

function renewalOf(row: DueRow & { readonly day: Day }): CalendarItem {
  const state = stateNames[row.detail as keyof typeof stateNames];
  const text =
    row.more === 'certificate'
      ? `Renew the certificate: ${row.detail}`
      : `Renew the ${row.more === 'licence' ? 'license' : row.more} of ${state ?? row.detail}`;
  return { ...plain, key: `renewal:${row.more}:${row.id}`, kind: 'renewal', text };
}

function reminderItem(row: ReminderRow): CalendarItem {
  return {
    ...plain,
    key: `reminder:${row.reminderId}`,
    kind: 'reminder',
    at: row.allDay ? null : row.dueAt,
    text: row.text,
    accountId: row.openAccountId,
    debtorName: row.debtorName,
    accountNumber: row.accountNumber,
    reminderId: row.reminderId,
    repeats: row.series === null ? null : ruleWords(row.series.repeat, row.series.startsLocal.slice(0, 10)),
    priority: row.priority,
  };
}

/** The days of each series after the row that waits. */
function seriesAhead(context: QueryContext, from: Day, to: Day): Map<Day, CalendarItem[]> {
  const mornings = morningsOf(context);
  const latest = new Map<number, ReminderRow>();
  for (const row of listWaiting(context.store)) {
    if (row.series === null) continue;
    const known = latest.get(row.series.seriesId)?.series;
    if (!known || known.occursOn < row.series.occursOn) latest.set(row.series.seriesId, row);
  }
  const ahead = new Map<Day, CalendarItem[]>();
  for (const row of latest.values()) {
    const series = seriesOf(row);
    if (series === null || row.series === null) continue;
    const first = addDays(row.series.occursOn, 1);
    const allDay = isAllDay(series);
    // A day of another zone may be the one before or after by the user's own calendar.
    const start = allDay ? from : addDays(from, -1);
    const end = allDay ? to : addDays(to, 1);
    for (const day of daysWithin(series, start > first ? start : first, end, mostCalendarDays + 2)) {
      const at = allDay ? null : ringsAt(series, day, mornings);
      const shown = at === null ? day : dayOfInstant(at, context.zone);
      if (shown < from || shown > to) continue;
      const item = { ...reminderItem(row), key: `reminder:${row.reminderId}:${day}`, at, ahead: true };
      ahead.set(shown, [...(ahead.get(shown) ?? []), item]);
    }
  }
  return ahead;
}

type Gathered = { counts: Map<CalendarKind, number>; items: CalendarItem[] };

/** Days on which anything is due, in order; of each at most so many items. Both ends inclusive. */
export function gatherCalendar(
  context: QueryContext,
  wanted: {
    readonly from: Day;
    readonly to: Day;
    readonly kinds: readonly CalendarKind[];
    readonly limitPerDay: number;
  },
): CalendarDay[] {
  const { store, zone, today } = context;
  const { from, to, limitPerDay } = wanted;
  turnDay(store, today);
  const kinds = calendarKinds.filter((kind) => wanted.kinds.includes(kind));
  const days = new Map<Day, Gathered>();
  const add = (day: Day, kind: CalendarKind, count: number, items: () => readonly CalendarItem[]) => {
    if (count === 0) return;
    const gathered: Gathered = days.get(day) ?? { counts: new Map(), items: [] };
    gathered.counts.set(kind, count);
    const room = limitPerDay - gathered.items.length;
    if (room > 0) gathered.items.push(...items().slice(0, room));
    days.set(day, gathered);
  };
  for (const kind of kinds) {
    if (kind === 'reminder') {
      const ahead = seriesAhead(context, from, to);
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const on = { day, fromAt: startOfDay(day, zone), toAt: startOfDay(addDays(day, 1), zone) };
        const later = ahead.get(day) ?? [];
        add(day, kind, countOwnReminders(store, on) + later.length, () =>
          [...listOwnReminders(store, on, limitPerDay).map(reminderItem), ...later].sort(
            (left, right) => (left.at ?? 0) - (right.at ?? 0),
          ),
        );
      }
      continue;
    }
    if (kind === 'renewal') {
      const byDay = Map.groupBy(listRenewals(store, from, to), ({ day }) => day);
      for (const [day, rows] of byDay) add(day, kind, rows.length, () => rows.map(renewalOf));
      continue;
    }
    for (const { day, count } of countDue(store, kind, from, to)) {
      const room = limitPerDay - (days.get(day)?.items.length ?? 0);
      add(day, kind, count, () => listDue(store, kind, day, room).map((row) => itemOf(kind, row, day)));
    }
  }
  return [...days]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([day, { counts, items }]) => ({
      day,
      counts: [...counts].map(([kind, count]) => ({ kind, count })),
      items,
    }));
}

export const readCalendar: QueryHandler<'calendar.range'> = (context, input) => {
  if (input.to < input.from || daysBetween(input.from, input.to) >= mostCalendarDays)
    return fail('calendar.too_long', { days: mostCalendarDays });
  return ok({ days: gatherCalendar(context, input) });
};
