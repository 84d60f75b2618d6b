/**
 * Tables as a workbook (ECMA-376), streamed: whatever the number of rows, only a piece of them is in memory. Sums are numbers with two
 * decimals, days and moments are real dates, and text is text: it stands in the sheet as an inline string, which no program runs, and
 * text that looks like a formula is also marked with the apostrophe of its style, so that editing the cell does not make it one.
 *
 * The head row is bold, frozen, filtered, and repeated on paper. A table longer than a sheet goes on in a second one.
 * The same rows give the same bytes: the file holds no clock, no name of a user or a machine.
 */
import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { epochDayOf } from '../../../../shared/domain/days.ts';
import { couldBeFormula } from '../../../../shared/domain/formula-guard.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { makeSheetNames } from './sheet-names.ts';
import {
  type CellKind,
  plainMoney,
  type Table,
  type TableColumn,
  type TableRow,
  type WriteSteps,
  type Written,
} from './table-cells.ts';

/** Excel's own limits. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;
const mostColumns = 16_384;
/** Beyond 15 digits a spreadsheet rounds. */
const exactUpTo = 999_999_999_999_999;
/** Rows turned to XML at once: a few milliseconds. */
const rowsAtOnce = 500;

const zipOptions = {
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
  compressionLevel: 4,
} as const;

type WrittenSheet = { readonly name: string; readonly columns: number; readonly rows: number };

/**
 * Ends the sink. A workbook needs at least one table. Faults: `call.cancelled`. What the sink or the rows throw (a full disk) is
 * thrown on.
 */
export async function writeXlsx(
  sink: Writable,
  tables: readonly Table[],
  steps: WriteSteps = {},
  limits: { readonly rows: number } = { rows: mostRows },
): Promise<Result<Written>> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // Set while a sheet is under way, to end it with whatever breaks.
  let current: Readable | null = null;
  zip.on('error', (error: Error) => output.destroy(error));
  const hash = createHash('sha256');
  let bytes = 0;
  const tally = { rows: 0, shortened: 0, stopped: false };

  const filled = (async () => {
    const nameOf = makeSheetNames();
    const written: WrittenSheet[] = [];
    addText(zip, '_rels/.rels', rootRelations);
    for (const table of tables) {
      const pieces = piecesOf(table.rows);
      let more = true;
      while (more && !tally.stopped) {
        const name = nameOf(table.name);
        let rows = 0;
        more = false;
        async function* sheet() {
          yield sheetHead(table.columns);
          for (let piece = await pieces.next(); piece !== null; piece = await pieces.next()) {
            if (steps.stopped?.()) {
              tally.stopped = true;
              break;
            }
            const room = limits.rows - 1 - rows;
            const fits = piece.length <= room ? piece : piece.slice(0, room);
            let text = '';
            for (const row of fits) {
              rows += 1;
              text += rowXml(table.columns, row, rows + 1, tally);
            }
            tally.rows += fits.length;
            steps.progress?.(tally.rows);
            if (text !== '') yield Buffer.from(text, 'utf8');
            if (fits.length < piece.length) {
              pieces.putBack(piece.slice(room));
              more = true;
              break;
            }
          }
          yield sheetFoot(table.columns.length, rows);
        }
        current = Readable.from(sheet());
        await added(zip, `xl/worksheets/sheet${written.length + 1}.xml`, current);
        written.push({ name, columns: table.columns.length, rows: rows + 1 });
      }
    }
    addText(zip, 'xl/styles.xml', styles);
    addText(zip, 'xl/workbook.xml', workbookXml(written));
    addText(zip, 'xl/_rels/workbook.xml.rels', workbookRelations(written.length));
    addText(zip, '[Content_Types].xml', contentTypes(written.length));
    zip.end();
  })().catch(
    (error: unknown) => void output.destroy(error instanceof Error ? error : new Error('rows ended')),
  );

  try {
    await pipeline(
      output,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      sink,
    );
  } catch (error) {
    (current as Readable | null)?.destroy();
    throw error;
  }
  await filled;
  if (tally.stopped) return fail('call.cancelled');
  return ok({ rows: tally.rows, bytes, sha256: hash.digest('hex'), shortened: tally.shortened });
}

function addText(zip: ZipFile, name: string, text: string): void {
  zip.addBuffer(Buffer.from(text, 'utf8'), name, zipOptions);
}

/** Done when the last of it was read; ends with the stream's fault. */
function added(zip: ZipFile, name: string, stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
    stream.once('close', resolve);
    zip.addReadStream(stream, name, zipOptions);
  });
}

type Pieces = { next(): Promise<readonly TableRow[] | null>; putBack(rows: readonly TableRow[]): void };

