/**
 * `node_modules/.bin/node tests/bench/notes.ts [accounts]`: the search in all notes at ten notes an account, what its index weighs
 * and how long it takes to build (as the migration does), and the timeline of one account of 5,000 items.
 *
 * The book's own notes are few and alike, so notes with the word counts of real ones are added: a few words in most of them, a
 * long tail of rare ones. The words searched for are the commonest, pairs that hardly meet, beginnings and names.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandom } from './fill-book.ts';
import { makeBenchBook } from './make-book.ts';
import { type Figure, summarise } from './measure.ts';
import { openRaw, type RawDriver } from './raw-driver.ts';
import { startBookWorker } from './worker-client.ts';

const moment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'bench' };
const folder = join(import.meta.dirname, '../../out/bench');
const accounts = Number(process.argv[2] ?? 100_000);
const wanted = accounts * 10;
const longAccount = 77;

const common = (
  'called left message no answer voicemail asked the and said will pay payment promise promised insurance statement balance ' +
  'to of on letter sent friday disputes spoke hardship job doctor office copy mailed confirmed right party callback'
).split(' ');
const syllables =
  'an bel cor dan el far gar hol in jor kal lun mor nel or pas quin ros sel tor ul ven wen yar zel'.split(
    ' ',
  );

const random = makeRandom(20_261_122);
const vocabulary = [...common];
while (vocabulary.length < 20_000) {
  const pick = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  vocabulary.push(pick() + pick() + (random() < 0.7 ? pick() : ''));
}
/** By Zipf’s law: the first word is as common as the next thousand together. */
function word(): string {
  const rank = Math.floor(Math.exp(random() * Math.log(vocabulary.length))) - 1;
  return vocabulary[Math.min(vocabulary.length - 1, rank)] ?? '';
}
function text(): string {
  return Array.from({ length: 8 + Math.floor(random() * 14) }, word).join(' ');
}

function addNotes(raw: RawDriver): { readonly buildMs: number } {
  const [row] = raw.all('SELECT count(*) AS count FROM notes') as { count: number }[];
  raw.exec('DROP TRIGGER notes_search_insert');
  raw.exec('BEGIN');
  const sql = 'INSERT INTO notes (account_id, text, author, at) VALUES (?, ?, ?, ?)';
  for (let made = row?.count ?? 0; made < wanted; made += 1)
    raw.run(sql, [1 + (made % accounts), text(), 'bench', moment.now - (wanted - made) * 1_000]);
  for (let made = 0; made < 5_000; made += 1)
    raw.run(sql, [longAccount, text(), 'bench', moment.now - made * 3_600_000]);
  raw.exec('DELETE FROM note_search');
  raw.exec('COMMIT');
  const began = performance.now();
  raw.exec('BEGIN');
  raw.exec('INSERT INTO note_search (rowid, text) SELECT id, text FROM notes');
  raw.exec('COMMIT');
  const buildMs = performance.now() - began;
  raw.exec(`CREATE TRIGGER notes_search_insert AFTER INSERT ON notes
    BEGIN INSERT INTO note_search (rowid, text) VALUES (new.id, new.text); END`);
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return { buildMs };
}

async function time(runs: number, work: (run: number) => Promise<unknown>): Promise<Figure> {
  const samples: number[] = [];
  for (let run = 0; run < runs + 5; run += 1) {
    const began = performance.now();
    await work(run);
    if (run >= 5) samples.push(performance.now() - began);
  }
  return summarise(samples);
}

mkdirSync(folder, { recursive: true });
const book = await makeBenchBook({ accounts, folder, moment });
const file = join(book.booksFolder, book.bookId, 'book.db');
const raw = openRaw(file, book.key);
const { buildMs } = addNotes(raw);
const [weight] = raw.all('SELECT sum(length(block)) / 1000000.0 AS megabytes FROM note_search_data') as {
  megabytes: number;
}[];
raw.close();
console.log(
  `${wanted.toLocaleString('en-US')} notes; the index: built in ${(buildMs / 1000).toFixed(1)} s, ` +
    `${weight?.megabytes.toFixed(0)} MB of ${(statSync(file).size / 1e6).toFixed(0)} MB`,
);

const worker = await startBookWorker({ booksFolder: book.booksFolder, sqliteBinding: null }, moment);
await worker.errand('vault.open', { bookId: book.bookId, passphrase: book.passphrase });
const print = (name: string, { medianMs, p95Ms }: Figure, goal: string) =>
  console.log(`| ${name} | ${medianMs.toFixed(2)} | ${p95Ms.toFixed(2)} | ${goal} |`);
console.log('| work | median ms | p95 ms | goal |\n|---|---|---|---|');
for (const typed of [
  'called ',
  'payment ',
  'left message ',
  '"left message"',
  'insurance kallunmor ',
  'ca',
  'cal',
  'call',
  'calle',
  'promis',
  'statement insur',
  'kall',
  '"spoke right party"',
  'called left message no answer voicemail ',
  'zelzelzel',
]) {
  const figure = await time(40, () => worker.query('notes.search', { text: typed }));
  print(`search: ${typed}`, figure, '20');
}
print(
  'open an account with its timeline',
  await time(200, (run) => {
    const accountId = 1 + ((run * 7919) % accounts);
    return Promise.all([
      worker.query('accounts.get', { accountId }),
      worker.query('timeline.page', { accountId }),
      worker.query('notes.pinned', { accountId }),
    ]);
  }),
  '5',
);
print(
  'first page of 5,000 items',
  await time(60, () => worker.query('timeline.page', { accountId: longAccount })),
  '5',
);
let before: string | null = null;
print(
  'each further page of 5,000 items',
  await time(60, async () => {
    const page: { next: string | null } = await worker.query('timeline.page', {
      accountId: longAccount,
      before,
    });
    before = page.next;
  }),
  '5',
);
await worker.stop();
