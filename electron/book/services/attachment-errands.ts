/** A copy of a file at a place chosen in main: the book writes it itself, so that its bytes pass through no other process. */
import { basename } from 'node:path';
import { fail, ok } from '../../../shared/errors/result.ts';
import type { ErrandHandlers } from '../errand-context.ts';
import { findAttachment } from '../store/queries/attachments.ts';
import { faultOfFile } from '../vault/file-fault.ts';
import { writeWhole } from '../vault/write-whole.ts';
import { wholeAttachment } from './attachments.ts';

export const nameAttachment: ErrandHandlers['attachments.name'] = ({ store }, { attachmentId }) => {
  if (!store) return fail('book.not_open');
  const record = findAttachment(store, attachmentId);
  if (!record) return fail('attachment.not_found');
  return record.removedAt === null ? ok({ name: record.name }) : fail('attachment.removed');
};

export const saveAttachment: ErrandHandlers['attachments.saveTo'] = async (
  { store },
  { attachmentId, path },
) => {
  if (!store) return fail('book.not_open');
  const whole = wholeAttachment(store, attachmentId);
  if (!whole.ok) return whole;
  try {
    await writeWhole(path, whole.value);
    return ok(null);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault === null) throw error;
    // No room is a thing of its own; for any other refusal of the system the way out is another place.
    return fault.error.code === 'book.disk_full'
      ? fault
      : fail('file.not_writable', { name: basename(path) });
  }
};
