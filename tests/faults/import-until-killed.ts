/**
 * Run by the kill test in a process of its own: opens the book as the program does and brings one file in, reading it in a process of
 * its own, until it is killed. The phases are told on stdout, one line each, synchronously.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { handlers } from '../../electron/book/handlers.ts';
import { runCall } from '../../electron/book/run-call.ts';
import { makeVault } from '../../electron/book/vault.ts';
import { makeFileReading } from '../../electron/ipc/file-reading.ts';
import type { ImportPlan, ImportPreview } from '../../shared/contract/imports.ts';
import { importPlan } from '../../shared/contract/imports.ts';
import type { Result } from '../../shared/errors/result.ts';
import { readThrough } from '../builders/reader.ts';
import { launchNodeReader } from '../builders/reader-process.ts';
import { moment, passphrase } from '../builders/vault.ts';

const [booksFolder, bookId, path, reader] = process.argv.slice(2);
if (booksFolder === undefined || bookId === undefined || path === undefined || reader === undefined)
  throw new Error('needs the folder of the books, the id of one, a file and the reader');

const vault = makeVault({ booksFolder, sqliteBinding: null });
const opened = await vault.open({ bookId, passphrase }, moment);
if (!opened.ok) throw new Error(opened.error.code);
const reading = makeFileReading(() => {
  const launched = launchNodeReader(reader);
  writeSync(1, `reader ${launched.pid}\n`);
  return launched;
});
let phase = '';

async function run(call: 'imports.preview' | 'imports.run', input: object): Promise<unknown> {
  const result: Result<unknown> = await runCall(call, input, randomUUID(), {
    store: vault.store(),
    moment,
    handlers,
    pathOf: () => path ?? null,
    takePlace: () => null,
    fileReader: (watch) => readThrough(reading, () => path ?? null, watch),
    announce: () => undefined,
    progress(_, step) {
      if (step.phase !== phase) writeSync(1, `phase ${step.phase}\n`);
      phase = step.phase;
    },
    cancelled: () => false,
    incident(_, error) {
      throw error;
    },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const fileId = randomUUID();
const preview = (await run('imports.preview', { fileId, reading: {} })) as ImportPreview;
const plan: ImportPlan = importPlan.parse({
  reading: preview.reading,
  mapping: preview.mapping,
  clientId: null,
  clientName: 'Tidewater Dental',
  debtType: 'medical',
  debtorKind: 'guess',
  settledMeansPaid: true,
});
writeSync(1, 'ready\n');
await run('imports.run', { fileId, fileSha256: preview.fileSha256, plan });
writeSync(1, 'done\n');
// Until it is killed, as an app that stays open.
setInterval(() => undefined, 1000);
