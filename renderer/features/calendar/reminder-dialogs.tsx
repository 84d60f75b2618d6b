/** The dialog of a reminder as the calendar opens it: for a new one on a day, or for one that stands there. */
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Day } from '../../../shared/domain/days.ts';
import { act } from '../../bridge/calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { ReminderDialog } from '../../components/reminder-dialog.tsx';
import { showDone } from '../../components/toasts.tsx';
import { undoSet } from './reminder-acts.ts';

export function NewReminder({ day, onClose }: { readonly day: Day; onClose(): void }) {
  // One press or several: it is set once.
  const [operation] = useState(uuidv7);
  return (
    <ReminderDialog
      day={day}
      reminder={null}
      onClose={onClose}
      save={async ({ scope: _, ...fields }) => {
        const set = await act('reminders.set', { accountId: null, ...fields }, operation);
        if (!set.ok) return set.error;
        showDone('Reminder set.', { undo: () => void undoSet(set.value.reminderId) });
        return null;
      }}
    />
  );
}

type ChangeReminderProps = { readonly reminderId: number; readonly day: Day; onClose(): void };

export function ChangeReminder({ reminderId, day, onClose }: ChangeReminderProps) {
  const found = useCall('reminders.get', { reminderId });
  if (!found.data) return null;
  return (
    <ReminderDialog
      day={day}
      reminder={found.data}
      onClose={onClose}
      save={async (fields) => {
        const changed = await act('reminders.change', { reminderId, ...fields });
        if (!changed.ok) return changed.error;
        showDone('Reminder changed.');
        return null;
      }}
    />
  );
}
