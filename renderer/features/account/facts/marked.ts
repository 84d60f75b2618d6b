/** What is said when a number or address was marked, with the way back: the change itself is taken back, so its history stays true. */
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import { act } from '../../../bridge/calls.ts';
import { showDone, showFault } from '../../../components/toasts.tsx';

export function tellMarked(text: string, marked: Result<OutputOf<'debtors.setPhoneStatus'>>): void {
  if (!marked.ok) return void showFault(marked.error);
  const { changeId } = marked.value;
  showDone(text, changeId === null ? {} : { undo: () => void takeMarkBack(changeId) });
}

export async function takeMarkBack(changeId: number): Promise<boolean> {
  const undone = await act('debtors.undoReach', { changeId });
  if (!undone.ok) showFault(undone.error);
  return undone.ok;
}
