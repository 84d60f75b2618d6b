/**
 * Every case of the second implementation (tests/fixtures/money/vectors.py) against the first, to the cent. Each group
 * is one test that lists all differences, so that a slip shows how far it reaches.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accrualStateOf, figureAt } from '../../../shared/domain/accrual-state.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import type { Compounding, DayCount, InterestMethod } from '../../../shared/domain/interest.ts';
import { interestOf, roundHalfUp, unroundedText } from '../../../shared/domain/interest.ts';
import type {
  ApplicationOrder,
  ComponentName,
  Components,
  Direction,
  EntryKind,
} from '../../../shared/domain/ledger.ts';
import { spread, totalOf } from '../../../shared/domain/ledger.ts';
import { matchInstalments, scheduleOf } from '../../../shared/domain/plan.ts';
import { solve } from '../../../shared/domain/plan-solve.ts';
import type { PlanFrequency, PlanTerms, RollRule } from '../../../shared/domain/plan-terms.ts';
import { matchPromises } from '../../../shared/domain/promise.ts';
import type { LedgerFacts, LedgerKey } from '../../../shared/domain/replay.ts';
import { replay } from '../../../shared/domain/replay.ts';

/** Principal, interest, fees, costs. */
type Parts = readonly [number, number, number, number];
type DirectionVector = { readonly charges?: readonly number[]; readonly component?: ComponentName };

type InterestVector = readonly [
  base: number,
  rate: string,
  dayCount: DayCount,
  from: Day,
  to: Day,
  cents: number,
  exact: string,
];

type AllocationVector = {
  readonly cents: number;
  readonly order: ApplicationOrder;
  /** Whether what a direction leaves follows the order. */
  readonly rest: boolean;
  readonly direction: DirectionVector | null;
  readonly charges: readonly (readonly [id: number, on: Day, due: Day | null, ...parts: Parts])[];
  readonly taken: readonly (readonly [id: number, ...parts: Parts])[];
  readonly left: number;
};

/** What is empty, nothing or `null` is left out. */
type AccountVector = {
  readonly name?: string;
  readonly entries?: readonly {
    readonly id: number;
    readonly kind: EntryKind;
    readonly on: Day;
    readonly parts: Parts;
    readonly due?: Day;
    readonly reverses?: number;
    readonly order?: ApplicationOrder;
    readonly direction?: DirectionVector;
  }[];
  readonly terms?: readonly {
    readonly from: Day;
    readonly method: InterestMethod;
    readonly rate: string;
    readonly compounding?: Compounding;
    readonly basis: DayCount;
    readonly cap?: number;
  }[];
  readonly judgments?: readonly {
    readonly id: number;
    readonly judged: Day;
    readonly on: 'principal' | 'award';
    readonly rate: string;
    readonly basis: DayCount;
    readonly start: Day;
    readonly award?: Parts;
  }[];
  readonly posting_days?: readonly Day[];
  readonly asOf: readonly {
    readonly day: Day;
    readonly parts?: Parts;
    readonly total: number;
    readonly accrued: number;
    readonly unapplied: number;
    readonly posted?: readonly (readonly [Day, number])[];
    readonly perDiem: number;
    readonly applied?: readonly (readonly [relief: number, charge: number | string, ...parts: Parts])[];
  }[];
};

type LineVector = readonly [number: number, on: Day, cents: number, interest: number, left: number];

type PlanVector = {
  readonly total: number;
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly first: Day;
  readonly second?: number;
  readonly amount?: number;
  readonly down?: { readonly cents: number; readonly on: Day };
  readonly balloon?: number;
  readonly uneven?: readonly { readonly on: Day; readonly cents: number }[];
  readonly roll: RollRule;
  readonly interest?: {
    readonly rate: string;
    readonly basis: DayCount;
    readonly from: Day;
    readonly base: number;
  };
  readonly lines: readonly LineVector[];
};

type MatchVector = {
  readonly lines: readonly (readonly [number: number, on: Day, cents: number])[];
  readonly received: number;
  readonly day: Day;
  readonly grace: number;
  readonly want: readonly (readonly [paid: number, state: string])[];
};

