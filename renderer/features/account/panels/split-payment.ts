/** Shares of one payment over several accounts of a debtor: the account with the oldest due day is filled first. */
import type { Day } from '../../../../shared/domain/days.ts';

export type OwingAccount = {
  readonly accountId: number;
  readonly number: string;
  readonly balanceCents: number;
  /** `null` when nothing is due yet; comes last. */
  readonly oldestDueOn: Day | null;
  readonly disputed: boolean;
};

/**
 * What each account gets of the sum, at most what it owes, by account id. What no account can take is left over. Accounts
 * without a share are left out.
 */
export function splitOldestFirst(
  amountCents: number,
  accounts: readonly OwingAccount[],
): { readonly shares: ReadonlyMap<number, number>; readonly leftCents: number } {
  const ordered = [...accounts].sort((a, b) => {
    const left = a.oldestDueOn ?? '9999-12-31';
    const right = b.oldestDueOn ?? '9999-12-31';
    return left < right ? -1 : left > right ? 1 : a.accountId - b.accountId;
  });
  let leftCents = Math.max(0, amountCents);
  const shares = new Map<number, number>();
  for (const { accountId, balanceCents } of ordered) {
    const share = Math.min(leftCents, Math.max(0, balanceCents));
    if (share === 0) continue;
    shares.set(accountId, share);
    leftCents -= share;
  }
  return { shares, leftCents };
}
