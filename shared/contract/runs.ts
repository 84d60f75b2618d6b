/** Print runs: letters made, printed and answered for together. */
import { z } from 'zod';
import { mostRunLetters, runLetterStates, runSorts, runStates } from '../domain/print-run.ts';
import { accountFilter } from './accounts.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  day,
  deskCommand,
  deskQuery,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';

/** Which letters a run is of: those that wait, or one letter for chosen accounts or for what a filter of the list leaves. */
export const runSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({
    kind: z.literal('accounts'),
    templateId: id,
    accountIds: z.array(id).min(1).max(mostRunLetters),
  }),
  z.strictObject({ kind: z.literal('view'), templateId: id, filter: accountFilter }),
]);
export type RunSource = z.output<typeof runSource>;

const asked = z.strictObject({
  source: runSource,
  sort: z.enum(runSorts),
});

/** A letter before it is made: whether it may go, and why not. */
const dryLetter = z.strictObject({
  accountId: id,
  debtorName: z.string(),
  number: z.string(),
  clientName: z.string(),
  templateId: id.nullable(),
  templateName: z.string(),
  /** Where it is in the list of those that wait. */
  queueId: id.nullable(),
  balanceCents: cents,
  /** Empty without an address. */
  postalCode: z.string(),
  mayGo: z.boolean(),
  why: z.string(),
  clearsOn: day.nullable(),
});
export type DryLetter = z.output<typeof dryLetter>;

const client = z.strictObject({ clientName: z.string(), letters: z.int(), cents });

const counts = z.strictObject({
  planned: z.int(),
  left_out: z.int(),
  made: z.int(),
  sent_to_printer: z.int(),
  printed: z.int(),
  spoilt: z.int(),
  dropped: z.int(),
} satisfies Readonly<Record<(typeof runLetterStates)[number], z.ZodInt>>);

const runRow = z.strictObject({
  runId: id,
  name: z.string(),
  sort: z.enum(runSorts),
  state: z.enum(runStates),
  madeAt: instant,
  author: z.string(),
  endedAt: instant.nullable(),
  counts,
});
export type RunRow = z.output<typeof runRow>;

const runLetter = z.strictObject({
  place: z.int(),
  state: z.enum(runLetterStates),
  why: z.string(),
  tries: z.int(),
  accountId: id,
  debtorName: z.string(),
  number: z.string(),
  clientName: z.string(),
  templateName: z.string(),
  balanceCents: cents,
  letterId: id.nullable(),
  pages: z.int().nullable(),
  firstSheet: z.int().nullable(),
  sheets: z.int().nullable(),
  /** It waits on: another run can take it. */
  waits: z.boolean(),
});
export type RunLetterView = z.output<typeof runLetter>;

const runId = z.strictObject({ runId: id });
const places = z.array(z.int().min(1).max(mostRunLetters)).max(mostRunLetters);

export const runCalls = {
  /**
   * Every letter of a run before it is begun, in the order it would have, and what they come to. Each is asked about and merged as it will
   * be, so that what is held back by its wording is known too. Nothing is written.
   */
  'runs.dry': bookJob(
    asked,
    z.strictObject({
      letters: z.array(dryLetter),
      /** Letters that would be of the run but for its greatest length. */
      beyond: z.int(),
      sumCents: cents,
      clients: z.array(client),
      /** What an ordinary letter cost last; `null` until one was entered. */
      postageCents: cents.nullable(),
    }),
  ),
  /** Begins a run: nothing is made yet. Letters named in `without` stay out of it, by their account. */
  'runs.begin': bookJob(
    asked.extend({ name: optionalLine(80), without: z.array(id).max(mostRunLetters) }),
    z.strictObject({ runId: id, planned: z.int(), leftOut: z.int() }),
  ),
  /** Runs that are not over, oldest first. */
  'runs.open': bookQuery(nothing, z.strictObject({ runs: z.array(runRow) })),
  /** Runs that are over, newest first. */
  'runs.ended': bookQuery(
    z.strictObject({ before: id.nullable(), limit: z.int().min(1).max(100) }),
    z.strictObject({ runs: z.array(runRow), next: id.nullable() }),
  ),
  'runs.get': bookQuery(
    runId,
    z.strictObject({
      run: runRow,
      letters: z.array(runLetter),
      bothSides: z.boolean(),
      /** The day its letters are dated, where that is not today and they are to be printed still. */
      outOfDate: day.nullable(),
      /** Its document was saved as a file and may have been printed from there. */
      saved: z.boolean(),
    }),
  ),
  /** No more letters are made; what is planned still waits for another run. */
  'runs.finishMaking': bookCommand(runId, nothing),
  /** Everything that is not printed is made once more, with the date of the day. */
  'runs.makeAnew': bookCommand(runId, nothing),
  /** Made letters that are not to be printed by this run; they wait for the next. */
  'runs.takeOut': bookCommand(runId.extend({ places, word: line(200) }), nothing),
  /** Which letters did not come out well; all others that were sent to the printer did, and count as sent. */
  'runs.answer': bookCommand(runId.extend({ spoilt: places }), z.strictObject({ state: z.enum(runStates) })),
  /** It was printed from the saved file: now it is asked about. What may not go any more is named, to be taken out of the stack. */
  'runs.printedOutside': bookCommand(
    runId,
    z.strictObject({ takeAway: z.array(z.strictObject({ debtorName: z.string(), why: z.string() })) }),
  ),
  /** Nothing more is made or printed of it. */
  'runs.drop': bookCommand(runId.extend({ word: line(200) }), nothing),
  /** Letters of a run of chosen accounts that did not go are put among those that wait. */
  'runs.queueLeftOut': bookCommand(runId, z.strictObject({ queued: z.int() })),

  /** Makes the letters that are planned still, one after the other; goes on where it was stopped. Answers when it ends. */
  'runs.make': deskCommand(runId, z.strictObject({ made: z.int(), leftOut: z.int(), stopped: z.boolean() })),
  /** Stops the making within the letter; what is made stays made. */
  'runs.stop': deskCommand(nothing, nothing),
  /** The cover sheet and every letter to be printed, in order, to the printer of the print setup, without a dialog. */
  'runs.print': deskCommand(
    runId,
    z.strictObject({ printed: z.boolean(), letters: z.int(), sheets: z.int() }),
  ),
  'runs.savePdf': deskCommand(runId, z.strictObject({ fileName: z.string() })),
  /** The cover sheet alone, to look at. */
  'runs.cover': deskQuery(runId, z.strictObject({ pdf: z.instanceof(Uint8Array) })),
} as const;