type QuestionVector = {
  readonly unknown: 'count' | 'total';
  readonly amount: number;
  readonly frequency: PlanFrequency;
  readonly first: Day;
  readonly roll: RollRule;
  readonly count?: number;
  readonly interest?: { readonly rate: string; readonly basis: DayCount; readonly from: Day };
  /** The answer: how many lines, what they pay off and come to in all, the last of them. */
  readonly lines: number;
  readonly total: number;
  readonly paid: number;
  readonly last: readonly [on: Day, cents: number];
};

type PromiseVector = {
  readonly promises: readonly {
    readonly id: number;
    readonly cents: number;
    readonly made: Day;
    /** The last entry when it was made. */
    readonly after: number;
    readonly due: Day;
    readonly cancelled: boolean;
  }[];
  readonly payments: readonly { readonly id: number; readonly cents: number; readonly on: Day }[];
  readonly grace: number;
  readonly want: readonly (readonly [id: number, cents: number])[];
};

type Vectors = {
  readonly questions: readonly QuestionVector[];
  readonly promises: readonly PromiseVector[];
  readonly plans: readonly PlanVector[];
  readonly matches: readonly MatchVector[];
  readonly interest: readonly InterestVector[];
  readonly allocations: readonly AllocationVector[];
  readonly accounts: readonly AccountVector[];
};

const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/money/vectors.json', import.meta.url), 'utf8'),
) as Vectors;

const noParts: Parts = [0, 0, 0, 0];

function componentsOf([principalCents, interestCents, feesCents, costsCents]: Parts): Components {
  return { principalCents, interestCents, feesCents, costsCents };
}

function listOf({ principalCents, interestCents, feesCents, costsCents }: Components): Parts {
  return [principalCents, interestCents, feesCents, costsCents];
}

function directionOf(direction: DirectionVector | null | undefined): Direction | null {
  if (!direction) return null;
  return { charges: direction.charges ?? [], component: direction.component ?? null };
}

/** What the account holds in force; a reversal and what it took back are not. */
function factsOf(vector: AccountVector): LedgerFacts {
  const entries = vector.entries ?? [];
  const gone = new Set(entries.map((entry) => entry.reverses));
  return {
    entries: entries
      .filter((entry) => entry.kind !== 'reversal' && !gone.has(entry.id))
      .map((entry) => ({
        entryId: entry.id,
        kind: entry.kind,
        effectiveOn: entry.on,
        dueOn: entry.due ?? null,
        parts: componentsOf(entry.parts),
        order: entry.order ?? null,
        direction: directionOf(entry.direction),
      })),
    terms: (vector.terms ?? []).map((row) => ({
      fromOn: row.from,
      method: row.method,
      rate: row.rate,
      compounding: row.compounding ?? null,
      dayCount: row.basis,
      capCents: row.cap ?? null,
      basis: 'Agreement, clause 4',
    })),
    judgments: (vector.judgments ?? []).map((row) => ({
      judgmentId: row.id,
      judgedOn: row.judged,
      award: componentsOf(row.award ?? noParts),
      interestOn: row.on,
      rate: row.rate,
      dayCount: row.basis,
      startOn: row.start,
      basis: 'Order of the court',
    })),
    postingDays: vector.posting_days ?? [],
  };
}

/** A charge as the vectors name it: an entry by its id, interest posted by its day, the award in force. */
function nameOf(key: LedgerKey): number | string {
  if (typeof key === 'number') return key;
  return key.startsWith('interest:') ? `i${key.slice('interest:'.length)}` : 'j';
}

