/** Texts counsel approved: rows are only added, the newest of an id holds, an empty one takes it away. */
import type { Store } from '../store.ts';

export type ApprovedTextRow = {
  readonly textId: string;
  readonly text: string;
  readonly approvedBy: string;
  readonly madeAt: number;
  readonly author: string;
};

/** What is approved now, by id. */
export function listApprovedTexts(store: Store): readonly ApprovedTextRow[] {
  return store
    .sql(
      `SELECT text_id AS textId, text, approved_by AS approvedBy, made_at AS madeAt, author
       FROM approved_texts
       WHERE id IN (SELECT max(id) FROM approved_texts GROUP BY text_id) AND text <> ''
       ORDER BY text_id`,
    )
    .all() as ApprovedTextRow[];
}

/** The wording alone, as the check of letters and the facts of letters take it. */
export function findApprovedWordings(store: Store): Readonly<Record<string, string>> {
  return Object.fromEntries(listApprovedTexts(store).map(({ textId, text }) => [textId, text]));
}

export function insertApprovedText(store: Store, row: ApprovedTextRow): void {
  store
    .sql(
      'INSERT INTO approved_texts (text_id, text, approved_by, made_at, author) VALUES (@textId, @text, @approvedBy, @madeAt, @author)',
    )
    .run(row);
}
