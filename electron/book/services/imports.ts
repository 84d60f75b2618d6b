/** Imports that were made: their list, and taking one back. Reading and writing a file are jobs. */
import { type ImportReport, type ImportRow, importPlan } from '../../../shared/contract/imports.ts';
import { importSources } from '../../../shared/domain/import.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { markDirty } from '../store/queries/clocks.ts';
import { findDebtor, updateDebtorName } from '../store/queries/debtors.ts';
import {
  deleteFormerName,
  deleteImported,
  findBuiltUpon,
  listAccountsPostedTo,
  listAccountsShowing,
  listBuiltUpon,
  listChangesToUndo,
  putBackExternal,
} from '../store/queries/import-undo.ts';
import {
  findImport,
  type ImportRecord,
  listImportRecords,
  readImportReport,
} from '../store/queries/imports.ts';
import { refreshSearch, refreshSummary } from '../store/queries/summaries.ts';
import { rederive } from './post-ledger.ts';

const mostListed = 200;

export function importRowOf(record: ImportRecord): ImportRow {
  const source = importSources.find((known) => known === record.source) ?? 'table';
  return { ...record, source, state: record.undoneAt === null ? 'done' : 'undone' };
}

export const listImports: QueryHandler<'imports.list'> = ({ store }) =>
  ok({ imports: listImportRecords(store, mostListed).map(importRowOf) });

/**
 * Deletes what an import made and puts back what it changed, exactly that. Faults: `import.not_found`, `import.already_undone`,
 * `import.built_upon` with what stands on it and how many.
 */
export const undoImport: CommandHandler<'imports.undo'> = (context, { importId }) => {
  const { store } = context;
  const found = findImport(store, importId);
  if (!found) return fail('import.not_found');
  if (found.undoneAt !== null) return fail('import.already_undone');
  const standing = findBuiltUpon(store, importId);
  if (standing) return fail('import.built_upon', standing);
  const postedTo = listAccountsPostedTo(store, importId);
  const showing = listAccountsShowing(store, importId);
  for (const { what, subjectId, before } of listChangesToUndo(store, importId)) {
    if (what === 'external_id') putBackExternal(store, subjectId, Number(before));
    else putBackName(context, subjectId, before, found.importedAt);
  }
  deleteImported(store, importId, context.now);
  for (const accountId of postedTo) rederive(context, accountId);
  for (const accountId of new Set([...postedTo, ...showing])) {
    refreshSummary(store, accountId);
    refreshSearch(store, accountId);
  }
  markDirty(store, showing);
  for (const subject of ['imports', 'accounts', 'debtors', 'ledger', 'timeline', 'law'] as const)
    context.changed(subject);
  return ok({});
};

function putBackName({ store }: CommandContext, debtorId: number, name: string, importedAt: number): void {
  const debtor = findDebtor(store, debtorId);
  if (!debtor) throw new Error('a debtor whose name an import changed is missing');
  updateDebtorName(store, debtorId, debtor.kind, name);
  deleteFormerName(store, debtorId, name, importedAt);
}

/** Plans of earlier versions lack what they did not ask; the schema fills it in. Faults: `import.not_found`. */
export const reportImport: QueryHandler<'imports.report'> = ({ store }, { importId }) => {
  const record = findImport(store, importId);
  const kept = readImportReport(store, importId);
  if (!record || !kept) return fail('import.not_found');
  const report = JSON.parse(kept.report) as Partial<
    Pick<ImportReport, 'stated' | 'changes' | 'changesCount' | 'refusals' | 'doubts'>
  >;
  const tally = JSON.parse(kept.tally) as { tallies?: ImportReport['tallies'] };
  const stored = JSON.parse(kept.plan) as { reading?: Record<string, unknown> };
  const plan = importPlan.parse({ ...stored, reading: { sheet: 0, source: 'table', ...stored.reading } });
  return ok({
    import: importRowOf(record),
    plan,
    tallies: tally.tallies ?? [],
    stated: report.stated ?? [],
    changes: report.changes ?? [],
    changesCount: report.changesCount ?? 0,
    refusals: report.refusals ?? [],
    doubts: report.doubts ?? [],
    standing: record.undoneAt === null ? listBuiltUpon(store, importId) : [],
  });
};
