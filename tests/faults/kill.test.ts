/**
 * kill -9 during mixed writes, a hundred times on one book: what was answered is there, what was not is there whole
 * or not at all.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrokenLink } from '../../electron/book/store/queries/audit.ts';
import { checkSummaries } from '../../electron/book/store/queries/summaries.ts';
import type { Store } from '../../electron/book/store/store.ts';
import { bundleForNode } from '../builders/bundle.ts';
import { callBook } from '../builders/surroundings.ts';
import { makeBook, makeTestVault, moment, passphrase, type TestVault, valueIn } from '../builders/vault.ts';

type Acknowledged = {
  readonly operationId: string;
  readonly call: string;
  readonly output: Record<string, unknown>;
};

const kills = 100;
/** The whole book is checked after every so many kills; what was answered and how it starts, after each. */
const wholeEvery = 10;
const accounts = 12;

let at: TestVault;
let bookId: string;
let cache: string;
let script: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  at = makeTestVault();
  cache = mkdtempSync(join(tmpdir(), 'duebook-kill-'));
  script = await bundleForNode(join(import.meta.dirname, 'write-until-killed.ts'), 'write-until-killed');
  bookId = (await makeBook(at.vault)).book.bookId;
  for (let n = 1; n <= accounts; n += 1) {
    valueIn(
      await callBook(at.vault.store(), moment, 'accounts.create', {
        debtorKind: 'consumer',
        debtorName: `Debtor ${n}`,
        number: `A-${n}`,
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
      }),
    );
  }
  await at.vault.close();
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await at.remove();
  rmSync(cache, { recursive: true, force: true });
});

/** Lets the writer write, kills it after so many milliseconds, and returns what it had answered. */
function writeAndKill(seed: number, afterMs: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [script, at.booksFolder, bookId, String(seed)], {
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
      if (signal !== 'SIGKILL') return reject(new Error(`the writer ended by itself: ${errors}`));
      // A last line without its end was still being told.
      const lines = out.split('\n').slice(1, -1);
      resolve(lines.map((line) => JSON.parse(line) as Acknowledged));
    });
  });
}

/** Where the row that a command made is found. */
const made: Readonly<Record<string, { table: string; id: string }>> = {
  'notes.add': { table: 'notes', id: 'noteId' },
  'ledger.addCharge': { table: 'entries', id: 'entryId' },
  'ledger.recordPayment': { table: 'receipts', id: 'receiptId' },
  'contacts.record': { table: 'contacts', id: 'contactId' },
  'reminders.set': { table: 'reminders', id: 'reminderId' },
};

function isThere(store: Store, { operationId, call, output }: Acknowledged): boolean {
  const audited = store
    .sql('SELECT output FROM audit WHERE operation_id = ? AND call = ?')
    .pluck()
    .get(operationId, call);
  if (audited !== JSON.stringify(output)) return false;
  const place = made[call];
  if (!place) return call === 'accounts.setNextStep';
  return store.sql(`SELECT 1 FROM ${place.table} WHERE id = ?`).get(output[place.id]) !== undefined;
}

/** Rows of every kind against the commands that made them: a command that left only part of its work shows here. */
function countsOf(store: Store): { found: Record<string, unknown>; expected: Record<string, unknown> } {
  const count = (sql: string) => store.sql(sql).pluck().get() as number;
  const commands = (...calls: string[]) =>
    count(`SELECT count(*) FROM audit WHERE call IN (${calls.map((call) => `'${call}'`).join(', ')})`);
  return {
    found: {
      notes: count('SELECT count(*) FROM notes'),
      contacts: count('SELECT count(*) FROM contacts'),
      contactsWithNote: count('SELECT count(DISTINCT contact_id) FROM notes WHERE contact_id IS NOT NULL'),
      entries: count('SELECT count(*) FROM entries'),
      entriesOfCommands: count(
        'SELECT count(*) FROM entries e JOIN audit a ON a.operation_id = e.operation_id',
      ),
      applied: count(
        `SELECT count(*) FROM entries e WHERE e.kind = 'payment' AND e.principal_cents + e.interest_cents
           + e.fees_cents + e.costs_cents = -(SELECT sum(principal_cents + interest_cents + fees_cents + costs_cents)
           FROM applications p WHERE p.entry_id = e.id)`,
      ),
      reminders: count('SELECT count(*) FROM reminders'),
    },
    expected: {
      notes: commands('notes.add', 'contacts.record'),
      contacts: commands('contacts.record'),
      contactsWithNote: commands('contacts.record'),
      entries: commands('ledger.addCharge', 'ledger.recordPayment', 'accounts.create'),
      entriesOfCommands: commands('ledger.addCharge', 'ledger.recordPayment', 'accounts.create'),
      applied: commands('ledger.recordPayment'),
      reminders: commands('reminders.set'),
    },
  };
}

test(`${kills} kills during mixed writes lose nothing that was answered and leave nothing half-done`, async () => {
  let seed = 1;
  const answered: Acknowledged[] = [];
  let lastAudit = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    // Moments spread evenly over the first 150 ms, from before the first answer on.
    const acknowledged = await writeAndKill(seed, (kill * 37) % 151);
    seed += 1000;
    answered.push(...acknowledged);
    valueIn(await at.vault.open({ bookId, passphrase }, moment));
    const store = at.vault.store();
    if (!store) throw new Error('the book is not open');
    expect(acknowledged.filter((operation) => !isThere(store, operation))).toEqual([]);
    const { found, expected } = countsOf(store);
    expect(found).toEqual(expected);
    // At most the one command that was under way came through without its answer.
    const audit = store.sql('SELECT count(*) FROM audit').pluck().get() as number;
    if (kill > 1) expect(audit - lastAudit - acknowledged.length).toBeOneOf([0, 1]);
    lastAudit = audit;
    if (kill % wholeEvery === 0) {
      expect(answered.filter((operation) => !isThere(store, operation))).toEqual([]);
      expect(checkSummaries(store)).toEqual([]);
      expect(findBrokenLink(store)).toBeNull();
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(store.db.pragma('foreign_key_check')).toEqual([]);
    }
    await at.vault.close();
  }
  // Enough was going on for the kills to have met something.
  expect(answered.length).toBeGreaterThan(kills * 3);
});
