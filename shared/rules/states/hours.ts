/** Hours of the day within which a state allows contact: only minutes that are within them on every clock count. */
import type { Finding } from '../rule.ts';
import { instantOfLocal, localEpochDay, localMinute } from '../time/local-time.ts';
import { spellMinute, spellMoment, spellZone } from './words.ts';

/** From the first minute up to, not including, the second; minutes from midnight. */
export type Hours = { readonly from: number; readonly to: number };

/** More nights than zones can lie apart. */
const mostSteps = 16;

/** The instant from which the clock of a zone is within the hours: `at` itself when it is now. */
function opensIn(zone: string, at: number, hours: Hours): number {
  const minute = localMinute(zone, at);
  if (minute >= hours.from && minute < hours.to) return at;
  const day = localEpochDay(zone, at);
  return instantOfLocal(zone, minute < hours.from ? day : day + 1, hours.from);
}

/** The first instant from `at` on that is within the hours everywhere; `null` when the clocks lie too far apart. */
export function opensAt(zones: readonly string[], at: number, hours: Hours): number | null {
  let now = at;
  for (let step = 0; step < mostSteps; step += 1) {
    let next = now;
    for (const zone of zones) next = Math.max(next, opensIn(zone, now, hours));
    if (next === now) return now;
    now = next;
  }
  return null;
}

/** The instant at which it stops being within the hours somewhere. */
function closesAt(zones: readonly string[], at: number, hours: Hours): number {
  let soonest = Number.POSITIVE_INFINITY;
  for (const zone of zones) {
    // The rest of today, even where the clock is set back before the end.
    soonest = Math.min(soonest, instantOfLocal(zone, localEpochDay(zone, at), hours.to));
  }
  return soonest;
}

/** `rule`: whose hours, as `Florida`. */
export function withinHours(zones: readonly string[], at: number, hours: Hours, rule: string): Finding {
  const opens = opensAt(zones, at, hours);
  if (opens === at) {
    const closes = closesAt(zones, at, hours);
    return closes > at ? { result: 'pass', until: closes } : { result: 'pass' };
  }
  return {
    result: 'block',
    text: () =>
      `${rule} allows this only between ${spellMinute(hours.from)} and ${spellMinute(hours.to)}. It is outside those hours on at least one clock the debtor may live by.`,
    facts: () =>
      zones
        .filter((zone) => opensIn(zone, at, hours) !== at)
        .map((zone) => ({
          name: `Time in ${spellZone(zone)}`,
          value: spellMoment(zone, at),
          source: '',
          ref: { kind: 'person_fact', name: 'zone' },
        })),
    clears: opens === null ? { waitsFor: 'the debtor’s time zone to be known' } : { at: opens },
  };
}
