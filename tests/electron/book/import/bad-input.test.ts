import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../../shared/text/faults.ts';
import type { PlanChange } from '../../../builders/import-desk.ts';
import { dumpBook, type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const wide = (columns: number) =>
  `Name,Amount${Array.from({ length: columns - 2 }, (_, index) => `,Extra ${index}`).join('')}\nAna Abara,1.00${','.repeat(columns - 2)}\n`;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const table = 'Name,Amount\nAna Abara,1.00\nZo\u00eb Birch,2.00\n';

const refused: [string, string | Uint8Array, string, PlanChange, RegExp][] = [
  ['an empty file', '', 'import.file_empty', {}, /empty/],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'import.not_a_table', {}, /a PDF document/],
  [
    'a workbook cut off',
    Buffer.from('PK\u0003\u0004 [Content_Types].xml', 'latin1'),
    'import.unreadable',
    {},
    /damaged/,
  ],
  ['JSON', '{"debts": [1, 2]}', 'import.not_a_table', {}, /JSON/],
  ['a web page', '<html><table><tr><td>1</td></tr></table></html>', 'import.not_a_table', {}, /a web page/],
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    'import.not_a_table',
    {},
    /a picture/,
  ],
  ['a letter', 'Dear Madam\nplease pay.\nYours\n', 'import.not_a_table', {}, /text without columns/],
  ['201 columns', wide(201), 'import.too_many_columns', {}, /201 columns; at most 200/],
  [
    'a mark never closed',
    'Name,Amount\nAna Abara,1.00\n"Ben Birch,2.00\nCarla,3.00\n',
    'import.quote_open',
    {},
    /line 3/,
  ],
  [
    'a missing closing mark',
    '"Name","Amount"\n"Ana Abara","1.00"\n"Ben Birch,2.00\n"Carla","3.00"\n',
    'import.quote_open',
    {},
    /line 3/,
  ],
  ['UTF-8 read as UTF-16', table, 'import.encoding_wrong', { chosen: { encoding: 'utf-16le' } }, /UTF-16/],
  ['UTF-16 read as UTF-8', utf16(table), 'import.encoding_wrong', { chosen: { encoding: 'utf-8' } }, /UTF-8/],
  [
    'UTF-16 read as Windows-1252',
    utf16(table),
    'import.encoding_wrong',
    { chosen: { encoding: 'windows-1252' } },
    /Windows-1252/,
  ],
  [
    'Windows-1252 read as UTF-8',
    Buffer.from(table, 'latin1'),
    'import.encoding_wrong',
    { chosen: { encoding: 'utf-8' } },
    /line 3/,
  ],
  [
    'a zero character',
    Buffer.concat([Buffer.from('Name,Amount\n'.repeat(30_000)), Buffer.from([0])]),
    'import.encoding_wrong',
    {},
    /UTF-8/,
  ],
  ['nobody who owes', 'Amount,Date\n1.00,1/2/2025\n', 'import.column_unmapped', {}, /debtor name/],
  ['no sum', 'Name,Invoice\nAna Abara,1\nBen Birch,2\n', 'import.column_unmapped', {}, /amount/],
  [
    'a column meant twice',
    'Name,Amount,Total\nAna,1.00,1.00\n',
    'import.column_twice',
    { mapping: ['debtor_name', 'amount', 'amount'] },
    /Two columns/,
  ],
  [
    'nothing but refused rows',
    'Name,Amount\nAna Abara,much\n',
    'import.nothing_to_write',
    { mapping: ['debtor_name', 'amount'] },
    /No row/,
  ],
  ['only names of columns', 'Name,Amount\n', 'import.nothing_to_write', {}, /No row/],
];

describe('one sentence, and nothing is written', () => {
  it.each(refused)('%s', async (_, content, code, change, words) => {
    const before = dumpBook(desk.store);
    const result = await desk.write(desk.file(content), change);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) {
      const { what, todo } = sentenceOf(result.error);
      expect(what).toMatch(words);
      expect(todo).not.toBe('');
    }
    expect(dumpBook(desk.store)).toEqual(before);
    expect(desk.store.db.prepare('SELECT count(*) FROM imports').pluck().get()).toBe(0);
  });

  it('a file that is not there any more', async () => {
    expect(await desk.look(desk.open('/nowhere/at/all.csv'))).toMatchObject({
      ok: false,
      error: { code: 'import.file_gone' },
    });
    expect(await desk.look(desk.open(import.meta.dirname))).toMatchObject({
      ok: false,
      error: { code: 'import.file_gone' },
    });
  });

  it('a client that is not there', async () => {
    const result = await desk.write(desk.file('Name,Amount\nAna,1.00\n'), { clientId: 99 });
    expect(result).toMatchObject({ ok: false, error: { code: 'client.not_found' } });
  });

  it('more rows than an import takes', { timeout: 60_000 }, async () => {
    const text = `Name,Amount\n${'A,1\n'.repeat(1_000_001)}`;
    expect(await desk.look(desk.file(text))).toMatchObject({
      ok: false,
      error: { code: 'import.too_many_rows' },
    });
  });
});

