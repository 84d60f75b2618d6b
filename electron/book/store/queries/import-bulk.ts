/**
 * Rows of an import by the hundred in one statement. A statement a row spends as much time on going in and out of the database as on
 * the row itself; a file has a hundred thousand.
 */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

/** What all entries of one import share. */
export type BulkEntries = {
  readonly postedAt: number;
  readonly author: string;
  readonly operationId: string;
  readonly importId: number;
};

export type BulkEntry = {
  readonly accountId: number;
  readonly kind: 'charge' | 'payment';
  readonly effectiveOn: Day;
  readonly dueOn: Day | null;
  readonly principalCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
  readonly reference: string;
  readonly basis: string;
  readonly memo: string;
  readonly direction: string | null;
};

type Value = string | number | null;

/** Rows a statement: more gain nothing. */
const atOnce = 50;

/** Runs `statement` over rows of `width` values each, so many at once; answers the id of the last row of each run. */
function inChunks(
  store: Store,
  rows: readonly (readonly Value[])[],
  statement: (values: string) => string,
  shared: Readonly<Record<string, Value>>,
  ran: (lastId: number, count: number) => void,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const one = (named: string) => `(${first.map(() => '?').join(', ')}${named})`;
  const names = Object.keys(shared)
    .map((name) => `, @${name}`)
    .join('');
  for (let at = 0; at < rows.length; at += atOnce) {
    const chunk = rows.slice(at, at + atOnce);
    const values = chunk.map(() => one(names)).join(', ');
    const run = store.sql(statement(values));
    const flat = chunk.flat();
    const { lastInsertRowid } = names === '' ? run.run(flat) : run.run(flat, shared);
    ran(Number(lastInsertRowid), chunk.length);
  }
}

/** The ids of the new entries, in order: rows of one statement get ids that follow on each other. */
export function insertEntries(store: Store, shared: BulkEntries, entries: readonly BulkEntry[]): number[] {
  const ids: number[] = [];
  inChunks(
    store,
    entries.map((entry) => [
      entry.accountId,
      entry.kind,
      entry.effectiveOn,
      entry.dueOn,
      entry.principalCents,
      entry.interestCents,
      entry.feesCents,
      entry.costsCents,
      entry.reference,
      entry.basis,
      entry.memo,
      entry.direction,
    ]),
    (values) =>
      `INSERT INTO entries (account_id, kind, effective_on, due_on, principal_cents, interest_cents, fees_cents, costs_cents,
         reference, basis, memo, direction, posted_at, author, operation_id, import_id) VALUES ${values}`,
    shared,
    (lastId, count) => {
      for (let id = lastId - count + 1; id <= lastId; id += 1) ids.push(id);
    },
  );
  return ids;
}

export type BulkApplication = {
  readonly entryId: number;
  readonly chargeEntryId: number;
  readonly principalCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
};

/** Each by the charge its payment named. */
export function insertNamedApplications(store: Store, applications: readonly BulkApplication[]): void {
  inChunks(
    store,
    applications.map((one) => [
      one.entryId,
      one.chargeEntryId,
      one.principalCents,
      one.interestCents,
      one.feesCents,
      one.costsCents,
      'named_charge',
    ]),
    (values) =>
      `INSERT INTO applications (entry_id, charge_entry_id, principal_cents, interest_cents, fees_cents, costs_cents, rule)
       VALUES ${values}`,
    {},
    () => undefined,
  );
}

export type BulkOpenCharge = {
  readonly accountId: number;
  readonly entryId: number;
  readonly clientId: number;
  readonly dueOn: Day | null;
  readonly openCents: number;
};

/** What is open of charges just written, which nothing but their own payment has met. */
export function insertOpenCharges(store: Store, charges: readonly BulkOpenCharge[]): void {
  inChunks(
    store,
    charges.map((one) => [one.accountId, one.entryId, one.clientId, one.dueOn, one.openCents]),
    (values) =>
      `INSERT INTO open_charges (account_id, entry_id, client_id, due_on, open_cents) VALUES ${values}`,
    {},
    () => undefined,
  );
}
