/** Reports with titles, sections and totals: only their rows become rows, and every total is held against them. */
import { describe, expect, it } from 'vitest';
import { lines, shape } from './shaped.ts';

describe('A/R aging in detail', () => {
  const report = lines(`
Birch Dental
A/R Aging Detail
As of November 22, 2026

|Date|Transaction Type|Num|Customer|Due Date|Amount|Open Balance
91 or more days past due|||||||
|04/11/2026|Invoice|1001|Ana Abara|05/11/2026|1,000.00|800.00
|05/23/2026|Credit Memo|C-1|Cole:Kitchen|05/23/2026|-100.00|-40.00
Total for 91 or more days past due||||||$900.00|$760.00
CURRENT|||||||
|11/01/2026|Invoice|1002|Total Care LLC|12/01/2026|500.00|500.00
|11/02/2026|Payment|77|Ana Abara||-30.00|-30.00
Total for CURRENT||||||$470.00|$470.00
TOTAL||||||$1,370.00|$1,230.00

Sunday, Nov 22, 2026 02:10:11 PM GMT-6`);

  it('gives each document to who owes it, of its kind, with what is open of it', () => {
    const { source, facts, asOf, because } = shape(report);
    expect(source).toBe('quickbooks.aging_detail');
    expect(because.join(' ')).toContain('A/R Aging Detail');
    expect(asOf).toBe('2026-11-22');
    expect(facts).toEqual([
      {
        kind: 'charge',
        debtor_name: 'Ana Abara',
        charge_reference: '1001',
        charge_on: '04/11/2026',
        due_on: '05/11/2026',
        amount: '1,000.00',
        balance: '800.00',
      },
      {
        kind: 'credit',
        debtor_name: 'Kitchen',
        parent_name: 'Cole',
        charge_reference: 'C-1',
        charge_on: '05/23/2026',
        due_on: '05/23/2026',
        credit_amount: '40.00',
      },
      {
        kind: 'charge',
        debtor_name: 'Total Care LLC',
        charge_reference: '1002',
        charge_on: '11/01/2026',
        due_on: '12/01/2026',
        amount: '500.00',
        balance: '500.00',
      },
      {
        kind: 'payment',
        debtor_name: 'Ana Abara',
        payment_on: '11/02/2026',
        payment_amount: '30.00',
        payment_reference: '77',
      },
    ]);
  });

  it('holds each total against the rows it stands for', () => {
    expect(shape(report).stated).toEqual([
      { line: 9, label: 'Total 91 or more days past due', cents: 76_000, summedCents: 76_000 },
      { line: 13, label: 'Total CURRENT', cents: 47_000, summedCents: 47_000 },
      { line: 14, label: 'Total', cents: 123_000, summedCents: 123_000 },
    ]);
    const missing = report.filter((_, index) => index !== 6);
    expect(shape(missing).stated.at(-1)).toMatchObject({ cents: 123_000, summedCents: 43_000 });
  });

  it('says why each other line is no row', () => {
    const why = shape(report).skipped.map(({ line, why }) => `${line} ${why}`);
    expect(why).toEqual([
      '1 title',
      '2 title',
      '3 title',
      '6 section',
      '9 total',
      '10 section',
      '13 total',
      '14 total',
      '16 title',
    ]);
  });

  it('is not taken from a report of what we owe', () => {
    const payable = report.map((cells) =>
      cells.map((cell) => cell.replace('A/R', 'A/P').replace('Customer', 'Vendor')),
    );
    expect(shape(payable).source).toBe('table');
  });

  it('compares nothing with totals a workbook never calculated', () => {
    const empty = report.map((cells) =>
      /^total/i.test(cells[0] ?? '') ? cells.map((cell) => cell.replace(/\$[\d,.]+/, '0.00')) : cells,
    );
    const { stated, doubts } = shape(empty);
    expect(stated).toEqual([]);
    expect(doubts).toEqual([{ code: 'totals_not_calculated', params: { count: 3 } }]);
  });
});

