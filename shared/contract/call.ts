/**
 * What a call between the window and the rest of Duebook is made of.
 *
 * Every call is one entry of the map in `contract.ts`: who answers it (`desk` is Electron's main process,
 * `book` the worker that owns the database, `vault` the same worker for work on whole books, with none open too), its kind, and the schemas of what goes in and comes out. Both
 * sides are typed from that map; at run time the input is checked before any handler sees it.
 *
 * - `query` reads. It may be repeated or dropped freely.
 * - `command` writes, in one transaction, and carries an operation id: the same id posts once.
 * - `job` is long work: it is answered at once with a job id, reports progress as events, can be cancelled
 *   and leaves nothing half-done. Its output arrives with its last event.
 */
import { z } from 'zod';
import { earliestDay, latestDay } from '../domain/days.ts';
import { plainLine } from '../domain/plain-line.ts';

export type CallKind = 'query' | 'command' | 'job';
export type CallRoom = 'desk' | 'book' | 'vault';

export type Call<
  K extends CallKind = CallKind,
  R extends CallRoom = CallRoom,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  readonly kind: K;
  readonly room: R;
  readonly input: I;
  readonly output: O;
  /** False for commands that only keep the window's own state: no audit row, no change event. */
  readonly audited: boolean;
};

export function bookQuery<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'query', 'book', I, O> {
  return { kind: 'query', room: 'book', input, output, audited: false };
}

export function bookCommand<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'command', 'book', I, O> {
  return { kind: 'command', room: 'book', input, output, audited: true };
}

/** A command for the window's own state (drafts, where it stood): written in a transaction, not audited. */
export function bookScratch<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'command', 'book', I, O> {
  return { kind: 'command', room: 'book', input, output, audited: false };
}

export function bookJob<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'job', 'book', I, O> {
  return { kind: 'job', room: 'book', input, output, audited: false };
}

/** Long work on a book as a whole, which does not run inside the open one and may not need it. */
export function vaultJob<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'job', 'vault', I, O> {
  return { kind: 'job', room: 'vault', input, output, audited: false };
}

export function deskQuery<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'query', 'desk', I, O> {
  return { kind: 'query', room: 'desk', input, output, audited: false };
}

export function deskCommand<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Call<'command', 'desk', I, O> {
  return { kind: 'command', room: 'desk', input, output, audited: false };
}

// ---- building blocks every subject uses -------------------------------------------------------------

/** A row id of the book: a whole number from 1. */
export const id = z.int().min(1);
/** Money in integer cents, up to 90 trillion either way (exact in a double). */
export const cents = z.int().min(-9_000_000_000_000_000).max(9_000_000_000_000_000);
/** A sum the user enters: at least one cent. */
export const positiveCents = z.int().min(1).max(9_000_000_000_000_000);
/** A calendar day, `YYYY-MM-DD`, without time or zone. */
export const day = z.iso.date();
/** A day the user enters: no slip of the hand far off. */
export const enteredDay = day.refine((entered) => entered >= earliestDay && entered <= latestDay);
/** An instant in milliseconds since 1970 UTC. */
export const instant = z.int().min(0).max(8_640_000_000_000_000);
/** One line of typed text. */
export const line = (most = 200) => z.string().overwrite(plainLine).min(1).max(most);
/** One line that may be left empty; white space at the ends is cut. */
export const optionalLine = (most = 200) => z.string().overwrite(plainLine).max(most);
/** A text of several lines, kept as typed; blanks alone say nothing. */
export const longText = z.string().max(100_000).regex(/\S/);
export const nothing = z.strictObject({});
export const operationId = z.uuid();
