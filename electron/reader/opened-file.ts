/**
 * A file that was opened, whatever its format: tables whose records are still as the program laid them out, or, of formats that
 * are no tables (IIF, OFX, X12), rows that are flat already.
 */
import type {
  FileFormat,
  FlatColumn,
  FlatRecord,
  ReadAsked,
  ReadDecided,
  ReadDoubt,
  SheetInfo,
} from '../../shared/domain/import/file-look.ts';
import type { RawRecord, ShapeSink } from '../../shared/domain/import/sources/shape.ts';
import type { ImportSource, RowKind } from '../../shared/domain/import.ts';
import type { Result } from '../../shared/errors/result.ts';

/** What a long reading tells, and is told. */
export type ReadSteps = {
  progress(done: number, total: number): void;
  stopped(): boolean;
  /** Lets messages through. */
  breathe(): Promise<void>;
};

/** How the text of a table is cut; of workbooks it is not asked. */
export type TextReading = Pick<ReadDecided, 'encoding' | 'delimiter'>;

export type OpenedTables = {
  readonly kind: 'tables';
  readonly format: FileFormat;
  readonly sheets: readonly SheetInfo[];
  /** The sheet that is read unless another is asked for: the first that holds a table. */
  readonly firstSheet: number;
  /** The first records, at most some thousands, and how they were cut. */
  begin(
    sheet: number,
    asked: ReadAsked,
    steps: ReadSteps,
  ): Promise<Result<{ readonly reading: TextReading; readonly records: readonly RawRecord[] }>>;
  /** Every record of a sheet in order; `take` answers a fault to end the reading with. */
  read(
    sheet: number,
    reading: TextReading,
    take: (record: RawRecord) => Result<null> | null,
    steps: ReadSteps,
  ): Promise<Result<null>>;
  /** What is doubtful about a sheet that was begun. */
  readonly doubts?: (sheet: number) => readonly ReadDoubt[];
};

export type OpenedRows = {
  readonly kind: 'rows';
  readonly format: FileFormat;
  readonly source: ImportSource;
  readonly because: readonly string[];
  readonly rowKind: RowKind;
  readonly columns: readonly FlatColumn[];
  /** `row` may end the reading with a fault; the other parts of the sink are told once each time it is read. */
  read(
    sink: Omit<ShapeSink, 'row'> & { row(record: FlatRecord): Result<null> | null },
    steps: ReadSteps,
  ): Promise<Result<null>>;
};

export type OpenedFile = OpenedTables | OpenedRows;