function accountDifferences(vector: AccountVector): unknown[] {
  const facts = factsOf(vector);
  const differences: unknown[] = [];
  for (const wanted of vector.asOf) {
    const replayed = replay(facts, { through: wanted.day });
    const explained = explain(facts, wanted.day);
    const kept = accrualStateOf(facts);
    // Allocations that a judgment merged away stand in neither list; one relief may meet one charge in several steps.
    const applied = new Map<string, readonly [number, number | string, ...Parts]>();
    const stillThere = new Set(wanted.applied?.map(([relief, charge]) => `${relief} ${charge}`));
    for (const { relief, charge, parts: taken } of replayed.allocations) {
      if (typeof relief !== 'number') continue;
      const name = `${relief} ${nameOf(charge)}`;
      if (!stillThere.has(name) && typeof charge !== 'number') continue;
      const before = applied.get(name);
      const list = listOf(taken).map((cents, index) => cents + Number(before?.[index + 2] ?? 0));
      applied.set(name, [relief, nameOf(charge), ...(list as unknown as Parts)]);
    }
    const got = {
      parts: listOf(explained.parts),
      total: explained.totalCents,
      accrued: explained.accruedCents,
      unapplied: explained.unappliedCents,
      perDiem: explained.perDiem.cents,
      // Without the entries, from what is kept of them.
      fromState:
        kept && kept.fromOn <= wanted.day
          ? figureAt(kept.state, wanted.day, totalOf(replay(facts, { through: null }).parts))
          : wanted.total,
      posted: replayed.postings.map(({ on, cents }) => [on, cents]),
      applied: [...applied.values()].map(String).sort(),
    };
    const want = {
      parts: wanted.parts ?? noParts,
      total: wanted.total,
      accrued: wanted.accrued,
      unapplied: wanted.unapplied,
      perDiem: wanted.perDiem,
      fromState: wanted.total,
      posted: wanted.posted ?? [],
      applied: (wanted.applied ?? []).map(String).sort(),
    };
    for (const figure of Object.keys(want) as (keyof typeof want)[]) {
      if (JSON.stringify(got[figure]) !== JSON.stringify(want[figure]))
        differences.push({ day: wanted.day, figure, want: want[figure], got: got[figure] });
    }
  }
  return differences;
}

function planTermsOf(vector: PlanVector): PlanTerms {
  return {
    totalCents: vector.total,
    count: vector.count,
    frequency: vector.frequency,
    firstOn: vector.first,
    secondDay: vector.second ?? null,
    amountCents: vector.amount ?? null,
    downPayment: vector.down ?? null,
    balloonCents: vector.balloon ?? null,
    uneven: vector.uneven?.map(({ on, cents }) => ({ dueOn: on, amountCents: cents })) ?? null,
    roll: vector.roll,
    interest: vector.interest
      ? {
          rate: vector.interest.rate,
          dayCount: vector.interest.basis,
          fromOn: vector.interest.from,
          baseCents: vector.interest.base,
        }
      : null,
  };
}

function planDifferences(vector: PlanVector): unknown[] {
  const schedule = scheduleOf(planTermsOf(vector));
  if (!schedule.ok) return [schedule];
  const got = schedule.value.map(({ number, dueOn, amountCents, interestCents = 0, leftCents = 0 }) => [
    number,
    dueOn,
    amountCents,
    interestCents,
    leftCents,
  ]);
  const at = got.findIndex((line, index) => String(line) !== String(vector.lines[index]));
  if (at < 0 && got.length === vector.lines.length) return [];
  return [{ at, got: got.slice(at, at + 2), want: vector.lines.slice(at, at + 2) }];
}

/** The first few of them, with how many there are: a broken rule differs in hundreds. */
function gathered<T>(rows: readonly T[], differencesOf: (row: T) => unknown[]): unknown {
  const differing = rows
    .map((row, index) => ({ index, row, differences: differencesOf(row) }))
    .filter(({ differences }) => differences.length > 0);
  return { differing: differing.length, first: differing.slice(0, 3) };
}

const none = { differing: 0, first: [] };

