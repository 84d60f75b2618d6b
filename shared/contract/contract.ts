/**
 * The map of every call: the only list there is. A call without a handler, or a handler without a call,
 * does not compile (`BookHandlers` in electron/book, `DeskHandlers` in electron/ipc).
 */
import type { z } from 'zod';
import { accountCalls } from './accounts.ts';
import { appCalls } from './app.ts';
import { attachmentCalls } from './attachments.ts';
import { bookCalls } from './book.ts';
import { calendarCalls } from './calendar.ts';
import type { CallKind, CallRoom } from './call.ts';
import { callCalls } from './calls.ts';
import { contactCalls } from './contacts.ts';
import { debtorCalls } from './debtors.ts';
import { deskCalls } from './desk.ts';
import { draftCalls } from './drafts.ts';
import { exportCalls } from './exports.ts';
import { handOverCalls } from './hand-over.ts';
import { importCalls } from './imports.ts';
import { incomingCalls } from './incoming.ts';
import { lawCalls } from './law.ts';
import { ledgerCalls } from './ledger.ts';
import { letterChoiceCalls } from './letter-choices.ts';
import { letterCalls } from './letters.ts';
import { mailCalls } from './mail.ts';
import { noteCalls } from './notes.ts';
import { offerCalls } from './offers.ts';
import { paperCalls } from './papers.ts';
import { planCalls } from './plans.ts';
import { printCalls } from './print.ts';
import { printerCalls } from './printers.ts';
import { reminderCalls } from './reminders.ts';
import { reportCalls } from './reports.ts';
import { runCalls } from './runs.ts';
import { scriptCalls } from './scripts.ts';
import { strategyCalls } from './strategies.ts';
import { templateCalls } from './templates.ts';
import { timelineCalls } from './timeline.ts';
import { todayCalls } from './today.ts';
import { traceCalls } from './traces.ts';
import { trainingCalls } from './training.ts';
import { wordingCalls } from './wording.ts';

export const contract = {
  ...appCalls,
  ...bookCalls,
  ...accountCalls,
  ...debtorCalls,
  ...timelineCalls,
  ...noteCalls,
  ...contactCalls,
  ...callCalls,
  ...ledgerCalls,
  ...planCalls,
  ...offerCalls,
  ...reminderCalls,
  ...calendarCalls,
  ...todayCalls,
  ...deskCalls,
  ...lawCalls,
  ...letterCalls,
  ...letterChoiceCalls,
  ...templateCalls,
  ...wordingCalls,
  ...paperCalls,
  ...printCalls,
  ...printerCalls,
  ...mailCalls,
  ...importCalls,
  ...exportCalls,
  ...handOverCalls,
  ...incomingCalls,
  ...reportCalls,
  ...runCalls,
  ...attachmentCalls,
  ...traceCalls,
  ...draftCalls,
  ...strategyCalls,
  ...scriptCalls,
  ...trainingCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller may pass (before trimming and defaults). */
export type InputOf<C extends CallName> = z.input<Contract[C]['input']>;
/** What a handler receives (after the schema has checked and trimmed it). */
export type CheckedInputOf<C extends CallName> = z.output<Contract[C]['input']>;
export type OutputOf<C extends CallName> = z.output<Contract[C]['output']>;

type NamesBy<R extends CallRoom, K extends CallKind> = {
  [C in CallName]: Contract[C] extends { room: R; kind: K } ? C : never;
}[CallName];

export type BookQueryName = NamesBy<'book', 'query'>;
export type BookCommandName = NamesBy<'book', 'command'>;
export type BookJobName = NamesBy<'book', 'job'>;
export type BookCallName = BookQueryName | BookCommandName | BookJobName;
export type VaultJobName = NamesBy<'vault', 'job'>;
export type DeskCallName = NamesBy<'desk', CallKind>;
export type QueryName = NamesBy<CallRoom, 'query'>;
export type CommandName = NamesBy<CallRoom, 'command'>;
export type JobName = NamesBy<CallRoom, 'job'>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
