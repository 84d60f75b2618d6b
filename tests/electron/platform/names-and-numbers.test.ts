import { describe, expect, it } from 'vitest';
import { baseNameOf, copyNameOf, fileNameOf } from '../../../electron/platform/file-names.ts';
import { telAddressOf } from '../../../electron/platform/tel-address.ts';

describe('a file name', () => {
  it.each([
    ['Marlow & Finch Receivables', 'Marlow & Finch Receivables'],
    ['A/B\\C: "Law"? <LLP>|*', 'A B C Law LLP'],
    ['../../etc/passwd', 'etc passwd'],
    ['..', 'book'],
    ['line\nbreak\u0000', 'line break'],
    ['', 'book'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('of %j is %j', (text, expected) => {
    expect(fileNameOf(text)).toBe(expected);
  });

  it('is the last part of a path of any system', () => {
    expect(baseNameOf('/home/otis/due list.csv')).toBe('due list.csv');
    expect(baseNameOf('C:\\Users\\otis\\due list.csv')).toBe('due list.csv');
    expect(baseNameOf('due.csv')).toBe('due.csv');
  });
});

describe('a number to dial', () => {
  it.each([
    ['(512) 555-0144', 'tel:5125550144'],
    ['+1 512-555-0144 x12', 'tel:+15125550144,12'],
    ['512.555.0144 ext. 9', 'tel:5125550144,9'],
    ['*67', null],
    ['', null],
    ['javascript:alert(1)', null],
    ['555-0144?body=hello', null],
    ['https://example.org', null],
    ['1'.repeat(60), null],
  ])('%j', (number, expected) => {
    expect(telAddressOf(number)).toBe(expected);
  });
});

describe('the name a file is offered under', () => {
  it('is never longer than systems take, in bytes, and keeps its ending', () => {
    for (const name of [`${'漢'.repeat(200)}.zip`, `${'😀'.repeat(200)}.zip`, `${'a'.repeat(300)}.zip`]) {
      const given = copyNameOf(name);
      expect(Buffer.byteLength(given)).toBeLessThanOrEqual(230);
      expect(given).toMatch(/.\.zip$/);
      expect(given.isWellFormed()).toBe(true);
    }
  });
});
