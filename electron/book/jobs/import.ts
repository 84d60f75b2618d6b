/**
 * Two of the three steps of an import over the same file: try it, write it (looking at it: `import-preview.ts`). Each reads the
 * file anew and refuses it if it is no longer the one that was looked at. Both go through the same reading, checking and matching;
 * only the last step differs.
 */
import type { ImportChange, ImportDone, ImportPlan } from '../../../shared/contract/imports.ts';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import type { CheckedRow } from '../../../shared/domain/import/rows/row-types.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, JobContext, JobHandler } from '../context.ts';
import type { ChangeDraft, ImportDraft } from '../services/import-drafts.ts';
import { type Matched, type Matcher, type MatchPlan, makeMatcher } from '../services/import-match.ts';
import { rememberProfile } from '../services/import-profiles.ts';
import { countsBy, sortRemarks, type Tallies } from '../services/import-tally.ts';
import { writeDraft } from '../services/import-write.ts';
import { importRowOf } from '../services/imports.ts';
import { findClient, findClientByName, findOfficeClient } from '../store/queries/debtors.ts';
import {
  countWrites,
  findImport,
  findSameFile,
  insertImport,
  updateImportFigures,
} from '../store/queries/imports.ts';
import { readOffice } from '../store/queries/office.ts';
import type { Store } from '../store/store.ts';
import { type CheckedFile, checkFile } from './import-rows.ts';

/** Changes beyond these are counted but not listed. */
const changesListed = 500;
const rowsBetweenLooks = 2000;

/** The client a plan means, as far as the book has it. */
function knownClient(store: Store, plan: ImportPlan): number | null {
  if (plan.clientId !== null) return plan.clientId;
  const found =
    plan.clientName === ''
      ? (findOfficeClient(store) ?? findClientByName(store, officeName(store)))
      : findClientByName(store, plan.clientName);
  return found?.clientId ?? null;
}

function matchPlanOf(
  context: Pick<JobContext, 'store' | 'now' | 'today' | 'zone'>,
  plan: ImportPlan,
): MatchPlan {
  const { store, now, today, zone } = context;
  const clientId = knownClient(store, plan);
  return {
    clientId,
    clientName: clientNameOf(store, plan, clientId),
    isOffice: plan.clientId === null && plan.clientName === '',
    source: plan.reading.source,
    debtorKind: plan.debtorKind,
    people: plan.people,
    heldAt: plan.heldAt,
    paidItems: plan.paidItems,
    changed: plan.changed,
    now,
    today,
    zone,
  };
}

/** A file held against the book, and all it said. */
type Held = { readonly draft: ImportDraft; readonly matcher: Matcher };

type ImportInput = { readonly fileId: string; readonly fileSha256: string; readonly plan: ImportPlan };

/** So many rows keep their cells for when they are looked at later. */
const cellsKept = 200_000;

/** Holds rows against the book one by one, counting what becomes of each. */
function makeHolder(matcher: Matcher) {
  const later = new Map<CheckedRow, readonly string[]>();
  function count(row: CheckedRow, matched: Matched, cells: readonly string[] | null, tallies: Tallies): void {
    tallies.add(row.kind, 'USD', matched.fate, row.cents);
    if (matched.fate === 'refused') tallies.refuse(row.line, matched.refusal, cells);
    else for (const doubt of matched.doubts) tallies.doubt(row.line, doubt, cells);
  }
  return {
    take(row: CheckedRow, cells: readonly string[] | null, tallies: Tallies): void {
      const matched = matcher.take(row);
      if (matched !== null) count(row, matched, cells, tallies);
      else if (cells !== null && later.size < cellsKept) later.set(row, cells);
    },
    finish(tallies: Tallies): Held {
      const draft = matcher.finish((row, matched) => count(row, matched, later.get(row) ?? null, tallies));
      sortRemarks(tallies);
      return { draft, matcher };
    },
  };
}

/**
 * Reads a file and holds every row against the book as it comes, while the next ones are still being read. `null` as soon as `goOn`
 * says no. Faults: those of `checkFile`.
 */
async function matchWhileRead(
  context: JobContext,
  input: ImportInput,
  goOn: () => boolean = () => true,
): Promise<Result<CheckedFile & Held> | null> {
  let holder: ReturnType<typeof makeHolder> | null = null;
  const begin = () => {
    holder ??= makeHolder(makeMatcher(context.store, matchPlanOf(context, input.plan)));
    return holder;
  };
  let stopped = false;
  const checked = await checkFile(context, input, {
    piece() {
      stopped = !goOn();
      return stopped ? fail('call.cancelled') : null;
    },
    row: (row, cells, tallies) => begin().take(row, cells, tallies),
  });
  if (stopped || (checked.ok && !goOn())) return null;
  if (!checked.ok) return checked;
  return ok({ ...checked.value, ...begin().finish(checked.value.tallies) });
}

