// `npm run icons`: writes the app's icons anew. Their files are kept in git, so this is for a changed drawing only.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawIcon } from '../icons/draw-icon.ts';
import { encodeIcns, encodeIco, encodePng } from '../icons/encode-icon.ts';
import { root } from '../runtime/places.ts';
import { runCommand } from '../runtime/setup-error.ts';

await runCommand(async () => {
  const folder = path.join(root, 'build', 'icons');
  const linux = path.join(folder, 'linux');
  await mkdir(linux, { recursive: true });
  const sized = (sizes: readonly number[]) =>
    sizes.map((size) => ({ size, png: encodePng(drawIcon(size), size) }));
  for (const { size, png } of sized([16, 24, 32, 48, 64, 128, 256, 512])) {
    await writeFile(path.join(linux, `${size}x${size}.png`), png);
  }
  await writeFile(path.join(folder, 'icon.ico'), encodeIco(sized([16, 24, 32, 48, 64, 128, 256])));
  await writeFile(path.join(folder, 'icon.icns'), encodeIcns(sized([16, 32, 64, 128, 256, 512, 1024])));
  console.log('The icons are in build/icons.');
  return 0;
});
