/** Half-typed texts and how the window stood, by a short key. Overwritten freely. */
import type { Store } from '../store.ts';

export function writeDraft(store: Store, key: string, text: string, savedAt: number): void {
  store
    .sql(
      `INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
    )
    .run(key, text, savedAt);
}

export function readDraft(store: Store, key: string): string | null {
  return (store.sql('SELECT text FROM drafts WHERE key = ?').pluck().get(key) as string | undefined) ?? null;
}

export function deleteDraft(store: Store, key: string): void {
  store.sql('DELETE FROM drafts WHERE key = ?').run(key);
}
