/** The rows of a trial that are refused or doubtful, as a list to work through. Pure. */
import type { RefusedRow } from '../../../shared/contract/imports.ts';

export type Reason = { readonly code: string; readonly count: number; readonly example: string };

/** Reasons by how often they stand, most first; counted beyond what is listed where the trial says so. */
export function reasonsOf(
  rows: readonly RefusedRow[],
  counted: readonly { readonly code: string; readonly count: number }[] | undefined,
): Reason[] {
  const examples = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { code, reason } of rows) {
    if (!examples.has(code)) examples.set(code, reason);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const { code, count } of counted ?? []) counts.set(code, count);
  return [...counts]
    .map(([code, count]) => ({ code, count, example: examples.get(code) ?? code.replaceAll('_', ' ') }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}

/**
 * Which column of the file a remark is about, so that its cell can be put right; `null` when it is about the whole row, or when two
 * columns share the name it gives.
 */
export function columnOf(row: RefusedRow, names: readonly string[]): number | null {
  if (row.at !== undefined) return row.at;
  if (row.column === null) return null;
  const at = names.indexOf(row.column);
  return at >= 0 && names.lastIndexOf(row.column) === at ? at : null;
}

/** One line for each row, cells parted by tabs, for pasting into a spreadsheet. */
export function listText(rows: readonly RefusedRow[]): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  return [
    'Line\tColumn\tValue\tReason',
    ...rows.map((row) =>
      [row.line, row.column ?? '', row.value, row.reason].map(String).map(clean).join('\t'),
    ),
  ].join('\n');
}
