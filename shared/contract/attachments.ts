/**
 * Files kept inside the encrypted book. The window names a file by the id a dialog or a drop gave it, never by a path; its bytes
 * are read by the book itself and come back in pieces.
 */
import { z } from 'zod';
import { attachmentKinds, attachmentLimits } from '../domain/attachment.ts';
import { mediaTypes } from '../domain/media-type.ts';
import {
  bookCommand,
  bookJob,
  bookQuery,
  deskCommand,
  enteredDay,
  id,
  instant,
  line,
  nothing,
  optionalLine,
} from './call.ts';

const fileId = z.uuid();

export const attachmentRow = z.strictObject({
  attachmentId: id,
  accountId: id,
  accountNumber: z.string(),
  name: z.string(),
  kind: z.enum(attachmentKinds),
  mediaType: z.enum(mediaTypes),
  onDay: z.string(),
  description: z.string(),
  bytes: z.int(),
  addedAt: instant,
  author: z.string(),
  /** Both `null` while it is shown. */
  removedAt: instant.nullable(),
  removedReason: z.string().nullable(),
});
export type AttachmentRow = z.output<typeof attachmentRow>;

export const attachmentHit = z.strictObject({
  attachmentId: id,
  accountId: id,
  accountNumber: z.string(),
  debtorName: z.string(),
  name: z.string(),
  kind: z.enum(attachmentKinds),
  mediaType: z.enum(mediaTypes),
  onDay: z.string(),
  description: z.string(),
});
export type AttachmentHit = z.output<typeof attachmentHit>;

export const attachmentCalls = {
  /** Opens the file dialog; several may be chosen. */
  'attachments.choose': deskCommand(
    nothing,
    z.strictObject({
      files: z.array(z.strictObject({ fileId, fileName: z.string() })).max(attachmentLimits.files),
      /** Chosen beyond the most that go at once. */
      leftOut: z.int(),
    }),
  ),
  /** Reads one chosen file and keeps it. The same bytes on the same person are refused unless `again` says so. */
  'attachments.add': bookJob(
    z.strictObject({
      accountId: id,
      fileId,
      kind: z.enum(attachmentKinds),
      onDay: enteredDay,
      description: optionalLine(300),
      again: z.boolean().default(false),
    }),
    z.strictObject({ attachmentId: id, name: z.string(), mediaType: z.enum(mediaTypes) }),
  ),
  /** Those of the account and of the person's other accounts, newest first; removed ones too. Without their bytes. */
  'attachments.list': bookQuery(
    z.strictObject({
      accountId: id,
      text: optionalLine(200).default(''),
      before: id.nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.strictObject({
      attachments: z.array(attachmentRow),
      next: id.nullable(),
      /** How many the person has in all, and how much the files of the whole book weigh. */
      count: z.int(),
      bookBytes: z.int(),
    }),
  ),
  /** Over the whole book, by words of name and description; the last may be unfinished. Removed ones are left out. */
  'attachments.find': bookQuery(
    z.strictObject({ text: optionalLine(200), limit: z.int().min(1).max(50).default(20) }),
    z.strictObject({ hits: z.array(attachmentHit) }),
  ),
  /** One piece of the bytes. The whole is checked against its fingerprint before the first. */
  'attachments.read': bookQuery(
    z.strictObject({ attachmentId: id, from: z.int().min(0).max(attachmentLimits.bytes) }),
    z.strictObject({ piece: z.instanceof(Uint8Array), bytes: z.int() }),
  ),
  /** Writes the very bytes to a place chosen in a dialog. */
  'attachments.saveCopy': deskCommand(
    z.strictObject({ attachmentId: id }),
    z.strictObject({ fileName: z.string() }),
  ),
  /** Takes it from sight, with the reason; its line stays. */
  'attachments.remove': bookCommand(z.strictObject({ attachmentId: id, reason: line(300) }), nothing),
  'attachments.restore': bookCommand(z.strictObject({ attachmentId: id }), nothing),
} as const;
