/** A letter as it is written: a sheet with fields as pieces, conditions and lists as frames. It holds only what a letter may hold. */
import '../../letters.css';
import './editor.css';
import { NodeSelection } from '@tiptap/pm/state';
import { findWrapping } from '@tiptap/pm/transform';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DocTest, LetterDoc } from '../../../../../shared/templates/document/letter-doc.ts';
import { type LetterList, letterLists } from '../../../../../shared/templates/fields.ts';
import { ConditionDialog } from './condition-dialog.tsx';
import { ContextStrip, changeCondition } from './context-strip.tsx';
import { FactsDialog } from './facts-dialog.tsx';
import type { Insertion } from './field-groups.ts';
import { Finder, type FinderProps } from './finder.tsx';
import { conditionMark, type EditorNode, fromEditor, toEditor } from './letter-json.ts';
import { letterExtensions } from './letter-schema.ts';
import { RowsDialog } from './rows-dialog.tsx';
import { Toolbar } from './toolbar.tsx';

export type DocEditorProps = {
  /** What it begins with; a later one is not taken over (give it another `key`). */
  readonly doc: LetterDoc;
  readonly editable: boolean;
  readonly label: string;
  /** As it stands in the editor; `readDoc` says whether it is a letter. */
  onChange(doc: LetterDoc): void;
};

type Asking =
  | { readonly kind: 'condition'; readonly from: DocTest | null }
  | { readonly kind: 'table' }
  | { readonly kind: 'facts' };

export function DocEditor({ doc, editable, label, onChange }: DocEditorProps) {
  const [finder, setFinder] = useState<Pick<FinderProps, 'what' | 'typed' | 'at' | 'list'> | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const open = useRef<(what: FinderProps['what'], typed: string, from?: HTMLElement) => void>(
    () => undefined,
  );
  const extensions = useMemo(() => letterExtensions((what, typed) => open.current(what, typed)), []);
  const editor = useEditor({
    extensions,
    content: toEditor(doc),
    editable,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'letter-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
      },
      handleKeyDown(view, event) {
        const chosen = view.state.selection;
        if (event.key === 'Enter' && chosen instanceof NodeSelection && chosen.node.type.name === 'field') {
          open.current('fields', '');
          return true;
        }
        return false;
      },
      handleDoubleClickOn(_view, _pos, node) {
        if (node.type.name !== 'field') return false;
        open.current('fields', '');
        return true;
      },
    },
    onUpdate: ({ editor: now }) => onChange(fromEditor(now.getJSON() as EditorNode)),
  });
  open.current = (what, typed, from) => {
    if (!editor?.isEditable) return;
    const { left, top, bottom } = from
      ? from.getBoundingClientRect()
      : editor.view.coordsAtPos(editor.state.selection.from);
    setFinder({ what, typed, at: { left, top, bottom }, list: listAt(editor) });
  };
  if (!editor) return null;

  const insert = (insertion: Insertion) => {
    setFinder(null);
    switch (insertion.kind) {
      case 'field': {
        const { storedMarks, selection } = editor.state;
        const marks = (storedMarks ?? selection.$from.marks()).map((mark) => mark.toJSON() as never);
        editor
          .chain()
          .focus()
          .insertContent({ type: 'field', attrs: { name: insertion.name }, marks })
          .run();
        return;
      }
      case 'block':
        editor.chain().focus().insertContent(insertion.node).run();
        return;
      case 'list': {
        const first = letterLists.find(({ name }) => name === insertion.list)?.fields[0];
        const content = first ? [{ type: 'field', attrs: { name: first.name } }] : [];
        editor
          .chain()
          .focus()
          .insertContent({
            type: 'each',
            attrs: { list: insertion.list },
            content: [{ type: 'paragraph', content }],
          })
          .run();
        return;
      }
      case 'condition':
        setAsking({ kind: 'condition', from: null });
        return;
      case 'table':
      case 'facts':
        setAsking({ kind: insertion.kind });
    }
  };
  const done = () => {
    setAsking(null);
    editor.commands.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'F10' || !event.altKey) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>('.letter-toolbar button:not([disabled])')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key leads from the text to its own toolbar
    <div className="letter-editor" onKeyDown={onKey}>
      {editable ? (
        <>
          <Toolbar
            editor={editor}
            onField={(from) => open.current('fields', '', from)}
            onEverything={(from) => open.current('everything', '', from)}
            onCondition={() => setAsking({ kind: 'condition', from: null })}
          />
          <ContextStrip
            editor={editor}
            onChangeField={() => open.current('fields', '')}
            onChangeCondition={(from) => setAsking({ kind: 'condition', from })}
          />
        </>
      ) : null}
      <div className="letter-sheet-scroll">
        <EditorContent editor={editor} className="letter-sheet" />
      </div>
      {finder ? (
        <Finder
          {...finder}
          onChoose={insert}
          onClose={(putIn) => {
            setFinder(null);
            const chain = editor.chain().focus();
            if (putIn !== '') chain.insertContent({ type: 'text', text: putIn });
            chain.run();
          }}
        />
      ) : null}
      {asking?.kind === 'condition' ? (
        <ConditionDialog
          test={asking.from}
          onChoose={(test) => {
            setAsking(null);
            if (asking.from) changeCondition(editor, asking.from, test);
            else putUnder(editor, test);
          }}
          onClose={done}
        />
      ) : null}
      {asking?.kind === 'table' ? (
        <RowsDialog
          attrs={null}
          onChoose={(attrs) => {
            setAsking(null);
            editor.chain().focus().insertContent({ type: 'rows', attrs }).run();
          }}
          onClose={done}
        />
      ) : null}
      {asking?.kind === 'facts' ? (
        <FactsDialog
          rows={[]}
          onChoose={(rows) => {
            setAsking(null);
            editor.chain().focus().insertContent({ type: 'facts', attrs: { rows } }).run();
          }}
          onClose={done}
        />
      ) : null}
    </div>
  );
}

/** The list the cursor stands in. */
function listAt(editor: Editor): LetterList | null {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === 'each') return letterLists.find(({ name }) => name === node.attrs.list) ?? null;
  }
  return null;
}

const frames: ReadonlySet<string> = new Set(['doc', 'when', 'each']);

/** Words chosen inside of one line go under the condition as words; anything else as the blocks it stands in. */
function putUnder(editor: Editor, test: DocTest): void {
  const { $from, $to, empty } = editor.state.selection;
  const isPart =
    !empty &&
    $from.sameParent($to) &&
    $from.parent.inlineContent &&
    !($from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size);
  if (isPart) {
    editor.chain().focus().setMark(conditionMark, { test }).setTextSelection($to.pos).run();
    return;
  }
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const type = state.schema.nodes.when;
      const range = tr.selection.$from.blockRange(tr.selection.$to, (node) => frames.has(node.type.name));
      const wrapping = type && range ? findWrapping(range, type, { test }) : null;
      if (!range || !wrapping) return false;
      tr.wrap(range, wrapping);
      return true;
    })
    .run();
}
