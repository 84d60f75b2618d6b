/** A copy of a kept file at a place the user chooses; main asks, the book writes. */
import { act } from '../../../bridge/calls.ts';
import { showDone, showFault } from '../../../components/toasts.tsx';

export async function saveCopy(attachmentId: number): Promise<void> {
  const saved = await act('attachments.saveCopy', { attachmentId });
  if (saved.ok) showDone(`Saved as ${saved.value.fileName}. The copy is not encrypted.`);
  else if (saved.error.code !== 'file.dialog_cancelled') showFault(saved.error);
}
