import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSummaries } from '../../../../electron/book/store/queries/summaries.ts';
import { dumpBook, type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

const fixture = join(import.meta.dirname, '../../../fixtures/import/receivables.csv');

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const rows = (sql: string) => desk.store.db.prepare(sql).all();

describe('receivables of twenty customers', () => {
  it('are tried without a trace, with sums that equal the file', async () => {
    const before = dumpBook(desk.store);
    const trial = valueIn(await desk.attempt(desk.open(fixture)));
    expect(trial).toMatchObject({
      rows: 260,
      accepted: 260,
      refused: 0,
      newDebtors: 20,
      newAccounts: 20,
      charges: 260,
      payments: 208,
      paymentsCents: 2_694_671,
      openCents: 3_366_468 - 2_694_671,
      fileCents: 3_366_468,
      chargesCents: 3_366_468,
      refusedCents: 0,
      alreadyThere: 0,
    });
    expect(dumpBook(desk.store)).toEqual(before);
  });

  it('are written as debtors, accounts, charges and the payments made before', async () => {
    const done = valueIn(await desk.write(desk.open(fixture)));
    expect(done.import).toMatchObject({
      clientName: 'Tidewater Dental',
      debtors: 20,
      accounts: 20,
      charges: 260,
      chargesCents: 3_366_468,
      payments: 208,
      paymentsCents: 2_694_671,
      refused: 0,
      state: 'done',
    });
    const text = readFileSync(fixture, 'utf8');
    const numbers = [...text.matchAll(/,(\d{10}),/g)].map((match) => match[1]).sort();
    expect(
      desk.store.db.prepare("SELECT reference FROM entries WHERE kind = 'charge' ORDER BY 1").pluck().all(),
    ).toEqual(numbers);
    expect(numbers.filter((number) => number?.startsWith('0'))).toHaveLength(30);
    expect(rows("SELECT number, opened_on FROM accounts WHERE number = '1000-ABARA'")).toHaveLength(1);
    // Each payment meets its own charge, on the day the file says.
    const [line] = rows(
      `SELECT c.reference, c.effective_on, c.due_on, p.effective_on AS paid_on, a.rule, -p.principal_cents = c.principal_cents AS whole
       FROM entries c JOIN applications a ON a.charge_entry_id = c.id JOIN entries p ON p.id = a.entry_id
       WHERE c.reference = '5046129581'`,
    );
    expect(line).toEqual({
      reference: '5046129581',
      effective_on: '2025-06-29',
      due_on: '2025-07-29',
      paid_on: '2025-07-11',
      rule: 'named_charge',
      whole: 1,
    });
    expect(rows("SELECT kind FROM debtors WHERE name = 'Halvorsen Supply, Inc.'")).toEqual([
      { kind: 'business' },
    ]);
    expect(rows('SELECT count(*) AS n FROM phones')).toEqual([{ n: 20 }]);
    expect(rows('SELECT count(*) AS n FROM addresses')).toEqual([{ n: 20 }]);
    expect(checkSummaries(desk.store)).toEqual([]);
    const found = valueIn(await desk.call('accounts.find', { text: '0777038280' }));
    expect(found.hits.map(({ debtorName }) => debtorName)).toEqual(['Ben Birch']);
  });

  it('add nothing when they come again', async () => {
    valueIn(await desk.write(desk.open(fixture)));
    const before = dumpBook(desk.store);
    const again = desk.open(fixture);
    expect(valueIn(await desk.look(again)).importedAt).toBe(Date.UTC(2026, 10, 21, 18, 0));
    expect(valueIn(await desk.attempt(again))).toMatchObject({
      charges: 0,
      alreadyThere: 260,
      alreadyThereCents: 3_366_468,
      newDebtors: 0,
      knownDebtors: 20,
    });
    expect(await desk.write(again)).toMatchObject({
      ok: false,
      error: { code: 'import.same_file', params: { importedOn: '2026-11-21' } },
    });
    expect(dumpBook(desk.store)).toEqual(before);
  });

  it('with one row more add that row to the known account', async () => {
    valueIn(await desk.write(desk.open(fixture)));
    const text = `${readFileSync(fixture, 'utf8')}1000-ABARA,"Abara, Ana",0000000001,1/2/2026,2/2/2026,10.00,,,,,,\r\n`;
    expect(valueIn(await desk.write(desk.file(text)))).toMatchObject({
      import: { debtors: 0, accounts: 0, charges: 1, chargesCents: 1000 },
      alreadyThere: 260,
      refused: 0,
    });
    expect(rows('SELECT count(*) AS n FROM accounts')).toEqual([{ n: 20 }]);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  it('are answered from memory when the same operation comes twice', async () => {
    const fileId = desk.open(fixture);
    const preview = valueIn(await desk.look(fileId));
    const input = {
      fileId,
      fileSha256: preview.fileSha256,
      plan: {
        reading: preview.reading,
        mapping: preview.mapping,
        clientId: null,
        clientName: 'A',
        debtType: 'other',
        debtorKind: 'guess',
        settledMeansPaid: true,
      },
    } as const;
    const operationId = '01900000-0000-7000-8000-000000000001';
    const first = valueIn(await desk.call('imports.run', input, operationId));
    const before = dumpBook(desk.store);
    expect(valueIn(await desk.call('imports.run', input, operationId))).toEqual(first);
    expect(dumpBook(desk.store)).toEqual(before);
  });
});

describe('what rows mean', () => {
  it('paid beyond the charge becomes credit on the account', async () => {
    valueIn(await desk.write(desk.file('Customer,Invoice #,Amount,Paid\nAna Abara,1,10.00,12.50\n')));
    expect(rows('SELECT status, balance_cents FROM account_summaries')).toEqual([
      { status: 'credit', balance_cents: -250 },
    ]);
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  it('a balance beside an amount leaves exactly the balance open', async () => {
    valueIn(
      await desk.write(
        desk.file('Customer,Invoice #,Date,Amount,Balance\nAna Abara,1,1/5/2025,100.00,30.00\n'),
      ),
    );
    expect(rows('SELECT balance_cents FROM account_summaries')).toEqual([{ balance_cents: 3000 }]);
    expect(rows("SELECT effective_on, basis FROM entries WHERE kind = 'payment'")).toEqual([
      { effective_on: '2025-01-05', basis: expect.stringContaining('day not given') },
    ]);
  });

  it('a balance alone is the opening charge; a changed one is not added on top', async () => {
    const file = (sum: string) => desk.file(`Account number,Name,Balance\n77,Ana Abara,${sum}\n`);
    valueIn(await desk.write(file('500.00')));
    expect(valueIn(await desk.attempt(file('450.00')))).toMatchObject({
      charges: 0,
      refused: 0,
      openCents: -5_000,
      changes: [{ line: 2, of: 'Ana Abara, 77', what: 'balance', before: '$500.00', after: '$450.00' }],
    });
    expect(valueIn(await desk.attempt(file('450.00'), { changed: 'list' }))).toMatchObject({
      charges: 0,
      openCents: 0,
      refusals: [{ code: 'reference_differs', reason: expect.stringContaining('$500.00') }],
    });
    valueIn(await desk.write(file('450.00')));
    expect(rows('SELECT balance_cents FROM account_summaries')).toEqual([{ balance_cents: 45_000 }]);
    expect(valueIn(await desk.attempt(file('450.00')))).toMatchObject({ alreadyThere: 1, changesCount: 0 });
    expect(checkSummaries(desk.store)).toEqual([]);
  });

  it('each account number is an account; one of somebody else is refused', async () => {
    const text = 'Account number,Name,Amount\n77,Ana Abara,1.00\n78,"ABARA, ANA",2.00\n77,Ben Birch,4.00\n';
    const done = valueIn(await desk.write(desk.file(text)));
    expect(done).toMatchObject({
      import: { debtors: 1, accounts: 2, charges: 2 },
      refused: 1,
      refusedCents: 400,
      fileCents: 700,
    });
  });

  it('names are one person unless phone or ZIP code say otherwise', async () => {
    const text =
      'Name,Phone,Zip,Invoice,Amount\n' +
      'Ana Abara,512-555-0101,78701,1,1.00\n' +
      '"ABARA, ANA",(512) 555-0101,,2,2.00\n' +
      'Ana Abara,,78702,3,4.00\n' +
      'Ana Abara,,,4,8.00\n' +
      'Ana Abara,,78702-1234,5,16.00\n';
    const trial = valueIn(await desk.attempt(desk.file(text)));
    expect(trial).toMatchObject({
      newDebtors: 2,
      charges: 4,
      refusals: [{ line: 5, code: 'debtor_ambiguous' }],
    });
  });

  it('a person known without a number is met again by name', async () => {
    valueIn(await desk.write(desk.file('Name,Invoice,Amount\nAna Abara,1,1.00\n')));
    const trial = valueIn(
      await desk.attempt(desk.file('Name,Invoice,Amount\n"Abara, Ana",2,1.00\nBen Birch,3,1.00\n')),
    );
    expect(trial).toMatchObject({ knownDebtors: 1, newDebtors: 1, newAccounts: 1, charges: 2 });
  });

  it('one reference at another client is another person', async () => {
    const text = 'Customer ID,Name,Invoice,Amount\n7,Ana Abara,1,1.00\n';
    valueIn(await desk.write(desk.file(text)));
    expect(valueIn(await desk.attempt(desk.file(text), { clientName: 'Hillside Gym' }))).toMatchObject({
      newDebtors: 1,
      alreadyThere: 0,
    });
  });

  it('without a client the office collects its own', async () => {
    expect(
      valueIn(await desk.write(desk.file('Name,Amount\nAna Abara,1.00\n'), { clientName: '' })).import
        .clientName,
    ).toBe('Harbor Lane Recovery');
    expect(rows('SELECT name, is_office FROM clients')).toEqual([
      { name: 'Harbor Lane Recovery', is_office: 1 },
    ]);
  });

  it('a charge taken back by hand does not return with the file', async () => {
    const text = 'Name,Invoice,Amount\nAna Abara,1,1.00\n';
    valueIn(await desk.write(desk.file(text)));
    const entryId = desk.store.db
      .prepare("SELECT id FROM entries WHERE kind = 'charge'")
      .pluck()
      .get() as number;
    valueIn(await desk.call('ledger.reverse', { entryId, reason: 'Written by mistake' }));
    expect(valueIn(await desk.attempt(desk.file(`${text}\n`)))).toMatchObject({
      charges: 0,
      alreadyThere: 1,
    });
  });

  it('a closed account takes no new charge', async () => {
    valueIn(await desk.write(desk.file('Name,Invoice,Amount\nAna Abara,1,1.00\n')));
    desk.store.db.prepare("UPDATE accounts SET closed_at = 1, closed_reason = 'x'").run();
    expect(valueIn(await desk.attempt(desk.file('Name,Invoice,Amount\nAna Abara,2,1.00\n')))).toMatchObject({
      refusals: [{ code: 'account_closed' }],
    });
  });

  it('an older account gets the new phone beside its own', async () => {
    valueIn(
      await desk.write(desk.file('Customer ID,Name,Invoice,Amount,Phone\n7,Ana Abara,1,1.00,512-555-0101\n')),
    );
    valueIn(
      await desk.write(
        desk.file(
          'Customer ID,Name,Invoice,Amount,Phone\n7,Ana Abara,2,1.00,512-555-0102\n7,Ana Abara,3,1.00,512-555-0101\n',
        ),
      ),
    );
    expect(rows('SELECT number FROM phones ORDER BY 1')).toEqual([
      { number: '+15125550101' },
      { number: '+15125550102' },
    ]);
    expect(checkSummaries(desk.store)).toEqual([]);
  });
});

describe('all or nothing', () => {
  it.each(['Checking the rows', 'Writing'])(
    'cancelled while "%s" leaves the book as it was',
    async (phase) => {
      const before = dumpBook(desk.store);
      const fileId = desk.file(
        `Name,Invoice,Amount\n${Array.from({ length: 30_000 }, (_, row) => `Person ${row % 900},${row},1.00\n`).join('')}`,
      );
      const preview = valueIn(await desk.look(fileId));
      desk.progress.length = 0;
      desk.cancelWhen = (progress) => progress.some((step) => step.phase === phase);
      const plan = {
        reading: preview.reading,
        mapping: preview.mapping,
        clientId: null,
        clientName: 'A',
        debtType: 'other' as const,
        debtorKind: 'guess' as const,
        settledMeansPaid: true,
      };
      const result = await desk.call('imports.run', { fileId, fileSha256: preview.fileSha256, plan });
      expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
      expect(dumpBook(desk.store)).toEqual(before);
      expect(rows('SELECT * FROM imports')).toEqual([]);
    },
  );

  it('a file that changed since it was looked at is refused', async () => {
    const fileId = desk.file('Name,Amount\nAna Abara,1.00\n');
    const preview = valueIn(await desk.look(fileId));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(desk.pathOf(fileId), 'Name,Amount\nAna Abara,9.00\n');
    const plan = {
      reading: preview.reading,
      mapping: preview.mapping,
      clientId: null,
      clientName: 'A',
      debtType: 'other' as const,
      debtorKind: 'guess' as const,
      settledMeansPaid: true,
    };
    const result = await desk.call('imports.run', { fileId, fileSha256: preview.fileSha256, plan });
    expect(result).toMatchObject({ ok: false, error: { code: 'import.file_gone' } });
  });

  it('other calls pass while a large file is read', async () => {
    const fileId = desk.file(`Name,Invoice,Amount\n${'Ana Abara,1,1.00\n'.repeat(200_000)}`);
    let passed = 0;
    const timer = setInterval(() => {
      passed += 1;
    }, 1);
    valueIn(await desk.look(fileId));
    clearInterval(timer);
    expect(passed).toBeGreaterThan(3);
  });
});
