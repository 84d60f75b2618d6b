/**
 * One key each: while nothing is being typed a letter opens its tool, and with Alt held it does so from inside
 * a field as well. Escape leaves a field first and the account second, so that it never takes a typist away.
 */
export const workTabs = ['note', 'call', 'payment', 'plan', 'reminder', 'letter', 'files'] as const;
export type WorkTab = (typeof workTabs)[number];

export const tabKeys: Readonly<Record<WorkTab, string>> = {
  note: 'N',
  call: 'C',
  payment: 'P',
  plan: 'L',
  reminder: 'R',
  letter: 'T',
  files: 'F',
};

export type KeyPress = {
  readonly key: string;
  /** The physical key, `KeyN`: with Alt held, some layouts give another character. */
  readonly code: string;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  /** The focus is in something that takes letters. */
  readonly typing: boolean;
  /** A dialog, menu or drawer is open above the workspace: the keys are its own. */
  readonly covered: boolean;
};

export type WorkspaceAction =
  | { readonly act: 'tab'; readonly tab: WorkTab }
  | { readonly act: 'call'; readonly direction: 'out' | 'in' }
  | { readonly act: 'next-step' }
  | { readonly act: 'explain' }
  | { readonly act: 'why' }
  | { readonly act: 'record-event' }
  | { readonly act: 'leave-field' }
  | { readonly act: 'leave' };

export function actionOf(press: KeyPress): WorkspaceAction | null {
  if (press.covered || press.ctrl || press.meta) return null;
  if (press.key === 'Escape')
    return press.alt || press.shift ? null : { act: press.typing ? 'leave-field' : 'leave' };
  if (press.typing && !press.alt) return null;
  if (press.shift) return null;
  const letter = press.alt && /^Key[A-Z]$/.test(press.code) ? press.code.slice(3) : press.key.toUpperCase();
  if (letter === 'D') return { act: 'call', direction: 'out' };
  if (letter === 'I') return { act: 'call', direction: 'in' };
  if (letter === 'S') return { act: 'next-step' };
  if (letter === 'E') return { act: 'explain' };
  if (letter === 'W') return { act: 'why' };
  if (letter === 'V') return { act: 'record-event' };
  const tab = workTabs.find((one) => tabKeys[one] === letter);
  return tab ? { act: 'tab', tab } : null;
}
