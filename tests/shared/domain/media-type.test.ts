/** What a file is comes from its bytes; what may be shown follows from that, and a name changes nothing. */
import { describe, expect, it } from 'vitest';
import { attachmentNameOf, isMisnamed, riskOf } from '../../../shared/domain/attachment.ts';
import { type MediaType, mediaTypeOf, pictureSizeOf, viewOf } from '../../../shared/domain/media-type.ts';

const text = (words: string) => new TextEncoder().encode(words);
const bytes = (...parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...text(part)] : [part])));

const cases: readonly [string, Uint8Array, MediaType][] = [
  ['a PNG', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0), 'image/png'],
  ['half the mark of a PNG', bytes(0x89, 'PNG and more'), 'application/octet-stream'],
  ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF'), 'image/jpeg'],
  ['a GIF', bytes('GIF89a', 1, 0, 1, 0), 'image/gif'],
  ['a GIF of no version', bytes('GIF00a', 0, 0), 'application/octet-stream'],
  ['a WebP', bytes('RIFF', 9, 0, 0, 0, 'WEBPVP8 '), 'image/webp'],
  ['a sound in the same box', bytes('RIFF', 9, 0, 0, 0, 'WAVEfmt '), 'audio/any'],
  ['a PDF', text('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
  ['a PDF behind a few bytes', text('\n\n%PDF-1.4'), 'application/pdf'],
  ['a Windows program', bytes('MZ', 0x90, 0), 'application/x-program'],
  ['a Windows program with a PDF’s mark in it', bytes('MZ', 0x90, 0, '%PDF-1.7'), 'application/x-program'],
  ['a Linux program', bytes(0x7f, 'ELF', 2, 1), 'application/x-program'],
  ['a Java class', bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0), 'application/x-program'],
  ['a shortcut', bytes('L', 0, 0, 0, 1, 0x14, 2, 0, 0, 0), 'application/x-shortcut'],
  ['a shortcut of text', text('[InternetShortcut]\nURL=file://x'), 'application/x-shortcut'],
  ['a shell script', text('#!/bin/sh\nrm'), 'application/x-script'],
  ['a batch file', text('@ECHO OFF\r\ndel'), 'application/x-script'],
  ['a Word document', bytes('PK', 3, 4, 'x [Content_Types].xml word/document.xml'), 'application/x-office'],
  [
    'one with macros',
    bytes('PK', 3, 4, '[Content_Types].xml word/vbaProject.bin'),
    'application/x-office-macros',
  ],
  [
    'one whose macros stand in the list at the end',
    bytes('PK', 3, 4, '[Content_Types].xml', 'x'.repeat(200_000), 'xl/vbaProject.bin'),
    'application/x-office-macros',
  ],
  [
    'a document of the old kind',
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    'application/x-old-office',
  ],
  ['an archive', bytes('PK', 3, 4, 'photo.jpg'), 'application/zip'],
  ['a Java archive', bytes('PK', 3, 4, 'META-INF/MANIFEST.MF'), 'application/x-program'],
  ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'image/svg+xml'],
  ['a drawing behind its head', text('<?xml version="1.0"?><svg onload="x"/>'), 'image/svg+xml'],
  ['a drawing behind a comment', text('<!-- hello --> <svg >'), 'image/svg+xml'],
  ['a page', text('<!DOCTYPE html><p>'), 'text/html'],
  ['a page behind a comment', text(' <!-- x --><script>alert(1)</script>'), 'text/html'],
  [
    'a page in 16 bits',
    bytes(0xff, 0xfe, ...[...'<html><b>'].flatMap((c) => [c.charCodeAt(0), 0])),
    'text/html',
  ],
  ['a mail', text('From: a@example.org\r\nTo: b@example.org\r\nSubject: Hi\r\n\r\nText'), 'message/rfc822'],
  ['a mail as it arrived', text('Received: from x\nReturn-Path: <a>\n\nText'), 'message/rfc822'],
  ['a note that begins like one', text('To: do\ncall the client'), 'text/plain'],
  ['a table', text('name,sum\nAda,12.50\nOtis,3.00\n'), 'text/csv'],
  ['a table with semicolons', text('a;b;c\n1;2;3\n'), 'text/csv'],
  ['a letter with commas', text('Dear Sir,\nI did pay, twice, last year.\n'), 'text/plain'],
  ['one word', text('paid'), 'text/plain'],
  ['JSON', text('{"a": 1}'), 'application/json'],
  ['zero bytes', bytes(0, 1, 2, 3, 0, 0, 0, 9), 'application/octet-stream'],
  ['a photo of a telephone', bytes(0, 0, 0, 24, 'ftypheic', 0, 0), 'image/other'],
  ['a film', bytes(0, 0, 0, 24, 'ftypisom', 0, 0), 'video/any'],
];

