/**
 * What a file is, from its bytes alone. The name is never asked: anybody can rename a program to `invoice.pdf`. What may be shown
 * in the window follows from this and from nothing else.
 */
import { detectContent } from './import/detect-content.ts';

export const mediaTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
  'message/rfc822',
  // Known by name, and only handed out as a copy.
  'image/svg+xml',
  'text/html',
  'application/xml',
  'application/json',
  'application/rtf',
  'application/x-office',
  'application/x-office-macros',
  'application/x-old-office',
  'application/zip',
  'application/x-program',
  'application/x-script',
  'application/x-shortcut',
  'image/other',
  'audio/any',
  'video/any',
  'application/octet-stream',
] as const;
export type MediaType = (typeof mediaTypes)[number];

export type MediaView = 'image' | 'pdf' | 'text';

/** How the window may show it; `null` when it may not at all: markup that can run code, and all that needs another program. */
export function viewOf(type: MediaType): MediaView | null {
  switch (type) {
    case 'image/png':
    case 'image/jpeg':
    case 'image/gif':
    case 'image/webp':
      return 'image';
    case 'application/pdf':
      return 'pdf';
    case 'text/plain':
    case 'text/csv':
    case 'message/rfc822':
      return 'text';
    default:
      return null;
  }
}

/** Enough of a file to tell what it is. */
const headBytes = 64 * 1024;

/** Of the whole file, which is not empty. */
export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const head = bytes.subarray(0, headBytes);
  return binaryTypeOf(bytes, head) ?? textTypeOf(bytes, head);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let index = from; index < Math.min(to, bytes.length); index += 1)
    text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

