/**
 * Work on the queue of Today: the item in hand, how far one has come, and what is done with an item. The item is kept as a
 * draft in the book, so that a restart leads back to it.
 */
import { z } from 'zod';
import { create } from 'zustand';
import { type TodayItem, todayKinds } from '../../shared/contract/today.ts';
import { cutCardData } from '../../shared/domain/card-number.ts';
import { talkKinds } from '../../shared/domain/queue.ts';
import type { Result } from '../../shared/errors/result.ts';
import { act, ask, onEvent } from './calls.ts';
import { parseStored } from './drafts.ts';
import { wantNextStep } from './next-step.ts';

const draftKey = 'work';

const markedKey = z.strictObject({ key: z.string().max(120), kind: z.enum(todayKinds) });
const workItem = z.strictObject({
  ...markedKey.shape,
  accountId: z.int(),
  debtorName: z.string(),
  text: z.string(),
  points: z.int(),
  parts: z.array(z.strictObject({ words: z.string(), points: z.int() })),
  also: z.array(z.strictObject({ ...markedKey.shape, text: z.string() })),
});
export type WorkItem = z.output<typeof workItem>;

const kept = z.strictObject({
  item: workItem,
  /** Off while one looks at the queue itself. */
  active: z.boolean(),
  done: z.int(),
  total: z.int(),
});

export type Work = {
  readonly item: WorkItem | null;
  readonly active: boolean;
  /** Finished or put off since work began. */
  readonly done: number;
  /** What waited when the item was taken, itself included. */
  readonly left: number;
  /** Something was recorded on its account since it was taken. */
  readonly touched: boolean;
};

const nothing: Work = { item: null, active: false, done: 0, left: 0, touched: false };

export const useWork = create<Work>()(() => nothing);

function change(next: Partial<Work>): void {
  useWork.setState(next);
  const { item, active, done, left } = useWork.getState();
  void (item === null
    ? act('drafts.drop', { key: draftKey })
    : act('drafts.save', {
        key: draftKey,
        text: JSON.stringify({ item, active, done, total: left } satisfies z.input<typeof kept>),
      }));
}

/** Reads what was in hand when the program ended; called when a book's screens come up. */
export async function restoreWork(): Promise<void> {
  useWork.setState(nothing, true);
  const found = await ask('drafts.load', { key: draftKey });
  const stored = found.ok ? parseStored(found.value.text ?? '', kept) : null;
  if (stored === null || useWork.getState().item !== null) return;
  const { item, active, done, total } = stored;
  useWork.setState({ item, active, done, left: total, touched: false });
}

onEvent((event) => {
  if (event.type === 'book') useWork.setState(nothing, true);
  if (event.type !== 'changed') return;
  const { item, touched } = useWork.getState();
  if (item === null || touched) return;
  const about = event.changes.some(
    ({ subject, accountIds }) =>
      (subject === 'timeline' || subject === 'ledger') && accountIds?.includes(item.accountId),
  );
  if (about) useWork.setState({ touched: true });
});

function toWork({ key, kind, accountId, debtorName, text, points, parts, also }: TodayItem): WorkItem | null {
  if (accountId === null) return null;
  return {
    key,
    kind,
    accountId,
    debtorName: debtorName ?? '',
    text: text.slice(0, 600),
    points,
    parts: parts.map(({ words, points: value }) => ({ words, points: value })),
    also: also.map((reason) => ({ key: reason.key, kind: reason.kind, text: reason.text.slice(0, 300) })),
  };
}

/** Takes an item in hand; `left` is how many wait, itself included. False for one that is about no account. */
export function takeItem(item: TodayItem, left: number): boolean {
  const taken = toWork(item);
  if (taken === null) return false;
  const { active, item: before, done } = useWork.getState();
  const goesOn = active || before?.key === taken.key;
  change({ item: taken, active: true, left, touched: false, done: goesOn ? done : 0 });
  return true;
}

/** Back to the queue, the place kept. */
export function pauseWork(): void {
  change({ active: false });
}

export function stopWork(): void {
  change(nothing);
}

/** Takes what is first in the queue now; its account, or `null` when nothing about an account is left. */
export async function takeFirst(): Promise<number | null> {
  const answer = await ask('today.list', {});
  const items = answer.ok ? answer.value.items : [];
  const first = items.find(({ accountId }) => accountId !== null);
  if (!first || !takeItem(first, items.length)) {
    stopWork();
    return null;
  }
  return first.accountId;
}

type Marked = Pick<TodayItem, 'key' | 'kind' | 'accountId'> & {
  readonly also: readonly Pick<TodayItem, 'key' | 'kind'>[];
};

/** What is settled together with it: talk settles talk, a duty of paper only itself. */
function alongWith({ kind, also }: Marked): Pick<TodayItem, 'key' | 'kind'>[] {
  if (!talkKinds.includes(kind)) return [];
  return also
    .filter((reason) => talkKinds.includes(reason.kind))
    .map((reason) => ({ key: reason.key, kind: reason.kind }));
}

export type MarkOutcome = Result<{ readonly planless: boolean }> | 'stay';

/** Finishes an item; asks first what comes next where nothing would. `stay`: it was not finished after all. */
export async function finishItem(item: Marked): Promise<MarkOutcome> {
  const also = alongWith(item);
  const { key, kind, accountId } = item;
  if (accountId !== null) {
    const keys = [key, ...also.map((reason) => reason.key)];
    const choice = await wantNextStep(accountId, keys, true);
    if (choice === 'stay') return 'stay';
    // Without a step it cannot be called finished: it is put off, and stays in the list of those without one.
    if (choice === 'left' && kind === 'no_next_step')
      return putOff(item, 'skipped', 'Left without a next step', Date.now() + 12 * 3_600_000);
  }
  return act('desk.mark', { key, kind, accountId, mark: 'done', also });
}

export function putOff(
  item: Marked,
  mark: 'skipped' | 'snoozed',
  word: string,
  untilAt: number,
): Promise<Result<{ readonly planless: boolean }>> {
  const { key, kind, accountId } = item;
  return act('desk.mark', {
    key,
    kind,
    accountId,
    mark,
    word: cutCardData(word),
    untilAt,
    also: alongWith(item),
  });
}

/** Takes the last mark back. */
export function returnItem(item: Marked): Promise<Result<{ readonly planless: boolean }>> {
  const { key, kind, accountId } = item;
  return act('desk.mark', { key, kind, accountId, mark: 'returned', also: alongWith(item) });
}
