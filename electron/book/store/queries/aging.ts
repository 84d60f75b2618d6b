/** What is owed by age, added up from what is open of each charge. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type DueRange = {
  /** First and last due day, both inclusive; `null` for no end on that side. */
  readonly from: Day | null;
  readonly to: Day | null;
};

/** Charges with something open whose due day lies in a range; `null` for those without a due day. */
export function sumOpenCharges(
  store: Store,
  range: DueRange | null,
  clientId: number | null,
): { charges: number; openCents: number } {
  const byClient = clientId === null ? '' : 'AND client_id = ?';
  const client = clientId === null ? [] : [clientId];
  const sums = `SELECT count(*) AS charges, coalesce(sum(open_cents), 0) AS openCents FROM open_charges
    INDEXED BY open_charges_by_due`;
  const row =
    range === null
      ? store.sql(`${sums} WHERE due_on IS NULL ${byClient}`).get(...client)
      : store
          .sql(`${sums} WHERE due_on BETWEEN ? AND ? ${byClient}`)
          .get(range.from ?? '0000-00-00', range.to ?? '9999-12-31', ...client);
  return row as { charges: number; openCents: number };
}

/** Balance over all accounts of the book or of one client, and how many owe or are owed anything. */
export function sumBalances(
  store: Store,
  clientId: number | null,
): { balanceCents: number; accounts: number } {
  const sums = `SELECT coalesce(sum(balance_cents), 0) AS balanceCents, coalesce(sum(balance_cents <> 0), 0) AS accounts
    FROM account_summaries`;
  const row =
    clientId === null ? store.sql(sums).get() : store.sql(`${sums} WHERE client_id = ?`).get(clientId);
  return row as { balanceCents: number; accounts: number };
}
