/**
 * How Today ranks what is to be done: a sum of parts that are shown, each with its words and points, by weights the office
 * may change. Nothing else decides the order, so whoever asks why one stands above the other can add it up.
 *
 * Kinds that are due by law or promised by the office weigh most, then money that was promised, then what was planned. To the weight of
 * the kind come points for the sum it is about, for days gone by, for a last day that is near, for a person who may be called now, and
 * for a reminder's priority; each try of today takes some away, so that one who does not answer makes room.
 */
import { formatDollars } from './money.ts';

export const queueKinds = [
  'callback',
  'notice_due',
  'dispute_answer_owed',
  'request_answer_owed',
  'promise_broken',
  'instalment_missed',
  'reminder_due',
  'promise_due',
  'instalment_due',
  'strategy_step',
  'mail_returned',
  'limitation_ending',
  'money_waiting',
  'letter_waiting',
  'next_step',
  'validation_ending',
  'renewal_due',
  'no_next_step',
] as const;
export type QueueKind = (typeof queueKinds)[number];

/**
 * What a conversation with the debtor settles. Finished together when somebody has dealt with the account; duties of
 * paper (a notice, an answer) stay until each is done.
 */
export const talkKinds: readonly QueueKind[] = [
  'callback',
  'reminder_due',
  'promise_broken',
  'promise_due',
  'instalment_missed',
  'instalment_due',
  'next_step',
];

/** Kinds a call is the usual answer to: for these it counts whether the person may be called now. */
const calledKinds: readonly QueueKind[] = [...talkKinds, 'strategy_step', 'no_next_step'];

export const queueFactors = ['worth', 'late', 'deadline', 'callable', 'priority', 'tries'] as const;
export type QueueFactor = (typeof queueFactors)[number];

/** What the office may change: the weight of each kind in points, and of each other part in percent of the standard. */
export type Ranking = {
  readonly kinds: Readonly<Record<QueueKind, number>>;
  readonly factors: Readonly<Record<QueueFactor, number>>;
};

/** Most a kind may weigh, and a part in percent. */
export const mostKindPoints = 200;
export const mostFactorPercent = 300;

export const standardRanking: Ranking = {
  kinds: {
    callback: 90,
    notice_due: 85,
    dispute_answer_owed: 80,
    request_answer_owed: 78,
    promise_broken: 75,
    instalment_missed: 70,
    reminder_due: 65,
    promise_due: 55,
    instalment_due: 50,
    strategy_step: 45,
    mail_returned: 42,
    limitation_ending: 40,
    money_waiting: 60,
    letter_waiting: 40,
    next_step: 40,
    validation_ending: 30,
    renewal_due: 30,
    no_next_step: 20,
  },
  factors: { worth: 100, late: 100, deadline: 100, callable: 100, priority: 100, tries: 100 },
};

/** Everything the points of one reason depend on; plain values, so that the window can try other weights on them. */
export type QueueFacts = {
  readonly kind: QueueKind;
  /** The sum it is about: the promise, the instalment, else the balance; `null` when none. */
  readonly aboutCents: number | null;
  /** Whole days since its day; 0 on the day and before. */
  readonly daysLate: number;
  /** Days until a last day the law sets, below 0 once it is over; `null` when none is set. */
  readonly daysToDeadline: number | null;
  /** `now`: may be called; `later`: from a known instant; `not`: something has to happen first; `unknown`: not worked out. */
  readonly callable: 'now' | 'later' | 'not' | 'unknown';
  /** -1 low, 0 plain, 1 high. */
  readonly priority: number;
  /** Calls and other contacts tried today. */
  readonly triesToday: number;
};

export type QueuePart = {
  readonly part: 'kind' | QueueFactor;
  readonly words: string;
  readonly points: number;
};

export type QueueScore = { readonly points: number; readonly parts: readonly QueuePart[] };

/** Steps of worth: from this sum on, so many points. Stated, because a curve could not be checked by hand. */
export const worthSteps: readonly { readonly fromCents: number; readonly points: number }[] = [
  { fromCents: 2_000_000, points: 24 },
  { fromCents: 500_000, points: 20 },
  { fromCents: 200_000, points: 16 },
  { fromCents: 100_000, points: 12 },
  { fromCents: 50_000, points: 9 },
  { fromCents: 20_000, points: 6 },
  { fromCents: 5_000, points: 3 },
];

/** One point a day, so many at most: what has waited for months is no more pressing than what waited three weeks. */
export const mostLatePoints = 20;
const pointsOfTry = 12;

/** Days before a last day, and what they bring. */
export const deadlineSteps: readonly { readonly withinDays: number; readonly points: number }[] = [
  { withinDays: 0, points: 30 },
  { withinDays: 2, points: 22 },
  { withinDays: 7, points: 12 },
  { withinDays: 30, points: 5 },
];

