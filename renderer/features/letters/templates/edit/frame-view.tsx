/** Blocks under a condition, or repeated for a list: a frame that says so in plain words, with the blocks typed inside of it. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown, IconDots, IconFilter, IconRepeat } from '@tabler/icons-react';
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { testWords } from '../../../../../shared/templates/document/doc-text.ts';
import type { DocTest } from '../../../../../shared/templates/document/letter-doc.ts';
import { letterLists } from '../../../../../shared/templates/fields.ts';
import { ConditionDialog } from './condition-dialog.tsx';

/** Takes the frame away and leaves what stands in it. */
function unwrap({ editor, node, getPos }: NodeViewProps): void {
  const at = getPos();
  if (at === undefined) return;
  editor
    .chain()
    .command(({ tr }) => {
      tr.replaceWith(at, at + node.nodeSize, node.content);
      return true;
    })
    .focus(at)
    .run();
}

function removeNode({ editor, deleteNode }: NodeViewProps): void {
  deleteNode();
  editor.commands.focus();
}

type FrameProps = {
  readonly view: NodeViewProps;
  readonly words: string;
  readonly icon: ReactNode;
  /** Left out for a letter that is only read. */
  onChange?(): void;
  readonly children?: ReactNode;
};

function Frame({ view, words, icon, onChange, children }: FrameProps) {
  const editable = view.editor.isEditable;
  return (
    <NodeViewWrapper
      className="letter-frame"
      role="group"
      aria-label={words}
      data-chosen={view.selected || undefined}
    >
      <div className="letter-frame-head" contentEditable={false}>
        {editable && onChange ? (
          <button type="button" className="letter-frame-words" onClick={onChange}>
            {icon}
            {words}
            <IconChevronDown size={13} aria-hidden />
          </button>
        ) : (
          <span className="letter-frame-words">
            {icon}
            {words}
          </span>
        )}
        {editable ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="xs" aria-label={`More: ${words}`}>
                <IconDots size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {children}
              <Menu.Item onClick={() => unwrap(view)}>Take the frame away, keep the words</Menu.Item>
              <Menu.Item onClick={() => removeNode(view)}>Delete it with the words</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <NodeViewContent className="letter-frame-body" />
    </NodeViewWrapper>
  );
}

export function WhenView(view: NodeViewProps) {
  const [asking, setAsking] = useState(false);
  const test = view.node.attrs.test as DocTest;
  const addOpposite = () => {
    const at = view.getPos();
    if (at === undefined) return;
    const opposite = { ...test, not: test.not !== true };
    const end = at + view.node.nodeSize;
    view.editor
      .chain()
      .insertContentAt(end, { type: 'when', attrs: { test: opposite }, content: [{ type: 'paragraph' }] })
      .focus(end + 2)
      .run();
  };
  return (
    <>
      <Frame
        view={view}
        words={testWords(test)}
        icon={<IconFilter size={13} aria-hidden />}
        onChange={() => setAsking(true)}
      >
        <Menu.Item onClick={addOpposite}>Add what stands otherwise, below</Menu.Item>
      </Frame>
      {asking ? (
        <ConditionDialog
          test={test}
          onChoose={(next) => {
            view.updateAttributes({ test: next });
            setAsking(false);
            view.editor.commands.focus();
          }}
          onClose={() => {
            setAsking(false);
            view.editor.commands.focus();
          }}
        />
      ) : null}
    </>
  );
}

export function EachView(view: NodeViewProps) {
  const list = letterLists.find(({ name }) => name === view.node.attrs.list);
  return (
    <Frame
      view={view}
      words={`Repeated for each of “${list?.label ?? 'a list'}”`}
      icon={<IconRepeat size={13} aria-hidden />}
    />
  );
}
