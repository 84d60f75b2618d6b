/**
 * What the editor can hold: the shape of `letter-doc.ts` and nothing else. What is pasted is read by these rules; whatever they do not
 * name loses its markup and keeps its words, and nothing it points at is fetched (the page of the window may load nothing anyway).
 */
import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import { TextAlign } from '@tiptap/extension-text-align';
import { Plugin } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { fieldLabel, testWords } from '../../../../../shared/templates/document/doc-text.ts';
import type { BlockNode, DocTest } from '../../../../../shared/templates/document/letter-doc.ts';
import { readDoc } from '../../../../../shared/templates/document/read-doc.ts';
import {
  type FieldName,
  type ItemFieldName,
  letterFields,
  letterLists,
} from '../../../../../shared/templates/fields.ts';
import { CardView } from './card-view.tsx';
import { FactsView } from './facts-view.tsx';
import { needHint } from './field-groups.ts';
import { EachView, WhenView } from './frame-view.tsx';
import { conditionMark } from './letter-json.ts';
import { RowsView } from './rows-view.tsx';

const fields = new Map(letterFields.map((field) => [field.name as string, field]));
const itemFields: ReadonlySet<string> = new Set(
  letterLists.flatMap((list) => list.fields.map(({ name }) => name)),
);

/** Attributes that came from somewhere else, as JSON; `null` unless a letter may hold them. */
function readAttrs(type: string, json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  try {
    const attrs: unknown = JSON.parse(json);
    const content = type === 'when' || type === 'each' ? { content: [] } : {};
    const read = readDoc({ type: 'doc', content: [{ type, attrs, ...content } as unknown as BlockNode] });
    const node = read.ok ? read.value.content[0] : undefined;
    return node && 'attrs' in node ? { ...node.attrs } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const plainAttr = { default: null, rendered: false } as const;

/** A block that is told by its attributes alone, or holds blocks. */
function block(
  name: string,
  attributes: readonly string[],
  content: string | null,
  view: Parameters<typeof ReactNodeViewRenderer>[0],
) {
  return Node.create({
    name,
    group: 'block',
    ...(content === null
      ? { atom: true, selectable: true, draggable: true }
      : { content, defining: true, isolating: true }),
    addAttributes: () => Object.fromEntries(attributes.map((attribute) => [attribute, plainAttr])),
    parseHTML: () => [
      {
        tag: `div[data-letter="${name}"]`,
        getAttrs: (element) =>
          attributes.length === 0 ? {} : (readAttrs(name, element.getAttribute('data-attrs')) ?? false),
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const attrs = mergeAttributes(HTMLAttributes, {
        'data-letter': name,
        'data-attrs': JSON.stringify(node.attrs),
      });
      return content === null ? ['div', attrs] : ['div', attrs, 0];
    },
    addNodeView: () => ReactNodeViewRenderer(view),
  });
}

/** A merge field: one piece, with its name as it is read and what it prints as an example. */
const FieldChip = Node.create({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ name: plainAttr }),
  parseHTML: () => [
    {
      tag: 'span[data-field]',
      getAttrs: (element) => {
        const name = element.getAttribute('data-field') ?? '';
        return fields.has(name) || itemFields.has(name) ? { name } : false;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const name = String(node.attrs.name);
    const known = fields.get(name);
    const title = known
      ? `Prints like “${known.example}”.${needHint(known.need)}`
      : 'A field of the list this stands in.';
    return [
      'span',
      { class: 'letter-chip', 'data-field': name, title },
      fieldLabel(name as FieldName | ItemFieldName),
    ];
  },
  renderText: ({ node }) => `[${fieldLabel(node.attrs.name as FieldName)}]`,
});

/** Words under a condition. One may stand in another, and typing at its end goes on outside of it. */
const Condition = Mark.create({
  name: conditionMark,
  priority: 1000,
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ test: plainAttr }),
  parseHTML: () => [
    {
      tag: 'span[data-condition]',
      getAttrs: (element) =>
        readAttrs('when', `{"test":${element.getAttribute('data-condition') ?? 'null'}}`) ?? false,
    },
  ],
  renderHTML: ({ mark }) => [
    'span',
    {
      class: 'letter-condition',
      'data-condition': JSON.stringify(mark.attrs.test),
      'data-words': testWords(mark.attrs.test as DocTest),
    },
    0,
  ],
});

export type AskForInsertion = (what: 'fields' | 'everything', typed: string) => void;

/** `{` opens the fields, `/` at the start of a word everything. What was typed is put in when nothing is chosen. */
const InsertKeys = Extension.create<{ ask: AskForInsertion }>({
  name: 'insertKeys',
  addOptions: () => ({ ask: () => undefined }),
  addProseMirrorPlugins() {
    const { ask } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, _to, text) => {
            if (text !== '{' && text !== '/') return false;
            const { $from } = view.state.selection;
            const before = $from.parent.textBetween(
              Math.max(0, $from.parentOffset - 1),
              $from.parentOffset,
              ' ',
              '\ufffc',
            );
            if (text === '/' && from > $from.start() && /\S/.test(before)) return false;
            ask(text === '{' ? 'fields' : 'everything', text);
            return true;
          },
        },
      }),
    ];
  },
});

const blocksInList = 'paragraph (paragraph | bulletList | orderedList)*';

export function letterExtensions(ask: AskForInsertion) {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2] },
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      strike: false,
      listItem: false,
      dropcursor: { class: 'letter-drop', color: false },
    }),
    Node.create({
      name: 'listItem',
      content: blocksInList,
      defining: true,
      parseHTML: () => [{ tag: 'li' }],
      renderHTML: () => ['li', 0],
      addKeyboardShortcuts() {
        return {
          Enter: () => this.editor.commands.splitListItem(this.name),
          Tab: () => this.editor.commands.sinkListItem(this.name),
          'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
        };
      },
    }),
    TextAlign.configure({ types: ['heading', 'paragraph'], alignments: ['left', 'center', 'right'] }),
    FieldChip,
    Condition,
    block('when', ['test'], 'block+', WhenView),
    block('each', ['list'], 'block+', EachView),
    block('rows', ['list', 'columns', 'total'], null, RowsView),
    block('facts', ['rows'], null, FactsView),
    block('passage', ['name'], null, CardView),
    block('prescribed', ['id'], null, CardView),
    block('stateTexts', [], null, CardView),
    block('modelForm', ['part', 'language'], null, CardView),
    block('pageBreak', [], null, CardView),
    InsertKeys.configure({ ask }),
  ];
}
