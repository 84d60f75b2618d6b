/**
 * A plan lives: instalments are skipped, caught up, moved, paused, or the terms made anew. Each change makes the next version: what is
 * left, with its days. The version before it stays as it was.
 *
 * The next version holds only what is still open. Payments of the version before have met its instalments in order of due day
 * (`matchInstalments`); what they left open is carried over to the cent, a partly paid instalment with its rest. Without interest
 * the sums of the next version add up to exactly that. With interest the ledger says what is owed by now, late days included: the
 * instalments keep their sums and days, the last one takes what is left, and where that would be more than the largest of them,
 * further ones follow in the rhythm.
 *
 * What was missed stays missed, on its day, until it is caught up, moved or the terms are made anew.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import { addDays, type Day, daysBetween, daysInMonth } from './days.ts';
import { rollDay } from './holidays.ts';
import { matchInstalments, scheduleOf, sumOf } from './plan.ts';
import {
  mostInstalments,
  type PlanChange,
  type PlanInterest,
  type PlanTerms,
  type Rhythm,
  type RollRule,
  type ScheduledInstalment,
} from './plan-terms.ts';
import { indexAfter, rollDays, unrolledDay } from './schedule.ts';

export type RunningPlan = {
  /** Of the version in force. */
  readonly terms: PlanTerms;
  readonly schedule: readonly ScheduledInstalment[];
  /** What came in for this version: payments less those taken back, less what came in before it. */
  readonly receivedCents: number;
  readonly asOf: Day;
  readonly graceDays: number;
  /**
   * Of a plan with interest: what it has still to pay off by the ledger as of `asOf`, posted and accrued, and the interest
   * that runs on it from there. `null` where none is reckoned; then what is left follows from the schedule.
   */
  readonly owed: { readonly totalCents: number; readonly interest: PlanInterest | null } | null;
};

export type NextVersion = {
  /** Every instalment by itself but after `amend`; `scheduleOf(terms)` gives `schedule` again. */
  readonly terms: PlanTerms;
  /** Numbered from 1 anew. */
  readonly schedule: readonly ScheduledInstalment[];
  /** What is left, interest to come left out. */
  readonly totalCents: number;
};

/** What is still open of an instalment. */
type Open = {
  readonly number: number;
  readonly dueOn: Day;
  readonly cents: number;
  readonly missed: boolean;
};

/** A sum on a day of the next version. */
type Part = { readonly dueOn: Day; readonly cents: number };

/**
 * The next version of a plan. Errors: `plan.nothing_owed` when nothing is left, those of the function of each change below, and
 * those of `scheduleOf`.
 */
export function changePlan(plan: RunningPlan, change: PlanChange): Result<NextVersion> {
  const open = openOf(plan);
  const leftCents = leftOf(plan);
  if (open.length === 0 || leftCents < 1) return fail('plan.nothing_owed');
  switch (change.change) {
    case 'amend':
      return amend(change.terms, leftCents);
    case 'skip':
      return skip(plan, open, change.number);
    case 'catch_up':
      return catchUp(plan, open, change.how, change.over ?? null);
    case 'redate':
      return redate(plan, open, change.nextOn);
    case 'pause':
      return pause(plan, open, change.until);
  }
}

/** What a plan has still to pay off: by the ledger where it bears interest, else its sums less what came in. */
export function leftOf({ schedule, receivedCents, owed, terms }: RunningPlan): number {
  if (terms.interest && owed) return owed.totalCents;
  return sumOf(schedule) - Math.max(0, receivedCents);
}

function openOf({ schedule, receivedCents, asOf, graceDays }: RunningPlan): readonly Open[] {
  return matchInstalments(schedule, receivedCents, asOf, graceDays).flatMap(
    ({ number, dueOn, amountCents, paidCents, behind }) =>
      paidCents < amountCents ? [{ number, dueOn, cents: amountCents - paidCents, missed: behind }] : [],
  );
}

