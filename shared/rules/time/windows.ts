/**
 * When something is open by the clocks on the wall: what every rule about hours is made of.
 *
 * A pattern is asked two things only: whether it is open at an instant, and the next instant at which that may change.
 * Everything else (when it opens, how long it stays open, several zones at once, hours that the consumer ruled out) is put
 * together from patterns, and is exact on the days on which clocks are set: a wall-clock minute that is skipped never comes,
 * one that comes twice counts both times.
 */
import { nextOffsetChange, offsetAt } from './local-time.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const dayMinutes = 1440;

/** Minutes from midnight on the wall, from `from` up to but not including `to`; 1440 is the midnight that ends the day. */
export type Hours = { readonly from: number; readonly to: number };

/** The open spans of a local day (days since 1970), in order and apart. */
export type SpansOfDay = (epochDay: number) => readonly Hours[];

export type Pattern = {
  readonly isOpen: (at: number) => boolean;
  /** An instant after `at` up to which nothing changes; never before the first change. `Infinity`: never. */
  readonly next: (at: number) => number;
};

/** Monday is 1. */
export function weekdayOfEpochDay(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

// ---- one zone ----------------------------------------------------------------------------------------------

/** Open in the spans of each day, by the clock of one zone. */
export function spansIn(zone: string, spans: SpansOfDay): Pattern {
  return {
    isOpen(at) {
      const local = at + offsetAt(zone, at);
      const day = Math.floor(local / dayMs);
      const ms = local - day * dayMs;
      for (const { from, to } of spans(day)) if (ms >= from * minuteMs && ms < to * minuteMs) return true;
      return false;
    },
    next(at) {
      const offset = offsetAt(zone, at);
      const local = at + offset;
      const day = Math.floor(local / dayMs);
      const ms = local - day * dayMs;
      let edge = dayMs;
      for (const { from, to } of spans(day)) {
        if (from * minuteMs > ms) edge = Math.min(edge, from * minuteMs);
        if (to * minuteMs > ms) edge = Math.min(edge, to * minuteMs);
      }
      const then = at + edge - ms;
      return offsetAt(zone, then) === offset ? then : Math.min(then, nextOffsetChange(zone, at));
    },
  };
}

// ---- putting together --------------------------------------------------------------------------------------

/** Open while every one of them is. */
export function allOf(patterns: readonly Pattern[]): Pattern {
  return {
    isOpen: (at) => patterns.every((pattern) => pattern.isOpen(at)),
    next: (at) => soonest(patterns, at),
  };
}

/** Open while one of them is. */
export function anyOf(patterns: readonly Pattern[]): Pattern {
  return {
    isOpen: (at) => patterns.some((pattern) => pattern.isOpen(at)),
    next: (at) => soonest(patterns, at),
  };
}

export function closedWhile(pattern: Pattern): Pattern {
  return { isOpen: (at) => !pattern.isOpen(at), next: pattern.next };
}

/** Open from the first instant up to the second; either may be infinite. */
export function between(start: number, end: number): Pattern {
  return {
    isOpen: (at) => at >= start && at < end,
    next: (at) => (at < start ? start : at < end ? end : Number.POSITIVE_INFINITY),
  };
}

function soonest(patterns: readonly Pattern[], at: number): number {
  let soon = Number.POSITIVE_INFINITY;
  for (const pattern of patterns) soon = Math.min(soon, pattern.next(at));
  return soon;
}

/** The first instant from `at` on at which it is open; `null` when it is not within so many days. */
export function opensAt(pattern: Pattern, at: number, withinDays: number): number | null {
  const limit = at + withinDays * dayMs;
  for (let then = at; then <= limit; then = pattern.next(then)) if (pattern.isOpen(then)) return then;
  return null;
}

/** The instant at which what is open at `at` closes; `null` when it does not within so many days. */
export function closesAt(pattern: Pattern, at: number, withinDays: number): number | null {
  const limit = at + withinDays * dayMs;
  for (let then = pattern.next(at); then <= limit; then = pattern.next(then))
    if (!pattern.isOpen(then)) return then;
  return null;
}

// ---- the same hours every day, in many zones -----------------------------------------------------------------

/**
 * Whether the clock stands within the hours in every zone, made for lists: the instant at which it will not any more, or 0
 * when it is closed in a zone already.
 */
export function openUntil(zones: readonly string[], { from, to }: Hours, at: number): number {
  let until = Number.POSITIVE_INFINITY;
  for (const zone of zones) {
    const offset = offsetAt(zone, at);
    const local = at + offset;
    const ms = local - Math.floor(local / dayMs) * dayMs;
    if (ms < from * minuteMs || ms >= to * minuteMs) return 0;
    let closing = at + to * minuteMs - ms;
    if (offsetAt(zone, closing) !== offset) closing = closesAt(daily(zone, { from, to }), at, 2) ?? closing;
    if (closing < until) until = closing;
  }
  return until;
}

/**
 * The first instant from `at` on at which it is within the hours in every zone, going from opening to opening; `null` when
 * the zones have no such hour in common within so many days.
 */
export function opensInAll(
  zones: readonly string[],
  hours: Hours,
  at: number,
  withinDays: number,
): number | null {
  const limit = at + withinDays * dayMs;
  let then = at;
  for (let settled = false; !settled; ) {
    settled = true;
    for (const zone of zones) {
      const opens = opensInZone(zone, hours, then);
      if (opens === then) continue;
      if (opens > limit) return null;
      then = opens;
      settled = false;
    }
  }
  return then;
}

function opensInZone(zone: string, { from, to }: Hours, at: number): number {
  const offset = offsetAt(zone, at);
  const local = at + offset;
  const ms = local - Math.floor(local / dayMs) * dayMs;
  if (ms >= from * minuteMs && ms < to * minuteMs) return at;
  const opens = at + from * minuteMs - ms + (ms < from * minuteMs ? 0 : dayMs);
  if (offsetAt(zone, opens) === offset) return opens;
  // Clocks are set in between.
  return opensAt(daily(zone, { from, to }), at, 3) ?? Number.POSITIVE_INFINITY;
}

/** The same hours every day by the clock of a zone. */
function daily(zone: string, hours: Hours): Pattern {
  const spans = [hours];
  return spansIn(zone, () => spans);
}

// ---- hours of a weekday that may run past midnight -----------------------------------------------------------------

export type WeeklyHours = {
  /** 1 Monday to 7 Sunday; every day when there are none. */
  readonly days: readonly number[];
  /** Both ends missing: the whole day. `toMinute` at or before `fromMinute`: up to that minute of the next day. */
  readonly fromMinute: number | undefined;
  readonly toMinute: number | undefined;
};

/** The spans of each day that a weekly pattern covers; what runs past midnight belongs to the day it began on. */
export function spansOfWeek({ days, fromMinute, toMinute }: WeeklyHours): SpansOfDay {
  const from = fromMinute ?? 0;
  const to = toMinute ?? dayMinutes;
  const begins = (epochDay: number) => days.length === 0 || days.includes(weekdayOfEpochDay(epochDay));
  if (from < to) {
    const spans = [{ from, to }];
    return (epochDay) => (begins(epochDay) ? spans : []);
  }
  return (epochDay) => {
    const today = begins(epochDay);
    const yesterday = begins(epochDay - 1);
    if (today && yesterday && to >= from) return [{ from: 0, to: dayMinutes }];
    return [...(yesterday && to > 0 ? [{ from: 0, to }] : []), ...(today ? [{ from, to: dayMinutes }] : [])];
  };
}
