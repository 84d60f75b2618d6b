/**
 * Keeps money received in step with the ledger, whoever moves it. A payment that is taken back on its account opens the item it
 * came from again; one the bank gave back leaves it dealt with; one posted again after a slip stands for its item again. Called for
 * every posting (`post-ledger.ts`), so that no screen can leave the two apart.
 */
import type { CommandContext } from '../context.ts';
import { type EntryRow, findEntry } from '../store/queries/entries.ts';
import {
  findIncoming,
  type IncomingPostingRow,
  insertIncomingPosting,
  listPostingsOfEntry,
  type TakenBackAs,
  updateIncomingState,
  updatePostingTakenBack,
} from '../store/queries/incoming.ts';
import { readReturned } from './returned-payment.ts';

/** `entryIds` are those of the new entries, in the order of `added`. */
export function followIncoming(
  context: CommandContext,
  takenBack: readonly { readonly entry: EntryRow; readonly reason: string }[],
  added: readonly { readonly restoresEntryId?: number | null }[],
  entryIds: readonly number[],
): void {
  for (const { entry, reason } of takenBack) {
    for (const posting of listPostingsOfEntry(context.store, entry.entryId)) {
      if (posting.takenBackAt !== null) continue;
      endPosting(context, posting, readReturned(reason) === null ? 'reversed' : 'returned');
    }
  }
  for (const [place, { restoresEntryId }] of added.entries()) {
    const entryId = entryIds[place];
    if (typeof restoresEntryId === 'number' && entryId !== undefined) {
      postedAgain(context, restoresEntryId, entryId);
    }
  }
}

/** A reversal stood for what the bank took back; the payment posted again stands for the deposit it came with. */
function postedAgain(context: CommandContext, reversalId: number, entryId: number): void {
  const { store } = context;
  for (const posting of listPostingsOfEntry(store, reversalId)) {
    if (posting.takenBackAt === null) endPosting(context, posting, 'reversed');
  }
  const originalId = findEntry(store, reversalId)?.reversesEntryId ?? null;
  const before = originalId === null ? undefined : listPostingsOfEntry(store, originalId)[0];
  if (!before || before.takenBackAs === null || before.takenBackAs === 'unlinked') return;
  // What the bank had taken back counts as dealt with while that stands; now the payment itself does again.
  if (before.takenBackAs === 'returned')
    updatePostingTakenBack(store, before.postingId, context.now, 'reversed');
  const item = findIncoming(store, before.incomingId);
  if (!item || Math.abs(item.openCents) < Math.abs(before.amountCents)) return;
  if (item.state === 'set_aside') return;
  insertIncomingPosting(store, { ...before, entryId, postedAt: context.now, author: context.author });
  settleItem(context, before.incomingId);
}

function endPosting(context: CommandContext, posting: IncomingPostingRow, as: TakenBackAs): void {
  updatePostingTakenBack(context.store, posting.postingId, context.now, as);
  settleItem(context, posting.incomingId);
}

/** An item of which nothing is open is posted; any other that was is open again. */
export function settleItem(context: CommandContext, incomingId: number): void {
  const { store, now, author } = context;
  const item = findIncoming(store, incomingId);
  if (!item) return;
  // What is set aside counts as dealt with; a payment that leaves it needs a decision again.
  const { openCents } = item;
  const state = openCents === 0 && item.state !== 'set_aside' ? 'posted' : 'open';
  if (state !== item.state) updateIncomingState(store, incomingId, { state, reason: '', at: now, author });
  context.changed('incoming');
}

/** Lets go of a payment that an item was said to be. */
export function unlinkPosting(context: CommandContext, posting: IncomingPostingRow): void {
  endPosting(context, posting, 'unlinked');
}
