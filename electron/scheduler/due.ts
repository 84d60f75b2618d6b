/**
 * When to look for due reminders again, and what to say about those found. Pure: the clock, the table and the
 * notification are somebody else's.
 *
 * A timer cannot be trusted: it stands still while the computer sleeps and knows nothing of a clock that was
 * set. So it is never armed for longer than a minute, and each time the wall clock is compared with the table.
 */
import type { DueReminder } from '../book/protocol.ts';

export const longestWaitMs = 60_000;

/**
 * A reminder told later than this after its time was missed: the program was closed, the book locked or the
 * computer asleep. While all are awake it is told within one wait, so the limit is a wait and some slack.
 */
export const missedAfterMs = 90_000;

/** Milliseconds to wait before looking again; 0 means that something is due now. */
export function waitFor(nextDueAt: number | null, now: number): number {
  if (nextDueAt === null) return longestWaitMs;
  return Math.min(Math.max(nextDueAt - now, 0), longestWaitMs);
}

/** Reminders due before this instant are told as missed. */
export function missedBefore(now: number): number {
  return Math.max(0, now - missedAfterMs);
}

export type DueNotice = {
  readonly title: string;
  readonly body: string;
  /** Where a click leads: the account of a single reminder, else the list of today. */
  readonly accountId: number | null;
};

/**
 * One notification for however many came due; `null` for none. Without the user's leave it says neither a name
 * nor the reminder's own words: a screen may be read by somebody the debt is no business of.
 */
export function noticeOf(due: readonly DueReminder[], withNames: boolean): DueNotice | null {
  const first = due[0];
  if (first === undefined) return null;
  const missed = due.filter((reminder) => reminder.missed).length;
  const late =
    missed === 0
      ? ''
      : missed === due.length
        ? ' while you were away'
        : `, ${missed} of them while you were away`;
  if (due.length > 1) {
    return {
      title: `${due.length} reminders came due${late}`,
      body: 'They are listed in Today.',
      accountId: null,
    };
  }
  const title = `A reminder came due${late}`;
  if (!withNames) return { title, body: 'Open Duebook to see it.', accountId: first.accountId };
  const body = first.debtorName === null ? first.text : `${first.debtorName}: ${first.text}`;
  return { title, body, accountId: first.accountId };
}
