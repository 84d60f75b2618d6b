/** A kept file somebody asked for by name: its account opens at Files with it. Go to the account after asking. */
import { create } from 'zustand';

type Asked = { readonly accountId: number; readonly attachmentId: number };

const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

export function askForFile(accountId: number, attachmentId: number): void {
  useAsked.setState({ asked: { accountId, attachmentId } });
}

export function forgetAskedFile(): void {
  useAsked.setState({ asked: null });
}

/** The file to be shown on this account, once. */
export function useAskedFile(accountId: number): number | null {
  return useAsked(({ asked }) => (asked?.accountId === accountId ? asked.attachmentId : null));
}
