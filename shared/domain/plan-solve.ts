/**
 * The workshop: whatever is left open of total, amount, count, first and last day is worked out from the rest.
 *
 * The answer is always one set of terms with its schedule, so the figures named on the phone are the ones the book will keep.
 * Nothing is guessed: where what is given does not settle the plan, or contradicts itself, the fault says so.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import { dueAt, leastThat, loanOf } from './amortisation.ts';
import type { Day } from './days.ts';
import { mostCents } from './money.ts';
import { countOf, scheduleOf, sumOf } from './plan.ts';
import {
  mostInstalments,
  type PlanAnswer,
  type PlanInterest,
  type PlanQuestion,
  type PlanTerms,
  type Rhythm,
  type ScheduledInstalment,
} from './plan-terms.ts';
import { checkRhythm, countThrough, dueDaysOf, firstDayFor } from './schedule.ts';

/** What is given: as asked, less the value of the unknown itself. */
type Given = {
  readonly totalCents: number | null;
  readonly amountCents: number | null;
  readonly count: number | null;
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
};

function givenOf(question: PlanQuestion): Given {
  const { unknown } = question;
  return {
    totalCents: unknown === 'total' ? null : (question.totalCents ?? null),
    amountCents: unknown === 'amount' ? null : (question.amountCents ?? null),
    count: unknown === 'count' ? null : (question.count ?? null),
    firstOn: unknown === 'firstOn' ? null : (question.firstOn ?? null),
    lastOn: unknown === 'lastOn' ? null : (question.lastOn ?? null),
  };
}

/**
 * Solves a question.
 *
 * - `amount`: the least with which `count` instalments (or those that fit through `lastOn`) pay the total off.
 * - `count`: how many instalments of the amount pay the total off; without an amount, how many fit through `lastOn`.
 * - `lastOn`: the day of the last one.
 * - `firstOn`: the first day from which the last instalment falls on `lastOn`, or as late before it as the rhythm allows.
 * - `total`: the most that so many instalments of the amount pay off, interest on the way included in them.
 *
 * A count given together with both days must fit them. Named instalments settle all but the total, which they add up to.
 * Errors: those of `scheduleOf`; `plan.asks_too_little` (`unknown`), `plan.days_disagree` (`count`, `fits`).
 */
export function solve(question: PlanQuestion): Result<PlanAnswer> {
  const given = givenOf(question);
  if (question.uneven) return answerOf(termsOfUneven(question, question.uneven));
  const rhythm = rhythmOf(question, given);
  if (!rhythm.ok) return rhythm;
  const { count, ...days } = rhythm.value;
  const common = { ...days, downPayment: question.downPayment ?? null };
  const { balloonCents = null } = question;
  if (given.totalCents !== null) {
    const interest = interestOn(question, given.totalCents);
    return answerOf({
      ...common,
      totalCents: given.totalCents,
      count,
      amountCents: count === 1 && balloonCents === null ? null : given.amountCents,
      balloonCents,
      interest,
    });
  }
  if (given.amountCents === null) return fail('plan.asks_too_little', { unknown: question.unknown });
  const total = mostPaidOff(question, days, count, given.amountCents);
  if (!total.ok) return total;
  return answerOf({
    ...common,
    totalCents: total.value,
    count,
    amountCents: count === 1 ? null : given.amountCents,
    balloonCents,
    interest: interestOn(question, total.value),
  });
}

function termsOfUneven(question: PlanQuestion, uneven: NonNullable<PlanTerms['uneven']>): PlanTerms {
  const { downPayment = null } = question;
  const totalCents =
    question.unknown === 'total' || question.totalCents == null
      ? sumOf(uneven) + (downPayment?.cents ?? 0)
      : question.totalCents;
  return {
    totalCents,
    count: uneven.length,
    frequency: question.frequency,
    firstOn: uneven[0]?.dueOn ?? '',
    secondDay: question.secondDay ?? null,
    uneven,
    downPayment,
    roll: question.roll ?? 'none',
    interest: interestOn(question, totalCents),
  };
}

function interestOn(question: PlanQuestion, totalCents: number): PlanInterest | null {
  const { interest } = question;
  if (!interest) return null;
  return { ...interest, baseCents: Math.min(interest.baseCents ?? totalCents, totalCents) };
}

