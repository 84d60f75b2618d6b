// The parts that make the tables of places, on small inputs written here: no network.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaCodesOf, callingCodesOf, overlays } from '../../build/law/area-codes.ts';
import { readTextDocument } from '../../build/law/bson.ts';
import { countriesOf } from '../../build/law/countries.ts';
import { officialZoneOf } from '../../build/law/official-counties.ts';
import { checkSameTime } from '../../build/law/same-time.ts';
import { everyUsZone } from '../../build/law/us-zones.ts';
import { type Point, zipClassesOf } from '../../build/law/zip-codes.ts';
import { openZoneMap, type ZoneMap } from '../../build/law/zone-polygons.ts';

const eastern = 'America/New_York';
const central = 'America/Chicago';

/** A BSON document of texts. */
function bson(fields: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(fields).map(([name, text]) => {
    const length = Buffer.alloc(4);
    length.writeInt32LE(Buffer.byteLength(text) + 1);
    return Buffer.concat([Buffer.from([2]), Buffer.from(`${name}\0`), length, Buffer.from(`${text}\0`)]);
  });
  const body = Buffer.concat([...parts, Buffer.from([0])]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(body.length + 4);
  return Buffer.concat([size, body]);
}

describe('the telephone map', () => {
  it('is read field by field', () => {
    expect([...readTextDocument(bson({ '44': 'Europe/London', '1850': 'a&b', ü: 'ß' }))]).toEqual([
      ['44', 'Europe/London'],
      ['1850', 'a&b'],
      ['ü', 'ß'],
    ]);
  });

  it('with another kind of field is refused', () => {
    const document = bson({ a: 'b' });
    document[4] = 16;
    expect(() => readTextDocument(document)).toThrow('not a text field');
  });

  const everyOverlaid = Object.values(overlays).map((code) => [`1${code}`, eastern] as const);
  const zones = new Map([
    ...everyOverlaid,
    ['1850', eastern],
    ['1850234', central],
    ['1219', 'America/Indiana/Knox'],
    ['1800', eastern],
    ['44', 'Europe/London'],
    ['4420', 'Europe/Jersey'],
    ['1', 'nothing for an area code'],
  ]);
  const places = new Map([
    ['850', 'Florida'],
    ['202', 'Washington D.C.'],
    ['206', 'Washington State'],
    ['219', 'Gary, IN'],
    ['416', 'Ontario'],
  ]);

  it('gives an area code the zones of all longer prefixes, and its states', () => {
    const codes = areaCodesOf(zones, places);
    expect(codes.get('850')).toEqual({ zones: [central, eastern], states: ['FL'] });
    expect(codes.get('219')).toEqual({ zones: [central], states: ['IN'] });
  });

  it('gives a new code what the one it lies over has, and a code without a place nothing', () => {
    const codes = areaCodesOf(zones, places);
    for (const code of Object.keys(overlays)) expect(codes.get(code)?.zones).toEqual([eastern]);
    expect(codes.has('800')).toBe(false);
    expect(() => areaCodesOf(new Map([['1212', eastern]]), places)).toThrow('the map does not know');
  });

  it('gives a calling code the zones of all prefixes of the country', () => {
    expect([...callingCodesOf(zones, ['1', '44', '49'])]).toEqual([
      ['44', ['Europe/Jersey', 'Europe/London']],
    ]);
  });
});

describe('countries', () => {
  it('are named in capitals, without marks, in several ways', () => {
    const names = new Map(countriesOf().map(({ code, names: all }) => [code, all]));
    expect(names.get('MX')).toEqual(expect.arrayContaining(['MX', 'MEXICO']));
    expect(names.get('GB')).toEqual(expect.arrayContaining(['UNITED KINGDOM', 'ENGLAND', 'UK']));
    expect(names.has('US')).toBe(false);
  });
});

describe('zones written as one', () => {
  it('tell the same time', () => {
    expect(checkSameTime).not.toThrow();
  }, 120_000);
});

// ---- outlines ----------------------------------------------------------------------------------------------

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function zigzag(value: number): number[] {
  return varint(value < 0 ? -2 * value - 1 : 2 * value);
}

function field(number: number, bytes: readonly number[]): number[] {
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

/** A ring of corners in tenths of a degree, written as differences. */
function ring(corners: readonly (readonly [longitude: number, latitude: number])[]): number[] {
  let [x, y] = [0, 0];
  return corners.flatMap(([longitude, latitude]) => {
    const bytes = [...zigzag(longitude - x), ...zigzag(latitude - y)];
    [x, y] = [longitude, latitude];
    return bytes;
  });
}

function feature(
  zone: string,
  type: number,
  lengths: readonly number[],
  coordinates: readonly number[],
): number[] {
  const geometry = [
    ...varint(8),
    type,
    ...(lengths.length > 0 ? field(2, lengths.flatMap(varint)) : []),
    ...field(3, coordinates),
  ];
  const text = [...Buffer.from(zone)];
  return field(1, [...field(1, geometry), ...field(13, field(1, text)), ...field(14, [0, 0])]);
}

const square = (from: number, to: number): [number, number][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
];

describe('the map of zones', () => {
  let folder: string;
  let map: ZoneMap;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zone-map-'));
    await mkdir(path.join(folder, 'data'));
    const features = [
      // A square with a hole, in the hole another zone, and a zone of two squares.
      ...feature('Zone/Ring', 4, [4, 4], [...ring(square(10, 200)), ...ring(square(50, 100))]),
      ...feature('Zone/Hole', 4, [], ring(square(50, 100))),
      ...feature('Zone/Two', 5, [2, 1, 4, 1, 4], [...ring(square(300, 310)), ...ring(square(320, 330))]),
    ];
    const bytes = Buffer.from([
      ...field(1, [...Buffer.from('tzid')]),
      ...varint(24),
      1,
      ...field(4, features),
    ]);
    await writeFile(
      path.join(folder, 'data', 'timezones.geojson.geo.dat'),
      Buffer.concat([Buffer.from('xx'), bytes]),
    );
    const index = { timezones: ['Zone/Whole'], lookup: { a: { pos: 2, len: bytes.length }, b: { c: [0] } } };
    await writeFile(path.join(folder, 'data', 'timezones.geojson.index.json'), JSON.stringify(index));
    map = openZoneMap(folder);
  });

  afterAll(async () => {
    map.close();
    await rm(folder, { recursive: true });
  });

  const at = (longitude: number, latitude: number) => map.zonesAt({ longitude, latitude });

  it('tells outside, inside, holes and parts of a zone', () => {
    expect(at(2, 2)).toEqual(['Zone/Ring']);
    expect(at(7, 7)).toEqual(['Zone/Hole']);
    expect(at(30.5, 30.5)).toEqual(['Zone/Two']);
    expect(at(32.5, 32.5)).toEqual(['Zone/Two']);
    expect(at(31.5, 31.5)).toEqual([]);
    expect(at(0.5, 0.5)).toEqual([]);
  });

  it('takes whole quarters from the index', () => {
    // North and west, then south and west of its middle.
    expect(at(-120, 20)).toEqual(['Zone/Whole']);
    expect(at(-20, 20)).toEqual([]);
    expect(at(20, -20)).toEqual([]);
  });
});

