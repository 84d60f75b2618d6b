/** What a call runs in, for tests that go through `runCall` and `runCommand` as the worker does. */
import { randomUUID } from 'node:crypto';
import { handlers } from '../../electron/book/handlers.ts';
import type { Moment } from '../../electron/book/protocol.ts';
import { runCall, type Surroundings } from '../../electron/book/run-call.ts';
import type { Store } from '../../electron/book/store/store.ts';
import type { BookCallName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/errors/result.ts';
import { readHere } from './reader.ts';

export function makeSurroundings(store: Store | null, moment: Moment): Surroundings {
  return {
    store,
    moment,
    handlers,
    pathOf: () => null,
    takePlace: () => null,
    fileReader: (watch) => readHere(() => null, watch),
    announce: () => undefined,
    progress: () => undefined,
    cancelled: () => false,
    incident(where, error) {
      // A bug must fail the test that met it.
      throw error instanceof Error ? error : new Error(where);
    },
  };
}

/** One call as main would pass it on: its input checked by the schema first. */
export async function callBook<C extends BookCallName>(
  store: Store | null,
  moment: Moment,
  call: C,
  input: InputOf<C>,
  operationId: string = randomUUID(),
): Promise<Result<OutputOf<C>>> {
  const checked = contract[call].input.parse(input);
  return (await runCall(call, checked, operationId, makeSurroundings(store, moment))) as Result<OutputOf<C>>;
}
