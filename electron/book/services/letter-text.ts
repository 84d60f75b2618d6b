/**
 * A finished letter as plain text, line by line, without its sheet: what the check of its wording reads, as the debtor will. It
 * is read from the page itself, so that nothing a person sees can be missed by it.
 */
import { Parser } from 'htmlparser2';

/** After each of these a line ends. */
const blocks: ReadonlySet<string> = new Set([
  'address',
  'article',
  'blockquote',
  'br',
  'caption',
  'div',
  'dl',
  'dd',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
]);
/** Cells of a row stand beside each other. */
const cells: ReadonlySet<string> = new Set(['td', 'th']);
/** Never seen on paper. */
const unseen: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'title']);

/** Whether white space typed in a place is printed as typed. */
const keepsLines = /(?:^|\s)typed(?:\s|$)/;

/** What stands in `<main>`, or the whole body of a page that has none. Cells are parted by a tab. */
export function letterTextOf(html: string): string {
  const inMain = textOf(html, true);
  return inMain ?? textOf(html, false) ?? '';
}

function textOf(html: string, mainOnly: boolean): string | null {
  const lines: string[] = [];
  let line = '';
  let hidden = 0;
  let main = 0;
  let sawMain = false;
  let asTyped = 0;
  /** For each open element whether it hides what it holds, and whether it keeps lines. */
  const open: { readonly name: string; readonly hides: boolean; readonly keeps: boolean }[] = [];
  const endLine = () => {
    const text = line
      .replace(/[^\S\t]+/g, ' ')
      .replace(/ ?\t ?/g, '\t')
      .trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const hides = unseen.has(name) || 'hidden' in attributes;
        const keeps = name === 'pre' || keepsLines.test(attributes.class ?? '');
        open.push({ name, hides, keeps });
        if (hides) hidden += 1;
        if (keeps) asTyped += 1;
        if (name === 'main') {
          main += 1;
          sawMain = true;
        }
        if (blocks.has(name)) endLine();
        else if (cells.has(name) && line.trim() !== '') line += '\t';
      },
      ontext(text) {
        if (hidden > 0 || (mainOnly && main === 0)) return;
        if (asTyped === 0) {
          line += text.replace(/\s/g, ' ');
          return;
        }
        const [first = '', ...rest] = text.split('\n');
        line += first;
        for (const next of rest) {
          endLine();
          line += next;
        }
      },
      onclosetag(name) {
        const closed = open.pop();
        if (closed?.hides) hidden -= 1;
        if (closed?.keeps) asTyped -= 1;
        if (blocks.has(name)) endLine();
        if (name === 'main') main -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  endLine();
  return mainOnly && !sawMain ? null : lines.join('\n');
}
