/**
 * Where interest stands after the last thing that happened on an account, as one text, so that the figure of any later day
 * follows without the account's entries. Most accounts bear simple interest on one sum; theirs is short and read fast, because a
 * report reads a hundred thousand of them.
 */
import {
  type Accrual,
  advance,
  baseOf,
  beginAccrual,
  nextCompounding,
  runningSegment,
  type Terms,
} from './accrual.ts';
import { type Day, toEpochDay } from './days.ts';
import { type DayCount, dayCounts, interestOfParts, roundHalfUp, yearPartsOf } from './interest.ts';
import { totalOf } from './ledger.ts';
import { assertInRange } from './money.ts';
import { formatRate, rateMicros } from './rate.ts';
import { type LedgerFacts, replay } from './replay.ts';

export type AccrualState = {
  /** Every day from here on can be figured. */
  readonly fromOn: Day;
  readonly state: string;
};

/** Nothing bears interest on the account, now or later, as long as nothing happens. */
const bearsNothing = 'none';

/** The state after the last entry, judgment or posting by hand; `null` for an account on which nothing happened. */
export function accrualStateOf(facts: LedgerFacts): AccrualState | null {
  let fromOn: Day | null = null;
  const look = (day: Day) => {
    if (fromOn === null || day > fromOn) fromOn = day;
  };
  for (const entry of facts.entries) look(entry.effectiveOn);
  for (const judgment of facts.judgments) look(judgment.judgedOn);
  for (const day of facts.postingDays) look(day);
  if (fromOn === null) return null;
  if (facts.terms.length === 0 && facts.judgments.length === 0) return { fromOn, state: bearsNothing };
  const { parts, unplaced, accrual } = replay(facts, { through: fromOn });
  const waitingCents = facts.entries.reduce(
    (sum, { entryId, direction }) =>
      direction?.component === 'interest' && direction.charges.length === 0
        ? sum + (unplaced.get(entryId) ?? 0)
        : sum,
    0,
  );
  return { fromOn, state: writeState(accrual, totalOf(parts), waitingCents) };
}

function writeState(accrual: Accrual, totalCents: number, waitingCents: number): string {
  const { current, next, ahead } = accrual;
  // A segment that runs on is kept by its first day, so that the days of 30/360 are counted from there.
  const running = runningSegment(accrual);
  const at = running ? toEpochDay(running.fromOn) : accrual.at;
  const unrounded = accrual.unrounded - (running?.unrounded ?? 0n);
  const simple = current === null || current.method !== 'compound';
  const bearing = current !== null && current.method !== 'none';
  if (next.length === 0 && ahead.length === 0 && accrual.capLeft === null && simple) {
    if (!bearing || accrual.principalCents <= 0) return `fixed|${totalCents}|${unrounded}`;
    const day = dayCounts.indexOf(current.dayCount);
    return `simple|${totalCents}|${unrounded}|${at}|${accrual.principalCents}|${rateMicros(current.rate)}|${day}`;
  }
  const full: FullState = {
    totalCents,
    at,
    unrounded: unrounded.toString(),
    principalCents: accrual.principalCents,
    compoundedCents: accrual.compoundedCents,
    joiningCents: accrual.joiningCents,
    current: current && writeTerms(current),
    next: next.map(writeTerms),
    compoundings: accrual.compoundings,
    capLeft: accrual.capLeft?.toString() ?? null,
    underCurrent: (accrual.underCurrent - (running?.unrounded ?? 0n)).toString(),
    ahead: ahead.map(({ on, open }) => [on, open.principalCents]),
    waitingCents,
  };
  return `full|${JSON.stringify(full)}`;
}

type FullState = {
  readonly totalCents: number;
  readonly at: number;
  readonly unrounded: string;
  readonly principalCents: number;
  readonly compoundedCents: number;
  readonly joiningCents: number;
  readonly current: Terms | null;
  readonly next: readonly Terms[];
  readonly compoundings: number;
  readonly capLeft: string | null;
  readonly underCurrent: string;
  readonly ahead: readonly (readonly [number, number])[];
  /** Credit that waits for interest only: it meets what is posted on compounding days before that joins the base. */
  readonly waitingCents: number;
};

/** What the terms rest on is no part of the arithmetic. */
function writeTerms(terms: Terms): Terms {
  return { ...terms, rate: formatRate(rateMicros(terms.rate)), basis: '' };
}

