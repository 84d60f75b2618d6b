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
import { fileFormats } from '../domain/import/file-look.ts';
import {
  dateOrders,
  delimiters,
  encodings,
  importFields,
  importLimits,
  importSources,
  rowKinds,
} from '../domain/import.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  cents,
  day,
  deskCommand,
  deskQuery,
  enteredDay,
  id,
  instant,
  nothing,
  optionalLine,
} from './call.ts';

/** How the file is read; detected first, then the user's to change. */
export const fileReading = z.strictObject({
  /** Of a workbook; 0 for the first or only one. */
  sheet: z.int().min(0).max(importLimits.sheets),
  /** What it was recognised as; `table` when it is read as it stands. */
  source: z.enum(importSources),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  dateOrder: z.enum(dateOrders),
  /** The line (from 1) on which the record that names the columns begins; 0 when none does. */
  headerLine: z.int().min(0).max(1000),
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

/** The user's word on who a person of the file is; `key` is the one the dry run asked under. */
const personChoice = z.strictObject({
  key: z.string().min(1).max(600),
  /** `null` for somebody new. */
  debtorId: id.nullable(),
});

/** A cell put right in place; the file stays as it is. */
const cellFix = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(0).max(importLimits.columns),
  value: z.string().max(2000),
});

export const importPlan = z.strictObject({
  reading: fileReading,
  mapping: columnMapping,
  /** What a row states, where neither its source nor a column says so. */
  rowKind: z.enum(rowKinds).default('charge'),
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
  /** Balances without history are opened as of this day; `null` for the day each row gives. */
  openingAsOf: enteredDay.nullable().default(null),
  /** What is settled already: left out, or taken with its payment as history. */
  paidItems: z.enum(['leave', 'take']).default('take'),
  /** Rows in another currency: refused one by one, or kept apart with their sums, out of the ledger. */
  foreignCurrency: z.enum(['refuse', 'apart']).default('refuse'),
  /** What the file says otherwise than the book: brought up to date, or only listed. */
  changed: z.enum(['update', 'list']).default('update'),
  /** ZIP codes of four digits get back their leading zero where the state says so. */
  restoreZeros: z.boolean().default(true),
  /** Which bank account the lines of a statement are of, where the file names none. */
  heldAt: optionalLine(120).default(''),
  people: z.array(personChoice).max(20_000).default([]),
  fixes: z.array(cellFix).max(20_000).default([]),
  /** Lines the user leaves out. */
  leftOut: z.array(z.int().min(1)).max(20_000).default([]),
  /** What the user was told the file holds; another sum or count refuses the import. */
  controlCents: cents.nullable().default(null),
  controlRows: z.int().min(0).nullable().default(null),
  /** Remembers how the file is read and mapped under this name; empty for not at all. */
  profileName: optionalLine(80).default(''),
});
export type ImportPlan = z.output<typeof importPlan>;

const fileId = z.uuid();
/** Of the file as the preview read it, 64 hexadecimal digits. */
const fileSha256 = z.string().regex(/^[0-9a-f]{64}$/);

const skippedLine = z.strictObject({
  line: z.int(),
  why: z.enum(['title', 'section', 'total', 'repeated_header', 'empty_part', 'no_debt']),
  text: z.string(),
});

/** A total the file itself states, and the sum of the rows it stands for. */
const statedTotal = z.strictObject({ line: z.int(), label: z.string(), cents, summedCents: cents });

