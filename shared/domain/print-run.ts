/**
 * A print run: letters that are made, printed and answered for together. Its whole course is here as pure steps, so that two
 * things can be proved of it: no letter counts as sent twice, and none is lost, whatever is done in whatever order and wherever a
 * crash comes between.
 *
 * A letter is noted as sent to the printer before the paper can move, and as printed only by the word of a person who has seen the
 * paper. What lies between is open, and stays open until somebody says which it was.
 */
import { fail, ok, type Result } from '../errors/result.ts';

/**
 * `making`: letters are being made, or were until something stopped it. `made`: those to print are ready. `printing`: they are on
 * their way to the printer. `asked`: whether they came out well is not known yet. `settled` and `dropped`: over.
 */
export const runStates = ['making', 'made', 'printing', 'asked', 'settled', 'dropped'] as const;
export type RunState = (typeof runStates)[number];

/** `spoilt`: was sent to the printer and did not come out well; it is printed again. `dropped`: was made and is not to be sent. */
export const runLetterStates = [
  'planned',
  'left_out',
  'made',
  'sent_to_printer',
  'printed',
  'spoilt',
  'dropped',
] as const;
export type RunLetterState = (typeof runLetterStates)[number];

export const runSorts = ['zip', 'envelope', 'client'] as const;
export type RunSort = (typeof runSorts)[number];

/** More letters than this are another run: what waits longer than a morning at the printer is out of date. */
export const mostRunLetters = 2000;

export type RunLetter = {
  readonly place: number;
  readonly state: RunLetterState;
  /** How often it was sent to the printer. */
  readonly tries: number;
  /** Why it was left out or dropped; empty for every other. */
  readonly why: string;
};

export type Run = { readonly state: RunState; readonly letters: readonly RunLetter[] };

export type RunStep =
  /** A planned letter was made and its exact copy kept. */
  | { readonly kind: 'keep'; readonly place: number }
  /** A planned letter may not go after all. */
  | { readonly kind: 'leave_out'; readonly place: number; readonly why: string }
  /** No more are made: what is planned still is left out. */
  | { readonly kind: 'stop'; readonly why: string }
  /** What is not printed is made once more, because the day it is dated has passed. */
  | { readonly kind: 'make_anew' }
  /** Made letters that are not to be printed by this run. */
  | { readonly kind: 'take_out'; readonly letters: ReadonlyMap<number, string> }
  | { readonly kind: 'send'; readonly places: ReadonlySet<number> }
  /** The dialog was closed, or the printer took nothing. */
  | { readonly kind: 'not_sent' }
  /** The printer has it, or nobody knows. */
  | { readonly kind: 'sent' }
  /** Which of those sent did not come out well; all others did. */
  | { readonly kind: 'answer'; readonly spoilt: ReadonlySet<number> }
  /** Nothing more of it is made or printed. */
  | { readonly kind: 'drop'; readonly why: string };

/** In which states of the run a step may be taken. */
const allowedIn: { readonly [K in RunStep['kind']]: readonly RunState[] } = {
  keep: ['making'],
  leave_out: ['making'],
  stop: ['making'],
  make_anew: ['made'],
  take_out: ['making', 'made'],
  send: ['made'],
  not_sent: ['printing'],
  sent: ['printing'],
  answer: ['asked'],
  drop: ['making', 'made'],
};

/** Ready to go to the printer. */
export const isReady = ({ state }: Pick<RunLetter, 'state'>): boolean =>
  state === 'made' || state === 'spoilt';
/** Nothing can happen to it any more. */
export const isOver = ({ state }: Pick<RunLetter, 'state'>): boolean =>
  state === 'left_out' || state === 'printed' || state === 'dropped';

/** Where a run stands whose letters are not at the printer. */
function standingOf(letters: readonly RunLetter[]): RunState {
  if (letters.some(({ state }) => state === 'planned')) return 'making';
  if (letters.some(isReady)) return 'made';
  return letters.some(({ state }) => state === 'printed') ? 'settled' : 'dropped';
}

/**
 * The run after a step. Returns `run.not_now` when the run is not where the step belongs, and `run.letter_not_now` when a letter
 * it names is not.
 */
export function stepRun(run: Run, step: RunStep): Result<Run> {
  if (!allowedIn[step.kind].includes(run.state)) return fail('run.not_now', { state: run.state });
  const named = namedBy(step);
  const unfit = named.some(
    (place) => !run.letters.some((letter) => letter.place === place && fits(step, letter)),
  );
  if (unfit) return fail('run.letter_not_now');
  const letters = run.letters.map((letter) => {
    const after = letterAfter(letter, step);
    return after === null ? letter : { ...letter, ...after };
  });
  if (step.kind === 'send') {
    return letters.some(({ state }) => state === 'sent_to_printer')
      ? ok({ state: 'printing', letters })
      : fail('run.nothing_to_print');
  }
  if (step.kind === 'sent') return ok({ state: 'asked', letters });
  return ok({ state: standingOf(letters), letters });
}

