import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { drawIcon } from '../../build/icons/draw-icon.ts';
import { encodeIcns, encodeIco, encodePng } from '../../build/icons/encode-icon.ts';
import { root } from '../../build/runtime/places.ts';

// Unpacked, because another zlib may pack the same picture differently.
function pictureOf(png: Buffer): Buffer {
  return inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8));
}

it('the kept icons are those the drawing gives', async () => {
  const kept = await readFile(path.join(root, 'build', 'icons', 'linux', '64x64.png'));
  expect(pictureOf(encodePng(drawIcon(64), 64)).equals(pictureOf(kept))).toBe(true);
});

it('an ICO and an ICNS say where their pictures are', () => {
  const png = encodePng(drawIcon(16), 16);
  const ico = encodeIco([{ size: 16, png }]);
  expect(ico.readUInt32LE(18)).toBe(22);
  expect(ico.subarray(22).equals(png)).toBe(true);
  const icns = encodeIcns([{ size: 16, png }]);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(() => encodeIcns([{ size: 17, png }])).toThrow(/17 pixels/);
});
