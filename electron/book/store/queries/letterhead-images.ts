/** Logo and signature, and the lines of the states. Rows are only added or ended; of each kind and state the newest holds. */
import type { StateCode } from '../../../../shared/domain/law.ts';
import type { Store } from '../store.ts';

export type LetterheadImageKind = 'logo' | 'signature';

export type LetterheadImageRow = {
  readonly imageId: number;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

const columns = 'id AS imageId, mime, width, height, sha256, bytes';

/** `null` without one, or where it was taken away. */
export function findLetterheadImage(store: Store, kind: LetterheadImageKind): LetterheadImageRow | null {
  const row = store
    .sql(`SELECT ${columns} FROM letterhead_images WHERE kind = ? ORDER BY id DESC LIMIT 1`)
    .get(kind) as LetterheadImageRow | undefined;
  return row && row.bytes.length > 0 ? row : null;
}

/** Any that ever stood at the head of a letter. */
export function findImageById(store: Store, imageId: number): LetterheadImageRow | null {
  const row = store.sql(`SELECT ${columns} FROM letterhead_images WHERE id = ?`).get(imageId);
  return (row as LetterheadImageRow | undefined) ?? null;
}

export function findImageByHash(store: Store, sha256: string): { imageId: number } | null {
  const row = store
    .sql('SELECT id AS imageId FROM letterhead_images WHERE sha256 = ? ORDER BY id LIMIT 1')
    .get(sha256);
  return (row as { imageId: number } | undefined) ?? null;
}

export type NewLetterheadImage = Omit<LetterheadImageRow, 'imageId'> & {
  readonly kind: LetterheadImageKind;
  readonly madeAt: number;
  readonly author: string;
};

export function insertLetterheadImage(store: Store, image: NewLetterheadImage): void {
  const { kind, mime, width, height, sha256, madeAt, author, bytes } = image;
  store
    .sql(
      `INSERT INTO letterhead_images (kind, mime, width, height, sha256, made_at, author, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(kind, mime, width, height, sha256, madeAt, author, bytes);
}

export type StateLineRow = { readonly state: StateCode; readonly line: string };

export function listStateLines(store: Store): StateLineRow[] {
  return store
    .sql('SELECT state, line FROM state_lines WHERE ended_at IS NULL ORDER BY state')
    .all() as StateLineRow[];
}

export function findStateLine(store: Store, state: StateCode): string {
  const line = store
    .sql('SELECT line FROM state_lines WHERE state = ? AND ended_at IS NULL')
    .pluck()
    .get(state);
  return (line as string | undefined) ?? '';
}

/** Ends what stood for the state and puts the new line in its place; an empty line only ends. */
export function replaceStateLine(
  store: Store,
  { state, line }: StateLineRow,
  { at, author }: { readonly at: number; readonly author: string },
): void {
  store.sql('UPDATE state_lines SET ended_at = ? WHERE state = ? AND ended_at IS NULL').run(at, state);
  if (line === '') return;
  store
    .sql('INSERT INTO state_lines (state, line, made_at, author) VALUES (?, ?, ?, ?)')
    .run(state, line, at, author);
}
