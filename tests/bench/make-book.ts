/**
 * The benchmark's books: made once through the vault and kept under `out/bench`, then copied for each run, so
 * that what one run writes is not there in the next.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '../../electron/book/protocol.ts';
import { migrations } from '../../electron/book/store/migrations/all.ts';
import { deriveByArgon2, unwrapByPassphrase } from '../../electron/book/vault/book-key.ts';
import { readKeyFile } from '../../electron/book/vault/key-file.ts';
import { makeVault } from '../../electron/book/vault.ts';
import { fillBook } from './fill-book.ts';

export type BenchBook = {
  /** What the app would have as its data folder. */
  readonly userData: string;
  readonly booksFolder: string;
  readonly bookId: string;
  readonly passphrase: string;
  /** The same file once more for the raw driver: an open book takes no second connection. */
  readonly rawPath: string;
  readonly key: Buffer;
};

const passphrase = 'seven slow herons count the tide';

export async function makeBenchBook(size: {
  readonly accounts: number;
  readonly folder: string;
  readonly moment: Moment;
}): Promise<BenchBook> {
  // A book of an older shape is made anew.
  const kept = join(size.folder, `kept-${size.accounts}-v${migrations.length}`);
  const idFile = join(kept, 'book-id');
  if (!existsSync(idFile)) {
    rmSync(kept, { recursive: true, force: true });
    const making = `${kept}.making`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const bookId = await build(join(making, 'books'), size.accounts, size.moment);
    writeFileSync(join(making, 'book-id'), bookId);
    renameSync(making, kept);
  }
  const bookId = readFileSync(idFile, 'utf8');
  const userData = join(size.folder, `run-${size.accounts}`);
  rmSync(userData, { recursive: true, force: true });
  cpSync(kept, userData, { recursive: true });
  const booksFolder = join(userData, 'books');
  const bookFolder = join(booksFolder, bookId);
  const rawPath = join(userData, 'raw.db');
  copyFileSync(join(bookFolder, 'book.db'), rawPath);
  return {
    userData,
    booksFolder,
    bookId,
    passphrase,
    rawPath,
    key: await keyOf(bookFolder),
  };
}

async function build(booksFolder: string, accounts: number, moment: Moment): Promise<string> {
  const began = performance.now();
  const vault = makeVault({ booksFolder, sqliteBinding: null });
  const made = await vault.create({ officeName: `Bench office ${accounts}`, passphrase }, moment);
  if (!made.ok) throw new Error(made.error.code);
  const confirmed = await vault.confirmRecovery({ code: made.value.recoveryCode }, moment);
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  const store = vault.store();
  if (!store) throw new Error('the book did not open');
  fillBook(store, { accounts, moment });
  await vault.close();
  console.log(
    `made a book of ${accounts.toLocaleString('en-US')} accounts in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  return made.value.book.bookId;
}

async function keyOf(bookFolder: string): Promise<Buffer> {
  const read = await readKeyFile(bookFolder);
  if (read.state !== 'read') throw new Error('no key file');
  const { wraps, keyId } = read.keyFile;
  const salt = Buffer.from(wraps.passphrase.salt, 'base64');
  const key = unwrapByPassphrase(
    wraps.passphrase,
    keyId,
    await deriveByArgon2(passphrase, salt, wraps.passphrase),
  );
  if (!key) throw new Error('the passphrase does not open the key');
  return key;
}
