/**
 * Floors: what the house or a client lets nobody go below without a reason. They are measured on the schedule, not on what
 * was typed, so that a rounded or spread cent counts as it is paid.
 */
import { addMonths, type Day } from './days.ts';
import type { PlanTerms, ScheduledInstalment } from './plan-terms.ts';
import { unrolledDay } from './schedule.ts';
import { shareOf, sumOfShare } from './settlement.ts';

export const floorNames = ['least_payment', 'longest_term', 'least_settlement_share'] as const;
export type FloorName = (typeof floorNames)[number];

/** `null`: nothing is laid down. */
export type FloorPolicy = {
  readonly leastPaymentCents: number | null;
  readonly longestMonths: number | null;
  /** Hundredths of a percent of the balance. */
  readonly leastSettlementShare: number | null;
};

/** In cents, months, or hundredths of a percent. */
export type BrokenFloor = { readonly floor: FloorName; readonly allowed: number; readonly asked: number };

/**
 * The floors that terms go below, in the order of `floorNames`; none when all are kept.
 *
 * - `least_payment` is held against the smallest regular instalment: a down payment and the last instalment are left out, and so is
 *   the one before a balloon, since those take the rest. A single instalment pays all there is and is never too small.
 * - `longest_term` counts months from the first payment, a down payment too, to the last one, begun months full, by the days
 *   before rolling.
 * - `least_settlement_share` is asked of a settlement only, exactly: a cent below it is below it.
 */
export function brokenFloorsOf(
  offer: {
    readonly terms: PlanTerms;
    readonly schedule: readonly ScheduledInstalment[];
    readonly kind: 'plan' | 'settlement';
    readonly balanceCents: number;
  },
  policy: FloorPolicy,
): readonly BrokenFloor[] {
  const { terms, schedule, kind, balanceCents } = offer;
  const broken: BrokenFloor[] = [];
  const smallest = smallestRegular(terms, schedule);
  const { leastPaymentCents, longestMonths, leastSettlementShare } = policy;
  if (leastPaymentCents !== null && smallest !== null && smallest < leastPaymentCents) {
    broken.push({ floor: 'least_payment', allowed: leastPaymentCents, asked: smallest });
  }
  const months = termMonths(terms);
  if (longestMonths !== null && months > longestMonths) {
    broken.push({ floor: 'longest_term', allowed: longestMonths, asked: months });
  }
  if (
    kind === 'settlement' &&
    leastSettlementShare !== null &&
    balanceCents > 0 &&
    terms.totalCents < sumOfShare(leastSettlementShare, balanceCents)
  ) {
    const asked = shareOf(terms.totalCents, balanceCents) ?? 0;
    broken.push({ floor: 'least_settlement_share', allowed: leastSettlementShare, asked });
  }
  return broken;
}

function smallestRegular(terms: PlanTerms, schedule: readonly ScheduledInstalment[]): number | null {
  const regular = schedule.filter(({ number }) => number > 0).map(({ amountCents }) => amountCents);
  if (regular.length <= 1) return null;
  const resting = terms.balloonCents != null && !terms.uneven && regular.length > 2 ? 2 : 1;
  return Math.min(...regular.slice(0, -resting));
}

/** Months from the first payment to the last one, begun ones full; 0 for a single payment. */
export function termMonths(terms: PlanTerms): number {
  const { uneven, downPayment, count } = terms;
  const first = downPayment?.on ?? (uneven ? uneven[0]?.dueOn : unrolledDay(terms, 0));
  const last = uneven ? uneven.at(-1)?.dueOn : unrolledDay(terms, count - 1);
  return first === undefined || last === undefined ? 0 : monthsBetween(first, last);
}

function monthsBetween(first: Day, last: Day): number {
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  let months = Math.max(0, years * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7)) - 1);
  while (addMonths(first, months) < last) months += 1;
  return months;
}
