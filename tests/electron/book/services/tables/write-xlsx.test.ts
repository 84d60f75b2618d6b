/** Lists as workbooks: another program reads back the same cells with their types, and no text in them can run. */
import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { type CellObject, read, utils, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table, WriteSteps } from '../../../../../electron/book/services/tables/table-cells.ts';
import { writeXlsx } from '../../../../../electron/book/services/tables/write-xlsx.ts';

const columns: Table['columns'] = [
  { name: 'Name', kind: 'text' },
  { name: 'Balance', kind: 'money' },
  { name: 'Due', kind: 'day' },
  { name: 'Calls', kind: 'integer' },
  { name: 'Rate', kind: 'percent' },
  { name: 'Called', kind: 'moment' },
];

async function written(tables: readonly Table[], steps?: WriteSteps, rows?: number) {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  const result = await writeXlsx(sink, tables, steps, rows === undefined ? undefined : { rows });
  return { bytes: Buffer.concat(chunks), result };
}

function sheetOf(bytes: Buffer, name: string): WorkSheet {
  const sheet = read(bytes, { cellNF: true, cellStyles: true }).Sheets[name];
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A line ends in a workbook's cell with LF alone. */
const withLf = (text: string) => text.replace(/\r\n?/g, '\n');

const cell = (sheet: WorkSheet, place: string) => sheet[place] as CellObject | undefined;

describe('a list as a workbook', () => {
  test('holds each kind of cell as what it is', async () => {
    const { bytes, result } = await written([
      {
        name: 'Accounts',
        columns,
        rows: [
          [['Ann Lee', -120_05, '2026-11-22', 1234, 650, '2026-11-22T09:30']],
          [[null, 0, null, 0, 0, null]],
        ],
      },
    ]);
    const sheet = sheetOf(bytes, 'Accounts');
    expect(utils.sheet_to_json(sheet, { header: 1, raw: false })).toMatchObject([
      ['Name', 'Balance', 'Due', 'Calls', 'Rate', 'Called'],
      ['Ann Lee', '-120.05', '11/22/26', '1,234', '6.50%', '11/22/26 9:30'],
      [undefined, '0.00', undefined, '0', '0.00%'],
    ]);
    expect(cell(sheet, 'B2')).toMatchObject({ t: 'n', v: -120.05, z: '#,##0.00' });
    expect(cell(sheet, 'C2')).toMatchObject({ t: 'n', v: 46_348 });
    expect(cell(sheet, 'A3')).toBeUndefined();
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:F3' });
    expect(result).toMatchObject({
      ok: true,
      value: {
        rows: 2,
        shortened: 0,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
  });

  test('counts days as Excel does, around the day that never was', async () => {
    const days = ['1899-12-31', '1900-01-01', '1900-02-28', '1900-03-01', '2199-12-31', 'no day'];
    const { bytes } = await written([
      { name: 'Days', columns: [{ name: 'Day', kind: 'day' }], rows: [days.map((day) => [day])] },
    ]);
    const sheet = sheetOf(bytes, 'Days');
    expect(days.map((_, index) => cell(sheet, `A${index + 2}`)?.v)).toEqual([
      '1899-12-31',
      1,
      59,
      61,
      109_574,
      'no day',
    ]);
  });

  test('text stays text, whatever it looks like', async () => {
    const texts = [
      '=1+1',
      '+1 303 555 0100',
      '@x',
      '00123',
      '1e5',
      '_x000D_',
      'a\r\nb',
      ' two  blanks ',
      '<&">',
      '😀',
      '\u0001',
    ];
    const { bytes } = await written([
      { name: 'Text', columns: [{ name: 'Text', kind: 'text' }], rows: [texts.map((text) => [text])] },
    ]);
    const sheet = sheetOf(bytes, 'Text');
    for (const [index, text] of texts.entries()) {
      const found = cell(sheet, `A${index + 2}`);
      expect(found).toMatchObject({ t: 's', v: withLf(text) });
      expect(found?.f).toBeUndefined();
    }
  });

  test('any text comes back as it was', async () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        'é',
        '😀',
        '<',
        '&',
        '"',
        "'",
        '\n',
        '\r',
        '\t',
        ' ',
        '_',
        'x',
        '0',
        '_x0041_',
        ']]>',
      ),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const { bytes } = await written([
          { name: 'T', columns: [{ name: 'T', kind: 'text' }], rows: [texts.map((one) => [one])] },
        ]);
        const sheet = sheetOf(bytes, 'T');
        expect(texts.map((_, index) => cell(sheet, `A${index + 2}`)?.v)).toEqual(texts.map(withLf));
      }),
      { numRuns: 100 },
    );
  });

  test('half a character and a text longer than a cell holds do no harm, and the second is told', async () => {
    const { bytes, result } = await written([
      { name: 'T', columns: [{ name: 'T', kind: 'text' }], rows: [[['a\ud800b'], ['x'.repeat(40_000)]]] },
    ]);
    const sheet = sheetOf(bytes, 'T');
    expect(cell(sheet, 'A2')?.v).toBe('a\ufffdb');
    expect(String(cell(sheet, 'A3')?.v)).toHaveLength(32_767);
    expect(result).toMatchObject({ ok: true, value: { shortened: 1 } });
  });

  test('sheets get names Excel takes, and a table longer than a sheet goes on in the next', async () => {
    const one: Table['columns'] = [{ name: 'N', kind: 'integer' }];
    const count = Array.from({ length: 7 }, (_, index) => [index]);
    const { bytes, result } = await written(
      [
        { name: 'A/B: [all] *?', columns: one, rows: [] },
        { name: 'a b all', columns: one, rows: [count.slice(0, 2), count.slice(2)] },
        { name: 'A name much longer than a sheet may carry', columns: one, rows: [[[1]]] },
      ],
      undefined,
      4,
    );
    const book = read(bytes);
    expect(book.SheetNames).toEqual([
      'A B all',
      'a b all (2)',
      'a b all (3)',
      'a b all (4)',
      'A name much longer than a sheet',
    ]);
    expect(result).toMatchObject({ ok: true, value: { rows: 8 } });
    const numbers = [1, 2, 3].flatMap((index) =>
      utils.sheet_to_json<number[]>(book.Sheets[book.SheetNames[index] ?? ''] ?? {}, { header: 1 }).slice(1),
    );
    expect(numbers).toEqual(count);
  });

  test('the same rows give the same bytes', async () => {
    const table = () => ({ name: 'A', columns, rows: [[['Ann', 1, '2026-01-01', 1, 1, null]]] });
    expect((await written([table()])).bytes.equals((await written([table()])).bytes)).toBe(true);
  });

  test('stops between pieces when asked', async () => {
    let pieces = 0;
    const rows = (async function* () {
      for (;;) {
        pieces += 1;
        yield [['x', 1, null, null, null, null]];
      }
    })();
    const { result } = await written([{ name: 'A', columns, rows }], { stopped: () => pieces > 3 });
    expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  });

  test('what the disk or the rows throw comes out, and nothing hangs', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    const endless = (function* () {
      for (;;) yield [['x'.repeat(1000), 1, null, null, null, null]];
    })();
    await expect(writeXlsx(full, [{ name: 'A', columns, rows: endless }])).rejects.toThrow('disk full');
    const broken = (function* () {
      yield [['x', 1, null, null, null, null]];
      throw new Error('no rows');
    })();
    await expect(written([{ name: 'A', columns, rows: broken }])).rejects.toThrow('no rows');
  });
});
