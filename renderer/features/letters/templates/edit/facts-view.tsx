/** Lines of figures as they stand in the letter: words at the left, a field at the right. */
import { Button } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useState } from 'react';
import { fieldLabel } from '../../../../../shared/templates/document/doc-text.ts';
import type { FactsBlock } from '../../../../../shared/templates/document/letter-doc.ts';
import { Remove } from './card-view.tsx';
import { FactsDialog } from './facts-dialog.tsx';

export function FactsView({ node, editor, selected, deleteNode, updateAttributes }: NodeViewProps) {
  const [asking, setAsking] = useState(false);
  const { rows } = node.attrs as FactsBlock['attrs'];
  return (
    <NodeViewWrapper
      className="letter-card"
      role="group"
      aria-label="Lines of figures"
      data-chosen={selected || undefined}
      data-drag-handle
    >
      <div className="letter-card-head">
        <span>Lines of figures</span>
        {editor.isEditable ? (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
              Change…
            </Button>
            <Remove
              label="Take the lines of figures out"
              onRemove={() => {
                deleteNode();
                editor.commands.focus();
              }}
            />
          </>
        ) : null}
      </div>
      <table className="letter-rows">
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and this list is only shown
            <tr key={at} className={row.strong ? 'letter-rows-total' : ''}>
              <th scope="row">{row.label}</th>
              <td>
                <span className="letter-chip">{fieldLabel(row.name)}</span>
                {row.ifFilled ? <span className="letter-rows-note">only if filled in</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking ? (
        <FactsDialog
          rows={rows}
          onChoose={(next) => {
            updateAttributes({ rows: next });
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