describe('what a file is', () => {
  it.each(cases)('%s', (_name, content, expected) => {
    expect(mediaTypeOf(content)).toBe(expected);
  });

  it('shows pictures, PDF and text, and nothing that could run or needs another program', () => {
    const shown = new Set(cases.map(([, , type]) => type).filter((type) => viewOf(type) !== null));
    expect([...shown].sort()).toEqual([
      'application/pdf',
      'image/gif',
      'image/jpeg',
      'image/png',
      'image/webp',
      'message/rfc822',
      'text/csv',
      'text/plain',
    ]);
  });
});

describe('the size a picture claims', () => {
  const at = (length: number, ...set: [number, number][]) => {
    const made = new Uint8Array(length);
    for (const [index, value] of set) made[index] = value;
    return made;
  };
  it.each([
    ['image/png', at(24, [18, 1], [22, 2]), { width: 256, height: 512 }],
    ['image/gif', at(10, [6, 5], [8, 7]), { width: 5, height: 7 }],
    [
      'image/jpeg',
      bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 10, 3, 0, 0),
      { width: 10, height: 9 },
    ],
    [
      'image/webp',
      bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8X', ...Array<number>(8).fill(0), 3, 0, 0, 4, 0, 0),
      { width: 4, height: 5 },
    ],
    ['image/png', at(10), null],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0), null],
  ] as const)('%s', (type, content, size) => {
    expect(pictureSizeOf(content, type)).toEqual(size);
  });
});

describe('names', () => {
  it.each([
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\nc.txt', 'a b c.txt'],
    ['zero\u200Bwidth\u2066.pdf', 'zerowidth.pdf'],
    ['  Scan 12.PDF ', 'Scan 12.PDF'],
    ['\u202E', 'File without a name'],
    ['Ñandú – «acuerdo».pdf', 'Ñandú – «acuerdo».pdf'],
  ])('%j is kept as %j', (name, kept) => {
    expect(attachmentNameOf(name)).toBe(kept);
  });

  it('a long one keeps its ending', () => {
    const kept = attachmentNameOf(`${'a'.repeat(400)}.pdf`);
    expect([...kept]).toHaveLength(200);
    expect(kept.endsWith('.pdf')).toBe(true);
  });

  it('a picture named as a document, and the other way round, is told apart', () => {
    expect(isMisnamed('photo.pdf', 'image/png')).toBe(true);
    expect(isMisnamed('photo.JPEG', 'image/jpeg')).toBe(false);
    expect(isMisnamed('list.txt', 'text/csv')).toBe(false);
    expect(isMisnamed('letter', 'application/pdf')).toBe(false);
  });
});

describe('what asks for care once it is outside', () => {
  it.each([
    ['invoice.pdf.exe', 'text/plain', 'program'],
    ['invoice.pdf', 'application/x-program', 'program'],
    ['run.exe. . ', 'application/octet-stream', 'program'],
    ['start.lnk', 'text/plain', 'program'],
    ['x.JS', 'text/plain', 'program'],
    ['sheet.xlsm', 'application/zip', 'macros'],
    ['letter.docx', 'application/x-office-macros', 'macros'],
    ['letter.doc', 'application/x-old-office', 'macros'],
    ['page.htm', 'text/plain', 'markup'],
    ['picture.png', 'image/svg+xml', 'markup'],
    ['letter.docx', 'application/x-office', null],
    ['scan.pdf', 'application/pdf', null],
    ['notes.txt', 'text/plain', null],
  ] as const)('%s of %s: %s', (name, type, risk) => {
    expect(riskOf(name, type)).toBe(risk);
  });
});
