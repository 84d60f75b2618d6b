/**
 * Whether a debt may still be sued on, with everything it was worked out from in words: the periods and days used, what may have
 * begun them anew, what is not known, and what a payment or a promise made today may do. The dates come from `dates.ts`.
 */
import { type Day, spellDay, weekdayOf } from '../../domain/days.ts';
import { isFederalHoliday } from '../../domain/holidays.ts';
import {
  type Confidence,
  confidences,
  type DebtFactName,
  type PersonFactName,
  type Source,
  type StateCode,
} from '../../domain/law.ts';
import type { StateLaw, StateLaws } from '../states/state-laws.ts';
import {
  type CandidateDates,
  type LimitationDates,
  limitationDatesOf,
  mayBeBarred,
  type RestartEffect,
} from './dates.ts';
import type { LimitationInput, Restart } from './facts.ts';

export type LimitationStep = {
  readonly text: string;
  readonly on: Day | null;
  readonly source: Source | null;
};

/** A fact that would make the answer surer, and what to ask. */
export type LimitationQuestion = {
  readonly fact:
    | { readonly kind: 'debt_fact'; readonly name: DebtFactName }
    | { readonly kind: 'person_fact'; readonly name: PersonFactName };
  readonly text: string;
};

export type StateEffect = {
  readonly state: StateCode;
  readonly text: string;
  readonly source: Source | null;
};

export type RestartConsidered = {
  readonly on: Day;
  readonly kind: Restart['kind'];
  readonly effect: RestartEffect;
  readonly text: string;
};

export type LimitationStatus = LimitationDates & {
  /** One plain sentence. */
  readonly text: string;
  readonly states: readonly StateCode[];
  readonly steps: readonly LimitationStep[];
  readonly restarts: readonly RestartConsidered[];
  readonly questions: readonly LimitationQuestion[];
  /** Whether the debt itself ended with the period: in every state that comes into question, or in one of them. */
  readonly extinguished: 'no' | 'perhaps' | 'yes';
  readonly extinguishing: readonly StateEffect[];
  /** What a payment, a promise or an acknowledgment made today may do to the period. */
  readonly paymentToday: readonly StateEffect[];
  readonly confidence: Confidence;
};

const startWords: Readonly<Record<LimitationInput['defaultFrom'], string>> = {
  stated: 'the day of default stated on the account',
  due_day: 'the oldest unpaid due day, taken for the day of default because none is stated',
  delinquency: 'the date of first delinquency, taken for the day of default because none is stated',
  charge_off:
    '180 days before the charge-off, taken for the day of default because none is stated; the default may be later',
  opened:
    'the day the account was opened, because neither a default nor a due day is on file; the default came later',
};

const restartWords: Readonly<Record<Restart['kind'], string>> = {
  payment: 'Payment',
  signed_writing: 'Signed acknowledgment',
  oral: 'Acknowledgment by word of mouth',
  promise: 'Promise to pay',
};

const effectWords: Readonly<Record<RestartEffect, string>> = {
  counted: 'begins the period anew',
  possible: 'may begin the period anew; for the safe last day it is not counted',
  none: 'does not begin the period anew',
};

const effectRank: readonly RestartEffect[] = ['none', 'counted', 'possible'];

function lawOf(laws: StateLaws, state: StateCode): StateLaw | null {
  return (laws[state] as StateLaw | undefined) ?? null;
}

function nameOf(laws: StateLaws, state: StateCode): string {
  return lawOf(laws, state)?.name ?? state;
}

function stepOf(step: CandidateDates, input: LimitationInput, laws: StateLaws): LimitationStep {
  const { candidate, startOn, earliest, latest } = step;
  const { years, words, source, state } = candidate;
  const period = `${nameOf(laws, state)}, ${words.charAt(0).toLowerCase()}${words.slice(1)}: ${years} years`;
  if (startOn === null || (earliest === null && latest === null))
    return { text: `${period}. The day it runs from is not on file.`, on: null, source };
  const from =
    candidate.runsFrom === 'default'
      ? input.judgedOn === null
        ? startWords[input.defaultFrom]
        : 'the day of the judgment'
      : 'the day that law names';
  const possible =
    candidate.side === 'latest' ? ' It is possible only, and does not move the safe last day.' : '';
  const last = candidate.side === 'latest' ? latest : earliest;
  return {
    text: `${period} from ${spellDay(startOn)} (${from})${last === null ? '' : `, the last day ${spellDay(last)}`}.${possible}`,
    on: last,
    source,
  };
}

