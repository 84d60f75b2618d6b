/**
 * Two schedules beside each other, so that a change is seen before it is made. Where they share most of their days the rows
 * go by day (one left out, one added); where everything moved, they go by position.
 */
import type { Day } from '../../../../shared/domain/days.ts';

export type PlainInstalment = { readonly dueOn: Day; readonly amountCents: number };

export type SchedulePair = {
  readonly before: PlainInstalment | null;
  readonly after: PlainInstalment | null;
  /** Both sides say the same. */
  readonly same: boolean;
};

export function pairSchedules(
  before: readonly PlainInstalment[],
  after: readonly PlainInstalment[],
): SchedulePair[] {
  const pairs = shareDays(before, after) ? pairByDay(before, after) : pairByPlace(before, after);
  return pairs.map(([left, right]) => ({
    before: left,
    after: right,
    same: left?.dueOn === right?.dueOn && left?.amountCents === right?.amountCents,
  }));
}

type Pair = readonly [PlainInstalment | null, PlainInstalment | null];

/** At least half of the shorter list's days stand in the other one. */
function shareDays(before: readonly PlainInstalment[], after: readonly PlainInstalment[]): boolean {
  const days = new Set(before.map((one) => one.dueOn));
  const shared = after.filter((one) => days.has(one.dueOn)).length;
  return shared * 2 >= Math.min(before.length, after.length);
}

function pairByPlace(before: readonly PlainInstalment[], after: readonly PlainInstalment[]): Pair[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, place) => [
    before[place] ?? null,
    after[place] ?? null,
  ]);
}

function pairByDay(before: readonly PlainInstalment[], after: readonly PlainInstalment[]): Pair[] {
  const pairs: Pair[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    const old = before[left] ?? null;
    const fresh = after[right] ?? null;
    if (old !== null && (fresh === null || old.dueOn <= fresh.dueOn)) left += 1;
    if (fresh !== null && (old === null || fresh.dueOn <= old.dueOn)) right += 1;
    if (old !== null && fresh !== null && old.dueOn !== fresh.dueOn) {
      pairs.push(old.dueOn < fresh.dueOn ? [old, null] : [null, fresh]);
    } else {
      pairs.push([old, fresh]);
    }
  }
  return pairs;
}

/** What is left of instalments once so much has come in, oldest first; an instalment met in part stays with its rest. */
export function leftAfter(instalments: readonly PlainInstalment[], receivedCents: number): PlainInstalment[] {
  let cents = Math.max(0, receivedCents);
  return instalments.flatMap(({ dueOn, amountCents }) => {
    const met = Math.min(cents, amountCents);
    cents -= met;
    return met < amountCents ? [{ dueOn, amountCents: amountCents - met }] : [];
  });
}
