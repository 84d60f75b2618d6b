/**
 * How main and the book worker speak. Two kinds of request: calls of the contract, already checked by main,
 * and errands, which only main can ask for (they carry passphrases, paths or finished PDFs).
 */
import type { BookListing, OpeningStep } from '../../shared/contract/book.ts';
import type { CalendarKind } from '../../shared/contract/calendar.ts';
import type { BookCallName, JobName, VaultJobName } from '../../shared/contract/contract.ts';
import type { Change, JobProgress } from '../../shared/contract/events.ts';
import type { ListAsked } from '../../shared/contract/exports.ts';
import type { HandOverAsked } from '../../shared/contract/hand-over.ts';
import type { ContactActInput, ContactDecision } from '../../shared/contract/law.ts';
import type { LetterPick } from '../../shared/contract/letters.ts';
import type { SheetAsked } from '../../shared/contract/mail.ts';
import type { PaperAsked } from '../../shared/contract/papers.ts';
import type { PiecesAsked } from '../../shared/contract/print.ts';
import type { Priority } from '../../shared/contract/reminders.ts';
import type { EditedTemplate } from '../../shared/contract/templates.ts';
import type { Day } from '../../shared/domain/days.ts';
import type {
  FileLook,
  FlatColumn,
  ReadAsked,
  ReadDecided,
  ReadEnd,
} from '../../shared/domain/import/file-look.ts';
import type { RunState } from '../../shared/domain/print-run.ts';
import type { Fault, Result } from '../../shared/errors/result.ts';
import type { LetterFinding } from '../../shared/rules/wording/letter-check.ts';
import type { LetterAbout } from '../../shared/templates/letter-about.ts';
import type {
  PaperSize,
  PrinterSetup,
  PrintSetup,
  SheetSetup,
} from '../../shared/templates/letters/sheet-setup.ts';

/** Given with every request: the worker reads no clock of its own. */
export type Moment = {
  /** Milliseconds UTC. */
  readonly now: number;
  /** The user's zone, IANA name. */
  readonly zone: string;
  /** Who is at the desk, as recorded with what they do. */
  readonly author: string;
};

export type OpenedBook = {
  readonly bookId: string;
  readonly officeName: string;
  readonly sample: boolean;
  readonly recoveryConfirmed: boolean;
};

export type DueReminder = {
  readonly reminderId: number;
  readonly accountId: number | null;
  readonly text: string;
  readonly debtorName: string | null;
  readonly dueAt: number;
  readonly missed: boolean;
  /** What it is of: an instalment, a payment held until its day, or what somebody typed. */
  readonly of: 'instalment' | 'payment' | 'own';
  readonly priority: Priority;
  /** So many of its series before it nobody dealt with. */
  readonly skipped: number;
};

export type ComposedLetter = {
  readonly accountId: number;
  readonly templateId: number;
  readonly balanceCents: number;
  /** JSON of the facts merged in. */
  readonly facts: string;
  /** A complete HTML document without scripts or outside references. */
  readonly html: string;
  /** What a save is offered under. */
  readonly fileName: string;
  /** Of a paper of figures: what was asked for, so that it can be held against the book when it is kept. */
  readonly paper?: PaperAsked;
  /** What the check of the wording found; one that stops keeps the letter from being kept, printed or saved. */
  readonly findings: readonly LetterFinding[];
  /** Of the debtor, which it goes to; `null` for a letter to somebody else, and for a paper handed over. */
  readonly addressId: number | null;
  /** How its sheet is laid out. */
  readonly sheet: SheetSetup;
  /** `null` for a paper of figures, and for a letter from before this was kept. */
  readonly about: LetterAbout | null;
  /** Which plan, offer, payment or event it speaks of, where somebody chose. */
  readonly pick: LetterPick | null;
};

/** A letter that was previewed, or one that was kept. */
export type CopySource = { readonly letter: ComposedLetter } | { readonly letterId: number };

export type ComposedPaper = {
  readonly letter: ComposedLetter;
  readonly debtorName: string;
  readonly accountNumber: string;
  /** No address could be used: the block was left out. */
  readonly withoutAddress: boolean;
};

