/** The figure that follows from the kept state alone is the one the whole explanation comes to, on every later day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accrualStateOf, figureAt } from '../../../shared/domain/accrual-state.ts';
import { addDays } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { compoundings, dayCounts, interestMethods } from '../../../shared/domain/interest.ts';
import { noComponents, totalOf } from '../../../shared/domain/ledger.ts';
import { type LedgerFacts, replay } from '../../../shared/domain/replay.ts';

const day = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays('2024-01-01', days));

const facts: fc.Arbitrary<LedgerFacts> = fc.record({
  entries: fc
    .array(
      fc.record({
        isPayment: fc.boolean(),
        cents: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 90_000_000 })),
        effectiveOn: day(300),
        dueIn: fc.integer({ min: 0, max: 400 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((drawn) =>
      drawn.map(({ isPayment, cents, effectiveOn, dueIn }, index) => ({
        entryId: index + 1,
        kind: isPayment ? ('payment' as const) : ('charge' as const),
        effectiveOn,
        dueOn: isPayment ? null : addDays(effectiveOn, dueIn),
        parts: { ...noComponents, principalCents: isPayment ? -cents : cents },
        order: null,
        direction: null,
      })),
    ),
  terms: fc
    .uniqueArray(
      fc.record({
        fromOn: day(700),
        method: fc.constantFrom(...interestMethods),
        rate: fc.constantFrom('0.01', '6', '7.25', '36', '99.999999'),
        compounding: fc.constantFrom(...compoundings),
        dayCount: fc.constantFrom(...dayCounts),
        capCents: fc.option(fc.integer({ min: 0, max: 500_000 }), { freq: 4 }),
        basis: fc.constant('Clause 4'),
      }),
      { maxLength: 3, selector: ({ fromOn }) => fromOn },
    )
    .map((rows) =>
      rows
        .map((row) => ({ ...row, compounding: row.method === 'compound' ? row.compounding : null }))
        .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)),
    ),
  judgments: fc.constant([]),
  postingDays: fc.constant([]),
});

test('a figure from the state is the explained one', () => {
  fc.assert(
    fc.property(
      facts,
      fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 4 }),
      (all, later) => {
        const state = accrualStateOf(all);
        if (state === null) throw new Error('something happened on the account');
        const postedCents = totalOf(replay(all, { through: null }).parts);
        for (const days of later) {
          const asOf = addDays(state.fromOn, days);
          expect([asOf, figureAt(state.state, asOf, postedCents)]).toEqual([
            asOf,
            explain(all, asOf).totalCents,
          ]);
        }
      },
    ),
    { numRuns: 1_500 },
  );
}, 60_000);
