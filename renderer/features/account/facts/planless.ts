/** Which accounts have fallen through: worked, but with nothing that will bring them up again. */
import type { AccountFacts } from '../../../../shared/contract/accounts.ts';

/**
 * The same rule as Today's list: an active account without a next step, or one held without an end. A promise or a plan
 * comes up by itself.
 */
export function isPlanless({
  nextStepOn,
  status,
  holds,
}: Pick<AccountFacts, 'nextStepOn' | 'status' | 'holds'>): boolean {
  if (nextStepOn !== null) return false;
  return status === 'active' || (status === 'hold' && holds.every((hold) => hold.untilOn === null));
}
