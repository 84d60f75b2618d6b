/**
 * A letter that is open for editing. What is half-written is kept in the book as a draft of the window, at most 400 ms behind, so that
 * a lock, a crash or another screen loses nothing; it is dropped when it was saved or is what was saved.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type EditedTemplate, editedTemplate } from '../../../../shared/contract/templates.ts';
import { parseStored, useDraft } from '../../../bridge/drafts.ts';

export type TemplateEditing = {
  /** `null` until what was kept has been read. */
  readonly template: EditedTemplate | null;
  /** Differs from what is saved. */
  readonly changed: boolean;
  /** Counts up when the text was put in from elsewhere, so that the editor begins anew with it. */
  readonly round: number;
  change(next: Partial<EditedTemplate>): void;
  /** Another text in its place: a version of before, or what is saved. */
  put(template: EditedTemplate): void;
  /** It was saved: nothing half-written is left. */
  settle(): void;
};

/** The key of what is half-written of a letter. */
export function draftKeyOf(code: string): string {
  return `letter-template:${code.slice(0, 72)}`;
}

export function sameTemplate(a: EditedTemplate, b: EditedTemplate): boolean {
  return (
    a.name === b.name &&
    a.description === b.description &&
    JSON.stringify(a.about) === JSON.stringify(b.about) &&
    JSON.stringify(a.doc) === JSON.stringify(b.doc)
  );
}

export function useTemplateEditing(code: string, saved: EditedTemplate): TemplateEditing {
  const draft = useDraft(draftKeyOf(code));
  const [template, setTemplate] = useState<EditedTemplate | null>(null);
  const [round, setRound] = useState(0);
  const { ready, text, setText, clear } = draft;
  useEffect(() => {
    if (ready && template === null) setTemplate(parseStored(text, editedTemplate) ?? saved);
  }, [ready, text, saved, template]);

  const keep = useCallback(
    (next: EditedTemplate) => {
      setTemplate(next);
      if (sameTemplate(next, saved)) clear();
      else setText(JSON.stringify(next));
    },
    [saved, setText, clear],
  );
  const changed = useMemo(() => template !== null && !sameTemplate(template, saved), [template, saved]);
  return {
    template,
    changed,
    round,
    change: (next) => template && keep({ ...template, ...next }),
    put: (next) => {
      keep(next);
      setRound((now) => now + 1);
    },
    settle: clear,
  };
}
