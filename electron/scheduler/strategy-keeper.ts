/**
 * Brings each day about for the accounts in strategies: once a book is open, after midnight, on waking, and when a strategy was
 * turned on.
 */
import type { BookClient } from '../ipc/book-client.ts';
import type { Ids } from '../platform/ids.ts';
import { makeSliceKeeper, type SliceKeeper, type SliceKeeperParts } from './slice-keeper.ts';

/** The first screen and the clocks of a book come before. */
const startAfterMs = 1_500;

export function makeStrategyKeeper({
  client,
  ids,
  ...parts
}: SliceKeeperParts & {
  readonly client: Pick<BookClient, 'errand'>;
  readonly ids: Pick<Ids, 'uuid'>;
}): SliceKeeper {
  return makeSliceKeeper(
    {
      name: 'strategies',
      startAfterMs,
      touched: ['strategies', 'letters', 'accounts', 'timeline'],
      slice: () => client.errand('strategies.advance', { operationId: ids.uuid() }),
    },
    parts,
  );
}
