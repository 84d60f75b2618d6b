/** The report of an import as the very page it will be, printed or saved from here. */
import { Group, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { act, ask } from '../../bridge/calls.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PaperButtons, type PaperWork } from '../../components/paper-buttons.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';

export type ReportPaperProps = { readonly importId: number; onClose(): void };

export function ReportPaper({ importId, onClose }: ReportPaperProps) {
  const [preview, setPreview] = useState<OutputOf<'imports.previewReport'> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<PaperWork>('preview');
  useEffect(() => {
    let wanted = true;
    void ask('imports.previewReport', { importId }).then((answer) => {
      if (!wanted) return;
      setPending(null);
      if (answer.ok) setPreview(answer.value);
      else setFault(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [importId]);
  const print = async (previewId: string) => {
    setPending('print');
    const answer = await act('imports.printReport', { previewId });
    setPending(null);
    if (!answer.ok) setFault(answer.error);
    else if (answer.value.printed) showDone('Printed.');
  };
  const save = async (previewId: string) => {
    setPending('save');
    const answer = await act('imports.saveReport', { previewId });
    setPending(null);
    if (answer.ok) showDone(`Saved as ${answer.value.fileName}.`);
    else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };
  return (
    <Modal opened onClose={onClose} title="Import report" size="56rem">
      <Stack gap="xs">
        <Group gap="xs">
          <PaperButtons
            previewId={preview?.previewId ?? null}
            pending={pending}
            making="Making the page"
            focusPrint
            onPrint={(previewId) => void print(previewId)}
            onSave={(previewId) => void save(previewId)}
          />
        </Group>
        <FaultAlert fault={fault} />
        {preview === null ? null : <PdfView pdf={preview.pdf} label="Import report" />}
      </Stack>
    </Modal>
  );
}
