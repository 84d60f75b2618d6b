import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { matchInstalments, scheduleOf, sumOf } from '../../../shared/domain/plan.ts';
import { changePlan, leftOf, type RunningPlan } from '../../../shared/domain/plan-life.ts';
import {
  type PlanChange,
  type PlanTerms,
  planFrequencies,
  rollRules,
} from '../../../shared/domain/plan-terms.ts';
import { checkRhythm } from '../../../shared/domain/schedule.ts';
import type { Result } from '../../../shared/errors/result.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** 500.00 in five months of 100.00 from the 1st of January. */
const terms: PlanTerms = { totalCents: 50_000, count: 5, frequency: 'monthly', firstOn: '2027-01-01' };

function running(change: Partial<RunningPlan> & { readonly terms?: PlanTerms } = {}): RunningPlan {
  const stated = change.terms ?? terms;
  return {
    terms: stated,
    schedule: must(scheduleOf(stated)),
    receivedCents: 0,
    asOf: '2026-12-20',
    graceDays: 3,
    owed: null,
    ...change,
  };
}

function linesOf(plan: RunningPlan, change: PlanChange): (readonly [Day, number])[] | string {
  const next = changePlan(plan, change);
  if (!next.ok) return next.error.code;
  expect(must(scheduleOf(next.value.terms))).toEqual(next.value.schedule);
  expect(next.value.schedule.map((line) => line.number)).toEqual(
    next.value.schedule.map((_, index) => index + 1),
  );
  return next.value.schedule.map(({ dueOn, amountCents }) => [dueOn, amountCents]);
}

// By 5 February, 150.00 came in: January is paid, February half, and still in its grace on the 4th.
const later = { receivedCents: 15_000, asOf: '2027-02-05' } as const;

describe('skip', () => {
  test('the sum follows after the last, in the rhythm', () => {
    expect(linesOf(running(), { change: 'skip', number: 2 })).toEqual([
      ['2027-01-01', 10_000],
      ['2027-03-01', 10_000],
      ['2027-04-01', 10_000],
      ['2027-05-01', 10_000],
      ['2027-06-01', 10_000],
    ]);
  });
  test('of one partly paid only the rest moves', () => {
    expect(linesOf(running(later), { change: 'skip', number: 2 })).toEqual([
      ['2027-03-01', 10_000],
      ['2027-04-01', 10_000],
      ['2027-05-01', 10_000],
      ['2027-06-01', 5_000],
    ]);
  });
  test('the last one moves on by one', () => {
    expect(linesOf(running(), { change: 'skip', number: 5 })).toContainEqual(['2027-05-01', 10_000]);
  });
  test.each([1, 0, 6])('of number %i nothing is open', (number) => {
    expect(linesOf(running(later), { change: 'skip', number })).toBe('plan.nothing_to_skip');
  });
});

