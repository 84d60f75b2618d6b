/** Copies of letters that left the book to be changed or sent elsewhere. Append-only. */
import type { SheetSetup } from '../../../../shared/templates/letters/sheet-setup.ts';
import type { Store } from '../store.ts';

export type NewLetterCopy = {
  readonly letterId: number | null;
  readonly accountId: number;
  readonly templateId: number;
  readonly kind: 'word' | 'email';
  readonly emailId: number | null;
  readonly verdict: string | null;
  readonly overrideReason: string;
  readonly madeAt: number;
  readonly author: string;
};

export function insertLetterCopy(store: Store, copy: NewLetterCopy): void {
  store
    .sql(
      `INSERT INTO letter_copies (letter_id, account_id, template_id, kind, email_id, verdict, override_reason, made_at, author)
       VALUES (:letterId, :accountId, :templateId, :kind, :emailId, :verdict, :overrideReason, :madeAt, :author)`,
    )
    .run(copy);
}

/** The sheet a letter was made with; of a letter of before there were sheets, nothing. */
export function findKeptSheet(store: Store, letterId: number): Partial<SheetSetup> {
  const json = store.sql('SELECT sheet FROM letters WHERE id = ?').pluck().get(letterId);
  return JSON.parse((json as string | undefined) ?? '{}') as Partial<SheetSetup>;
}

export type LetterCopyRow = {
  readonly kind: 'word' | 'email';
  readonly at: number;
  readonly author: string;
  /** The address an email was drafted for; empty for a Word file. */
  readonly to: string;
};

/** Copies of one letter, the last first. */
export function listLetterCopies(store: Store, letterId: number): LetterCopyRow[] {
  return store
    .sql(
      `SELECT c.kind, c.made_at AS at, c.author, coalesce(e.address, '') AS "to"
       FROM letter_copies c LEFT JOIN emails e ON e.id = c.email_id WHERE c.letter_id = ? ORDER BY c.id DESC LIMIT 100`,
    )
    .all(letterId) as LetterCopyRow[];
}
