/**
 * Run by the canary test in a process of its own: a session that puts a canary into every kind of record, makes SQLite
 * sort and spill, writes a backup, and then waits in the middle of a transaction to be killed.
 */
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runCall } from '../../electron/book/run-call.ts';
import { composeLetter, keepLetter } from '../../electron/book/services/letter-errands.ts';
import { makeVault } from '../../electron/book/vault.ts';
import type { BookCallName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { firstParty } from '../builders/office.ts';
import { callBook, makeSurroundings } from '../builders/surroundings.ts';
import { moment, passphrase, valueIn } from '../builders/vault.ts';
import { canaries } from './canaries.ts';

const [booksFolder, bookId, outside] = process.argv.slice(2);
if (booksFolder === undefined || bookId === undefined || outside === undefined) {
  throw new Error('needs the folder of the books, the id of one and a folder for the backup');
}

const vault = makeVault({ booksFolder, sqliteBinding: null });
valueIn(await vault.open({ bookId, passphrase }, moment));
const today = '2026-11-21';

async function call<C extends BookCallName>(name: C, input: InputOf<C>): Promise<OutputOf<C>> {
  return valueIn(await callBook(vault.store(), moment, name, input));
}

const { accountId } = await call('accounts.create', {
  debtorKind: 'consumer',
  debtorName: `Imogen ${canaries.debtor}`,
  number: canaries.account,
  clientId: null,
  originalCreditor: '',
  debtType: 'other',
  openedOn: today,
  amountCents: 250_000,
  dueOn: today,
  phone: canaries.phone,
  line1: `12 ${canaries.street} Street`,
  line2: '',
  city: 'Austin',
  region: 'TX',
  postalCode: '78701',
});
await call('law.setProfile', firstParty);
await call('notes.add', { accountId, text: `${canaries.note} `.repeat(500) });
await call('contacts.record', {
  accountId,
  channel: 'call',
  direction: 'out',
  outcome: 'right_party',
  phoneId: null,
  at: moment.now,
  seconds: 60,
  text: canaries.call,
});
await call('ledger.recordPayment', {
  shares: [{ accountId, amountCents: 5000 }],
  receivedOn: today,
  method: 'cheque',
  reference: '',
  memo: canaries.payment,
});
await call('reminders.set', { accountId, text: canaries.reminder, dueAt: moment.now + 60_000 });
await call('drafts.save', { key: 'note:1', text: canaries.draft });
await call('accounts.find', { text: canaries.search });
await call('timeline.page', { accountId });

const { templates } = await call('letters.templates', {});
const around = { ...makeSurroundings(vault.store(), moment), vault };
const letter = valueIn(
  await composeLetter(around, {
    accountId,
    templateId: templates.find(({ code }) => code === 'friendly-reminder')?.templateId ?? 0,
  }),
);
const pdf = Buffer.from(`%PDF ${canaries.letter}`);
const kept = { letter, pdf, pages: 1, decision: null, operationId: '0199e3a2-0000-7000-8000-000000000001' };
valueIn(await keepLetter(around, kept));
// A file chosen elsewhere and taken in; its place is known to main only. What it holds is larger than SQLite keeps in memory.
const chosen = join(outside, 'chosen.txt');
const fileId = '0199e3a2-0000-7000-8000-000000000002';
writeFileSync(chosen, `${canaries.fileContent} `.repeat(200_000));
const taken = {
  accountId,
  fileId,
  kind: 'other',
  onDay: today,
  description: canaries.fileName,
  again: false,
} as const;
const attached = await runCall('attachments.add', taken, '0199e3a2-0000-7000-8000-000000000003', {
  ...makeSurroundings(vault.store(), moment),
  pathOf: (asked) => (asked === fileId ? chosen : null),
});
// Gone before the search begins: what is found of it is what the book left behind.
rmSync(chosen);
const { attachmentId } = valueIn(attached) as { attachmentId: number };
await call('attachments.read', { attachmentId, from: 0 });
await call('attachments.find', { text: canaries.fileName });
await call('traces.record', {
  accountId,
  source: 'directory',
  triedOn: today,
  outcome: 'unclear',
  found: canaries.trace,
});
valueIn(await vault.backUp({ toPath: join(outside, 'first.duebook-backup') }, moment));

const store = vault.store();
if (!store) throw new Error('the book is not open');
// A sort and a distinct over more than the page cache holds: what would go to a temporary file, if one were used.
store.db.pragma('cache_size = 20');
store.db.exec('BEGIN IMMEDIATE');
store.db.exec(
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
   INSERT INTO drafts (key, text, saved_at) SELECT 'k' || i, '${canaries.draft} ' || (i * 7919 % 20011), 1 FROM n`,
);
store.db
  .prepare('SELECT count(*) FROM (SELECT DISTINCT text, saved_at FROM drafts ORDER BY text DESC LIMIT 19000)')
  .get();
store.db.exec('CREATE TEMP TABLE t AS SELECT * FROM drafts ORDER BY text');
writeSync(1, 'planted\n');
setInterval(() => undefined, 1000);
