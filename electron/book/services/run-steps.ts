/**
 * Taking a print run from one state to the next: what may follow what is asked of `shared/domain/print-run.ts`, and whatever
 * a letter's new state means elsewhere (the list of those that wait, the strategy, the day a letter counts from) is written in the same
 * transaction.
 */
import { type Day, dayOfInstant } from '../../../shared/domain/days.ts';
import {
  isReady,
  type RunState,
  type RunStep,
  type Stacked,
  stackOf,
  stepRun,
} from '../../../shared/domain/print-run.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { PrintSetup } from '../../../shared/templates/letters/sheet-setup.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { readLawCases } from '../store/queries/law-facts.ts';
import { markLetterAs } from '../store/queries/letters.ts';
import { findQueued, updateQueuedLetter } from '../store/queries/print-queue.ts';
import {
  findMadeWith,
  findRun,
  type RunLetterRecord,
  type RunRecord,
  readRunLetters,
  renumberRun,
  updateRunLetter,
  updateRunLetterId,
  updateRunLetterSent,
  updateRunState,
} from '../store/queries/print-runs.ts';
import { findMemberCase } from '../store/queries/strategy-members.ts';
import { goesElsewhere } from './letter-addressee.ts';
import { makeLetterOutlook } from './letter-outlook.ts';
import { endOfMember, settle } from './print-queue.ts';

export type WholeRun = { readonly record: RunRecord; readonly letters: readonly RunLetterRecord[] };

/** Fails with `run.not_found`. */
export function readRun({ store }: QueryContext, runId: number): Result<WholeRun> {
  const record = findRun(store, runId);
  return record ? ok({ record, letters: readRunLetters(store, runId) }) : fail('run.not_found');
}

/**
 * Takes one step and writes what it means. Returns the state the run is in afterwards, `run.not_found`, `run.not_now` or
 * `run.letter_not_now`.
 */
export function takeStep(context: CommandContext, runId: number, step: RunStep): Result<RunState> {
  const { store, now } = context;
  const run = readRun(context, runId);
  if (!run.ok) return run;
  const { record, letters } = run.value;
  const after = stepRun({ state: record.state, letters }, step);
  if (!after.ok) return after;
  const touched: number[] = [];
  for (const [index, letter] of after.value.letters.entries()) {
    const before = letters[index];
    if (!before || (letter.state === before.state && letter.tries === before.tries)) continue;
    updateRunLetter(store, runId, letter);
    const written = follow(context, runId, before, letter.state);
    if (!written.ok) return written;
    touched.push(before.accountId);
  }
  const { state } = after.value;
  if (state !== record.state) {
    const over = state === 'settled' || state === 'dropped';
    updateRunState(store, runId, state, over ? now : null);
    if (record.state === 'making' && state === 'made') orderMade(context, record);
  }
  if (touched.length > 0) context.changed('letters', touched);
  return ok(state);
}

/** What the new state of a letter means outside of its run. */
function follow(
  context: CommandContext,
  runId: number,
  before: RunLetterRecord,
  state: RunLetterRecord['state'],
): Result<null> {
  const { store, now } = context;
  const { place, queueId, letterId } = before;
  switch (state) {
    case 'printed': {
      if (letterId === null) return fail('run.letter_not_now');
      const at = before.sentAt ?? now;
      if (queueId !== null) return settle(context, queueId, true, at);
      markLetterAs(store, letterId, 'printed', at);
      context.changed('timeline', [before.accountId]);
      return ok(null);
    }
    case 'dropped':
      if (queueId !== null && holds(context, before)) return settle(context, queueId, false);
      return ok(null);
    case 'planned':
      // Made anew: the copy made before stays kept, as one that was never sent.
      if (queueId !== null && holds(context, before)) updateQueuedLetter(store, queueId, null);
      updateRunLetterId(store, runId, place, null);
      return ok(null);
    default:
      return ok(null);
  }
}

/** Whether the letter that waits is still this one. */
function holds({ store }: QueryContext, { queueId, letterId }: RunLetterRecord): boolean {
  const queued = queueId === null ? null : findQueued(store, queueId);
  return queued?.state === 'waiting' && queued.letterId !== null && queued.letterId === letterId;
}

