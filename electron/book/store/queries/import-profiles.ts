/** How files of one shape were read and mapped the last time. */
import type { Store } from '../store.ts';

export type ProfileRecord = {
  readonly profileId: number;
  readonly name: string;
  readonly signature: string;
  readonly source: string;
  /** JSON: the names of the columns in their order. */
  readonly columns: string;
  /** JSON of the plan, without what belongs to one file alone. */
  readonly plan: string;
  readonly usedAt: number;
  readonly uses: number;
};

const profileColumns = 'id AS profileId, name, signature, source, columns, plan, used_at AS usedAt, uses';

/** Newest use first. */
export function listProfiles(store: Store): ProfileRecord[] {
  return store
    .sql(
      `SELECT ${profileColumns} FROM import_profiles WHERE retired_at IS NULL ORDER BY used_at DESC, id DESC`,
    )
    .all() as ProfileRecord[];
}

/** Keeps a profile under its name: one of that name is replaced by what is known now. */
export function keepProfile(
  store: Store,
  row: {
    readonly name: string;
    readonly signature: string;
    readonly source: string;
    readonly columns: string;
    readonly plan: string;
    readonly at: number;
    readonly author: string;
  },
): void {
  store
    .sql(
      `INSERT INTO import_profiles (name, signature, source, columns, plan, made_at, used_at, uses, author)
       VALUES (:name, :signature, :source, :columns, :plan, :at, :at, 1, :author)
       ON CONFLICT (name COLLATE NOCASE) WHERE retired_at IS NULL
       DO UPDATE SET signature = excluded.signature, source = excluded.source, columns = excluded.columns,
         plan = excluded.plan, used_at = excluded.used_at, uses = uses + 1`,
    )
    .run(row);
}

/** False when there was none. */
export function retireProfile(store: Store, profileId: number, at: number): boolean {
  const { changes } = store
    .sql('UPDATE import_profiles SET retired_at = ? WHERE id = ? AND retired_at IS NULL')
    .run(at, profileId);
  return changes > 0;
}
