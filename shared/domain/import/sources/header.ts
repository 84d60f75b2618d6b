/**
 * The record that names the columns: found by what its names mean, wherever it stands, and asked for a column by any of the names
 * that one goes by.
 */
import { type Day, isDay } from '../../days.ts';
import { normaliseHeader } from '../guess-columns.ts';
import { readDay } from '../read-day.ts';
import { inEnglish } from './foreign-names.ts';
import { isBlankRecord, type RawRecord, type ShapeAsked, type ShapeSink } from './shape.ts';

/** Titles end and the table begins within so many records. */
const headerWithin = 60;

export type Header = {
  readonly line: number;
  /** As written, without blanks around. */
  readonly cells: readonly string[];
  /** As compared: small letters, words parted by one blank, in English. */
  readonly names: readonly string[];
  /** What stands above it, one text a record. */
  readonly titles: readonly string[];
};

/** A name of a column as sources are compared by. */
export function headerName(cell: string): string {
  return inEnglish(normaliseHeader(cell));
}

export function headerOf(beginning: readonly RawRecord[], index: number): Header {
  const record = beginning[index];
  const cells = (record?.cells ?? []).map((cell) => cell.trim());
  return {
    line: record?.line ?? 0,
    cells,
    names: cells.map(headerName),
    titles: beginning
      .slice(0, index)
      .filter((above) => !isBlankRecord(above.cells))
      .map(textOfRecord),
  };
}

/** The first record whose names fit; `null` without one. */
export function findHeader(
  beginning: readonly RawRecord[],
  fits: (names: readonly string[], cells: readonly string[]) => boolean,
): Header | null {
  const most = Math.min(headerWithin, beginning.length);
  for (let index = 0; index < most; index += 1) {
    const record = beginning[index];
    if (record === undefined || record.stray || isBlankRecord(record.cells)) continue;
    if (fits(record.cells.map(headerName), record.cells)) return headerOf(beginning, index);
  }
  return null;
}

/** The header on the line a reading says; an empty one when none stands there. */
export function headerAsked({ beginning, headerLine }: ShapeAsked): Header {
  return headerOf(
    beginning,
    beginning.findIndex((record) => record.line >= headerLine && headerLine > 0),
  );
}

/** Position of the first of these names that a column bears; -1 for none. */
export function columnOf(names: readonly string[], wanted: readonly string[]): number {
  for (const name of wanted) {
    const at = names.indexOf(name);
    if (at !== -1) return at;
  }
  return -1;
}

export function textOfRecord({ cells }: RawRecord): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
    .slice(0, 200);
}

/** Tells the sink about the lines above the header; true while they last. */
export function makeTitles(header: Header, sink: ShapeSink): (record: RawRecord) => boolean {
  let past = header.line === 0;
  return (record) => {
    if (past) return false;
    if (record.line >= header.line) past = true;
    else if (!isBlankRecord(record.cells))
      sink.skip({ line: record.line, why: 'title', text: textOfRecord(record) });
    return true;
  };
}

export function sameAsHeader(cells: readonly string[], header: Header): boolean {
  if (header.line === 0) return false;
  return header.cells.every((cell, index) => (cells[index] ?? '').trim() === cell);
}

/** The columns that gave a source away, as a sentence lists them. */
export function quoted(header: Header, names: readonly string[]): string {
  const shown = names
    .map((name) => header.cells[header.names.indexOf(name)] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, 4)
    .map((cell) => `“${cell.slice(0, 40)}”`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

const asOfWords =
  /\b(?:as of|as at|through|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^-–]*[-–])\s*:?\s*(.+)$/i;

/** The day a title says the table stands for: `As of November 22, 2026`. */
export function asOfDay(titles: readonly string[]): Day | null {
  for (const title of titles) {
    const said = asOfWords.exec(title)?.[1]?.trim();
    if (said === undefined) continue;
    const day = readDay(said, 'mdy') ?? readDay(said.replace(/^[a-z]+,\s*/i, ''), 'mdy');
    if (day !== null && isDay(day)) return day;
  }
  return null;
}
