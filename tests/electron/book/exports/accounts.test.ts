import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountFilter } from '../../../../shared/contract/accounts.ts';
import { type ExportDesk, makeExportDesk } from '../../../builders/export-desk.ts';

let desk: ExportDesk;
beforeEach(() => {
  desk = makeExportDesk();
});
afterEach(() => desk.dispose());

const everything = {
  list: 'accounts',
  filter: accountFilter.parse({}),
  sort: 'name',
  descending: false,
} as const;

describe('the list of accounts as a file', () => {
  it('holds every account once, in the order of the list, more than a page of them', async () => {
    for (let index = 0; index < 30; index += 1) {
      await desk.account({ debtorName: `Ada Number${index}`, amountCents: 100 + (index % 3) });
    }
    const asked = { ...everything, sort: 'balance', descending: true } as const;
    const rows = await desk.rows(asked, ['number', 'balance']);
    const listed = await desk.get('accounts.list', {
      filter: everything.filter,
      sort: 'balance',
      descending: true,
      after: null,
      limit: 100,
    });
    expect(rows.map((row) => row['Account number'])).toEqual(listed.rows.map(({ number }) => number));
    expect(rows).toHaveLength(30);
    expect(rows[0]?.Balance).toBe('1.02');
  });

  it('leaves out what the filter leaves out, and says what it was narrowed to', async () => {
    await desk.account({ debtorName: 'Mara Okafor', amountCents: 5_000 });
    await desk.account({ debtorName: 'Ben Tran', amountCents: 50_000 });
    const asked = {
      ...everything,
      filter: { ...everything.filter, text: 'tran', balanceFromCents: 10_000, daysPastDueFrom: 30 },
    };
    expect((await desk.rows(asked)).map((row) => row['Debtor name'])).toEqual(['Ben Tran']);
    const { about, rows, title } = await desk.get('exports.describe', { asked });
    expect({ about, rows, title }).toEqual({
      about: ['Found by “tran”', '30 days past due or more', 'Balance of $100.00 or more'],
      rows: 1,
      title: 'Accounts',
    });
  });

  it('writes sums as plain numbers, negative ones too, and days as days', async () => {
    const accountId = await desk.account({ amountCents: 123_456 });
    await desk.pay(accountId, 200_000, { allowOverpayment: true });
    const [row] = await desk.rows(everything);
    expect(row).toMatchObject({
      Balance: '-765.44',
      Principal: '-765.44',
      'Last payment': '2000.00',
      'Last payment on': '2026-11-20',
      'Opened on': '2026-06-01',
      'Days past due': '0',
    });
  });

  it('lets no text run as a formula', async () => {
    const accountId = await desk.account({ debtorName: '=HYPERLINK("x")', number: '+1' });
    await desk.get('accounts.setNextStep', { accountId, nextStepOn: '2026-12-01', nextStep: '@SUM(A1)' });
    const [row] = await desk.rows(everything);
    expect(row).toMatchObject({
      'Debtor name': `'=HYPERLINK("x")`,
      'Account number': "'+1",
      'Next step': "'@SUM(A1)",
    });
  });

  it('has the address letters go to and no other', async () => {
    const accountId = await desk.account({
      line1: '1 Old St',
      city: 'Austin',
      region: 'TX',
      postalCode: '02134',
      phone: '512-555-0144',
    });
    const { debtor } = await desk.get('accounts.get', { accountId });
    await desk.get('debtors.addAddress', {
      debtorId: debtor.debtorId,
      kind: 'mailing',
      line1: 'PO Box 9',
      line2: '',
      city: 'Austin',
      region: 'TX',
      postalCode: '00501',
      country: '',
      source: 'Told us',
    });
    const [row] = await desk.rows(everything);
    expect(row).toMatchObject({ 'Address line 1': 'PO Box 9', 'ZIP code': '00501', Phone: '(512) 555-0144' });
  });

  it('notes what left: its name, rows, size and hash', async () => {
    await desk.account();
    const { fileId, path } = desk.place('list.xlsx');
    const written = await desk.job('exports.run', {
      asked: everything,
      columns: ['name', 'balance'],
      format: 'xlsx',
      fileId,
    });
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(written).toMatchObject({
      ok: true,
      value: { fileName: 'list.xlsx', rows: 1, bytes: bytes.length, sha256 },
    });
    const { exports } = await desk.get('exports.list', {});
    expect(exports).toMatchObject([
      {
        what: 'Accounts',
        format: 'xlsx',
        fileName: 'list.xlsx',
        rows: 1,
        bytes: bytes.length,
        sha256,
        author: 'Desk',
      },
    ]);
  });

  it('leaves nothing behind when it is stopped, and what was there stays', async () => {
    await desk.account();
    const { fileId, path } = desk.place('list.csv');
    writeFileSync(path, 'before');
    desk.cancelWhen = () => true;
    const stopped = await desk.job('exports.run', {
      asked: everything,
      columns: ['name'],
      format: 'csv',
      fileId,
    });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
    expect(desk.files()).toEqual(['list.csv']);
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect((await desk.get('exports.list', {})).exports).toEqual([]);
  });

  it('says that a place cannot be written, and notes nothing', async () => {
    await desk.account();
    const run = async (name: string) => {
      const { fileId } = desk.place(name);
      const answer = await desk.job('exports.run', {
        asked: everything,
        columns: ['name'],
        format: 'csv',
        fileId,
      });
      return answer.ok ? 'ok' : [answer.error.code, answer.error.params];
    };
    expect(await run('gone/list.csv')).toEqual(['file.not_writable', { name: 'list.csv' }]);
    mkdirSync(join(desk.folder, 'folder.csv'));
    expect(await run('folder.csv')).toEqual(['file.not_writable', { name: 'folder.csv' }]);
    expect(desk.files()).toEqual(['folder.csv']);
    expect((await desk.get('exports.list', {})).exports).toEqual([]);
  });

  it('takes a place once, and only columns the list has', async () => {
    await desk.account();
    const { fileId } = desk.place('list.csv');
    const run = (columns: string[]) =>
      desk.job('exports.run', { asked: everything, columns, format: 'csv', fileId });
    for (const columns of [['nothing'], ['name', 'name']]) {
      expect(await run(columns)).toMatchObject({ ok: false, error: { code: 'call.invalid_input' } });
    }
    expect(await run(['name'])).toMatchObject({ ok: true });
    expect(await run(['name'])).toMatchObject({ ok: false, error: { code: 'file.gone' } });
  });
});
