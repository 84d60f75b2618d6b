/**
 * Brings each day about for the accounts in strategies: once a book is open, after midnight, on waking, and when a strategy was turned on.
 * The book knows what is left of today; here it is asked, one short slice after the other, until nothing is. Silent, like the
 * keeper of clocks: nobody started it.
 */
import type { DuebookEvent, Subject } from '../../shared/contract/events.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { Clock } from '../platform/clock.ts';
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
  readonly clock: Pick<Clock, 'now'>;
  emit(event: DuebookEvent): void;
};

export type StrategyKeeper = {
  start(): void;
  stop(): void;
  /** Something may have come due: look now. */
  look(): void;
};

/** The first screen and the clocks of a book come before. */
const startAfterMs = 1_500;

/** While a day with much in it is brought about, screens are told to read again no more often than this. */
const tellEveryMs = 2_000;
const touched: readonly Subject[] = ['strategies', 'letters', 'accounts', 'timeline'];

export function makeStrategyKeeper(parts: StrategyKeeperParts): StrategyKeeper {
  const { client, clock, ids, power, timer, log, emit } = parts;
  let running = false;
  let looking = false;
  let again = false;

  function tell(): void {
    emit({ type: 'changed', changes: touched.map((subject) => ({ subject, accountIds: null })) });
  }

  async function advance(): Promise<void> {
    let untold = false;
    let toldAt = clock.now();
    while (running) {
      const slice = await client.errand('strategies.advance', { operationId: ids.uuid() });
      if (!slice.ok) {
        // Closed meanwhile, or the disk is full: the next look goes on where this one ended.
        if (slice.error.code !== 'book.not_open')
          log.note('strategies.not_advanced', { code: slice.error.code });
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
