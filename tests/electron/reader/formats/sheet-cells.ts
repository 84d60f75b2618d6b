/** What the reader makes of a workbook, for tests to look at: its sheets, and the records of one of them. */
import { expect } from 'vitest';
import { openBytes } from '../../../../electron/reader/open-bytes.ts';
import type { ReadDoubt, SheetInfo } from '../../../../shared/domain/import/file-look.ts';

const steps = { progress: () => undefined, stopped: () => false, breathe: async () => undefined };

export async function sheetsOf(
  bytes: Buffer,
): Promise<{ fault: string | null; format: string; sheets: readonly SheetInfo[]; firstSheet: number }> {
  const opened = await openBytes(bytes);
  if (!opened.ok) return { fault: opened.error.code, format: '', sheets: [], firstSheet: -1 };
  if (opened.value.kind !== 'tables') throw new Error('no tables');
  const { format, sheets, firstSheet } = opened.value;
  return { fault: null, format, sheets, firstSheet };
}

/** The cells of every record of a sheet, or the code it was refused with. */
export async function cellsOf(
  bytes: Buffer,
  sheet?: number,
): Promise<readonly (readonly string[])[] | string> {
  const { records, fault } = await recordsOf(bytes, sheet);
  return fault ?? records.map(({ cells }) => cells);
}

/** Of the sheet that comes first unless another is named. */
export async function recordsOf(
  bytes: Buffer,
  sheet?: number,
): Promise<{
  records: readonly { readonly line: number; readonly cells: readonly string[] }[];
  doubts: readonly ReadDoubt[];
  fault: string | null;
}> {
  const none = { records: [], doubts: [] };
  const opened = await openBytes(bytes);
  if (!opened.ok) return { ...none, fault: opened.error.code };
  if (opened.value.kind !== 'tables') throw new Error('no tables');
  const chosen = sheet ?? opened.value.firstSheet;
  const begun = await opened.value.begin(chosen, {}, steps);
  if (!begun.ok) return { ...none, fault: begun.error.code };
  const records: { line: number; cells: readonly string[] }[] = [];
  const read = await opened.value.read(
    chosen,
    begun.value.reading,
    ({ line, cells }) => {
      records.push({ line, cells });
      return null;
    },
    steps,
  );
  if (!read.ok) return { ...none, fault: read.error.code };
  const { length } = begun.value.records;
  expect(begun.value.records).toEqual(
    records.slice(0, length).map((record) => ({ ...record, stray: false })),
  );
  return { records, doubts: opened.value.doubts?.(chosen) ?? [], fault: null };
}