/** New terms for all that is left, to the cent. Errors: `plan.not_adding_up` (`totalCents`: what is left, `sumCents`: theirs). */
function amend(terms: PlanTerms, leftCents: number): Result<NextVersion> {
  if (terms.totalCents !== leftCents) {
    return fail('plan.not_adding_up', { totalCents: leftCents, sumCents: terms.totalCents });
  }
  const schedule = scheduleOf(terms);
  return schedule.ok ? ok({ terms, schedule: schedule.value, totalCents: terms.totalCents }) : schedule;
}

/** What is open of one instalment follows after the last one. Errors: `plan.nothing_to_skip` (`number`). */
function skip(plan: RunningPlan, open: readonly Open[], number: number): Result<NextVersion> {
  const skipped = open.find((part) => part.number === number);
  if (!skipped) return fail('plan.nothing_to_skip', { number });
  const rest = open.filter((part) => part !== skipped);
  return nextOf(plan, [...rest, ...after(plan, rest.at(-1)?.dueOn ?? skipped.dueOn, [skipped.cents])]);
}

/**
 * What was missed goes elsewhere:
 * - `with_next`: all of it onto the next instalment that is not missed;
 * - `spread`: evenly over the next `over` of them (all that come, without a number), odd cents on the first ones;
 * - `at_end`: each missed sum after the last one, in the rhythm.
 *
 * Where fewer instalments come than it is to go onto, further ones follow in the rhythm, after the last and not before `asOf`.
 * Errors: `plan.nothing_missed`.
 */
function catchUp(
  plan: RunningPlan,
  open: readonly Open[],
  how: 'with_next' | 'spread' | 'at_end',
  over: number | null,
): Result<NextVersion> {
  const missed = open.filter((part) => part.missed);
  const coming = open.filter((part) => !part.missed);
  if (missed.length === 0) return fail('plan.nothing_missed');
  const last = coming.at(-1)?.dueOn ?? addDays(plan.asOf, -1);
  if (how === 'at_end') {
    const sums = missed.map((part) => part.cents);
    return nextOf(plan, [...coming, ...after(plan, last, sums)]);
  }
  const missedCents = missed.reduce((sum, part) => sum + part.cents, 0);
  const places = how === 'with_next' ? 1 : Math.min(over ?? Math.max(1, coming.length), missedCents);
  const least = Math.floor(missedCents / places);
  const odd = missedCents - least * places;
  const shares = Array.from({ length: places }, (_, index) => (index < odd ? least + 1 : least));
  const raised = coming.map((part, index) => ({ ...part, cents: part.cents + (shares[index] ?? 0) }));
  return nextOf(plan, [...raised, ...after(plan, last, shares.slice(coming.length))]);
}

/**
 * The first instalment with anything open, missed or not, moves to `nextOn`, the rest follow from it. In a rhythm they follow in
 * that rhythm from there (from the 1st to the 15th: all on the 15th, gaps kept); days that stand in none keep their distance in days.
 * Errors: `plan.before_today` (`today`), also where the day rolls back before today.
 */
function redate(plan: RunningPlan, open: readonly Open[], nextOn: Day): Result<NextVersion> {
  const due = rollDay(nextOn, plan.terms.roll ?? 'none');
  if (nextOn < plan.asOf || due < plan.asOf) return fail('plan.before_today', { today: plan.asOf });
  const places = placesOf(plan, open);
  if (!places) return shiftTo(plan, open, nextOn);
  const rhythm = rhythmFrom(plan.terms, nextOn, unrolledDay(plan.terms, places[0] ?? 0));
  const parts = open.map(({ cents }, index) => ({
    dueOn: unrolledDay(rhythm, (places[index] ?? 0) - (places[0] ?? 0)),
    cents,
  }));
  return nextOf({ ...plan, terms: { ...plan.terms, ...rhythm } }, parts);
}

/**
 * Nothing is due before `until`: the first instalment with anything open, missed or not, moves to the first day of the rhythm on or
 * after it (to `until` itself where days stand in no rhythm), and the rest follow with the gaps they had. A plan that has nothing due
 * before it stays as it is. Errors: `plan.before_today` (`today`).
 */
