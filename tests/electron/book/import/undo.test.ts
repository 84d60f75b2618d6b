import { randomUUID } from 'node:crypto';
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

const first =
  'Customer ID,Name,Invoice,Date,Amount,Phone,Zip\n7,Ana Abara,1,1/5/2025,10.00,512-555-0101,78701\n8,Ben Birch,2,1/6/2025,20.00,512-555-0102,78702\n';
const later =
  'Customer ID,Name,Invoice,Date,Amount,Phone,City\n7,Ana Abara,3,1/7/2025,5.00,512-555-0199,Waco\n9,Carla Calloway,4,1/8/2025,7.00,,\n';

describe('taking an import back', () => {
  it('leaves the book as it was before, and its own row', async () => {
    const before = dumpBook(desk.store);
    const { importId } = valueIn(await desk.write(desk.open(fixture))).import;
    valueIn(await desk.call('imports.undo', { importId }));
    expect(dumpBook(desk.store)).toEqual(before);
    expect(valueIn(await desk.call('imports.list', {})).imports).toMatchObject([
      {
        importId,
        state: 'undone',
        clientName: 'Tidewater Dental',
        charges: 260,
        undoneAt: expect.any(Number),
      },
    ]);
    // The same file can come again, as new.
    expect(valueIn(await desk.write(desk.open(fixture))).import.charges).toBe(260);
  });

  it('takes only its own rows from older accounts and people', async () => {
    valueIn(await desk.write(desk.file(first)));
    const before = dumpBook(desk.store);
    const { importId } = valueIn(await desk.write(desk.file(later))).import;
    valueIn(await desk.call('imports.undo', { importId }));
    expect(dumpBook(desk.store)).toEqual(before);
    expect(checkSummaries(desk.store)).toEqual([]);
    expect(valueIn(await desk.call('accounts.find', { text: '5550199' })).hits).toEqual([]);
  });

  it('keeps what was there by hand', async () => {
    valueIn(
      await desk.call('accounts.create', {
        debtorKind: 'consumer',
        debtorName: 'Ines Ibarra',
        number: '',
        clientId: null,
        originalCreditor: '',
        debtType: 'other',
        openedOn: '2026-01-05',
        amountCents: 5000,
        dueOn: '2026-02-05',
        phone: '',
        line1: '',
        line2: '',
        city: '',
        region: '',
        postalCode: '',
      }),
    );
    const before = dumpBook(desk.store);
    const { importId } = valueIn(await desk.write(desk.file(first), { clientName: '' })).import;
    valueIn(await desk.call('imports.undo', { importId }));
    expect(dumpBook(desk.store)).toEqual(before);
  });

  it('happens once', async () => {
    const { importId } = valueIn(await desk.write(desk.file(first))).import;
    valueIn(await desk.call('imports.undo', { importId }));
    expect(await desk.call('imports.undo', { importId })).toMatchObject({
      error: { code: 'import.already_undone' },
    });
    expect(await desk.call('imports.undo', { importId: 999 })).toMatchObject({
      error: { code: 'import.not_found' },
    });
  });

  it('lets the permit go: entries can still not be deleted', async () => {
    const { importId } = valueIn(await desk.write(desk.file(first))).import;
    valueIn(await desk.call('imports.undo', { importId }));
    valueIn(await desk.write(desk.file(first)));
    expect(desk.store.db.prepare('SELECT count(*) FROM undo_permits').pluck().get()).toBe(0);
    expect(() => desk.store.db.prepare('DELETE FROM entries').run()).toThrow(/append-only/);
  });
});

describe('a further debt of somebody the book knows', () => {
  const debts = (account: string) =>
    `Customer ID,Name,Account,Invoice,Date,Amount\n7,Ana Abara,${account},${account}-1,1/5/2025,10.00\n`;

  it('is held by what holds the person, and can be taken back', async () => {
    valueIn(await desk.write(desk.file(debts('A-1'))));
    const accountOf = (number: string) =>
      desk.store.db.prepare('SELECT id FROM accounts WHERE number = ?').pluck().get(number) as number;
    valueIn(
      await desk.call('law.recordEvent', {
        accountId: accountOf('A-1'),
        kind: 'bankruptcy',
        allDebts: true,
        on: '2026-11-02',
        scope: {},
        detail: {},
        source: 'Notice of the court',
      }),
    );
    valueIn(await desk.call('accounts.get', { accountId: accountOf('A-1') }));
    const before = dumpBook(desk.store);
    const { importId } = valueIn(await desk.write(desk.file(debts('A-2')))).import;
    const held = valueIn(await desk.call('accounts.get', { accountId: accountOf('A-2') }));
    expect(held.status).toBe('hold');
    expect(held.holds).toMatchObject([
      { kind: 'bankruptcy', source: 'Notice of the court', fromOn: '2026-11-02' },
    ]);
    expect(checkSummaries(desk.store)).toEqual([]);
    valueIn(await desk.call('imports.undo', { importId }));
    expect(dumpBook(desk.store)).toEqual(before);
  });
});

