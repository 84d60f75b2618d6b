/**
 * What states a plan: the least from which one function makes the same schedule everywhere. Sums in cents, days as
 * calendar days, rates as exact decimals in percent a year.
 */
import type { Day } from './days.ts';

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

/** Where a due day goes that falls on a Saturday, a Sunday or a federal holiday (5 U.S.C. 6103(a)). */
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
  /** Semi-monthly only: the other day of the month, 31 for its last. */
  readonly secondDay?: number | null;
  /**
   * What is paid each time but the last, where it was named (“150 a month”); it must fit the count. Without it the
   * total is split evenly.
   */
  readonly amountCents?: number | null;
  readonly downPayment?: { readonly cents: number; readonly on: Day } | null;
  /** The last instalment, where it is to be larger than the rest. */
  readonly balloonCents?: number | null;
  /** Every instalment by itself, in order; then amount, balloon and rhythm say nothing. They add up to the total less the down payment. */
  readonly uneven?: readonly { readonly dueOn: Day; readonly amountCents: number }[] | null;
  readonly roll?: RollRule;
  /** Interest as it runs on the account (simple, by days); instalments then pay it first. `null`: none is reckoned. */
  readonly interest?: {
    readonly rate: string;
    readonly dayCount: 'actual_365' | 'actual_360' | 'actual_actual' | 'thirty_360';
    /** The day from which it is not yet in the total. */
    readonly fromOn: Day;
    /** The part of the total that bears it; fees, costs and posted interest bear none and are paid first. */
    readonly baseCents: number;
  } | null;
};

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
