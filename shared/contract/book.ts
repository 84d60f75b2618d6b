/**
 * Making, opening, locking and copying a book. These are answered by main, which asks the book worker;
 * passphrases pass through and are kept nowhere.
 */
import { z } from 'zod';
import { deskCommand, deskQuery, instant, line, nothing, vaultJob } from './call.ts';

/** Deliberately looser than what a new passphrase must be: a wrong one is told apart by nothing (domain/passphrase.ts). */
const typedPassphrase = z.string().max(1_000_000);

export const bookListing = z.strictObject({
  bookId: z.string(),
  officeName: z.string(),
  sample: z.boolean(),
  lastOpenedAt: instant.nullable(),
});
export type BookListing = z.output<typeof bookListing>;

/**
 * What takes the time while a book is being opened: the sample office is made, a book that was not closed
 * properly is checked, one of an older Duebook is brought up to date, or it is just being opened.
 */
export const openingStep = z.enum(['sample', 'check', 'update', 'open']);
export type OpeningStep = z.output<typeof openingStep>;

export const bookState = z.discriminatedUnion('state', [
  /** No book is open; `books` are those on this computer, last opened first. */
  z.strictObject({ state: z.literal('closed'), books: z.array(bookListing) }),
  /** One is being opened right now; a `book` event says how it ended. */
  z.strictObject({ state: z.literal('opening'), step: openingStep }),
  z.strictObject({
    state: z.literal('open'),
    bookId: z.string(),
    officeName: z.string(),
    sample: z.boolean(),
    /** False until the recovery sheet has been typed back once. */
    recoveryConfirmed: z.boolean(),
  }),
]);
export type BookState = z.output<typeof bookState>;
/** What a `book` event tells: how an opening, a lock or a change ended. */
export type SettledBookState = Exclude<BookState, { readonly state: 'opening' }>;

/** 32 letters and digits in eight groups of four, made for reading aloud and typing (Crockford base 32). */
export const recoveryCode = z.string().max(200);

const chosenFile = z.strictObject({ fileId: z.uuid(), fileName: z.string() });

export const bookCalls = {
  'book.state': deskQuery(nothing, bookState),
  /** Makes a book, opens it and returns the code for the recovery sheet; the code is shown this once. */
  'book.create': deskCommand(
    z.strictObject({ officeName: line(120), passphrase: typedPassphrase }),
    z.strictObject({ bookId: z.string(), recoveryCode: z.string() }),
  ),
  /** Makes a fresh code and drops the old one, for a sheet that was lost before it was tested. */
  'book.renewRecovery': deskCommand(
    z.strictObject({ passphrase: typedPassphrase }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  /** The code typed back from the printed sheet. */
  'book.confirmRecovery': deskCommand(z.strictObject({ code: recoveryCode }), nothing),
  /** Prints the sheet through the system dialog; the code is passed in because it is kept nowhere. */
  'book.printRecovery': deskCommand(
    z.strictObject({ code: recoveryCode }),
    z.strictObject({ printed: z.boolean() }),
  ),
  'book.open': deskCommand(
    z.strictObject({ bookId: z.string().max(100), passphrase: typedPassphrase }),
    nothing,
  ),
  'book.openWithRecovery': deskCommand(
    z.strictObject({ bookId: z.string().max(100), code: recoveryCode, newPassphrase: typedPassphrase }),
    nothing,
  ),
  'book.lock': deskCommand(nothing, nothing),
  'book.changePassphrase': deskCommand(
    z.strictObject({ current: typedPassphrase, next: typedPassphrase }),
    nothing,
  ),
  /** Makes the sample office if it is not there yet and opens it. Invented people only. */
  'book.openSample': deskCommand(nothing, nothing),
  'book.deleteSample': deskCommand(nothing, nothing),
  /** The dialog that asks where a backup goes; the window gets an id for the place, good for one backup. */
  'book.chooseBackUpPlace': deskCommand(nothing, chosenFile),
  /** Writes the open book as it is now to that place, as one encrypted file that has been read back. */
  'book.backUp': vaultJob(
    z.strictObject({ fileId: z.uuid() }),
    z.strictObject({ fileName: z.string(), bytes: z.int() }),
  ),
  /** The dialog that asks for a backup. */
  'book.chooseBackup': deskCommand(nothing, chosenFile),
  /** Brings that backup in as a book of its own; an open book is never written over. */
  'book.restore': vaultJob(
    z.strictObject({ fileId: z.uuid() }),
    z.strictObject({ bookId: z.string(), officeName: z.string() }),
  ),
  /** The dialog that asks where the whole book goes as tables and documents. */
  'book.chooseTakeOutPlace': deskCommand(z.strictObject({ sealed: z.boolean() }), chosenFile),
  /** Everything the book holds, in a form any program can read; under a passphrase if one is given. */
  'book.takeOut': vaultJob(
    z.strictObject({ fileId: z.uuid(), passphrase: typedPassphrase.nullable() }),
    z.strictObject({ fileName: z.string(), bytes: z.int(), rows: z.int(), documents: z.int() }),
  ),
  /** The dialog that asks for such a file. */
  'book.chooseWhole': deskCommand(nothing, chosenFile),
  /** What is in it; `whole.locked` asks for its passphrase. */
  'book.lookAtWhole': vaultJob(
    z.strictObject({ fileId: z.uuid(), exportPassphrase: typedPassphrase.nullable() }),
    z.strictObject({
      officeName: z.string(),
      madeAt: instant,
      tables: z.int(),
      rows: z.int(),
      documents: z.int(),
      accounts: z.int(),
    }),
  ),
  /** Brings it in as a book of its own, under a passphrase of its own; no book is ever written over. */
  'book.bringIn': vaultJob(
    z.strictObject({
      fileId: z.uuid(),
      exportPassphrase: typedPassphrase.nullable(),
      passphrase: typedPassphrase,
    }),
    z.strictObject({ bookId: z.string(), officeName: z.string(), rows: z.int(), documents: z.int() }),
  ),
} as const;
