/** A file of letters: first what it holds and would change, then taking what is wanted of it. */
import { Badge, Button, Checkbox, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { TemplateFileItem } from '../../../../shared/contract/templates.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { letterStageWords } from '../../../../shared/templates/letter-words.ts';
import { start } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

const changeWords = { new: 'New', changed: 'Changed', same: 'The same' } as const;

export function FileDialog({ fileId, onClose }: { readonly fileId: string; onClose(): void }) {
  const [preview, setPreview] = useState<Result<OutputOf<'templates.previewFile'>> | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    void start('templates.previewFile', { fileId }, () => undefined).finished.then((answer) => {
      if (!wanted) return;
      setPreview(answer);
      if (answer.ok) {
        setChosen(
          new Set(answer.value.items.filter(({ change }) => change !== 'same').map(({ place }) => place)),
        );
      }
    });
    return () => {
      wanted = false;
    };
  }, [fileId]);
  const items = preview?.ok ? preview.value.items : [];
  const take = async () => {
    if (busy) return;
    setBusy(true);
    const places = [...chosen];
    const result = await start('templates.takeFile', { fileId, places }, () => undefined).finished;
    setBusy(false);
    if (!result.ok) return void showFault(result.error);
    const { taken } = result.value;
    showDone(`${taken === 1 ? 'One letter was' : `${taken} letters were`} taken as drafts.`);
    onClose();
  };
  return (
    <Modal opened centered size="xl" onClose={onClose} title="Letters from a file">
      <Stack gap="sm">
        <FaultAlert fault={preview === null || preview.ok ? undefined : preview.error} />
        {preview === null ? <Loader size="sm" role="status" aria-label="Reading the file" /> : null}
        {items.length === 0 ? null : (
          <Text size="sm">
            What you take becomes a draft of your own. Nothing is sent from it before somebody has read it and
            put it in use.
          </Text>
        )}
        <ul className="template-versions">
          {items.map((item) => (
            <FileRow
              key={item.place}
              item={item}
              chosen={chosen.has(item.place)}
              onChoose={(wanted) => {
                const next = new Set(chosen);
                if (wanted) next.add(item.place);
                else next.delete(item.place);
                setChosen(next);
              }}
            />
          ))}
        </ul>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {items.length === 0 ? 'Close' : 'Not now'}
          </Button>
          {items.length === 0 ? null : (
            <Button disabled={chosen.size === 0} loading={busy} onClick={() => void take()}>
              {chosen.size === 1 ? 'Take one' : `Take ${chosen.size}`}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

type FileRowProps = {
  readonly item: TemplateFileItem;
  readonly chosen: boolean;
  onChoose(wanted: boolean): void;
};

function FileRow({ item, chosen, onChoose }: FileRowProps) {
  const faults = item.problems.filter(({ severity }) => severity === 'stop');
  const said = [...item.differences, ...faults.map(({ text }) => `To mend: ${text}`)];
  return (
    <li>
      <div>
        <Checkbox
          label={item.name}
          description={`${letterStageWords[item.stage]}${item.of === '' ? '' : `. A version of your letter “${item.of}”`}`}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        {said.length === 0 ? null : (
          <ul className="template-said">
            {said.slice(0, 5).map((one) => (
              <li key={one}>{one}</li>
            ))}
            {said.length > 5 ? <li>And {said.length - 5} more.</li> : null}
          </ul>
        )}
      </div>
      <Badge color={item.change === 'same' ? 'gray' : 'ink'}>{changeWords[item.change]}</Badge>
    </li>
  );
}
