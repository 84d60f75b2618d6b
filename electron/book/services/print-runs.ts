/** Print runs as the window sees them, and what a person decides of them. Making and printing are in `print-run-errands.ts`. */
import type { RunRow } from '../../../shared/contract/runs.ts';
import { isReady } from '../../../shared/domain/print-run.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { findWaitingOf, insertQueued } from '../store/queries/print-queue.ts';
import {
  countsOfRun,
  findRun,
  listEndedRuns,
  listOpenRuns,
  listRunLetters,
  type RunRecord,
  readRunLetters,
} from '../store/queries/print-runs.ts';
import type { Store } from '../store/store.ts';
import {
  heldBackSince,
  outOfDateOn,
  printsBothSides,
  readRun,
  readyOf,
  sendToPrinter,
  takeStep,
} from './run-steps.ts';

function rowOf(store: Store, { source: _, setup: __, ...run }: RunRecord): RunRow {
  return { ...run, counts: countsOfRun(store, run.runId) };
}

export const listRunsOpen: QueryHandler<'runs.open'> = ({ store }) =>
  ok({ runs: listOpenRuns(store).map((run) => rowOf(store, run)) });

export const listRunsEnded: QueryHandler<'runs.ended'> = ({ store }, { before, limit }) => {
  const runs = listEndedRuns(store, before, limit + 1);
  const page = runs.slice(0, limit);
  return ok({
    runs: page.map((run) => rowOf(store, run)),
    next: runs.length > limit ? (page.at(-1)?.runId ?? null) : null,
  });
};

export const getRun: QueryHandler<'runs.get'> = (context, { runId }) => {
  const { store } = context;
  const record = findRun(store, runId);
  if (!record) return fail('run.not_found');
  const rows = listRunLetters(store, runId);
  return ok({
    run: rowOf(store, record),
    letters: rows.map((row) => ({
      place: row.place,
      state: row.state,
      why: row.why,
      tries: row.tries,
      accountId: row.accountId,
      debtorName: row.debtorName,
      number: row.number,
      clientName: row.clientName,
      templateName: row.templateName,
      balanceCents: row.balanceCents,
      letterId: row.letterId,
      pages: row.pages,
      firstSheet: row.firstSheet,
      sheets: row.sheets,
      waits: row.waits === 1,
    })),
    bothSides: printsBothSides(record),
    outOfDate: outOfDateOn(context, readRunLetters(store, runId)),
    saved: rows.some((row) => isReady(row) && row.savedAt !== null),
  });
};

const stopped = 'The run was stopped before it was made.';

export const finishMaking: CommandHandler<'runs.finishMaking'> = (context, { runId }) => {
  const state = takeStep(context, runId, { kind: 'stop', why: stopped });
  return state.ok ? changed(context) : state;
};

export const makeRunAnew: CommandHandler<'runs.makeAnew'> = (context, { runId }) => {
  const state = takeStep(context, runId, { kind: 'make_anew' });
  return state.ok ? changed(context) : state;
};

export const takeOutOfRun: CommandHandler<'runs.takeOut'> = (context, { runId, places, word }) => {
  const letters = new Map(places.map((place) => [place, word]));
  const state = takeStep(context, runId, { kind: 'take_out', letters });
  return state.ok ? changed(context) : state;
};

export const dropRun: CommandHandler<'runs.drop'> = (context, { runId, word }) => {
  const state = takeStep(context, runId, { kind: 'drop', why: word });
  return state.ok ? changed(context) : state;
};

export const answerRun: CommandHandler<'runs.answer'> = (context, { runId, spoilt }) => {
  const state = takeStep(context, runId, { kind: 'answer', spoilt: new Set(spoilt) });
  if (!state.ok) return state;
  context.changed('letters');
  return ok({ state: state.value });
};

/**
 * Printed from the saved file. What happened since then is said now, before the letters go into their envelopes: those that may not go
 * are taken out here, and out of the stack by hand.
 */
export const sayPrintedOutside: CommandHandler<'runs.printedOutside'> = (context, { runId }) => {
  const run = readRun(context, runId);
  if (!run.ok) return run;
  const ready = readyOf(run.value.letters);
  const held = heldBackSince(context, ready);
  const rows = listRunLetters(context.store, runId);
  const takeAway = rows.flatMap(({ place, debtorName }) => {
    const why = held.get(place);
    return why === undefined ? [] : [{ debtorName, why }];
  });
  if (held.size > 0) {
    const taken = takeStep(context, runId, { kind: 'take_out', letters: held });
    if (!taken.ok) return taken;
  }
  const places = ready.flatMap(({ place }) => (held.has(place) ? [] : [place]));
  if (places.length > 0) {
    const sent = sendToPrinter(context, runId, places);
    if (!sent.ok) return sent;
    const asked = takeStep(context, runId, { kind: 'sent' });
    if (!asked.ok) return asked;
  }
  context.changed('letters');
  return ok({ takeAway });
};

/** Those a person chose and the run did not take wait like any other, so that they are not forgotten. */
export const queueLeftOut: CommandHandler<'runs.queueLeftOut'> = (context, { runId }) => {
  const { store, today, now, author } = context;
  const run = readRun(context, runId);
  if (!run.ok) return run;
  const touched: number[] = [];
  for (const { state, queueId, accountId, templateCode } of run.value.letters) {
    if ((state !== 'left_out' && state !== 'dropped') || queueId !== null) continue;
    if (findWaitingOf(store, accountId, templateCode) !== null) continue;
    insertQueued(store, { accountId, templateCode, memberId: null, wantedOn: today, madeAt: now, author });
    touched.push(accountId);
  }
  if (touched.length > 0) context.changed('letters', touched);
  return ok({ queued: touched.length });
};

function changed(context: CommandContext) {
  context.changed('letters');
  return ok({});
}
