/** What whole tables are taken for: the kind of their rows, and each column, with what the guess rests on. */
import { describe, expect, it } from 'vitest';
import { guessTable } from '../../../../shared/domain/import/guess-columns.ts';
import type { RowKind } from '../../../../shared/domain/import.ts';

function table(headers: string[], ...rows: string[][]) {
  const { kind, columns } = guessTable(
    headers,
    headers.map((_, index) => rows.map((row) => row[index] ?? '')),
    '.',
  );
  return { kind, fields: columns.map(({ field }) => field) };
}

describe('what the rows state', () => {
  const cases: readonly [string, RowKind, string[], string[]][] = [
    [
      'an agency’s placement file',
      'charge',
      ['Client', 'Acct #', 'Debtor', 'DOB', 'Balance', 'Placement Date'],
      ['Birch Dental', '77', 'Ana Abara', '1/2/1980', '12.00', '3/4/2026'],
    ],
    [
      'payments',
      'payment',
      ['Account', 'Payment Date', 'Payment Amount', 'Check #'],
      ['77', '1/2/2026', '5.00', '101'],
    ],
    [
      'receipts',
      'payment',
      ['Receipt No', 'Date Received', 'From', 'Amount'],
      ['1', '1/2/2026', 'Ana Abara', '5.00'],
    ],
    [
      'a list of customers',
      'debtor',
      ['Name', 'Phone', 'Email', 'Street', 'City'],
      ['Ana Abara', '', '', '', ''],
    ],
    ['notes', 'note', ['Account #', 'Note Date', 'Note'], ['77', '1/2/2026', 'Said she will call']],
    [
      'calls',
      'contact',
      ['Account #', 'Call Date', 'Direction', 'Result', 'Comments'],
      ['77', '1/2/2026', 'Outbound', 'No answer', ''],
    ],
    ['phones', 'phone', ['Account Number', 'Phone', 'Phone Type'], ['77', '(512) 555-0101', 'Cell']],
    [
      'addresses',
      'address',
      ['Account Number', 'Street', 'City', 'State', 'Zip'],
      ['77', '1 Main', 'Austin', 'TX', '78701'],
    ],
    [
      'credits',
      'credit',
      ['Credit Memo #', 'Credit Date', 'Customer', 'Credit Amount'],
      ['C1', '1/2/2026', 'Ana Abara', '5.00'],
    ],
    [
      'a bank account without the marks of a bank',
      'bank_line',
      ['Date', 'Description', 'Value'],
      ['1/2/2026', 'DEPOSIT 1', '5.00'],
    ],
    [
      'invoices that say what was paid of them',
      'charge',
      ['Customer', 'Invoice #', 'Due Date', 'Total', 'Paid', 'Balance'],
      ['Ana', '1', '1/2/2026', '5.00', '0.00', '5.00'],
    ],
  ];
  it.each(cases)('%s: %s', (_, kind, headers, row) => {
    expect(table(headers, row).kind).toBe(kind);
  });
});

describe('names that mean two things', () => {
  it('takes Client for who placed the debt where somebody else owes it', () => {
    expect(
      table(
        ['Client', 'Client Ref #', 'Patient Last Name', 'Patient First Name', 'Amount Owed'],
        ['Birch Dental', '771', 'Abara', 'Ana', '12.00'],
      ).fields,
    ).toEqual(['client_name', 'account_number', 'last_name', 'first_name', 'amount']);
  });

  it('takes Client for who owes where nobody else does', () => {
    expect(
      table(['Client', 'Invoice Number', 'Amount', 'Due Date'], ['Ana Abara', '1', '2.00', '1/2/2026'])
        .fields,
    ).toEqual(['debtor_name', 'charge_reference', 'amount', 'due_on']);
  });

  it('takes the guarantor, not the patient, for who owes', () => {
    const { fields } = table(
      ['Patient First Name', 'Patient Last Name', 'Guarantor First Name', 'Guarantor Last Name', 'Balance'],
      ['Kid', 'Abara', 'Ana', 'Abara', '12.00'],
    );
    expect(fields).toEqual([null, null, 'first_name', 'last_name', 'balance']);
    expect(table(['Patient', 'Guarantor', 'Balance'], ['Kid Abara', 'Ana Abara', '1.00']).fields).toEqual([
      null,
      'debtor_name',
      'balance',
    ]);
  });

  it('takes an amount for what was paid only among payments', () => {
    expect(
      table(['Customer', 'Amount', 'Payment Method', 'Date'], ['Ana', '2.00', 'Cash', '1/2/2026']),
    ).toEqual({
      kind: 'payment',
      fields: ['debtor_name', 'payment_amount', 'payment_method', 'payment_on'],
    });
    expect(table(['Customer', 'Amount', 'Invoice Date'], ['Ana', '2.00', '1/2/2026']).fields).toEqual([
      'debtor_name',
      'amount',
      'charge_on',
    ]);
  });

  it('does not take the day of placement for the day of the charge', () => {
    expect(table(['Name', 'Balance', 'Placement Date'], ['Ana Abara', '2.00', '1/2/2026']).fields[2]).toBe(
      'placed_on',
    );
  });
});

