/**
 * Instalment plans: from terms to a schedule, and what payments come to for each instalment. Whole cents throughout; the
 * schedule always pays the total (and the interest, where it is reckoned) off to the cent, and but for a balloon or sums
 * somebody named no instalment is larger than one before it.
 *
 * Equal amounts are rounded up to the cent and the last instalment takes what is left, so that a debtor
 * writes the same sum each time. Where rounding up would pay a small total off early (7 cents in 5 parts of 2 takes
 * only 4), the odd cents go to the first instalments instead: 2, 2, 1, 1, 1.
 *
 * Interest is in `amortisation.ts`, due days are in `schedule.ts`, questions with an unknown in `plan-solve.ts`.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import {
  dueAt,
  type Loan,
  leastAmount,
  leastThat,
  loanOf,
  payoffCount,
  shrinks,
  tableOf,
} from './amortisation.ts';
import { addDays, type Day } from './days.ts';
import { mostCents } from './money.ts';
import {
  mostInstalments,
  type PlanInterest,
  type PlanTerms,
  type ScheduledInstalment,
} from './plan-terms.ts';
import { promiseGraceDays } from './promise.ts';
import { checkRhythm, dueDaysOf, rollDays } from './schedule.ts';

function divideUp(cents: number, parts: number): number {
  const odd = cents % parts;
  return (cents - odd) / parts + (odd > 0 ? 1 : 0);
}

/**
 * The sum of each instalment but the last when a total is paid in `count` parts without interest; of the first ones where
 * the odd cents had to be spread. Errors: `plan.nothing_owed`, `plan.too_long`, `plan.too_small`.
 */
export function amountForCount(totalCents: number, count: number): Result<number> {
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (count > mostInstalments) return fail('plan.too_long', { count, most: mostInstalments });
  // A cent is the smallest part there is: 5 cents cannot be paid in 7 instalments.
  if (count < 1 || count > totalCents) return fail('plan.too_small', { leastCents: 1 });
  return ok(divideUp(totalCents, count));
}

