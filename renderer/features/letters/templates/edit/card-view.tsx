/** Parts of a letter nobody types: Duebook's own passages, wording the law asks for, a new page. Shown by what they print. */
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import type { ReactNode } from 'react';
import { modelFormB1 } from '../../../../../shared/rules/wording/model-form.ts';
import { prescribedTexts } from '../../../../../shared/rules/wording/prescribed.ts';
import { passageLabels } from '../../../../../shared/templates/document/doc-text.ts';
import type { PassageName } from '../../../../../shared/templates/document/letter-doc.ts';

const passagePrints: Readonly<Record<PassageName, string>> = {
  subject: 'Account number, creditor, original creditor if another, amount due.',
  how_to_pay: 'How to pay, as your letterhead says it.',
  reach: 'Your telephone, hours and email, as your letterhead says them, in one sentence.',
  closing: '“Sincerely,” your signature picture, who signs, and your office.',
  charges: 'A table of every open charge with what was credited, a running total, and the amount due.',
  coupons: 'A slip to tear off for each payment of the plan.',
  payment_slip: 'A slip to tear off with the account, the amount due and where to send it.',
  signatures: 'Lines for the debtor and your office to sign and date.',
};

type Said = { readonly title: string; readonly prints: ReactNode };

function saidOf({ node }: NodeViewProps): Said {
  switch (node.type.name) {
    case 'passage': {
      const name = node.attrs.name as PassageName;
      return { title: passageLabels[name], prints: passagePrints[name] };
    }
    case 'prescribed': {
      const text = prescribedTexts.find(({ id }) => id === node.attrs.id);
      return {
        title: text?.title ?? `Prescribed text ${String(node.attrs.id)}`,
        prints: text?.text ?? 'Printed as counsel of your office approved it.',
      };
    }
    case 'modelForm': {
      const lines = modelFormB1.filter(({ part }) => part === node.attrs.part);
      return {
        title: `Validation notice, model form B-1${node.attrs.language === 'es' ? ', in Spanish' : ''}`,
        prints: (
          <>
            {lines.map(({ id, text }) => (
              <span key={id}>{text}</span>
            ))}
          </>
        ),
      };
    }
    default:
      return {
        title: 'Statements of the debtor’s state',
        prints:
          'Every statement the law of the debtor’s state asks for in this letter, word for word. Nothing where it asks for none.',
      };
  }
}

export function CardView(view: NodeViewProps) {
  const { node, editor, deleteNode, selected, updateAttributes } = view;
  const remove = () => {
    deleteNode();
    editor.commands.focus();
  };
  if (node.type.name === 'pageBreak') {
    return (
      <NodeViewWrapper className="letter-page-break" data-chosen={selected || undefined} data-drag-handle>
        <span>New page</span>
        {editor.isEditable ? <Remove label="Take the new page out" onRemove={remove} /> : null}
      </NodeViewWrapper>
    );
  }
  const { title, prints } = saidOf(view);
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
        {node.type.name === 'modelForm' && editor.isEditable ? (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => updateAttributes({ language: node.attrs.language === 'es' ? 'en' : 'es' })}
          >
            {node.attrs.language === 'es' ? 'In English instead' : 'In Spanish instead'}
          </Button>
        ) : null}
        {editor.isEditable ? <Remove label={`Take out: ${title}`} onRemove={remove} /> : null}
      </div>
      <div className="letter-card-prints">{prints}</div>
    </NodeViewWrapper>
  );
}

export function Remove({ label, onRemove }: { readonly label: string; onRemove(): void }) {
  return (
    <ActionIcon size="xs" aria-label={label} onClick={onRemove}>
      <IconX size={13} aria-hidden />
    </ActionIcon>
  );
}
