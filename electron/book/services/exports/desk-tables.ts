/** What is to be done, as tables: the queue of Today and the calendar. */
import type { CalendarItem } from '../../../../shared/contract/calendar.ts';
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import type { TodayItem } from '../../../../shared/contract/today.ts';
import { addDays, type Day, daysBetween } from '../../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { calendarKindWords } from '../../../../shared/text/calendar-words.ts';
import { callClockWords } from '../../../../shared/text/call-clock-words.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import { todayKindWords, todayReasonWords } from '../../../../shared/text/labels.ts';
import { gatherCalendar } from '../calendar.ts';
import { listToday } from '../today.ts';
import { momentCell } from './moment-cell.ts';
import { column, inPages, spare, type Table, type TableContext, tableOf } from './table.ts';

export function todayTable(
  context: TableContext,
  { kind }: Extract<ListAsked, { list: 'today' }>,
): Result<Table> {
  const { now, zone } = context;
  const listed = listToday(context, { kind });
  if (!listed.ok) return listed;
  const { items, more, today } = listed.value;
  const beyond = more
    .filter((one) => kind === null || one.kind === kind)
    .reduce((sum, { count }) => sum + count, 0);
  return ok(
    tableOf<TodayItem>({
      title: 'Today',
      about: [
        dayWords(today),
        ...(kind === null ? [] : [todayKindWords[kind]]),
        ...(beyond === 0
          ? []
          : [`First by rank; ${beyond.toLocaleString('en-US')} more reasons wait behind them`]),
      ],
      count: items.length,
      columns: [
        column('debtor', 'Debtor', 'text', (row) => row.debtorName),
        column('number', 'Account number', 'text', (row) => row.accountNumber),
        column('kind', 'Why', 'text', (row) => todayReasonWords[row.kind]),
        column('text', 'What', 'text', (row) => row.text),
        column('amount', 'About', 'money', (row) => row.amountCents),
        column('balance', 'Balance', 'money', (row) => row.balanceCents),
        column('dueOn', 'Due', 'day', (row) => row.dueOn),
        column('lastOn', 'Last day by law', 'day', (row) => row.lastOn),
        column('call', 'May be called', 'text', (row) =>
          row.call === null ? null : callClockWords(row.call, now, zone).text,
        ),
        column('also', 'Also', 'text', (row) => row.also.map(({ text }) => text).join('; ')),
        spare(column('points', 'Points', 'integer', (row) => row.points)),
      ],
      rows: () => inPages(items),
    }),
  );
}

/** As long as a calendar may be saved for. */
const mostDays = 732;
const daysAPage = 7;
/** No day has as many; past it the list of the day itself gives up. */
const mostOfADay = 100_000;

type Due = { readonly day: Day; readonly item: CalendarItem };

export function calendarTable(
  context: TableContext,
  { from, to, kinds }: Extract<ListAsked, { list: 'calendar' }>,
): Result<Table> {
  const span = daysBetween(from, to);
  if (span < 0 || span >= mostDays) return fail('calendar.too_long', { days: mostDays });
  const { zone } = context;
  return ok(
    tableOf<Due>({
      title: 'Calendar',
      about: [
        `${dayWords(from)} to ${dayWords(to)}`,
        kinds.map((kind) => calendarKindWords[kind].many).join(', '),
      ],
      count: null,
      columns: [
        column('day', 'Day', 'day', (row) => row.day),
        column('at', 'Time', 'moment', ({ item }) => (item.at === null ? null : momentCell(item.at, zone))),
        column('kind', 'Kind', 'text', ({ item }) => calendarKindWords[item.kind].one),
        column('text', 'What', 'text', ({ item }) => item.text),
        column('debtor', 'Debtor', 'text', ({ item }) => item.debtorName),
        column('number', 'Account number', 'text', ({ item }) => item.accountNumber),
        column('amount', 'Amount', 'money', ({ item }) => item.amountCents),
        column('repeats', 'Repeats', 'text', ({ item }) => item.repeats),
      ],
      *rows() {
        for (let first = from; first <= to; first = addDays(first, daysAPage)) {
          const last = addDays(first, daysAPage - 1);
          const days = gatherCalendar(context, {
            from: first,
            to: last < to ? last : to,
            kinds,
            limitPerDay: mostOfADay,
          });
          const due = days.flatMap(({ day, items }) => items.map((item) => ({ day, item })));
          yield* inPages(due);
        }
      },
    }),
  );
}
