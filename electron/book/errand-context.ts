/** What the function behind an errand of main is given, and the list it must complete. */
import type { Result } from '../../shared/errors/result.ts';
import type { ErrandName, Errands } from './protocol.ts';
import type { Surroundings } from './run-call.ts';
import type { Vault } from './vault.ts';

export type ErrandContext = Omit<Surroundings, 'handlers' | 'progress' | 'cancelled'> & {
  readonly vault: Vault;
};

export type ErrandHandlers = {
  readonly [E in ErrandName]: (
    context: ErrandContext,
    input: Errands[E]['input'],
  ) => Promise<Result<Errands[E]['output']>> | Result<Errands[E]['output']>;
};
