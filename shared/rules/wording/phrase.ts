/**
 * Patterns written as phrases, for text in small letters (`smallLetters`) with one blank between its words. `<n>` stands for up to n words of any kind; a phrase begins and
 * ends at the edges of words, in English and Spanish. Every repetition is bounded, so that no text makes a pattern slow; and none folds case or
 * names classes of Unicode, which would make the first letter of a day wait for more than a second.
 */
const letter = 'a-z\\u00df-\\u00f6\\u00f8-\\u024f';
const word = `[${letter}0-9'$.%-]{1,30}`;

export function phrases(...sources: readonly string[]): readonly RegExp[] {
  return sources.map(phrase);
}

function phrase(source: string): RegExp {
  const spaced = source
    .replace(/<(\d{1,2})> ?/g, (_, count: string) => `(?:${word} ){0,${count}}?`)
    .replaceAll('\\p{L}', `[${letter}]`);
  return new RegExp(`(?<![${letter}0-9])(?:${spaced})(?![${letter}0-9])`, 'g');
}

/** In small letters, one for one: a letter that has no single small one stays as it is. */
export function smallLetters(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return [...text].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
}

/** One of these words or phrases. */
export function oneOf(...words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}
