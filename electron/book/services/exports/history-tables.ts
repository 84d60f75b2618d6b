/** What came in and what left, as tables. */

import { importSourceWords, wordOf } from '../../../../shared/text/labels.ts';
import { type ExportRecord, listExportRecords } from '../../store/queries/exports.ts';
import type { ImportRecord } from '../../store/queries/imports.ts';
import { listImportRecords } from '../../store/queries/imports.ts';
import { momentCell } from './moment-cell.ts';
import { byPlace, column, inPages, spare, summed, type Table, type TableContext, tableOf } from './table.ts';

/** More imports than an office makes in a working life. */
const mostImports = 100_000;

export function importsTable({ store, zone }: TableContext): Table {
  const records = listImportRecords(store, mostImports);
  return tableOf<ImportRecord>({
    title: 'Imports',
    about: [],
    count: records.length,
    columns: [
      column('file', 'File', 'text', (row) => row.fileName),
      column('source', 'Recognized as', 'text', (row) =>
        row.source === '' ? null : wordOf(importSourceWords, row.source),
      ),
      column('at', 'Imported', 'moment', (row) => momentCell(row.importedAt, zone)),
      column('client', 'Client', 'text', (row) => row.clientName),
      summed(column('debtors', 'Debtors', 'integer', (row) => row.debtors)),
      summed(column('accounts', 'Accounts', 'integer', (row) => row.accounts)),
      summed(column('charges', 'Charges', 'integer', (row) => row.charges)),
      summed(column('chargesCents', 'Charges, sum', 'money', (row) => row.chargesCents)),
      summed(column('payments', 'Payments', 'integer', (row) => row.payments)),
      summed(column('paymentsCents', 'Payments, sum', 'money', (row) => row.paymentsCents)),
      summed(column('refused', 'Rows refused', 'integer', (row) => row.refused)),
      column('undone', 'Taken back', 'moment', (row) =>
        row.undoneAt === null ? null : momentCell(row.undoneAt, zone),
      ),
    ],
    rows: () => inPages(records),
  });
}

export function exportsTable({ store, zone }: TableContext): Table {
  const aPage = 500;
  return tableOf<ExportRecord>({
    title: 'Exports',
    about: [],
    count: null,
    columns: [
      column('at', 'When', 'moment', (row) => momentCell(row.madeAt, zone)),
      column('what', 'What', 'text', (row) => row.what),
      column('file', 'File', 'text', (row) => row.fileName),
      column('format', 'Format', 'text', (row) => row.format),
      column('rows', 'Rows', 'integer', (row) => row.rows),
      column('bytes', 'Bytes', 'integer', (row) => row.bytes),
      column('author', 'By', 'text', (row) => row.author),
      spare(column('sha256', 'SHA-256', 'text', (row) => row.sha256)),
    ],
    rows: () =>
      byPlace<ExportRecord, number>((before) => {
        const rows = listExportRecords(store, before, aPage);
        return { rows, next: rows.length < aPage ? null : (rows.at(-1)?.exportId ?? null) };
      }),
  });
}
