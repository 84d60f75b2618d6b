/**
 * Phrases: what is typed again and again, under a short code such as `;lm`. A code expands when a blank, a Tab or a mark is
 * typed behind it. A phrase may hold fields: those the book knows are filled in (`{date}`), any other word in braces is left as a blank
 * to be typed over (`{amount}` becomes `[amount]`). A field is only ever replaced by text; nothing in a phrase is run.
 */

/** Letters and digits, a letter first. */
export const phraseCodePattern = /^[a-z][a-z0-9]{0,11}$/;

/** What a code begins with where it is typed. */
export const phraseMark = ';';

export const phraseFields = ['date', 'time', 'weekday', 'debtor', 'account', 'balance'] as const;
export type PhraseField = (typeof phraseFields)[number];

/** What stands for each field now. */
export type PhraseValues = Readonly<Record<PhraseField, string>>;

/** `{amount}`: letters, blanks and dashes between braces. */
const field = /\{([a-z][a-z -]{0,30})\}/gi;

/** A blank to be typed over, as it stands in the expanded text. */
export const blankPattern = /\[([a-z][a-z -]{0,30})\]/i;

/** The text of a phrase with what is known filled in, and everything else left as `[blank]`. */
export function fillPhrase(text: string, values: PhraseValues): string {
  return text.replace(field, (_, name: string) => {
    const known = phraseFields.find((one) => one === name.toLowerCase());
    return known === undefined ? `[${name}]` : values[known];
  });
}

/** Fields of a phrase that Duebook fills in, and the blanks it leaves, each once. */
export function fieldsOf(text: string): {
  readonly known: readonly PhraseField[];
  readonly blanks: readonly string[];
} {
  const names = [...text.matchAll(field)].map((match) => match[1] ?? '');
  const isKnown = (name: string) => phraseFields.some((one) => one === name.toLowerCase());
  return {
    known: phraseFields.filter((one) => names.some((name) => name.toLowerCase() === one)),
    blanks: [...new Set(names.filter((name) => !isKnown(name)))],
  };
}

/** A code that stands right before the caret. */
export type TypedCode = { readonly code: string; readonly from: number; readonly to: number };

/** The code before the caret, at the beginning of a word; `null` when there is none. It may be half-typed or unknown. */
export function codeBefore(text: string, caret: number): TypedCode | null {
  const line = text.slice(Math.max(0, caret - 14), caret);
  const match = /(?:^|[\s(])(;([a-z][a-z0-9]{0,11})?)$/i.exec(line);
  if (!match) return null;
  // The piece looked at may begin inside a word.
  const typed = match[1] ?? '';
  const from = caret - typed.length;
  if (from > 0 && !/[\s(]/.test(text[from - 1] ?? '')) return null;
  return { code: (match[2] ?? '').toLowerCase(), from, to: caret };
}

/** The next blank from a place on, going round at the end; `null` when there is none. */
export function nextBlank(text: string, from: number): { readonly from: number; readonly to: number } | null {
  const find = (start: number) => {
    const match = blankPattern.exec(text.slice(start));
    return match ? { from: start + match.index, to: start + match.index + match[0].length } : null;
  };
  return find(from) ?? find(0);
}