/** One after the other, none longer than is turned to XML at once; what did not fit a sheet is put back for the next. */
function piecesOf(rows: Table['rows']): Pieces {
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  let rest: readonly TableRow[] = [];
  return {
    async next() {
      while (rest.length === 0) {
        const piece = await source.next();
        if (piece.done) return null;
        rest = piece.value;
      }
      const next = rest.slice(0, rowsAtOnce);
      rest = rest.slice(rowsAtOnce);
      return next;
    },
    putBack(back) {
      rest = [...back, ...rest];
    },
  };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Places in `cellXfs` below. */
const style = {
  heading: 1,
  text: 2,
  guarded: 3,
  integer: 4,
  money: 5,
  day: 6,
  moment: 7,
  percent: 8,
} as const;

const rootRelations = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const styles =
  `${head}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE9ECEF"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF868E96"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="9">${xf(0)}` +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>' +
  `${xf(49)}${xf(49, ' quotePrefix="1"')}${xf(3)}${xf(4)}${xf(14)}${xf(22)}${xf(10)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function xf(format: number, more = ''): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const quotedName = (name: string) => xmlText(`'${name.replaceAll("'", "''")}'`);
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, columns, rows }, index) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quotedName(name)}!$A$1:$${columnLetters(columns - 1)}$${rows}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quotedName(name)}!$1:$1</definedName>`,
  ]);
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

function workbookRelations(sheets: number): string {
  let list = '';
  for (let index = 1; index <= sheets; index += 1)
    list += `<Relationship Id="rId${index}" Type="${relations}/worksheet" Target="worksheets/sheet${index}.xml"/>`;
  return `${head}<Relationships xmlns="${packageRelations}">${list}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  let list = '';
  for (let index = 1; index <= sheets; index += 1)
    list += `<Override PartName="/xl/worksheets/sheet${index}.xml" ContentType="${type}.worksheet+xml"/>`;
  return (
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${list}</Types>`
  );
}

function sheetHead(columns: readonly TableColumn[]): string {
  const widths = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  const cells = columns.map(
    ({ name }, index) =>
      `<c r="${columnLetters(index)}1" s="${style.heading}" t="inlineStr"><is>${textXml(name)}</is></c>`,
  );
  return (
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`
  );
}

function sheetFoot(columns: number, rows: number): string {
  return (
    `</sheetData><autoFilter ref="A1:${columnLetters(columns - 1)}${rows + 1}"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

const widths: Readonly<Record<CellKind, number>> = {
  text: 22,
  integer: 10,
  money: 14,
  day: 12,
  moment: 17,
  percent: 10,
};

function widthOf({ name, kind, width }: TableColumn): number {
  // The arrow of the filter stands beside the name.
  return Math.min(80, width ?? Math.max(widths[kind], name.length + 4));
}

function rowXml(
  columns: readonly TableColumn[],
  row: TableRow,
  number: number,
  tally: { shortened: number },
): string {
  let xml = `<row r="${number}">`;
  for (let index = 0; index < columns.length; index += 1) {
    const cell = row[index] ?? null;
    if (cell === null || cell === '') continue;
    xml += cellXml(columns[index]?.kind ?? 'text', cell, columnLetters(index) + number, tally);
  }
  return `${xml}</row>`;
}

function cellXml(kind: CellKind, cell: string | number, place: string, tally: { shortened: number }): string {
  if (typeof cell === 'number') {
    const exact = Math.abs(cell) <= exactUpTo;
    if (kind === 'money' && exact) return `<c r="${place}" s="${style.money}"><v>${plainMoney(cell)}</v></c>`;
    if (kind === 'percent' && exact)
      return `<c r="${place}" s="${style.percent}"><v>${cell / 10_000}</v></c>`;
    if (exact) return `<c r="${place}" s="${style.integer}"><v>${cell}</v></c>`;
    return textCell(kind === 'money' ? plainMoney(cell) : String(cell), place, style.text);
  }
  if (kind === 'day' || kind === 'moment') {
    const serial = serialOf(cell);
    if (serial !== null) return `<c r="${place}" s="${style[kind]}"><v>${serial}</v></c>`;
  }
  if (cell.length < mostCharacters && plain.test(cell))
    return `<c r="${place}" s="${style.text}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  // A line ends in a workbook's cell with LF alone.
  let text = cell.replace(/\r\n?/g, '\n');
  if (text.length > mostCharacters) {
    tally.shortened += 1;
    text = `${text.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }
  return textCell(text, place, couldBeFormula(text) ? style.guarded : style.text);
}

/** Most text of most lists: nothing to escape, to keep or to guard. */
const plain = /^[A-Za-z0-9](?:[A-Za-z0-9,.#()/:-]| (?! |$))*$/;

function textCell(text: string, place: string, format: number): string {
  return `<c r="${place}" s="${format}" t="inlineStr"><is>${textXml(text)}</is></c>`;
}

function textXml(text: string): string {
  return /^\s|\s$|[\n\r\t]| {2}/.test(text)
    ? `<t xml:space="preserve">${xmlText(text)}</t>`
    : `<t>${xmlText(text)}</t>`;
}

/** `\p{Cs}` is half a character only: whole ones are read as one. */
const special = /[&<>"\ufffe\uffff]|(?![\t\n])\p{Cc}|\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Characters XML cannot carry are written as Excel writes them, `_x000D_`; half a character becomes U+FFFD. */
function xmlText(text: string): string {
  return text.replace(special, (found) => {
    switch (found) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      case '_':
        return '_x005F_';
    }
    const code = found.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
    // C1 controls are valid in XML.
    if (code >= 0x7f && code <= 0x9f) return found;
    return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

const dayShape = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?$/;

/**
 * Days since 1899-12-31, as Excel counts: with a 29 February 1900 that never was. `null` for what it has no number for: days before
 * 1900, and what is no day.
 */
function serialOf(text: string): number | null {
  const parts = dayShape.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0));
  const epochDay = epochDayOf(year ?? 0, month ?? 0, day ?? 0);
  const serial = epochDay + (epochDay < march1900 ? 25_568 : 25_569);
  if (serial < 1) return null;
  return serial + ((hour ?? 0) * 60 + (minute ?? 0)) / 1440;
}

const march1900 = epochDayOf(1900, 3, 1);

const letters: string[] = [];

/** `A` for 0. */
function columnLetters(index: number): string {
  const known = letters[index];
  if (known !== undefined) return known;
  if (index < 0 || index >= mostColumns) throw new RangeError('a sheet has no such column');
  let text = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  letters[index] = text;
  return text;
}
