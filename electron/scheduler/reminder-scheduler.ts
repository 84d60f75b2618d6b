/**
 * Tells reminders when they come due. The table in the book is the truth: it is asked for the soonest reminder
 * not yet told, one capped timer is armed, and whatever is due is marked as told in the book before it is shown,
 * so that none is told twice, and none is lost when the program stops in between (Today shows it anyway).
 */
import type { DuebookEvent } from '../../shared/contract/events.ts';
import type { BookClient } from '../ipc/book-client.ts';
import type { Log } from '../platform/log-file.ts';
import type { Platform } from '../platform/platform.ts';
import { missedBefore, noticeOf, waitFor } from './due.ts';

export type Timer = {
  set(work: () => void, delayMs: number): void;
  clear(): void;
};

export type ReminderSchedulerParts = {
  readonly platform: Pick<Platform, 'clock' | 'ids' | 'notifier' | 'power'>;
  readonly client: Pick<BookClient, 'errand'>;
  readonly timer: Timer;
  readonly log: Log;
  preferences(): { readonly notifyReminders: boolean; readonly namesInNotifications: boolean };
  emit(event: DuebookEvent): void;
  /** How many have come due and stand open; `null` when no book is open. */
  count(open: number | null): void;
  /** Brings the window forward and goes to the account, or to Today. */
  show(accountId: number | null): void;
};

export type ReminderScheduler = {
  /** A book was opened: what came due meanwhile is told at once. */
  start(): void;
  /** No book is open; nothing is told until the next start. */
  stop(): void;
  /** Reminders changed, or time may have jumped: look again now. */
  look(): void;
};

/** One timer, as Node has it. */
export function makeTimer(): Timer {
  let armed: ReturnType<typeof setTimeout> | undefined;
  return {
    set(work, delayMs) {
      clearTimeout(armed);
      armed = setTimeout(work, delayMs);
    },
    clear: () => clearTimeout(armed),
  };
}

export function makeReminderScheduler(parts: ReminderSchedulerParts): ReminderScheduler {
  const { client, timer, log } = parts;
  const { clock, ids, notifier, power } = parts.platform;
  let running = false;
  let looking = false;
  let again = false;
  /** Whoever walks past a locked screen can read it. */
  let isLocked = false;

  /** Takes what is due and tells it; true when it worked. */
  async function takeDue(): Promise<boolean> {
    const taken = await client.errand('reminders.takeDue', {
      missedBefore: missedBefore(clock.now()),
      operationId: ids.uuid(),
    });
    if (!taken.ok) {
      log.note('reminders.not_taken', { code: taken.error.code });
      return false;
    }
    const { notifyReminders, namesInNotifications } = parts.preferences();
    const notice = noticeOf(taken.value, namesInNotifications && !isLocked);
    if (notice === null) return true;
    log.note('reminders.told', { count: taken.value.length });
    parts.emit({ type: 'due', reminderIds: taken.value.map((reminder) => reminder.reminderId) });
    if (notifyReminders) {
      const { title, body, accountId } = notice;
      notifier.show({ title, body, onClick: () => parts.show(accountId) });
    }
    return true;
  }

  /** Looks once; answers how long to wait before the next look. */
  async function lookOnce(): Promise<number> {
    const next = await client.errand('reminders.nextDue', null);
    if (!next.ok) return waitFor(null, clock.now());
    if (running) parts.count(next.value.open);
    const wait = waitFor(next.value.dueAt, clock.now());
    if (wait > 0 || !running) return wait;
    // When taking fails, the table still holds them: the next look tries again instead of running in circles.
    if (!(await takeDue())) return waitFor(null, clock.now());
    const following = await client.errand('reminders.nextDue', null);
    if (following.ok && running) parts.count(following.value.open);
    return Math.max(waitFor(following.ok ? following.value.dueAt : null, clock.now()), 1);
  }

  async function look(): Promise<void> {
    if (!running) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    timer.clear();
    let wait: number;
    do {
      again = false;
      wait = await lookOnce().catch((error: unknown) => {
        // Whatever the desktop or the worker did: a look that ended the loop would silence every later reminder.
        log.trouble('reminders.look_failed', error);
        return waitFor(null, clock.now());
      });
    } while (again && running);
    looking = false;
    if (running) timer.set(() => void look(), wait);
  }

  power.on('resume', () => void look());
  power.on('lock-screen', () => {
    isLocked = true;
    // What was shown with a name must not stay on the locked screen.
    if (parts.preferences().namesInNotifications) notifier.takeBack();
  });
  power.on('unlock-screen', () => {
    isLocked = false;
    void look();
  });

  return {
    start() {
      running = true;
      void look();
    },
    stop() {
      running = false;
      timer.clear();
      parts.count(null);
    },
    look: () => void look(),
  };
}
