/**
 * The plan calculator: what the debtor can pay each time gives the number of times, and the other way round.
 * Whatever was asked, the answer is one set of terms (total, count, frequency, first day) that the book turns
 * into the same schedule, so the amount shown is always the one the schedule really has.
 */
import type { Day } from '../../../../shared/domain/days.ts';
import {
  countForAmount,
  type PlanFrequency,
  type PlanTerms,
  type ScheduledInstalment,
  scheduleOf,
} from '../../../../shared/domain/plan.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';

export type PlanQuestion = {
  readonly totalCents: number;
  readonly frequency: PlanFrequency;
  readonly firstOn: Day;
} & (
  | { readonly by: 'count'; readonly count: number }
  | { readonly by: 'amount'; readonly amountCents: number }
);

export type PlanAnswer = {
  readonly terms: PlanTerms;
  /** What is paid each time but the last. */
  readonly amountCents: number;
  readonly lastCents: number;
  readonly lastOn: Day;
  readonly schedule: readonly ScheduledInstalment[];
};

/** Errors: those of `scheduleOf`, and `plan.over_balance` for a total beyond what is owed. */
export function answerPlan(question: PlanQuestion, balanceCents: number): Result<PlanAnswer> {
  if (balanceCents < 1) return fail('plan.nothing_owed');
  if (question.totalCents > balanceCents) return fail('plan.over_balance', { balanceCents });
  const count =
    question.by === 'count' ? ok(question.count) : countForAmount(question.totalCents, question.amountCents);
  if (!count.ok) return count;
  const { totalCents, frequency, firstOn } = question;
  const amountCents = question.by === 'amount' && count.value > 1 ? question.amountCents : null;
  const terms: PlanTerms = { totalCents, count: count.value, frequency, firstOn, amountCents };
  const schedule = scheduleOf(terms);
  if (!schedule.ok) return schedule;
  const first = schedule.value[0];
  const last = schedule.value.at(-1);
  if (!first || !last) return fail('plan.nothing_owed');
  return ok({
    terms,
    amountCents: first.amountCents,
    lastCents: last.amountCents,
    lastOn: last.dueOn,
    schedule: schedule.value,
  });
}

export type Offer = { readonly count: number; readonly amountCents: number; readonly lastOn: Day };

/** The same sum in different numbers of instalments, for naming during the call; impossible ones are left out. */
export function offersOf(
  totalCents: number,
  frequency: PlanFrequency,
  firstOn: Day,
  counts: readonly number[],
): readonly Offer[] {
  return counts.flatMap((count) => {
    const answer = answerPlan({ totalCents, frequency, firstOn, by: 'count', count }, totalCents);
    return answer.ok ? [{ count, amountCents: answer.value.amountCents, lastOn: answer.value.lastOn }] : [];
  });
}

/** How many instalments are offered side by side, by how often they are paid. */
export const offeredCounts: Readonly<Record<PlanFrequency, readonly number[]>> = {
  weekly: [4, 8, 12, 26],
  two_weekly: [3, 6, 12, 26],
  monthly: [3, 6, 12, 24],
};
