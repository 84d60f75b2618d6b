/**
 * Answers from the tables of places: which zones and states a ZIP code, an area code, a state or a country leaves open.
 * The tables are short texts; each is taken apart when it is first asked (some milliseconds) and every answer after that is
 * one step into an array or a map. An answer of several zones means: it may be any of them. `null` means: not known.
 */
import {
  areaCodeRows,
  callingCodeRows,
  countryRows,
  everyUsZoneSet,
  stateRows,
  zipKinds,
  zipRuns,
  zoneNames,
  zoneSets,
} from './zone-tables.ts';

export type Place = { readonly zones: readonly string[]; readonly states: readonly string[] };

/** Worked out when first asked. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const sets = once((): readonly (readonly string[])[] => {
  const names = words(zoneNames);
  return words(zoneSets).map((set) => set.split(',').map((index) => names[Number(index)] ?? ''));
});

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function zonesOfSet(number: string): readonly string[] {
  const zones = sets()[Number.parseInt(number, 36)];
  if (!zones) throw new RangeError('no such set of zones');
  return zones;
}

function statesOf(text: string): readonly string[] {
  return text === '' ? none : text.split('/');
}

const none: readonly string[] = [];

/** Zones of the fifty states, the District and the territories. */
export const everyUsZone: readonly string[] = zonesOfSet(everyUsZoneSet.trim());

// ---- ZIP codes ---------------------------------------------------------------------------------------------

type ZipTable = { readonly kinds: readonly (Place | null)[]; readonly kindOf: Uint16Array };

const zipTable = once((): ZipTable => {
  const kinds = words(zipKinds).map((kind) => {
    const [states = '', set = ''] = kind.split(':');
    return set === '' ? null : { zones: zonesOfSet(set), states: statesOf(states) };
  });
  const kindOf = new Uint16Array(100_000);
  let at = 0;
  for (const run of words(zipRuns)) {
    const [kind = '', count = '1'] = run.split('*');
    const end = at + Number.parseInt(count, 36);
    kindOf.fill(Number.parseInt(kind, 36), at, end);
    at = end;
  }
  return { kinds, kindOf };
});

/** By the five digits; codes nobody lists have what all of their first three digits have. `null`: no such area. */
export function placeOfZip(zip: string): Place | null {
  const { kinds, kindOf } = zipTable();
  const kind = kindOf[Number(zip)];
  return kind === undefined ? null : (kinds[kind] ?? null);
}

// ---- telephone numbers -------------------------------------------------------------------------------------

const areaCodes = once(
  (): ReadonlyMap<string, Place> =>
    new Map(
      words(areaCodeRows).map((row) => {
        const [code = '', set = '', states = ''] = row.split(':');
        return [code, { zones: zonesOfSet(set), states: statesOf(states) }];
      }),
    ),
);

/** Of the United States, Canada and the Caribbean. `null`: not in service, or newer than the table. */
export function placeOfAreaCode(code: string): Place | null {
  return areaCodes().get(code) ?? null;
}

export function everyAreaCode(): readonly string[] {
  return [...areaCodes().keys()];
}

/**
 * Codes that point nowhere: toll-free (47 CFR 52.101(f); 822 is the next to open), personal communications, carriers’ own,
 * premium, the federal government’s.
 */
export function isPlacelessAreaCode(code: string): boolean {
  return placeless.test(code);
}

const placeless = /^(8(00|22|33|44|55|66|77|88)|5(00|2[1-9]|32|33|38|44|66|77|88)|600|622|633|700|710|900)$/;

const callingCodes = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      words(callingCodeRows).map((row) => {
        const [code = '', set = ''] = row.split(':');
        return [code, zonesOfSet(set)];
      }),
    ),
);

/** Of a number abroad, digits from the calling code on; no calling code begins another. `null`: no country has it. */
export function zonesAbroad(digits: string): readonly string[] | null {
  const codes = callingCodes();
  for (let length = 1; length <= 3; length += 1) {
    const zones = codes.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return null;
}

// ---- states and countries ----------------------------------------------------------------------------------

const states = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      words(stateRows).map((row) => {
        const [code = '', set = ''] = row.split(':');
        return [code, zonesOfSet(set)];
      }),
    ),
);

/** Every zone of a state or territory, those kept only in practice too; `null` for one that does not exist. */
export function zonesOfState(code: string): readonly string[] | null {
  return states().get(code) ?? null;
}

const countries = once((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const row of countryRows.replace(/\s+/g, ' ').split(';')) {
    const [set = '', names = ''] = row.trim().split('=');
    if (set === '') continue;
    for (const name of names.split('|')) found.set(name, zonesOfSet(set));
  }
  return found;
});

/** By the name in English, some other names, or the two letters of ISO 3166, in any case. `null`: not known. */
export function zonesOfCountry(name: string): readonly string[] | null {
  const written = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'");
  return countries().get(written.trim().replace(/\s+/g, ' ').toUpperCase()) ?? null;
}
