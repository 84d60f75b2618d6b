/**
 * kill -9 while a print run is made, printed and answered for, again and again until the run is over: every letter is kept once and counts as
 * sent once, none is lost, and nothing goes to the printer again that was said to be good.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrokenLink } from '../../electron/book/store/queries/audit.ts';
import { findLetterByCode } from '../../electron/book/store/queries/strategies.ts';
import { bundleForNode } from '../builders/bundle.ts';
import { firstParty, giveProfile } from '../builders/office.ts';
import { callBook } from '../builders/surroundings.ts';
import { makeBook, makeTestVault, moment, passphrase, type TestVault, valueIn } from '../builders/vault.ts';

type Told = { readonly paper?: number[]; readonly good?: number[]; readonly over?: string };

const accounts = 10;
const mostKills = 40;

let at: TestVault;
let bookId: string;
let cache: string;
let script: string;
let runId: number;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  at = makeTestVault();
  cache = mkdtempSync(join(tmpdir(), 'duebook-kill-run-'));
  script = await bundleForNode(join(import.meta.dirname, 'run-until-killed.ts'), 'run-until-killed');
  bookId = (await makeBook(at.vault)).book.bookId;
  const store = at.vault.store();
  if (!store) throw new Error('the book is not open');
  giveProfile(store, firstParty);
  const accountIds: number[] = [];
  for (let n = 1; n <= accounts; n += 1) {
    const { accountId } = valueIn(
      await callBook(store, moment, 'accounts.create', {
        debtorKind: 'consumer',
        debtorName: `Debtor ${n}`,
        number: `A-${n}`,
        clientId: null,
        originalCreditor: '',
        debtType: 'other',
        openedOn: '2026-09-01',
        amountCents: 100_000,
        dueOn: '2026-09-30',
        phone: '',
        line1: `${n} Harbor Lane`,
        line2: '',
        city: 'Chicago',
        region: 'IL',
        postalCode: '60601',
      }),
    );
    accountIds.push(accountId);
  }
  const templateId = findLetterByCode(store, 'friendly-reminder')?.templateId ?? 0;
  for (const accountId of accountIds)
    valueIn(await callBook(store, moment, 'letters.enqueue', { accountId, templateId }));
  const begun = valueIn(
    await callBook(store, moment, 'runs.begin', {
      source: { kind: 'waiting' },
      sort: 'zip',
      name: 'Run',
      without: [],
    }),
  );
  expect(begun.planned).toBe(accounts);
  runId = begun.runId;
  await at.vault.close();
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await at.remove();
  rmSync(cache, { recursive: true, force: true });
});

/** Lets the run go on, kills it after so many milliseconds, and returns what it had told. */
function runAndKill(seed: number, afterMs: number): Promise<Told[]> {
  const child = spawn(process.execPath, [script, at.booksFolder, bookId, String(runId), String(seed)], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let out = '';
  let errors = '';
  let armed = false;
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (armed || !out.startsWith('ready\n')) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      running.delete(child);
      if (signal !== 'SIGKILL') return reject(new Error(`it ended by itself: ${errors}`));
      resolve(
        out
          .split('\n')
          .slice(1, -1)
          .map((line) => JSON.parse(line) as Told),
      );
    });
  });
}

test('a run killed at any moment sends no letter twice and loses none', { timeout: 240_000 }, async () => {
  /** Places a person said were good. */
  const good = new Set<number>();
  let over = false;
  let kills = 0;
  for (; kills < mostKills && !over; kills += 1) {
    // Ever later, so that a slow machine comes to the end, too.
    const told = await runAndKill(kills, 10 + ((kills * 37) % 90) + kills * 20);
    for (const { paper, good: answered, over: ended } of told) {
      // What is good never goes to the printer again.
      for (const place of paper ?? []) expect(good.has(place)).toBe(false);
      for (const place of answered ?? []) good.add(place);
      over ||= ended !== undefined;
    }
    valueIn(await at.vault.open({ bookId, passphrase }, moment));
    const store = at.vault.store();
    if (!store) throw new Error('the book is not open');
    const { letters } = valueIn(await callBook(store, moment, 'runs.get', { runId }));
    const printed = letters.filter(({ state }) => state === 'printed');
    // What was answered is there; an answer that was under way when it was killed may be, too.
    const places = new Set(printed.map(({ place }) => place));
    for (const place of good) expect(places.has(place)).toBe(true);
    for (const place of places) good.add(place);
    expect(letters).toHaveLength(accounts);
    expect(letters.every(({ state, letterId }) => (state === 'planned') === (letterId === null))).toBe(true);
    const count = (sql: string) => store.sql(sql).pluck().get() as number;
    expect(count('SELECT count(*) FROM letters')).toBe(
      letters.filter(({ letterId }) => letterId !== null).length,
    );
    expect(count('SELECT count(*) FROM letters WHERE printed_at IS NOT NULL')).toBe(printed.length);
    expect(count(`SELECT count(*) FROM print_queue WHERE state = 'printed'`)).toBe(printed.length);
    expect(findBrokenLink(store)).toBeNull();
    await at.vault.close();
  }
  expect(over).toBe(true);
  expect(good.size).toBe(accounts);
  // Enough kills met something under way.
  expect(kills).toBeGreaterThan(3);
});
