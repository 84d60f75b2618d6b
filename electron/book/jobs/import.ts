/**
 * Two of the three steps of an import over the same file: try it, write it (looking at it: `import-preview.ts`). Each reads the
 * file anew and refuses it if it is no longer the one that was looked at. Both go through the same reading, checking and matching;
 * only the last step differs.
 */
import type { ImportDone, ImportPlan, RefusedRow } from '../../../shared/contract/imports.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import {
  type CheckedRow,
  makeRowChecker,
  type RowDoubt,
  type RowRefusal,
} from '../../../shared/domain/import/check-row.ts';
import type { StatedTotal } from '../../../shared/domain/import/file-look.ts';
import { faultsOfMapping, type ImportField, type Reading } from '../../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { doubtSentence, refusalSentence } from '../../../shared/text/import-words.ts';
import type { JobContext, JobHandler } from '../context.ts';
import { type ImportDraft, type Matcher, type MatchPlan, makeMatcher } from '../services/import-match.ts';
import { writeDraft } from '../services/import-write.ts';
import { importRowOf } from '../services/imports.ts';
import { findClient, findClientByName, findOfficeClient, insertClient } from '../store/queries/debtors.ts';
import { findImport, findSameFile, insertImport } from '../store/queries/imports.ts';
import { readOffice } from '../store/queries/office.ts';
import type { Store } from '../store/store.ts';
import { columnName } from './import-preview.ts';

/** Rows refused or doubted beyond these are counted but not listed. */
const listed = 500;

// ---- try and write ----------------------------------------------------------------------------------------

type CheckedFile = {
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: CheckedRow[];
  readonly headers: readonly string[];
  readonly tally: Tally;
  readonly stated: readonly StatedTotal[];
  records: number;
  fileCents: number;
};

/** Counts everything, lists the first ones. */
type Tally = {
  refused: number;
  refusedCents: number;
  readonly refusals: RefusedRow[];
  doubted: number;
  readonly doubts: RefusedRow[];
};

/**
 * Reads and checks every row under a plan. Faults: those of reading, `import.file_gone` when the file is not
 * the one looked at, `import.column_unmapped`, `import.column_twice`, `call.invalid_input` for a mapping that is
 * not of this file, `import.too_many_rows`.
 */
async function checkFile(
  context: JobContext,
  input: { readonly fileId: string; readonly fileSha256: string; readonly plan: ImportPlan },
): Promise<Result<CheckedFile>> {
  const { plan } = input;
  const fault = faultsOfMapping(plan.mapping)[0];
  if (fault)
    return fail(fault.kind === 'twice' ? 'import.column_twice' : 'import.column_unmapped', {
      field: fault.field,
    });
  if (plan.clientId !== null && !findClient(context.store, plan.clientId)) return fail('client.not_found');
  const reading: Reading = plan.reading;
  const looked = await context.files.look(input.fileId, plan.reading);
  if (!looked.ok) return looked;
  if (looked.value.sha256 !== input.fileSha256) return fail('import.file_gone');
  const headers = looked.value.columns.map(({ name }) => name);
  if (headers.length > plan.mapping.length) return fail('call.invalid_input', { field: 'mapping' });
  const tally: Tally = { refused: 0, refusedCents: 0, refusals: [], doubted: 0, doubts: [] };
  const rows: CheckedRow[] = [];
  let records = 0;
  let fileCents = 0;
  const checker = makeRowChecker({
    reading,
    mapping: plan.mapping,
    settledMeansPaid: plan.settledMeansPaid,
    headers,
    today: context.today,
  });
  const done = await context.files.read(input.fileId, input.fileSha256, plan.reading, (piece) => {
    for (const record of piece) {
      if (record.refused !== undefined) {
        records += 1;
        refuse(tally, headers, record.line, record.refused, 0);
        continue;
      }
      const outcome = checker(record.cells, record.line, record.stray);
      if (outcome.kind === 'blank') continue;
      records += 1;
      if (outcome.kind === 'refused') {
        fileCents += outcome.amountCents ?? 0;
        refuse(tally, headers, record.line, outcome.refusal, outcome.amountCents ?? 0);
        continue;
      }
      fileCents += outcome.row.amountCents;
      for (const doubt of outcome.doubts) remark(tally, headers, record.line, doubt);
      rows.push(outcome.row);
    }
    return null;
  });
  if (!done.ok) return done;
  const { fileName, sha256, stated } = done.value;
  return ok({ fileName, sha256, rows, headers, tally, stated, records, fileCents });
}

function refuse(
  tally: Tally,
  headers: readonly string[],
  line: number,
  refusal: RowRefusal,
  cents: number,
): void {
  tally.refused += 1;
  tally.refusedCents += cents;
  if (tally.refusals.length < listed)
    tally.refusals.push(rowOf(headers, line, refusal, refusalSentence(refusal.code, refusal.params)));
}

function remark(tally: Tally, headers: readonly string[], line: number, doubt: RowDoubt): void {
  tally.doubted += 1;
  if (tally.doubts.length < listed)
    tally.doubts.push(rowOf(headers, line, doubt, doubtSentence(doubt.code, doubt.params)));
}

function rowOf(
  headers: readonly string[],
  line: number,
  about: RowRefusal | RowDoubt,
  reason: string,
): RefusedRow {
  const column = about.column === null ? null : columnName(headers[about.column] ?? '', about.column);
  return { line, reason, code: about.code, column, value: about.value };
}

