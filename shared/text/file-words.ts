/** Words for files kept with an account: kinds, what the bytes are, sizes, and what to mind about a copy. */
import type { AttachmentKind, AttachmentRisk } from '../domain/attachment.ts';
import type { MediaType } from '../domain/media-type.ts';

export const attachmentKindWords: Readonly<Record<AttachmentKind, string>> = {
  letter_received: 'Letter received',
  agreement: 'Contract or agreement',
  statement: 'Statement or bill',
  proof_of_payment: 'Proof of payment',
  dispute: 'Dispute or complaint',
  court: 'Court paper',
  insurance: 'Insurance or assistance',
  identity: 'Identity or address',
  returned_mail: 'Returned mail',
  photo: 'Photo or recording',
  other: 'Other',
};

export const mediaTypeWords: Readonly<Record<MediaType, string>> = {
  'image/png': 'Picture (PNG)',
  'image/jpeg': 'Picture (JPEG)',
  'image/gif': 'Picture (GIF)',
  'image/webp': 'Picture (WebP)',
  'application/pdf': 'PDF',
  'text/plain': 'Text',
  'text/csv': 'Table as text (CSV)',
  'message/rfc822': 'E-mail',
  'image/svg+xml': 'Drawing (SVG)',
  'text/html': 'Web page',
  'application/xml': 'Data (XML)',
  'application/json': 'Data (JSON)',
  'application/rtf': 'Document (RTF)',
  'application/x-office': 'Office document',
  'application/x-office-macros': 'Office document with macros',
  'application/x-old-office': 'Office document of the old kind',
  'application/zip': 'Archive',
  'application/x-program': 'Program',
  'application/x-script': 'Script',
  'application/x-shortcut': 'Shortcut',
  'image/other': 'Picture of another kind',
  'audio/any': 'Sound',
  'video/any': 'Video',
  'application/octet-stream': 'Kind not known',
};

/** What somebody is told before a copy leaves the book. */
export const riskWords: Readonly<Record<AttachmentRisk, string>> = {
  program:
    'This file is a program or would be started as one. Opened on this computer it can do whatever you can do. Save it only to hand it on as evidence, and do not open it.',
  macros:
    'This file may hold macros, which are small programs. If you open the copy, do not enable editing or content unless you know who made it.',
  markup:
    'This file is a page that a browser would run. If you open the copy, its code runs there; nothing of it runs in Duebook.',
};

/** `820 bytes`, `14 KB`, `3.2 MB`, `1.4 GB`, by thousands as faults count them. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  if (bytes < 999_950_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
