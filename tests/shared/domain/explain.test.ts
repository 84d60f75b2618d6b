/** One account explained line by line; every figure is worked out by hand in the notes. */
import { expect, it } from 'vitest';
import type { Terms } from '../../../shared/domain/accrual.ts';
import type { Day } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { type Components, noComponents } from '../../../shared/domain/ledger.ts';
import type { Judgment, LedgerFacts, PrimaryEntry } from '../../../shared/domain/replay.ts';

function entry(
  entryId: number,
  kind: PrimaryEntry['kind'],
  effectiveOn: Day,
  parts: Partial<Components>,
  change: Partial<PrimaryEntry> = {},
): PrimaryEntry {
  const whole = { ...noComponents, ...parts };
  return { entryId, kind, effectiveOn, dueOn: null, parts: whole, order: null, direction: null, ...change };
}

const tenPercent: Terms = {
  fromOn: '2025-01-01',
  method: 'simple',
  rate: '10',
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  basis: 'Clause 4',
};
const award: Judgment = {
  judgmentId: 7,
  judgedOn: '2025-02-10',
  award: { ...noComponents, principalCents: 36_000, costsCents: 4_000 },
  interestOn: 'principal',
  rate: '7.3',
  dayCount: 'actual_365',
  startOn: '2025-02-10',
  basis: 'Order of the court',
};
const charge = entry(1, 'charge', '2025-01-01', { principalCents: 36_500 }, { dueOn: '2025-01-01' });
const fee = entry(2, 'fee', '2025-01-11', { feesCents: 500 }, { dueOn: '2025-01-11' });
const payment = entry(3, 'payment', '2025-01-21', { principalCents: -1_000 }, { order: 'interest_first' });
const directed = entry(
  4,
  'payment',
  '2025-02-20',
  { principalCents: -1_500 },
  { order: 'interest_first', direction: { charges: [], component: 'costs' } },
);
const facts: LedgerFacts = {
  entries: [charge, fee, payment, directed],
  terms: [tenPercent],
  judgments: [award],
  postingDays: ['2025-01-31'],
};

it('tells every charge, stretch of interest, payment and judgment in order, with the balance after each', () => {
  const { lines, ...figures } = explain(facts, '2025-03-02');
  expect(lines).toEqual([
    { line: 'charge', on: '2025-01-01', entry: charge, cents: 36_500, balanceCents: 36_500 },
    { line: 'charge', on: '2025-01-11', entry: fee, cents: 500, balanceCents: 37_000 },
    {
      // 365.00 at 10 %: 10 cents a day, 20 days; the fee bears none and parts nothing.
      line: 'interest',
      on: '2025-01-21',
      because: 'payment',
      segments: [
        {
          fromOn: '2025-01-01',
          toOn: '2025-01-21',
          days: 20,
          baseCents: 36_500,
          terms: tenPercent,
          unrounded: '200.00000000',
          roundedCents: 200,
          capped: false,
        },
      ],
      unrounded: '200.00000000',
      cents: 200,
      balanceCents: 37_200,
    },
    {
      line: 'relief',
      on: '2025-01-21',
      entry: payment,
      order: 'interest_first',
      directed: false,
      applications: [
        {
          charge: 'interest:2025-01-21',
          kind: 'interest',
          dueOn: '2025-01-21',
          parts: { ...noComponents, interestCents: 200 },
          cents: 200,
        },
        {
          charge: 1,
          kind: 'charge',
          dueOn: '2025-01-01',
          parts: { ...noComponents, principalCents: 800 },
          cents: 800,
        },
      ],
      unappliedCents: 0,
      cents: -1_000,
      balanceCents: 36_200,
    },
    // 357.00: 97.808... cents in ten days, twice.
    expect.objectContaining({
      line: 'interest',
      on: '2025-01-31',
      because: 'posted',
      cents: 98,
      balanceCents: 36_298,
    }),
    expect.objectContaining({
      line: 'interest',
      on: '2025-02-10',
      because: 'judgment',
      unrounded: '97.80821917',
      cents: 98,
      balanceCents: 36_396,
    }),
    {
      line: 'judgment',
      on: '2025-02-10',
      judgment: award,
      before: { principalCents: 35_700, interestCents: 196, feesCents: 500, costsCents: 0 },
      cents: 3_604,
      balanceCents: 40_000,
    },
    // 360.00 at 7.3 %: 7.2 cents a day.
    expect.objectContaining({
      line: 'interest',
      on: '2025-02-20',
      because: 'payment',
      cents: 72,
      balanceCents: 40_072,
    }),
    {
      line: 'relief',
      on: '2025-02-20',
      entry: directed,
      order: 'interest_first',
      directed: true,
      applications: [
        {
          charge: 'judgment:7',
          kind: 'judgment',
          dueOn: '2025-02-10',
          parts: { ...noComponents, costsCents: 1_500 },
          cents: 1_500,
        },
      ],
      unappliedCents: 0,
      cents: -1_500,
      balanceCents: 38_572,
    },
    expect.objectContaining({
      line: 'interest',
      on: '2025-03-02',
      because: 'accrued',
      unrounded: '72.00000000',
      cents: 72,
      balanceCents: 38_644,
    }),
  ]);
  expect(figures).toEqual({
    asOf: '2025-03-02',
    parts: { principalCents: 36_000, interestCents: 144, feesCents: 0, costsCents: 2_500 },
    totalCents: 38_644,
    accruedCents: 72,
    unpostedCents: 72,
    unappliedCents: 0,
    perDiem: { unrounded: '7.20000000', cents: 7 },
  });
});

