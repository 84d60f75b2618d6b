/**
 * The passphrase that seals a book, and how much it is worth.
 *
 * It is compared in one Unicode form, so that the same keys open the book on every system. The estimate is
 * meant to be honest rather than encouraging: it counts what a guesser who knows how people choose would
 * have to try (whole words, years, keyboard rows, repeats, the name of the office), not how many letters there
 * are. It is only ever a hint; the length is the only thing that is refused.
 */

/** Characters, counted after normalisation. */
export const passphraseLeast = 12;
export const passphraseMost = 1024;

/** NFKC: the same letter typed on different systems is the same letter. Case and spaces stay as typed. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize('NFKC');
}

export type PassphraseFlaw = 'too_short' | 'too_long';

/** Why a new passphrase is refused, `null` when it is not. */
export function flawOfPassphrase(typed: string): PassphraseFlaw | null {
  // Counting symbols of a pasted file is pointless work: its plain length already says enough.
  if (typed.length > passphraseMost * 8) return 'too_long';
  const length = [...normalisePassphrase(typed)].length;
  if (length < passphraseLeast) return 'too_short';
  return length > passphraseMost ? 'too_long' : null;
}

export type PassphraseWeakness = 'common' | 'office_name' | 'repeats' | 'sequence' | 'year' | 'few_words';

export type PassphraseStrength = {
  /** Powers of two a well-informed guesser needs, at the least. */
  readonly bits: number;
  /**
   * How long that takes with a thousand graphics cards and the file in hand, against this key derivation:
   * about a million guesses a second. `weak` is less than a week, `fair` less than ten years.
   */
  readonly grade: 'weak' | 'fair' | 'strong';
  /** What lowers it most, most telling first. */
  readonly weaknesses: readonly PassphraseWeakness[];
};

const guessesPerSecondBits = 20;
const weekBits = Math.log2(7 * 86_400);
const tenYearsBits = Math.log2(3652 * 86_400);

/** Bits of one ordinary word: people choose from some thousands, whatever its length. */
const wordBits = 12;
const commonWordBits = 5;

/** Runs of these, forwards or backwards, of three or more are one guess with a length. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
];

/** What stands first in every list of broken passwords, and the words of this trade. */
const commonWords: ReadonlySet<string> = new Set(
  `password passwort passphrase secret letmein welcome admin login master monkey dragon sunshine princess
   football baseball iloveyou love hello shadow superman batman trustno starwars whatever freedom flower
   summer winter spring autumn monday friday january february october november december michael jennifer
   jordan charlie thomas robert daniel andrew jessica ashley michelle computer internet google office
   company business money cash dollar debt debts debtor collector collection collections collect account
   accounts payment credit client clinic law legal medical duebook book test testing change changeme default
   access user guest home house family mother father baby dog cat horse summer god jesus the this that and
   my our your please open sesame correct battery staple pass word key super cool best new old one two three`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** `officeName` is what a guesser would try first; pass an empty text when there is none. */
export function gaugePassphrase(typed: string, officeName: string): PassphraseStrength {
  // The first thousand characters are beyond any guessing; the rest needs no weighing.
  const text = normalisePassphrase(typed.slice(0, passphraseMost)).slice(0, passphraseMost);
  const officeWords = new Set(lettersOf(officeName));
  const seen = new Set<string>();
  const weaknesses = new Set<PassphraseWeakness>();
  let bits = 0;
  let words = 0;
  for (const part of text.match(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]+/gu) ?? []) {
    if (/^\s+$/u.test(part)) continue;
    const folded = part.toLowerCase();
    if (seen.has(folded)) {
      bits += 1;
      weaknesses.add('repeats');
      continue;
    }
    seen.add(folded);
    if (/^\p{N}/u.test(part)) bits += digitBits(folded, weaknesses);
    else if (/^\p{L}/u.test(part)) {
      words += 1;
      bits += letterBits(part, folded, officeWords, weaknesses);
    } else bits += symbolBits(folded, weaknesses);
  }
  if (words < 4 && bits < weekBits + guessesPerSecondBits) weaknesses.add('few_words');
  const grade =
    bits < weekBits + guessesPerSecondBits
      ? 'weak'
      : bits < tenYearsBits + guessesPerSecondBits
        ? 'fair'
        : 'strong';
  const order: readonly PassphraseWeakness[] = [
    'office_name',
    'common',
    'repeats',
    'sequence',
    'year',
    'few_words',
  ];
  return { bits: Math.round(bits), grade, weaknesses: order.filter((weakness) => weaknesses.has(weakness)) };
}

function lettersOf(text: string): string[] {
  return (normalisePassphrase(text)
    .toLowerCase()
    .match(/\p{L}{3,}/gu) ?? []) as string[];
}

function letterBits(
  part: string,
  folded: string,
  officeWords: ReadonlySet<string>,
  weaknesses: Set<PassphraseWeakness>,
): number {
  if (officeWords.has(folded)) {
    weaknesses.add('office_name');
    return 1;
  }
  if (commonWords.has(folded) || commonWords.has(folded.replace(/s$/u, ''))) {
    weaknesses.add('common');
    return commonWordBits;
  }
  const run = runBits(folded);
  if (run !== null) {
    weaknesses.add('sequence');
    return run;
  }
  if (new Set(folded).size <= 2 && folded.length > 3) {
    weaknesses.add('repeats');
    return 6;
  }
  // Capitals only count where people do not put them: inside a word, but not everywhere.
  const inner = [...part.slice(1)].filter((letter) => letter !== letter.toLowerCase()).length;
  const capitals = inner > 0 && inner < part.length - 1 ? Math.min(6, inner * 2) : 0;
  const letterByLetter = [...folded].length * 4.7;
  if (!/[aeiouyäöüàâéèêíóôúåæø]/u.test(folded)) return Math.min(letterByLetter, 40) + capitals;
  // A long run of letters may be several words typed together, about six letters each.
  return Math.min(letterByLetter, wordBits * Math.max(1, Math.round([...folded].length / 7))) + capitals;
}

function digitBits(digits: string, weaknesses: Set<PassphraseWeakness>): number {
  if (/^(19|20)\d\d$/.test(digits)) {
    weaknesses.add('year');
    return 6;
  }
  const run = runBits(digits);
  if (run !== null) {
    weaknesses.add('sequence');
    return run;
  }
  if (new Set(digits).size <= 2 && digits.length > 2) {
    weaknesses.add('repeats');
    return 5;
  }
  // Dates hide in eight digits.
  return digits.length === 6 || digits.length === 8 ? Math.min(15, digits.length * 3.3) : digits.length * 3.3;
}

function symbolBits(symbols: string, weaknesses: Set<PassphraseWeakness>): number {
  const distinct = new Set(symbols).size;
  if (distinct < symbols.length) weaknesses.add('repeats');
  return distinct * 3;
}

/** A run along the alphabet, the digits or a keyboard row: its start, its length and its direction. */
function runBits(text: string): number | null {
  if (text.length < 3) return null;
  const backwards = [...text].reverse().join('');
  return rows.some((row) => row.includes(text) || row.includes(backwards)) ? 6 : null;
}