describe('is refused when something was built on it', () => {
  type Build = (accountId: number) => Promise<unknown>;
  const debtorOf = (accountId: number) =>
    desk.store.sql('SELECT debtor_id FROM accounts WHERE id = ?').pluck().get(accountId) as number;
  const builds: [string, string, Build][] = [
    [
      'an event of the law',
      'legal events',
      (accountId) =>
        desk.call('law.recordEvent', {
          accountId,
          allDebts: true,
          kind: 'consent',
          on: '2026-11-20',
          scope: {},
          detail: { consent: 'email' },
          source: 'Form',
        }),
    ],
    [
      'a fact of the debt',
      'facts of its debts',
      (accountId) =>
        desk.call('law.setDebtFact', { accountId, name: 'form', value: 'oral', source: 'Client' }),
    ],
    [
      'a fact of the person',
      'facts of its debtors',
      (accountId) =>
        desk.call('law.setPersonFact', {
          debtorId: debtorOf(accountId),
          name: 'language',
          value: 'Spanish',
          source: 'Call',
        }),
    ],
    ['a note', 'notes', (accountId) => desk.call('notes.add', { accountId, text: 'Called back' })],
    [
      'a payment',
      'payments and other entries',
      (accountId) =>
        desk.call('ledger.recordPayment', {
          shares: [{ accountId, amountCents: 100 }],
          receivedOn: '2026-11-20',
          method: 'cash',
          reference: '',
          memo: '',
        }),
    ],
    [
      'a promise',
      'promises',
      (accountId) => desk.call('promises.record', { accountId, amountCents: 100, dueOn: '2026-12-01' }),
    ],
    [
      'a plan',
      'plans',
      (accountId) =>
        desk.call('plans.start', {
          accountId,
          terms: { totalCents: 1000, count: 2, frequency: 'monthly', firstOn: '2026-12-01' },
        }),
    ],
    [
      'a reminder',
      'reminders',
      (accountId) => desk.call('reminders.set', { accountId, text: 'Call', dueAt: Date.UTC(2026, 11, 1) }),
    ],
    [
      'a next step',
      'next steps',
      (accountId) =>
        desk.call('accounts.setNextStep', { accountId, nextStepOn: '2026-12-01', nextStep: 'Call' }),
    ],
    [
      'a closed account',
      'closed accounts',
      (accountId) => desk.call('accounts.close', { accountId, reason: 'Recalled' }),
    ],
    [
      'a call',
      'calls and other contacts',
      async (accountId) =>
        desk.store.db
          .prepare(
            `INSERT INTO contacts (account_id, debtor_id, channel, direction, outcome, at, zone, author, recorded_at)
           SELECT id, debtor_id, 'call', 'out', 'no_answer', 1, 'UTC', 'x', 1 FROM accounts WHERE id = ?`,
          )
          .run(accountId),
    ],
    [
      'a pin on a note that came with it',
      'pinned notes',
      async (accountId) => {
        const { lastInsertRowid } = desk.store.db
          .prepare(
            `INSERT INTO notes (account_id, text, author, at, import_id)
             SELECT ?, 'Prefers mornings', 'x', 1, max(id) FROM imports`,
          )
          .run(accountId);
        return desk.call('notes.pin', { noteId: Number(lastInsertRowid) });
      },
    ],
    ['a later import', 'charges of later imports', () => desk.write(desk.file(later))],
  ];

  it.each(builds)('%s', async (_, what, build) => {
    const { importId } = valueIn(await desk.write(desk.file(first))).import;
    const accountId = desk.store.db
      .prepare("SELECT id FROM accounts WHERE number = '7'")
      .pluck()
      .get() as number;
    const built = (await build(accountId)) as { ok?: boolean; error?: unknown };
    expect(built.error).toBeUndefined();
    const before = dumpBook(desk.store);
    expect(await desk.call('imports.undo', { importId }, randomUUID())).toMatchObject({
      ok: false,
      error: { code: 'import.built_upon', params: { what, count: 1 } },
    });
    expect(dumpBook(desk.store)).toEqual(before);
  });

  it('a payment on a charge it added to an older account', async () => {
    valueIn(await desk.write(desk.file(first)));
    const { importId } = valueIn(await desk.write(desk.file(later))).import;
    const accountId = desk.store.db
      .prepare("SELECT id FROM accounts WHERE number = '7'")
      .pluck()
      .get() as number;
    valueIn(
      await desk.call('ledger.recordPayment', {
        shares: [{ accountId, amountCents: 1400 }],
        receivedOn: '2026-11-20',
        method: 'cash',
        reference: '',
        memo: '',
      }),
    );
    expect(await desk.call('imports.undo', { importId })).toMatchObject({
      error: { code: 'import.built_upon' },
    });
  });
});
