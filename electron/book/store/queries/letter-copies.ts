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
