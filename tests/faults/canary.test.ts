/**
 * Canaries: words planted in every kind of record, a session that ends in kill -9, and then every byte the program left
 * anywhere is searched for them.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../builders/bundle.ts';
import { callBook } from '../builders/surroundings.ts';
import {
  filesUnder,
  makeBook,
  makeTestVault,
  moment,
  passphrase,
  type TestVault,
  valueIn,
} from '../builders/vault.ts';
import { canaries } from './canaries.ts';

let at: TestVault;
let elsewhere: string;
beforeEach(() => {
  at = makeTestVault();
  elsewhere = mkdtempSync(join(tmpdir(), 'duebook-canary-'));
});
afterEach(async () => {
  await at.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

/** Each canary in the forms a program might leave it in. */
function formsOf(word: string): [string, Buffer][] {
  const lower = word.toLowerCase();
  return [word, lower, word.toUpperCase(), [...word].reverse().join('')].flatMap(
    (form): [string, Buffer][] => [
      [`${form} (UTF-8)`, Buffer.from(form, 'utf8')],
      [`${form} (UTF-16)`, Buffer.from(form, 'utf16le')],
      [`${form} (base64)`, Buffer.from(Buffer.from(form).toString('base64').slice(0, -4))],
      [`${form} (hex)`, Buffer.from(Buffer.from(form).toString('hex'))],
    ],
  );
}

function findCanaries(folder: string): string[] {
  const forms = [...Object.values(canaries), passphrase].flatMap(formsOf);
  return filesUnder(folder).flatMap((path) => {
    const content = readFileSync(path);
    return forms.filter(([, form]) => content.includes(form)).map(([name]) => `${path}: ${name}`);
  });
}

/** Runs the writer until it says that everything is in, then kills it without warning. */
async function writeAndKill(bookId: string): Promise<void> {
  const script = await bundleForNode(join(import.meta.dirname, 'plant-canaries.ts'), 'plant-canaries');
  const temporary = join(elsewhere, 'tmp');
  mkdirSync(temporary);
  const child = spawn(process.execPath, [script, at.booksFolder, bookId, elsewhere], {
    // Whatever the process or SQLite would put into temporary files lands where it is looked for.
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TMPDIR: temporary,
      SQLITE_TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
    },
    cwd: elsewhere,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const planted = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  const ended = new Promise<string | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  );
  await Promise.race([planted, ended]);
  child.kill('SIGKILL');
  expect([await ended, errors]).toEqual(['SIGKILL', '']);
}

test('the search finds a canary that lies open, so that finding none means something', () => {
  const plain = new Database(join(elsewhere, 'plain.db'));
  plain.exec(`CREATE TABLE t (x); INSERT INTO t VALUES ('Imogen ${canaries.debtor}')`);
  plain.close();
  expect(findCanaries(elsewhere)).toEqual([`${join(elsewhere, 'plain.db')}: ${canaries.debtor} (UTF-8)`]);
});

test('a session with a crash leaves none of them in the open, in any file', async () => {
  const { book } = await makeBook(at.vault, 'Harbor Lane');
  await at.vault.close();
  await writeAndKill(book.bookId);

  // The crash left its log; the search covers it as it is.
  const afterCrash = filesUnder(at.booksFolder).map((path) => path.split('/').at(-1));
  expect(afterCrash).toContain('book.db-wal');
  expect(findCanaries(at.outside)).toEqual([]);
  expect(findCanaries(elsewhere)).toEqual([]);

  // The words are in the book: it is not by chance that they are not seen.
  valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
  const hits = valueIn(
    await callBook(at.vault.store(), moment, 'accounts.find', { text: canaries.debtor }),
  ).hits;
  expect(hits).toHaveLength(1);

  // Again with what a clean session, a second backup and a restore leave.
  valueIn(await at.vault.backUp({ toPath: join(elsewhere, 'second.duebook-backup') }, moment));
  valueIn(await at.vault.restore({ fromPath: join(elsewhere, 'second.duebook-backup') }, moment));
  await at.vault.close();
  expect(findCanaries(at.outside)).toEqual([]);
  expect(findCanaries(elsewhere)).toEqual([]);
  const sizes = filesUnder(at.booksFolder).map((path) => readFileSync(path).length);
  expect(Math.max(...sizes)).toBeGreaterThan(100_000);
});
