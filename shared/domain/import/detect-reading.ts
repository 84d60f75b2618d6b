/**
 * How a text is cut into a table: which sign parts the cells, on which line the columns are named, what stands
 * before the cents. Judged from the beginning of the file; the order of dates is judged from all of it
 * (`read-day.ts`).
 */
import { type DecimalSign, type Delimiter, delimiters, importLimits } from '../import.ts';
import { isKnownHeader } from './guess-columns.ts';
import { looksLikeDay } from './read-day.ts';
import { type Dialect, makeTableReader, standardDialect, type TableRecord } from './table-reader.ts';

export type Layout = {
  readonly delimiter: Delimiter;
  readonly dialect: Dialect;
  readonly headerLine: number;
  readonly records: TableRecord[];
};

/** A record cut off by the end of the sample is left out unless `whole`. */
function readAs(text: string, delimiter: Delimiter, dialect: Dialect, whole: boolean) {
  const records: TableRecord[] = [];
  // Wide rows are the user's to see refused with their count, not a reason to see no table.
  const limits = { ...importLimits, columns: Number.MAX_SAFE_INTEGER };
  let strays = 0;
  const take = (record: TableRecord) => {
    if (record.strayQuote) strays += 1;
    records.push(record);
  };
  const reader = makeTableReader(delimiter, limits, take, dialect);
  const fault = reader.push(text) ?? (whole ? reader.end() : null);
  return { records, strays, dialect, broken: fault?.kind === 'quote_open' };
}

export type SampleRead = { readonly records: TableRecord[]; readonly dialect: Dialect };

/**
 * Reads the records of a sample. Other marks than RFC 4180's are believed only where its own do not come out, or where cells stand
 * in apostrophes and none in quotation marks.
 */
export function readSample(text: string, delimiter: Delimiter, whole: boolean): SampleRead {
  const standard = readAs(text, delimiter, standardDialect, whole);
  if (standard.broken || standard.strays > 0) {
    if (!text.includes('\\"')) return standard;
    const escaped = readAs(text, delimiter, { mark: '"', backslash: true }, whole);
    return !escaped.broken && (standard.broken || escaped.strays < standard.strays) ? escaped : standard;
  }
  if (!text.includes("'") || countMarked(text, delimiter, "'") < 2) return standard;
  if (countMarked(text, delimiter, '"') > 0) return standard;
  const quoted = readAs(text, delimiter, { mark: "'", backslash: false }, whole);
  return quoted.strays * 20 <= quoted.records.length ? quoted : standard;
}

/** Cells that begin and end with the mark, within their line; a few hundred say enough. */
function countMarked(text: string, delimiter: Delimiter, mark: string): number {
  let count = 0;
  for (const line of text.slice(0, 65_536).split(/[\r\n]+/))
    for (const cell of line.split(delimiter)) {
      const word = cell.trim();
      if (word.length > 1 && word.startsWith(mark) && word.endsWith(mark)) count += 1;
    }
  return count;
}

function isBlank(record: TableRecord): boolean {
  return record.cells.every((cell) => cell.trim() === '');
}

/** The most frequent count of cells above one, and the share of filled records that have it. */
function commonWidth(records: readonly TableRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  const filled = records.filter((record) => !isBlank(record));
  for (const record of filled) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) {
    if (cells > 1 && (count > most || (count === most && cells > width))) {
      width = cells;
      most = count;
    }
  }
  return { width, share: filled.length === 0 ? 0 : most / filled.length };
}

/** Excel writes the sign it used on a line of its own: `sep=;`. */
export const statedSign = /^\ufeff?"?sep=(.)"?\r?\n?$/i;

/** So many of the delimiters are taken wherever they make columns. */
const usualDelimiters = 4;

/**
 * The layout, or `null` when no sign makes columns of the text. The sign that gives the most filled records
 * the same count of cells wins; the more columns, the better when two agree equally.
 */
