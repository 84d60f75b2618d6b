/**
 * The vault: which books there are, the key of the open one, and the open connection itself. Everything
 * slow about keys happens here, in the worker, so that no window waits for it.
 *
 * One book is open at a time. Whatever is wrong with a passphrase (another book's, empty, far too long, a
 * damaged wrap, a book that is not there) costs one Argon2id run and ends in the same fault. A book appears
 * whole or not at all, and nothing is ever made in answer to a wrong key.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open as openForReading } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BookListing, OpeningStep } from '../../shared/contract/book.ts';
import { groupRecoveryCode } from '../../shared/domain/recovery-code.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { Errands, Moment, OpenedBook, ReaderFile, WorkerData } from './protocol.ts';
import { fillSampleOffice } from './services/sample-office.ts';
import { faultOfSqlite } from './store/classify-error.ts';
import { openFile } from './store/open.ts';
import type { Store } from './store/store.ts';
import { type BackUpOf, backUpBook, holdSoon, restoreBook } from './vault/back-up.ts';
import { type Cost, makeBookKey, wrapByRecoveryCode } from './vault/book-key.ts';
import { type CopyWatch, unwatched } from './vault/copy-watch.ts';
import { faultOfFile } from './vault/file-fault.ts';
import {
  buildFolder,
  databaseName,
  isBookId,
  listBookIds,
  removeFolder,
  sampleId,
  sweep,
} from './vault/folders.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from './vault/key-file.ts';
import { readListing, writeListing } from './vault/listing-file.ts';
import {
  type LockParts,
  makeLocks,
  makeRecoveryCode,
  refusePassphrase,
  tryRecoveryCode,
} from './vault/locks.ts';
import { type BookPlace, makeDatabase, openBook } from './vault/open-book.ts';
import {
  bringInBook,
  lookAtWholeBook,
  takeOutBook,
  type WholeSummary,
} from './vault/whole-book/move-book.ts';
import type { WrittenWhole } from './vault/whole-book/write-whole-book.ts';

type In<E extends keyof Errands> = Errands[E]['input'];
type Out<E extends keyof Errands> = Promise<Result<Errands[E]['output']>>;

export type Vault = {
  /** The open book's connection, or `null` while locked. */
  store(): Store | null;
  /** A file chosen to be read; a place chosen for a backup is none. */
  pathOf(fileId: string): string | null;
  /** The same for what may also have been pasted. */
  fileOf(fileId: string): { readonly file: ReaderFile; readonly fileName: string } | null;
  /** A place chosen for a backup, once: asked again it is unknown. */
  takePlace(fileId: string): string | null;
  list(): Promise<Result<readonly BookListing[]>>;
  create(input: In<'vault.create'>, moment: Moment): Out<'vault.create'>;
  open(input: In<'vault.open'>, moment: Moment): Promise<Result<OpenedBook>>;
  openWithRecovery(input: In<'vault.openWithRecovery'>, moment: Moment): Promise<Result<OpenedBook>>;
  openSample(moment: Moment): Promise<Result<OpenedBook>>;
  deleteSample(): Out<'vault.deleteSample'>;
  close(): Out<'vault.close'>;
  changePassphrase(input: In<'vault.changePassphrase'>, moment: Moment): Out<'vault.changePassphrase'>;
  renewRecovery(input: In<'vault.renewRecovery'>, moment: Moment): Out<'vault.renewRecovery'>;
  confirmRecovery(input: In<'vault.confirmRecovery'>, moment: Moment): Out<'vault.confirmRecovery'>;
  /** Others are answered meanwhile; what they write is in the book and not in the backup. */
  backUp(input: { toPath: string }, moment: Moment, watch?: CopyWatch): Promise<Result<{ bytes: number }>>;
  restore(
    input: { fromPath: string },
    moment: Moment,
    watch?: CopyWatch,
  ): Promise<Result<{ bookId: string; officeName: string }>>;
  /** The whole book as a file other programs can open, sealed if a passphrase is given. */
  takeOut(
    input: { toPath: string; passphrase: string | null },
    moment: Moment,
    watch?: CopyWatch,
  ): Promise<Result<WrittenWhole>>;
  /** Such a file as a book of its own, under a passphrase of its own and without a recovery sheet yet. */
  bringIn(
    input: { fromPath: string; exportPassphrase: string | null; passphrase: string },
    moment: Moment,
    watch?: CopyWatch,
  ): Promise<Result<{ bookId: string; officeName: string; rows: number; documents: number }>>;
  lookAtWhole(input: { fromPath: string; exportPassphrase: string | null }): Promise<Result<WholeSummary>>;
  registerFile(input: In<'files.register'>): Out<'files.register'>;
  registerPasted(input: In<'files.registerPasted'>): Out<'files.registerPasted'>;
};

