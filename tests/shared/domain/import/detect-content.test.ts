import { describe, expect, it } from 'vitest';
import { detectContent, isUtf8 } from '../../../../shared/domain/import/detect-content.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const csv = 'name,amount\nAna Abara,12.00\nBen Birch,13.00\n';

describe('texts', () => {
  it.each([
    ['plain', bytes(csv), 'utf-8'],
    ['UTF-8 with a mark', bytes(`\ufeff${csv}`), 'utf-8'],
    ['UTF-8 with accents', bytes('Zoë,1'), 'utf-8'],
    ['UTF-16 with a mark', bytes(`\ufeff${csv}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without', bytes(csv, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian with a mark', big(`\ufeff${csv}`), 'utf-16be'],
    ['UTF-16 big-endian without', big(csv), 'utf-16be'],
    ['Windows-1252', bytes('Zo\u00eb,1', 'latin1'), 'windows-1252'],
  ])('%s', (_, given, encoding) => {
    expect(detectContent(given, true)).toMatchObject({ kind: 'text', encoding });
  });

  it('does not take a cell that begins with a brace or an angle for JSON or a web page', () => {
    expect(detectContent(bytes('{id},name\n1,Ana\n'), true)).toMatchObject({ kind: 'text' });
    expect(detectContent(bytes('<none>,name\n1,Ana\n'), true)).toMatchObject({ kind: 'text' });
  });
});

describe('anything else is called by its name', () => {
  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['PDF', bytes('%PDF-1.7\n%...'), 'pdf'],
    ['XLSX', bytes('PK\u0003\u0004xxxx[Content_Types].xml', 'latin1'), 'xlsx'],
    ['ZIP', bytes('PK\u0003\u0004xxxxletter.txt', 'latin1'), 'zip'],
    ['XLS', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'xls'],
    ['PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'image'],
    ['JSON object', bytes('{ "accounts": [] }'), 'json'],
    ['JSON list', bytes('[{"a":1}]'), 'json'],
    ['web page', bytes('<!DOCTYPE html><html></html>'), 'html'],
    ['XML', bytes('<?xml version="1.0"?><x/>'), 'xml'],
    ['RTF', bytes('{\\rtf1\\ansi'), 'rtf'],
    ['a database', bytes('SQLite format 3\0'), 'database'],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'utf32'],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 9, 9]), 'binary'],
  ])('%s', (_, given, what) => {
    expect(detectContent(given, true)).toEqual({ kind: 'other', what });
  });
});

describe('isUtf8', () => {
  it.each([
    ['overlong', [0xc0, 0x80], false],
    ['a surrogate', [0xed, 0xa0, 0x80], false],
    ['above the last character', [0xf4, 0x90, 0x80, 0x80], false],
    ['the last character', [0xf4, 0x8f, 0xbf, 0xbf], true],
    ['a lone follower', [0x80], false],
  ])('%s', (_, given, expected) => {
    expect(isUtf8(new Uint8Array(given), true)).toBe(expected);
  });

  it('forgives a character cut off by the end of a sample only', () => {
    expect(isUtf8(new Uint8Array([65, 0xe2, 0x82]), false)).toBe(true);
    expect(isUtf8(new Uint8Array([65, 0xe2, 0x82]), true)).toBe(false);
  });
});