/** By envelope: how many sheets go into each is known only now. What was printed before keeps the order of its stack. */
function orderMade({ store }: CommandContext, { runId, sort }: RunRecord): void {
  const letters = readRunLetters(store, runId);
  if (sort !== 'envelope' || letters.some(({ tries }) => tries > 0)) return;
  const pagesOf = (letter: RunLetterRecord) =>
    letter.letterId === null
      ? Number.POSITIVE_INFINITY
      : (findMadeWith(store, letter.letterId)?.pages ?? Number.POSITIVE_INFINITY);
  const ordered = letters
    .map((letter) => ({ place: letter.place, pages: pagesOf(letter) }))
    .sort((a, b) => (a.pages === b.pages ? a.place - b.place : a.pages - b.pages));
  renumberRun(
    store,
    runId,
    ordered.map(({ place }) => place),
  );
}

// ---- before it is printed ------------------------------------------------------------------------------------

/** The letters that would go to the printer now. */
export function readyOf(letters: readonly RunLetterRecord[]): RunLetterRecord[] {
  return letters.filter(isReady);
}

/** The day the letters to be printed are dated, where one of them is not dated today. */
export function outOfDateOn(
  { store, zone, today }: QueryContext,
  letters: readonly RunLetterRecord[],
): Day | null {
  for (const { letterId } of readyOf(letters)) {
    const made = letterId === null ? null : findMadeWith(store, letterId);
    const madeOn = made === null ? null : dayOfInstant(made.madeAt, zone);
    if (madeOn !== null && madeOn !== today) return madeOn;
  }
  return null;
}

/** Those that were made and may not go any more, each with the reason: what happened since counts. */
export function heldBackSince(
  context: QueryContext,
  letters: readonly RunLetterRecord[],
): Map<number, string> {
  const { store, today } = context;
  const ask = makeLetterOutlook(context);
  const found = new Map<number, string>();
  const cases = new Map(
    readLawCases(
      store,
      letters.map(({ accountId }) => accountId),
      today,
    ).map((one) => [one.debt.accountId, one]),
  );
  for (const { place, accountId, templateCode, queueId, letterId } of letters) {
    const why = (() => {
      const debt = cases.get(accountId);
      const made = letterId === null ? null : findMadeWith(store, letterId);
      if (!debt || !made) return 'The account is no longer in the book.';
      const memberId = queueId === null ? null : (findQueued(store, queueId)?.memberId ?? null);
      const ended = memberId === null ? null : endOfMember(store, findMemberCase(store, memberId, today));
      if (ended !== null) return ended;
      const outlook = ask(debt, templateCode);
      if (!outlook.mayGo) return outlook.why;
      if (letterId !== null && goesElsewhere(context, letterId, true))
        return 'It is addressed to a name or an address that is no longer the one to write to.';
      return made.balanceCents === debt.debt.balanceCents
        ? null
        : 'What is owed has changed since the letter was made.';
    })();
    if (why !== null) found.set(place, why);
  }
  return found;
}

// ---- to the printer ------------------------------------------------------------------------------------------

/** Printed on both sides of each sheet, as the run was set up. */
export function printsBothSides({ setup }: Pick<RunRecord, 'setup'>): boolean {
  return (JSON.parse(setup) as PrintSetup).printer.duplex !== 'off';
}

/** Where each of these letters lies in the stack of the document they are printed with. */
export function stackFor(context: QueryContext, { record, letters }: WholeRun): Stacked[] {
  const pages = letters.map(({ place, letterId }) => ({
    place,
    pages: (letterId === null ? null : findMadeWith(context.store, letterId))?.pages ?? 1,
  }));
  return stackOf(pages, printsBothSides(record));
}

/**
 * From here on these letters may be paper. They must be all that are to be printed, in their order; otherwise something changed since
 * the document was put together (`run.changed`).
 */
export function sendToPrinter(
  context: CommandContext,
  runId: number,
  places: readonly number[],
): Result<RunState> {
  const run = readRun(context, runId);
  if (!run.ok) return run;
  const ready = readyOf(run.value.letters);
  if (ready.map(({ place }) => place).join() !== places.join()) return fail('run.changed');
  const state = takeStep(context, runId, { kind: 'send', places: new Set(places) });
  if (!state.ok) return state;
  for (const stacked of stackFor(context, { record: run.value.record, letters: ready }))
    updateRunLetterSent(context.store, runId, stacked, context.now);
  return state;
}
