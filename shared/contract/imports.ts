/**
 * Bringing a file in: choose, read, map, try, write, take back.
 *
 * The window never names a path: a dialog or a drop gives it a `fileId` that stands for the file until the
 * program ends. The file is read again at each step and refused if it changed in between.
 */
import { z } from 'zod';
import { dateOrders, importFields } from '../domain/import.ts';
import { bookCommand, bookJob, bookQuery, cents, deskCommand, id, instant, nothing, optionalLine } from './call.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const delimiters = [',', ';', '\t', '|'] as const;

/** How the file is read; detected first, then the user's to change. */
export const fileReading = z.strictObject({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  dateOrder: z.enum(dateOrders),
  /** The line (from 1) that names the columns; 0 when none does. */
  headerLine: z.int().min(0).max(100),
  /** What stands between dollars and cents. */
  decimal: z.enum(['.', ',']),
});
export type FileReading = z.output<typeof fileReading>;

/** Which field each column feeds, by column position; `null` is left out. */
export const columnMapping = z.array(z.enum(importFields).nullable()).max(200);
export type ColumnMapping = z.output<typeof columnMapping>;

export const importPlan = z.strictObject({
  reading: fileReading,
  mapping: columnMapping,
  clientId: id.nullable(),
  /** Name of a new client to make; used when `clientId` is null. */
  clientName: optionalLine(120),
  /**
   * A row with a settled day but no paid amount is paid in full on that day. Only asked when such a
   * column is mapped.
   */
  settledMeansPaid: z.boolean(),
});
export type ImportPlan = z.output<typeof importPlan>;

const fileId = z.uuid();

export const importPreview = z.strictObject({
  fileName: z.string(),
  bytes: z.int(),
  reading: fileReading,
  columns: z.array(z.strictObject({ name: z.string(), examples: z.array(z.string()) })),
  mapping: columnMapping,
  /** Why each column was guessed as it was, by column position; empty when it was not. */
  reasons: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  rows: z.int(),
});
export type ImportPreview = z.output<typeof importPreview>;

export const refusedRow = z.strictObject({
  /** Line of the file, from 1, where the record begins. */
  line: z.int(),
  reason: z.string(),
  /** A fault-like code, for grouping and tests. */
  code: z.string(),
  column: z.string().nullable(),
  value: z.string(),
});

export const dryRun = z.strictObject({
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** The first 500 refused rows. */
  refusals: z.array(refusedRow),
  newDebtors: z.int(),
  knownDebtors: z.int(),
  newAccounts: z.int(),
  charges: z.int(),
  chargesCents: cents,
  payments: z.int(),
  paymentsCents: cents,
  openCents: cents,
  /** Rows of this file that the book already has; they add nothing. */
  alreadyThere: z.int(),
  /** Sum of the amount column over every row that has a readable sum, refused ones included. */
  fileCents: cents,
});
export type DryRun = z.output<typeof dryRun>;

export const importRow = z.strictObject({
  importId: id,
  fileName: z.string(),
  importedAt: instant,
  clientName: z.string(),
  debtors: z.int(),
  accounts: z.int(),
  charges: z.int(),
  chargesCents: cents,
  payments: z.int(),
  paymentsCents: cents,
  refused: z.int(),
  state: z.enum(['done', 'undone']),
  undoneAt: instant.nullable(),
});
export type ImportRow = z.output<typeof importRow>;

export const importCalls = {
  /** Opens the file dialog. */
  'imports.choose': deskCommand(nothing, z.strictObject({ fileId, fileName: z.string() })),
  /** Reads the beginning with detected or given settings and guesses the columns. */
  'imports.preview': bookQuery(
    z.strictObject({ fileId, reading: fileReading.nullable() }),
    importPreview,
  ),
  /** Everything the import would do, without writing. */
  'imports.dryRun': bookJob(z.strictObject({ fileId, plan: importPlan }), dryRun),
  /** One transaction; all or nothing. */
  'imports.run': bookJob(z.strictObject({ fileId, plan: importPlan }), z.strictObject({ import: importRow })),
  'imports.list': bookQuery(nothing, z.strictObject({ imports: z.array(importRow) })),
  /** Takes the whole import back while nothing was built on it. */
  'imports.undo': bookCommand(z.strictObject({ importId: id }), nothing),
} as const;

