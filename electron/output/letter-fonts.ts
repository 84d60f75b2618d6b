/**
 * The fonts of a page, put into it just before it is laid out, so that a letter looks the same on every computer and a name in
 * any of its scripts prints without boxes. The app carries hundreds of small font files; a page gets those its text needs, as
 * `@font-face` rules with the bytes inside, because the press reaches neither disk nor network. What the book keeps stays
 * without them.
 *
 * Arimo stands under its own name, everything else behind it under one other, each file for the characters it really draws:
 * CSS joins only faces of the same weight and slant to one, and Noto's files hold all weights. Where several draw a
 * character, the one named last in the page wins; for Han that depends on what else is written, since Chinese, Japanese
 * and Korean share its code points and not its shapes.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { letterFonts, olderLetterFonts, otherScripts } from '../../shared/templates/letters/letter-font.ts';

export type FontFile = {
  readonly file: string;
  readonly weight: string;
  readonly style: 'normal' | 'italic';
};
/** One part of a font: its files draw the same characters in several weights. `characters` as `41-5a,61`, hexadecimal. */
export type FontCut = {
  readonly font: string;
  readonly files: readonly FontFile[];
  readonly characters: string;
};
/** Written by the build as `table.json` beside the files. */
export type FontTable = { readonly cuts: readonly FontCut[] };

export type LetterFonts = {
  /** The page with the fonts its text needs. A character no font has is left to the computer's own. */
  embedIn(html: string): Promise<string>;
};

type Cut = FontCut & { readonly bounds: readonly number[] };

/** Base64 kept at hand: a run of letters uses the same few files again and again. */
const mostKeptCharacters = 32 * 1024 * 1024;

const kana = /[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]/u;
const hangul = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/u;
const bopomofo = /[\u3105-\u312f\u31a0-\u31bf]/u;
const hanFonts = ['noto-sans-sc', 'noto-sans-tc', 'noto-sans-jp', 'noto-sans-kr'];

/** Invisible signs that join or part letters: they must come from the font of the letters around them. */
const joins = (character: number): boolean =>
  character === 0x034f ||
  character === 0x25cc ||
  (character >= 0x200c && character <= 0x200f) ||
  (character >= 0xfe00 && character <= 0xfe0f);
const latinFont = 'arimo';

export function openLetterFonts(folder: string): LetterFonts {
  const kept = new Map<string, string>();
  let keptCharacters = 0;
  let table: Promise<readonly Cut[]> | null = null;

  async function read(): Promise<readonly Cut[]> {
    const written = JSON.parse(await readFile(path.join(folder, 'table.json'), 'utf8')) as FontTable;
    return written.cuts.map((cut) => ({ ...cut, bounds: boundsOf(cut.characters) }));
  }

  async function base64Of(file: string): Promise<string> {
    const known = kept.get(file);
    if (known !== undefined) return known;
    const bytes = await readFile(path.join(folder, file));
    const text = bytes.toString('base64');
    if (keptCharacters + text.length > mostKeptCharacters) {
      kept.clear();
      keptCharacters = 0;
    }
    kept.set(file, text);
    keptCharacters += text.length;
    return text;
  }

  return {
    async embedIn(page) {
      const html = page.includes(otherScripts) ? page : page.replaceAll(olderLetterFonts, letterFonts);
      const head = html.indexOf('<head>');
      if (head < 0) return html;
      table ??= read();
      const cuts = inOrderFor(html, await table);
      const characters = charactersIn(html);
      const chosen = choose(cuts, characters);
      const italic = /<(?:em|i)\b|italic/.test(html);
      const rules: string[] = [];
      for (const cut of chosen.reverse()) {
        const family = cut.font === latinFont ? 'Arimo' : otherScripts;
        for (const { file, weight, style } of cut.files) {
          if (style === 'italic' && !italic) continue;
          const source = `url(data:font/woff2;base64,${await base64Of(file)}) format('woff2')`;
          rules.push(
            `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};unicode-range:${cut.range};src:${source}}`,
          );
        }
      }
      const after = head + '<head>'.length;
      return `${html.slice(0, after)}<style>${rules.join('')}</style>${html.slice(after)}`;
    },
  };
}

/** Pairs of first and last, ascending, in one flat list. */
function boundsOf(characters: string): number[] {
  return characters.split(',').flatMap((range) => {
    const [from = '', to = from] = range.split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function draws({ bounds }: Cut, character: number): boolean {
  let low = 0;
  let high = bounds.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (character < (bounds[middle * 2] ?? 0)) high = middle - 1;
    else if (character > (bounds[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/** The cuts with the Han fonts in the order that suits the text; all others keep their places before and after. */
function inOrderFor(html: string, cuts: readonly Cut[]): readonly Cut[] {
  const first = kana.test(html)
    ? 'noto-sans-jp'
    : hangul.test(html)
      ? 'noto-sans-kr'
      : bopomofo.test(html)
        ? 'noto-sans-tc'
        : null;
  if (first === null) return cuts;
  const from = cuts.findIndex(({ font }) => hanFonts.includes(font));
  if (from < 0) return cuts;
  const wanted = cuts.filter(({ font }) => font === first);
  return [...cuts.slice(0, from), ...wanted, ...cuts.slice(from).filter(({ font }) => font !== first)];
}

/** Every character beyond ASCII, those written as numbers too. */
function charactersIn(html: string): Set<number> {
  const found = new Set<number>();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII is meant.
  for (const character of html.match(/[^\x00-\x7f]/gu) ?? []) found.add(character.codePointAt(0) ?? 0);
  for (const [, hex, decimal] of html.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const character = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (character > 0x7f) found.add(character);
  }
  return found;
}

type Chosen = { readonly font: string; readonly files: readonly FontFile[]; readonly range: string };

/** The cuts a page needs, the most wanted first; Latin always. */
function choose(cuts: readonly Cut[], characters: ReadonlySet<number>): Chosen[] {
  const taken = new Set<Cut>();
  const [latin] = cuts;
  if (latin) taken.add(latin);
  for (const character of characters) {
    if (joins(character)) continue;
    const first = cuts.find((cut) => draws(cut, character));
    if (first) taken.add(first);
  }
  const others = [...taken].some(({ font }) => font !== latinFont);
  return cuts
    .filter((cut) => taken.has(cut))
    .map((cut) => ({
      font: cut.font,
      files: cut.files,
      range: rangeOf(cut, others && cut.font === latinFont),
    }));
}

/** As CSS writes it; without the joining signs where the letters around them come from another font. */
function rangeOf({ bounds }: Cut, withoutJoining: boolean): string {
  const parts: string[] = [];
  const add = (from: number, to: number) => {
    if (from <= to) parts.push(`U+${from.toString(16)}${from === to ? '' : `-${to.toString(16)}`}`);
  };
  for (let index = 0; index < bounds.length; index += 2) {
    let from = bounds[index] ?? 0;
    const to = bounds[index + 1] ?? 0;
    if (withoutJoining && to >= 0x034f)
      for (let character = from; character <= to; character += 1) {
        if (!joins(character)) continue;
        add(from, character - 1);
        from = character + 1;
      }
    add(from, to);
  }
  return parts.join(',');
}
