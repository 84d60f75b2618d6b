/**
 * Offers side by side: the same sum in three to five lengths, for naming on the phone. Each is a whole plan with its figures, and says
 * which floors it goes below; one below a floor is shown as such and not hidden, since the debtor may ask for it.
 */
import { affordableEach } from './budget.ts';
import { type BrokenFloor, brokenFloorsOf, type FloorPolicy, termMonths } from './floors.ts';
import { amountForCount, countOf } from './plan.ts';
import { solve } from './plan-solve.ts';
import {
  mostInstalments,
  type PlanAnswer,
  type PlanFrequency,
  type PlanQuestion,
  type PlanTerms,
} from './plan-terms.ts';

export type OfferQuestion = Pick<
  PlanTerms,
  'totalCents' | 'frequency' | 'firstOn' | 'secondDay' | 'roll' | 'downPayment'
> &
  Pick<PlanQuestion, 'interest'> & {
    readonly kind: 'plan' | 'settlement';
    /** What is owed; a settlement's share is taken of it. */
    readonly balanceCents: number;
    /** What the debtor can pay a month by their budget; one offer is made to fit it. */
    readonly affordableCents?: number | null;
  };

export type Offer = PlanAnswer & {
  /** Months from the first payment to the last. */
  readonly months: number;
  readonly brokenFloors: readonly BrokenFloor[];
  /** Whether each instalment is within what can be paid; `null` when that is not known. */
  readonly affordable: boolean | null;
};

/** Lengths people name, in months. */
const lengths = [1, 2, 3, 4, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120, 180, 240, 360] as const;
/** Below it an instalment costs more to send and book than it brings, so longer plans are not offered by themselves. */
const leastSensibleCents = 2_500;
/** Nobody is offered a longer plan unasked, unless the floors allow no shorter one. */
const longestSensibleMonths = 60;
const mostOffers = 5;
const leastOffers = 3;

const aMonth: Readonly<Record<PlanFrequency, readonly [times: number, per: number]>> = {
  weekly: [52, 12],
  two_weekly: [26, 12],
  semi_monthly: [2, 1],
  monthly: [1, 1],
  end_of_month: [1, 1],
  nth_weekday: [1, 1],
};

/**
 * Three to five offers, shortest first; fewer where the sum has not as many cents, none where nothing is owed.
 *
 * Lengths run from three months (from one, where the sum is small) to the longest one that keeps the instalment at the client's least
 * payment (else 25 dollars) and the term within the client's longest (else five years), evenly chosen in between. With an
 * affordable sum the length that fits it is one of them.
 */
export function offersOf(question: OfferQuestion, policy: FloorPolicy): readonly Offer[] {
  const counts = new Set(sensibleCounts(question, policy));
  const fitting = fittingCount(question);
  if (fitting !== null && !counts.has(fitting)) {
    if (counts.size >= mostOffers) counts.delete(nearest([...counts], fitting));
    counts.add(fitting);
  }
  return [...counts]
    .sort((a, b) => a - b)
    .flatMap((count) => {
      const answer = solve({ ...question, unknown: 'amount', count });
      return answer.ok ? [offerOf(question, policy, answer.value)] : [];
    });
}

/** An answer of the workshop as an offer, held against the floors and the budget. */
export function offerOf(question: OfferQuestion, policy: FloorPolicy, answer: PlanAnswer): Offer {
  const { kind, balanceCents, affordableCents = null, frequency } = question;
  const { terms, schedule } = answer;
  return {
    ...answer,
    months: termMonths(terms),
    brokenFloors: brokenFloorsOf({ terms, schedule, kind, balanceCents }, policy),
    affordable:
      affordableCents === null ? null : answer.amountCents <= affordableEach(affordableCents, frequency),
  };
}

function restOf({ totalCents, downPayment }: OfferQuestion): number {
  return totalCents - (downPayment?.cents ?? 0);
}

function countIn(months: number, frequency: PlanFrequency): number {
  const [times, per] = aMonth[frequency];
  return Math.max(1, Math.round((months * times) / per));
}

function sensibleCounts(question: OfferQuestion, policy: FloorPolicy): readonly number[] {
  const rest = restOf(question);
  if (rest < 1) return [];
  const least = policy.leastPaymentCents ?? leastSensibleCents;
  const longest = policy.longestMonths ?? longestSensibleMonths;
  const inReach = lengths
    .filter((months) => months <= longest)
    .map((months) => countIn(months, question.frequency))
    .filter((count) => {
      const amount = amountForCount(rest, count);
      return count <= mostInstalments && amount.ok && amount.value >= least;
    });
  // From three months on, unless that leaves too few to choose from.
  const start = inReach.findIndex((count) => count >= countIn(3, question.frequency));
  const from = start < 0 ? inReach.length : start;
  const usual = inReach.slice(Math.max(0, Math.min(from, inReach.length - leastOffers)));
  if (usual.length >= leastOffers) return evenlyChosen(usual, mostOffers);
  // A small sum: the shortest plans there are, whatever the instalment comes to.
  const shortest = Array.from({ length: leastOffers }, (_, index) => index + (rest > 2 ? 2 : 1));
  return [...new Set([...usual, ...shortest])].filter((count) => count <= rest).slice(0, mostOffers);
}

/** At most `most` of a list, its ends among them, evenly apart. */
function evenlyChosen(list: readonly number[], most: number): readonly number[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, index) => {
    const at = Math.round((index * (list.length - 1)) / (most - 1));
    return list[at] ?? 0;
  });
}

function nearest(counts: readonly number[], to: number): number {
  return counts.reduce((best, count) => (Math.abs(count - to) < Math.abs(best - to) ? count : best));
}

/** How many instalments an affordable sum takes; `null` when none is known or it never pays off. */
function fittingCount(question: OfferQuestion): number | null {
  const { affordableCents = null, frequency, totalCents } = question;
  if (affordableCents === null) return null;
  const interest = question.interest
    ? { ...question.interest, baseCents: question.interest.baseCents ?? totalCents }
    : null;
  const count = countOf({ ...question, interest }, affordableEach(affordableCents, frequency));
  return count.ok ? count.value : null;
}
