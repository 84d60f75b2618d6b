/** What the cursor stands on, in words, and what can be done to it: a field, or words under a condition. */
import { Button } from '@mantine/core';
import { type Editor, getMarkRange } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { fieldLabel, testWords } from '../../../../../shared/templates/document/doc-text.ts';
import type { DocTest } from '../../../../../shared/templates/document/letter-doc.ts';
import { type FieldName, letterFields } from '../../../../../shared/templates/fields.ts';
import { needHint } from './field-groups.ts';
import { conditionMark } from './letter-json.ts';

export type ContextStripProps = {
  readonly editor: Editor;
  onChangeField(): void;
  onChangeCondition(test: DocTest): void;
};

/** The innermost condition the cursor stands in, as words of a line. */
export function conditionAt(editor: Editor): DocTest | null {
  const { selection } = editor.state;
  const marks = selection instanceof NodeSelection ? selection.node.marks : selection.$from.marks();
  const inner = marks.filter(({ type }) => type.name === conditionMark).at(-1);
  return (inner?.attrs.test as DocTest | undefined) ?? null;
}

/** Puts another condition in the place of one, over all its words; `null` lets them print always. */
export function changeCondition(editor: Editor, from: DocTest, to: DocTest | null): void {
  const type = editor.schema.marks[conditionMark];
  if (!type) return;
  const range = getMarkRange(editor.state.selection.$from, type, { test: from });
  if (!range) return;
  editor
    .chain()
    .command(({ tr }) => {
      tr.removeMark(range.from, range.to, type.create({ test: from }));
      if (to !== null) tr.addMark(range.from, range.to, type.create({ test: to }));
      return true;
    })
    .focus()
    .run();
}

export function ContextStrip({ editor, onChangeField, onChangeCondition }: ContextStripProps) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { selection } = now.state;
      const isField = selection instanceof NodeSelection && selection.node.type.name === 'field';
      return {
        field: isField ? String(selection.node.attrs.name) : null,
        test: conditionAt(now),
      };
    },
  });
  const { field, test } = at;
  const known = letterFields.find(({ name }) => name === field);
  return (
    <div className="letter-strip">
      <span role="status">
        {field !== null
          ? `Field “${fieldLabel(field as FieldName)}”${known ? `, prints like ${known.example}.${needHint(known.need)}` : ', of each item of the list.'}`
          : test !== null
            ? `These words print ${testWords(test).replace(/^./, (first) => first.toLowerCase())}.`
            : 'Type { for a field, / for a table, a passage or wording the law asks for.'}
      </span>
      {field !== null ? (
        <Button size="compact-xs" variant="default" onClick={onChangeField}>
          Another field…
        </Button>
      ) : null}
      {test !== null ? (
        <>
          <Button size="compact-xs" variant="default" onClick={() => onChangeCondition(test)}>
            Change the condition…
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => changeCondition(editor, test, null)}>
            Print always
          </Button>
        </>
      ) : null}
    </div>
  );
}
