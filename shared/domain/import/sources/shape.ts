/**
 * A source is a program's own way of laying out a table: titles above the header, heads of sections, totals, several lines an
 * invoice. Its shape recognises the table by what stands in it (never by the file's name) and turns its records, one by one, into
 * a flat table: one row a fact, the same cells in each.
 *
 * Pure. Recognising sees the beginning; the shaper sees every record once and keeps no more than it must.
 */

import type { FaultCode } from '../../../errors/codes.ts';
import type { Day } from '../../days.ts';
import type { DecimalSign, Delimiter, ImportSource, RowKind } from '../../import.ts';
import type { FlatColumn, FlatRecord, ReadDoubt, SkippedLine, StatedTotal } from '../file-look.ts';

/** A record as it was cut from the file. */
export type RawRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly stray: boolean;
};

export type Recognised = {
  readonly headerLine: number;
  /** Sentences for the user: what gave it away. */
  readonly because: readonly string[];
  /** 0 to 100; the surest source wins, at least 60. */
  readonly sure: number;
  /** Recognised, and of no use by itself: why it is refused. */
  readonly refused?: { readonly code: FaultCode; readonly params: Readonly<Record<string, string | number>> };
};

export type ShapeAsked = {
  readonly beginning: readonly RawRecord[];
  /** 0 when the table begins at once. */
  readonly headerLine: number;
  readonly decimal: DecimalSign;
  /** What parts the cells, for putting a broken record together again in a message. */
  readonly delimiter: Delimiter;
};

export type Shaper = {
  readonly columns: readonly FlatColumn[];
  readonly rowKind: RowKind;
  take(record: RawRecord): void;
  end(): void;
};

/** Where a shaper puts what it makes. */
export type ShapeSink = {
  row(record: FlatRecord): void;
  skip(line: SkippedLine): void;
  total(total: StatedTotal): void;
  doubt(doubt: ReadDoubt): void;
  asOf(day: Day): void;
};

export type SourceShape = {
  readonly source: ImportSource;
  recognise(beginning: readonly RawRecord[]): Recognised | null;
  open(asked: ShapeAsked, sink: ShapeSink): Shaper;
};

export function isBlankRecord(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
