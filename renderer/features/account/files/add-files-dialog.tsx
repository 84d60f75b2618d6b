/**
 * Files about to be kept: what each is, its day, a few words. They are taken in one after the other, each in a transaction of its
 * own, so that one that is refused stands here with the reason while the others are kept.
 */
import { Button, Group, NativeSelect, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { attachmentKinds, attachmentLimits } from '../../../../shared/domain/attachment.ts';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { attachmentKindWords } from '../../../../shared/text/file-words.ts';
import { act, type RunningJob, registerDroppedFile, start } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';
import { optionsOf } from '../forms/bound-fields.tsx';
import { DayField } from '../forms/day-field.tsx';
import { Dialog } from '../forms/dialog.tsx';
import { dayRefusal } from '../forms/schemas.ts';
import { parseTypedDay, showTypedDay } from '../forms/typed-day.ts';
import { changeLine, type FileLine, type LineChange, linesOf, type PickedFile } from './picked-file.ts';

export type AddFilesDialogProps = {
  readonly accountId: number;
  readonly debtorName: string;
  readonly today: Day;
  readonly files: readonly PickedFile[];
  /** More were chosen than go at once. */
  readonly leftOut: number;
  /** One file dropped on the screen may have been meant for the import. */
  readonly onImport: (() => void) | null;
  onClose(): void;
};

export function AddFilesDialog({
  accountId,
  debtorName,
  today,
  files,
  leftOut,
  onImport,
  onClose,
}: AddFilesDialogProps) {
  const [lines, setLines] = useState(() => linesOf(files, showTypedDay(today)));
  const [working, setWorking] = useState(false);
  const running = useRef<RunningJob<'attachments.add'> | null>(null);
  const stopped = useRef(false);
  const kept = useRef<number[]>([]);

  const change = (key: number, what: LineChange) => setLines((now) => changeLine(now, key, what));
  const set = (key: number, what: Partial<FileLine>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...what } : line)));

  const addOne = async (line: FileLine, onDay: Day): Promise<Result<unknown>> => {
    const { picked } = line;
    const known = picked.from === 'dialog' ? picked.fileId : null;
    const registered = picked.from === 'drop' ? await registerDroppedFile(picked.file) : null;
    if (registered && !registered.ok) return registered;
    const fileId = known ?? registered?.value.fileId ?? '';
    const { kind, description, again } = line;
    const job = start(
      'attachments.add',
      { accountId, fileId, kind, onDay, description, again },
      ({ done, total }) => set(line.key, { share: total ? done / total : 0 }),
    );
    running.current = job;
    if (stopped.current) job.cancel();
    const result = await job.finished;
    running.current = null;
    if (result.ok) kept.current.push(result.value.attachmentId);
    return result;
  };

  const add = async (which: readonly FileLine[]) => {
    setWorking(true);
    stopped.current = false;
    for (const line of which) {
      if (stopped.current) break;
      const day = parseTypedDay(line.day, today, 'behind');
      if (!day.ok) continue;
      set(line.key, { state: 'adding', share: 0, fault: null });
      const result = await addOne(line, day.value);
      if (result.ok) set(line.key, { state: 'kept', share: 1 });
      else
        set(line.key, {
          state: 'waiting',
          fault: result.error.code === 'call.cancelled' ? null : result.error,
        });
    }
    setWorking(false);
    if (kept.current.length === lines.length) finish();
  };

  const finish = () => {
    const ids = [...kept.current];
    onClose();
    if (ids.length === 0) return;
    showDone(
      ids.length === 1
        ? 'The file is kept with the account.'
        : `${ids.length} files are kept with the account.`,
      {
        undo: () => void takeBack(ids),
      },
    );
  };

  const stop = () => {
    stopped.current = true;
    running.current?.cancel();
  };
  const waiting = lines.filter((line) => !isKept(line));
  const badDay = (line: FileLine) => !parseTypedDay(line.day, today, 'behind').ok;

  return (
    <Dialog
      onClose={working ? stop : finish}
      title={
        files.length === 1 ? 'Keep a file with this account' : `Keep ${files.length} files with this account`
      }
      size="lg"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!working && !waiting.some(badDay)) void add(waiting);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            They go into the encrypted book, on the account of {debtorName}. The originals stay where they
            are.
          </Text>
          {leftOut === 0 ? null : (
            <Text size="sm" role="status">
              {attachmentLimits.files} go at once; {leftOut} more {leftOut === 1 ? 'was' : 'were'} left out.
              Add {leftOut === 1 ? 'it' : 'them'} after these.
            </Text>
          )}
          <ul className="files-adding">
            {lines.map((line, index) => (
              <li key={line.key} aria-label={line.picked.name}>
                <span className="files-adding-name">
                  {isKept(line) ? <IconCheck size={16} aria-label="Kept" /> : null}
                  <bdi>{line.picked.name}</bdi>
                </span>
                {isKept(line) ? null : (
                  <div className="files-adding-fields">
                    <NativeSelect
                      label="What it is"
                      data={optionsOf(attachmentKinds, attachmentKindWords)}
                      value={line.kind}
                      disabled={working}
                      {...(index === 0 ? { 'data-autofocus': true } : {})}
                      onChange={(event) => {
                        const kind = attachmentKinds.find((one) => one === event.currentTarget.value);
                        if (kind) change(line.key, { kind });
                      }}
                    />
                    <DayField
                      label="Day"
                      leaning="behind"
                      today={today}
                      value={line.day}
                      onChange={(day) => change(line.key, { day })}
                      error={badDay(line) && line.day.trim() === '' ? dayRefusal(line.day) : undefined}
                    />
                    <TextInput
                      label="Description"
                      placeholder="What it says, who sent it"
                      autoComplete="off"
                      maxLength={300}
                      disabled={working}
                      value={line.description}
                      onChange={(event) =>
                        change(line.key, { description: cutCardData(event.currentTarget.value) })
                      }
                    />
                  </div>
                )}
                {line.state === 'adding' ? (
                  <Progress value={line.share * 100} size="sm" aria-label={`Reading ${line.picked.name}`} />
                ) : null}
                <FaultAlert fault={line.fault}>
                  {line.fault?.code === 'attachment.twice' ? (
                    <Button
                      mt="xs"
                      variant="default"
                      onClick={() => void add([{ ...line, again: true }])}
                      disabled={working}
                    >
                      Keep it once more
                    </Button>
                  ) : null}
                </FaultAlert>
              </li>
            ))}
          </ul>
          <Group justify="flex-end" gap="xs">
            {onImport === null || working ? null : (
              <Button variant="subtle" onClick={onImport} mr="auto">
                Import as a list of debts instead…
              </Button>
            )}
            <Button variant="default" onClick={working ? stop : finish}>
              {working ? 'Stop' : lines.some(isKept) ? 'Close' : 'Cancel'}
            </Button>
            <Button
              type="submit"
              aria-busy={working || undefined}
              {...(working ? { 'data-loading': true } : {})}
            >
              {waiting.length === 1 ? 'Keep the file' : `Keep ${waiting.length} files`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function isKept(line: FileLine): boolean {
  return line.state === 'kept';
}

async function takeBack(ids: readonly number[]): Promise<void> {
  for (const attachmentId of ids) {
    const removed = await act('attachments.remove', {
      attachmentId,
      reason: 'Taken back right after it was added',
    });
    if (!removed.ok) return void showFault(removed.error);
  }
  showDone('Taken back. What was added stands under “Removed”.');
}
