/** Lists as CSV: read back by another parser they hold the same cells, and no text in them can run. */
import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  Table,
  TableRow,
  WriteSteps,
} from '../../../../../electron/book/services/tables/table-cells.ts';
import { writeCsv } from '../../../../../electron/book/services/tables/write-csv.ts';
import { unguardFormula } from '../../../../../shared/domain/formula-guard.ts';

const columns: Table['columns'] = [
  { name: 'Name', kind: 'text' },
  { name: 'Balance', kind: 'money' },
  { name: 'Due', kind: 'day' },
  { name: 'Calls', kind: 'integer' },
  { name: 'Rate', kind: 'percent' },
  { name: 'Called', kind: 'moment' },
];

async function written(rows: Table['rows'], steps?: WriteSteps, named = columns) {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  const result = await writeCsv(sink, { name: 'List', columns: named, rows }, steps);
  return { bytes: Buffer.concat(chunks), result };
}

describe('a list as CSV', () => {
  test('holds each kind of cell as programs read it', async () => {
    const row: TableRow = ['Ann, "Annie" Lee', -120_05, '2026-11-22', 1234, 650, '2026-11-22T09:30'];
    const { bytes, result } = await written([[row], [[null, 5, null, null, null, null]]]);
    expect(bytes.toString('utf8')).toBe(
      '\ufeffName,Balance,Due,Calls,Rate,Called\r\n' +
        '"Ann, ""Annie"" Lee",-120.05,2026-11-22,1234,6.50%,2026-11-22 09:30\r\n' +
        ',0.05,,,,\r\n',
    );
    expect(result).toMatchObject({
      ok: true,
      value: { rows: 2, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    });
  });

  test('guards text that would run, names of columns too, and leaves negative sums numbers', async () => {
    const { bytes } = await written([[['=HYPERLINK("http://x")', -500]]], undefined, [
      { name: '=Name', kind: 'text' },
      { name: 'Sum', kind: 'money' },
    ]);
    expect(bytes.toString('utf8')).toBe('\ufeff\'=Name,Sum\r\n"\'=HYPERLINK(""http://x"")",-5.00\r\n');
  });

  test('any text comes back as it was', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', ',', '"', '\n', '\r', ' ', "'", '=', ';', '\t'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), async (rows) => {
        const { bytes } = await written([rows], undefined, [
          { name: 'A', kind: 'text' },
          { name: 'B', kind: 'text' },
        ]);
        const back = parse(bytes, { bom: true, record_delimiter: '\r\n' }) as string[][];
        expect(back.slice(1).map((cells) => cells.map(unguardFormula))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  test('stops between pieces when asked', async () => {
    let pieces = 0;
    const rows = (function* () {
      for (;;) {
        pieces += 1;
        yield [['x', 1, null, null, null, null]];
      }
    })();
    const { result } = await written(rows, { stopped: () => pieces > 3 });
    expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  });
});
