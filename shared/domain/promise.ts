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

export type PromiseToMatch = {
  readonly promiseId: number;
  readonly amountCents: number;
  readonly madeOn: Day;
  /** The last entry of the account when it was made. */
  readonly afterEntryId: number;
  readonly dueOn: Day;
  readonly cancelled: boolean;
};

/** A payment in force; one taken back is left out by who asks. */
export type PromisePayment = {
  readonly amountCents: number;
  readonly effectiveOn: Day;
  /** The order of posting; of one posted again, where the first one stood. */
  readonly entryId: number;
};

/**
 * What came in for each promise of one account, by its id; every promise has an entry.
 *
 * A payment counts for a promise when it is effective from the day that was made through its due day plus grace, both inclusive,
 * and was posted after it was made, by the order of entries: a clock may be set back. Promises take in order of due day (then id), each from the earliest payment it
 * may take, and at most their amount, so that each cent counts once and what is left goes to the next. A cancelled promise takes nothing.
 */
export function matchPromises(
  promises: readonly PromiseToMatch[],
  payments: readonly PromisePayment[],
  graceDays: number = promiseGraceDays,
): ReadonlyMap<number, number> {
  const byEffect = [...payments].sort((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.entryId - b.entryId,
  );
  const left = byEffect.map(({ amountCents }) => Math.max(0, amountCents));
  const byDue = [...promises].sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.promiseId - b.promiseId,
  );
  const received = new Map<number, number>();
  for (const { promiseId, amountCents, madeOn, afterEntryId, dueOn, cancelled } of byDue) {
    let taken = 0;
    const lastOn = lastDayToKeep(dueOn, graceDays);
    for (const [index, { effectiveOn, entryId }] of byEffect.entries()) {
      if (cancelled || taken === amountCents) break;
      if (effectiveOn < madeOn || effectiveOn > lastOn || entryId <= afterEntryId) continue;
      const part = Math.min(left[index] ?? 0, amountCents - taken);
      left[index] = (left[index] ?? 0) - part;
      taken += part;
    }
    received.set(promiseId, taken);
  }
  return received;
}
