/** One line of time of everything that happened on an account. */
import { fail, ok } from '../../../shared/errors/result.ts';
import type { QueryHandler } from '../context.ts';
import { findAccount } from '../store/queries/accounts.ts';
import { allKinds, readTimeline, type TimelinePlace } from '../store/queries/timeline.ts';

function readPlace(cursor: string): TimelinePlace | null {
  const parts = /^(\d{1,16})\.(\d{1,2})\.(\d{1,16})$/.exec(cursor);
  return parts ? { at: Number(parts[1]), rank: Number(parts[2]), seq: Number(parts[3]) } : null;
}

export const pageTimeline: QueryHandler<'timeline.page'> = ({ store, today }, input) => {
  if (!findAccount(store, input.accountId)) return fail('account.not_found');
  const before = input.before === null ? null : readPlace(input.before);
  if (input.before !== null && before === null) return fail('call.invalid_input', { field: 'before' });
  const kinds = input.kinds.length === 0 ? allKinds : [...new Set(input.kinds)];
  const found = readTimeline(
    store,
    { accountId: input.accountId, kinds, before, limit: input.limit + 1 },
    today,
  );
  const page = found.slice(0, input.limit);
  const last = page.at(-1)?.place;
  return ok({
    items: page.map(({ item }) => item),
    next: found.length > input.limit && last ? `${last.at}.${last.rank}.${last.seq}` : null,
  });
};
