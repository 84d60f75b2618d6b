/**
 * Instalment plans: from a sum to a schedule, from an amount to a count, and back. Whole cents
 * throughout; the schedule always adds up to the total to the cent.
 *
 * Equal amounts are rounded up to the cent and the last instalment takes what is left, so that a debtor
 * writes the same sum each time and the last one is never the larger.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import { addDays, addMonths, type Day } from './days.ts';

export const planFrequencies = ['weekly', 'two_weekly', 'monthly'] as const;
export type PlanFrequency = (typeof planFrequencies)[number];

/** No plan runs longer: fifty years of months. */
export const mostInstalments = 600;

export type PlanTerms = {
  readonly totalCents: number;
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
};

export type ScheduledInstalment = { readonly number: number; readonly dueOn: Day; readonly amountCents: number };

/** What each instalment but the last comes to when a total is paid in `count` parts. */
export function amountForCount(totalCents: number, count: number): Result<number> {
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (count > mostInstalments) return fail('plan.too_long', { count, most: mostInstalments });
  // A cent is the smallest part there is: 5 cents cannot be paid in 7 instalments.
  if (count < 1 || count > totalCents) return fail('plan.too_small', { leastCents: 1 });
  const amountCents = Math.ceil(totalCents / count);
  // Rounding up can pay a small total off early (7 cents in 5 parts of 2 takes 4).
  return Math.ceil(totalCents / amountCents) === count ? ok(amountCents) : ok(Math.floor(totalCents / count));
}

/** How many instalments of an amount pay a total off; the last may be smaller. */
export function countForAmount(totalCents: number, amountCents: number): Result<number> {
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (amountCents < 1) return fail('plan.too_small', { leastCents: 1 });
  const count = Math.ceil(totalCents / amountCents);
  if (count > mostInstalments) return fail('plan.too_small', { leastCents: Math.ceil(totalCents / mostInstalments) });
  return ok(count);
}

/** The day of instalment `index` (from 0). Months keep the day of the first, or end on the month's last. */
export function instalmentDay(firstOn: Day, frequency: PlanFrequency, index: number): Day {
  if (frequency === 'monthly') return addMonths(firstOn, index);
  return addDays(firstOn, index * (frequency === 'weekly' ? 7 : 14));
}

/**
 * The schedule of a plan, first to last. Errors: `plan.nothing_owed`, `plan.too_long`, `plan.too_small`.
 */
export function scheduleOf(terms: PlanTerms): Result<readonly ScheduledInstalment[]> {
  const amount = amountForCount(terms.totalCents, terms.count);
  if (!amount.ok) return amount;
  const instalments: ScheduledInstalment[] = [];
  let left = terms.totalCents;
  for (let index = 0; index < terms.count; index += 1) {
    const amountCents = index === terms.count - 1 ? left : amount.value;
    left -= amountCents;
    instalments.push({
      number: index + 1,
      dueOn: instalmentDay(terms.firstOn, terms.frequency, index),
      amountCents,
    });
  }
  return ok(instalments);
}
