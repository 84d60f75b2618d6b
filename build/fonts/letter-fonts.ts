// The fonts letters are printed in: Arimo, which is as wide as Arial letter by letter, and Noto for the scripts Arimo lacks. They
// come from packages, cut into small files, and are copied beside the app with a table of which file draws which character, and
// with their licenses. The press puts into a page only the files its text needs (electron/output/letter-fonts.ts).

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FontCut, FontFile, FontTable } from '../../electron/output/letter-fonts.ts';
import { root } from '../runtime/places.ts';
import { charactersOf } from './woff2-characters.ts';

type Source = {
  readonly package: string;
  /** The cuts that are taken, those of the most wanted characters first. */
  readonly cuts: readonly string[] | 'numbered';
  /** A file each for regular, bold and their italics, or one file for all. */
  readonly kind: 'each weight' | 'any weight';
};

const script = (name: string): Source => ({
  package: `@fontsource-variable/noto-sans-${name}`,
  cuts: [name],
  kind: 'any weight',
});

/** In this order: a character several of them draw is drawn by the first, but for Han, where the press looks at the text. */
const sources: readonly Source[] = [
  {
    package: '@fontsource/arimo',
    cuts: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'hebrew'],
    kind: 'each weight',
  },
  ...[
    'arabic',
    'armenian',
    'bengali',
    'cherokee',
    'devanagari',
    'ethiopic',
    'georgian',
    'gujarati',
    'gurmukhi',
    'kannada',
    'khmer',
    'lao',
    'malayalam',
    'myanmar',
    'oriya',
    'sinhala',
    'tamil',
    'telugu',
    'thai',
  ].map(script),
  { package: '@fontsource-variable/noto-serif-tibetan', cuts: ['tibetan'], kind: 'any weight' },
  ...['sc', 'tc', 'jp', 'kr'].map((name): Source => ({ ...script(name), cuts: 'numbered' })),
  script('symbols'),
  { package: '@fontsource/noto-emoji', cuts: 'numbered', kind: 'any weight' },
];

/** Code points as the table keeps them: `41-5a,61`, hexadecimal, ends included. */
export function rangesOf(characters: readonly number[]): string {
  const ranges: string[] = [];
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0) ranges.push(from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`);
  };
  for (const character of characters) {
    if (character !== to + 1 || from < 0) {
      close();
      from = character;
    }
    to = character;
  }
  close();
  return ranges.join(',');
}

/** The files of one cut, with the weights and the slant each is for. Only Arimo has an italic of its own; others are slanted when drawn. */
function filesOf(source: Source, name: string, cut: string): FontFile[] {
  if (source.kind === 'any weight') {
    const weight = name === 'noto-emoji' ? '400' : 'wght';
    return [{ file: `${name}-${cut}-${weight}-normal.woff2`, weight: '100 900', style: 'normal' }];
  }
  return (['normal', 'italic'] as const).flatMap((style) =>
    ['400', '700'].map((weight) => ({ file: `${name}-${cut}-${weight}-${style}.woff2`, weight, style })),
  );
}

async function cutsOf(source: Source, name: string, names: readonly string[]): Promise<readonly string[]> {
  if (source.cuts !== 'numbered') return source.cuts;
  const pattern = new RegExp(`^${name}-(\\d+)-(?:wght|400)-normal\\.woff2$`);
  const numbers = names.flatMap((file) => pattern.exec(file)?.[1] ?? []);
  return numbers.sort((one, other) => Number(one) - Number(other));
}

/** Writes every font, the table and the licenses into a folder, which is made anew. */
export async function copyLetterFonts(into: string): Promise<void> {
  await rm(into, { recursive: true, force: true });
  await mkdir(path.join(into, 'licenses'), { recursive: true });
  const cuts: FontCut[] = [];
  for (const source of sources) {
    const from = path.join(root, 'node_modules', ...source.package.split('/'));
    const name = path.basename(source.package);
    const names = await readdir(path.join(from, 'files'));
    await copyFile(path.join(from, 'LICENSE'), path.join(into, 'licenses', `${name}.txt`));
    const wanted = await cutsOf(source, name, names);
    if (wanted.length === 0) throw new Error(`${source.package} is not cut into numbered files any more`);
    for (const cut of wanted) {
      const files = filesOf(source, name, cut);
      const first = files[0];
      if (first === undefined) continue;
      const characters = charactersOf(await readFile(path.join(from, 'files', first.file)));
      for (const { file } of files) await copyFile(path.join(from, 'files', file), path.join(into, file));
      cuts.push({ font: name, files, characters: rangesOf(characters) });
    }
  }
  const table: FontTable = { cuts };
  await writeFile(path.join(into, 'table.json'), JSON.stringify(table));
}
