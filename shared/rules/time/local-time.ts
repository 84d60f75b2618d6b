/**
 * Wall-clock time in a zone, by arithmetic: a verdict for every account of a large book asks for it a million times, and
 * Temporal takes ten microseconds a question. The offsets of a zone are asked of Temporal once a year of it and kept.
 */
import { Temporal } from 'temporal-polyfill';
import { civilOf, type Day, epochDayOf, fromEpochDay } from '../../domain/days.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** From `at` on, the zone is so many milliseconds ahead of UTC. */
type Offset = { readonly at: number; readonly ms: number };

const kept = new Map<string, Map<number, readonly Offset[]>>();

function askOffset(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/** The first minute between two instants of different offset at which the later one holds. */
function changeBetween(zone: string, before: number, after: number, next: number): number {
  let [low, high] = [before, after];
  while (high - low > minuteMs) {
    const middle = Math.floor((low + high) / 2 / minuteMs) * minuteMs;
    if (askOffset(zone, middle) === next) high = middle;
    else low = middle;
  }
  return high;
}

/** The offsets of a year, UTC; no zone changes its clock twice within eight days. */
function offsetsOfYear(zone: string, year: number): readonly Offset[] {
  const start = epochDayOf(year, 1, 1) * dayMs;
  const end = epochDayOf(year + 1, 1, 1) * dayMs;
  const offsets: Offset[] = [{ at: start, ms: askOffset(zone, start) }];
  let [before, held] = [start, askOffset(zone, start)];
  for (let at = start + 8 * dayMs; ; at += 8 * dayMs) {
    const probe = Math.min(at, end - minuteMs);
    const ms = askOffset(zone, probe);
    if (ms !== held) offsets.push({ at: changeBetween(zone, before, probe, ms), ms });
    [before, held] = [probe, ms];
    if (probe < at) return offsets;
  }
}

function offsetsOf(zone: string, year: number): readonly Offset[] {
  let years = kept.get(zone);
  if (!years) {
    years = new Map();
    kept.set(zone, years);
  }
  let offsets = years.get(year);
  if (!offsets) {
    offsets = offsetsOfYear(zone, year);
    years.set(year, offsets);
  }
  return offsets;
}

/** How long an offset holds within a year; of each zone the one asked about last is kept: nearly all questions are about it. */
type Span = { readonly from: number; readonly to: number; readonly ms: number };
const lastSpans = new Map<string, Span>();

/** Milliseconds the zone’s clock is ahead of UTC. Throws `RangeError` on a zone that does not exist. */
export function offsetAt(zone: string, at: number): number {
  const last = lastSpans.get(zone);
  if (last !== undefined && at >= last.from && at < last.to) return last.ms;
  const span = spanAt(zone, at);
  lastSpans.set(zone, span);
  return span.ms;
}

function spanAt(zone: string, at: number): Span {
  const { year } = civilOf(Math.floor(at / dayMs));
  const offsets = offsetsOf(zone, year);
  let span: Span = { from: at, to: at, ms: 0 };
  for (let index = 0; index < offsets.length; index += 1) {
    const offset = offsets[index];
    if (offset === undefined || (index > 0 && offset.at > at)) break;
    const to = offsets[index + 1]?.at ?? epochDayOf(year + 1, 1, 1) * dayMs;
    span = { from: offset.at, to, ms: offset.ms };
  }
  return span;
}

/**
 * The first instant after `at` at which the zone’s clock is set to another offset; the start of the year after the next when
 * it is not set before.
 */
export function nextOffsetChange(zone: string, at: number): number {
  const { year } = civilOf(Math.floor(at / dayMs));
  const held = offsetAt(zone, at);
  for (const next of [year, year + 1])
    for (const offset of offsetsOf(zone, next)) if (offset.at > at && offset.ms !== held) return offset.at;
  return epochDayOf(year + 2, 1, 1) * dayMs;
}

/** Whether the name is a zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    offsetAt(zone, 0);
    return true;
  } catch {
    return false;
  }
}

/** Days since 1970-01-01 of the calendar day in the zone. */
export function localEpochDay(zone: string, at: number): number {
  return Math.floor((at + offsetAt(zone, at)) / dayMs);
}

export function localDay(zone: string, at: number): Day {
  return fromEpochDay(localEpochDay(zone, at));
}

/** Minutes from midnight on the zone’s clock, 0 to 1439. */
export function localMinute(zone: string, at: number): number {
  const local = at + offsetAt(zone, at);
  return Math.floor((local - Math.floor(local / dayMs) * dayMs) / minuteMs);
}

/** 1 Monday to 7 Sunday in the zone. */
export function localWeekday(zone: string, at: number): number {
  return ((((localEpochDay(zone, at) + 3) % 7) + 7) % 7) + 1;
}

/**
 * The first instant of a day (days since 1970) at which the zone’s clock shows the minute or a later one. A minute that the
 * clock skips is the first one behind the gap; of one it shows twice, the first.
 */
export function instantOfLocal(zone: string, epochDay: number, minute: number): number {
  const local = epochDay * dayMs + minute * minuteMs;
  const early = local - offsetAt(zone, local - dayMs);
  if (early + offsetAt(zone, early) === local) return early;
  const late = local - offsetAt(zone, local + dayMs);
  if (late + offsetAt(zone, late) === local) return late;
  // In the gap: the clock springs over it at some minute between the two.
  const [from, to] = early < late ? [early, late] : [late, early];
  return changeBetween(zone, from - 3 * 3_600_000, to + 3 * 3_600_000, offsetAt(zone, to + 3 * 3_600_000));
}

/** The first instant of the calendar day after the one `at` falls on in the zone, `days` further on. */
export function startOfLocalDayAfter(zone: string, at: number, days: number): number {
  return instantOfLocal(zone, localEpochDay(zone, at) + days, 0);
}
