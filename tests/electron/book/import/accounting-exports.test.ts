/** Real exports of accounting programs, where they stand beside the checkout: the figures their README gives. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportDesk, makeImportDesk } from '../../../builders/import-desk.ts';
import { valueIn } from '../../../builders/vault.ts';

const data = join(import.meta.dirname, '../../../../../shared/data/accounting-exports');
const here = existsSync(data);

let desk: ImportDesk;
beforeEach(() => {
  desk = makeImportDesk();
});
afterEach(() => {
  expect(desk.incidents).toEqual([]);
  desk.dispose();
});

const open = (name: string) => desk.open(join(data, name));
/** Rows and cents by kind and currency, and what became of the rows. */
async function tried(name: string) {
  const trial = valueIn(await desk.attempt(open(name)));
  return {
    ...trial,
    sums: trial.tallies.map(({ kind, currency, rows, cents }) => `${rows} ${kind} ${cents} ${currency}`),
  };
}
const looked = async (name: string) => valueIn(await desk.look(open(name)));

describe.skipIf(!here)(
  `exports of accounting programs${here ? '' : ' (skipped: the folder ../shared/data is not there)'}`,
  () => {
    it('Invoice Ninja: 20 clients, 400 invoices of 401 lines, 403 payments with two given back', async () => {
      const clients = await tried('invoiceninja_clients.csv');
      expect(clients).toMatchObject({ newDebtors: 20, refused: 0 });
      const invoices = await looked('invoiceninja_invoice.csv');
      expect(invoices.reading).toMatchObject({ source: 'invoice_ninja.invoices', headerLine: 4 });
      expect(invoices.doubts.join(' ')).toContain('1 invoice has several lines (2 in all)');
      // 11,887.54 on 401 lines; invoice 2 of 26.67 stands on two of them.
      expect(await tried('invoiceninja_invoice.csv')).toMatchObject({
        sums: ['400 charge 1186087 USD'],
        refused: 0,
        paymentsCents: 569_315 - 694,
      });
      const payments = await tried('invoiceninja_payments.csv');
      expect(payments.sums).toEqual(['403 payment 1108754 USD']);
    });

    it('Invoice Ninja: a payment of an invoice nobody has waits, and none is dropped', async () => {
      valueIn(await desk.write(open('invoiceninja_invoice.csv')));
      const payments = await tried('invoiceninja_payments.csv');
      const [tally] = payments.tallies;
      const { written, alreadyThere, waiting, refused } = tally ?? {};
      expect([tally?.rows, (written ?? 0) + (alreadyThere ?? 0) + (waiting ?? 0) + (refused ?? 0)]).toEqual([
        403, 403,
      ]);
    });

    it('FreshBooks: clients, and three lines of one invoice', async () => {
      expect(await tried('freshbooks_clients.csv')).toMatchObject({ newDebtors: 2, refused: 0 });
      expect(await tried('freshbooks_invoices.csv')).toMatchObject({
        sums: ['1 charge 789000 USD'],
        refused: 0,
      });
    });

    it('Wave: customers, and of double entry three invoices and a payment', async () => {
      expect(await tried('wave_clients.csv')).toMatchObject({ newDebtors: 4, refused: 0 });
      expect(await tried('wave_invoices.csv')).toMatchObject({
        sums: ['3 charge 906491 USD', '1 payment 59050 USD'],
        refused: 0,
        newDebtors: 3,
      });
    });

    it('QuickBooks tables: what stands by itself comes in, each currency apart', async () => {
      expect(await tried('quickbooks_customer_data.csv')).toMatchObject({ newDebtors: 4, refused: 0 });
      const invoices = await looked('quickbooks_invoice_data.csv');
      expect(invoices.skipped.filter(({ why }) => why === 'no_debt')).toHaveLength(11);
      expect((await tried('quickbooks_invoice_data.csv')).sums).toEqual([
        '4 charge 62924055 USD',
        '1 charge 100000 EUR',
      ]);
      expect((await tried('quickbooks_payment_data.csv')).sums).toEqual([
        '11 payment 16555372 USD',
        '1 payment 100000 EUR',
      ]);
      expect((await tried('quickbooks_credit_memo_data.csv')).sums).toEqual(['12 credit 62244000 USD']);
    });

    it.each([
      ['quickbooks_address_data.csv', 'customers'],
      ['quickbooks_invoice_line_data.csv', 'invoices'],
      ['quickbooks_invoice_linked_txn_data.csv', 'invoices and payments'],
      ['quickbooks_payment_line_data.csv', 'payments'],
    ])('%s is refused with the table that holds the sums', async (name, holds) => {
      const refused = await desk.look(open(name));
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'import.part_of_tables', params: { holds } },
      });
    });
  },
);