it('a stray mark within one line refuses that row alone', async () => {
  const text = '"Name","Amount"\n"Ana Abara","1.00"\n"Ben Birch,"2.00"\n"Carla","3.00"\n';
  expect(valueIn(await desk.attempt(desk.file(text)))).toMatchObject({
    charges: 2,
    refusals: [{ line: 3, code: 'stray_quote', reason: expect.stringContaining('quotation mark') }],
  });
});

it('200 columns are fine', async () => {
  expect(valueIn(await desk.write(desk.file(wide(200)))).import.charges).toBe(1);
});

it.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
  ['UTF-16 with a mark', utf16(`\ufeff${table}`)],
  ['UTF-16 without', utf16(table)],
  ['UTF-16 big-endian', utf16(`\ufeff${table}`).swap16()],
  ['Windows-1252', Buffer.from(table, 'latin1')],
])('reads accents right: %s', async (_, content) => {
  const preview = valueIn(await desk.look(desk.file(content)));
  expect(preview.columns.map(({ name }) => name)).toEqual(['Name', 'Amount']);
  expect(preview.sample).toEqual([
    { line: 2, cells: ['Ana Abara', '1.00'] },
    { line: 3, cells: ['Zoë Birch', '2.00'] },
  ]);
});

it('reads the euro sign and curly quotes of Windows-1252', async () => {
  const content = Buffer.from([
    0x4e, 0x61, 0x6d, 0x65, 0x2c, 0x42, 0x0a, 0x80, 0x93, 0x99, 0x2c, 0x31, 0x0a, 0x78, 0x2c, 0x32,
  ]);
  expect(valueIn(await desk.look(desk.file(content))).sample[0]?.cells).toEqual(['€“™', '1']);
});

it('decides the order of dates from all values, and says when it cannot', async () => {
  const file = (last: string) =>
    desk.file(`Name,Date,Amount\n${'Ana Abara,3/4/2025,1.00\n'.repeat(5000)}Ben Birch,${last},2.00\n`);
  expect(valueIn(await desk.look(file('13/4/2025')))).toMatchObject({
    reading: { dateOrder: 'dmy' },
    doubts: [],
  });
  expect(valueIn(await desk.look(file('4/13/2025')))).toMatchObject({
    reading: { dateOrder: 'mdy' },
    doubts: [],
  });
  const unsure = valueIn(await desk.look(file('5/6/2025')));
  expect(unsure).toMatchObject({
    reading: { dateOrder: 'mdy' },
    doubts: [expect.stringContaining('Month first')],
  });
  const set = valueIn(await desk.look(file('5/6/2025'), { dateOrder: 'dmy' }));
  expect(set).toMatchObject({ reading: { dateOrder: 'dmy' }, doubts: [] });
});

describe('rows that are refused, each with its reason', () => {
  const path = join(import.meta.dirname, '../../../fixtures/import/odd-rows.csv');

  it('names line, column and value, and shares out the sum of the file', async () => {
    const trial = valueIn(await desk.attempt(desk.open(path)));
    expect(trial.refusals.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
      [6, 'day_unreadable', 'Invoice Date', '31/02/2025'],
      [8, 'amount_absurd', 'Amount', '999999999999.00'],
      [9, 'amount_unreadable', 'Amount', 'twelve'],
      [10, 'debtor_missing', 'Customer', ''],
      [11, 'amount_missing', 'Amount', ''],
      [13, 'duplicate_reference', null, '0002'],
      [14, 'too_few_cells', null, 'Ines Ibarra,0011,03/17/2025'],
      [15, 'too_many_cells', null, '512-555-0112'],
      [16, 'amount_currency', 'Amount', '€90.00'],
      [17, 'header_again', null, 'Customer'],
    ]);
    expect(trial.doubts.map(({ line, code }) => [line, code])).toEqual([
      [12, 'due_before_charge'],
      [18, 'phone_unreadable'],
    ]);
    expect(trial.fileCents).toBe(trial.chargesCents + trial.refusedCents + trial.alreadyThereCents);
    // Below zero it is a credit.
    expect(trial.chargesCents).toBe(10_000 + 125_050 - 4_500 + 6_000 + 3_333);
  });

  it('leaves them out of the book', async () => {
    const done = valueIn(await desk.write(desk.open(path)));
    expect(done).toMatchObject({
      refused: 10,
      import: { refused: 10, charges: 4, chargesCents: 144_383, paymentsCents: 25_050 },
    });
    expect(readFileSync(path, 'utf8')).toContain('Fenwick');
    expect(
      desk.store.db.prepare("SELECT count(*) FROM debtors WHERE name LIKE '%Fenwick%'").pluck().get(),
    ).toBe(0);
  });
});
