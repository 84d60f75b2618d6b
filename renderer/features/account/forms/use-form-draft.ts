/**
 * A half-filled form outlives a lock, a crash and a look at another account: its fields are kept as a draft in
 * the book, like a half-typed note. A kept form that no longer fits is dropped, never half-applied. A full card number
 * is cut to its last four digits on the way: it may not rest on the disk, encrypted or not.
 */
import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { cutCardData } from '../../../../shared/domain/card-number.ts';
import { parseStored, useDraft } from '../../../bridge/drafts.ts';

export type FormDraft = {
  /** False until the kept fields are in the form. */
  readonly ready: boolean;
  /** What the form was for is done: empties it and drops the draft. */
  clear(): void;
};

/**
 * `untouched` is the form as nobody has typed in it: it is not worth keeping, and what `clear` goes back to.
 * `shape` checks what was kept.
 */
export function useFormDraft<T extends FieldValues, C, O>(
  key: string,
  form: UseFormReturn<T, C, O>,
  shape: z.ZodType<T>,
  untouched: T,
): FormDraft {
  const { ready, text, setText, clear } = useDraft(key);
  const { reset, subscribe } = form;
  const blank = useRef(untouched);
  blank.current = untouched;
  const restored = useRef(false);
  const known = useRef(shape);

  useEffect(() => {
    if (!ready || restored.current) return;
    restored.current = true;
    const kept = parseStored(text, known.current);
    if (kept !== null) reset(kept, { keepDefaultValues: true });
  }, [ready, text, reset]);

  useEffect(() => {
    if (!ready) return;
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const now = JSON.stringify(values, withoutCardData);
        setText(now === JSON.stringify(blank.current) ? '' : now);
      },
    });
  }, [ready, setText, subscribe]);

  return {
    ready,
    clear() {
      reset(blank.current);
      clear();
    },
  };
}

/** For `JSON.stringify`: every text of a form as it may be kept. */
function withoutCardData(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? cutCardData(value) : value;
}
