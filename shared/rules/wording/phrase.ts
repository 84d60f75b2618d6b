/**
 * Patterns written as phrases. `<n>` stands for up to n words of any kind; a phrase begins and ends at the edges of words, in any
 * language. Every repetition is bounded, so that no text makes a pattern slow.
 */
export function phrases(...sources: readonly string[]): readonly RegExp[] {
  return sources.map(phrase);
}

function phrase(source: string): RegExp {
  const spaced = source
    .replace(/<(\d{1,2})> ?/g, (_, count: string) => `(?:[\\p{L}\\p{N}'$.%-]{1,30} ){0,${count}}?`)
    .replace(/ (?![^[]*\])/g, '\\s{1,3}');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, 'giu');
}

/** One of these words or phrases. */
export function oneOf(...words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}
