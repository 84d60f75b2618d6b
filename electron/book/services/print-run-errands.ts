/**
 * Making and printing a run as main asks for it, one step at a time. Each step is one transaction, and what could put paper into a tray is
 * noted before it can: so a run that was broken off anywhere goes on from what is written, makes no letter twice and sends none twice.
 */
import { mostRunLetters } from '../../../shared/domain/print-run.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { PrintSetup } from '../../../shared/templates/letters/sheet-setup.ts';
import { runCoverPage } from '../../../shared/templates/papers/run-cover-page.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { sentenceOf } from '../../../shared/text/faults.ts';
import { runSortWords } from '../../../shared/text/run-words.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { contextOf, type ErrandContext, type ErrandHandlers } from '../errand-context.ts';
import type { ComposedLetter, Errands, RunDocument } from '../protocol.ts';
import { runCommand } from '../run-call.ts';
import { findDebtor } from '../store/queries/debtors.ts';
import { readLawCases } from '../store/queries/law-facts.ts';
import { markLetterAs } from '../store/queries/letters.ts';
import { readOffice } from '../store/queries/office.ts';
import { findQueued, updateQueuedLetter } from '../store/queries/print-queue.ts';
import {
  listPrintingRuns,
  listRunLetters,
  type RunLetterRecord,
  readRunAccounts,
  updateRunLetterId,
  updateRunSetup,
} from '../store/queries/print-runs.ts';
import { findPrintSetup } from '../store/queries/print-setup.ts';
import { turnDay } from '../store/queries/summaries.ts';
import { command, compose, keep } from './letter-errands.ts';
import { type LetterOutlook, makeLetterOutlook } from './letter-outlook.ts';
import { findLetterAddress } from './letter-parties.ts';
import { readCopy, sha256Of } from './letters.ts';
import { outlookOfQueued } from './print-queue.ts';
import {
  heldBackSince,
  outOfDateOn,
  printsBothSides,
  readRun,
  readyOf,
  sendToPrinter,
  stackFor,
  takeStep,
} from './run-steps.ts';

/** Letters that may not go are gone past this many at a time, so that others get their turn. */
const mostPassed = 10;

/** Main tells the window of a run now and then, not with every letter. */
const silently = (around: ErrandContext): ErrandContext => ({ ...around, announce: () => undefined });

