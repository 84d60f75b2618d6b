/**
 * Run by the kill test of backups in a process of its own: opens the book and backs it up over and over while it
 * writes notes, until it is killed. Each note that was answered is told on one line of stdout, synchronously, and so
 * is each phase a backup comes to.
 */
import { writeSync } from 'node:fs';
import { makeVault } from '../../electron/book/vault.ts';
import { callBook } from '../builders/surroundings.ts';
import { moment, passphrase } from '../builders/vault.ts';

const [booksFolder, bookId, toPath] = process.argv.slice(2);
if (booksFolder === undefined || bookId === undefined || toPath === undefined) {
  throw new Error('needs the folder of the books, the id of one and a place for the backup');
}

const vault = makeVault({ booksFolder, sqliteBinding: null });
const opened = await vault.open({ bookId, passphrase }, moment);
if (!opened.ok) throw new Error(opened.error.code);
const accountId = vault.store()?.sql('SELECT min(id) FROM accounts').pluck().get() as number;

async function backUp(): Promise<never> {
  for (;;) {
    let phase = '';
    const made = await vault.backUp({ toPath: toPath ?? '' }, moment, {
      cancelled: () => false,
      progress(report) {
        if (report.phase !== phase) writeSync(1, `${JSON.stringify({ phase: report.phase })}\n`);
        phase = report.phase;
      },
    });
    if (!made.ok) throw new Error(made.error.code);
    writeSync(1, `${JSON.stringify({ phase: 'made' })}\n`);
  }
}

async function write(): Promise<never> {
  for (let turn = 1; ; turn += 1) {
    const made = await callBook(vault.store(), moment, 'notes.add', {
      accountId,
      text: `turn ${turn} `.repeat(300),
    });
    if (!made.ok) throw new Error(made.error.code);
    writeSync(1, `${JSON.stringify({ noteId: made.value.noteId })}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

writeSync(1, 'ready\n');
await Promise.race([backUp(), write()]);
