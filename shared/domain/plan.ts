/**
 * Instalment plans: from a sum to a schedule, from an amount to a count, and back. Whole cents throughout; the
 * schedule always adds up to the total to the cent, and no instalment is larger than one before it.
 *
 * Equal amounts are rounded up to the cent and the last instalment takes what is left, so that a debtor
 * writes the same sum each time. Where rounding up would pay a small total off early (7 cents in 5 parts of 2 takes
 * only 4), the odd cents go to the first instalments instead: 2, 2, 1, 1, 1.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import { addDays, addMonths, type Day } from './days.ts';
import { promiseGraceDays } from './promise.ts';

export const planFrequencies = ['weekly', 'two_weekly', 'monthly'] as const;
export type PlanFrequency = (typeof planFrequencies)[number];

/** No plan runs longer: fifty years of months. */
export const mostInstalments = 600;

export type PlanTerms = {
  readonly totalCents: number;
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
  /**
   * What is paid each time but the last, where the debtor named it (“150 a month”); it must fit the count. Without it
   * the total is split evenly.
   */
  readonly amountCents?: number | null;
};

export type ScheduledInstalment = {
  readonly number: number;
  readonly dueOn: Day;
  readonly amountCents: number;
};

/**
 * The sum of each instalment but the last when a total is paid in `count` parts; of the first ones where
 * the odd cents had to be spread. Errors: `plan.nothing_owed`, `plan.too_long`, `plan.too_small`.
 */
export function amountForCount(totalCents: number, count: number): Result<number> {
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (count > mostInstalments) return fail('plan.too_long', { count, most: mostInstalments });
  // A cent is the smallest part there is: 5 cents cannot be paid in 7 instalments.
  if (count < 1 || count > totalCents) return fail('plan.too_small', { leastCents: 1 });
  return ok(Math.ceil(totalCents / count));
}

/** How many instalments of an amount pay a total off; the last may be smaller. */
export function countForAmount(totalCents: number, amountCents: number): Result<number> {
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (amountCents < 1) return fail('plan.too_small', { leastCents: 1 });
  const count = Math.ceil(totalCents / amountCents);
  if (count > mostInstalments)
    return fail('plan.too_small', { leastCents: Math.ceil(totalCents / mostInstalments) });
  return ok(count);
}

/**
 * What is left for the last instalment of an offer from either function above: positive and at most the
 * amount. Where rounded-up amounts would pay the total off before it, the odd cents are spread and it is the least part.
 */
export function lastInstalmentOf(offer: {
  readonly totalCents: number;
  readonly count: number;
  readonly amountCents: number;
}): number {
  const left = offer.totalCents - (offer.count - 1) * offer.amountCents;
  return left > 0 ? left : Math.floor(offer.totalCents / offer.count);
}

/** The day of instalment `index` (from 0). Months keep the day of the first, or end on the month's last. */
export function instalmentDay(firstOn: Day, frequency: PlanFrequency, index: number): Day {
  if (frequency === 'monthly') return addMonths(firstOn, index);
  return addDays(firstOn, index * (frequency === 'weekly' ? 7 : 14));
}

/** The schedule of a plan, first to last. Errors: `plan.nothing_owed`, `plan.too_long`, `plan.too_small`. */
export function scheduleOf(terms: PlanTerms): Result<readonly ScheduledInstalment[]> {
  const { totalCents, count, frequency, firstOn } = terms;
  const amount = eachOf(terms);
  if (!amount.ok) return amount;
  const spread = totalCents - (count - 1) * amount.value <= 0;
  const least = Math.floor(totalCents / count);
  const odd = totalCents - least * count;
  let left = totalCents;
  const instalments: ScheduledInstalment[] = [];
  for (let index = 0; index < count; index += 1) {
    const amountCents = spread ? (index < odd ? least + 1 : least) : Math.min(left, amount.value);
    left -= amountCents;
    instalments.push({ number: index + 1, dueOn: instalmentDay(firstOn, frequency, index), amountCents });
  }
  return ok(instalments);
}

/** The sum paid each time but the last: the named one, when so many of it pay exactly the total off, or the even one. */
function eachOf({ totalCents, count, amountCents = null }: PlanTerms): Result<number> {
  if (amountCents === null) return amountForCount(totalCents, count);
  const fitting = countForAmount(totalCents, amountCents);
  if (!fitting.ok) return fitting;
  return fitting.value === count
    ? ok(amountCents)
    : fail('plan.too_small', { leastCents: Math.ceil(totalCents / count) });
}

export const instalmentStates = ['upcoming', 'due', 'paid', 'partly_paid', 'missed'] as const;
export type InstalmentState = (typeof instalmentStates)[number];

export type MatchedInstalment = ScheduledInstalment & {
  readonly paidCents: number;
  readonly state: InstalmentState;
  /** Its grace has passed and it is not fully paid. */
  readonly behind: boolean;
};

/**
 * What payments since the start come to for each instalment, taken in order of due day. One is `due` from its day through
 * the days of grace a promise has, and `missed` (or `partly_paid`) after them; money in advance counts.
 */
export function matchInstalments(
  instalments: readonly ScheduledInstalment[],
  receivedCents: number,
  asOf: Day,
): MatchedInstalment[] {
  let left = Math.max(0, receivedCents);
  const inGraceFrom = addDays(asOf, -promiseGraceDays);
  return instalments.map(({ number, dueOn, amountCents }) => {
    const paidCents = Math.min(left, amountCents);
    left -= paidCents;
    const behind = paidCents < amountCents && dueOn < inGraceFrom;
    let state: InstalmentState = dueOn > asOf ? 'upcoming' : behind ? 'missed' : 'due';
    if (paidCents > 0) state = paidCents < amountCents ? 'partly_paid' : 'paid';
    return { number, dueOn, amountCents, paidCents, state, behind };
  });
}
