/**
 * The two things asked of a file: what is in it (`lookAtFile`), and every record of it once more, read as was decided then
 * (`readFile`). Both read the bytes they are given, whose hash goes with every answer.
 */
import { createHash } from 'node:crypto';
import { detectDecimal, findHeaderLine } from '../../shared/domain/import/detect-reading.ts';
import type {
  FileLook,
  FlatColumn,
  FlatRecord,
  ReadAsked,
  ReadDecided,
  ReadDoubt,
  ReadEnd,
  SkippedLine,
  StatedTotal,
} from '../../shared/domain/import/file-look.ts';
import { decideOrder, looksLikeDay, noEvidence, weighDay } from '../../shared/domain/import/read-day.ts';
import { findShape, recogniseSource } from '../../shared/domain/import/sources/all.ts';
import { plainTable } from '../../shared/domain/import/sources/plain-table.ts';
import type { Shaper, ShapeSink } from '../../shared/domain/import/sources/shape.ts';
import { importLimits } from '../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import { openBytes } from './open-bytes.ts';
import type { OpenedFile, ReadSteps } from './opened-file.ts';

/** Records that columns are guessed from. */
const guessedFrom = 400;
const skippedListed = 200;
const totalsListed = 2000;

type Opened = { readonly file: OpenedFile; readonly sha256: string; readonly bytes: number };

async function openHashed(bytes: Buffer): Promise<Result<Opened>> {
  const opened = await openBytes(bytes);
  if (!opened.ok) return opened;
  return ok({
    file: opened.value,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  });
}

/** Everything a reading gathers besides its rows. */
function makeGathered() {
  const skipped: SkippedLine[] = [];
  const stated: StatedTotal[] = [];
  const doubts: ReadDoubt[] = [];
  let skippedCount = 0;
  let asOf: string | null = null;
  return {
    skipped,
    stated,
    doubts,
    skippedCount: () => skippedCount,
    asOf: () => asOf,
    sink: {
      skip(line: SkippedLine) {
        skippedCount += 1;
        if (skipped.length < skippedListed) skipped.push(line);
      },
      total(total: StatedTotal) {
        if (stated.length < totalsListed) stated.push(total);
      },
      doubt(doubt: ReadDoubt) {
        if (doubts.length < skippedListed) doubts.push(doubt);
      },
      asOf(day: string) {
        asOf = day;
      },
    } satisfies Omit<ShapeSink, 'row'>,
  };
}

/**
 * Looks through the whole file. Faults: `import.file_empty`, `import.not_a_table`, `import.encoding_wrong`,
 * `import.quote_open`, `import.too_many_columns`, `import.too_many_rows`, `call.cancelled`.
 */
export async function lookAtFile(
  bytes: Buffer,
  asked: ReadAsked,
  steps: ReadSteps,
): Promise<Result<FileLook>> {
  const opened = await openHashed(bytes);
  if (!opened.ok) return opened;
  const { file, sha256 } = opened.value;
  const gathered = makeGathered();
  const sample: FlatRecord[] = [];
  const evidence = noEvidence();
  const weighed = new Set<string>();
  /** Columns in which most values of the beginning look like days. */
  let dayColumns: readonly number[] | null = null;
  let rows = 0;
  const weigh = (record: FlatRecord) => {
    for (const column of dayColumns ?? []) {
      const cell = record.cells[column];
      if (cell === undefined || cell === '' || weighed.has(cell)) continue;
      if (weighed.size < 100_000) weighed.add(cell);
      weighDay(evidence, cell);
    }
  };
  const settle = (columns: readonly FlatColumn[]) => {
    if (dayColumns !== null) return;
    dayColumns = dayColumnsOf(columns, sample);
    for (const record of sample) weigh(record);
  };
  let columns: readonly FlatColumn[] = [];
  const row = (record: FlatRecord): Result<null> | null => {
    rows += 1;
    if (rows > importLimits.rows) return fail('import.too_many_rows', { most: importLimits.rows });
    if (sample.length < guessedFrom) sample.push(record);
    else {
      settle(columns);
      weigh(record);
    }
    return null;
  };

  let decided: Omit<ReadDecided, 'dateOrder'>;
  let because: readonly string[];
  let rowKind: Shaper['rowKind'];
  if (file.kind === 'rows') {
    ({ columns, because, rowKind } = file);
    decided = {
      sheet: 0,
      source: file.source,
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: 0,
      decimal: '.',
    };
    const done = await file.read({ ...gathered.sink, row }, steps);
    if (!done.ok) return done;
  } else {
    const sheet = Math.min(asked.sheet ?? file.firstSheet, file.sheets.length - 1);
    const begun = await file.begin(sheet, asked, steps);
    if (!begun.ok) return begun;
    const { reading, records } = begun.value;
    const recognised = asked.source === undefined ? recogniseSource(records) : null;
    const shape = recognised?.shape ?? (asked.source === undefined ? plainTable : findShape(asked.source));
    const own = recognised?.recognised ?? shape.recognise(records);
    if (own?.refused !== undefined) return fail(own.refused.code, own.refused.params);
    const plain = records.map(({ line, cells, stray }) => ({ line, cells: [...cells], strayQuote: stray }));
    const headerLine = asked.headerLine ?? own?.headerLine ?? findHeaderLine(plain);
    // Only text has to be asked how it writes sums: numbers of a workbook leave it with a full stop.
    const decimal = file.format === 'text' ? (asked.decimal ?? detectDecimal(plain, reading.delimiter)) : '.';
    decided = { sheet, source: shape.source, ...reading, headerLine, decimal };
    because = own?.because ?? [];
    let ended: Result<null> | null = null;
    const shaper = shape.open(
      { beginning: records, headerLine, decimal, delimiter: reading.delimiter },
      {
        ...gathered.sink,
        row(record) {
          ended ??= row(record);
        },
      },
    );
    ({ columns, rowKind } = shaper);
    const done = await file.read(
      sheet,
      reading,
      (record) => {
        shaper.take(record);
        return ended;
      },
      steps,
    );
    if (!done.ok) return done;
    shaper.end();
    if (ended !== null) return ended;
    if (headerLine === 0 && asked.headerLine === undefined)
      gathered.sink.doubt({ code: 'no_header', params: {} });
    for (const doubt of file.doubts?.(sheet) ?? []) gathered.sink.doubt(doubt);
    if ('mixedLine' in file && typeof file.mixedLine === 'number' && reading.encoding === 'windows-1252')
      gathered.sink.doubt({ code: 'encoding_mixed', params: { line: file.mixedLine } });
  }
  settle(columns);
  const order = decideOrder(evidence);
  if (asked.dateOrder === undefined && order.doubt !== null)
    gathered.sink.doubt({ code: order.doubt === 'mixed' ? 'date_mixed' : 'date_ambiguous', params: {} });
  return ok({
    format: file.format,
    bytes: bytes.length,
    sha256,
    sheets: file.kind === 'tables' ? file.sheets : [{ name: '', rows, hidden: false }],
    decided: { ...decided, dateOrder: asked.dateOrder ?? order.order },
    because,
    rowKind,
    columns,
    sample,
    rows,
    skipped: gathered.skipped,
    skippedCount: gathered.skippedCount(),
    stated: gathered.stated,
    doubts: gathered.doubts,
    asOf: gathered.asOf(),
  });
}

