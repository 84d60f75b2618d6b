/** XLS, XLSB, SYLK and DIF say what the same cells say in XLSX. */
import { type BookType, type CellObject, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { cellsOf, sheetsOf } from './sheet-cells.ts';

function bookOf(type: BookType, bookType: { hidden?: boolean } = {}): Buffer {
  const sheet = utils.aoa_to_sheet([
    ['Name', 'Balance', 'Due', 'ZIP', 'Paid'],
    ['Zoë Ann', 12.1, 0, 1234, true],
    ['Lee', -20.05, 0, 98765, false],
  ]);
  const set = (place: string, value: number, format: string) => {
    const cell: CellObject = { t: 'n', v: value, z: format };
    sheet[place] = cell;
  };
  set('B2', 12.1, '#,##0.00');
  set('C2', 46_348, 'm/d/yyyy');
  set('C3', 46_349, 'm/d/yyyy');
  set('D2', 1234, '00000');
  set('D3', 98_765, '00000');
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'List');
  if (bookType.hidden) {
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a', 'b'], ['c']]), 'Secret');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  }
  return Buffer.from(write(book, { type: 'buffer', bookType: type }) as Uint8Array);
}

/** The head of a record that holds a number. */
const number = Buffer.from([0x03, 0x02, 14, 0]);

const expected = [
  ['Name', 'Balance', 'Due', 'ZIP', 'Paid'],
  ['Zoë Ann', '12.10', '2026-11-22', '01234', 'TRUE'],
  ['Lee', '-20.05', '2026-11-23', '98765', 'FALSE'],
];

describe('another format of workbooks', () => {
  test.each<[string, BookType]>([
    ['xls', 'biff8'],
    ['xlsb', 'xlsb'],
    ['xlsx', 'xlsx'],
  ])('%s is read like XLSX', async (format, bookType) => {
    const bytes = bookOf(bookType);
    expect((await sheetsOf(bytes)).format).toBe(format);
    expect(await cellsOf(bytes)).toEqual(expected);
  });

  test.each<BookType>(['biff8', 'xlsb', 'xlsx'])('%s names its hidden sheets', async (bookType) => {
    expect((await sheetsOf(bookOf(bookType, { hidden: true }))).sheets).toEqual([
      { name: 'List', rows: 3, hidden: false },
      { name: 'Secret', rows: 2, hidden: true },
    ]);
  });

  test('SYLK and DIF are told from text by their records', async () => {
    const sylk =
      'ID;PSCALC3\r\nB;Y2;X2\r\nC;Y1;X1;K"Name"\r\nC;Y1;X2;K"Sum"\r\nC;Y2;X1;K"Ann"\r\nC;Y2;X2;K12.5\r\nE\r\n';
    expect((await sheetsOf(Buffer.from(sylk))).format).toBe('sylk');
    expect(await cellsOf(Buffer.from(sylk))).toEqual([
      ['Name', 'Sum'],
      ['Ann', '12.5'],
    ]);
    const list = 'ID;Phone;Balance\nA;555-0100;12.50\nB;555-0101;7.00\n';
    expect((await sheetsOf(Buffer.from(list))).format).toBe('text');
  });

  test.each<BookType>(['biff8', 'xlsb'])('%s cut off anywhere is refused', async (bookType) => {
    const bytes = bookOf(bookType);
    for (let cut = 100; cut < bytes.length - 600; cut += 97) {
      expect(await cellsOf(bytes.subarray(0, cut))).toMatch(/^import\./);
    }
  });

  test('an XLS whose records do not follow each other is refused, not read in part', async () => {
    const bytes = bookOf('biff8');
    const whole = await cellsOf(bytes);
    let refused = 0;
    // The length of each of the records that hold a number (MS-XLS 2.4.180).
    for (let at = bytes.indexOf(number); at !== -1; at = bytes.indexOf(number, at + 1)) {
      for (const length of [0, 4, 15, 18, 4000, 60_000]) {
        const broken = Buffer.from(bytes);
        broken.writeUInt16LE(length, at + 2);
        const cells = await cellsOf(broken);
        if (typeof cells === 'string') refused += 1;
        else expect(cells).toEqual(whole);
      }
    }
    expect(refused).toBeGreaterThan(20);
  });
});
