/**
 * Xero: sales invoices with a line an item and the invoice's sums on each; contacts. Its aged receivables are a report
 * (`xero-aged.ts`).
 */

import { itemsOf } from './freshbooks.ts';
import { doubtFolded } from './invoice-ninja.ts';
import { addedUp, centsOf, sumText } from './sums.ts';
import { type RowView, type TableSpec, tableSource } from './table-source.ts';

const contact = ['contact name'];
const phones: TableSpec['fields'] = [
  ['phone', ['phone number', 'phone']],
  ['mobile_phone', ['mobile number', 'mobile']],
  ['work_phone', ['ddi number']],
];
const postal: TableSpec['fields'] = [
  ['address_line1', ['po address line1', 'po address line 1', 'sa address line1', 'sa address line 1']],
  ['address_line2', ['po address line2', 'po address line 2', 'sa address line2', 'sa address line 2']],
  ['city', ['po city', 'sa city']],
  ['region', ['po region', 'sa region']],
  ['postal_code', ['po postal code', 'po zip code', 'sa postal code', 'sa zip code']],
  ['country', ['po country', 'sa country']],
];

function isCreditNote(line: RowView): boolean {
  return /credit/i.test(line('type'));
}

function isPurchase(line: RowView): boolean {
  return /purchase|bill|payable/i.test(line('type'));
}

const due = ['invoice amount due', 'amount due'];

/** Of a credit note only what was not used up yet still counts: the invoices it was used on are due less already. */
function totalOf(lines: readonly RowView[], decimal: '.' | ','): string {
  const line = lines[0];
  if (line === undefined) return '';
  const text =
    (isCreditNote(line) ? line(...due) : '') ||
    line('total') ||
    addedUp(
      lines.flatMap((one) => [one('line amount'), one('tax amount')]),
      decimal,
    );
  const cents = centsOf(text, decimal);
  return cents !== null && cents > 0 && isCreditNote(line) ? sumText(-cents, decimal) : text;
}

function isUsedUp(line: RowView): boolean {
  return isCreditNote(line) && /^0*([.,]0*)?$/.test(line(...due)) && line(...due) !== '';
}

export const xeroInvoices = tableSource({
  source: 'xero.invoices',
  called: 'Xero’s list of invoices',
  needs: [contact, ['invoice number'], ['invoice date'], ['total', 'line amount', 'unit amount']],
  telling: [
    'invoice amount due',
    'invoice amount paid',
    'po address line1',
    'po address line 1',
    'sa address line1',
    'inventory item code',
    'account code',
    'tax type',
    'tracking name1',
    'tracking name 1',
    'planned date',
  ],
  least: 2,
  rowKind: 'charge',
  fields: [
    ['debtor_name', contact],
    ['charge_reference', ['invoice number']],
    ['charge_on', ['invoice date']],
    ['due_on', ['due date']],
    ['currency', ['currency', 'currency code']],
    ['status', ['status']],
    ['email', ['email address']],
    ...postal,
  ],
  kindOf: (line) => (isPurchase(line) || isUsedUp(line) ? { skip: 'no_debt' } : null),
  fold: (line) => {
    const invoice = line('invoice number');
    return invoice === '' ? '' : `${line(...contact)}\n${line('type')}\n${invoice}`;
  },
  made: [
    { name: 'Invoice total', field: 'amount', of: totalOf },
    {
      // What was paid is what is no longer due: paid, and credited, which stands in no column.
      name: 'Still due',
      field: 'balance',
      of: ([line]) => (line === undefined || isCreditNote(line) ? '' : line(...due)),
    },
    {
      name: 'Items',
      field: 'memo',
      of: (lines) =>
        itemsOf([...lines.map((line) => line('reference')), ...lines.map((line) => line('description'))]),
    },
  ],
  doubt: doubtFolded(['total']),
});

export const xeroContacts = tableSource({
  source: 'xero.contacts',
  called: 'Xero’s list of contacts',
  needs: [contact, ['email address']],
  never: ['invoice number', 'total'],
  telling: [
    'po address line1',
    'po address line 1',
    'sa address line1',
    'sa attention to',
    'po attention to',
    'ddi number',
    'skype name',
    'bank account name',
    'account receivable code a c',
    'legal name',
    'tax number',
  ],
  least: 2,
  rowKind: 'debtor',
  fields: [
    ['debtor_name', contact],
    ['debtor_reference', ['account number']],
    ['alias', ['legal name']],
    ['email', ['email address']],
    ...phones,
    ...postal,
  ],
});