/** Sends checked rows through a matcher; refusals and doubts found there join the tally. */
function matchRow(matcher: Matcher, row: CheckedRow, tally: Tally, headers: readonly string[]): void {
  const found = matcher.take(row);
  if (found.kind === 'refused') refuse(tally, headers, row.line, found.refusal, row.amountCents);
  else for (const doubt of found.doubts) remark(tally, headers, row.line, doubt);
}

/** The client a plan means, as far as the book has it. */
function knownClient(store: Store, plan: ImportPlan): number | null {
  if (plan.clientId !== null) return plan.clientId;
  const found =
    plan.clientName === ''
      ? (findOfficeClient(store) ?? findClientByName(store, officeName(store)))
      : findClientByName(store, plan.clientName);
  return found?.clientId ?? null;
}

function matchPlanOf(plan: ImportPlan, clientId: number | null): MatchPlan {
  const has = (field: ImportField) => plan.mapping.includes(field);
  return {
    clientId,
    debtType: plan.debtType,
    debtorKind: plan.debtorKind,
    balancesOnly: !has('amount'),
  };
}

function sortByLine(tally: Tally): void {
  tally.refusals.sort((a, b) => a.line - b.line);
  tally.doubts.sort((a, b) => a.line - b.line);
}

const rowsBetweenBreaths = 4000;

export const dryRunImport: JobHandler<'imports.dryRun'> = async (context, input) => {
  const read = await checkFile(context, input);
  if (!read.ok) return read;
  const { rows, tally, headers, records, fileCents, stated } = read.value;
  const matcher = makeMatcher(context.store, matchPlanOf(input.plan, knownClient(context.store, input.plan)));
  for (const [index, row] of rows.entries()) {
    matchRow(matcher, row, tally, headers);
    if (index % rowsBetweenBreaths === 0) {
      if (context.cancelled()) return fail('call.cancelled');
      context.progress({ phase: 'Comparing with the book', done: index, total: rows.length });
      await context.breathe();
    }
  }
  const draft = matcher.finish();
  sortByLine(tally);
  return ok({
    rows: records,
    accepted: draft.charges.length,
    refused: tally.refused,
    refusals: tally.refusals,
    doubted: tally.doubted,
    doubts: tally.doubts,
    newDebtors: draft.debtors.length - draft.knownDebtors,
    knownDebtors: draft.knownDebtors,
    newAccounts: draft.accounts.length,
    charges: draft.charges.length,
    payments: draft.payments,
    paymentsCents: draft.paymentsCents,
    openCents: draft.chargesCents - draft.paymentsCents,
    alreadyThere: draft.alreadyThere,
    fileCents,
    chargesCents: draft.chargesCents,
    refusedCents: tally.refusedCents,
    alreadyThereCents: draft.alreadyThereCents,
    tallies: [],
    stated: [...stated],
    changes: [],
    changesCount: 0,
    people: [],
    peopleCount: 0,
    undecided: 0,
  });
};

export const runImport: JobHandler<'imports.run'> = async (context, input) => {
  const read = await checkFile(context, input);
  if (!read.ok) return read;
  const { fileName, sha256, rows, tally, headers, fileCents } = read.value;
  // Nothing may come between the comparison with the book and the writing, so both happen in the transaction.
  return context.write((command): Result<ImportDone> => {
    const { store } = command;
    const sameFileAt = findSameFile(store, sha256);
    const known = knownClient(store, input.plan);
    const matcher = makeMatcher(store, matchPlanOf(input.plan, known));
    for (const [index, row] of rows.entries()) {
      matchRow(matcher, row, tally, headers);
      if (index % rowsBetweenBreaths === 0 && context.cancelled()) return fail('call.cancelled');
    }
    const draft: ImportDraft = matcher.finish();
    if (draft.charges.length === 0) {
      return sameFileAt === null
        ? fail('import.nothing_to_write')
        : fail('import.same_file', { importedOn: dayOfInstant(sameFileAt, command.zone) });
    }
    const importId = insertImport(store, {
      fileName,
      fileSha256: sha256,
      plan: JSON.stringify({ ...input.plan, clientName: clientNameOf(store, input.plan, known) }),
      importedAt: command.now,
      author: command.author,
    });
    const clientId = known ?? makeClient(store, input.plan, importId, command.now);
    const plan = {
      importId,
      clientId,
      fileName,
      debtType: input.plan.debtType,
      refused: tally.refused,
      refusedCents: tally.refusedCents,
      fileCents,
    };
    const written = writeDraft(command, draft, plan, {
      step: (phase, done, total) => context.progress({ phase, done, total }),
      cancelled: context.cancelled,
    });
    if (!written.ok) return written;
    const record = findImport(store, importId);
    if (!record) throw new Error('an import just written is missing');
    for (const subject of ['imports', 'accounts', 'debtors', 'ledger'] as const) command.changed(subject);
    return ok({
      import: importRowOf(record),
      refused: tally.refused,
      alreadyThere: draft.alreadyThere,
      fileCents,
      chargesCents: record.chargesCents,
      refusedCents: tally.refusedCents,
      alreadyThereCents: draft.alreadyThereCents,
      tallies: [],
    });
  });
};

function clientNameOf(store: Store, plan: ImportPlan, known: number | null): string {
  if (known !== null) return findClient(store, known)?.name ?? '';
  return plan.clientName === '' ? officeName(store) : plan.clientName;
}

/** A client the book does not have; without a name it is the office, collecting for itself. */
function makeClient(store: Store, plan: ImportPlan, importId: number, createdAt: number): number {
  const isOffice = plan.clientName === '';
  return insertClient(store, { name: clientNameOf(store, plan, null), isOffice, importId, createdAt });
}

function officeName(store: Store): string {
  return readOffice(store)?.name ?? 'Our office';
}
