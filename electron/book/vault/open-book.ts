/**
 * From a folder and a key to a book that can be worked in: the file locked, whole, and of today's shape.
 * Nothing here makes a file: what is missing is said, never replaced by an empty book.
 */
import { constants } from 'node:fs';
import { access, chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpeningStep } from '../../../shared/contract/book.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Moment } from '../protocol.ts';
import { deriveBook } from '../services/derive-book.ts';
import { ensureTemplates } from '../services/letters.ts';
import { faultOfSqlite } from '../store/classify-error.ts';
import { checkWhole, copyInto } from '../store/copy.ts';
import { migrate } from '../store/migrate.ts';
import { migrations as known, type Migration } from '../store/migrations/all.ts';
import { openFile } from '../store/open.ts';
import { insertOffice, type Office, readOffice } from '../store/queries/office.ts';
import type { Store } from '../store/store.ts';
import { faultOfFile, isMissing } from './file-fault.ts';
import { copiesName, databaseName, syncFolder } from './folders.ts';
import { writeListing } from './listing-file.ts';

export type BookPlace = {
  readonly folder: string;
  readonly key: Buffer;
  readonly sqliteBinding: string | null;
  /** The id the file must carry: a database beside another book's key file is refused. */
  readonly keyId: string;
  readonly officeName: string;
  readonly sample: boolean;
};

const copiesKept = 3;

/** Makes the database of a new book in `place.folder`, fills it and closes it: only then is all of it on disk. */
export async function makeDatabase(
  place: BookPlace,
  moment: Moment,
  fill: (store: Store) => void,
): Promise<Result<null>> {
  const { folder, key, sqliteBinding } = place;
  const path = join(folder, databaseName);
  const opened = openFile({ path, key, sqliteBinding, isNew: true });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    // Sealed or not, it is nobody else's business on a shared computer; the log takes its rights from it.
    await chmod(path, 0o600);
    const migrated = migrate(store, { isNew: true, copyBefore: () => ok(null) });
    if (!migrated.ok) return migrated;
    const office: Office = {
      bookId: place.keyId,
      name: place.officeName,
      sample: place.sample,
      createdAt: moment.now,
    };
    // One transaction: ten thousand rows of a sample are one sync, not ten thousand.
    store.transaction(() => {
      insertOffice(store, office);
      ensureTemplates(store, moment.now);
      fill(store);
    });
    return ok(null);
  } finally {
    store.close();
  }
}

/**
 * Opens the book. Faults: `book.damaged`, `book.newer_file`, `book.in_use`, `book.read_only`,
 * `book.disk_full`, `book.migration_failed`, `book.io`. `tell` hears of the steps that may take long. `migrations`
 * are this program's, unless a test brings later ones.
 */
export async function openBook(
  place: BookPlace,
  moment: Moment,
  migrations: readonly Migration[] = known,
  tell: (step: OpeningStep) => void = () => undefined,
): Promise<Result<Store>> {
  const path = join(place.folder, databaseName);
  const ready = await checkFiles(place.folder, path);
  if (!ready.ok) return ready;
  // A clean close leaves no log; one that is there was left by a crash or a power cut.
  const crashed = (await sizeOf(`${path}-wal`)) > 0;
  await makeCopiesFolder(place.folder);
  // Opening a log that was left behind reads all of it.
  if (crashed) tell('check');
  const opened = openFile({ path, key: place.key, sqliteBinding: place.sqliteBinding, isNew: false });
  if (!opened.ok) return opened;
  const store = opened.value;
  let isReady = false;
  try {
    const checked = await checkOpened(store, place, moment, { migrations, tell, crashed });
    isReady = checked.ok;
    return checked.ok ? ok(store) : checked;
  } finally {
    if (!isReady) store.close();
  }
}

type OpeningParts = {
  readonly migrations: readonly Migration[];
  tell(step: OpeningStep): void;
  readonly crashed: boolean;
};

async function checkOpened(
  store: Store,
  place: BookPlace,
  moment: Moment,
  { migrations, tell, crashed }: OpeningParts,
): Promise<Result<null>> {
  if (crashed) {
    const whole = checkWhole(store);
    if (!whole.ok) return whole;
  }
  const migrated = migrate(store, {
    isNew: false,
    migrations,
    copyBefore(version) {
      tell('update');
      return copyInto(store, join(place.folder, copiesName, copyNameOf(version, moment.now)));
    },
  });
  if (!migrated.ok) return migrated;
  if (readOffice(store)?.bookId !== place.keyId) return fail('book.damaged');
  const derived = bringLedgers(store, moment);
  if (!derived.ok) return derived;
  const templates = bringTemplates(store, moment);
  if (!templates.ok) return templates;
  await pruneCopies(place.folder);
  return noteOpened(place, moment);
}

/** Ledgers of a book that was just brought to a newer shape. Without room for it the book waits as it is. */
function bringLedgers(store: Store, moment: Moment): Result<null> {
  try {
    deriveBook(store, moment);
    return ok(null);
  } catch (error) {
    const fault = faultOfSqlite(error);
    if (!fault) throw error;
    return fault;
  }
}

/** New letters of a newer Duebook. A full disk is no reason to keep the user from reading: they come next time. */
function bringTemplates(store: Store, moment: Moment): Result<null> {
  try {
    ensureTemplates(store, moment.now);
    return ok(null);
  } catch (error) {
    const fault = faultOfSqlite(error);
    if (!fault) throw error;
    return fault.error.code === 'book.disk_full' ? ok(null) : fault;
  }
}

/** The driver falls back to reading when it may not write; a book that cannot be written is refused instead. */
async function checkFiles(folder: string, path: string): Promise<Result<null>> {
  try {
    await access(path, constants.R_OK);
    await access(folder, constants.W_OK);
    await access(path, constants.W_OK);
    return ok(null);
  } catch (error) {
    if (isMissing(error)) return fail('book.damaged');
    const fault = faultOfFile(error);
    if (fault) return fault;
    throw error;
  }
}

/** Also the proof that the folder takes writes. A full disk is no reason to keep the user from reading. */
async function noteOpened(place: BookPlace, moment: Moment): Promise<Result<null>> {
  const { folder, officeName, sample } = place;
  try {
    await writeListing(folder, { officeName, sample, lastOpenedAt: moment.now });
    return ok(null);
  } catch (error) {
    const fault = faultOfFile(error);
    if (fault?.error.code === 'book.disk_full') return ok(null);
    if (fault) return fault;
    throw error;
  }
}

function copyNameOf(version: number, now: number): string {
  return `version-${version}-${new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)}.db`;
}

async function makeCopiesFolder(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, copiesName), { mode: 0o700 });
    await syncFolder(folder);
  } catch (error) {
    // There already, or the disk refuses: then making a copy is what will say so.
    if (!faultOfFile(error)) throw error;
  }
}

/** Keeps the newest; the names sort by version and day. */
async function pruneCopies(folder: string): Promise<void> {
  const names = await readdir(join(folder, copiesName)).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const copies = names.filter((name) => /^version-\d+-\d{8}T\d{6}\.db$/.test(name)).sort(byVersionAndDay);
  for (const name of copies.slice(0, -copiesKept)) await rm(join(folder, copiesName, name), { force: true });
}

function byVersionAndDay(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
