/** XLSX: what stands in the cells comes out as a clerk means it; what is damaged, locked or set up to harm is refused. */
import { describe, expect, test } from 'vitest';
import { openZip } from '../../../../electron/reader/zip-parts.ts';
import { importLimits } from '../../../../shared/domain/import.ts';
import { cellsOf, recordsOf, sheetsOf } from './sheet-cells.ts';
import { type Parts, workbookParts, zipOf } from './workbook-parts.ts';

const bookOf = (data: string, more: Parameters<typeof workbookParts>[1] = {}) =>
  zipOf(workbookParts([{ name: 'Sheet1', data }], more));

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

describe('cells', () => {
  test('of every type', async () => {
    const book = await bookOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is></c></row>' +
        '<row r="2"><c r="A2" t="str"><f>A1&amp;"x"</f><v>Ann &amp; x</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="b"><v>0</v></c></row>' +
        '<row r="3"><c r="A3" t="d"><v>2026-11-22T00:00:00</v></c><c r="B3" s="1"><v>46348</v></c><c r="C3" s="2"><v>1234</v></c><c r="D3" s="3"><v>0.065</v></c></row>',
      {
        strings: [
          '<t>Ann</t>',
          '<r><rPr/><t>Le</t></r><r><t xml:space="preserve">e </t></r><rPh sb="0"><t>spoken</t></rPh>',
        ],
        styles: ['m/d/yyyy', '00000', '0.00%'],
      },
    );
    expect(await cellsOf(book)).toEqual([
      ['Ann', 'Lee ', 'inline', ''],
      ['Ann & x', '2', 'TRUE', 'FALSE'],
      ['2026-11-22', '2026-11-22', '01234', '6.5%'],
    ]);
  });

  test('stand where they say, or one after the other', async () => {
    const book = await bookOf(
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3"/><row r="7"><c><v>3</v></c><c><v>4</v></c></row><row><c r="C8"><v>5</v></c></row>',
    );
    const { records } = await recordsOf(book);
    expect(records).toEqual([
      { line: 2, cells: ['', '1', '', '2'] },
      { line: 7, cells: ['3', '4', '', ''] },
      { line: 8, cells: ['', '', '5', ''] },
    ]);
  });

  test('of a row without a number are on the row they name', async () => {
    const { records } = await recordsOf(
      await bookOf(
        '<row><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row><row><c r="A9"><v>3</v></c></row>',
      ),
    );
    expect(records.map(({ line }) => line)).toEqual([4, 9]);
  });

  test('of merged ranges keep their columns', async () => {
    const book = await zipOf(
      workbookParts([
        {
          name: 'S',
          data: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/><c r="C1"><v>2</v></c></row>',
          after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ]),
    );
    expect(await cellsOf(book)).toEqual([['1', '', '2']]);
  });

  test('as wide as the widest row, wherever it stands', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`,
    );
    const { records } = await recordsOf(
      await bookOf(`${rows.join('')}<row r="4001"><c r="E4001"><v>9</v></c></row>`),
    );
    expect(records).toHaveLength(4001);
    expect(records.every(({ cells }) => cells.length === 5)).toBe(true);
    expect(records.at(-1)).toEqual({ line: 4001, cells: ['', '', '', '', '9'] });
  });

  test('count days from 1904 where the workbook does', async () => {
    const data = '<row r="1"><c r="A1" s="1"><v>42735</v></c></row>';
    const book = await bookOf(data, { styles: ['m/d/yyyy'], properties: 'date1904="1"' });
    expect(await cellsOf(book)).toEqual([['2021-01-01']]);
  });

  test('with escaped characters, CDATA and line ends', async () => {
    const book = await bookOf(
      `<row>${text('a_x000D_&#10;b')}${text('_x005F_x000D_')}${text('<![CDATA[<b> & c]]>')}${text('_x0041_')}</row>`,
    );
    expect(await cellsOf(book)).toEqual([['a\nb', '_x000D_', '<b> & c', 'A']]);
  });

  test('with formula errors, hidden rows and lost digits are told', async () => {
    const { records, doubts } = await recordsOf(
      await bookOf(
        '<row r="1"><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="2" hidden="1"><c><v>1</v></c></row><row r="5" hidden="true"><c><v>1.2345678901234567E+18</v></c></row>',
      ),
    );
    expect(records.map(({ cells }) => cells[0])).toEqual(['#DIV/0!', '1', '1234567890123456800']);
    expect(doubts).toEqual([
      { code: 'hidden_rows', params: { count: 2, line: 2 } },
      { code: 'cell_errors', params: { count: 1, line: 1 } },
      { code: 'digits_lost', params: { count: 1, line: 5 } },
    ]);
  });

  test('in UTF-16', async () => {
    const parts = workbookParts([{ name: 'S', data: `<row>${text('Zoë')}</row>` }]);
    const sheet = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${parts['xl/worksheets/sheet1.xml']}`;
    const book = await zipOf({
      ...parts,
      'xl/worksheets/sheet1.xml': Buffer.from(sheet, 'utf16le').swap16(),
    });
    expect(await cellsOf(book)).toEqual([['Zoë']]);
  });
});

