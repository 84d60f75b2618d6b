/**
 * Bringing a file in: choose, read, map, try, write, take back.
 *
 * The window never names a path: a dialog or a drop gives it a `fileId` that stands for the file until the
 * program ends. The file is read again at each step; from the preview on its
 * SHA-256 is passed along, and a file that has changed in between is refused.
 */
import { z } from 'zod';
import { debtTypes } from '../domain/account.ts';
import { debtorKinds } from '../domain/debtor.ts';
import { dateOrders, delimiters, encodings, importFields } from '../domain/import.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  deskCommand,
  id,
  instant,
  nothing,
  optionalLine,
} from './call.ts';

/** How the file is read; detected first, then the user's to change. */
export const fileReading = z.strictObject({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  dateOrder: z.enum(dateOrders),
  /** The line (from 1) on which the record that names the columns begins; 0 when none does. */
  headerLine: z.int().min(0).max(100),
  /** What stands between dollars and cents. */
  decimal: z.enum(['.', ',']),
});
export type FileReading = z.output<typeof fileReading>;

/** What the user has set; the rest is detected. */
export const chosenReading = fileReading.partial();
export type ChosenReading = z.output<typeof chosenReading>;

/** Which field each column feeds, by column position; `null` is left out. */
export const columnMapping = z.array(z.enum(importFields).nullable()).max(200);
export type ColumnMapping = z.output<typeof columnMapping>;

/** `guess` goes by the words of each name and takes the protected side, a consumer, in doubt. */
export const importDebtorKinds = [...debtorKinds, 'guess'] as const;

export const importPlan = z.strictObject({
  reading: fileReading,
  mapping: columnMapping,
  clientId: id.nullable(),
  /** Name of a new client to make; used when `clientId` is null. Empty with no client: the office itself. */
  clientName: optionalLine(120),
  debtType: z.enum(debtTypes),
  debtorKind: z.enum(importDebtorKinds),
  /**
   * A row with a settled day but no paid amount is paid in full on that day. Only asked when such a
   * column is mapped.
   */
  settledMeansPaid: z.boolean(),
});
export type ImportPlan = z.output<typeof importPlan>;

const fileId = z.uuid();
/** Of the file as the preview read it, 64 hexadecimal digits. */
const fileSha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const importPreview = z.strictObject({
  fileName: z.string(),
  bytes: z.int(),
  fileSha256,
  reading: fileReading,
  columns: z.array(z.strictObject({ name: z.string(), examples: z.array(z.string()) })),
  mapping: columnMapping,
  /** Why each column was guessed as it was, by column position; empty when it was not. */
  reasons: z.array(z.string()),
  /** The first records below the header. */
  sample: z.array(z.array(z.string())),
  /** Records below the header that are not blank. */
  rows: z.int(),
  /** What could be read in more than one way, one sentence each. */
  doubts: z.array(z.string()),
  /** When this very file was brought in before (and not taken back). */
  importedAt: instant.nullable(),
});
export type ImportPreview = z.output<typeof importPreview>;

/** A row that is refused, or one that is taken but would make a careful clerk ask. */
export const refusedRow = z.strictObject({
  /** Line of the file, from 1, where the record begins. */
  line: z.int(),
  reason: z.string(),
  /** A fault-like code, for grouping and tests. */
  code: z.string(),
  column: z.string().nullable(),
  value: z.string(),
});
export type RefusedRow = z.output<typeof refusedRow>;

/** How the sum of the file is shared out; the three parts always add up to it. */
const controlTotal = {
  /** Sum of the amount column over every row that has a readable sum, refused ones included. */
  fileCents: cents,
  chargesCents: cents,
  refusedCents: cents,
  alreadyThereCents: cents,
};

export const dryRun = z.strictObject({
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** The first 500 refused rows. */
  refusals: z.array(refusedRow),
  doubted: z.int(),
  /** The first 500 doubts. */
  doubts: z.array(refusedRow),
  newDebtors: z.int(),
  knownDebtors: z.int(),
  newAccounts: z.int(),
  charges: z.int(),
  payments: z.int(),
  paymentsCents: cents,
  openCents: cents,
  /** Rows of this file that the book already has; they add nothing. */
  alreadyThere: z.int(),
  ...controlTotal,
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

export const importDone = z.strictObject({
  import: importRow,
  refused: z.int(),
  alreadyThere: z.int(),
  ...controlTotal,
});
export type ImportDone = z.output<typeof importDone>;

export const importCalls = {
  /** Opens the file dialog. */
  'imports.choose': deskCommand(nothing, z.strictObject({ fileId, fileName: z.string() })),
  /** Reads the file with detected or given settings, counts its rows and guesses the columns. Writes nothing. */
  'imports.preview': bookJob(z.strictObject({ fileId, reading: chosenReading }), importPreview),
  /** Everything the import would do, without writing. */
  'imports.dryRun': bookJob(z.strictObject({ fileId, fileSha256, plan: importPlan }), dryRun),
  /** One transaction; all or nothing. */
  'imports.run': bookJob(z.strictObject({ fileId, fileSha256, plan: importPlan }), importDone),
  /** Newest first, at most 200. */
  'imports.list': bookQuery(nothing, z.strictObject({ imports: z.array(importRow) })),
  /** Takes the whole import back while nothing was built on it. */
  'imports.undo': bookCommand(z.strictObject({ importId: id }), nothing),
} as const;
