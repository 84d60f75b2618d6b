/**
 * Taking a copy of the open book out, and bringing one in. A backup is only called made after it has been
 * opened and read through; a restored one becomes a book of its own and never replaces one that is there.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { Moment } from '../protocol.ts';
import { checkWhole, copyInto } from '../store/copy.ts';
import { readVersion } from '../store/migrate.ts';
import { migrations } from '../store/migrations/all.ts';
import { openFile } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type BackupHeader, readBackup, writeBackup } from './backup-file.ts';
import { faultOfFile } from './file-fault.ts';
import { buildFolder, copiesName, databaseName, isBookId, listBookIds, sampleId } from './folders.ts';
import { type KeyFile, writeKeyFile } from './key-file.ts';
import { writeListing } from './listing-file.ts';

export type BackUpOf = {
  readonly bookId: string;
  readonly folder: string;
  readonly key: Buffer;
  readonly store: Store;
  readonly keyFile: KeyFile;
  readonly sqliteBinding: string | null;
};

/** Faults: `book.disk_full`, `book.damaged`, `file.not_writable` (the place chosen), `book.io`. */
export async function backUpBook(
  book: BackUpOf,
  toPath: string,
  moment: Moment,
): Promise<Result<{ bytes: number }>> {
  const copy = join(book.folder, copiesName, `backup-${randomUUID()}.db`);
  try {
    const copied = copyInto(book.store, copy);
    if (!copied.ok) return copied;
    const whole = checkCopy(copy, book);
    if (!whole.ok) return whole;
    const fileVersion = readVersion(book.store);
    const header = { bookId: book.bookId, fileVersion, madeAt: moment.now, keyFile: book.keyFile };
    return ok({ bytes: await writeBackup(copy, header, toPath) });
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault?.error.code === 'book.read_only') return fail('file.not_writable', { name: basename(toPath) });
    throw error;
  } finally {
    for (const tail of ['', '-wal', '-journal']) await rm(`${copy}${tail}`, { force: true });
  }
}

/** Reads every page of the copy through its seal. */
function checkCopy(path: string, { key, sqliteBinding }: BackUpOf): Result<null> {
  const opened = openFile({ path, key, sqliteBinding, isNew: false });
  if (!opened.ok) return opened;
  try {
    return checkWhole(opened.value);
  } finally {
    opened.value.close();
  }
}

/**
 * Faults: `book.backup_invalid`, `book.newer_file`, `book.exists` (the sample office is there), `book.disk_full`,
 * `book.read_only`, `book.io`.
 */
export async function restoreBook(
  booksFolder: string,
  fromPath: string,
  moment: Moment,
): Promise<Result<{ bookId: string; officeName: string }>> {
  const present = await listBookIds(booksFolder);
  let officeName = '';
  const built = await buildFolder(booksFolder, async (folder) => {
    const read = await readBackup(fromPath, join(folder, databaseName));
    if (!read.ok) return read;
    const { fileVersion, keyFile } = read.value;
    const newest = migrations.at(-1)?.version ?? 0;
    if (fileVersion > newest) return fail('book.newer_file', { fileVersion, appVersion: newest });
    const bookId = chooseId(read.value, present);
    if (!bookId.ok) return bookId;
    const isAgain = bookId.value !== read.value.bookId;
    officeName = isAgain ? restoredName(keyFile.officeName, moment) : keyFile.officeName;
    await writeListing(folder, { officeName, sample: keyFile.sample, lastOpenedAt: null });
    await writeKeyFile(folder, { ...keyFile, officeName });
    return bookId;
  });
  return built.ok ? ok({ bookId: built.value, officeName }) : built;
}

/** Its own id when that is free, else a new one; there is only ever one sample office. */
function chooseId(header: BackupHeader, present: readonly string[]): Result<string> {
  if (!isBookId(header.bookId) || (header.bookId === sampleId) !== header.keyFile.sample) {
    return fail('book.backup_invalid');
  }
  if (!present.includes(header.bookId)) return ok(header.bookId);
  return header.keyFile.sample ? fail('book.exists') : ok(randomUUID());
}

function restoredName(officeName: string, moment: Moment): string {
  return `${officeName.slice(0, 160)} (restored ${dayWords(dayOfInstant(moment.now, moment.zone))})`;
}
