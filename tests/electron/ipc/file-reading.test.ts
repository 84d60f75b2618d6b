/** Reading in real processes: what one file may cost, and what is left when a reading ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReaderAsk, ReaderPart } from '../../../electron/book/protocol.ts';
import { type FileReading, makeFileReading, type ReadingLimits } from '../../../electron/ipc/file-reading.ts';
import { importLimits } from '../../../shared/domain/import.ts';
import { bundleForNode } from '../../builders/bundle.ts';
import { launchNodeReader } from '../../builders/reader-process.ts';
import { valueIn } from '../../builders/vault.ts';

let bundle: string;
let folder: string;
let pids: number[] = [];
let reading: FileReading;

beforeAll(async () => {
  const entry = join(import.meta.dirname, '../../../electron/reader/reader.ts');
  bundle = await bundleForNode(entry, 'reader');
  folder = mkdtempSync(join(tmpdir(), 'duebook-reading-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  reading.end();
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  pids = [];
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function start(limits: Partial<ReadingLimits> = {}, file = bundle): FileReading {
  reading = makeFileReading(
    () => {
      const launched = launchNodeReader(file);
      if (launched.pid !== undefined) pids.push(launched.pid);
      return launched;
    },
    { ...importLimits, ...limits },
  );
  return reading;
}

function fileOf(name: string, content: string | Uint8Array): ReaderAsk & { do: 'look' } {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { do: 'look', file: { path }, asked: {} };
}

/** Every part of a reading; asks for more at once unless told not to. */
function partsOf(ask: ReaderAsk, more = true) {
  const parts: ReaderPart[] = [];
  let handle: ReturnType<FileReading['read']> | null = null;
  const end = new Promise<Extract<ReaderPart, { kind: 'end' }>['result']>((resolve) => {
    handle = reading.read(ask, (part) => {
      parts.push(part);
      if (part.kind === 'rows' && more) handle?.more();
      if (part.kind === 'end') resolve(part.result);
    });
  });
  return { parts, end, stop: () => handle?.stop(), more: () => handle?.more() };
}

const small = 'Name,Amount\nAna,1.00\nBen,2.00\n';
const large = `Name,Invoice,Amount\n${'Ana Abara,1,1.00\n'.repeat(400_000)}`;
/** A script in place of the reader that does what a broken one would. */
function badReader(name: string, body: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, body);
  return path;
}