export const countRun: ErrandHandlers['runs.count'] = (around, { runId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const run = readRun(context, runId);
  if (!run.ok) return run;
  const { record, letters } = run.value;
  return ok({ state: record.state, planned: letters.filter(({ state }) => state === 'planned').length });
};

/** Whether a planned letter may still go. */
function outlookOf(context: QueryContext, letter: RunLetterRecord): LetterOutlook {
  const { store, today } = context;
  const { queueId, accountId, templateCode } = letter;
  const no = (why: string): LetterOutlook => ({ mayGo: false, why, clearsOn: null });
  if (queueId !== null) {
    const queued = findQueued(store, queueId);
    if (queued?.state !== 'waiting') return no('It was left out or printed meanwhile.');
    if (queued.letterId !== null) return no('It was made before, and nobody noted whether it was printed.');
    return outlookOfQueued(context, queued);
  }
  const found = readLawCases(store, [accountId], today)[0];
  return found
    ? makeLetterOutlook(context)(found, templateCode)
    : no('The account is no longer in the book.');
}

export const composeNext: ErrandHandlers['runs.next'] = (around, { runId, after, operationId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const operation = { call: 'runs.next', operationId, input: null, audited: false };
  return runCommand<Errands['runs.next']['output']>(context, operation, silently(around), (writing) => {
    turnDay(writing.store, writing.today);
    const run = readRun(writing, runId);
    if (!run.ok) return run;
    if (run.value.record.state !== 'making') return ok({ at: after, letter: null, leftOut: 0, done: true });
    const planned = run.value.letters.filter(({ state, place }) => state === 'planned' && place > after);
    let leftOut = 0;
    for (const letter of planned) {
      const { place } = letter;
      if (leftOut >= mostPassed) return ok({ at: place - 1, letter: null, leftOut, done: false });
      const composed = composeFor(writing, letter);
      if (composed.ok) return ok({ at: place, letter: composed.value, leftOut, done: false });
      const state = takeStep(writing, runId, { kind: 'leave_out', place, why: composed.error });
      if (!state.ok) return state;
      leftOut += 1;
    }
    return ok({ at: mostRunLetters, letter: null, leftOut, done: true });
  });
};

/** The page of a planned letter, or in a sentence why it does not go. */
function composeFor(
  context: QueryContext,
  letter: RunLetterRecord,
): { readonly ok: true; readonly value: ComposedLetter } | { readonly ok: false; readonly error: string } {
  const outlook = outlookOf(context, letter);
  if (!outlook.mayGo) return { ok: false, error: outlook.why };
  const { accountId, templateId } = letter;
  const composed = compose(context, { accountId, templateId });
  if (!composed.ok) return { ok: false, error: sentenceOf(composed.error).what };
  const stop = composed.value.findings.find(({ severity }) => severity === 'stop');
  return stop ? { ok: false, error: stop.why } : composed;
}

/** Faults of a keep that concern the letter and not the book: it does not go, and the run goes on. */
const ofTheLetter = /^(letter|contact|account|law|template)\./;

export const keepRunLetter: ErrandHandlers['runs.keep'] = (
  around,
  { runId, place, letter, pdf, pages, operationId },
) => {
  const input = { runId, place, pdfSha256: sha256Of(pdf) };
  return command<Errands['runs.keep']['output']>(
    silently(around),
    'runs.keep',
    operationId,
    input,
    (context) => {
      const run = readRun(context, runId);
      if (!run.ok) return run;
      const planned = run.value.letters.find((one) => one.place === place);
      if (planned?.state !== 'planned') return fail('run.letter_not_now');
      const leaveOut = (why: string): Result<{ outcome: 'left_out' }> => {
        const state = takeStep(context, runId, { kind: 'leave_out', place, why });
        return state.ok ? ok({ outcome: 'left_out' }) : state;
      };
      const outlook = outlookOf(context, planned);
      if (!outlook.mayGo) return leaveOut(outlook.why);
      const kept = keep(context, { letter, pdf, pages, decision: null });
      if (!kept.ok) {
        // A payment, another address or midnight came between: the same letter is composed once more.
        if (kept.error.code === 'letter.preview_expired') return ok({ outcome: 'again' });
        return ofTheLetter.test(kept.error.code) ? leaveOut(sentenceOf(kept.error).what) : kept;
      }
      const { letterId } = kept.value;
      updateRunLetterId(context.store, runId, place, letterId);
      if (planned.queueId !== null) updateQueuedLetter(context.store, planned.queueId, letterId);
      const state = takeStep(context, runId, { kind: 'keep', place });
      return state.ok ? ok({ outcome: 'kept' }) : state;
    },
  );
};

export const leaveOutOfRun: ErrandHandlers['runs.leaveOut'] = (
  around,
  { runId, place, fault, operationId },
) =>
  command(silently(around), 'runs.leaveOut', operationId, { runId, place, code: fault.code }, (context) => {
    const state = takeStep(context, runId, { kind: 'leave_out', place, why: sentenceOf(fault).what });
    return state.ok ? ok(null) : state;
  });

// ---- printing ------------------------------------------------------------------------------------------------

export const readyRun: ErrandHandlers['runs.ready'] = (around, { runId, operationId }) =>
  command(around, 'runs.ready', operationId, { runId }, (context) => {
    turnDay(context.store, context.today);
    const run = readRun(context, runId);
    if (!run.ok) return run;
    const { record, letters } = run.value;
    if (record.state !== 'made') return fail('run.not_now', { state: record.state });
    const madeOn = outOfDateOn(context, letters);
    if (madeOn !== null) return fail('run.out_of_date', { madeOn });
    // The printer may have been set up otherwise since the run was begun; the sheets stay as the letters were made.
    const { printer } = findPrintSetup(context.store);
    const { sheet } = JSON.parse(record.setup) as PrintSetup;
    updateRunSetup(context.store, runId, JSON.stringify({ sheet, printer } satisfies PrintSetup));
    const held = heldBackSince(context, readyOf(letters));
    if (held.size > 0) {
      const taken = takeStep(context, runId, { kind: 'take_out', letters: held });
      if (!taken.ok) return taken;
    }
    return documentOf(context, runId);
  });

export const coverOfRun: ErrandHandlers['runs.coverPage'] = (around, { runId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const made = documentOf(context, runId);
  return made.ok ? ok({ html: made.value.cover }) : made;
};

/** What the document of a run is made of: those to be printed, or once all are over, those that were. */
function documentOf(context: QueryContext, runId: number): Result<RunDocument> {
  const { store, today } = context;
  const run = readRun(context, runId);
  if (!run.ok) return run;
  const { record } = run.value;
  const setup = JSON.parse(record.setup) as PrintSetup;
  const ready = readyOf(run.value.letters);
  const shown =
    ready.length > 0
      ? ready
      : run.value.letters.filter(({ state }) => state === 'sent_to_printer' || state === 'printed');
  const stack = new Map(
    stackFor(context, { record, letters: shown }).map((stacked) => [stacked.place, stacked]),
  );
  const rows = new Map(listRunLetters(store, runId).map((row) => [row.place, row]));
  const office = readOffice(store);
  if (!office) return fail('book.not_open');
  const accounts = readRunAccounts(
    store,
    shown.map(({ accountId }) => accountId),
  );
  const postalCodeOf = (accountId: number): string => {
    const debtor = findDebtor(store, accounts.get(accountId)?.debtorId ?? 0);
    return (debtor && findLetterAddress(store, debtor)?.postalCode) ?? '';
  };
  const cover = runCoverPage({
    officeName: office.name,
    sample: office.sample,
    runName: record.name,
    runId,
    printedOn: today,
    author: context.author,
    sortWords: runSortWords[record.sort],
    bothSides: printsBothSides(record),
    before: ready.length === 0 ? 0 : run.value.letters.filter(({ state }) => state === 'printed').length,
    letters: shown.flatMap(({ place, accountId }) => {
      const row = rows.get(place);
      const stacked = stack.get(place);
      return row && stacked ? [{ ...row, ...stacked, postalCode: postalCodeOf(accountId) }] : [];
    }),
  });
  return ok({
    letters: ready.flatMap(({ place, letterId }) => {
      const row = rows.get(place);
      if (letterId === null || !row) return [];
      return [{ place, letterId, pages: row.pages ?? 1, title: `${place}. ${row.debtorName}` }];
    }),
    sheets: [...stack.values()].reduce((sum, { sheets }) => sum + sheets, 0),
    cover,
    bothSides: printsBothSides(record),
    paper: setup.sheet.paper,
    printer: setup.printer,
    fileName: `${record.name}, ${dayWords(today)}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '-'),
  });
}

export const readRunPdfs: ErrandHandlers['runs.pdfs'] = (around, { letterIds }) => {
  if (!around.store) return fail('book.not_open');
  const pdfs: Uint8Array[] = [];
  for (const letterId of letterIds) {
    const copy = readCopy(around.store, letterId);
    if (!copy.ok) return copy;
    pdfs.push(new Uint8Array(copy.value.pdf));
  }
  return ok({ pdfs });
};

export const sendRun: ErrandHandlers['runs.send'] = (around, { runId, places, operationId }) =>
  command(around, 'runs.send', operationId, { runId, places }, (context) => {
    const run = readRun(context, runId);
    if (!run.ok) return run;
    // Putting the document together took a while: a payment may have come, or midnight.
    if (outOfDateOn(context, run.value.letters) !== null) return fail('run.changed');
    if (heldBackSince(context, readyOf(run.value.letters)).size > 0) return fail('run.changed');
    const state = sendToPrinter(context, runId, places);
    return state.ok ? told(context) : state;
  });

export const settleSent: ErrandHandlers['runs.sent'] = (around, { runId, went, operationId }) =>
  command(around, 'runs.sent', operationId, { runId, went }, (context) => {
    const state = takeStep(context, runId, { kind: went ? 'sent' : 'not_sent' });
    return state.ok ? told(context) : state;
  });

export const markRunSaved: ErrandHandlers['runs.saved'] = (around, { letterIds, operationId }) =>
  command(around, 'runs.saved', operationId, { letterIds }, (context) => {
    for (const letterId of letterIds) markLetterAs(context.store, letterId, 'saved', context.now);
    return told(context);
  });

/** After a crash or a lock nobody knows whether the printer took it: somebody is asked. */
export const wakeRuns: ErrandHandlers['runs.wake'] = (around, { operationId }) => {
  const context = contextOf(around);
  if (!context) return fail('book.not_open');
  const runs = listPrintingRuns(context.store);
  if (runs.length === 0) return ok({ woken: 0 });
  return command(around, 'runs.wake', operationId, { runs }, (writing) => {
    for (const runId of runs) {
      const state = takeStep(writing, runId, { kind: 'sent' });
      if (!state.ok) return state;
    }
    writing.changed('letters');
    return ok({ woken: runs.length });
  });
};

function told(context: CommandContext): Result<null> {
  context.changed('letters');
  return ok(null);
}
