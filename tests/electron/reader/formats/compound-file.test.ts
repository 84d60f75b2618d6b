/** The container of XLS: damaged in any way it is refused at once, never followed in circles. */
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readCompoundFile } from '../../../../electron/reader/formats/compound-file.ts';
import { cellsOf } from './sheet-cells.ts';

function container(): Buffer {
  const book = utils.book_new();
  const rows = Array.from({ length: 400 }, (_, index) => [`Person ${index}`, index * 1.25]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S');
  return Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
}

describe('a compound file', () => {
  test('names its streams and gives their bytes', () => {
    const stream = readCompoundFile(container()).get('Workbook')?.();
    // A BIFF8 stream begins with BOF of length 16 (MS-XLS 2.4.21).
    expect(stream?.subarray(0, 6)).toEqual(Buffer.from([0x09, 0x08, 16, 0, 0, 6]));
  });

  test('whose sectors are tied into a circle is refused at once', async () => {
    const bytes = container();
    const table = (bytes.readUInt32LE(0x4c) + 1) * 512;
    // Every sector leads to the first; the library's own reader takes a minute for such a file, and this test five seconds at most.
    for (let at = table; at < table + 512; at += 4) bytes.writeUInt32LE(0, at);
    expect(await cellsOf(bytes)).toBe('import.unreadable');
  });

  test('whose list of tables leads to itself, or nowhere, is refused', async () => {
    for (const place of [0, 1, 5, 4_000_000_000]) {
      const bytes = container();
      bytes.writeUInt32LE(place, 0x44);
      expect(await cellsOf(bytes)).toMatch(/^import\./);
    }
  });

  test('with a part repeated or left out is refused or read whole, quickly', async () => {
    const bytes = container();
    const whole = await cellsOf(bytes);
    for (let at = 100; at < bytes.length; at += 1777) {
      const repeated = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at - 100)]);
      const shorter = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 300)]);
      for (const broken of [repeated, shorter]) {
        const cells = await cellsOf(broken);
        if (typeof cells === 'string') expect(cells).toMatch(/^import\./);
        else expect(cells).toHaveLength(whole.length);
      }
    }
  });
});
