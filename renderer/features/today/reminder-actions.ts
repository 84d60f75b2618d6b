/** What can be done with a reminder from the list, each with its way back. */
import { useMemo } from 'react';
import { act } from '../../bridge/calls.ts';
import { instantWords } from '../../components/moments.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';

export type ReminderActions = {
  done(reminderId: number): void;
  snooze(reminderId: number, until: number): void;
};

export function useReminderActions(): ReminderActions {
  return useMemo(
    () => ({ done: (id) => void finish(id), snooze: (id, until) => void putOff(id, until) }),
    [],
  );
}

async function finish(reminderId: number): Promise<void> {
  const result = await act('reminders.done', { reminderId });
  if (!result.ok) {
    showFault(result.error);
    return;
  }
  showDone('Reminder done', { undo: () => void reopen(reminderId) });
}

async function reopen(reminderId: number): Promise<void> {
  const result = await act('reminders.reopen', { reminderId });
  if (!result.ok) showFault(result.error);
}

async function putOff(reminderId: number, until: number): Promise<void> {
  const result = await act('reminders.snooze', { reminderId, until });
  if (!result.ok) {
    showFault(result.error);
    return;
  }
  // A reminder cannot be due in the past: taken back, it is due again right away.
  const undo = () =>
    void act('reminders.snooze', { reminderId, until: Date.now() + 1000 }).then((again) => {
      if (!again.ok) showFault(again.error);
    });
  showDone(`Snoozed until ${instantWords(until)}`, { undo });
}
