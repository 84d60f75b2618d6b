/**
 * Instalments on a debt that bears interest, to the cent.
 *
 * The arithmetic is the ledger's, so that paying each instalment on its day leaves what the table says: simple interest by the
 * day on the open base, exact until the due day, there rounded once half up (`interest.ts`) and posted; a posting of 0 cents
 * is none and the exact sum runs on, after a posting the fraction is dropped. A payment then meets, as on an account of the order
 * `costs_fees_interest_principal`: first the part that bears no interest (fees, costs and interest posted before), then the
 * interest posted since, then the base. Interest never bears interest.
 *
 * A level amount is found by search and not by the annuity formula: the formula knows equal periods and no rounding. The
 * least amount is taken with which the last instalment is not larger than the others; it takes what is left, so the last line
 * is zero to the cent.
 */
import { type Day, toEpochDay } from './days.ts';
import {
  type DayCount,
  interestOfParts,
  roundHalfUp,
  type Unrounded,
  unroundedOfCents,
  yearPartsOf,
} from './interest.ts';
import type { PlanInterest, ScheduledInstalment } from './plan-terms.ts';
import { rateMicros } from './rate.ts';

/** What a debt consists of between instalments. */
type Debt = {
  /** Bears no interest and is paid first. */
  free: number;
  /** Posted since, paid next. */
  posted: number;
  base: number;
  /** What was too small to post so far; mostly there is nothing. */
  carried: Carried | null;
};

/** Exact interest that runs on: of stretches with another base before, and the stretch that runs now. */
type Carried = { readonly before: Unrounded; readonly from: number; readonly base: number };

/** From one due day to the next, in days since 1970, with the interest one cent bears in it for the fast way. */
type Period = { readonly from: number; readonly to: number; readonly ratio: number };

const centParts = Number(unroundedOfCents(1));

/** The periods that end on each of the days, which must not fall. Before `fromOn` nothing accrues. */
function periodsOf({ rate, dayCount, fromOn }: PlanInterest, days: readonly Day[]): readonly Period[] {
  const micros = rateMicros(rate);
  let from = toEpochDay(fromOn);
  return days.map((day) => {
    const to = toEpochDay(day);
    if (to <= from) return { from, to: from, ratio: 0 };
    const period = { from, to, ratio: (micros * yearPartsOf(dayCount, from, to)) / centParts };
    from = to;
    return period;
  });
}

/** More than the relative error of a period's fraction and one product in doubles, 2^-53 at each of four roundings. */
const productError = 1e-15;

/**
 * Posts the interest of one period. Mostly the product in doubles says to which cent it rounds; where its error could decide that, or
 * where nothing may be posted, it is reckoned exactly. (Exact throughout, a search over 600 instalments took ten times as long.)
 */
function accrue(debt: Debt, period: Period, { micros, dayCount }: Loan): void {
  if (debt.base <= 0 || period.ratio === 0) return;
  const { base, carried } = debt;
  if (carried === null) {
    const near = base * period.ratio;
    if (near > 0.6) {
      const fraction = near - Math.floor(near);
      if (Math.abs(fraction - 0.5) > near * productError + 1e-12 && near < 1e14) {
        debt.posted += Math.floor(near + 0.5);
        return;
      }
    }
  }
  const exact = (bearing: number, from: number, to: number): Unrounded =>
    interestOfParts(bearing, micros, yearPartsOf(dayCount, from, to));
  // A stretch on which nothing was posted and no base paid is counted as one, as the ledger does: in 30/360 that matters.
  let { before, from } = carried ?? { before: 0n, from: period.from };
  if (carried && carried.base !== base) {
    before += exact(carried.base, from, period.from);
    from = period.from;
  }
  const cents = roundHalfUp(before + exact(base, from, period.to));
  debt.posted += cents;
  debt.carried = cents === 0 ? { before, from, base } : null;
}

function owedOf(debt: Debt): number {
  return debt.free + debt.posted + debt.base;
}

/** Takes a payment of at most what is owed; returns the interest in it. */
function pay(debt: Debt, cents: number): number {
  const free = Math.min(cents, debt.free);
  debt.free -= free;
  const interest = Math.min(cents - free, debt.posted);
  debt.posted -= interest;
  debt.base -= cents - free - interest;
  return interest;
}

/** A debt at the start of its instalments, and the periods between them. Build it once, ask it often. */
export type Loan = {
  readonly freeCents: number;
  readonly baseCents: number;
  readonly periods: readonly Period[];
  readonly micros: number;
  readonly dayCount: DayCount;
  /** Paid before the first instalment, at the end of the first of `periods`; `null` when there is none. */
  readonly downCents: number | null;
};

