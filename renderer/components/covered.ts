/** Whether something opened above the screen takes the keys for itself; a closed one may stay in the page, unseen. */
export function somethingAbove(): boolean {
  const above = document.querySelectorAll(
    '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]',
  );
  return [...above].some((element) => element.checkVisibility({ visibilityProperty: true }));
}

/** Whether the element takes letters. */
export function takesLetters(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"]',
    ) !== null
  );
}
