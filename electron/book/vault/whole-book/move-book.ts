/**
 * The whole book out of Duebook, and in again. Out: a copy of the open book is read, so that nobody waits and the tables
 * agree with each other. In: a book of its own is built in a passing folder, at the shape the file was written in, and then
 * brought to today's as any older book is.
 */
import { randomUUID } from 'node:crypto';
import { chmod, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dayOfInstant } from '../../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import type { Moment } from '../../protocol.ts';
import { migrate } from '../../store/migrate.ts';
import { migrations } from '../../store/migrations/all.ts';
import { openFile } from '../../store/open.ts';
import { nameBook, rebuildSearch } from '../../store/queries/whole-book.ts';
import type { BackUpOf, RestoreParts } from '../back-up.ts';
import { chunksOf, lockPageAt } from '../backup-file.ts';
import { makeBookKey } from '../book-key.ts';
import type { CopyWatch } from '../copy-watch.ts';
import { faultOfFile } from '../file-fault.ts';
import { buildInPassing, databaseName, listBookIds } from '../folders.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from '../key-file.ts';
import { writeListing } from '../listing-file.ts';
import { fillWholeBook, openWholeBook } from './read-whole-book.ts';
import { type WrittenWhole, writeWholeBook } from './write-whole-book.ts';

export type WholeSummary = {
  readonly officeName: string;
  readonly madeAt: number;
  readonly tables: number;
  readonly rows: number;
  readonly documents: number;
  readonly accounts: number;
};

/**
 * Faults: `call.cancelled`, `book.disk_full`, `file.not_writable` (the place chosen), `book.io`, `book.damaged`.
 */
export async function takeOutBook(
  book: BackUpOf,
  asked: { readonly toPath: string; readonly passphrase: string | null; readonly madeAt: number },
  parts: { readonly booksFolder: string; readonly sqliteBinding: string | null; readonly watch: CopyWatch },
): Promise<Result<WrittenWhole>> {
  const { booksFolder, sqliteBinding, watch } = parts;
  return buildInPassing(booksFolder, async (folder) => {
    const path = join(folder, databaseName);
    const copied = await copyHeld(book, path, watch);
    // From here on the copy is read, and the open book may write to its file again.
    book.held.release();
    if (!copied.ok) return copied;
    const opened = openFile({ path, key: book.key, sqliteBinding, isNew: false });
    if (!opened.ok) return opened;
    try {
      return await writeWholeBook(opened.value, asked.toPath, asked, watch);
    } catch (error) {
      // The copy is there already: what a system refuses now is the place that was chosen.
      const fault = faultOfFile(error);
      if (fault === null) throw error;
      return fault.error.code === 'book.disk_full'
        ? fault
        : fail('file.not_writable', { name: basename(asked.toPath) });
    } finally {
      opened.value.close();
    }
  });
}

/** The file of the book as it was held, page for page, still encrypted under its key. */
async function copyHeld({ reader, held }: BackUpOf, toPath: string, watch: CopyWatch): Promise<Result<null>> {
  const copy = await open(toPath, 'wx', 0o600);
  try {
    let done = 0;
    for await (const chunk of chunksOf(reader, 0, held.bytes, lockPageAt)) {
      if (watch.cancelled()) return fail('call.cancelled');
      await copy.write(chunk);
      done += chunk.length;
      watch.progress({ phase: 'Copying the book', done, total: held.bytes });
    }
    return ok(null);
  } finally {
    await copy.close();
  }
}

/** Faults: `file.gone`, `whole.locked`, `whole.not_one`, `whole.newer`, `whole.changed`. */
export async function lookAtWholeBook(
  fromPath: string,
  passphrase: string | null,
): Promise<Result<WholeSummary>> {
  const opened = await openWholeBook(fromPath, passphrase);
  if (!opened.ok) return opened;
  const { manifest, close } = opened.value;
  await close();
  const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
  return ok({
    officeName: manifest.officeName,
    madeAt: manifest.madeAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    documents: manifest.documents,
    accounts: rowsOf('accounts'),
  });
}

/** Faults: those of looking, `call.cancelled`, `book.migration_failed`, `book.disk_full`, `book.read_only`, `book.io`. */
export async function bringInBook(
  from: { readonly fromPath: string; readonly exportPassphrase: string | null },
  parts: RestoreParts & { readonly sqliteBinding: string | null },
  makeKeyFile: (key: Buffer, keyId: string, officeName: string) => KeyFile,
): Promise<Result<{ bookId: string; officeName: string; rows: number; documents: number }>> {
  const { booksFolder, moment, watch, inTurn, sqliteBinding } = parts;
  const opened = await openWholeBook(from.fromPath, from.exportPassphrase);
  if (!opened.ok) return opened;
  const whole = opened.value;
  const { manifest } = whole;
  const newest = migrations.at(-1)?.version ?? 0;
  const key = makeBookKey();
  try {
    if (manifest.bookVersion > newest) return fail('whole.newer');
    return await buildInPassing(booksFolder, async (folder, appear) => {
      const bookId = randomUUID();
      const path = join(folder, databaseName);
      const made = openFile({ path, key, sqliteBinding, isNew: true });
      if (!made.ok) return made;
      const store = made.value;
      let rows = 0;
      try {
        await chmod(path, 0o600);
        const ofItsTime = migrations.filter(({ version }) => version <= manifest.bookVersion);
        const begun = migrate(store, { isNew: true, copyBefore: () => ok(null), migrations: ofItsTime });
        if (!begun.ok) return begun;
        const filled = await fillWholeBook(store, whole, watch);
        if (!filled.ok) return filled;
        ({ rows } = filled.value);
        const brought = migrate(store, { isNew: false, copyBefore: () => ok(null) });
        if (!brought.ok) return brought;
        watch.progress({ phase: 'Making it searchable', done: rows, total: rows });
        store.transaction(() => {
          rebuildSearch(store);
          nameBook(store, bookId);
        });
      } finally {
        store.close();
      }
      return inTurn(async () => {
        if (watch.cancelled()) return fail('call.cancelled');
        const officeName = await freeName(booksFolder, manifest.officeName, moment);
        await writeListing(folder, { officeName, sample: false, lastOpenedAt: null });
        await writeKeyFile(folder, makeKeyFile(key, bookId, officeName));
        await appear(bookId);
        return ok({ bookId, officeName, rows, documents: manifest.documents });
      });
    });
  } finally {
    key.fill(0);
    await whole.close();
  }
}

/** The name of the office, told apart from a book of that name that is there already. */
async function freeName(booksFolder: string, officeName: string, moment: Moment): Promise<string> {
  const name = officeName.slice(0, 160) || 'Book without a name';
  for (const id of await listBookIds(booksFolder)) {
    const read = await readKeyFile(join(booksFolder, id));
    if (read.state === 'read' && read.keyFile.officeName === name)
      return `${name} (brought in ${dayWords(dayOfInstant(moment.now, moment.zone))})`;
  }
  return name;
}
