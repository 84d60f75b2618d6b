/** What the search in all notes is to look for next, asked from anywhere; the screen of notes takes it. */
import { useSyncExternalStore } from 'react';

let asked: string | null = null;
const listeners = new Set<() => void>();

function set(text: string | null): void {
  asked = text;
  for (const listener of listeners) listener();
}

/** Before going to the notes. */
export function askNotesSearch(text: string): void {
  set(text);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What waits to be looked for, and what takes it. */
export function useAskedSearch(): readonly [text: string | null, take: () => void] {
  return [useSyncExternalStore(listen, () => asked), take];
}

function take(): void {
  set(null);
}
