/**
 * Main's side of reading files: one process a reading, started for it and ended when it is done, takes too long, falls silent or
 * wants too much memory. Whatever a file does to its reader, the answer is a fault with a reason.
 */
import { importLimits } from '../../shared/domain/import.ts';
import { fail } from '../../shared/errors/result.ts';
import type { ReaderAsk, ReaderOrder, ReaderPart } from '../book/protocol.ts';

/** A reading process, whatever starts it. */
export type ReaderProcess = {
  post(order: ReaderOrder): void;
  onPart(listener: (part: ReaderPart) => void): void;
  /** Called once, however it ended. */
  onExit(listener: () => void): void;
  /** Bytes of memory it holds; `null` when that cannot be told. */
  memory(): Promise<number | null>;
  kill(): void;
};

export type FileReading = {
  /** The parts of one reading, the last of them `end`. */
  read(ask: ReaderAsk, onPart: (part: ReaderPart) => void): { more(): void; stop(): void };
  /** Ends every reading. */
  end(): void;
};

export type ReadingLimits = {
  readonly readingMs: number;
  readonly silentMs: number;
  readonly readerBytes: number;
};

const lookEveryMs = 250;

export function makeFileReading(
  launch: () => ReaderProcess,
  limits: ReadingLimits = importLimits,
): FileReading {
  const running = new Set<() => void>();
  return {
    read(ask, onPart) {
      const started = performance.now();
      let heard = started;
      /** Pieces that were handed on and not asked past: while one is out, silence is not the reader's. */
      let out = 0;
      let ended = false;
      const reader = launch();
      const finish = (part: ReaderPart | null) => {
        if (ended) return;
        ended = true;
        clearInterval(watch);
        running.delete(stop);
        reader.kill();
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
          void reader.memory().then((bytes) => {
            if (bytes !== null && bytes > limits.readerBytes) giveUp('memory');
          });
      }, lookEveryMs);
      reader.onPart((part) => {
        if (ended) return;
        heard = performance.now();
        if (part.kind === 'end') finish(part);
        else {
          if (part.kind === 'rows') out += 1;
          onPart(part);
        }
      });
      reader.onExit(() => giveUp('ended'));
      reader.post({ kind: 'ask', ask });
      return {
        more() {
          out -= 1;
          heard = performance.now();
          if (!ended) reader.post({ kind: 'more' });
        },
        stop,
      };
    },
    end() {
      for (const stop of [...running]) stop();
    },
  };
}
