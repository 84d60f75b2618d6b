/** Real SQLite for tests: a migrated book, in memory (fast) or as an encrypted file in a folder of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../electron/book/store/migrate.ts';
import { openFile, openInMemory } from '../../electron/book/store/open.ts';
import { insertOffice, type Office } from '../../electron/book/store/queries/office.ts';
import type { Store } from '../../electron/book/store/store.ts';

const office: Office = {
  bookId: 'b1f0c9a4-0000-4000-8000-000000000001',
  name: 'Harbor Lane Recovery',
  sample: false,
  createdAt: Date.UTC(2026, 10, 2, 15, 0),
};

/** A migrated book in memory with its office row. Close it, or let it go with the test. */
export function makeTestStore(change: Partial<Office> = {}): Store {
  const store = openInMemory();
  fill(store, { ...office, ...change });
  return store;
}

export type TestFile = { readonly store: Store; readonly path: string; readonly key: Buffer; remove(): void };

/** The same as an encrypted file, opened as the program opens it. `remove` closes it and deletes its folder. */
export function makeTestFile(change: Partial<Office> = {}): TestFile {
  const folder = mkdtempSync(join(tmpdir(), 'duebook-test-'));
  const path = join(folder, 'book.db');
  const key = randomBytes(32);
  const opened = openFile({ path, key, sqliteBinding: null, isNew: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  fill(store, { ...office, bookId: randomUUID(), ...change });
  return {
    store,
    path,
    key,
    remove() {
      if (store.db.open) store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fill(store: Store, row: Office): void {
  const migrated = migrate(store, { isNew: true, copyBefore: () => ({ ok: true, value: null }) });
  if (!migrated.ok) throw new Error(migrated.error.code);
  store.transaction(() => insertOffice(store, row));
}
