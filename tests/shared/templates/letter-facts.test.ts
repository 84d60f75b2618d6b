/** The facts a template can name: formatted once, summing up to the amount due. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDollars } from '../../../shared/domain/money.ts';
import { type LetterCharge, letterFactsOf } from '../../../shared/templates/letter-facts.ts';
import { letterFileName } from '../../../shared/templates/letter-file-name.ts';
import { makeLetterData } from '../../builders/letter-data.ts';

test('sums carry cents, days are spelled out, the running total ends at the amount due', () => {
  const facts = letterFactsOf(makeLetterData());
  expect(facts.letter).toEqual({ date: 'March 12, 2026', is_sample: false });
  expect(facts.pay_by).toEqual({
    in_7_days: 'March 19, 2026',
    in_10_days: 'March 22, 2026',
    in_14_days: 'March 26, 2026',
    in_30_days: 'April 11, 2026',
  });
  expect(facts.amount_due).toBe('$505.00');
  expect(facts.oldest_due).toBe('November 1, 2025');
  expect(facts.charges).toEqual([
    {
      date: 'Oct 2, 2025',
      due: 'Nov 1, 2025',
      description: 'INV-5501, Crown, upper left',
      charged: '$980.00',
      paid: '$500.00',
      open: '$480.00',
      running: '$480.00',
    },
    {
      date: 'Dec 4, 2025',
      due: 'Dec 4, 2025',
      description: 'Fee: Returned check',
      charged: '$25.00',
      paid: '$0.00',
      open: '$25.00',
      running: '$505.00',
    },
  ]);
  expect(facts.not_tied).toBeNull();
});

test('money no charge has taken is a line of its own', () => {
  const facts = letterFactsOf(makeLetterData({ balanceCents: 45_500 }));
  expect(facts.not_tied).toEqual({ label: 'Payments and credits not tied to a charge', amount: '-$50.00' });
  expect(facts.charges_total).toBe('$505.00');
  expect(facts.amount_due).toBe('$455.00');
});

test('whatever the charges, the last running total and the rest add up to the amount due', () => {
  const charge = (openCents: number): LetterCharge => ({
    kind: 'charge',
    reference: '',
    memo: '',
    effectiveOn: '2026-01-01',
    dueOn: null,
    chargedCents: openCents,
    openCents,
  });
  const cents = (text: string): number => Number(text.replace(/[$,.]/g, ''));
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e9 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 1e9 }),
      (opens, balanceCents) => {
        const facts = letterFactsOf(makeLetterData({ charges: opens.map(charge), balanceCents }));
        const rest = facts.not_tied === null ? 0 : cents(facts.not_tied.amount);
        expect(cents(facts.charges_total) + rest).toBe(balanceCents);
        expect(facts.charges.at(-1)?.running ?? formatDollars(0)).toBe(facts.charges_total);
      },
    ),
  );
});

test('unseen characters that turn or hide text are taken out, the rest stays as typed', () => {
  const facts = letterFactsOf(
    makeLetterData({
      debtor: {
        kind: 'consumer',
        name: '  Ann\u202e eel\u0000 O’Neil\u2028 ',
        addressLines: ['\u2066Ann\u2069'],
      },
      account: { number: 'A\t1', clientName: 'Same', originalCreditor: 'SAME' },
    }),
  );
  expect(facts.debtor.name).toBe('Ann  eel  O’Neil');
  expect(facts.debtor.address_lines).toEqual(['Ann']);
  expect(facts.account).toMatchObject({ number: 'A 1', creditor: 'Same', original_creditor: '' });
});

test.each([
  ['Rosa Delgado', 'Demand letter', 'Rosa Delgado - Demand letter - 2026-03-12.pdf'],
  ['../../etc/passwd', 'A:B', 'etc passwd - A B - 2026-03-12.pdf'],
  ['...', 'Notice', 'Notice - 2026-03-12.pdf'],
  ['x'.repeat(300), 'Notice', `${'x'.repeat(60)} - Notice - 2026-03-12.pdf`],
])('a letter to %s is saved under a name every file system takes', (name, template, expected) => {
  expect(letterFileName(name, template, '2026-03-12')).toBe(expected);
});
