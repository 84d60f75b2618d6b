import { describe, expect, test } from 'vitest';
import { sumUp } from '../../../../renderer/features/account/money/balance-sum.ts';
import { explanationSentences } from '../../../../renderer/features/account/money/explanation-words.ts';
import type { Explanation } from '../../../../shared/contract/ledger.ts';

const none = { principalCents: 0, interestCents: 0, feesCents: 0, costsCents: 0 };

const explanation: Explanation = {
  accountId: 7,
  accountNumber: 'MF-1',
  debtorName: 'Otis Quillfeather',
  asOf: '2026-03-02',
  lines: [
    {
      line: 'charge',
      on: '2026-01-01',
      entryId: 1,
      kind: 'charge',
      reference: 'INV-9',
      memo: '',
      dueOn: '2026-02-01',
      basisKind: '',
      basis: '',
      parts: { ...none, principalCents: 100_000 },
      cents: 100_000,
      balanceCents: 100_000,
    },
    {
      line: 'charge',
      on: '2026-02-01',
      entryId: 2,
      kind: 'fee',
      reference: '',
      memo: '',
      dueOn: '2026-02-01',
      basisKind: 'contract',
      basis: 'Agreement §4',
      parts: { ...none, feesCents: 1_500 },
      cents: 1_500,
      balanceCents: 101_500,
    },
    {
      line: 'interest',
      on: '2026-03-02',
      because: 'payment',
      segments: [
        {
          fromOn: '2026-02-01',
          toOn: '2026-03-02',
          days: 29,
          baseCents: 100_000,
          rate: '7.3',
          method: 'simple',
          dayCount: 'actual_365',
          unrounded: '580.00000000',
          roundedCents: 580,
          capped: false,
          basis: 'Agreement §5',
        },
      ],
      unrounded: '580.00000000',
      cents: 580,
      balanceCents: 102_080,
    },
    {
      line: 'relief',
      on: '2026-03-02',
      entryId: 3,
      kind: 'payment',
      method: 'cheque',
      reference: '1041',
      memo: '',
      allowedBy: '',
      order: 'costs_fees_interest_principal',
      directed: false,
      applications: [
        {
          chargeEntryId: 2,
          reference: '',
          kind: 'fee',
          dueOn: '2026-02-01',
          cents: 1_500,
          parts: { ...none, feesCents: 1_500 },
        },
      ],
      unappliedCents: 0,
      cents: -1_500,
      balanceCents: 100_580,
    },
  ],
  parts: { ...none, principalCents: 100_000, interestCents: 580 },
  totalCents: 100_580,
  accruedCents: 0,
  unpostedCents: 0,
  unappliedCents: 0,
  perDiem: { unrounded: '20.00000000', cents: 20 },
  takenBack: [{ entryId: 4, kind: 'payment', on: '2026-02-20', cents: -500, reason: 'Insufficient funds' }],
};

test('the sums by kind come to the figure', () => {
  const sums = sumUp(explanation);
  expect(sums).toEqual([
    { group: 'charges', cents: 100_000 },
    { group: 'interest', cents: 580 },
    { group: 'fees', cents: 1_500 },
    { group: 'received', cents: -1_500 },
  ]);
  expect(sums.reduce((sum, { cents }) => sum + cents, 0)).toBe(explanation.totalCents);
});

describe('the figure in plain sentences', () => {
  const said = explanationSentences(explanation);

  test('begins with who owes how much on which day', () => {
    expect(said[0]).toBe('Account MF-1 of Otis Quillfeather. At the end of 2 Mar 2026, $1,005.80 is owed.');
  });

  test('says every line with its figures, basis and rule', () => {
    expect(said.slice(1, 5)).toEqual([
      '1 Jan 2026: Charge INV-9 of $1,000.00, due 1 Feb 2026. Balance $1,000.00.',
      '1 Feb 2026: Fee of $15.00. Contract clause: Agreement §4. Balance $1,015.00.',
      '2 Mar 2026: Interest of $5.80, posted because money came in. From 1 Feb 2026 to 2 Mar 2026, 29 days on $1,000.00 at 7.3 % a year (Actual/365): $5.80. Balance $1,020.80.',
      '2 Mar 2026: Payment of $15.00 (check, 1041). Costs, fees, interest, then principal: $15.00 to fee due 1 Feb 2026 ($15.00 fees). Balance $1,005.80.',
    ]);
  });

  test('says what was left out, the sums, the parts and what a day adds', () => {
    expect(said.slice(5)).toEqual([
      'Left out, because it was taken back: payment of $5.00 of 20 Feb 2026 (Insufficient funds).',
      'Together: charges $1,000.00, interest $5.80, fees $15.00, received -$15.00. That makes $1,005.80.',
      'Of the $1,005.80: $5.80 interest, $1,000.00 principal.',
      'Each further day adds about $0.20 of interest.',
    ]);
  });

  test('credit is said as credit', () => {
    const credit = explanationSentences({
      ...explanation,
      lines: [],
      takenBack: [],
      totalCents: -250,
      unappliedCents: 250,
      parts: { ...none, principalCents: -250 },
      perDiem: { unrounded: '0.00000000', cents: 0 },
    });
    expect(credit[0]).toContain('$2.50 stands in credit');
    expect(credit).toContain('$2.50 came in that no charge could take; it waits as credit.');
    expect(credit.at(-1)).toBe('No interest is being added by the day.');
  });
});
