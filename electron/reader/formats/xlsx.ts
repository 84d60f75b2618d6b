/**
 * XLSX and XLSM (ECMA-376, transitional and strict), read by scanning. Of a workbook only the list of sheets, the strings, the number formats and
 * the sheets' cells are opened; macros, links, pictures and connections are parts nobody asks for. Formulas count with the value they were
 * saved with. A sheet is streamed: memory goes by its strings, not by its rows.
 */

import type { SheetInfo } from '../../../shared/domain/import/file-look.ts';
import {
  builtInFormat,
  generalFormat,
  type NumberFormat,
  readNumberFormat,
} from '../../../shared/domain/import/sheets/number-format.ts';
import { isoText, lostDigits, numberText } from '../../../shared/domain/import/sheets/number-text.ts';
import { importLimits } from '../../../shared/domain/import.ts';
import { FileFault } from '../file-fault.ts';
import { attributeOf, makeXmlScanner } from '../xml-scan.ts';
import type { ZipPart, ZipParts } from '../zip-parts.ts';
import { relationsOf, scanPart } from './package-parts.ts';
import {
  assertColumn,
  firstSheetOf,
  type SheetGlance,
  type SheetRow,
  type Workbook,
} from './workbook-tables.ts';

/** Excel's last row. */
const mostRows = 1_048_576;
/** So much of all sheets together is gone through to count their rows; of what is left only the beginning. */
const countedBytes = 8 * 1024 * 1024;
const glanceRows = 50;

type Sheet = { readonly name: string; readonly hidden: boolean; readonly part: ZipPart | null };

/** Throws `FileFault`, and what a damaged file makes of it. `main` is the part that lists the sheets. */
export async function openXlsx(zip: ZipParts, main: string): Promise<Workbook> {
  const relations = await relationsOf(zip, main);
  const { sheets, from1904 } = await readSheetList(zip, main, relations);
  if (sheets.length > importLimits.sheets)
    throw new FileFault('import.too_many_sheets', { sheets: sheets.length, most: importLimits.sheets });
  const partOf = (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? null : zip.find(target);
  };
  const formats = await readFormats(zip, partOf('styles'));
  let strings: readonly string[] | null = null;

  const glances: SheetGlance[] = [];
  const infos: SheetInfo[] = [];
  let counted = 0;
  for (const { name, hidden, part } of sheets) {
    let rows = 0;
    let wide = false;
    const whole = part !== null && counted + part.bytes <= countedBytes;
    if (part !== null) {
      counted += whole ? part.bytes : 0;
      await scanSheet(
        zip,
        part,
        { formats, from1904, strings: null },
        ({ cells }) => {
          rows += 1;
          wide ||= cells.filter((cell) => cell !== '').length > 1;
          return whole || rows < glanceRows;
        },
        async () => true,
      );
    }
    glances.push({ rows, wide });
    infos.push({ name, hidden, rows: whole || part === null || rows < glanceRows ? rows : null });
  }

  return {
    format: 'xlsx',
    sheets: infos,
    firstSheet: firstSheetOf(infos, glances),
    async scan(sheet, take, told) {
      const part = sheets[sheet]?.part;
      if (!part) return;
      if (strings === null) {
        const shared = partOf('sharedStrings');
        strings = shared === null ? [] : await readStrings(zip, shared, told);
      }
      await scanSheet(zip, part, { formats, from1904, strings }, take, told);
    },
  };
}

async function readSheetList(
  zip: ZipParts,
  main: string,
  relations: Awaited<ReturnType<typeof relationsOf>>,
): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const part = zip.find(main);
  if (part === null) throw new FileFault('import.unreadable', { what: 'no workbook' });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await scanPart(zip, part, {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = isTrue(attributeOf(attributes, 'date1904'));
      if (element !== 'sheet') return;
      const id = attributeOf(attributes, 'id');
      const relation = relations.find((one) => one.id === id);
      const state = attributeOf(attributes, 'state');
      const holdsCells = relation?.type === 'worksheet';
      const sheetPart = holdsCells ? zip.find(relation.target) : null;
      if (holdsCells && sheetPart === null)
        throw new FileFault('import.unreadable', { what: 'sheet missing' });
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        part: sheetPart,
      });
    },
  });
  if (sheets.length === 0) throw new FileFault('import.unreadable', { what: 'no sheets' });
  return { sheets, from1904 };
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** What each style of a cell says about numbers, by its place. */
async function readFormats(zip: ZipParts, part: ZipPart | null): Promise<readonly NumberFormat[]> {
  if (part === null) return [];
  const own = new Map<number, NumberFormat>();
  const styles: number[] = [];
  let inside = false;
  await scanPart(zip, part, {
    open(element, attributes) {
      if (element === 'numFmt') {
        const id = Number(attributeOf(attributes, 'numFmtId'));
        const code = attributeOf(attributes, 'formatCode') ?? '';
        if (code !== '') own.set(id, readNumberFormat(code));
      } else if (element === 'cellXfs') inside = true;
      else if (element === 'xf' && inside) styles.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
    },
    close(element) {
      if (element === 'cellXfs') inside = false;
    },
  });
  return styles.map((id) => own.get(id) ?? builtInFormat(id));
}

