/**
 * One folder a book: `book.db`, `key.json`, `listing.json`, and `copies/` with the copies made before
 * migrations. A book appears and goes in one step: it is built in a folder of another name and renamed, and
 * removed by renaming first. What a crash leaves under such a name is swept away later.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../shared/errors/result.ts';
import { isMissing } from './file-fault.ts';

export const databaseName = 'book.db';
export const copiesName = 'copies';
export const sampleId = 'sample';

const bookId = /^(?:sample|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const passing = /^\.(?:making|leaving)-(\d+)-[0-9a-f]+$/;

/** Ids come from the window: only this shape ever becomes part of a path. */
export function isBookId(text: string): boolean {
  return bookId.test(text);
}

/** Ids of the books there are, in no order; empty when there is no folder yet. */
export async function listBookIds(booksFolder: string): Promise<string[]> {
  return (await entriesOf(booksFolder)).filter(isBookId);
}

/**
 * Runs `build` in a fresh folder. `appear` renames it to a book id, in one step that is on the disk when it
 * returns; without it nothing is left. `build` must have synced its files. Throws if a book of that id is there.
 */
export async function buildInPassing<T>(
  booksFolder: string,
  build: (folder: string, appear: (id: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  await mkdir(booksFolder, { recursive: true, mode: 0o700 });
  const folder = join(booksFolder, passingName('making'));
  await mkdir(folder, { mode: 0o700 });
  try {
    return await build(folder, async (id) => {
      await syncFolder(folder);
      await rename(folder, join(booksFolder, id));
      await syncFolder(booksFolder);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same where the id is known as soon as the building is done. */
export function buildFolder(
  booksFolder: string,
  build: (folder: string) => Promise<Result<string>>,
): Promise<Result<string>> {
  return buildInPassing(booksFolder, async (folder, appear) => {
    const built = await build(folder);
    if (built.ok) await appear(built.value);
    return built;
  });
}

/** After the rename the book is gone, whatever happens to the files. */
export async function removeFolder(booksFolder: string, id: string): Promise<void> {
  const leaving = join(booksFolder, passingName('leaving'));
  await rename(join(booksFolder, id), leaving);
  await syncFolder(booksFolder);
  await rm(leaving, { recursive: true, force: true });
}

/** Removes what processes that are no more left half-built or half-removed. */
export async function sweep(booksFolder: string): Promise<void> {
  for (const name of await entriesOf(booksFolder)) {
    const owner = passing.exec(name)?.[1];
    if (owner === undefined || isAtWork(Number(owner), name)) continue;
    await rm(join(booksFolder, name), { recursive: true, force: true });
  }
}

/** Makes renames in a folder durable. Windows keeps its folders by itself and has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Names this process has given out: a folder with its number but none of these is an older process's. */
const ours = new Set<string>();

function passingName(kind: 'making' | 'leaving'): string {
  const name = `.${kind}-${process.pid}-${randomBytes(6).toString('hex')}`;
  ours.add(name);
  return name;
}

function isAtWork(pid: number, name: string): boolean {
  if (pid === process.pid) return ours.has(name);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
