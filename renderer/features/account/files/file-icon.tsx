/** What a file is, at a glance. */
import {
  IconFile,
  IconFileAlert,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';
import { riskOf } from '../../../../shared/domain/attachment.ts';
import type { MediaType } from '../../../../shared/domain/media-type.ts';

function iconOf(name: string, type: MediaType) {
  if (riskOf(name, type) !== null) return IconFileAlert;
  if (type === 'application/pdf') return IconFileTypePdf;
  if (type === 'text/csv') return IconFileSpreadsheet;
  if (type === 'message/rfc822') return IconMail;
  if (type === 'application/zip') return IconFileZip;
  if (type.startsWith('image/')) return IconPhoto;
  if (type.startsWith('audio/')) return IconMusic;
  if (type.startsWith('video/')) return IconVideo;
  return type.startsWith('text/') || type === 'application/x-office' || type === 'application/rtf'
    ? IconFileText
    : IconFile;
}

export function FileIcon({ name, type }: { readonly name: string; readonly type: MediaType }) {
  const Icon = iconOf(name, type);
  return <Icon size={18} aria-hidden />;
}
