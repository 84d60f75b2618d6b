/** Copies taken out of the book and brought back in as books of their own. */
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  codeIn,
  contentOf,
  makeBook,
  makeTestVault,
  moment,
  passphrase,
  type TestVault,
  valueIn,
} from '../../builders/vault.ts';

let at: TestVault;
let backupPath: string;
beforeEach(() => {
  at = makeTestVault();
  backupPath = join(at.outside, 'Harbor Lane 2026-11-21.duebook-backup');
});
afterEach(() => at.remove());

function write(text: string): void {
  at.vault.store()?.sql("INSERT OR REPLACE INTO drafts (key, text, saved_at) VALUES ('k', ?, 1)").run(text);
}

function read(): unknown {
  return at.vault.store()?.sql("SELECT text FROM drafts WHERE key = 'k'").pluck().get();
}

const back = () => at.vault.restore({ fromPath: backupPath }, moment);

describe('a backup', () => {
  test('brings a lost book back under its own name, with what was in it that day', async () => {
    const { book } = await makeBook(at.vault);
    write('on the day of the backup');
    const made = valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    expect(made.bytes).toBe(readFileSync(backupPath).length);
    write('later');
    await at.vault.close();
    rmSync(join(at.booksFolder, book.bookId), { recursive: true });

    expect(valueIn(await back())).toEqual({ bookId: book.bookId, officeName: 'Harbor Lane Recovery' });
    valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(read()).toBe('on the day of the backup');
  });

  test('comes in beside a book that is there, which is not touched', async () => {
    const { book } = await makeBook(at.vault);
    write('first');
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    write('second');
    const restored = valueIn(await back());
    expect(restored.bookId).not.toBe(book.bookId);
    expect(restored.officeName).toBe('Harbor Lane Recovery (restored 21 Nov 2026)');
    expect(read()).toBe('second');
    await at.vault.close();
    valueIn(await at.vault.open({ bookId: restored.bookId, passphrase }, moment));
    expect(read()).toBe('first');
    expect(valueIn(await at.vault.list())).toHaveLength(2);
  });

  test('opens with the passphrase and the recovery code of its day, whatever came after', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    const next = 'a wholly different sentence';
    valueIn(await at.vault.changePassphrase({ current: passphrase, next }, moment));
    valueIn(await at.vault.renewRecovery({ passphrase: next }, moment));
    await at.vault.close();
    const { bookId } = valueIn(await back());
    expect(codeIn(await at.vault.open({ bookId, passphrase: next }, moment))).toBe('book.wrong_passphrase');
    expect(codeIn(await at.vault.open({ bookId, passphrase }, moment))).toBe('ok');
    await at.vault.close();
    const input = { bookId, code: recoveryCode, newPassphrase: 'yet another long sentence' };
    expect(codeIn(await at.vault.openWithRecovery(input, moment))).toBe('ok');
    await at.vault.close();
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase: next }, moment))).toBe('ok');
  });

  test('replaces an older file of its name only when it is whole, and leaves nothing beside it', async () => {
    const { book } = await makeBook(at.vault);
    writeFileSync(backupPath, 'an older backup');
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    expect(readFileSync(backupPath).subarray(0, 16).toString()).toBe('duebook-backup 1');
    expect(readdirSync(at.outside).sort()).toEqual(['Harbor Lane 2026-11-21.duebook-backup', 'books']);
    expect(readdirSync(join(at.booksFolder, book.bookId, 'copies'))).toEqual([]);
  });

  test('to a place that cannot be written is one fault and leaves nothing', async () => {
    const { book } = await makeBook(at.vault);
    const made = await at.vault.backUp({ toPath: join(at.outside, 'not there', 'x.duebook-backup') }, moment);
    expect(codeIn(made)).toBe('book.io');
    mkdirSync(join(at.outside, 'taken.duebook-backup'));
    expect(codeIn(await at.vault.backUp({ toPath: join(at.outside, 'taken.duebook-backup') }, moment))).toBe(
      'book.io',
    );
    expect(readdirSync(join(at.booksFolder, book.bookId, 'copies'))).toEqual([]);
    expect(readdirSync(at.outside).sort()).toEqual(['books', 'taken.duebook-backup']);
  });

  test('needs an open book', async () => {
    expect(codeIn(await at.vault.backUp({ toPath: backupPath }, moment))).toBe('book.not_open');
  });

  test('of the sample office stays the sample office, of which there is one', async () => {
    valueIn(await at.vault.openSample(moment));
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    expect(codeIn(await back())).toBe('book.exists');
    valueIn(await at.vault.deleteSample());
    expect(valueIn(await back())).toEqual({ bookId: 'sample', officeName: 'Sample office' });
    expect(codeIn(await at.vault.openSample(moment))).toBe('ok');
  });
});

describe('a file that is no whole backup is refused and nothing is left of it', () => {
  /** The header's text, changed as a whole; lengths kept right, the digest not. */
  function changeHeader(change: (text: string) => string): void {
    const file = readFileSync(backupPath);
    const start = 'duebook-backup 1\n'.length;
    const length = file.readUInt32BE(start);
    const text = Buffer.from(change(file.subarray(start + 4, start + 4 + length).toString()));
    const size = Buffer.alloc(4);
    size.writeUInt32BE(text.length);
    writeFileSync(
      backupPath,
      Buffer.concat([file.subarray(0, start), size, text, file.subarray(start + 4 + length)]),
    );
  }

  test.each<[string, () => void]>([
    ['not there', () => rmSync(backupPath)],
    [
      'a folder',
      () => {
        rmSync(backupPath);
        mkdirSync(backupPath);
      },
    ],
    ['empty', () => writeFileSync(backupPath, '')],
    ['a letter', () => writeFileSync(backupPath, 'Dear sir or madam, '.repeat(1000))],
    ['cut off at the end', () => truncateSync(backupPath, readFileSync(backupPath).length - 1)],
    ['cut off in the header', () => truncateSync(backupPath, 40)],
    ['longer than it should be', () => writeFileSync(backupPath, 'x', { flag: 'a' })],
    [
      'changed in one bit of the database',
      () => {
        const file = readFileSync(backupPath);
        file.writeUInt8(file.readUInt8(file.length - 5000) ^ 1, file.length - 5000);
        writeFileSync(backupPath, file);
      },
    ],
    ['changed in the header', () => changeHeader((text) => text.replace('Harbor', 'Harbin'))],
    [
      'given a path for an id',
      () => changeHeader((text) => text.replace(/"bookId":"[^"]+"/, '"bookId":"../../etc"')),
    ],
    ['given a header that is no JSON', () => changeHeader(() => '{')],
    ['given an endless header', () => changeHeader((text) => `${text}${' '.repeat(70_000)}`)],
  ])('%s', async (_name, spoil) => {
    const { book } = await makeBook(at.vault);
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    await at.vault.close();
    spoil();
    const before = contentOf(at.booksFolder);
    expect(codeIn(await back())).toBe('book.backup_invalid');
    expect(contentOf(at.booksFolder)).toEqual(before);
    expect(readdirSync(at.booksFolder)).toEqual([book.bookId]);
  });
});
