/** Which list of letters is being entered as mailed; a run leads here from its own screen. */
import { create } from 'zustand';
import { onEvent } from '../../../bridge/calls.ts';

type MailView = {
  /** `null` while the log is shown; a run, or every letter that was printed. */
  readonly entering: { readonly runId: number | null } | null;
};

export const useMailView = create<MailView>(() => ({ entering: null }));

/** Shows the letters of a run, or all that wait, to be entered as mailed. The screen of letters has to be at its part “Mail”. */
export function askMailEntry(runId: number | null): void {
  useMailView.setState({ entering: { runId } });
}

export function showMailLog(): void {
  useMailView.setState({ entering: null });
}

// Another book has other runs.
onEvent((event) => {
  if (event.type === 'book' && event.state.state === 'closed') showMailLog();
});
