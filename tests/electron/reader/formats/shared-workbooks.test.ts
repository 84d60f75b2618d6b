/**
 * 84 workbooks of other projects' bug reports: each opened with the values Excel shows, or refused with a reason. What a file is there for
 * stands in the README beside it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import { cellsOf, recordsOf, sheetsOf } from './sheet-cells.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data/spreadsheets');
const here = existsSync(folder);
const reason = here ? '' : ' (skipped: the folder ../shared/data is not there)';

const bytesOf = (name: string) => readFileSync(join(folder, name));

/** Refused, each with a code. */
const refused: Readonly<Record<string, string>> = {
  'calamine/OOM_alloc3.xls': 'import.unreadable',
  'calamine/issue_666_panic.xlsb': 'import.sheet_empty',
  'calamine/pass_protected.xlsx': 'import.encrypted',
  'exceljs/duplicateRowTest.xlsx': 'import.sheet_empty',
  'exceljs/invalid-xml.xlsx': 'import.unreadable',
  'exceljs/test-issue-991.csv': 'import.not_a_table',
  'phpspreadsheet/urlImage.xlsx': 'import.sheet_empty',
  'phpspreadsheet/utf16entity.dontuse.xlsx': 'import.unreadable',
  'phpspreadsheet/utf8entity.dontuse.xlsx': 'import.unsafe_markup',
  'roo/encrypted-letmein.ods': 'import.encrypted',
  'roo/file_item_error.xlsx': 'import.sheet_empty',
  'sheetjs/BlankSheetTypes.xlsm': 'import.sheet_empty',
  'sheetjs/password_2002_40_xor.xls': 'import.encrypted',
};

const taskSheet = {
  records: 11,
  first: ['Date', 'Start time', 'End time', 'Pause', 'Sum', 'Comment'],
  at: { 4: ['2007-05-07', '9.25', '10.25', '0', '1', 'Task 1'] },
} as const;

type Expected = {
  /** Rows that hold anything. */
  readonly records: number;
  readonly first: readonly string[];
  readonly at?: Readonly<Record<number, readonly string[]>>;
};

