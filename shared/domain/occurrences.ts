/**
 * On which days a series of reminders falls, and at which instants. RFC 5545 by library, asked in UTC so that no zone moves a
 * day; the wall time is put on each day afterwards. So 9:00 stays 9:00 across a change of the clocks. A wall time that is
 * skipped rings after the gap, one that comes twice rings the first time: RFC 5545 would leave the first out, and a reminder
 * left out is one missed.
 *
 * Only for the book: the window shows a series in words and asks for its days.
 */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, instantOf } from './days.ts';
import { readRepeat } from './repeat.ts';

export type Series = {
  /** As `ruleOf` writes it. */
  readonly repeat: string;
  /** `YYYY-MM-DDTHH:MM` by the clock of its zone, or the day alone of one that has no hour. */
  readonly startsLocal: string;
  readonly zone: string;
};

/** What days without an hour are reckoned by. */
export type Mornings = {
  /** `HH:MM`. */
  readonly morning: string;
  /** Where the user is. */
  readonly zone: string;
};

/** A daily rule asked ten years after its start is no reason to give up; one that never falls on a day is. */
const mostPeriods = 40_000;

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Reading a rule takes longer than asking it, and a calendar asks each many times. */
const rules = new Map<string, RRuleTemporal<Temporal.ZonedDateTime>>();
const mostRules = 300;

function ruleOfSeries(series: Series): RRuleTemporal<Temporal.ZonedDateTime> {
  const key = `${series.startsLocal.slice(0, 10)} ${series.repeat}`;
  const known = rules.get(key);
  if (known) return known;
  if (rules.size >= mostRules) rules.clear();
  const rule = readRule(series);
  rules.set(key, rule);
  return rule;
}

function readRule({ repeat, startsLocal }: Series): RRuleTemporal<Temporal.ZonedDateTime> {
  if (readRepeat(repeat) === null) throw new RangeError('not a rule of a series');
  return new RRuleTemporal({
    // A bare date would be read as midnight at the start of it in UTC, which is what is meant.
    rruleString: `RRULE:${repeat.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T000000Z')}`,
    dtstart: Temporal.ZonedDateTime.from(`${startsLocal.slice(0, 10)}T00:00:00+00:00[UTC]`),
    tzid: 'UTC',
    temporal: Temporal,
    cache: false,
    maxIterations: mostPeriods,
    maxCandidateEvaluations: mostPeriods * 10,
  });
}

/** The soonest day on or after one; `null` when the series is over by then, or never falls on a day. */
export function firstFrom(series: Series, day: Day): Day | null {
  try {
    const found = ruleOfSeries(series).next(midnight(day), true);
    return found === null ? null : found.toPlainDate().toString();
  } catch (error) {
    // The library gives up on a rule that fits no day, as the 31st every twelfth month from June.
    if (error instanceof Error && /[Mm]ax/.test(error.message)) return null;
    throw error;
  }
}

/** The day that follows one; `null` after the last. */
export function nextAfter(series: Series, day: Day): Day | null {
  return firstFrom(series, addDays(day, 1));
}

/** Its days from one to another, both inclusive, at most so many. */
export function daysWithin(series: Series, from: Day, to: Day, most: number): Day[] {
  const days: Day[] = [];
  for (let day = firstFrom(series, from); day !== null && day <= to; day = nextAfter(series, day)) {
    days.push(day);
    if (days.length >= most) break;
  }
  return days;
}

export function isAllDay(series: Series): boolean {
  return series.startsLocal.length === 10;
}

/** The instant it rings on one of its days. */
export function ringsAt(series: Series, day: Day, mornings: Mornings): number {
  return isAllDay(series)
    ? instantOf(day, mornings.morning, mornings.zone)
    : instantOf(day, series.startsLocal.slice(11), series.zone);
}

/** The last of its days that has rung by an instant, and how many rang before that; from a day on. `null` when none has. */
export function rungSince(
  series: Series,
  from: Day,
  now: number,
  mornings: Mornings,
): { readonly last: Day; readonly before: number } | null {
  let last: Day | null = null;
  let before = -1;
  for (
    let day = firstFrom(series, from);
    day !== null && ringsAt(series, day, mornings) <= now;
    day = nextAfter(series, day)
  ) {
    last = day;
    before += 1;
  }
  return last === null ? null : { last, before };
}

/** The first of its days after one that rings after an instant; `null` when the series is over. */
export function nextToRing(series: Series, after: Day, now: number, mornings: Mornings): Day | null {
  // A day rings within two days of its midnight in UTC, wherever that is.
  const soonest = new Date(now - 2 * 86_400_000).toISOString().slice(0, 10);
  let day = firstFrom(series, soonest > after ? soonest : addDays(after, 1));
  while (day !== null && ringsAt(series, day, mornings) <= now) day = nextAfter(series, day);
  return day;
}
