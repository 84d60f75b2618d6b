import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Terms } from '../../../shared/domain/accrual.ts';
import { addDays } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { type DayCount, dayCounts } from '../../../shared/domain/interest.ts';
import { type Components, noComponents } from '../../../shared/domain/ledger.ts';
import { mostCents } from '../../../shared/domain/money.ts';
import { scheduleOf } from '../../../shared/domain/plan.ts';
import { solve } from '../../../shared/domain/plan-solve.ts';
import {
  mostInstalments,
  type PlanTerms,
  planFrequencies,
  rollRules,
  type ScheduledInstalment,
} from '../../../shared/domain/plan-terms.ts';
import { formatRate } from '../../../shared/domain/rate.ts';
import type { PrimaryEntry } from '../../../shared/domain/replay.ts';
import { checkRhythm } from '../../../shared/domain/schedule.ts';
import type { Result } from '../../../shared/errors/result.ts';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** By 30/360 every month is one twelfth of a year, as published tables reckon it. */
const monthly = { frequency: 'monthly', firstOn: '2027-02-01' } as const;
function interest(rate: string, baseCents: number, dayCount: DayCount = 'thirty_360') {
  return { rate, dayCount, fromOn: '2027-01-01', baseCents };
}

describe('published tables', () => {
  // The usual textbook loan: 100,000 at 6 % over 360 months comes to 599.55, by P·r / (1 - (1 + r)^-n) to the cent.
  const loan: PlanTerms = {
    ...monthly,
    totalCents: 10_000_000,
    count: 361,
    amountCents: 59_955,
    interest: interest('6', 10_000_000),
  };

  test('the first lines of 599.55 a month', () => {
    const lines = must(scheduleOf(loan)).slice(0, 3);
    expect(
      lines.map((line) => [line.interestCents, line.amountCents - (line.interestCents ?? 0), line.leftCents]),
    ).toEqual([
      [50_000, 9_955, 9_990_045],
      [49_950, 10_005, 9_980_040],
      [49_900, 10_055, 9_969_985],
    ]);
  });

  test('599.55 leaves 45 cents after 360 months, so the least that does it in 360 is a cent more', () => {
    expect(must(scheduleOf(loan)).at(-1)).toMatchObject({ number: 361, amountCents: 45, leftCents: 0 });
    const { amountCents, lastCents } = must(
      solve({
        unknown: 'amount',
        ...monthly,
        totalCents: 10_000_000,
        count: 360,
        interest: interest('6', 10_000_000),
      }),
    );
    expect(amountCents).toBe(59_956);
    expect(lastCents).toBeLessThanOrEqual(amountCents);
  });

  // The fixed-rate sample of the Loan Estimate, 12 CFR 1026 appendix H-24(B): 162,000 at 3.875 % over 30 years, 761.78 a
  // month, 15,773 of principal paid off in five years.
  test('the sample of the Loan Estimate', () => {
    const sample = { ...monthly, totalCents: 16_200_000, interest: interest('3.875', 16_200_000) };
    // The sample rounds the formula down, which leaves some cents after the last month.
    expect(must(solve({ unknown: 'amount', ...sample, count: 360 })).amountCents).toBe(76_179);
    const lines = must(solve({ unknown: 'count', ...sample, amountCents: 76_178 })).schedule;
    expect(Math.round((16_200_000 - (lines[59]?.leftCents ?? 0)) / 100)).toBe(15_773);
  });

  test.each([
    ['7.25', 120, 2_500_000],
    ['12', 36, 500_000],
    ['18', 60, 1_000_000],
    ['0.5', 24, 10_000],
    ['29.99', 48, 350_000],
  ])('at %s %% over %i months within a cent of the annuity formula', (rate, count, totalCents) => {
    const { amountCents } = must(
      solve({ unknown: 'amount', ...monthly, totalCents, count, interest: interest(rate, totalCents) }),
    );
    const r = Number(rate) / 1200;
    expect(Math.abs(amountCents - (totalCents * r) / (1 - (1 + r) ** -count))).toBeLessThan(1.5);
  });
});

