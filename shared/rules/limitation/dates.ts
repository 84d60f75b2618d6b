/**
 * The last day to sue, as a span: the earliest day it can be and the latest (compliance facts, section 17; 12 CFR 1006.26).
 *
 * The earliest takes the shortest period of every state and category that comes into question, without tolling, and begins it anew
 * only where the state’s law surely does so. The latest takes the longest, with everything that may have begun it anew or stopped
 * it. After the latest the debt is barred; up to the earliest it is not; between them, and where something decisive is not
 * known, nobody can say, and the debt is treated as barred wherever that matters. A last day on a weekend or holiday is commonly
 * put off by courts; nothing here relies on it.
 */
import { addDays, type Day, daysBetween } from '../../domain/days.ts';
import type { StateLaw, StateLaws } from '../states/state-laws.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { LimitationInput, Restart } from './facts.ts';
import { yearsAfter } from './years.ts';

export const limitationStates = ['not_barred', 'uncertain', 'barred'] as const;
export type LimitationState = (typeof limitationStates)[number];

/** What a restart does under one candidate. */
export type RestartEffect = 'counted' | 'possible' | 'none';

export type CandidateDates = {
  readonly candidate: Candidate;
  readonly startOn: Day | null;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly restarts: readonly { readonly restart: Restart; readonly effect: RestartEffect }[];
};

export type LimitationDates = {
  readonly state: LimitationState;
  readonly of: 'contract' | 'judgment';
  /** The last day to sue to rely on. */
  readonly earliestLastDay: Day | null;
  /** `null` where tolling or something else that may have lengthened it is not known. */
  readonly latestLastDay: Day | null;
  /** The longest period before any tolling. */
  readonly untolledLastDay: Day | null;
  /** A period that may decide it is not verified. */
  readonly unverified: boolean;
};

/** Whether the last day may have passed: then nobody sues, and notices are due. Unverified periods alone do not say so. */
export function mayBeBarred(dates: LimitationDates, today: Day): boolean {
  return dates.earliestLastDay === null || today > dates.earliestLastDay;
}

function effectOf(restart: Restart, law: StateLaw, lastDay: Day, debtBuyer: boolean | null): RestartEffect {
  const { expiry } = law;
  const isPayment = restart.kind === 'payment';
  const afterEnd = restart.on > lastDay;
  if (expiry === null || expiry.source.confidence === 'unverified') return 'possible';
  // A law for debt buyers says nothing of others; while it is not known who owns the debt, both are possible.
  if (expiry.debtBuyersOnly && debtBuyer !== true) return 'possible';
  if (afterEnd && (expiry.revives === false || expiry.extinguishes)) return 'none';
  if (isPayment && afterEnd && expiry.revives === true) return 'counted';
  if (isPayment && !afterEnd && (expiry.paymentRestarts === true || expiry.revives === true))
    return 'counted';
  if (isPayment && !afterEnd && expiry.paymentRestarts === false) return 'none';
  return 'possible';
}

function startsOf(candidate: Candidate, input: LimitationInput): readonly [Day | null, Day | null] {
  const { defaultedFrom, defaultedUntil } = input;
  let own: Day | null = null;
  switch (candidate.runsFrom) {
    case 'default':
      return [defaultedFrom, defaultedUntil];
    case 'last_item':
      // A note payable on demand that nothing was ever paid on runs from the day it was made.
      own = input.lastItemOn ?? (input.form === 'demand_note' ? input.openedOn : null);
      break;
    case 'last_item_30':
      own = input.lastItemOn === null ? null : addDays(input.lastItemOn, 30);
      break;
    case 'service_or_payment':
      own =
        input.lastPaymentOn !== null && input.lastPaymentOn > input.serviceOn
          ? input.lastPaymentOn
          : input.serviceOn;
      break;
    case 'placement':
      own = input.placedOn;
      break;
  }
  // The table’s own period from the default stands beside it; the earlier of both is safe.
  return own === null ? [defaultedFrom, null] : [own, own];
}

function isOutOfTime(candidate: Candidate, input: LimitationInput): boolean {
  if (candidate.openedBefore !== null && input.openedOn >= candidate.openedBefore) return true;
  const { defaultedFrom, defaultedUntil } = input;
  // While the default is only assumed to lie in a span, both laws are possible.
  if (candidate.defaultBefore !== null && defaultedFrom !== null && defaultedFrom >= candidate.defaultBefore)
    return true;
  return candidate.defaultFrom !== null && defaultedUntil !== null && defaultedUntil < candidate.defaultFrom;
}

function capped(day: Day, cap: Day | null): Day {
  return cap !== null && day > cap ? cap : day;
}