type Session = {
  readonly bookId: string;
  readonly folder: string;
  readonly key: Buffer;
  readonly store: Store;
  /**
   * The book's file, opened for the first backup and closed after the connection: the operating system drops every
   * lock of this process on a file, SQLite's too, when any of its openings is closed.
   */
  reader: FileHandle | null;
  /** The backup under way. */
  backingUp: { stop(): Promise<void> } | null;
};

/** The sample office holds invented people only, so its lock is public and cheap. */
const samplePassphrase = 'the sample office';
const sampleCost: Cost = { memoryKib: 1024, passes: 1 };
const sampleName = 'Sample office';

/** `tell` hears what an opening is busy with, before each step that may take long. */
export function makeVault(
  { booksFolder, sqliteBinding }: WorkerData,
  lockParts?: LockParts,
  tell: (step: OpeningStep) => void = () => undefined,
): Vault {
  const locks = makeLocks(lockParts);
  const files = new Map<string, Pick<In<'files.register'>, 'path' | 'use'>>();
  /** The newest pasted tables; an older one has to be pasted again. */
  const pasted = new Map<string, Uint8Array>();
  let session: Session | null = null;
  let swept = false;
  let line: Promise<unknown> = Promise.resolve();

  /** Refusals of the disk become faults. */
  async function withFaults<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
    } catch (error) {
      const fault = faultOfFile(error) ?? faultOfSqlite(error);
      if (fault) return fault;
      throw error;
    }
  }

  /** One at a time, in the order asked: an unlock must not meet a lock half-way. */
  function inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = line.then(() =>
      withFaults(async () => {
        if (!swept) await sweep(booksFolder);
        swept = true;
        return work();
      }),
    );
    // The one who asked gets the failure; the next in line only waits for the end.
    line = turn.catch(() => undefined);
    return turn;
  }

  function folderOf(bookId: string): string {
    if (!isBookId(bookId)) throw new Error('not the id of a book');
    return join(booksFolder, bookId);
  }

  async function has(bookId: string): Promise<boolean> {
    return (await listBookIds(booksFolder)).includes(bookId);
  }

  /** A book's key file, `null` where there is no such book, or the fault that says why it cannot be read. */
  async function findKeyFile(bookId: string): Promise<Result<KeyFile | null>> {
    return isBookId(bookId) && (await has(bookId)) ? keyFileIn(folderOf(bookId)) : ok(null);
  }

  /** The open book and its key file, for what is done to its locks. */
  async function current(): Promise<Result<{ open: Session; keyFile: KeyFile }>> {
    if (!session) return fail('book.not_open');
    const open = session;
    const read = await keyFileIn(open.folder);
    return read.ok ? ok({ open, keyFile: read.value }) : read;
  }

  function placeOf(folder: string, key: Buffer, { keyId, officeName, sample }: KeyFile): BookPlace {
    return { folder, key, sqliteBinding, keyId, officeName, sample };
  }

  /** Takes the key over: it is kept while the book is open and wiped when it is not. */
  async function begin(
    bookId: string,
    key: Buffer,
    keyFile: KeyFile,
    moment: Moment,
  ): Promise<Result<OpenedBook>> {
    const folder = folderOf(bookId);
    tell('open');
    const opened = await openBook(placeOf(folder, key, keyFile), moment, undefined, tell);
    if (!opened.ok) {
      key.fill(0);
      return opened;
    }
    session = { bookId, folder, key, store: opened.value, reader: null, backingUp: null };
    const { officeName, sample, recoveryConfirmedAt } = keyFile;
    return ok({ bookId, officeName, sample, recoveryConfirmed: recoveryConfirmedAt !== null });
  }

  async function end(): Promise<void> {
    if (!session) return;
    const { store, key, backingUp, reader } = session;
    await backingUp?.stop();
    session = null;
    files.clear();
    key.fill(0);
    try {
      // The last connection's close moves the log into the book and removes it.
      store.close();
    } finally {
      await reader?.close();
    }
  }

  /** Starts to write the open book as it is at this moment; `ended` is not waited for by whoever comes next. */
  function beginBackUp(
    toPath: string,
    moment: Moment,
    watch: CopyWatch,
  ): Promise<Result<{ ended: Promise<Result<{ bytes: number }>> }>> {
    return beginCopy(watch, (book, watched) => backUpBook(book, toPath, moment, watched));
  }

  /** Runs `work` over the open book's file while it is held still; one such work at a time. */
  async function beginCopy<T>(
    watch: CopyWatch,
    work: (book: BackUpOf, watch: CopyWatch) => Promise<Result<T>>,
  ): Promise<Result<{ ended: Promise<Result<T>> }>> {
    const found = await current();
    if (!found.ok) return found;
    const { open, keyFile } = found.value;
    if (open.backingUp) return fail('job.busy', { call: 'book.backUp' });
    open.reader ??= await openForReading(join(open.folder, databaseName), 'r');
    const { reader } = open;
    const holding = await holdSoon(open.store);
    if (!holding.ok) return holding;
    const held = holding.value;
    let stopped = false;
    const watched: CopyWatch = { ...watch, cancelled: () => stopped || watch.cancelled() };
    const ended = withFaults(async () => {
      try {
        return await work({ ...open, keyFile, reader, held }, watched);
      } finally {
        held.release();
        open.backingUp = null;
      }
    });
    open.backingUp = {
      async stop() {
        stopped = true;
        // Whoever asked for the backup hears how it ended.
        await ended.catch(() => undefined);
      },
    };
    return ok({ ended });
  }

  /** Makes a book as a whole: database, listing and key file in a passing folder, which then gets its name. */
  async function build(
    bookId: string,
    key: Buffer,
    keyFile: KeyFile,
    moment: Moment,
    fill: (store: Store) => void,
  ): Promise<Result<string>> {
    return buildFolder(booksFolder, async (folder) => {
      const made = await makeDatabase(placeOf(folder, key, keyFile), moment, fill);
      if (!made.ok) return made;
      const { officeName, sample } = keyFile;
      await writeListing(folder, { officeName, sample, lastOpenedAt: null });
      await writeKeyFile(folder, keyFile);
      return ok(bookId);
    });
  }

  async function makeSample(moment: Moment): Promise<Result<string>> {
    const key = makeBookKey();
    const keyId = randomUUID();
    const seal = await locks.sealByPassphrase(samplePassphrase, sampleCost);
    const keyFile: KeyFile = {
      ...newKeyFile(keyId, sampleName, moment),
      sample: true,
      // Nothing in it is worth recovering.
      recoveryConfirmedAt: moment.now,
      wraps: { passphrase: seal(key, keyId), recovery: null },
    };
    try {
      return await build(sampleId, key, keyFile, moment, (store) => fillSampleOffice(store, moment));
    } finally {
      key.fill(0);
    }
  }

  /** Whether another process has the sample office open; a damaged one is held by nobody. */
  async function isSampleHeldElsewhere(): Promise<boolean> {
    const folder = folderOf(sampleId);
    const read = await readKeyFile(folder);
    const key = read.state === 'read' ? await locks.tryPassphrase(read.keyFile, samplePassphrase) : null;
    if (!key) return false;
    try {
      const opened = openFile({ path: join(folder, databaseName), key, sqliteBinding, isNew: false });
      if (opened.ok) opened.value.close();
      return !opened.ok && opened.error.code === 'book.in_use';
    } finally {
      key.fill(0);
    }
  }

  return {
    store: () => session?.store ?? null,
    pathOf(fileId) {
      const file = files.get(fileId);
      return file?.use === 'read' ? file.path : null;
    },

    fileOf(fileId) {
      const bytes = pasted.get(fileId);
      if (bytes) return { file: { bytes }, fileName: 'Pasted table' };
      const file = files.get(fileId);
      return file?.use === 'read' ? { file: { path: file.path }, fileName: basename(file.path) } : null;
    },

    takePlace(fileId) {
      const file = files.get(fileId);
      if (file?.use !== 'write') return null;
      files.delete(fileId);
      return file.path;
    },

    list: () =>
      inTurn(async () => {
        const listings: BookListing[] = [];
        for (const bookId of await listBookIds(booksFolder)) {
          const folder = folderOf(bookId);
          const read = await readKeyFile(folder);
          const seen = await readListing(folder);
          // A book whose key file is gone is still shown: opening it says what happened.
          const named = read.state === 'read' ? read.keyFile : seen;
          listings.push({
            bookId,
            officeName: named?.officeName ?? 'Book without its key file',
            sample: named?.sample ?? bookId === sampleId,
            lastOpenedAt: seen?.lastOpenedAt ?? null,
          });
        }
        return ok(listings.sort(byLastOpened));
      }),

    create: ({ officeName, passphrase }, moment) =>
      inTurn(async () => {
        if (session) return fail('book.already_open');
        const refused = refusePassphrase(passphrase);
        if (refused) return refused;
        const seal = await locks.sealByPassphrase(passphrase);
        const key = makeBookKey();
        const bookId = randomUUID();
        const code = makeRecoveryCode();
        const keyFile: KeyFile = {
          ...newKeyFile(bookId, officeName, moment),
          wraps: { passphrase: seal(key, bookId), recovery: wrapByRecoveryCode(key, bookId, code) },
        };
        const built = await build(bookId, key, keyFile, moment, () => undefined);
        if (!built.ok) {
          key.fill(0);
          return built;
        }
        const opened = await begin(bookId, key, keyFile, moment);
        return opened.ok ? ok({ book: opened.value, recoveryCode: groupRecoveryCode(code) }) : opened;
      }),

    open: ({ bookId, passphrase }, moment) =>
      inTurn(async () => {
        if (session) return fail('book.already_open');
        const found = await findKeyFile(bookId);
        if (!found.ok) return found;
        const key = await locks.tryPassphrase(found.value, passphrase);
        return key && found.value ? begin(bookId, key, found.value, moment) : fail('book.wrong_passphrase');
      }),

    openWithRecovery: ({ bookId, code, newPassphrase }, moment) =>
      inTurn(async () => {
        if (session) return fail('book.already_open');
        const refused = refusePassphrase(newPassphrase);
        if (refused) return refused;
        const found = await findKeyFile(bookId);
        if (!found.ok) return found;
        const keyFile = found.value;
        // Made before the code is tried: a wrong code takes as long as a right one.
        const seal = await locks.sealByPassphrase(newPassphrase);
        const key = tryRecoveryCode(keyFile, code);
        if (!key || !keyFile) return fail('book.wrong_recovery_code');
        const renewed: KeyFile = {
          ...keyFile,
          // The sheet has just been used, which is the best test there is.
          recoveryConfirmedAt: keyFile.recoveryConfirmedAt ?? moment.now,
          wraps: { ...keyFile.wraps, passphrase: seal(key, keyFile.keyId) },
        };
        // Opened first: the lock on the file is also what keeps two processes from changing the locks.
        const opened = await begin(bookId, key, renewed, moment);
        if (!opened.ok) return opened;
        try {
          await writeKeyFile(folderOf(bookId), renewed);
          return opened;
        } catch (error) {
          await end();
          throw error;
        }
      }),

    openSample: (moment) =>
      inTurn(async () => {
        if (session) return fail('book.already_open');
        if (!(await has(sampleId))) {
          tell('sample');
          const made = await makeSample(moment);
          if (!made.ok) return made;
        }
        const found = await findKeyFile(sampleId);
        if (!found.ok) return found;
        const key = await locks.tryPassphrase(found.value, samplePassphrase);
        return key && found.value ? begin(sampleId, key, found.value, moment) : fail('book.damaged');
      }),

    deleteSample: () =>
      inTurn(async () => {
        if (!(await has(sampleId))) return fail('book.not_found');
        if (session?.bookId === sampleId) await end();
        else if (await isSampleHeldElsewhere()) return fail('book.in_use');
        await removeFolder(booksFolder, sampleId);
        return ok(null);
      }),

    close: () =>
      inTurn(async () => {
        await end();
        return ok(null);
      }),

    changePassphrase: ({ current: typed, next }) =>
      inTurn(async () => {
        const found = await current();
        if (!found.ok) return found;
        const refused = refusePassphrase(next);
        if (refused) return refused;
        const { open, keyFile } = found.value;
        const key = await locks.tryPassphrase(keyFile, typed);
        if (!key) return fail('book.wrong_passphrase');
        const seal = await locks.sealByPassphrase(next);
        const wraps = { ...keyFile.wraps, passphrase: seal(key, keyFile.keyId) };
        key.fill(0);
        await writeKeyFile(open.folder, { ...keyFile, wraps });
        return ok(null);
      }),

    renewRecovery: ({ passphrase }) =>
      inTurn(async () => {
        const found = await current();
        if (!found.ok) return found;
        const { open, keyFile } = found.value;
        const key = await locks.tryPassphrase(keyFile, passphrase);
        if (!key) return fail('book.wrong_passphrase');
        const code = makeRecoveryCode();
        const wraps = { ...keyFile.wraps, recovery: wrapByRecoveryCode(key, keyFile.keyId, code) };
        key.fill(0);
        await writeKeyFile(open.folder, { ...keyFile, recoveryConfirmedAt: null, wraps });
        return ok({ recoveryCode: groupRecoveryCode(code) });
      }),

    confirmRecovery: ({ code }, moment) =>
      inTurn(async () => {
        const found = await current();
        if (!found.ok) return found;
        const { open, keyFile } = found.value;
        const key = tryRecoveryCode(keyFile, code);
        if (!key) return fail('book.wrong_recovery_code');
        key.fill(0);
        if (keyFile.recoveryConfirmedAt === null) {
          await writeKeyFile(open.folder, { ...keyFile, recoveryConfirmedAt: moment.now });
        }
        return ok(null);
      }),

    async backUp({ toPath }, moment, watch = unwatched) {
      const begun = await inTurn(() => beginBackUp(toPath, moment, watch));
      return begun.ok ? begun.value.ended : begun;
    },

    async takeOut({ toPath, passphrase }, moment, watch = unwatched) {
      const begun = await inTurn(() =>
        beginCopy(watch, (book, watched) =>
          takeOutBook(
            book,
            { toPath, passphrase, madeAt: moment.now },
            { booksFolder, sqliteBinding, watch: watched },
          ),
        ),
      );
      return begun.ok ? begun.value.ended : begun;
    },

    bringIn: ({ fromPath, exportPassphrase, passphrase }, moment, watch = unwatched) =>
      withFaults(async () => {
        const refused = refusePassphrase(passphrase);
        if (refused) return refused;
        const seal = await locks.sealByPassphrase(passphrase);
        return bringInBook(
          { fromPath, exportPassphrase },
          { booksFolder, sqliteBinding, moment, watch, inTurn },
          (key, keyId, officeName) => ({
            ...newKeyFile(keyId, officeName, moment),
            wraps: { passphrase: seal(key, keyId), recovery: null },
          }),
        );
      }),

    lookAtWhole: ({ fromPath, exportPassphrase }) =>
      withFaults(() => lookAtWholeBook(fromPath, exportPassphrase)),

    restore: ({ fromPath }, moment, watch = unwatched) =>
      withFaults(() => restoreBook(fromPath, { booksFolder, moment, watch, inTurn })),

    registerFile: async ({ fileId, path, use }) => {
      files.set(fileId, { path, use });
      return ok(null);
    },
    registerPasted: async ({ fileId, bytes }) => {
      for (const older of [...pasted.keys()].slice(0, Math.max(0, pasted.size - 2))) pasted.delete(older);
      pasted.set(fileId, bytes);
      return ok(null);
    },
  };
}

async function keyFileIn(folder: string): Promise<Result<KeyFile>> {
  const read = await readKeyFile(folder);
  if (read.state === 'missing') return fail('book.key_file_missing');
  return read.state === 'unreadable' ? fail('book.damaged') : ok(read.keyFile);
}

function newKeyFile(keyId: string, officeName: string, moment: Moment): Omit<KeyFile, 'wraps'> {
  return {
    format: 'duebook-key',
    version: 1,
    keyId,
    officeName,
    sample: false,
    createdAt: moment.now,
    recoveryConfirmedAt: null,
  };
}

function byLastOpened(a: BookListing, b: BookListing): number {
  return (b.lastOpenedAt ?? 0) - (a.lastOpenedAt ?? 0) || a.officeName.localeCompare(b.officeName, 'en');
}
