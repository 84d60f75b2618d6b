import { describe, expect, it } from 'vitest';
import { guessColumns, normaliseHeader } from '../../../../shared/domain/import/guess-columns.ts';

const guess = (headers: string[], rows: string[][]) =>
  guessColumns(
    headers,
    headers.map((_, index) => rows.map((row) => row[index] ?? '')),
    '.',
  ).map(({ field, because }) => (field === null ? null : `${field}/${because}`));

it('reads names of columns alike however they are written', () => {
  for (const name of ['InvoiceDate', 'invoice_date', 'Invoice-Date:', ' INVOICE DATE ']) {
    expect(normaliseHeader(name)).toBe('invoice date');
  }
  expect(normaliseHeader('Invoice #')).toBe('invoice number');
  expect(normaliseHeader('Acct No.')).toBe('acct number');
});

describe('by name', () => {
  it('knows receivables', () => {
    expect(
      guess(
        [
          'countryCode',
          'customerID',
          'invoiceNumber',
          'InvoiceDate',
          'DueDate',
          'InvoiceAmount',
          'SettledDate',
          'DaysLate',
        ],
        [['391', '0379-AB', '0000611365', '1/2/2013', '2/1/2013', '55.94', '1/15/2013', '0']],
      ),
    ).toEqual([
      null,
      'debtor_reference/name',
      'charge_reference/name',
      'charge_on/name',
      'due_on/name',
      'amount/name',
      'settled_on/name',
      null,
    ]);
  });

  it('knows patients', () => {
    expect(
      guess(
        [
          'MRN',
          'Patient Last Name',
          'Patient First Name',
          'Date of Service',
          'Patient Balance',
          'Home Phone',
          'Zip',
        ],
        [['0012', 'Abara', 'Ana', '1/2/2025', '120.00', '(512) 555-0144', '78701']],
      ),
    ).toEqual([
      'debtor_reference/name',
      'last_name/name',
      'first_name/name',
      'charge_on/name',
      'balance/name',
      'home_phone/name',
      'postal_code/name',
    ]);
  });

  it('does not believe a name its values contradict', () => {
    expect(
      guess(
        ['Customer', 'Amount', 'Due'],
        [
          ['Ana', 'see note', 'soon'],
          ['Ben', 'open', 'later'],
        ],
      ),
    ).toEqual(['debtor_name/name', null, null]);
  });

  it('gives no field twice and prefers the plainer name', () => {
    expect(guess(['Total Amount', 'Amount'], [['2.00', '1.00']])).toEqual([null, 'amount/name']);
  });

  it('does not take tax or discounts for the sum', () => {
    expect(guess(['Tax 1 Amount', 'Line Total'], [['0.10', '1.10']])).toEqual([null, 'amount/name']);
  });
});

it('goes by what a column holds where no name helps', () => {
  expect(
    guess(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['Ana Abara', '12.50', '1/2/2025', 'ana@example.org', '(512) 555-0144'],
        ['Ben Birch', '13.75', '1/3/2025', 'ben@example.org', '(512) 555-0145'],
      ],
    ),
  ).toEqual(['debtor_name/content', 'amount/content', 'charge_on/content', 'email/content', 'phone/content']);
});