it('keeps phones apart by their kind, however many there are', () => {
  expect(
    table(
      ['Name', 'Cell', 'Home Phone', 'Work Phone', 'Phone 1', 'Phone 2', 'Fax', 'Balance'],
      ['Ana Abara', '(512) 555-0101', '', '', '(512) 555-0102', '(512) 555-0103', '(512) 555-0104', '2.00'],
    ).fields.slice(1, 7),
  ).toEqual(['mobile_phone', 'home_phone', 'work_phone', 'phone', 'phone', null]);
});

it('finds an address in one cell, and a city with its ZIP code, by what they hold', () => {
  expect(
    table(
      ['Name', 'Address', 'Balance'],
      ['Ana Abara', '12 Main St, Austin, TX 78701', '2.00'],
      ['Ben Birch', '9 Elm Ave, Salem, OR 97301', '3.00'],
    ).fields[1],
  ).toBe('address_block');
  expect(
    table(['Name', 'Street', 'Where', 'Balance'], ['Ana Abara', '12 Main St', 'Austin, TX 78701', '2.00'])
      .fields,
  ).toEqual(['debtor_name', 'address_line1', 'city_region_postal', 'balance']);
});

it('tells the parts of a sum, birth dates, currency and status', () => {
  expect(
    table(
      [
        'Name',
        'DOB',
        'Principal',
        'Interest',
        'Late Fees',
        'Court Costs',
        'Interest Rate',
        'Currency',
        'Status',
      ],
      ['Ana Abara', '1/2/1980', '100.00', '5.00', '2.00', '9.00', '8.5%', 'USD', 'Open'],
    ).fields,
  ).toEqual([
    'debtor_name',
    'birth_date',
    'amount',
    'interest_amount',
    'fees_amount',
    'costs_amount',
    null,
    'currency',
    'status',
  ]);
});

it('takes a column of types for what each row is only where it tells rows apart', () => {
  const headers = ['Date', 'Type', 'Num', 'Customer', 'Amount'];
  const mixed = table(
    headers,
    ['1/2/2026', 'Invoice', '1', 'Ana Abara', '5.00'],
    ['1/3/2026', 'Payment', '2', 'Ana Abara', '-5.00'],
  );
  expect(mixed.fields[1]).toBe('row_type');
  expect(table(headers, ['1/2/2026', 'Net 30', '1', 'Ana Abara', '5.00']).fields[1]).toBeNull();
});

it('takes a bare id for the debtor’s number among debtors, and for the other program’s among sums', () => {
  expect(table(['ID', 'Name', 'Phone'], ['1', 'Ana Abara', '']).fields[0]).toBe('debtor_reference');
  expect(table(['ID', 'Name', 'Invoice #', 'Amount'], ['1', 'Ana Abara', '9', '1.00']).fields[0]).toBe(
    'external_id',
  );
});

it('reads names of columns in Spanish and French', () => {
  expect(
    table(
      ['Nombre del cliente', 'Número de factura', 'Fecha de vencimiento', 'Saldo'],
      ['Ana Abara', '1', '1/2/2026', '2.00'],
    ).fields,
  ).toEqual(['debtor_name', 'charge_reference', 'due_on', 'balance']);
  expect(
    table(
      ['Nom du client', 'N° de la facture', "Date d'échéance", 'Montant'],
      ['Ana Abara', '1', '1/2/2026', '2.00'],
    ).fields,
  ).toEqual(['debtor_name', 'charge_reference', 'due_on', 'amount']);
});

it('guesses for the kind of row the user says', () => {
  const { kind, columns } = guessTable(
    ['Customer', 'Amount', 'Date'],
    [['Ana'], ['2.00'], ['1/2/2026']],
    '.',
    'payment',
  );
  expect([kind, ...columns.map(({ field }) => field)]).toEqual([
    'payment',
    'debtor_name',
    'payment_amount',
    'payment_on',
  ]);
});
