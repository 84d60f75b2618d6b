/** What the house or a client laid down that a posting needs: the order payments are applied in, the fee for a returned one. */
import type { ApplicationOrder, BasisKind } from '../../../shared/domain/ledger.ts';
import { findOwnOrder } from '../store/queries/accounts.ts';
import { findPolicy } from '../store/queries/policies.ts';
import type { Store } from '../store/store.ts';

export type OrderInForce = {
  readonly order: ApplicationOrder;
  readonly from: 'account' | 'client' | 'house' | 'standard';
};

/** The account's own order, else its client's, else the house's, else by due day. */
export function orderInForce(store: Store, account: { accountId: number; clientId: number }): OrderInForce {
  const own = findOwnOrder(store, account.accountId);
  if (own !== null) return { order: own, from: 'account' };
  const client = findPolicy(store, account.clientId)?.applicationOrder ?? null;
  if (client !== null) return { order: client, from: 'client' };
  const house = findPolicy(store, null)?.applicationOrder ?? null;
  return house === null ? { order: 'oldest_due_first', from: 'standard' } : { order: house, from: 'house' };
}

export type ReturnedFee = { readonly cents: number; readonly basisKind: BasisKind; readonly basis: string };

/** What may be charged for a returned payment; `null` when neither client nor house allows anything. */
export function returnedFeeOf(store: Store, clientId: number): ReturnedFee | null {
  for (const owner of [clientId, null]) {
    const policy = findPolicy(store, owner);
    if (policy && policy.returnedFeeCents !== null && policy.returnedFeeBasisKind !== null) {
      return {
        cents: policy.returnedFeeCents,
        basisKind: policy.returnedFeeBasisKind,
        basis: policy.returnedFeeBasis,
      };
    }
  }
  return null;
}
