/** What is done with an item from the list, each with its way back. */
import { useMemo, useState } from 'react';
import type { GoTarget } from '../../../shared/contract/events.ts';
import type { TodayItem } from '../../../shared/contract/today.ts';
import { askForCall } from '../../bridge/current-call.ts';
import { useGo } from '../../bridge/navigation.ts';
import { finishItem, putOff, returnItem, takeItem } from '../../bridge/work.ts';
import { showDone, showFault } from '../../components/toasts.tsx';

export type PutAsked = { readonly item: TodayItem; readonly as: 'skipped' | 'snoozed' };

export type RowActions = {
  /** Goes to what the item is about; an account is taken in work. */
  take(item: TodayItem, left: number): void;
  dial(item: TodayItem, left: number): void;
  done(item: TodayItem): void;
  ask(item: TodayItem, as: 'skipped' | 'snoozed'): void;
};

/** Where what is about no account is dealt with; `null`: nowhere but here. */
export function placeOfItem({ kind, key }: Pick<TodayItem, 'kind' | 'key'>): GoTarget | null {
  if (kind === 'letter_waiting') return 'letters';
  if (kind === 'money_waiting') return 'incoming';
  if (kind === 'renewal_due') return key.startsWith('licence:') ? 'rules' : 'scripts';
  return null;
}

function nameOf(item: TodayItem): string {
  return item.debtorName ?? item.text;
}

export function useRowActions() {
  const go = useGo();
  const [asked, setAsked] = useState<PutAsked | null>(null);
  const [pending, setPending] = useState(false);
  const actions = useMemo((): RowActions => {
    const undo = (item: TodayItem) => () =>
      void returnItem(item).then((result) => {
        if (!result.ok) showFault(result.error);
      });
    return {
      take: (item, left) => {
        if (takeItem(item, left) && item.accountId !== null) go({ accountId: item.accountId });
        else {
          const place = placeOfItem(item);
          if (place !== null) go(place);
        }
      },
      dial: (item, left) => {
        if (!takeItem(item, left) || item.accountId === null) return;
        askForCall(item.accountId);
        go({ accountId: item.accountId });
      },
      done: (item) =>
        void finishItem(item).then((result) => {
          if (result === 'stay') return;
          if (result.ok) showDone(`Done: ${nameOf(item)}`, { undo: undo(item) });
          else showFault(result.error);
        }),
      ask: (item, as) => setAsked({ item, as }),
    };
  }, [go]);
  const put = async (word: string, until: number) => {
    if (asked === null) return;
    const { item, as } = asked;
    setPending(true);
    const result = await putOff(item, as, word, until);
    setPending(false);
    if (!result.ok) {
      showFault(result.error);
      return;
    }
    setAsked(null);
    showDone(`${as === 'skipped' ? 'Skipped' : 'Snoozed'}: ${nameOf(item)}`, {
      undo: () =>
        void returnItem(item).then((back) => {
          if (!back.ok) showFault(back.error);
        }),
    });
  };
  return { actions, asked, pending, put, close: () => setAsked(null) };
}
