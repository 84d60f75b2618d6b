/** A list of the book as a file for a spreadsheet program. */
import { fail } from '../../../shared/errors/result.ts';
import type { JobContext, JobHandler } from '../context.ts';
import { askedFacts, tableFor } from '../services/exports/list-tables.ts';
import { hasColumns, type Table } from '../services/exports/table.ts';
import { writeOut } from '../services/exports/write-out.ts';
import type { Table as FileTable } from '../services/tables/table-cells.ts';
import { writeCsv } from '../services/tables/write-csv.ts';
import { writeXlsx } from '../services/tables/write-xlsx.ts';

/** Faults: those of the list, of `writeOut`, and `call.invalid_input` for a column that is not of the list or named twice. */
export const runExport: JobHandler<'exports.run'> = async (context, { asked, columns, format, fileId }) => {
  const made = tableFor(context, asked);
  if (!made.ok) return made;
  const table = made.value;
  if (!hasColumns(table, columns)) return fail('call.invalid_input', { field: 'columns' });
  const about = { what: table.title, format, asked: { ...askedFacts(asked), columns } };
  return writeOut(context, fileId, about, (sink) => {
    const steps = {
      stopped: context.cancelled,
      progress: (done: number) => context.progress({ phase: 'Writing the file', done, total: table.count }),
    };
    const fileTable = fileTableOf(context, table, columns);
    return format === 'csv' ? writeCsv(sink, fileTable, steps) : writeXlsx(sink, [fileTable], steps);
  });
};

/** As the writers of files take it; lets other calls through between the pages. */
function fileTableOf({ breathe }: JobContext, table: Table, columnIds: readonly string[]): FileTable {
  const byId = new Map(table.columns.map((column) => [column.columnId, column]));
  return {
    name: table.title,
    columns: columnIds.flatMap((columnId) => {
      const found = byId.get(columnId);
      return found ? [{ name: found.title, kind: found.kind }] : [];
    }),
    rows: (async function* () {
      for await (const page of table.pages(columnIds)) {
        yield page;
        await breathe();
      }
    })(),
  };
}
