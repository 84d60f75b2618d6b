/** What can be done with a reminder where it stands in the calendar, each with its way back. */
import type { Day } from '../../../shared/domain/days.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { act, ask } from '../../bridge/calls.ts';
import { instantWords } from '../../components/moments.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';

export async function finishReminder(reminderId: number): Promise<void> {
  const done = await act('reminders.done', { reminderId });
  if (!done.ok) return void showFault(done.error);
  showDone('Reminder done.', { undo: () => void again(reminderId) });
}

export async function snoozeReminder(reminderId: number, until: number): Promise<void> {
  const snoozed = await act('reminders.snooze', { reminderId, until });
  if (snoozed.ok) showDone(`Put off to ${instantWords(until)}.`);
  else showFault(snoozed.error);
}

/** Moves it to a day at the same hour; one of a series leaves the series by that. */
export async function moveReminder(reminderId: number, toDay: Day): Promise<void> {
  const before = await ask('reminders.get', { reminderId });
  const moved = await act('reminders.move', { reminderId, toDay });
  if (!moved.ok) return void showFault(moved.error);
  const wasOfSeries = before.ok && before.value.repeat !== null;
  showDone(
    wasOfSeries
      ? `Moved to ${dayWords(toDay)}. Only this one: the others come as before.`
      : `Moved to ${dayWords(toDay)}.`,
  );
}

export async function cancelReminder(reminderId: number): Promise<void> {
  const cancelled = await act('reminders.cancel', { reminderId });
  if (!cancelled.ok) return void showFault(cancelled.error);
  showDone('Reminder cancelled.', { undo: () => void again(reminderId) });
}

export async function endSeries(reminderId: number): Promise<void> {
  const ended = await act('reminders.endSeries', { reminderId });
  if (ended.ok) showDone('The reminder repeats no more.');
  else showFault(ended.error);
}

async function again(reminderId: number): Promise<void> {
  const reopened = await act('reminders.reopen', { reminderId });
  if (reopened.ok) showDone('Reminder is open again.');
  else showFault(reopened.error);
}

/** Takes back what was just set, with all of its series. */
export async function undoSet(reminderId: number): Promise<void> {
  const ended = await act('reminders.endSeries', { reminderId });
  if (ended.ok) return void showDone('Reminder taken back.');
  const cancelled = await act('reminders.cancel', { reminderId });
  if (cancelled.ok) showDone('Reminder taken back.');
  else showFault(cancelled.error);
}