/** A part brings whole points; halves go away from nothing, so that plus and minus are treated alike. */
function weighed(points: number, percent: number): number {
  const size = Math.floor((Math.abs(points) * percent + 50) / 100);
  return points < 0 ? -size : size;
}

function count(number: number, one: string): string {
  return `${number.toLocaleString('en-US')} ${one}${number === 1 ? '' : 's'}`;
}

function worthOf({ aboutCents }: QueueFacts): { words: string; points: number } | null {
  const step = worthSteps.find(({ fromCents }) => aboutCents !== null && aboutCents >= fromCents);
  if (!step) return null;
  return { words: `It is about ${formatDollars(step.fromCents)} or more`, points: step.points };
}

function lateOf({ daysLate }: QueueFacts): { words: string; points: number } | null {
  if (daysLate <= 0) return null;
  const points = Math.min(mostLatePoints, daysLate);
  return {
    words: `Late by ${count(daysLate, 'day')}${daysLate > mostLatePoints ? ` (${mostLatePoints} at most)` : ''}`,
    points,
  };
}

function deadlineOf({ daysToDeadline }: QueueFacts): { words: string; points: number } | null {
  if (daysToDeadline === null) return null;
  const step = deadlineSteps.find(({ withinDays }) => daysToDeadline <= withinDays);
  if (!step) return null;
  const words =
    daysToDeadline < 0
      ? `The last day passed ${count(-daysToDeadline, 'day')} ago`
      : daysToDeadline === 0
        ? 'Today is the last day'
        : `${count(daysToDeadline, 'day')} to the last day`;
  return { words, points: step.points };
}

function callableOf({ kind, callable }: QueueFacts): { words: string; points: number } | null {
  if (!calledKinds.includes(kind)) return null;
  switch (callable) {
    case 'now':
      return { words: 'May be called now', points: 15 };
    case 'later':
      return { words: 'May be called later, not now', points: -10 };
    case 'not':
      return { words: 'May not be called as things stand', points: -20 };
    case 'unknown':
      return null;
  }
}

/** The points of one reason and where they come from, the kind first; parts that bring nothing are left out. */
export function scoreOf(facts: QueueFacts, ranking: Ranking, kindWords: string): QueueScore {
  const parts: QueuePart[] = [{ part: 'kind', words: kindWords, points: ranking.kinds[facts.kind] }];
  const add = (part: QueueFactor, found: { words: string; points: number } | null) => {
    if (found === null) return;
    const points = weighed(found.points, ranking.factors[part]);
    if (points !== 0) parts.push({ part, words: found.words, points });
  };
  add('worth', worthOf(facts));
  add('late', lateOf(facts));
  add('deadline', deadlineOf(facts));
  add('callable', callableOf(facts));
  if (facts.priority !== 0) {
    const high = facts.priority > 0;
    add('priority', {
      words: `Its reminder has ${high ? 'high' : 'low'} priority`,
      points: high ? 25 : -15,
    });
  }
  if (facts.triesToday > 0) {
    add('tries', {
      words: `Tried ${facts.triesToday === 1 ? 'once' : `${facts.triesToday} times`} today`,
      points: -pointsOfTry * facts.triesToday,
    });
  }
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** The order of a list by points; equal ones by the order of kinds, then the older day, then by their keys, so that it never flickers. */
export function compareRanked(
  a: {
    readonly points: number;
    readonly kind: QueueKind;
    readonly dueOn: string | null;
    readonly key: string;
  },
  b: {
    readonly points: number;
    readonly kind: QueueKind;
    readonly dueOn: string | null;
    readonly key: string;
  },
): number {
  if (a.points !== b.points) return b.points - a.points;
  const kinds = queueKinds.indexOf(a.kind) - queueKinds.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  const [left, right] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31'];
  if (left !== right) return left < right ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

export type Ranked<R> = { readonly first: R; readonly also: readonly R[] };

/**
 * One row an account, its best reason on top and the others behind it; what is about no account stands alone. Ranked, best
 * first.
 */
export function foldRanked<
  R extends {
    readonly points: number;
    readonly kind: QueueKind;
    readonly dueOn: string | null;
    readonly key: string;
    readonly accountId: number | null;
  },
>(reasons: readonly R[]): Ranked<R>[] {
  const rows = new Map<string, R[]>();
  for (const reason of [...reasons].sort(compareRanked)) {
    const place = reason.accountId === null ? reason.key : `account:${reason.accountId}`;
    const row = rows.get(place);
    if (row) row.push(reason);
    else rows.set(place, [reason]);
  }
  return [...rows.values()].flatMap(([first, ...also]) => (first ? [{ first, also }] : []));
}
