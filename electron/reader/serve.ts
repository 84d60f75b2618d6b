/**
 * What the reading process does: takes one order at a time, reads the file, sends its parts. Rows go in pieces; after a few it
 * waits until one of them was taken.
 */
import { open, stat } from 'node:fs/promises';
import type { FileLook, FlatRecord, ReadEnd } from '../../shared/domain/import/file-look.ts';
import { importLimits } from '../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { ReaderAsk, ReaderFile, ReaderOrder, ReaderPart } from '../book/protocol.ts';
import { unlessBroken } from './file-fault.ts';
import type { ReadSteps } from './opened-file.ts';
import { lookAtFile, readFile } from './read-file.ts';

/** Pieces of rows that may be on their way at once. */
const piecesAhead = 6;
const progressEveryMs = 100;
const diskPieceBytes = 4 * 1024 * 1024;

/** Answers orders until the process ends; returns what takes them. */
export function serveReading(send: (part: ReaderPart) => void): (order: ReaderOrder) => void {
  let ahead = 0;
  let waiting: (() => void) | null = null;

  async function answer(ask: ReaderAsk): Promise<void> {
    ahead = 0;
    let told = Number.NEGATIVE_INFINITY;
    const steps: ReadSteps = {
      progress(done, total) {
        const now = performance.now();
        if (now - told < progressEveryMs) return;
        told = now;
        send({ kind: 'progress', done, total });
      },
      stopped: () => false,
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    };
    send({ kind: 'end', result: await unlessBroken(() => resultOf(ask, steps)) });
  }

  async function resultOf(ask: ReaderAsk, steps: ReadSteps): Promise<Result<FileLook | ReadEnd>> {
    const bytes = await bytesOf(ask.file, steps);
    if (!bytes.ok) return bytes;
    if (ask.do === 'look') return lookAtFile(bytes.value, ask.asked, steps);
    const sink = {
      columns: (columns: Extract<ReaderPart, { kind: 'columns' }>['columns']) =>
        send({ kind: 'columns', columns }),
      take: hand,
    };
    return readFile(bytes.value, ask.sha256, ask.decided, sink, steps);
  }

  async function hand(records: readonly FlatRecord[]): Promise<null> {
    send({ kind: 'rows', rows: pack(records) });
    ahead += 1;
    if (ahead >= piecesAhead) await new Promise<void>((resolve) => (waiting = resolve));
    return null;
  }

  return (order) => {
    if (order.kind === 'ask') {
      void answer(order.ask);
      return;
    }
    ahead -= 1;
    waiting?.();
    waiting = null;
  };
}

function pack(records: readonly FlatRecord[]): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(
    records.map(({ line, stray, kind, cells, refused }) => [line, refused ?? (stray ? 1 : 0), kind, cells]),
  );
  return new TextEncoder().encode(text);
}

/**
 * The whole file, read piece by piece so that a slow disk is not taken for a reader that hangs. Faults: `import.file_gone`,
 * `import.too_large`, `import.file_empty`.
 */
async function bytesOf(file: ReaderFile, steps: ReadSteps): Promise<Result<Buffer>> {
  if ('bytes' in file)
    return ok(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
  try {
    // Asked before it is opened: opening a pipe would wait for somebody to write into it.
    const before = await stat(file.path);
    if (!before.isFile()) return fail('import.file_gone');
    const handle = await open(file.path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > importLimits.bytes)
        return fail('import.too_large', { bytes: size, most: importLimits.bytes });
      if (size === 0) return fail('import.file_empty');
      const bytes = Buffer.allocUnsafeSlow(size);
      for (let at = 0; at < size; ) {
        steps.progress(0, size);
        const { bytesRead } = await handle.read(bytes, at, Math.min(diskPieceBytes, size - at), at);
        // Somebody is writing it anew.
        if (bytesRead === 0) return fail('import.file_gone');
        at += bytesRead;
      }
      return ok(bytes);
    } finally {
      await handle.close();
    }
  } catch {
    // A share that went away, a permission taken back: whatever the disk says, the file cannot be read.
    return fail('import.file_gone');
  }
}
