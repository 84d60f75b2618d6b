// The tables of places held against other sources, where their files are: the folder named by DUEBOOK_GEO_DATA, or
// `../shared/data/geo` beside the checkout. Without them these tests are skipped and say so.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { officialZoneOf } from '../../build/law/official-counties.ts';
import { sameTime } from '../../build/law/us-zones.ts';
import { root } from '../../build/runtime/places.ts';
import { isPlacelessAreaCode, placeOfAreaCode, placeOfZip } from '../../shared/rules/time/zone-lookup.ts';

const folder = process.env.DUEBOOK_GEO_DATA ?? path.join(root, '..', 'shared', 'data', 'geo');
const present = existsSync(path.join(folder, 'nanpa_npa_report_2025-11-26.csv'));
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

/** Fields of a line, with quoted ones. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

const skip = present ? '' : ` (skipped: no data in ${folder})`;

describe.skipIf(!present)(`the tables against other sources${skip}`, () => {
  it('the report of the numbering administrator: every code in service is known, in its state', () => {
    const rows = read('nanpa_npa_report_2025-11-26.csv').split(/\r?\n/).slice(2).map(fieldsOf);
    const wrong: string[] = [];
    let compared = 0;
    for (const row of rows) {
      const [code = '', use = '', location = '', country = '', inService = '', letter = ''] = [
        row[0],
        row[7],
        row[8],
        row[9],
        row[10],
        row[19],
      ];
      if (inService !== 'Y') continue;
      compared += 1;
      const place = placeOfAreaCode(code);
      if (use === 'N') {
        if (place !== null || !isPlacelessAreaCode(code)) wrong.push(`${code} has a place`);
        continue;
      }
      if (place === null) {
        wrong.push(`${code} ${location} not known`);
        continue;
      }
      if (country !== 'US') continue;
      const state = location === 'CNMI' ? 'MP' : location === 'USVI' ? 'VI' : location;
      if (!place.states.includes(state)) wrong.push(`${code} ${location}: ${place.states.join()}`);
      const named: Record<string, string> = { E: eastern, C: central, M: mountain, P: pacific };
      for (const each of /^[ECMP]+$/.test(letter) ? letter : '') {
        const zone = named[each] ?? '';
        const arizona = state === 'AZ' && each === 'M' && place.zones.includes('America/Phoenix');
        if (!place.zones.includes(zone) && !arizona) wrong.push(`${code} ${location} lacks ${each}`);
      }
    }
    expect(compared).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it('the map of libphonenumber: no prefix points outside the zones of its area code', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const line of read('libphonenumber_timezones_map_data.txt').split('\n')) {
      const [prefix = '', names = ''] = line.split('|');
      if (!/^1\d{3}/.test(prefix)) continue;
      compared += 1;
      const zones = placeOfAreaCode(prefix.slice(1, 4))?.zones ?? [];
      for (const name of names.trim().split('&'))
        if (!zones.includes(sameTime[name] ?? name)) wrong.push(`${prefix} ${name}`);
    }
    expect(compared).toBeGreaterThan(1500);
    expect(wrong).toEqual([]);
  });

  it('counties and their official zones: every ZIP code of a county has its zone', () => {
    const { zip_state_county: rows } = JSON.parse(read('us-zcta_zip_state_county.json')) as {
      zip_state_county: [zip: string, state: string, county: string][];
    };
    const wrong: string[] = [];
    let compared = 0;
    for (const [zip, state, full] of rows) {
      const zone = officialZoneOf(state, full);
      if (zone === null) continue;
      compared += 1;
      const place = placeOfZip(zip);
      if (!place?.zones.includes(zone)) wrong.push(`${zip} ${full} ${state} lacks ${zone}`);
      if (!place?.states.includes(state)) wrong.push(`${zip} ${state}: ${place?.states.join()}`);
    }
    expect(compared).toBeGreaterThan(8000);
    expect(wrong).toEqual([]);
  });
});
