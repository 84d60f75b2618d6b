/**
 * Brings the ledgers of a book made before they were derived to what their entries say: payments were spread in the order they were
 * entered then, and now by the days they count from. Happens once, when such a book is first opened; what moves is
 * added as corrections like any other, and nothing that was posted is changed.
 */
import { dayOfInstant } from '../../../shared/domain/days.ts';
import type { Moment } from '../protocol.ts';
import { clearToDerive, listToDerive } from '../store/queries/accruals.ts';
import type { Store } from '../store/store.ts';
import { checkAccountLedger } from './check-ledger.ts';
import { rederive } from './post-ledger.ts';

/** All of it or nothing; cheap when there is nothing to do. */
export function deriveBook(store: Store, moment: Moment): void {
  const accounts = listToDerive(store);
  if (accounts.length === 0) return;
  const context = {
    ...moment,
    store,
    today: dayOfInstant(moment.now, moment.zone),
    operationId: 'derived-anew',
    changed: () => undefined,
  };
  store.transaction(() => {
    for (const accountId of accounts) {
      if (checkAccountLedger(store, accountId).length > 0) rederive(context, accountId);
    }
    clearToDerive(store);
  });
}