/** The strings cells refer to. How they are spoken (`rPh`) is no part of them. */
async function readStrings(
  zip: ZipParts,
  part: ZipPart,
  told: (share: number) => Promise<boolean>,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let spoken = 0;
  const scanner = makeXmlScanner({
    open(element) {
      if (element === 'si') text = '';
      else if (element === 'rPh') spoken += 1;
      else if (element === 't') inText = spoken === 0;
    },
    close(element) {
      if (element === 't') inText = false;
      else if (element === 'rPh') spoken -= 1;
      else if (element === 'si') strings.push(cellText(text));
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  let since = 0;
  for await (const piece of zip.open(part)) {
    scanner.push(piece);
    since += piece.length;
    if (since > breathBytes) {
      since = 0;
      if (!(await told(0))) return strings;
    }
  }
  scanner.end();
  return strings;
}

/** How much XML is gone through between two breaths: some milliseconds. */
const breathBytes = 256 * 1024;

type SheetContext = {
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
  /** `null` when only what is filled counts. */
  readonly strings: readonly string[] | null;
};

async function scanSheet(
  zip: ZipParts,
  part: ZipPart,
  context: SheetContext,
  take: (row: SheetRow) => boolean,
  told: (share: number) => Promise<boolean>,
): Promise<void> {
  let more = true;
  const scanner = makeXmlScanner(
    sheetHandler(context, (row) => {
      if (more) more = take(row);
    }),
  );
  let done = 0;
  let since = 0;
  for await (const piece of zip.open(part)) {
    scanner.push(piece);
    if (!more) return;
    done += piece.length;
    since += piece.length;
    if (since < breathBytes) continue;
    since = 0;
    if (!(await told(done / part.bytes))) return;
  }
  scanner.end();
}

function sheetHandler(context: SheetContext, give: (row: SheetRow) => void) {
  const { formats, from1904, strings } = context;
  let inData = false;
  let line = 0;
  let stated = false;
  let hidden = false;
  let broken = false;
  let cut = false;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inline = '';
  let collects: 'value' | 'inline' | null = null;
  let spoken = 0;

  const place = (reference: string) => {
    let at = 0;
    let number = 0;
    for (; at < reference.length; at += 1) {
      const letter = reference.charCodeAt(at) & ~32;
      if (letter < 65 || letter > 90) break;
      number = number * 26 + letter - 64;
    }
    const row = Number(reference.slice(at));
    if (number === 0 || number > 16_384 || !Number.isInteger(row))
      throw new FileFault('import.unreadable', { what: 'place' });
    column = number - 1;
    // A row that does not say its number has the one its first cell states.
    if (!stated && row >= line) {
      line = row;
      stated = true;
    } else if (row !== line) throw new FileFault('import.unreadable', { what: 'place' });
  };

  const put = () => {
    const text = textOf();
    if (text === '') return;
    assertColumn(column, line);
    while (cells.length < column) cells.push('');
    if ((cells[column] ?? '') !== '') throw new FileFault('import.unreadable', { what: 'cell twice' });
    cells[column] = text;
  };

  const textOf = (): string => {
    switch (type) {
      case 's': {
        if (value.trim() === '') return '';
        if (strings === null) return '?';
        const text = strings[Number(value)];
        if (text === undefined) throw new FileFault('import.unreadable', { what: 'string missing' });
        return text;
      }
      case 'inlineStr':
        return cellText(inline === '' ? value : inline);
      case 'str':
        return cellText(value);
      case 'b':
        return value.trim() === '' ? '' : isTrue(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        if (value !== '') broken = true;
        return value;
      case 'd':
        return value.trim() === '' ? '' : isoText(value);
      default: {
        if (value.trim() === '') return inline === '' ? '' : cellText(inline);
        const format = formats[style] ?? generalFormat;
        if (lostDigits(value)) cut = true;
        return numberText(value, format, from1904);
      }
    }
  };

  return {
    open(element: string, attributes: string) {
      if (!inData) {
        if (element === 'sheetData') inData = true;
        return;
      }
      switch (element) {
        case 'row': {
          const number = attributeOf(attributes, 'r');
          const next = number === null ? line + 1 : Number(number);
          if (!Number.isInteger(next) || next <= line || next > mostRows)
            throw new FileFault('import.unreadable', { what: 'rows out of order' });
          line = next;
          stated = number !== null;
          hidden = isTrue(attributeOf(attributes, 'hidden'));
          broken = false;
          cut = false;
          cells = [];
          column = -1;
          return;
        }
        case 'c': {
          const reference = attributeOf(attributes, 'r');
          if (reference === null) column += 1;
          else place(reference);
          type = attributeOf(attributes, 't') ?? 'n';
          style = Number(attributeOf(attributes, 's') ?? 0);
          value = '';
          inline = '';
          return;
        }
        case 'v':
          collects = 'value';
          return;
        case 'rPh':
          spoken += 1;
          return;
        case 't':
          collects = spoken === 0 ? 'inline' : null;
          return;
      }
    },
    close(element: string) {
      if (!inData) return;
      switch (element) {
        case 'v':
        case 't':
          collects = null;
          return;
        case 'rPh':
          spoken -= 1;
          return;
        case 'c':
          put();
          return;
        case 'row':
          if (cells.some((cell) => cell.trim() !== '')) give({ line, cells, hidden, broken, cut });
          return;
        case 'sheetData':
          inData = false;
          return;
      }
    },
    text(text: string) {
      if (collects === 'value') value += text;
      else if (collects === 'inline') inline += text;
      if (value.length > importLimits.cellCharacters || inline.length > importLimits.cellCharacters)
        throw new FileFault('import.unreadable', { what: 'cell too long' });
    },
  };
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Characters XML cannot carry stand as `_x000D_`. A line ends with LF, as in every other table. */
function cellText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
}