describe('edges', () => {
  const at = (change: Partial<PlanTerms>) =>
    scheduleOf({ ...monthly, totalCents: 100_000, count: 12, interest: interest('12', 100_000), ...change });
  const codeOf = (result: ReturnType<typeof at>) => (result.ok ? 'ok' : result.error.code);

  test('interest of less than half a cent is not posted and runs on', () => {
    // 10 cents at 36 %: 0.3 cents a month. After two months 0.6 is 1 cent; then it begins again at nothing.
    const lines = must(
      at({
        totalCents: 10,
        interest: interest('36', 10),
        uneven: [
          { dueOn: '2027-02-01', amountCents: 1 },
          { dueOn: '2027-03-01', amountCents: 1 },
          { dueOn: '2027-04-01', amountCents: 8 },
        ],
      }),
    );
    expect(lines.map((line) => [line.amountCents, line.interestCents, line.leftCents])).toEqual([
      // 0.30, carried; 0.30 + 0.27 = 0.57, a cent, which this payment pays; 9 × 3 % = 0.27, not posted.
      [1, 0, 9],
      [1, 1, 9],
      [9, 0, 0],
    ]);
  });

  test('a stretch of 30/360 on which nothing is posted counts as one, as in the ledger', () => {
    // Found by the property below: the fees are paid first, so the base of 19 cents stays and its interest carries on.
    const terms: PlanTerms = {
      totalCents: 159,
      count: 19,
      frequency: 'end_of_month',
      firstOn: '2026-02-08',
      interest: { rate: '1.852805', dayCount: 'thirty_360', fromOn: '2026-02-07', baseCents: 19 },
      downPayment: { cents: 52, on: '2026-02-01' },
    };
    const lines = must(scheduleOf(terms));
    const facts = ledgerOf(terms, lines);
    expect(lines.map((line) => line.leftCents)).toEqual(
      lines.map((line) => explain(facts, line.dueOn).totalCents),
    );
  });

  test('no interest accrues before its day', () => {
    const lines = must(at({ interest: { ...interest('12', 100_000), fromOn: '2027-06-01' } }));
    expect(lines.slice(0, 5).every((line) => line.interestCents === 0)).toBe(true);
    expect(lines[5]?.interestCents).toBeGreaterThan(0);
  });

  test('what bears no interest is paid first, and the base is whole until then', () => {
    const lines = must(at({ interest: interest('12', 60_000), amountCents: 20_000, count: 6 }));
    // 600.00 of base at 1 % a month is 6.00; 400.00 of fees take the first two payments.
    expect(lines.slice(0, 3).map((line) => line.interestCents)).toEqual([0, 0, 1_800]);
  });

  test('a down payment meets the interest up to its day', () => {
    const lines = must(at({ downPayment: { cents: 10_000, on: '2027-01-16' } }));
    expect(lines[0]).toEqual({
      number: 0,
      dueOn: '2027-01-16',
      amountCents: 10_000,
      interestCents: 500,
      leftCents: 90_500,
    });
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)?.leftCents).toBe(0);
  });

  test('a balloon comes out at its name, the one before it takes the odd cents', () => {
    const lines = must(at({ balloonCents: 50_000 }));
    const amounts = lines.map((line) => line.amountCents);
    expect(amounts.at(-1)).toBe(50_000);
    expect(new Set(amounts.slice(0, -2)).size).toBe(1);
    expect(amounts.at(-2)).toBeLessThanOrEqual(amounts[0] ?? 0);
  });

  test.each<[Partial<PlanTerms>, string]>([
    [{ balloonCents: 8_000 }, 'plan.balloon_too_small'],
    [{ balloonCents: 200_000 }, 'plan.balloon_too_large'],
    [{ amountCents: 1_000 }, 'plan.never_pays_off'],
    [{ amountCents: 5_000 }, 'plan.too_small'],
    [{ amountCents: 20_000 }, 'plan.paid_off_sooner'],
    [{ amountCents: 50_000, count: 1 }, 'plan.too_small'],
    [{ totalCents: 4, interest: interest('12', 4), count: 5 }, 'plan.paid_off_sooner'],
    [{ totalCents: 7, interest: interest('12', 7), count: 5 }, 'ok'],
    [{ totalCents: 1, interest: interest('12', 1), count: 1 }, 'ok'],
    [{ totalCents: mostCents, interest: interest('12', mostCents), count: 600 }, 'money.out_of_range'],
    [{ totalCents: mostCents / 100, interest: interest('100', mostCents / 100), count: 24 }, 'ok'],
    [
      {
        uneven: [
          { dueOn: '2027-02-01', amountCents: 200_000 },
          { dueOn: '2027-03-01', amountCents: 1 },
        ],
      },
      'plan.not_adding_up',
    ],
  ])('%o: %s', (change, code) => expect(codeOf(at(change))).toBe(code));

  test('what never pays off names the least that does, and a cent less does not', () => {
    const question = {
      ...monthly,
      unknown: 'count',
      totalCents: 10_000_000,
      interest: interest('6', 10_000_000),
    } as const;
    const never = solve({ ...question, amountCents: 50_000 });
    expect(never).toMatchObject({ ok: false, error: { code: 'plan.never_pays_off' } });
    const leastCents = Number(never.ok ? 0 : (never.error.params as { leastCents?: number }).leastCents);
    expect(must(solve({ ...question, amountCents: leastCents })).count).toBe(mostInstalments);
    expect(solve({ ...question, amountCents: leastCents - 1 })).toMatchObject({
      error: { params: { leastCents } },
    });
  });
});

// ---- against the ledger ----------------------------------------------------------------------------

