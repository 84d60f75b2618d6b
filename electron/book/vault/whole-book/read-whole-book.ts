/**
 * A whole-book file brought in: its parts are checked before any of them is believed, the tables filled as they stand, and
 * what was filled is read out again and must be the very same. Documents are held against their hashes.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import {
  type BookTable,
  beginFilling,
  type ExactValue,
  emptyWholeBook,
  endFilling,
  inserterOf,
  listBookTables,
} from '../../store/queries/whole-book.ts';
import type { Store } from '../../store/store.ts';
import type { CopyWatch } from '../copy-watch.ts';
import { InexactTable, readExactTable } from './exact-csv.ts';
import {
  type DocumentPart,
  documentColumns,
  documentSchema,
  type Manifest,
  manifestSchema,
  tablePath,
} from './parts.ts';
import { BrokenSeal, openRandomBytes, type RandomBytes } from './sealed-file.ts';
import { tableHash } from './write-whole-book.ts';

/** What one part may unpack to: the largest table of a large book is some hundred megabytes. */
const partMost = 2 * 1024 * 1024 * 1024 - 1;
const partsMost = 5_000_000;
const rowsBetweenBreaths = 4000;

export type OpenedWhole = {
  readonly manifest: Manifest;
  readonly documents: readonly DocumentPart[];
  part(path: string): Promise<Buffer>;
  close(): Promise<void>;
};

/** Faults: `file.gone`, `whole.locked`, `whole.not_one`, `whole.changed` (part), `whole.newer`. */
export async function openWholeBook(path: string, passphrase: string | null): Promise<Result<OpenedWhole>> {
  const source = await openRandomBytes(path, passphrase);
  if (!source.ok) return source;
  let kept = false;
  try {
    const parts = await openParts(source.value);
    if (parts === null) return fail('whole.not_one');
    const opened = await readManifest(parts);
    if (!opened.ok) return opened;
    kept = true;
    return ok({ ...opened.value, part: parts, close: () => source.value.close() });
  } catch (error) {
    if (error instanceof BrokenSeal || error instanceof UnreadablePart)
      return fail('whole.changed', { part: '' });
    throw error;
  } finally {
    if (!kept) await source.value.close();
  }
}

async function readManifest(
  part: OpenedWhole['part'],
): Promise<Result<Pick<OpenedWhole, 'manifest' | 'documents'>>> {
  const manifest = manifestSchema.safeParse(parseJson(await part('manifest.json')));
  if (!manifest.success) return fail('whole.not_one');
  if (manifest.data.formatVersion > 1) return fail('whole.newer');
  const documents = z.array(documentSchema).safeParse(parseJson(await part('documents.json')));
  if (!documents.success || documents.data.length !== manifest.data.documents)
    return fail('whole.changed', { part: 'documents.json' });
  return ok({ manifest: manifest.data, documents: documents.data });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

class UnreadablePart extends Error {}

/** yauzl asks for ranges; they come from a plain or a sealed file alike. */
class RangeReader extends RandomAccessReader {
  readonly source: RandomBytes;
  constructor(source: RandomBytes) {
    super();
    this.source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const { source } = this;
    async function* pieces() {
      const step = 256 * 1024;
      for (let at = start; at < end; at += step) yield await source.read(at, Math.min(step, end - at));
    }
    return Readable.from(pieces(), { objectMode: false });
  }
}

/** Reads parts by their path; `null` when it is no packed file. */
async function openParts(source: RandomBytes): Promise<OpenedWhole['part'] | null> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await fromRandomAccessReaderPromise(new RangeReader(source), source.size, {
      lazyEntries: true,
      autoClose: false,
    });
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > partsMost) return null;
    }
  } catch (error) {
    if (error instanceof BrokenSeal) throw error;
    return null;
  }
  return async (path) => {
    const entry = entries.get(path);
    if (entry === undefined || entry.uncompressedSize > partMost) throw new UnreadablePart(path);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    } catch (error) {
      if (error instanceof BrokenSeal) throw error;
      throw new UnreadablePart(path);
    }
    return Buffer.concat(chunks);
  };
}

/**
 * Fills a book that was just made at the version of the manifest. Faults: `call.cancelled`, `whole.changed` (part).
 */
export async function fillWholeBook(
  store: Store,
  opened: OpenedWhole,
  watch: CopyWatch,
): Promise<Result<{ rows: number }>> {
  const { manifest } = opened;
  const tables = new Map(listBookTables(store).map((table) => [table.name, table]));
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  if (manifest.tables.length !== tables.size) return fail('whole.changed', { part: 'manifest.json' });
  beginFilling(store);
  const { triggers } = emptyWholeBook(store);
  let rows = 0;
  for (const described of manifest.tables) {
    const table = tables.get(described.name);
    if (table === undefined || !sameColumns(table, described)) {
      return fail('whole.changed', { part: described.name });
    }
    const filled = await fillTable(store, table, described, opened, () => {
      watch.progress({ phase: 'Bringing in the tables', done: rows, total });
      return watch.cancelled();
    });
    if (!filled.ok) return filled;
    rows += described.rows;
  }
  if (endFilling(store, triggers) > 0) return fail('whole.changed', { part: 'tables' });
  return ok({ rows });
}

function sameColumns(table: BookTable, described: Manifest['tables'][number]): boolean {
  return (
    table.columns.length === described.columns.length &&
    table.columns.every(({ name, type }, index) => {
      const other = described.columns[index];
      return other?.name === name && other.type === type;
    })
  );
}

async function fillTable(
  store: Store,
  table: BookTable,
  described: Manifest['tables'][number],
  opened: OpenedWhole,
  stopped: () => boolean,
): Promise<Result<null>> {
  const changed = fail('whole.changed', { part: table.name });
  const documentAt = table.columns.findIndex(({ name }) => documentColumns[table.name]?.column === name);
  const idAt = table.columns.findIndex(({ name }) => name === 'id');
  const documents = new Map(
    opened.documents
      .filter((document) => document.table === table.name)
      .map((document) => [document.rowId, document]),
  );
  try {
    const bytes = await opened.part(tablePath(table.name));
    if (createHash('sha256').update(bytes).digest('hex') !== described.sha256) return changed;
    const rows: ExactValue[][] = [];
    readExactTable(
      bytes,
      table.columns.map(({ name }) => name),
      // The cell of a document is its path.
      table.columns.map(({ type }, index) => (index === documentAt ? 'text' : type)),
      (row) => rows.push(row),
    );
    if (rows.length !== described.rows) return changed;
    const insert = inserterOf(store, table);
    for (let from = 0; from < rows.length; from += rowsBetweenBreaths) {
      if (stopped()) return fail('call.cancelled');
      const some = rows.slice(from, from + rowsBetweenBreaths);
      if (documentAt !== -1) {
        for (const row of some) {
          const document = documents.get(String(row[idAt]));
          if (document === undefined || row[documentAt] !== document.path) return changed;
          const content = await opened.part(document.path);
          const hash = createHash('sha256').update(content).digest('hex');
          if (content.length !== document.bytes || hash !== document.sha256) return changed;
          row[documentAt] = content;
        }
      }
      store.transaction(() => {
        for (const row of some) insert(row);
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    // What went in comes out again as the same bytes, or it is not the same book.
    return tableHash(store, table) === described.sha256 ? ok(null) : changed;
  } catch (error) {
    if (error instanceof InexactTable || error instanceof BrokenSeal || error instanceof UnreadablePart)
      return changed;
    // A value its column refuses.
    if (error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code)))
      return changed;
    throw error;
  }
}
