/**
 * Run by the kill test of print runs in a process of its own: opens the book and goes on with the run from wherever it stands, as
 * main does, until it is killed. What a printer would have taken is told on one line of stdout, synchronously, at the moment it would take it.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { makeVault } from '../../electron/book/vault.ts';
import { makePress } from '../builders/run-desk.ts';
import { callBook } from '../builders/surroundings.ts';
import { moment, passphrase } from '../builders/vault.ts';

const [booksFolder, bookId, runText, seedText] = process.argv.slice(2);
const [runId, seed] = [Number(runText), Number(seedText)];
if (booksFolder === undefined || bookId === undefined)
  throw new Error('needs the folder, the book, the run and a number');

const vault = makeVault({ booksFolder, sqliteBinding: null });
const opened = await vault.open({ bookId, passphrase }, moment);
if (!opened.ok) throw new Error(opened.error.code);
const store = vault.store();
if (!store) throw new Error('the book is not open');
const press = makePress({ store, moment: () => moment });

writeSync(1, 'ready\n');
await press.must('runs.wake', { operationId: randomUUID() });
for (let turn = seed; ; turn += 1) {
  const got = await callBook(store, moment, 'runs.get', { runId });
  if (!got.ok) throw new Error(got.error.code);
  const { run, letters } = got.value;
  if (run.state === 'making') await press.make(runId);
  else if (run.state === 'made') {
    const { letters: ready } = await press.must('runs.ready', { runId, operationId: randomUUID() });
    const places = ready.map(({ place }) => place);
    await press.must('runs.send', { runId, places, operationId: randomUUID() });
    writeSync(1, `${JSON.stringify({ paper: places })}\n`);
    await press.must('runs.sent', { runId, went: true, operationId: randomUUID() });
  } else if (run.state === 'asked') {
    // The jam takes the later half; what came before is good.
    const sent = letters.filter(({ state }) => state === 'sent_to_printer').map(({ place }) => place);
    const spoilt = turn % 3 === 0 ? sent.slice(Math.ceil(sent.length / 2)) : sent.slice(1 + (turn % 3));
    const answered = await callBook(store, moment, 'runs.answer', { runId, spoilt });
    if (!answered.ok) throw new Error(answered.error.code);
    writeSync(1, `${JSON.stringify({ good: sent.filter((place) => !spoilt.includes(place)) })}\n`);
  } else {
    writeSync(1, `${JSON.stringify({ over: run.state })}\n`);
    // Stands until it is killed.
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
}
