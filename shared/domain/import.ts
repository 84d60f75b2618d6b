/** What a file can say, in the fields' own words, and the ways it can be read. */

/**
 * What a row of a file states. A file is of one kind, or says it row by row (`row_type`, or the source that recognised it).
 *
 * - `charge`: an invoice, claim or balance, with whom it is owed by and on which account; below zero it is a credit.
 * - `debtor`, `account`: who, or which debt, without a sum.
 * - `payment`, `credit`: money that came in; money taken off, or given back, that nobody paid.
 * - `note`, `contact`, `phone`, `address`: of a debtor or account that this file or the book has.
 * - `bank_line`: what a bank or a payer says came in, whose account is still to be found.
 */
export const rowKinds = [
  'charge',
  'debtor',
  'account',
  'payment',
  'credit',
  'note',
  'contact',
  'phone',
  'address',
  'bank_line',
] as const;
export type RowKind = (typeof rowKinds)[number];

export const importFields = [
  'row_type',
  // who
  'debtor_reference',
  'debtor_name',
  'first_name',
  'middle_name',
  'last_name',
  'name_suffix',
  'business_name',
  'alias',
  'parent_name',
  'parent_reference',
  'debtor_kind',
  'birth_date',
  // which debt
  'client_name',
  'account_number',
  'original_creditor',
  'debt_type',
  'opened_on',
  'service_on',
  'placed_on',
  // the sum
  'charge_reference',
  'charge_on',
  'due_on',
  'amount',
  'interest_amount',
  'fees_amount',
  'costs_amount',
  'paid_amount',
  'balance',
  'settled_on',
  'status',
  'currency',
  'memo',
  // money in
  'payment_on',
  'payment_amount',
  'payment_method',
  'payment_reference',
  'check_number',
  'credit_amount',
  'debit_amount',
  'payer',
  /** The account of a bank that money came to, as far as it may be shown. */
  'held_at',
  // what another program calls the row
  'external_id',
  /** A fact kept beside money received, under the name of its column. */
  'detail',
  // how to reach them
  'phone',
  'mobile_phone',
  'home_phone',
  'work_phone',
  'email',
  'address_line1',
  'address_line2',
  'city',
  'region',
  'postal_code',
  'country',
  'address_block',
  'city_region_postal',
  // what was said
  'note',
  'note_on',
  'contact_on',
  'contact_channel',
  'contact_direction',
  'contact_outcome',
] as const;
export type ImportField = (typeof importFields)[number];

/** Fields that several columns may feed together; every other field has one column. */
export const repeatableFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'memo',
  'detail',
  'note',
  'alias',
  'phone',
  'mobile_phone',
  'home_phone',
  'work_phone',
  'email',
]);

/** Order of the parts of a numeric date. */
export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The last three are only read so when asked for, or (`macintosh`) when the line ends speak for an old Macintosh. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'cp437',
] as const;
export type Encoding = (typeof encodings)[number];

/** The first four are usual; the others must be beyond doubt to be taken without asking. */
export const delimiters = [',', ';', '\t', '|', '^', '~', '*', ':'] as const;
export type Delimiter = (typeof delimiters)[number];

export type DecimalSign = '.' | ',';

/** How a file is read: detected first, then the user's to change. */
export type Reading = {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly dateOrder: DateOrder;
  /** The line (from 1) on which the record that names the columns begins; 0 when none does. */
  readonly headerLine: number;
  readonly decimal: DecimalSign;
};

