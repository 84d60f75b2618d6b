/**
 * Taking out: any list as a table for a spreadsheet program, on paper or as PDF. A list is named the way its screen asks for it, so what
 * leaves is what was seen, whole. The window names no path: a dialog gives it a `fileId` for the place that was chosen.
 */
import { z } from 'zod';
import { cellKinds, type TableColumn } from '../domain/export.ts';
import { importLimits } from '../domain/import.ts';
import { standings } from '../domain/standing.ts';
import { accountFilter, accountSorts } from './accounts.ts';
import { calendarKinds } from './calendar.ts';
import {
  bookJob,
  bookQuery,
  deskCommand,
  deskQuery,
  enteredDay,
  id,
  instant,
  nothing,
  optionalLine,
} from './call.ts';
import { incomingCalls } from './incoming.ts';
import { letterCalls } from './letters.ts';
import { mailCalls } from './mail.ts';
import { strategyCalls } from './strategies.ts';
import { timelineKinds, timelineScopes } from './timeline.ts';
import { todayKinds } from './today.ts';

/** Rows of a file that are refused, or that somebody should look at again. */
const remarksAbout = z.enum(['refused', 'doubts']);

/** A row of a dry run, which the book does not keep: the window hands it back. */
const remarkRow = z.strictObject({
  line: z.int().min(0),
  column: z.string().max(2000).nullable(),
  value: z.string().max(10_000),
  reason: z.string().max(2000),
  cells: z.array(z.string().max(1000)).max(importLimits.columns),
});

/** Which list, and what it was narrowed to. */
export const listAsked = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('accounts'),
    filter: accountFilter,
    sort: z.enum(accountSorts),
    descending: z.boolean(),
  }),
  z.strictObject({
    list: z.literal('timeline'),
    accountId: id,
    scope: z.enum(timelineScopes),
    /** Empty for every kind. */
    kinds: z.array(z.enum(timelineKinds)).max(timelineKinds.length),
  }),
  z.strictObject({ list: z.literal('contacts'), accountId: id, scope: z.enum(timelineScopes) }),
  /** Every entry with the balance after it. */
  z.strictObject({ list: z.literal('ledger'), accountId: id }),
  z.strictObject({ list: z.literal('today'), kind: z.enum(todayKinds).nullable() }),
  z.strictObject({
    list: z.literal('calendar'),
    from: enteredDay,
    to: enteredDay,
    kinds: z.array(z.enum(calendarKinds)).max(calendarKinds.length),
  }),
  z.strictObject({
    list: z.literal('plans'),
    kind: z.enum(['plan', 'settlement']).nullable(),
    state: z.enum(standings),
  }),
  z.strictObject({ list: z.literal('promises'), state: z.enum(standings) }),
  letterCalls['letters.list'].input
    .omit({ before: true, limit: true })
    .extend({ list: z.literal('letters') }),
  mailCalls['mail.list'].input.omit({ before: true, limit: true }).extend({ list: z.literal('mail') }),
  z.strictObject({ list: z.literal('waiting') }),
  z.strictObject({ list: z.literal('aging'), clientId: id.nullable() }),
  z.strictObject({ list: z.literal('payoff'), asOf: enteredDay }),
  z.strictObject({ list: z.literal('notes'), text: z.string().max(300) }),
  /** `ruleIds` in the order shown; `null` for the whole library. */
  z.strictObject({ list: z.literal('rules'), ruleIds: z.array(z.string().max(120)).max(5000).nullable() }),
  z.strictObject({ list: z.literal('strategies') }),
  strategyCalls['strategies.members'].input
    .omit({ after: true, limit: true })
    .extend({ list: z.literal('members') }),
  incomingCalls['incoming.list'].input.omit({ after: true }).extend({ list: z.literal('incoming') }),
  z.strictObject({ list: z.literal('imports') }),
  /** As the report of an import keeps them. */
  z.strictObject({ list: z.literal('import_remarks'), importId: id, about: remarksAbout }),
  z.strictObject({
    list: z.literal('trial_remarks'),
    about: remarksAbout,
    fileName: optionalLine(300),
    columnNames: z.array(z.string().max(2000)).max(importLimits.columns),
    rows: z.array(remarkRow).max(500),
    /** How many there are besides these. */
    more: z.int().min(0),
  }),
  /** What left the book as a file. */
  z.strictObject({ list: z.literal('exports') }),
]);
export type ListAsked = z.output<typeof listAsked>;
export type ListName = ListAsked['list'];

export const tableFormats = ['csv', 'xlsx'] as const;

/** A column by its id, once, in the order wanted. */
const columnIds = z
  .array(z.string().min(1).max(60))
  .min(1)
  .max(importLimits.columns + 20);

const tableColumn = z.strictObject({
  columnId: z.string(),
  title: z.string(),
  kind: z.enum(cellKinds),
  shown: z.boolean(),
  summed: z.boolean(),
}) satisfies z.ZodType<TableColumn>;

const exportRow = z.strictObject({
  exportId: id,
  what: z.string(),
  format: z.string(),
  fileName: z.string(),
  rows: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  madeAt: instant,
  author: z.string(),
});

export const exportCalls = {
  /** What a list would leave as. */
  'exports.describe': bookQuery(
    z.strictObject({ asked: listAsked }),
    z.strictObject({
      title: z.string(),
      /** What it was narrowed to, in words; empty for everything. */
      about: z.array(z.string()),
      columns: z.array(tableColumn),
      /** `null` where only writing it tells. */
      rows: z.int().nullable(),
    }),
  ),
  /** Asks where the file goes. */
  'exports.choose': deskCommand(
    z.strictObject({ asked: listAsked, format: z.enum(tableFormats) }),
    z.strictObject({ fileId: z.uuid(), fileName: z.string() }),
  ),
  /** Writes the file whole or not at all, and notes that it left. */
  'exports.run': bookJob(
    z.strictObject({
      asked: listAsked,
      columns: columnIds,
      format: z.enum(tableFormats),
      fileId: z.uuid(),
    }),
    z.strictObject({
      fileName: z.string(),
      rows: z.int(),
      bytes: z.int(),
      sha256: z.string(),
      /** Cells whose text the format could not hold whole. */
      shortened: z.int(),
    }),
  ),
  /** Shows a file written since the program started in the folder it lies in. */
  'exports.showFile': deskCommand(z.strictObject({ fileId: z.uuid() }), nothing),
  /** The list as pages, laid out; nothing is kept. */
  'exports.previewPaper': deskQuery(
    z.strictObject({ asked: listAsked, columns: columnIds }),
    z.strictObject({
      previewId: z.uuid(),
      pdf: z.instanceof(Uint8Array),
      pages: z.int(),
      rows: z.int(),
      /** Rows there are besides those on the pages. */
      leftOut: z.int(),
    }),
  ),
  'exports.printPaper': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'exports.savePaper': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ fileId: z.uuid(), fileName: z.string() }),
  ),
  /** Files that left the book, the newest first. */
  'exports.list': bookQuery(
    z.strictObject({
      before: id.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({ exports: z.array(exportRow), next: id.nullable() }),
  ),
} as const;