function dayColumnsOf(columns: readonly FlatColumn[], sample: readonly FlatRecord[]): number[] {
  return columns.flatMap((column, index) => {
    if (column.field?.endsWith('_on')) return [index];
    const filled = sample.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(looksLikeDay).length >= filled.length / 2 ? [index] : [];
  });
}

/** Where the records of a reading go. */
export type RowsSink = {
  /** Told once, before the first piece. */
  columns(columns: readonly FlatColumn[]): void;
  /** Records in order, piece by piece; may end the reading with a fault. */
  take(records: readonly FlatRecord[]): Result<null> | null | Promise<Result<null> | null>;
};

/** A piece is small enough to be passed on between two ticks of a busy main process. */
const pieceCharacters = 256 * 1024;

/**
 * Every record, read as was decided. Faults besides those of the sink: `import.file_gone` when the bytes are not those that were
 * looked at, and those of `lookAtFile`.
 */
export async function readFile(
  bytes: Buffer,
  sha256: string,
  decided: ReadDecided,
  sink: RowsSink,
  steps: ReadSteps,
): Promise<Result<ReadEnd>> {
  const opened = await openHashed(bytes);
  if (!opened.ok) return opened;
  const { file } = opened.value;
  if (opened.value.sha256 !== sha256) return fail('import.file_gone');
  const gathered = makeGathered();
  let rows = 0;
  let piece: FlatRecord[] = [];
  let pieceLength = 0;
  /** Pieces that wait for the reading to breathe. */
  let full: FlatRecord[][] = [];
  let ended: Result<null> | null = null;
  const row = (record: FlatRecord): Result<null> | null => {
    rows += 1;
    if (rows > importLimits.rows) return fail('import.too_many_rows', { most: importLimits.rows });
    piece.push(record);
    for (const cell of record.cells) pieceLength += cell.length + 3;
    if (pieceLength >= pieceCharacters) cutPiece();
    return ended;
  };
  const cutPiece = () => {
    full.push(piece);
    piece = [];
    pieceLength = 0;
  };
  const hand = async () => {
    if (piece.length > 0) cutPiece();
    const handed = full;
    full = [];
    for (const records of handed) {
      if (ended !== null) return;
      ended = await sink.take(records);
    }
  };
  const handing: ReadSteps = {
    ...steps,
    async breathe() {
      await hand();
      await steps.breathe();
    },
  };
  let columns: readonly FlatColumn[];
  if (file.kind === 'rows') {
    ({ columns } = file);
    sink.columns(columns);
    const done = await file.read({ ...gathered.sink, row }, handing);
    if (!done.ok) return done;
  } else {
    const begun = await file.begin(decided.sheet, decided, steps);
    if (!begun.ok) return begun;
    let fault: Result<null> | null = null;
    const shaper = findShape(decided.source).open(
      { ...decided, beginning: begun.value.records },
      {
        ...gathered.sink,
        row(record) {
          fault ??= row(record);
        },
      },
    );
    ({ columns } = shaper);
    sink.columns(columns);
    const done = await file.read(
      decided.sheet,
      decided,
      (record) => {
        shaper.take(record);
        return fault;
      },
      handing,
    );
    if (!done.ok) return done;
    shaper.end();
    if (fault !== null) return fault;
  }
  await hand();
  if (ended !== null) return ended;
  return ok({ sha256, columns, rows, stated: gathered.stated });
}
