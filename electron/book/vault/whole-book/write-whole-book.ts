/**
 * The whole book as one packed file that any program can open, or the same under a passphrase. Written beside its place, read
 * back by nobody but told by its hashes, and put in place only when it is whole.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { readVersion } from '../../store/migrate.ts';
import { readOffice } from '../../store/queries/office.ts';
import {
  type BookTable,
  countRowsOf,
  type ExactValue,
  iterateRowsOf,
  listBookTables,
  readDocument,
} from '../../store/queries/whole-book.ts';
import type { Store } from '../../store/store.ts';
import type { CopyWatch } from '../copy-watch.ts';
import { syncFolder } from '../folders.ts';
import { exactHeader, exactRow } from './exact-csv.ts';
import {
  type DocumentPart,
  documentColumns,
  documentPath,
  formatName,
  formatVersion,
  type Manifest,
  readme,
  schemaOf,
  tablePath,
} from './parts.ts';
import { makeSealing } from './sealed-file.ts';

/** How much text is made between two breaths. */
const pieceCharacters = 64 * 1024;

export type WrittenWhole = { readonly bytes: number; readonly rows: number; readonly documents: number };

class Cancelled extends Error {}

/**
 * `store` must stand still meanwhile: a copy of the open book. Faults: `call.cancelled`; refusals of the disk throw.
 */
