/**
 * The finding of a rule that allows contact only at certain hours of the day, in every place the person may be. Used for the
 * federal hours and for those of states and of the office:
 *
 *     return hoursFinding({ view, at, hours: { from: 480, to: 1260 }, code: 'STATE_TIME_WINDOW', says: 'In Texas …' });
 *
 * `pass` carries the instant at which the first of the zones closes; an objection the first one at which all are open.
 */
import type { CaseView } from '../case-view.ts';
import type { Finding } from '../rule.ts';
import type { Clears, FactUsed } from '../verdict.ts';
import type { ZoneClue } from './places.ts';
import {
  allOf,
  anyOf,
  closesAt,
  type Hours,
  opensAt,
  opensInAll,
  openUntil,
  type Pattern,
  type SpansOfDay,
  spansIn,
} from './windows.ts';
import { clockWords, zoneWords } from './zone-words.ts';

export type HoursAsked = {
  readonly view: CaseView;
  readonly at: number;
  /** The same every day, or the open spans of a local day (days since 1970) for rules with Sundays or holidays. */
  readonly hours: Hours | SpansOfDay;
  /** When it is closed everywhere. */
  readonly code: string;
  /** When it is open in some of the zones; the same code when there is none. */
  readonly conflictCode?: string;
  /** A sentence of what the rule says. */
  readonly says: string;
  /** Also lawful while this is open, whatever the hour: a consent, an order. */
  readonly unless?: () => {
    readonly pattern: Pattern;
    readonly text: string;
    readonly facts: readonly FactUsed[];
  } | null;
};

/** So far ahead a common hour is looked for. */
const mostDays = 14;

export function hoursFinding(asked: HoursAsked): Finding {
  const { view, at, hours } = asked;
  const { zones } = view;
  if (typeof hours === 'function') {
    const patterns = zones.map((zone) => spansIn(zone, hours));
    const everywhere = allOf(patterns);
    if (everywhere.isOpen(at)) return openFinding(asked, closesAt(everywhere, at, mostDays));
    const isConflict = patterns.some((pattern) => pattern.isOpen(at));
    return closedFinding(asked, everywhere, opensAt(everywhere, at, mostDays), isConflict);
  }
  const until = openUntil(zones, hours, at);
  if (until > 0) return openFinding(asked, until);
  const isConflict = zones.some((zone) => openUntil([zone], hours, at) > 0);
  const everywhere = () => allOf(zones.map((zone) => spansIn(zone, () => [hours])));
  return closedFinding(asked, everywhere, opensInAll(zones, hours, at, mostDays), isConflict);
}

function closedFinding(
  asked: HoursAsked,
  everywhere: Pattern | (() => Pattern),
  opens: number | null,
  isConflict: boolean,
): Finding {
  const { view, at } = asked;
  const unless = asked.unless?.() ?? null;
  let open = opens;
  if (unless !== null) {
    const either = anyOf([typeof everywhere === 'function' ? everywhere() : everywhere, unless.pattern]);
    if (unless.pattern.isOpen(at)) {
      const until = closesAt(either, at, mostDays);
      const lifted = { result: 'pass', text: () => unless.text, facts: () => unless.facts } as const;
      return until === null ? lifted : { ...lifted, until };
    }
    open = opensAt(either, at, mostDays);
  }
  const clears: Clears = open === null ? { waitsFor: 'the debtor’s time zone to be recorded' } : { at: open };
  return {
    result: 'block',
    code: isConflict ? (asked.conflictCode ?? asked.code) : asked.code,
    text: () => closedText(asked, isConflict, open === null),
    facts: () => view.zoneClues.map(({ fact }) => fact),
    clears,
  };
}

function openFinding({ view, at, says }: HoursAsked, until: number | null): Finding {
  const found = {
    result: 'pass',
    text: () => `${clocksText(view.zoneClues, at)}. ${says}`,
    facts: () => view.zoneClues.map(({ fact }) => fact),
  } as const;
  return until === null ? found : { ...found, until };
}

function closedText({ view, at, says }: HoursAsked, isConflict: boolean, never: boolean): string {
  const why = isConflict ? ' It must be within those hours in every place the debtor may be.' : '';
  const stuck = never
    ? ' These places have no such hour in common: find out which one it is and record it.'
    : '';
  return `${clocksText(view.zoneClues, at)}. ${says}${why}${stuck}`;
}

/** No more places than this are named one by one. */
const mostNamed = 4;

/** `It is 7:40 AM Pacific time (Los Angeles), where the mobile number (213) 555-0144 points, and 9:40 AM Central time …` */
function clocksText(clues: readonly ZoneClue[], at: number): string {
  const byZone = new Map<string, string[]>();
  for (const { zones, fact } of clues)
    for (const zone of zones) byZone.set(zone, [...(byZone.get(zone) ?? []), pointsText(fact)]);
  const places = [...byZone];
  if (places.length > mostNamed) {
    const clocks = places.slice(0, mostNamed).map(([zone]) => clockInZone(zone, at));
    return `The debtor may be in any of ${places.length} time zones: it is ${list(clocks)}, and other hours elsewhere`;
  }
  return `It is ${list(places.map(([zone, points]) => `${clockInZone(zone, at)}, ${list([...new Set(points)])}`))}`;
}

function clockInZone(zone: string, at: number): string {
  return `${clockWords(zone, at)} ${zoneWords(zone)}`;
}

function pointsText({ name, value, source, ref }: FactUsed): string {
  if (ref?.kind === 'phone') return `where the ${name.toLowerCase()} ${value} points`;
  if (ref?.kind === 'address') return `where the ${name.toLowerCase()} ${value} is`;
  if (name === 'Lives in') return `where the debtor is said to live (${value})`;
  return source === '' ? 'where the debtor may be' : `which was recorded as the debtor’s (${source})`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