describe('catch up', () => {
  // The rest of February and all of March are missed on 20 March.
  const missed = running({ receivedCents: 15_000, asOf: '2027-03-20' });

  test('with the next one', () => {
    expect(linesOf(missed, { change: 'catch_up', how: 'with_next' })).toEqual([
      ['2027-04-01', 25_000],
      ['2027-05-01', 10_000],
    ]);
  });
  test('at the end, each by itself', () => {
    expect(linesOf(missed, { change: 'catch_up', how: 'at_end' })).toEqual([
      ['2027-04-01', 10_000],
      ['2027-05-01', 10_000],
      ['2027-06-01', 5_000],
      ['2027-07-01', 10_000],
    ]);
  });
  test.each<[number | null, (readonly [Day, number])[]]>([
    [
      null,
      [
        ['2027-04-01', 17_500],
        ['2027-05-01', 17_500],
      ],
    ],
    [
      1,
      [
        ['2027-04-01', 25_000],
        ['2027-05-01', 10_000],
      ],
    ],
    [
      4,
      [
        ['2027-04-01', 13_750],
        ['2027-05-01', 13_750],
        ['2027-06-01', 3_750],
        ['2027-07-01', 3_750],
      ],
    ],
  ])('spread over %s', (over, lines) => {
    expect(linesOf(missed, { change: 'catch_up', how: 'spread', over })).toEqual(lines);
  });
  test('odd cents go to the first ones', () => {
    const odd = running({ receivedCents: 19_999, asOf: '2027-03-20' });
    expect(linesOf(odd, { change: 'catch_up', how: 'spread', over: 2 })).toEqual([
      ['2027-04-01', 15_001],
      ['2027-05-01', 15_000],
    ]);
  });
  test('where all is missed it goes onto the next day of the rhythm', () => {
    const over = running({ asOf: '2027-08-10' });
    expect(linesOf(over, { change: 'catch_up', how: 'with_next' })).toEqual([['2027-09-01', 50_000]]);
    expect(linesOf(over, { change: 'catch_up', how: 'spread', over: 2 })).toEqual([
      ['2027-09-01', 25_000],
      ['2027-10-01', 25_000],
    ]);
  });
  test('within the grace nothing is missed, the day after it is', () => {
    const by = (asOf: Day) =>
      linesOf(running({ receivedCents: 15_000, asOf }), { change: 'catch_up', how: 'with_next' });
    expect(by('2027-02-04')).toBe('plan.nothing_missed');
    expect(by('2027-02-05')).toEqual([
      ['2027-03-01', 15_000],
      ['2027-04-01', 10_000],
      ['2027-05-01', 10_000],
    ]);
  });
});

describe('redate', () => {
  test('the first open one moves, the rest follow in the rhythm from there', () => {
    expect(linesOf(running(later), { change: 'redate', nextOn: '2027-02-15' })).toEqual([
      ['2027-02-15', 5_000],
      ['2027-03-15', 10_000],
      ['2027-04-15', 10_000],
      ['2027-05-15', 10_000],
    ]);
  });
  test('earlier as well, but not before today', () => {
    expect(linesOf(running(), { change: 'redate', nextOn: '2026-12-20' })[0]).toEqual(['2026-12-20', 10_000]);
    expect(linesOf(running(), { change: 'redate', nextOn: '2026-12-19' })).toBe('plan.before_today');
  });
  test('of two days of the month the one not moved stays', () => {
    const twice: PlanTerms = { ...terms, frequency: 'semi_monthly', secondDay: 15 };
    expect(linesOf(running({ terms: twice }), { change: 'redate', nextOn: '2027-01-05' })).toEqual([
      ['2027-01-05', 10_000],
      ['2027-01-15', 10_000],
      ['2027-02-05', 10_000],
      ['2027-02-15', 10_000],
      ['2027-03-05', 10_000],
    ]);
  });
  test('a month’s last day becomes a day of the month', () => {
    const ends: PlanTerms = { ...terms, count: 3, totalCents: 300, frequency: 'end_of_month' };
    expect(linesOf(running({ terms: ends }), { change: 'redate', nextOn: '2027-02-10' })).toEqual([
      ['2027-02-10', 100],
      ['2027-03-10', 100],
      ['2027-04-10', 100],
    ]);
  });
  test('named days keep their distance', () => {
    const uneven = [
      { dueOn: '2027-01-03', amountCents: 100 },
      { dueOn: '2027-01-20', amountCents: 300 },
    ];
    const named: PlanTerms = { ...terms, totalCents: 400, uneven };
    expect(linesOf(running({ terms: named }), { change: 'redate', nextOn: '2027-02-01' })).toEqual([
      ['2027-02-01', 100],
      ['2027-02-18', 300],
    ]);
  });
  test('days roll from their new place', () => {
    const rolling: PlanTerms = { ...terms, roll: 'next_business_day' };
    // 6 February, 6 March and 5 June are Saturdays … the 6th of each month, rolled by itself.
    expect(linesOf(running({ terms: rolling }), { change: 'redate', nextOn: '2027-02-06' })).toEqual([
      ['2027-02-08', 10_000],
      ['2027-03-08', 10_000],
      ['2027-04-06', 10_000],
      ['2027-05-06', 10_000],
      ['2027-06-07', 10_000],
    ]);
  });
});

