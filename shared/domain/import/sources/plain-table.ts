/**
 * A table nobody recognised. What stands above the header is a title, what adds the rows up is a total, and where rows stand in
 * sections under a head in a column of their own, each row gets its section's name there. Everything else is a row.
 */
import { type DecimalSign, importLimits } from '../../import.ts';
import { readCents } from '../rows/cells.ts';
import { textOfRecord } from './header.ts';
import { totalOf } from './report.ts';
import { isBlankRecord, type RawRecord, type ShapeAsked, type ShapeSink, type SourceShape } from './shape.ts';

/** Records the layout is judged by. */
const judged = 500;

export const plainTable: SourceShape = {
  source: 'table',
  recognise: () => null,
  open({ beginning, headerLine, decimal }: ShapeAsked, sink: ShapeSink) {
    const header = headerLine === 0 ? undefined : beginning.find((record) => record.line >= headerLine);
    const below = beginning.filter(
      (record) => record.line >= headerLine && record !== header && !isBlankRecord(record.cells),
    );
    const width = Math.min(
      importLimits.columns,
      header ? header.cells.length : below.reduce((most, record) => Math.max(most, record.cells.length), 0),
    );
    const early = below.slice(0, judged);
    const sums = makeSums(early, width, decimal);
    const sectionAt = header === undefined ? -1 : sectionColumn(early, width);
    let section: string | null = null;
    const nameOf = (index: number) => (header?.cells[index] ?? '').trim();
    const columns = Array.from({ length: width }, (_, index) => ({
      name: nameOf(index) === '' && index === sectionAt ? 'Section' : nameOf(index),
      field: null,
    }));
    let pastHeader = headerLine === 0;

    /** Tells a total and what it stands for; false for a line that is none. */
    function takeTotal(record: RawRecord): boolean {
      const at = record.cells.findIndex((cell) => cell.trim() !== '');
      const of = totalOf((record.cells[at] ?? '').trim());
      if (of === null || record.stray || (of !== '' && of !== section)) return false;
      const figures = record.cells.flatMap((cell, index) =>
        index === at || cell.trim() === '' ? [] : [{ index, cents: readCents(cell.trim(), decimal) }],
      );
      // A row of a debtor called Total has more than sums beside the name.
      if (figures.length === 0 || figures.some(({ cents }) => cents === null)) return false;
      const label = of === '' ? 'Total' : `Total ${of}`;
      for (const { index, cents } of figures) {
        const summed = sums.of(index, of !== '', cents ?? 0);
        if (cents === null || summed === null) continue;
        const name = nameOf(index);
        sink.total({
          line: record.line,
          label: name === '' ? label : `${label}, ${name}`,
          cents,
          summedCents: summed,
        });
      }
      sums.restart();
      sink.skip({ line: record.line, why: 'total', text: textOfRecord(record) });
      return true;
    }

    /** The record with its section's name, or `null` when it was the head of one. */
    function inSection(record: RawRecord): RawRecord | null {
      const own = (record.cells[sectionAt] ?? '').trim();
      if (own !== '' && isLone(record.cells)) {
        section = own;
        sums.restart();
        sink.skip({ line: record.line, why: 'section', text: textOfRecord(record) });
        return null;
      }
      if (own !== '' || section === null || record.cells.length <= sectionAt) return record;
      return { ...record, cells: record.cells.with(sectionAt, section) };
    }

    return {
      columns,
      rowKind: 'charge',
      take(record: RawRecord) {
        if (!pastHeader) {
          if (record.line >= headerLine) pastHeader = true;
          else if (!isBlankRecord(record.cells))
            sink.skip({ line: record.line, why: 'title', text: textOfRecord(record) });
          return;
        }
        if (isBlankRecord(record.cells)) return;
        if (looksLikeTotal(record.cells) && takeTotal(record)) return;
        const placed = sectionAt === -1 || record.stray ? record : inSection(record);
        if (placed === null) return;
        sums.add(placed.cells);
        sink.row({ line: placed.line, cells: placed.cells, stray: placed.stray, kind: null });
      },
      end() {
        // Every record was a row of its own.
      },
    };
  },
};

function isLone(cells: readonly string[]): boolean {
  let filled = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') filled += 1;
  return filled === 1;
}

const totalWord = /tot|sum|som/i;

/** Quick to say no: no total is without one of the words. */
function looksLikeTotal(cells: readonly string[]): boolean {
  for (const cell of cells) {
    if (cell === '') continue;
    if (totalWord.test(cell)) return totalOf(cell.trim()) !== null;
    if (cell.trim() !== '') return false;
  }
  return false;
}

/** Share of rows that may stand without a blank in the column of heads: a note that has slipped. */
const mostBeside = 0.05;

/**
 * The column in which heads of sections stand alone, and which the rows below them leave blank; -1 for a table without sections. A
 * line with a name alone in a table of names is a row like any other.
 */
function sectionColumn(records: readonly RawRecord[], width: number): number {
  if (width < 3) return -1;
  const heads = new Map<number, number>();
  const rows: (readonly string[])[] = [];
  for (const { cells } of records) {
    const at = cells.findIndex((cell) => cell.trim() !== '');
    if (totalOf((cells[at] ?? '').trim()) !== null) continue;
    if (isLone(cells)) heads.set(at, (heads.get(at) ?? 0) + 1);
    else rows.push(cells);
  }
  const [column] = [...heads.entries()].sort((a, b) => b[1] - a[1])[0] ?? [-1];
  if (column === -1 || column >= width || rows.length === 0) return -1;
  const beside = rows.filter((cells) => (cells[column] ?? '').trim() !== '').length;
  return beside <= rows.length * mostBeside ? column : -1;
}

/** Sums of the columns that hold money, over all rows and since the last total or head. */
function makeSums(records: readonly RawRecord[], width: number, decimal: DecimalSign) {
  const fraction = decimal === '.' ? /\.\d\d\)?$/ : /,\d\d\)?$/;
  const columns = Array.from({ length: width }, (_, index) => index).filter((index) => {
    const filled = records.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter((cell) => fraction.test(cell)).length >= filled.length * 0.3;
  });
  const all = new Float64Array(width);
  const since = new Float64Array(width);
  return {
    add(cells: readonly string[]) {
      for (const index of columns) {
        const text = cells[index];
        if (text === undefined || text === '') continue;
        const cents = readCents(text, decimal);
        if (cents === null) continue;
        all[index] = (all[index] ?? 0) + cents;
        since[index] = (since[index] ?? 0) + cents;
      }
    },
    restart() {
      since.fill(0);
    },
    /** What a total of a column stands for: the section where it says so, else whichever of the two it agrees with. */
    of(index: number, ofSection: boolean, cents: number): number | null {
      const whole = all[index];
      const part = since[index];
      if (whole === undefined || part === undefined || !columns.includes(index)) return null;
      return ofSection || part === cents ? part : whole;
    },
  };
}
