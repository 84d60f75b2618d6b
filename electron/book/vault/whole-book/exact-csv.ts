/**
 * Tables as text that loses nothing. UTF-8, one record a line ended by CR LF, cells parted by commas:
 *
 * - nothing at all is an empty cell: `a,,b`;
 * - a text always stands in quotation marks, doubled within, whatever else is in it: `""` is the empty text;
 * - an integer is its digits, up to 64 bits;
 * - bytes are `\x` and hexadecimal digits.
 *
 * The first record names the columns. One book gives one file, byte for byte: so a file's SHA-256 stands for the rows.
 */
import type { ColumnType, ExactValue } from '../../store/queries/whole-book.ts';

export function exactHeader(columns: readonly string[]): string {
  return `${columns.map((name) => textCell(name)).join(',')}\r\n`;
}

export function exactRow(row: readonly ExactValue[]): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += ',';
    const value = row[index];
    if (value === null || value === undefined) continue;
    if (typeof value === 'string') line += textCell(value);
    else if (typeof value === 'bigint') line += value.toString();
    else line += `\\x${value.toString('hex')}`;
  }
  return `${line}\r\n`;
}

function textCell(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}

/** Why a table cannot be read: the record, from 1, and what is wrong in it. */
export class InexactTable extends Error {
  constructor(record: number, what: string) {
    super(`record ${record}: ${what}`);
  }
}

const quote = 34;
const comma = 44;
const carriageReturn = 13;
const lineFeed = 10;
const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;

/**
 * Reads a whole table. `types` tells what each column holds; the header must name exactly `columns`. Throws `InexactTable` for
 * anything that is not as `exactRow` writes it.
 */
export function readExactTable(
  bytes: Uint8Array,
  columns: readonly string[],
  types: readonly ColumnType[],
  onRow: (row: ExactValue[]) => void,
): void {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let at = 0;
  let record = 1;

  function text(from: number, to: number): string {
    try {
      return decoder.decode(bytes.subarray(from, to));
    } catch {
      throw new InexactTable(record, 'not UTF-8');
    }
  }

  /** The next cell; leaves `at` behind it. */
  function cell(): { readonly quoted: boolean; readonly text: string } {
    if (bytes[at] === quote) {
      const from = at + 1;
      let doubled = false;
      for (let search = from; ; ) {
        const close = bytes.indexOf(quote, search);
        if (close === -1) throw new InexactTable(record, 'a quotation mark that is not closed');
        if (bytes[close + 1] === quote) {
          doubled = true;
          search = close + 2;
          continue;
        }
        at = close + 1;
        const value = text(from, close);
        return { quoted: true, text: doubled ? value.replaceAll('""', '"') : value };
      }
    }
    const from = at;
    while (at < bytes.length) {
      const byte = bytes[at];
      if (byte === comma || byte === carriageReturn) break;
      if (byte === quote || byte === lineFeed) throw new InexactTable(record, 'a sign out of place');
      at += 1;
    }
    return { quoted: false, text: text(from, at) };
  }

  function line(): { readonly quoted: boolean; readonly text: string }[] {
    const cells = [cell()];
    while (bytes[at] === comma) {
      at += 1;
      cells.push(cell());
    }
    if (bytes[at] !== carriageReturn || bytes[at + 1] !== lineFeed)
      throw new InexactTable(record, 'no end of line where one must be');
    at += 2;
    return cells;
  }

  const header = line();
  if (header.length !== columns.length || header.some(({ text: name }, index) => name !== columns[index]))
    throw new InexactTable(record, 'other columns than the description names');
  while (at < bytes.length) {
    record += 1;
    const cells = line();
    if (cells.length !== columns.length) throw new InexactTable(record, `${cells.length} cells`);
    onRow(cells.map(({ quoted, text: value }, index) => exactValueOf(quoted, value, types[index], record)));
  }
}

function exactValueOf(
  quoted: boolean,
  text: string,
  type: ColumnType | undefined,
  record: number,
): ExactValue {
  if (quoted) {
    if (type !== 'text') throw new InexactTable(record, 'a text where none can be');
    return text;
  }
  if (text === '') return null;
  if (type === 'integer' && /^-?\d{1,19}$/.test(text)) {
    const value = BigInt(text);
    if (value >= least && value <= most) return value;
  }
  if (type === 'blob' && /^\\x(?:[0-9a-f]{2})*$/.test(text)) return Buffer.from(text.slice(2), 'hex');
  throw new InexactTable(record, `not ${type === 'integer' ? 'an integer' : `a value of type ${type}`}`);
}
