/** What is known of debts and people, each statement with its source. Append-only: the newest of a name holds. */
import type { Day } from '../../../../shared/domain/days.ts';
import {
  type DebtFactName,
  debtFactNames,
  type PersonFactName,
  personFactNames,
} from '../../../../shared/domain/law.ts';
import type { Store } from '../store.ts';

/** Where facts of each kind are kept, and whose they are. */
const tables = {
  debt: { table: 'debt_facts', owner: 'account_id' },
  person: { table: 'person_facts', owner: 'debtor_id' },
} as const;
type About = keyof typeof tables;

export type NewKnownFact = {
  /** The account of a debt’s fact, the debtor of a person’s. */
  readonly ownerId: number;
  readonly name: DebtFactName | PersonFactName;
  /** Empty takes back what was said. */
  readonly value: string;
  readonly source: string;
  readonly since: Day;
  readonly madeAt: number;
  readonly author: string;
  readonly operationId: string;
  /** The import that said so; it goes with it when that is taken back. */
  readonly importId?: number | undefined;
};

export function insertKnownFact(store: Store, about: About, fact: NewKnownFact): void {
  const { table, owner } = tables[about];
  store
    .sql(
      `INSERT INTO ${table} (${owner}, name, value, source, since_on, made_at, author, operation_id, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      fact.ownerId,
      fact.name,
      fact.value,
      fact.source,
      fact.since,
      fact.madeAt,
      fact.author,
      fact.operationId,
      fact.importId ?? null,
    );
}

export type KnownFactRow = {
  readonly value: string;
  readonly source: string;
  readonly since: Day;
  readonly madeAt: number;
  readonly author: string;
};

function listKnownFacts(store: Store, about: About, ownerId: number): Map<string, KnownFactRow> {
  const { table, owner } = tables[about];
  const rows = store
    .sql(
      `SELECT name, value, source, since_on AS since, made_at AS madeAt, author FROM ${table} WHERE ${owner} = ? ORDER BY id`,
    )
    .all(ownerId) as (KnownFactRow & { name: string })[];
  const known = new Map<string, KnownFactRow>();
  for (const { name, ...fact } of rows) {
    if (fact.value === '') known.delete(name);
    else known.set(name, fact);
  }
  return known;
}

function pick<N extends string>(
  names: readonly N[],
  facts: ReadonlyMap<string, KnownFactRow>,
): Partial<Record<N, KnownFactRow>> {
  const picked: Partial<Record<N, KnownFactRow>> = {};
  for (const name of names) {
    const fact = facts.get(name);
    if (fact) picked[name] = fact;
  }
  return picked;
}

/** What holds now; what was taken back is left out. */
export function debtFactsOf(store: Store, accountId: number): Partial<Record<DebtFactName, KnownFactRow>> {
  return pick(debtFactNames, listKnownFacts(store, 'debt', accountId));
}

export function personFactsOf(store: Store, debtorId: number): Partial<Record<PersonFactName, KnownFactRow>> {
  return pick(personFactNames, listKnownFacts(store, 'person', debtorId));
}
