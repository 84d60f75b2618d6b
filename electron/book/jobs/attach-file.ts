/**
 * Taking a chosen file into the book: read piece by piece with a breath between, so that other calls pass and it can be cancelled,
 * then kept whole in one transaction. What is hashed is what is kept; a file that changed meanwhile is refused. Its bytes are
 * never written anywhere but into the encrypted book.
 */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { attachmentLimits, attachmentNameOf } from '../../../shared/domain/attachment.ts';
import { holdsCardData } from '../../../shared/domain/card-number.ts';
import { mediaTypeOf } from '../../../shared/domain/media-type.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { JobContext, JobHandler } from '../context.ts';
import { refuseSameBytes } from '../services/attachments.ts';
import { accountsOfDebtor, findAccount } from '../store/queries/accounts.ts';
import { insertAttachment } from '../store/queries/attachments.ts';

const pieceBytes = 1024 * 1024;

export const attachFile: JobHandler<'attachments.add'> = async (context, input) => {
  const { accountId, fileId, kind, onDay, description, again } = input;
  if (holdsCardData(description)) return fail('payment.card_number');
  const path = context.pathOf(fileId);
  if (path === null) return fail('file.gone');
  const name = attachmentNameOf(basename(path));
  const read = await readWhole(context, path, name);
  if (!read.ok) return read;
  const { content, sha256 } = read.value;
  if (context.cancelled()) return fail('call.cancelled');
  context.progress({ phase: 'Keeping the file', done: content.length, total: content.length });
  await context.breathe();
  const mediaType = mediaTypeOf(content);
  return context.write(({ store, now, author, operationId, changed }) => {
    const account = findAccount(store, accountId);
    if (!account) return fail('account.not_found');
    const { debtorId } = account;
    if (!again) {
      const fresh = refuseSameBytes(store, debtorId, sha256);
      if (!fresh.ok) return fresh;
    }
    const attachmentId = insertAttachment(store, {
      accountId,
      debtorId,
      name,
      kind,
      mediaType,
      onDay,
      description,
      sha256,
      addedAt: now,
      author,
      operationId,
      content,
    });
    const accountIds = accountsOfDebtor(store, debtorId);
    changed('attachments', accountIds);
    changed('timeline', accountIds);
    return ok({ attachmentId, name, mediaType });
  });
};

type WholeFile = { readonly content: Buffer; readonly sha256: string };

/** Faults: `attachment.unreadable`, `.folder`, `.empty`, `.too_large`, `.changed`, `call.cancelled`. */
async function readWhole(context: JobContext, path: string, name: string): Promise<Result<WholeFile>> {
  // Asked before it is opened: opening a pipe would wait for somebody to write into it.
  const before = await stat(path).catch(() => null);
  if (before === null) return fail('attachment.unreadable', { name });
  if (!before.isFile()) return fail('attachment.folder', { name });
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return fail('attachment.unreadable', { name });
  try {
    return await readPieces(context, handle, name);
  } catch {
    // A share that went away, a permission taken back: whatever the disk says, the file cannot be read.
    return fail('attachment.unreadable', { name });
  } finally {
    await handle.close();
  }
}

async function readPieces(context: JobContext, handle: FileHandle, name: string): Promise<Result<WholeFile>> {
  const before = await handle.stat();
  if (!before.isFile()) return fail('attachment.folder', { name });
  if (before.size === 0) return fail('attachment.empty', { name });
  if (before.size > attachmentLimits.bytes)
    return fail('attachment.too_large', { name, bytes: before.size, most: attachmentLimits.bytes });
  const content = Buffer.allocUnsafe(before.size);
  const hash = createHash('sha256');
  for (let length = 0; length < content.length; ) {
    if (context.cancelled()) return fail('call.cancelled');
    const most = Math.min(pieceBytes, content.length - length);
    const { bytesRead } = await handle.read(content, length, most, length);
    if (bytesRead === 0) return fail('attachment.changed', { name });
    hash.update(content.subarray(length, length + bytesRead));
    length += bytesRead;
    context.progress({ phase: 'Reading the file', done: length, total: content.length });
    await context.breathe();
  }
  const after = await handle.stat();
  if (!isSame(before, after)) return fail('attachment.changed', { name });
  return ok({ content, sha256: hash.digest('hex') });
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs;
}
