/**
 * What came in for each promise of an account, each cent for one promise only: kept with the promises so that lists need not
 * match payments, and brought up to date whenever the ledger changes.
 */
import { matchPromises } from '../../../shared/domain/promise.ts';
import { listPaymentMoney, listPromiseMoney, updatePromiseReceived } from '../store/queries/promise-money.ts';
import type { Store } from '../store/store.ts';

/** True when a promise's sum changed. Call it when payments, promises or days of grace changed. */
export function settlePromises(store: Store, accountId: number): boolean {
  let changed = false;
  for (const { promiseId, receivedCents } of promisesThatDiffer(store, accountId)) {
    updatePromiseReceived(store, promiseId, receivedCents);
    changed = true;
  }
  return changed;
}

/** Promises whose kept sum is not what the payments come to, with what it should be. */
export function promisesThatDiffer(
  store: Store,
  accountId: number,
): { promiseId: number; receivedCents: number }[] {
  const promises = listPromiseMoney(store, accountId);
  if (promises.length === 0) return [];
  const received = matchPromises(promises, listPaymentMoney(store, accountId), promises[0]?.graceDays);
  return promises.flatMap((promise) => {
    const receivedCents = received.get(promise.promiseId) ?? 0;
    return receivedCents === promise.receivedCents ? [] : [{ promiseId: promise.promiseId, receivedCents }];
  });
}
