// Which characters a WOFF2 font can draw, read from its character map. The `unicode-range` of a package's stylesheet says which
// characters a file was cut for; some of them the font has no glyph for, and those would print from whatever font the computer has.

import { brotliDecompressSync } from 'node:zlib';

/** The tables a WOFF2 names by a number, up to the last one read here; the character map is the first. */
const cmap = 0;
const glyf = 10;
const loca = 11;
const namedByTag = 63;
const headerBytes = 48;

/** The code points, ascending. Throws when the file is not a WOFF2 or has no character map of Unicode. */
export function charactersOf(woff2: Buffer): number[] {
  const map = tableOf(woff2);
  const found = new Set<number>();
  const tables = map.readUInt16BE(2);
  for (let table = 0; table < tables; table += 1) {
    const at = map.readUInt32BE(4 + table * 8 + 4);
    const format = map.readUInt16BE(at);
    if (format === 12) readGroups(map, at, found);
    else if (format === 4) readSegments(map, at, found);
  }
  if (found.size === 0) throw new Error('the font maps no character');
  return [...found].sort((one, other) => one - other);
}

/** The character map's bytes: the tables stand behind each other in one compressed stream. */
function tableOf(woff2: Buffer): Buffer {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2');
  const tables = woff2.readUInt16BE(12);
  const compressed = woff2.readUInt32BE(20);
  let at = headerBytes;
  const number = (): number => {
    let value = 0;
    for (let byte = 0; byte < 5; byte += 1) {
      const read = woff2.readUInt8(at);
      at += 1;
      value = value * 128 + (read & 127);
      if ((read & 128) === 0) return value;
    }
    throw new Error('a length of the WOFF2 does not end');
  };
  let offset = 0;
  let place: { from: number; to: number } | null = null;
  for (let table = 0; table < tables; table += 1) {
    const flags = woff2.readUInt8(at);
    at += 1;
    const tag = flags & 63;
    if (tag === namedByTag) at += 4;
    let length = number();
    // Outlines are packed unless their version says otherwise, other tables only when theirs does.
    const version = flags >> 6;
    if (tag === glyf || tag === loca ? version === 0 : version !== 0) length = number();
    if (tag === cmap) place = { from: offset, to: offset + length };
    offset += length;
  }
  if (place === null) throw new Error('the font has no character map');
  return brotliDecompressSync(woff2.subarray(at, at + compressed)).subarray(place.from, place.to);
}

function readGroups(map: Buffer, at: number, found: Set<number>): void {
  const groups = map.readUInt32BE(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const from = map.readUInt32BE(at + 16 + group * 12);
    const to = map.readUInt32BE(at + 20 + group * 12);
    for (let character = from; character <= to; character += 1) found.add(character);
  }
}

function readSegments(map: Buffer, at: number, found: Set<number>): void {
  const bytes = map.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let segment = 0; segment < bytes; segment += 2) {
    const to = map.readUInt16BE(ends + segment);
    const from = map.readUInt16BE(starts + segment);
    const delta = map.readUInt16BE(deltas + segment);
    const offset = map.readUInt16BE(offsets + segment);
    for (let character = from; character <= to && character < 0xffff; character += 1) {
      const glyph =
        offset === 0
          ? (character + delta) & 0xffff
          : map.readUInt16BE(offsets + segment + offset + (character - from) * 2);
      if (glyph !== 0) found.add(character);
    }
  }
}
