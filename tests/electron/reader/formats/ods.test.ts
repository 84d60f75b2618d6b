/** ODS: values exact, days as days, what a format alone knows taken from the text shown; what is locked or set up to swell refused. */
import { describe, expect, test } from 'vitest';
import { cellsOf, recordsOf, sheetsOf } from './sheet-cells.ts';
import { zipOf } from './workbook-parts.ts';

const spaces = ['office', 'style', 'table', 'text', 'calcext', 'draw']
  .map((name) => `xmlns:${name}="urn:test:${name}"`)
  .join(' ');

function bookOf(tables: string, more: Readonly<Record<string, string>> = {}) {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content ${spaces}><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });
}

const table = (rows: string, name = 'S', style = 'ta1') =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, shown: string) =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
const word = (text: string) => cell('office:value-type="string"', text);

describe('cells of an ODS', () => {
  test('of every type', async () => {
    const book = await bookOf(
      table(
        row(
          cell('office:value-type="float" office:value="1234.5"', '1,234.50') +
            cell('office:value-type="float" office:value="12.1"', '12.1') +
            cell('office:value-type="currency" office:currency="USD" office:value="-20"', '($20.00)') +
            cell('office:value-type="currency" office:currency="EUR" office:value="20"', '20,00 €') +
            cell('office:value-type="percentage" office:value="0.065"', '6.50%') +
            cell('office:value-type="boolean" office:boolean-value="true"', 'YES'),
        ) +
          row(
            cell('office:value-type="date" office:date-value="2026-11-22"', '11/22/26') +
              cell('office:value-type="date" office:date-value="2026-11-22T09:30:00"', '11/22/26') +
              cell('office:value-type="date" office:date-value="2026-11-22T09:30:00"', '11/22/26 09:30') +
              cell('office:value-type="time" office:time-value="PT36H05M00S"', '36:05') +
              cell('office:value-type="float" office:value="1234"', '01234') +
              cell('office:value-type="float" office:value="123456789"', '123-45-6789'),
          ),
      ),
    );
    expect(await cellsOf(book)).toEqual([
      ['1234.50', '12.1', '-20.00', 'EUR 20.00', '6.5%', 'TRUE'],
      ['2026-11-22', '2026-11-22', '2026-11-22 09:30', '36:05', '01234', '123-45-6789'],
    ]);
  });

  test('with blanks, lines, links and comments', async () => {
    const book = await bookOf(
      table(
        row(
          '<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>Ann<text:s text:c="2"/>\n   <text:a href="x">Lee</text:a></text:p><text:p>2 Elm<text:tab/>St<text:line-break/>b</text:p><draw:frame><text:p>picture</text:p></draw:frame></table:table-cell>',
        ),
      ),
    );
    expect(await cellsOf(book)).toEqual([['Ann   Lee\n2 Elm\tSt\nb']]);
  });

  test('repeated, covered and far down', async () => {
    const { records } = await recordsOf(
      await bookOf(
        table(
          row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="9"') +
            row(
              `${word('a')}<table:covered-table-cell/>${cell('office:value-type="string" table:number-columns-repeated="2"', 'b')}<table:table-cell table:number-columns-repeated="16000"/>`,
              'table:number-rows-repeated="2"',
            ) +
            row('<table:table-cell/>', 'table:number-rows-repeated="1048564"') +
            row(word('end')),
        ),
      ),
    );
    expect(records).toEqual([
      { line: 10, cells: ['a', '', 'b', 'b'] },
      { line: 11, cells: ['a', '', 'b', 'b'] },
      { line: 1_048_576, cells: ['end', '', '', ''] },
    ]);
  });

  test('with errors, and rows a filter hides, are told', async () => {
    const { doubts } = await recordsOf(
      await bookOf(
        table(
          row(word('Sum')) +
            row(
              cell(
                'office:value-type="string" calcext:value-type="error" table:formula="of:=1/0"',
                '#DIV/0!',
              ),
            ) +
            row(word('x'), 'table:visibility="filter"'),
        ),
      ),
    );
    expect(doubts).toEqual([
      { code: 'hidden_rows', params: { count: 1, line: 3 } },
      { code: 'cell_errors', params: { count: 1, line: 2 } },
    ]);
  });
});

test('the sheets of an ODS are listed, hidden ones as such', async () => {
  const two = row(word('a') + word('b')) + row(word('c'));
  const book = await bookOf(table(two, 'Hidden', 'ta2') + table('', 'Empty') + table(two, 'Shown'));
  expect(await sheetsOf(book)).toEqual({
    fault: null,
    format: 'ods',
    firstSheet: 2,
    sheets: [
      { name: 'Hidden', rows: 2, hidden: true },
      { name: 'Empty', rows: 0, hidden: false },
      { name: 'Shown', rows: 2, hidden: false },
    ],
  });
});

describe('an ODS is refused', () => {
  test('that is locked', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect((await sheetsOf(await bookOf('', { 'META-INF/manifest.xml': manifest }))).fault).toBe(
      'import.encrypted',
    );
  });

  test('with a document type', async () => {
    const book = await bookOf('', { 'content.xml': '<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>' });
    expect((await sheetsOf(book)).fault).toBe('import.unsafe_markup');
  });

  test('that repeats a filled cell across the sheet, or a row without end', async () => {
    const wide = table(row(cell('office:value-type="string" table:number-columns-repeated="16384"', 'x')));
    expect((await sheetsOf(await bookOf(wide))).fault).toBe('import.too_many_columns');
    const endless = table(row(word('x'), 'table:number-rows-repeated="99999999999"'));
    expect((await sheetsOf(await bookOf(endless))).fault).toBe('import.unreadable');
  });

  test('that is a text document', async () => {
    const book = await bookOf('', { mimetype: 'application/vnd.oasis.opendocument.text' });
    expect((await sheetsOf(book)).fault).toBe('import.not_a_table');
  });
});
