/**
 * Sheets as tables, whatever program's file they stand in. A sheet is gone through to see how wide it is and what is odd about it before
 * it is read, so that a cell far to the right of the last row is as good as one in the first. What was kept meanwhile is handed on; only a sheet too large
 * to keep is gone through twice.
 */
import type { FileFormat, ReadDoubt, SheetInfo } from '../../../shared/domain/import/file-look.ts';
import type { RawRecord } from '../../../shared/domain/import/sources/shape.ts';
import { importLimits } from '../../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { FileFault, unlessBroken } from '../file-fault.ts';
import type { OpenedTables, ReadSteps, TextReading } from '../opened-file.ts';

export type SheetRow = {
  /** From 1. */
  readonly line: number;
  /** Up to the last that holds anything. */
  readonly cells: readonly string[];
  /** Hidden, by hand or by a filter. */
  readonly hidden: boolean;
  /** A cell holds the error of a formula, such as `#REF!`. */
  readonly broken: boolean;
  /** A number has more digits than its program keeps. */
  readonly cut: boolean;
};

export type Workbook = {
  readonly format: FileFormat;
  readonly sheets: readonly SheetInfo[];
  readonly firstSheet: number;
  /** Rows that hold anything, in order; `take` answers false to end it. `told` hears how much of the sheet was read, 0 to 1. */
  scan(
    sheet: number,
    take: (row: SheetRow) => boolean,
    told: (share: number) => Promise<boolean>,
  ): Promise<void>;
};

/** Cells have no delimiter; the tab is what copied cells are parted by. */
const reading: TextReading = { encoding: 'utf-8', delimiter: '\t' };

/** Sources and columns are recognised from so many. */
const beginningRows = 3000;
/** A sheet of so many cells is kept while it is read: some hundred thousand rows of a dozen columns. */
const keptCells = 1_500_000;
/** Rows handed on between two breaths. */
const rowsAtOnce = 500;

type Passed = {
  readonly width: number;
  readonly beginning: readonly RawRecord[];
  /** All rows, or `null` where there were too many to keep. */
  readonly kept: readonly SheetRow[] | null;
  readonly doubts: readonly ReadDoubt[];
};

export function tablesOf(workbook: Workbook): OpenedTables {
  const passed = new Map<number, Passed>();
  const nameOf = (sheet: number) => workbook.sheets[sheet]?.name ?? '';

  async function pass(sheet: number, steps: ReadSteps): Promise<Result<Passed>> {
    const known = passed.get(sheet);
    if (known !== undefined) return ok(known);
    let rows: SheetRow[] = [];
    let whole = true;
    let cells = 0;
    let width = 0;
    let count = 0;
    const odd = { hidden: [] as number[], broken: [] as number[], cut: [] as number[] };
    const counts = { hidden: 0, broken: 0, cut: 0 };
    let stopped = false;
    await workbook.scan(
      sheet,
      (row) => {
        count += 1;
        width = Math.max(width, row.cells.length);
        for (const kind of ['hidden', 'broken', 'cut'] as const) {
          if (!row[kind]) continue;
          counts[kind] += 1;
          if (odd[kind].length === 0) odd[kind].push(row.line);
        }
        cells += row.cells.length;
        if (whole && cells > keptCells) {
          whole = false;
          rows = rows.slice(0, beginningRows);
        }
        if (whole || rows.length < beginningRows) rows.push(row);
        return count <= importLimits.rows + 1;
      },
      async (share) => {
        stopped ||= steps.stopped();
        steps.progress(Math.floor(share * 500), 1000);
        await steps.breathe();
        return !stopped;
      },
    );
    if (stopped) return fail('call.cancelled');
    if (count === 0) return fail('import.sheet_empty', { sheet: nameOf(sheet) });
    const doubts = (
      [
        ['hidden', 'hidden_rows'],
        ['broken', 'cell_errors'],
        ['cut', 'digits_lost'],
      ] as const
    ).flatMap(([kind, code]) =>
      counts[kind] === 0 ? [] : [{ code, params: { count: counts[kind], line: odd[kind][0] ?? 0 } }],
    );
    const value = {
      width,
      beginning: rows.slice(0, beginningRows).map((row) => recordOf(row, width)),
      kept: whole ? rows : null,
      doubts,
    };
    passed.set(sheet, value);
    return ok(value);
  }

  return {
    kind: 'tables',
    format: workbook.format,
    sheets: workbook.sheets,
    firstSheet: workbook.firstSheet,
    doubts: (sheet) => passed.get(sheet)?.doubts ?? [],
    begin: (sheet, _asked, steps) =>
      unlessBroken(async () => {
        const begun = await pass(sheet, steps);
        return begun.ok ? ok({ reading, records: begun.value.beginning }) : begun;
      }),
    read: (sheet, _reading, take, steps) =>
      unlessBroken(async () => {
        const begun = await pass(sheet, steps);
        if (!begun.ok) return begun;
        const { width, kept } = begun.value;
        let ended: Result<null> | null = null;
        if (kept !== null) {
          for (const [index, row] of kept.entries()) {
            ended = take(recordOf(row, width));
            if (ended !== null) return ended;
            if (index % rowsAtOnce !== rowsAtOnce - 1) continue;
            if (steps.stopped()) return fail('call.cancelled');
            steps.progress(500 + Math.floor((index / kept.length) * 500), 1000);
            await steps.breathe();
          }
          return ok(null);
        }
        await workbook.scan(
          sheet,
          (row) => {
            ended = take(recordOf(row, width));
            return ended === null;
          },
          async (share) => {
            if (steps.stopped()) ended ??= fail('call.cancelled');
            steps.progress(500 + Math.floor(share * 500), 1000);
            await steps.breathe();
            return ended === null;
          },
        );
        return ended ?? ok(null);
      }),
  };
}

/** As wide as its sheet: cells that are not there are empty, not missing. */
function recordOf({ line, cells }: SheetRow, width: number): RawRecord {
  if (cells.length === width) return { line, cells, stray: false };
  const padded = cells.slice();
  while (padded.length < width) padded.push('');
  return { line, cells: padded, stray: false };
}

/** Rows at its beginning that hold anything, and whether one of them holds more than one cell. */
export type SheetGlance = { readonly rows: number; readonly wide: boolean };

/** The first visible sheet that holds a table, else the first with anything on it, else the first. */
export function firstSheetOf(sheets: readonly SheetInfo[], glances: readonly SheetGlance[]): number {
  const visible = sheets.flatMap((sheet, index) => (sheet.hidden ? [] : [index]));
  const fitting =
    visible.find((index) => (glances[index]?.rows ?? 0) > 1 && glances[index]?.wide) ??
    visible.find((index) => (glances[index]?.rows ?? 0) > 0) ??
    visible[0];
  return fitting ?? 0;
}

/** Throws `FileFault`: `import.too_many_columns`. `column` from 0. */
export function assertColumn(column: number, line: number): void {
  if (column < importLimits.columns) return;
  throw new FileFault('import.too_many_columns', {
    columns: column + 1,
    most: importLimits.columns,
    row: line,
  });
}
