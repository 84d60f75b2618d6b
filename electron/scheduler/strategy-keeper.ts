/**
 * Brings each day about for the accounts in strategies: once a book is open, after midnight, on waking, and when a strategy was turned on.
 * The book knows what is left of today; here it is asked, one short slice after the other, until nothing is. Silent, like the
 * keeper of clocks: nobody started it.
 */
import type { BookClient } from '../ipc/book-client.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log-file.ts';
import type { Power } from '../platform/power.ts';
import { longestWaitMs } from './due.ts';
import type { Timer } from './reminder-scheduler.ts';

export type StrategyKeeperParts = {
  readonly client: Pick<BookClient, 'errand'>;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly power: Pick<Power, 'on'>;
  readonly timer: Timer;
  readonly log: Log;
};

export type StrategyKeeper = {
  start(): void;
  stop(): void;
  /** Something may have come due: look now. */
  look(): void;
};

/** The first screen and the clocks of a book come before. */
const startAfterMs = 1_500;

export function makeStrategyKeeper({ client, ids, power, timer, log }: StrategyKeeperParts): StrategyKeeper {
  let running = false;
  let looking = false;
  let again = false;

  async function advance(): Promise<void> {
    while (running) {
      const slice = await client.errand('strategies.advance', { operationId: ids.uuid() });
      if (!slice.ok) {
        // Closed meanwhile, or the disk is full: the next look goes on where this one ended.
        if (slice.error.code !== 'book.not_open')
          log.note('strategies.not_advanced', { code: slice.error.code });
        return;
      }
      if (slice.value.done) return;
    }
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
      await advance().catch((error: unknown) => log.trouble('strategies.look_failed', error));
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
