/** What the paper of an import says besides its report: who made it, and how its file is known again. */
import type { Store } from '../store.ts';

export type ImportMaker = { readonly author: string; readonly fileSha256: string };

export function findImportMaker(store: Store, importId: number): ImportMaker | null {
  const row = store.sql('SELECT author, file_sha256 AS fileSha256 FROM imports WHERE id = ?').get(importId);
  return (row as ImportMaker | undefined) ?? null;
}
