/** Rows of a file that were refused or should be looked at again, as a table: to send back to whoever made the file. */
import type { ListAsked } from '../../../../shared/contract/exports.ts';
import { ok, type Result } from '../../../../shared/errors/result.ts';
import { reportImport } from '../imports.ts';
import { type Column, column, inPages, type Table, type TableContext, tableOf } from './table.ts';

type Asked<L extends ListAsked['list']> = Extract<ListAsked, { list: L }>;
type Remark = Asked<'trial_remarks'>['rows'][number];

const titles = { refused: 'Rows refused', doubts: 'Rows to check' } as const;

const remarkColumns: readonly Column<Remark>[] = [
  column('line', 'Line', 'integer', (row) => row.line),
  column('reason', 'Reason', 'text', (row) => row.reason),
  column('column', 'Column', 'text', (row) => row.column),
  column('value', 'Value', 'text', (row) => row.value),
];

/** Faults: `import.not_found`. */
export function importRemarksTable(
  context: TableContext,
  { importId, about }: Asked<'import_remarks'>,
): Result<Table> {
  const report = reportImport(context, { importId });
  if (!report.ok) return report;
  const kept = about === 'refused' ? report.value.refusals : report.value.doubts;
  const all = about === 'refused' ? report.value.import.refused : kept.length;
  const rows = kept.map((row) => ({ ...row, cells: [] }));
  return ok(
    tableOf<Remark>({
      title: titles[about],
      about: [report.value.import.fileName, ...restWords(all - rows.length)],
      count: rows.length,
      columns: remarkColumns,
      rows: () => inPages(rows),
    }),
  );
}

/** With the cells of the file behind each reason, where they are told. */
export function trialRemarksTable({
  about,
  fileName,
  columnNames,
  rows,
  more,
}: Asked<'trial_remarks'>): Table {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const ofFile = Array.from({ length: width }, (_, at) =>
    column<Remark>(
      `cell-${at}`,
      columnNames[at] || `Column ${at + 1}`,
      'text',
      ({ cells }) => cells[at] ?? null,
    ),
  );
  return tableOf<Remark>({
    title: titles[about],
    about: [...(fileName === '' ? [] : [fileName]), ...restWords(more)],
    count: rows.length,
    columns: [...remarkColumns, ...ofFile],
    rows: () => inPages(rows),
  });
}

function restWords(more: number): string[] {
  return more > 0 ? [`${more.toLocaleString('en-US')} more, not listed`] : [];
}
