/**
 * Work of the book that is silent and comes in short slices: asked one after the other until nothing is left, a little after a book
 * opens, every minute, on waking, and when somebody says that more may be left. Nobody started it, and nobody is shown its
 * progress; the window is told now and then what changed.
 */
import type { DuebookEvent, Subject } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log-file.ts';
import type { Power } from '../platform/power.ts';
import { longestWaitMs } from './due.ts';
import type { Timer } from './reminder-scheduler.ts';

export type SliceKeeperParts = {
  readonly clock: Pick<Clock, 'now'>;
  readonly power: Pick<Power, 'on'>;
  readonly timer: Timer;
  readonly log: Log;
  emit(event: DuebookEvent): void;
};

export type SliceWork = {
  /** Stands in the log before `.slice_failed` and `.look_failed`. */
  readonly name: string;
  /** After a book was opened; its first screen comes before. */
  readonly startAfterMs: number;
  /** What the window reads again when slices changed something. */
  readonly touched: readonly Subject[];
  slice(): Promise<Result<{ readonly changed: number; readonly done: boolean }>>;
};

export type SliceKeeper = {
  /** A book was opened. */
  start(): void;
  /** No book is open; nothing is asked until the next start. */
  stop(): void;
  /** More may be left: look now. */
  look(): void;
};

/** While much is worked out, screens are told to read again no more often than this. */
export const tellEveryMs = 2_000;

export function makeSliceKeeper(work: SliceWork, parts: SliceKeeperParts): SliceKeeper {
  const { clock, power, timer, log, emit } = parts;
  let running = false;
  let looking = false;
  let again = false;

  function tell(): void {
    const changes = work.touched.map((subject) => ({ subject, accountIds: null }));
    emit({ type: 'changed', changes });
  }

  async function workOff(): Promise<void> {
    let untold = false;
    let toldAt = clock.now();
    while (running) {
      const slice = await work.slice();
      if (!slice.ok) {
        // Closed meanwhile, or the disk is full: the next look goes on where this one ended.
        if (slice.error.code !== 'book.not_open')
          log.note(`${work.name}.slice_failed`, { code: slice.error.code });
        break;
      }
      untold ||= slice.value.changed > 0;
      if (slice.value.done) break;
      if (untold && Math.abs(clock.now() - toldAt) >= tellEveryMs) {
        tell();
        untold = false;
        toldAt = clock.now();
      }
    }
    if (untold && running) tell();
  }

  async function look(): Promise<void> {
    if (!running) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    timer.clear();
    do {
      again = false;
      // Whatever happened: a look that ended the loop would leave everything later undone.
      await workOff().catch((error: unknown) => log.trouble(`${work.name}.look_failed`, error));
    } while (again && running);
    looking = false;
    if (running) timer.set(() => void look(), longestWaitMs);
  }

  power.on('resume', () => void look());
  power.on('unlock-screen', () => void look());

  return {
    start() {
      running = true;
      timer.set(() => void look(), work.startAfterMs);
    },
    stop() {
      running = false;
      timer.clear();
    },
    look: () => void look(),
  };
}
