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

export type JobContext = QueryContext & {
  readonly operationId: string;
  /** Files the user chose, by the id the window knows. */
  pathOf(fileId: string): string | null;
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