describe('open invoices by customer', () => {
  it('nests jobs under their customer, with and without a title', () => {
    const report = lines(`
|Type|Date|Num|P. O. #|Terms|Due Date|Aging|Open Balance
Birch, Ana||||||||
Family Room||||||||
|Invoice|04/11/2026|1001||Net 30|05/11/2026|90|1,000.00
Total Family Room||||||||1,000.00
Birch, Ana - Other||||||||
|Invoice|04/12/2026|1003||Net 30|05/12/2026|90|10.00
Total Birch, Ana - Other||||||||10.00
Total Birch, Ana||||||||1,010.00
Total Supplies||||||||
|Invoice|04/13/2026|1004||Net 30|05/13/2026|90|20.00
Total Total Supplies||||||||20.00
TOTAL||||||||1,030.00`);
    const { source, facts, stated } = shape(report);
    expect(source).toBe('quickbooks.open_invoices');
    expect(facts.map(({ debtor_name, parent_name, amount }) => [debtor_name, parent_name, amount])).toEqual([
      ['Family Room', 'Birch, Ana', '1,000.00'],
      ['Birch, Ana', undefined, '10.00'],
      ['Total Supplies', undefined, '20.00'],
    ]);
    expect(stated.map(({ cents, summedCents }) => cents - summedCents)).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes a new head for the next customer where no totals stand between', () => {
    const { facts } = shape(
      lines(`
Open Invoices
|Date|Transaction type|Num|Due date|Open balance
Ana Abara
|1/2/2026|Invoice|1|2/2/2026|5.00
Ben Birch
|1/3/2026|Invoice|2|2/3/2026|6.00
|1/4/2026|Invoice|3|2/4/2026|7.00`),
    );
    expect(facts.map(({ debtor_name, parent_name }) => [debtor_name, parent_name])).toEqual([
      ['Ana Abara', undefined],
      ['Ben Birch', undefined],
      ['Ben Birch', undefined],
    ]);
  });

  it('parts the phone from the name in a report of whom to call', () => {
    const { facts, stated } = shape(
      lines(`
Collections Report
|Date|Transaction Type|Num|Due Date|Past Due|Amount|Open Balance
Ana Abara (512) 555-0101|||||||
|03/02/2026|Invoice|2004|04/01/2026|200|100.00|100.00
Total for Ana Abara||||||$100.00|$100.00`),
    );
    expect(facts).toMatchObject([{ debtor_name: 'Ana Abara', phone: '(512) 555-0101' }]);
    expect(stated).toHaveLength(1);
  });

  it('reads the same in Spanish', () => {
    const { source, facts } = shape(
      lines(`
Facturas abiertas
|Fecha|Tipo de transacción|Número|Fecha de vencimiento|Saldo abierto
Ana Abara
|1/2/2026|Invoice|1|2/2/2026|5.00
Total Ana Abara|||||5.00
Total|||||5.00`),
    );
    expect(source).toBe('quickbooks.open_invoices');
    expect(facts).toMatchObject([{ debtor_name: 'Ana Abara', amount: '5.00', due_on: '2/2/2026' }]);
  });
});

it('takes from a list of transactions what is owed, paid and credited, and leaves offers out', () => {
  const { source, facts, skipped } = shape(
    lines(`
Transaction List by Customer
January 1 - November 22, 2026
|Date|Transaction Type|Num|Posting|Memo/Description|Account|Amount
Ana Abara
|01/02/2026|Invoice|1|Yes|Filling|Accounts Receivable (A/R)|100.00
|01/09/2026|Payment|2228|Yes||Undeposited Funds|60.00
|01/10/2026|Estimate|9|No||Accounts Receivable (A/R)|500.00
Ben Birch
|01/02/2026|Credit Memo|4|Yes||Accounts Receivable (A/R)|-20.00
|01/03/2026|Sales Receipt|5|Yes||Checking|20.00`),
  );
  expect(source).toBe('quickbooks.transaction_list');
  expect(facts).toMatchObject([
    { kind: 'charge', debtor_name: 'Ana Abara', amount: '100.00', memo: 'Filling' },
    { kind: 'payment', debtor_name: 'Ana Abara', payment_amount: '60.00', payment_reference: '2228' },
    { kind: 'credit', debtor_name: 'Ben Birch', credit_amount: '20.00' },
  ]);
  expect(skipped.filter(({ why }) => why === 'no_debt')).toHaveLength(2);
});