const indebted = fc
  .record({
    totalCents: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 500, max: 20_000_000 })),
    share: fc.integer({ min: 1, max: 100 }),
    count: fc.integer({ min: 1, max: 40 }),
    frequency: fc.constantFrom(...planFrequencies),
    firstOn: fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-20', days)),
    roll: fc.constantFrom(...rollRules),
    rate: fc.integer({ min: 0, max: 40_000_000 }).map(formatRate),
    dayCount: fc.constantFrom(...dayCounts),
    before: fc.integer({ min: -40, max: 60 }),
    down: fc.option(
      fc.record({ share: fc.integer({ min: 1, max: 60 }), before: fc.integer({ min: 7, max: 40 }) }),
    ),
  })
  .map(({ share, before, down, rate, dayCount, ...rest }): PlanTerms => {
    const baseCents = Math.max(1, Math.floor((rest.totalCents * share) / 100));
    const cents = down ? Math.floor((rest.totalCents * down.share) / 100) : 0;
    return {
      ...rest,
      interest: { rate, dayCount, fromOn: addDays(rest.firstOn, -before), baseCents },
      downPayment: down && cents > 0 ? { cents, on: addDays(rest.firstOn, -down.before) } : null,
    };
  })
  .filter((terms) => checkRhythm(terms).ok);

function ledgerOf(terms: PlanTerms, lines: readonly ScheduledInstalment[]) {
  const { interest: bearing, totalCents } = terms;
  if (!bearing) throw new Error('a loan');
  const baseCents = Math.min(bearing.baseCents, totalCents);
  const opened = '2020-01-01';
  const entry = (
    entryId: number,
    kind: PrimaryEntry['kind'],
    effectiveOn: string,
    parts: Partial<Components>,
  ): PrimaryEntry => ({
    entryId,
    kind,
    effectiveOn,
    dueOn: null,
    parts: { ...noComponents, ...parts },
    order: 'costs_fees_interest_principal',
    direction: null,
  });
  const inForce: Terms = {
    fromOn: bearing.fromOn,
    method: 'simple',
    rate: bearing.rate,
    compounding: null,
    dayCount: bearing.dayCount,
    capCents: null,
    basis: 'Agreement, clause 4',
  };
  return {
    entries: [
      entry(1, 'charge', opened, { principalCents: baseCents }),
      ...(totalCents > baseCents ? [entry(2, 'fee', opened, { feesCents: totalCents - baseCents })] : []),
      ...lines.map((line, index) =>
        entry(10 + index, 'payment', line.dueOn, { principalCents: -line.amountCents }),
      ),
    ],
    terms: [inForce],
    judgments: [],
    postingDays: [],
  };
}

describe('for any plan with interest', () => {
  test('each payment on its day leaves in the ledger what the table says, and the last one nothing', () => {
    let made = 0;
    fc.assert(
      fc.property(indebted, (terms) => {
        const schedule = scheduleOf(terms);
        if (!schedule.ok) return;
        made += 1;
        const facts = ledgerOf(terms, schedule.value);
        for (const line of schedule.value) {
          expect(explain(facts, line.dueOn).totalCents).toBe(line.leftCents);
        }
        expect(schedule.value.at(-1)?.leftCents).toBe(0);
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(150);
  });

  test('no instalment is larger than one before it, and a cent less each time would not do', () => {
    fc.assert(
      fc.property(indebted, (terms) => {
        const schedule = scheduleOf(terms);
        if (!schedule.ok) return;
        const amounts = schedule.value.filter((line) => line.number > 0).map((line) => line.amountCents);
        expect(amounts.every((cents, index) => cents >= 1 && cents <= (amounts[index - 1] ?? cents))).toBe(
          true,
        );
        const [first = 0] = amounts;
        if (first > 1 && amounts.length > 1 && new Set(amounts.slice(0, -1)).size === 1) {
          expect(scheduleOf({ ...terms, amountCents: first - 1 }).ok).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the amount gives the count back, and count and amount no less than the total', () => {
    fc.assert(
      fc.property(indebted, (terms) => {
        const schedule = scheduleOf(terms);
        if (!schedule.ok) return;
        const regular = schedule.value.filter((line) => line.number > 0);
        const [first] = regular;
        if (!first || regular.slice(0, -1).some((line) => line.amountCents !== first.amountCents)) return;
        const { totalCents, count, interest: bearing = null, ...rest } = terms;
        const asked = { ...rest, interest: bearing, amountCents: first.amountCents };
        expect(must(solve({ ...asked, unknown: 'count', totalCents })).count).toBe(count);
        const most = must(solve({ ...asked, unknown: 'total', count }));
        expect(most.totalCents).toBeGreaterThanOrEqual(totalCents);
        expect(most.lastCents).toBeLessThanOrEqual(first.amountCents);
      }),
      { numRuns: 200 },
    );
  });
});
