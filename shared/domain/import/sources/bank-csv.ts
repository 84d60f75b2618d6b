/**
 * A bank's list of what came in and went out: a day, a text and one signed sum, or one column for each direction, and nobody it is
 * about. What comes in waits under Money received until its account is found.
 */
import { findHeader, type Header, quoted } from './header.ts';
import type { Recognised, SourceShape } from './shape.ts';
import { fieldsOf, type TableSpec, tableSource } from './table-source.ts';

const day = [
  'posting date',
  'posted date',
  'post date',
  'date posted',
  'transaction date',
  'booking date',
  'effective date',
  'value date',
  'process date',
  'trans date',
  'date',
];
const text = [
  'description',
  'transaction description',
  'original description',
  'payee',
  'name',
  'details',
  'narrative',
  'memo',
  'transaction',
  'transaction details',
];
const signed = ['amount', 'transaction amount', 'amount usd', 'net amount'];
const moneyIn = [
  'credit',
  'credits',
  'credit amount',
  'deposit',
  'deposits',
  'amount credit',
  'paid in',
  'money in',
  'deposit amount',
  'credit amount usd',
  'additions',
];
const moneyOut = [
  'debit',
  'debits',
  'debit amount',
  'withdrawal',
  'withdrawals',
  'amount debit',
  'paid out',
  'money out',
  'withdrawal amount',
  'payment amount',
  'subtractions',
];
const telling = [
  'running balance',
  'running bal',
  'balance',
  'available balance',
  'ledger balance',
  'check or slip number',
  'check number',
  'posting date',
  'posted date',
  'post date',
  'transaction type',
  'type',
  'fi transaction reference',
  'bank rtn',
  'account number',
  'category',
  'details',
  'original description',
  'withdrawals',
  'deposits',
  'fitid',
  'serial number',
  'bai code',
  'customer reference',
  'bank reference',
  'trace number',
];
/** Somebody who owes, or a document: then it is no list of a bank. */
const never =
  /^(?:customer(?! reference)|client|debtor|patient|invoice|due date|account name|contact|vendor|last name|first name|claim|mrn|guarantor|open balance)\b|^posting$|^(?:amount due|balance due|customer name|status code)$/;

const spec: TableSpec = {
  source: 'bank.csv',
  called: 'a bank’s list of transactions',
  needs: [],
  telling: [],
  least: 0,
  rowKind: 'bank_line',
  fields: [
    ['payment_on', day],
    ['payment_amount', signed],
    ['credit_amount', moneyIn],
    ['debit_amount', moneyOut],
    ['payer', ['payee', 'name', 'payer', 'sender', 'counterparty', 'from']],
    [
      'check_number',
      [
        'check or slip number',
        'check number',
        'cheque number',
        'check',
        'serial number',
        'slip number',
        'check serial number',
      ],
    ],
    [
      'external_id',
      [
        'fitid',
        'transaction id',
        'fi transaction reference',
        'bank reference',
        'transaction reference number',
        'reference id',
      ],
    ],
    [
      'payment_reference',
      [
        'reference',
        'reference number',
        'customer reference',
        'trace number',
        'confirmation number',
        'transaction number',
      ],
    ],
    ['payment_method', ['transaction type', 'type', 'method', 'details']],
    ['currency', ['currency', 'currency code']],
    [
      'memo',
      [
        'description',
        'transaction description',
        'original description',
        'memo',
        'narrative',
        'transaction details',
        'transaction',
        'extended details',
        'notes',
        'addenda',
      ],
    ],
  ],
  made: [
    {
      // A bank account's number stays as its last four digits.
      name: 'Bank account',
      field: 'held_at',
      of: ([line]) => masked(line?.('account number', 'account') ?? ''),
    },
  ],
  kindOf(line) {
    if (/^(?:pending|declined|failed)\b/i.test(line('status'))) return { skip: 'no_debt' };
    // A balance carried forward is no money that came in.
    return line(...signed, ...moneyIn, ...moneyOut) === '' ? { skip: 'no_debt' } : 'bank_line';
  },
};

function masked(account: string): string {
  const digits = account.replace(/\D/g, '');
  return digits.length <= 4 ? account : `••${digits.slice(-4)}`;
}

function fits(names: readonly string[]): boolean {
  const has = (wanted: readonly string[]) => wanted.some((name) => names.includes(name));
  if (names.some((name) => never.test(name))) return false;
  return has(day) && has(text) && (has(signed) || (has(moneyIn) && has(moneyOut)));
}

export const bankCsv: SourceShape = {
  source: 'bank.csv',
  recognise(beginning): Recognised | null {
    const header: Header | null = findHeader(beginning, fits);
    if (header === null) return null;
    const told = telling.filter((name) => header.names.includes(name));
    const twoSided =
      moneyIn.some((name) => header.names.includes(name)) &&
      moneyOut.some((name) => header.names.includes(name));
    if (told.length + (twoSided ? 2 : 0) < 1) return null;
    const known = header.names.filter(
      (name, index) => fieldsOf(header.names, spec.fields)[index] !== null || telling.includes(name),
    );
    return {
      headerLine: header.line,
      because: [`${quoted(header, known)}, and nobody who owes: a bank’s list of transactions.`],
      sure: Math.min(90, 60 + told.length * 3 + (twoSided ? 8 : 0)),
    };
  },
  open: (asked, sink) => tableSource(spec).open(asked, sink),
};
