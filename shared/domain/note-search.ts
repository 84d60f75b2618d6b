/**
 * A search in the texts of notes: what was typed as words to be found, and the piece of a text around what was found. The
 * words are cut and folded as the book's index cuts and folds them (FTS5's `unicode61` without accents), so that nothing typed can be an
 * operator of it and the marks fall where it matched.
 */

/** One word, or several that follow each other. */
export type NoteTerm = {
  readonly words: readonly string[];
  /** The last of the words may be only the beginning of one. */
  readonly prefix: boolean;
};

/** A beginning of one letter would be half the book. */
const shortestPrefix = 2;
const mostTerms = 12;

type Token = { readonly word: string; readonly from: number; readonly to: number };

const token = () => /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

function fold(word: string): string {
  return /^[a-z0-9]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(token())) {
    yield { word: fold(match[0]), from: match.index, to: match.index + match[0].length };
  }
}

function wordsOf(text: string): string[] {
  return [...tokensOf(text)].map(({ word }) => word);
}

/** What is searched for; empty when nothing typed is a word. The last word is a beginning while it is still being typed. */
export function readNoteSearch(typed: string): readonly NoteTerm[] {
  const terms: NoteTerm[] = [];
  for (const match of typed.matchAll(/"([^"]*)("|$)|[^\s"]+/g)) {
    const quoted = match[1];
    const words = wordsOf(quoted ?? match[0]);
    if (words.length === 0) continue;
    const closed = quoted !== undefined && match[2] === '"';
    const isLast = match.index + match[0].length === typed.length;
    const lastWord = words.at(-1) ?? '';
    const endsInWord = isLast && !closed && /[\p{L}\p{N}\p{Co}\p{M}]$/u.test(typed);
    terms.push({ words, prefix: endsInWord && [...lastWord].length >= shortestPrefix });
  }
  return terms.slice(0, mostTerms);
}

/** The same terms with a last beginning cut to `letters`, which finds more; `null` when none of them is longer than that. */
export function widen(terms: readonly NoteTerm[], letters: number): readonly NoteTerm[] | null {
  const at = terms.findIndex(({ prefix }) => prefix);
  const term = terms[at];
  const last = [...(term?.words.at(-1) ?? '')];
  if (!term || last.length <= letters) return null;
  const wide = { ...term, words: [...term.words.slice(0, -1), last.slice(0, letters).join('')] };
  return terms.with(at, wide);
}

/** For FTS5: each term a string of bare words. */
export function matchOf(terms: readonly NoteTerm[]): string {
  return terms.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ');
}

/** Whether `at` in `tokens` begins with the term. */
function begins(tokens: readonly Token[], at: number, { words, prefix }: NoteTerm): boolean {
  return words.every((word, index) => {
    const found = tokens[at + index]?.word;
    if (found === undefined) return false;
    return prefix && index === words.length - 1 ? found.startsWith(word) : found === word;
  });
}

/** Whether every term stands in the text. */
export function holdsTerms(text: string, terms: readonly NoteTerm[]): boolean {
  const tokens = [...tokensOf(text)];
  return terms.every((term) => tokens.some((_, at) => begins(tokens, at, term)));
}

export type SnippetPart = { readonly text: string; readonly hit: boolean };

/**
 * About `length` characters of the text from a little before the first hit, in one line, with the hits marked. A text in which
 * nothing is found gives its beginning.
 */
export function snippetOf(text: string, terms: readonly NoteTerm[], length = 200): readonly SnippetPart[] {
  const tokens: Token[] = [];
  let end = text.length;
  let first: number | null = null;
  for (const one of tokensOf(text)) {
    if (one.from > end) break;
    tokens.push(one);
    if (first !== null) continue;
    // A term of several words is known with its last one.
    const hit = terms.find(({ words }) => {
      const at = tokens.length - words.length;
      return at >= 0 && terms.some((term) => term.words === words && begins(tokens, at, term));
    });
    if (hit === undefined) continue;
    first = tokens[tokens.length - hit.words.length]?.from ?? one.from;
    end = Math.min(text.length, first + length);
  }
  const start = startOfSnippet(text, first ?? 0, length);
  const stop = Math.min(text.length, start + length);
  const hits: { from: number; to: number }[] = [];
  for (const [at, one] of tokens.entries()) {
    if (one.from < start || one.to > stop) continue;
    for (const term of terms) {
      if (!begins(tokens, at, term)) continue;
      const to = tokens[at + term.words.length - 1]?.to ?? one.to;
      const before = hits.at(-1);
      if (before && one.from <= before.to) before.to = Math.max(before.to, to);
      else hits.push({ from: one.from, to });
    }
  }
  const parts: SnippetPart[] = [];
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') parts.push({ text: piece.replace(/\s+/g, ' '), hit });
  };
  let at = start;
  if (start > 0) add('… ', false);
  for (const { from, to } of hits) {
    add(text.slice(at, from), false);
    add(text.slice(from, to), true);
    at = to;
  }
  add(text.slice(at, Math.max(at, stop)), false);
  if (stop < text.length) add(' …', false);
  return parts;
}

/** A quarter of the length before the hit, at the beginning of a word. */
function startOfSnippet(text: string, hit: number, length: number): number {
  const wanted = hit - Math.floor(length / 4);
  if (wanted <= 0) return 0;
  const blank = text.slice(wanted, hit).search(/\s/);
  return blank === -1 ? hit : wanted + blank + 1;
}
