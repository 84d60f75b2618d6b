/** Puts a text on the clipboard and says so. */
import { showDone } from '../../../components/toasts.tsx';

/** `said` names what was copied where the text itself is too long to say. */
export async function copyText(text: string, said = text): Promise<void> {
  const copied = (await writeToClipboard(text)) || copyBySelection(text);
  if (copied) showDone(`Copied ${said}.`);
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // The window grants no permissions it does not need, so the clipboard may be refused; selecting still works.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
