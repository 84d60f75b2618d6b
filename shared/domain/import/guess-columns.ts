/**
 * Which column means what. A guess rests on the column's name or, where no name helps, on what it holds, and
 * says which; a name that its content contradicts is not believed. Every guess is the user's to change.
 */

import type { DecimalSign, ImportField } from '../import.ts';
import { parseMoney } from '../money.ts';
import { readPhone } from '../phone.ts';
import { looksLikeDay } from './read-day.ts';

export type ColumnGuess = {
  readonly field: ImportField | null;
  /** What the guess rests on; `null` without one. */
  readonly because: 'name' | 'content' | null;
};

/** `InvoiceDate`, `invoice_date`, `Invoice-Date:` all become `invoice date`; `Invoice #` becomes `invoice number`. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/#/g, ' number ')
    .replace(/\b(no|num|nbr|nr)\b\.?/g, ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Rule = { readonly field: ImportField; readonly names: readonly string[]; readonly pattern?: RegExp };

const person = '(?:debtor|customer|client|patient|consumer|guarantor|member|tenant|bill to|cust)';

/**
 * Tried in this order; within a rule an exact name beats a pattern. Earlier fields win a column that two could
 * have, so the narrow ones stand first.
 */
const rules: readonly Rule[] = [
  {
    field: 'debtor_reference',
    names: [
      'mrn',
      'chart number',
      'chart',
      'patient id',
      'customer id',
      'client id',
      'debtor id',
      'cust id',
      'id number',
    ],
    pattern: new RegExp(
      `^${person} (?:id|number|code|ref|reference|key|account number)$|^medical record number$`,
    ),
  },
  {
    field: 'first_name',
    names: ['first name', 'given name', 'forename', 'fname', 'firstname', 'first'],
    pattern: new RegExp(`^${person} (?:first|given)(?: name)?$`),
  },
  {
    field: 'last_name',
    names: ['last name', 'family name', 'surname', 'lname', 'lastname', 'last'],
    pattern: new RegExp(`^${person} (?:last|family)(?: name)?$|^${person} surname$`),
  },
  {
    field: 'original_creditor',
    names: [
      'original creditor',
      'creditor',
      'orig creditor',
      'provider',
      'facility',
      'merchant',
      'original lender',
    ],
  },
  {
    field: 'debtor_name',
    names: [
      'name',
      'full name',
      'customer',
      'client',
      'patient',
      'debtor',
      'customer name',
      'client name',
      'display name',
      'guarantor',
      'company',
      'company name',
      'organization',
      'organisation',
      'business name',
      'bill to',
      'consumer',
      'tenant',
      'member',
      'customer full name',
      'contact name',
      'responsible party',
    ],
    pattern: new RegExp(`^${person}(?: full)? name$`),
  },
  {
    field: 'charge_reference',
    names: [
      'invoice number',
      'invoice',
      'invoice id',
      'inv number',
      'invoice ref',
      'doc number',
      'document number',
      'bill number',
      'claim number',
      'claim id',
      'claim',
      'transaction number',
      'encounter',
      'encounter number',
      'visit number',
      'reference number',
      'statement number',
      'charge id',
      'charge number',
    ],
    pattern:
      /^(?:invoice|inv|bill|document|doc|claim|ticket|receipt|matter|encounter|visit) (?:number|id|ref|reference|code)$/,
  },
  {
    field: 'account_number',
    names: [
      'account number',
      'account',
      'acct',
      'acct number',
      'account id',
      'loan number',
      'file number',
      'our number',
      'case number',
      'account ref',
      'account reference',
    ],
    pattern: /^(?:creditor|original|orig|client|our|your)? ?(?:account|acct) (?:number|id|ref|reference)$/,
  },
  {
    field: 'due_on',
    names: [
      'due date',
      'due',
      'due on',
      'date due',
      'payment due',
      'payment due date',
      'pay by',
      'invoice due date',
    ],
  },
  {
    field: 'settled_on',
    names: [
      'settled date',
      'date settled',
      'settled on',
      'paid date',
      'date paid',
      'paid on',
      'payment date',
      'last payment date',
      'date of last payment',
      'cleared date',
      'closed date',
    ],
  },
  {
    field: 'charge_on',
    names: [
      'invoice date',
      'date',
      'issue date',
      'issued',
      'date issued',
      'invoiced on',
      'service date',
      'date of service',
      'dos',
      'bill date',
      'billing date',
      'transaction date',
      'charge date',
      'doc date',
      'document date',
      'statement date',
      'placement date',
      'date opened',
      'open date',
      'txn date',
      'charge off date',
      'created date',
    ],
  },
  {
    field: 'paid_amount',
    names: [
      'paid',
      'amount paid',
      'paid amount',
      'payments',
      'total paid',
      'paid to date',
      'payment amount',
      'payments received',
      'amount received',
      'received',
      'paid total',
      'payment',
      'insurance paid',
    ],
  },
  {
    field: 'balance',
    names: [
      'balance',
      'open balance',
      'balance due',
      'amount due',
      'outstanding',
      'outstanding balance',
      'amount outstanding',
      'current balance',
      'remaining',
      'total due',
      'open amount',
      'balance owed',
      'amount owing',
      'unpaid',
      'patient balance',
      'account balance',
      'remaining balance',
      'due amount',
    ],
  },
  {
    field: 'amount',
    names: [
      'amount',
      'invoice amount',
      'total',
      'invoice total',
      'total amount',
      'charge',
      'charges',
      'charge amount',
      'original amount',
      'principal',
      'debt',
      'debt amount',
      'amount owed',
      'placed amount',
      'original balance',
      'placement amount',
      'billed',
      'billed amount',
      'total charges',
      'gross amount',
      'sum',
      'claim amount',
      'grand total',
      'value',
      'amount placed',
    ],
    pattern:
      /^(?!.*\b(?:tax|discount|paid|shipping|partial|fee|fees|quantity|qty|tip|vat|refund)\b).*\b(?:amount|total)\b/,
  },
  {
    field: 'email',
    names: [
      'email',
      'e mail',
      'email address',
      'mail',
      'e mail address',
      'bill email',
      'billing email',
      'contact email',
    ],
    pattern: new RegExp(`^${person} e ?mail$`),
  },
  {
    field: 'phone',
    names: [
      'phone',
      'phone number',
      'telephone',
      'tel',
      'mobile',
      'cell',
      'home phone',
      'cell phone',
      'mobile phone',
      'phone 1',
      'primary phone',
      'work phone',
      'mobile number',
      'main phone',
      'daytime phone',
      'contact phone',
      'ph number',
    ],
    pattern: new RegExp(`^${person} (?:phone|telephone)(?: number)?$`),
  },
  {
    field: 'address_line1',
    names: [
      'address',
      'street',
      'address 1',
      'address line 1',
      'street address',
      'billing street',
      'line 1',
      'mailing address',
      'addr',
      'addr 1',
      'billing address',
      'address1',
      'bill to line 1',
      'address line1',
      'street 1',
    ],
  },
  {
    field: 'address_line2',
    names: [
      'address 2',
      'address line 2',
      'apt',
      'suite',
      'unit',
      'billing apt suite',
      'line 2',
      'addr 2',
      'address2',
      'address line2',
      'street 2',
      'apartment',
    ],
  },
  { field: 'city', names: ['city', 'town', 'billing city', 'city name', 'mailing city', 'address city'] },
  {
    field: 'region',
    names: [
      'state',
      'province',
      'region',
      'billing state',
      'billing state province',
      'province state',
      'state province',
      'st',
      'mailing state',
      'state code',
      'country sub division code',
      'address state',
    ],
  },
  {
    field: 'postal_code',
    names: [
      'zip',
      'zip code',
      'postal code',
      'postcode',
      'postal',
      'billing postal code',
      'billing zip',
      'zipcode',
      'mailing zip',
      'postal code zip code',
      'zip postal code',
      'address zip',
    ],
  },
  {
    field: 'memo',
    names: [
      'memo',
      'description',
      'notes',
      'note',
      'comment',
      'comments',
      'item description',
      'private note',
      'remarks',
      'details',
      'notes memo',
      'service',
      'cpt',
      'procedure',
    ],
  },
];