export const importPreview = z.strictObject({
  fileName: z.string(),
  bytes: z.int(),
  fileSha256,
  format: z.enum(fileFormats),
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.int().nullable(), hidden: z.boolean() })),
  reading: fileReading,
  /** What the source was recognised by; empty for a plain table. */
  recognisedBy: z.array(z.string()),
  rowKind: z.enum(rowKinds),
  columns: z.array(z.strictObject({ name: z.string(), examples: z.array(z.string()) })),
  mapping: columnMapping,
  /** Why each column was guessed as it was, by column position; empty when it was not. */
  reasons: z.array(z.string()),
  /** The first records below the header, with the line each stands on. */
  sample: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })),
  /** Records below the header that are not blank. */
  rows: z.int(),
  /** Titles, heads of sections and totals, at most 200, and how many there are. */
  skipped: z.array(skippedLine),
  skippedCount: z.int(),
  stated: z.array(statedTotal),
  /** The day the file says it stands for. */
  asOf: day.nullable(),
  /** What could be read in more than one way, one sentence each. */
  doubts: z.array(z.string()),
  /** When this very file was brought in before (and not taken back). */
  importedAt: instant.nullable(),
  /** The profile that fits the names of the columns; its plan was applied to what stands above. */
  profile: z
    .strictObject({ profileId: id, name: z.string(), usedAt: instant, plan: importPlan.partial() })
    .nullable(),
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
  /** Position of that column, from 0, so that the cell can be put right in place; a dry run gives it, a kept report does not. */
  at: z.int().nullable().optional(),
  /** All cells of the row as read (fixes applied), each cut short: a dry run gives them for refused rows, a kept report does not. */
  cells: z.array(z.string()).optional(),
});
export type RefusedRow = z.output<typeof refusedRow>;

/** How the sum of the file is shared out; the parts always add up to it. */
const controlTotal = {
  /** Sum of the amount column over every row that has a readable sum, refused ones included. */
  fileCents: cents,
  chargesCents: cents,
  refusedCents: cents,
  alreadyThereCents: cents,
};

/** What becomes of the rows of one kind in one currency. `rows` and `cents` are the sum of the others. */
export const importTally = z.strictObject({
  kind: z.enum(rowKinds),
  currency: z.string(),
  rows: z.int(),
  cents,
  written: z.int(),
  writtenCents: cents,
  /** Rows of the book brought up to date. */
  changed: z.int(),
  changedCents: cents,
  alreadyThere: z.int(),
  alreadyThereCents: cents,
  refused: z.int(),
  refusedCents: cents,
  /** By the user, or because nothing is owed on them. */
  leftOut: z.int(),
  leftOutCents: cents,
  /** In another currency, out of the ledger. */
  apart: z.int(),
  apartCents: cents,
  /** Money whose account was not found: it waits under Money received. */
  waiting: z.int(),
  waitingCents: cents,
});
export type ImportTally = z.output<typeof importTally>;

/** What the file says otherwise than the book. */
export const importChange = z.strictObject({
  line: z.int(),
  /** Whose: a name and an account number. */
  of: z.string(),
  what: z.string(),
  before: z.string(),
  after: z.string(),
});
export type ImportChange = z.output<typeof importChange>;

/** Somebody of the file who may be somebody of the book. */
export const personAsked = z.strictObject({
  key: z.string(),
  line: z.int(),
  rows: z.int(),
  /** As the file says, side by side with each candidate. */
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  candidates: z.array(
    z.strictObject({
      debtorId: id,
      name: z.string(),
      /** 0 to 100. */
      score: z.int(),
      /** What speaks for it and against it, one phrase each. */
      because: z.array(z.strictObject({ text: z.string(), agrees: z.boolean() })),
      facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    }),
  ),
  /** What happens without a word of the user's; `undecided` refuses its rows. */
  standing: z.enum(['new', 'known', 'undecided']),
  debtorId: id.nullable(),
});
export type PersonAsked = z.output<typeof personAsked>;

