/**
 * The formats workbooks had before XLSX, and its binary twin: XLS, XLSB, SYLK, DIF. They are read by SheetJS, whole and at once, so their
 * size is capped; formulas, macros, links and pictures are left where they are. Numbers, days and formats mean what they mean in XLSX.
 */
import type { CellObject, ParsingOptions, WorkSheet } from '@e965/xlsx';
import type { FileFormat, SheetInfo } from '../../../shared/domain/import/file-look.ts';
import {
  generalFormat,
  type NumberFormat,
  readNumberFormat,
} from '../../../shared/domain/import/sheets/number-format.ts';
import { lostDigits, numberText } from '../../../shared/domain/import/sheets/number-text.ts';
import { importLimits } from '../../../shared/domain/import.ts';
import { contentWords } from '../../../shared/text/import-words.ts';
import { FileFault } from '../file-fault.ts';
import type { ZipParts } from '../zip-parts.ts';
import { isWholeBiff } from './biff-records.ts';
import { readCompoundFile } from './compound-file.ts';
import { assertSylkPlaces } from './sylk-places.ts';
import {
  assertColumn,
  firstSheetOf,
  type SheetGlance,
  type SheetRow,
  type Workbook,
} from './workbook-tables.ts';

/** Sixty thousand rows, the most an XLS sheet holds, are half of that. */
const mostBytes = 64 * 1024 * 1024;

const options: ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellText: false,
  cellFormula: false,
  cellHTML: false,
  cellDates: false,
  bookVBA: false,
  bookDeps: false,
  bookFiles: false,
};

/** Of an XLS the one stream that holds its cells: its records, whole. */
function workbookStream(bytes: Buffer): Buffer {
  const streams = readCompoundFile(bytes);
  // An XLSX with a password stands in such a container, too.
  if (streams.has('EncryptedPackage')) throw new FileFault('import.encrypted');
  const stream = (streams.get('Workbook') ?? streams.get('Book'))?.();
  if (stream === undefined)
    throw new FileFault('import.not_a_table', { found: contentWords.xls, what: 'xls' });
  if (!isWholeBiff(stream)) throw new FileFault('import.unreadable', { what: 'records' });
  return stream;
}

/**
 * Throws `FileFault`: `import.encrypted`, `import.too_large`, `import.too_many_sheets`, `import.too_many_columns`,
 * `import.not_a_table`, `import.unreadable`; and whatever a damaged file makes of
 * the library.
 */
export async function openOther(bytes: Buffer, format: FileFormat): Promise<Workbook> {
  if (bytes.length > mostBytes)
    throw new FileFault('import.too_large', { bytes: bytes.length, most: mostBytes });
  const content = format === 'xls' ? workbookStream(bytes) : bytes;
  if (format === 'sylk') assertSylkPlaces(bytes);
  const { read } = await import('@e965/xlsx');
  let book: ReturnType<typeof read>;
  try {
    book = listening(() => read(content, options));
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new FileFault('import.encrypted');
    throw error;
  }
  const names = book.SheetNames;
  if (names.length === 0) throw new FileFault('import.unreadable', { what: 'no sheets' });
  if (names.length > importLimits.sheets)
    throw new FileFault('import.too_many_sheets', { sheets: names.length, most: importLimits.sheets });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const glances: SheetGlance[] = [];
  const sheets: SheetInfo[] = [];
  for (const [index, name] of names.entries()) {
    let rows = 0;
    let wide = false;
    for (const row of rowsOf(book.Sheets[name], from1904)) {
      rows += 1;
      wide ||= row.cells.filter((cell) => cell !== '').length > 1;
    }
    glances.push({ rows, wide });
    sheets.push({ name, rows, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 });
  }
  return {
    format,
    sheets,
    firstSheet: firstSheetOf(sheets, glances),
    async scan(sheet, take, told) {
      const name = names[sheet];
      const all = sheets[sheet]?.rows ?? 0;
      let count = 0;
      for (const row of rowsOf(name === undefined ? undefined : book.Sheets[name], from1904)) {
        if (!take(row)) return;
        count += 1;
        if (count % 1000 === 0 && !(await told(count / Math.max(1, all)))) return;
      }
    },
  };
}

/**
 * The library says on the console what it left out because it did not know it. Nobody reads a console here, and what it leaves out may be a
 * row: a file it complains about counts as damaged.
 */
function listening<T>(work: () => T): T {
  const { error, log, warn } = console;
  let complaints = 0;
  const listen = () => {
    complaints += 1;
  };
  Object.assign(console, { error: listen, log: listen, warn: listen });
  try {
    const result = work();
    if (complaints > 0) throw new FileFault('import.unreadable', { what: 'unknown records' });
    return result;
  } finally {
    Object.assign(console, { error, log, warn });
  }
}

/** The library unpacks on its own, so what a packed file holds is gone through once within the limits before. */
export async function openBinary(bytes: Buffer, zip: ZipParts): Promise<Workbook> {
  let unpacked = 0;
  for (const part of zip.parts) {
    for await (const piece of zip.open(part)) unpacked += piece.length;
    if (unpacked > mostBytes * 2) throw new FileFault('import.unpacks_too_large', { most: mostBytes * 2 });
  }
  return openOther(bytes, 'xlsb');
}

type DenseCell = CellObject | null | undefined;

function* rowsOf(sheet: WorkSheet | undefined, from1904: boolean): Generator<SheetRow> {
  const data =
    (sheet as { readonly '!data'?: readonly (readonly DenseCell[] | undefined)[] } | undefined)?.['!data'] ??
    [];
  const formats = new Map<string, NumberFormat>();
  for (const [index, cells] of data.entries()) {
    if (cells === undefined) continue;
    const row: string[] = [];
    let broken = false;
    let cut = false;
    for (const [column, cell] of cells.entries()) {
      if (cell === null || cell === undefined) continue;
      const text = textOf(cell, formats, from1904);
      if (text === '') continue;
      assertColumn(column, index + 1);
      while (row.length < column) row.push('');
      row[column] = text;
      broken ||= cell.t === 'e';
      cut ||= cell.t === 'n' && lostDigits(String(cell.v));
    }
    if (!row.some((text) => text.trim() !== '')) continue;
    yield { line: index + 1, cells: row, hidden: sheet?.['!rows']?.[index]?.hidden === true, broken, cut };
  }
}

function textOf(cell: CellObject, formats: Map<string, NumberFormat>, from1904: boolean): string {
  switch (cell.t) {
    case 'n': {
      if (typeof cell.v !== 'number') return '';
      const code = typeof cell.z === 'string' ? cell.z : '';
      let format = formats.get(code);
      if (format === undefined) {
        format = code === '' ? generalFormat : readNumberFormat(code);
        formats.set(code, format);
      }
      return numberText(String(cell.v), format, from1904);
    }
    case 's':
      return String(cell.v ?? '').replace(/\r\n?/g, '\n');
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE';
    case 'e':
      return errorNames[Number(cell.v)] ?? '#N/A';
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v ?? '');
    default:
      return '';
  }
}

/** BErr of the old formats. */
const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
