/** What a file can say, in the fields' own words, and the ways it can be read. */

export const importFields = [
  'debtor_reference',
  'debtor_name',
  'first_name',
  'last_name',
  'account_number',
  'charge_reference',
  'charge_on',
  'due_on',
  'amount',
  'paid_amount',
  'balance',
  'settled_on',
  'memo',
  'original_creditor',
  'phone',
  'email',
  'address_line1',
  'address_line2',
  'city',
  'region',
  'postal_code',
] as const;
export type ImportField = (typeof importFields)[number];

/** Fields that several columns may feed together; every other field has one column. */
export const repeatableFields: ReadonlySet<ImportField> = new Set<ImportField>(['memo']);

/** Order of the parts of a numeric date. */
export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
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

export type Mapping = readonly (ImportField | null)[];

/** What is taken in at most; beyond it a file is refused with the figure in the sentence. */
export const importLimits = {
  bytes: 200 * 1024 * 1024,
  columns: 200,
  rows: 1_000_000,
  /** A cell longer than this is taken for a quotation mark that is never closed. */
  cellCharacters: 100_000,
  recordCharacters: 1_000_000,
  /** The largest sum one row may state: ten million dollars. More is a slipped decimal or a number column. */
  rowCents: 1_000_000_000,
} as const;

export type PlanFault = { readonly kind: 'unmapped' | 'twice'; readonly field: ImportField };

/**
 * What keeps a mapping from being tried: nobody to owe (name or reference), no sum (amount or balance), or a
 * field fed by two columns. Empty when it can be tried.
 */
export function faultsOfMapping(mapping: Mapping): PlanFault[] {
  const faults: PlanFault[] = [];
  const has = (field: ImportField) => mapping.includes(field);
  if (!has('debtor_name') && !has('last_name') && !has('debtor_reference')) {
    faults.push({ kind: 'unmapped', field: 'debtor_name' });
  }
  if (!has('amount') && !has('balance')) faults.push({ kind: 'unmapped', field: 'amount' });
  for (const field of importFields) {
    if (!repeatableFields.has(field) && mapping.indexOf(field) !== mapping.lastIndexOf(field)) {
      faults.push({ kind: 'twice', field });
    }
  }
  return faults;
}