function begins(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function binaryTypeOf(bytes: Uint8Array, head: Uint8Array): MediaType | null {
  const start = latin(head, 0, 16);
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif';
  if (start.startsWith('RIFF')) {
    const form = latin(head, 8, 12);
    return form === 'WEBP' ? 'image/webp' : form === 'AVI ' ? 'video/any' : 'audio/any';
  }
  const program = programTypeOf(head, start);
  if (program !== null) return program;
  // Readers of PDF take one that begins within the first kilobyte.
  if (latin(head, 0, 1024).includes('%PDF-')) return 'application/pdf';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return zipTypeOf(bytes);
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'application/x-old-office';
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  if (begins(head, 0x1f, 0x8b) || start.startsWith('Rar!') || start.startsWith('7z\u00bc\u00af'))
    return 'application/zip';
  return soundOrPicture(head, start);
}

function programTypeOf(head: Uint8Array, start: string): MediaType | null {
  if (start.startsWith('MZ') || start.startsWith('\u007fELF')) return 'application/x-program';
  // Programs of a Mac, for one or several processors; the latter share their mark with Java classes.
  if (begins(head, 0xcf, 0xfa, 0xed, 0xfe) || begins(head, 0xce, 0xfa, 0xed, 0xfe))
    return 'application/x-program';
  if (begins(head, 0xca, 0xfe, 0xba, 0xbe) || start.startsWith('dex\n')) return 'application/x-program';
  if (start.startsWith('!<arch>') || begins(head, 0xed, 0xab, 0xee, 0xdb)) return 'application/x-program';
  if (begins(head, 0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0)) return 'application/x-shortcut';
  return null;
}

function soundOrPicture(head: Uint8Array, start: string): MediaType | null {
  if (latin(head, 4, 8) === 'ftyp') {
    const brand = latin(head, 8, 12);
    if (/^(heic|heix|mif1|msf1|avif|avis)$/.test(brand)) return 'image/other';
    return brand.startsWith('M4A') ? 'audio/any' : 'video/any';
  }
  if (start.startsWith('BM') && head.length > 26 && (head[14] ?? 0) <= 124 && head[15] === 0)
    return 'image/other';
  if (start.startsWith('II*\u0000') || start.startsWith('MM\u0000*')) return 'image/other';
  if (start.startsWith('ID3') || start.startsWith('fLaC') || start.startsWith('OggS')) return 'audio/any';
  if (begins(head, 0x1a, 0x45, 0xdf, 0xa3)) return 'video/any';
  return null;
}

/** The parts of an office file stand by name in the list at its end. A project of macros is one of them. */
function zipTypeOf(bytes: Uint8Array): MediaType {
  const names =
    latin(bytes, 0, headBytes) + latin(bytes, Math.max(headBytes, bytes.length - headBytes), bytes.length);
  if (/vbaProject\.bin|vbaData\.xml|xl\/macrosheets\/|Basic\/script-lc\.xml/i.test(names))
    return 'application/x-office-macros';
  if (/META-INF\/MANIFEST\.MF|classes\.dex/.test(names)) return 'application/x-program';
  if (
    names.includes('[Content_Types].xml') ||
    /mimetypeapplication\/vnd\.oasis\.opendocument/.test(latin(bytes, 0, 120))
  )
    return 'application/x-office';
  return 'application/zip';
}

function textTypeOf(bytes: Uint8Array, head: Uint8Array): MediaType {
  const content = detectContent(head, head.length === bytes.length);
  if (content.kind === 'other') {
    switch (content.what) {
      case 'html':
        return 'text/html';
      case 'xml':
        return /<svg[\s>]/i.test(latin(head, 0, 4096)) ? 'image/svg+xml' : 'application/xml';
      case 'json':
        return 'application/json';
      case 'prose':
        return 'text/plain';
      default:
        return 'application/octet-stream';
    }
  }
  const text =
    content.encoding === 'utf-16le' || content.encoding === 'utf-16be'
      ? latin(head, content.bomBytes, 8192).replaceAll('\u0000', '')
      : latin(head, content.bomBytes, 8192);
  const opening = text.trimStart();
  if (/^#!/.test(opening) || /^@echo off\b/i.test(opening)) return 'application/x-script';
  if (/^\[(InternetShortcut|Desktop Entry)\]/i.test(opening)) return 'application/x-shortcut';
  // Markup hides behind comments and blanks; what opens as a tag is not shown as a page and not as text either.
  if (/^(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(opening)) return 'image/svg+xml';
  if (
    /^(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|script|iframe|table|meta|form)[\s>]/i.test(
      opening,
    )
  )
    return 'text/html';
  if (isMail(opening)) return 'message/rfc822';
  return isTable(opening, head.length === bytes.length && text.length < 8192) ? 'text/csv' : 'text/plain';
}

/** Lines of a mail's head: at least two names known from mail, before the first empty line. */
function isMail(opening: string): boolean {
  const head = opening.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const names = head.match(
    /^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to):/gim,
  );
  return /^[A-Za-z-]{2,40}:/.test(head) && new Set(names?.map((name) => name.toLowerCase())).size >= 2;
}

/** The same number of commas, semicolons or tabs in each of the first lines, outside quotation marks. */
function isTable(opening: string, whole: boolean): boolean {
  const lines = opening.split(/\r\n|\r|\n/).slice(0, 12);
  if (!whole && lines.length < 12) lines.pop();
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 2) return false;
  return [',', ';', '\t'].some((mark) => {
    const counts = filled.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1);
    const [first = 0] = counts;
    return first >= 1 && counts.every((count) => count === first);
  });
}

/** The width and height a picture claims, or `null` when its head does not say. */
export function pictureSizeOf(bytes: Uint8Array, type: MediaType): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (count: number) => bytes.length >= count;
  if (type === 'image/png') return has(24) ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
  if (type === 'image/gif')
    return has(10) ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : null;
  if (type === 'image/webp') return has(30) ? webpSize(view) : null;
  return type === 'image/jpeg' ? jpegSize(view) : null;
}

function webpSize(view: DataView): { width: number; height: number } | null {
  const chunk = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  );
  if (chunk === 'VP8X') {
    const at = (from: number) => view.getUint16(from, true) + (view.getUint8(from + 2) << 16) + 1;
    return { width: at(24), height: at(27) };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return null;
}

/** From the first frame header; segments before it are passed over by their length. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
