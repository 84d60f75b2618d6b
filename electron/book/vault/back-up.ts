/**
 * Taking a copy of the open book out, and bringing one in. A backup is only called made after each page was found
 * good under the book's key and the written file was read back; a restored one becomes a book of its own and
 * never replaces one that is there. Both take long and hold nobody up.
 */
import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dayOfInstant } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import type { Moment } from '../protocol.ts';
import { type HeldFile, holdFile } from '../store/copy.ts';
import { readVersion } from '../store/migrate.ts';
import { migrations } from '../store/migrations/all.ts';
import type { Store } from '../store/store.ts';
import { type BackupHeader, readBackup, writeBackup } from './backup-file.ts';
import type { CopyWatch } from './copy-watch.ts';
import { faultOfFile } from './file-fault.ts';
import { buildInPassing, databaseName, isBookId, listBookIds, sampleId } from './folders.ts';
import { type KeyFile, writeKeyFile } from './key-file.ts';
import { writeListing } from './listing-file.ts';

export type BackUpOf = {
  readonly bookId: string;
  readonly key: Buffer;
  readonly store: Store;
  readonly keyFile: KeyFile;
  /** The book's file, open for reading as long as the book is. */
  readonly reader: FileHandle;
  readonly held: HeldFile;
};

/** A statement that is read to its end between two calls frees the file soon. */
const holdTries = 40;
const holdTryEveryMs = 25;

/** Holds the book's file still as soon as nothing is in between; `book.in_use` when that does not come. */
export async function holdSoon(store: Store): Promise<Result<HeldFile>> {
  for (let tries = 1; ; tries += 1) {
    const held = holdFile(store);
    if (held.ok || held.error.code !== 'book.in_use' || tries === holdTries) return held;
    await new Promise((resolve) => setTimeout(resolve, holdTryEveryMs));
  }
}

/**
 * Writes the state the file was held at. The caller lets go of the file afterwards. Faults: `call.cancelled`,
 * `book.disk_full`, `book.damaged`, `file.not_writable` (the place chosen), `book.io`.
 */
export async function backUpBook(
  book: BackUpOf,
  toPath: string,
  moment: Moment,
  watch: CopyWatch,
): Promise<Result<{ bytes: number }>> {
  const { bookId, key, keyFile, reader, held } = book;
  const fileVersion = readVersion(book.store);
  const header = { bookId, fileVersion, madeAt: moment.now, keyFile };
  try {
    const written = await writeBackup({ file: reader, bytes: held.bytes, key }, header, toPath, watch);
    return written.ok ? ok({ bytes: written.value }) : written;
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault?.error.code === 'book.read_only') return fail('file.not_writable', { name: basename(toPath) });
    throw error;
  }
}

export type RestoreParts = {
  readonly booksFolder: string;
  readonly moment: Moment;
  readonly watch: CopyWatch;
  /** Runs the last step while nothing else makes or removes a book. */
  inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>>;
};

/**
 * Faults: `book.backup_invalid`, `book.newer_file`, `book.exists` (the sample office is there), `call.cancelled`,
 * `book.disk_full`, `book.read_only`, `book.io`.
 */
export async function restoreBook(
  fromPath: string,
  { booksFolder, moment, watch, inTurn }: RestoreParts,
): Promise<Result<{ bookId: string; officeName: string }>> {
  return buildInPassing(booksFolder, async (folder, appear) => {
    const read = await readBackup(fromPath, join(folder, databaseName), watch);
    if (!read.ok) return read;
    const { fileVersion, keyFile } = read.value;
    const newest = migrations.at(-1)?.version ?? 0;
    if (fileVersion > newest) return fail('book.newer_file', { fileVersion, appVersion: newest });
    return inTurn(async () => {
      if (watch.cancelled()) return fail('call.cancelled');
      const bookId = chooseId(read.value, await listBookIds(booksFolder));
      if (!bookId.ok) return bookId;
      const isAgain = bookId.value !== read.value.bookId;
      const officeName = isAgain ? restoredName(keyFile.officeName, moment) : keyFile.officeName;
      await writeListing(folder, { officeName, sample: keyFile.sample, lastOpenedAt: null });
      await writeKeyFile(folder, { ...keyFile, officeName });
      await appear(bookId.value);
      return ok({ bookId: bookId.value, officeName });
    });
  });
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
