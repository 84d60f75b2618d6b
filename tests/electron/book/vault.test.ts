/** Making, opening and locking books, and whatever can be wrong with what is typed. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOffice } from '../../../electron/book/store/queries/office.ts';
import type { KeyFile } from '../../../electron/book/vault/key-file.ts';
import { makeVault } from '../../../electron/book/vault.ts';
import { groupRecoveryCode, normaliseRecoveryCode } from '../../../shared/domain/recovery-code.ts';
import {
  codeIn,
  contentOf,
  filesUnder,
  makeBook,
  makeTestVault,
  moment,
  passphrase,
  type TestVault,
  valueIn,
} from '../../builders/vault.ts';

let at: TestVault;
beforeEach(() => {
  at = makeTestVault();
});
afterEach(() => at.remove());

const keyPathOf = (bookId: string) => join(at.booksFolder, bookId, 'key.json');

function changeKeyFile(bookId: string, change: (keyFile: KeyFile) => unknown): void {
  const path = keyPathOf(bookId);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as KeyFile)));
}

/** Another letter or digit in the middle: still well-formed, no longer the same. */
function flip(text: string): string {
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
}

describe('making a book', () => {
  test('opens it, names it and hands out a recovery code of eight groups of four', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    expect(book).toMatchObject({
      officeName: 'Harbor Lane Recovery',
      sample: false,
      recoveryConfirmed: false,
    });
    expect(recoveryCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const store = at.vault.store();
    expect(store && readOffice(store)).toEqual({
      bookId: book.bookId,
      name: 'Harbor Lane Recovery',
      sample: false,
      createdAt: moment.now,
    });
  });

  test.each([
    ['eleven characters', 'elevenchars', 'book.passphrase_too_short'],
    ['twelve characters', 'twelve chars', 'ok'],
    ['nothing', '', 'book.passphrase_too_short'],
    // Twelve code units but six signs: a sign is one character however it is stored.
    ['six emoji', '🔑🔑🔑🔑🔑🔑', 'book.passphrase_too_short'],
    ['1,024 characters', 'x'.repeat(1024), 'ok'],
    ['1,025 characters', 'x'.repeat(1025), 'book.passphrase_too_long'],
    ['10,000 characters', 'word '.repeat(2000), 'book.passphrase_too_long'],
  ])('with a passphrase of %s', async (_name, typed, expected) => {
    const made = await at.vault.create({ officeName: 'Harbor Lane', passphrase: typed }, moment);
    expect(codeIn(made)).toBe(expected);
    expect(valueIn(await at.vault.list())).toHaveLength(expected === 'ok' ? 1 : 0);
  });

  test('keeps neither passphrase, code nor key in the clear, and only for its owner', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    const keyFile = readFileSync(keyPathOf(book.bookId), 'utf8');
    for (const secret of [passphrase, recoveryCode, normaliseRecoveryCode(recoveryCode)]) {
      expect(keyFile).not.toContain(secret);
    }
    for (const path of filesUnder(at.booksFolder)) expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(at.booksFolder, book.bookId)).mode & 0o077).toBe(0);
  });

  test('refuses a second book while one is open', async () => {
    await makeBook(at.vault);
    expect(codeIn(await at.vault.create({ officeName: 'Other', passphrase }, moment))).toBe(
      'book.already_open',
    );
    expect(valueIn(await at.vault.list())).toHaveLength(1);
  });

  test('sweeps away what a crash left half-made, but not what is being made', async () => {
    await makeBook(at.vault);
    await at.vault.close();
    const gone = join(at.booksFolder, '.making-999999999-00ff00ff00ff');
    const running = join(at.booksFolder, `.making-${process.ppid}-00ff00ff00ff`);
    for (const folder of [gone, running]) {
      const { mkdirSync } = await import('node:fs');
      mkdirSync(folder);
      writeFileSync(join(folder, 'book.db'), 'half');
    }
    expect(valueIn(await at.again().list())).toHaveLength(1);
    expect(readdirSync(at.booksFolder).filter((name) => name.startsWith('.'))).toEqual([
      `.making-${process.ppid}-00ff00ff00ff`,
    ]);
  });
});

