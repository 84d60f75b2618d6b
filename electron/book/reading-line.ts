/**
 * The worker's side of reading files: asks main for a file to be read in the process for it, and hands its rows on as they come. At
 * most a few pieces are under way, so that a fast reader never fills this thread's memory.
 */

import type {
  FileLook,
  FlatColumn,
  FlatRecord,
  ReadEnd,
  SourceRefusal,
} from '../../shared/domain/import/file-look.ts';
import type { RowKind } from '../../shared/domain/import.ts';
import { fail, ok, type Result } from '../../shared/errors/result.ts';
import type { FileReader } from './context.ts';
import type { ReaderAsk, ReaderFile, ReaderPart } from './protocol.ts';

export type ReadWatch = {
  /** `doing` tells the look over the whole file from the reading of its rows. */
  progress(done: number, total: number, doing: 'look' | 'read'): void;
  cancelled(): boolean;
};

/** How a reading reaches the process that reads; answered by `receive`. */
export type ReadingWire = {
  ask(readId: number, ask: ReaderAsk): void;
  more(readId: number): void;
  stop(readId: number): void;
};

export type ReadingLine = {
  receive(readId: number, part: ReaderPart): void;
  readerFor(
    fileOf: (fileId: string) => { readonly file: ReaderFile; readonly fileName: string } | null,
    watch: ReadWatch,
  ): FileReader;
};

/** How often somebody's wish to stop is looked for while nothing comes. */
const stopLookMs = 100;

type PackedRecord = [line: number, stray: 0 | 1 | SourceRefusal, kind: RowKind | null, cells: string[]];

export function makeReadingLine(wire: ReadingWire): ReadingLine {
  const open = new Map<number, (part: ReaderPart) => void>();
  let lastId = 0;
  const decoder = new TextDecoder();

  function read<T>(
    ask: ReaderAsk,
    watch: ReadWatch,
    take: (records: readonly FlatRecord[], columns: readonly FlatColumn[]) => Result<null> | null,
  ): Promise<Result<T>> {
    lastId += 1;
    const readId = lastId;
    let columns: readonly FlatColumn[] = [];
    return new Promise((resolve, reject) => {
      const finish = (result: Result<T>) => {
        clearInterval(look);
        open.delete(readId);
        resolve(result);
      };
      const stop = (result: Result<T>) => {
        wire.stop(readId);
        finish(result);
      };
      const look = setInterval(() => {
        if (watch.cancelled()) stop(fail('call.cancelled'));
      }, stopLookMs);
      open.set(readId, (part) => {
        try {
          if (part.kind === 'end') return finish(part.result as Result<T>);
          if (watch.cancelled()) return stop(fail('call.cancelled'));
          if (part.kind === 'progress') return watch.progress(part.done, part.total, ask.do);
          if (part.kind === 'columns') {
            ({ columns } = part);
            return;
          }
          const ended = take(unpack(decoder.decode(part.rows)), columns);
          if (ended !== null && !ended.ok) return stop(ended);
          wire.more(readId);
        } catch (error) {
          wire.stop(readId);
          clearInterval(look);
          open.delete(readId);
          reject(error);
        }
      });
      wire.ask(readId, ask);
    });
  }

  return {
    receive: (readId, part) => open.get(readId)?.(part),
    readerFor: (fileOf, watch) => ({
      async look(fileId, asked) {
        const found = fileOf(fileId);
        if (found === null) return fail('import.file_gone');
        const looked = await read<FileLook>({ do: 'look', file: found.file, asked }, watch, () => null);
        return looked.ok ? ok({ ...looked.value, fileName: found.fileName }) : looked;
      },
      async read(fileId, sha256, decided, take) {
        const found = fileOf(fileId);
        if (found === null) return fail('import.file_gone');
        const done = await read<ReadEnd>({ do: 'read', file: found.file, sha256, decided }, watch, take);
        return done.ok ? ok({ ...done.value, fileName: found.fileName }) : done;
      },
    }),
  };
}

function unpack(json: string): FlatRecord[] {
  return (JSON.parse(json) as PackedRecord[]).map(([line, stray, kind, cells]) => ({
    line,
    cells,
    stray: stray === 1,
    kind,
    ...(typeof stray === 'object' ? { refused: stray } : {}),
  }));
}
