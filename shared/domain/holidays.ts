/**
 * Federal holidays, and the days on which money moves.
 *
 * Three lists are easily taken for one, so each has its own function:
 * - `isFederalHoliday`: the days named in 5 U.S.C. 6103(a), by their own date even on a weekend. Regulation F leaves these out
 *   with Saturdays and Sundays when it counts business days (12 CFR 1006.22(c), 1006.34(b)(5)): `isBusinessDay`.
 * - `isBankDay`: additionally not the Monday after one that falls on a Sunday, which is no business day for banks
 *   (12 CFR 229.2(g)). After one on a Saturday banks are open on the Friday before and the Monday behind. Due days
 *   roll by this list, since a debtor cannot pay through a bank that is closed and the mail does not move either.
 * - Federal offices close on the Friday before a Saturday holiday (5 U.S.C. 6103(b)) and on the Monday after a Sunday one
 *   (Executive Order 11582). No business day is counted by that here: Regulation F names 6103(a) only.
 *
 * Inauguration Day (6103(c)) is a holiday of federal staff around Washington only and on none of the lists. Days before a
 * law made them holidays are none; Thanksgiving is left out before 1942, when it went by yearly proclamation.
 */
import { type CivilDate, civilOf, type Day, daysInMonth, fromEpochDay, toEpochDay } from './days.ts';
import type { RollRule } from './plan-terms.ts';

type HolidayRule = {
  readonly month: number;
  /** The first and the last year it holds for. */
  readonly from: number;
  readonly through?: number;
} & (
  | { readonly day: number }
  /** 1 Monday to 7 Sunday; the n-th of the month, 0 for its last. */
  | { readonly weekday: number; readonly nth: number }
);

/** 5 U.S.C. 6103(a) as it stands and as it stood, by the years in which the day was kept. */
const rules: readonly HolidayRule[] = [
  // New Year’s Day, 16 Stat. 168 (1870).
  { month: 1, day: 1, from: 1870 },
  // Birthday of Martin Luther King, Jr., Pub. L. 98-144: first kept in 1986.
  { month: 1, weekday: 1, nth: 3, from: 1986 },
  // Washington’s Birthday; a Monday since Pub. L. 90-363 took effect in 1971.
  { month: 2, day: 22, from: 1880, through: 1970 },
  { month: 2, weekday: 1, nth: 3, from: 1971 },
  // Memorial Day.
  { month: 5, day: 30, from: 1888, through: 1970 },
  { month: 5, weekday: 1, nth: 0, from: 1971 },
  // Juneteenth National Independence Day, Pub. L. 117-17 of 17 June 2021.
  { month: 6, day: 19, from: 2021 },
  { month: 7, day: 4, from: 1870 },
  // Labor Day, 28 Stat. 96 (1894).
  { month: 9, weekday: 1, nth: 1, from: 1894 },
  // Columbus Day, Pub. L. 90-363.
  { month: 10, weekday: 1, nth: 2, from: 1971 },
  // Armistice Day, then Veterans Day; in October from 1971 until Pub. L. 94-97 took it back.
  { month: 11, day: 11, from: 1938, through: 1970 },
  { month: 10, weekday: 1, nth: 4, from: 1971, through: 1977 },
  { month: 11, day: 11, from: 1978 },
  // Thanksgiving Day, 55 Stat. 862: the fourth Thursday from 1942 on.
  { month: 11, weekday: 4, nth: 4, from: 1942 },
  { month: 12, day: 25, from: 1870 },
];

/** The rules of each month, so that a day is held against three at most. */
const rulesOfMonth: readonly (readonly HolidayRule[])[] = Array.from({ length: 13 }, (_, month) =>
  rules.filter((rule) => rule.month === month),
);

function isHolidayDate({ year, month, day }: CivilDate, weekday: number): boolean {
  for (const rule of rulesOfMonth[month] ?? []) {
    if (year < rule.from || year > (rule.through ?? year)) continue;
    if ('day' in rule) {
      if (day === rule.day) return true;
      continue;
    }
    if (weekday !== rule.weekday) continue;
    if (rule.nth === 0 ? day > daysInMonth(year, month) - 7 : Math.ceil(day / 7) === rule.nth) return true;
  }
  return false;
}

/** 1 Monday to 7 Sunday. */
function weekdayOfEpoch(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** A legal public holiday of 5 U.S.C. 6103(a), on its own date: 4 July 2026 is one although it is a Saturday. */
export function isFederalHoliday(day: Day): boolean {
  const epochDay = toEpochDay(day);
  return isHolidayDate(civilOf(epochDay), weekdayOfEpoch(epochDay));
}

function isBusinessEpoch(epochDay: number): boolean {
  const weekday = weekdayOfEpoch(epochDay);
  return weekday <= 5 && !isHolidayDate(civilOf(epochDay), weekday);
}

function isBankEpoch(epochDay: number): boolean {
  if (!isBusinessEpoch(epochDay)) return false;
  return weekdayOfEpoch(epochDay) !== 1 || !isHolidayDate(civilOf(epochDay - 1), 7);
}

/** Monday to Friday and no holiday of 6103(a): what Regulation F counts. */
export function isBusinessDay(day: Day): boolean {
  return isBusinessEpoch(toEpochDay(day));
}

/** A business day on which banks are open too: not the Monday after a holiday that fell on a Sunday. */
export function isBankDay(day: Day): boolean {
  return isBankEpoch(toEpochDay(day));
}

/**
 * The `days`-th business day (`isBusinessDay`) after a day, which itself is not counted; before it when `days` is negative.
 * 0 gives the day itself, whatever it is.
 */
export function addBusinessDays(day: Day, days: number): Day {
  const step = days < 0 ? -1 : 1;
  let at = toEpochDay(day);
  for (let left = Math.abs(days); left > 0; ) {
    at += step;
    if (isBusinessEpoch(at)) left -= 1;
  }
  return fromEpochDay(at);
}

/** The next bank day or the one before, or the day itself when it is one. `none` leaves every day. */
export function rollDay(day: Day, rule: RollRule): Day {
  if (rule === 'none') return day;
  const from = toEpochDay(day);
  const step = rule === 'next_business_day' ? 1 : -1;
  let at = from;
  while (!isBankEpoch(at)) at += step;
  return at === from ? day : fromEpochDay(at);
}