describe('opening with a passphrase', () => {
  test('finds what was written before the lock', async () => {
    const { book } = await makeBook(at.vault);
    at.vault.store()?.sql("INSERT INTO drafts (key, text, saved_at) VALUES ('k', 'half-typed', 1)").run();
    await at.vault.close();
    expect(at.vault.store()).toBeNull();
    const opened = valueIn(await at.again().open({ bookId: book.bookId, passphrase }, moment));
    expect(opened).toEqual(book);
  });

  test('takes the same keys in another Unicode form', async () => {
    const composed = 'café au lait für zwei';
    const made = valueIn(
      await at.vault.create({ officeName: 'H', passphrase: composed.normalize('NFC') }, moment),
    );
    await at.vault.close();
    const typed = composed.normalize('NFD');
    expect(typed).not.toBe(composed.normalize('NFC'));
    expect(codeIn(await at.vault.open({ bookId: made.book.bookId, passphrase: typed }, moment))).toBe('ok');
  });

  test('refuses a second book, and a second open of the same, while one is open', async () => {
    const { book } = await makeBook(at.vault);
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe(
      'book.already_open',
    );
    expect(codeIn(await at.again().open({ bookId: book.bookId, passphrase }, moment))).toBe('book.in_use');
    expect(at.vault.store()?.sql('SELECT count(*) FROM office').pluck().get()).toBe(1);
  });

  describe('whatever is wrong: one derivation of the same cost, one fault, nothing made', () => {
    const wrong: [string, (bookId: string) => { bookId: string; passphrase: string }][] = [
      ['another passphrase', (bookId) => ({ bookId, passphrase: 'lantern orbit maple fourteen' })],
      ['one more space', (bookId) => ({ bookId, passphrase: `${passphrase} ` })],
      ['capitals', (bookId) => ({ bookId, passphrase: passphrase.toUpperCase() })],
      ['nothing', (bookId) => ({ bookId, passphrase: '' })],
      ['10,000 characters', (bookId) => ({ bookId, passphrase: 'x'.repeat(10_000) })],
      ['a million characters', (bookId) => ({ bookId, passphrase: 'é'.repeat(1_000_000) })],
      ['zero bytes', (bookId) => ({ bookId, passphrase: '\0'.repeat(20) })],
      ['half a surrogate pair', (bookId) => ({ bookId, passphrase: '\ud800'.repeat(20) })],
      ['a book that is not there', () => ({ bookId: '00000000-0000-4000-8000-000000000000', passphrase })],
      ['a sample office that is not there', () => ({ bookId: 'sample', passphrase })],
      ['a path for an id', (bookId) => ({ bookId: `../books/${bookId}`, passphrase })],
      ['an empty id', () => ({ bookId: '', passphrase })],
    ];
    test.each(wrong)('%s', async (_name, makeInput) => {
      const { book } = await makeBook(at.vault);
      await at.vault.close();
      const before = contentOf(at.outside);
      at.derivations.length = 0;
      const opened = await at.vault.open(makeInput(book.bookId), moment);
      expect(opened).toEqual({ ok: false, error: { code: 'book.wrong_passphrase', params: {} } });
      expect(at.derivations).toEqual([{ memoryKib: 64, passes: 1 }]);
      expect(at.vault.store()).toBeNull();
      expect(contentOf(at.outside)).toEqual(before);
    });

    test.each<[string, (keyFile: KeyFile) => KeyFile]>([
      [
        'a damaged seal',
        (keyFile) => ({
          ...keyFile,
          wraps: {
            ...keyFile.wraps,
            passphrase: { ...keyFile.wraps.passphrase, sealed: flip(keyFile.wraps.passphrase.sealed) },
          },
        }),
      ],
      [
        'a cut-off seal',
        (keyFile) => ({
          ...keyFile,
          wraps: { ...keyFile.wraps, passphrase: { ...keyFile.wraps.passphrase, sealed: 'AAAA' } },
        }),
      ],
      [
        'a salt that is none',
        (keyFile) => ({
          ...keyFile,
          wraps: { ...keyFile.wraps, passphrase: { ...keyFile.wraps.passphrase, salt: '' } },
        }),
      ],
      ['the wraps of another book', (keyFile) => ({ ...keyFile, keyId: 'another-book' })],
      [
        'the recovery wrap in the place of the passphrase',
        (keyFile) => ({
          ...keyFile,
          wraps: { ...keyFile.wraps, passphrase: { ...keyFile.wraps.passphrase, ...keyFile.wraps.recovery } },
        }),
      ],
    ])('%s', async (_name, change) => {
      const { book } = await makeBook(at.vault);
      await at.vault.close();
      changeKeyFile(book.bookId, change);
      at.derivations.length = 0;
      expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe(
        'book.wrong_passphrase',
      );
      expect(at.derivations).toEqual([{ memoryKib: 64, passes: 1 }]);
    });
  });

  test.each([
    ['not JSON', 'key { '],
    ['empty', ''],
    ['of another shape', '{"format":"duebook-key","version":1}'],
    ['asking for all the memory', null],
  ])('says that a key file is damaged when it is %s', async (_name, text) => {
    const { book } = await makeBook(at.vault);
    await at.vault.close();
    if (text !== null) writeFileSync(keyPathOf(book.bookId), text);
    else {
      changeKeyFile(book.bookId, (keyFile) => ({
        ...keyFile,
        wraps: { ...keyFile.wraps, passphrase: { ...keyFile.wraps.passphrase, memoryKib: 2 ** 31 } },
      }));
    }
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe('book.damaged');
    expect(valueIn(await at.vault.list())[0]?.officeName).toBe('Harbor Lane Recovery');
  });

  test('says that the key file is missing, and still lists the book by its name', async () => {
    const { book } = await makeBook(at.vault);
    await at.vault.close();
    rmSync(keyPathOf(book.bookId));
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe(
      'book.key_file_missing',
    );
    expect(valueIn(await at.vault.list())[0]).toMatchObject({
      bookId: book.bookId,
      officeName: 'Harbor Lane Recovery',
    });
    expect(filesUnder(join(at.booksFolder, book.bookId)).filter((path) => path.endsWith('key.json'))).toEqual(
      [],
    );
  });

  test('never replaces a missing database by an empty one', async () => {
    const { book } = await makeBook(at.vault);
    await at.vault.close();
    rmSync(join(at.booksFolder, book.bookId, 'book.db'));
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe('book.damaged');
    expect(filesUnder(at.booksFolder).filter((path) => path.endsWith('.db'))).toEqual([]);
  });

  test("refuses another book's database beside this book's key", async () => {
    const one = await makeBook(at.vault, 'One');
    await at.vault.close();
    const two = await makeBook(at.vault, 'Two');
    await at.vault.close();
    writeFileSync(
      join(at.booksFolder, one.book.bookId, 'book.db'),
      readFileSync(join(at.booksFolder, two.book.bookId, 'book.db')),
    );
    expect(codeIn(await at.vault.open({ bookId: one.book.bookId, passphrase }, moment))).toBe('book.damaged');
  });
});

