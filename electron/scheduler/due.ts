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

/** So many are named one by one where names may be shown at all. */
const mostNamed = 3;

/**
 * One notification for however many came due, told by groups; `null` for none. Without the user's leave it says neither a name
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
      body: withNames ? namedWords(due) : `${groupWords(due)}They are listed in Today.`,
      accountId: null,
    };
  }
  const title = `A reminder came due${late}`;
  if (!withNames) return { title, body: 'Open Duebook to see it.', accountId: first.accountId };
  return { title, body: lineOf(first), accountId: first.accountId };
}

function lineOf({ debtorName, text }: DueReminder): string {
  return debtorName === null ? text : `${debtorName}: ${text}`;
}

/** The important ones first. */
function namedWords(due: readonly DueReminder[]): string {
  const weight = { high: 0, normal: 1, low: 2 } as const;
  const lines = due
    .toSorted((left, right) => weight[left.priority] - weight[right.priority])
    .slice(0, mostNamed)
    .map(lineOf);
  const more = due.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more, in Today`] : [])].join('\n');
}

/** What they are of, where that says more than their number: `2 important, 3 of instalments. `; else empty. */
function groupWords(due: readonly DueReminder[]): string {
  const count = (isOne: (reminder: DueReminder) => boolean) => due.filter(isOne).length;
  const groups = [
    [count(({ priority }) => priority === 'high'), 'important'],
    [count(({ of }) => of === 'instalment'), 'of instalments'],
    [count(({ of }) => of === 'payment'), 'of held payments'],
  ] as const;
  const words = groups.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`]));
  return words.length === 0 ? '' : `${words.join(', ')}. `;
}
