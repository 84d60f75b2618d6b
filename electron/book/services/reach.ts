/**
 * Marks on numbers and addresses, set in one place: whoever changes one says why, and the change is kept, so that a slip can be
 * taken back by another change (`reach-history.ts`).
 */
import type { AddressStatus, EmailStatus, PhoneStatus } from '../../../shared/domain/debtor.ts';
import type { CommandContext } from '../context.ts';
import { accountsOfDebtor } from '../store/queries/accounts.ts';
import { updateAddressStatus, updateEmailStatus, updatePhoneStatus } from '../store/queries/debtors.ts';
import { insertReachChange } from '../store/queries/reach-changes.ts';
import { refreshDebtor } from '../store/queries/summaries.ts';

export type ReachMark =
  | { readonly kind: 'phone'; readonly id: number; readonly from: PhoneStatus; readonly to: PhoneStatus }
  | {
      readonly kind: 'address';
      readonly id: number;
      readonly from: AddressStatus;
      readonly to: AddressStatus;
    }
  | { readonly kind: 'email'; readonly id: number; readonly from: EmailStatus; readonly to: EmailStatus };

/**
 * The one way a mark changes. Returns the change, or `null` when it stood so already. The lists and rules that show the person
 * are brought up to date by the caller (`changedReach`), which may have more to change.
 */
export function changeReachStatus(
  context: CommandContext,
  debtorId: number,
  mark: ReachMark,
  why: string,
): number | null {
  const { store, now, author, operationId } = context;
  if (mark.from === mark.to) return null;
  if (mark.kind === 'phone') updatePhoneStatus(store, mark.id, mark.to);
  else if (mark.kind === 'address') updateAddressStatus(store, mark.id, mark.to);
  else updateEmailStatus(store, mark.id, mark.to);
  return insertReachChange(store, {
    debtorId,
    target: { kind: mark.kind, id: mark.id },
    fromStatus: mark.from,
    toStatus: mark.to,
    why,
    at: now,
    author,
    operationId,
  });
}

/** Brings what shows the person up to date and says so. */
export function changedReach(context: CommandContext, debtorId: number): void {
  const accountIds = accountsOfDebtor(context.store, debtorId);
  refreshDebtor(context.store, debtorId);
  context.changed('debtors', accountIds);
  context.changed('timeline', accountIds);
}
