/**
 * A text longer than a note holds, pasted or dropped. It never reaches the field, so the window stays quick: it waits here until it
 * is decided whether it becomes several notes, the first an ordinary one and the others addenda to it, or is cut.
 */
import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import { mostNoteCharacters, type NoteKind, notePartsOf } from '../../../../shared/domain/note.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { act } from '../../../bridge/calls.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { showDone } from '../../../components/toasts.tsx';

export type LongNoteProps = {
  readonly text: string;
  readonly accountId: number;
  readonly kind: NoteKind;
  /** The note all of it is added to. */
  readonly addendumTo: number | null;
  /** The first part goes into the field. */
  onCut(first: string): void;
  /** All of it is saved, or it was left out. */
  onSettled(): void;
};

const figures = (count: number) => count.toLocaleString('en-US');

export function LongNote(props: LongNoteProps) {
  const { text, accountId, kind, addendumTo, onCut, onSettled } = props;
  const parts = useMemo(() => notePartsOf(text), [text]);
  const [saved, setSaved] = useState(0);
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const stopped = useRef(false);
  const head = useRef<number | null>(addendumTo);

  const save = async () => {
    stopped.current = false;
    setSaving(true);
    setFault(null);
    for (let at = saved; at < parts.length && !stopped.current; at += 1) {
      const result = await act('notes.add', {
        accountId,
        kind,
        text: cutCardData(parts[at] ?? ''),
        addendumTo: head.current,
      });
      if (!result.ok) {
        setFault(result.error);
        break;
      }
      head.current ??= result.value.noteId;
      setSaved(at + 1);
      if (at + 1 === parts.length) {
        showDone(`Saved as ${parts.length} notes.`);
        onSettled();
        return;
      }
    }
    setSaving(false);
  };

  return (
    <Alert
      color="yellow"
      icon={<IconFileText size={18} aria-hidden />}
      title={`This text has ${figures(text.length)} characters`}
      className="account-long-note"
    >
      <Text size="sm">
        A note holds {figures(mostNoteCharacters)}. Nothing of it is in the field yet. A letter or a statement
        is better kept as a file of the account.
      </Text>
      <FaultAlert fault={fault} />
      {saving || saved > 0 ? (
        <div role="status">
          <Text size="sm">
            {figures(saved)} of {figures(parts.length)} saved
          </Text>
          <Progress value={(saved / parts.length) * 100} aria-label="Notes saved" />
        </div>
      ) : null}
      <Group gap="xs" mt="xs">
        {saving ? (
          <Button
            variant="default"
            onClick={() => {
              stopped.current = true;
            }}
          >
            Stop
          </Button>
        ) : (
          <>
            <Button onClick={() => void save()}>
              {saved === 0
                ? `Save as ${figures(parts.length)} notes`
                : `Save the other ${figures(parts.length - saved)}`}
            </Button>
            {saved === 0 ? (
              <Button variant="default" onClick={() => onCut(parts[0] ?? '')}>
                Keep the first part only
              </Button>
            ) : null}
            <Button variant="subtle" color="gray" onClick={onSettled}>
              {saved === 0 ? 'Leave it out' : 'Leave out the rest'}
            </Button>
          </>
        )}
      </Group>
    </Alert>
  );
}
