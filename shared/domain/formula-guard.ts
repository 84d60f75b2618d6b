/**
 * A cell of a text file has no type: a spreadsheet program takes one that opens with `=`, `+`, `-` or `@` for a formula, and a formula
 * can start programs or send away what stands in other cells. So such text gets an apostrophe in front, which those programs show and
 * do not run. Only text is guarded; sums stay numbers, negative ones too.
 *
 * The guard can be taken off again without loss: text that already opens with apostrophes before such a sign gets one more.
 */

/** Blanks before the sign do not help everywhere, and some programs read the full-width signs of East Asian text as the plain ones. */
const opening = /^'*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u;
const guarded = /^'+[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'+[\t\r\n]/u;

export function couldBeFormula(text: string): boolean {
  return opening.test(text);
}

export function guardFormula(text: string): string {
  return opening.test(text) ? `'${text}` : text;
}

/** Gives back what `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
