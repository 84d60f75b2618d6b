/**
 * Files kept with an account. Nothing of a file is changed and nothing is erased: one that is removed is out of sight, with the
 * reason, and can be brought back. Taking one in is a job (`jobs/attach-file.ts`).
 */
import { createHash } from 'node:crypto';
import { attachmentLimits } from '../../../shared/domain/attachment.ts';
import { matchOf } from '../../../shared/domain/search.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../context.ts';
import { accountsOfDebtor, findAccount } from '../store/queries/accounts.ts';
import {
  countAttachments,
  findAttachment,
  findAttachmentHits,
  findSameBytes,
  listAttachmentRows,
  readAttachmentBytes,
  searchAttachmentRows,
  sumAttachmentBytes,
  updateAttachmentRemoval,
} from '../store/queries/attachments.ts';
import type { Store } from '../store/store.ts';

export const listAttachments: QueryHandler<'attachments.list'> = ({ store }, input) => {
  const { accountId, text, before, limit } = input;
  const account = findAccount(store, accountId);
  if (!account) return fail('account.not_found');
  const { debtorId } = account;
  const match = matchOf(text);
  const rows =
    match === null
      ? listAttachmentRows(store, debtorId, before, limit + 1)
      : searchAttachmentRows(store, debtorId, match, before, limit + 1);
  const attachments = rows.slice(0, limit);
  return ok({
    attachments,
    next: rows.length > limit ? (attachments.at(-1)?.attachmentId ?? null) : null,
    count: countAttachments(store, debtorId),
    bookBytes: sumAttachmentBytes(store),
  });
};

export const findAttachments: QueryHandler<'attachments.find'> = ({ store }, { text, limit }) => {
  const match = matchOf(text);
  return ok({ hits: match === null ? [] : findAttachmentHits(store, match, limit) });
};

/**
 * The bytes of the file that is being read in pieces, so that it is decrypted and checked once and not for each piece. One per
 * book, let go with its last piece.
 */
const underway = new WeakMap<Store, { readonly attachmentId: number; readonly content: Buffer }>();

/** The very bytes, checked against the fingerprint they were kept under. */
export function wholeAttachment(store: Store, attachmentId: number): Result<Buffer> {
  const record = findAttachment(store, attachmentId);
  if (!record) return fail('attachment.not_found');
  if (record.removedAt !== null) return fail('attachment.removed');
  const kept = underway.get(store);
  if (kept?.attachmentId === attachmentId) return ok(kept.content);
  const read = readAttachmentBytes(store, attachmentId);
  if (!read) return fail('attachment.not_found');
  const sha256 = createHash('sha256').update(read.content).digest('hex');
  return sha256 === read.sha256 ? ok(read.content) : fail('book.damaged');
}

export const readAttachment: QueryHandler<'attachments.read'> = ({ store }, { attachmentId, from }) => {
  const whole = wholeAttachment(store, attachmentId);
  if (!whole.ok) return whole;
  const content = whole.value;
  const to = Math.min(content.length, from + attachmentLimits.pieceBytes);
  if (to < content.length) underway.set(store, { attachmentId, content });
  else underway.delete(store);
  return ok({ piece: new Uint8Array(content.subarray(from, to)), bytes: content.length });
};

function changedFiles(context: CommandContext, debtorId: number): void {
  const accountIds = accountsOfDebtor(context.store, debtorId);
  context.changed('attachments', accountIds);
  context.changed('timeline', accountIds);
}

export const removeAttachment: CommandHandler<'attachments.remove'> = (context, { attachmentId, reason }) => {
  const { store, now } = context;
  const record = findAttachment(store, attachmentId);
  if (!record) return fail('attachment.not_found');
  if (record.removedAt !== null) return fail('attachment.removed');
  updateAttachmentRemoval(store, attachmentId, { at: now, reason });
  underway.delete(store);
  changedFiles(context, record.debtorId);
  return ok({});
};

export const restoreAttachment: CommandHandler<'attachments.restore'> = (context, { attachmentId }) => {
  const { store } = context;
  const record = findAttachment(store, attachmentId);
  if (!record) return fail('attachment.not_found');
  if (record.removedAt === null) return fail('attachment.not_removed');
  updateAttachmentRemoval(store, attachmentId, null);
  changedFiles(context, record.debtorId);
  return ok({});
};

/** `attachment.twice` when the person has the very same bytes already. */
export function refuseSameBytes(store: Store, debtorId: number, sha256: string): Result<null> {
  const same = findSameBytes(store, debtorId, sha256);
  return same === null
    ? ok(null)
    : fail('attachment.twice', { name: same.name, accountNumber: same.accountNumber });
}
