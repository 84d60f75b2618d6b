/**
 * Keeps the clocks of the open book fresh: whether and when each debtor may be called changes by the minute. The book knows which
 * of them wait; here it is asked, one short slice after the other, until none does: a little after opening, every minute, and
 * when something changed that every account rests on. Silent: nobody started it, and nobody is shown its progress.
 */
import type { DuebookEvent } from '../../shared/contract/events.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log-file.ts';
import type { Power } from '../platform/power.ts';
import { longestWaitMs } from './due.ts';
import type { Timer } from './reminder-scheduler.ts';

export type ClockKeeperParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly power: Pick<Power, 'on'>;
  readonly timer: Timer;
  readonly log: Log;
  emit(event: DuebookEvent): void;
};

export type ClockKeeper = {
  /** A book was opened. */
  start(): void;
  /** No book is open; nothing is asked until the next start. */
  stop(): void;
  /** What clocks rest on changed: look now. */
  look(): void;
};

/** The first screen of a book comes before its clocks. */
export const startAfterMs = 300;
/** While much is worked out, lists are told to read again no more often than this. */
export const tellEveryMs = 2_000;

export function makeClockKeeper({ client, clock, power, timer, log, emit }: ClockKeeperParts): ClockKeeper {
  let running = false;
  let looking = false;
  let again = false;

  function tell(): void {
    emit({
      type: 'changed',
      changes: [
        { subject: 'accounts', accountIds: null },
        { subject: 'law', accountIds: null },
      ],
    });
  }

  async function freshen(): Promise<void> {
    let untold = false;
    let toldAt = clock.now();
    while (running) {
      const slice = await client.errand('clocks.freshen', null);
      if (!slice.ok) {
        // Closed meanwhile, or the disk is full: what waits still waits at the next look.
        if (slice.error.code !== 'book.not_open')
          log.note('clocks.not_freshened', { code: slice.error.code });
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
      // Whatever happened: a look that ended the loop would leave every later clock stale.
      await freshen().catch((error: unknown) => log.trouble('clocks.look_failed', error));
    } while (again && running);
    looking = false;
    if (running) timer.set(() => void look(), longestWaitMs);
  }

  power.on('resume', () => void look());
  power.on('unlock-screen', () => void look());

  return {
    start() {
      running = true;
      timer.set(() => void look(), startAfterMs);
    },
    stop() {
      running = false;
      timer.clear();
    },
    look: () => void look(),
  };
}
