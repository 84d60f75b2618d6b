/** What a row may be besides a charge, each over a real book: written, found again, changed, and taken back to the last row. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLedger } from '../../../../electron/book/services/check-ledger.ts';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { dumpBook, type ImportDesk, makeImportDesk, type PlanChange } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  expect([...checkSummaries(desk.store), ...checkLedger(desk.store)]).toEqual([]);
  desk.dispose();
});

const rows = (sql: string) => desk.store.db.prepare(sql).all();
const bring = async (text: string, change?: PlanChange) => valueIn(await desk.write(desk.file(text), change));
const attempt = async (text: string, change?: PlanChange) =>
  valueIn(await desk.attempt(desk.file(text), change));

/** Brings a file in, brings it in again for nothing, and takes it back to what was there before. */
async function roundTrip(
  text: string,
  change?: PlanChange,
  look: () => void | Promise<void> = () => undefined,
) {
  const before = dumpBook(desk.store);
  const { importId } = (await bring(text, change)).import;
  await look();
  const after = dumpBook(desk.store);
  const again = await desk.write(desk.file(text), change);
  expect(again).toMatchObject({ ok: false });
  expect(dumpBook(desk.store)).toEqual(after);
  valueIn(await desk.call('imports.undo', { importId }));
  expect(dumpBook(desk.store)).toEqual(before);
}

const invoices =
  'Customer ID,Name,Invoice,Date,Due date,Amount\n7,Ana Abara,INV-1,01/05/2026,02/05/2026,100.00\n7,Ana Abara,INV-2,02/05/2026,03/05/2026,50.00\n8,Ben Birch,INV-3,01/06/2026,02/06/2026,20.00\n';

