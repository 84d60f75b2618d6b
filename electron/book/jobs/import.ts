/**
 * The three steps of an import over the same file: look at it, try it, write it. Each reads the file anew and
 * refuses it if it is no longer the one that was looked at. The dry run and the import go through the same
 * reading, checking and matching; only the last step differs.
 */
import type { ImportDone, ImportPlan, RefusedRow } from '../../../shared/contract/imports.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import {
  type CheckedRow,
  isBlankRecord,
  makeRowChecker,
  type RowDoubt,
  type RowRefusal,
} from '../../../shared/domain/import/check-row.ts';
import {
  detectDecimal,
  detectLayout,
  findHeaderLine,
  readSample,
} from '../../../shared/domain/import/detect-reading.ts';
import { type ColumnGuess, guessColumns } from '../../../shared/domain/import/guess-columns.ts';
import { decideOrder, looksLikeDay, noEvidence, weighDay } from '../../../shared/domain/import/read-day.ts';
import {
  faultsOfMapping,
  type ImportField,
  importLimits,
  type Reading,
} from '../../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import {
  contentWords,
  doubtSentence,
  guessReason,
  readingDoubts,
  refusalSentence,
} from '../../../shared/text/import-words.ts';
import type { JobContext, JobHandler } from '../context.ts';
import { type ImportDraft, type Matcher, type MatchPlan, makeMatcher } from '../services/import-match.ts';
import { writeDraft } from '../services/import-write.ts';
import { importRowOf } from '../services/imports.ts';
import { findClient, findClientByName, findOfficeClient, insertClient } from '../store/queries/debtors.ts';
import { findImport, findSameFile, insertImport } from '../store/queries/imports.ts';
import { readOffice } from '../store/queries/office.ts';
import type { Store } from '../store/store.ts';
import {
  type ChosenFile,
  contradictsEncoding,
  decodeBeginning,
  readChosenFile,
  readRecords,
} from './import-file.ts';

/** Records below the header that columns are guessed from, and that are shown. */
const guessedFrom = 400;
const shown = 8;
const examplesShown = 5;
/** Rows refused or doubted beyond these are counted but not listed. */
const listed = 500;

// ---- look -----------------------------------------------------------------------------------------------

export const previewImport: JobHandler<'imports.preview'> = async (context, { fileId, reading: chosen }) => {
  const read = await readChosenFile(context, fileId);
  if (!read.ok) return read;
  const file = read.value;
  const encoding = chosen.encoding ?? file.encoding;
  const fits = contradictsEncoding(file, encoding);
  if (!fits.ok) return fits;

  const { text, whole } = decodeBeginning(file, encoding);
  const detected = detectLayout(text, whole);
  const delimiter = chosen.delimiter ?? detected?.delimiter;
  if (delimiter === undefined || (detected === null && chosen.delimiter === undefined)) {
    return fail('import.not_a_table', { found: contentWords.prose, what: 'prose' });
  }
  const records = detected?.delimiter === delimiter ? detected.records : readSample(text, delimiter, whole);
  const headerLine = chosen.headerLine ?? findHeaderLine(records);
  const decimal = chosen.decimal ?? detectDecimal(records, delimiter);

  const header = headerLine === 0 ? undefined : records.find((record) => record.line >= headerLine);
  const sample = records.filter(
    (record) => record.line >= headerLine && record !== header && !isBlankRecord(record.cells),
  );
  const early = sample.slice(0, guessedFrom);
  const width = Math.min(
    importLimits.columns,
    header ? header.cells.length : early.reduce((most, record) => Math.max(most, record.cells.length), 0),
  );
  const headers = Array.from({ length: width }, (_, index) => (header?.cells[index] ?? '').trim());
  const columns = headers.map((_, index) => early.map((record) => (record.cells[index] ?? '').trim()));
  const guesses = guessColumns(headers, columns, decimal);

  // The whole file decides the order of dates, and whether it can be read to its end at all.
  const dayColumns = columns.flatMap((values, index) => (isDayColumn(values, guesses[index]) ? [index] : []));
  const evidence = noEvidence();
  const weighed = new Set<string>();
  let rows = 0;
  let pastHeader = headerLine === 0;
  const done = await readRecords(context, file, { encoding, delimiter }, 'Reading the rows', (record) => {
    if (!pastHeader) {
      if (record.line >= headerLine) pastHeader = true;
      return null;
    }
    if (isBlankRecord(record.cells)) return null;
    rows += 1;
    if (rows > importLimits.rows) return fail('import.too_many_rows', { most: importLimits.rows });
    for (const column of dayColumns) {
      const cell = record.cells[column];
      if (cell === undefined || cell === '' || weighed.has(cell)) continue;
      if (weighed.size < 100_000) weighed.add(cell);
      weighDay(evidence, cell);
    }
    return null;
  });
  if (!done.ok) return done;

  const decided = decideOrder(evidence);
  const doubts: string[] = [];
  if (chosen.dateOrder === undefined && decided.doubt === 'ambiguous')
    doubts.push(readingDoubts.dateAmbiguous);
  if (chosen.dateOrder === undefined && decided.doubt === 'mixed') doubts.push(readingDoubts.dateMixed);
  if (headerLine === 0 && chosen.headerLine === undefined) doubts.push(readingDoubts.noHeader);
  if (file.mixedLine !== null && encoding === 'windows-1252')
    doubts.push(readingDoubts.encodingMixed(file.mixedLine));
  return ok({
    fileName: file.fileName,
    bytes: file.bytes.length,
    fileSha256: file.sha256,
    reading: { encoding, delimiter, headerLine, decimal, dateOrder: chosen.dateOrder ?? decided.order },
    columns: headers.map((name, index) => ({
      name: columnName(name, index),
      examples: examplesOf(columns[index] ?? []),
    })),
    mapping: guesses.map(({ field }) => field),
    reasons: guesses.map(({ field, because }) =>
      field === null || because === null ? '' : guessReason(field, because),
    ),
    sample: early.slice(0, shown).map(({ cells }) => headers.map((_, index) => cut(cells[index] ?? '', 200))),
    rows,
    doubts,
    importedAt: findSameFile(context.store, file.sha256),
  });
};

