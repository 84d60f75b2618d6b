/** Tables nobody recognised: totals and heads of sections are no rows, names that only look like them are. */
import { describe, expect, it } from 'vitest';
import { lines, shape } from './shaped.ts';

describe('totals', () => {
  it('are held against the rows above, column by column, and are no rows', () => {
    const { source, rows, stated, skipped } = shape(
      lines(`
Name|Ref|Owed|Paid
Ana|1|5.00|1.00
Ben|2|7.50|0.50
Total||12.50|1.50`),
    );
    expect(source).toBe('table');
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(stated).toEqual([
      { line: 4, label: 'Total, Owed', cents: 1250, summedCents: 1250 },
      { line: 4, label: 'Total, Paid', cents: 150, summedCents: 150 },
    ]);
    expect(skipped).toMatchObject([{ line: 4, why: 'total' }]);
  });

  it('of parts are those since the last', () => {
    const { stated } = shape(
      lines(`
Name|Ref|Owed
Ana|1|5.00
Subtotal||5.00
Ben|2|7.50
Subtotal||7.50
Grand total||12.50`),
    );
    expect(stated.map(({ cents, summedCents }) => [cents, summedCents])).toEqual([
      [500, 500],
      [750, 750],
      [1250, 1250],
    ]);
  });

  it('that do not agree are told as they are', () => {
    expect(shape(lines('\nName|Ref|Owed\nAna|1|5.00\nTotal||9.00')).stated).toMatchObject([
      { cents: 900, summedCents: 500 },
    ]);
  });

  it.each(['Total Care LLC|9|5.00', 'Total|A-9|5.00', 'Totally Kids|9|5.00'])(
    '%s is somebody who owes',
    (row) => {
      const { rows, stated } = shape(lines(`\nName|Ref|Owed\nAna|1|5.00\n${row}`));
      expect(rows).toHaveLength(2);
      expect(stated).toEqual([]);
    },
  );
});

describe('sections', () => {
  it('with a column of their own name the rows below them', () => {
    const { rows, columns, skipped, stated } = shape(
      lines(`
|Ref|Day|Owed
Ana Abara|||
|1|1/2/2026|5.00
|2|1/3/2026|6.00
Total for Ana Abara|||11.00
Ben Birch|||
|3|1/4/2026|7.00
Total for Ben Birch|||7.00
Total|||18.00`),
    );
    expect(columns[0]?.name).toBe('Section');
    expect(rows.map(({ line, cells }) => [line, cells[0], cells[3]])).toEqual([
      [3, 'Ana Abara', '5.00'],
      [4, 'Ana Abara', '6.00'],
      [7, 'Ben Birch', '7.00'],
    ]);
    expect(skipped.map(({ why }) => why)).toEqual(['section', 'total', 'section', 'total', 'total']);
    expect(stated.map(({ cents, summedCents }) => cents - summedCents)).toEqual([0, 0, 0]);
  });

  it('are not seen in a list of names some of which stand alone', () => {
    const { rows } = shape(
      lines('\nName|Phone|City\nAna Abara||\nBen Birch|512-555-0101|Austin\nCy Cole|512-555-0102|'),
    );
    expect(rows).toHaveLength(3);
  });
});
