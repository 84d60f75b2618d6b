/**
 * Files in and out: what a large workbook costs to read, through the very process that reads it for the app, and what a long list costs to
 * write. Each figure is one function that answers lines to print; the list at the end is what is measured.
 */
import { createWriteStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { ReaderAsk, ReaderPart } from '../../electron/book/protocol.ts';
import type { Table, TableRow } from '../../electron/book/services/tables/table-cells.ts';
import { writeCsv } from '../../electron/book/services/tables/write-csv.ts';
import { writeXlsx } from '../../electron/book/services/tables/write-xlsx.ts';
import { makeFileReading } from '../../electron/ipc/file-reading.ts';
import type { ReaderProcess } from '../../electron/platform/reader-process.ts';
import { addDays } from '../../shared/domain/days.ts';
import type { FileLook } from '../../shared/domain/import/file-look.ts';
import { importLimits } from '../../shared/domain/import.ts';
import { bundleForNode } from '../builders/bundle.ts';
import { launchNodeReader } from '../builders/reader-process.ts';
import { importOfRows } from './import-rows.ts';
import { makeBenchBook } from './make-book.ts';
import { startBookWorker } from './worker-client.ts';

const folder = join(import.meta.dirname, '../../out/bench');
const readRows = 50_000;
const writtenRows = 100_000;
const listedAccounts = 100_000;
const listMoment = { now: Date.UTC(2026, 10, 20, 15, 0), zone: 'America/Chicago', author: 'bench' };

const columns: Table['columns'] = [
  { name: 'Account number', kind: 'text' },
  { name: 'Debtor name', kind: 'text' },
  { name: 'Address', kind: 'text' },
  { name: 'City', kind: 'text' },
  { name: 'State', kind: 'text' },
  { name: 'ZIP', kind: 'text' },
  { name: 'Phone', kind: 'text' },
  { name: 'Invoice', kind: 'text' },
  { name: 'Charge date', kind: 'day' },
  { name: 'Due date', kind: 'day' },
  { name: 'Amount', kind: 'money' },
  { name: 'Balance', kind: 'money' },
];

/** Invented; four invoices a person. */
function rowOf(index: number): TableRow {
  const person = Math.floor(index / 4);
  const chargedOn = addDays('2024-01-01', index % 600);
  const cents = 1_000 + ((index * 7919) % 400_000);
  return [
    `A-${100_000 + person}`,
    `Person Number${person}`,
    `${(person % 900) + 1} Elm Street`,
    ['Springfield', 'Riverside', 'Franklin'][person % 3] ?? '',
    ['IL', 'CA', 'TN'][person % 3] ?? '',
    String(10_000 + (person % 80_000)),
    `555-${String(100 + (person % 100)).padStart(4, '0')}`,
    `INV-${500_000 + index}`,
    chargedOn,
    addDays(chargedOn, 30),
    cents,
    cents - (index % 5 === 0 ? 500 : 0),
  ];
}

/** As Excel saves it: strings in a part of their own, days as numbers with a format. */
function excelFile(path: string): void {
  const rows: unknown[][] = [columns.map(({ name }) => name)];
  for (let index = 0; index < readRows; index += 1)
    rows.push(
      rowOf(index).map((cell, column) => {
        const kind = columns[column]?.kind;
        if (kind === 'money') return { t: 'n', v: Number(cell) / 100, z: '#,##0.00' };
        if (kind === 'day')
          return { t: 'n', v: Date.parse(String(cell)) / 86_400_000 + 25_569, z: 'm/d/yyyy' };
        return cell;
      }),
    );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { dense: true }), 'Open items');
  writeFileSync(
    path,
    write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Uint8Array,
  );
}

/** A reader whose memory is asked all the time it lives. */
function watched(launch: () => ReaderProcess): { launch: () => ReaderProcess; peakBytes: () => number } {
  let peak = 0;
  return {
    launch() {
      const reader = launch();
      const watch = setInterval(() => {
        void reader.memory().then((bytes) => {
          peak = Math.max(peak, bytes ?? 0);
        });
      }, 20);
      reader.onExit(() => clearInterval(watch));
      return reader;
    },
    peakBytes: () => peak,
  };
}

