/**
 * How a reminder repeats: a small part of the RRULE of RFC 5545 (section 3.3.10), the part a person can say in one sentence.
 * What stands outside it is refused, so that every series can be shown in words and none runs more often than daily.
 *
 * A rule counts days, not instants. The wall time of a series belongs to its zone, and `occurrences.ts` joins both; so the last
 * day is written as a date here (`UNTIL=20271231`, inclusive).
 */
import { type Day, daysInMonth, isDay, weekdayOf } from './days.ts';

export const frequencies = ['daily', 'weekly', 'monthly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** Which of a month, when a rule goes by its weekday: -1 the last. */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

export type MonthlyOn =
  /** 1 to 31, or -1 for the last day. A month without the day is left out. */
  | { readonly by: 'day'; readonly day: number }
  /** `weekday` 1 Monday to 7 Sunday. */
  | { readonly by: 'weekday'; readonly nth: Ordinal; readonly weekday: number };

export type RepeatEnd =
  | { readonly kind: 'never' }
  /** The last day it may fall on. */
  | { readonly kind: 'until'; readonly on: Day }
  | { readonly kind: 'count'; readonly count: number };

export type Repeat = {
  readonly frequency: Frequency;
  /** Every so many days, weeks, months or years. */
  readonly interval: number;
  /** 1 Monday to 7 Sunday, rising; weekly only, else empty. */
  readonly weekdays: readonly number[];
  /** Monthly only, else `null`. */
  readonly monthly: MonthlyOn | null;
  readonly end: RepeatEnd;
};

export const mostInterval = 99;
export const mostCount = 999;
/** Longer than any rule that can be read. */
export const mostRuleLength = 200;

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** 1 Monday to 7 Sunday, as RFC 5545 writes it. */
export function weekdayCode(weekday: number): string {
  return codes[weekday - 1] ?? '';
}

/** Monday to Friday, every week. */
export function isEveryWeekday({ frequency, interval, weekdays }: Repeat): boolean {
  return frequency === 'weekly' && interval === 1 && weekdays.join('') === '12345';
}

/** The rule as RFC 5545 writes it, without `RRULE:`. */
export function ruleOf(repeat: Repeat): string {
  const parts = [`FREQ=${repeat.frequency.toUpperCase()}`];
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`);
  if (repeat.frequency === 'weekly') parts.push(`BYDAY=${repeat.weekdays.map(weekdayCode).join(',')}`);
  if (repeat.monthly?.by === 'day') parts.push(`BYMONTHDAY=${repeat.monthly.day}`);
  if (repeat.monthly?.by === 'weekday')
    parts.push(`BYDAY=${repeat.monthly.nth}${weekdayCode(repeat.monthly.weekday)}`);
  if (repeat.end.kind === 'until') parts.push(`UNTIL=${repeat.end.on.replaceAll('-', '')}`);
  if (repeat.end.kind === 'count') parts.push(`COUNT=${repeat.end.count}`);
  return parts.join(';');
}

/** Reads what `ruleOf` writes, its parts in any order; `null` for everything else. */
export function readRepeat(rule: string): Repeat | null {
  if (rule.length > mostRuleLength) return null;
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (name === '' || value === '' || more.length > 0 || parts.has(name)) return null;
    parts.set(name, value);
  }
  const take = (name: string): string | undefined => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const frequency = frequencies.find((known) => known.toUpperCase() === parts.get('FREQ'));
  if (frequency === undefined) return null;
  take('FREQ');
  const interval = numberOf(take('INTERVAL') ?? '1', mostInterval);
  const end = endOf(take('UNTIL'), take('COUNT'));
  if (interval === null || end === null) return null;
  const byDay = take('BYDAY');
  const byMonthDay = take('BYMONTHDAY');
  // A part that was not asked for would be dropped in silence and change when it rings.
  if (parts.size > 0) return null;
  const plain = { frequency, interval, weekdays: [], monthly: null, end };
  if (frequency === 'weekly') {
    const weekdays = byMonthDay === undefined ? weekdaysOf(byDay) : null;
    return weekdays === null ? null : { ...plain, weekdays };
  }
  if (frequency === 'monthly') {
    const monthly = monthlyOf(byDay, byMonthDay);
    return monthly === null ? null : { ...plain, monthly };
  }
  return byDay === undefined && byMonthDay === undefined ? plain : null;
}

function numberOf(text: string, most: number): number | null {
  if (!/^[1-9]\d{0,2}$/.test(text)) return null;
  const number = Number(text);
  return number <= most ? number : null;
}

function endOf(until: string | undefined, count: string | undefined): RepeatEnd | null {
  if (until !== undefined && count !== undefined) return null;
  if (count !== undefined) {
    const times = numberOf(count, mostCount);
    return times === null ? null : { kind: 'count', count: times };
  }
  if (until === undefined) return { kind: 'never' };
  const on = /^\d{8}$/.test(until) ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}` : '';
  return isDay(on) ? { kind: 'until', on } : null;
}

function weekdayOfCode(code: string): number | null {
  const at = codes.indexOf(code as (typeof codes)[number]);
  return at === -1 ? null : at + 1;
}

function weekdaysOf(byDay: string | undefined): readonly number[] | null {
  if (byDay === undefined) return null;
  const weekdays = new Set<number>();
  for (const code of byDay.split(',')) {
    const weekday = weekdayOfCode(code);
    if (weekday === null || weekdays.has(weekday)) return null;
    weekdays.add(weekday);
  }
  return [...weekdays].sort((a, b) => a - b);
}

function monthlyOf(byDay: string | undefined, byMonthDay: string | undefined): MonthlyOn | null {
  if ((byDay === undefined) === (byMonthDay === undefined)) return null;
  if (byMonthDay !== undefined) {
    const day = byMonthDay === '-1' ? -1 : numberOf(byMonthDay, 31);
    return day === null ? null : { by: 'day', day };
  }
  const parts = /^(-1|[1-4])([A-Z]{2})$/.exec(byDay ?? '');
  const nth = ordinals.find((known) => String(known) === parts?.[1]);
  const weekday = weekdayOfCode(parts?.[2] ?? '');
  return nth === undefined || weekday === null ? null : { by: 'weekday', nth, weekday };
}

/** The ways of repeating a person picks most, for one that starts on a day; the plainest first. */
export function usualRepeats(startsOn: Day): readonly Repeat[] {
  const weekday = weekdayOf(startsOn);
  const day = Number(startsOn.slice(8, 10));
  const plain = { interval: 1, weekdays: [], monthly: null, end: { kind: 'never' } } as const;
  return [
    { ...plain, frequency: 'daily' },
    { ...plain, frequency: 'weekly', weekdays: [1, 2, 3, 4, 5] },
    { ...plain, frequency: 'weekly', weekdays: [weekday] },
    { ...plain, frequency: 'weekly', interval: 2, weekdays: [weekday] },
    ...monthlyChoices(startsOn).map((monthly): Repeat => ({ ...plain, frequency: 'monthly', monthly })),
    ...(day === 29 && startsOn.slice(5, 7) === '02' ? [] : [{ ...plain, frequency: 'yearly' } as const]),
  ];
}

/** The ways a day can be meant month by month: by its number, by its weekday, as one of the last. */
export function monthlyChoices(day: Day): readonly MonthlyOn[] {
  const weekday = weekdayOf(day);
  const number = Number(day.slice(8, 10));
  const left = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) - number;
  const nth = ordinals.find((known) => known === Math.ceil(number / 7));
  return [
    { by: 'day', day: number },
    ...(left === 0 ? [{ by: 'day', day: -1 } as const] : []),
    ...(nth === undefined ? [] : [{ by: 'weekday', nth, weekday } as const]),
    ...(left < 7 ? [{ by: 'weekday', nth: -1, weekday } as const] : []),
  ];
}
