/**
 * Invoice Ninja: version 4 writes its name and a title above the header, version 5 a plain header. `Client` is who owes. A list of
 * invoices has a line for each item, with the invoice's own sum on every one of them: it counts once.
 */
import { addressFields, contactFields } from './common-fields.ts';
import { type RowView, type TableSpec, tableSource } from './table-source.ts';

const title = /\binvoice ninja\b/i;
const client = ['client', 'client name', 'customer', 'customer name'];
const number = ['invoice number', 'invoice invoice number', 'number'];

/** One sentence for the lines that were folded, and for invoices whose lines state different sums. */
export function doubtFolded(amount: readonly string[]): NonNullable<TableSpec['doubt']> {
  return (sink) => {
    let invoices = 0;
    let lines = 0;
    return {
      row(folded: readonly RowView[]) {
        if (folded.length === 1) return;
        invoices += 1;
        lines += folded.length;
        const first = folded[0]?.(...amount) ?? '';
        if (folded.some((line) => line(...amount) !== first))
          sink.doubt({
            code: 'folded_sums_differ',
            params: { invoice: folded[0]?.(...number) ?? '', amount: first },
          });
      },
      end() {
        if (invoices > 0) sink.doubt({ code: 'lines_folded', params: { invoices, lines } });
      },
    };
  };
}

export const invoiceNinjaClients = tableSource({
  source: 'invoice_ninja.clients',
  called: 'Invoice Ninja’s list of clients',
  needs: [
    ['name', 'client name', 'client', 'customer'],
    ['balance', 'client balance'],
    ['paid to date', 'client paid to date'],
  ],
  never: ['invoice number', 'invoice date'],
  telling: [
    'billing apt suite',
    'shipping apt suite',
    'billing state province',
    'public notes',
    'private notes',
    'id number',
    'vat number',
    'client id number',
    'client number',
    'contact first name',
    'credit balance',
    'custom value 1',
  ],
  least: 3,
  title,
  rowKind: 'debtor',
  fields: [
    ['debtor_name', ['name', 'client name', 'client', 'customer']],
    ['debtor_reference', ['id number', 'client id number', 'client number', 'number']],
    ['balance', ['balance', 'client balance']],
    ['currency', ['currency', 'client currency', 'currency code']],
    ['note', ['public notes', 'private notes', 'client public notes', 'client private notes']],
    ...contactFields,
    ...addressFields,
  ],
  doubt: (sink) => ({
    row: () => undefined,
    end: () => sink.doubt({ code: 'balances_left', params: {} }),
  }),
});

export const invoiceNinjaInvoices = tableSource({
  source: 'invoice_ninja.invoices',
  called: 'Invoice Ninja’s list of invoices',
  needs: [
    client,
    number,
    ['amount', 'invoice amount', 'total'],
    ['paid', 'paid to date', 'invoice paid to date', 'balance', 'invoice balance'],
  ],
  never: ['transaction reference', 'customer id'],
  telling: [
    'po number',
    'partial deposit',
    'partial due date',
    'public notes',
    'private notes',
    'item product',
    'item notes',
    'item cost',
    'invoice po number',
    'invoice partial',
    'invoice public notes',
    'invoice private notes',
    'invoice paid to date',
    'invoice partial due date',
  ],
  least: 3,
  title,
  rowKind: 'charge',
  fields: [
    ['debtor_name', client],
    ['debtor_reference', ['client number', 'client id number']],
    ['charge_reference', number],
    ['charge_on', ['invoice date', 'invoice invoice date', 'date']],
    ['due_on', ['due date', 'invoice due date']],
    ['amount', ['amount', 'invoice amount', 'total']],
    ['paid_amount', ['paid', 'paid to date', 'invoice paid to date']],
    ['balance', ['balance', 'invoice balance']],
    ['status', ['status', 'invoice status']],
    ['currency', ['currency', 'currency code', 'client currency']],
    ['memo', ['public notes', 'invoice public notes']],
    ...contactFields,
    ...addressFields,
  ],
  fold: (line) => {
    const invoice = line(...number);
    return invoice === '' ? '' : `${line(...client)}\n${invoice}`;
  },
  doubt: doubtFolded(['amount', 'invoice amount', 'total']),
});

export const invoiceNinjaPayments = tableSource({
  source: 'invoice_ninja.payments',
  called: 'Invoice Ninja’s list of payments',
  needs: [
    client,
    ['invoice number', 'invoice', 'number', 'invoices', 'payment number'],
    ['amount', 'payment amount'],
    ['date', 'payment date', 'payment payment date'],
  ],
  never: ['due date', 'balance', 'status', 'item cost', 'invoice amount', 'description', 'debit', 'credit'],
  telling: ['transaction reference', 'payment type', 'gateway', 'private notes', 'refunded', 'method'],
  least: 2,
  title,
  rowKind: 'payment',
  fields: [
    ['debtor_name', client],
    ['charge_reference', ['invoice number', 'invoice', 'invoices']],
    ['payment_amount', ['amount', 'payment amount']],
    ['payment_on', ['payment date', 'payment payment date', 'date']],
    ['payment_method', ['payment type', 'method', 'type', 'gateway']],
    ['payment_reference', ['transaction reference', 'payment number', 'number']],
    ['currency', ['currency', 'currency code']],
    ['memo', ['private notes']],
    ...contactFields,
  ],
  doubt: (sink) => ({
    row: () => undefined,
    end: () => sink.doubt({ code: 'payments_elsewhere', params: {} }),
  }),
});
