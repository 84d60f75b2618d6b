import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyLetterFonts } from '../../../build/fonts/letter-fonts.ts';
import { type FontTable, type LetterFonts, openLetterFonts } from '../../../electron/output/letter-fonts.ts';
import { letterFonts, olderLetterFonts } from '../../../shared/templates/letters/letter-font.ts';

let folder = '';
let fonts: LetterFonts;
let table: FontTable;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duebook-fonts-'));
  await copyLetterFonts(folder);
  table = JSON.parse(await readFile(path.join(folder, 'table.json'), 'utf8')) as FontTable;
  fonts = openLetterFonts(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (text: string): string =>
  `<!doctype html><html><head><title>T</title></head><body>${text}</body></html>`;

/** The files in a page, the most wanted last, by the beginning of their bytes. */
async function filesIn(html: string): Promise<string[]> {
  const known = new Map<string, string>();
  for (const { files } of table.cuts)
    for (const { file } of files)
      known.set((await readFile(path.join(folder, file))).toString('base64').slice(0, 2000), file);
  return [...html.matchAll(/base64,([A-Za-z0-9+/=]+)\)/g)].map(
    ([, bytes = '']) => known.get(bytes.slice(0, 2000)) ?? 'unknown',
  );
}

test('a page in plain English gets Latin alone, regular and bold', async () => {
  const files = await filesIn(await fonts.embedIn(page('Dear Rosa Delgado')));
  expect(files).toEqual(['arimo-latin-400-normal.woff2', 'arimo-latin-700-normal.woff2']);
});

test('an italic comes with a page that has one', async () => {
  expect(await filesIn(await fonts.embedIn(page('<em>Rosa</em>')))).toContain('arimo-latin-400-italic.woff2');
});

test('a script brings its font, Latin still wins what both draw', async () => {
  const files = await filesIn(await fonts.embedIn(page('ශ්‍රී 12')));
  expect(files).toEqual([
    'noto-sans-sinhala-sinhala-wght-normal.woff2',
    'arimo-latin-400-normal.woff2',
    'arimo-latin-700-normal.woff2',
  ]);
});

test('joining signs go with the letters around them', async () => {
  const html = await fonts.embedIn(page('ශ්‍රී'));
  const ranges = [...html.matchAll(/unicode-range:([^;]+);/g)].map(([, range = '']) => range.split(','));
  const holds = (range: readonly string[] | undefined, character: number) =>
    range?.some((part) => {
      const [from = 0, to = from] = part
        .slice(2)
        .split('-')
        .map((end) => Number.parseInt(end, 16));
      return from <= character && character <= to;
    });
  expect(holds(ranges[0], 0x200d)).toBe(true);
  expect(holds(ranges[1], 0x200d)).toBe(false);
  expect(holds(ranges[1], 0x2019)).toBe(true);
});

test('Han is drawn as the rest of the text is written', async () => {
  const of = async (text: string) => (await filesIn(await fonts.embedIn(page(text)))).join();
  expect(await of('龙 直')).toMatch(/noto-sans-sc/);
  expect(await of('直子 さくら')).toMatch(/noto-sans-jp/);
  expect(await of('直子 さくら')).not.toMatch(/noto-sans-(sc|kr|tc)/);
  expect(await of('直 김')).not.toMatch(/noto-sans-(sc|jp|tc)/);
});

test('a character written as a number counts', async () => {
  expect(await filesIn(await fonts.embedIn(page('&#1046;')))).toContain('arimo-cyrillic-400-normal.woff2');
  expect(await filesIn(await fonts.embedIn(page('&#x416;')))).toContain('arimo-cyrillic-400-normal.woff2');
});

test('a page kept from before is set in the same fonts', async () => {
  const html = await fonts.embedIn(page(`<p style="font-family: ${olderLetterFonts}">Rosa</p>`));
  expect(html).toContain(letterFonts);
  expect(html.split('Helvetica')).toHaveLength(2);
});

test('the license of every font is there', async () => {
  for (const font of new Set(table.cuts.map((cut) => cut.font)))
    expect(await readFile(path.join(folder, 'licenses', `${font}.txt`), 'utf8')).toContain(
      'SIL OPEN FONT LICENSE Version 1.1',
    );
});