/** The first day, the rhythm and how many: from what is given of count and days, else from the sums. */
function rhythmOf(question: PlanQuestion, given: Given): Result<Rhythm & { readonly count: number }> {
  const { firstOn, lastOn } = given;
  const beat = {
    frequency: question.frequency,
    secondDay: question.secondDay ?? null,
    roll: question.roll ?? 'none',
  };
  if (firstOn !== null) {
    const rhythm = { ...beat, firstOn };
    const checked = checkRhythm(rhythm);
    if (!checked.ok) return checked;
    const fits = lastOn === null ? null : countThrough(rhythm, lastOn);
    if (given.count !== null) {
      return fits === null || fits === given.count
        ? ok({ ...rhythm, count: given.count })
        : fail('plan.days_disagree', { count: given.count, fits });
    }
    // Sums settle a count before a last day does: an instalment more or less is felt, a day is not.
    if (fits !== null && (given.totalCents === null || given.amountCents === null)) {
      if (fits < 1) return fail('plan.days_not_rising', { number: 1 });
      return ok({ ...rhythm, count: fits });
    }
    const count = countBySums(question, given, rhythm);
    return count.ok ? ok({ ...rhythm, count: count.value }) : count;
  }
  if (lastOn === null) return fail('plan.asks_too_little', { unknown: question.unknown });
  const from = (count: number): Rhythm => ({ ...beat, ...firstDayFor(beat, lastOn, count) });
  const checked = checkRhythm(from(1));
  if (!checked.ok) return checked;
  if (given.count !== null) {
    if (given.count < 1) return fail('plan.too_small', { leastCents: 1 });
    if (given.count > mostInstalments) {
      return fail('plan.too_long', { count: given.count, most: mostInstalments });
    }
    return ok({ ...from(given.count), count: given.count });
  }
  if (!question.interest) {
    const count = countBySums(question, given, from(1));
    return count.ok ? ok({ ...from(count.value), count: count.value }) : count;
  }
  // How many it takes depends on when they begin; the more there are the earlier they begin, and the fewer it takes.
  const needed = (count: number): Result<number> => countBySums(question, given, from(count));
  const longest = needed(mostInstalments);
  if (!longest.ok) return longest;
  const count = leastThat(1, mostInstalments, (tried) => {
    const least = needed(tried);
    return least.ok && least.value <= tried;
  });
  return ok({ ...from(count), count });
}

function countBySums(question: PlanQuestion, given: Given, rhythm: Rhythm): Result<number> {
  const { totalCents, amountCents } = given;
  if (totalCents === null || amountCents === null) {
    return fail('plan.asks_too_little', { unknown: question.unknown });
  }
  const { downPayment = null, balloonCents = null } = question;
  const interest = interestOn(question, totalCents);
  return countOf({ ...rhythm, totalCents, downPayment, balloonCents, interest }, amountCents);
}

/** The most that a down payment and so many instalments of an amount, the last one perhaps a balloon, pay off. */
function mostPaidOff(
  question: PlanQuestion,
  rhythm: Rhythm,
  count: number,
  amountCents: number,
): Result<number> {
  if (amountCents < 1) return fail('plan.too_small', { leastCents: 1 });
  if (count < 1) return fail('plan.too_small', { leastCents: 1 });
  if (count > mostInstalments) return fail('plan.too_long', { count, most: mostInstalments });
  const { downPayment: down = null, balloonCents: balloon = null } = question;
  const last = balloon ?? amountCents;
  const paid = BigInt(amountCents) * BigInt(count - 1) + BigInt(last) + BigInt(down?.cents ?? 0);
  if (paid > BigInt(mostCents)) return fail('money.out_of_range');
  const most = Number(paid);
  if (!question.interest) return ok(most);
  const days = dueDaysOf(rhythm, count);
  const tooMuch = (totalCents: number): boolean => {
    const interest = interestOn(question, totalCents);
    if (!interest) return false;
    return dueAt(loanOf(totalCents, interest, days, down), count, { amount: amountCents }) > last;
  };
  const total = leastThat(1, most + 1, tooMuch) - 1;
  return total < 1 ? fail('plan.nothing_owed') : ok(total);
}

function answerOf(terms: PlanTerms): Result<PlanAnswer> {
  const schedule = scheduleOf(terms);
  if (!schedule.ok) return schedule;
  return ok(describeSchedule(terms, schedule.value));
}

/** The figures of terms with their schedule, which must have an instalment. */
function describeSchedule(terms: PlanTerms, schedule: readonly ScheduledInstalment[]): PlanAnswer {
  const regular = schedule.filter(({ number }) => number > 0);
  const first = regular[0];
  const last = regular.at(-1);
  if (!first || !last) throw new RangeError('a schedule has an instalment');
  let interestCents = 0;
  for (const line of schedule) interestCents += line.interestCents ?? 0;
  return {
    terms,
    amountCents: first.amountCents,
    lastCents: last.amountCents,
    count: regular.length,
    firstOn: first.dueOn,
    lastOn: last.dueOn,
    totalCents: terms.totalCents,
    paidCents: sumOf(schedule),
    interestCents,
    schedule,
  };
}
