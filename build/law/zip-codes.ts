// The zones and the state of each ZIP code. A ZIP code is an area, not a point, and some are as large as a county: besides
// both known centres a ring of points around them is asked, as far as half-way to the neighbours, and every zone met counts
// that is an official one of the state. So a code beside a zone line has both zones, which costs an hour of calling and
// never an unlawful call.

import { officialZoneOf } from './official-counties.ts';
import {
  clocksInPractice,
  everyUsZone,
  militaryStates,
  navajoZips,
  officialZones,
  sameTime,
} from './us-zones.ts';

export type Point = { readonly latitude: number; readonly longitude: number };

export type ZipFacts = {
  /** By ZIP code: the centre, when it is known, and the state. */
  readonly zips: ReadonlyMap<
    string,
    {
      readonly state: string;
      readonly centres: readonly Point[];
      /** The county, which may lie in another state, that a second list names for it. */
      readonly county?: { readonly state: string; readonly name: string };
    }
  >;
  readonly zonesAt: (point: Point) => readonly string[];
  /** Also answers for codes of a range that no list names; `null` when it knows none. */
  readonly stateOf: (zip: string) => string | null;
};

/** Empty zones: not known. */
export type ZipClass = { readonly states: readonly string[]; readonly zones: readonly string[] };

const kmPerDegree = 111.2;
/** How far around the centre other zones are looked for. */
const [leastKm, mostKm] = [3, 35];
const bearings = [0, 45, 90, 135, 180, 225, 270, 315];

function kmBetween(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * kmPerDegree;
  const east = (a.longitude - b.longitude) * kmPerDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

function pointAround({ latitude, longitude }: Point, km: number, bearing: number): Point {
  const angle = (bearing * Math.PI) / 180;
  return {
    latitude: latitude + (km * Math.cos(angle)) / kmPerDegree,
    longitude: longitude + (km * Math.sin(angle)) / (kmPerDegree * Math.cos((latitude * Math.PI) / 180)),
  };
}

type Centre = Point & { readonly zip: string; readonly state: string };

/** Finds what lies near a point without looking at everything: centres in cells of half a degree. */
class Neighbourhood {
  readonly #cells = new Map<string, Centre[]>();

  constructor(centres: readonly Centre[]) {
    for (const centre of centres) {
      const key = this.#key(Math.floor(centre.latitude * 2), Math.floor(centre.longitude * 2));
      const cell = this.#cells.get(key);
      if (cell) cell.push(centre);
      else this.#cells.set(key, [centre]);
    }
  }

  #key(row: number, column: number): string {
    return `${row}:${column}`;
  }

  /** Within at least half a degree, nearest first. */
  near(point: Point): { readonly km: number; readonly centre: Centre }[] {
    const row = Math.floor(point.latitude * 2);
    const column = Math.floor(point.longitude * 2);
    const found: { km: number; centre: Centre }[] = [];
    for (let r = row - 1; r <= row + 1; r += 1)
      for (let c = column - 1; c <= column + 1; c += 1)
        for (const centre of this.#cells.get(this.#key(r, c)) ?? [])
          found.push({ km: kmBetween(point, centre), centre });
    return found.sort((a, b) => a.km - b.km || (a.centre.zip < b.centre.zip ? -1 : 1));
  }
}

/** Half-way to the fourth place around, within bounds. */
function reachKm(around: readonly { readonly km: number }[]): number {
  const others = around.filter(({ km }) => km > 1);
  const km = (others[3] ?? others.at(-1))?.km ?? mostKm * 2;
  return Math.min(mostKm, Math.max(leastKm, km / 2));
}

/** The official zones of the state that the ZIP code’s area meets; empty when its place is not known. */
function zonesAround(
  facts: ZipFacts,
  neighbourhood: Neighbourhood,
  state: string,
  centres: readonly Point[],
): string[] {
  const official = officialZones[state] ?? [];
  const [only, ...others] = official;
  if (only !== undefined && others.length === 0) return [only];
  const zones = new Set<string>();
  const look = (point: Point) => {
    for (const zone of facts.zonesAt(point)) zones.add(sameTime[zone] ?? zone);
  };
  for (const centre of centres) {
    look(centre);
    const reach = reachKm(neighbourhood.near(centre));
    for (const km of [reach / 2, reach]) {
      for (const bearing of bearings) {
        const point = pointAround(centre, km, bearing);
        // Beyond the state’s border the zone says nothing about this code.
        if (neighbourhood.near(point)[0]?.centre.state === state) look(point);
      }
    }
  }
  return official.filter((zone) => zones.has(zone));
}

/** None for a county that a line divides: there the polygons decide. */
function zonesOfCounty(state: string, county: string): readonly string[] {
  const zone = officialZoneOf(state, county);
  return zone === null ? [] : [zone];
}

/** One a ZIP code from 00000 to 99999, in which codes nobody lists have the zones of all that share their first three digits. */
export function zipClassesOf(facts: ZipFacts): ZipClass[] {
  const centres = [...facts.zips].flatMap(
    ([
      zip,
      {
        state,
        centres: [first],
      },
    ]) => (first ? [{ zip, state, ...first }] : []),
  );
  const neighbourhood = new Neighbourhood(centres);
  const known = new Map<string, ZipClass>();
  const areas = new Map<string, { states: Set<string>; zones: Set<string> }>();
  for (const [zip, { state, centres: points, county }] of facts.zips) {
    if (militaryStates.includes(state)) {
      known.set(zip, { states: [], zones: everyUsZone });
      continue;
    }
    const zones = new Set(zonesAround(facts, neighbourhood, state, points));
    if (zip.startsWith('865') || navajoZips.includes(zip))
      for (const zone of officialZones.AZ ?? []) zones.add(zone);
    for (const place of clocksInPractice) if (place.zips.includes(zip)) zones.add(place.zone);
    // A code may reach into a county, or a state, beyond what its centre shows.
    if (county) for (const zone of zonesOfCounty(county.state, county.name)) zones.add(zone);
    const states = [...new Set([state, ...(county ? [county.state] : [])])].sort();
    known.set(zip, { states, zones: [...zones].sort() });
    const area = areas.get(zip.slice(0, 3)) ?? { states: new Set(), zones: new Set() };
    for (const each of states) area.states.add(each);
    for (const zone of zones) area.zones.add(zone);
    areas.set(zip.slice(0, 3), area);
  }
  return Array.from({ length: 100_000 }, (_, number) => {
    const zip = number.toString().padStart(5, '0');
    const listed = known.get(zip);
    if (listed && listed.zones.length > 0) return listed;
    const stated = facts.stateOf(zip);
    if (listed === undefined && stated !== null && militaryStates.includes(stated))
      return { states: [], zones: everyUsZone };
    const area = areas.get(zip.slice(0, 3));
    const states = new Set([...(listed?.states ?? area?.states ?? []), ...(stated === null ? [] : [stated])]);
    const zones = new Set(area?.zones);
    // A state the neighbours do not name brings its own zones.
    for (const state of states)
      if (zones.size === 0 || !area?.states.has(state))
        for (const zone of officialZones[state] ?? []) zones.add(zone);
    return { states: [...states].sort(), zones: [...zones].sort() };
  });
}
