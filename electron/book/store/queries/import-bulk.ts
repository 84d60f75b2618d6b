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

/**
 * Runs an insertion over rows that give `columns` in that order, so many at once; answers the id of the last row of each run. What is
 * the same in every row is bound once a statement, which for most files is most of it.
 */
function insertInChunks(
  store: Store,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  shared: Readonly<Record<string, Value>>,
  ran: (lastId: number, count: number) => void,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const varies = columns.map((_, place) => rows.some((row) => row[place] !== first[place]));
  const named: Record<string, Value> = { ...shared };
  for (const [place, column] of columns.entries()) if (!varies[place]) named[column] = first[place] ?? null;
  const placesOf = columns.flatMap((_, place) => (varies[place] ? [place] : []));
  const all = [...columns, ...Object.keys(shared)];
  const one = `(${all.map((column, place) => (varies[place] === true ? '?' : `@${column}`)).join(', ')})`;
  const statementOf = (count: number) =>
    store.sql(
      `INSERT INTO ${table} (${all.join(', ')}) VALUES ${Array.from({ length: count }, () => one).join(', ')}`,
    );
  // Asked for once: looking a long text up costs as much as a row.
  const many = statementOf(Math.min(atOnce, rows.length));
  const hasNamed = Object.keys(named).length > 0;
  for (let at = 0; at < rows.length; at += atOnce) {
    const count = Math.min(atOnce, rows.length - at);
    const run = at === 0 || count === atOnce ? many : statementOf(count);
    const values: Value[] = [];
    for (let row = at; row < at + count; row += 1)
      for (const place of placesOf) values.push(rows[row]?.[place] ?? null);
    const { lastInsertRowid } = hasNamed ? run.run(values, named) : run.run(values);
    ran(Number(lastInsertRowid), count);
  }
}

/** The ids of the new entries, in order: rows of one statement get ids that follow on each other. */
export function insertEntries(store: Store, shared: BulkEntries, entries: readonly BulkEntry[]): number[] {
  const ids: number[] = [];
  insertInChunks(
    store,
    'entries',
    [
      'account_id',
      'kind',
      'effective_on',
      'due_on',
      'principal_cents',
      'interest_cents',
      'fees_cents',
      'costs_cents',
      'reference',
      'basis',
      'memo',
      'direction',
    ],
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
    {
      posted_at: shared.postedAt,
      author: shared.author,
      operation_id: shared.operationId,
      import_id: shared.importId,
    },
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
  insertInChunks(
    store,
    'applications',
    ['entry_id', 'charge_entry_id', 'principal_cents', 'interest_cents', 'fees_cents', 'costs_cents', 'rule'],
    applications.map((one) => [
      one.entryId,
      one.chargeEntryId,
      one.principalCents,
      one.interestCents,
      one.feesCents,
      one.costsCents,
      'named_charge',
    ]),
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
  insertInChunks(
    store,
    'open_charges',
    ['account_id', 'entry_id', 'client_id', 'due_on', 'open_cents'],
    charges.map((one) => [one.accountId, one.entryId, one.clientId, one.dueOn, one.openCents]),
    {},
    () => undefined,
  );
}