describe('payments', () => {
  const payments: PlanChange = {
    rowKind: 'payment',
    mapping: [
      'debtor_reference',
      'payment_on',
      'payment_amount',
      'charge_reference',
      'payment_method',
      'payment_reference',
    ],
  };
  const file = (...lines: string[]) =>
    `Customer ID,Paid on,Paid,Invoice,Method,Reference\n${lines.join('\n')}\n`;

  it('meet the invoice they name, or the oldest; the rest waits under Money received', async () => {
    await bring(invoices);
    await roundTrip(
      file(
        '7,03/01/2026,30.00,INV-2,Check,991',
        '8,03/02/2026,5.00,,cash,',
        '99,03/03/2026,12.00,,ACH,X',
        ',03/04/2026,7.00,INV-1,Visa,',
      ),
      payments,
      () => {
        expect(rows('SELECT number, balance_cents FROM account_summaries ORDER BY number')).toEqual([
          { number: '7', balance_cents: 11_300 },
          { number: '8', balance_cents: 1_500 },
        ]);
        expect(
          rows(`SELECT c.reference, -p.principal_cents AS paid, p.method FROM entries p
            JOIN applications a ON a.entry_id = p.id JOIN entries c ON c.id = a.charge_entry_id ORDER BY p.effective_on`),
        ).toEqual([
          { reference: 'INV-2', paid: 3_000, method: 'cheque' },
          { reference: 'INV-3', paid: 500, method: 'cash' },
          { reference: 'INV-1', paid: 700, method: 'card' },
        ]);
        expect(
          rows("SELECT amount_cents, state, json_extract(details, '$.debtorReference') AS of FROM incoming"),
        ).toEqual([{ amount_cents: 1_200, state: 'open', of: '99' }]);
      },
    );
  });

  it('of equal sum and day are two where the file has two', async () => {
    await bring(invoices);
    const twice = file('8,03/02/2026,5.00,,cash,', '8,03/02/2026,5.00,,cash,');
    await roundTrip(twice, payments, () =>
      expect(rows("SELECT balance_cents FROM account_summaries WHERE number = '8'")).toEqual([
        { balance_cents: 1_000 },
      ]),
    );
  });

  it('count by what becomes of them, and their sums come to the file', async () => {
    await bring(invoices);
    const trial = await attempt(
      file(
        '7,03/01/2026,30.00,INV-2,Check,991',
        '99,03/03/2026,12.00,,ACH,X',
        '7,,1.00,,,',
        '7,03/01/2027,2.00,,,',
      ),
      payments,
    );
    expect(trial.tallies).toMatchObject([
      {
        kind: 'payment',
        currency: 'USD',
        rows: 4,
        cents: 4_500,
        written: 1,
        writtenCents: 3_000,
        waiting: 1,
        waitingCents: 1_200,
        refused: 2,
        refusedCents: 300,
      },
    ]);
    expect(trial.refusals.map(({ code }) => code)).toEqual(['day_missing', 'paid_in_future']);
    expect(trial).toMatchObject({ payments: 1, paymentsCents: 3_000, openCents: -3_000 });
  });

  it('of a new file meet its charges, wherever they stand in it', async () => {
    const mixed =
      'Type,Name,Num,Date,Amount\nPayment,Ana Abara,P-1,03/01/2026,-40.00\nInvoice,Ana Abara,INV-1,01/05/2026,100.00\nCredit Memo,Ana Abara,CM-1,03/02/2026,-10.00\nJunk,Ana Abara,9,03/02/2026,1.00\n';
    const mapping: PlanChange = {
      chosen: { source: 'table' },
      mapping: ['row_type', 'debtor_name', 'charge_reference', 'charge_on', 'amount'],
    };
    expect((await attempt(mixed, mapping)).refusals).toMatchObject([{ line: 5, code: 'row_type_unknown' }]);
    await roundTrip(mixed, mapping, () =>
      expect(rows('SELECT balance_cents FROM account_summaries')).toEqual([{ balance_cents: 5_000 }]),
    );
  });

  it('on a written-off account wait for the rules of payments', async () => {
    await bring(invoices);
    const accountId = desk.store.db
      .prepare("SELECT id FROM accounts WHERE number = '8'")
      .pluck()
      .get() as number;
    valueIn(
      await desk.call('ledger.adjust', {
        accountId,
        kind: 'write_off',
        amountCents: null,
        component: null,
        effectiveOn: '2026-11-01',
        reason: 'Too small',
        allowedBy: 'Owner',
      }),
    );
    expect((await bring(file('8,11/05/2026,5.00,,cash,'), payments)).tallies).toMatchObject([{ waiting: 1 }]);
  });
});

describe('credits and negative invoices', () => {
  it('lower what is owed, once', async () => {
    await bring(invoices);
    await roundTrip('Customer ID,Name,Invoice,Date,Amount\n7,Ana Abara,CM-1,03/01/2026,-25.00\n', {}, () =>
      expect(rows("SELECT kind, principal_cents, reference FROM entries WHERE kind = 'credit'")).toEqual([
        { kind: 'credit', principal_cents: -2_500, reference: 'CM-1' },
      ]),
    );
  });
});

