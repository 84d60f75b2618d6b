/**
 * The one way from the window to anything that acts. In this order, and before any handler: is the sender our
 * window, is the message plain data of the right shape, is the call on the map, does it carry an operation id
 * exactly when it must, does its input pass the call's schema. What passes goes to a handler of this process
 * (`desk`) or to the book worker (`book`). Every refusal is a value; nothing is ever thrown at the window.
 */
import { operationId as operationIdSchema } from '../../shared/contract/call.ts';
import {
  type BookCallName,
  type CallName,
  contract,
  type DeskCallName,
  isCallName,
  type JobName,
} from '../../shared/contract/contract.ts';
import { fail, type Result } from '../../shared/errors/result.ts';
import type { Log } from '../platform/log-file.ts';
import type { DeskHandlers } from './desk-calls.ts';
import { makeOnce } from './once.ts';
import { flawOf } from './plain-data.ts';

export type BookDoor = {
  call(
    call: Exclude<BookCallName, JobName>,
    input: unknown,
    operationId: string | null,
  ): Promise<Result<unknown>>;
  startJob(call: JobName, input: unknown, operationId: string): Result<{ jobId: string }>;
};

export type DispatchParts = {
  readonly desk: DeskHandlers;
  readonly book: BookDoor;
  readonly log: Log;
  /** Notes a bug and returns the number the user can report. */
  incident(where: string, error: unknown): string;
};

export type Dispatch = (fromOurWindow: boolean, envelope: unknown) => Promise<Result<unknown>>;

type Envelope = { readonly call: CallName; readonly input: unknown; readonly operationId: string | null };

const envelopeKeys: ReadonlySet<string> = new Set(['call', 'input', 'operationId']);

function refuse(log: Log, code: Parameters<typeof fail>[0], why: string, field?: string): Result<never> {
  log.note('call.refused', { code, why });
  return fail(code, field === undefined ? {} : { field });
}

function readEnvelope(log: Log, envelope: unknown): Result<Envelope> {
  const flaw = flawOf(envelope);
  if (flaw !== null) return refuse(log, 'call.invalid_input', flaw, 'input');
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) {
    return refuse(log, 'call.invalid_input', 'no_envelope', 'input');
  }
  if (Object.keys(envelope).some((key) => !envelopeKeys.has(key))) {
    return refuse(log, 'call.invalid_input', 'extra_key', 'input');
  }
  const { call, input, operationId } = envelope as Record<string, unknown>;
  if (typeof call !== 'string' || !isCallName(call)) return refuse(log, 'call.unknown', 'unknown');
  if (contract[call].kind === 'query') {
    if (operationId !== null) return refuse(log, 'call.invalid_input', 'operation_id', 'operationId');
    return { ok: true, value: { call, input, operationId: null } };
  }
  const checked = operationIdSchema.safeParse(operationId);
  if (!checked.success) return refuse(log, 'call.invalid_input', 'operation_id', 'operationId');
  return { ok: true, value: { call, input, operationId: checked.data } };
}

/** The field a schema stumbled over, short enough for a sentence. */
function fieldOf(path: readonly PropertyKey[] | undefined): string {
  return path === undefined || path.length === 0 ? 'input' : path.map(String).join('.').slice(0, 60);
}

export function makeDispatch({ desk, book, log, incident }: DispatchParts): Dispatch {
  const once = makeOnce();

  async function run({ call, input, operationId }: Envelope): Promise<Result<unknown>> {
    const definition = contract[call];
    if (definition.kind === 'job') return book.startJob(call as JobName, input, operationId ?? '');
    if (definition.room === 'book') {
      return book.call(call as Exclude<BookCallName, JobName>, input, operationId);
    }
    // The map's types tie each handler to its call; here the call is only known at run time.
    const handler = desk[call as DeskCallName] as (
      input: unknown,
      operationId: unknown,
    ) => Promise<Result<unknown>>;
    if (operationId === null) return handler(input, null);
    return once(call as DeskCallName, operationId, () => handler(input, operationId));
  }

  return async (fromOurWindow, message) => {
    if (!fromOurWindow) return refuse(log, 'call.refused_sender', 'sender');
    const envelope = readEnvelope(log, message);
    if (!envelope.ok) return envelope;
    const { call } = envelope.value;
    try {
      const checked = contract[call].input.safeParse(envelope.value.input);
      if (!checked.success)
        return refuse(log, 'call.invalid_input', call, fieldOf(checked.error.issues[0]?.path));
      return await run({ ...envelope.value, input: checked.data });
    } catch (error) {
      return fail('call.failed', { incident: incident(call, error) });
    }
  };
}
