/**
 * Writing a letter as a document in TypeScript, for the letters that ship: ``p`Dear ${'recipient.greeting'}:` `` is a paragraph with a
 * chip in it. A name that does not exist does not compile.
 */
import type { FactCondition, FieldName, ItemFieldName, ListName } from '../fields.ts';
import type {
  BlockNode,
  BulletList,
  DocTest,
  EachBlock,
  FactsBlock,
  FieldNode,
  formParts,
  Heading,
  InlineNode,
  InlineWhen,
  LetterDoc,
  MarkName,
  ModelFormBlock,
  OrderedList,
  PageBreak,
  Paragraph,
  PassageBlock,
  PassageName,
  PrescribedBlock,
  RowsBlock,
  StateTextsBlock,
  WhenBlock,
} from './letter-doc.ts';

type AnyField = FieldName | ItemFieldName;
type Piece = AnyField | InlineNode | readonly InlineNode[];

function piecesOf(strings: readonly string[], pieces: readonly Piece[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  strings.forEach((text, index) => {
    if (text !== '') nodes.push({ type: 'text', text });
    const piece = pieces[index];
    if (piece === undefined) return;
    if (typeof piece === 'string') nodes.push({ type: 'field', attrs: { name: piece } });
    else if (Array.isArray(piece)) nodes.push(...(piece as readonly InlineNode[]));
    else nodes.push(piece as InlineNode);
  });
  return nodes;
}

/** Words and chips on a line. */
export function t(strings: TemplateStringsArray, ...pieces: readonly Piece[]): readonly InlineNode[] {
  return piecesOf(strings, pieces);
}

/** Words side by side are one piece of text, as they are read back. */
function joined(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const all: InlineNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text' && !node.marks && !last.marks)
      all[all.length - 1] = { type: 'text', text: last.text + node.text };
    else all.push(node);
  }
  return all;
}

export function p(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Paragraph {
  return { type: 'paragraph', content: joined(piecesOf(strings, pieces)) };
}

function heading(level: 1 | 2, strings: TemplateStringsArray, pieces: readonly Piece[]): Heading {
  return { type: 'heading', attrs: { level }, content: piecesOf(strings, pieces) };
}

export function h1(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Heading {
  return heading(1, strings, pieces);
}

export function h2(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Heading {
  return heading(2, strings, pieces);
}

function marked(mark: MarkName, nodes: readonly InlineNode[]): readonly InlineNode[] {
  return nodes.map((node) =>
    node.type === 'text' || node.type === 'field' ? { ...node, marks: [{ type: mark }] } : node,
  );
}

/** A field, or words, in bold. */
export function bold(what: AnyField | readonly InlineNode[]): readonly InlineNode[] {
  const nodes: readonly InlineNode[] =
    typeof what === 'string' ? [{ type: 'field', attrs: { name: what } } satisfies FieldNode] : what;
  return marked('bold', nodes);
}

export const is = (condition: FactCondition): DocTest => ({ is: condition });
export const isNot = (condition: FactCondition): DocTest => ({ is: condition, not: true });
export const filled = (name: FieldName): DocTest => ({ filled: name });
export const empty = (name: FieldName): DocTest => ({ filled: name, not: true });

/** Words of a line that stand only when the test holds. */
export function whenInline(test: DocTest, content: readonly InlineNode[]): InlineWhen {
  return { type: 'whenInline', attrs: { test }, content };
}

export function when(test: DocTest, ...content: readonly BlockNode[]): WhenBlock {
  return { type: 'when', attrs: { test }, content };
}

export function each(list: ListName, ...content: readonly BlockNode[]): EachBlock {
  return { type: 'each', attrs: { list }, content };
}

export function rows(
  list: ListName,
  columns: RowsBlock['attrs']['columns'],
  total?: RowsBlock['attrs']['total'],
): RowsBlock {
  return { type: 'rows', attrs: { list, columns, ...(total ? { total } : {}) } };
}

export function facts(...factRows: FactsBlock['attrs']['rows']): FactsBlock {
  return { type: 'facts', attrs: { rows: factRows } };
}

export function bullets(...items: readonly (readonly InlineNode[])[]): BulletList {
  return { type: 'bulletList', content: items.map(itemOf) };
}

export function numbered(...items: readonly (readonly InlineNode[])[]): OrderedList {
  return { type: 'orderedList', content: items.map(itemOf) };
}

function itemOf(content: readonly InlineNode[]) {
  return { type: 'listItem', content: [{ type: 'paragraph', content }] } as const;
}

export const passage = (name: PassageName): PassageBlock => ({ type: 'passage', attrs: { name } });
export const prescribed = (id: string): PrescribedBlock => ({ type: 'prescribed', attrs: { id } });
export const stateTexts: StateTextsBlock = { type: 'stateTexts' };
export const modelForm = (
  part: (typeof formParts)[number],
  language: 'en' | 'es' = 'en',
): ModelFormBlock => ({
  type: 'modelForm',
  attrs: { part, language },
});
export const pageBreak: PageBreak = { type: 'pageBreak' };

export function doc(...content: readonly BlockNode[]): LetterDoc {
  return { type: 'doc', content };
}
