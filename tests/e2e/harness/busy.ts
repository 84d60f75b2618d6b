/**
 * How long main was busy in one piece. The delay of a timer tells it on an idle machine; on a loaded one it
 * mostly tells how long the system kept the processor from us. Linux counts how long a thread really ran, so
 * there the longest piece is the processor time main used between two ticks of a timer. Elsewhere it is the delay.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type Busy = {
  /** Longest piece of work, in milliseconds. */
  readonly longestMs: number;
  /** Timer delays, the machine's included. */
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
};

const buffer = Buffer.alloc(128);

function openRunTime(): number | null {
  try {
    // The main thread has the number of the process.
    return openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return null;
  }
}

/** Milliseconds this thread has run so far. */
function runTimeMs(file: number): number {
  const length = readSync(file, buffer, 0, buffer.length, 0);
  return Number(buffer.toString('latin1', 0, length).split(' ')[0]) / 1e6;
}

export function makeBusyMeter(): { start(): void; stop(): Busy } {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const file = openRunTime();
  let timer: ReturnType<typeof setInterval> | undefined;
  let longest = 0;
  const rounded = (ms: number) => Math.round(ms * 100) / 100;
  process.on('exit', () => file !== null && closeSync(file));
  return {
    start() {
      loop.reset();
      loop.enable();
      longest = 0;
      if (file === null) return;
      let before = runTimeMs(file);
      timer = setInterval(() => {
        const now = runTimeMs(file);
        longest = Math.max(longest, now - before);
        before = now;
      }, 1);
    },
    stop() {
      loop.disable();
      clearInterval(timer);
      return {
        longestMs: rounded(file === null ? loop.max / 1e6 : longest),
        delayP99Ms: rounded(loop.percentile(99) / 1e6),
        delayMaxMs: rounded(loop.max / 1e6),
      };
    },
  };
}