function namedBy(step: RunStep): readonly number[] {
  switch (step.kind) {
    case 'keep':
    case 'leave_out':
      return [step.place];
    case 'take_out':
      return [...step.letters.keys()];
    case 'send':
      return [...step.places];
    case 'answer':
      return [...step.spoilt];
    default:
      return [];
  }
}

/** Whether a step may name this letter. */
function fits(step: RunStep, letter: RunLetter): boolean {
  if (step.kind === 'answer') return letter.state === 'sent_to_printer';
  return step.kind === 'keep' || step.kind === 'leave_out' ? letter.state === 'planned' : isReady(letter);
}

type After = Partial<Pick<RunLetter, 'state' | 'tries' | 'why'>>;

/** What a step makes of one letter; `null` leaves it as it is. */
function letterAfter(letter: RunLetter, step: RunStep): After | null {
  const { place, state, tries } = letter;
  switch (step.kind) {
    case 'keep':
      return place === step.place ? { state: 'made' } : null;
    case 'leave_out':
      return place === step.place ? { state: 'left_out', why: step.why } : null;
    case 'stop':
      return state === 'planned' ? { state: 'left_out', why: step.why } : null;
    case 'make_anew':
      return isReady(letter) ? { state: 'planned' } : null;
    case 'take_out': {
      const why = step.letters.get(place);
      return why === undefined ? null : { state: 'dropped', why };
    }
    case 'send':
      return step.places.has(place) ? { state: 'sent_to_printer', tries: tries + 1 } : null;
    case 'not_sent':
      if (state !== 'sent_to_printer') return null;
      return { state: tries > 1 ? 'spoilt' : 'made', tries: tries - 1 };
    case 'sent':
      return null;
    case 'answer':
      if (state !== 'sent_to_printer') return null;
      return { state: step.spoilt.has(place) ? 'spoilt' : 'printed' };
    case 'drop':
      if (state === 'planned') return { state: 'left_out', why: step.why };
      return isReady(letter) ? { state: 'dropped', why: step.why } : null;
  }
}

// ---- sheets ------------------------------------------------------------------------------------------------

/** A letter as it lies in the stack: on which sheets of paper. */
export type Stacked = { readonly place: number; readonly firstSheet: number; readonly sheets: number };

/**
 * Where each letter lies in the stack, counted from 1 after the cover sheet. Printed on both sides a letter still begins on a sheet of
 * its own, because each goes into an envelope of its own.
 */
export function stackOf(
  letters: readonly { readonly place: number; readonly pages: number }[],
  bothSides: boolean,
): Stacked[] {
  let next = 1;
  return letters.map(({ place, pages }) => {
    const sheets = bothSides ? Math.ceil(pages / 2) : pages;
    const stacked = { place, firstSheet: next, sheets };
    next += sheets;
    return stacked;
  });
}

/**
 * Letters that have to be printed again when every sheet from `first` to `last` is bad: also those of which a single sheet is. Both
 * ends count; `last` is `null` for all that follow.
 */
export function spoiltBetween(stack: readonly Stacked[], first: number, last: number | null): Set<number> {
  const end = last ?? Number.POSITIVE_INFINITY;
  return new Set(
    stack
      .filter(({ firstSheet, sheets }) => firstSheet + sheets - 1 >= first && firstSheet <= end)
      .map(({ place }) => place),
  );
}

/**
 * Sheets as somebody types them (`3, 7-9, 120-`) as ranges; `null` for what cannot be read or lies outside the stack.
 */
export function readSheets(
  typed: string,
  mostSheets: number,
): readonly { readonly first: number; readonly last: number | null }[] | null {
  const parts = typed
    .replaceAll(/\s*[-–—]\s*/g, '-')
    .split(/[,;\s]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  const ranges: { first: number; last: number | null }[] = [];
  for (const part of parts) {
    const found = /^(\d{1,6})(?:(-)(\d{1,6})?)?$/.exec(part);
    if (!found) return null;
    const first = Number(found[1]);
    const last = found[2] === undefined ? first : found[3] === undefined ? null : Number(found[3]);
    if (first < 1 || first > mostSheets || (last !== null && (last < first || last > mostSheets)))
      return null;
    ranges.push({ first, last });
  }
  return ranges;
}
