/**
 * What a debtor can pay a month, by the income and expenses they told of themselves.
 *
 * A year has 52 weeks and 26 fortnights here, as people reckon it. Each line's month is rounded once, half a cent up, so
 * that the lines shown add up to the sums shown.
 */
import { mostCents } from './money.ts';
import type { PlanFrequency } from './plan-terms.ts';

export const budgetEvery = ['week', 'two_weeks', 'month', 'year'] as const;
export type BudgetEvery = (typeof budgetEvery)[number];

export type BudgetLine = {
  readonly kind: 'income' | 'expense';
  readonly amountCents: number;
  readonly every: BudgetEvery;
};

export type BudgetSums = {
  readonly incomeCents: number;
  readonly expensesCents: number;
  /** Income less expenses a month, never below 0. */
  readonly affordableCents: number;
};

const timesAYear: Readonly<Record<BudgetEvery, bigint>> = { week: 52n, two_weeks: 26n, month: 12n, year: 1n };

/** A line's sum a month: a week's × 52/12, a fortnight's × 26/12, a year's / 12, to the nearest cent, half a cent up. */
export function monthlyCentsOf({ amountCents, every }: Omit<BudgetLine, 'kind'>): number {
  if (every === 'month') return amountCents;
  return Number((BigInt(amountCents) * timesAYear[every] * 2n + 12n) / 24n);
}

/** The sums of a sheet a month. A side that comes to more than any sum here may be counts as that (`mostCents`). */
export function budgetSumsOf(lines: readonly BudgetLine[]): BudgetSums {
  const sum = (kind: BudgetLine['kind']): number => {
    let total = 0;
    for (const line of lines) {
      if (line.kind === kind) total = Math.min(mostCents, total + Math.min(mostCents, monthlyCentsOf(line)));
    }
    return total;
  };
  const incomeCents = sum('income');
  const expensesCents = sum('expense');
  return { incomeCents, expensesCents, affordableCents: Math.max(0, incomeCents - expensesCents) };
}

/** What a sum a month allows for each instalment, rounded down so that it is never more. */
export function affordableEach(monthlyCents: number, frequency: PlanFrequency): number {
  const months = BigInt(monthlyCents) * 12n;
  if (frequency === 'weekly') return Number(months / 52n);
  if (frequency === 'two_weekly') return Number(months / 26n);
  if (frequency === 'semi_monthly') return Number(months / 24n);
  return monthlyCents;
}