describe('sheets', () => {
  const table = '<row r="3"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';

  test('are listed with what is hidden, and the first visible table comes first', async () => {
    const book = await zipOf(
      workbookParts([
        { name: 'Hidden', data: table, state: 'hidden' },
        { name: 'Very', data: table, state: 'veryHidden' },
        { name: 'Empty', data: '' },
        { name: 'Note', data: '<row><c><v>1</v></c></row>' },
        { name: 'A &amp; B', data: table },
      ]),
    );
    expect(await sheetsOf(book)).toEqual({
      fault: null,
      format: 'xlsx',
      firstSheet: 4,
      sheets: [
        { name: 'Hidden', rows: 2, hidden: true },
        { name: 'Very', rows: 2, hidden: true },
        { name: 'Empty', rows: 0, hidden: false },
        { name: 'Note', rows: 1, hidden: false },
        { name: 'A & B', rows: 2, hidden: false },
      ],
    });
    expect(await cellsOf(book, 2)).toBe('import.sheet_empty');
  });

  test('that are charts hold no cells', async () => {
    const parts = workbookParts([
      { name: 'Chart', data: '' },
      { name: 'S', data: table },
    ]);
    const rels = String(parts['xl/_rels/workbook.xml.rels']).replace('/worksheet"', '/chartsheet"');
    const book = await zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels });
    expect((await sheetsOf(book)).firstSheet).toBe(1);
    expect(await cellsOf(book, 0)).toBe('import.sheet_empty');
  });

  test('too many of them are refused', async () => {
    const sheets = Array.from({ length: importLimits.sheets + 1 }, (_, index) => ({
      name: `S${index}`,
      data: '',
    }));
    expect((await sheetsOf(await zipOf(workbookParts(sheets)))).fault).toBe('import.too_many_sheets');
  });

  test('a column too many is refused with its row', async () => {
    expect(await cellsOf(await bookOf('<row r="1"><c r="GR1"><v>1</v></c></row>'))).toEqual([
      [...Array(199).fill(''), '1'],
    ]);
    expect(await cellsOf(await bookOf('<row r="1"><c r="GS1"><v>1</v></c></row>'))).toBe(
      'import.too_many_columns',
    );
  });
});

describe('a workbook is refused', () => {
  const good = workbookParts([{ name: 'S', data: '<row><c t="s"><v>0</v></c></row>' }], {
    strings: ['<t>x</t>'],
  });

  test.each<[string, Parts]>([
    ['whose sheet is missing', { 'xl/worksheets/sheet1.xml': '' }],
    [
      'whose sheet is cut off',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row>' },
    ],
    ['whose strings are missing', { 'xl/sharedStrings.xml': '<sst/>' }],
    [
      'whose rows go back',
      {
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>',
      },
    ],
    [
      'with two cells in one place',
      {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
      },
    ],
    [
      'with a cell on another row',
      {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
      },
    ],
    ['that lists no sheets', { 'xl/workbook.xml': '<workbook/>' }],
  ])('%s', async (_, more) => {
    expect(await cellsOf(await zipOf({ ...good, ...more }))).toBe('import.unreadable');
  });

  test.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'])(
    'with a document type in %s',
    async (name) => {
      const book = await zipOf({
        ...good,
        [name]: `<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]>${good[name]}`,
      });
      expect(await cellsOf(book)).toBe('import.unsafe_markup');
    },
  );

  test('with one bit turned', async () => {
    const parts = workbookParts([{ name: 'S', data: `<row>${text('1234.50')}</row>` }]);
    const book = await zipOf(parts);
    // Somewhere inside the packed sheet, which is the last part.
    const at = book.lastIndexOf('xl/worksheets/sheet1.xml', book.lastIndexOf('PK\u0001\u0002')) - 200;
    const refused = new Set<string>();
    for (let bit = 0; bit < 8 * 40; bit += 1) {
      const turned = Buffer.from(book);
      const place = at + Math.floor(bit / 8);
      turned[place] = (turned[place] ?? 0) ^ (1 << (bit % 8));
      const cells = await cellsOf(turned);
      if (typeof cells === 'string') refused.add(cells);
      else expect(cells).toEqual([['1234.50']]);
    }
    expect(refused).toContain('import.unreadable');
  });

  test('with the same part twice', async () => {
    const book = await zipOf({ ...good, 'XL/Workbook.xml': '<workbook/>' });
    expect(await cellsOf(book)).toBe('import.unreadable');
  });

  test('that is a text document', async () => {
    const book = await zipOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels':
        '<Relationships><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<document/>',
    });
    expect(await cellsOf(book)).toBe('import.not_a_table');
  });
});

describe('packed files', () => {
  test('that swell beyond the limits are not unpacked', async () => {
    const bomb = await zipOf({ 'xl/workbook.xml': Buffer.alloc(20 * 1024 * 1024, 0x20) });
    expect((await sheetsOf(bomb)).fault).toBe('import.unpacks_too_large');
    const large = await zipOf({ a: Buffer.alloc(3000), b: Buffer.alloc(3000) });
    await expect(openZip(large, { unpackedBytes: 5000, unpackedRatio: 500 })).rejects.toMatchObject({
      code: 'import.unpacks_too_large',
    });
  });

  test('that say less than they unpack to are refused while they are unpacked', async () => {
    const parts = workbookParts([{ name: 'S', data: `<row>${text('x'.repeat(5000))}</row>` }]);
    const book = await zipOf(parts);
    const directory = book.indexOf('PK\u0001\u0002');
    let lies = 0;
    for (let at = directory; at !== -1; at = book.indexOf('PK\u0001\u0002', at + 1)) {
      if (!book.toString('latin1', at + 46, at + 80).startsWith('xl/worksheets/sheet1.xml')) continue;
      book.writeUInt32LE(100, at + 24);
      lies += 1;
    }
    expect(lies).toBe(1);
    expect(await cellsOf(book)).toBe('import.unreadable');
  });

  test('that are locked are refused in their own words', async () => {
    const book = await bookOf('');
    for (let at = book.indexOf('PK\u0001\u0002'); at !== -1; at = book.indexOf('PK\u0001\u0002', at + 1))
      book.writeUInt16LE(book.readUInt16LE(at + 8) | 1, at + 8);
    expect((await sheetsOf(book)).fault).toBe('import.encrypted');
  });
});