describe('people without a sum', () => {
  it('get an account on which nothing is owed, and their invoices find them later', async () => {
    const list =
      'Customer ID,Name,Company,Phone,Mobile,Street,City,State,Zip\n7,Ana Abara,,512-555-0101,512-555-0102,1 Elm St,Hartford,CT,6103\n9,Hill Supply Inc,,,,,,,\n';
    const mapping: PlanChange = {
      rowKind: 'debtor',
      mapping: [
        'debtor_reference',
        'debtor_name',
        null,
        'home_phone',
        'mobile_phone',
        'address_line1',
        'city',
        'region',
        'postal_code',
      ],
    };
    await roundTrip(list, mapping, () => {
      expect(rows('SELECT status, count(*) AS n FROM account_summaries GROUP BY 1')).toEqual([
        { status: 'paid', n: 2 },
      ]);
      expect(rows('SELECT kind, number FROM phones ORDER BY number')).toEqual([
        { kind: 'home', number: '+15125550101' },
        { kind: 'mobile', number: '+15125550102' },
      ]);
      expect(rows('SELECT postal_code FROM addresses')).toEqual([{ postal_code: '06103' }]);
    });
    await bring(list, mapping);
    await bring(invoices);
    expect(rows('SELECT number, balance_cents FROM account_summaries ORDER BY number')).toEqual([
      { number: '7', balance_cents: 15_000 },
      { number: '8', balance_cents: 2_000 },
      { number: '9', balance_cents: 0 },
    ]);
  });

  it('several clients in one file keep their people apart', async () => {
    const text =
      'Client,Name,Account,Amount\nTidewater Dental,Ana Abara,1,10.00\nHillside Gym,Ana Abara,1,20.00\nhillside gym,Ben Birch,2,5.00\n';
    const mapping: PlanChange = { mapping: ['client_name', 'debtor_name', 'account_number', 'amount'] };
    await roundTrip(text, mapping, () => {
      expect(
        rows('SELECT c.name, a.number FROM accounts a JOIN clients c ON c.id = a.client_id ORDER BY a.id'),
      ).toEqual([
        { name: 'Tidewater Dental', number: '1' },
        { name: 'Hillside Gym', number: '1' },
        { name: 'Hillside Gym', number: '2' },
      ]);
    });
  });
});

describe('notes and contacts', () => {
  it('stand on their accounts; what the law counts is counted, what stops collecting holds', async () => {
    await bring(invoices);
    await roundTrip(
      'Account,When,How,Outcome,Text\n7,11/18/2026 3:15 PM,Phone call,No answer,\n7,11/19/2026,Call,Cease and desist,Do not call me\n8,11/19/2026,Smoke,Spoke,\n',
      {
        rowKind: 'contact',
        mapping: ['account_number', 'contact_on', 'contact_channel', 'contact_outcome', 'note'],
      },
      async () => {
        expect(rows('SELECT channel, outcome, at, zone FROM contacts ORDER BY at')).toEqual([
          {
            channel: 'call',
            outcome: 'no_answer',
            at: Date.UTC(2026, 10, 18, 21, 15),
            zone: 'America/Chicago',
          },
          {
            channel: 'call',
            outcome: 'asked_to_stop',
            at: Date.UTC(2026, 10, 19, 18, 0),
            zone: 'America/Chicago',
          },
        ]);
        expect(
          rows(
            "SELECT number, status, last_contact_outcome AS said FROM account_summaries WHERE number = '7'",
          ),
        ).toEqual([{ number: '7', status: 'hold', said: 'asked_to_stop' }]);
        expect(rows('SELECT text FROM notes')).toEqual([{ text: 'Do not call me' }]);
      },
    );
    await roundTrip('Account,Note\n7,Prefers mornings\n', {
      rowKind: 'note',
      mapping: ['account_number', 'note'],
    });
  });
});

describe('bank lines', () => {
  it('wait, each once, money out beside money in', async () => {
    await roundTrip(
      'Date,Description,Deposit,Withdrawal,Id\n11/02/2026,DEPOSIT A ABARA,100.00,,F1\n11/03/2026,SERVICE FEE,,4.00,F2\n11/04/2026,NOTHING,,,F3\n',
      {
        chosen: { source: 'table' },
        rowKind: 'bank_line',
        mapping: ['payment_on', 'memo', 'credit_amount', 'debit_amount', 'external_id'],
      },
      () =>
        expect(rows('SELECT kind, amount_cents, memo FROM incoming ORDER BY id')).toEqual([
          { kind: 'bank', amount_cents: 10_000, memo: 'DEPOSIT A ABARA' },
          { kind: 'bank', amount_cents: -400, memo: 'SERVICE FEE' },
        ]),
    );
  });
});

