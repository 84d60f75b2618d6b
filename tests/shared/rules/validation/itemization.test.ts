/** The itemization of a validation notice always equals the ledger, to the cent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Terms } from '../../../../shared/domain/accrual.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import { explain } from '../../../../shared/domain/explain.ts';
import { type Components, noComponents } from '../../../../shared/domain/ledger.ts';
import type { Judgment, LedgerFacts, PrimaryEntry } from '../../../../shared/domain/replay.ts';
import {
  isReconciled,
  itemizationOf,
  itemizationRows,
} from '../../../../shared/rules/validation/itemization.ts';
import { MemoryLedger } from '../../../builders/memory-ledger.ts';

let nextId = 1;
const entry = (kind: PrimaryEntry['kind'], effectiveOn: Day, parts: Partial<Components>): PrimaryEntry => ({
  entryId: nextId++,
  kind,
  effectiveOn,
  dueOn: null,
  parts: { ...noComponents, ...parts },
  order: 'interest_first',
  direction: null,
});
const terms = (fromOn: Day, rate: string): Terms => ({
  fromOn,
  method: 'simple',
  rate,
  compounding: null,
  dayCount: 'actual_365',
  capCents: null,
  basis: 'Clause 4',
});
const ledger = (change: Partial<LedgerFacts>): LedgerFacts => ({
  entries: [],
  terms: [],
  judgments: [],
  postingDays: [],
  ...change,
});

describe('from the ledger', () => {
  const facts = ledger({
    entries: [
      entry('charge', '2026-01-01', { principalCents: 36_500 }),
      entry('payment', '2026-02-10', { principalCents: -5_000 }),
      entry('fee', '2026-03-01', { feesCents: 2_500 }),
      entry('cost', '2026-03-02', { costsCents: 4_000 }),
      entry('payment', '2026-04-01', { principalCents: -10_000 }),
      entry('credit', '2026-04-02', { principalCents: -1_000 }),
    ],
    terms: [terms('2026-01-01', '10')],
  });

  test('splits what came since by what it is', () => {
    // 365.00 at 10 % is 10 cents a day: 31 days to February 1.
    const table = itemizationOf(facts, '2026-02-01', '2026-06-01');
    expect(table.owedThenCents).toBe(36_500 + 310);
    expect(table).toMatchObject({
      feesCents: 6_500,
      paidCents: 16_000,
      otherCents: 0,
      faults: [],
      owedThenFrom: 'ledger',
    });
    expect(table.owedNowCents).toBe(explain(facts, '2026-06-01').totalCents);
    expect(isReconciled(table)).toBe(true);
  });

  test('fills every field, with 0 where there is nothing', () => {
    const table = itemizationOf(facts, '2026-06-01', '2026-06-01');
    expect(table).toMatchObject({ interestCents: 0, feesCents: 0, paidCents: 0 });
    expect(itemizationRows(table, (day) => day)).toEqual([
      { label: 'As of 2026-06-01, you owed:', cents: table.owedNowCents, sign: '' },
      { label: 'You were charged this amount in interest:', cents: 0, sign: '+' },
      { label: 'You were charged this amount in fees:', cents: 0, sign: '+' },
      { label: 'You paid or were credited this amount toward the debt:', cents: 0, sign: '-' },
      { label: 'Total amount of the debt now:', cents: table.owedNowCents, sign: '' },
    ]);
  });

  test('takes a reversal at the day of what it takes back', () => {
    const memory = new MemoryLedger();
    memory.terms = [terms('2026-01-01', '10')];
    memory.post({
      kind: 'charge',
      effectiveOn: '2026-01-01',
      parts: { ...noComponents, principalCents: 36_500 },
    });
    const paid = memory.post({
      kind: 'payment',
      effectiveOn: '2026-01-11',
      parts: { ...noComponents, principalCents: -10_100 },
      order: 'interest_first',
    });
    expect(itemizationOf(memory.facts(), '2026-02-01', '2026-03-01').owedThenCents).toBe(26_500 + 152);
    memory.post({
      kind: 'reversal',
      effectiveOn: '2026-01-11',
      parts: { ...noComponents, principalCents: 10_000, interestCents: 100 },
      reverses: paid.entryId,
    });
    // The check bounced: it never paid, neither then nor since.
    const table = itemizationOf(memory.facts(), '2026-02-01', '2026-03-01');
    expect(table).toMatchObject({ owedThenCents: 36_810, interestCents: 280, paidCents: 0 });
    expect(isReconciled(table)).toBe(true);
  });

  test('shows a write-off as a credit', () => {
    const written = ledger({
      entries: [
        entry('charge', '2026-01-01', { principalCents: 10_000 }),
        entry('write_off', '2026-02-01', { principalCents: -4_000 }),
      ],
    });
    expect(itemizationOf(written, '2026-01-15', '2026-03-01')).toMatchObject({
      owedThenCents: 10_000,
      paidCents: 4_000,
      owedNowCents: 6_000,
    });
  });

  test('nets a refund against what was paid', () => {
    const refunded = ledger({
      entries: [
        entry('charge', '2026-01-01', { principalCents: 10_000 }),
        entry('payment', '2026-02-01', { principalCents: -4_000 }),
        entry('refund', '2026-02-05', { principalCents: 1_500 }),
      ],
    });
    expect(itemizationOf(refunded, '2026-01-15', '2026-03-01')).toMatchObject({
      paidCents: 2_500,
      otherCents: 0,
      owedNowCents: 7_500,
    });
  });

  test('refuses a date with new charges behind it', () => {
    const bought = ledger({
      entries: [
        entry('charge', '2026-01-01', { principalCents: 10_000 }),
        entry('charge', '2026-02-01', { principalCents: 500 }),
      ],
    });
    const table = itemizationOf(bought, '2026-01-15', '2026-03-01');
    expect(table).toMatchObject({ otherCents: 500 });
    expect(table.faults.map(({ code }) => code)).toEqual(['VALIDATION_ITEMIZATION_NOT_EXPLAINED']);
    expect(itemizationRows(table, (day) => day)).toBeNull();
  });

  test('points at the judgment when one came since', () => {
    const judgment: Judgment = {
      judgmentId: 1,
      judgedOn: '2026-03-01',
      award: { principalCents: 12_000, interestCents: 0, feesCents: 0, costsCents: 3_000 },
      interestOn: 'principal',
      rate: '9',
      dayCount: 'actual_365',
      startOn: '2026-03-01',
      basis: 'State law',
    };
    const judged = ledger({
      entries: [entry('charge', '2026-01-01', { principalCents: 10_000 })],
      judgments: [judgment],
    });
    const before = itemizationOf(judged, '2026-02-01', '2026-03-01');
    expect(before.faults[0]?.text).toContain('Use the judgment date');
    expect(isReconciled(before)).toBe(true);
    expect(itemizationOf(judged, '2026-03-01', '2026-03-01')).toMatchObject({
      owedThenCents: 15_000,
      otherCents: 0,
      faults: [],
    });
  });

  test('refuses a date that lies ahead', () => {
    expect(itemizationOf(facts, '2026-06-02', '2026-06-01').faults.map(({ code }) => code)).toContain(
      'VALIDATION_ITEMIZATION_DATE_INCONSISTENT',
    );
  });
});

describe('where the ledger begins later', () => {
  const placed = ledger({
    entries: [
      entry('charge', '2026-05-01', { principalCents: 90_000, interestCents: 6_000, feesCents: 1_500 }),
      entry('payment', '2026-06-01', { principalCents: -10_000 }),
    ],
  });

  test('the stated sum is what was owed, the opening says what was charged since', () => {
    const table = itemizationOf(placed, '2026-01-31', '2026-07-01', 91_000);
    expect(table).toMatchObject({
      owedThenCents: 91_000,
      owedThenFrom: 'stated',
      interestCents: 6_000,
      feesCents: 500,
      paidCents: 10_000,
      otherCents: 0,
      owedNowCents: 87_500,
      faults: [],
    });
    expect(isReconciled(table)).toBe(true);
    expect(table.remarks).toHaveLength(1);
  });

  test('a larger stated sum means something was paid before', () => {
    const table = itemizationOf(placed, '2026-01-31', '2026-07-01', 100_000);
    expect(table).toMatchObject({ interestCents: 0, feesCents: 0, paidCents: 12_500, faults: [] });
    expect(isReconciled(table)).toBe(true);
  });

  test('a smaller one than interest and fees explain is not printed', () => {
    const table = itemizationOf(placed, '2026-01-31', '2026-07-01', 80_000);
    expect(table.otherCents).toBe(10_000);
    expect(table.faults.map(({ code }) => code)).toEqual(['VALIDATION_ITEMIZATION_NOT_EXPLAINED']);
    expect(isReconciled(table)).toBe(true);
  });

  test('without a stated sum the field is missing', () => {
    const table = itemizationOf(placed, '2026-01-31', '2026-07-01');
    expect(table.owedThenCents).toBeNull();
    expect(table.faults.map(({ code }) => code)).toEqual(['VALIDATION_FIELD_MISSING']);
    expect(isReconciled(table)).toBe(false);
  });

  test('a stated sum that differs from a ledger that reaches back is told', () => {
    const table = itemizationOf(placed, '2026-05-01', '2026-07-01', 91_000);
    expect(table).toMatchObject({ owedThenCents: 97_500, owedThenFrom: 'ledger' });
    expect(table.remarks[0]).toContain('$910.00');
  });
});

describe('random ledgers', () => {
  const start = '2026-01-01';
  const happening = fc.record({
    kind: fc.constantFrom<PrimaryEntry['kind']>(
      'charge',
      'fee',
      'cost',
      'payment',
      'recovery',
      'credit',
      'write_off',
      'refund',
      'reversal',
    ),
    day: fc.integer({ min: 0, max: 400 }),
    cents: fc.integer({ min: 1, max: 5_000_000 }),
    pick: fc.nat(50),
  });
  const part = { charge: 'principalCents', refund: 'principalCents', fee: 'feesCents', cost: 'costsCents' };

  test('reconcile to the cent on every date', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: 0, max: 6_000_000 })),
        fc.constantFrom('0', '7.25', '18'),
        fc.boolean(),
        (happenings, dateOffset, later, stated, rate, judged) => {
          const memory = new MemoryLedger();
          memory.terms = [terms(start, rate)];
          for (const { kind, day, cents, pick } of happenings) {
            const effectiveOn = addDays(start, day);
            if (kind === 'reversal') {
              const rows = memory.primaries();
              const taken = rows[pick % Math.max(1, rows.length)];
              if (!taken) continue;
              const back = Object.fromEntries(
                Object.entries(taken.parts).map(([name, value]) => [name, -value || 0]),
              ) as Components;
              memory.post({ kind, effectiveOn: taken.effectiveOn, parts: back, reverses: taken.entryId });
            } else {
              const charged = part[kind as keyof typeof part];
              const parts = { ...noComponents, [charged ?? 'principalCents']: charged ? cents : -cents };
              memory.post({ kind, effectiveOn, parts, order: 'interest_first' });
            }
          }
          if (judged) {
            memory.judgments = [
              {
                judgmentId: 1,
                judgedOn: addDays(start, 200),
                award: { principalCents: 80_000, interestCents: 4_000, feesCents: 100, costsCents: 9_000 },
                interestOn: 'award',
                rate: '9',
                dayCount: 'actual_365',
                startOn: addDays(start, 200),
                basis: 'State law',
              },
            ];
            memory.settle();
          }
          const on = addDays(start, dateOffset);
          const asOf = addDays(on, later);
          const table = itemizationOf(memory.facts(), on, asOf, stated);
          expect(table.owedNowCents).toBe(explain(memory.facts(), asOf).totalCents);
          for (const cents of [table.interestCents, table.feesCents, table.paidCents, table.otherCents])
            expect(cents).toBeGreaterThanOrEqual(0);
          if (table.owedThenCents !== null) expect(isReconciled(table)).toBe(true);
          // Two dates in a row agree on what lies between them.
          if (table.owedThenFrom === 'ledger')
            expect(table.owedThenCents).toBe(itemizationOf(memory.facts(), on, on).owedNowCents);
        },
      ),
      { numRuns: 400 },
    );
  });
});
