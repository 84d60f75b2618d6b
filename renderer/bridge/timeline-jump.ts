/**
 * A place in the timeline of an account that somebody asked to see from elsewhere: a note that a search found, a pinned one. The
 * timeline takes it when it stands on the screen; what nobody takes is forgotten with the next.
 */
import { useCallback, useSyncExternalStore } from 'react';

export type TimelineJump = {
  readonly accountId: number;
  /** The item to be shown, and the place a page begins with it. */
  readonly key: string;
  readonly before: string;
};

let asked: TimelineJump | null = null;
const listeners = new Set<() => void>();

function set(jump: TimelineJump | null): void {
  asked = jump;
  for (const listener of listeners) listener();
}

/** Before or after going to the account. */
export function askTimelineJump(jump: TimelineJump): void {
  set(jump);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The jump that waits for this account, and what takes it. */
export function useTimelineJump(accountId: number): readonly [jump: TimelineJump | null, take: () => void] {
  const jump = useSyncExternalStore(listen, () => (asked?.accountId === accountId ? asked : null));
  const take = useCallback(() => set(null), []);
  return [jump, take];
}