/** Programs and formats that are recognised by what a file holds; the rest is a table. */
export const importSources = [
  'table',
  'duebook.list',
  'quickbooks.customer_list',
  'quickbooks.open_invoices',
  'quickbooks.aging_detail',
  'quickbooks.aging_summary',
  'quickbooks.transaction_list',
  'quickbooks.iif',
  'quickbooks.tables',
  'xero.invoices',
  'xero.contacts',
  'xero.aged_receivables',
  'freshbooks.clients',
  'freshbooks.invoices',
  'wave.customers',
  'wave.accounting',
  'invoice_ninja.clients',
  'invoice_ninja.invoices',
  'invoice_ninja.payments',
  'zoho.contacts',
  'zoho.invoices',
  'zoho.payments',
  'stripe.customers',
  'stripe.invoices',
  'stripe.payments',
  'bank.ofx',
  'bank.csv',
  'x12.835',
  'x12.837',
] as const;
export type ImportSource = (typeof importSources)[number];

export type Mapping = readonly (ImportField | null)[];

/** What is taken in at most; beyond it a file is refused with the figure in the sentence. */
export const importLimits = {
  bytes: 200 * 1024 * 1024,
  /** Of all parts of a packed file (XLSX, ODS, ZIP) together, unpacked. */
  unpackedBytes: 1024 * 1024 * 1024,
  /** How much larger than its packed size a part may be: more is a bomb. */
  unpackedRatio: 500,
  sheets: 200,
  /** Pasted text. */
  pastedCharacters: 20 * 1024 * 1024,
  /** The reading process is ended after so long, or so long without a sign of life. */
  readingMs: 300_000,
  silentMs: 10_000,
  /** The reading process is ended above this much memory. */
  readerBytes: 512 * 1024 * 1024,
  columns: 200,
  rows: 1_000_000,
  /** A cell longer than this is taken for a quotation mark that is never closed. */
  cellCharacters: 100_000,
  recordCharacters: 1_000_000,
  /** The largest sum one row may state: ten million dollars. More is a slipped decimal or a number column. */
  rowCents: 1_000_000_000,
} as const;

export type PlanFault = { readonly kind: 'unmapped' | 'twice'; readonly field: ImportField };

/** Any of these says who a row is about. */
const whoFields: readonly ImportField[] = [
  'debtor_name',
  'last_name',
  'business_name',
  'debtor_reference',
  'account_number',
];

/** What a row of each kind cannot do without: one field of each list. */
const neededFields: Readonly<Record<RowKind, readonly (readonly ImportField[])[]>> = {
  charge: [whoFields, ['amount', 'balance']],
  debtor: [whoFields],
  account: [whoFields],
  payment: [
    ['payment_amount', 'credit_amount', 'paid_amount', 'amount'],
    ['payment_on', 'settled_on', 'charge_on'],
  ],
  credit: [
    ['credit_amount', 'payment_amount', 'amount', 'balance'],
    ['payment_on', 'settled_on', 'charge_on'],
  ],
  note: [whoFields, ['note', 'memo']],
  contact: [whoFields, ['contact_on', 'note_on']],
  phone: [whoFields, ['phone', 'mobile_phone', 'home_phone', 'work_phone']],
  address: [whoFields, ['address_line1', 'address_block', 'city_region_postal', 'city', 'postal_code']],
  bank_line: [
    ['payment_amount', 'credit_amount', 'debit_amount', 'amount'],
    ['payment_on', 'settled_on', 'charge_on'],
  ],
};

/**
 * What keeps a mapping from being tried: nobody a row could be about, no sum where it states one, or a
 * field fed by two columns. Rows that say themselves what they are (`row_type`) need at least somebody or a sum. Empty when it
 * can be tried.
 */
export function faultsOfMapping(mapping: Mapping, rowKind: RowKind = 'charge'): PlanFault[] {
  const faults: PlanFault[] = [];
  const has = (field: ImportField) => mapping.includes(field);
  for (const anyOf of has('row_type') ? [] : neededFields[rowKind]) {
    const [first] = anyOf;
    if (first !== undefined && !anyOf.some(has)) faults.push({ kind: 'unmapped', field: first });
  }
  for (const field of importFields) {
    if (!repeatableFields.has(field) && mapping.indexOf(field) !== mapping.lastIndexOf(field)) {
      faults.push({ kind: 'twice', field });
    }
  }
  return faults;
}
