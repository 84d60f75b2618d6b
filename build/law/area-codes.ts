// Zones and states of each area code: the union over every longer prefix of it, because a number keeps its code when its
// owner crosses the line inside it, and the answer for the code alone names one side only (850 is Eastern and Central).

import { stateOfRegion } from '../../shared/rules/time/state-names.ts';
import { isPlacelessAreaCode } from '../../shared/rules/time/zone-lookup.ts';
import { sameTime } from './us-zones.ts';

export type AreaCode = { readonly zones: readonly string[]; readonly states: readonly string[] };

/**
 * Area codes in service, or announced, that the telephone map does not know yet, with one that serves the same area. From the
 * numbering administrator’s public report of 26 November 2025 (www.nanpa.com).
 */
export const overlays: Readonly<Record<string, string>> = {
  '357': '559',
  '436': '440',
  '457': '318',
  '465': '718',
  '471': '662',
  '483': '334',
  '565': '912',
  '621': '713',
  '624': '716',
  '679': '313',
  '729': '423',
  '761': '502',
  '837': '530',
  '861': '309',
  '924': '507',
};

/**
 * Zones the map lacks for a code that the numbering administrator’s report of 26 November 2025 gives it: overlays of codes
 * that span two zones, two that span them themselves, and one (689, Orlando) that the map has in the wrong zone.
 */
export const moreZones: Readonly<Record<string, string>> = {
  '364': 'America/Chicago',
  '448': 'America/Chicago',
  '458': 'America/Denver',
  '689': 'America/New_York',
  '915': 'America/Chicago',
  '931': 'America/New_York',
};

/** `Manhattan, NY`, `New York`, `Washington State`, `Washington D.C.`; `null` for a place in another country. */
function stateOf(place: string): string | null {
  const last = place.split(', ').at(-1) ?? '';
  return stateOfRegion(last === 'Washington State' ? 'WA' : last);
}

const territories: Readonly<Record<string, string>> = {
  '340': 'VI',
  '670': 'MP',
  '671': 'GU',
  '684': 'AS',
  '787': 'PR',
  '939': 'PR',
};

/** `zonesByPrefix`: E.164 digits to zones joined by `&`. `placesByPrefix`: digits behind the 1 to a place’s name. */
export function areaCodesOf(
  zonesByPrefix: ReadonlyMap<string, string>,
  placesByPrefix: ReadonlyMap<string, string>,
): Map<string, AreaCode> {
  const zones = new Map<string, Set<string>>();
  for (const [prefix, names] of zonesByPrefix) {
    if (!prefix.startsWith('1') || prefix.length < 4) continue;
    const found = zones.get(prefix.slice(1, 4)) ?? new Set();
    for (const name of names.split('&')) found.add(sameTime[name] ?? name);
    zones.set(prefix.slice(1, 4), found);
  }
  for (const [code, zone] of Object.entries(moreZones)) zones.get(code)?.add(zone);
  const states = new Map<string, Set<string>>();
  for (const [prefix, place] of placesByPrefix) {
    const state = stateOf(place);
    if (state === null) continue;
    const found = states.get(prefix.slice(0, 3)) ?? new Set();
    states.set(prefix.slice(0, 3), found.add(state));
  }
  for (const [code, state] of Object.entries(territories)) states.set(code, new Set([state]));
  for (const [code, known] of Object.entries(overlays)) {
    if (zones.has(code)) continue;
    const over = zones.get(known);
    if (!over) throw new Error(`the map does not know ${known}, which ${code} lies over`);
    zones.set(code, over);
    states.set(code, states.get(known) ?? new Set());
  }
  return new Map(
    [...zones]
      .filter(([code]) => !isPlacelessAreaCode(code))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, found]) => [
        code,
        { zones: [...found].sort(), states: [...(states.get(code) ?? [])].sort() },
      ]),
  );
}

/** Zones of every country by its calling code, the North American plan left out. */
export function callingCodesOf(
  zonesByPrefix: ReadonlyMap<string, string>,
  codes: readonly string[],
): Map<string, readonly string[]> {
  const zones = new Map<string, Set<string>>();
  for (const code of codes) if (code !== '1') zones.set(code, new Set());
  for (const [prefix, names] of zonesByPrefix) {
    // No calling code begins another, so that one to three digits find it.
    for (const length of [1, 2, 3]) {
      const found = zones.get(prefix.slice(0, length));
      if (found) for (const name of names.split('&')) found.add(name);
    }
  }
  return new Map(
    [...zones]
      .filter(([, found]) => found.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, found]) => [code, [...found].sort()]),
  );
}