function questionsOf(input: LimitationInput, laws: StateLaws): readonly LimitationQuestion[] {
  const asked: LimitationQuestion[] = [];
  const debt = (name: DebtFactName, text: string) => asked.push({ fact: { kind: 'debt_fact', name }, text });
  if (!input.residenceKnown)
    asked.push({
      fact: { kind: 'person_fact', name: 'residence_state' },
      text: 'Where does the debtor live? The state of residence decides which periods apply.',
    });
  if (input.judgedOn === null) {
    if (!input.defaultStated)
      debt('defaulted_on', 'On which day did the first payment that was never made fall due?');
    if (input.form === null)
      debt('form', 'What does the debt rest on: a signed contract, an open account, a note, spoken words?');
    if (input.type === 'medical' && input.service === null)
      debt('medical_service', 'Was the care given by a hospital, a professional, or somebody else?');
  }
  if (!input.byCounsel) debt('contract_state', 'Does the contract name a state whose law applies?');
  if (input.tolling === null)
    debt(
      'tolling_known',
      'Has anything stopped the period: absence from the state, minority, incapacity, military service, bankruptcy, an emergency order?',
    );
  const needsOwner = input.states.some((state) => lawOf(laws, state)?.expiry?.debtBuyersOnly === true);
  if (needsOwner && input.debtBuyer === null)
    debt('debt_buyer', 'Did the present owner buy the debt? Other rules then hold for payments.');
  return asked;
}

function paymentTodayOf(
  input: LimitationInput,
  dates: LimitationDates,
  laws: StateLaws,
): readonly StateEffect[] {
  const late = mayBeBarred(dates, input.today);
  return input.states.map((state) => {
    const name = nameOf(laws, state);
    const expiry = lawOf(laws, state)?.expiry ?? null;
    if (expiry === null)
      return {
        state,
        source: null,
        text: `${name}: what a payment or a promise does to the period is not in the table. It may begin the period anew; ask counsel before taking one on an old debt.`,
      };
    const parts = [`${name}: ${expiry.rule}`];
    if (expiry.debtBuyersOnly && input.debtBuyer !== true)
      parts.push('This holds where a debt buyer owns the debt.');
    if (expiry.extinguishes)
      parts.push(
        late
          ? 'If the period has run, nothing is owed any more: take no payment.'
          : 'Once the period has run, nothing is owed any more.',
      );
    else if (late && expiry.revives === false)
      parts.push('A payment now does not make the debt enforceable again.');
    else if (late && expiry.revives === true)
      parts.push(
        'A payment now may make the debt enforceable again: the debtor must be told before making one.',
      );
    else if (!late && expiry.paymentRestarts === true)
      parts.push('A payment on or before the last day begins the period anew.');
    else if (late)
      parts.push('Whether a payment now revives the debt is not known: treat it as if it might.');
    return { state, source: expiry.source, text: parts.join(' ') };
  });
}

function textOf(dates: LimitationDates, input: LimitationInput): string {
  const { earliestLastDay, latestLastDay } = dates;
  if (dates.of === 'judgment' && earliestLastDay === null)
    return 'A judgment stands in the place of the claim. How long it may be enforced is not in the table; ask counsel.';
  switch (dates.state) {
    case 'not_barred':
      return `The period has not run. The last day to sue to rely on is ${spellDay(earliestLastDay ?? input.today)}.`;
    case 'barred':
      return `The period has run: the last day to sue was ${spellDay(latestLastDay ?? input.today)} at the latest.`;
    case 'uncertain': {
      if (input.states.length === 0)
        return 'Which state’s period applies is not known. Treat the debt as too old to sue on until it is.';
      if (earliestLastDay === null)
        return 'The last day to sue cannot be worked out from what is on file. Treat the debt as too old to sue on.';
      if (!mayBeBarred(dates, input.today))
        return `By a period that is not verified, the last day to sue is ${spellDay(earliestLastDay)}. Have counsel confirm it before relying on it.`;
      if (latestLastDay === null)
        return `The period may have run on ${spellDay(earliestLastDay)}. Whether something stopped it or began it anew is not known; treat the debt as too old to sue on.`;
      return `The period may have run on ${spellDay(earliestLastDay)}, or runs to ${spellDay(latestLastDay)}. Treat the debt as too old to sue on.`;
    }
  }
}