export async function writeWholeBook(
  store: Store,
  toPath: string,
  options: { readonly passphrase: string | null; readonly madeAt: number },
  watch: CopyWatch,
): Promise<Result<WrittenWhole>> {
  const tables = listBookTables(store);
  const total = tables.reduce((sum, table) => sum + countRowsOf(store, table), 0);
  const documents: DocumentPart[] = [];
  const found: Manifest['tables'][number][] = [];
  const mtime = new Date(options.madeAt);
  let rows = 0;
  const step = () => {
    if (watch.cancelled()) throw new Cancelled();
    watch.progress({ phase: 'Writing the tables', done: rows, total });
  };

  const zip = new ZipFile();
  const stop = new AbortController();
  let failure: unknown = null;
  const add = (path: string, content: () => AsyncIterable<Buffer>) =>
    zip.addReadStreamLazy(path, { mtime }, (take) => {
      const stream = Readable.from(content(), { objectMode: false });
      // The packer hears nothing of a part that fails.
      stream.once('error', (error) => {
        failure = error;
        stop.abort();
      });
      take(null, stream);
    });
  const officeName = readOffice(store)?.name ?? '';
  zip.addBuffer(Buffer.from(readme(officeName)), 'README.txt', { mtime });
  zip.addBuffer(Buffer.from(JSON.stringify(schemaOf(tables), null, 2)), 'schema.json', { mtime });
  for (const table of tables) {
    add(tablePath(table.name), async function* () {
      const hash = createHash('sha256');
      let count = 0;
      for (const text of textOf(store, table)) {
        const bytes = Buffer.from(text.text, 'utf8');
        hash.update(bytes);
        count += text.rows;
        rows += text.rows;
        step();
        yield bytes;
        await new Promise((resolve) => setImmediate(resolve));
      }
      found.push({
        name: table.name,
        columns: table.columns.map(({ name, type }) => ({
          name,
          type,
          document: documentColumns[table.name]?.column === name,
        })),
        rows: count,
        sha256: hash.digest('hex'),
      });
    });
  }
  for (const table of tables) {
    const document = documentColumns[table.name];
    if (document === undefined) continue;
    for (const { id, name } of listDocumentRows(store, table)) {
      const path = documentPath(table.name, id, name);
      add(path, async function* () {
        if (watch.cancelled()) throw new Cancelled();
        const bytes = readDocument(store, table.name, document.column, id);
        documents.push({
          path,
          table: table.name,
          rowId: id.toString(),
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        });
        yield bytes;
      });
    }
  }
  add('documents.json', async function* () {
    yield Buffer.from(JSON.stringify(documents, null, 1));
  });
  // Last, because it names what the others came to.
  add('manifest.json', async function* () {
    const manifest: Manifest = {
      format: formatName,
      formatVersion,
      bookVersion: readVersion(store),
      officeName,
      madeAt: options.madeAt,
      tables: found,
      documents: documents.length,
    };
    yield Buffer.from(JSON.stringify(manifest, null, 2));
  });
  zip.end();

  const beside = `${toPath}.${randomBytes(6).toString('hex')}.new`;
  try {
    const file = createWriteStream(beside, { flags: 'wx', mode: 0o600 });
    const sealing = options.passphrase === null ? [] : [await makeSealing(options.passphrase)];
    zip.once('error', (error) => {
      failure = error;
      stop.abort();
    });
    const stages = [zip.outputStream as unknown as Readable, ...sealing, file] as const;
    await pipeline(stages as unknown as [Readable, typeof file], { signal: stop.signal }).catch(
      (error: unknown) => {
        throw failure ?? error;
      },
    );
    await syncFile(beside);
    const { size } = await stat(beside);
    await rename(beside, toPath);
    await syncFolder(dirname(toPath));
    return ok({ bytes: size, rows, documents: documents.length });
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof Cancelled) return fail('call.cancelled');
    throw error;
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function listDocumentRows(store: Store, table: BookTable): { id: bigint; name: string }[] {
  const idAt = table.columns.findIndex(({ name }) => name === 'id');
  const nameAt = table.columns.findIndex(({ name }) => name === 'name');
  const kept = { ...table, columns: table.columns.filter((_, index) => index === idAt || index === nameAt) };
  const rows: { id: bigint; name: string }[] = [];
  for (const row of iterateRowsOf(store, kept)) {
    const at = (column: string) => row[kept.columns.findIndex(({ name }) => name === column)];
    const name = at('name');
    rows.push({ id: at('id') as bigint, name: typeof name === 'string' ? name : '' });
  }
  return rows;
}

/** A table as exact CSV, in pieces; in place of a document stands its path. */
function* textOf(store: Store, table: BookTable): Generator<{ text: string; rows: number }> {
  const document = documentColumns[table.name];
  // The bytes of documents are not read along with their rows.
  const columns = table.columns.filter(({ name }) => name !== document?.column);
  const names = table.columns.map(({ name }) => name);
  const documentAt = document === undefined ? -1 : names.indexOf(document.column);
  const idAt = columns.findIndex(({ name }) => name === 'id');
  const nameAt = columns.findIndex(({ name }) => name === 'name');
  let text = exactHeader(names);
  let rows = 0;
  for (const row of iterateRowsOf(store, { ...table, columns })) {
    if (documentAt !== -1) {
      const name = nameAt === -1 ? '' : row[nameAt];
      const path = documentPath(table.name, row[idAt] as bigint, typeof name === 'string' ? name : '');
      row.splice(documentAt, 0, path);
    }
    text += exactRow(row satisfies ExactValue[]);
    rows += 1;
    if (text.length < pieceCharacters) continue;
    yield { text, rows };
    text = '';
    rows = 0;
  }
  yield { text, rows };
}

/** SHA-256 of a table's file. */
export function tableHash(store: Store, table: BookTable): string {
  const hash = createHash('sha256');
  for (const { text } of textOf(store, table)) hash.update(text, 'utf8');
  return hash.digest('hex');
}

/** Every table's SHA-256 as a whole-book file would tell it: two books with the same are the same. */
export function canonicalDump(store: Store): Map<string, string> {
  return new Map(
    listBookTables(store).map((table) => {
      const hash = createHash('sha256');
      for (const { text } of textOf(store, table)) hash.update(text, 'utf8');
      const documents = documentColumns[table.name];
      if (documents !== undefined)
        for (const { id } of listDocumentRows(store, table))
          hash.update(
            createHash('sha256')
              .update(readDocument(store, table.name, documents.column, id))
              .digest(),
          );
      return [table.name, hash.digest('hex')];
    }),
  );
}
