/** A reminder that comes due while the window is looked at shows in its corner, and opens its account. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callClockWords } from '../../../shared/text/call-clock-words.ts';
import { ask, onEvent } from '../../bridge/calls.ts';
import { isDebtHidden } from '../../bridge/current-call.ts';
import { useGo } from '../../bridge/navigation.ts';
import { clockWords, localZone } from '../../components/moments.tsx';
import { showDue } from '../../components/toasts.tsx';

/** More at once than this are one message, as after a night of sleep. */
const mostSingly = 3;

export function DueToasts() {
  const go = useGo();
  const client = useQueryClient();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type !== 'due') return;
        void client.invalidateQueries({
          predicate: (query) => /^(today|reminders)\./.test(String(query.queryKey[0])),
        });
        void showReminders(event.reminderIds, go);
      }),
    [client, go],
  );
  return null;
}

async function showReminders(ids: readonly number[], go: ReturnType<typeof useGo>): Promise<void> {
  // In a call nothing of a debt comes up before the right party is confirmed; the words wait in Today.
  if (ids.length > mostSingly || isDebtHidden()) {
    showDue({
      id: 'due-many',
      title: ids.length === 1 ? 'A reminder came due' : `${ids.length} reminders came due`,
      text: ids.length === 1 ? 'It waits in Today.' : 'They wait in Today.',
      open: () => go('today'),
    });
    return;
  }
  const answer = await ask('reminders.list', { accountId: null, until: Date.now(), limit: 500 });
  // A book locked in between has nothing to show.
  if (!answer.ok) return;
  for (const reminder of answer.value.reminders) {
    if (!ids.includes(reminder.reminderId)) continue;
    const { accountId, debtorName, call } = reminder;
    const may = call === null ? '' : `. ${callClockWords(call, Date.now(), localZone()).text}`;
    showDue({
      id: `due-${reminder.reminderId}`,
      title: debtorName ?? 'Reminder',
      text: `${reminder.text} (${clockWords(reminder.dueAt)}${reminder.missed ? ', missed' : ''})${may}`,
      ...(accountId === null ? {} : { open: () => go({ accountId }) }),
    });
  }
}
