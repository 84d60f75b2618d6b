/** Notes somebody pinned: they stand above the timeline, whatever it shows, until the pin is taken off. */
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconPin, IconPinnedOff } from '@tabler/icons-react';
import type { PinnedNote } from '../../../../shared/contract/notes.ts';
import { act } from '../../../bridge/calls.ts';
import { useCall } from '../../../bridge/queries.ts';
import { InstantText } from '../../../components/moments.tsx';
import { showDone, showFault } from '../../../components/toasts.tsx';

export type PinnedNotesProps = {
  readonly accountId: number;
  onShow(note: PinnedNote): void;
};

export function PinnedNotes({ accountId, onShow }: PinnedNotesProps) {
  const pinned = useCall('notes.pinned', { accountId });
  const notes = pinned.data?.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <section className="account-pinned" aria-label="Pinned notes">
      <ul>
        {notes.map((note) => (
          <li key={note.noteId}>
            <span aria-hidden className="account-item-mark">
              <IconPin size={14} />
            </span>
            <div className="account-pinned-text">
              <p>{note.text.slice(0, 400)}</p>
              <span className="account-item-meta">
                <InstantText at={note.at} /> {note.author}
              </span>
            </div>
            <ActionIcon
              size="sm"
              color="gray"
              title="Show in the timeline"
              aria-label={`Show in the timeline: ${headOf(note)}`}
              onClick={() => onShow(note)}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              color="gray"
              title="Take the pin off"
              aria-label={`Take the pin off: ${headOf(note)}`}
              onClick={() => void unpin(note.noteId)}
            >
              <IconPinnedOff size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}

function headOf({ text }: PinnedNote): string {
  return text.slice(0, 40);
}

async function unpin(noteId: number): Promise<void> {
  const result = await act('notes.unpin', { noteId });
  if (!result.ok) return void showFault(result.error);
  showDone('The pin is off. The note stays where it was.', {
    undo: () =>
      void act('notes.pin', { noteId }).then((pinned) => {
        if (!pinned.ok) showFault(pinned.error);
      }),
  });
}
