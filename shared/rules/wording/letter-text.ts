/**
 * How the check reads a letter. Every position is one of the letter’s own text: nothing is taken out or squeezed together, marks
 * are only made alike and what need not be read is blanked, character for character.
 */

/** A place in a letter. */
export type Place = { readonly at: number; readonly end: number };

/** Quotes, dashes and blanks made alike, one character for one. */
export function evenMarks(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ');
}

/** The text with these places blank. */
export function blank(text: string, places: readonly Place[]): string {
  let read = text;
  for (const { at, end } of places)
    read = read.slice(0, at) + read.slice(at, end).replace(/[^\n]/g, ' ') + read.slice(end);
  return read;
}

const special = /[.*+?^${}()|[\]\\/]/g;

function literal(words: string): string {
  return evenMarks(words).trim().replace(special, '\\$&').split(/\s+/).join('\\s+');
}

/** A wording with its names in braces filled; a name nothing is known for stays as it is. */
export function filledWording(wording: string, fill: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/g, (braced, name: string) => {
    const value = fill[name]?.trim() ?? '';
    return value === '' ? braced : value;
  });
}

/**
 * A pattern that finds a wording as it stands, however its lines fall: blanks, quotes and dashes may differ, words may not.
 * A name in braces that nothing is known for stands for anything on one line. What the law prescribes in capitals has to be in capitals.
 */
export function wordingPattern(wording: string, fill: Readonly<Record<string, string>>): RegExp {
  const filled = filledWording(wording, fill);
  const parts = filled.split(/\{\w+\}/).map(literal);
  const capitals = filled.length > 40 && filled === filled.toUpperCase();
  return new RegExp(parts.join('\\s*[^\\n]{1,200}?\\s*'), capitals ? 'gu' : 'giu');
}

/** Where a wording stands in a text whose marks are even. */
export function placesOf(
  text: string,
  wording: string,
  fill: Readonly<Record<string, string>>,
): readonly Place[] {
  if (wording.trim() === '') return [];
  return [...text.matchAll(wordingPattern(wording, fill))]
    .filter((match) => match[0] !== '')
    .map((match) => ({ at: match.index, end: match.index + match[0].length }));
}

const short =
  /(?:\b(?:mr|mrs|ms|dr|st|no|inc|co|corp|ltd|jr|sr|esq|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|sra?|dra?|núm|art|sec|stat|civ|u\.s|d\.c|a\.m|p\.m)|\b\p{L})$/iu;

/** The sentences of a text; a line ends one. */
export function sentencesOf(text: string): readonly Place[] {
  const found: Place[] = [];
  let from = 0;
  const close = (end: number) => {
    if (text.slice(from, end).trim() !== '') found.push({ at: from, end });
    from = end;
  };
  for (const { index, 0: mark } of text.matchAll(/\n+|[.!?]+["')\]]*(?=\s)/g)) {
    if (index < from) continue;
    if (mark.startsWith('.') && short.test(text.slice(Math.max(from, index - 8), index))) continue;
    close(index + mark.length);
  }
  close(text.length);
  return found;
}

/** How far a sentence is looked for on each side of a place. */
const reach = 400;

/** The sentence around a place, as it stands, for a person to find it by. */
export function sentenceAround(text: string, place: Place): string {
  const most = 300;
  const from = Math.max(0, place.at - reach);
  const around = sentencesOf(text.slice(from, place.end + reach))
    .map(({ at, end }) => ({ at: at + from, end: end + from }))
    .filter(({ at, end }) => at < place.end && end > place.at);
  const at = Math.min(place.at, ...around.map((sentence) => sentence.at));
  const end = Math.max(place.end, ...around.map((sentence) => sentence.end));
  const whole = text.slice(at, end).trim().replace(/\s+/g, ' ');
  if (whole.length <= most) return whole;
  return text
    .slice(Math.max(at, place.at - 100), Math.min(end, place.end + 100))
    .trim()
    .replace(/\s+/g, ' ');
}

type Word = Place & { readonly word: string };

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'.@/-]*/gu)].map((match) => ({
    word: match[0].toLowerCase().replace(/[.'/-]+$/, ''),
    at: match.index,
    end: match.index + match[0].length,
  }));
}

export type NearPassage = {
  readonly place: Place;
  /** The first words that differ: as they stand, and as they should. */
  readonly stands: string;
  readonly should: string;
};

/** How many words of a wording a passage must share before it counts as that wording, changed. */
const enough = 0.6;

/**
 * Where a wording stands with changes, and what the first change is; `null` where nothing like it stands. The common words are found
 * in order, as between two versions of a text.
 */
export function nearPassage(text: string, wording: string): NearPassage | null {
  const wanted = wordsOf(evenMarks(wording));
  const all = wordsOf(text);
  if (wanted.length < 5) return null;
  // Where runs of three words agree tells which part of the letter to compare.
  const runs = new Set(wanted.slice(2).map((_, index) => runAt(wanted, index)));
  const agree = all.slice(2).flatMap((_, index) => (runs.has(runAt(all, index)) ? [index] : []));
  const first = agree[0];
  if (first === undefined) return null;
  let best: { from: number; count: number } = { from: first, count: 0 };
  let past = 0;
  for (const [place, from] of agree.entries()) {
    while ((agree[past] ?? Number.POSITIVE_INFINITY) < from + wanted.length + 10) past += 1;
    if (past - place > best.count) best = { from, count: past - place };
  }
  const from = Math.max(0, best.from - 3);
  const slice = all.slice(from, best.from + wanted.length + 12);
  const pairs = commonWords(wanted, slice);
  const firstPair = pairs[0];
  const lastPair = pairs.at(-1);
  if (pairs.length < wanted.length * enough || firstPair === undefined || lastPair === undefined) return null;
  const place = { at: slice[firstPair[1]]?.at ?? 0, end: slice[lastPair[1]]?.end ?? 0 };
  let [before, beforeIn] = [-1, firstPair[1] - 1];
  for (const [inWanted, inSlice] of [...pairs, [wanted.length, lastPair[1] + 1] as const]) {
    if (inWanted > before + 1 || inSlice > beforeIn + 1) {
      const stood = slice.slice(beforeIn + 1, inSlice);
      const next = slice[inSlice];
      const startsAt = stood[0]?.at ?? next?.at ?? place.end;
      return {
        place,
        stands: text.slice(startsAt, stood.at(-1)?.end ?? startsAt),
        should: wanted
          .slice(before + 1, inWanted)
          .map(({ at, end }) => wording.slice(at, end))
          .join(' '),
      };
    }
    [before, beforeIn] = [inWanted, inSlice];
  }
  // Every word agrees: what differs are the marks between them.
  return { place, stands: '', should: '' };
}

function runAt(words: readonly Word[], index: number): string {
  return words
    .slice(index, index + 3)
    .map(({ word }) => word)
    .join(' ');
}

/** The longest row of words two texts have in common, as pairs of places. */
function commonWords(left: readonly Word[], right: readonly Word[]): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  const length = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      length[row * width + column] =
        left[row]?.word === right[column]?.word
          ? (length[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(length[(row + 1) * width + column] ?? 0, length[row * width + column + 1] ?? 0);
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (left[row]?.word === right[column]?.word) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if ((length[(row + 1) * width + column] ?? 0) >= (length[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}