function changesOf(draft: ImportDraft): ImportChange[] {
  return draft.changes.slice(0, changesListed).map(({ line, debtor, account, what, before, after }) => ({
    line,
    of: account === null ? debtor.name : `${debtor.name}, ${account.number}`,
    what,
    before,
    after,
  }));
}

function paymentsOf(draft: ImportDraft): { payments: number; paymentsCents: number } {
  let payments = 0;
  let paymentsCents = 0;
  const add = (cents: number) => {
    payments += 1;
    paymentsCents += cents;
  };
  for (const { row } of draft.charges) if (row.paidCents > 0) add(row.paidCents);
  for (const { kind, cents } of draft.reliefs) if (kind === 'payment') add(cents);
  for (const { fix } of draft.changes) if (fix.do === 'pay') add(fix.relief.cents);
  return { payments, paymentsCents };
}

/** By how much the book owes more after the import. */
function openOf(draft: ImportDraft): number {
  const charged = draft.charges.reduce((sum, { row }) => sum + row.amountCents - row.paidCents, 0);
  const relieved = draft.reliefs.reduce((sum, { cents }) => sum + cents, 0);
  return charged - relieved + draft.changes.reduce((sum, change) => sum + moved(change), 0);
}

function moved({ fix }: ChangeDraft): number {
  if (fix.do === 'replace') return (fix.row?.amountCents ?? 0) - fix.charge.cents;
  if (fix.do === 'adjust') return fix.cents;
  return fix.do === 'pay' ? -fix.relief.cents : 0;
}

export const dryRunImport: JobHandler<'imports.dryRun'> = async (context, input) => {
  const matched = await matchWhileRead(context, input);
  if (matched === null) return fail('call.cancelled');
  if (!matched.ok) return matched;
  const { tallies, stated, draft, matcher } = matched.value;
  return ok({
    rows: tallies.rows(),
    accepted: tallies.rowsOf('written') + tallies.rowsOf('changed') + tallies.rowsOf('waiting'),
    refused: tallies.refused.count,
    refusals: tallies.refused.rows,
    refusedBy: countsBy(tallies.refused),
    doubted: tallies.doubted.count,
    doubts: tallies.doubted.rows,
    doubtedBy: countsBy(tallies.doubted),
    newDebtors: draft.debtors.length - draft.knownDebtors,
    knownDebtors: draft.knownDebtors,
    newAccounts: draft.accounts.length,
    charges: draft.charges.length,
    ...paymentsOf(draft),
    openCents: openOf(draft),
    alreadyThere: tallies.rowsOf('alreadyThere'),
    ...tallies.main(),
    tallies: tallies.list(),
    stated: [...stated],
    changes: changesOf(draft),
    changesCount: draft.changes.length,
    ...matcher.asked(),
  });
};

export const runImport: JobHandler<'imports.run'> = async (context, input) => {
  // Nothing may come between the comparison with the book and the writing. Most often nothing does.
  const before = countWrites(context.store);
  const isAsBefore = () => countWrites(context.store) === before;
  const matched = await matchWhileRead(context, input, isAsBefore);
  if (matched !== null) {
    if (!matched.ok) return matched;
    const { value } = matched;
    return writeMatched(context, input.plan, value, () => ok(value));
  }
  // Somebody wrote in the meantime: the rows are read first and compared where nobody else can write.
  const rows: { readonly row: CheckedRow; readonly cells: readonly string[] | null }[] = [];
  const checked = await checkFile(context, input, {
    piece: () => null,
    row: (row, cells) => void rows.push({ row, cells: rows.length < cellsKept ? cells : null }),
  });
  if (!checked.ok) return checked;
  const file = checked.value;
  return writeMatched(context, input.plan, file, (command) => {
    const holder = makeHolder(makeMatcher(command.store, matchPlanOf(command, input.plan)));
    for (const [index, { row, cells }] of rows.entries()) {
      holder.take(row, cells, file.tallies);
      if (index % rowsBetweenLooks === 0 && context.cancelled()) return fail('call.cancelled');
    }
    return ok(holder.finish(file.tallies));
  });
};

