/**
 * What states a plan: the least from which one function makes the same schedule everywhere. Sums in cents, days as
 * calendar days, rates as exact decimals in percent a year.
 */
import type { Day } from './days.ts';
import type { DayCount } from './interest.ts';
import type { Rate } from './rate.ts';

/**
 * How instalments follow each other. `semi_monthly`: two days of each month, the first day's and `secondDay`.
 * `monthly`: the day of the first, or the month's last where it has no such day. `end_of_month`: each month's last day.
 * `nth_weekday`: the weekday of the first at the same place in its month (second Friday); a fifth one is the last.
 */
export const planFrequencies = [
  'weekly',
  'two_weekly',
  'semi_monthly',
  'monthly',
  'end_of_month',
  'nth_weekday',
] as const;
export type PlanFrequency = (typeof planFrequencies)[number];

/**
 * Where a due day goes that falls on a Saturday, a Sunday or a federal holiday (5 U.S.C. 6103(a)), or on the Monday after
 * a Sunday holiday, when banks are closed (12 CFR 229.2(g)). See `rollDay`.
 */
export const rollRules = ['none', 'next_business_day', 'previous_business_day'] as const;
export type RollRule = (typeof rollRules)[number];

/** No plan runs longer: fifty years of months. */
export const mostInstalments = 600;

export type PlanTerms = {
  /** What the plan pays off in all, down payment included, interest that accrues on the way left out. */
  readonly totalCents: number;
  /** Instalments without the down payment. */
  readonly count: number;
  readonly frequency: PlanFrequency;
  /** The first instalment's day, before rolling. */
  readonly firstOn: Day;
  /** Semi-monthly only: the other day of the month, 31 for its last; without it the one 15 days off. See `schedule.ts`. */
  readonly secondDay?: number | null;
  /**
   * What is paid each time but the last, where it was named (“150 a month”); it must fit the count. Without it the
   * total is split evenly.
   */
  readonly amountCents?: number | null;
  readonly downPayment?: { readonly cents: number; readonly on: Day } | null;
  /** The last instalment, where it is to be larger than the rest. With interest it may come out some cents less. */
  readonly balloonCents?: number | null;
  /**
   * Every instalment by itself, in order; then count, amount, balloon and rhythm say nothing. They add up to the total less
   * the down payment. With interest the last one is what is then left, whatever it was named at.
   */
  readonly uneven?: readonly { readonly dueOn: Day; readonly amountCents: number }[] | null;
  readonly roll?: RollRule;
  /** Interest as it runs on the account (simple, by days); instalments then pay it first. `null`: none is reckoned. */
  readonly interest?: PlanInterest | null;
};

export type PlanInterest = {
  readonly rate: Rate;
  readonly dayCount: DayCount;
  /** The day from which it is not yet in the total. */
  readonly fromOn: Day;
  /** The part of the total that bears it; fees, costs and posted interest bear none and are paid first. */
  readonly baseCents: number;
};

/** How due days follow each other. */
export type Rhythm = Pick<PlanTerms, 'frequency' | 'firstOn' | 'secondDay' | 'roll'>;

export type ScheduledInstalment = {
  /** 0 for a down payment, then from 1. */
  readonly number: number;
  readonly dueOn: Day;
  /** Interest included. */
  readonly amountCents: number;
  /** Of the amount; 0 without interest. */
  readonly interestCents?: number;
  /** What is left of the total after it. */
  readonly leftCents?: number;
};

/** The one thing the workshop is asked for; the rest is given. */
export const planUnknowns = ['amount', 'count', 'firstOn', 'lastOn', 'total'] as const;
export type PlanUnknown = (typeof planUnknowns)[number];

/**
 * What the workshop is asked. Total, amount and count hang together, and so do count, first and last day: whatever is
 * left out and follows from the rest is worked out, the unknown first of all (a value given for it is not looked at).
 */
export type PlanQuestion = {
  readonly unknown: PlanUnknown;
  readonly frequency: PlanFrequency;
  readonly secondDay?: number | null;
  readonly roll?: RollRule;
  readonly totalCents?: number | null;
  readonly amountCents?: number | null;
  readonly count?: number | null;
  readonly firstOn?: Day | null;
  /** No instalment is due after it, before rolling. */
  readonly lastOn?: Day | null;
  readonly downPayment?: PlanTerms['downPayment'];
  readonly balloonCents?: number | null;
  readonly uneven?: PlanTerms['uneven'];
  /** `baseCents` left out: the whole total bears it. A base beyond the total counts as the total. */
  readonly interest?: (Omit<PlanInterest, 'baseCents'> & { readonly baseCents?: number | null }) | null;
};

export type PlanAnswer = {
  /** Complete: `scheduleOf(terms)` gives `schedule` again. */
  readonly terms: PlanTerms;
  /** The first instalment; every one but the last (and a balloon) comes to it, or to a cent less where cents are odd. */
  readonly amountCents: number;
  readonly lastCents: number;
  /** Instalments, down payment left out. */
  readonly count: number;
  /** Days as they are due, rolled. */
  readonly firstOn: Day;
  readonly lastOn: Day;
  readonly totalCents: number;
  /** All that is paid, down payment and interest included. */
  readonly paidCents: number;
  readonly interestCents: number;
  readonly schedule: readonly ScheduledInstalment[];
};

/** A change to a running plan; each makes a new version. What each means stands at its function in `plan-life.ts`. */
export type PlanChange =
  | { readonly change: 'amend'; readonly terms: PlanTerms }
  | { readonly change: 'skip'; readonly number: number }
  | {
      readonly change: 'catch_up';
      readonly how: 'with_next' | 'spread' | 'at_end';
      readonly over?: number | null;
    }
  | { readonly change: 'redate'; readonly nextOn: Day }
  | { readonly change: 'pause'; readonly until: Day };
