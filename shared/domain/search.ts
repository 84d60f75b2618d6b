/**
 * Search over names, account numbers, references, phones and places. People type what they have before
 * them: a number without its dashes and zeros, a phone with brackets, half a name with an accent missing. So
 * both sides go through here: what is stored is cut into words that anticipate this, and what is typed is
 * turned into a full-text expression in which every quote, star or operator is only text.
 */
import { foldText, foldWords } from './names.ts';

/**
 * The words a number is found by: as written, without punctuation, and without leading zeros, each run of
 * digits too. `AC-00123` gives `ac 00123 ac00123 123`.
 */
export function numberWordsOf(number: string): string[] {
  // Most numbers are nothing but digits, and an import has hundreds of thousands.
  if (/^[1-9]\d*$/.test(number)) return [number];
  const folded = foldText(number);
  const runs: string[] = folded.match(letterRuns) ?? [];
  if (runs.length === 0) return [];
  const found = new Set(runs);
  const compact = runs.length === 1 ? '' : runs.join('');
  if (compact !== '') found.add(compact);
  for (const run of compact === '' ? runs : [compact, ...runs]) {
    if (run.charCodeAt(0) === zero) found.add(withoutZeros(run));
    const digits = endingDigits(run);
    if (digits !== '' && digits.length < run.length) {
      found.add(digits);
      if (digits.charCodeAt(0) === zero) found.add(withoutZeros(digits));
    }
  }
  return [...found];
}

const letterRuns = /[\p{L}\p{N}]+/gu;
const zero = 48;

function withoutZeros(run: string): string {
  return run.replace(/^0+(?=.)/, '');
}

function endingDigits(run: string): string {
  let from = run.length;
  while (from > 0 && run.charCodeAt(from - 1) >= zero && run.charCodeAt(from - 1) <= zero + 9) from -= 1;
  return run.slice(from);
}

/** Words of a name or place for the index: as folded, and with hyphens and apostrophes parting words. */
export function nameWordsOf(text: string): string {
  const joined = foldWords(text);
  if (!/['’`´ʼ]/.test(text)) return joined;
  const parted = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${joined} ${parted}`;
}

const mostWords = 12;

/**
 * The full-text expression for what was typed, every word as a beginning, or `null` when nothing of it can
 * be searched for. A word with punctuation inside matches run together (`512-555-0144`, `O'Brien`) or as
 * words in that order (`Smith-Jones`).
 */
export function matchOf(typed: string): string | null {
  const terms: string[] = [];
  for (const word of foldText(typed).split(/\s+/)) {
    const runs = word.split(/[^\p{L}\p{N}]+/u).filter((run) => run !== '');
    if (runs.length === 0) continue;
    const together = `"${runs.join('')}"*`;
    terms.push(runs.length === 1 ? together : `(${together} OR "${runs.join(' ')}"*)`);
    if (terms.length === mostWords) break;
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}
