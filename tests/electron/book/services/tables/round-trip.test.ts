/** What leaves as a list comes back as it was: the same cells through the writers and through the reader of files. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table, TableRow } from '../../../../../electron/book/services/tables/table-cells.ts';
import { writeCsv } from '../../../../../electron/book/services/tables/write-csv.ts';
import { writeXlsx } from '../../../../../electron/book/services/tables/write-xlsx.ts';
import { addDays } from '../../../../../shared/domain/days.ts';
import { cellsOf } from '../../../reader/formats/sheet-cells.ts';

const columns: Table['columns'] = [
  { name: 'Debtor name', kind: 'text' },
  { name: 'Account number', kind: 'text' },
  { name: 'Balance', kind: 'money' },
  { name: 'Due date', kind: 'day' },
  { name: 'Called', kind: 'moment' },
];

const word = fc.stringMatching(/^[A-Za-z=+@'-][A-Za-z0-9 ,."'=+-]{0,20}[A-Za-z]$/);
const number = fc.stringMatching(/^0\d{3,8}$/);
const rows = fc.array(
  fc.record({
    name: word,
    number,
    cents: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    days: fc.integer({ min: 0, max: 80_000 }),
    minute: fc.integer({ min: 1, max: 1439 }),
  }),
  { minLength: 1, maxLength: 30 },
);

async function bytesOf(write: (sink: PassThrough) => Promise<unknown>): Promise<Buffer> {
  const sink = new PassThrough();
  const [bytes] = await Promise.all([buffer(sink), write(sink)]);
  return bytes;
}

describe('a list written and read again', () => {
  test.each(['csv', 'xlsx'] as const)('is the same as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const written = list.map(({ name, number: account, cents, days, minute }): TableRow => {
          const day = addDays('1900-03-01', days);
          return [name, account, cents, day, `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`];
        });
        const table: Table = { name: 'Accounts', columns, rows: [written] };
        const bytes = await bytesOf((sink) =>
          format === 'csv' ? writeCsv(sink, table) : writeXlsx(sink, [table]),
        );
        const expected = written.map(([name, account, cents, day, moment]) => [
          name,
          account,
          `${Number(cents) < 0 ? '-' : ''}${Math.trunc(Math.abs(Number(cents)) / 100)}.${two(Math.abs(Number(cents)) % 100)}`,
          day,
          String(moment).replace('T', ' '),
        ]);
        expect(await cellsOf(bytes)).toEqual([columns.map(({ name }) => name), ...expected]);
      }),
      { numRuns: 150 },
    );
  });
});
