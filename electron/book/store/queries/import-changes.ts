/** What imports changed in rows that were there before, and other names they brought. */
import type { Day } from '../../../../shared/domain/days.ts';
import type { Store } from '../store.ts';

export type NewChange = {
  readonly importId: number;
  readonly accountId: number | null;
  readonly debtorId: number | null;
  readonly line: number;
  readonly what: string;
  readonly subject: string;
  readonly subjectId: number;
  readonly before: string;
  readonly after: string;
};

export function insertChange(store: Store, change: NewChange): void {
  store
    .sql(
      `INSERT INTO import_changes (import_id, account_id, debtor_id, line, what, subject, subject_id, before, after)
       VALUES (:importId, :accountId, :debtorId, :line, :what, :subject, :subjectId, :before, :after)`,
    )
    .run(change);
}

/** The id another program knows a charge by goes on to the charge put in its place; noted, so that it can go back. */
export function moveExternal(
  store: Store,
  move: {
    readonly importId: number;
    readonly line: number;
    readonly accountId: number;
    readonly from: number;
    readonly to: number;
  },
): void {
  const { changes } = store
    .sql(`UPDATE external_ids SET subject_id = :to WHERE kind = 'charge' AND subject_id = :from`)
    .run({ from: move.from, to: move.to });
  if (changes === 0) return;
  insertChange(store, {
    importId: move.importId,
    accountId: move.accountId,
    debtorId: null,
    line: move.line,
    what: 'external_id',
    subject: 'entry',
    subjectId: move.to,
    before: String(move.from),
    after: String(move.to),
  });
}

export function insertAlias(
  store: Store,
  alias: {
    readonly debtorId: number;
    readonly name: string;
    readonly source: string;
    readonly sinceOn: Day;
    readonly importId: number;
  },
): void {
  store
    .sql(
      `INSERT INTO aliases (debtor_id, name, source, since_on, import_id)
       SELECT :debtorId, :name, :source, :sinceOn, :importId
       WHERE NOT EXISTS (SELECT 1 FROM aliases WHERE debtor_id = :debtorId AND name = :name COLLATE NOCASE)`,
    )
    .run(alias);
}
