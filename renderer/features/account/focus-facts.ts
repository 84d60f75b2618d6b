/** Where the keys go: into a field, to something opened above the screen, or to the screen itself. */

/** Whether the element takes letters: a text field, a select, an editable text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['radio', 'checkbox', 'button', 'submit', 'range'].includes(target.type)
  );
}

/** Whether a dialog, a menu, a calendar or the palette lies above the screen; a closed one may stay in the page, unseen. */
export function isCovered(): boolean {
  const above = document.querySelectorAll(
    '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]',
  );
  return [...above].some((element) => element.checkVisibility({ visibilityProperty: true }));
}
