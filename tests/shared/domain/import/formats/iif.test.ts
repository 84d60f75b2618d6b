import { describe, expect, it } from 'vitest';
import { readFormat } from '../../../../builders/flat-format.ts';

const lines = (...all: string[][]) => all.map((cells) => cells.join('\t')).join('\r\n');
const heads = [
  [
    '!TRNS',
    'TRNSID',
    'TRNSTYPE',
    'DATE',
    'ACCNT',
    'NAME',
    'AMOUNT',
    'DOCNUM',
    'MEMO',
    'DUEDATE',
    'PAID',
    'PAYMETH',
  ],
  ['!SPL', 'SPLID', 'TRNSTYPE', 'DATE', 'ACCNT', 'NAME', 'AMOUNT', 'DOCNUM', 'MEMO'],
  ['!ENDTRNS'],
];

describe('transactions of customers', () => {
  it('become charges, payments and credits, each with its customer and number', () => {
    const { rows } = readFormat(
      lines(
        ...heads,
        [
          'TRNS',
          '71',
          'INVOICE',
          '3/2/2026',
          'Accounts Receivable',
          'Harbor View:Unit 4',
          '1,250.00',
          '1042',
          'March',
          '4/1/2026',
          'N',
          '',
        ],
        ['SPL', '72', 'INVOICE', '3/2/2026', 'Rent', '', '-1,200.00', '', ''],
        ['SPL', '73', 'INVOICE', '3/2/2026', 'Late fees', '', '-50.00', '', ''],
        ['ENDTRNS'],
        [
          'TRNS',
          '80',
          'PAYMENT',
          '3/9/2026',
          'Undeposited Funds',
          'Harbor View:Unit 4',
          '400.00',
          '5512',
          '',
          '',
          '',
          'Check',
        ],
        ['SPL', '81', 'PAYMENT', '3/9/2026', 'Accounts Receivable', 'Harbor View:Unit 4', '-400.00', '', ''],
        ['ENDTRNS'],
        [
          'TRNS',
          '90',
          'CREDIT MEMO',
          '3/10/2026',
          'Accounts Receivable',
          'Ines Roble',
          '-25.50',
          'CM-7',
          'Goodwill',
          '',
          '',
          '',
        ],
        ['SPL', '91', 'CREDIT MEMO', '3/10/2026', 'Sales', '', '25.50', '', ''],
        ['ENDTRNS'],
      ),
    );
    expect(rows.map(({ line, kind, says }) => ({ line, kind, ...says }))).toEqual([
      {
        line: 4,
        kind: 'charge',
        debtor_name: 'Unit 4',
        parent_name: 'Harbor View',
        charge_reference: '1042',
        charge_on: '3/2/2026',
        due_on: '4/1/2026',
        amount: '1250.00',
        memo: 'March',
        external_id: 'invoice 71 3/2/2026',
      },
      {
        line: 8,
        kind: 'payment',
        debtor_name: 'Unit 4',
        parent_name: 'Harbor View',
        payment_on: '3/9/2026',
        payment_amount: '400.00',
        payment_reference: '5512',
        payment_method: 'Check',
        external_id: 'payment 80 3/9/2026',
      },
      {
        line: 11,
        kind: 'credit',
        debtor_name: 'Ines Roble',
        charge_reference: 'CM-7',
        charge_on: '3/10/2026',
        amount: '25.50',
        memo: 'Goodwill',
        external_id: 'credit memo 90 3/10/2026',
      },
    ]);
  });

  it('of a journal count on the lines of receivable accounts, by the chart or by their name', () => {
    const { rows, skipped } = readFormat(
      lines(
        ['!ACCNT', 'NAME', 'ACCNTTYPE'],
        ['ACCNT', '12000 Customers', 'AR'],
        ['ACCNT', 'Checking', 'BANK'],
        ...heads,
        ['TRNS', '', 'GENERAL JOURNAL', '1/5/2026', '12000 Customers', 'Ana Reyes', '310.00', '', 'Opening'],
        ['SPL', '', 'GENERAL JOURNAL', '1/5/2026', 'Accounts Receivable', 'Pat Quill', '-10.00', '', ''],
        ['SPL', '', 'GENERAL JOURNAL', '1/5/2026', 'Opening Balance Equity', '', '-300.00', '', ''],
        ['ENDTRNS'],
        ['TRNS', '', 'DEPOSIT', '1/6/2026', 'Checking', '', '60.00', '', ''],
        ['SPL', '', 'DEPOSIT', '1/6/2026', '12000 Customers', 'Ana Reyes', '-60.00', '77', ''],
        ['ENDTRNS'],
        ['TRNS', '', 'CHECK', '1/7/2026', 'Checking', 'Power Company', '-80.00', '', ''],
        ['SPL', '', 'CHECK', '1/7/2026', 'Utilities', 'Power Company', '80.00', '', ''],
        ['ENDTRNS'],
        ['TRNS', '', 'CASH SALE', '1/7/2026', 'Accounts Receivable', 'Ana Reyes', '12.00', '', ''],
        ['SPL', '', 'CASH SALE', '1/7/2026', 'Sales', '', '-12.00', '', ''],
        ['ENDTRNS'],
      ),
    );
    expect(
      rows.map(({ kind, says }) => [kind, says.debtor_name, says.amount ?? says.payment_amount]),
    ).toEqual([
      ['charge', 'Ana Reyes', '310.00'],
      ['credit', 'Pat Quill', '10.00'],
      ['payment', 'Ana Reyes', '60.00'],
    ]);
    expect(skipped.map(({ why }) => why)).toEqual(['no_debt', 'no_debt']);
  });

  it('whose lines do not add up to zero, cannot be read or have no day are refused by their line', () => {
    const { rows } = readFormat(
      lines(
        ...heads,
        ['TRNS', '', 'INVOICE', '3/2/2026', 'A/R', 'Ana Reyes', '100.00', '1', ''],
        ['SPL', '', 'INVOICE', '3/2/2026', 'Sales', '', '-90.00', '', ''],
        ['ENDTRNS'],
        ['TRNS', '', 'INVOICE', '', 'A/R', 'Ana Reyes', '10.00', '2', ''],
        ['SPL', '', 'INVOICE', '', 'Sales', '', '-10.00', '', ''],
        ['ENDTRNS'],
        ['TRNS', '', 'INVOICE', '3/2/2026', 'A/R', 'Ana Reyes', '12,50', '3', ''],
        ['SPL', '', 'INVOICE', '3/2/2026', 'Sales', '', '-12,50', '', ''],
        ['ENDTRNS'],
        ['TRNS', '', 'INVOICE', '3/2/2026', 'A/R', 'Ana Reyes', '10.00', '4', ''],
        ['TRNS', '', 'INVOICE', '3/2/2026', 'A/R', 'Ana Reyes', '10.00', '5', ''],
        ['SPL', '', 'INVOICE', '3/2/2026', 'Sales', '', '-10.00', '', ''],
      ),
    );
    expect(rows.map(({ line, refused }) => [line, refused])).toEqual([
      [4, 'transaction_unbalanced'],
      [7, 'day_missing'],
      [10, 'amount_unreadable'],
      [13, 'transaction_unfinished'],
      [14, 'transaction_unfinished'],
    ]);
  });

  it('that touch no receivable are left out and said so; a job named in one is a customer with a parent', () => {
    const { rows, doubts, skipped } = readFormat(
      lines(
        ...heads,
        ['TRNS', '', 'GENERAL JOURNAL', '3/2/2026', '60200', 'Quay Builders:Pier 9', '15.00', '', ''],
        ['SPL', '', 'GENERAL JOURNAL', '3/2/2026', '10100', '', '-15.00', '', ''],
        ['ENDTRNS'],
      ),
    );
    expect(rows.map(({ kind, says }) => ({ kind, ...says }))).toEqual([
      { kind: 'debtor', debtor_name: 'Pier 9', parent_name: 'Quay Builders' },
    ]);
    expect(skipped).toHaveLength(1);
    expect(doubts).toEqual([{ code: 'iif_no_receivable', params: { count: 1 } }]);
  });
});

