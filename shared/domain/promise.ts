/**
 * A promise to pay: a sum by a day. What became of it is derived from the payments that came in, so that a
 * late posting or a bounced cheque changes the answer without anybody editing the promise.
 */
import { addDays, type Day } from './days.ts';

export const promiseStates = ['open', 'kept', 'partly_kept', 'broken', 'cancelled'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** Days after the due day a payment may still arrive: the post and a bank take that long. */
export const promiseGraceDays = 3;

export type PromiseFacts = {
  readonly amountCents: number;
  readonly dueOn: Day;
  readonly cancelled: boolean;
  /** Payments less reversals, effective from the day it was made to the due day plus grace, both inclusive. */
  readonly receivedCents: number;
};

/** The last day a payment counts for a promise due on `dueOn`. */
export function lastDayToKeep(dueOn: Day, graceDays: number = promiseGraceDays): Day {
  return addDays(dueOn, graceDays);
}

/**
 * What became of a promise as of a day. It is open through the last day of grace; `kept` as soon as the
 * whole sum is there. A promise cancelled after it was kept stays cancelled: it was taken back by hand.
 */
export function promiseStateOf(
  facts: PromiseFacts,
  asOf: Day,
  graceDays: number = promiseGraceDays,
): PromiseState {
  if (facts.cancelled) return 'cancelled';
  if (facts.receivedCents >= facts.amountCents) return 'kept';
  if (asOf <= lastDayToKeep(facts.dueOn, graceDays)) return 'open';
  return facts.receivedCents > 0 ? 'partly_kept' : 'broken';
}
