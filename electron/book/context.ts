/** What a service is given. Clock, author and ids come in here; a service reads none of its own. */
import type {
  BookCommandName,
  BookJobName,
  BookQueryName,
  CheckedInputOf,
  OutputOf,
} from '../../shared/contract/contract.ts';
import type { JobProgress, Subject } from '../../shared/contract/events.ts';
import type { Day } from '../../shared/domain/days.ts';
import type {
  FileLook,
  FlatColumn,
  FlatRecord,
  ReadAsked,
  ReadDecided,
  ReadEnd,
} from '../../shared/domain/import/file-look.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Moment } from './protocol.ts';
import type { Store } from './store/store.ts';

export type QueryContext = Moment & {
  readonly store: Store;
  /** Today in the user's zone. */
  readonly today: Day;
};

/** Inside one transaction; throwing, or returning a fault, takes everything back. */
export type CommandContext = QueryContext & {
  readonly operationId: string;
  /** Names what went stale; without accounts, any may have. */
  changed(subject: Subject, accountIds?: readonly number[]): void;
};

/**
 * Files of other programs, read in a process of their own with limits, so that nothing in them can hang or crash this one. Faults:
 * those of reading (`electron/reader/read-file.ts`), `import.file_gone`, `import.too_large`, `import.reader_stopped`, `call.cancelled`.
 */
export type FileReader = {
  look(fileId: string, asked: ReadAsked): Promise<Result<FileLook & { readonly fileName: string }>>;
  /** Every record in order, with the columns they have; `take` may end the reading with a fault. */
  read(
    fileId: string,
    sha256: string,
    decided: ReadDecided,
    take: (records: readonly FlatRecord[], columns: readonly FlatColumn[]) => Result<null> | null,
  ): Promise<Result<ReadEnd & { readonly fileName: string }>>;
};

export type JobContext = QueryContext & {
  readonly operationId: string;
  readonly files: FileReader;
  /** Files the user chose, by the id the window knows. */
  pathOf(fileId: string): string | null;
  /** Where the user said a file goes; known for one use. */
  takePlace(fileId: string): string | null;
  progress(progress: JobProgress): void;
  /** True once the user asked to stop; ask often, also inside a transaction. */
  cancelled(): boolean;
  /** Lets waiting calls through; call every few milliseconds of work outside a transaction. */
  breathe(): Promise<void>;
  /**
   * Runs the writing part of the job as one audited transaction. A returned fault, `call.cancelled` among
   * them, rolls back.
   */
  write<T>(work: (context: CommandContext) => Result<T>): Result<T>;
  /** One short transaction of many that nobody has to answer for by itself: not audited, told to the window. */
  slice<T>(work: (context: CommandContext) => Result<T>): Result<T>;
};

export type QueryHandler<C extends BookQueryName> = (
  context: QueryContext & { pathOf(fileId: string): string | null },
  input: CheckedInputOf<C>,
) => Result<OutputOf<C>>;

export type CommandHandler<C extends BookCommandName> = (
  context: CommandContext,
  input: CheckedInputOf<C>,
) => Result<OutputOf<C>>;

export type JobHandler<C extends BookJobName> = (
  context: JobContext,
  input: CheckedInputOf<C>,
) => Promise<Result<OutputOf<C>>>;

export type BookHandlers = { readonly [C in BookQueryName]: QueryHandler<C> } & {
  readonly [C in BookCommandName]: CommandHandler<C>;
} & { readonly [C in BookJobName]: JobHandler<C> };
