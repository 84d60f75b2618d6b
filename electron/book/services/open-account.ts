/** The account a command works on. A closed one must be reopened first, so that nothing happens on it unseen. */
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { type AccountRecord, findAccount } from '../store/queries/accounts.ts';
import type { Store } from '../store/store.ts';

/** Errors: `account.not_found`, `account.closed`. */
export function findOpenAccount(store: Store, accountId: number): Result<AccountRecord> {
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  if (account.closedAt !== null) return fail('account.closed');
  return ok(account);
}