async function workbookReading(): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'exchange.xlsx');
  excelFile(path);
  const entry = join(import.meta.dirname, '../../electron/reader/reader.ts');
  const bundle = await bundleForNode(entry, 'reader-of-bench');
  const watch = watched(() => launchNodeReader(bundle));
  const reading = makeFileReading(watch.launch);
  let pieces = 0;
  const ask = (order: ReaderAsk) =>
    new Promise<Extract<ReaderPart, { kind: 'end' }>['result']>((resolve) => {
      const under = reading.read(order, (part) => {
        if (part.kind === 'end') resolve(part.result);
        else if (part.kind === 'rows') {
          pieces += 1;
          setImmediate(() => under.more());
        }
      });
    });
  try {
    const began = performance.now();
    const looked = await ask({ do: 'look', file: { path }, asked: {} });
    const lookMs = performance.now() - began;
    if (!looked.ok) throw new Error(looked.error.code);
    const { sha256, decided, rows } = looked.value as FileLook;
    const read = await ask({ do: 'read', file: { path }, sha256, decided });
    const readMs = performance.now() - began - lookMs;
    if (!read.ok || read.value.rows !== readRows || rows !== readRows) throw new Error('rows were lost');
    const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
    return [
      `XLSX of ${readRows.toLocaleString('en-US')} rows, ${columns.length} columns (${mebibytes(statSync(path).size)} MiB): look ${lookMs.toFixed(0)} ms with the ` +
        `start of the process, read once more ${readMs.toFixed(0)} ms in ${pieces} pieces, peak ${mebibytes(watch.peakBytes())} MiB ` +
        `(goal: 15 s together, ${mebibytes(importLimits.readerBytes)} MiB)`,
    ];
  } finally {
    reading.end();
    rmSync(path);
  }
}

function* pieces() {
  for (let from = 0; from < writtenRows; from += 500)
    yield Array.from({ length: Math.min(500, writtenRows - from) }, (_, index) => rowOf(from + index));
}

async function tableWriting(): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const path = join(folder, `exchange-out.${format}`);
    const table: Table = { name: 'Accounts', columns, rows: pieces() };
    const began = performance.now();
    const sink = createWriteStream(path);
    const written = await (format === 'csv' ? writeCsv(sink, table) : writeXlsx(sink, [table]));
    const ms = performance.now() - began;
    if (!written.ok || written.value.rows !== writtenRows) throw new Error('rows were lost');
    lines.push(
      `${format.toUpperCase()} of ${writtenRows.toLocaleString('en-US')} rows, ${columns.length} columns: written in ${ms.toFixed(0)} ms (goal 3,000)`,
    );
    rmSync(path);
  }
  return lines;
}

/** A list of the book as its screen has it, through the worker to the disk; with all its columns, too. */
async function listLeaving(): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const book = await makeBenchBook({ accounts: listedAccounts, folder, moment: listMoment });
  const worker = await startBookWorker({ booksFolder: book.booksFolder, sqliteBinding: null }, listMoment);
  const lines: string[] = [];
  try {
    await worker.errand('vault.open', { bookId: book.bookId, passphrase: book.passphrase });
    const asked = { list: 'accounts', filter: {}, sort: 'name', descending: false } as const;
    const described = await worker.query('exports.describe', { asked });
    for (const format of ['csv', 'xlsx'] as const) {
      for (const [which, wanted] of [
        ['as listed', described.columns.filter(({ shown }) => shown)],
        ['all', described.columns],
      ] as const) {
        const fileId = crypto.randomUUID();
        const path = join(folder, `list.${format}`);
        await worker.errand('files.register', { fileId, path, use: 'write' });
        const began = performance.now();
        const columnIds = wanted.map(({ columnId }) => columnId);
        const { rows } = await worker.job('exports.run', { asked, columns: columnIds, format, fileId });
        const ms = performance.now() - began;
        if (rows !== listedAccounts) throw new Error('accounts were lost');
        lines.push(
          `List of ${rows.toLocaleString('en-US')} accounts as ${format.toUpperCase()}, ${columnIds.length} columns (${which}): ` +
            `${ms.toFixed(0)} ms (goal 3,000)`,
        );
        rmSync(path);
      }
    }
  } finally {
    await worker.stop();
  }
  return lines;
}

/** What `--exchange-only` measures, in this order. */
export const exchangeFigures: readonly (() => Promise<readonly string[]>)[] = [
  importOfRows,
  workbookReading,
  tableWriting,
  listLeaving,
];
