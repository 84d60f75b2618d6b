/** A table of a list as it stands in the letter: its headings, one row for all, and the last line. */
import { Button } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useState } from 'react';
import { fieldLabel } from '../../../../../shared/templates/document/doc-text.ts';
import type { RowsBlock } from '../../../../../shared/templates/document/letter-doc.ts';
import { letterLists } from '../../../../../shared/templates/fields.ts';
import { Remove } from './card-view.tsx';
import { RowsDialog } from './rows-dialog.tsx';

export function RowsView({ node, editor, selected, deleteNode, updateAttributes }: NodeViewProps) {
  const [asking, setAsking] = useState(false);
  const attrs = node.attrs as RowsBlock['attrs'];
  const list = letterLists.find(({ name }) => name === attrs.list);
  const title = `Table: ${list?.label ?? ''}`;
  return (
    <NodeViewWrapper
      className="letter-card"
      role="group"
      aria-label={title}
      data-chosen={selected || undefined}
      data-drag-handle
    >
      <div className="letter-card-head">
        <span>{title}</span>
        {editor.isEditable ? (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
              Change…
            </Button>
            <Remove
              label={`Take out: ${title}`}
              onRemove={() => {
                deleteNode();
                editor.commands.focus();
              }}
            />
          </>
        ) : null}
      </div>
      <table className="letter-rows">
        <thead>
          <tr>
            {attrs.columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {attrs.columns.map(({ name }) => (
              <td key={name}>
                <span className="letter-chip">{fieldLabel(name)}</span>
              </td>
            ))}
          </tr>
          {attrs.total ? (
            <tr className="letter-rows-total">
              <td colSpan={Math.max(1, attrs.columns.length - 1)}>{attrs.total.label}</td>
              <td>
                <span className="letter-chip">{fieldLabel(attrs.total.name)}</span>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {asking ? (
        <RowsDialog
          attrs={attrs}
          onChoose={(next) => {
            updateAttributes({ total: null, ...next });
            setAsking(false);
            editor.commands.focus();
          }}
          onClose={() => {
            setAsking(false);
            editor.commands.focus();
          }}
        />
      ) : null}
    </NodeViewWrapper>
  );
}
