/** Exports of other programs: known by their columns in any order, folded where an invoice has several lines. */
import { describe, expect, it } from 'vitest';
import { importFields } from '../../../../../shared/domain/import.ts';
import { readingDoubtSentence } from '../../../../../shared/text/import-words.ts';
import { importFieldWords } from '../../../../../shared/text/labels.ts';
import { lines, shape } from './shaped.ts';

/** The same table with its columns turned round. */
function reversed(table: readonly (readonly string[])[]): string[][] {
  return table.map((cells) => [...cells].reverse());
}

describe('Invoice Ninja', () => {
  const invoices = lines(`
Invoice Ninja v4.5.17 - December 19, 2020 11:28 pm|||||||
INVOICES|||||||
Client|Email|Invoice Number|Amount|Paid|PO Number|Status|Invoice Date|Due Date|Item Product|Item Cost
Ana Abara|ana@example.org|1|$13.50|$5.01||Partial|2025-11-25|2025-12-20|et|1.35
Ana Abara|ana@example.org|2|$26.67|$6.94||Partial|2026-02-19|2026-02-28|omnis|8.89
Ana Abara|ana@example.org|2|$26.67|$6.94||Partial|2026-02-19|2026-02-28|more|8.89
Ben Birch|ben@example.org|2|$1.00|$0.00||Sent|2026-02-19|2026-02-28|more|8.89`);

  it('counts an invoice of several lines once, and a number of another client apart', () => {
    const { source, facts, doubts, rows } = shape(invoices);
    expect(source).toBe('invoice_ninja.invoices');
    expect(
      facts.map(({ debtor_name, charge_reference, amount, paid_amount }) => [
        debtor_name,
        charge_reference,
        amount,
        paid_amount,
      ]),
    ).toEqual([
      ['Ana Abara', '1', '$13.50', '$5.01'],
      ['Ana Abara', '2', '$26.67', '$6.94'],
      ['Ben Birch', '2', '$1.00', '$0.00'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([4, 5, 7]);
    expect(doubts).toEqual([{ code: 'lines_folded', params: { invoices: 1, lines: 2 } }]);
  });

  it('says when the lines of an invoice contradict each other', () => {
    const odd = invoices.map((cells, index) => (index === 5 ? cells.with(3, '$27.00') : cells));
    expect(shape(odd).doubts.map(({ code }) => code)).toContain('folded_sums_differ');
  });

  it('knows its payments by the title, and keeps what was given back', () => {
    const { source, facts } = shape(
      lines(`
Invoice Ninja v4.5.17|||
Payments|||
Client|Invoice Number|Amount|Date
Ana Abara|1|$13.50 |10/20/2025
Ana Abara|801|($400.00)|1/29/2026`),
    );
    expect(source).toBe('invoice_ninja.payments');
    expect(facts).toEqual([
      {
        kind: 'payment',
        debtor_name: 'Ana Abara',
        charge_reference: '1',
        payment_amount: '$13.50 ',
        payment_on: '10/20/2025',
      },
      {
        kind: 'payment',
        debtor_name: 'Ana Abara',
        charge_reference: '801',
        payment_amount: '($400.00)',
        payment_on: '1/29/2026',
      },
    ]);
  });

  it('is not what four common columns without its name are', () => {
    expect(shape(lines('\nClient|Invoice Number|Amount|Date\nAna|1|2.00|1/2/2026')).source).toBe('table');
  });

  it('leaves who to write to out of who owes', () => {
    const { source, facts, doubts } = shape(
      lines(`
CLIENTS|
Name|Balance|Paid to Date|Billing Street|Billing Apt/Suite|Billing City|Billing State/Province|Billing Postal Code|Public Notes|Phone|First Name|Last Name|Email|Phone
Cole Supplies|$-142.85|$205.15|1 Main St|Suite 2|Austin|TX|78701||512-555-0101|Ana|Abara|a@example.org|512-555-0102`),
    );
    expect(source).toBe('invoice_ninja.clients');
    expect(facts[0]).toMatchObject({
      kind: 'debtor',
      debtor_name: 'Cole Supplies',
      phone: '512-555-0101 | 512-555-0102',
    });
    expect(facts[0]).not.toHaveProperty('first_name');
    expect(doubts.map(({ code }) => code)).toEqual(['balances_left']);
  });
});

describe('FreshBooks', () => {
  const invoices = lines(`
Client Name|Invoice #|Date Issued|Invoice Status|Date Paid|Item Name|Line Subtotal|Tax 1 Amount|Line Total|Currency
X Ltd|0000001|2026-01-28|sent||Repair|650.00|0.00|650.00|USD
Y Ltd|0000002|2026-01-28|paid|2026-02-01|Repair|1.10|0.00|1.10|USD
X Ltd|0000001|2026-01-28|sent||Painting|490.00|0.05|490.05|USD`);
  it('adds the lines of an invoice up, wherever they stand, whatever the order of columns', () => {
    for (const table of [invoices, reversed(invoices)]) {
      const { source, facts } = shape(table);
      expect(source).toBe('freshbooks.invoices');
      expect(facts).toMatchObject([
        { charge_reference: '0000001', amount: '1140.05', memo: 'Repair; Painting', debtor_name: 'X Ltd' },
        { charge_reference: '0000002', amount: '1.10', settled_on: '2026-02-01', status: 'paid' },
      ]);
    }
  });
  it('refuses by its value what cannot be added up', () => {
    const odd = invoices.map((cells, index) => (index === 3 ? cells.with(8, 'see note') : cells));
    expect(shape(odd).facts[0]?.amount).toBe('see note');
  });
  it('takes the organization for the client, else the person', () => {
    const { source, facts } = shape(
      lines(`
Organization|First Name|Last Name|Email|Phone|Street|City|Province/State|Country|Postal Code|Notes
X Ltd|Ana|Abara|a@example.org||1 Main||TX||78701|
|Ben|Birch|b@example.org||||||78702|late`),
    );
    expect(source).toBe('freshbooks.clients');
    expect(facts.map(({ debtor_name }) => debtor_name)).toEqual(['X Ltd', 'Ben Birch']);
  });
});

it('Wave: of double entry only the receivable is a row', () => {
  const { source, facts, skipped } = shape(
    lines(`
Transaction ID|Transaction Date|Account Name|Transaction Description|Amount (One column)|Debit Amount (Two Column Approach)|Credit Amount (Two Column Approach)|Other Accounts for this Transaction|Customer|Invoice Number|Account Group|Account Type
11|2026-01-28|Sales|Ana - 2|294.00||294.00|Accounts Receivable|Ana Abara|2|Income|Income
11|2026-01-28|Accounts Receivable|Ana - 2|294.00|294.00||Sales|Ana Abara|2|Asset|System Receivable Invoice
12|2026-01-30|Accounts Receivable|Invoice Payment|-90.50||90.50|Cash on Hand|Ana Abara|2|Asset|System Receivable Invoice
12|2026-01-30|Cash on Hand|Invoice Payment|90.50|90.50||Accounts Receivable|||Asset|Cash and Bank`),
  );
  expect(source).toBe('wave.accounting');
  expect(facts).toEqual([
    {
      kind: 'charge',
      external_id: '11',
      debtor_name: 'Ana Abara',
      charge_reference: '2',
      charge_on: '2026-01-28',
      amount: '294.00',
    },
    {
      kind: 'payment',
      external_id: '12',
      debtor_name: 'Ana Abara',
      charge_reference: '2',
      payment_on: '2026-01-30',
      payment_amount: '90.50',
      payment_method: 'Cash on Hand',
    },
  ]);
  expect(skipped.map(({ why }) => why)).toEqual(['no_debt', 'no_debt']);
});

it('Xero: sums stand on each line and count once; of a credit note what is left counts, of one used up nothing', () => {
  const { source, facts } = shape(
    lines(`
ContactName|EmailAddress|POAddressLine1|POCity|PORegion|POPostalCode|InvoiceNumber|Reference|InvoiceDate|DueDate|Total|InvoiceAmountPaid|InvoiceAmountDue|Description|LineAmount|TaxAmount|Currency|Type|Status
Ana Abara|a@example.org|1 Main|Austin|TX|78701|INV-1|PO 5|11/01/2026|11/15/2026|110.00|50.00|40.00|Filling|60|5|USD|Sales invoice|Awaiting Payment
Ana Abara|a@example.org|1 Main|Austin|TX|78701|INV-1|PO 5|11/01/2026|11/15/2026|110.00|50.00|40.00|X-ray|40|5|USD|Sales invoice|Awaiting Payment
Ana Abara|a@example.org|1 Main|Austin|TX|78701|CN-1||11/01/2026||20.00|0|15.00|Back|20|0|USD|Sales credit note|Awaiting Payment
Ana Abara|a@example.org|1 Main|Austin|TX|78701|CN-2||11/01/2026||20.00|0|0.00|Back|20|0|USD|Sales credit note|Paid
A shop|s@example.org|||||BILL-1||11/01/2026||20.00|0|20.00|Paper|20|0|USD|Purchase invoice|Awaiting Payment`),
  );
  expect(source).toBe('xero.invoices');
  expect(facts.map(({ charge_reference, amount, balance }) => [charge_reference, amount, balance])).toEqual([
    ['INV-1', '110.00', '40.00'],
    ['CN-1', '-15.00', undefined],
  ]);
});

it('Zoho: invoices fold, and a payment of several invoices is one payment', () => {
  const invoices = shape(
    lines(`
Invoice Date|Invoice ID|Invoice Number|Invoice Status|Customer Name|Customer ID|Due Date|Currency Code|Item Name|Item Total|SubTotal|Total|Balance
2026-01-02|9001|INV-1|Overdue|Ana Abara|55|2026-02-02|USD|A|1.00|3.00|3.00|2.00
2026-01-02|9001|INV-1|Overdue|Ana Abara|55|2026-02-02|USD|B|2.00|3.00|3.00|2.00`),
  );
  expect(invoices.source).toBe('zoho.invoices');
  expect(invoices.facts).toMatchObject([
    { external_id: '9001', debtor_reference: '55', amount: '3.00', balance: '2.00', memo: 'A; B' },
  ]);
  const payments = shape(
    lines(`
Payment Number|CustomerPayment ID|Mode|Description|Amount|Unused Amount|Reference Number|Customer Name|Date|Amount Applied to Invoice|Invoice Number
7|1|Check||5.00|0.00|101|Ana Abara|2026-02-03|2.00|INV-1
7|1|Check||5.00|0.00|101|Ana Abara|2026-02-03|3.00|INV-2
8|2|Cash||1.00|0.00||Ana Abara|2026-02-04|1.00|INV-2`),
  );
  expect(payments.source).toBe('zoho.payments');
  expect(payments.facts).toMatchObject([
    { external_id: '1', payment_amount: '5.00', memo: 'For invoices INV-1, INV-2' },
    { external_id: '2', payment_amount: '1.00', charge_reference: 'INV-2' },
  ]);
  expect(payments.facts[0]).not.toHaveProperty('charge_reference');
});

it('Stripe: told from others by its ids; what failed is no money, and of what was given back only what was kept', () => {
  const { source, facts, doubts } = shape(
    lines(`
id|Created date (UTC)|Amount|Amount Refunded|Currency|Captured|Description|Status|Customer ID|Customer Email|Fee
ch_1|2026-01-02 10:00|12.00|0.00|usd|true|Invoice 1|Paid|cus_1|a@example.org|0.65
ch_2|2026-01-03 10:00|12.00|0.00|usd|false|Invoice 1|Failed|cus_1|a@example.org|0.00
ch_3|2026-01-04 10:00|9.00|4.00|usd|true|Invoice 2|Paid|cus_2|b@example.org|0.65
ch_4|2026-01-04 10:00|9.00|9.00|usd|true|Invoice 2|Refunded|cus_2|b@example.org|0.65`),
  );
  expect(source).toBe('stripe.payments');
  expect(
    facts.map(({ external_id, payment_amount, debtor_reference }) => [
      external_id,
      payment_amount,
      debtor_reference,
    ]),
  ).toEqual([
    ['ch_1', '12.00', 'cus_1'],
    ['ch_3', '5.00', 'cus_2'],
  ]);
  expect(doubts).toEqual([{ code: 'refunds_inside', params: { count: 1 } }]);
});

describe('lists of a bank', () => {
  it.each([
    [
      'one signed sum',
      'Details|Posting Date|Description|Amount|Type|Balance|Check or Slip #\nCREDIT|11/20/2026|DEPOSIT|150.00|CHECK_DEPOSIT|2000.00|101',
      { payment_on: '11/20/2026', payment_amount: '150.00', check_number: '101', memo: 'DEPOSIT' },
    ],
    [
      'two columns',
      'Date|Description|Withdrawals|Deposits|Balance\n11/20/2026|DEPOSIT||150.00|2000.00',
      { payment_on: '11/20/2026', credit_amount: '150.00', memo: 'DEPOSIT' },
    ],
    [
      'an account',
      'Account Number|Transaction Date|Transaction Description|Transaction Amount|Balance\n123456789|11/20/26|ZELLE|150.00|2.00',
      { payment_on: '11/20/26', held_at: '••6789', payment_amount: '150.00' },
    ],
  ])('with %s', (_, text, fact) => {
    const { source, facts } = shape(lines(`\n${text}`));
    expect(source).toBe('bank.csv');
    expect(facts).toMatchObject([{ kind: 'bank_line', ...fact }]);
  });

  it('are not what names somebody who owes', () => {
    expect(
      shape(lines('\nDate|Description|Amount|Customer|Balance\n11/20/2026|X|1.00|Ana|2.00')).source,
    ).toBe('table');
  });

  it('leave out balances carried forward', () => {
    const { facts } = shape(
      lines(
        '\nDate|Description|Amount|Running Bal.\n11/01/2026|Beginning balance||10.00\n11/02/2026|X|1.00|11.00',
      ),
    );
    expect(facts).toMatchObject([{ payment_amount: '1.00' }]);
  });

  it('leave out what is still pending', () => {
    const { facts } = shape(
      lines('\nStatus|Date|Description|Debit|Credit\nPending|11/20/2026|X||1.00\nCleared|11/20/2026|Y||2.00'),
    );
    expect(facts).toMatchObject([{ credit_amount: '2.00' }]);
  });
});

describe('QuickBooks', () => {
  it('lists of customers: jobs belong to theirs, several phones in a cell, whole addresses', () => {
    const { source, facts } = shape(
      lines(`
Customer Contact List
Customer full name|Phone numbers|Email|Full name|Billing address|Shipping address
Ana Abara|Phone: (512) 555-0101 Mobile: (512) 555-0102|ana@example.org|Ana Abara|12 Main St Austin TX 78701|
Cole:Kitchen|(512) 555-0103|||55 Twin Lane Austin TX 78701|`),
    );
    expect(source).toBe('quickbooks.customer_list');
    expect(facts).toMatchObject([
      {
        debtor_name: 'Ana Abara',
        phone: '(512) 555-0101',
        mobile_phone: '(512) 555-0102',
        address_block: '12 Main St Austin TX 78701',
      },
      { debtor_name: 'Kitchen', parent_name: 'Cole', phone: '(512) 555-0103' },
    ]);
  });

  it('lists of the desktop program: lines of an address stand in columns', () => {
    const { facts } = shape(
      lines(`
Active Status|Customer|Balance Total|First Name|Last Name|Primary Contact|Main Phone|Alt. Phone|Main Email|Bill to 1|Bill to 2|Bill to 3|Note
Active|Abara, Ana|10.00|Ana|Abara|Ana Abara|512-555-0101|512-555-0102|ana@example.org|Ana Abara|12 Main St|Austin, TX 78701|late`),
    );
    expect(facts).toMatchObject([
      {
        debtor_name: 'Abara, Ana',
        phone: '512-555-0101 | 512-555-0102',
        address_block: 'Ana Abara\n12 Main St\nAustin, TX 78701',
        note: 'late',
      },
    ]);
  });

  it('tables of a warehouse: what was deleted owes nothing, a part of another table is refused with its name', () => {
    const { source, facts, skipped } = shape(
      lines(`
id|_fivetran_deleted|_fivetran_synced|balance|currency_id|customer_id|doc_number|due_date|total_amount|transaction_date
1|FALSE|2026-01-01|5.00|USD|77|D1|2026-02-01|9.00|2026-01-01
2|TRUE|2026-01-01|||77||||
3|FALSE|2026-01-01|5.00|USD|77||2026-02-01|9.00|2026-01-01`),
    );
    expect(source).toBe('quickbooks.tables');
    expect(facts).toMatchObject([
      {
        kind: 'charge',
        external_id: '1',
        debtor_reference: '77',
        charge_reference: 'D1',
        amount: '9.00',
        balance: '5.00',
      },
      { external_id: '3', charge_reference: '3' },
    ]);
    expect(skipped.map(({ line, why }) => [line, why])).toEqual([[3, 'no_debt']]);
    expect(
      shape(lines('\nindex|payment_id|_fivetran_synced|amount|invoice_id\n0|1|2026-01-01|5.00|9')).refused,
    ).toBe('import.part_of_tables');
  });
});

describe('a list from Duebook', () => {
  it('comes in as it went out: every column is its field', () => {
    const { source, columns } = shape([
      importFields.map((field) => importFieldWords[field]),
      importFields.map(() => ''),
    ]);
    expect(source).toBe('duebook.list');
    expect(columns.map(({ field }) => field)).toEqual([...importFields]);
  });

  it('says row by row what it is', () => {
    const { facts } = shape([
      ['Kind of row', 'Debtor name', 'Charge day', 'Amount'],
      ['payment', 'Ana Abara', '', ''],
      ['', 'Ben Birch', '2026-01-02', '5.00'],
    ]);
    expect(facts.map(({ kind }) => kind)).toEqual(['payment', 'charge']);
  });
});

it('has a sentence for each doubt', () => {
  for (const code of [
    'balances_left',
    'payments_elsewhere',
    'names_elsewhere',
    'lines_folded',
    'lines_added',
    'folded_sums_differ',
    'refunds_inside',
    'totals_not_calculated',
    'zips_cut',
    'profile_partly',
  ])
    expect(readingDoubtSentence(code, {}), code).toMatch(/\. |\.$/);
});

it('tolerates rows added, columns added and blank lines in between', () => {
  const table = lines(`
My own extra|Client Name|Invoice #|Date Issued|Item Name|Line Subtotal|Tax 1 Amount|Line Total

x|X Ltd|1|2026-01-28|Repair|650.00|0.00|650.00

Total||||||| 650.00`);
  const { source, facts, skipped } = shape(table);
  expect(source).toBe('freshbooks.invoices');
  expect(facts).toHaveLength(1);
  expect(skipped.map(({ why }) => why)).toEqual(['total']);
});
