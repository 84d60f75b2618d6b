/** The office the book belongs to: one row, written when the book is made. */
import type { Store } from '../store.ts';

export type Office = {
  /** The book's first id; stays with the file wherever it is restored to. */
  readonly bookId: string;
  readonly name: string;
  readonly sample: boolean;
  /** Instant, ms UTC. */
  readonly createdAt: number;
};

export function insertOffice(store: Store, office: Office): void {
  store
    .sql('INSERT INTO office (id, book_id, name, sample, created_at) VALUES (1, ?, ?, ?, ?)')
    .run(office.bookId, office.name, office.sample ? 1 : 0, office.createdAt);
}

export function readOffice(store: Store): Office | null {
  const row = store
    .sql('SELECT book_id AS bookId, name, sample, created_at AS createdAt FROM office WHERE id = 1')
    .get() as { bookId: string; name: string; sample: number; createdAt: number } | undefined;
  return row ? { ...row, sample: row.sample === 1 } : null;
}
