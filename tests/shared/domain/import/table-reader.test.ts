import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeTableReader,
  type TableFault,
  type TableRecord,
} from '../../../../shared/domain/import/table-reader.ts';
import { importLimits } from '../../../../shared/domain/import.ts';

/** Reads `text` in pieces of `size` characters. */
function read(text: string, delimiter = ',', size = text.length || 1, limits = importLimits) {
  const records: TableRecord[] = [];
  const reader = makeTableReader(delimiter, limits, (record) => records.push(record));
  let fault: TableFault | null = null;
  for (let from = 0; from < text.length && !fault; from += size)
    fault = reader.push(text.slice(from, from + size));
  fault ??= reader.end();
  return { fault, records, cells: records.map((record) => record.cells) };
}

describe('records and cells', () => {
  it.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'carriage returns alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'both',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an empty last cell',
      'a,b,\n1,2,',
      [
        ['a', 'b', ''],
        ['1', '2', ''],
      ],
    ],
    ['a separator in quotation marks', '"a,b",c', [['a,b', 'c']]],
    ['doubled marks', '"say ""yes""",c', [['say "yes"', 'c']]],
    ['an empty quoted cell', '"",c', [['', 'c']]],
    ['a line break in quotation marks', '"a\r\nb",c', [['a\r\nb', 'c']]],
    ['blanks around quotation marks', 'a, "b" ,c', [['a', 'b', 'c']]],
    ['a mark inside a plain cell', 'a 5" pipe,c', [['a 5" pipe', 'c']]],
    ['a blank line', 'a,b\n\n1,2', [['a', 'b'], [''], ['1', '2']]],
  ])('%s', (_, text, expected) => {
    expect(read(text).cells).toEqual(expected);
    expect(read(text).fault).toBeNull();
  });

  it('gives the line an editor shows, also after cells of several lines', () => {
    expect(read('a\n"b\nc\nd"\ne').records.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('reads the same whatever the pieces', () => {
    const text = 'a,b\r\n"x ""y""\r\nz",2\r\n,\r\n"",""';
    const whole = read(text);
    for (let size = 1; size < text.length; size += 1) expect(read(text, ',', size)).toEqual(whole);
  });

  it('agrees with csv-parse on random tables, in any pieces', () => {
    const cell = fc.stringMatching(/^[a-z0-9 ",;\n\r|]{0,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const theirs = parse(text, { relax_column_count: true, skip_empty_lines: false }) as string[][];
          expect(read(text, ',', size).cells).toEqual(theirs);
        },
      ),
    );
  });
});

describe('broken quotation marks', () => {
  it('names the line a mark opens on that is never closed', () => {
    expect(read('a,b\n1,2\n3,"four\n5,6\n').fault).toEqual({ kind: 'quote_open', line: 3 });
  });

  it('names the line when a later mark seems to close it', () => {
    expect(read('"a",1\n"b,2\n"c",3\n"d",4\n').fault).toEqual({ kind: 'quote_open', line: 2 });
  });

  it('does not swallow a whole file to find out', () => {
    const text = `a,"b\n${'x,y\n'.repeat(200_000)}`;
    expect(read(text, ',', 65_536).fault).toEqual({ kind: 'quote_open', line: 1 });
  });

  it('flags a record with a stray mark and goes on with the next', () => {
    const { fault, records } = read('"a"b,c\n"d",e\n');
    expect(fault).toBeNull();
    expect(records.map(({ strayQuote }) => strayQuote)).toEqual([true, false]);
  });
});

describe('limits', () => {
  it('takes 200 columns and refuses 201', () => {
    expect(read(Array(200).fill('x').join(',')).fault).toBeNull();
    expect(read(`a\n${Array(201).fill('x').join(',')}`).fault).toEqual({
      kind: 'too_many_columns',
      line: 2,
      columns: 201,
    });
  });
});
