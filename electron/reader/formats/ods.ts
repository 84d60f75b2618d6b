/**
 * ODS (OpenDocument 1.2 and later), read by scanning its one part of content. Values stand there exactly, as sums, ISO days and flags, beside the
 * text the cell shows; the value counts, and the text tells what only a format knows: zeros in front, dashes of a number.
 * Comments, pictures and tables within cells are no part of a table. Macros and links are never opened.
 */
import type { SheetInfo } from '../../../shared/domain/import/file-look.ts';
import { isoText, lostDigits, numberText } from '../../../shared/domain/import/sheets/number-text.ts';
import { importLimits } from '../../../shared/domain/import.ts';
import { FileFault } from '../file-fault.ts';
import { attributeOf, makeXmlScanner } from '../xml-scan.ts';
import type { ZipParts } from '../zip-parts.ts';
import { scanPart } from './package-parts.ts';
import {
  assertColumn,
  firstSheetOf,
  type SheetGlance,
  type SheetRow,
  type Workbook,
} from './workbook-tables.ts';

/** Listing the sheets means going through all of it once. */
const mostContent = 256 * 1024 * 1024;
const breathBytes = 256 * 1024;

/** Whether the package says that it is encrypted: its parts are readable as a package all the same. */
export async function assertOpen(zip: ZipParts): Promise<void> {
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest === null) return;
  let encrypted = false;
  await scanPart(zip, manifest, {
    open(element) {
      encrypted ||= element === 'encryption-data' || element === 'encrypted-key';
    },
  });
  if (encrypted) throw new FileFault('import.encrypted');
}

