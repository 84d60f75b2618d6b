/** The entries of a period for whoever keeps the books: as a table, or as IIF. */
import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BookkeepingAsked, BookkeepingNames } from '../../../shared/contract/hand-over.ts';
import { bookkeepingEntries, iifHead, iifTransaction } from '../../../shared/domain/bookkeeping.ts';
import { addDays, dayOfInstant, startOfDay } from '../../../shared/domain/days.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { dayWords } from '../../../shared/text/day-words.ts';
import { entryKindWords, paymentMethodWords } from '../../../shared/text/labels.ts';
import type { JobContext, JobHandler } from '../context.ts';
import { momentCell } from '../services/exports/moment-cell.ts';
import { column, type Table, tableOf } from '../services/exports/table.ts';
import { type Written, writeOut } from '../services/exports/write-out.ts';
import type { Table as FileTable } from '../services/tables/table-cells.ts';
import { writeCsv } from '../services/tables/write-csv.ts';
import { writeXlsx } from '../services/tables/write-xlsx.ts';
import { lastEntryId, listPostedEntries, type PostedEntry } from '../store/queries/exports.ts';

/** Entries looked at between two breaths: some milliseconds. */
const idsAPage = 5_000;

/** Faults: those of `writeOut`, `paper.days_backwards`, `export.nothing_posted` (`fromOn`, `toOn`). */
export const runBookkeeping: JobHandler<'handOver.runBookkeeping'> = async (
  context,
  { asked, format, names, fileId },
) => {
  const { fromOn, toOn } = asked;
  if (toOn < fromOn) return fail('paper.days_backwards', { fromOn, toOn });
  const what = `Entries for the bookkeeper, ${dayWords(fromOn)} to ${dayWords(toOn)}`;
  return writeOut(context, fileId, { what, format, asked: { ...asked, names } }, async (sink) => {
    const written =
      format === 'iif'
        ? await writeIif(context, sink, asked, names)
        : await writeEntries(context, sink, asked, format);
    // An empty file would look like a period without any.
    return written.ok && written.value.rows === 0 ? fail('export.nothing_posted', { fromOn, toOn }) : written;
  });
};

async function* pagesOf(context: JobContext, asked: BookkeepingAsked): AsyncIterable<readonly PostedEntry[]> {
  const { store, zone } = context;
  const last = lastEntryId(store);
  const range = {
    fromAt: startOfDay(asked.fromOn, zone),
    untilAt: startOfDay(addDays(asked.toOn, 1), zone),
    clientId: asked.clientId,
    withImported: asked.withImported,
    kinds: asked.kinds.flatMap((kind) => bookkeepingEntries[kind]),
  };
  for (let fromId = 1; fromId <= last; fromId += idsAPage) {
    yield listPostedEntries(store, { ...range, fromId, toId: Math.min(last, fromId + idsAPage - 1) });
    context.progress({ phase: 'Writing the file', done: Math.min(last, fromId + idsAPage), total: last });
    await context.breathe();
  }
}

function tableOfEntries(context: JobContext, asked: BookkeepingAsked): Table {
  return tableOf<PostedEntry>({
    title: 'Entries',
    about: [],
    count: null,
    columns: [
      column('posted', 'Entered', 'moment', (row) => momentCell(row.postedAt, context.zone)),
      column('effectiveOn', 'Counts from', 'day', (row) => row.effectiveOn),
      column('kind', 'Entry', 'text', (row) => entryKindWords[row.kind]),
      column('of', 'Takes back', 'text', (row) =>
        row.kind === 'reversal' ? entryKindWords[row.ofKind] : null,
      ),
      column('amount', 'Amount', 'money', (row) => row.amountCents),
      column('debtor', 'Debtor', 'text', (row) => row.debtorName),
      column('number', 'Account number', 'text', (row) => row.number),
      column('client', 'Client', 'text', (row) => row.clientName),
      column('method', 'Method', 'text', (row) =>
        row.method === null ? null : paymentMethodWords[row.method],
      ),
      column('reference', 'Reference', 'text', (row) => row.reference),
      column('receivedOn', 'Received', 'day', (row) => row.receivedOn),
      column('memo', 'Memo', 'text', (row) => row.memo),
      column('basis', 'Basis', 'text', (row) => row.basis),
      column('allowedBy', 'Allowed by', 'text', (row) => row.allowedBy),
      column('author', 'By', 'text', (row) => row.author),
      column('id', 'Entry number', 'integer', (row) => row.entryId),
    ],
    rows: () => pagesOf(context, asked),
  });
}

function writeEntries(
  context: JobContext,
  sink: Writable,
  asked: BookkeepingAsked,
  format: 'csv' | 'xlsx',
): Promise<Result<Written & { readonly shortened: number }>> {
  const table = tableOfEntries(context, asked);
  const fileTable: FileTable = {
    name: table.title,
    columns: table.columns.map(({ title, kind }) => ({ name: title, kind })),
    rows: table.pages(table.columns.map(({ columnId }) => columnId)),
  };
  const steps = { stopped: context.cancelled };
  return format === 'csv' ? writeCsv(sink, fileTable, steps) : writeXlsx(sink, [fileTable], steps);
}

async function writeIif(
  context: JobContext,
  sink: Writable,
  asked: BookkeepingAsked,
  names: BookkeepingNames,
): Promise<Result<Written & { readonly shortened: number }>> {
  const hash = createHash('sha256');
  const sums = { rows: 0, bytes: 0, stopped: false };
  async function* pieces() {
    const piece = (text: string) => {
      const bytes = toWindows1252(text);
      hash.update(bytes);
      sums.bytes += bytes.length;
      return bytes;
    };
    yield piece(iifHead);
    for await (const page of pagesOf(context, asked)) {
      if (context.cancelled()) {
        sums.stopped = true;
        return;
      }
      if (page.length === 0) continue;
      sums.rows += page.length;
      yield piece(page.map((entry) => iifTransaction(toTransaction(entry, context.zone), names)).join(''));
    }
  }
  await pipeline(Readable.from(pieces()), sink);
  if (sums.stopped) return fail('call.cancelled');
  return ok({ rows: sums.rows, bytes: sums.bytes, sha256: hash.digest('hex'), shortened: 0 });
}

/** Money by the day it came in, what is taken back by the day that was done: a period that is closed stays closed. */
function toTransaction(entry: PostedEntry, zone: string) {
  const { kind, ofKind, amountCents, debtorName, number, reference, memo } = entry;
  const on =
    kind === 'reversal' ? dayOfInstant(entry.postedAt, zone) : (entry.receivedOn ?? entry.effectiveOn);
  const words =
    kind === 'reversal' ? `Taken back: ${entryKindWords[ofKind].toLowerCase()}` : entryKindWords[kind];
  return {
    kind,
    ofKind,
    on,
    amountCents,
    name: debtorName,
    reference: reference === '' ? String(entry.entryId) : reference,
    memo: [`${words}, account ${number}`, memo].filter((part) => part !== '').join('. '),
  };
}

/** QuickBooks Desktop reads no Unicode: letters it lacks lose their marks, and what then is left becomes a question mark. */
function toWindows1252(text: string): Buffer {
  const known = text.replace(/[\u{100}-\u{10ffff}]/gu, (sign) => {
    const bare = sign.normalize('NFKD').replace(/[^\u0020-\u007e]/g, '');
    return bare === '' ? (alike[sign] ?? '?') : bare;
  });
  return Buffer.from(known, 'latin1');
}

const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': "'",
  '”': "'",
  '–': '-',
  '—': '-',
  '…': '...',
};