describe('the second implementation', () => {
  it('has at least 3,000 cases', () => {
    const count = Object.values(vectors).reduce((sum, group) => sum + group.length, 0);
    expect(count).toBeGreaterThanOrEqual(3_000);
  });

  it('reckons the same interest for the same days, to the hundred-millionth of a cent', () => {
    expect(
      gathered(vectors.interest, ([base, rate, dayCount, from, to, cents, exact]) => {
        const unrounded = interestOf(base, rate, dayCount, from, to);
        const got = [roundHalfUp(unrounded), unroundedText(unrounded)];
        return JSON.stringify(got) === JSON.stringify([cents, exact]) ? [] : [got];
      }),
    ).toEqual(none);
  });

  it('spreads the same sum over the same charges in the same way', () => {
    expect(
      gathered(vectors.allocations, ({ cents, order, rest, direction, charges, taken, left }) => {
        const spreading = spread(
          cents,
          charges.map(([entryId, effectiveOn, dueOn, ...parts]) => ({
            entryId,
            effectiveOn,
            dueOn,
            open: componentsOf(parts),
          })),
          order,
          directionOf(direction),
          rest,
        );
        const sums = new Map<number, Parts>();
        for (const { chargeEntryId, parts } of spreading.applications) {
          const before = sums.get(chargeEntryId) ?? noParts;
          sums.set(
            chargeEntryId,
            listOf(parts).map((part, index) => part + (before[index] ?? 0)) as unknown as Parts,
          );
        }
        const got = [...sums].map(([id, parts]) => [id, ...parts]).sort(([a = 0], [b = 0]) => a - b);
        const same = JSON.stringify([got, spreading.unappliedCents]) === JSON.stringify([taken, left]);
        return same ? [] : [{ got, left: spreading.unappliedCents }];
      }),
    ).toEqual(none);
  });

  it.each(vectors.accounts.flatMap((vector) => (vector.name ? [{ ...vector, name: vector.name }] : [])))(
    'comes to the same figures: $name',
    (vector) => {
      expect(accountDifferences(vector)).toEqual([]);
    },
  );

  it('comes to the same figures for accounts of every kind', () => {
    expect(gathered(vectors.accounts, accountDifferences)).toEqual(none);
  });

  it('makes the same schedule of the same terms', () => {
    expect(gathered(vectors.plans, planDifferences)).toEqual(none);
  });

  it('says the same of each instalment on a day', () => {
    expect(
      gathered(vectors.matches, ({ lines, received, day, grace, want }) => {
        const instalments = lines.map(([number, dueOn, amountCents]) => ({ number, dueOn, amountCents }));
        const got = matchInstalments(instalments, received, day, grace).map((one) => [
          one.paidCents,
          one.state,
        ]);
        return JSON.stringify(got) === JSON.stringify(want) ? [] : [got];
      }),
    ).toEqual(none);
  });

  it('solves the same questions', () => {
    expect(
      gathered(vectors.questions, (question) => {
        const { unknown, frequency, roll, interest } = question;
        const answer = solve({
          unknown,
          frequency,
          roll,
          amountCents: question.amount,
          totalCents: unknown === 'count' ? question.total : null,
          count: question.count ?? null,
          firstOn: question.first,
          interest: interest
            ? { rate: interest.rate, dayCount: interest.basis, fromOn: interest.from }
            : null,
        });
        if (!answer.ok) return [answer];
        const { count, totalCents, paidCents, lastOn, lastCents } = answer.value;
        const got = [count, totalCents, paidCents, lastOn, lastCents];
        const want = [question.lines, question.total, question.paid, ...question.last];
        return JSON.stringify(got) === JSON.stringify(want) ? [] : [{ got, want }];
      }),
    ).toEqual(none);
  });

  it('counts each payment for the same promise', () => {
    expect(
      gathered(vectors.promises, ({ promises, payments, grace, want }) => {
        const received = matchPromises(
          promises.map(({ id, cents, made, after, due, cancelled }) => ({
            promiseId: id,
            amountCents: cents,
            madeOn: made,
            afterEntryId: after,
            dueOn: due,
            cancelled,
          })),
          payments.map(({ id, cents, on }) => ({ entryId: id, amountCents: cents, effectiveOn: on })),
          grace,
        );
        const got = promises.map(({ id }) => [id, received.get(id) ?? 0]);
        return JSON.stringify(got) === JSON.stringify(want) ? [] : [got];
      }),
    ).toEqual(none);
  });
});