function leastSure(sources: readonly (Source | null)[]): Confidence {
  let worst = 0;
  for (const source of sources) {
    if (source !== null) worst = Math.max(worst, confidences.indexOf(source.confidence));
  }
  return confidences[worst] ?? 'unverified';
}

export function limitationOf(input: LimitationInput, laws: StateLaws): LimitationStatus {
  const trace: CandidateDates[] = [];
  const dates = limitationDatesOf(input, laws, trace);
  const steps: LimitationStep[] = trace.map((step) => stepOf(step, input, laws));
  for (const state of input.states) {
    if (!trace.some(({ candidate }) => candidate.state === state))
      steps.push({
        text: `${nameOf(laws, state)}: no period for this kind of debt is in the table.`,
        on: null,
        source: null,
      });
  }
  if (input.states.length > 1)
    steps.push({
      text: 'More than one state comes into question. A state may borrow the shorter period of another, so the shortest is taken for the safe last day.',
      on: null,
      source: null,
    });
  for (const { from, to } of input.serviceTimes)
    steps.push({
      text: `Military service from ${spellDay(from)}${to === null ? ', still going on,' : ` to ${spellDay(to)}`} is not counted. It is left out of the safe last day all the same.`,
      on: to,
      source: { cite: '50 U.S.C. 3936', readOn: '2026-11-21', confidence: 'known' },
    });
  for (const { on, endedOn } of input.bankruptcies)
    steps.push({
      text: `The bankruptcy of ${spellDay(on)} may lengthen the period to 30 days after notice that the stay ended${endedOn === null ? '' : ` (${spellDay(endedOn)})`}.`,
      on: endedOn,
      source: { cite: '11 U.S.C. 108(c)', readOn: '2026-11-21', confidence: 'known' },
    });
  const { earliestLastDay } = dates;
  if (earliestLastDay !== null && (weekdayOf(earliestLastDay) > 5 || isFederalHoliday(earliestLastDay)))
    steps.push({
      text: `${spellDay(earliestLastDay)} is no court day. Courts commonly take a suit on the next one; do not rely on it.`,
      on: earliestLastDay,
      source: null,
    });
  if (dates.unverified)
    steps.push({
      text: 'A period used here is not verified, so the answer is uncertain until counsel has said which period applies.',
      on: null,
      source: null,
    });

  const restarts = new Map<Restart, RestartEffect>();
  for (const { restarts: seen } of trace) {
    for (const { restart, effect } of seen) {
      const before = restarts.get(restart);
      if (before === undefined || effectRank.indexOf(effect) > effectRank.indexOf(before))
        restarts.set(restart, effect);
    }
  }
  const extinguishing = input.states.flatMap((state) => {
    const expiry = lawOf(laws, state)?.expiry;
    return expiry?.extinguishes
      ? [{ state, source: expiry.source, text: `${nameOf(laws, state)}: ${expiry.rule}` }]
      : [];
  });
  return {
    ...dates,
    text: textOf(dates, input),
    states: input.states,
    steps,
    restarts: [...restarts].map(([{ on, kind }, effect]) => ({
      on,
      kind,
      effect,
      text: `${restartWords[kind]} of ${spellDay(on)}: ${effectWords[effect]}.`,
    })),
    questions: questionsOf(input, laws),
    extinguished: extinguishedBy(dates, input, extinguishing.length),
    extinguishing,
    paymentToday: paymentTodayOf(input, dates, laws),
    confidence: leastSure(trace.map(({ candidate }) => candidate.source)),
  };
}

/** A judgment outlives the period of the claim. */
export function extinguishedBy(
  dates: LimitationDates,
  input: LimitationInput,
  statesThatEndIt: number,
): 'no' | 'perhaps' | 'yes' {
  if (statesThatEndIt === 0 || dates.of === 'judgment' || !mayBeBarred(dates, input.today)) return 'no';
  return dates.state === 'barred' && statesThatEndIt === input.states.length ? 'yes' : 'perhaps';
}
