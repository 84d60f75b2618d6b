/** The kept state of interest: its first day, its short forms, and the quick way over years of compounding. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Terms } from '../../../shared/domain/accrual.ts';
import { accrualStateOf, figureAt } from '../../../shared/domain/accrual-state.ts';
import { addDays, type Day } from '../../../shared/domain/days.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { compoundings, dayCounts } from '../../../shared/domain/interest.ts';
import { noComponents } from '../../../shared/domain/ledger.ts';
import type { LedgerFacts, PrimaryEntry } from '../../../shared/domain/replay.ts';

function owed(
  entryId: number,
  effectiveOn: Day,
  principalCents: number,
  change: Partial<PrimaryEntry> = {},
): PrimaryEntry {
  const parts = { ...noComponents, principalCents };
  const kind = principalCents < 0 ? 'payment' : 'charge';
  return { entryId, kind, effectiveOn, dueOn: null, parts, order: null, direction: null, ...change };
}

function factsOf(change: Partial<LedgerFacts>): LedgerFacts {
  return { entries: [owed(1, '2025-01-01', 36_500)], terms: [], judgments: [], postingDays: [], ...change };
}

const simple: Terms = {
  fromOn: '2025-01-01',
  method: 'simple',
  rate: '10',
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  basis: 'Clause 4',
};

it.each<[string, Partial<LedgerFacts>, string, Day]>([
  ['nothing bears interest', {}, 'none', '2025-01-01'],
  ['one sum bears it', { terms: [simple] }, 'simple', '2025-01-01'],
  ['the terms stopped', { terms: [{ ...simple, method: 'none' }] }, 'fixed', '2025-01-01'],
  [
    'all is paid',
    { terms: [simple], entries: [owed(1, '2025-01-01', 500), owed(2, '2025-01-01', -500)] },
    'fixed',
    '2025-01-01',
  ],
  ['a cap may stop it', { terms: [{ ...simple, capCents: 5 }] }, 'full', '2025-01-01'],
  [
    'it compounds',
    { terms: [{ ...simple, method: 'compound', compounding: 'monthly' }] },
    'full',
    '2025-01-01',
  ],
  ['terms change later', { terms: [simple, { ...simple, fromOn: '2026-01-01' }] }, 'full', '2025-01-01'],
  [
    'another sum is due later',
    {
      terms: [simple],
      entries: [owed(1, '2025-01-01', 500), owed(2, '2025-01-01', 500, { dueOn: '2025-09-01' })],
    },
    'full',
    '2025-01-01',
  ],
  [
    'interest was posted by hand last',
    { terms: [simple], postingDays: ['2025-02-01'] },
    'simple',
    '2025-02-01',
  ],
  [
    'a charge came last',
    {
      terms: [simple],
      entries: [owed(2, '2025-03-01', 500), owed(1, '2025-01-01', 500)],
      postingDays: ['2025-02-01'],
    },
    'simple',
    '2025-03-01',
  ],
])('is kept in few words from the last event where %s', (_, change, form, fromOn) => {
  const kept = accrualStateOf(factsOf(change));
  expect(kept?.fromOn).toBe(fromOn);
  expect(kept?.state.split('|')[0]).toBe(form);
});

it('gives the figure of any later day to the cent, over years of compounding and for huge sums', () => {
  const cents = fc.oneof(
    fc.integer({ min: 1, max: 5_000_000 }),
    fc.constantFrom(1, 99, 10_000_000_000, 40_000_000_000_000),
  );
  const terms = fc
    .record({
      rate: fc.constantFrom('0.000001', '3.65', '8.333333', '12', '36'),
      every: fc.constantFrom(...compoundings),
      dayCount: fc.constantFrom(...dayCounts),
      compound: fc.boolean(),
      capCents: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null, freq: 5 }),
    })
    .map(({ every, compound, ...row }): Terms => {
      const method = compound ? ('compound' as const) : ('simple' as const);
      return {
        ...row,
        fromOn: '2025-01-31',
        method,
        compounding: compound ? every : null,
        basis: 'Clause 4',
      };
    });
  const second = fc.option(fc.tuple(terms, fc.integer({ min: 1, max: 3_000 })), { nil: null });
  const late = fc.option(fc.tuple(cents, fc.integer({ min: 0, max: 3_000 })), { nil: null });
  const later = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 5_000 }));
  fc.assert(
    fc.property(cents, terms, second, late, fc.boolean(), later, (sum, first, then, due, paid, days) => {
      const entries = [owed(1, '2025-01-31', sum)];
      if (paid) entries.push(owed(2, '2025-05-10', -Math.ceil(sum / 3)));
      if (due) entries.push(owed(3, '2025-02-01', due[0], { dueOn: addDays('2025-02-01', due[1]) }));
      const rows = then ? [first, { ...then[0], fromOn: addDays('2025-01-31', then[1]) }] : [first];
      const facts = factsOf({ entries, terms: rows });
      const kept = accrualStateOf(facts);
      if (!kept) throw new Error('no state');
      const asOf = addDays(kept.fromOn, days);
      const { totalCents } = explain(facts, asOf);
      if (totalCents > 9_000_000_000_000_000) return;
      expect(figureAt(kept.state, asOf, 0)).toBe(totalCents);
    }),
    { seed: 20_261_122, numRuns: 1_500 },
  );
});
