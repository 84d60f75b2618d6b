/** A file of scripts: first what it holds and would change, then taking what is wanted of it. */
import { Badge, Button, Checkbox, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { ScriptFileItem } from '../../../../shared/contract/scripts.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { start } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

const keyOf = ({ kind, code }: Pick<ScriptFileItem, 'kind' | 'code'>) => `${kind} ${code}`;
const changeWords = { new: 'New', changed: 'Changed', same: 'The same' } as const;

export function FileDialog({ fileId, onClose }: { readonly fileId: string; onClose(): void }) {
  const [preview, setPreview] = useState<Result<OutputOf<'scripts.previewFile'>> | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void start('scripts.previewFile', { fileId }, () => undefined).finished.then((answer) => {
      setPreview(answer);
      if (answer.ok) setChosen(new Set(answer.value.items.filter((one) => one.change !== 'same').map(keyOf)));
    });
  }, [fileId]);
  const items = preview?.ok ? preview.value.items : [];
  const take = async () => {
    if (busy) return;
    setBusy(true);
    const wanted = items.filter((item) => chosen.has(keyOf(item))).map(({ kind, code }) => ({ kind, code }));
    const result = await start('scripts.takeFile', { fileId, take: wanted }, () => undefined).finished;
    setBusy(false);
    if (!result.ok) return void showFault(result.error);
    const { taken, drafts } = result.value;
    const left =
      drafts === 0 ? '' : ` ${drafts === 1 ? 'One is' : `${drafts} are`} a draft with something to mend.`;
    showDone(`${taken === 1 ? 'One was' : `${taken} were`} taken.${left}`);
    onClose();
  };
  return (
    <Modal opened centered size="xl" onClose={onClose} title="Scripts from a file">
      <Stack gap="sm">
        <FaultAlert fault={preview === null || preview.ok ? undefined : preview.error} />
        {preview === null ? <Loader size="sm" role="status" aria-label="Reading the file" /> : null}
        {items.length === 0 ? null : (
          <Text size="sm">
            What you take becomes a version of your own. Nothing that was kept before is lost, and a script
            with something to mend becomes a draft that no call uses.
          </Text>
        )}
        <ul className="scripts-file">
          {items.map((item) => (
            <FileRow
              key={keyOf(item)}
              item={item}
              chosen={chosen.has(keyOf(item))}
              onChoose={(wanted) => {
                const next = new Set(chosen);
                if (wanted) next.add(keyOf(item));
                else next.delete(keyOf(item));
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
  readonly item: ScriptFileItem;
  readonly chosen: boolean;
  onChoose(wanted: boolean): void;
};

function FileRow({ item, chosen, onChoose }: FileRowProps) {
  const faults = item.problems.filter(({ severity }) => severity === 'fault');
  const said = [...item.differences, ...faults.map(({ text }) => `To mend: ${text}`)];
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Checkbox
          label={item.name}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <Badge ml="auto" color={item.change === 'same' ? 'gray' : 'ink'}>
          {changeWords[item.change]}
        </Badge>
      </Group>
      {said.length === 0 ? null : (
        <ul className="scripts-differences">
          {said.slice(0, 5).map((one) => (
            <li key={one}>{one}</li>
          ))}
          {said.length > 5 ? <li>And {said.length - 5} more.</li> : null}
        </ul>
      )}
    </li>
  );
}