export const dryRun = z.strictObject({
  rows: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** The first 500 refused rows. */
  refusals: z.array(refusedRow),
  doubted: z.int(),
  /** The first 500 doubts. */
  doubts: z.array(refusedRow),
  /** How many there are by code, those beyond the first 500 too. */
  refusedBy: z.array(z.strictObject({ code: z.string(), count: z.int() })).optional(),
  doubtedBy: z.array(z.strictObject({ code: z.string(), count: z.int() })).optional(),
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
  tallies: z.array(importTally),
  stated: z.array(statedTotal),
  /** At most 500, and how many there are. */
  changes: z.array(importChange),
  changesCount: z.int(),
  /** At most 500 people to be decided or looked at, undecided ones first, and how many there are. */
  people: z.array(personAsked),
  peopleCount: z.int(),
  undecided: z.int(),
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
  source: z.enum(importSources),
  state: z.enum(['done', 'undone']),
  undoneAt: instant.nullable(),
});
export type ImportRow = z.output<typeof importRow>;

export const importDone = z.strictObject({
  import: importRow,
  refused: z.int(),
  alreadyThere: z.int(),
  ...controlTotal,
  tallies: z.array(importTally),
});
export type ImportDone = z.output<typeof importDone>;

/** What was brought in, for reading and printing later. */
export const importReport = z.strictObject({
  import: importRow,
  plan: importPlan,
  tallies: z.array(importTally),
  stated: z.array(statedTotal),
  changes: z.array(importChange),
  changesCount: z.int(),
  refusals: z.array(refusedRow),
  doubts: z.array(refusedRow),
  /** What stands on it and keeps it from being taken back; empty when it can be. */
  standing: z.array(z.strictObject({ what: z.string(), count: z.int() })),
});
export type ImportReport = z.output<typeof importReport>;

export const importProfile = z.strictObject({
  profileId: id,
  name: z.string(),
  source: z.enum(importSources),
  columns: z.array(z.string()),
  usedAt: instant,
  uses: z.int(),
});

export const importCalls = {
  /** Opens the file dialog. */
  'imports.choose': deskCommand(nothing, z.strictObject({ fileId, fileName: z.string() })),
  /** Takes a pasted table as a file that is never written to the disk. */
  'imports.paste': deskCommand(
    z.strictObject({ text: z.string().min(1).max(importLimits.pastedCharacters) }),
    z.strictObject({ fileId, fileName: z.string() }),
  ),
  /** Reads the file with detected or given settings, counts its rows and guesses the columns. Writes nothing. */
  'imports.preview': bookJob(
    z.strictObject({
      fileId,
      reading: chosenReading,
      /** Whether a remembered profile that fits is applied. */
      useProfile: z.boolean().default(true),
      /** What the rows state, where the user says so: columns are then guessed for that kind. */
      rowKind: z.enum(rowKinds).optional(),
    }),
    importPreview,
  ),
  /** Everything the import would do, without writing. */
  'imports.dryRun': bookJob(z.strictObject({ fileId, fileSha256, plan: importPlan }), dryRun),
  /** One transaction; all or nothing. */
  'imports.run': bookJob(z.strictObject({ fileId, fileSha256, plan: importPlan }), importDone),
  /** Newest first, at most 200. */
  'imports.list': bookQuery(nothing, z.strictObject({ imports: z.array(importRow) })),
  'imports.report': bookQuery(z.strictObject({ importId: id }), importReport),
  /** The report as a page to print. */
  'imports.previewReport': deskQuery(
    z.strictObject({ importId: id }),
    z.strictObject({ previewId: z.uuid(), pdf: z.instanceof(Uint8Array), pages: z.int() }),
  ),
  'imports.printReport': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'imports.saveReport': deskCommand(
    z.strictObject({ previewId: z.uuid() }),
    z.strictObject({ fileName: z.string() }),
  ),
  /** Takes the whole import back while nothing was built on it. */
  'imports.undo': bookCommand(z.strictObject({ importId: id }), nothing),
  /** Remembered ways of reading, newest use first. */
  'imports.profiles': bookQuery(nothing, z.strictObject({ profiles: z.array(importProfile) })),
  'imports.retireProfile': bookCommand(z.strictObject({ profileId: id }), nothing),
} as const;
