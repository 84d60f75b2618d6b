/**
 * Which number to try first, and why. What the rules say comes before everything; then where the person was reached, what is
 * known to be theirs, what they agreed to, and what was not tried lately. Of equals the one on file first comes first.
 */
import { type Day, spellDay } from './days.ts';
import type { PhoneKind, PhoneStatus } from './debtor.ts';
import type { VerdictOutcome } from './law.ts';

export type NumberToTry = {
  readonly phoneId: number;
  readonly kind: PhoneKind;
  readonly status: PhoneStatus;
  readonly outcome: VerdictOutcome;
  readonly mayStart: 'yes' | 'with_reason' | 'no';
  /** From when it may be called, where that is known. */
  readonly earliestAt: number | null;
  /** The day the debtor was last spoken with on it. */
  readonly reachedOn: Day | null;
  readonly reachedAt: number | null;
  readonly consented: boolean;
  readonly triedInSevenDays: number;
  /** The first sentence of what stands in the way. */
  readonly objection: string | null;
};

const startRank = { yes: 0, with_reason: 1, no: 2 } as const;
const statusRank: Readonly<Record<PhoneStatus, number>> = {
  current: 0,
  unverified: 1,
  disconnected: 2,
  wrong: 3,
  do_not_call: 4,
};
const kindRank: Readonly<Record<PhoneKind, number>> = { mobile: 0, home: 1, other: 2, work: 3 };

/** Smaller comes first, compared in order. */
function rankOf(number: NumberToTry): readonly number[] {
  return [
    startRank[number.mayStart],
    statusRank[number.status] > 1 ? 1 : 0,
    number.outcome === 'allowed' ? 0 : 1,
    number.mayStart === 'no' ? (number.earliestAt ?? Number.MAX_SAFE_INTEGER) : 0,
    -(number.reachedAt ?? 0),
    // At work others hear it, and many employers forbid it: one not confirmed is tried before it.
    number.kind === 'work' ? 1 : 0,
    statusRank[number.status],
    number.consented ? 0 : 1,
    number.triedInSevenDays,
    kindRank[number.kind],
  ];
}

function compare(a: NumberToTry, b: NumberToTry): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Best first; the order of the file decides between equals. */
export function orderNumbers<T extends NumberToTry>(numbers: readonly T[]): readonly T[] {
  return [...numbers].sort(compare);
}

const kindMerit: Readonly<Record<PhoneKind, string>> = {
  mobile: 'mobile',
  home: 'at home',
  work: 'at work',
  other: '',
};

/** What speaks for a number, in a few words; what stands in the way of one that cannot be called. */
export function whyNumber(number: NumberToTry): string {
  if (number.status === 'do_not_call') return 'Marked as not to be called.';
  if (number.mayStart === 'no') return number.objection ?? 'Not to be called now.';
  const merits = [
    number.reachedOn === null ? '' : `spoken with here on ${spellDay(number.reachedOn)}`,
    number.status === 'current' ? 'known to be theirs' : '',
    number.consented ? 'consent on file' : '',
    number.triedInSevenDays === 0 ? 'not tried in seven days' : '',
    kindMerit[number.kind],
  ].filter((merit) => merit !== '');
  const doubts = [
    number.status === 'wrong' ? 'reached somebody else' : '',
    number.status === 'disconnected' ? 'was out of service' : '',
  ].filter((doubt) => doubt !== '');
  const said = doubts.length > 0 ? doubts : merits.slice(0, 2);
  if (said.length === 0) return 'Not confirmed yet.';
  const text = said.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
