/**
 * Names arrive as `GARCIA LOPEZ, ANA M`, `Ana M. Garcia Lopez`, `O'Brien Jr., Pat` or `Acme Supply, Inc.`
 * Lists sort people by last name, and an import must see that two spellings are one person. Nothing here
 * changes what is shown: capitals are kept as given, because guessing them invents facts.
 *
 * Matching is cautious on purpose. Two people taken for one would mix their debts and tell one about the
 * other; one person kept twice is only a nuisance. So middle names and legal forms count.
 */
import type { DebtorKind } from './debtor.ts';

export type PersonName = { readonly given: string; readonly family: string; readonly suffix: string };

const suffixes: ReadonlyMap<string, string> = new Map([
  ['jr', 'Jr'],
  ['junior', 'Jr'],
  ['sr', 'Sr'],
  ['senior', 'Sr'],
  ['ii', 'II'],
  ['iii', 'III'],
  ['iv', 'IV'],
  ['md', 'MD'],
  ['do', 'DO'],
  ['dds', 'DDS'],
  ['phd', 'PhD'],
  ['esq', 'Esq'],
]);

/** Words that begin a family name of several words, as in `van der Berg` or `de la Cruz`. */
const particles: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das do du la le los las el al bin ibn ben san santa st ter ten'.split(
    ' ',
  ),
);

const letters: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/** Nothing but printable ASCII: most names, and quick to see. */
const plain = /^[ -~]*$/;

/** Lower case without accents: `Łucja ÅNGSTRÖM` becomes `lucja angstrom`. Punctuation stays. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđðþßæœı]/g, (letter) => letters.get(letter) ?? letter);
}

/** Folded words with single spaces: apostrophes and full stops vanish, other punctuation parts words. */
export function foldWords(text: string): string {
  const folded = foldText(text).replace(/['’`´ʼ.]/g, '');
  return folded.replace(plain.test(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.,]/g, '');
}

function takeSuffixes(parts: string[]): string {
  const found: string[] = [];
  while (parts.length > 1) {
    const suffix = suffixes.get(bare(parts.at(-1) ?? ''));
    if (suffix === undefined) break;
    found.unshift(suffix);
    parts.pop();
  }
  return found.join(' ');
}

/**
 * Splits a person's name, whether written first or last name first. A name of one word is a family name.
 * Particles belong to the family name; suffixes come back in one spelling (`Jr`, `III`).
 */
export function splitName(name: string): PersonName {
  const pieces = name
    .split(',')
    .map((piece) => words(piece))
    .filter((piece) => piece.length > 0);
  const first = pieces[0] ?? [];
  const onlySuffixes = (piece: readonly string[]) => piece.every((word) => suffixes.has(bare(word)));
  const others = pieces.slice(1);
  const given = others.filter((piece) => !onlySuffixes(piece)).flat();
  if (given.length > 0) {
    // LAST, FIRST MIDDLE, with a suffix behind either or between commas.
    const found = [takeSuffixes(first), takeSuffixes(given)];
    for (const word of others.filter(onlySuffixes).flat()) found.push(suffixes.get(bare(word)) ?? '');
    const suffix = found.filter((part) => part !== '').join(' ');
    return { family: first.join(' '), given: given.join(' '), suffix };
  }
  // FIRST MIDDLE LAST, with suffixes after a comma or a space.
  const parts = pieces.flat();
  const suffix = takeSuffixes(parts);
  let start = parts.length - 1;
  while (start > 1 && particles.has(bare(parts[start - 1] ?? ''))) start -= 1;
  // `van der Berg` alone is a family name; `Van Morrison` and `Al Green` begin with a given one.
  if (start === 1 && parts.length > 2 && particles.has(parts[0] ?? '')) start = 0;
  start = Math.max(0, start);
  return { family: parts.slice(start).join(' '), given: parts.slice(0, start).join(' '), suffix };
}

/** The name as it is read aloud and written on an envelope: `Ana M Garcia Jr`; a business as given. */
export function displayNameOf(name: string, kind: DebtorKind): string {
  if (kind === 'business') return words(name).join(' ');
  const { given, family, suffix } = splitName(name);
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

/**
 * What lists sort by: last name first, lower case, accents folded, two spaces after the last name so that
 * `garcia  zoe` stands before `garcia lopez  ana`. A business sorts without a leading `The`.
 */
export function sortKeyOf(name: string, kind: DebtorKind): string {
  if (kind === 'business') {
    const folded = foldWords(name);
    return folded.startsWith('the ') ? folded.slice(4) : folded;
  }
  const { given, family, suffix } = splitName(name);
  const rest = foldWords(`${given} ${suffix}`);
  const last = foldWords(family);
  return rest === '' ? last : `${last}  ${rest}`;
}

const forms: ReadonlyMap<string, string> = new Map([
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
  ['limited', 'ltd'],
  ['and', '&'],
]);

/**
 * What two spellings of one name share: word order, case, accents, punctuation and the long and short
 * forms of company words do not matter. Empty when the name has neither letters nor digits.
 */
export function matchKeyOf(name: string, kind: DebtorKind): string {
  if (kind === 'consumer') return sortKeyOf(name, kind);
  const folded = foldWords(name.replaceAll('&', ' and '));
  return folded
    .split(' ')
    .filter((word, index) => !(index === 0 && word === 'the'))
    .map((word) => forms.get(word) ?? word)
    .join(' ');
}

const businessWords: ReadonlySet<string> = new Set(
  (
    'llc llp lllp pllc plc inc incorporated corp corporation ltd limited gmbh company dba foundation associates ' +
    'enterprises holdings university college hospital clinic apartments restaurant services logistics construction ' +
    'insurance industries partners group motors plumbing roofing landscaping properties realty dental ' +
    'pharmacy bakery cafe studio agency systems solutions supply supplies trucking transport consulting management ' +
    'technologies association cooperative ministries academy salon electric builders contractors distributors'
  ).split(' '),
);
/** Only as the last word: each is also a common name or initial. */
const businessEndings: ReadonlySet<string> = new Set(
  'co lp pc pa bank church school trust farms store shop'.split(' '),
);

/**
 * A guess from the words of a name, for the user to correct: `LLC`, `Inc`, `City of …` or a digit speak for
 * a business; anything else is taken for a person, whom the law protects more.
 */
export function guessKind(name: string): DebtorKind {
  const folded = foldWords(name);
  if (/\d/.test(folded)) return 'business';
  if (/^(estate of|the estate of) /.test(folded)) return 'consumer';
  if (/\b(city|county|town|state|village|bank|church|university) of /.test(folded)) return 'business';
  if (/(&|\band)\s+(sons?|co|company|associates|partners|brothers|bros)\b/i.test(name)) return 'business';
  const parts = folded.split(' ');
  if (parts.some((word) => businessWords.has(word))) return 'business';
  const last = parts.at(-1) ?? '';
  // `CHURCH, ANN` is a person; `Hill Church` more likely a church than a Ms Church.
  if (parts.length > 1 && businessEndings.has(last)) {
    const comma = name.indexOf(',');
    return comma === -1 || foldWords(name.slice(comma + 1)) === last ? 'business' : 'consumer';
  }
  return 'consumer';
}
