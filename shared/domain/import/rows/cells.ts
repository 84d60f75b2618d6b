/** Cells of a row by their field: texts, sums and days, each read one way for the whole file. */
import { type Day, earliestDay, latestDay } from '../../days.ts';
import { type ImportField, importFields, importLimits, type Mapping, type Reading } from '../../import.ts';
import { parseMoney } from '../../money.ts';
import { plainLine } from '../../plain-line.ts';
import { readDay } from '../read-day.ts';
import type { Remarks, RowRefusalCode } from './remarks.ts';

export type RowCells = {
  readonly remarks: Remarks;
  /** The first column of a field; -1 when the file has none. */
  readonly at: Readonly<Record<ImportField, number>>;
  /** Every column of a field that several may feed. */
  all(field: ImportField): readonly number[];
  /** Begins a row. */
  take(cells: readonly string[]): void;
  /** One line of plain text; empty without a column. */
  text(column: number): string;
  /** As the file writes it, line ends and all. */
  raw(column: number): string;
  /** Cents of a cell; `null` for an empty one and, after a refusal, for one that cannot be read. */
  cents(column: number, fault: RowRefusalCode): number | null;
  /** A day within reason; `null` for an empty cell and, after a refusal, for one that is none. */
  day(column: number): Day | null;
};

const nothing: readonly number[] = [];

/** The mapping is looked up once; days already read are kept. */
export function makeCells(
  mapping: Mapping,
  reading: Pick<Reading, 'decimal' | 'dateOrder'>,
  remarks: Remarks,
): RowCells {
  const at = Object.fromEntries(importFields.map((field) => [field, mapping.indexOf(field)])) as Record<
    ImportField,
    number
  >;
  const columns = new Map<ImportField, number[]>();
  for (const [index, field] of mapping.entries()) {
    if (field === null) continue;
    const known = columns.get(field);
    if (known) known.push(index);
    else columns.set(field, [index]);
  }
  const days = new Map<string, Day | null>();
  let cells: readonly string[] = [];

  function dayOf(text: string): Day | null {
    let day = days.get(text);
    if (day === undefined) {
      day = readDay(text, reading.dateOrder);
      if (days.size < 50_000) days.set(text, day);
    }
    return day;
  }

  const row: RowCells = {
    remarks,
    at,
    all: (field) => columns.get(field) ?? nothing,
    take(next) {
      cells = next;
    },
    text: (column) => (column === -1 ? '' : plainText(cells[column] ?? '')),
    raw: (column) => (column === -1 ? '' : (cells[column] ?? '')),
    cents(column, fault) {
      const text = row.text(column);
      if (text === '') return null;
      const cents = readCents(text, reading.decimal);
      if (cents === null) remarks.refuse(fault, column, text);
      else if (Math.abs(cents) > importLimits.rowCents)
        remarks.refuse('amount_absurd', column, text, { mostCents: importLimits.rowCents });
      else return cents;
      return null;
    },
    day(column) {
      const text = row.text(column);
      if (text === '') return null;
      const day = dayOf(text);
      if (day === null) remarks.refuse('day_unreadable', column, text);
      else if (day < earliestDay || day > latestDay) remarks.refuse('day_out_of_range', column, text);
      else return day;
      return null;
    },
  };
  return row;
}

/** Most cells are plain and clean, and quick to see as such. */
const clean = /^[!-~](?:[ -~]*[!-~])?$/;

function plainText(text: string): string {
  return text === '' || clean.test(text) ? text : plainLine(text);
}

/** Cents of a plain `1234.50` without detours; anything else goes through the full reading. `null` if none. */
export function readCents(text: string, decimal: '.' | ','): number | null {
  const length = text.length;
  const sign = decimal === '.' ? 46 : 44;
  if (length >= 4 && length <= 12 && text.charCodeAt(length - 3) === sign) {
    let cents = 0;
    for (let index = 0; index < length; index += 1) {
      if (index === length - 3) continue;
      const digit = text.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) {
        cents = -1;
        break;
      }
      cents = cents * 10 + digit;
    }
    if (cents >= 0) return cents;
  }
  const read = parseMoney(text, decimal);
  return read.ok ? read.value : null;
}
