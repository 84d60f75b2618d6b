/**
 * What is half-typed and how a screen stood, kept in the encrypted book: written at most half a second
 * after the last key, and at once when main announces a lock or the end of the program (`flush`). Both may
 * hold names, so nothing of it may rest anywhere else on the disk.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { act, ask, onEvent } from './calls.ts';

/** Longest wait between a key press and the draft on disk. */
const saveAfterMs = 400;

/** Writes that wait, by draft key. Kept outside React: a lock takes the screens away before it happens. */
const waiting = new Map<string, { text: string; timer: ReturnType<typeof setTimeout> }>();
/** Writes on their way, so that a flush answers only when they have arrived. */
const underway = new Set<Promise<unknown>>();

async function write(key: string, text: string): Promise<void> {
  const saving = text === '' ? act('drafts.drop', { key }) : act('drafts.save', { key, text });
  underway.add(saving);
  await saving;
  underway.delete(saving);
}

/** Plans a write; an empty text drops the draft. Screens use `useDraft`; this is for what is held outside them. */
export function keepDraft(key: string, text: string): void {
  const planned = waiting.get(key);
  if (planned) clearTimeout(planned.timer);
  waiting.set(key, { text, timer: setTimeout(() => writeNow(key), saveAfterMs) });
}

function writeNow(key: string): void {
  const planned = waiting.get(key);
  if (!planned) return;
  clearTimeout(planned.timer);
  waiting.delete(key);
  void write(key, planned.text);
}

/** Saves everything that waits; resolves when it has been written. */
export async function saveDraftsNow(): Promise<void> {
  for (const key of [...waiting.keys()]) writeNow(key);
  await Promise.all([...underway]);
}

/** Answers main's `flush` events; called once by the app. Returns the function that stops it. */
export function answerFlushes(): () => void {
  return onEvent((event) => {
    if (event.type === 'flush') void saveDraftsNow().then(() => act('app.flushed', {}));
    // A book that closed takes its unsaved drafts with it: they must not land in the next one.
    if (event.type === 'book' && event.state.state === 'closed') {
      for (const planned of waiting.values()) clearTimeout(planned.timer);
      waiting.clear();
    }
  });
}

/** What was last written or is about to be, before the book is asked; empty for none. */
export async function loadDraft(key: string): Promise<string> {
  const planned = waiting.get(key);
  if (planned) return planned.text;
  const result = await ask('drafts.load', { key });
  return result.ok ? (result.value.text ?? '') : '';
}

export type Draft = {
  readonly text: string;
  setText(text: string): void;
  /** Empties the text and drops the draft at once: what it was for is done. */
  clear(): void;
  /** False until the kept text has been read; until then an editor should not be typed in. */
  readonly ready: boolean;
};

/** A half-typed text that outlives the screen, a lock, and a crash. */
export function useDraft(key: string): Draft {
  const [loaded, setLoaded] = useState<{ key: string; text: string } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadDraft(key).then((text) => {
      // Keys typed while the draft was on its way count more than the draft.
      if (wanted) setLoaded((now) => (now?.key === key ? now : { key, text }));
    });
    return () => {
      wanted = false;
    };
  }, [key]);

  const setText = useCallback(
    (text: string) => {
      setLoaded({ key, text });
      keepDraft(key, text);
    },
    [key],
  );
  const clear = useCallback(() => {
    setLoaded({ key, text: '' });
    keepDraft(key, '');
    writeNow(key);
  }, [key]);
  const ready = loaded?.key === key;
  return { text: ready ? loaded.text : '', setText, clear, ready };
}

/**
 * State of a screen that outlives it: widths, sort, filter, where it was scrolled to. `null` until it has
 * been read. Kept state that no longer fits its schema is dropped for the fallback.
 */
export function useStoredView<T>(
  key: string,
  schema: z.ZodType<T>,
  fallback: T,
): readonly [view: T | null, change: (next: T | ((now: T) => T)) => void] {
  const [view, setView] = useState<T | null>(null);
  const latest = useRef<T | null>(null);
  // Callers write schema and fallback in place; only the key decides what is read.
  const rules = useRef({ schema, fallback });
  rules.current = { schema, fallback };
  useEffect(() => {
    let wanted = true;
    void loadDraft(key).then((text) => {
      if (!wanted || latest.current !== null) return;
      const stored = parseStored(text, rules.current.schema) ?? rules.current.fallback;
      latest.current = stored;
      setView(stored);
    });
    return () => {
      wanted = false;
      latest.current = null;
    };
  }, [key]);
  const change = useCallback(
    (next: T | ((now: T) => T)) => {
      const now = latest.current ?? rules.current.fallback;
      const changed = typeof next === 'function' ? (next as (now: T) => T)(now) : next;
      latest.current = changed;
      setView(changed);
      keepDraft(key, JSON.stringify(changed));
    },
    [key],
  );
  return [view, change] as const;
}

/** Reads a stored view; `null` when there is none or it no longer fits. */
export function parseStored<T>(text: string, schema: z.ZodType<T>): T | null {
  if (text === '') return null;
  try {
    const checked = schema.safeParse(JSON.parse(text));
    return checked.success ? checked.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
