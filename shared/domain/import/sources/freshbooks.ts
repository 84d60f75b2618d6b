/** FreshBooks: clients, and invoices with one line an item whose totals add up to the invoice. */
import { addressFields, contactFields } from './common-fields.ts';
import { addedUp } from './sums.ts';
import { tableSource } from './table-source.ts';

export const freshbooksClients = tableSource({
  source: 'freshbooks.clients',
  called: 'FreshBooks’ list of clients',
  needs: [['organization', 'organisation', 'company'], ['first name'], ['last name'], ['email']],
  never: ['balance', 'invoice number', 'display name', 'amount'],
  telling: ['organization', 'organisation', 'province state', 'notes', 'postal code', 'street'],
  least: 3,
  rowKind: 'debtor',
  fields: [...contactFields, ...addressFields, ['note', ['notes', 'note']], ['currency', ['currency']]],
  made: [
    {
      name: 'Client',
      field: 'debtor_name',
      // Without an organization the person is the client; with one, only whom to write to there.
      of: ([line]) =>
        line === undefined
          ? ''
          : line('organization', 'organisation', 'company') ||
            [line('first name'), line('last name')].filter((part) => part !== '').join(' '),
    },
  ],
});

const lineTotal = ['line total'];

export const freshbooksInvoices = tableSource({
  source: 'freshbooks.invoices',
  called: 'FreshBooks’ list of invoices',
  needs: [['client name', 'client', 'customer name'], ['invoice number', 'invoice'], lineTotal],
  telling: ['line total', 'line subtotal', 'date issued', 'item name', 'tax 1 amount', 'discount percentage'],
  least: 3,
  rowKind: 'charge',
  fields: [
    ['debtor_name', ['client name', 'client', 'customer name']],
    ['charge_reference', ['invoice number', 'invoice']],
    ['charge_on', ['date issued', 'issue date', 'invoice date', 'date']],
    ['due_on', ['due date', 'date due']],
    ['status', ['invoice status', 'status']],
    ['settled_on', ['date paid']],
    ['currency', ['currency', 'currency code']],
  ],
  fold: (line) => {
    const invoice = line('invoice number', 'invoice');
    return invoice === '' ? '' : `${line('client name', 'client', 'customer name')}\n${invoice}`;
  },
  made: [
    {
      name: 'Invoice total',
      field: 'amount',
      of: (lines, decimal) =>
        addedUp(
          lines.map((line) => line(...lineTotal)),
          decimal,
        ),
    },
    {
      name: 'Items',
      field: 'memo',
      of: (lines) => itemsOf(lines.map((line) => line('item name') || line('item description'))),
    },
  ],
  doubt: (sink) => {
    let invoices = 0;
    let lines = 0;
    return {
      row(folded) {
        if (folded.length === 1) return;
        invoices += 1;
        lines += folded.length;
      },
      end() {
        if (invoices > 0) sink.doubt({ code: 'lines_added', params: { invoices, lines } });
      },
    };
  },
});

const longestMemo = 500;

/** What was billed, each thing once, in the order of the lines. */
export function itemsOf(names: readonly string[]): string {
  const text = [...new Set(names.filter((name) => name !== ''))].join('; ');
  return text.length <= longestMemo ? text : `${text.slice(0, longestMemo - 1)}…`;
}
