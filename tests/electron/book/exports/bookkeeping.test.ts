import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { parseCents } from '../../../builders/cents.ts';
import { dayMs } from '../../../builders/desk.ts';
import { type ExportDesk, makeExportDesk } from '../../../builders/export-desk.ts';
import { readFormat } from '../../../builders/flat-format.ts';

let desk: ExportDesk;
let accountId: number;
beforeEach(async () => {
  desk = makeExportDesk();
  accountId = await desk.account({
    debtorName: 'Zoë "Zo" O’Dell: Co\tLtd',
    number: '55',
    amountCents: 100_000,
  });
});
afterEach(() => desk.dispose());

type Asked = InputOf<'handOver.runBookkeeping'>['asked'];
const november: Asked = {
  fromOn: '2026-11-01',
  toOn: '2026-11-30',
  clientId: null,
  kinds: ['payments', 'reductions', 'charges', 'interest'],
  withImported: false,
};
const names = {
  receivable: 'Accounts Receivable',
  deposits: 'Undeposited Funds',
  reductions: 'Bad Debt Expense',
  charges: 'Fee Income',
  interest: 'Interest Income',
};

async function write(format: 'csv' | 'iif', change: Partial<Asked> = {}): Promise<string> {
  const { fileId, path } = desk.place(`entries.${format}`);
  const asked = { ...november, ...change };
  const made = await desk.job('handOver.runBookkeeping', { asked, format, names, fileId });
  return made.ok ? readFileSync(path, format === 'iif' ? 'latin1' : 'utf8') : made.error.code;
}

async function entries(change: Partial<Asked> = {}): Promise<Record<string, string>[]> {
  return parse(await write('csv', change), { bom: true, columns: true }) as Record<string, string>[];
}

describe('entries for the bookkeeper', () => {
  it('are those made in the period, each once, and together what the balance changed by', async () => {
    await desk.pay(accountId, 30_000);
    desk.pass(20 * dayMs);
    await desk.get('ledger.adjust', {
      accountId,
      kind: 'write_off',
      amountCents: null,
      effectiveOn: desk.today(),
      reason: 'Not worth a suit',
      allowedBy: 'Owner',
    });
    const november = await entries();
    const december = await entries({ fromOn: '2026-12-01', toOn: '2026-12-31' });
    expect(november.map((row) => [row.Entry, row.Amount])).toEqual([
      ['Charge', '1000.00'],
      ['Payment', '-300.00'],
    ]);
    expect(december.map((row) => [row.Entry, row.Amount])).toEqual([['Write-off', '-700.00']]);
    const all = [...november, ...december].reduce((sum, row) => sum + parseCents(row.Amount ?? ''), 0);
    expect(all).toBe(await desk.balance(accountId));
  });

  it('stand on the day they were taken back, not in the period that is closed', async () => {
    const entryId = await desk.pay(accountId, 30_000);
    desk.pass(20 * dayMs);
    await desk.get('ledger.takeBackPayment', { entryId, reason: 'Returned by the bank' });
    expect((await entries({ kinds: ['payments'] })).map((row) => row.Amount)).toEqual(['-300.00']);
    const later = { fromOn: '2026-12-01', toOn: '2026-12-31', kinds: ['payments'] } as const;
    const [back] = await entries({ ...later, kinds: ['payments'] });
    expect(back).toMatchObject({ Amount: '300.00', 'Takes back': 'Payment' });
    const iif = await write('iif', { ...later, kinds: ['payments'] });
    expect(iif).toContain('GENERAL JOURNAL\t12/10/2026\tAccounts Receivable');
  });

  it('balance line by line as IIF, in signs that QuickBooks reads', async () => {
    await desk.pay(accountId, 30_000, { reference: 'Check\t12', memo: 'by "mail"' });
    await desk.get('ledger.adjust', {
      accountId,
      kind: 'adjustment',
      amountCents: 500,
      effectiveOn: desk.today(),
      reason: 'Goodwill',
      allowedBy: 'Owner',
    });
    const lines = (await write('iif')).split('\r\n').map((line) => line.split('\t'));
    expect(lines[0]).toEqual(['!TRNS', 'TRNSTYPE', 'DATE', 'ACCNT', 'NAME', 'AMOUNT', 'DOCNUM', 'MEMO']);
    let open = 0;
    const types: string[] = [];
    for (const line of lines.slice(3)) {
      if (line[0] === 'ENDTRNS') expect(open).toBe(0);
      if (line[0] === 'TRNS' || line[0] === 'SPL') {
        expect(line).toHaveLength(8);
        open += parseCents(line[5] ?? '');
      }
      if (line[0] === 'TRNS') types.push(`${line[1]} ${line[3]} ${line[5]}`);
    }
    expect(types).toEqual([
      'INVOICE Accounts Receivable 1000.00',
      'PAYMENT Undeposited Funds 300.00',
      'CREDIT MEMO Accounts Receivable -5.00',
    ]);
    const payment = lines.find((line) => line[1] === 'PAYMENT') ?? [];
    expect(payment[4]).toBe("Zoë 'Zo' O'Dell- Co Ltd");
    expect(payment[2]).toBe('11/20/2026');
    expect(payment[6]).toBe('Check 12');
  });

  it('are read back by the reader of IIF as what they were', async () => {
    await desk.pay(accountId, 30_000, { reference: 'Check 12' });
    const { rows } = readFormat(await write('iif'));
    const text = JSON.stringify(rows);
    expect(rows.map(({ kind }) => kind)).toEqual(['charge', 'payment']);
    expect(text).toContain('1000.00');
    expect(text).toContain('300.00');
    expect(text).toContain('Check 12');
  });

  it('are left out where an import brought them in, unless they are wanted', async () => {
    desk.store.sql('DROP TRIGGER IF EXISTS entries_keep_update').run();
    desk.store
      .sql(
        `INSERT INTO imports (id, file_name, file_sha256, plan, imported_at, author) VALUES (1, 'a.csv', 'x', '{}', 1, 'Desk')`,
      )
      .run();
    desk.store.sql('UPDATE entries SET import_id = 1').run();
    expect(await write('csv')).toBe('export.nothing_posted');
    expect(desk.files()).toEqual([]);
    expect(await entries({ withImported: true })).toHaveLength(1);
  });

  it('refuse days the wrong way round', async () => {
    expect(await write('csv', { fromOn: '2026-12-01' })).toBe('paper.days_backwards');
  });

  it('carry no control character into IIF: some programs take one for the end of the file', async () => {
    await desk.pay(accountId, 100, { reference: 'a\u001ab\u0000c\u2028d' });
    const iif = await write('iif', { kinds: ['payments'] });
    expect(iif).toContain('\ta b c d\t');
    expect(iif).not.toMatch(/[^\P{Cc}\t\r\n]/u);
  });
});
