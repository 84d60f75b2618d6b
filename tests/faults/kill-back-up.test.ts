/** kill -9 during a backup: the book has everything that was answered, and no half of a backup goes by its name. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../builders/bundle.ts';
import { callBook } from '../builders/surroundings.ts';
import {
  codeIn,
  makeBook,
  makeTestVault,
  moment,
  passphrase,
  type TestVault,
  valueIn,
} from '../builders/vault.ts';

const kills = 20;

let at: TestVault;
let bookId: string;
let script: string;
let toPath: string;

beforeAll(async () => {
  at = makeTestVault();
  toPath = join(at.outside, 'one.duebook-backup');
  script = await bundleForNode(join(import.meta.dirname, 'back-up-until-killed.ts'), 'back-up-until-killed');
  bookId = (await makeBook(at.vault)).book.bookId;
  const account = {
    debtorKind: 'consumer',
    debtorName: 'Debtor 1',
    number: 'A-1',
    clientId: null,
    originalCreditor: '',
    debtType: 'other',
    openedOn: '2026-10-01',
    amountCents: 100_000,
    dueOn: '2026-10-31',
    phone: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
  } as const;
  valueIn(await callBook(at.vault.store(), moment, 'accounts.create', account));
  // Large enough that a kill meets the writing and the reading back.
  const insert = at.vault.store()?.sql('INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, 1)');
  for (let n = 0; n < 120; n += 1) insert?.run(`filler ${n}`, 'x'.repeat(150_000));
  await at.vault.close();
});
afterAll(() => at.remove());

type Told = { readonly noteIds: readonly number[]; readonly phase: string };

function workAndKill(phase: string, afterMs: number): Promise<Told> {
  const child = spawn(process.execPath, [script, at.booksFolder, bookId, toPath], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  let armed = false;
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (armed || !out.includes(phase)) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`it ended by itself: ${errors}`));
      const lines = out.split('\n').slice(1, -1);
      const told = lines.map((line) => JSON.parse(line) as { noteId?: number; phase?: string });
      resolve({
        noteIds: told.flatMap(({ noteId }) => (noteId === undefined ? [] : [noteId])),
        phase: told.findLast(({ phase }) => phase !== undefined)?.phase ?? '',
      });
    });
  });
}

test(`${kills} kills during backups leave the book whole and no half of a backup`, async () => {
  const met = new Set<string>();
  let notes = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    rmSync(toPath, { force: true });
    const told = await workAndKill(kill % 2 === 0 ? 'Writing' : 'Reading', (kill * 37) % 101);
    met.add(told.phase);
    notes += told.noteIds.length;
    // What goes by the name of a backup is one.
    if (existsSync(toPath)) {
      const { bookId: restored } = valueIn(await at.vault.restore({ fromPath: toPath }, moment));
      rmSync(join(at.booksFolder, restored), { recursive: true });
    }
    valueIn(await at.vault.open({ bookId, passphrase }, moment));
    const store = at.vault.store();
    const there = new Set(store?.sql('SELECT id FROM notes').pluck().all());
    expect(told.noteIds.filter((noteId) => !there.has(noteId))).toEqual([]);
    expect(store?.db.pragma('integrity_check', { simple: true })).toBe('ok');
    // A backup made now takes the half that was left with it.
    expect(codeIn(await at.vault.backUp({ toPath }, moment))).toBe('ok');
    expect(readdirSync(at.outside).sort()).toEqual(['books', 'one.duebook-backup']);
    await at.vault.close();
  }
  expect(met).toContain('Writing the backup');
  expect(met).toContain('Reading it back');
  expect(notes).toBeGreaterThan(kills);
});