const money: ReadonlySet<ImportField> = new Set<ImportField>(['amount', 'paid_amount', 'balance']);
const days: ReadonlySet<ImportField> = new Set<ImportField>(['charge_on', 'due_on', 'settled_on']);

/** What the filled cells of one column look like, as shares from 0 to 1. */
type Looks = {
  readonly filled: number;
  readonly money: number;
  readonly day: number;
  readonly email: number;
  readonly phone: number;
  readonly words: number;
  readonly fraction: number;
  readonly distinct: number;
};

function looksOf(values: readonly string[], decimal: DecimalSign): Looks {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const share = (test: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: filled.length,
    money: share((value) => parseMoney(value, decimal).ok),
    day: share(looksLikeDay),
    email: share((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
    phone: share((value) => /[\s().+-]/.test(value) && !looksLikeDay(value) && readPhone(value) !== null),
    words: share((value) => /^[\p{L}][\p{L}'.-]*(?:[ ,]+[\p{L}&][\p{L}'.&-]*)+$/u.test(value)),
    fraction: share((value) => (decimal === '.' ? /\.\d\d$/ : /,\d\d$/).test(value) || /^[$(]/.test(value)),
    distinct: new Set(filled).size,
  };
}

/** Whether what a column holds allows the field its name suggests. An empty column contradicts nothing. */
function allows(field: ImportField, looks: Looks): boolean {
  if (looks.filled === 0) return true;
  if (money.has(field)) return looks.money >= 0.5;
  if (days.has(field)) return looks.day >= 0.5;
  if (field === 'email') return looks.email >= 0.3;
  if (field === 'debtor_name' || field === 'first_name' || field === 'last_name') {
    return looks.day < 0.5 && looks.money < 0.9 && looks.email < 0.5;
  }
  if (field === 'charge_reference' || field === 'account_number')
    return looks.day < 0.5 && looks.fraction < 0.5;
  return true;
}

/** Whether a text is one of the names a column of some field goes by; for finding the header line. */
export function isKnownHeader(header: string): boolean {
  const name = normaliseHeader(header);
  return name !== '' && rules.some((rule) => rule.names.includes(name) || rule.pattern?.test(name) === true);
}

/**
 * Guesses every column from its name and some of its values (`columns[i]` are the values of column `i`).
 * No field is given twice.
 */
export function guessColumns(
  headers: readonly string[],
  columns: readonly (readonly string[])[],
  decimal: DecimalSign,
): ColumnGuess[] {
  const names = headers.map(normaliseHeader);
  const looks = headers.map((_, index) => looksOf(columns[index] ?? [], decimal));
  const guesses: ColumnGuess[] = headers.map(() => ({ field: null, because: null }));
  const taken = new Set<ImportField>();
  const give = (index: number, field: ImportField, because: 'name' | 'content') => {
    guesses[index] = { field, because };
    taken.add(field);
  };
  for (const rule of rules) {
    // The names stand in order of how plainly they mean the field, so the plainest column wins.
    let best: { index: number; rank: number } | null = null;
    names.forEach((name, index) => {
      if (name === '' || guesses[index]?.field !== null) return;
      const exact = rule.names.indexOf(name);
      const rank = exact !== -1 ? exact : rule.pattern?.test(name) ? rule.names.length : -1;
      const shown = looks[index];
      if (rank === -1 || shown === undefined || !allows(rule.field, shown)) return;
      // A column with values beats an empty one of a plainer name.
      const weighed = shown.filled === 0 ? rank + 1000 : rank;
      if (best === null || weighed < best.rank) best = { index, rank: weighed };
    });
    const found = best as { index: number; rank: number } | null;
    if (found) give(found.index, rule.field, 'name');
  }
  if (taken.has('first_name') && taken.has('last_name') && !taken.has('debtor_name'))
    taken.add('debtor_name');
  // By content only what is still missing and only where a single column offers itself.
  const single = (field: ImportField, test: (looks: Looks) => boolean) => {
    if (taken.has(field)) return;
    const offered = looks.flatMap((shown, index) =>
      shown.filled > 0 && guesses[index]?.field === null && test(shown) ? [index] : [],
    );
    const only = offered[0];
    if (only !== undefined && offered.length === 1) give(only, field, 'content');
  };
  single('email', (shown) => shown.email >= 0.8);
  single('phone', (shown) => shown.phone >= 0.8);
  if (!taken.has('balance')) single('amount', (shown) => shown.money >= 0.9 && shown.fraction >= 0.8);
  single('charge_on', (shown) => shown.day >= 0.9);
  if (!taken.has('last_name') && !taken.has('debtor_reference')) {
    single('debtor_name', (shown) => shown.words >= 0.7 && shown.distinct >= Math.min(shown.filled, 3) / 2);
  }
  return guesses;
}
