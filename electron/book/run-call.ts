/**
 * The one way a call reaches the book: queries read, commands run in one transaction with their audit row,
 * jobs get progress and cancel. What a command would keep must hold no full card number, whichever field it was typed into. Expected failures come back as values; anything thrown becomes
 * `call.failed` with an incident number whose detail goes to the log (never names or sums).
 */
import { type BookCallName, contract, type JobName } from '../../shared/contract/contract.ts';
import type { Change, JobProgress, Subject } from '../../shared/contract/events.ts';
import { holdsCardDataWithin } from '../../shared/domain/card-number.ts';
import { dayOfInstant } from '../../shared/domain/days.ts';
import { MoneyOutOfRange } from '../../shared/domain/money.ts';
import { type Failed, fail, ok, type Result } from '../../shared/errors/result.ts';
import type { BookHandlers, CommandContext, FileReader, JobContext, QueryContext } from './context.ts';
import type { Moment } from './protocol.ts';
import type { ReadWatch } from './reading-line.ts';
import { freshenTouched } from './services/clocks.ts';
import { stopTouched } from './services/strategy-members.ts';
import { faultOfSqlite } from './store/classify-error.ts';
import { appendAudit, digestOf, findOperation } from './store/queries/audit.ts';
import type { Store } from './store/store.ts';

export type Surroundings = {
  readonly store: Store | null;
  readonly moment: Moment;
  readonly handlers: BookHandlers;
  pathOf(fileId: string): string | null;
  takePlace(fileId: string): string | null;
  /** Reads files for a job: told how far it is, and whether to stop. */
  fileReader(watch: ReadWatch): FileReader;
  announce(changes: readonly Change[]): void;
  progress(call: JobName, progress: JobProgress): void;
  cancelled(): boolean;
  /** Notes a bug and returns its incident number. */
  incident(where: string, error: unknown): string;
};

/** The fault to be read of something thrown that is no bug: of the disk, or of a figure past what a sum can be. */
export function faultOf(error: unknown): Failed | null {
  return error instanceof MoneyOutOfRange ? fail('money.out_of_range') : faultOfSqlite(error);
}

/** Thrown inside a transaction to roll it back with a fault the user may read. */
class Refusal extends Error {
  readonly failed: Failed;
  constructor(failed: Failed) {
    super(failed.error.code);
    this.failed = failed;
  }
}

export async function runCall(
  call: BookCallName,
  input: unknown,
  operationId: string | null,
  around: Surroundings,
): Promise<Result<unknown>> {
  const { store, handlers } = around;
  if (!store) return fail('book.not_open');
  const definition = contract[call];
  // The map's types tie each handler to its call; here the call is only known at run time.
  const handler = handlers[call] as unknown as (context: unknown, input: unknown) => unknown;
  try {
    const context: QueryContext & Pick<JobContext, 'pathOf'> = {
      ...around.moment,
      store,
      today: dayOfInstant(around.moment.now, around.moment.zone),
      pathOf: around.pathOf,
    };
    if (definition.kind === 'query') return (await handler(context, input)) as Result<unknown>;
    if (operationId === null) return fail('call.invalid_input', { field: 'operationId' });
    if (definition.kind === 'command') {
      if (definition.audited && holdsCardDataWithin(input)) return fail('payment.card_number');
      const operation = { call, operationId, input, audited: definition.audited };
      return runCommand(context, operation, around, (command) => handler(command, input) as Result<unknown>);
    }
    const job: JobContext = {
      ...context,
      operationId,
      takePlace: around.takePlace,
      files: around.fileReader({
        progress: (done, total, doing) =>
          around.progress(call as JobName, {
            phase: doing === 'look' ? 'Reading the file' : 'Checking the rows',
            done,
            total,
          }),
        cancelled: around.cancelled,
      }),
      progress: (progress) => around.progress(call as JobName, progress),
      cancelled: around.cancelled,
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      write: (work) => runCommand(context, { call, operationId, input, audited: true }, around, work),
      slice: (work) => runCommand(context, { call, operationId, input, audited: false }, around, work),
    };
    return (await handler(job, input)) as Result<unknown>;
  } catch (error) {
    const fault = faultOf(error);
    return fault ?? fail('call.failed', { incident: around.incident(call, error) });
  }
}

export type Operation = {
  readonly call: string;
  readonly operationId: string;
  readonly input: unknown;
  readonly audited: boolean;
};

/**
 * One command in one transaction. An operation id seen before answers what it answered then, and posts
 * nothing; with other content it is refused. Whatever the command changed, the clocks of the accounts it touched are right
 * before it commits. Changes are announced after the commit.
 */
export function runCommand<T>(
  context: QueryContext,
  operation: Operation,
  around: Pick<Surroundings, 'announce' | 'incident'>,
  work: (context: CommandContext) => Result<T>,
): Result<T> {
  const { store } = context;
  const changes: Change[] = [];
  const command: CommandContext = {
    ...context,
    operationId: operation.operationId,
    changed(subject: Subject, accountIds?: readonly number[]) {
      changes.push({ subject, accountIds: accountIds ?? null });
    },
  };
  try {
    const value = store.transaction(() => {
      const inputDigest = digestOf(operation.input);
      if (operation.audited) {
        const seen = findOperation(store, operation.operationId);
        if (seen) {
          if (seen.call !== operation.call || !seen.inputSha256.equals(inputDigest)) {
            throw new Refusal(fail('call.operation_reused'));
          }
          changes.length = 0;
          return JSON.parse(seen.output) as T;
        }
      }
      const result = work(command);
      if (!result.ok) throw new Refusal(result);
      stopTouched(command);
      const clocks = freshenTouched(command);
      if (clocks === null) command.changed('law');
      else if (clocks.length > 0)
        for (const subject of ['law', 'accounts'] as const) command.changed(subject, clocks);
      if (operation.audited) {
        appendAudit(store, {
          operationId: operation.operationId,
          call: operation.call,
          at: context.now,
          author: context.author,
          inputSha256: inputDigest,
          output: JSON.stringify(result.value ?? null),
        });
      }
      return result.value;
    });
    if (changes.length > 0) around.announce(changes);
    return ok(value);
  } catch (error) {
    if (error instanceof Refusal) return error.failed;
    return faultOf(error) ?? fail('call.failed', { incident: around.incident(operation.call, error) });
  }
}