it('shows the rounded parts of two stretches so that they add up, and where the cap stopped them', () => {
  // Half a cent a day: one day of it, then ten that a cap of one cent stops.
  const { lines } = explain(
    {
      entries: [entry(1, 'charge', '2025-01-01', { principalCents: 36_500 })],
      terms: [
        { ...tenPercent, rate: '0.5' },
        { ...tenPercent, fromOn: '2025-01-02', rate: '0.5', capCents: 1 },
      ],
      judgments: [],
      postingDays: [],
    },
    '2025-01-12',
  );
  const line = lines.at(-1);
  if (line?.line !== 'interest') throw new Error('no interest');
  expect(
    line.segments.map(({ days, unrounded, roundedCents, capped }) => [days, unrounded, roundedCents, capped]),
  ).toEqual([
    [1, '0.50000000', 1, false],
    [10, '1.00000000', 1, true],
  ]);
  expect(line).toMatchObject({ because: 'accrued', unrounded: '1.50000000', cents: 2 });
});

it('says which posting was a compounding day, and shows the day asked for itself not counted', () => {
  const compound: LedgerFacts = {
    entries: [entry(1, 'charge', '2025-01-31', { principalCents: 1_200_000 }, { dueOn: '2025-01-31' })],
    terms: [
      {
        ...tenPercent,
        fromOn: '2025-01-31',
        rate: '12',
        method: 'compound',
        compounding: 'monthly',
        dayCount: 'thirty_360',
      },
    ],
    judgments: [],
    postingDays: [],
  };
  const { lines, accruedCents, perDiem } = explain(compound, '2025-02-28');
  // From the 30th as it counts to the 28th: 28 days at 400.00 a day.
  expect(lines.at(-1)).toMatchObject({ on: '2025-02-28', because: 'compounding', cents: 11_200 });
  expect(accruedCents).toBe(0);
  // One day of 12,112.00 at 12 % over 360.
  expect(perDiem).toEqual({ unrounded: '403.73333333', cents: 404 });
});

it('pays nothing more a day where nothing bears interest, or the cap is reached', () => {
  const idle = { entries: [charge], terms: [], judgments: [], postingDays: [] };
  expect(explain(idle, '2025-06-01').perDiem).toEqual({ unrounded: '0.00000000', cents: 0 });
  const stopped = { ...idle, terms: [{ ...tenPercent, method: 'none' as const, rate: '0' }] };
  expect(explain(stopped, '2025-06-01').perDiem.cents).toBe(0);
  const capped = { ...idle, terms: [{ ...tenPercent, capCents: 5 }] };
  expect(explain(capped, '2025-06-01')).toMatchObject({ accruedCents: 5, perDiem: { cents: 0 } });
});

it('has no line of interest where none runs, and keeps what waits in sight', () => {
  const early = entry(9, 'payment', '2024-12-01', { principalCents: -600 }, { order: 'pro_rata' });
  const { lines, unappliedCents, parts } = explain(
    { entries: [charge, early], terms: [], judgments: [], postingDays: [] },
    '2024-12-31',
  );
  expect(lines).toEqual([
    {
      line: 'relief',
      on: '2024-12-01',
      entry: early,
      order: 'pro_rata',
      directed: false,
      applications: [],
      unappliedCents: 600,
      cents: -600,
      balanceCents: -600,
    },
  ]);
  expect(unappliedCents).toBe(600);
  expect(parts).toEqual({ ...noComponents, principalCents: -600 });
});

