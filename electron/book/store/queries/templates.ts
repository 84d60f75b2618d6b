/**
 * Versions of letter templates. A version is never changed: a new text is a new row, and the one before it is retired. Of a code the
 * row that is neither retired nor a draft is in use; a draft stands beside it until it is put in use.
 */
import { paperCodeStart } from '../../../../shared/templates/papers/library.ts';
import type { Store } from '../store.ts';

export type TemplateOrigin = 'shipped' | 'office';

export type TemplateVersionRow = {
  readonly templateId: number;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  /** JSON. */
  readonly about: string;
  readonly origin: TemplateOrigin;
  readonly replaces: string;
  readonly draft: boolean;
  readonly author: string;
  readonly madeAt: number;
  readonly retiredAt: number | null;
  readonly editable: boolean;
};

const columns = `id AS templateId, code, version, name, description, about, origin, replaces, draft, author, made_at AS madeAt,
  retired_at AS retiredAt, doc IS NOT NULL AS editable`;

type Row = Omit<TemplateVersionRow, 'draft' | 'editable'> & {
  readonly draft: number;
  readonly editable: number;
};

const read = (row: Row): TemplateVersionRow => ({
  ...row,
  draft: row.draft === 1,
  editable: row.editable === 1,
});

/** Every version of every letter, without the texts, newest first; papers of figures are none. */
export function listTemplateRows(store: Store): TemplateVersionRow[] {
  const rows = store
    .sql(
      `SELECT ${columns} FROM templates WHERE code NOT GLOB '${paperCodeStart}*' ORDER BY version DESC, id DESC`,
    )
    .all() as Row[];
  return rows.map(read);
}

export function listTemplateRowsOf(store: Store, code: string): TemplateVersionRow[] {
  const rows = store
    .sql(
      `SELECT ${columns} FROM templates WHERE code = ? AND code NOT GLOB '${paperCodeStart}*' ORDER BY version DESC`,
    )
    .all(code) as Row[];
  return rows.map(read);
}

export function findTemplateRow(store: Store, templateId: number): TemplateVersionRow | null {
  const row = store
    .sql(`SELECT ${columns} FROM templates WHERE id = ? AND code NOT GLOB '${paperCodeStart}*'`)
    .get(templateId);
  return row === undefined ? null : read(row as Row);
}

/** The document as JSON; `null` where the letter has none. */
export function findTemplateDoc(store: Store, templateId: number): string | null {
  const doc = store.sql('SELECT doc FROM templates WHERE id = ?').pluck().get(templateId);
  return (doc as string | null | undefined) ?? null;
}

export type NewTemplateRow = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly about: string;
  readonly doc: string;
  /** Liquid. */
  readonly body: string;
  readonly replaces: string;
  readonly draft: boolean;
  readonly author: string;
  readonly madeAt: number;
};

export function insertOfficeTemplate(store: Store, row: NewTemplateRow): number {
  const { lastInsertRowid } = store
    .sql(
      `INSERT INTO templates (code, version, name, description, about, doc, body, replaces, draft, author, made_at, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'office')`,
    )
    .run(
      row.code,
      row.version,
      row.name,
      row.description,
      row.about,
      row.doc,
      row.body,
      row.replaces,
      row.draft ? 1 : 0,
      row.author,
      row.madeAt,
    );
  return Number(lastInsertRowid);
}

/** Retires the versions of a code that are still there: all of them, or its drafts only. */
export function retireTemplates(store: Store, code: string, at: number, which: 'all' | 'drafts'): void {
  store
    .sql(`UPDATE templates SET retired_at = ? WHERE code = ? AND retired_at IS NULL AND draft >= ?`)
    .run(at, code, which === 'drafts' ? 1 : 0);
}

export function restoreTemplate(store: Store, templateId: number): void {
  store.sql('UPDATE templates SET retired_at = NULL WHERE id = ?').run(templateId);
}

/** Letters made from each version, by its row. */
export function countTemplateLetters(store: Store): ReadonlyMap<number, number> {
  const rows = store.sql('SELECT template_id, count(*) FROM letters GROUP BY template_id').raw().all();
  return new Map(rows as [number, number][]);
}