describe('one process a reading', () => {
  it('is kept for the next one while nothing went wrong', async () => {
    start();
    expect(await partsOf(fileOf('a.csv', small)).end).toMatchObject({ ok: true });
    expect(await partsOf(fileOf('b.csv', small)).end).toMatchObject({ ok: true });
    expect(pids).toHaveLength(1);
  });

  it('is not kept after a file that was refused', async () => {
    start();
    expect(await partsOf(fileOf('a.pdf', '%PDF-1.7')).end).toMatchObject({ ok: false });
    expect(await partsOf(fileOf('b.csv', small)).end).toMatchObject({ ok: true });
    expect(pids).toHaveLength(2);
    expect(isAlive(pids[1] ?? 0)).toBe(true);
    await expect.poll(() => isAlive(pids[0] ?? 0)).toBe(false);
  });

  it('two readings at once do not share one', async () => {
    start();
    const ask = fileOf('a.csv', large);
    const ends = await Promise.all([partsOf(ask).end, partsOf(ask).end]);
    expect(ends.map(({ ok }) => ok)).toEqual([true, true]);
    expect(pids).toHaveLength(2);
  });

  it('is there before it is asked when a file is about to be chosen', async () => {
    start().warm();
    reading.warm();
    expect(pids).toHaveLength(1);
    expect(await partsOf(fileOf('a.csv', small)).end).toMatchObject({ ok: true });
    expect(pids).toHaveLength(1);
  });

  it('that ended while it waited is started anew', async () => {
    start();
    expect(await partsOf(fileOf('a.csv', small)).end).toMatchObject({ ok: true });
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await expect.poll(() => isAlive(pids[0] ?? 0)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await partsOf(fileOf('b.csv', small)).end).toMatchObject({ ok: true });
  });

  it('reads no further ahead than a few pieces', async () => {
    start();
    const ask = fileOf('ahead.csv', large);
    const looked = valueIn(await partsOf(ask).end);
    if (!('decided' in looked)) throw new Error('not a look');
    const read = partsOf(
      { do: 'read', file: ask.file, sha256: looked.sha256, decided: looked.decided },
      false,
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    const pieces = () => read.parts.filter(({ kind }) => kind === 'rows').length;
    const ahead = pieces();
    expect(ahead).toBeLessThanOrEqual(8);
    expect(read.parts.find(({ kind }) => kind === 'columns')).toMatchObject({
      columns: [{ name: 'Name' }, {}, {}],
    });
    read.more();
    await expect.poll(pieces).toBeGreaterThan(ahead);
    read.stop();
  });
});

describe('what a file may cost', () => {
  it('time', async () => {
    start({ readingMs: 300 });
    const ask = fileOf('slow.csv', large.repeat(8));
    expect(await partsOf(ask).end).toEqual(stoppedFor('time'));
  });

  it('silence', async () => {
    start({ silentMs: 300 }, badReader('hangs', 'process.on("message", () => { for (;;); });'));
    const began = performance.now();
    expect(await partsOf(fileOf('a.csv', small)).end).toEqual(stoppedFor('time'));
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('memory outside the heap', async () => {
    const grows = `const held = []; process.on("message", () => setInterval(() => {
      held.push(Buffer.alloc(20_000_000, 1)); process.send({ kind: "progress", done: 0, total: 1 });
    }, 10));`;
    start({}, badReader('grows', grows));
    expect(await partsOf(fileOf('a.csv', small)).end).toEqual(stoppedFor('memory'));
  });

  it('memory in the heap', { timeout: 30_000 }, async () => {
    const grows = `const held = []; process.on("message", () => setInterval(() => {
      for (let i = 0; i < 100_000; i += 1) held.push({ i, text: "x" + i }); process.send({ kind: "progress", done: 0, total: 1 });
    }, 1));`;
    start({ readerBytes: Number.MAX_SAFE_INTEGER }, badReader('heap', grows));
    expect(await partsOf(fileOf('a.csv', small)).end).toEqual(stoppedFor('ended'));
  });

  it('its process: one that crashes is an answer', async () => {
    start({}, badReader('crashes', 'process.on("message", () => process.abort());'));
    expect(await partsOf(fileOf('a.csv', small)).end).toEqual(stoppedFor('ended'));
    start({}, badReader('throws', 'process.on("message", () => { throw new Error("x"); });'));
    expect(await partsOf(fileOf('a.csv', small)).end).toEqual(stoppedFor('ended'));
  });

  it('patience is not taken for silence: rows may wait for the book as long as it takes', async () => {
    start({ silentMs: 300 });
    const ask = fileOf('waits.csv', large);
    const looked = valueIn(await partsOf(ask).end);
    if (!('decided' in looked)) throw new Error('not a look');
    const read = partsOf(
      { do: 'read', file: ask.file, sha256: looked.sha256, decided: looked.decided },
      false,
    );
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(read.parts.some(({ kind }) => kind === 'end')).toBe(false);
    read.stop();
  });

  it.each([
    ['bytes', () => Buffer.alloc(importLimits.bytes + 1, 'a,b\n'), 'import.too_large'],
    [
      'columns',
      () => `${'a,'.repeat(importLimits.columns)}b\n${'1,'.repeat(importLimits.columns)}2\n`,
      'import.too_many_columns',
    ],
    ['rows', () => `Name,Amount\n${'A,1\n'.repeat(importLimits.rows + 1)}`, 'import.too_many_rows'],
    [
      'one line',
      () => `Name,Amount\n${'A,'.repeat(50)}${'x'.repeat(importLimits.recordCharacters + 10)}`,
      'import.not_a_table',
    ],
    [
      'one cell',
      () => `Name,Amount\n"${'x\n'.repeat(importLimits.cellCharacters)}",1\n`,
      'import.quote_open',
    ],
  ] as const)('%s', { timeout: 30_000 }, async (name, content, code) => {
    start();
    expect(await partsOf(fileOf(name, content())).end).toMatchObject({ ok: false, error: { code } });
  });

  it('nothing beyond what a file is: no folder, no pipe, no file that is gone', async () => {
    start();
    const at = (path: string): ReaderAsk => ({ do: 'look', file: { path }, asked: {} });
    for (const path of [folder, '/dev/zero', join(folder, 'nowhere.csv')])
      expect(await partsOf(at(path)).end).toMatchObject({ ok: false, error: { code: 'import.file_gone' } });
  });
});

describe('stopping', () => {
  it('ends the process within a second, however busy it is', async () => {
    start({}, badReader('busy', 'process.on("message", () => { for (;;); });'));
    const read = partsOf(fileOf('a.csv', small));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [pid = 0] = pids;
    expect(isAlive(pid)).toBe(true);
    const began = performance.now();
    read.stop();
    await expect.poll(() => isAlive(pid), { timeout: 2000, interval: 10 }).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(read.parts).toEqual([]);
  });

  it('all of them, and nothing waits afterwards', async () => {
    start();
    const reads = [1, 2, 3].map(() => partsOf(fileOf('a.csv', large)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    reading.end();
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    expect(reads.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'end'))).toEqual([]);
  });
});

function stoppedFor(why: string) {
  return { ok: false, error: { code: 'import.reader_stopped', params: { why } } };
}