export function detectLayout(text: string, whole: boolean): Layout | null {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const stated = statedSign.exec(firstLine)?.[1];
  let best: (SampleRead & { delimiter: Delimiter; score: number }) | null = null;
  for (const [index, delimiter] of delimiters.entries()) {
    const usual = index < usualDelimiters;
    if (!text.includes(delimiter)) continue;
    const read = readSample(text, delimiter, whole);
    const { records } = read;
    if (delimiter === stated) {
      best = { ...read, delimiter, score: Number.POSITIVE_INFINITY };
      break;
    }
    const { width, share } = commonWidth(records.slice(0, 500));
    if (width < 2 || share < 0.3) continue;
    const stray = records.filter((record) => record.strayQuote).length / records.length;
    const known = knownHeaders(records);
    // Times, lists and prose are full of the unusual ones; names of columns are not.
    const plain = known >= 0.4 ? 0.5 : 0.9;
    if (!usual && (width < 3 || share < plain || stray > 0 || records.length < 3)) continue;
    const score = share * (1 - stray) * (1 + Math.min(width, 12) / 24) * (usual ? 1 : 0.9) + known;
    if (best === null || score > best.score) best = { ...read, delimiter, score };
  }
  if (best === null) return null;
  const { delimiter, dialect, records } = best;
  return { delimiter, dialect, headerLine: findHeaderLine(records), records };
}

/** A header with names that mean something speaks for the sign that shows them. */
function knownHeaders(records: readonly TableRecord[]): number {
  let most = 0;
  for (const record of records.slice(0, 30)) most = Math.max(most, record.cells.filter(isKnownHeader).length);
  return Math.min(most, 5) / 5;
}

function isName(cell: string): boolean {
  const text = cell.trim();
  return /\p{L}/u.test(text) && text.length <= 60 && !looksLikeDay(text) && !/^[\d\s.,$()%+-]+$/.test(text);
}

/**
 * The line on which the columns are named: of the first 100 lines, the record with the most known names, else
 * the first one that is as wide as the table and holds only distinct names while rows below hold figures.
 * 0 when the table begins at once.
 */
export function findHeaderLine(records: readonly TableRecord[]): number {
  const { width } = commonWidth(records.slice(0, 500));
  const early = records.filter((record) => record.line <= 100 && !isBlank(record));
  let best: { line: number; known: number } | null = null;
  for (const record of early) {
    const names = record.cells.filter(isName);
    const known = record.cells.filter(isKnownHeader).length;
    if (
      known === 0 ||
      names.length < 2 ||
      names.length < record.cells.filter((cell) => cell.trim() !== '').length * 0.7
    )
      continue;
    // A row of values can hold one word that is also a name of a column; a header is as wide as its table.
    if (known < 2 && record.cells.length < width) continue;
    if (best === null || known > best.known) best = { line: record.line, known };
  }
  if (best) return best.line;
  for (const [index, record] of early.entries()) {
    if (record.cells.length < width) continue;
    const filled = record.cells.filter((cell) => cell.trim() !== '');
    if (filled.length < record.cells.length * 0.6 || !filled.every(isName)) return 0;
    if (new Set(filled).size !== filled.length) return 0;
    const below = early.slice(index + 1, index + 20);
    const figures = below.some((row) => row.cells.some((cell) => cell.trim() !== '' && !isName(cell)));
    return figures || below.length === 0 ? record.line : 0;
  }
  return 0;
}

/** Comma when sums are written `1.234,50` or `12,50` more often than with a full stop. */
export function detectDecimal(records: readonly TableRecord[], delimiter: Delimiter): DecimalSign {
  let comma = 0;
  let stop = 0;
  for (const record of records) {
    for (const cell of record.cells) {
      const text = cell.trim().replace(/^[($€\s-]+|[)€\s-]+$/g, '');
      if (/^(\d{1,3}(\.\d{3})+|\d+),\d{1,2}$/.test(text)) comma += 1;
      else if (/^(\d{1,3}(,\d{3})+|\d+)\.\d{1,2}$/.test(text)) stop += 1;
    }
  }
  return comma > stop && delimiter !== ',' ? ',' : comma > stop * 3 ? ',' : '.';
}
