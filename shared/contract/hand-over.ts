/**
 * Handing accounts over: everything the book has of them for an attorney, an agency or a client, as one packed file with a list of what is in
 * it; and the entries of a period for whoever keeps the books.
 */
import { z } from 'zod';
import { accountFilter } from './accounts.ts';
import {
  bookJob,
  bookQuery,
  cents,
  deskCommand,
  enteredDay,
  id,
  line,
  nothing,
  optionalLine,
} from './call.ts';

/** Accounts in one file. */
export const mostHandedOver = 200;

export const handOverTo = ['attorney', 'agency', 'client', 'other'] as const;

/** Single accounts, or what a list leaves. */
export const handedOver = z.union([
  z.strictObject({ accountIds: z.array(id).min(1).max(mostHandedOver) }),
  z.strictObject({ filter: accountFilter }),
]);
export type HandedOver = z.output<typeof handedOver>;

export const handOverAsked = z.strictObject({
  whose: handedOver,
  to: z.enum(handOverTo),
  /** To whom, by name. */
  recipient: line(200),
  reason: optionalLine(300),
  /** Statement, explanation of the balance and contact history of each account as PDF. */
  withPapers: z.boolean(),
  /** Letters as they were kept. */
  withLetters: z.boolean(),
  /** Files kept with the accounts. */
  withFiles: z.boolean(),
});
export type HandOverAsked = z.output<typeof handOverAsked>;

export const bookkeepingKinds = ['payments', 'reductions', 'charges', 'interest'] as const;
export type BookkeepingKind = (typeof bookkeepingKinds)[number];

/** Names of the accounts in the other program; only IIF needs them. */
export const bookkeepingNames = z.strictObject({
  receivable: line(100),
  deposits: line(100),
  reductions: line(100),
  charges: line(100),
  interest: line(100),
});
export type BookkeepingNames = z.output<typeof bookkeepingNames>;

export const bookkeepingAsked = z.strictObject({
  /** By the day an entry was made, so that each falls into one period and none is missed. */
  fromOn: enteredDay,
  toOn: enteredDay,
  clientId: id.nullable(),
  kinds: z.array(z.enum(bookkeepingKinds)).min(1).max(bookkeepingKinds.length),
  /** What an import brought in stands in the other program as a rule. */
  withImported: z.boolean(),
});
export type BookkeepingAsked = z.output<typeof bookkeepingAsked>;

export const bookkeepingFormats = ['csv', 'xlsx', 'iif'] as const;

export const handOverCalls = {
  /** How much would be handed over. */
  'handOver.describe': bookQuery(
    z.strictObject({ whose: handedOver }),
    z.strictObject({
      accounts: z.int(),
      /** Whose accounts they are, counted: a client is shown its own. */
      clients: z.int(),
      /** The one account, in words; empty for several. */
      only: z.string(),
      balanceCents: cents,
      letters: z.int(),
      files: z.int(),
      fileBytes: z.int(),
    }),
  ),
  /** Asks where it goes, makes it, and notes with each account what went to whom. How far it is comes as events. */
  'handOver.make': deskCommand(
    handOverAsked,
    z.strictObject({
      fileId: z.uuid(),
      fileName: z.string(),
      accounts: z.int(),
      /** Files inside. */
      files: z.int(),
      bytes: z.int(),
      /** Papers that could not be made; the list of contents says why. */
      missing: z.int(),
    }),
  ),
  'handOver.stop': deskCommand(nothing, nothing),
  /** Asks where the entries of a period go. */
  'handOver.chooseBookkeeping': deskCommand(
    z.strictObject({ fromOn: enteredDay, toOn: enteredDay, format: z.enum(bookkeepingFormats) }),
    z.strictObject({ fileId: z.uuid(), fileName: z.string() }),
  ),
  /** Writes the entries of a period for whoever keeps the books; IIF is what QuickBooks Desktop brings in. */
  'handOver.runBookkeeping': bookJob(
    z.strictObject({
      asked: bookkeepingAsked,
      format: z.enum(bookkeepingFormats),
      names: bookkeepingNames,
      fileId: z.uuid(),
    }),
    z.strictObject({
      fileName: z.string(),
      rows: z.int(),
      bytes: z.int(),
      sha256: z.string(),
      shortened: z.int(),
    }),
  ),
} as const;
