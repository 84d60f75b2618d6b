/** Another area asks for letters to many accounts: the letters screen takes it up and shows the dry list. */
import { create } from 'zustand';
import type { AccountFilter } from '../../shared/contract/accounts.ts';

/** `words` say which accounts, in a phrase: `12 accounts marked`. */
export type RunAsk =
  | { readonly kind: 'accounts'; readonly accountIds: readonly number[]; readonly words: string }
  | { readonly kind: 'view'; readonly filter: AccountFilter; readonly words: string };

const useAsked = create<{ readonly asked: RunAsk | null }>(() => ({ asked: null }));

export function askForRun(asked: RunAsk): void {
  useAsked.setState({ asked });
}

/** What was asked for and not taken up yet. */
export function useRunAsk(): RunAsk | null {
  return useAsked(({ asked }) => asked);
}

export function endRunAsk(): void {
  useAsked.setState({ asked: null });
}
