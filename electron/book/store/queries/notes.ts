/** Notes: append-only texts, one of a contact or standing alone. */
import type { Store } from '../store.ts';

export type NewNote = {
  readonly accountId: number;
  readonly contactId: number | null;
  readonly addendumTo: number | null;
  readonly text: string;
  readonly author: string;
  readonly at: number;
  readonly importId: number | null;
};

export function insertNote(store: Store, note: NewNote): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO notes (account_id, contact_id, addendum_to, text, author, at, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(note.accountId, note.contactId, note.addendumTo, note.text, note.author, note.at, note.importId);
  return Number(lastInsertRowid);
}

/** The account a note belongs to, or `null` when there is no such note. */
export function findNoteAccount(store: Store, noteId: number): number | null {
  const id = store.sql('SELECT account_id FROM notes WHERE id = ?').pluck().get(noteId);
  return (id as number | undefined) ?? null;
}