/** How many instalments of an amount pay a total off without interest; the last may be smaller. */
export function countForAmount(totalCents: number, amountCents: number): Result<number> {
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (amountCents < 1) return fail('plan.too_small', { leastCents: 1 });
  const count = divideUp(totalCents, amountCents);
  if (count > mostInstalments)
    return fail('plan.too_small', { leastCents: divideUp(totalCents, mostInstalments) });
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

/**
 * The schedule of a plan, first to last, the down payment as number 0.
 *
 * - `roll` moves every instalment's day, named ones too; a down payment stays on its day.
 * - A balloon is the last instalment. The others share what it leaves and follow the same rule among themselves; the one before
 *   it takes the odd cents. With interest it comes out up to a few cents below its name where rounding leaves no other way.
 * - Named instalments (`uneven`) are paid as they stand. With interest the last one is what is then left.
 *
 * Errors: `plan.nothing_owed`, `plan.too_long`, `plan.too_small`, `plan.never_pays_off`, `plan.paid_off_sooner`, `plan.not_adding_up`,
 * `plan.days_not_rising`, `plan.second_day`, `plan.balloon_too_small`, `plan.balloon_too_large`, `plan.down_too_large`,
 * `money.out_of_range`.
 */
export function scheduleOf(terms: PlanTerms): Result<readonly ScheduledInstalment[]> {
  const { totalCents, downPayment: down = null } = terms;
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (down && down.cents >= totalCents) return fail('plan.down_too_large', { mostCents: totalCents - 1 });
  const days = daysOf(terms);
  if (!days.ok) return days;
  const [firstOn] = days.value;
  if (down && firstOn !== undefined && down.on >= firstOn) return fail('plan.days_not_rising', { number: 1 });
  const schedule = terms.interest
    ? scheduleWithInterest(terms, terms.interest, days.value)
    : scheduleWithout(terms, days.value);
  if (!schedule.ok) return schedule;
  return sumOf(schedule.value) > mostCents ? fail('money.out_of_range') : schedule;
}

/** What all instalments come to. */
export function sumOf(instalments: readonly { readonly amountCents: number }[]): number {
  let sum = 0;
  for (const { amountCents } of instalments) sum += amountCents;
  return sum;
}

function daysOf(terms: PlanTerms): Result<readonly Day[]> {
  const { count, uneven, totalCents } = terms;
  if (uneven) {
    if (uneven.length > mostInstalments) {
      return fail('plan.too_long', { count: uneven.length, most: mostInstalments });
    }
    if (uneven.length === 0) return fail('plan.not_adding_up', { totalCents, sumCents: 0 });
    const wrong = uneven.findIndex(({ dueOn }, index) => dueOn <= (uneven[index - 1]?.dueOn ?? ''));
    if (wrong >= 0) return fail('plan.days_not_rising', { number: wrong + 1 });
    return ok(
      rollDays(
        uneven.map(({ dueOn }) => dueOn),
        terms.roll ?? 'none',
      ),
    );
  }
  if (count > mostInstalments) return fail('plan.too_long', { count, most: mostInstalments });
  if (count < 1) return fail('plan.too_small', { leastCents: 1 });
  const rhythm = checkRhythm(terms);
  return rhythm.ok ? ok(dueDaysOf(terms, count)) : rhythm;
}

// ---- without interest ------------------------------------------------------------------------------

function scheduleWithout(terms: PlanTerms, days: readonly Day[]): Result<readonly ScheduledInstalment[]> {
  const { totalCents, downPayment: down = null } = terms;
  const amounts = plainAmounts(terms, totalCents - (down?.cents ?? 0));
  if (!amounts.ok) return amounts;
  let leftCents = totalCents;
  const lines: ScheduledInstalment[] = [];
  if (down) {
    leftCents -= down.cents;
    lines.push({ number: 0, dueOn: down.on, amountCents: down.cents, interestCents: 0, leftCents });
  }
  for (let index = 0; index < days.length; index += 1) {
    const amountCents = amounts.value[index] ?? 0;
    leftCents -= amountCents;
    lines.push({ number: index + 1, dueOn: days[index] ?? '', amountCents, interestCents: 0, leftCents });
  }
  return ok(lines);
}

/** The instalments' sums, which add up to `restCents`. */
function plainAmounts(terms: PlanTerms, restCents: number): Result<readonly number[]> {
  const { count, uneven, balloonCents: balloon = null, amountCents = null } = terms;
  if (uneven) {
    const sumCents = sumOf(uneven);
    return sumCents === restCents && uneven.every((part) => part.amountCents >= 1)
      ? ok(uneven.map((part) => part.amountCents))
      : fail('plan.not_adding_up', { totalCents: restCents, sumCents });
  }
  if (balloon === null) return levelAmounts(restCents, count, amountCents);
  const even = amountForCount(restCents, count);
  if (!even.ok) return even;
  if (balloon < even.value) return fail('plan.balloon_too_small', { leastCents: even.value });
  const most = restCents - (count - 1);
  if (balloon > most) return fail('plan.balloon_too_large', { mostCents: most });
  if (count === 1) return ok([balloon]);
  if (amountCents !== null && amountCents > balloon) {
    return fail('plan.balloon_too_small', { leastCents: amountCents });
  }
  const regular = levelAmounts(restCents - balloon, count - 1, amountCents);
  return regular.ok ? ok([...regular.value, balloon]) : regular;
}

/** Equal parts, or a named sum each time but the last. */
function levelAmounts(restCents: number, count: number, named: number | null): Result<readonly number[]> {
  const even = amountForCount(restCents, count);
  if (!even.ok) return even;
  let amount = even.value;
  if (named !== null) {
    const fitting = countForAmount(restCents, named);
    if (!fitting.ok) return fitting;
    if (fitting.value > count) return fail('plan.too_small', { leastCents: even.value });
    if (fitting.value < count) {
      return fail('plan.paid_off_sooner', { count: fitting.value, amountCents: named });
    }
    amount = named;
  }
  const spread = restCents - (count - 1) * amount <= 0;
  const least = Math.floor(restCents / count);
  const odd = restCents - least * count;
  const amounts: number[] = [];
  let left = restCents;
  for (let index = 0; index < count; index += 1) {
    const part = spread ? (index < odd ? least + 1 : least) : Math.min(left, amount);
    left -= part;
    amounts.push(part);
  }
  return ok(amounts);
}

// ---- with interest ---------------------------------------------------------------------------------

type IndebtedTerms = PlanTerms & { readonly interest: PlanInterest };

function scheduleWithInterest(
  terms: PlanTerms,
  interest: PlanInterest,
  days: readonly Day[],
): Result<readonly ScheduledInstalment[]> {
  const { totalCents, count, uneven, downPayment: down = null } = terms;
  const loan = loanOf(totalCents, interest, days, down);
  const debt: IndebtedTerms = { ...terms, interest };
  let amounts: Result<readonly number[]>;
  if (uneven) amounts = ok(uneven.slice(0, -1).map((part) => part.amountCents));
  else if (terms.balloonCents != null) {
    amounts = amountsBeforeBalloon(loan, debt, terms.balloonCents, terms.amountCents ?? null);
  } else amounts = amountsBeforeLast(loan, debt, terms.amountCents ?? null);
  if (!amounts.ok) return amounts;
  const table = tableOf(loan, days, down?.on ?? null, amounts.value);
  if (table) return ok(table);
  return uneven
    ? fail('plan.not_adding_up', { totalCents: totalCents - (down?.cents ?? 0), sumCents: sumOf(uneven) })
    : paidOffSooner(loan, amounts.value[0] ?? 1, count);
}

function paidOffSooner(loan: Loan, amountCents: number, count: number): Result<never> {
  return fail('plan.paid_off_sooner', {
    count: payoffCount(loan, amountCents, amountCents) ?? count,
    amountCents,
  });
}

/** What is paid before the last instalment where that is not to be the larger one. */
function amountsBeforeLast(
  loan: Loan,
  terms: IndebtedTerms,
  named: number | null,
): Result<readonly number[]> {
  const { count } = terms;
  if (named !== null) {
    const due = dueAt(loan, count, { amount: named });
    if (due > named) return tooSmall(loan, terms, named);
    return due < 1 ? paidOffSooner(loan, named, count) : ok(repeat(named, count - 1));
  }
  const amount = leastAmount(loan, count, null);
  if (dueAt(loan, count, { amount }) >= 1) return ok(repeat(amount, count - 1));
  // Rounded up it would end early: the odd cents go to the first ones, where that comes out.
  const least = amount - 1;
  const oneMoreFor = leastThat(
    1,
    count,
    (first) => dueAt(loan, count, { amount: least, oneMoreFor: first }) <= least,
  );
  const due = dueAt(loan, count, { amount: least, oneMoreFor });
  if (least < 1 || due < 1 || due > least) return paidOffSooner(loan, amount, count);
  return ok(Array.from({ length: count - 1 }, (_, index) => (index < oneMoreFor ? amount : least)));
}

/** What is paid before a balloon; the instalment before it is such that the balloon comes out nearest below its name. */
function amountsBeforeBalloon(
  loan: Loan,
  terms: IndebtedTerms,
  balloon: number,
  named: number | null,
): Result<readonly number[]> {
  const { count } = terms;
  const level = leastAmount(loan, count, null);
  if (balloon < level) return fail('plan.balloon_too_small', { leastCents: level });
  const most = dueAt(loan, count, { amount: 1 });
  if (balloon > most) return fail('plan.balloon_too_large', { mostCents: most });
  if (count === 1) return ok([]);
  const amount = named ?? leastAmount(loan, count, balloon);
  if (amount > balloon) return fail('plan.balloon_too_small', { leastCents: amount });
  const dueWith = (lastRegular: number): number => dueAt(loan, count, { amount, lastRegular });
  if (dueWith(amount) > balloon) return tooSmall(loan, terms, amount);
  if (named !== null && dueWith(0) <= balloon) {
    return fail('plan.paid_off_sooner', {
      count: payoffCount(loan, named, balloon) ?? count - 1,
      amountCents: named,
    });
  }
  const lastRegular = leastThat(1, amount, (last) => dueWith(last) <= balloon);
  return ok([...repeat(amount, count - 2), lastRegular]);
}

function repeat(cents: number, times: number): number[] {
  return Array.from({ length: Math.max(0, times) }, () => cents);
}

/**
 * Why an amount does not pay off in so many instalments: because it never does (the interest takes it all up), or because
 * it takes more of them.
 */
function tooSmall(loan: Loan, terms: IndebtedTerms, amount: number): Result<never> {
  const balloon = terms.balloonCents ?? null;
  const longest = longestLoan(terms, terms.interest);
  return shrinks(longest, mostInstalments, amount)
    ? fail('plan.too_small', { leastCents: leastAmount(loan, terms.count, balloon) })
    : fail('plan.never_pays_off', { leastCents: leastAmount(longest, mostInstalments, balloon) });
}

/** The same debt with as many periods as a plan may have. */
function longestLoan(terms: Omit<PlanTerms, 'count'>, interest: PlanInterest): Loan {
  return loanOf(terms.totalCents, interest, dueDaysOf(terms, mostInstalments), terms.downPayment ?? null);
}

/**
 * How many instalments of an amount pay terms off, with interest and a balloon where they have them. Errors as `scheduleOf`;
 * `plan.never_pays_off` and `plan.too_small` name the least amount that does it within the most instalments allowed.
 */
export function countOf(
  terms: Omit<PlanTerms, 'count' | 'amountCents' | 'uneven'>,
  amountCents: number,
): Result<number> {
  const { totalCents, downPayment: down = null, balloonCents: balloon = null } = terms;
  if (totalCents < 1) return fail('plan.nothing_owed');
  if (down && down.cents >= totalCents) return fail('plan.down_too_large', { mostCents: totalCents - 1 });
  if (amountCents < 1) return fail('plan.too_small', { leastCents: 1 });
  if (!terms.interest) {
    const rest = totalCents - (down?.cents ?? 0);
    if (balloon === null) return countForAmount(rest, amountCents);
    if (balloon >= rest) return fail('plan.balloon_too_large', { mostCents: rest - 1 });
    const regular = countForAmount(rest - balloon, amountCents);
    if (!regular.ok) return regular;
    return regular.value + 1 > mostInstalments
      ? fail('plan.too_small', { leastCents: divideUp(rest - balloon, mostInstalments - 1) })
      : ok(regular.value + 1);
  }
  const rhythm = checkRhythm(terms);
  if (!rhythm.ok) return rhythm;
  const loan = longestLoan(terms, terms.interest);
  const count = payoffCount(loan, amountCents, balloon ?? amountCents);
  if (count !== null) return ok(count);
  const leastCents = leastAmount(loan, mostInstalments, balloon);
  return fail(shrinks(loan, mostInstalments, amountCents) ? 'plan.too_small' : 'plan.never_pays_off', {
    leastCents,
  });
}

// ---- what payments come to -------------------------------------------------------------------------

export const instalmentStates = ['upcoming', 'due', 'paid', 'partly_paid', 'missed'] as const;
export type InstalmentState = (typeof instalmentStates)[number];

export type MatchedInstalment = ScheduledInstalment & {
  readonly paidCents: number;
  readonly state: InstalmentState;
  /** Its grace has passed and it is not fully paid. */
  readonly behind: boolean;
};

/**
 * What payments since the start come to for each instalment. They are taken together, whenever and in however many parts they
 * came, and fill the instalments in order of due day: a payment ahead of its day counts for the next ones, a partial one for
 * the oldest that is open, several make up one instalment, a late one first what was missed. More than all of them is left out.
 *
 * One is `due` from its day through `graceDays` after it, both inclusive, and `missed` (or `partly_paid`) after them.
 */
export function matchInstalments(
  instalments: readonly ScheduledInstalment[],
  receivedCents: number,
  asOf: Day,
  graceDays: number = promiseGraceDays,
): MatchedInstalment[] {
  let left = Math.max(0, receivedCents);
  const inGraceFrom = addDays(asOf, -graceDays);
  return instalments.map((instalment) => {
    const { dueOn, amountCents } = instalment;
    const paidCents = Math.min(left, amountCents);
    left -= paidCents;
    const behind = paidCents < amountCents && dueOn < inGraceFrom;
    let state: InstalmentState = dueOn > asOf ? 'upcoming' : behind ? 'missed' : 'due';
    if (paidCents > 0) state = paidCents < amountCents ? 'partly_paid' : 'paid';
    return { ...instalment, paidCents, state, behind };
  });
}
