/**
 * 100,000 rows of CSV into a book of 25,000 accounts, through the worker and the reading process: looked at, tried, and brought in from
 * the first byte to the commit. Once for people the book does not have, once for further invoices of the
 * same people, which the book has by then.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportField } from '../../shared/domain/import.ts';
import { makeBenchBook } from './make-book.ts';
import { startBookWorker } from './worker-client.ts';

const moment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'bench' };
const folder = join(import.meta.dirname, '../../out/bench');
const accounts = 25_000;
const rows = 100_000;
const perPerson = 8;

const mapping: ImportField[] = [
  'debtor_reference',
  'debtor_name',
  'charge_reference',
  'charge_on',
  'due_on',
  'amount',
];

function fileOf(invoice: string): string {
  const lines = ['Customer ID,Customer,Invoice,Invoice date,Due date,Amount'];
  for (let row = 0; row < rows; row += 1) {
    const person = row % Math.ceil(rows / perPerson);
    const month = String((row % 12) + 1).padStart(2, '0');
    const cents = 1_000 + ((row * 37) % 90_000);
    lines.push(
      `IMP-${person},"Imported Person ${person}",${invoice}-${row},${month}/05/2026,${month}/25/2026,${(cents / 100).toFixed(2)}`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

export async function importOfRows(): Promise<string[]> {
  const book = await makeBenchBook({ accounts, folder, moment });
  const worker = await startBookWorker({ booksFolder: book.booksFolder, sqliteBinding: null }, moment);
  await worker.errand('vault.open', { bookId: book.bookId, passphrase: book.passphrase });
  const lines: string[] = [];
  const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
    const began = performance.now();
    const value = await work();
    return [value, Math.round(performance.now() - began)];
  };

  async function bring(what: string, text: string, goal: string) {
    const path = join(book.userData, 'rows.csv');
    writeFileSync(path, text);
    const fileId = crypto.randomUUID();
    await worker.errand('files.register', { fileId, path, use: 'read' });
    const [preview, lookMs] = await timed(() => worker.job('imports.preview', { fileId, reading: {} }));
    const plan = {
      reading: preview.reading,
      mapping: [...mapping],
      rowKind: 'charge' as const,
      clientId: null,
      clientName: 'Imported client',
      debtType: 'other' as const,
      debtorKind: 'guess' as const,
      settledMeansPaid: false,
    };
    const input = { fileId, fileSha256: preview.fileSha256, plan };
    const [trial, dryMs] = await timed(() => worker.job('imports.dryRun', input));
    const [done, runMs] = await timed(() => worker.job('imports.run', input));
    if (done.import.refused > 0 || trial.rows !== rows) throw new Error('rows were lost');
    lines.push(
      `CSV of ${rows.toLocaleString('en-US')} rows, ${what}, into ${accounts.toLocaleString('en-US')} accounts: look ${lookMs} ms, ` +
        `dry run ${dryMs} ms, parse to commit ${runMs} ms${goal}`,
    );
    rmSync(path);
  }

  try {
    await bring('new people', fileOf('IMP'), ' (goals: 2,000 and 3,000 ms)');
    await bring('further invoices of the same people', fileOf('MORE'), '');
  } finally {
    await worker.stop();
  }
  return lines;
}