/** `days` of the instalments, which rise; a down payment's before them. */
export function loanOf(
  totalCents: number,
  interest: PlanInterest,
  days: readonly Day[],
  down: { readonly cents: number; readonly on: Day } | null,
): Loan {
  const baseCents = Math.min(interest.baseCents, totalCents);
  return {
    freeCents: totalCents - baseCents,
    baseCents,
    periods: periodsOf(interest, down ? [down.on, ...days] : days),
    micros: rateMicros(interest.rate),
    dayCount: interest.dayCount,
    downCents: down?.cents ?? null,
  };
}

/** What is paid: `amount` each time, a cent more the first `oneMoreFor` times, `lastRegular` the time before the last. */
type Pattern = {
  readonly amount: number;
  readonly oneMoreFor?: number;
  readonly lastRegular?: number;
};

/** What is owed at instalment `count`, its interest included; 0 when it was paid off before. */
export function dueAt(loan: Loan, count: number, pattern: Pattern): number {
  const { amount, oneMoreFor = 0, lastRegular = amount } = pattern;
  const debt: Debt = { free: loan.freeCents, posted: 0, base: loan.baseCents, carried: null };
  const first = loan.downCents === null ? 0 : 1;
  for (let index = -first; index < count; index += 1) {
    const period = loan.periods[index + first];
    if (!period) throw new RangeError('fewer periods than instalments');
    accrue(debt, period, loan);
    if (index === count - 1) break;
    const asked =
      index < 0
        ? (loan.downCents ?? 0)
        : index === count - 2
          ? lastRegular
          : index < oneMoreFor
            ? amount + 1
            : amount;
    const owed = owedOf(debt);
    if (asked >= owed) return 0;
    pay(debt, asked);
  }
  return owedOf(debt);
}

/** The first instalment at which no more than `limit` is owed when `amount` is paid each time before; `null` when none is. */
export function payoffCount(loan: Loan, amount: number, limit: number): number | null {
  const debt: Debt = { free: loan.freeCents, posted: 0, base: loan.baseCents, carried: null };
  const first = loan.downCents === null ? 0 : 1;
  for (let index = -first; index < loan.periods.length - first; index += 1) {
    const period = loan.periods[index + first];
    if (!period) break;
    accrue(debt, period, loan);
    const owed = owedOf(debt);
    if (index >= 0 && owed <= limit) return index + 1;
    pay(debt, Math.min(owed, index < 0 ? (loan.downCents ?? 0) : amount));
  }
  return null;
}

/** Whether so many instalments of an amount leave less than there was: else they never end. */
export function shrinks(loan: Loan, count: number, amount: number): boolean {
  return dueAt(loan, count, { amount }) < loan.freeCents + loan.baseCents;
}

/** The least whole number from `low` through `high` that passes; tests that pass once pass from there on. `high` is not tested. */
export function leastThat(low: number, high: number, passes: (value: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The least amount with which no more than `limit` (the amount itself without one) is owed at instalment `count`. */
export function leastAmount(loan: Loan, count: number, limit: number | null): number {
  const highest = Math.max(1, dueAt(loan, count, { amount: 0 }));
  return leastThat(1, highest, (amount) => dueAt(loan, count, { amount }) <= (limit ?? amount));
}

/**
 * The table: one line a payment, the last one paying whatever is owed by then. `amounts` are those before the last, the down
 * payment left out; each must be less than what is owed on its day (`null` otherwise).
 */
export function tableOf(
  loan: Loan,
  days: readonly Day[],
  downOn: Day | null,
  amounts: readonly number[],
): readonly ScheduledInstalment[] | null {
  const debt: Debt = { free: loan.freeCents, posted: 0, base: loan.baseCents, carried: null };
  const lines: ScheduledInstalment[] = [];
  const first = loan.downCents === null ? 0 : 1;
  for (let index = -first; index <= amounts.length; index += 1) {
    const period = loan.periods[index + first];
    const dueOn = index < 0 ? downOn : days[index];
    if (!period || !dueOn) throw new RangeError('fewer days than instalments');
    accrue(debt, period, loan);
    const owed = owedOf(debt);
    const isLast = index === amounts.length;
    const amountCents = isLast ? owed : index < 0 ? (loan.downCents ?? 0) : (amounts[index] ?? 0);
    if (amountCents < 1 || (!isLast && amountCents >= owed)) return null;
    const interestCents = pay(debt, amountCents);
    lines.push({ number: index + 1, dueOn, amountCents, interestCents, leftCents: owedOf(debt) });
  }
  return lines;
}
