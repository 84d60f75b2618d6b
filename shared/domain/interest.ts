/**
 * Interest by the day, exact until it is posted.
 *
 * An unrounded sum is a whole number of very small parts of a cent: `partsPerCent` is divisible by every year basis in use
 * (360, 365, 366) and by the scale of a rate, so that sums of any segments are exact and only the one rounding at posting
 * loses anything. Days run from the first (included) to the second (left out).
 *
 * Day counts: ISDA 2006 Definitions section 4.16 (b) actual/actual, (d) actual/365 fixed, (e) actual/360, (f) 30/360.
 */
import { civilOf, type Day, epochDayOf, isLeapYear, toEpochDay } from './days.ts';
import { type Rate, rateMicros } from './rate.ts';

export const interestMethods = ['none', 'simple', 'compound'] as const;
export type InterestMethod = (typeof interestMethods)[number];
export const compoundings = ['monthly', 'annually'] as const;
export type Compounding = (typeof compoundings)[number];
export const dayCounts = ['actual_365', 'actual_360', 'actual_actual', 'thirty_360'] as const;
export type DayCount = (typeof dayCounts)[number];

/** Least common multiple of 360, 365 and 366. */
const yearParts = 1_603_080;
/** Percent times the scale of a rate. */
const rateScale = 100_000_000;
const partsPerCent = BigInt(yearParts) * BigInt(rateScale);

/** Exact interest, in parts of a cent. */
export type Unrounded = bigint;

/**
 * How much of a year lies between two days, as a numerator over `yearParts`: whole numbers, so that it is exact for each
 * day count.
 */
export function yearPartsBetween(dayCount: DayCount, fromOn: Day, toOn: Day): number {
  return yearPartsOf(dayCount, toEpochDay(fromOn), toEpochDay(toOn));
}

/** The same from counts of days since 1970-01-01. */
export function yearPartsOf(dayCount: DayCount, from: number, to: number): number {
  if (to <= from) return 0;
  if (dayCount === 'actual_365') return (to - from) * (yearParts / 365);
  if (dayCount === 'actual_360') return (to - from) * (yearParts / 360);
  if (dayCount === 'thirty_360') return thirty360Days(from, to) * (yearParts / 360);
  let parts = 0;
  for (let at = from; at < to; ) {
    const { year } = civilOf(at);
    const end = Math.min(to, epochDayOf(year + 1, 1, 1));
    parts += (end - at) * (isLeapYear(year) ? yearParts / 366 : yearParts / 365);
    at = end;
  }
  return parts;
}

/** Days as the count reckons them: of 30/360 months of 30 days, of the others the calendar's. */
export function countedDays(dayCount: DayCount, fromOn: Day, toOn: Day): number {
  const from = toEpochDay(fromOn);
  const to = toEpochDay(toOn);
  return to <= from ? 0 : dayCount === 'thirty_360' ? thirty360Days(from, to) : to - from;
}

function thirty360Days(from: number, to: number): number {
  const first = civilOf(from);
  const second = civilOf(to);
  const d1 = Math.min(first.day, 30);
  const d2 = second.day === 31 && d1 === 30 ? 30 : second.day;
  return 360 * (second.year - first.year) + 30 * (second.month - first.month) + (d2 - d1);
}

/** Exact interest on a base between two days. A base of nothing or less bears none. */
export function interestOf(
  baseCents: number,
  rate: Rate,
  dayCount: DayCount,
  fromOn: Day,
  toOn: Day,
): Unrounded {
  if (baseCents <= 0) return 0n;
  return interestOfParts(baseCents, rateMicros(rate), yearPartsBetween(dayCount, fromOn, toOn));
}

export function interestOfParts(baseCents: number, micros: number, parts: number): Unrounded {
  return BigInt(baseCents) * BigInt(micros) * BigInt(parts);
}

/** The one rounding: to the nearest cent, half a cent up. Interest is never negative. */
export function roundHalfUp(unrounded: Unrounded): number {
  return Number((2n * unrounded + partsPerCent) / (2n * partsPerCent));
}

/** An exact sum from whole cents, for a cap. */
export function unroundedOfCents(cents: number): Unrounded {
  return BigInt(cents) * partsPerCent;
}

/** Cents to eight decimals, cut off and not rounded, for reading: `1234.56789012`. */
export function unroundedText(unrounded: Unrounded): string {
  const whole = unrounded / partsPerCent;
  const rest = ((unrounded % partsPerCent) * 100_000_000n) / partsPerCent;
  return `${whole}.${rest.toString().padStart(8, '0')}`;
}
