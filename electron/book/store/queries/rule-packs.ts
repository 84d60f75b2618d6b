/** Rule packs as they were loaded, whose packs the office takes, and counsel’s notes on rules. */
import type { Store } from '../store.ts';

export type PackRow = {
  readonly version: string;
  readonly publisher: string;
  readonly pack: string;
  readonly loadedAt: number;
  readonly author: string;
};

const columns = 'version, publisher, pack, loaded_at AS loadedAt, author';

/** Newest version first. */
export function listPacks(store: Store): PackRow[] {
  return store.sql(`SELECT ${columns} FROM rule_packs ORDER BY version DESC`).all() as PackRow[];
}

export function insertPack(
  store: Store,
  pack: PackRow & { readonly signature: string; readonly key: string },
): void {
  store
    .sql(
      `INSERT INTO rule_packs (version, publisher, pack, signature, key, loaded_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(pack.version, pack.publisher, pack.pack, pack.signature, pack.key, pack.loadedAt, pack.author);
}

export type PublisherRow = { readonly key: string; readonly name: string };

export function listPublishers(store: Store): PublisherRow[] {
  return store
    .sql('SELECT key, name FROM pack_publishers WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, id')
    .all() as PublisherRow[];
}

export function insertPublisher(
  store: Store,
  publisher: PublisherRow & { readonly madeAt: number; readonly author: string },
): void {
  store
    .sql('INSERT INTO pack_publishers (key, name, made_at, author) VALUES (?, ?, ?, ?)')
    .run(publisher.key, publisher.name, publisher.madeAt, publisher.author);
}

/** `false` when there was none. */
export function removePublisherOf(store: Store, key: string, at: number): boolean {
  return (
    store.sql('UPDATE pack_publishers SET removed_at = ? WHERE key = ? AND removed_at IS NULL').run(at, key)
      .changes > 0
  );
}

export type RuleNoteRow = {
  readonly ruleId: string;
  readonly text: string;
  readonly madeAt: number;
  readonly author: string;
};

/** The newest note of each rule; an empty one took the note back. */
export function listRuleNotes(store: Store): RuleNoteRow[] {
  return store
    .sql(
      `SELECT rule_id AS ruleId, text, made_at AS madeAt, author FROM rule_notes n
       WHERE id = (SELECT max(id) FROM rule_notes x WHERE x.rule_id = n.rule_id)`,
    )
    .all() as RuleNoteRow[];
}

export function insertRuleNote(store: Store, note: RuleNoteRow): void {
  store
    .sql('INSERT INTO rule_notes (rule_id, text, made_at, author) VALUES (?, ?, ?, ?)')
    .run(note.ruleId, note.text, note.madeAt, note.author);
}
