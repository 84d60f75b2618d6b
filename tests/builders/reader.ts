/** Files read for a book under test: in this very process, or in the process for it, with its limits. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileReader } from '../../electron/book/context.ts';
import { makeReadingLine, type ReadWatch } from '../../electron/book/reading-line.ts';
import type { FileReading } from '../../electron/ipc/file-reading.ts';
import { unlessBroken } from '../../electron/reader/file-fault.ts';
import type { ReadSteps } from '../../electron/reader/opened-file.ts';
import { lookAtFile, type RowsSink, readFile } from '../../electron/reader/read-file.ts';
import type { FlatColumn } from '../../shared/domain/import/file-look.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';

export function readHere(
  pathOf: (fileId: string) => string | null,
  watch: ReadWatch = { progress: () => undefined, cancelled: () => false },
): FileReader {
  const stepsOf = (doing: 'look' | 'read'): ReadSteps => ({
    progress: (done, total) => watch.progress(done, total, doing),
    stopped: watch.cancelled,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const bytesOf = (fileId: string): Result<{ bytes: Buffer; fileName: string }> => {
    const path = pathOf(fileId);
    if (path === null) return fail('import.file_gone');
    try {
      return ok({ bytes: readFileSync(path), fileName: basename(path) });
    } catch {
      return fail('import.file_gone');
    }
  };
  return {
    async look(fileId, asked) {
      const file = bytesOf(fileId);
      if (!file.ok) return file;
      const looked = await unlessBroken(() => lookAtFile(file.value.bytes, asked, stepsOf('look')));
      return looked.ok ? ok({ ...looked.value, fileName: file.value.fileName }) : looked;
    },
    async read(fileId, sha256, decided, take) {
      const file = bytesOf(fileId);
      if (!file.ok) return file;
      let columns: readonly FlatColumn[] = [];
      const sink: RowsSink = {
        columns(named) {
          columns = named;
        },
        take: (records) => take(records, columns),
      };
      const done = await unlessBroken(() =>
        readFile(file.value.bytes, sha256, decided, sink, stepsOf('read')),
      );
      return done.ok ? ok({ ...done.value, fileName: file.value.fileName }) : done;
    },
  };
}

/** Files read as the app has them read: by the worker's line, main's watch and a real process. */
export function readThrough(
  reading: FileReading,
  pathOf: (fileId: string) => string | null,
  watch: ReadWatch,
): FileReader {
  const readings = new Map<number, ReturnType<FileReading['read']>>();
  const line = makeReadingLine({
    ask(readId, ask) {
      // A message to another thread is never answered before it was sent.
      queueMicrotask(() =>
        readings.set(
          readId,
          reading.read(ask, (part) => line.receive(readId, part)),
        ),
      );
    },
    more: (readId) => readings.get(readId)?.more(),
    stop: (readId) => readings.get(readId)?.stop(),
  });
  return line.readerFor((fileId) => {
    const path = pathOf(fileId);
    return path === null ? null : { file: { path }, fileName: basename(path) };
  }, watch);
}
