/**
 * One line of text as it is kept: without characters that print nothing but turn or hide what stands around
 * them (control characters, and the embeddings, overrides and isolates of Unicode's bidirectional algorithm, UAX #9). A
 * name with one of those would turn the rest of a list or a letter. Joiners and direction marks that scripts
 * need stay.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const turns = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Control characters and line ends become one blank; white space at the ends is cut. */
export function plainLine(text: string): string {
  return text.replace(turns, '').replace(breaks, ' ').trim();
}
