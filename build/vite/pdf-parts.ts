// What pdf.js asks for while it draws a page: decoders of scanned pages (the plain JavaScript ones, because the policy of
// the window compiles no WebAssembly), the fonts every PDF may leave out, and tables for scripts of East Asia. They are
// copied under fixed names, since pdf.js puts the addresses together itself.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../runtime/places.ts';

const from = path.join(root, 'node_modules', 'pdfjs-dist');

/** The folder below `pdf/`, and which of its files are needed. */
const parts: readonly { readonly folder: string; readonly wanted: RegExp }[] = [
  { folder: 'wasm', wanted: /_nowasm_fallback\.js$|^LICENSE/ },
  { folder: 'standard_fonts', wanted: /\.(pfb|ttf)$|^LICENSE/ },
  { folder: 'cmaps', wanted: /\.bcmap$|^LICENSE/ },
];

type Emit = (file: { type: 'asset'; fileName: string; source: Uint8Array }) => unknown;

/** A plugin of the renderer's build. */
export function pdfParts() {
  return {
    name: 'pdf-parts',
    async generateBundle(this: { emitFile: Emit }) {
      for (const { folder, wanted } of parts) {
        const names = (await readdir(path.join(from, folder))).filter((name) => wanted.test(name));
        if (names.length === 0) throw new Error(`pdfjs-dist has no ${folder} any more`);
        for (const name of names) {
          const source = new Uint8Array(await readFile(path.join(from, folder, name)));
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source });
        }
      }
    },
  };
}