describe('pause', () => {
  test('nothing is due before the day, the rhythm stays', () => {
    expect(linesOf(running(later), { change: 'pause', until: '2027-04-10' })).toEqual([
      ['2027-05-01', 5_000],
      ['2027-06-01', 10_000],
      ['2027-07-01', 10_000],
      ['2027-08-01', 10_000],
    ]);
    expect(linesOf(running(later), { change: 'pause', until: '2027-05-01' })[0]).toEqual([
      '2027-05-01',
      5_000,
    ]);
  });
  test('gaps stay', () => {
    const skipped = must(changePlan(running(), { change: 'skip', number: 2 }));
    const plan = running({ terms: skipped.terms, schedule: skipped.schedule });
    expect(linesOf(plan, { change: 'pause', until: '2027-02-02' })).toEqual([
      ['2027-03-01', 10_000],
      ['2027-05-01', 10_000],
      ['2027-06-01', 10_000],
      ['2027-07-01', 10_000],
      ['2027-08-01', 10_000],
    ]);
  });
  test('a day before the next one changes nothing, one before today is refused', () => {
    expect(linesOf(running(), { change: 'pause', until: '2026-12-25' })).toHaveLength(5);
    expect(linesOf(running(), { change: 'pause', until: '2026-12-01' })).toBe('plan.before_today');
  });
});

describe('amend', () => {
  const anew: PlanTerms = { totalCents: 35_000, count: 7, frequency: 'weekly', firstOn: '2027-02-12' };
  test('new terms for all that is left', () => {
    expect(linesOf(running(later), { change: 'amend', terms: anew })).toHaveLength(7);
  });
  test.each([34_999, 35_001])('not for %i', (totalCents) => {
    const result = changePlan(running(later), { change: 'amend', terms: { ...anew, totalCents } });
    expect(result).toMatchObject({
      error: { code: 'plan.not_adding_up', params: { totalCents: 35_000, sumCents: totalCents } },
    });
  });
});

test('of a plan that is paid nothing is left to change', () => {
  for (const change of [
    { change: 'skip', number: 1 },
    { change: 'pause', until: '2027-03-01' },
  ] as const) {
    expect(linesOf(running({ receivedCents: 50_000 }), change)).toBe('plan.nothing_owed');
  }
});

describe('with interest', () => {
  const interest = { rate: '12', dayCount: 'thirty_360', fromOn: '2026-12-01', baseCents: 50_000 } as const;
  const plan = (owedCents: number, change: Partial<RunningPlan> = {}) =>
    running({
      terms: { ...terms, interest },
      owed: { totalCents: owedCents, interest: { ...interest, fromOn: '2026-12-20', baseCents: owedCents } },
      ...change,
    });
  const amountCents = must(scheduleOf({ ...terms, interest }))[0]?.amountCents ?? 0;

  test('instalments keep their sum, later days cost interest, and the rest follows', () => {
    const lines = linesOf(plan(50_317), { change: 'pause', until: '2027-07-01' });
    // Six months more of 1 % on 500.00 are about 30.00: a sixth payment, smaller than the others.
    expect(lines).toHaveLength(6);
    const sums = typeof lines === 'string' ? [] : lines.map(([, cents]) => cents);
    expect(sums.slice(0, 5).every((cents) => cents === amountCents)).toBe(true);
    expect(sums[5]).toBeLessThan(amountCents);
    expect(
      must(changePlan(plan(50_317), { change: 'pause', until: '2027-07-01' })).schedule.at(-1)?.leftCents,
    ).toBe(0);
  });
  test('what the ledger no longer claims falls away', () => {
    expect(linesOf(plan(15_000), { change: 'skip', number: 1 })).toHaveLength(2);
  });
  test('where interest has stopped the sums add up to what is owed', () => {
    for (const totalCents of [15_000, 50_000, 90_000]) {
      const next = must(
        changePlan(plan(0, { owed: { totalCents, interest: null } }), { change: 'skip', number: 1 }),
      );
      expect(sumOf(next.schedule)).toBe(totalCents);
      expect(next.schedule.every((line) => line.interestCents === 0 && line.amountCents <= amountCents)).toBe(
        true,
      );
    }
  });
  test('many further ones follow, each in its place of the rhythm though weekends move it', () => {
    const rhythm: PlanTerms = {
      ...terms,
      frequency: 'semi_monthly',
      firstOn: '2027-01-18',
      secondDay: 20,
      roll: 'next_business_day',
      interest,
    };
    const next = must(
      changePlan(
        running({
          terms: rhythm,
          owed: { totalCents: 1_000_000, interest: { ...interest, baseCents: 1_000_000 } },
        }),
        { change: 'skip', number: 1 },
      ),
    );
    expect(next.schedule.length).toBeGreaterThan(100);
    expect(next.schedule.at(-1)?.leftCents).toBe(0);
    const months = next.schedule.slice(2, -2).map(({ dueOn }) => dueOn.slice(0, 7));
    // Two in every month but the last.
    for (const month of new Set(months.slice(1, -1))) {
      expect([month, months.filter((one) => one === month).length]).toEqual([month, 2]);
    }
  });
  test('interest that eats the instalments is said', () => {
    expect(linesOf(plan(50_000_000), { change: 'skip', number: 1 })).toBe('plan.never_pays_off');
  });
});