describe('the official zone of a county', () => {
  it.each([
    ['IN', 'Perry County', central],
    ['IN', 'Crawford County', eastern],
    ['TN', 'Hamilton County', eastern],
    ['TN', 'Marion County', central],
    ['TX', 'El Paso County', 'America/Denver'],
    ['TX', 'Culberson County', null],
    ['OR', 'Malheur County', null],
    ['OR', 'Lane County', 'America/Los_Angeles'],
    ['NY', 'Kings County', eastern],
    // Not divided by counties.
    ['AZ', 'Navajo County', null],
    ['AK', 'Aleutians West Census Area', null],
  ])('%s, %s: %s', (state, county, zone) => {
    expect(officialZoneOf(state, county)).toBe(zone);
  });
});

// ---- ZIP codes ---------------------------------------------------------------------------------------------

describe('the zones of ZIP codes', () => {
  // Tennessee with a line at 85° west; Ohio beside it, whose zone is one and needs no map.
  const zonesAt = ({ longitude }: Point) => [longitude < -85 ? central : eastern];
  const places: [zip: string, state: string, longitude: number][] = [
    ['37000', 'TN', -87],
    ['37001', 'TN', -86.9],
    ['37002', 'TN', -85.05],
    ['37100', 'TN', -84],
    ['37101', 'TN', -84.1],
    ['45000', 'OH', -84.2],
    ['09001', 'AE', 10],
  ];
  const zips = new Map(
    places.map(([zip, state, longitude]) => [zip, { state, centres: [{ longitude, latitude: 36 }] }]),
  );
  const stateOf = (zip: string) => (zip.startsWith('09') ? 'AE' : zip.startsWith('99') ? 'AK' : null);
  const classes = zipClassesOf({ zips, zonesAt, stateOf });
  const of = (zip: string) => classes[Number(zip)];

  it('are those of their centre, and of what lies around it', () => {
    expect(of('37000')).toEqual({ states: ['TN'], zones: [central] });
    expect(of('37100')).toEqual({ states: ['TN'], zones: [eastern] });
    expect(of('37002')).toEqual({ states: ['TN'], zones: [central, eastern] });
    expect(of('45000')).toEqual({ states: ['OH'], zones: [eastern] });
  });

  it('of a code nobody lists are those of its first three digits', () => {
    expect(of('37099')).toEqual({ states: ['TN'], zones: [central, eastern] });
    expect(of('37199')).toEqual({ states: ['TN'], zones: [eastern] });
  });

  it('have the official zone of a county they reach into, and its state', () => {
    const county = { state: 'KY', name: 'Warren County' };
    const reaching = new Map([['45000', { state: 'OH', centres: [], county }]]);
    const found = zipClassesOf({ zips: reaching, zonesAt, stateOf })[45_000];
    expect(found).toEqual({ states: ['KY', 'OH'], zones: [central, eastern] });
  });

  it('of a range only the list of states knows are those of the state', () => {
    expect(of('99999')).toEqual({ states: ['AK'], zones: ['America/Adak', 'America/Anchorage'] });
  });

  it('of the forces are all, in no state; of nothing, none', () => {
    expect(of('09001')).toEqual({ states: [], zones: everyUsZone });
    expect(of('09999')).toEqual({ states: [], zones: everyUsZone });
    expect(of('60601')).toEqual({ states: [], zones: [] });
  });
});