function isDayColumn(values: readonly string[], guess: ColumnGuess | undefined): boolean {
  if (guess?.field === 'charge_on' || guess?.field === 'due_on' || guess?.field === 'settled_on') return true;
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(looksLikeDay).length >= filled.length / 2;
}

function columnName(name: string, index: number): string {
  return name === '' ? `Column ${index + 1}` : cut(name, 120);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function examplesOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))]
    .slice(0, examplesShown)
    .map((value) => cut(value, 120));
}

// ---- try and write ----------------------------------------------------------------------------------------

type CheckedFile = {
  readonly file: ChosenFile;
  readonly rows: CheckedRow[];
  readonly headers: readonly string[];
  readonly tally: Tally;
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
  const read = await readChosenFile(context, input.fileId);
  if (!read.ok) return read;
  const file = read.value;
  if (file.sha256 !== input.fileSha256) return fail('import.file_gone');

  const reading: Reading = plan.reading;
  let headers: string[] = [];
  let checker: ReturnType<typeof makeRowChecker> | null = null;
  const tally: Tally = { refused: 0, refusedCents: 0, refusals: [], doubted: 0, doubts: [] };
  const checked: CheckedFile = { file, rows: [], headers, tally, records: 0, fileCents: 0 };
  const makeChecker = () =>
    makeRowChecker({
      reading,
      mapping: plan.mapping,
      settledMeansPaid: plan.settledMeansPaid,
      headers,
      today: context.today,
    });
  if (reading.headerLine === 0) checker = makeChecker();
  const done = await readRecords(context, file, reading, 'Checking the rows', (record) => {
    if (checker === null) {
      if (record.line < reading.headerLine) return null;
      headers = record.cells.map((cell) => cell.trim());
      if (headers.length > plan.mapping.length) return fail('call.invalid_input', { field: 'mapping' });
      checker = makeChecker();
      return null;
    }
    const outcome = checker(record.cells, record.line, record.strayQuote);
    if (outcome.kind === 'blank') return null;
    checked.records += 1;
    if (checked.records > importLimits.rows) return fail('import.too_many_rows', { most: importLimits.rows });
    if (outcome.kind === 'refused') {
      checked.fileCents += outcome.amountCents ?? 0;
      refuse(tally, headers, record.line, outcome.refusal, outcome.amountCents ?? 0);
      return null;
    }
    checked.fileCents += outcome.row.amountCents;
    for (const doubt of outcome.doubts) remark(tally, headers, record.line, doubt);
    checked.rows.push(outcome.row);
    return null;
  });
  return done.ok ? ok({ ...checked, headers }) : done;
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
  const { rows, tally, headers, records, fileCents } = read.value;
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
  });
};

export const runImport: JobHandler<'imports.run'> = async (context, input) => {
  const read = await checkFile(context, input);
  if (!read.ok) return read;
  const { file, rows, tally, headers, fileCents } = read.value;
  // Nothing may come between the comparison with the book and the writing, so both happen in the transaction.
  return context.write((command): Result<ImportDone> => {
    const { store } = command;
    const sameFileAt = findSameFile(store, file.sha256);
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
      fileName: file.fileName,
      fileSha256: file.sha256,
      plan: JSON.stringify({ ...input.plan, clientName: clientNameOf(store, input.plan, known) }),
      importedAt: command.now,
      author: command.author,
    });
    const clientId = known ?? makeClient(store, input.plan, importId, command.now);
    const plan = {
      importId,
      clientId,
      fileName: file.fileName,
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
