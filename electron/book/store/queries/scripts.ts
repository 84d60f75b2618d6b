/** Scripts and objection cards as the office keeps them, whole, each change a version. And how the office speaks on the telephone. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type ScriptKind = 'script' | 'card';
export type ScriptOrigin = 'shipped' | 'office';

export type NewScriptRow = {
  readonly kind: ScriptKind;
  readonly code: string;
  readonly origin: ScriptOrigin;
  readonly version: number;
  readonly name: string;
  /** JSON. */
  readonly body: string;
  readonly madeAt: number;
  readonly author: string;
  readonly draft: boolean;
};

export function insertScriptVersion(store: Store, row: NewScriptRow): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO scripts (kind, code, origin, version, name, body, made_at, author, draft)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.kind,
      row.code,
      row.origin,
      row.version,
      row.name,
      row.body,
      row.madeAt,
      row.author,
      row.draft ? 1 : 0,
    );
  return Number(lastInsertRowid);
}

export type ScriptVersionRow = Omit<NewScriptRow, 'body'> & {
  readonly scriptId: number;
  readonly retiredAt: number | null;
};

const columns = `id AS scriptId, kind, code, origin, version, name, made_at AS madeAt, author, draft, retired_at AS retiredAt`;

type VersionSql = Omit<ScriptVersionRow, 'draft'> & { readonly draft: number };

/** Every version the book holds, without the texts, newest first. */
export function listScriptVersions(store: Store): ScriptVersionRow[] {
  const rows = store
    .sql(`SELECT ${columns} FROM scripts ORDER BY version DESC, id DESC`)
    .all() as VersionSql[];
  return rows.map((row) => ({ ...row, draft: row.draft === 1 }));
}

/** The whole of one version as JSON; `null` when there is no such row. */
export function findScriptBody(store: Store, scriptId: number): string | null {
  const body = store.sql('SELECT body FROM scripts WHERE id = ?').pluck().get(scriptId);
  return (body as string | undefined) ?? null;
}

/** All versions of one origin together: retiring is about the script, not about a version. */
export function updateScriptRetired(
  store: Store,
  { kind, code, origin }: Pick<NewScriptRow, 'kind' | 'code' | 'origin'>,
  retiredAt: number | null,
): void {
  store
    .sql('UPDATE scripts SET retired_at = ? WHERE kind = ? AND code = ? AND origin = ?')
    .run(retiredAt, kind, code, origin);
}

/** Calls that followed each version, by its row. */
export function countScriptRuns(store: Store): ReadonlyMap<number, number> {
  const rows = store.sql('SELECT script_id, count(*) FROM script_runs GROUP BY script_id').raw().all();
  return new Map(rows as [number, number][]);
}

/** Whether the right party was ever spoken with about this account. */
export function hasSpokenWithDebtor(store: Store, accountId: number): boolean {
  return (
    store
      .sql(
        `SELECT 1 FROM contacts WHERE account_id = ? AND conversation = 1
           AND outcome NOT IN ('third_party', 'hung_up', 'language') LIMIT 1`,
      )
      .get(accountId) !== undefined
  );
}

/** What is open of charges due before a day. */
export function sumPastDue(store: Store, accountId: number, today: Day): number {
  return store
    .sql('SELECT coalesce(sum(open_cents), 0) FROM open_charges WHERE account_id = ? AND due_on < ?')
    .pluck()
    .get(accountId, today) as number;
}

/** The newest of what was set, as JSON; of names that of the author. */
export function findSpoken(store: Store, kind: 'name' | 'voicemail', author: string | null): string | null {
  const settings = store
    .sql(
      `SELECT settings FROM spoken_settings WHERE kind = :kind AND author = coalesce(:author, author)
       ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get({ kind, author });
  return (settings as string | undefined) ?? null;
}

export function insertSpoken(
  store: Store,
  kind: 'name' | 'voicemail',
  settings: string,
  { madeAt, author }: { readonly madeAt: number; readonly author: string },
): void {
  store
    .sql('INSERT INTO spoken_settings (kind, settings, made_at, author) VALUES (?, ?, ?, ?)')
    .run(kind, settings, madeAt, author);
}
