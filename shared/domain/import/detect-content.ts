/**
 * What a file is, from its bytes alone: a table of text in some encoding, or something else that deserves to
 * be called by its name. The file's own name is never asked; people rename files.
 */
import type { Encoding } from '../import.ts';

/** What was found instead of a table of text. */
export const otherContents = [
  'empty',
  'pdf',
  'xlsx',
  'xls',
  'zip',
  'image',
  'json',
  'html',
  'xml',
  'utf32',
  'rtf',
  'database',
  'binary',
  'prose',
] as const;
export type OtherContent = (typeof otherContents)[number];

export type Content =
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly bomBytes: number }
  | { readonly kind: 'other'; readonly what: OtherContent };

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let index = from; index < Math.min(to, bytes.length); index += 1)
    text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

/**
 * Looks at the beginning of a file; some tens of kilobytes are enough. `whole` says that the file ends there.
 * Order: byte order marks, known file kinds, UTF-16 without a mark (zero bytes at every other place), other
 * zero bytes (binary), valid UTF-8, and what is left is Windows-1252.
 */
export function detectContent(bytes: Uint8Array, whole: boolean): Content {
  if (bytes.length === 0) return { kind: 'other', what: 'empty' };
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    return { kind: 'other', what: 'utf32' };
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return textOf(bytes, 'utf-8', 3);
  if (startsWith(bytes, 0xff, 0xfe)) return { kind: 'text', encoding: 'utf-16le', bomBytes: 2 };
  if (startsWith(bytes, 0xfe, 0xff)) return { kind: 'text', encoding: 'utf-16be', bomBytes: 2 };
  const known = knownKind(bytes);
  if (known) return { kind: 'other', what: known };
  const zeros = countZeros(bytes);
  const half = Math.min(bytes.length, 65_536) / 2;
  // Western text in UTF-16 has a zero in nearly every other byte.
  if (zeros.odd > half * 0.4 && zeros.even < half * 0.05)
    return { kind: 'text', encoding: 'utf-16le', bomBytes: 0 };
  if (zeros.even > half * 0.4 && zeros.odd < half * 0.05)
    return { kind: 'text', encoding: 'utf-16be', bomBytes: 0 };
  if (zeros.even + zeros.odd > 0 || countControls(bytes) > Math.min(bytes.length, 65_536) * 0.02) {
    return { kind: 'other', what: 'binary' };
  }
  return textOf(bytes, isUtf8(bytes, whole) ? 'utf-8' : 'windows-1252', 0);
}

function textOf(bytes: Uint8Array, encoding: Encoding, bomBytes: number): Content {
  const opening = latin(bytes, bomBytes, bomBytes + 2000).trimStart();
  const other = markupKind(opening);
  return other ? { kind: 'other', what: other } : { kind: 'text', encoding, bomBytes };
}

function knownKind(bytes: Uint8Array): OtherContent | null {
  const head = latin(bytes, 0, 16);
  if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) {
    const names = latin(bytes, 0, 65_536);
    return names.includes('xl/') || names.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (startsWith(bytes, 0x1f, 0x8b) || head.startsWith('Rar!') || head.startsWith('7z\u00bc\u00af'))
    return 'zip';
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    head.startsWith('GIF8')
  ) {
    return 'image';
  }
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('SQLite format 3')) return 'database';
  return null;
}

/** Markup and JSON, by how the text opens. A cell may begin with `{` or `<`, so the shape must go on as such. */
function markupKind(opening: string): OtherContent | null {
  if (/^(<!doctype html|<html[\s>]|<head[\s>]|<table[\s>]|<body[\s>])/i.test(opening)) return 'html';
  if (/^<\?xml/i.test(opening)) return /<html|<table/i.test(opening) ? 'html' : 'xml';
  if (/^\{\s*("(\\.|[^"\\])*"\s*:|\})/.test(opening)) return 'json';
  if (/^\[\s*([{[\]]|"(\\.|[^"\\])*"\s*[,\]]|-?\d[\d.eE+-]*\s*[,\]])/.test(opening)) return 'json';
  return null;
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const counts = { even: 0, odd: 0 };
  const end = Math.min(bytes.length, 65_536);
  for (let index = 0; index < end; index += 1) {
    if (bytes[index] === 0) counts[index % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  return counts;
}

/** Control bytes that texts do not have: all below a blank but tab, line ends, form feed and escape. */
function countControls(bytes: Uint8Array): number {
  let count = 0;
  const end = Math.min(bytes.length, 65_536);
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27) count += 1;
  }
  return count;
}

/** Whether the bytes are UTF-8 (RFC 3629). Unless `whole`, a character cut off at the end does not count. */
export function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  let index = 0;
  while (index < bytes.length) {
    const first = bytes[index] ?? 0;
    if (first < 0x80) {
      index += 1;
      continue;
    }
    const size =
      first >= 0xc2 && first <= 0xdf
        ? 2
        : first >= 0xe0 && first <= 0xef
          ? 3
          : first >= 0xf0 && first <= 0xf4
            ? 4
            : 0;
    if (size === 0) return false;
    for (let offset = 1; offset < size; offset += 1) {
      const next = bytes[index + offset];
      if (next === undefined) return !whole;
      if ((next & 0xc0) !== 0x80) return false;
      if (offset === 1) {
        // No overlong forms, no surrogates, nothing above U+10FFFF.
        if (first === 0xe0 && next < 0xa0) return false;
        if (first === 0xed && next > 0x9f) return false;
        if (first === 0xf0 && next < 0x90) return false;
        if (first === 0xf4 && next > 0x8f) return false;
      }
    }
    index += size;
  }
  return true;
}