/** The first sheet of each of the others: how many records, the first of them, and some by their row. */
const read: Readonly<Record<string, Expected>> = {
  'calamine/OOM_alloc.xls': {
    records: 19,
    first: expect.arrayContaining(['Principal Projects / Deals:', 'New Deals']),
  },
  'calamine/date_1904.xlsx': {
    records: 3,
    first: ['2021-01-01', '15'],
    at: { 2: ['2021-01-02', '16'], 3: ['255:10:10', '17'] },
  },
  'calamine/empty_shared_string.xlsx': { records: 1, first: ['abc'] },
  'calamine/has_x000D_.xlsx': { records: 1, first: ['ABC\nDEF'] },
  'calamine/inlineStr_cdata.xlsx': {
    records: 2,
    first: ['Hello CDATA', 'World'],
    at: { 2: ['12345', 'NormalText'] },
  },
  'calamine/malformed_format.xls': { records: 36, first: expect.arrayContaining(['GENNAIO', 'DICEMBRE']) },
  'calamine/merged_range.xlsx': {
    records: 3,
    first: ['A1', 'B1', 'C1', '', 'E1', 'F1', 'G1', 'H1'],
    at: { 3: ['A3', 'B3', 'C3', '', 'E3', 'F3', 'G3', 'H3'] },
  },
  'calamine/strict_iso_paths.xlsx': { records: 76, first: expect.arrayContaining(['Item', 'GoldenRun']) },
  'calamine/xls_wrong_decimals.xls': { records: 1, first: ['0.525625'] },
  'exceljs/1904.xlsx': { records: 1, first: ['', '1904-01-01'] },
  'exceljs/bogus-defined-name.xlsx': { records: 1, first: ['OFFSET($A$10;0;0;0;1)'] },
  'exceljs/dateIssue.xlsx': { records: 2, first: ['Date'], at: { 2: ['2020-11-20'] } },
  'exceljs/google-sheets.xlsx': { records: 3, first: ['BEGIN', 'HIDDEN', 'VISIBLE'] },
  'exceljs/many-columns.xlsx': { records: 2, first: expect.arrayContaining(['this', 'columns', '']) },
  'exceljs/shared_string_with_escape.xlsx': { records: 1, first: ['_x000D_'] },
  'phpspreadsheet/1904_Calendar.xlsx': {
    records: 2,
    first: ['2022-01-01', '2021-12-31'],
    at: { 2: ['2022-12-31', '2023-01-01'] },
  },
  'phpspreadsheet/issue.3553.xlsx': { records: 1, first: ['', 'Test Link'] },
  'phpspreadsheet/octo#thorpe.xlsx': { records: 1, first: ['xyz'] },
  'phpspreadsheet/rootZipFiles.xlsx': { records: 1, first: ['TEST CELL'] },
  'phpspreadsheet/utf16be.xlsx': { records: 1, first: ['1'] },
  'phpspreadsheet/without_cell_reference.xlsx': {
    records: 10,
    first: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  },
  'readxl/big-texty-numbers-xlsx.xlsx': {
    records: 7,
    first: ['number', 'number as text', 'notes'],
    at: { 3: ['2147483647', '2147483647', 'x = 2^31 - 1'], 5: ['2147483649', '2147483649', 'x + 2'] },
  },
  'readxl/blanks.xlsx': { records: 3, first: ['x', 'y'], at: { 2: ['', 'a'] } },
  'readxl/currency-formats-xlsx.xlsx': {
    records: 3,
    first: ['product', 'cost_EUR', 'cost_CHF', 'cost_mixed'],
    at: {
      2: ['apple', 'EUR 0.50', 'CHF 0.50', 'EUR 0.50'],
      3: ['software', 'EUR 10000.00', 'CHF 10000.00', 'CHF 10000.00'],
    },
  },
  'readxl/dates-1900-LibreOffice.xlsx': { records: 1, first: Array(5).fill('2000-01-01') },
  'readxl/dates-leap-year-1900-xlsx.xlsx': {
    records: 8,
    first: ['dttm', 'dttm_string', 'expect_success'],
    at: {
      2: ['1900-01-01', '1900-01-01 08:00:00', 'TRUE'],
      4: ['1900-02-28', '1900-02-28 08:00:00', 'TRUE'],
      // The day that never was is shown as it stands; where a day is needed it is refused.
      5: ['1900-02-29', '1900-02-29 08:00:00', 'FALSE'],
      6: ['1900-03-01', '1900-03-01 08:00:00', 'TRUE'],
    },
  },
  'readxl/embedded-chartsheet.xlsx': {
    records: 151,
    first: ['Sepal.Length', 'Sepal.Width', 'Petal.Length', 'Petal.Width', 'Species'],
    at: { 2: ['5.1', '3.5', '1.4', '0.2', 'setosa'] },
  },
  'readxl/empty-sheets.xlsx': { records: 1, first: ['var1', 'var2'] },
  'readxl/inlineStr.xlsx': { records: 2, first: expect.arrayContaining(['NN', 'Description']) },
  'readxl/iris-google-doc.xlsx': {
    records: 151,
    first: expect.arrayContaining(['Species']),
    at: { 2: ['5.1', '3.5', '1.4', '0.2', 'setosa'] },
  },
  'readxl/list_type.xlsx': { records: 6, first: ['var1'], at: { 2: ['1'], 4: ['a'], 5: ['2017-01-01'] } },
  'readxl/missing-first-column.xlsx': { records: 3, first: ['', '1'] },
  'readxl/names-need-repair-xlsx.xlsx': { records: 3, first: ['a b', 'a b', '', 'c%&$'] },
  'readxl/new_line_errors.xlsx': {
    records: 3,
    first: ['column_name'],
    at: { 2: [expect.stringMatching(/^first line of text \n+second line[^\r]*last line$/)] },
  },
  'readxl/no-styles-or-sharedStrings-parts.xlsx': {
    records: 12,
    first: ['Language', 'Age', 'Churn probability'],
    at: { 2: ['german', '73', '0.143292665'] },
  },
  'readxl/texty-dates-xlsx.xlsx': {
    records: 3,
    first: ['a'],
    at: { 2: ['1985-03-11 13:00'], 3: ['1985-03-11 13:23:32'] },
  },
  'readxl/unnamed-duplicated-columns.xlsx': { records: 3, first: ['', 'var2', '', 'var2'] },
  'readxl/whitespace-xlsx.xlsx': {
    records: 6,
    first: [' <-space, space-> '],
    at: { 5: ['\t<-tab, tab->\t'] },
  },
  'roo/1904_base.xlsx': { records: 2, first: ['2009-06-15'], at: { 2: ['2013-04-19'] } },
  'roo/number_with_zero_prefix.xlsx': {
    records: 50,
    first: Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(4, '0')),
    at: { 50: Array.from({ length: 20 }, (_, index) => String(index + 981).padStart(4, '0')) },
  },
  'roo/simple_spreadsheet.xlsx': taskSheet,
  'roo/strict.xlsx': { records: 1, first: ['Sheet 1'] },
  'roo/type_openoffice.xlsx': taskSheet,
  'roo/whitespace.xlsx': { ...taskSheet, records: 3 },
  'roo/x000D.xlsx': {
    records: 2,
    first: expect.arrayContaining(['用例标题']),
    at: { 2: expect.arrayContaining([expect.stringMatching(/^1、[^\r_]+100%$/)]) },
  },
  'sheetjs/Attendance.xlsx': {
    records: 25,
    first: expect.arrayContaining(['Date', 'Tom Brooks']),
    at: { 3: ['2020-10-01', 'FALSE', 'TRUE', 'TRUE', 'TRUE', 'TRUE', 'TRUE', 'FALSE', 'TRUE'] },
  },
  'sheetjs/AutoFilter.xlsx': { records: 22, first: ['Code', 'Format', 'Library', 'Notes', 'Importance'] },
  'sheetjs/DataTypesFormats.xlsx': {
    records: 6,
    first: ['Date', '2020-07-23'],
    at: { 2: ['Date Time', '2020-07-23 09:00'], 3: ['Currency', '123.00'], 4: ['Percentage', '98.76%'] },
  },
  'sheetjs/ErrorTypes.xlsx': { records: 14, first: expect.arrayContaining(['Error', 'Bang']) },
  'sheetjs/LONumbers.xlsx': {
    records: 38,
    first: [
      'General',
      '1',
      '-1.2',
      '12.3',
      '-12.34',
      '123.45',
      '-123.456',
      '1234.567',
      '-1234.5678',
      '12345.6789',
    ],
  },
  'sheetjs/RkNumber.xls': {
    records: 5,
    first: ['fX100', 'fInt', 'sample'],
    at: { 3: ['0', '1', '1200455'], 5: ['1', '1', '12004.55'] },
  },
  'sheetjs/defined_names_unicode.xlsx': { records: 1, first: ['NamedDefine'] },
  'sheetjs/hyperlink_stress_test_2011.xlsx': { records: 7, first: ['http://www.sheetjs.com'] },
  'sheetjs/merge_cells.xlsx': {
    records: 3,
    first: ['A1:B2', '', 'C1:C2', 'Separate blocks'],
    at: { 3: ['A3:B3', '', 'C3', ''] },
  },
  'sheetjs/minimal_112.xlsx': {
    records: 3,
    first: ['Sheet', 'JS'],
    at: { 2: ['123', '1.23'], 3: ['TRUE', '12.3%'] },
  },
  'sheetjs/mixed_sheets.xlsx': { records: 2, first: ['type', 'name'] },
  'sheetjs/number_format.ods': {
    records: 29,
    first: expect.arrayContaining(['Format', 'Value']),
    at: { 2: expect.arrayContaining(['12345.6789']) },
  },
  'sheetjs/number_format.xlsb': {
    records: 29,
    first: expect.arrayContaining(['Format', 'Value']),
    at: { 4: ['2', '12345.6789', '0.00', '12345.68', '0.00', '12345.6789', ''] },
  },
  'sheetjs/number_format.xlsm': {
    records: 29,
    first: expect.arrayContaining(['Format', 'Value']),
    at: { 4: ['2', '12345.6789', '0.00', '12345.68', '0.00', '12345.6789', ''] },
  },
  'sheetjs/sheet_visibility.xlsx': { records: 2, first: [...'visible'] },
  'sheetjs/sushi.xlsx': { records: 1, first: ['🍣'] },
  'sheetjs/text_and_numbers.txt': { records: 5, first: ['English', 'Hello', 'World', '', ''] },
  'sheetjs/text_and_numbers.xlsx': {
    records: 3,
    first: ['English', 'Hello', 'World'],
    at: { 4: ['1337', '13.37', '1337.00'] },
  },
  'sheetjs/write.dif': {
    records: 4,
    first: ['1', '2', '3', ''],
    at: { 3: ['foo', 'bar', '2014-02-19', '0.3'] },
  },
  'sheetjs/write.slk': {
    records: 4,
    first: ['1', '2', '3', ''],
    at: { 3: ['foo', 'bar', '2014-02-19', '0.3'] },
  },
  'sheetjs/write.xlsx': {
    records: 4,
    first: ['1', '2', '3', ''],
    at: { 3: ['foo', 'bar', '2014-02-19', '0.3'] },
  },
  'sheetjs/xlsx-stream-d-date-cell.xlsx': {
    records: 13,
    first: ['String', 'てすと', '&\'";<>', '&amp;'],
    at: { 3: ['Float', '1.5', '0.3', '12345678900000000000000'], 5: ['Date', '2014-02-14 08:27:48', '', ''] },
  },
  'tabulator/adjust_floating_point_error.xlsx': {
    records: 6,
    first: ['Sample Name', 'peak PO4', 'actual PO4 (formula)', 'actual PO4 (values)'],
    at: {
      3: ['W-2-98-NC TF1 0-4cm Total P split 1', '68.665', '274.66', '274.66'],
      4: ['W-2-98-NC TF1 0-4cm Total P split 2', '72.965', '291.86', '291.86'],
    },
  },
  'tabulator/merged-cells.xlsx': { records: 1, first: ['data'] },
  'tabulator/multiline-headers.xlsx': {
    records: 4,
    first: expect.arrayContaining(['Region', 'Caloric contribution']),
  },
  'tabulator/preserve-formatting.xlsx': {
    records: 2,
    first: expect.arrayContaining(['empty', 'm/d/yy']),
    at: { 2: expect.arrayContaining(['1000.5577', '2040-05-20']) },
  },
  'tabulator/sheets.xlsx': { records: 2, first: ['id', 'name'] },
  'tabulator/skip-rows.xlsx': { records: 4, first: ['Table 1', ''] },
  'tabulator/test_scientific_notation.xlsx': {
    records: 2,
    first: ['scientific_notation'],
    at: { 2: ['0.000000427335427525861'] },
  },
};

