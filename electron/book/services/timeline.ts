/** One line of time of everything that happened on an account, or on all accounts of its debtor. */
import { addDays, startOfDay } from '../../../shared/domain/days.ts';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { QueryHandler } from '../context.ts';
import { findAccount, listAccountsOfDebtor } from '../store/queries/accounts.ts';
import { allKinds, readTimeline, type TimelinePlace } from '../store/queries/timeline.ts';

function readPlace(cursor: string): TimelinePlace | null {
  const parts = /^(\d{1,16})\.(\d{1,2})\.(\d{1,16})$/.exec(cursor);
  return parts ? { at: Number(parts[1]), rank: Number(parts[2]), seq: Number(parts[3]) } : null;
}

export function showPlace({ at, rank, seq }: TimelinePlace): string {
  return `${at}.${rank}.${seq}`;
}

export const pageTimeline: QueryHandler<'timeline.page'> = ({ store, today, zone }, input) => {
  const account = findAccount(store, input.accountId);
  if (!account) return fail('account.not_found');
  const { before, after, until, scope, limit } = input;
  const cursor = before === null ? null : readPlace(before);
  if (before !== null && cursor === null) return fail('call.invalid_input', { field: 'before' });
  const newer = after !== null;
  const dayEnd = until === null ? null : { at: startOfDay(addDays(until, 1), zone), rank: 0, seq: 0 };
  const from = newer ? readPlace(after) : (cursor ?? dayEnd);
  const wholeDebtor = scope === 'debtor';
  // Their numbers are also wanted for what is about the person on behalf of another account.
  const others = listAccountsOfDebtor(store, account.debtorId).filter(
    ({ accountId }) => accountId !== input.accountId,
  );
  const found = readTimeline(
    store,
    {
      accounts: [{ accountId: input.accountId, number: account.number }, ...others],
      debtorId: account.debtorId,
      wholeDebtor,
      kinds: input.kinds.length === 0 ? allKinds : [...new Set(input.kinds)],
      from,
      newer,
      limit: limit + 1,
    },
    today,
  );
  const nearest = found.slice(0, limit);
  const more = found.length > limit;
  const page = newer ? nearest.reverse() : nearest;
  const newest = page[0]?.place ?? from;
  const oldest = page.at(-1)?.place ?? from;
  // On the side the page was asked from there is something, or it would not have been asked from there.
  const hasOlder = newer || more;
  const hasNewer = newer ? more : from !== null;
  return ok({
    items: page.map(({ item }) => item),
    next: hasOlder && oldest ? showPlace(oldest) : null,
    previous: hasNewer && newest ? showPlace(newest) : null,
  });
};