describe('what is not owed, or not in dollars', () => {
  const head = 'Name,Invoice,Date,Amount,Balance,Status,Currency\n';
  const text = `${head}Ana,1,01/05/2026,10.00,10.00,Open,USD\nAna,2,01/05/2026,20.00,0.00,Paid,USD\nAna,3,01/05/2026,40.00,40.00,Void,USD\nAna,4,01/05/2026,80.00,80.00,Open,EUR\nAna,5,01/05/2026,0.00,0.00,Open,USD\n`;
  const mapping: PlanChange = {
    mapping: ['debtor_name', 'charge_reference', 'charge_on', 'amount', 'balance', 'status', 'currency'],
  };

  it('is left out, kept apart or refused, as asked', async () => {
    expect((await attempt(text, mapping)).tallies).toMatchObject([
      { kind: 'charge', currency: 'USD', rows: 4, cents: 7_000, written: 2, leftOut: 2, leftOutCents: 4_000 },
      { kind: 'charge', currency: 'EUR', rows: 1, cents: 8_000, refused: 1 },
    ]);
    const other = await attempt(text, { ...mapping, paidItems: 'leave', foreignCurrency: 'apart' });
    expect(other.tallies).toMatchObject([
      { currency: 'USD', written: 1, writtenCents: 1_000, leftOut: 3 },
      { currency: 'EUR', apart: 1, apartCents: 8_000, refused: 0 },
    ]);
    expect(other.doubts.map(({ code }) => code)).toContain('kept_apart');
    await roundTrip(text, mapping);
  });

  it('a line left out or put right in place is taken so', async () => {
    const bad = 'Name,Invoice,Date,Amount\nAna,1,01/05/2026,ten\nBen,2,01/05/2026,5.00\n';
    const trial = await attempt(bad);
    expect(trial.refusals).toMatchObject([
      { line: 2, code: 'amount_unreadable', at: 3, cells: ['Ana', '1', '01/05/2026', 'ten'] },
    ]);
    const fixed = await attempt(bad, { fixes: [{ line: 2, column: 3, value: '10.00' }], leftOut: [3] });
    expect(fixed.tallies).toMatchObject([
      { rows: 2, written: 1, writtenCents: 1_000, leftOut: 1, leftOutCents: 500 },
    ]);
  });
});

describe('sums in parts', () => {
  it('keep principal, interest, fees and costs apart, paid in the order of the ledger', async () => {
    const text =
      'Name,Invoice,Date,Amount,Interest,Fees,Costs,Paid\nAna,1,01/05/2026,100.00,10.00,5.00,2.00,12.00\n';
    await roundTrip(
      text,
      {
        mapping: [
          'debtor_name',
          'charge_reference',
          'charge_on',
          'amount',
          'interest_amount',
          'fees_amount',
          'costs_amount',
          'paid_amount',
        ],
      },
      () =>
        expect(
          rows(
            'SELECT principal_cents AS p, interest_cents AS i, fees_cents AS f, costs_cents AS c FROM account_summaries',
          ),
        ).toEqual([{ p: 10_000, i: 500, f: 0, c: 0 }]),
    );
  });

  it('a balance alone is opened as of the day asked for', async () => {
    await roundTrip('Account,Name,Balance\n77,Ana,500.00\n', { openingAsOf: '2026-10-31' }, () =>
      expect(rows('SELECT effective_on, basis FROM entries')).toEqual([
        { effective_on: '2026-10-31', basis: 'Opening balance as of 2026-10-31' },
      ]),
    );
  });
});

