/**
 * A collector types days while somebody talks: `11/27`, `fri`, `+14`, `tomorrow`, `2026-12-01`, `dec 1`. This
 * reads them the American way (month first) and refuses what it would have to guess, so that 31/02 is never
 * quietly taken for another day.
 */
import {
  addDays,
  addMonths,
  type Day,
  daysInMonth,
  isDay,
  toDay,
  weekdayOf,
} from '../../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Which way a day without a year leans: a due day lies ahead, a received day lies behind. */
export type Leaning = 'ahead' | 'behind';

/**
 * Reads a typed day. Without a year the nearest such day in the leaning's direction is meant, today included.
 * Two-digit years are 2000 to 2099. Returns `day.invalid` with the text.
 */
export function parseTypedDay(text: string, today: Day, leaning: Leaning = 'ahead'): Result<Day> {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const found =
    relativeDay(typed, today) ??
    weekday(typed, today, leaning) ??
    numericDay(typed, today, leaning) ??
    namedDay(typed, today, leaning);
  return found === null ? fail('day.invalid', { text: text.trim().slice(0, 40) }) : ok(found);
}

function relativeDay(typed: string, today: Day): Day | null {
  if (typed === 'today' || typed === 'now') return today;
  if (typed === 'tomorrow' || typed === 'tmr') return addDays(today, 1);
  if (typed === 'yesterday') return addDays(today, -1);
  const signed = /^([+-])\s?(\d{1,4})\s?(d|w|m)?$/.exec(typed);
  if (signed) return shift(today, Number(signed[2]) * (signed[1] === '-' ? -1 : 1), signed[3] ?? 'd');
  const spoken = /^in (\d{1,4}|a|an|one|two) (day|week|month)s?$/.exec(typed);
  if (spoken?.[1] === undefined || spoken[2] === undefined) return null;
  const count = spoken[1] === 'two' ? 2 : /^\d/.test(spoken[1]) ? Number(spoken[1]) : 1;
  return shift(today, count, spoken[2].charAt(0));
}

function shift(today: Day, count: number, unit: string): Day | null {
  const moved = unit === 'm' ? addMonths(today, count) : addDays(today, unit === 'w' ? count * 7 : count);
  return isDay(moved) ? moved : null;
}

/** `fri` and `next fri` are the first Friday after today; leaning behind, `fri` is the last one before it. */
function weekday(typed: string, today: Day, leaning: Leaning): Day | null {
  const match = /^(next |last )?([a-z]{3,9})$/.exec(typed);
  if (match?.[2] === undefined) return null;
  const name = match[2];
  const full = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const index = full.findIndex(
    (whole, place) => whole.startsWith(name) && name.startsWith(weekdayNames[place] ?? '-'),
  );
  if (index < 0) return null;
  const behind = match[1] === 'last ' || (match[1] === undefined && leaning === 'behind');
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  return behind ? addDays(today, ahead === 0 ? -7 : ahead - 7) : addDays(today, ahead === 0 ? 7 : ahead);
}

function numericDay(typed: string, today: Day, leaning: Leaning): Day | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?$/.exec(typed);
  if (!american) return null;
  const month = Number(american[1]);
  const dayOfMonth = Number(american[2]);
  return american[3] === undefined
    ? nearest(month, dayOfMonth, today, leaning)
    : existing(fullYear(american[3]), month, dayOfMonth);
}

/** `nov 27`, `27 nov 2026`, `november 27, 2026`. */
function namedDay(typed: string, today: Day, leaning: Leaning): Day | null {
  const before = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{2}|\d{4}))?$/.exec(typed);
  const after = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?(?:,?[ -](\d{2}|\d{4}))?$/.exec(typed);
  const name = before?.[1] ?? after?.[2];
  const dayOfMonth = Number(before?.[2] ?? after?.[1]);
  const year = before?.[3] ?? after?.[3];
  if (name === undefined) return null;
  const month = monthOf(name);
  if (month === null) return null;
  return year === undefined
    ? nearest(month, dayOfMonth, today, leaning)
    : existing(fullYear(year), month, dayOfMonth);
}

const fullMonths = [
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
] as const;

function monthOf(name: string): number | null {
  const index = fullMonths.findIndex(
    (whole, place) => whole.startsWith(name) && name.startsWith(monthNames[place] ?? '-'),
  );
  if (index >= 0) return index + 1;
  return name === 'sept' ? 9 : null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function existing(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1900 || year > 2199) return null;
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return toDay(year, month, dayOfMonth);
}

/** The nearest such day, looking at most eight years out so that 2/29 finds its leap year. */
function nearest(month: number, dayOfMonth: number, today: Day, leaning: Leaning): Day | null {
  const step = leaning === 'ahead' ? 1 : -1;
  const thisYear = Number(today.slice(0, 4));
  for (let years = 0; years <= 8; years += 1) {
    const day = existing(thisYear + step * years, month, dayOfMonth);
    if (day !== null && (leaning === 'ahead' ? day >= today : day <= today)) return day;
  }
  return null;
}

/** How a field shows a day it understood: `11/27/2026`. */
export function showTypedDay(day: Day): string {
  return `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
}