describe('the list', () => {
  test('is empty before the first book, without making a folder', async () => {
    expect(valueIn(await at.vault.list())).toEqual([]);
    expect(readdirSync(at.outside)).toEqual([]);
  });

  test('has the last opened first, and nothing that is not a book', async () => {
    const one = await makeBook(at.vault, 'One');
    await at.vault.close();
    const two = await makeBook(at.vault, 'Two');
    await at.vault.close();
    writeFileSync(join(at.booksFolder, 'notes.txt'), 'x');
    const later = { ...moment, now: moment.now + 60_000 };
    valueIn(await at.vault.open({ bookId: one.book.bookId, passphrase }, later));
    expect(valueIn(await at.vault.list())).toEqual([
      { bookId: one.book.bookId, officeName: 'One', sample: false, lastOpenedAt: later.now },
      { bookId: two.book.bookId, officeName: 'Two', sample: false, lastOpenedAt: moment.now },
    ]);
  });
});

describe('locking', () => {
  test('closes the file, leaves no log behind and lets another open it', async () => {
    const { book } = await makeBook(at.vault);
    const store = at.vault.store();
    store?.sql("INSERT INTO drafts (key, text, saved_at) VALUES ('k', 'half-typed', 1)").run();
    valueIn(await at.vault.close());
    expect(store?.db.open).toBe(false);
    expect(readdirSync(join(at.booksFolder, book.bookId)).sort()).toEqual([
      'book.db',
      'copies',
      'key.json',
      'listing.json',
    ]);
    const other = at.again();
    expect(codeIn(await other.open({ bookId: book.bookId, passphrase }, moment))).toBe('ok');
    expect(other.store()?.sql("SELECT text FROM drafts WHERE key = 'k'").pluck().get()).toBe('half-typed');
  });

  test('forgets the files the window was given', async () => {
    await makeBook(at.vault);
    await at.vault.registerFile({ fileId: 'f1', path: '/tmp/list.csv', use: 'read' });
    expect(at.vault.pathOf('f1')).toBe('/tmp/list.csv');
    await at.vault.close();
    expect(at.vault.pathOf('f1')).toBeNull();
  });

  test('is fine twice', async () => {
    expect(codeIn(await at.vault.close())).toBe('ok');
  });

  test('asked together with an open, comes after it', async () => {
    const { book } = await makeBook(at.vault);
    await at.vault.close();
    const [opened, closed] = await Promise.all([
      at.vault.open({ bookId: book.bookId, passphrase }, moment),
      at.vault.close(),
    ]);
    expect([codeIn(opened), codeIn(closed)]).toEqual(['ok', 'ok']);
    expect(at.vault.store()).toBeNull();
  });
});

