/** Zoho Books and Zoho Invoice: contacts, invoices with a line an item, payments with a line for each invoice they pay. */
import { addressFields, contactFields } from './common-fields.ts';
import { itemsOf } from './freshbooks.ts';
import { doubtFolded } from './invoice-ninja.ts';
import { tableSource } from './table-source.ts';

export const zohoContacts = tableSource({
  source: 'zoho.contacts',
  called: 'Zoho’s list of contacts',
  needs: [
    ['display name', 'contact name', 'customer name'],
    ['contact id', 'customer id', 'email id'],
  ],
  never: ['invoice number', 'invoice id', 'payment number'],
  telling: [
    'created time',
    'last modified time',
    'salutation',
    'opening balance',
    'currency code',
    'billing attention',
    'billing code',
    'billing street2',
    'billing street 2',
    'email id',
    'customer sub type',
    'contact type',
    'payment terms label',
  ],
  least: 3,
  rowKind: 'debtor',
  fields: [
    ['debtor_reference', ['customer number', 'contact number', 'contact id', 'customer id']],
    ['debtor_name', ['display name', 'contact name', 'customer name']],
    ['debtor_kind', ['customer sub type']],
    ['currency', ['currency code']],
    ['note', ['notes']],
    ['mobile_phone', ['mobile phone', 'mobile']],
    ...contactFields,
    ['phone', ['billing phone']],
    ...addressFields,
  ],
  kindOf: (line) => (/vendor/i.test(line('contact type')) ? { skip: 'no_debt' } : null),
});

export const zohoInvoices = tableSource({
  source: 'zoho.invoices',
  called: 'Zoho’s list of invoices',
  needs: [
    ['invoice number'],
    ['customer name', 'customer id'],
    ['invoice date', 'date'],
    ['total'],
    ['balance'],
  ],
  telling: [
    'invoice id',
    'invoice status',
    'customer id',
    'exchange rate',
    'item total',
    'item price',
    'item desc',
    'sub total',
    'adjustment',
    'is inclusive tax',
    'purchase order',
    'entity discount percent',
  ],
  least: 3,
  rowKind: 'charge',
  fields: [
    ['debtor_reference', ['customer number', 'customer id']],
    ['debtor_name', ['customer name']],
    ['charge_reference', ['invoice number']],
    ['external_id', ['invoice id']],
    ['charge_on', ['invoice date', 'date']],
    ['due_on', ['due date']],
    ['amount', ['total']],
    ['balance', ['balance']],
    ['currency', ['currency code']],
    ['status', ['invoice status', 'status']],
    ['email', ['primary contact email id', 'email id', 'email']],
    ['phone', ['primary contact phone', 'billing phone']],
    ['mobile_phone', ['primary contact mobile']],
    ...addressFields,
  ],
  fold: (line) => line('invoice id') || line('invoice number'),
  made: [
    {
      name: 'Items',
      field: 'memo',
      of: (lines) =>
        itemsOf([
          ...lines.map((line) => line('subject')),
          ...lines.map((line) => line('item name', 'item desc')),
        ]),
    },
  ],
  doubt: doubtFolded(['total']),
});

export const zohoPayments = tableSource({
  source: 'zoho.payments',
  called: 'Zoho’s list of customer payments',
  needs: [['payment number', 'customer payment id'], ['customer name'], ['amount'], ['date', 'payment date']],
  telling: [
    'customer payment id',
    'unused amount',
    'amount applied to invoice',
    'invoice payment id',
    'bank charges',
    'deposit to',
    'mode',
    'reference number',
  ],
  least: 3,
  rowKind: 'payment',
  fields: [
    ['debtor_reference', ['customer number', 'customer id']],
    ['debtor_name', ['customer name']],
    ['external_id', ['customer payment id']],
    ['payment_reference', ['reference number', 'payment number']],
    ['payment_method', ['mode', 'payment mode']],
    ['payment_on', ['date', 'payment date']],
    ['payment_amount', ['amount']],
    ['currency', ['currency code']],
    ['memo', ['description']],
  ],
  // The payment's own amount stands on the line of every invoice it pays: it is one payment.
  fold: (line) => line('customer payment id') || line('payment number'),
  made: [
    {
      name: 'Invoices paid',
      field: 'charge_reference',
      // Several invoices of one payment: which takes how much is the ledger's to say.
      of: (lines) => {
        const invoices = [
          ...new Set(lines.map((line) => line('invoice number')).filter((one) => one !== '')),
        ];
        return invoices.length === 1 ? (invoices[0] ?? '') : '';
      },
    },
    {
      name: 'What was paid with it',
      field: 'memo',
      of: (lines) => {
        const invoices = [
          ...new Set(lines.map((line) => line('invoice number')).filter((one) => one !== '')),
        ];
        return invoices.length > 1 ? `For invoices ${invoices.join(', ')}`.slice(0, 500) : '';
      },
    },
  ],
});
