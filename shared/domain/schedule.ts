/**
 * Due days: from a first day and a rhythm to the day of any instalment, and back from a last day to a first.
 *
 * Every day is reckoned from the first day and its index, never from the day before it, so that a short month or a rolled day
 * shifts nothing behind it: 31 January, 28 February, 31 March. Rolling keeps the order of days but may put two on one
 * (a Saturday and the Sunday after it); then the later one goes to the next bank day behind the earlier one, whatever the rule,
 * so that days always rise.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import { addDays, addMonths, type Day, daysInMonth, epochDayOf, toDay } from './days.ts';
import { rollDay } from './holidays.ts';
import { mostInstalments, type Rhythm, type RollRule } from './plan-terms.ts';

type Numbered = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(day: Day): Numbered {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/**
 * The other day of the month of a semi-monthly rhythm: as stated, else 15 days after the first day's number or before it
 * (1 and 16, 15 and 30, 31 and 16).
 */
function secondDayOf(firstDay: number, secondDay: number | null | undefined): number {
  return secondDay ?? (firstDay <= 15 ? firstDay + 15 : firstDay - 15);
}

/** Two days that fall together in February are no two days of each month. Errors: `plan.second_day`. */
export function checkRhythm({ frequency, firstOn, secondDay }: Rhythm): Result<true> {
  if (frequency !== 'semi_monthly') return ok(true);
  const { day } = partsOf(firstOn);
  const second = secondDayOf(day, secondDay);
  return Math.min(day, 28) === Math.min(second, 28)
    ? fail('plan.second_day', { firstDay: day, secondDay: second })
    : ok(true);
}

/** A month counted on from another, `offset` months later. */
function monthAfter(year: number, month: number, offset: number): { year: number; month: number } {
  const months = year * 12 + month - 1 + offset;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

function clampedDay(year: number, month: number, day: number): Day {
  return toDay(year, month, Math.min(day, daysInMonth(year, month)));
}

/**
 * The day of instalment `index` (from 0, negative for before the first) before rolling.
 * - `semi_monthly`: the first day's number and the second day, in turn; a number the month lacks is its last day.
 * - `monthly`: the first day's number, or the month's last day where it lacks it.
 * - `end_of_month`: the last day of each month from the first day's month on, also where the first day is not the last.
 * - `nth_weekday`: the first day's weekday at the same place in the month; the fifth means the last.
 */
export function unrolledDay({ frequency, firstOn, secondDay }: Rhythm, index: number): Day {
  if (frequency === 'weekly') return addDays(firstOn, index * 7);
  if (frequency === 'two_weekly') return addDays(firstOn, index * 14);
  if (frequency === 'monthly') return addMonths(firstOn, index);
  const first = partsOf(firstOn);
  if (frequency === 'semi_monthly') {
    const second = secondDayOf(first.day, secondDay);
    // Counted in halves of months: 0 for the earlier day of a month, 1 for the later.
    const halves = index + (first.day < second ? 0 : 1);
    const half = ((halves % 2) + 2) % 2;
    const { year, month } = monthAfter(first.year, first.month, (halves - half) / 2);
    return clampedDay(year, month, half === 0 ? Math.min(first.day, second) : Math.max(first.day, second));
  }
  const { year, month } = monthAfter(first.year, first.month, index);
  if (frequency === 'end_of_month') return toDay(year, month, daysInMonth(year, month));
  const firstEpoch = epochDayOf(first.year, first.month, first.day);
  const place = Math.ceil(first.day / 7);
  const monthStart = epochDayOf(year, month, 1);
  const offset = (((firstEpoch - monthStart) % 7) + 7) % 7;
  const day = 1 + offset + (place - 1) * 7;
  return toDay(year, month, day > daysInMonth(year, month) ? day - 7 : day);
}

/** Rolls days that rise; those that would meet rise on (see above). */
export function rollDays(days: readonly Day[], rule: RollRule): readonly Day[] {
  if (rule === 'none') return days;
  let before = '';
  return days.map((day) => {
    let rolled = rollDay(day, rule);
    if (rolled <= before) rolled = rollDay(addDays(before, 1), 'next_business_day');
    before = rolled;
    return rolled;
  });
}

/** The due days of `count` instalments, rolled, rising. */
export function dueDaysOf(rhythm: Rhythm, count: number): readonly Day[] {
  const days: Day[] = [];
  for (let index = 0; index < count; index += 1) days.push(unrolledDay(rhythm, index));
  return rollDays(days, rhythm.roll ?? 'none');
}

/**
 * The first day from which the `count`-th instalment falls on `lastOn` before rolling. Where no first day gives exactly that
 * (31 March, two months long: February has no 31st), the last instalment falls on the latest possible day before it. `end_of_month`
 * goes to the last month end on or before `lastOn`; semi-monthly, `lastOn` is one of the two days and the second is the other.
 */
export function firstDayFor(
  rhythm: Omit<Rhythm, 'firstOn'>,
  lastOn: Day,
  count: number,
): Pick<Rhythm, 'firstOn' | 'secondDay'> {
  const back = count - 1;
  const { year, month, day } = partsOf(lastOn);
  if (rhythm.frequency === 'end_of_month') {
    const last = monthAfter(year, month, day === daysInMonth(year, month) ? 0 : -1);
    const first = monthAfter(last.year, last.month, -back);
    return { firstOn: toDay(first.year, first.month, daysInMonth(first.year, first.month)) };
  }
  const firstOn = unrolledDay({ ...rhythm, firstOn: lastOn }, -back);
  if (rhythm.frequency !== 'semi_monthly') return { firstOn };
  return { firstOn, secondDay: back % 2 === 0 ? secondDayOf(day, rhythm.secondDay) : day };
}

/** How many instalments fall from the first day through `lastOn`, before rolling; none when the first is later. */
export function countThrough(rhythm: Rhythm, lastOn: Day): number {
  let low = 0;
  let high = mostInstalments + 1;
  // The first index whose day is after the last one.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unrolledDay(rhythm, middle) <= lastOn) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index whose rolled day is after a day (and on it, with `orOn`). Days rise, so it is found by halving. */
export function indexAfter(rhythm: Rhythm, day: Day, orOn = false): number {
  const rule = rhythm.roll ?? 'none';
  const isAfter = (index: number): boolean => {
    const due = rollDay(unrolledDay(rhythm, index), rule);
    return orOn ? due >= day : due > day;
  };
  let low = -1;
  let step = 1;
  while (isAfter(low)) {
    step *= 2;
    low -= step;
  }
  let high = low + step;
  while (!isAfter(high)) {
    step *= 2;
    low = high;
    high += step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isAfter(middle)) high = middle;
    else low = middle;
  }
  return high;
}
