/** What a format that is no table makes of a text, row by row under the names of its fields. */

import type {
  FlatRecord,
  ReadDoubt,
  SkippedLine,
  StatedTotal,
} from '../../shared/domain/import/file-look.ts';
import { type FlatFormat, findFlatFormat } from '../../shared/domain/import/formats/flat-format.ts';
import { openIif } from '../../shared/domain/import/formats/iif.ts';
import { openOfx } from '../../shared/domain/import/formats/ofx.ts';
import { openX12 } from '../../shared/domain/import/formats/x12.ts';
import type { ImportField, RowKind } from '../../shared/domain/import.ts';
import { ok, type Result } from '../../shared/errors/result.ts';

export type ReadRow = {
  readonly line: number;
  readonly kind: RowKind | null;
  readonly refused: string | null;
  /** By field; what several columns feed is joined by ` / `. Empty cells are left out. */
  readonly says: Readonly<Partial<Record<ImportField, string>>>;
  /** By the column's name, the ones without a field too. */
  readonly named: Readonly<Record<string, string>>;
};

export type FormatRead = {
  readonly because: readonly string[];
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedLine[];
  readonly stated: readonly StatedTotal[];
  readonly doubts: readonly ReadDoubt[];
};

export function openFormat(text: string): Result<FlatFormat> | null {
  const format = findFlatFormat(text);
  if (format === null) return null;
  return format === 'iif' ? ok(openIif(text)) : format === 'ofx' ? openOfx(text) : openX12(text);
}

export function readFormat(text: string): FormatRead {
  const opened = openFormat(text);
  if (opened === null) throw new Error('the text is of none of the formats');
  if (!opened.ok) throw new Error(`refused: ${opened.error.code}`);
  const { columns, read, because } = opened.value;
  const records: FlatRecord[] = [];
  const skipped: SkippedLine[] = [];
  const stated: StatedTotal[] = [];
  const doubts: ReadDoubt[] = [];
  const reading = read({
    row: (record) => void records.push(record),
    skip: (line) => void skipped.push(line),
    total: (total) => void stated.push(total),
    doubt: (doubt) => void doubts.push(doubt),
    asOf: () => undefined,
  });
  for (let step = reading.next(); !step.done; step = reading.next());
  return {
    because,
    skipped,
    stated,
    doubts,
    rows: records.map(({ line, kind, cells, refused }) => {
      const says: Partial<Record<ImportField, string>> = {};
      const named: Record<string, string> = {};
      for (const [index, { name, field }] of columns.entries()) {
        const cell = cells[index] ?? '';
        if (cell === '') continue;
        named[name] = cell;
        if (field !== null) says[field] = says[field] === undefined ? cell : `${says[field]} / ${cell}`;
      }
      return { line, kind, refused: refused?.code ?? null, says, named };
    }),
  };
}
