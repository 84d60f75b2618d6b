/** Accounts as clients placed them. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type PlacedAccount = {
  readonly accountId: number;
  readonly number: string;
  readonly debtorName: string;
  readonly placedOn: Day;
  readonly openedOn: Day;
};

/** Placed by a client from one day to another, both inclusive, in the order they came. */
export function listPlacedAccounts(
  store: Store,
  clientId: number,
  fromOn: Day,
  toOn: Day,
  limit: number,
): PlacedAccount[] {
  return store
    .sql(
      `SELECT a.id AS accountId, a.number, d.name AS debtorName, a.placed_on AS placedOn, a.opened_on AS openedOn
       FROM accounts a JOIN debtors d ON d.id = a.debtor_id
       WHERE a.client_id = ? AND a.placed_on BETWEEN ? AND ? ORDER BY a.placed_on, a.id LIMIT ?`,
    )
    .all(clientId, fromOn, toOn, limit) as PlacedAccount[];
}
