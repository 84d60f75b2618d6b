/** Backing up and restoring as work that takes long: others go on, it can be stopped, and nothing is left of it then. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CopyWatch } from '../../../electron/book/vault/copy-watch.ts';
import { runVaultJob } from '../../../electron/book/vault-jobs.ts';
import type { VaultJobName } from '../../../shared/contract/contract.ts';
import type { Change, JobProgress } from '../../../shared/contract/events.ts';
import type { Result } from '../../../shared/errors/result.ts';
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
let bookId: string;
let bookPath: string;
let backupPath: string;

beforeEach(async () => {
  at = makeTestVault();
  backupPath = join(at.outside, 'one.duebook-backup');
  bookId = (await makeBook(at.vault)).book.bookId;
  bookPath = join(at.booksFolder, bookId, 'book.db');
  // Several chunks' worth, so that there is a middle.
  for (let n = 0; n < 20; n += 1) write(`filler ${n}`, 'x'.repeat(100_000));
  write('k', 'at its start');
});
afterEach(() => at.remove());

function write(key: string, text: string): void {
  at.vault
    .store()
    ?.sql('INSERT OR REPLACE INTO drafts (key, text, saved_at) VALUES (?, ?, 1)')
    .run(key, text);
}

const read = (key = 'k') => at.vault.store()?.sql('SELECT text FROM drafts WHERE key = ?').pluck().get(key);
const pragma = (text: string) => at.vault.store()?.db.pragma(text, { simple: true });

/** Does `work` at the first report in `phase`. */
function watchUntil(phase: string, work: () => void, cancelled: () => boolean = () => false): CopyWatch {
  let isDone = false;
  return {
    cancelled,
    progress(report) {
      if (isDone || report.phase !== phase) return;
      isDone = true;
      work();
    },
  };
}

const writing = 'Writing the backup';
const readingBack = 'Reading it back';