function writeMatched(
  context: JobContext,
  plan: ImportPlan,
  file: CheckedFile,
  hold: (command: CommandContext) => Result<Held>,
): Result<ImportDone> {
  const { fileName, sha256, tallies, stated } = file;
  return context.store.writeMuch(() =>
    context.write((command): Result<ImportDone> => {
      const { store } = command;
      const sameFileAt = findSameFile(store, sha256);
      const held = hold(command);
      if (!held.ok) return held;
      const { draft } = held.value;
      const fault = controlFault(plan, tallies);
      if (fault !== null) return fault;
      if (!hasAnything(draft)) {
        return sameFileAt === null
          ? fail('import.nothing_to_write')
          : fail('import.same_file', { importedOn: dayOfInstant(sameFileAt, command.zone) });
      }
      const importId = insertImport(store, {
        fileName,
        fileSha256: sha256,
        source: plan.reading.source,
        plan: JSON.stringify({ ...plan, clientName: namesOf(draft) }),
        importedAt: command.now,
        author: command.author,
      });
      const written = writeDraft(
        command,
        draft,
        { importId, fileName, debtType: plan.debtType },
        {
          step: (phase, done, total) => context.progress({ phase, done, total }),
          cancelled: context.cancelled,
        },
      );
      if (!written.ok) return written;
      updateImportFigures(store, importId, {
        ...written.value,
        refused: tallies.refused.count,
        tally: JSON.stringify({ tallies: tallies.list() }),
        report: reportOf(draft, tallies, stated),
      });
      rememberProfile(command, plan, file.columns);
      const record = findImport(store, importId);
      if (!record) throw new Error('an import just written is missing');
      for (const subject of ['imports', 'accounts', 'debtors', 'ledger', 'timeline', 'law'] as const)
        command.changed(subject);
      return ok({
        import: importRowOf(record),
        refused: tallies.refused.count,
        alreadyThere: tallies.rowsOf('alreadyThere'),
        ...tallies.main(),
        tallies: tallies.list(),
      });
    }),
  );
}

/** What the user was told the file holds, where it holds something else: `import.control_differs`. */
function controlFault(plan: ImportPlan, tallies: Tallies) {
  const { fileCents } = tallies.main();
  const rows = tallies.rows();
  if (plan.controlCents !== null && plan.controlCents !== fileCents)
    return fail('import.control_differs', { typedCents: plan.controlCents, fileCents });
  if (plan.controlRows !== null && plan.controlRows !== rows)
    return fail('import.control_rows', { typed: plan.controlRows, rows });
  return null;
}

function hasAnything(draft: ImportDraft): boolean {
  return (
    draft.charges.length > 0 ||
    draft.accounts.length > 0 ||
    draft.reliefs.length > 0 ||
    draft.waiting.length > 0 ||
    draft.notes.length > 0 ||
    draft.contacts.length > 0 ||
    draft.changes.some(({ fix, what }) => fix.do !== 'nothing' || isAddition(what)) ||
    draft.debtors.some(({ known, newPhones, newEmails, newAddresses, aliases, newBirthOn }) =>
      known
        ? newPhones.length + newEmails.length + newAddresses.length + aliases.length > 0 ||
          newBirthOn !== null
        : true,
    )
  );
}

function isAddition(what: ChangeDraft['what']): boolean {
  return what === 'phone' || what === 'email' || what === 'address';
}

/** The report that is kept: bounded, and without the cells of other people's rows. */
function reportOf(draft: ImportDraft, tallies: Tallies, stated: CheckedFile['stated']): string {
  const plainly = (rows: Tallies['refused']['rows']) =>
    rows.map(({ line, reason, code, column, value }) => ({ line, reason, code, column, value }));
  return JSON.stringify({
    stated,
    changes: changesOf(draft),
    changesCount: draft.changes.length,
    refusals: plainly(tallies.refused.rows),
    doubts: plainly(tallies.doubted.rows),
  });
}

/** The clients of an import by name; the client it made goes with it when it is taken back, its name stays. */
function namesOf(draft: ImportDraft): string {
  const used = new Set([...draft.accounts, ...draft.debtors].map(({ client }) => client.name));
  const names = used.size === 0 ? draft.clients.slice(0, 1).map(({ name }) => name) : [...used];
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** A client the book does not have; without a name it is the office, collecting for itself. */
function clientNameOf(store: Store, plan: ImportPlan, known: number | null): string {
  if (known !== null) return findClient(store, known)?.name ?? '';
  return plan.clientName === '' ? officeName(store) : plan.clientName;
}

function officeName(store: Store): string {
  return readOffice(store)?.name ?? 'Our office';
}