/** What the one document of a run is made of. */
export type RunDocument = {
  readonly letters: readonly {
    readonly place: number;
    readonly letterId: number;
    readonly pages: number;
    /** What its bookmark says. */
    readonly title: string;
  }[];
  /** Sheets of paper beneath the cover. */
  readonly sheets: number;
  /** The page of the cover sheet. */
  readonly cover: string;
  readonly bothSides: boolean;
  readonly paper: PaperSize;
  readonly printer: PrinterSetup;
  readonly fileName: string;
};

/** Input and output of each errand. */
export type Errands = {
  'vault.list': { input: null; output: readonly BookListing[] };
  'vault.create': {
    input: { officeName: string; passphrase: string };
    output: { book: OpenedBook; recoveryCode: string };
  };
  'vault.open': { input: { bookId: string; passphrase: string }; output: OpenedBook };
  'vault.openWithRecovery': {
    input: { bookId: string; code: string; newPassphrase: string };
    output: OpenedBook;
  };
  'vault.openSample': { input: null; output: OpenedBook };
  'vault.deleteSample': { input: null; output: null };
  'vault.close': { input: null; output: null };
  'vault.changePassphrase': { input: { current: string; next: string }; output: null };
  'vault.renewRecovery': { input: { passphrase: string }; output: { recoveryCode: string } };
  'vault.confirmRecovery': { input: { code: string }; output: null };
  /**
   * Ties a file chosen or dropped in main to the id the window knows it by. One chosen for reading is never written,
   * whatever the window asks for.
   */
  'files.register': { input: { fileId: string; path: string; use: 'read' | 'write' }; output: null };
  /** The same for a pasted table, which is kept in memory. */
  'files.registerPasted': { input: { fileId: string; bytes: Uint8Array }; output: null };
  /** When the soonest open reminder that has not been told comes due, or `null`; how many have come due and stand open. */
  'reminders.nextDue': { input: null; output: { dueAt: number | null; open: number } };
  /** Marks every reminder due by now as told and returns them; `missedBefore` marks those due earlier as missed. */
  'reminders.takeDue': {
    input: { missedBefore: number; operationId: string };
    output: readonly DueReminder[];
  };
  /** The calendar of a range as an iCalendar file, and how many events it holds. */
  'calendar.compose': {
    input: {
      from: string;
      to: string;
      kinds: readonly CalendarKind[];
      withNames: boolean;
    };
    output: { text: string; events: number; fileName: string };
  };
  /** What a file of a list is offered under, without its ending. */
  'exports.name': { input: { asked: ListAsked }; output: { name: string } };
  /** The pages of a list, with how much of it they hold. */
  'exports.composePaper': {
    input: { asked: ListAsked; columns: readonly string[] };
    output: { html: string; fileName: string; what: string; rows: number; leftOut: number };
  };
  /** Notes that a PDF of a list left the book. */
  'exports.note': {
    input: {
      asked: ListAsked;
      /** Ids of those it was printed with. */
      columns: readonly string[];
      what: string;
      fileName: string;
      rows: number;
      bytes: number;
      sha256: string;
      operationId: string;
    };
    output: null;
  };
  /** What the file of a hand-over is offered under. */
  'handOver.name': { input: { asked: HandOverAsked }; output: { name: string } };
  /** Begins the file beside its place; `packId` names it from then on. */
  'handOver.begin': {
    input: { asked: HandOverAsked; packId: string; path: string };
    output: { accountIds: readonly number[] };
  };
  /** The papers of one account, to be laid out. */
  'handOver.papers': {
    input: { packId: string; accountId: number };
    output: { pages: readonly { name: string; html: string }[] };
  };
  /** A paper laid out; without one it is listed as not made, with the fault. */
  'handOver.add': {
    input: { packId: string; accountId: number; name: string; pdf: Uint8Array | null; fault: Fault | null };
    output: null;
  };
  /** Adds everything else, notes it with each account, and gives the file its name. */
  'handOver.finish': {
    input: { packId: string; operationId: string };
    output: { fileName: string; accounts: number; files: number; bytes: number; missing: number };
  };
  /** Leaves nothing of it. */
  'handOver.drop': { input: { packId: string }; output: null };
  /** Works out the clocks that wait for some milliseconds; ask again until it is done. */
  'clocks.freshen': { input: null; output: { looked: number; changed: number; done: boolean } };
  /** Brings the day about for accounts in strategies, for some milliseconds; ask again until it is done. */
  'strategies.advance': {
    input: { operationId: string };
    output: { looked: number; changed: number; done: boolean };
  };
  /** Asks the rules first; `act` says more of the call than the plain case, `decision` what was set against a verdict. */
  'phones.dialNumber': {
    input: {
      phoneId: number;
      accountId: number;
      act: ContactActInput | null;
      decision: ContactDecision | null;
      operationId: string;
    };
    output: { number: string };
  };
  'letters.compose': {
    input: { accountId: number; templateId: number; pick?: LetterPick | null | undefined };
    output: ComposedLetter;
  };
  'papers.compose': { input: PaperAsked; output: ComposedPaper };
  /** Asks the rules whether the letter may go out, and keeps nothing. */
  /** Asks the gate before a kept letter goes out once more; a reason given is kept as a note. */
  'letters.sendAgain': {
    input: { letterId: number; decision: ContactDecision | null; operationId: string };
    output: null;
  };
  'letters.check': { input: { letter: ComposedLetter; decision: ContactDecision | null }; output: null };
  'letters.keep': {
    input: {
      letter: ComposedLetter;
      pdf: Uint8Array;
      pages: number;
      decision: ContactDecision | null;
      operationId: string;
    };
    output: { letterId: number };
  };
  /** How far a run is. */
  'runs.count': { input: { runId: number }; output: { state: RunState; planned: number } };
  /**
   * The page of the next letter to be made after a place; those that may not go any more are left out on the way. `at` is where to go on
   * from, `done` when nothing is left after it.
   */
  'runs.next': {
    input: { runId: number; after: number; operationId: string };
    output: { at: number; letter: ComposedLetter | null; leftOut: number; done: boolean };
  };
  /** Keeps a letter of a run, once. `again`: the account changed since it was composed. */
  'runs.keep': {
    input: {
      runId: number;
      place: number;
      letter: ComposedLetter;
      pdf: Uint8Array;
      pages: number;
      operationId: string;
    };
    output: { outcome: 'kept' | 'left_out' | 'again' };
  };
  /** One that cannot be laid out. */
  'runs.leaveOut': {
    input: { runId: number; place: number; fault: Fault; operationId: string };
    output: null;
  };
  /** What is to be printed, after everything was asked about once more. */
  'runs.ready': { input: { runId: number; operationId: string }; output: RunDocument };
  'runs.coverPage': { input: { runId: number }; output: { html: string } };
  /** Exact copies in the order asked for, each held against the hash it was kept with. */
  'runs.pdfs': { input: { letterIds: readonly number[] }; output: { pdfs: readonly Uint8Array[] } };
  /** From here on these may be paper. Asked just before the document reaches the printer. */
  'runs.send': { input: { runId: number; places: readonly number[]; operationId: string }; output: null };
  /** The printer took it; or it surely did not. */
  'runs.sent': { input: { runId: number; went: boolean; operationId: string }; output: null };
  'runs.saved': { input: { letterIds: readonly number[]; operationId: string }; output: null };
  /** Runs that were on their way to the printer when the program ended are asked about. */
  'runs.wake': { input: { operationId: string }; output: { woken: number } };
  'letters.mark': { input: { letterId: number; as: 'printed' | 'saved'; operationId: string }; output: null };
  'letters.copy': {
    input: { letterId: number };
    output: { html: string; pdf: Uint8Array; fileName: string };
  };
  /** How the office prints, for what main prints without asking. */
  'print.findSetup': { input: Record<string, never>; output: PrintSetup };
  /** What a file is called, for the dialog a copy is saved by. */
  'attachments.name': { input: { attachmentId: number }; output: { name: string } };
  /** The book writes the copy itself: main never holds the bytes. */
  'attachments.saveTo': { input: { attachmentId: number; path: string }; output: null };
  /** The days of the office as a page; it is kept nowhere. */
  /** Asks the rules whether a letter may go by email to an address, and keeps nothing. */
  'letters.mayEmail': {
    input: { source: CopySource; emailId: number; decision: ContactDecision | null };
    output: null;
  };
  /** Notes that a copy leaves the book to be changed or sent elsewhere; it does not count as sent. */
  'letters.noteCopy': {
    input: {
      source: CopySource;
      as: { kind: 'word' } | { kind: 'email'; emailId: number; decision: ContactDecision | null };
      operationId: string;
    };
    output: null;
  };
  'letters.composeWord': {
    input: { source: CopySource };
    output: { bytes: Uint8Array; fileName: string };
  };
  'letters.composeEmail': {
    input: { letterId: number; emailId: number };
    output: { bytes: Uint8Array; fileName: string };
  };
  /** The sheet that proves what was mailed on a day. */
  'mail.composeSheet': { input: SheetAsked; output: { html: string; fileName: string } };
  'imports.composeReport': { input: { importId: number }; output: { html: string; fileName: string } };
  'desk.composeActivity': { input: { fromOn: Day; toOn: Day }; output: { html: string; fileName: string } };
  /** Addresses as pages of envelopes or labels; kept nowhere. */
  'print.composePieces': {
    input: PiecesAsked;
    output: {
      html: string;
      pieces: number;
      leftOut: { accountId: number; name: string; why: string }[];
    };
  };
  'print.composeSample': { input: { sheet: SheetSetup }; output: { html: string } };
  'scripts.saveTo': {
    input: { items: readonly { kind: 'script' | 'card'; code: string }[]; path: string };
    output: null;
  };
  /** The page of a letter that is being edited; with no account, of an invented one. It is kept nowhere. */
  'templates.compose': {
    input: {
      template: EditedTemplate;
      accountId: number | null;
      business: boolean;
      pick?: LetterPick | null | undefined;
    };
    output: { html: string; findings: readonly LetterFinding[] };
  };
  'templates.name': { input: { templateId: number }; output: { name: string } };
  'templates.saveTo': { input: { templateIds: readonly number[]; path: string }; output: null };
};
export type ErrandName = keyof Errands;