describe('a backup under way', () => {
  test('holds the book as it was at its start; what is written meanwhile is in the book', async () => {
    const during = () => {
      // More than SQLite would move into the file by itself.
      for (let n = 0; n < 60; n += 1) write(`filler ${n}`, 'y'.repeat(100_000));
      write('k', 'meanwhile');
    };
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment, watchUntil(writing, during)));
    expect(read()).toBe('meanwhile');
    expect(pragma('integrity_check')).toBe('ok');

    const restored = valueIn(await at.vault.restore({ fromPath: backupPath }, moment));
    await at.vault.close();
    valueIn(await at.vault.open({ bookId: restored.bookId, passphrase }, moment));
    expect(read()).toBe('at its start');
    expect(read('filler 0')).toBe('x'.repeat(100_000));
    expect(pragma('integrity_check')).toBe('ok');
    await at.vault.close();
    valueIn(await at.vault.open({ bookId, passphrase }, moment));
    expect(read()).toBe('meanwhile');
  });

  test('moves what is written into the file again afterwards, however it ended', async () => {
    let during: unknown;
    const look = () => {
      during = pragma('wal_autocheckpoint');
    };
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment, watchUntil(writing, look)));
    expect([during, pragma('wal_autocheckpoint')]).toEqual([0, 1000]);
    const nowhere = join(at.outside, 'not there', 'x.duebook-backup');
    expect(codeIn(await at.vault.backUp({ toPath: nowhere }, moment))).toBe('book.io');
    expect(pragma('wal_autocheckpoint')).toBe(1000);
  });

  test.each([writing, readingBack])(
    'cancelled while %s leaves the older file and nothing else',
    async (phase) => {
      writeFileSync(backupPath, 'an older backup');
      let stop = false;
      const cancel = () => {
        stop = true;
      };
      const made = await at.vault.backUp(
        { toPath: backupPath },
        moment,
        watchUntil(phase, cancel, () => stop),
      );
      expect(codeIn(made)).toBe('call.cancelled');
      expect(readFileSync(backupPath, 'utf8')).toBe('an older backup');
      expect(readdirSync(at.outside).sort()).toEqual(['books', 'one.duebook-backup']);
      expect(pragma('wal_autocheckpoint')).toBe(1000);
      expect(codeIn(await at.vault.backUp({ toPath: backupPath }, moment))).toBe('ok');
    },
  );

  test('is stopped by a lock, which then closes the book cleanly', async () => {
    let closing: Promise<Result<null>> | null = null;
    const lock = () => {
      write('k', 'just before the lock');
      closing = at.vault.close();
    };
    const made = await at.vault.backUp({ toPath: backupPath }, moment, watchUntil(writing, lock));
    expect(codeIn(made)).toBe('call.cancelled');
    expect(closing && codeIn(await closing)).toBe('ok');
    expect(at.vault.store()).toBeNull();
    expect(readdirSync(at.outside)).toEqual(['books']);
    expect(existsSync(`${bookPath}-wal`)).toBe(false);
    valueIn(await at.vault.open({ bookId, passphrase }, moment));
    expect(read()).toBe('just before the lock');
  });

  test('is one at a time', async () => {
    const first = at.vault.backUp({ toPath: backupPath }, moment);
    expect(codeIn(await at.vault.backUp({ toPath: `${backupPath}2` }, moment))).toBe('job.busy');
    expect(codeIn(await first)).toBe('ok');
  });

  test('keeps the locks of its start when the passphrase changes meanwhile', async () => {
    const next = 'a wholly different sentence';
    let changing: Promise<Result<null>> | null = null;
    const change = () => {
      changing = at.vault.changePassphrase({ current: passphrase, next }, moment);
    };
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment, watchUntil(writing, change)));
    expect(changing && codeIn(await changing)).toBe('ok');
    const restored = valueIn(await at.vault.restore({ fromPath: backupPath }, moment));
    await at.vault.close();
    const open = (id: string, typed: string) => at.vault.open({ bookId: id, passphrase: typed }, moment);
    expect(codeIn(await open(restored.bookId, next))).toBe('book.wrong_passphrase');
    expect(codeIn(await open(restored.bookId, passphrase))).toBe('ok');
  });

  test('reports every byte, first written and then read back', async () => {
    const reports: JobProgress[] = [];
    const watch: CopyWatch = { cancelled: () => false, progress: (report) => void reports.push(report) };
    const { bytes } = valueIn(await at.vault.backUp({ toPath: backupPath }, moment, watch));
    const last = (phase: string) => reports.findLast((report) => report.phase === phase);
    expect(last(writing)).toMatchObject({ done: statSync(bookPath).size, total: statSync(bookPath).size });
    expect(last(readingBack)).toMatchObject({ done: bytes - 32, total: bytes - 32 });
    expect(reports.filter(({ phase }) => phase === writing).length).toBeGreaterThan(5);
  });

  test('does not open the book to another process, during or after', async () => {
    // Without the key: a file that is locked says so before anyone asks what is in it.
    const tryOpen = () =>
      spawnSync(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import Database from 'better-sqlite3';
           try { new Database(${JSON.stringify(bookPath)}, { timeout: 0 }).pragma('schema_version'); console.log('opened'); }
           catch (error) { console.log(error.code); }`,
        ],
        {
          cwd: join(import.meta.dirname, '..', '..', '..'),
          encoding: 'utf8',
          env: { ...process.env, NODE_OPTIONS: '' },
        },
      ).stdout.trim();
    let during = '';
    const look = () => {
      during = tryOpen();
    };
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment, watchUntil(readingBack, look)));
    expect([during, tryOpen()]).toEqual(['SQLITE_BUSY', 'SQLITE_BUSY']);
    await at.vault.close();
    expect(tryOpen()).toBe('SQLITE_NOTADB');
  });
});

describe('a restore under way', () => {
  beforeEach(async () => {
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
  });

  test('cancelled leaves nothing', async () => {
    const before = contentOf(at.booksFolder);
    let stop = false;
    const cancel = () => {
      stop = true;
    };
    const watch = watchUntil('Reading the backup', cancel, () => stop);
    expect(codeIn(await at.vault.restore({ fromPath: backupPath }, moment, watch))).toBe('call.cancelled');
    expect(contentOf(at.booksFolder)).toEqual(before);
    expect(readdirSync(at.booksFolder)).toEqual([bookId]);
  });

  test('keeps nobody from locking and unlocking', async () => {
    const order: string[] = [];
    let others: Promise<unknown> = Promise.resolve();
    const lockAndUnlock = () => {
      others = at.vault
        .close()
        .then(() => at.vault.open({ bookId, passphrase }, moment))
        .then((opened) => order.push(codeIn(opened)));
    };
    let isFirst = true;
    const watch: CopyWatch = {
      cancelled: () => false,
      progress() {
        if (isFirst) lockAndUnlock();
        isFirst = false;
      },
    };
    const restored = valueIn(await at.vault.restore({ fromPath: backupPath }, moment, watch));
    await others;
    expect(order).toEqual(['ok']);
    expect(valueIn(await at.vault.list()).map((book) => book.bookId)).toContain(restored.bookId);
    expect(read()).toBe('at its start');
  });
});

describe('the files the window names', () => {
  const changes: Change[] = [];
  const run = (call: VaultJobName, fileId: string) =>
    runVaultJob(
      call,
      { fileId },
      {
        vault: at.vault,
        moment,
        announce: (more) => void changes.push(...more),
        progress: () => undefined,
        cancelled: () => false,
        incident(where, error) {
          throw error instanceof Error ? error : new Error(where);
        },
      },
    );

  test('a file chosen to be read is never written over, and a place is good for one backup', async () => {
    const list = join(at.outside, 'list.csv');
    writeFileSync(list, 'a,b\n');
    await at.vault.registerFile({ fileId: 'list', path: list, use: 'read' });
    await at.vault.registerFile({ fileId: 'place', path: backupPath, use: 'write' });
    expect(codeIn(await run('book.backUp', 'list'))).toBe('file.gone');
    expect(readFileSync(list, 'utf8')).toBe('a,b\n');
    expect(at.vault.pathOf('place')).toBeNull();
    expect(await run('book.backUp', 'place')).toMatchObject({ value: { fileName: 'one.duebook-backup' } });
    expect(codeIn(await run('book.backUp', 'place'))).toBe('file.gone');
  });

  test('a restore needs no open book and says that there is another', async () => {
    valueIn(await at.vault.backUp({ toPath: backupPath }, moment));
    await at.vault.close();
    await at.vault.registerFile({ fileId: 'backup', path: backupPath, use: 'read' });
    changes.length = 0;
    expect(await run('book.restore', 'backup')).toMatchObject({ ok: true });
    expect(changes).toEqual([{ subject: 'books', accountIds: null }]);
    await at.vault.registerFile({ fileId: 'place', path: backupPath, use: 'write' });
    expect(codeIn(await run('book.backUp', 'place'))).toBe('book.not_open');
  });
});
