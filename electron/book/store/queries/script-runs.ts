/** What was followed of a script in a call. Append-only, one to a contact. */
import type { Store } from '../store.ts';

export type NewScriptRun = {
  readonly accountId: number;
  readonly contactId: number;
  /** The script it began with; the path names those it jumped to. */
  readonly scriptId: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly party: 'unknown' | 'right_party' | 'third_party';
  readonly confirmedAt: number | null;
  readonly exit: string | null;
  readonly path: readonly {
    readonly script: string;
    readonly scriptId: number;
    readonly step: string;
    readonly at: number;
    readonly answer: string | null;
  }[];
  readonly ticks: readonly {
    readonly script: string;
    readonly step: string;
    readonly tick: string;
    readonly at: number;
  }[];
  readonly author: string;
  readonly operationId: string;
};

export function insertScriptRun(store: Store, run: NewScriptRun): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO script_runs (account_id, contact_id, script_id, started_at, ended_at, party, confirmed_at, exit, path, ticks,
         author, operation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      run.accountId,
      run.contactId,
      run.scriptId,
      run.startedAt,
      run.endedAt,
      run.party,
      run.confirmedAt,
      run.exit,
      JSON.stringify(run.path),
      JSON.stringify(run.ticks),
      run.author,
      run.operationId,
    );
  return Number(lastInsertRowid);
}

/** The row of one version of a script; `null` while none was kept. */
export function findScriptVersion(
  store: Store,
  script: { readonly code: string; readonly origin: 'shipped' | 'office'; readonly version: number },
): number | null {
  const id = store
    .sql(`SELECT id FROM scripts WHERE kind = 'script' AND code = ? AND origin = ? AND version = ?`)
    .pluck()
    .get(script.code, script.origin, script.version);
  return (id as number | undefined) ?? null;
}