/** A file that is to be read: one on the disk, or a pasted table, which never is. */
export type ReaderFile = { readonly path: string } | { readonly bytes: Uint8Array };

/** What is asked of the reading process. */
export type ReaderAsk =
  | { readonly do: 'look'; readonly file: ReaderFile; readonly asked: ReadAsked }
  | {
      readonly do: 'read';
      readonly file: ReaderFile;
      readonly sha256: string;
      readonly decided: ReadDecided;
    };

/** To the reading process; `more` lets another piece of rows come. */
export type ReaderOrder = { readonly kind: 'ask'; readonly ask: ReaderAsk } | { readonly kind: 'more' };

/**
 * From the reading process. `columns` comes before the first rows; `rows` is JSON of `[line, stray, kind, cells]` a record; the
 * last part is `end`.
 */
export type ReaderPart =
  | { readonly kind: 'columns'; readonly columns: readonly FlatColumn[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'rows'; readonly rows: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly result: Result<FileLook | ReadEnd> };

export type WorkerRequest =
  /** A part of a file the worker asked to have read. */
  | { readonly kind: 'readPart'; readonly readId: number; readonly part: ReaderPart }
  | {
      readonly kind: 'call';
      readonly requestId: number;
      readonly call: BookCallName | VaultJobName;
      readonly input: unknown;
      readonly operationId: string | null;
      readonly moment: Moment;
      /** For jobs: its id, and one shared integer that turns 1 when the user cancels. */
      readonly job: { readonly jobId: string; readonly cancelled: SharedArrayBuffer } | null;
    }
  | {
      readonly kind: 'errand';
      readonly requestId: number;
      readonly errand: ErrandName;
      readonly input: unknown;
      readonly moment: Moment;
    };

export type WorkerMessage =
  | { readonly kind: 'ready' }
  /** For a job: its final result; `call.cancelled` when it was stopped. */
  | { readonly kind: 'reply'; readonly requestId: number; readonly result: Result<unknown> }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | {
      readonly kind: 'progress';
      readonly jobId: string;
      readonly call: JobName;
      readonly progress: JobProgress;
    }
  /** An opening under way is about to do something that may take long. */
  | { readonly kind: 'opening'; readonly step: OpeningStep }
  /** A file is to be read in the process for it; its parts come as `readPart`. */
  | { readonly kind: 'read'; readonly readId: number; readonly ask: ReaderAsk }
  | { readonly kind: 'readMore'; readonly readId: number }
  | { readonly kind: 'readStop'; readonly readId: number }
  /** A line for the log: codes and ids only. */
  | { readonly kind: 'log'; readonly incident: string; readonly where: string; readonly what: string };

/** What the worker is started with. */
export type WorkerData = {
  /** Folder that holds one folder a book. */
  readonly booksFolder: string;
  /** Path of a SQLite binding built for this runtime; `null` for the packaged one. */
  readonly sqliteBinding: string | null;
};