it('an open quotation mark between tabs moves no column', () => {
  const { rows } = readFormat(
    lines(
      ...heads,
      ['TRNS', '', 'INVOICE', '3/2/2026', 'A/R', '"Tam "Red" Oake', '81.00', '9', '"said "so, twice"'],
      ['SPL', '', 'INVOICE', '3/2/2026', 'Sales', '', '-81.00', '', '" '],
      ['ENDTRNS'],
    ),
  );
  expect(rows[0]).toMatchObject({
    refused: null,
    says: { debtor_name: '"Tam "Red" Oake', amount: '81.00', memo: 'said "so, twice' },
  });
});

it('customers come with their address, phones and other name, parted by commas too', () => {
  const { rows } = readFormat(
    [
      '!CUST,NAME,REFNUM,BADDR1,BADDR2,BADDR3,BADDR4,PHONE1,PHONE2,EMAIL,NOTE,COMPANYNAME,FIRSTNAME,LASTNAME',
      'CUST,"Oake, Tam",17,"Tam Oake","12 Pier ""B"" Road","Suite 5","Norfolk, VA 23510",757-555-0142,757-555-0143,tam@example.com,Gate code 9,"","Tam","Oake"',
    ].join('\r'),
  );
  expect(rows[0]).toMatchObject({
    line: 2,
    kind: 'debtor',
    says: {
      debtor_name: 'Oake, Tam',
      alias: 'Tam Oake',
      phone: '757-555-0142 / 757-555-0143',
      email: 'tam@example.com',
      address_line1: '12 Pier "B" Road',
      address_line2: 'Suite 5',
      city_region_postal: 'Norfolk, VA 23510',
      note: 'Gate code 9',
      external_id: 'customer 17',
    },
  });
});
