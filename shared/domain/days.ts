/**
 * Calendar days are strings, `YYYY-MM-DD`: a due day has no hour and no zone, and a string cannot slip by a
 * day when a zone does. They compare and sort as text. Arithmetic goes through the count of days since
 * 1970-01-01, which is exact and fast enough for plans by the hundred thousand; anything with zones uses Temporal.
 *
 * The proleptic Gregorian conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
import { Temporal } from 'temporal-polyfill';

export type Day = string;

/**
 * The days a person may enter or a file may state. A year before or after is a slip of the hand, and terms that run
 * on from the latest still end within four digits, so that days go on comparing as text.
 */
export const earliestDay: Day = '1900-01-01';
export const latestDay: Day = '2199-12-31';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whole days since 1970-01-01 of a civil date; `month` counts from 1. */
export function epochDayOf(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

export function civilOf(epochDay: number): CivilDate {
  const z = epochDay + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

/** Whether the text is a day that exists, from year 1 to 9999. */
export function isDay(text: string): boolean {
  const parts = shape.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const dayOfMonth = Number(parts[3]);
  return year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

/** Days since 1970-01-01. Throws on a text that is no day: check with `isDay` where it comes in. */
export function toEpochDay(day: Day): number {
  // Read digit by digit: a ledger is replayed by its days, and a pattern takes ten times as long.
  const year = digitsAt(day, 0) * 100 + digitsAt(day, 2);
  const month = digitsAt(day, 5);
  const dayOfMonth = digitsAt(day, 8);
  if (
    day.length !== 10 ||
    day.charCodeAt(4) !== dash ||
    day.charCodeAt(7) !== dash ||
    // A character that is no digit makes one of these NaN, and every comparison with it false.
    !(year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1) ||
    dayOfMonth > daysInMonth(year, month)
  )
    throw new RangeError('not a calendar day');
  return epochDayOf(year, month, dayOfMonth);
}

const dash = 45;

/** The two-digit number at a place; `NaN` when there is none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

export function fromEpochDay(epochDay: number): Day {
  const { year, month, day } = civilOf(epochDay);
  return toDay(year, month, day);
}

export function toDay(year: number, month: number, dayOfMonth: number): Day {
  return `${year.toString().padStart(4, '0')}-${month.toString().padStart(2, '0')}-${dayOfMonth.toString().padStart(2, '0')}`;
}

export function addDays(day: Day, days: number): Day {
  return fromEpochDay(toEpochDay(day) + days);
}

/** Days from the first to the second, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The same day `months` later; a day the month lacks becomes its last (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4));
  const month0 = Number(day.slice(5, 7)) - 1 + months;
  const targetYear = year + Math.floor(month0 / 12);
  const targetMonth = (((month0 % 12) + 12) % 12) + 1;
  return toDay(
    targetYear,
    targetMonth,
    Math.min(Number(day.slice(8, 10)), daysInMonth(targetYear, targetMonth)),
  );
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((toEpochDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** The calendar day an instant falls on in a zone (IANA name). */
export function dayOfInstant(epochMs: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first instant of a day in a zone; on a day that begins after a gap, the first instant that exists. */
export function startOfDay(day: Day, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant of a wall-clock time (`HH:MM`) on a day in a zone; a time skipped by DST moves later. */
export function instantOf(day: Day, wallTime: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(wallTime),
  }).epochMilliseconds;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day as a letter writes it: `March 12, 2026`. */
export function spellDay(day: Day): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8, 10))}, ${Number(day.slice(0, 4))}`;
}

/** The same where room is short, as in a table: `Mar 12, 2026`. */
export function spellDayShort(day: Day): string {
  const [month = '', rest = ''] = spellDay(day).split(/ (.*)/);
  return `${month.slice(0, 3)} ${rest}`;
}
