/** The sheet that proves what was mailed on a day: the very page it will be, printed or saved from here. It is kept nowhere. */
import { Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import { dayOfInstant, earliestDay, isDay } from '../../../../shared/domain/days.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act, ask } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { localZone } from '../../../components/moments.tsx';
import { PaperButtons, type PaperWork } from '../../../components/paper-buttons.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';
import { showDone } from '../../../components/toasts.tsx';

type Asked = Required<InputOf<'mail.previewSheet'>>;
const whole = 'all';

export function SheetDialog({ close }: { close(): void }) {
  const today = dayOfInstant(Date.now(), localZone());
  const [asked, setAsked] = useState<Asked>({ mailedOn: today, runId: null, numberedOnly: false });
  const [preview, setPreview] = useState<OutputOf<'mail.previewSheet'> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<PaperWork>('preview');
  const runs = useCall('mail.runs', { limit: 50 });
  const dayIsFine = isDay(asked.mailedOn) && asked.mailedOn >= earliestDay;
  useEffect(() => {
    if (!dayIsFine) return;
    let current = true;
    setPending('preview');
    setFault(null);
    void ask('mail.previewSheet', asked).then((answer) => {
      if (!current) return;
      setPending(null);
      setPreview(answer.ok ? answer.value : null);
      if (!answer.ok) setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [asked, dayIsFine]);
  const print = async (previewId: string) => {
    setPending('print');
    const answer = await act('mail.printSheet', { previewId });
    setPending(null);
    if (!answer.ok) setFault(answer.error);
    else if (answer.value.printed) showDone('Printed.');
  };
  const save = async (previewId: string) => {
    setPending('save');
    const answer = await act('mail.saveSheet', { previewId });
    setPending(null);
    if (answer.ok) showDone(`Saved as ${answer.value.fileName}.`);
    else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };
  return (
    <Modal opened onClose={close} title="Proof of mailing" size="64rem">
      <Stack gap="xs" className="mail-sheet">
        <Group gap="sm" align="flex-end">
          <TextInput
            type="date"
            label="Mailed on"
            value={asked.mailedOn}
            max={today}
            min={earliestDay}
            data-autofocus
            error={dayIsFine ? null : 'Enter a day.'}
            onChange={(event) => setAsked({ ...asked, mailedOn: event.currentTarget.value })}
          />
          <Select
            label="Pieces"
            allowDeselect={false}
            value={asked.runId === null ? whole : String(asked.runId)}
            onChange={(value) =>
              setAsked({ ...asked, runId: value === null || value === whole ? null : Number(value) })
            }
            data={[
              { value: whole, label: 'All of the day' },
              ...(runs.data?.runs ?? []).map(({ runId, name }) => ({ value: String(runId), label: name })),
            ]}
          />
          <Checkbox
            label="Only those with a number"
            checked={asked.numberedOnly}
            onChange={(event) => setAsked({ ...asked, numberedOnly: event.currentTarget.checked })}
            mb={8}
          />
          <PaperButtons
            previewId={preview?.previewId ?? null}
            pending={pending}
            making="Making the sheet"
            onPrint={(previewId) => void print(previewId)}
            onSave={(previewId) => void save(previewId)}
          />
        </Group>
        <FaultAlert fault={fault} />
        {preview === null ? null : <PdfView pdf={preview.pdf} label="Proof of mailing" />}
      </Stack>
    </Modal>
  );
}
