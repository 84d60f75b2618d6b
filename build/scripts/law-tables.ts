// `npm run law-tables`: writes shared/rules/time/zone-tables.ts anew: which zones and states an area code, a ZIP code or a
// country points to. The packages it is made from are fetched by name, version and integrity and are no part of Duebook.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import { areaCodesOf, callingCodesOf } from '../law/area-codes.ts';
import { readTextDocument } from '../law/bson.ts';
import { countriesOf } from '../law/countries.ts';
import { checkSameTime } from '../law/same-time.ts';
import { tableSources } from '../law/sources.ts';
import { writeTables } from '../law/write-tables.ts';
import { type Point, zipClassesOf } from '../law/zip-codes.ts';
import { openZoneMap } from '../law/zone-polygons.ts';
import { unpackNpmPackage } from '../runtime/npm-package.ts';
import { outDir, root } from '../runtime/places.ts';
import { runCommand } from '../runtime/setup-error.ts';

type Located = { readonly latitude: number; readonly longitude: number };

/** Latitude and longitude 0 stand for “not known” in these lists. */
function centresOf(...places: readonly (Located | undefined)[]): Point[] {
  return places.flatMap((place) =>
    place && (place.latitude !== 0 || place.longitude !== 0)
      ? [{ latitude: place.latitude, longitude: place.longitude }]
      : [],
  );
}

await runCommand(async () => {
  checkSameTime();
  await mkdir(outDir, { recursive: true });
  const downloads = await mkdtemp(path.join(outDir, 'law-tables-'));
  try {
    const fetched = async (source: keyof typeof tableSources): Promise<string> => {
      const { name, version, integrity } = tableSources[source];
      const folder = path.join(downloads, source);
      await mkdir(folder);
      return unpackNpmPackage(`${name}@${version}`, folder, integrity);
    };
    const require = createRequire(import.meta.url);
    const phones = path.join(await fetched('phones'), 'resources');
    const zones = readTextDocument(await readFile(path.join(phones, 'timezones.bson')));
    const places = readTextDocument(await readFile(path.join(phones, 'geocodes', 'en', '1.bson')));
    const { codes } = require(path.join(await fetched('zips'), 'lib', 'codes.js')) as {
      codes: Record<string, Located & { state: string; country: string }>;
    };
    const areas = require(path.join(await fetched('areas'), 'object.js')) as Record<string, Located>;
    const { zip_state_county: rows } = JSON.parse(
      await readFile(path.join(await fetched('counties'), 'zip_state_county.json'), 'utf8'),
    ) as { zip_state_county: [zip: string, state: string, county: string][] };
    const counties = new Map(rows.map(([zip, state, name]) => [zip, { state, name }]));
    const map = openZoneMap(await fetched('zones'));
    const stateOf = require(path.join(await fetched('states'), 'zip-state.js')) as (
      zip: string,
    ) => string | null;

    const zips = new Map<
      string,
      { state: string; centres: Point[]; county?: { state: string; name: string } }
    >();
    const placed = (zip: string, state: string, centres: Point[]) => {
      const county = counties.get(zip);
      zips.set(zip, { state, centres, ...(county ? { county } : {}) });
    };
    for (const [zip, { state, country, latitude, longitude }] of Object.entries(codes)) {
      if (country === 'US' && /^\d{5}$/.test(zip))
        placed(zip, state, centresOf({ latitude, longitude }, areas[zip]));
    }
    for (const [zip, place] of Object.entries(areas)) {
      const state = stateOf(zip);
      if (!zips.has(zip) && state !== null) placed(zip, state, centresOf(place));
    }
    const callingCodes = getCountries().map((country) => getCountryCallingCode(country));
    const tables = writeTables({
      areaCodes: areaCodesOf(zones, places),
      callingCodes: callingCodesOf(zones, [...new Set<string>(callingCodes)]),
      countries: countriesOf(),
      zips: zipClassesOf({ zips, zonesAt: map.zonesAt, stateOf }),
    });
    map.close();
    const file = path.join(root, 'shared', 'rules', 'time', 'zone-tables.ts');
    await writeFile(file, tables);
    console.log(
      `The tables are in shared/rules/time/zone-tables.ts (${Math.round(tables.length / 1000)} kB).`,
    );
    return 0;
  } finally {
    await rm(downloads, { recursive: true, force: true });
  }
});
