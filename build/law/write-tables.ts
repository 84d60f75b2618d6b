// Writes the tables as TypeScript: short texts that `shared/rules/time/zone-lookup.ts` takes apart when first asked.

import type { AreaCode } from './area-codes.ts';
import { type Country, numberingPlanZones } from './countries.ts';
import { tableSources } from './sources.ts';
import { clocksInPractice, everyUsZone, officialZones } from './us-zones.ts';
import type { ZipClass } from './zip-codes.ts';

export type Tables = {
  readonly areaCodes: ReadonlyMap<string, AreaCode>;
  /** Calling code to zones. */
  readonly callingCodes: ReadonlyMap<string, readonly string[]>;
  readonly countries: readonly Country[];
  /** From 00000 to 99999. */
  readonly zips: readonly ZipClass[];
};

/** Numbers things in the order they come. */
class Numbering {
  readonly items: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(item: string): number {
    const known = this.#numbers.get(item);
    if (known !== undefined) return known;
    this.#numbers.set(item, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }
}

const lineLength = 108;

/** A text in lines, broken where `words` are. */
function lines(words: readonly string[]): string {
  const written: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > lineLength) {
      written.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...written, line].join('\n');
}

function constant(comment: string, name: string, words: readonly string[]): string {
  return `/** ${comment} */\nexport const ${name} = \`\n${lines(words)}\n\`;\n`;
}

/** ` class*count` for each run, both in base 36; `*1` is left out. */
function runsOf(classes: readonly number[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at < classes.length; ) {
    let end = at + 1;
    while (end < classes.length && classes[end] === classes[at]) end += 1;
    const [kind, count] = [(classes[at] ?? 0).toString(36), (end - at).toString(36)];
    runs.push(end - at === 1 ? kind : `${kind}*${count}`);
    at = end;
  }
  return runs;
}

function sourcesText(): string {
  return Object.values(tableSources)
    .map(({ name, version, licence, gives }) => ` *   ${name} ${version} (${licence}): ${gives}`)
    .join('\n');
}

/** The zones of each state, official ones and those kept in practice. */
function zonesOfStates(zips: readonly ZipClass[]): [string, string[]][] {
  const zones = new Map(Object.entries(officialZones).map(([state, official]) => [state, new Set(official)]));
  for (const place of clocksInPractice)
    for (const zip of place.zips)
      for (const state of zips[Number(zip)]?.states ?? []) zones.get(state)?.add(place.zone);
  return [...zones].map(([state, found]) => [state, [...found].sort()]);
}

export function writeTables({ areaCodes, callingCodes, countries, zips }: Tables): string {
  const zones = new Numbering();
  const sets = new Numbering();
  for (const zone of everyUsZone) zones.of(zone);
  const setOf = (names: readonly string[]) =>
    sets
      .of(
        names
          .map((name) => zones.of(name))
          .sort((a, b) => a - b)
          .join(','),
      )
      .toString(36);
  const kinds = new Numbering();
  // The first class is that of codes nobody knows.
  kinds.of(':');
  const every = setOf(everyUsZone);
  const classes = zips.map(({ states, zones: found }) =>
    kinds.of(found.length === 0 ? ':' : `${states.join('/')}:${setOf(found)}`),
  );
  const areas = [...areaCodes].map(
    ([code, { zones: found, states }]) => `${code}:${setOf(found)}:${states.join('/')}`,
  );
  const calling = [...callingCodes].map(([code, found]) => `${code}:${setOf(found)}`);
  const abroad = countries.map(({ code, callingCode, names }) => {
    const found = numberingPlanZones[code] ?? callingCodes.get(callingCode);
    if (!found) throw new Error(`no zones for ${code}`);
    return `${setOf(found)}=${names.join('|')};`;
  });
  const states = zonesOfStates(zips).map(([state, found]) => `${state}:${setOf(found)}`);
  return [
    `/**
 * Which zones and states an area code, a ZIP code or a country points to. Written by \`npm run law-tables\`; not to be
 * changed by hand: the hand-kept parts stand in build/law. Made from
${sourcesText()}
 * whose notices are in NOTICES.md beside this file. \`zone-lookup.ts\` reads it and says what the texts mean.
 */
`,
    constant(
      'IANA names. Zones of the United States that tell the same time are written as one.',
      'zoneNames',
      zones.items,
    ),
    constant(
      'Sets of zones by their place in the list above, named below by their own place, base 36.',
      'zoneSets',
      sets.items,
    ),
    constant('The set of every zone of the United States.', 'everyUsZoneSet', [every]),
    constant('Area code, set of zones, states.', 'areaCodeRows', areas),
    constant('Calling code and set of zones, the North American plan left out.', 'callingCodeRows', calling),
    constant('Set of zones and the names of a country.', 'countryRows', abroad),
    constant('State or territory and its set of zones.', 'stateRows', states),
    constant(
      'Kinds of ZIP codes: states and set of zones; the first is the unknown.',
      'zipKinds',
      kinds.items,
    ),
    constant(
      'The kind of each ZIP code from 00000 to 99999: runs of kind and length, base 36.',
      'zipRuns',
      runsOf(classes),
    ),
  ].join('\n');
}