function datesOf(
  candidate: Candidate,
  law: StateLaw,
  input: LimitationInput,
  trace: CandidateDates[] | null,
): readonly [Day | null, Day | null] {
  const [from, until] = startsOf(candidate, input);
  const { years, cap } = candidate;
  let earliest = from === null ? null : capped(yearsAfter(from, years, 'short'), cap);
  let latest = until === null ? null : capped(yearsAfter(until, years, 'long'), cap);
  const effects: { restart: Restart; effect: RestartEffect }[] = [];
  for (const restart of input.restarts) {
    // What happened before the default began nothing anew.
    if (from !== null && restart.on <= from) continue;
    const early = earliest === null ? 'possible' : effectOf(restart, law, earliest, input.debtBuyer);
    const late = latest === null ? 'possible' : effectOf(restart, law, latest, input.debtBuyer);
    // The earliest moves only where the default lies before the restart for certain.
    if (early === 'counted' && earliest !== null && until !== null && restart.on > until) {
      const anew = yearsAfter(restart.on, years, 'short');
      if (anew > earliest) earliest = anew;
    }
    if (late !== 'none' && latest !== null) {
      const anew = yearsAfter(restart.on, years, 'long');
      if (anew > latest) latest = anew;
    }
    if (trace !== null) effects.push({ restart, effect: early === 'counted' ? early : late });
  }
  if (trace !== null) trace.push({ candidate, startOn: from, earliest, latest, restarts: effects });
  return [earliest, latest];
}

/** The longest period lengthened by what is on file; `null` where nobody can say by how much. */
function tolled(latest: Day, input: LimitationInput): Day | null {
  if (input.tolling !== 'none') return null;
  let day = latest;
  for (const { from, to } of input.serviceTimes) {
    if (from > day) continue;
    if (to === null || to > input.today) return null;
    const start = input.defaultedFrom !== null && input.defaultedFrom > from ? input.defaultedFrom : from;
    // 50 U.S.C. 3936: the time of service is not counted, its first and last day included.
    if (to >= start) day = addDays(day, daysBetween(start, to) + 1);
  }
  for (const { on, endedOn } of input.bankruptcies) {
    if (on > day) continue;
    if (endedOn === null || endedOn > input.today) return null;
    // 11 U.S.C. 108(c): at least 30 days after notice that the stay ended.
    const after = addDays(endedOn, 30);
    if (after > day) day = after;
  }
  return day;
}

export function limitationDatesOf(
  input: LimitationInput,
  laws: StateLaws,
  trace: CandidateDates[] | null = null,
): LimitationDates {
  const judged = input.judgedOn !== null || input.form === 'judgment';
  const asked = judged ? judgmentCase(input) : input;
  let earliestLastDay: Day | null = null;
  let longest: Day | null = null;
  let latestKnown = true;
  let unverified = false;
  let missing = input.states.length === 0;
  for (const state of input.states) {
    const law = laws[state] as StateLaw | undefined;
    const { all, plain } = candidatesOf(laws, state, asked);
    let found = false;
    if (plain !== null && trace === null && asked.restarts.length === 0) {
      // The same as below, without looking at each: most debts of a book are so.
      const { defaultedFrom: from, defaultedUntil: until } = asked;
      found = true;
      unverified ||= plain.unverified;
      const early = from === null ? null : yearsAfter(from, plain.shortest, 'short');
      if (early !== null && (earliestLastDay === null || early < earliestLastDay)) earliestLastDay = early;
      const late = until === null ? null : yearsAfter(until, plain.longest, 'long');
      if (late === null) latestKnown = false;
      else if (longest === null || late > longest) longest = late;
    } else if (law !== undefined) {
      for (const candidate of all) {
        if (isOutOfTime(candidate, asked)) continue;
        const [early, late] = datesOf(candidate, law, asked, trace);
        if (candidate.side === 'both') {
          found = true;
          if (candidate.source.confidence === 'unverified') unverified = true;
          if (early !== null && (earliestLastDay === null || early < earliestLastDay))
            earliestLastDay = early;
        }
        if (late === null) latestKnown &&= candidate.runsFrom !== 'default';
        else if (longest === null || late > longest) longest = late;
      }
    }
    if (!found) missing = true;
  }
  if (missing) earliestLastDay = null;
  // A default that is only assumed may lie later than every sign of it.
  if (!input.defaultStated && input.defaultFrom === 'opened' && !judged) latestKnown = false;
  const untolledLastDay = missing || !latestKnown ? null : longest;
  const latestLastDay = untolledLastDay === null ? null : tolled(untolledLastDay, input);
  if (input.byCounsel) unverified = false;
  const { today } = input;
  let state: LimitationState = 'uncertain';
  if (!unverified) {
    if (latestLastDay !== null && today > latestLastDay) state = 'barred';
    else if (earliestLastDay !== null && today <= earliestLastDay) state = 'not_barred';
  }
  return {
    state,
    of: judged ? 'judgment' : 'contract',
    earliestLastDay,
    latestLastDay,
    untolledLastDay,
    unverified,
  };
}

/** A judgment takes the place of the claim: its own period runs from the day it was entered. */
function judgmentCase(input: LimitationInput): LimitationInput {
  const on = input.judgedOn ?? input.defaultedFrom;
  return {
    ...input,
    form: 'judgment',
    defaultedFrom: on,
    defaultedUntil: on,
    defaultStated: input.judgedOn !== null,
  };
}
