/**
 * What the reading process answers. Whatever a file is, it leaves that process as one flat table: names of columns, and records of
 * text, each with the line it stands on and, where the source says so, its kind. Nothing in here comes from the book.
 */
import type { Day } from '../days.ts';
import type {
  DateOrder,
  DecimalSign,
  Delimiter,
  Encoding,
  ImportField,
  ImportSource,
  RowKind,
} from '../import.ts';

/** What kind of file it is, told by its bytes. */
export const fileFormats = [
  'text',
  'xlsx',
  'xlsb',
  'xls',
  'ods',
  'sylk',
  'dif',
  'iif',
  'ofx',
  'x12',
  'duebook',
] as const;
export type FileFormat = (typeof fileFormats)[number];

/** How a file is read; what is left out is detected. Encoding, delimiter and decimal only concern text. */
export type ReadAsked = {
  readonly sheet?: number | undefined;
  readonly source?: ImportSource | undefined;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly headerLine?: number | undefined;
  readonly decimal?: DecimalSign | undefined;
  readonly dateOrder?: DateOrder | undefined;
};

/** The same with everything decided: the same bytes read so give the same records again. */
export type ReadDecided = {
  readonly sheet: number;
  readonly source: ImportSource;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly headerLine: number;
  readonly decimal: DecimalSign;
  readonly dateOrder: DateOrder;
};

export type FlatRecord = {
  /** Line of the file or row of the sheet, from 1, where it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark that cannot be right stands in it. */
  readonly stray: boolean;
  /** Where the source knows; else the plan's kind. */
  readonly kind: RowKind | null;
  /** The entry contradicts its own format, so it is refused whatever its cells say. */
  readonly refused?: SourceRefusal | undefined;
};

/** Why a source refuses an entry itself; words and further codes stand with `check-row.ts`. */
export type SourceRefusal = {
  readonly code:
    | 'transaction_unbalanced' // differenceCents
    | 'transaction_unfinished'
    | 'day_missing'
    | 'day_unreadable'
    | 'amount_unreadable';
  /** Position of the column it is about. */
  readonly column: number | null;
  readonly value: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A line that is no row: a title above the header, the head of a section, a total. */
export type SkippedLine = {
  readonly line: number;
  readonly why: 'title' | 'section' | 'total' | 'repeated_header' | 'empty_part' | 'no_debt';
  readonly text: string;
};

/** A total the file itself states, to be held against the sum of its rows. */
export type StatedTotal = {
  readonly line: number;
  readonly label: string;
  readonly cents: number;
  /** Sum of the rows it stands for, as read; equal when the file is whole. */
  readonly summedCents: number;
};

export type SheetInfo = {
  readonly name: string;
  /** Rows that hold anything; `null` where counting would mean reading it all. */
  readonly rows: number | null;
  readonly hidden: boolean;
};

export type ReadDoubt = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type FlatColumn = {
  readonly name: string;
  /** What the source knows it to be; `null` for what is to be guessed. */
  readonly field: ImportField | null;
};

/** What the process found by looking through the whole file once. */
export type FileLook = {
  readonly format: FileFormat;
  readonly bytes: number;
  readonly sha256: string;
  readonly sheets: readonly SheetInfo[];
  readonly decided: ReadDecided;
  /** What the source was recognised by, one sentence each; empty for a plain table. */
  readonly because: readonly string[];
  readonly rowKind: RowKind;
  readonly columns: readonly FlatColumn[];
  /** The first records, at most 400: columns are guessed from them. */
  readonly sample: readonly FlatRecord[];
  /** Records that are not blank. */
  readonly rows: number;
  readonly skipped: readonly SkippedLine[];
  readonly skippedCount: number;
  readonly stated: readonly StatedTotal[];
  readonly doubts: readonly ReadDoubt[];
  /** The day the file says it stands for (a report's "As of"); `null` when it does not. */
  readonly asOf: Day | null;
};

/** What stands after the last record of a reading. */
export type ReadEnd = {
  readonly sha256: string;
  readonly columns: readonly FlatColumn[];
  readonly rows: number;
  readonly stated: readonly StatedTotal[];
};
