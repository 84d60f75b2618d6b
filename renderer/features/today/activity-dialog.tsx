/** The log of a day or some days: the very page it will be, printed or saved from here. It is kept nowhere. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Day } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { act, ask } from '../../bridge/calls.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PaperButtons, type PaperWork } from '../../components/paper-buttons.tsx';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { showDone } from '../../components/toasts.tsx';

export function ActivityDialog({ today, close }: { readonly today: Day; close(): void }) {
  const [days, setDays] = useState({ fromOn: today, toOn: today });
  const [typed, setTyped] = useState(days);
  const [preview, setPreview] = useState<OutputOf<'desk.previewActivity'> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [pending, setPending] = useState<PaperWork>('preview');
  useEffect(() => {
    let current = true;
    setPending('preview');
    setFault(null);
    void ask('desk.previewActivity', days).then((answer) => {
      if (!current) return;
      setPending(null);
      setPreview(answer.ok ? answer.value : null);
      if (!answer.ok) setFault(answer.error);
    });
    return () => {
      current = false;
    };
  }, [days]);
  const print = async (previewId: string) => {
    setPending('print');
    const answer = await act('desk.printActivity', { previewId });
    setPending(null);
    if (!answer.ok) setFault(answer.error);
    else if (answer.value.printed) showDone('Printed.');
  };
  const save = async (previewId: string) => {
    setPending('save');
    const answer = await act('desk.saveActivity', { previewId });
    setPending(null);
    if (answer.ok) showDone(`Saved as ${answer.value.fileName}.`);
    else if (answer.error.code !== 'file.dialog_cancelled') setFault(answer.error);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDays(typed);
  };
  const field = (label: string, name: 'fromOn' | 'toOn') => (
    <TextInput
      type="date"
      label={label}
      value={typed[name]}
      max={today}
      required
      withAsterisk={false}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened onClose={close} title="Activity log" size="56rem">
      <Stack gap="xs">
        <form onSubmit={submit} aria-label="Days of the log">
          <Group gap="xs" align="flex-end">
            {field('From', 'fromOn')}
            {field('To', 'toOn')}
            <Button type="submit" variant="default" disabled={pending !== null}>
              Show
            </Button>
            <PaperButtons
              previewId={preview?.previewId ?? null}
              pending={pending}
              making="Making the page"
              focusPrint
              onPrint={(previewId) => void print(previewId)}
              onSave={(previewId) => void save(previewId)}
            />
          </Group>
        </form>
        <FaultAlert fault={fault} />
        {preview === null ? null : <PdfView pdf={preview.pdf} label="Activity log" />}
      </Stack>
    </Modal>
  );
}