function pause(plan: RunningPlan, open: readonly Open[], until: Day): Result<NextVersion> {
  if (until < plan.asOf) return fail('plan.before_today', { today: plan.asOf });
  const firstOn = open[0]?.dueOn ?? until;
  if (firstOn >= until) return nextOf(plan, open);
  const places = placesOf(plan, open);
  // Rolled back it would be due too early.
  if (!places) return shiftTo(plan, open, rollDay(until, nextOrNone(plan.terms.roll ?? 'none')));
  const shift = indexAfter(plan.terms, until, true) - (places[0] ?? 0);
  return nextOf(
    plan,
    open.map(({ cents }, index) => ({ dueOn: unrolledDay(plan.terms, (places[index] ?? 0) + shift), cents })),
  );
}

function nextOrNone(rule: RollRule): RollRule {
  return rule === 'none' ? 'none' : 'next_business_day';
}

/** Moves every day by the same number of days, so that the first falls on `firstOn`. */
function shiftTo(plan: RunningPlan, open: readonly Open[], firstOn: Day): Result<NextVersion> {
  const shift = daysBetween(open[0]?.dueOn ?? firstOn, firstOn);
  return nextOf(
    plan,
    open.map(({ dueOn, cents }) => ({ dueOn: addDays(dueOn, shift), cents })),
  );
}

/** Which place in the rhythm each open instalment has; `null` where one stands in none (a down payment, a named day). */
function placesOf({ terms }: RunningPlan, open: readonly Open[]): readonly number[] | null {
  const rule = terms.roll ?? 'none';
  const places: number[] = [];
  for (const { dueOn } of open) {
    const place = indexAfter(terms, dueOn, true);
    if (rollDay(unrolledDay(terms, place), rule) !== dueOn) return null;
    places.push(place);
  }
  return places;
}

/** A rhythm begun anew on a day: the other day of a semi-monthly one stays, a last day that is none becomes a day of the month. */
function rhythmFrom(terms: PlanTerms, firstOn: Day, movedFrom: Day): Rhythm {
  const { frequency, roll = 'none' } = terms;
  const day = Number(firstOn.slice(8, 10));
  if (frequency === 'end_of_month') {
    const last = daysInMonth(Number(firstOn.slice(0, 4)), Number(firstOn.slice(5, 7)));
    return { frequency: day === last ? frequency : 'monthly', firstOn, secondDay: null, roll };
  }
  if (frequency !== 'semi_monthly') return { frequency, firstOn, secondDay: terms.secondDay ?? null, roll };
  // Of the two days the one that was not moved stays, unless the new one falls on it.
  const first = Number(terms.firstOn.slice(8, 10));
  const second = terms.secondDay ?? (first <= 15 ? first + 15 : first - 15);
  const moved = Number(movedFrom.slice(8, 10));
  const stays = Math.abs(moved - first) <= Math.abs(moved - second) ? second : first;
  return { frequency, firstOn, secondDay: Math.min(stays, 28) === Math.min(day, 28) ? null : stays, roll };
}

/** Sums on the days of the rhythm after a day, and not before `asOf`. */
function after(plan: RunningPlan, day: Day, sums: readonly number[]): readonly Part[] {
  const past = day < plan.asOf ? addDays(plan.asOf, -1) : day;
  const start = indexAfter(plan.terms, past);
  return sums.map((cents, index) => ({ dueOn: unrolledDay(plan.terms, start + index), cents }));
}

