/**
 * kill -9 during an import, again and again on one book, from before its first row was read to after its end: the book holds all of the
 * file or nothing of it, and the process that read for it is gone too.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrokenLink } from '../../electron/book/store/queries/audit.ts';
import { checkSummaries } from '../../electron/book/store/queries/summaries.ts';
import { bundleForNode } from '../builders/bundle.ts';
import { dumpBook } from '../builders/import-desk.ts';
import { callBook } from '../builders/surroundings.ts';
import { makeBook, makeTestVault, moment, passphrase, type TestVault, valueIn } from '../builders/vault.ts';

const rows = 1500;
/** Whole checks of the book after every so many kills. */
const wholeEvery = 10;

let at: TestVault;
let bookId: string;
let folder: string;
let script: string;
let reader: string;
let file: string;
const running = new Set<ChildProcess>();

type Killed = { readonly told: readonly string[]; readonly tookMs: number };

/** `afterMs` counts from when the import was asked for; below zero the look before it is hit. */
function importAndKill(afterMs: number | 'when done'): Promise<Killed> {
  const child = spawn(process.execPath, [script, at.booksFolder, bookId, file, reader], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache'), NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let out = '';
  let errors = '';
  let asked = 0;
  let ended = 0;
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    const early = afterMs !== 'when done' && afterMs < 0;
    if (asked === 0 && out.includes(early ? 'reader ' : 'ready\n')) {
      asked = performance.now();
      if (afterMs !== 'when done') setTimeout(() => child.kill('SIGKILL'), Math.abs(afterMs));
    }
    if (ended === 0 && out.includes('done\n')) {
      ended = performance.now();
      if (afterMs === 'when done') child.kill('SIGKILL');
    }
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      running.delete(child);
      if (signal !== 'SIGKILL') return reject(new Error(`the import ended by itself: ${errors}`));
      resolve({ told: out.split('\n').slice(0, -1), tookMs: ended === 0 ? 0 : ended - asked });
    });
  });
}

/** One that ended and that nobody asked after is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Registers the test, with what it needs before and after. */
export function killImports(kills: number): void {
  beforeAll(async () => {
    at = makeTestVault();
    folder = mkdtempSync(join(tmpdir(), 'duebook-kill-import-'));
    script = await bundleForNode(join(import.meta.dirname, 'import-until-killed.ts'), 'import-until-killed');
    reader = await bundleForNode(
      join(import.meta.dirname, '../../electron/reader/reader.ts'),
      'reader-until-killed',
    );
    bookId = (await makeBook(at.vault)).book.bookId;
    await at.vault.close();
    file = join(folder, 'people.csv');
    const lines = Array.from(
      { length: rows },
      (_, row) =>
        `C${row % 400},Person ${row % 400},INV-${row},${row + 1}.25,512-555-01${String(row % 100).padStart(2, '0')}`,
    );
    writeFileSync(file, `Customer ID,Customer,Invoice,Amount,Phone\n${lines.join('\n')}\n`);
  });

  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await at.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`${kills} kills during imports leave all of the file or nothing of it`, {
    timeout: 300_000,
  }, async () => {
    // How long one takes here, and that nothing is in the way of it.
    const whole = await importAndKill('when done');
    expect(whole.told).toContain('done');
    await takeBack(1);
    let before = '';
    let there = 0;
    let nothing = 0;
    const phases = new Set<string>();
    for (let kill = 1; kill <= kills; kill += 1) {
      const { told } = await importAndKill(momentOf(kill, kills, whole.tookMs));
      phases.add(told.filter((line) => line.startsWith('phase') || line === 'done').at(-1) ?? 'none');
      const readers = told.flatMap((line) => (line.startsWith('reader ') ? [Number(line.slice(7))] : []));
      await expect.poll(() => readers.filter(isAlive), { timeout: 2000 }).toEqual([]);
      valueIn(await at.vault.open({ bookId, passphrase }, moment));
      const store = at.vault.store();
      if (!store) throw new Error('the book is not open');
      const count = (sql: string) => store.sql(sql).pluck().get() as number;
      const imports = count('SELECT count(*) FROM imports WHERE undone_at IS NULL');
      expect(imports).toBeLessThanOrEqual(1);
      expect(count("SELECT count(*) FROM entries WHERE kind = 'charge'")).toBe(imports * rows);
      expect(count('SELECT count(*) FROM accounts')).toBe(imports * 400);
      if (told.includes('done')) expect(imports).toBe(1);
      if (kill % wholeEvery === 0) {
        expect(checkSummaries(store)).toEqual([]);
        expect(findBrokenLink(store)).toBeNull();
        expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(store.db.pragma('foreign_key_check')).toEqual([]);
      }
      if (imports === 0) nothing += 1;
      else {
        there += 1;
        await takeBack(imports, false);
      }
      const dump = JSON.stringify(dumpBook(store));
      if (before !== '') expect(dump === before, 'the book is as it was before the import').toBe(true);
      before = dump;
      await at.vault.close();
    }
    // The kills met every stretch of the way.
    expect(there).toBeGreaterThan(0);
    expect(nothing).toBeGreaterThan(kills / 5);
    expect(phases.size).toBeGreaterThan(1);
  });
}

/** Before the import is asked for, at every stretch of it, and right after its end. */
function momentOf(kill: number, kills: number, tookMs: number): number | 'when done' {
  if (kill % 10 === 0) return -kill / 2;
  if (kill % 7 === 0) return 'when done';
  return (((kill * 37) % kills) / kills) * 1.15 * tookMs;
}

/** Undoes the imports that are in the book. */
async function takeBack(most: number, open = true): Promise<void> {
  if (open) valueIn(await at.vault.open({ bookId, passphrase }, moment));
  const store = at.vault.store();
  if (!store) throw new Error('the book is not open');
  const ids = store.sql('SELECT id FROM imports WHERE undone_at IS NULL').pluck().all() as number[];
  expect(ids.length).toBeLessThanOrEqual(most);
  for (const importId of ids) valueIn(await callBook(store, moment, 'imports.undo', { importId }));
  if (open) await at.vault.close();
}