describe('changing the passphrase', () => {
  const next = 'a wholly different sentence';

  test('makes the new one open the book and the old one not', async () => {
    const { book } = await makeBook(at.vault);
    expect(codeIn(await at.vault.changePassphrase({ current: passphrase, next }, moment))).toBe('ok');
    await at.vault.close();
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe(
      'book.wrong_passphrase',
    );
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase: next }, moment))).toBe('ok');
  });

  test.each([
    ['the current one wrong', 'not the one at all', next, 'book.wrong_passphrase'],
    ['the next one short', passphrase, 'short', 'book.passphrase_too_short'],
    ['the next one a pasted file', passphrase, 'x'.repeat(10_000), 'book.passphrase_too_long'],
  ])('changes nothing with %s', async (_name, current, wanted, expected) => {
    const { book } = await makeBook(at.vault);
    const before = readFileSync(keyPathOf(book.bookId), 'utf8');
    expect(codeIn(await at.vault.changePassphrase({ current, next: wanted }, moment))).toBe(expected);
    expect(readFileSync(keyPathOf(book.bookId), 'utf8')).toBe(before);
  });

  test('needs an open book', async () => {
    expect(codeIn(await at.vault.changePassphrase({ current: passphrase, next }, moment))).toBe(
      'book.not_open',
    );
  });
});

