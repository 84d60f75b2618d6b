/**
 * Between a letter as it is stored and as the editor holds it. They differ in one thing: words under a condition are a mark in the
 * editor, because a mark is typed in, selected and split like words, and a node is not. Nested ones keep their order by the order of
 * their marks. What comes out is still only what the editor says: `readDoc` decides whether it is a letter.
 */
import type {
  BlockNode,
  DocTest,
  InlineNode,
  LetterDoc,
} from '../../../../../shared/templates/document/letter-doc.ts';

/** As the editor gives and takes it. */
export type EditorNode = {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: EditorNode[];
};

export const conditionMark = 'whenInline';

// ---- into the editor --------------------------------------------------------------------------------------

const emptyParagraph = (): EditorNode => ({ type: 'paragraph' });

export function toEditor(doc: LetterDoc): EditorNode {
  const content = doc.content.map(blockToEditor);
  return { type: 'doc', content: content.length === 0 ? [emptyParagraph()] : content };
}

function blockToEditor(node: BlockNode): EditorNode {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const attrs = node.attrs ? { attrs: { ...node.attrs } } : {};
      return { type: node.type, ...attrs, content: inlineToEditor(node.content ?? [], []) };
    }
    case 'bulletList':
    case 'orderedList':
      return {
        type: node.type,
        content: node.content.map((item) => {
          const content = item.content.map(blockToEditor);
          const first = content[0]?.type === 'paragraph' ? [] : [emptyParagraph()];
          return { type: 'listItem', content: [...first, ...content] };
        }),
      };
    case 'when':
    case 'each': {
      const content = node.content.map(blockToEditor);
      return {
        type: node.type,
        attrs: { ...node.attrs },
        content: content.length === 0 ? [emptyParagraph()] : content,
      };
    }
    case 'stateTexts':
    case 'pageBreak':
      return { type: node.type };
    default:
      return { type: node.type, attrs: { ...node.attrs } };
  }
}

function inlineToEditor(nodes: readonly InlineNode[], tests: readonly DocTest[]): EditorNode[] {
  return nodes.flatMap((node): EditorNode[] => {
    if (node.type === 'whenInline') return inlineToEditor(node.content, [...tests, node.attrs.test]);
    const marks = [
      ...tests.map((test) => ({ type: conditionMark, attrs: { test } })),
      ...('marks' in node ? (node.marks ?? []).map(({ type }) => ({ type })) : []),
    ];
    const marked = marks.length > 0 ? { marks } : {};
    if (node.type === 'hardBreak') return [{ type: 'hardBreak', ...marked }];
    if (node.type === 'field') return [{ type: 'field', attrs: { ...node.attrs }, ...marked }];
    return node.text === '' ? [] : [{ type: 'text', text: node.text, ...marked }];
  });
}

// ---- out of it --------------------------------------------------------------------------------------------

/** Not checked yet: pass it through `readDoc`. */
export function fromEditor(node: EditorNode): LetterDoc {
  const content = (node.content ?? []).map(blockFromEditor);
  const last = content.at(-1);
  // The editor keeps an empty line below a frame or card so that one can go on writing; it is no line of the letter.
  const before = content.at(-2)?.type;
  const isSpare =
    last?.type === 'paragraph' &&
    (last.content ?? []).length === 0 &&
    (before === undefined || !writtenIn.has(before));
  return { type: 'doc', content: isSpare ? content.slice(0, -1) : content };
}

/** Blocks one can go on writing in. */
const writtenIn: ReadonlySet<string> = new Set(['paragraph', 'heading']);

/** Attributes the editor's own list extension adds and a letter does not have. */
const surplus: ReadonlySet<string> = new Set(['start', 'type', 'tight']);

function blockFromEditor(node: EditorNode): BlockNode {
  const attrs = Object.fromEntries(
    Object.entries(node.attrs ?? {}).filter(([name, value]) => value !== null && !surplus.has(name)),
  );
  const kept = Object.keys(attrs).length > 0 ? { attrs } : {};
  const made =
    node.type === 'paragraph' || node.type === 'heading'
      ? { type: node.type, ...kept, content: inlineFromEditor(node.content ?? [], 0) }
      : {
          type: node.type,
          ...kept,
          ...(node.content === undefined ? {} : { content: node.content.map(blockFromEditor) }),
        };
  return made as unknown as BlockNode;
}

const testsOf = (node: EditorNode) => (node.marks ?? []).filter(({ type }) => type === conditionMark);

/** Neighbours under the same condition stand in it together. */
function inlineFromEditor(nodes: readonly EditorNode[], depth: number): InlineNode[] {
  const made: InlineNode[] = [];
  let at = 0;
  while (at < nodes.length) {
    const node = nodes[at];
    if (!node) break;
    const test = testsOf(node)[depth]?.attrs?.test;
    if (test === undefined) {
      made.push(pieceFromEditor(node));
      at += 1;
      continue;
    }
    const same = JSON.stringify(test);
    let end = at + 1;
    for (let next = nodes[end]; next !== undefined; next = nodes[++end]) {
      if (JSON.stringify(testsOf(next)[depth]?.attrs?.test) !== same) break;
    }
    made.push({
      type: 'whenInline',
      attrs: { test: test as DocTest },
      content: inlineFromEditor(nodes.slice(at, end), depth + 1),
    });
    at = end;
  }
  return made;
}

function pieceFromEditor(node: EditorNode): InlineNode {
  const marks = (node.marks ?? []).filter(({ type }) => type !== conditionMark).map(({ type }) => ({ type }));
  const marked = marks.length > 0 && node.type !== 'hardBreak' ? { marks } : {};
  const made =
    node.type === 'text'
      ? { type: 'text', text: node.text ?? '', ...marked }
      : { type: node.type, ...(node.attrs ? { attrs: node.attrs } : {}), ...marked };
  return made as unknown as InlineNode;
}