describe('aging summaries', () => {
  it('opens one balance a customer, with jobs under theirs', () => {
    const { source, facts, stated, asOf } = shape(
      lines(`
A/R Aging Summary
As of 11/22/2026

|CURRENT|1 - 30|31 - 60|61 - 90|91 AND OVER|TOTAL
Ana Abara||239.00||||$239.00
Freeman Goods|10.00|||||$10.00
   0969 Ocean View||477.50||||$477.50
Total Freeman Goods|10.00|477.50||||$487.50
Cole|||||-5.00|$-5.00
TOTAL|$10.00|$716.50|||$-5.00|$721.50`),
    );
    expect(source).toBe('quickbooks.aging_summary');
    expect(asOf).toBe('2026-11-22');
    expect(facts).toMatchObject([
      { debtor_name: 'Ana Abara', balance: '$239.00', charge_on: '2026-11-22', memo: '1 - 30: 239.00' },
      { debtor_name: 'Freeman Goods', balance: '$10.00' },
      { debtor_name: '0969 Ocean View', parent_name: 'Freeman Goods', balance: '$477.50' },
      { debtor_name: 'Cole', balance: '$-5.00' },
    ]);
    expect(stated.map(({ cents, summedCents }) => [cents, summedCents])).toEqual([
      [48_750, 48_750],
      [72_150, 72_150],
    ]);
  });

  it('knows Xero’s, in detail and in sum', () => {
    const summary = shape(
      lines(`
Aged Receivables Summary
As at 22 November 2026
Contact|Current|< 1 Month|1 Month|2 Months|3 Months|Older|Total
Ana Abara|0.00|5.00|0.00|0.00|0.00|0.00|5.00
Total|0.00|5.00|0.00|0.00|0.00|0.00|5.00
Percentage of total|0%|100%|0%|0%|0%|0%|100%`),
    );
    expect(summary.source).toBe('xero.aged_receivables');
    expect(summary.facts).toMatchObject([{ debtor_name: 'Ana Abara', balance: '5.00' }]);
    const detail = shape(
      lines(`
Aged Receivables Detail
As at 22 November 2026
Invoice Date|Due Date|Invoice Number|Invoice Reference|Current|< 1 Month|1 Month|2 Months|3 Months|Older|Total
Ana Abara||||||||||
05 Nov 2026|15 Nov 2026|INV-2|P/O|0.00|234.00|0.00|0.00|0.00|0.00|234.00
Total Ana Abara||||0.00|234.00|0.00|0.00|0.00|0.00|234.00
Total||||0.00|234.00|0.00|0.00|0.00|0.00|234.00`),
    );
    expect(detail.source).toBe('xero.aged_receivables');
    expect(detail.facts).toMatchObject([
      {
        debtor_name: 'Ana Abara',
        charge_reference: 'INV-2',
        amount: '234.00',
        due_on: '15 Nov 2026',
        memo: 'P/O',
      },
    ]);
    expect(detail.stated).toHaveLength(2);
  });
});

/** Small and repeatable: the same seed gives the same report. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const sum = (cents: number) =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

it('whatever the report: every document is a row, nothing else is, and all totals agree', () => {
  const customers = [
    'Ana Abara',
    'Total Care LLC',
    'Birch, Ben',
    'Current Homes',
    'Subtotal & Sons',
    '30-Day Fitness',
  ];
  for (let seed = 1; seed <= 300; seed += 1) {
    const roll = dice(seed);
    const titles =
      [[], [['Birch Dental'], ['Open Invoices'], ['As of November 22, 2026'], ['']]][roll(2)] ?? [];
    const lead = roll(2) === 0 ? [''] : ['', ''];
    const pad = (label: string) => [label, ...lead.slice(1)];
    const table: string[][] = [
      ...titles,
      [...lead, 'Date', 'Transaction Type', 'Num', 'Due Date', 'Open Balance'],
    ];
    let all = 0;
    const expected: { name: string; cents: number; line: number }[] = [];
    const totalWord = ['Total ', 'Total for '][roll(2)] ?? '';
    for (const customer of customers.slice(roll(3), 3 + roll(4))) {
      let own = 0;
      table.push([...pad(customer), '', '', '', '', '']);
      for (let row = roll(4) + 1; row > 0; row -= 1) {
        const kind = roll(6) === 0 ? 'Credit Memo' : roll(5) === 0 ? 'Payment' : 'Invoice';
        const cents = (kind === 'Invoice' ? 1 : -1) * (roll(500_000) + 1);
        own += cents;
        table.push([
          ...lead,
          `0${roll(9) + 1}/1${roll(9)}/2026`,
          kind,
          String(1000 + table.length),
          '',
          sum(cents),
        ]);
        expected.push({ name: customer, cents, line: table.length });
        if (roll(7) === 0) table.push(['']);
      }
      table.push([...pad(`${totalWord}${customer}`), '', '', '', '', sum(own)]);
      all += own;
    }
    table.push([...pad('TOTAL'), '', '', '', '', sum(all)]);
    const shaped = shape(table);
    expect(shaped.source, `seed ${seed}`).toBe('quickbooks.open_invoices');
    expect(
      shaped.facts.map((fact, index) => ({
        name: fact.debtor_name,
        cents: Math.round(
          Number(fact.kind === 'charge' ? fact.amount : `-${fact.payment_amount ?? fact.credit_amount}`) *
            100,
        ),
        line: shaped.rows[index]?.line,
      })),
      `seed ${seed}`,
    ).toEqual(expected);
    for (const { cents, summedCents, label } of shaped.stated)
      expect(summedCents, `seed ${seed}: ${label}`).toBe(cents);
    expect(shaped.stated.length, `seed ${seed}`).toBe(new Set(expected.map(({ name }) => name)).size + 1);
  }
});
