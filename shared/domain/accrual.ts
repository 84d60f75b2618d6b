/**
 * How interest grows from day to day between what happens on an account: the base, the terms in force, compounding days,
 * caps, and the exact sum since the last posting. The replay drives it with entries; a figure of a later day can be had from a
 * state of it alone.
 *
 * Days are counts since 1970-01-01 in here, for speed. Interest runs from a day (included) to a day (left out).
 */
import { type Day, daysInMonth, epochDayOf, fromEpochDay, toEpochDay } from './days.ts';
import {
  type Compounding,
  type DayCount,
  type InterestMethod,
  interestOfParts,
  roundHalfUp,
  type Unrounded,
  unroundedOfCents,
  yearPartsOf,
} from './interest.ts';
import { assertInRange } from './money.ts';
import { type Rate, rateMicros } from './rate.ts';

/**
 * Terms in force from a day until the next row's. A stop is a row of method `none`. Terms set before a judgment was entered end
 * with it; those set after it over its interest (`overJudgment`) take the place of its own rate from their day on.
 */
export type Terms = {
  readonly fromOn: Day;
  readonly method: InterestMethod;
  readonly rate: Rate;
  readonly compounding: Compounding | null;
  readonly dayCount: DayCount;
  /** The most interest these terms may come to. */
  readonly capCents: number | null;
  readonly basis: string;
  readonly overJudgment?: boolean;
};

export type Segment = {
  readonly fromOn: Day;
  /** The day it ends, not counted itself. */
  readonly toOn: Day;
  readonly baseCents: number;
  readonly terms: Terms;
  readonly unrounded: Unrounded;
  readonly capped: boolean;
};

export type PostingReason = 'payment' | 'compounding' | 'judgment' | 'posted';

export type Posting = {
  readonly on: Day;
  readonly because: PostingReason;
  readonly cents: number;
  readonly unrounded: Unrounded;
  readonly segments: readonly Segment[];
};

/** Principal that begins to bear interest on a later day. */
export type Ahead = { readonly on: number; readonly open: { readonly principalCents: number } };

export type Accrual = {
  at: number;
  /** Exact, since the last posting. */
  unrounded: Unrounded;
  /** Open principal that bears interest now. */
  principalCents: number;
  /** Open posted interest that is in the base of compound terms. */
  compoundedCents: number;
  /** Open posted interest that joins the base on the next compounding day. */
  joiningCents: number;
  current: Terms | null;
  /** Terms of later days, soonest first. */
  next: Terms[];
  /** Count of the next compounding day of the current terms. */
  compoundings: number;
  /** What the cap of the current terms still allows, posted and accrued taken off; `null` without a cap. */
  capLeft: Unrounded | null;
  /** Of `unrounded`, what accrued under the current terms. */
  underCurrent: Unrounded;
  /** Soonest first. */
  ahead: Ahead[];
  segments: Segment[];
};

export function beginAccrual(at: number, terms: readonly Terms[]): Accrual {
  return {
    at,
    unrounded: 0n,
    principalCents: 0,
    compoundedCents: 0,
    joiningCents: 0,
    current: null,
    next: [...terms],
    compoundings: 1,
    capLeft: null,
    underCurrent: 0n,
    ahead: [],
    segments: [],
  };
}

export type AdvanceOptions = {
  /** Compounding days after this one post nothing yet. */
  readonly postThrough: number;
  /** Called with what was posted on a compounding day, never of 0 cents. */
  onPosting?(posting: Posting): void;
  /** Called when the interest that was joining has entered the base. */
  onCompounded?(): void;
};

/**
 * Brings the accrual to the beginning of a day: everything that changes by the calendar on the way, and on it. Throws
 * `MoneyOutOfRange` when what bears interest grows past what a sum can be.
 */
export function advance(accrual: Accrual, to: number, options: AdvanceOptions): void {
  for (;;) {
    const compoundOn = nextCompounding(accrual);
    const terms = accrual.next[0];
    const termsOn = terms ? toEpochDay(terms.fromOn) : Number.POSITIVE_INFINITY;
    const bearOn = accrual.ahead[0]?.on ?? Number.POSITIVE_INFINITY;
    const stop = Math.min(compoundOn, termsOn, bearOn);
    if (stop > to) break;
    accrueTo(accrual, stop);
    if (compoundOn === stop) {
      accrual.compoundings += 1;
      if (stop <= options.postThrough) {
        const posting = postInterest(accrual, 'compounding');
        if (posting) options.onPosting?.(posting);
        accrual.compoundedCents += accrual.joiningCents;
        accrual.joiningCents = 0;
        options.onCompounded?.();
      }
    }
    if (terms && termsOn === stop) {
      accrual.next.shift();
      accrual.current = terms;
      accrual.compoundings = 1;
      accrual.capLeft = terms.capCents === null ? null : unroundedOfCents(terms.capCents);
      accrual.underCurrent = 0n;
    }
    while (accrual.ahead[0] && accrual.ahead[0].on <= stop) {
      accrual.principalCents += accrual.ahead[0].open.principalCents;
      accrual.ahead.shift();
    }
  }
  accrueTo(accrual, to);
}

