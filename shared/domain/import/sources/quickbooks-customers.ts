/**
 * QuickBooks' lists of customers, Online and Desktop: one line a customer, `Parent:Job` for what belongs to another. Their balances
 * are left out unless the user opens them: the invoices of another file would count twice.
 */
import { addressFields, contactFields } from './common-fields.ts';
import { splitCustomer } from './report.ts';
import { type RowView, tableSource } from './table-source.ts';

const customer = ['customer', 'customer full name', 'full name', 'customer name', 'name', 'display name'];
const phones = ['phone numbers', 'phone number s'];

const wholeAddress = ['billing address', 'bill to', 'bill address', 'billing address lines'];

/** The lines of an address as they are printed, the name first. */
function billTo(line: RowView): string {
  return ['bill to 1', 'bill to 2', 'bill to 3', 'bill to 4', 'bill to 5']
    .map((name) => line(name))
    .filter((text) => text !== '')
    .join('\n');
}

function oneCustomer(lines: readonly RowView[]): { name: string; parent: string } {
  return splitCustomer(lines[0]?.(...customer) ?? '');
}

/** `Phone: (555) 555-0101 Mobile: (555) 555-0102` is two numbers, each of its kind. */
export function phoneOf(text: string, kind: 'phone' | 'mobile'): string {
  const parts = text.split(/\s*(?:^|[;,]?\s)(?=(?:phone|mobile|cell|fax|other|main|alt\.?)\s*:)/i);
  for (const part of parts) {
    const labelled = /^\s*(phone|mobile|cell|fax|other|main|alt\.?)\s*:\s*(.*)$/is.exec(part);
    const label = labelled?.[1]?.toLowerCase() ?? '';
    const number = (labelled?.[2] ?? part).trim();
    if (number === '' || label === 'fax') continue;
    if ((label === 'mobile' || label === 'cell') === (kind === 'mobile')) return number;
  }
  return '';
}

export const quickbooksCustomerList = tableSource({
  source: 'quickbooks.customer_list',
  called: 'QuickBooks’ list of customers',
  needs: [
    customer,
    [
      'phone numbers',
      'phone',
      'main phone',
      'email',
      'main email',
      'bill to',
      'bill to 1',
      'billing address',
      'balance total',
    ],
  ],
  never: [
    'date',
    'invoice number',
    'transaction type',
    'due date',
    'shipping apt suite',
    'vendor',
    'contact id',
    'paid to date',
  ],
  telling: [
    'customer full name',
    'phone numbers',
    'shipping address',
    'full name',
    'balance total',
    'active status',
    'primary contact',
    'bill to',
    'bill to 1',
    'bill to 2',
    'ship to 1',
    'main phone',
    'main email',
    'alt phone',
    'customer type',
    'resale number',
    'sales tax code',
    'job status',
    'billing address',
    'open balance',
  ],
  least: 3,
  title: /\bcustomer (?:contact )?list\b|\bcustomer phone list\b|\blista de clientes\b/i,
  rowKind: 'debtor',
  fields: [
    ['debtor_reference', ['account number', 'customer number', 'account no']],
    ['balance', ['balance total', 'open balance', 'balance']],
    ['note', ['note', 'notes']],
    ...contactFields,
    ['address_line1', ['billing street', 'street address', 'street']],
    ...addressFields.filter(([field]) => !field.startsWith('address_line')),
    ['currency', ['currency']],
  ],
  kindOf: (line) => (/^(?:vendor|inactive vendor)$/i.test(line('type')) ? { skip: 'no_debt' } : null),
  made: [
    { name: 'Name', field: 'debtor_name', of: (lines) => oneCustomer(lines).name },
    { name: 'Part of', field: 'parent_name', of: (lines) => oneCustomer(lines).parent },
    { name: 'Phone number', field: 'phone', of: (lines) => phoneOf(lines[0]?.(...phones) ?? '', 'phone') },
    {
      name: 'Mobile number',
      field: 'mobile_phone',
      of: (lines) => phoneOf(lines[0]?.(...phones) ?? '', 'mobile'),
    },
    {
      name: 'Whole address',
      field: 'address_block',
      of: ([line]) => (line === undefined ? '' : line(...wholeAddress) || billTo(line)),
    },
  ],
  doubt: (sink, header) => ({
    row: () => undefined,
    end() {
      if (['balance', 'balance total', 'open balance'].some((name) => header.names.includes(name)))
        sink.doubt({ code: 'balances_left', params: {} });
    },
  }),
});