const days = fc.integer({ min: 0, max: 500 });
const changes: fc.Arbitrary<(plan: RunningPlan) => PlanChange> = fc.oneof(
  fc.integer({ min: 0, max: 15 }).map((number) => () => ({ change: 'skip', number }) as const),
  fc
    .record({
      how: fc.constantFrom('with_next', 'spread', 'at_end'),
      over: fc.option(fc.integer({ min: 1, max: 20 })),
    })
    .map((catching) => () => ({ change: 'catch_up', ...catching }) as const),
  days.map((on) => (plan: RunningPlan) => ({ change: 'redate', nextOn: addDays(plan.asOf, on) }) as const),
  days.map((on) => (plan: RunningPlan) => ({ change: 'pause', until: addDays(plan.asOf, on) }) as const),
);

describe('for any life of a plan', () => {
  test('no cent is lost, days rise, and nothing is due before it may be', () => {
    const plans = fc
      .record({
        totalCents: fc.integer({ min: 20, max: 10_000_000 }),
        count: fc.integer({ min: 1, max: 15 }),
        frequency: fc.constantFrom(...planFrequencies),
        firstOn: days.map((day) => addDays('2027-01-01', day)),
        roll: fc.constantFrom(...rollRules),
      })
      .filter((stated) => checkRhythm(stated).ok);
    const events = fc.array(
      fc.record({
        change: changes,
        pays: fc.integer({ min: 0, max: 40 }),
        passes: fc.integer({ min: 0, max: 60 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    let made = 0;
    fc.assert(
      fc.property(plans, events, (stated, life) => {
        let plan = running({ terms: stated, asOf: addDays(stated.firstOn, -20) });
        let received = 0;
        for (const { change, pays, passes } of life) {
          const receivedCents = Math.floor((stated.totalCents * pays) / 100);
          plan = { ...plan, receivedCents, asOf: addDays(plan.asOf, passes) };
          const asked = change(plan);
          const next = changePlan(plan, asked);
          if (!next.ok) continue;
          made += 1;
          const { schedule } = next.value;
          expect(sumOf(schedule)).toBe(leftOf(plan));
          received += receivedCents;
          expect(received + sumOf(schedule)).toBe(stated.totalCents);
          expect(schedule.every((line, index) => line.dueOn > (schedule[index - 1]?.dueOn ?? ''))).toBe(true);
          if (asked.change === 'pause') expect((schedule[0]?.dueOn ?? '') >= asked.until).toBe(true);
          if (asked.change === 'catch_up') {
            expect(matchInstalments(schedule, 0, plan.asOf, plan.graceDays).some((line) => line.behind)).toBe(
              false,
            );
          }
          plan = { ...plan, terms: next.value.terms, schedule };
        }
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(400);
  });
});