/** The version that pays these parts, in order of day. */
function nextOf(plan: RunningPlan, parts: readonly Part[]): Result<NextVersion> {
  const { terms, owed } = plan;
  const roll = terms.roll ?? 'none';
  const inOrder = [...parts].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const days = rollDays(
    inOrder.map(({ dueOn }) => dueOn),
    roll,
  );
  const uneven = inOrder.map(({ cents }, index) => ({ dueOn: days[index] ?? '', amountCents: cents }));
  const interest = terms.interest ? (owed?.interest ?? null) : null;
  const totalCents = leftOf(plan);
  const next = (instalments: NonNullable<PlanTerms['uneven']>): PlanTerms => ({
    totalCents,
    count: instalments.length,
    frequency: terms.frequency,
    firstOn: terms.firstOn,
    secondDay: terms.secondDay ?? null,
    uneven: instalments,
    roll,
    interest,
  });
  const made = terms.interest ? fitToOwed(plan, uneven, next) : ok(next(uneven));
  if (!made.ok) return made;
  const schedule = scheduleOf(made.value);
  return schedule.ok ? ok({ terms: made.value, schedule: schedule.value, totalCents }) : schedule;
}

/**
 * Instalments of a plan with interest, against what is owed by now: those beyond it fall away, and where the last would be larger than
 * the largest, further ones of that sum follow. Errors: `plan.never_pays_off` without a least sum, when that never ends.
 */
function fitToOwed(
  plan: RunningPlan,
  uneven: NonNullable<PlanTerms['uneven']>,
  next: (instalments: NonNullable<PlanTerms['uneven']>) => PlanTerms,
): Result<PlanTerms> {
  const largest = Math.max(...uneven.map(({ amountCents }) => amountCents));
  if (!next(uneven).interest) return ok(next(cutToSum(plan, uneven, largest)));
  // What is owed may have fallen below the sums that were planned.
  const fallen = leastWhere(
    uneven.length - 1,
    (fewer) => scheduleOf(next(uneven.slice(0, uneven.length - fewer))).ok,
  );
  const kept = uneven.slice(0, uneven.length - fallen);
  const lastOn = kept.at(-1)?.dueOn ?? plan.asOf;
  const most = Math.max(0, mostInstalments - kept.length);
  const followed = after(plan, lastOn, Array<number>(most).fill(largest));
  const longer = (further: number): PlanTerms => {
    if (further === 0) return next(kept);
    return next([
      ...kept.slice(0, -1),
      { dueOn: lastOn, amountCents: largest },
      ...followed.slice(0, further).map(({ dueOn, cents }) => ({ dueOn, amountCents: cents })),
    ]);
  };
  const isSmall = (schedule: readonly ScheduledInstalment[]) =>
    (schedule.at(-1)?.amountCents ?? 0) <= largest;
  const further = leastWhere(most, (some) => {
    const schedule = scheduleOf(longer(some));
    // One that fails asks for more than is owed: fewer do.
    return !schedule.ok || isSmall(schedule.value);
  });
  const terms = longer(further);
  const schedule = scheduleOf(terms);
  if (!schedule.ok) return schedule;
  return isSmall(schedule.value) ? ok(terms) : fail('plan.never_pays_off');
}

/** The least number up to `most` from which on something holds, found by halving; `most` where it holds nowhere. */
function leastWhere(most: number, holds: (at: number) => boolean): number {
  let least = 0;
  let beyond = most;
  while (least < beyond) {
    const middle = Math.floor((least + beyond) / 2);
    if (holds(middle)) beyond = middle;
    else least = middle + 1;
  }
  return least;
}

/** The same where interest has stopped: the sums in order until what is left is paid, and further ones for what is missing. */
function cutToSum(
  plan: RunningPlan,
  uneven: NonNullable<PlanTerms['uneven']>,
  largest: number,
): NonNullable<PlanTerms['uneven']> {
  let left = leftOf(plan);
  const cut: { dueOn: Day; amountCents: number }[] = [];
  for (const { dueOn, amountCents } of uneven) {
    if (left === 0) break;
    cut.push({ dueOn, amountCents: Math.min(left, amountCents) });
    left -= Math.min(left, amountCents);
  }
  const further = Array.from({ length: Math.ceil(left / largest) }, (_, index) =>
    Math.min(largest, left - index * largest),
  );
  const followed = after(plan, cut.at(-1)?.dueOn ?? plan.asOf, further);
  return [...cut, ...followed.map(({ dueOn, cents }) => ({ dueOn, amountCents: cents }))];
}
