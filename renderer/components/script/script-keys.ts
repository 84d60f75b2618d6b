/**
 * The keys of a script in a call, for hands that are on the keyboard while the ear is on the phone: figures answer (from the
 * tenth on with Shift), 0 ticks what is open next, Backspace goes back, the slash searches the cards. Never while something is typed or a dialog lies above.
 */
export type ScriptKeyPress = {
  readonly key: string;
  /** The physical key, `Digit1`: with Shift held, it gives another character. */
  readonly code: string;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly repeat: boolean;
  readonly typing: boolean;
  readonly covered: boolean;
};

export type ScriptKeyAction =
  | { readonly act: 'answer'; readonly index: number }
  | { readonly act: 'tick' | 'back' | 'search' };

export function scriptKeyAction(press: ScriptKeyPress): ScriptKeyAction | null {
  if (press.typing || press.covered || press.alt || press.ctrl || press.meta) return null;
  if (press.key === '/') return { act: 'search' };
  // A key held down must not run through the script.
  if (press.repeat) return null;
  const shifted = press.shift ? /^Digit([1-9])$/.exec(press.code)?.[1] : undefined;
  if (shifted !== undefined) return { act: 'answer', index: Number(shifted) + 8 };
  if (/^[1-9]$/.test(press.key)) return { act: 'answer', index: Number(press.key) - 1 };
  if (press.key === '0') return { act: 'tick' };
  if (press.key === 'Backspace') return { act: 'back' };
  return null;
}

/** The focus is in something that takes letters. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['radio', 'checkbox', 'button', 'submit', 'range'].includes(target.type)
  );
}

/** Something lies above `view`: a dialog it does not stand in itself, a menu, a list. */
export function liesUnder(view: HTMLElement): boolean {
  const above = document.querySelectorAll(
    '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]',
  );
  return [...above].some(
    (element) => !element.contains(view) && element.checkVisibility({ visibilityProperty: true }),
  );
}

/** The key of the n-th answer, counted from 0. */
export function answerKey(index: number): string {
  return index < 9 ? String(index + 1) : `Shift+${index - 8}`;
}
