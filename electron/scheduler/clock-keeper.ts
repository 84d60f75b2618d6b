/** Keeps the clocks of the open book fresh: whether and when each debtor may be called changes by the minute. */
import type { BookClient } from '../ipc/book-client.ts';
import { makeSliceKeeper, type SliceKeeper, type SliceKeeperParts } from './slice-keeper.ts';

/** The first screen of a book comes before its clocks. */
export const startAfterMs = 300;

export function makeClockKeeper({
  client,
  ...parts
}: SliceKeeperParts & { readonly client: Pick<BookClient, 'errand'> }): SliceKeeper {
  return makeSliceKeeper(
    {
      name: 'clocks',
      startAfterMs,
      touched: ['accounts', 'law'],
      slice: () => client.errand('clocks.freshen', null),
    },
    parts,
  );
}