describe('the recovery code', () => {
  const next = 'a wholly different sentence';

  test('typed back loosely counts as tested, and stays so', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    const loosely = ` ${recoveryCode.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(codeIn(await at.vault.confirmRecovery({ code: loosely }, moment))).toBe('ok');
    await at.vault.close();
    const opened = valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(opened.recoveryConfirmed).toBe(true);
  });

  test('of another book, mistyped or empty is refused and confirms nothing', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    for (const code of ['', 'ABCD', flip(recoveryCode), recoveryCode.slice(0, -1), `${recoveryCode}A`]) {
      expect(codeIn(await at.vault.confirmRecovery({ code }, moment))).toBe('book.wrong_recovery_code');
    }
    await at.vault.close();
    const opened = valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(opened.recoveryConfirmed).toBe(false);
  });

  test('opens the book, gives it the new passphrase and counts as tested', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    await at.vault.close();
    const input = { bookId: book.bookId, code: recoveryCode, newPassphrase: next };
    expect(valueIn(await at.vault.openWithRecovery(input, moment)).recoveryConfirmed).toBe(true);
    await at.vault.close();
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe(
      'book.wrong_passphrase',
    );
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase: next }, moment))).toBe('ok');
    await at.vault.close();
    expect(codeIn(await at.vault.openWithRecovery(input, moment))).toBe('ok');
  });

  test.each([
    [
      'a wrong code',
      (code: string) => ({ code: flip(code), newPassphrase: next }),
      'book.wrong_recovery_code',
      1,
    ],
    ['no code', () => ({ code: '', newPassphrase: next }), 'book.wrong_recovery_code', 1],
    [
      'a short new passphrase',
      (code: string) => ({ code, newPassphrase: 'short' }),
      'book.passphrase_too_short',
      0,
    ],
  ])('with %s changes nothing', async (_name, makeInput, expected, derivations) => {
    const { book, recoveryCode } = await makeBook(at.vault);
    await at.vault.close();
    const before = contentOf(at.outside);
    at.derivations.length = 0;
    const input = { bookId: book.bookId, ...makeInput(recoveryCode) };
    expect(codeIn(await at.vault.openWithRecovery(input, moment))).toBe(expected);
    expect(at.derivations).toHaveLength(derivations);
    expect(contentOf(at.outside)).toEqual(before);
  });

  test('for a book that is not there answers like a wrong code', async () => {
    const input = { bookId: 'sample', code: groupRecoveryCode('0'.repeat(32)), newPassphrase: next };
    expect(codeIn(await at.vault.openWithRecovery(input, moment))).toBe('book.wrong_recovery_code');
  });

  test('made anew drops the old one and must be tested again', async () => {
    const { book, recoveryCode } = await makeBook(at.vault);
    await at.vault.confirmRecovery({ code: recoveryCode }, moment);
    const wrong = await at.vault.renewRecovery({ passphrase: 'not the one at all' }, moment);
    expect(codeIn(wrong)).toBe('book.wrong_passphrase');
    const fresh = valueIn(await at.vault.renewRecovery({ passphrase }, moment)).recoveryCode;
    expect(fresh).not.toBe(recoveryCode);
    expect(codeIn(await at.vault.confirmRecovery({ code: recoveryCode }, moment))).toBe(
      'book.wrong_recovery_code',
    );
    await at.vault.close();
    const opened = valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(opened.recoveryConfirmed).toBe(false);
    expect(codeIn(await at.vault.confirmRecovery({ code: fresh }, moment))).toBe('ok');
  });
});

describe('an opening that takes long', () => {
  test('says what it is busy with: a sample being made, a book that was not closed being checked', async () => {
    const { book } = await makeBook(at.vault);
    const path = join(at.booksFolder, book.bookId, 'book.db');
    at.vault.store()?.sql("INSERT INTO drafts (key, text, saved_at) VALUES ('k', 'last', 1)").run();
    const log = readFileSync(`${path}-wal`);
    await at.vault.close();
    const told: string[] = [];
    const steps = async (work: () => Promise<unknown>) => {
      told.length = 0;
      await work();
      return [...told];
    };
    const vault = makeVault(
      { booksFolder: at.booksFolder, sqliteBinding: null },
      undefined,
      (step) => void told.push(step),
    );
    const open = () => vault.open({ bookId: book.bookId, passphrase }, moment);
    expect(await steps(open)).toEqual(['open']);
    await vault.close();
    // What a crash leaves: the log of the last session beside the file.
    writeFileSync(`${path}-wal`, log);
    expect(await steps(open)).toEqual(['open', 'check']);
    await vault.close();
    expect(await steps(() => vault.open({ bookId: book.bookId, passphrase: 'wrong one' }, moment))).toEqual(
      [],
    );
    expect(await steps(() => vault.openSample(moment))).toEqual(['sample', 'open']);
    await vault.close();
    expect(await steps(() => vault.openSample(moment))).toEqual(['open']);
    await vault.close();
  });
});

describe('the sample office', () => {
  test('is made once, opens without a passphrase and needs no recovery sheet', async () => {
    const opened = valueIn(await at.vault.openSample(moment));
    expect(opened).toMatchObject({ bookId: 'sample', sample: true, recoveryConfirmed: true });
    at.vault.store()?.sql("INSERT INTO drafts (key, text, saved_at) VALUES ('k', 'mine', 1)").run();
    await at.vault.close();
    valueIn(await at.vault.openSample(moment));
    expect(at.vault.store()?.sql("SELECT text FROM drafts WHERE key = 'k'").pluck().get()).toBe('mine');
    expect(valueIn(await at.vault.list())).toHaveLength(1);
  });

  test('is deleted while open, with everything of it, and can be made anew', async () => {
    const { book } = await makeBook(at.vault);
    await at.vault.close();
    valueIn(await at.vault.openSample(moment));
    expect(codeIn(await at.vault.deleteSample())).toBe('ok');
    expect(at.vault.store()).toBeNull();
    expect(readdirSync(at.booksFolder)).toEqual([book.bookId]);
    expect(codeIn(await at.vault.deleteSample())).toBe('book.not_found');
    expect(codeIn(await at.vault.openSample(moment))).toBe('ok');
  });

  test('is not deleted under another process that has it open', async () => {
    valueIn(await at.again().openSample(moment));
    expect(codeIn(await at.vault.deleteSample())).toBe('book.in_use');
    expect(valueIn(await at.vault.list())).toHaveLength(1);
  });

  test('is deleted also when it is damaged', async () => {
    valueIn(await at.vault.openSample(moment));
    await at.vault.close();
    writeFileSync(join(at.booksFolder, 'sample', 'key.json'), 'x');
    expect(codeIn(await at.vault.deleteSample())).toBe('ok');
  });
});
