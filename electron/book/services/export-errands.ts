/** What main does with lists: the name a file is offered under, the pages of one, and the note that a PDF of it left. */
import { mostRowsOnPaper } from '../../../shared/domain/export.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { listPage } from '../../../shared/templates/papers/list-page.ts';
import { fullMomentWords } from '../../../shared/text/moment-words.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { runCommand } from '../run-call.ts';
import { insertExport } from '../store/queries/exports.ts';
import { readOffice } from '../store/queries/office.ts';
import { askedFacts, tableFor } from './exports/list-tables.ts';
import { type CellRow, hasColumns } from './exports/table.ts';
import { quietly } from './exports.ts';

export const nameExport: ErrandHandlers['exports.name'] = (around, { asked }) => {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  const table = tableFor(quietly(context), asked);
  return table.ok ? ok({ name: `${table.value.title} ${context.today}` }) : table;
};

export const composeExportPaper: ErrandHandlers['exports.composePaper'] = async (
  around,
  { asked, columns },
) => {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  const { store, now, zone, author, today } = context;
  const office = readOffice(store);
  if (office === null) return fail('book.not_open');
  const made = tableFor(quietly(context), asked);
  if (!made.ok) return made;
  const table = made.value;
  if (!hasColumns(table, columns)) return fail('call.invalid_input', { field: 'columns' });
  const rows: CellRow[] = [];
  let leftOut = 0;
  for await (const page of table.pages(columns)) {
    const fits = page.slice(0, Math.max(0, mostRowsOnPaper - rows.length));
    rows.push(...fits);
    leftOut += page.length - fits.length;
    // A list that knows its length is read no further than it is printed.
    if (rows.length === mostRowsOnPaper && table.count !== null) {
      leftOut = Math.max(leftOut, table.count - rows.length);
      break;
    }
  }
  const byId = new Map(table.columns.map((column) => [column.columnId, column]));
  return ok({
    html: listPage({
      officeName: office.name,
      sample: office.sample,
      title: table.title,
      about: table.about,
      made: `As of ${fullMomentWords(now, zone)}, made by ${author}`,
      columns: columns.flatMap((columnId) => byId.get(columnId) ?? []),
      rows,
      leftOut,
    }),
    fileName: letterFileName(office.name, table.title, today),
    what: table.title,
    rows: rows.length,
    leftOut,
  });
};

/** Called when the file is there; that it could not be noted undoes nothing. */
export const noteExport: ErrandHandlers['exports.note'] = (
  around,
  { operationId, asked, columns, ...file },
) => {
  const context = contextOf(around);
  if (context === null) return fail('book.not_open');
  return runCommand(
    context,
    { call: 'exports.savePaper', operationId, input: file, audited: true },
    around,
    (command) => {
      insertExport(command.store, {
        ...file,
        format: 'pdf',
        asked: JSON.stringify({ ...askedFacts(asked), columns }),
        madeAt: command.now,
        author: command.author,
      });
      command.changed('exports');
      return ok(null);
    },
  );
};
