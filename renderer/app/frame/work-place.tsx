/** The bar of work mode above the account in hand, its keys, and what follows when it is finished or put off. */
import { useCallback, useEffect, useState } from 'react';
import { addDays, dayOfInstant, startOfDay } from '../../../shared/domain/days.ts';
import { useCallKnown, useCurrentCall } from '../../bridge/current-call.ts';
import { useGo } from '../../bridge/navigation.ts';
import {
  finishItem,
  putOff,
  returnItem,
  stopWork,
  takeFirst,
  useWork,
  type WorkItem,
} from '../../bridge/work.ts';
import { backTimes } from '../../components/back-times.ts';
import { somethingAbove, takesLetters } from '../../components/covered.ts';
import { localZone } from '../../components/moments.tsx';
import { PutOffDialog } from '../../components/put-off-dialog.tsx';
import { showDone, showFault } from '../../components/toasts.tsx';
import { WorkBar } from '../../components/work-bar.tsx';

export function WorkPlace({ accountId }: { readonly accountId: number | null }) {
  const { item, active } = useWork();
  const call = useCurrentCall();
  const known = useCallKnown();
  if (item === null || !active || item.accountId !== accountId) return null;
  // While somebody is on the line the call has the keys, and what the item says of the debt may not stand there.
  if (!known || (call !== null && call.accountId === accountId)) return null;
  return <InWork key={item.key} item={item} />;
}

function InWork({ item }: { readonly item: WorkItem }) {
  const go = useGo();
  const { done, left, touched } = useWork();
  const [pending, setPending] = useState(false);
  const [putting, setPutting] = useState<'skipped' | 'snoozed' | null>(null);

  const goOn = useCallback(
    async (said: string) => {
      useWork.setState({ done: useWork.getState().done + 1 });
      const next = await takeFirst();
      showDone(said, {
        undo: () =>
          void returnItem(item).then((result) => {
            if (!result.ok) showFault(result.error);
          }),
      });
      go(next === null ? 'today' : { accountId: next });
    },
    [go, item],
  );
  const finish = useCallback(async () => {
    setPending(true);
    const result = await finishItem(item);
    setPending(false);
    if (result === 'stay') return;
    if (result.ok) await goOn(`Done: ${item.debtorName}`);
    else showFault(result.error);
  }, [goOn, item]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return;
      if (pending || somethingAbove() || (takesLetters(event.target) && !event.altKey)) return;
      const letter = event.altKey ? event.code.replace('Key', '') : event.key.toUpperCase();
      if (letter === 'X') void finish();
      else if (letter === 'K') setPutting('skipped');
      else if (letter === 'Z') setPutting('snoozed');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [finish, pending]);

  const put = async (as: 'skipped' | 'snoozed', word: string, until: number) => {
    setPending(true);
    const result = await putOff(item, as, word, until);
    setPending(false);
    if (!result.ok) {
      showFault(result.error);
      return;
    }
    setPutting(null);
    await goOn(`${as === 'skipped' ? 'Skipped' : 'Snoozed'}: ${item.debtorName}`);
  };
  const now = Date.now();
  const zone = localZone();
  return (
    <>
      <WorkBar
        {...item}
        place={`${(done + 1).toLocaleString('en-US')} of ${(done + left).toLocaleString('en-US')}`}
        touched={touched}
        pending={pending}
        done={() => void finish()}
        skip={() => setPutting('skipped')}
        snooze={() => setPutting('snoozed')}
        stop={() => {
          stopWork();
          go('today');
        }}
      />
      {putting === null ? null : (
        <PutOffDialog
          as={putting}
          who={item.debtorName}
          pending={pending}
          times={
            putting === 'skipped'
              ? [{ label: 'Tomorrow', until: startOfDay(addDays(dayOfInstant(now, zone), 1), zone) }]
              : backTimes(now, zone)
          }
          putOff={(word, until) => void put(putting, word, until)}
          close={() => setPutting(null)}
        />
      )}
    </>
  );
}
