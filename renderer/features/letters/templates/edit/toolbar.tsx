/** What can be done to the text under the cursor. The arrows move along it; Alt+F10 leads here from the text, Escape back. */
import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import {
  IconAlignCenter,
  IconAlignRight,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconBraces,
  IconFilter,
  IconItalic,
  IconList,
  IconListNumbers,
  IconPlus,
  IconUnderline,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import type { KeyboardEvent, ReactNode } from 'react';

export type ToolbarProps = {
  readonly editor: Editor;
  onField(from: HTMLElement): void;
  onEverything(from: HTMLElement): void;
  onCondition(): void;
};

export function Toolbar({ editor, onField, onEverything, onCondition }: ToolbarProps) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      center: now.isActive({ textAlign: 'center' }),
      right: now.isActive({ textAlign: 'right' }),
      style: now.isActive('heading', { level: 1 }) ? '1' : now.isActive('heading', { level: 2 }) ? '2' : '0',
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  const moveAlong = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') return void editor.commands.focus();
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || event.target instanceof HTMLSelectElement) return;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled]), select')];
    const next = items[items.indexOf(document.activeElement as HTMLElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const align = (to: 'left' | 'center' | 'right') =>
    to === 'left'
      ? editor.chain().focus().unsetTextAlign().run()
      : editor.chain().focus().setTextAlign(to).run();
  return (
    <div className="letter-toolbar" role="toolbar" aria-label="Text of the letter" onKeyDown={moveAlong}>
      <Tool
        label="Undo"
        keys="Ctrl+Z"
        disabled={!state.canUndo}
        press={() => editor.chain().focus().undo().run()}
      >
        <IconArrowBackUp size={16} aria-hidden />
      </Tool>
      <Tool
        label="Redo"
        keys="Ctrl+Y"
        disabled={!state.canRedo}
        press={() => editor.chain().focus().redo().run()}
      >
        <IconArrowForwardUp size={16} aria-hidden />
      </Tool>
      <NativeSelect
        aria-label="Kind of paragraph"
        className="letter-style"
        value={state.style}
        data={[
          { value: '0', label: 'Text' },
          { value: '1', label: 'Title' },
          { value: '2', label: 'Heading' },
        ]}
        onChange={(event) => {
          const level = event.currentTarget.value;
          const chain = editor.chain().focus();
          if (level === '0') chain.setParagraph().run();
          else chain.setHeading({ level: level === '1' ? 1 : 2 }).run();
        }}
      />
      <Tool
        label="Bold"
        keys="Ctrl+B"
        on={state.bold}
        press={() => editor.chain().focus().toggleBold().run()}
      >
        <IconBold size={16} aria-hidden />
      </Tool>
      <Tool
        label="Italic"
        keys="Ctrl+I"
        on={state.italic}
        press={() => editor.chain().focus().toggleItalic().run()}
      >
        <IconItalic size={16} aria-hidden />
      </Tool>
      <Tool
        label="Underline"
        keys="Ctrl+U"
        on={state.underline}
        press={() => editor.chain().focus().toggleUnderline().run()}
      >
        <IconUnderline size={16} aria-hidden />
      </Tool>
      <Tool label="List" on={state.bullets} press={() => editor.chain().focus().toggleBulletList().run()}>
        <IconList size={16} aria-hidden />
      </Tool>
      <Tool
        label="Numbered list"
        on={state.numbers}
        press={() => editor.chain().focus().toggleOrderedList().run()}
      >
        <IconListNumbers size={16} aria-hidden />
      </Tool>
      <Tool label="Centered" on={state.center} press={() => align(state.center ? 'left' : 'center')}>
        <IconAlignCenter size={16} aria-hidden />
      </Tool>
      <Tool label="At the right" on={state.right} press={() => align(state.right ? 'left' : 'right')}>
        <IconAlignRight size={16} aria-hidden />
      </Tool>
      <span className="letter-toolbar-gap" />
      <Word label="Field" tip="Put in a field: or type {" press={onField}>
        <IconBraces size={15} aria-hidden />
      </Word>
      <Word label="Only if" tip="Put the chosen words, or new ones, under a condition" press={onCondition}>
        <IconFilter size={15} aria-hidden />
      </Word>
      <Word
        label="Insert"
        tip="Tables, passages, notices: or type / at the start of a word"
        press={onEverything}
      >
        <IconPlus size={15} aria-hidden />
      </Word>
    </div>
  );
}

type ToolProps = {
  readonly label: string;
  readonly keys?: string;
  readonly on?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  press(): void;
};

function Tool({ label, keys, on, disabled = false, children, press }: ToolProps) {
  return (
    <Tooltip label={keys === undefined ? label : `${label} (${keys})`}>
      <ActionIcon
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        variant={on ? 'light' : 'subtle'}
        disabled={disabled}
        onMouseDown={(event) => event.preventDefault()}
        onClick={press}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

type WordProps = {
  readonly label: string;
  readonly tip: string;
  readonly children: ReactNode;
  press(from: HTMLElement): void;
};

function Word({ label, tip, children, press }: WordProps) {
  return (
    <Tooltip label={tip}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={children}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => press(event.currentTarget)}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
