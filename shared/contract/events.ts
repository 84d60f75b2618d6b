/**
 * What Duebook tells the window without being asked. Events carry ids, counts and states; a view that
 * needs more asks for it with a call.
 */
import type { Fault } from '../errors/result.ts';
import type { OpeningStep, SettledBookState } from './book.ts';
import type { JobName, OutputOf } from './contract.ts';

/** The subjects whose cached answers go stale together. */
export const subjects = [
  'accounts',
  'debtors',
  'timeline',
  'ledger',
  'plans',
  'reminders',
  'letters',
  'imports',
  /** What left the book as a file. */
  'exports',
  /** Money received and where it went. */
  'incoming',
  'drafts',
  'settings',
  /** Events, facts, clocks, the office’s profile and its rules. */
  'law',
  /** Scripts, cards, and hours of training. */
  'scripts',
  /** Marks on the queue of Today, its goals and how it ranks. */
  'desk',
  'strategies',
  'attachments',
  /** Which books there are. */
  'books',
] as const;
export type Subject = (typeof subjects)[number];

/** `accountIds` narrows what went stale; `null` means any account may have. */
export type Change = { readonly subject: Subject; readonly accountIds: readonly number[] | null };

export type JobProgress = { readonly phase: string; readonly done: number; readonly total: number | null };

/** Of a print run being made: letters dealt with, and of these how many could not go. */
export type RunProgress = { readonly done: number; readonly total: number; readonly leftOut: number };

export type JobEvent =
  | { readonly state: 'running'; readonly progress: JobProgress }
  | { readonly state: 'done'; readonly output: OutputOf<JobName> }
  | { readonly state: 'failed'; readonly error: Fault }
  | { readonly state: 'cancelled' };

export type DuebookEvent =
  | { readonly type: 'changed'; readonly changes: readonly Change[] }
  | { readonly type: 'job'; readonly jobId: string; readonly call: JobName; readonly event: JobEvent }
  | { readonly type: 'book'; readonly state: SettledBookState }
  /** What an opening under way is busy with; `null` when it has ended, however it ended. */
  | { readonly type: 'opening'; readonly step: OpeningStep | null }
  /** The menu, the palette of the system or a clicked notification asks the window to go somewhere. */
  | { readonly type: 'go'; readonly to: GoTarget }
  /** The window must save what is half-typed now and answer with `app.flushed`; a lock or quit follows. */
  | { readonly type: 'flush'; readonly reason: 'lock' | 'quit' }
  /** Something went wrong that nobody asked for; shown as a message. */
  | { readonly type: 'trouble'; readonly error: Fault }
  /** How far the making of a print run is; `null` when it has ended, however it ended. */
  | { readonly type: 'run'; readonly runId: number; readonly progress: RunProgress | null }
  /** How far the making of a hand-over is; `null` when it has ended, however it ended. */
  | { readonly type: 'handOver'; readonly progress: JobProgress | null }
  /** Reminders came due (ids only; the window asks for the rest). */
  | { readonly type: 'due'; readonly reminderIds: readonly number[] };

export const goTargets = [
  'today',
  'accounts',
  'calendar',
  'letters',
  'plans',
  'scripts',
  'strategies',
  'reports',
  'rules',
  'import',
  'incoming',
  'notes',
  'exports',
  'settings',
  'find',
  'new-account',
  'shortcuts',
  'back-up',
  'about',
] as const;
export type GoTarget = (typeof goTargets)[number] | { readonly accountId: number };
