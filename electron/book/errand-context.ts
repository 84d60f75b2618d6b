/** What the function behind an errand of main is given, and the list it must complete. */
import { dayOfInstant } from '../../shared/domain/days.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { QueryContext } from './context.ts';
import type { ErrandName, Errands } from './protocol.ts';
import type { Surroundings } from './run-call.ts';
import type { Vault } from './vault.ts';

export type ErrandContext = Omit<Surroundings, 'handlers' | 'progress' | 'cancelled' | 'fileReader'> & {
  readonly vault: Vault;
};

export type ErrandHandlers = {
  readonly [E in ErrandName]: (
    context: ErrandContext,
    input: Errands[E]['input'],
  ) => Promise<Result<Errands[E]['output']>> | Result<Errands[E]['output']>;
};

/** The context of an errand as a service reads it, or `null` while no book is open. */
export function contextOf({ store, moment }: ErrandContext): QueryContext | null {
  return store ? { ...moment, store, today: dayOfInstant(moment.now, moment.zone) } : null;
}