/** The next day on which interest joins the base of the terms in force; never, where they do not compound. */
export function nextCompounding({ current, compoundings }: Accrual): number {
  if (current?.method !== 'compound') return Number.POSITIVE_INFINITY;
  // As `addMonths` has it, without making a text of each day: a report walks through years of months.
  const { fromOn, compounding } = current;
  const month0 = Number(fromOn.slice(5, 7)) - 1 + compoundings * (compounding === 'annually' ? 12 : 1);
  const year = Number(fromOn.slice(0, 4)) + Math.floor(month0 / 12);
  const month = (month0 % 12) + 1;
  return epochDayOf(year, month, Math.min(Number(fromOn.slice(8, 10)), daysInMonth(year, month)));
}

/** What bears interest under the current terms. */
export function baseOf({ current, principalCents, compoundedCents }: Accrual): number {
  return principalCents + (current?.method === 'compound' ? compoundedCents : 0);
}

function accrueTo(accrual: Accrual, to: number): void {
  const { current, at } = accrual;
  if (to <= at) return;
  const baseCents = baseOf(accrual);
  if (current === null || current.method === 'none' || baseCents <= 0) {
    accrual.at = to;
    return;
  }
  assertInRange(baseCents);
  // A stretch on which nothing changed is counted as one: in 30/360 two parts can be a day longer than the whole.
  const running = runningSegment(accrual);
  const from = running ? toEpochDay(running.fromOn) : at;
  const counted = running?.unrounded ?? 0n;
  let unrounded = interestOfParts(
    baseCents,
    rateMicros(current.rate),
    yearPartsOf(current.dayCount, from, to),
  );
  let capped = false;
  if (accrual.capLeft !== null && unrounded > accrual.capLeft - accrual.underCurrent + counted) {
    unrounded = accrual.capLeft - accrual.underCurrent + counted;
    capped = true;
  }
  accrual.at = to;
  accrual.unrounded += unrounded - counted;
  accrual.underCurrent += unrounded - counted;
  if (running) accrual.segments.pop();
  accrual.segments.push({
    fromOn: fromEpochDay(from),
    toOn: fromEpochDay(to),
    baseCents,
    terms: current,
    unrounded,
    capped,
  });
}

/** The last segment, when it ends now and what it bore interest on and by has not changed since. */
export function runningSegment(accrual: Accrual): Segment | null {
  const segment = accrual.segments.at(-1);
  if (!segment || segment.terms !== accrual.current || segment.baseCents !== baseOf(accrual)) return null;
  return toEpochDay(segment.toOn) === accrual.at ? segment : null;
}

/**
 * Rounds what has accrued and starts anew; the posting joins the base of compound terms on their next compounding day.
 * `null`, and nothing changes, when it comes to less than half a cent.
 */
export function postInterest(accrual: Accrual, because: PostingReason): Posting | null {
  const cents = roundHalfUp(accrual.unrounded);
  if (cents === 0) return null;
  const { unrounded, segments } = accrual;
  if (accrual.capLeft !== null) {
    const others = roundHalfUp(unrounded - accrual.underCurrent);
    accrual.capLeft -= unroundedOfCents(cents - others);
  }
  accrual.unrounded = 0n;
  accrual.underCurrent = 0n;
  accrual.segments = [];
  accrual.joiningCents += cents;
  return { on: fromEpochDay(accrual.at), because, cents, unrounded, segments };
}

/** One day's interest on what bears it now, by the terms in force, caps left aside. */
export function perDiemOf(accrual: Accrual): Unrounded {
  const { current, at } = accrual;
  if (current === null || current.method === 'none') return 0n;
  const base = baseOf(accrual);
  if (base <= 0 || accrual.capLeft === accrual.underCurrent) return 0n;
  // A month of 30/360 has a day that counts for nothing and one that counts for more; a day of it is a 360th.
  const dayCount = current.dayCount === 'thirty_360' ? 'actual_360' : current.dayCount;
  return interestOfParts(base, rateMicros(current.rate), yearPartsOf(dayCount, at, at + 1));
}
