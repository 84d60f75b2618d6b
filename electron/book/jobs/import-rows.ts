/** Every row of a file, checked under a plan: with what was put right in place and without what was left out. Rows are handed on as
 * they come, so that they are held against the book while the next ones are still being read. */
import type { ImportPlan } from '../../../shared/contract/imports.ts';
import { makeRowChecker, type RowChecker } from '../../../shared/domain/import/check-row.ts';
import type { FlatColumn, FlatRecord, StatedTotal } from '../../../shared/domain/import/file-look.ts';
import type { CheckedRow } from '../../../shared/domain/import/rows/row-types.ts';
import { faultsOfMapping } from '../../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { JobContext } from '../context.ts';
import { makeTallies, type Tallies } from '../services/import-tally.ts';
import { findClient } from '../store/queries/debtors.ts';
import { columnName } from './import-preview.ts';

export type CheckedFile = {
  readonly fileName: string;
  readonly sha256: string;
  readonly tallies: Tallies;
  readonly stated: readonly StatedTotal[];
  /** Names of the columns, in their order. */
  readonly columns: readonly string[];
};

export type RowTaker = {
  /** Before the rows of each piece of the file; a fault ends the reading. */
  piece(): Result<null> | null;
  row(row: CheckedRow, cells: readonly string[], tallies: Tallies): void;
};

/**
 * Reads and checks every row under a plan. Faults: those of reading, `import.file_gone` when the file is not
 * the one looked at, `import.column_unmapped`, `import.column_twice`, `call.invalid_input` for a mapping that is
 * not of this file, `import.too_many_rows`.
 */
export async function checkFile(
  context: JobContext,
  input: { readonly fileId: string; readonly fileSha256: string; readonly plan: ImportPlan },
  taker: RowTaker,
): Promise<Result<CheckedFile>> {
  const { plan } = input;
  const fault = faultsOfMapping(plan.mapping, plan.rowKind)[0];
  if (fault)
    return fail(fault.kind === 'twice' ? 'import.column_twice' : 'import.column_unmapped', {
      field: fault.field,
    });
  if (plan.clientId !== null && !findClient(context.store, plan.clientId)) return fail('client.not_found');
  const fixes = new Map<number, { column: number; value: string }[]>();
  for (const { line, column, value } of plan.fixes) {
    const known = fixes.get(line);
    if (known) known.push({ column, value });
    else fixes.set(line, [{ column, value }]);
  }
  const leftOut = new Set(plan.leftOut);
  let checker: RowChecker | null = null;
  let tallies = makeTallies([], columnName);

  function begin(columns: readonly FlatColumn[]): RowChecker {
    const headers = columns.map(({ name }) => name);
    tallies = makeTallies(headers, columnName);
    return makeRowChecker({
      reading: plan.reading,
      mapping: plan.mapping,
      rowKind: plan.rowKind,
      settledMeansPaid: plan.settledMeansPaid,
      openingAsOf: plan.openingAsOf,
      foreignCurrency: plan.foreignCurrency,
      restoreZeros: plan.restoreZeros,
      headers,
      today: context.today,
    });
  }

  function take(check: RowChecker, record: FlatRecord): void {
    const fixed = fixes.get(record.line);
    const given = fixed === undefined ? record.cells : withFixes(record.cells, fixed);
    const isLeftOut = leftOut.has(record.line);
    // A cell that was put right is read anew; an entry that contradicts itself stays refused.
    const isMended =
      record.refused?.column != null && fixed?.some(({ column }) => column === record.refused?.column);
    if (record.refused !== undefined && !isLeftOut && isMended !== true) {
      tallies.add(record.kind ?? plan.rowKind, 'USD', 'refused', 0);
      tallies.refuse(record.line, record.refused, given);
      return;
    }
    const outcome = check(given, record.line, record.stray, record.kind);
    if (outcome.kind === 'blank') return;
    if (outcome.kind === 'row') {
      const { row } = outcome;
      if (isLeftOut) {
        tallies.add(row.kind, 'USD', 'leftOut', row.cents);
        return;
      }
      for (const doubt of outcome.doubts) tallies.doubt(row.line, doubt, given);
      taker.row(row, given, tallies);
      return;
    }
    const { rowKind, currency } = outcome;
    const cents = outcome.amountCents ?? 0;
    if (outcome.kind === 'nothing' || isLeftOut) tallies.add(rowKind, currency, 'leftOut', cents);
    else if (outcome.kind === 'apart') {
      tallies.add(rowKind, currency, 'apart', cents);
      const doubt = { code: 'kept_apart', column: null, value: '', params: { currency } } as const;
      tallies.doubt(record.line, doubt, given);
    } else {
      tallies.add(rowKind, currency, 'refused', cents);
      tallies.refuse(record.line, outcome.refusal, given);
    }
  }

  const read = await context.files.read(input.fileId, input.fileSha256, plan.reading, (piece, columns) => {
    if (checker === null) {
      if (columns.length > plan.mapping.length) return fail('call.invalid_input', { field: 'mapping' });
      checker = begin(columns);
    }
    const ended = taker.piece();
    if (ended !== null) return ended;
    for (const record of piece) take(checker, record);
    return null;
  });
  if (!read.ok) return read;
  const { fileName, sha256, stated } = read.value;
  const columns = read.value.columns.map(({ name }) => name);
  return ok({ fileName, sha256, tallies, stated, columns });
}

function withFixes(
  cells: readonly string[],
  fixes: readonly { readonly column: number; readonly value: string }[],
): string[] {
  const fixed = [...cells];
  for (const { column, value } of fixes) {
    // A row that lost a cell can be filled up, too.
    while (fixed.length < column) fixed.push('');
    fixed[column] = value;
  }
  return fixed;
}
