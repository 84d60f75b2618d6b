/**
 * Main's side of reading files: a process a reading, ended when it takes too long, falls silent or wants too much memory. Whatever
 * a file does to its reader, the answer is a fault with a reason.
 *
 * A process takes some 130 ms to start, so one that read a file to its end without any trouble waits a while for the next reading;
 * every other is ended. `warm` starts one while the user is still choosing.
 */
import { importLimits } from '../../shared/domain/import.ts';
import { fail } from '../../shared/errors/result.ts';
import type { ReaderAsk, ReaderPart } from '../book/protocol.ts';
import type { ReaderProcess } from '../platform/reader-process.ts';

export type FileReading = {
  /** The parts of one reading, the last of them `end`. */
  read(ask: ReaderAsk, onPart: (part: ReaderPart) => void): { more(): void; stop(): void };
  /** A file is about to be read. */
  warm(): void;
  /** Ends every reading and every process. */
  end(): void;
};

export type ReadingLimits = {
  readonly readingMs: number;
  readonly silentMs: number;
  readonly readerBytes: number;
};

const lookEveryMs = 250;
/** How long a process waits for another reading. */
const waitMs = 30_000;
/** One that holds more than this after a reading is not kept. */
const keptBytes = 256 * 1024 * 1024;

type Reader = {
  readonly process: ReaderProcess;
  /** Of the reading it is at. */
  onPart: (part: ReaderPart) => void;
  onExit: () => void;
  alive: boolean;
};

const nobody = () => undefined;

export function makeFileReading(
  launch: () => ReaderProcess,
  limits: ReadingLimits = importLimits,
): FileReading {
  const running = new Set<() => void>();
  let spare: Reader | null = null;
  let spareTimer: ReturnType<typeof setTimeout> | undefined;

  function start(): Reader {
    const reader: Reader = { process: launch(), onPart: nobody, onExit: nobody, alive: true };
    reader.process.onPart((part) => reader.onPart(part));
    reader.process.onExit(() => {
      reader.alive = false;
      if (spare === reader) dropSpare();
      reader.onExit();
    });
    return reader;
  }

  function retire(reader: Reader): void {
    reader.onPart = nobody;
    reader.onExit = nobody;
    if (reader.alive) reader.process.kill();
  }

  function dropSpare(): void {
    clearTimeout(spareTimer);
    if (spare !== null) retire(spare);
    spare = null;
  }

  function keep(reader: Reader): void {
    if (spare !== null || !reader.alive) {
      retire(reader);
      return;
    }
    reader.onPart = nobody;
    reader.onExit = nobody;
    spare = reader;
    spareTimer = setTimeout(dropSpare, waitMs);
    spareTimer.unref();
    void reader.process.memory().then((bytes) => {
      if (spare === reader && bytes !== null && bytes > keptBytes) dropSpare();
    });
  }

  function takeReader(): Reader {
    const reader = spare;
    if (reader === null) return start();
    clearTimeout(spareTimer);
    spare = null;
    return reader;
  }

  return {
    read(ask, onPart) {
      const started = performance.now();
      let heard = started;
      /** Pieces that were handed on and not asked past: while one is out, silence is not the reader's. */
      let out = 0;
      let ended = false;
      const reader = takeReader();
      const finish = (part: Extract<ReaderPart, { kind: 'end' }> | null, untroubled = false) => {
        if (ended) return;
        ended = true;
        clearInterval(watch);
        running.delete(stop);
        if (untroubled) keep(reader);
        else retire(reader);
        if (part !== null) onPart(part);
      };
      const giveUp = (why: 'time' | 'memory' | 'ended') =>
        finish({ kind: 'end', result: fail('import.reader_stopped', { why }) });
      const stop = () => finish(null);
      running.add(stop);
      const watch = setInterval(() => {
        const now = performance.now();
        if (now - started > limits.readingMs || (out === 0 && now - heard > limits.silentMs)) giveUp('time');
        else
          void reader.process.memory().then((bytes) => {
            if (bytes !== null && bytes > limits.readerBytes) giveUp('memory');
          });
      }, lookEveryMs);
      reader.onPart = (part) => {
        heard = performance.now();
        if (part.kind === 'end') finish(part, part.result.ok);
        else {
          if (part.kind === 'rows') out += 1;
          onPart(part);
        }
      };
      reader.onExit = () => giveUp('ended');
      reader.process.post({ kind: 'ask', ask });
      return {
        more() {
          out -= 1;
          heard = performance.now();
          if (!ended) reader.process.post({ kind: 'more' });
        },
        stop,
      };
    },
    warm() {
      if (spare === null && running.size === 0) keep(start());
    },
    end() {
      for (const stop of [...running]) stop();
      dropSpare();
    },
  };
}
