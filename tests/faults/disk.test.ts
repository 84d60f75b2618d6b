/** A full disk and a read-only folder: one plain fault each, nothing lost, nothing half-written. */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../electron/book/run-call.ts';
import type { Vault } from '../../electron/book/vault.ts';
import { dayOfInstant } from '../../shared/domain/days.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { makeDisk, type TestDisk } from '../builders/disk.ts';
import { makeTestFile } from '../builders/store.ts';
import {
  codeIn,
  contentOf,
  makeBook,
  makeTestVault,
  moment,
  passphrase,
  type TestVault,
  valueIn,
} from '../builders/vault.ts';

const probe = makeDisk(1);
probe?.remove();
const why = probe ? '' : ' (left out: needs root on Linux to mount a small disk)';

/** A command of this size, through the one way commands are run. */
function save(vault: Vault, key: string, bytes: number): Result<null> {
  const store = vault.store();
  if (!store) throw new Error('no book is open');
  const operation = { call: 'notes.add', operationId: randomUUID(), input: { key, bytes }, audited: true };
  const around = {
    announce: () => undefined,
    incident: (_where: string, error: unknown): string => {
      throw error;
    },
  };
  const context = { ...moment, store, today: dayOfInstant(moment.now, moment.zone) };
  return runCommand(context, operation, around, () => {
    store.sql('INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, 1)').run(key, 'x'.repeat(bytes));
    return ok(null);
  });
}

function keysOf(vault: Vault): unknown[] | undefined {
  return vault.store()?.sql('SELECT key FROM drafts ORDER BY key').pluck().all();
}

