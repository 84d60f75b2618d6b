/**
 * The office's own day: what it aims at, how its queue is ranked, what counts as a hard call, and when a pause is suggested.
 */
import type { ContactOutcome } from './contact.ts';
import { addDays, type Day, weekdayOf } from './days.ts';
import { type Ranking, standardRanking } from './queue.ts';

/** `null`: nothing is aimed at. */
export type DeskGoals = {
  readonly contacts: number | null;
  readonly conversations: number | null;
  readonly promises: number | null;
  readonly collectedCents: number | null;
};

export type DeskSettings = {
  readonly ranking: Ranking;
  readonly day: DeskGoals;
  readonly week: DeskGoals;
  /** Whether a pause is suggested after hard calls. */
  readonly suggestPause: boolean;
};

export const noGoals: DeskGoals = {
  contacts: null,
  conversations: null,
  promises: null,
  collectedCents: null,
};

export const standardDesk: DeskSettings = {
  ranking: standardRanking,
  day: noGoals,
  week: noGoals,
  suggestPause: true,
};

/** Monday of the week a day stands in. */
export function weekStart(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** Calls that wear on whoever makes them. */
export const hardOutcomes: readonly ContactOutcome[] = [
  'refused',
  'hung_up',
  'disputed',
  'asked_to_stop',
  'deceased',
  'bankruptcy',
];

/** So many hard ones among the last so many calls, all within the hour. */
export const pauseAfter = { hard: 3, among: 5, withinMs: 3_600_000 } as const;

/** How many of the last calls were hard, when a pause is due; `null` when not. `calls` are the latest, newest first. */
export function hardCallsOf(
  calls: readonly { readonly at: number; readonly outcome: ContactOutcome }[],
  now: number,
): number | null {
  const hard = calls
    .slice(0, pauseAfter.among)
    .filter(({ at, outcome }) => at > now - pauseAfter.withinMs && hardOutcomes.includes(outcome)).length;
  return hard >= pauseAfter.hard ? hard : null;
}

/** Below so many promises their record says nothing yet, and the forecast is left unweighed. */
export const leastPromises = 5;

/** The share of what was promised that came in, in whole percent; `null` when too few promises have come due. */
export function keptPercentOf(record: {
  readonly promises: number;
  readonly promisedCents: number;
  readonly receivedCents: number;
}): number | null {
  if (record.promises < leastPromises || record.promisedCents <= 0) return null;
  return Math.min(100, Math.floor((record.receivedCents * 100) / record.promisedCents));
}

/** What may be expected of a sum promised, weighed by the office's own record; cents are cut off. */
export function expectedCents(promisedCents: number, keptPercent: number | null): number {
  return keptPercent === null ? promisedCents : Math.floor((promisedCents * keptPercent) / 100);
}
