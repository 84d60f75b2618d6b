/** A script while it is edited: what it is now, and the ways back and forth. Typing in one field is one step back. */
import { scriptSchema } from '../../../../shared/contract/scripts.ts';
import type { Script } from '../../../../shared/scripts/script.ts';

export type Editing = {
  readonly past: readonly Script[];
  readonly present: Script;
  readonly future: readonly Script[];
  /** What was changed last, as long as more of the same belongs to it. */
  readonly field: string | null;
};

const mostRemembered = 200;

export function begin(script: Script): Editing {
  return { past: [], present: script, future: [], field: null };
}

/** `field` names what is typed in; `null` for a change that stands alone. */
export function edit(editing: Editing, next: Script, field: string | null): Editing {
  if (next === editing.present) return editing;
  const joins = field !== null && field === editing.field;
  return {
    past: joins ? editing.past : [...editing.past, editing.present].slice(-mostRemembered),
    present: next,
    future: [],
    field,
  };
}

export function undo(editing: Editing): Editing {
  const before = editing.past.at(-1);
  if (!before) return editing;
  return {
    past: editing.past.slice(0, -1),
    present: before,
    future: [editing.present, ...editing.future],
    field: null,
  };
}

export function redo(editing: Editing): Editing {
  const [next, ...rest] = editing.future;
  if (!next) return editing;
  return { past: [...editing.past, editing.present], present: next, future: rest, field: null };
}

/** What was kept half-done; names may still be empty in it. `null` when there is none, or it is no script. */
export function readKept(text: string): Script | null {
  if (text === '') return null;
  try {
    const filled: unknown = JSON.parse(text, (key, value: unknown) =>
      value === '' && ['title', 'label', 'text', 'name'].includes(key) ? '–' : value,
    );
    return scriptSchema.safeParse(filled).success ? (JSON.parse(text) as Script) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