describe.skipIf(!probe)(`a full disk${why}`, () => {
  let disk: TestDisk;
  let at: TestVault;
  beforeEach(() => {
    const made = makeDisk(8);
    if (!made) throw new Error('the disk that was there a moment ago cannot be made');
    disk = made;
    const base = join(disk.path, 'duebook');
    mkdirSync(base);
    at = makeTestVault(base);
  });
  afterEach(async () => {
    disk.free();
    await at.remove();
    disk.remove();
  });

  test('while working: the command is refused whole, the book goes on when there is room again', async () => {
    const { book } = await makeBook(at.vault);
    valueIn(save(at.vault, 'a before', 1000));
    disk.fill(100_000);
    expect(codeIn(save(at.vault, 'b too large', 2_000_000))).toBe('book.disk_full');
    expect(keysOf(at.vault)).toEqual(['a before']);
    disk.free();
    valueIn(save(at.vault, 'c after', 2_000_000));
    await at.vault.close();
    valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(keysOf(at.vault)).toEqual(['a before', 'c after']);
    expect(at.vault.store()?.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(at.vault.store()?.sql('SELECT count(*) FROM audit').pluck().get()).toBe(2);
  });

  test('to the last byte: small commands are refused whole, and closing loses nothing', async () => {
    const { book } = await makeBook(at.vault);
    valueIn(save(at.vault, 'a before', 1000));
    disk.fill();
    const refused = [1, 2, 3, 4, 5, 6].map((n) => codeIn(save(at.vault, `b${n}`, 20_000)));
    expect(new Set(refused)).toEqual(new Set(['book.disk_full']));
    await at.vault.close();
    disk.free();
    valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(keysOf(at.vault)).toEqual(['a before']);
    expect(at.vault.store()?.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('when opening: what is there can still be read', async () => {
    const { book } = await makeBook(at.vault);
    valueIn(save(at.vault, 'a before', 1000));
    await at.vault.close();
    disk.fill();
    valueIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment));
    expect(keysOf(at.vault)).toEqual(['a before']);
    expect(codeIn(save(at.vault, 'b', 100_000))).toBe('book.disk_full');
  });

  test('when making a book: nothing is left of it', async () => {
    disk.fill(200_000);
    expect(codeIn(await at.vault.create({ officeName: 'Harbor Lane', passphrase }, moment))).toBe(
      'book.disk_full',
    );
    expect(readdirSync(at.booksFolder)).toEqual([]);
    disk.free();
    expect(codeIn(await at.vault.create({ officeName: 'Harbor Lane', passphrase }, moment))).toBe('ok');
  });

  test('when backing up: the older backup stays, and nothing half-written', async () => {
    const { book } = await makeBook(at.vault);
    const toPath = join(at.outside, 'older.duebook-backup');
    valueIn(await at.vault.backUp({ toPath }, moment));
    const older = readFileSync(toPath);
    for (const leave of [0, 100_000, 200_000]) {
      disk.fill(leave);
      expect(codeIn(await at.vault.backUp({ toPath }, moment))).toBe('book.disk_full');
      expect(readFileSync(toPath).equals(older)).toBe(true);
      expect(readdirSync(join(at.booksFolder, book.bookId, 'copies'))).toEqual([]);
      expect(existsSync(`${toPath}.part`)).toBe(false);
      disk.free();
    }
  });

  test('when restoring or changing the passphrase: as it was before', async () => {
    const { book } = await makeBook(at.vault);
    const fromPath = join(at.outside, 'one.duebook-backup');
    valueIn(await at.vault.backUp({ toPath: fromPath }, moment));
    disk.fill();
    const before = contentOf(at.booksFolder);
    expect(codeIn(await at.vault.restore({ fromPath }, moment))).toBe('book.disk_full');
    const change = { current: passphrase, next: 'a wholly different sentence' };
    expect(codeIn(await at.vault.changePassphrase(change, moment))).toBe('book.disk_full');
    expect(contentOf(at.booksFolder)).toEqual(before);
    disk.free();
    await at.vault.close();
    expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe('ok');
  });
});

test('a file that may not grow refuses a command whole, wherever the disk cannot be filled', () => {
  const { store, remove } = makeTestFile();
  const vault = { store: () => store } as Vault;
  valueIn(save(vault, 'a before', 1000));
  store.db.pragma(`max_page_count = ${(store.db.pragma('page_count', { simple: true }) as number) + 4}`);
  expect(codeIn(save(vault, 'b too large', 200_000))).toBe('book.disk_full');
  expect(keysOf(vault)).toEqual(['a before']);
  store.db.pragma('max_page_count = 1000000');
  valueIn(save(vault, 'c after', 200_000));
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  remove();
});

describe('a folder that allows no writing', () => {
  /** Root may write anywhere a permission forbids; for root only the disk itself can refuse. */
  const isRoot = process.getuid?.() === 0;
  const cannot = isRoot ? !probe : process.platform === 'win32';

  async function withReadOnly(
    work: (at: TestVault, setReadOnly: (on: boolean) => void) => Promise<void>,
  ): Promise<void> {
    const disk = isRoot ? makeDisk(8) : null;
    const base = disk ? join(disk.path, 'duebook') : mkdtempSync(join(tmpdir(), 'duebook-readonly-'));
    mkdirSync(join(base, 'books'), { recursive: true });
    const at = makeTestVault(base);
    const setReadOnly = (on: boolean) => {
      if (disk) return disk.setReadOnly(on);
      for (const name of ['', ...readdirSync(at.booksFolder)])
        chmodSync(join(at.booksFolder, name), on ? 0o500 : 0o700);
    };
    try {
      await work(at, setReadOnly);
    } finally {
      setReadOnly(false);
      await at.remove();
      disk?.remove();
    }
  }

  test.skipIf(cannot)('opening, making and restoring are refused by name, and nothing changes', async () => {
    await withReadOnly(async (at, setReadOnly) => {
      const { book, recoveryCode } = await makeBook(at.vault);
      const backup = join(mkdtempSync(join(tmpdir(), 'duebook-backup-')), 'one.duebook-backup');
      valueIn(await at.vault.backUp({ toPath: backup }, moment));
      await at.vault.close();
      const before = contentOf(at.booksFolder);
      setReadOnly(true);
      const results = [
        await at.vault.open({ bookId: book.bookId, passphrase }, moment),
        await at.vault.openWithRecovery(
          { bookId: book.bookId, code: recoveryCode, newPassphrase: 'a wholly different sentence' },
          moment,
        ),
        await at.vault.create({ officeName: 'Other', passphrase }, moment),
        await at.vault.openSample(moment),
        await at.vault.restore({ fromPath: backup }, moment),
      ];
      expect(results.map(codeIn)).toEqual(Array(5).fill('book.read_only'));
      expect(at.vault.store()).toBeNull();
      expect(contentOf(at.booksFolder)).toEqual(before);
      setReadOnly(false);
      expect(codeIn(await at.vault.open({ bookId: book.bookId, passphrase }, moment))).toBe('ok');
    });
  });

  test.skipIf(!isRoot || !probe)('a backup to a read-only stick names the file', async () => {
    const stick = makeDisk(2);
    const at = makeTestVault();
    try {
      await makeBook(at.vault);
      stick?.setReadOnly(true);
      const toPath = join(stick?.path ?? '', 'one.duebook-backup');
      expect(await at.vault.backUp({ toPath }, moment)).toEqual({
        ok: false,
        error: { code: 'file.not_writable', params: { name: 'one.duebook-backup' } },
      });
    } finally {
      await at.remove();
      stick?.remove();
    }
  });
});

describe('a damaged file', () => {
  let at: TestVault;
  let bookId: string;
  let path: string;
  beforeEach(async () => {
    at = makeTestVault();
    bookId = (await makeBook(at.vault)).book.bookId;
    for (let n = 0; n < 50; n += 1) valueIn(save(at.vault, `k${String(n).padStart(2, '0')}`, 3000));
    await at.vault.close();
    path = join(at.booksFolder, bookId, 'book.db');
  });
  afterEach(() => at.remove());

  const open = () => at.vault.open({ bookId, passphrase }, moment);

  test.each<[string, (file: Buffer) => Buffer]>([
    ['its first byte changed', (file) => flipAt(file, 0)],
    ['a bit of its header changed', (file) => flipAt(file, 90)],
    ['its second half lost', (file) => file.subarray(0, file.length / 2)],
    ['nothing in it', () => Buffer.alloc(0)],
    ['a letter in its place', () => Buffer.from('Dear sir or madam, '.repeat(1000))],
    ['zeros in its place', (file) => Buffer.alloc(file.length)],
  ])('with %s is said to be damaged, never opened as an empty book', async (_name, spoil) => {
    const whole = readFileSync(path);
    writeFileSync(path, spoil(whole));
    expect(codeIn(await open())).toBe('book.damaged');
    expect(codeIn(await open())).toBe('book.damaged');
    expect(at.vault.store()).toBeNull();
    writeFileSync(path, whole);
    expect(codeIn(await open())).toBe('ok');
  });

  test('with one bit changed in a page: reading that page says so, and so does a backup', async () => {
    const whole = readFileSync(path);
    const page = 4096 * Math.floor((whole.length * 0.9) / 4096);
    writeFileSync(path, flipAt(whole, page + 100));
    valueIn(await open());
    const toPath = join(at.outside, 'one.duebook-backup');
    expect(codeIn(await at.vault.backUp({ toPath }, moment))).toBe('book.damaged');
    expect(existsSync(toPath)).toBe(false);
  });

  test('is found right at the start after a crash', async () => {
    const whole = readFileSync(path);
    valueIn(await open());
    valueIn(save(at.vault, 'last', 1000));
    const wal = readFileSync(`${path}-wal`);
    await at.vault.close();
    const page = 4096 * Math.floor((whole.length * 0.9) / 4096);
    writeFileSync(path, flipAt(whole, page + 100));
    // What a crash leaves: the log of the last session beside the file.
    writeFileSync(`${path}-wal`, wal);
    expect(codeIn(await open())).toBe('book.damaged');
  });
});

function flipAt(file: Buffer, at: number): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}
