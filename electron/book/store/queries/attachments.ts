/** Files of accounts. Lists never touch the bytes: they are the last column and are read one file at a time. */
import type { AttachmentHit, AttachmentRow } from '../../../../shared/contract/attachments.ts';
import type { AttachmentKind } from '../../../../shared/domain/attachment.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { MediaType } from '../../../../shared/domain/media-type.ts';
import type { Store } from '../store.ts';

export type NewAttachment = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly mediaType: MediaType;
  readonly onDay: Day;
  readonly description: string;
  readonly sha256: string;
  readonly addedAt: number;
  readonly author: string;
  readonly operationId: string;
  readonly content: Buffer;
};

export function insertAttachment(store: Store, attachment: NewAttachment): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO attachments (account_id, debtor_id, name, kind, media_type, on_day, description, bytes, sha256, added_at,
         author, operation_id, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      attachment.accountId,
      attachment.debtorId,
      attachment.name,
      attachment.kind,
      attachment.mediaType,
      attachment.onDay,
      attachment.description,
      attachment.content.length,
      attachment.sha256,
      attachment.addedAt,
      attachment.author,
      attachment.operationId,
      attachment.content,
    );
  return Number(lastInsertRowid);
}

const rowColumns = `f.id AS attachmentId, f.account_id AS accountId, a.number AS accountNumber, f.name, f.kind,
  f.media_type AS mediaType, f.on_day AS onDay, f.description, f.bytes, f.added_at AS addedAt, f.author,
  f.removed_at AS removedAt, f.removed_reason AS removedReason`;

/** Of a person, on any account, newest first; those below `before`. */
export function listAttachmentRows(
  store: Store,
  debtorId: number,
  before: number | null,
  limit: number,
): AttachmentRow[] {
  return store
    .sql(
      `SELECT ${rowColumns} FROM attachments f JOIN accounts a ON a.id = f.account_id
       WHERE f.debtor_id = ? AND f.id < ? ORDER BY f.id DESC LIMIT ?`,
    )
    .all(debtorId, before ?? Number.MAX_SAFE_INTEGER, limit) as AttachmentRow[];
}

export type DocumentRow = Pick<AttachmentRow, 'onDay' | 'kind' | 'name' | 'description'>;

/** Files of an account of some kinds, oldest first, removed ones left out. */
export function listAccountDocuments(
  store: Store,
  accountId: number,
  kinds: readonly AttachmentKind[],
): DocumentRow[] {
  return store
    .sql(
      `SELECT on_day AS onDay, kind, name, description FROM attachments
       WHERE account_id = ? AND removed_at IS NULL AND kind IN (SELECT value FROM json_each(?)) ORDER BY on_day, id`,
    )
    .all(accountId, JSON.stringify(kinds)) as DocumentRow[];
}

/** Those of a person that a full-text expression finds, newest first. */
export function searchAttachmentRows(
  store: Store,
  debtorId: number,
  match: string,
  before: number | null,
  limit: number,
): AttachmentRow[] {
  return store
    .sql(
      `SELECT ${rowColumns} FROM attachments f JOIN accounts a ON a.id = f.account_id
       WHERE f.debtor_id = ? AND f.id < ?
         AND f.id IN (SELECT rowid FROM attachment_search WHERE attachment_search MATCH ?)
       ORDER BY f.id DESC LIMIT ?`,
    )
    .all(debtorId, before ?? Number.MAX_SAFE_INTEGER, match, limit) as AttachmentRow[];
}

export function countAttachments(store: Store, debtorId: number): number {
  return store.sql('SELECT count(*) FROM attachments WHERE debtor_id = ?').pluck().get(debtorId) as number;
}

/** What the files of the whole book weigh, removed ones too: they stay in it. */
export function sumAttachmentBytes(store: Store): number {
  return store.sql('SELECT coalesce(sum(bytes), 0) FROM attachments').pluck().get() as number;
}

/** Over the whole book, newest first; removed ones are left out. */
export function findAttachmentHits(store: Store, match: string, limit: number): AttachmentHit[] {
  return store
    .sql(
      `SELECT f.id AS attachmentId, f.account_id AS accountId, a.number AS accountNumber, d.name AS debtorName, f.name,
         f.kind, f.media_type AS mediaType, f.on_day AS onDay, f.description
       FROM attachment_search s JOIN attachments f ON f.id = s.rowid
       JOIN accounts a ON a.id = f.account_id JOIN debtors d ON d.id = f.debtor_id
       WHERE attachment_search MATCH ? AND f.removed_at IS NULL ORDER BY s.rowid DESC LIMIT ?`,
    )
    .all(match, limit) as AttachmentHit[];
}

/** The same bytes on a person, not removed: on which account and under which name. */
export function findSameBytes(
  store: Store,
  debtorId: number,
  sha256: string,
): { name: string; accountNumber: string } | null {
  const row = store
    .sql(
      `SELECT f.name, a.number AS accountNumber FROM attachments f JOIN accounts a ON a.id = f.account_id
       WHERE f.debtor_id = ? AND f.sha256 = ? AND f.removed_at IS NULL LIMIT 1`,
    )
    .get(debtorId, sha256);
  return (row as { name: string; accountNumber: string } | undefined) ?? null;
}

export type AttachmentRecord = {
  readonly accountId: number;
  readonly debtorId: number;
  readonly name: string;
  readonly removedAt: number | null;
};

export function findAttachment(store: Store, attachmentId: number): AttachmentRecord | null {
  const row = store
    .sql(
      `SELECT account_id AS accountId, debtor_id AS debtorId, name, removed_at AS removedAt FROM attachments WHERE id = ?`,
    )
    .get(attachmentId);
  return (row as AttachmentRecord | undefined) ?? null;
}

/** The bytes with the fingerprint they were kept under. */
export function readAttachmentBytes(
  store: Store,
  attachmentId: number,
): { content: Buffer; sha256: string } | null {
  const row = store.sql('SELECT content, sha256 FROM attachments WHERE id = ?').get(attachmentId);
  return (row as { content: Buffer; sha256: string } | undefined) ?? null;
}

/** `null` brings it back. */
export function updateAttachmentRemoval(
  store: Store,
  attachmentId: number,
  removed: { readonly at: number; readonly reason: string } | null,
): void {
  store
    .sql('UPDATE attachments SET removed_at = ?, removed_reason = ? WHERE id = ?')
    .run(removed?.at ?? null, removed?.reason ?? null, attachmentId);
}
