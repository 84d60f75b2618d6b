/** A list as the pages it will be: printed or saved from here, kept nowhere. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { act, ask } from '../../bridge/calls.ts';
import type { ListToExport } from '../../bridge/exports.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PaperButtons, type PaperWork } from '../../components/paper-buttons.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';

type PaperPagesProps = {
  readonly asked: ListToExport['asked'];
  readonly columns: readonly string[];
  readonly showFile: boolean;
  back(): void;
};

export function PaperPages({ asked, columns, showFile, back }: PaperPagesProps) {
  const [preview, setPreview] = useState<OutputOf<'exports.previewPaper'> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<PaperWork>('preview');
  // What is asked for stays the same for as long as these pages are shown.
  const [question] = useState({ asked, columns: [...columns] });
  useEffect(() => {
    let current = true;
    void ask('exports.previewPaper', question).then((answer) => {
      if (!current) return;
      setPending(null);
      if (answer.ok) setPreview(answer.value);
      else setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [question]);
  const print = async (previewId: string) => {
    setPending('print');
    const printed = await act('exports.printPaper', { previewId });
    setPending(null);
    if (!printed.ok) setFault(printed.error);
    else if (printed.value.printed) showDone('Printed.');
  };
  const save = async (previewId: string) => {
    setPending('save');
    const saved = await act('exports.savePaper', { previewId });
    setPending(null);
    if (!saved.ok) {
      if (saved.error.code !== 'file.dialog_cancelled') setFault(saved.error);
      return;
    }
    const { fileId, fileName } = saved.value;
    const show = () =>
      void act('exports.showFile', { fileId }).then((shown) => {
        if (!shown.ok) showFault(shown.error);
      });
    if (showFile) show();
    showDone(`Saved as ${fileName}.`, showFile ? {} : { also: { label: 'Show in folder', press: show } });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={back}
          data-autofocus
        >
          Columns and format
        </Button>
        <PaperButtons
          previewId={preview?.previewId ?? null}
          pending={pending}
          making="Making the pages"
          onPrint={(previewId) => void print(previewId)}
          onSave={(previewId) => void save(previewId)}
        />
        {preview === null ? null : (
          <Text size="sm">
            {preview.pages.toLocaleString('en-US')} {preview.pages === 1 ? 'page' : 'pages'}
          </Text>
        )}
      </Group>
      {preview !== null && preview.leftOut > 0 ? (
        <Alert color="yellow" variant="light" title="Not everything is on these pages">
          They hold the first {preview.rows.toLocaleString('en-US')} rows;{' '}
          {preview.leftOut.toLocaleString('en-US')} more are in the list. Narrow it, or save it as a
          spreadsheet to have them all.
        </Alert>
      ) : null}
      <FaultAlert fault={fault} />
      {preview === null ? null : <PdfView pdf={preview.pdf} label="Pages of the list" />}
    </Stack>
  );
}
