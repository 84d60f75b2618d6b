/** The office's own phrases. A new wording is a new row; the one before is retired, never changed. */
import type { Store } from '../store.ts';

export type PhraseRow = {
  readonly phraseId: number;
  readonly code: string;
  readonly title: string;
  readonly text: string;
};

export function listPhrases(store: Store): PhraseRow[] {
  return store
    .sql('SELECT id AS phraseId, code, title, text FROM note_phrases WHERE retired_at IS NULL ORDER BY code')
    .all() as PhraseRow[];
}

export function findPhrase(store: Store, phraseId: number): PhraseRow | null {
  const row = store
    .sql('SELECT id AS phraseId, code, title, text FROM note_phrases WHERE id = ? AND retired_at IS NULL')
    .get(phraseId);
  return (row as PhraseRow | undefined) ?? null;
}

export function insertPhrase(
  store: Store,
  phrase: Omit<PhraseRow, 'phraseId'> & { readonly at: number; readonly author: string },
): number {
  const { lastInsertRowid } = store
    .sql(
      'INSERT INTO note_phrases (code, title, text, made_at, author) VALUES (:code, :title, :text, :at, :author)',
    )
    .run(phrase);
  return Number(lastInsertRowid);
}

export function retirePhrase(store: Store, phraseId: number, at: number): void {
  store.sql('UPDATE note_phrases SET retired_at = ? WHERE id = ? AND retired_at IS NULL').run(at, phraseId);
}
