/** What was decided of items of Today. The newest mark of a key holds. */
import type { MarkedItem, QueueMark } from '../../../../shared/contract/desk.ts';
import type { QueueKind } from '../../../../shared/domain/queue.ts';
import type { Store } from '../store.ts';

export type NewMark = {
  readonly key: string;
  readonly kind: QueueKind;
  readonly accountId: number | null;
  readonly mark: QueueMark;
  readonly word: string;
  readonly untilAt: number | null;
  readonly at: number;
  readonly author: string;
  readonly operationId: string;
};

export function insertMark(store: Store, mark: NewMark): void {
  store
    .sql(
      `INSERT INTO queue_marks (item_key, kind, account_id, mark, word, until_at, at, author, operation_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      mark.key,
      mark.kind,
      mark.accountId,
      mark.mark,
      mark.word,
      mark.untilAt,
      mark.at,
      mark.author,
      mark.operationId,
    );
}

export type LastMark = Pick<NewMark, 'mark' | 'word' | 'untilAt' | 'kind'>;

export function findLastMark(store: Store, key: string): LastMark | null {
  const row = store
    .sql(
      `SELECT mark, word, until_at AS untilAt, kind FROM queue_marks WHERE item_key = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(key);
  return (row as LastMark | undefined) ?? null;
}

const newest = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM queue_marks n WHERE n.item_key = ${row}.item_key AND n.id > ${row}.id)`;

/** SQL: the item of this key is neither done nor put off; needs `:now`. */
export function notMarked(key: string): string {
  return `NOT EXISTS (SELECT 1 FROM queue_marks m WHERE m.item_key = ${key}
    AND (m.mark = 'done' OR m.until_at > :now) AND ${newest('m')})`;
}

export type WaitingMark = {
  readonly key: string;
  readonly kind: QueueKind;
  readonly accountId: number | null;
  readonly untilAt: number;
};

/** What is put off at an instant, the soonest back first. Few, whatever was marked before. */
export function listWaiting(store: Store, now: number): WaitingMark[] {
  return store
    .sql(
      `SELECT m.item_key AS key, m.kind, m.account_id AS accountId, m.until_at AS untilAt
       FROM queue_marks m INDEXED BY queue_marks_by_end WHERE m.until_at > ? AND ${newest('m')} ORDER BY m.until_at`,
    )
    .all(now) as WaitingMark[];
}

/** What was marked since an instant and still stands so, latest first. */
export function listMarkedSince(store: Store, since: number, limit: number): MarkedItem[] {
  return store
    .sql(
      `SELECT m.item_key AS key, m.kind, m.account_id AS accountId, s.debtor_name AS debtorName, s.number AS accountNumber,
         m.mark, m.word, m.until_at AS untilAt, m.at
       FROM queue_marks m LEFT JOIN account_summaries s ON s.account_id = m.account_id
       WHERE m.at >= ? AND m.mark <> 'returned' AND ${newest('m')} ORDER BY m.at DESC, m.id DESC LIMIT ?`,
    )
    .all(since, limit) as MarkedItem[];
}

export function countMarkedSince(store: Store, since: number): number {
  return store
    .sql(`SELECT count(*) FROM queue_marks m WHERE m.at >= ? AND m.mark <> 'returned' AND ${newest('m')}`)
    .pluck()
    .get(since) as number;
}

/** The newest settings of the desk (JSON); `null` until some are kept. */
export function findDeskSettings(store: Store): string | null {
  const json = store.sql('SELECT settings FROM desk_settings ORDER BY id DESC LIMIT 1').pluck().get();
  return (json as string | undefined) ?? null;
}

export function insertDeskSettings(store: Store, settings: string, at: number, author: string): void {
  store
    .sql('INSERT INTO desk_settings (settings, made_at, author) VALUES (?, ?, ?)')
    .run(settings, at, author);
}