describe('a changed file', () => {
  it('brings sums, days, paid sums and names up to date, and taking it back puts all of it back', async () => {
    await bring(invoices);
    const changed =
      'Customer ID,Name,Invoice,Date,Due date,Amount,Paid amount\n7,Ana Birch,INV-1,01/05/2026,02/05/2026,120.00,\n7,Ana Birch,INV-2,02/05/2026,04/05/2026,50.00,\n8,Ben Birch,INV-3,01/06/2026,02/06/2026,20.00,15.00\n';
    await roundTrip(changed, {}, async () => {
      expect(
        rows('SELECT number, debtor_name, balance_cents FROM account_summaries ORDER BY number'),
      ).toEqual([
        { number: '7', debtor_name: 'Ana Birch', balance_cents: 17_000 },
        { number: '8', debtor_name: 'Ben Birch', balance_cents: 500 },
      ]);
      const importId = valueIn(await desk.call('imports.list', {})).imports[0]?.importId ?? 0;
      expect(valueIn(await desk.call('imports.report', { importId })).changes).toEqual([
        { line: 2, of: 'Ana Abara, 7', what: 'amount', before: '$100.00', after: '$120.00' },
        { line: 2, of: 'Ana Abara, 7', what: 'name', before: 'Ana Abara', after: 'Ana Birch' },
        { line: 3, of: 'Ana Abara, 7', what: 'due_on', before: '2026-03-05', after: '2026-04-05' },
        { line: 4, of: 'Ben Birch, 8', what: 'paid', before: '$0.00', after: '$15.00' },
      ]);
    });
  });

  it('keeps what was paid on the charge it corrects, and a payment entered by hand is not counted twice', async () => {
    await bring(invoices);
    const accountId = desk.store.db
      .prepare("SELECT id FROM accounts WHERE number = '8'")
      .pluck()
      .get() as number;
    valueIn(
      await desk.call('ledger.recordPayment', {
        shares: [{ accountId, amountCents: 1_500 }],
        receivedOn: '2026-11-20',
        method: 'cash',
        reference: '',
        memo: '',
      }),
    );
    const file = (sum: string) =>
      `Customer ID,Name,Invoice,Date,Due date,Amount,Paid amount\n8,Ben Birch,INV-3,01/06/2026,02/06/2026,${sum},15.00\n`;
    expect(await attempt(file('20.00'))).toMatchObject({ alreadyThere: 1, changesCount: 0 });
    await roundTrip(file('18.00'), {}, () =>
      expect(rows("SELECT balance_cents FROM account_summaries WHERE number = '8'")).toEqual([
        { balance_cents: 300 },
      ]),
    );
  });

  it('a void invoice of the book is taken back; listed only, nothing changes', async () => {
    await bring(invoices);
    const text = 'Customer ID,Name,Invoice,Date,Amount,Status\n8,Ben Birch,INV-3,01/06/2026,20.00,Voided\n';
    const mapping: PlanChange = {
      mapping: ['debtor_reference', 'debtor_name', 'charge_reference', 'charge_on', 'amount', 'status'],
    };
    expect(await attempt(text, { ...mapping, changed: 'list' })).toMatchObject({
      changes: [{ what: 'void', before: '$20.00', after: '$0.00' }],
      openCents: 0,
      refused: 1,
    });
    await roundTrip(text, mapping, () =>
      expect(rows("SELECT balance_cents FROM account_summaries WHERE number = '8'")).toEqual([
        { balance_cents: 0 },
      ]),
    );
  });

  it('finds a charge by what the other program calls it', async () => {
    const text = (sum: string) => `Name,Id,Date,Amount\nAna,ch_1,01/05/2026,${sum}\n`;
    const mapping: PlanChange = { mapping: ['debtor_name', 'external_id', 'charge_on', 'amount'] };
    await bring(text('10.00'), mapping);
    await roundTrip(text('12.00'), mapping, () =>
      expect(rows('SELECT balance_cents FROM account_summaries')).toEqual([{ balance_cents: 1_200 }]),
    );
    await roundTrip(text('14.00'), mapping);
  });
});

it('a control total that is not the file’s keeps it out', async () => {
  expect(await desk.write(desk.file(invoices), { controlCents: 16_999 })).toMatchObject({
    error: { code: 'import.control_differs', params: { typedCents: 16_999, fileCents: 17_000 } },
  });
  expect(await desk.write(desk.file(invoices), { controlRows: 4 })).toMatchObject({
    error: { code: 'import.control_rows' },
  });
  valueIn(await desk.write(desk.file(invoices), { controlCents: 17_000, controlRows: 3 }));
});
