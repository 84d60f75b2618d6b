/**
 * HTML that cannot be broken out of: every text put into an `html` template is escaped, unless it is markup made by one.
 * Names, references and memos come from debtors and files and are printed as typed.
 */
import { printable } from '../letter-facts.ts';

export type Markup = { readonly markup: string };
type Piece = string | number | Markup | readonly Markup[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // The head of a sheet stands in a Liquid text: no brace may begin a tag there.
  '{': '&#123;',
};

export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let markup = texts[0] ?? '';
  for (const [index, piece] of pieces.entries()) markup += markupOf(piece) + (texts[index + 1] ?? '');
  return { markup };
}

function markupOf(piece: Piece): string {
  if (typeof piece === 'string') return printable(piece).replace(/[&<>"'{]/g, (sign) => escapes[sign] ?? '');
  if (typeof piece === 'number') return piece.toString();
  if ('markup' in piece) return piece.markup;
  return piece.map(({ markup }) => markup).join('');
}

export const nothingMore: Markup = { markup: '' };

/** Text another person wrote: kept apart from the direction of what stands around it. */
export function typed(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** A text as a string of CSS, for the running header; nothing in it can end the string or the style. */
export function cssString(text: string): string {
  const safe = printable(text)
    .replace(/\n/g, ' ')
    .replace(/[^\p{L}\p{N} .,-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `);
  return `'${safe}'`;
}
