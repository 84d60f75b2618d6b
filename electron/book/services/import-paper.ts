/** The report of an import as a page, for the file or for whoever sent the list. Made from what was kept when it was brought in. */
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { importReportPage } from '../../../shared/templates/papers/import-report-page.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { timeWords } from '../../../shared/text/moment-words.ts';
import { contextOf, type ErrandHandlers } from '../errand-context.ts';
import { findImportMaker } from '../store/queries/import-paper.ts';
import { readOffice } from '../store/queries/office.ts';
import { reportImport } from './imports.ts';

/** Faults: `book.not_open`, `import.not_found`. */
export const composeImportReport: ErrandHandlers['imports.composeReport'] = async (around, { importId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const { store, zone } = context;
  const office = readOffice(store);
  if (!office) return fail('book.not_open');
  const report = await reportImport({ ...context, pathOf: () => null }, { importId });
  if (!report.ok) return report;
  const maker = findImportMaker(store, importId);
  if (!maker) return fail('import.not_found');
  const moment = (at: number) => `${dayWords(dayOfInstant(at, zone))}, ${timeWords(at, zone)}`;
  const { importedAt, undoneAt, fileName } = report.value.import;
  return ok({
    html: importReportPage({
      officeName: office.name,
      sample: office.sample,
      printedOn: context.today,
      author: maker.author,
      fileSha256: maker.fileSha256,
      importedAt: moment(importedAt),
      undoneAt: undoneAt === null ? null : moment(undoneAt),
      report: report.value,
    }),
    fileName: letterFileName(fileName.replace(/\.[^.]{1,8}$/, ''), 'Import report', context.today),
  });
};
