/** Notes: append-only texts, one of a contact or standing alone; what is pinned of them, and the index of their words. */
import type { ContactOutcome } from '../../../../shared/domain/contact.ts';
import type { NoteKind } from '../../../../shared/domain/note.ts';
import type { Store } from '../store.ts';

export type NewNote = {
  readonly accountId: number;
  readonly contactId: number | null;
  readonly addendumTo: number | null;
  readonly text: string;
  readonly author: string;
  readonly at: number;
  readonly importId: number | null;
  /** `note` unless said otherwise. */
  readonly kind?: NoteKind;
};

export function insertNote(store: Store, note: NewNote): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO notes (account_id, contact_id, addendum_to, text, author, at, import_id, kind)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      note.accountId,
      note.contactId,
      note.addendumTo,
      note.text,
      note.author,
      note.at,
      note.importId,
      note.kind ?? 'note',
    );
  return Number(lastInsertRowid);
}

/** The account a note belongs to, or `null` when there is no such note. */
export function findNoteAccount(store: Store, noteId: number): number | null {
  const id = store.sql('SELECT account_id FROM notes WHERE id = ?').pluck().get(noteId);
  return (id as number | undefined) ?? null;
}

/** Does nothing to one that is pinned already. */
export function insertPin(
  store: Store,
  pin: { readonly noteId: number; readonly accountId: number; readonly at: number; readonly author: string },
): void {
  store
    .sql(
      `INSERT INTO note_pins (note_id, account_id, pinned_at, author) VALUES (:noteId, :accountId, :at, :author)
       ON CONFLICT DO NOTHING`,
    )
    .run(pin);
}

export function endPin(store: Store, noteId: number, at: number): void {
  store.sql('UPDATE note_pins SET ended_at = ? WHERE note_id = ? AND ended_at IS NULL').run(at, noteId);
}

/** A note with where it stands in the timeline: as an item of its own, or with the contact it was written of. */
export type NoteRow = {
  readonly noteId: number;
  readonly accountId: number;
  readonly noteKind: NoteKind;
  readonly text: string;
  readonly at: number;
  readonly author: string;
  readonly contactId: number | null;
  readonly contactAt: number | null;
};

const noteColumns = `n.id AS noteId, n.account_id AS accountId, n.kind AS noteKind, n.text, n.at, n.author,
  n.contact_id AS contactId, c.at AS contactAt`;

export type PinnedRow = NoteRow & { readonly pinnedAt: number; readonly pinnedBy: string };

/** The latest pinned first. */
export function listPinned(store: Store, accountId: number): PinnedRow[] {
  return store
    .sql(
      `SELECT ${noteColumns}, p.pinned_at AS pinnedAt, p.author AS pinnedBy
       FROM note_pins p JOIN notes n ON n.id = p.note_id LEFT JOIN contacts c ON c.id = n.contact_id
       WHERE p.account_id = ? AND p.ended_at IS NULL ORDER BY p.pinned_at DESC, p.id DESC`,
    )
    .all(accountId) as PinnedRow[];
}

/**
 * Ids of notes that match, the last written first, from below `below` on. The index gives them in that order without reading
 * further than asked, unless a beginning is longer than its own (2 and 3 letters).
 */
export function matchNotes(store: Store, match: string, below: number, limit: number): number[] {
  return store
    .sql('SELECT rowid FROM note_search WHERE note_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?')
    .pluck()
    .all(match, below, limit) as number[];
}

export function readNoteText(store: Store, noteId: number): string {
  return (store.sql('SELECT text FROM notes WHERE id = ?').pluck().get(noteId) as string | undefined) ?? '';
}

export type FoundNote = NoteRow & {
  readonly accountNumber: string;
  readonly debtorName: string;
  readonly contactOutcome: ContactOutcome | null;
};

export function findNote(store: Store, noteId: number): FoundNote | null {
  const row = store
    .sql(
      `SELECT ${noteColumns}, a.number AS accountNumber, d.name AS debtorName, c.outcome AS contactOutcome
       FROM notes n JOIN accounts a ON a.id = n.account_id JOIN debtors d ON d.id = a.debtor_id
         LEFT JOIN contacts c ON c.id = n.contact_id
       WHERE n.id = ?`,
    )
    .get(noteId);
  return (row as FoundNote | undefined) ?? null;
}