it('counts nothing over days on which nothing was owed, though what was owed before comes again', () => {
  // 0.4 cents a day: one day of it, paid off with nothing to post, nine days without, one day again.
  const given: LedgerFacts = {
    entries: [
      charge,
      entry(2, 'payment', '2025-01-02', { principalCents: -36_500 }),
      entry(3, 'charge', '2025-01-11', { principalCents: 36_500 }),
    ],
    terms: [{ ...tenPercent, rate: '0.4' }],
    judgments: [],
    postingDays: [],
  };
  const line = explain(given, '2025-01-12').lines.at(-1);
  if (line?.line !== 'interest') throw new Error('no interest');
  expect(line.unrounded).toBe('0.80000000');
  expect(line.segments.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
    ['2025-01-01', '2025-01-02'],
    ['2025-01-11', '2025-01-12'],
  ]);
});

it('shows no stretch on which nothing is owed or the terms bear none, whatever their rate says', () => {
  const settled = {
    ...facts,
    entries: [charge, entry(2, 'payment', '2025-01-01', { principalCents: -36_500 })],
  };
  expect(explain({ ...settled, judgments: [], postingDays: [] }, '2025-06-01').lines).toHaveLength(2);
  const stopped = { ...tenPercent, method: 'none' as const };
  const idle = explain({ entries: [charge], terms: [stopped], judgments: [], postingDays: [] }, '2025-06-01');
  expect(idle.lines).toHaveLength(1);
  expect(idle.perDiem.cents).toBe(0);
});

it('marks a stretch as capped only when the cap took something off it', () => {
  const capped = {
    entries: [charge],
    terms: [{ ...tenPercent, capCents: 100 }],
    judgments: [],
    postingDays: [],
  };
  const marks = ['2025-01-11', '2025-01-12'].map((asOf) => {
    const line = explain(capped, asOf).lines.at(-1);
    return line?.line === 'interest' ? line.segments.map((segment) => segment.capped) : null;
  });
  expect(marks).toEqual([[false], [true]]);
});

it('begins to reckon each charge on its own due day, in whatever order they were entered', () => {
  const due = (entryId: number, dueOn: Day) =>
    entry(entryId, 'charge', '2025-01-01', { principalCents: 36_500 }, { dueOn });
  const { lines } = explain(
    {
      entries: [due(1, '2025-03-01'), due(2, '2025-02-01'), due(3, '2025-02-15'), due(4, '2025-02-01')],
      terms: [tenPercent],
      judgments: [],
      postingDays: [],
    },
    '2025-03-11',
  );
  const line = lines.at(-1);
  if (line?.line !== 'interest') throw new Error('no interest');
  expect(line.segments.map(({ fromOn, baseCents }) => [fromOn, baseCents])).toEqual([
    ['2025-02-01', 73_000],
    ['2025-02-15', 109_500],
    ['2025-03-01', 146_000],
  ]);
});

it('lets a second judgment take the place of the first, and names one application for one charge', () => {
  const mixed = entry(1, 'charge', '2025-01-01', { principalCents: 900, costsCents: 100 });
  const part = entry(
    2,
    'payment',
    '2025-01-02',
    { principalCents: -300 },
    { order: 'costs_fees_interest_principal' },
  );
  const second = { ...award, judgmentId: 8, judgedOn: '2025-03-12', startOn: '2025-03-12', rate: '3.65' };
  const { lines, totalCents } = explain(
    { entries: [mixed, part], terms: [], judgments: [award, second], postingDays: [] },
    '2025-03-22',
  );
  const relief = lines.find((line) => line.line === 'relief');
  expect(relief?.line === 'relief' && relief.applications.map(({ parts }) => parts)).toEqual([
    { ...noComponents, principalCents: 200, costsCents: 100 },
  ]);
  expect(lines.flatMap((line) => (line.line === 'judgment' ? [line.before] : []))).toEqual([
    { ...noComponents, principalCents: 700 },
    // 30 days at 7.2 cents.
    { ...noComponents, principalCents: 36_000, interestCents: 216, costsCents: 4_000 },
  ]);
  const last = lines.at(-1);
  expect(last?.line === 'interest' && last.segments[0]?.terms).toMatchObject({
    method: 'simple',
    rate: '3.65',
    compounding: null,
    capCents: null,
    basis: 'Order of the court',
  });
  // The award again and ten days at 3.6 cents.
  expect(totalCents).toBe(40_036);
});

it('names what a payment without an order met, and the order it followed', () => {
  const plain = entry(3, 'payment', '2025-01-21', { principalCents: -500 });
  const { lines } = explain(
    { entries: [fee, plain], terms: [], judgments: [], postingDays: [] },
    '2025-02-01',
  );
  expect(lines.at(-1)).toMatchObject({
    order: 'oldest_due_first',
    applications: [{ charge: 2, kind: 'fee', dueOn: '2025-01-11', cents: 500 }],
  });
});