/**
 * Owed at the end of a day, posted and accrued, in cents. `asOf` must not be before the state's `fromOn`; `postedCents` is the
 * account's balance, which is the figure where nothing bears interest. Throws `MoneyOutOfRange` like the replay.
 */
export function figureAt(state: string, asOf: Day, postedCents: number): number {
  return figureOn(state, toEpochDay(asOf), postedCents);
}

/** The same from a count of days since 1970-01-01. */
export function figureOn(state: string, asOf: number, postedCents: number): number {
  if (state === bearsNothing) return postedCents;
  if (state.startsWith('full|')) return fullFigure(JSON.parse(state.slice(5)) as FullState, asOf);
  const [kind, total = '0', unrounded = '0', at = '0', base = '0', micros = '0', dayCount = '0'] =
    state.split('|');
  if (kind === 'fixed') return Number(total) + roundHalfUp(BigInt(unrounded));
  const parts = yearPartsOf(dayCountAt(Number(dayCount)), Number(at), asOf);
  return (
    Number(total) + roundHalfUp(BigInt(unrounded) + interestOfParts(Number(base), Number(micros), parts))
  );
}

function dayCountAt(index: number): DayCount {
  const dayCount = dayCounts[index];
  if (!dayCount) throw new RangeError('no such day count');
  return dayCount;
}

function fullFigure(full: FullState, asOf: number): number {
  const accrual: Accrual = {
    ...beginAccrual(full.at, []),
    unrounded: BigInt(full.unrounded),
    principalCents: full.principalCents,
    compoundedCents: full.compoundedCents,
    joiningCents: full.joiningCents,
    current: full.current,
    next: [...full.next],
    compoundings: full.compoundings,
    capLeft: full.capLeft === null ? null : BigInt(full.capLeft),
    underCurrent: BigInt(full.underCurrent),
    ahead: full.ahead.map(([on, principalCents]) => ({ on, open: { principalCents } })),
  };
  let postedCents = 0;
  let { waitingCents } = full;
  const advanceTo = (to: number) =>
    advance(accrual, to, {
      postThrough: asOf,
      onPosting: ({ cents }) => {
        postedCents += cents;
        const met = Math.min(waitingCents, cents);
        waitingCents -= met;
        accrual.joiningCents -= met;
      },
    });
  const settledOn = Math.max(full.at, ...full.ahead.map(([on]) => on), ...full.next.map(startOf));
  if (settledOn < asOf && waitingCents === 0) {
    advanceTo(settledOn);
    const compoundOn = nextCompounding(accrual);
    if (compoundOn <= asOf) {
      advanceTo(compoundOn);
      postedCents += compound(accrual, asOf);
    }
  }
  advanceTo(asOf);
  const cents = full.totalCents + postedCents + roundHalfUp(accrual.unrounded);
  assertInRange(cents);
  return cents;
}

function startOf({ fromOn }: Terms): number {
  return toEpochDay(fromOn);
}

/**
 * Takes an account from a compounding day through the compounding days up to another day, and returns what they post: years of
 * months in plain numbers, where nothing else happens and the products stay exact. It stops, with the accrual as `advance`
 * would have it, where they do not.
 */
function compound(accrual: Accrual, asOf: number): number {
  const { current } = accrual;
  if (
    current === null ||
    accrual.capLeft !== null ||
    accrual.unrounded !== 0n ||
    accrual.joiningCents !== 0
  ) {
    return 0;
  }
  // Days of this count are no whole part of a year.
  if (current.dayCount === 'actual_actual') return 0;
  const micros = rateMicros(current.rate);
  const aDay = yearPartsOf(current.dayCount, 0, 1);
  const perCent = 100_000_000 * (current.dayCount === 'actual_365' ? 365 : 360);
  let postedCents = 0;
  for (let on = nextCompounding(accrual); on <= asOf; on = nextCompounding(accrual)) {
    const days = yearPartsOf(current.dayCount, accrual.at, on) / aDay;
    const twice = 2 * baseOf(accrual) * micros * days + perCent;
    const cents = Math.floor(twice / (2 * perCent));
    if (twice > Number.MAX_SAFE_INTEGER || cents <= 0) break;
    accrual.at = on;
    accrual.compoundings += 1;
    accrual.compoundedCents += cents;
    postedCents += cents;
  }
  return postedCents;
}
