/** Every text a law asks for whose wording counsel has to bring or confirm: which stand, which are missing, and the way to each. */
import { Loader, Modal, Text } from '@mantine/core';
import { IconCheck, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApprovedText } from '../../../../shared/contract/wording.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { ApprovedTextDialog } from './approved-text-dialog.tsx';

export type CounselTextsDialogProps = { readonly opened: boolean; onClose(): void };

export function CounselTextsDialog({ opened, onClose }: CounselTextsDialogProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = useCall('wording.texts', {}, { enabled: opened });
  return (
    <>
      <Modal
        opened={opened}
        onClose={onClose}
        title="Texts from counsel"
        size="46rem"
        closeOnEscape={chosen === null}
      >
        <Text size="sm" mb="sm">
          Laws ask for these texts, and their wording was not found or was not compared with the law. A letter
          that needs one stops until the wording your lawyer approved stands here. They are asked for only
          where they apply: you need not fill in all of them.
        </Text>
        {texts.error ? <FaultAlert fault={texts.error.fault} /> : null}
        {texts.data ? (
          <ul className="counsel-texts">
            {texts.data.texts.map((text) => (
              <li key={text.id}>
                <TextRow text={text} open={() => setChosen(text.id)} />
              </li>
            ))}
          </ul>
        ) : (
          <Loader size="sm" role="status" aria-label="Opening the texts" />
        )}
      </Modal>
      {chosen === null ? null : <ApprovedTextDialog textId={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function TextRow({ text, open }: { readonly text: ApprovedText; open(): void }) {
  const { state, title, when, approved } = text;
  return (
    <button type="button" className="counsel-text" onClick={open}>
      <span className="counsel-text-state">{state ?? 'All'}</span>
      <span>
        <span className="counsel-text-title">{title}</span>
        <span className="counsel-text-when">{when}</span>
      </span>
      <span className="counsel-text-standing" data-approved={approved !== null}>
        {approved === null ? <IconHandStop size={15} aria-hidden /> : <IconCheck size={15} aria-hidden />}
        {approved === null ? 'Missing' : `Approved by ${approved.approvedBy}`}
      </span>
    </button>
  );
}
