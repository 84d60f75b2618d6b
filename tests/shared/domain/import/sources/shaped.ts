/** A table's text sent through the source that recognises it, as the reading process does. */
import { detectDecimal } from '../../../../../shared/domain/import/detect-reading.ts';
import type {
  FlatColumn,
  FlatRecord,
  ReadDoubt,
  SkippedLine,
  StatedTotal,
} from '../../../../../shared/domain/import/file-look.ts';
import { findShape, recogniseSource } from '../../../../../shared/domain/import/sources/all.ts';
import type { RawRecord } from '../../../../../shared/domain/import/sources/shape.ts';
import type { ImportField, ImportSource, RowKind } from '../../../../../shared/domain/import.ts';

export type Shaped = {
  readonly source: ImportSource;
  readonly because: readonly string[];
  readonly refused: string | null;
  readonly rowKind: RowKind;
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly FlatRecord[];
  readonly skipped: readonly SkippedLine[];
  readonly stated: readonly StatedTotal[];
  readonly doubts: readonly ReadDoubt[];
  readonly asOf: string | null;
  /** The rows as what their fields say; several columns of one field are put together. */
  readonly facts: readonly Partial<Record<ImportField | 'kind', string>>[];
};

/** Cells as they are, one array a line; a line without cells is blank. */
export function shape(lines: readonly (readonly string[])[]): Shaped {
  const records: RawRecord[] = lines.map((cells, index) => ({ line: index + 1, cells, stray: false }));
  const found = recogniseSource(records);
  const source = found?.shape.source ?? 'table';
  const rows: FlatRecord[] = [];
  const skipped: SkippedLine[] = [];
  const stated: StatedTotal[] = [];
  const doubts: ReadDoubt[] = [];
  let asOf: string | null = null;
  const decimal = detectDecimal(
    records.map(({ line, cells }) => ({ line, cells: [...cells], strayQuote: false })),
    ';',
  );
  const shaper = findShape(source).open(
    { beginning: records, headerLine: found?.recognised.headerLine ?? 1, decimal, delimiter: ',' },
    {
      row: (row) => rows.push(row),
      skip: (line) => skipped.push(line),
      total: (total) => stated.push(total),
      doubt: (doubt) => doubts.push(doubt),
      asOf(day) {
        asOf = day;
      },
    },
  );
  for (const record of records) shaper.take(record);
  shaper.end();
  return {
    source,
    because: found?.recognised.because ?? [],
    refused: found?.recognised.refused?.code ?? null,
    rowKind: shaper.rowKind,
    columns: shaper.columns,
    rows,
    skipped,
    stated,
    doubts,
    asOf,
    facts: rows.map((row) => {
      const facts: Partial<Record<ImportField | 'kind', string>> = { kind: row.kind ?? shaper.rowKind };
      shaper.columns.forEach(({ field }, index) => {
        const text = row.cells[index] ?? '';
        if (field === null || text === '') return;
        facts[field] = facts[field] === undefined ? text : `${facts[field]} | ${text}`;
      });
      return facts;
    }),
  };
}

/** Lines of text cut at commas; nothing in it is quoted. */
export function lines(text: string): string[][] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|'));
}
