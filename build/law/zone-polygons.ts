// The zone of a point by exact polygons: reads the data files of the package geo-tz, a tree of quarters of the world whose
// leaves name zones or hold the outlines of those that meet there, in the geobuf format (protocol buffers; each ring is
// written as differences). A coarser package was tried first: it put towns forty miles inside a zone into the next one.

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Point } from './zip-codes.ts';

/** A leaf: numbers of zones, or where their outlines stand in the file. */
type Leaf = readonly number[] | { readonly pos: number; readonly len: number };
type Branch = { readonly [quarter in 'a' | 'b' | 'c' | 'd']?: Branch | Leaf };

/** Longitude and latitude in turn. */
type Ring = readonly number[];
type Outline = { readonly zone: string; readonly polygons: readonly (readonly Ring[])[] };

// ---- protocol buffers --------------------------------------------------------------------------------------

class Reader {
  readonly #bytes: Buffer;
  at: number;
  readonly end: number;

  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.at = at;
    this.end = end;
  }

  number(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  /** Zigzag: 0, -1, 1, -2. */
  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? (value + 1) / -2 : value / 2;
  }

  part(): Reader {
    const length = this.number();
    const start = this.at;
    this.at += length;
    return new Reader(this.#bytes, start, this.at);
  }

  text(): string {
    const { at, end } = this.part();
    return this.#bytes.toString('utf8', at, end);
  }

  /** Calls for each field; what it does not read is passed over. */
  fields(read: (field: number, reader: Reader) => boolean): void {
    while (this.at < this.end) {
      const tag = this.number();
      if (read(tag >> 3, this)) continue;
      const kind = tag & 7;
      if (kind === 0) this.number();
      else if (kind === 1) this.at += 8;
      else if (kind === 2) this.part();
      else if (kind === 5) this.at += 4;
      else throw new Error(`not a geobuf file: wire type ${kind}`);
    }
  }
}

const [polygonType, multiPolygonType] = [4, 5];

function readRing(coordinates: Reader, points: number | null, scale: number): Ring {
  const ring: number[] = [];
  let [longitude, latitude] = [0, 0];
  for (let count = 0; points === null ? coordinates.at < coordinates.end : count < points; count += 1) {
    longitude += coordinates.signed();
    latitude += coordinates.signed();
    ring.push(longitude / scale, latitude / scale);
  }
  return ring;
}

function readPolygons(geometry: Reader, scale: number): Ring[][] {
  let type = 0;
  const lengths: number[] = [];
  let coordinates: Reader | null = null;
  geometry.fields((field, reader) => {
    if (field === 1) type = reader.number();
    else if (field === 2) for (const all = reader.part(); all.at < all.end; ) lengths.push(all.number());
    else if (field === 3) coordinates = reader.part();
    else return false;
    return true;
  });
  if (coordinates === null || (type !== polygonType && type !== multiPolygonType))
    throw new Error(`not an outline: geometry type ${type}`);
  if (lengths.length === 0) return [[readRing(coordinates, null, scale)]];
  if (type === polygonType) {
    const rings: Ring[] = [];
    for (const length of lengths) rings.push(readRing(coordinates, length, scale));
    return [rings];
  }
  const polygons: Ring[][] = [];
  let next = 1;
  for (let polygon = 0; polygon < (lengths[0] ?? 0); polygon += 1) {
    const rings: Ring[] = [];
    const count = lengths[next] ?? 0;
    for (let ring = 1; ring <= count; ring += 1)
      rings.push(readRing(coordinates, lengths[next + ring] ?? 0, scale));
    next += count + 1;
    polygons.push(rings);
  }
  return polygons;
}

function readOutline(feature: Reader, scale: number): Outline {
  let zone = '';
  let polygons: Ring[][] = [];
  feature.fields((field, reader) => {
    if (field === 1) polygons = readPolygons(reader.part(), scale);
    else if (field === 13)
      reader.part().fields((kind, value) => {
        if (kind !== 1) return false;
        zone = value.text();
        return true;
      });
    else return false;
    return true;
  });
  return { zone, polygons };
}

function readOutlines(bytes: Buffer): Outline[] {
  const outlines: Outline[] = [];
  let scale = 1_000_000;
  new Reader(bytes).fields((field, reader) => {
    if (field === 3) scale = 10 ** reader.number();
    else if (field === 4)
      reader.part().fields((kind, features) => {
        if (kind !== 1) return false;
        outlines.push(readOutline(features.part(), scale));
        return true;
      });
    else return false;
    return true;
  });
  return outlines;
}

// ---- points ------------------------------------------------------------------------------------------------

/** Even and odd: a ray from the point to the east crosses the ring so many times. */
function isInRing(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [xi = 0, yi = 0, xj = 0, yj = 0] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function isIn({ polygons }: Outline, x: number, y: number): boolean {
  return polygons.some(([outer, ...holes]) => {
    if (!outer || !isInRing(outer, x, y)) return false;
    return !holes.some((hole) => isInRing(hole, x, y));
  });
}

function isLeaf(found: Branch | Leaf): found is Leaf {
  return Array.isArray(found) || 'pos' in found;
}

export type ZoneMap = {
  /** The zones a point on land lies in: one as a rule, more where people disagree, none at sea. */
  readonly zonesAt: (point: Point) => readonly string[];
  readonly close: () => void;
};

/** `folder`: that of the unpacked package. */
export function openZoneMap(folder: string): ZoneMap {
  const index = JSON.parse(
    readFileSync(path.join(folder, 'data', 'timezones.geojson.index.json'), 'utf8'),
  ) as { timezones: string[]; lookup: Branch };
  const file = openSync(path.join(folder, 'data', 'timezones.geojson.geo.dat'), 'r');
  const read = new Map<number, Outline[]>();
  const outlinesAt = (pos: number, len: number): Outline[] => {
    let outlines = read.get(pos);
    if (!outlines) {
      const bytes = Buffer.alloc(len);
      readSync(file, bytes, 0, len, pos);
      outlines = readOutlines(bytes);
      read.set(pos, outlines);
    }
    return outlines;
  };
  const zonesAt = ({ latitude, longitude }: Point): readonly string[] => {
    let [top, bottom, left, right] = [89.9999, -89.9999, -179.9999, 179.9999];
    let branch = index.lookup;
    for (;;) {
      // The first cut is at 0, 0, which is the middle as well.
      const [middle, meridian] = [(top + bottom) / 2, (left + right) / 2];
      const [north, east] = [latitude >= middle, longitude >= meridian];
      if (north) bottom = middle;
      else top = middle;
      if (east) left = meridian;
      else right = meridian;
      const found = branch[north ? (east ? 'a' : 'b') : east ? 'd' : 'c'];
      if (!found) return [];
      if (!isLeaf(found)) {
        branch = found;
      } else if ('pos' in found) {
        return outlinesAt(found.pos, found.len)
          .filter((outline) => isIn(outline, longitude, latitude))
          .map(({ zone }) => zone);
      } else {
        return found.map((number) => index.timezones[number] ?? '');
      }
    }
  };
  return { zonesAt, close: () => closeSync(file) };
}
