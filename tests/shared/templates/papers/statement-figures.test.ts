/** A statement's lines lead from the opening to the closing balance, whatever was posted where. */
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../../../shared/contract/ledger.ts';
import { addDays, type Day } from '../../../../shared/domain/days.ts';
import type { Result } from '../../../../shared/errors/result.ts';
import {
  type StatementFigures,
  statementFigures,
} from '../../../../shared/templates/papers/statement-figures.ts';
import {
  charge,
  eightPercent,
  explanationOf,
  makeLedger,
  partsOfPrincipal,
  payment,
} from '../../../builders/paper-facts.ts';

function figuresOf(facts: Parameters<typeof explanationOf>[0], fromOn: Day, toOn: Day): StatementFigures {
  const made = statementFigures(
    explanationOf(facts, addDays(fromOn, -1)),
    explanationOf(facts, toOn),
    fromOn,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

const judged = makeLedger({
  judgments: [
    {
      judgmentId: 1,
      judgedOn: '2026-02-10',
      award: { ...partsOfPrincipal(85_000), costsCents: 4500 },
      interestOn: 'principal',
      rate: '5',
      dayCount: 'actual_365',
      startOn: '2026-02-10',
      basis: 'Order of the court',
    },
  ],
});
const ledgers = {
  simple: makeLedger(),
  compound: makeLedger({ terms: [{ ...eightPercent, method: 'compound', compounding: 'monthly' }] }),
  'thirty/360': makeLedger({ terms: [{ ...eightPercent, dayCount: 'thirty_360' }] }),
  capped: makeLedger({ terms: [{ ...eightPercent, capCents: 1200 }] }),
  'posted by hand': makeLedger({ postingDays: ['2026-01-31', '2026-03-01'] }),
  judged,
  overpaid: makeLedger({
    entries: [charge(1, '2026-01-02', 100), payment(2, '2026-01-03', 500), charge(3, '2026-02-01', 70)],
  }),
  empty: makeLedger({ entries: [] }),
};
const periods: readonly (readonly [Day, Day])[] = [
  ['2025-01-01', '2026-12-31'],
  ['2025-11-01', '2025-11-01'],
  ['2025-12-01', '2026-01-14'],
  ['2026-01-15', '2026-01-15'],
  ['2026-01-16', '2026-02-20'],
  ['2026-02-01', '2026-02-28'],
  ['2026-02-10', '2026-03-31'],
  ['2026-03-01', '2026-03-01'],
];
const cases = Object.entries(ledgers).flatMap(([name, facts]) =>
  periods.map(([fromOn, toOn]) => ({ name, facts, fromOn, toOn })),
);

test.each(cases)('$name, $fromOn to $toOn adds up', ({ facts, fromOn, toOn }) => {
  const figures = figuresOf(facts, fromOn, toOn);
  const sum = figures.lines.reduce((total, { cents }) => total + cents, 0);
  expect(figures.openingCents).toBe(explanationOf(facts, addDays(fromOn, -1)).totalCents);
  expect(figures.closingCents).toBe(explanationOf(facts, toOn).totalCents);
  expect(figures.openingCents + sum).toBe(figures.closingCents);
  const { charge: charged, interest, relief, judgment } = figures.sums;
  expect(charged + interest + relief + judgment).toBe(sum);
  expect(figures.lines.at(-1)?.balanceCents ?? figures.openingCents).toBe(figures.closingCents);
  for (const line of figures.lines) expect(line.on >= fromOn && line.on <= toOn).toBe(true);
});

test('a period that starts where another ends takes up its closing balance', () => {
  const first = figuresOf(ledgers.simple, '2025-11-01', '2026-01-31');
  const second = figuresOf(ledgers.simple, '2026-02-01', '2026-03-31');
  expect(second.openingCents).toBe(first.closingCents);
  expect(second.openingAccruedCents).toBe(first.closingAccruedCents);
});

test('interest of before the period is told apart from interest in it', () => {
  // $980.00 at 8 %: 60 days to December 31 are $12.89, 75 days to the payment of January 15 are $16.11.
  const figures = figuresOf(ledgers.simple, '2026-01-01', '2026-03-31');
  expect(figures.openingAccruedCents).toBe(1289);
  expect(figures.lines[0]).toMatchObject({ on: '2026-01-15', sort: 'interest', cents: 322 });
  expect(figures.lines[0]?.detail).toContain('$16.11 in all, of which $12.89');
  expect(figures.lines.at(-1)?.what).toContain('accrued, not posted yet');
});

describe('what does not reconcile is refused', () => {
  const opening = explanationOf(ledgers.simple, '2025-12-31');
  const closing = explanationOf(ledgers.simple, '2026-03-31');
  const wrong: readonly (readonly [string, Explanation, Explanation, number])[] = [
    ['a closing balance a cent off', opening, { ...closing, totalCents: closing.totalCents + 1 }, 1],
    ['an opening balance a cent off', { ...opening, totalCents: opening.totalCents + 1 }, closing, -1],
    [
      'a lost line',
      opening,
      { ...closing, lines: closing.lines.filter((line) => line.line !== 'relief' || line.entryId !== 5) },
      -5000,
    ],
    ['accrued interest that is never posted', { ...opening, accruedCents: 9999 }, closing, 1792],
  ];
  test.each(wrong)('%s', (_what, from, to, differenceCents) => {
    const made: Result<StatementFigures> = statementFigures(from, to, '2026-01-01');
    expect(made).toMatchObject({ ok: false, error: { code: 'paper.not_reconciling' } });
    if (!made.ok) expect(made.error.params.differenceCents).toBe(differenceCents);
  });
});

test('what was taken back is named and not counted', () => {
  const facts = ledgers.simple;
  const closing = explanationOf(facts, '2026-03-31', {
    takenBack: [
      { entryId: 8, kind: 'payment', on: '2025-12-30', cents: -4000, reason: 'before the period' },
      { entryId: 9, kind: 'payment', on: '2026-03-02', cents: -5000, reason: 'returned: no funds' },
    ],
  });
  const made = statementFigures(explanationOf(facts, '2025-12-31'), closing, '2026-01-01');
  expect(made).toMatchObject({
    ok: true,
    value: { takenBack: [{ on: '2026-03-02', what: 'Payment of $50.00', reason: 'returned: no funds' }] },
  });
});
