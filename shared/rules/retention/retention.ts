/**
 * How long what was recorded of a debt must be kept: three years after the last collection activity, call recordings three years after
 * the call (12 CFR 1006.100), and never less than what a litigation hold asks for. Longer is allowed.
 */
import type { Day } from '../../domain/days.ts';
import type { Source } from '../../domain/law.ts';
import { yearsAfter } from '../limitation/years.ts';

export const retentionSource: Source = {
  cite: '12 CFR 1006.100',
  readOn: '2026-11-21',
  confidence: 'text',
};

const keptYears = 3;

export type RetentionFacts = {
  /** The day of the last contact, letter, payment, entry or other act of collection; `null` when there was none. */
  readonly lastActivityOn: Day | null;
  /** The debt is still being collected: not closed, with something owed. */
  readonly open: boolean;
  readonly litigationHold: boolean;
  /** In suit, or under a judgment that is not satisfied. */
  readonly inSuit: boolean;
  /** An office’s own longer period, in years. */
  readonly houseYears?: number;
};

export type Retention = {
  /** The last day it must be kept; `null` while it may not be disposed of at all. */
  readonly keepUntil: Day | null;
  readonly text: string;
};

/** 29 February counts to 1 March: a day longer is on the safe side. */
export function keepUntil(lastActivityOn: Day, houseYears = 0): Day {
  return yearsAfter(lastActivityOn, Math.max(keptYears, houseYears), 'long');
}

export function retentionOf(facts: RetentionFacts): Retention {
  if (facts.litigationHold)
    return {
      keepUntil: null,
      text: 'A litigation hold is in force: nothing may be disposed of until it ends.',
    };
  if (facts.inSuit)
    return { keepUntil: null, text: 'The debt is in suit or under judgment: nothing may be disposed of.' };
  if (facts.open)
    return { keepUntil: null, text: 'The debt is still being collected: the three years have not begun.' };
  if (facts.lastActivityOn === null)
    return {
      keepUntil: null,
      text: 'No collection activity is on file, so the day the three years run from is not known.',
    };
  const until = keepUntil(facts.lastActivityOn, facts.houseYears);
  return {
    keepUntil: until,
    text: `To be kept until ${until}: three years after the last collection activity on ${facts.lastActivityOn}, or longer if the office or a state says so.`,
  };
}

/** From the day after the last day it must be kept. */
export function mayDispose(facts: RetentionFacts, today: Day): boolean {
  const until = retentionOf(facts).keepUntil;
  return until !== null && today > until;
}
