/** The state of an open script. What is half-edited is kept in the book as a draft of the window, so that a crash or a lock loses nothing. */
import { useCallback, useEffect, useState } from 'react';
import type { Script } from '../../../../shared/scripts/script.ts';
import { useDraft } from '../../../bridge/drafts.ts';
import { begin, type Editing, edit, readKept, redo, undo } from './editing.ts';

export type ScriptEditing = {
  /** `null` until what was kept has been read. */
  readonly script: Script | null;
  /** It differs from what is saved. */
  readonly changed: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  change(next: Script, field?: string | null): void;
  undo(): void;
  redo(): void;
  /** Back to what is saved. */
  discard(): void;
  /** What is open was saved: nothing half-edited is left to keep. */
  settle(): void;
};

/** The key of what is half-edited of a script. */
export function draftKeyOf(code: string): string {
  return `script:${code.slice(0, 72)}`;
}

export function useScriptEditing(code: string, saved: Script): ScriptEditing {
  const draft = useDraft(draftKeyOf(code));
  const [editing, setEditing] = useState<Editing | null>(null);
  const { ready, text, setText, clear } = draft;
  useEffect(() => {
    if (ready && editing === null) setEditing(begin(readKept(text) ?? saved));
  }, [ready, text, saved, editing]);

  const keep = useCallback(
    (next: Editing) => {
      setEditing(next);
      if (JSON.stringify(next.present) === JSON.stringify(saved)) clear();
      else setText(JSON.stringify(next.present));
    },
    [saved, setText, clear],
  );
  return {
    script: editing?.present ?? null,
    changed: editing !== null && JSON.stringify(editing.present) !== JSON.stringify(saved),
    canUndo: (editing?.past.length ?? 0) > 0,
    canRedo: (editing?.future.length ?? 0) > 0,
    change: (next, field = null) => editing && keep(edit(editing, next, field)),
    undo: () => editing && keep(undo(editing)),
    redo: () => editing && keep(redo(editing)),
    settle: clear,
    discard: () => {
      setEditing(begin(saved));
      clear();
    },
  };
}
