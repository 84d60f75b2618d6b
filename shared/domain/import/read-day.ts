/**
 * Days as files write them. The order of a numeric date cannot be told from one value (3/4/2024), so it is
 * decided once for a file, from all its values, and then applied without exception: a day that does not exist
 * in that order is refused, never turned round.
 */
import { type Day, daysInMonth, toDay } from '../days.ts';
import type { DateOrder } from '../import.ts';

const numeric = /^(\d{1,4})([/.\- ])(\d{1,2})\2(\d{1,4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*([a-z]{3,9})\.?,?[\s\-./]*(\d{4}|\d{2})$/i;
const monthFirst = /^([a-z]{3,9})\.?[\s\-./]*(\d{1,2})(?:st|nd|rd|th)?,?[\s\-./]+(\d{4}|\d{2})$/i;
/** A time of day after the day, with or without a zone; the day as written is what counts. */
const timeOfDay = /[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'sept') return 9;
  const full = fullMonthNames.indexOf(lower);
  return (full === -1 ? monthNames.indexOf(lower) : full) + 1;
}

/** Two-digit years: 00 to 69 are this century, 70 to 99 the last (as POSIX reads them). */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function dayOrNull(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return null;
  return toDay(year, month, dayOfMonth);
}

/** The day a text states, or `null` when it states none or one that does not exist (31/02). */
export function readDay(text: string, order: DateOrder): Day | null {
  let rest = text.trim();
  if (rest.length > 10) rest = rest.replace(timeOfDay, '').trim();
  const parts = numeric.exec(rest);
  if (parts) {
    const [, a = '', , b = '', c = ''] = parts;
    if (a.length === 4) return c.length > 2 ? null : dayOrNull(Number(a), Number(b), Number(c));
    if (a.length > 2 || c.length === 3) return null;
    if (order === 'ymd') return c.length > 2 ? null : dayOrNull(fullYear(a), Number(b), Number(c));
    if (c.length === 1) return null;
    return order === 'mdy'
      ? dayOrNull(fullYear(c), Number(a), Number(b))
      : dayOrNull(fullYear(c), Number(b), Number(a));
  }
  const run = compact.exec(rest);
  if (run) return dayOrNull(Number(run[1]), Number(run[2]), Number(run[3]));
  const named = dayFirst.exec(rest);
  if (named?.[2] !== undefined)
    return dayOrNull(fullYear(named[3] ?? ''), monthOf(named[2]), Number(named[1]));
  const american = monthFirst.exec(rest);
  if (american?.[1] !== undefined)
    return dayOrNull(fullYear(american[3] ?? ''), monthOf(american[1]), Number(american[2]));
  return null;
}

/** Whether a text could be a day in any order; for telling columns apart. */
export function looksLikeDay(text: string): boolean {
  const rest = text.trim();
  if (rest.length < 5 || rest.length > 40 || /^\d+([.,]\d+)?$/.test(rest)) return false;
  return readDay(rest, 'mdy') !== null || readDay(rest, 'dmy') !== null || readDay(rest, 'ymd') !== null;
}

/** What the values seen so far say about the order; counts of values, not of rows. */
export type OrderEvidence = {
  /** The first part is 13 or more: it can only be the day. */
  dayFirst: number;
  /** The second part is 13 or more: the month stands first. */
  monthFirst: number;
  yearFirst: number;
  /** Both parts are 12 or less: 3/4/2024. */
  ambiguous: number;
};

export const noEvidence = (): OrderEvidence => ({ dayFirst: 0, monthFirst: 0, yearFirst: 0, ambiguous: 0 });

export function weighDay(evidence: OrderEvidence, text: string): void {
  let rest = text.trim();
  if (rest.length > 10) rest = rest.replace(timeOfDay, '').trim();
  const parts = numeric.exec(rest);
  if (!parts) return;
  const first = parts[1] ?? '';
  const a = Number(first);
  const b = Number(parts[3]);
  if (first.length === 4) evidence.yearFirst += 1;
  else if (a > 12 && b <= 12) evidence.dayFirst += 1;
  else if (b > 12 && a <= 12) evidence.monthFirst += 1;
  else if (a <= 12 && b <= 12) evidence.ambiguous += 1;
}

export type OrderDecision = {
  readonly order: DateOrder;
  /** `ambiguous`: no value decides, month first is taken. `mixed`: values contradict, the more frequent wins. */
  readonly doubt: 'ambiguous' | 'mixed' | null;
};

export function decideOrder(evidence: OrderEvidence): OrderDecision {
  const { dayFirst: days, monthFirst: months, yearFirst: years, ambiguous } = evidence;
  if (days > 0 && months > 0) return { order: days > months ? 'dmy' : 'mdy', doubt: 'mixed' };
  if (days > 0) return { order: 'dmy', doubt: null };
  if (months > 0) return { order: 'mdy', doubt: null };
  // A year that stands first is read as such in every order, so it decides only when nothing else is there.
  if (ambiguous > 0) return { order: 'mdy', doubt: 'ambiguous' };
  return { order: years > 0 ? 'ymd' : 'mdy', doubt: null };
}