/** Throws `FileFault`, and what a damaged file makes of it. */
export async function openOds(zip: ZipParts): Promise<Workbook> {
  await assertOpen(zip);
  const part = zip.find('content.xml');
  if (part === null) throw new FileFault('import.unreadable', { what: 'no content' });
  if (part.bytes > mostContent) throw new FileFault('import.unpacks_too_large', { most: mostContent });

  /** `sheet` null goes through all of them. */
  const scan = async (
    sheet: number | null,
    handler: Pick<TableHandler, 'table' | 'row' | 'hiddenStyle'>,
    told: (share: number) => Promise<boolean>,
  ) => {
    let more = true;
    const scanner = makeXmlScanner(
      contentHandler(sheet, {
        ...handler,
        row(row) {
          if (more) more = handler.row(row);
          return more;
        },
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
  };

  const tables: { name: string; style: string }[] = [];
  const counts: { rows: number; wide: boolean }[] = [];
  const hiddenStyles = new Set<string>();
  await scan(
    null,
    {
      table(name, style) {
        tables.push({ name, style });
        counts.push({ rows: 0, wide: false });
        if (tables.length > importLimits.sheets)
          throw new FileFault('import.too_many_sheets', { sheets: tables.length, most: importLimits.sheets });
      },
      row({ cells }) {
        const count = counts.at(-1);
        if (count !== undefined) {
          count.rows += 1;
          count.wide ||= cells.filter((cell) => cell !== '').length > 1;
        }
        return true;
      },
      hiddenStyle: (style) => void hiddenStyles.add(style),
    },
    async () => true,
  );
  if (tables.length === 0) throw new FileFault('import.unreadable', { what: 'no sheets' });
  const glances: readonly SheetGlance[] = counts;
  const sheets: SheetInfo[] = tables.map(({ name, style }, index) => ({
    name,
    rows: counts[index]?.rows ?? 0,
    hidden: hiddenStyles.has(style),
  }));
  return {
    format: 'ods',
    sheets,
    firstSheet: firstSheetOf(sheets, glances),
    scan: (sheet, take, told) =>
      scan(sheet, { table: () => undefined, row: take, hiddenStyle: () => undefined }, told),
  };
}

type TableHandler = {
  table(name: string, style: string): void;
  /** Rows that hold anything; answers false to end it. */
  row(row: SheetRow): boolean;
  /** A style whose tables are not shown. */
  hiddenStyle(name: string): void;
};

/** Content of a cell that is no text of it. */
const aside = new Set([
  'annotation',
  'frame',
  'shapes',
  'forms',
  'custom-shape',
  'control',
  'g',
  'detective',
  'ruby-text',
]);

function contentHandler(sheet: number | null, handler: TableHandler) {
  let table = -1;
  let depth = 0;
  let style = '';
  let line = 0;
  let repeatedRow = 1;
  let hidden = false;
  let broken = false;
  let cut = false;
  let cells: string[] = [];
  let column = 0;
  let repeatedCell = 1;
  let attributes = '';
  let text = '';
  let paragraphs = 0;
  let inParagraph = 0;
  let asides = 0;
  const reads = () => depth === 1 && (sheet === null || table === sheet);

  const put = () => {
    const value = cellOf(attributes, text);
    if (value.broken) broken = true;
    if (value.cut) cut = true;
    if (value.text !== '') {
      assertColumn(column + repeatedCell - 1, line);
      while (cells.length < column) cells.push('');
      for (let count = 0; count < repeatedCell; count += 1) cells.push(value.text);
    }
    column += repeatedCell;
  };

  return {
    open(element: string, written: string) {
      if (aside.has(element)) asides += 1;
      if (asides > 0) return;
      switch (element) {
        case 'style':
          style = attributeOf(written, 'style:name') ?? '';
          return;
        case 'table-properties':
          if (attributeOf(written, 'table:display') === 'false') handler.hiddenStyle(style);
          return;
        case 'table':
          depth += 1;
          if (depth > 1) return;
          table += 1;
          line = 0;
          handler.table(
            attributeOf(written, 'table:name') ?? '',
            attributeOf(written, 'table:style-name') ?? '',
          );
          return;
      }
      if (!reads()) return;
      switch (element) {
        case 'table-row': {
          line += 1;
          repeatedRow = repeats(written, 'table:number-rows-repeated');
          const visible = attributeOf(written, 'table:visibility');
          hidden = visible === 'collapse' || visible === 'filter';
          broken = false;
          cut = false;
          cells = [];
          column = 0;
          return;
        }
        case 'table-cell':
        case 'covered-table-cell':
          attributes = written;
          repeatedCell = repeats(written, 'table:number-columns-repeated');
          text = '';
          paragraphs = 0;
          return;
        case 'p':
        case 'h':
          if (inParagraph === 0 && paragraphs > 0) text += '\n';
          paragraphs += 1;
          inParagraph += 1;
          return;
        case 's':
          text += ' '.repeat(Math.min(1000, Number(attributeOf(written, 'text:c') ?? 1) || 1));
          return;
        case 'tab':
          text += '\t';
          return;
        case 'line-break':
          text += '\n';
          return;
      }
    },
    close(element: string) {
      if (aside.has(element)) asides -= 1;
      if (asides > 0 || (aside.has(element) && asides === 0)) return;
      if (element === 'table') {
        depth -= 1;
        return;
      }
      if (!reads()) return;
      switch (element) {
        case 'p':
        case 'h':
          inParagraph -= 1;
          return;
        case 'table-cell':
        case 'covered-table-cell':
          put();
          return;
        case 'table-row': {
          const filled = cells.some((cell) => cell.trim() !== '');
          for (let count = 0; filled && count < repeatedRow; count += 1)
            if (!handler.row({ line: line + count, cells, hidden, broken, cut })) break;
          line += repeatedRow - 1;
          return;
        }
      }
    },
    text(piece: string) {
      if (inParagraph === 0 || asides > 0 || !reads()) return;
      // Line ends and runs of blanks are only how the file is laid out.
      text += piece.replace(/[\t\r\n ]+/g, ' ');
      if (text.length > importLimits.cellCharacters)
        throw new FileFault('import.unreadable', { what: 'cell too long' });
    },
  };
}

function repeats(attributes: string, name: string): number {
  const count = Number(attributeOf(attributes, name) ?? 1);
  if (!Number.isInteger(count) || count < 1 || count > 10_000_000)
    throw new FileFault('import.unreadable', { what: 'repeats' });
  return count;
}

type CellValue = { readonly text: string; readonly broken: boolean; readonly cut: boolean };

function cellOf(attributes: string, shown: string): CellValue {
  const sound = { broken: false, cut: false };
  if (attributeOf(attributes, 'calcext:value-type') === 'error')
    return { text: shown === '' ? '#N/A' : shown, broken: true, cut: false };
  const value = attributeOf(attributes, 'office:value') ?? '';
  switch (attributeOf(attributes, 'office:value-type')) {
    case 'float':
      return {
        text: digitsShown(value, shown) ?? sumText(value, shown, ''),
        broken: false,
        cut: lostDigits(value),
      };
    case 'currency': {
      const currency = attributeOf(attributes, 'office:currency') ?? '';
      return { ...sound, text: sumText(value, shown, currency === 'USD' ? '' : currency) };
    }
    case 'percentage':
      return { ...sound, text: numberText(value, { kind: 'percent' }, false) };
    case 'date': {
      const moment = isoText(attributeOf(attributes, 'office:date-value') ?? shown);
      // The clock counts only where it is shown.
      return { ...sound, text: shown.includes(':') ? moment : moment.replace(/ .*$/, '') };
    }
    case 'time':
      return { ...sound, text: clockText(attributeOf(attributes, 'office:time-value')) ?? shown };
    case 'boolean':
      return {
        ...sound,
        text: attributeOf(attributes, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE',
      };
    default: {
      const text = shown === '' ? (attributeOf(attributes, 'office:string-value') ?? '') : shown;
      return {
        broken:
          /^(#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?|Err:\d{3})$/.test(text) &&
          attributeOf(attributes, 'table:formula') !== null,
        cut: false,
        text,
      };
    }
  }
}

/** A ZIP code or a number with dashes, as the cell shows it; `null` when it shows a plain number. */
function digitsShown(value: string, shown: string): string | null {
  if (
    !/^\d{1,15}$/.test(value) ||
    !/^[\d() -]+$/.test(shown) ||
    !(/^0\d/.test(shown) || /\d[() -]+\d/.test(shown))
  )
    return null;
  // Blanks alone may group thousands.
  if (!/^0|[()-]/.test(shown)) return null;
  return shown.replace(/\D/g, '').replace(/^0+/, '') === value.replace(/^0+/, '') ? shown : null;
}

function sumText(value: string, shown: string, currency: string): string {
  return numberText(
    value,
    { kind: 'plain', decimals: /\d[.,]\d\d(?!\d)/.test(shown) ? 2 : 0, currency },
    false,
  );
}

/** An ISO 8601 span (`PT09H30M00S`) as a clock that may pass 24 hours. */
function clockText(span: string | null): string | null {
  const parts = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(span ?? '');
  if (parts === null) return null;
  const [hours = '', minutes = '', seconds = ''] = parts.slice(1).map((part) => part.padStart(2, '0'));
  return seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
}