describe.skipIf(!here)(`workbooks of other projects${reason}`, () => {
  test('are all told of here', () => {
    const names = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => /\.\w+$/.test(name) && !name.endsWith('README.md'));
    expect([...Object.keys(refused), ...Object.keys(read)].sort()).toEqual(names.sort());
  });

  test.each(Object.entries(refused))('%s is refused: %s', async (name, code) => {
    expect(await cellsOf(bytesOf(name))).toBe(code);
    expect(sentenceOf({ code: code as 'import.unreadable', params: {} }).what).not.toBe('');
  });

  test.each(Object.entries(read))('%s is read', async (name, { records: count, first, at = {} }) => {
    const { records, fault } = await recordsOf(bytesOf(name));
    expect(fault).toBeNull();
    expect(records[0]?.cells).toEqual(first);
    expect(records).toHaveLength(count);
    for (const [line, cells] of Object.entries(at))
      expect(records.find((record) => record.line === Number(line))?.cells).toEqual(cells);
  });

  test('hidden sheets are listed as hidden and never come first', async () => {
    expect((await sheetsOf(bytesOf('sheetjs/sheet_visibility.xlsx'))).sheets).toEqual([
      { name: 'Visible', rows: 2, hidden: false },
      { name: 'Hidden', rows: 2, hidden: true },
      { name: 'VeryHidden', rows: 2, hidden: true },
    ]);
    expect(
      (await sheetsOf(bytesOf('calamine/OOM_alloc.xls'))).sheets.filter(({ hidden }) => hidden),
    ).toHaveLength(9);
  });

  test('a chart between the sheets is not taken for one', async () => {
    const { sheets } = await sheetsOf(bytesOf('readxl/embedded-chartsheet.xlsx'));
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['iris', 151],
      ['Chart1', 0],
      ['mtcars', 33],
      ['chickwts', 72],
      ['quakes', 1001],
    ]);
  });

  test('errors of formulas, filtered rows and lost digits are told', async () => {
    const doubtsOf = async (name: string, sheet?: number) => (await recordsOf(bytesOf(name), sheet)).doubts;
    expect(await doubtsOf('sheetjs/ErrorTypes.xlsx')).toEqual([
      { code: 'cell_errors', params: { count: 13, line: 2 } },
    ]);
    expect(await doubtsOf('sheetjs/AutoFilter.xlsx', 3)).toEqual([
      { code: 'hidden_rows', params: { count: 17, line: 2 } },
    ]);
    expect(await doubtsOf('sheetjs/xlsx-stream-d-date-cell.xlsx')).toEqual([
      { code: 'digits_lost', params: { count: 1, line: 3 } },
    ]);
    expect(await doubtsOf('readxl/iris-google-doc.xlsx')).toEqual([]);
  });

  test('one workbook saved in three formats says the same in all', async () => {
    const sums = async (name: string) => {
      const cells = await cellsOf(bytesOf(name), 2);
      if (typeof cells === 'string') return cells;
      return cells.map((row) => row.slice(1).map(Number));
    };
    const xlsm = await sums('sheetjs/number_format.xlsm');
    expect(await sums('sheetjs/number_format.xlsb')).toEqual(xlsm);
  });
});
