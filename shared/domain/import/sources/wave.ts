/**
 * Wave: customers, and the accounting export, which is double entry. A receivable is the line on the receivable account: its debit
 * is the invoice, its credit the payment; the other lines of the transaction say what it was for and where the money went.
 */
import { addressFields, contactFields } from './common-fields.ts';
import { centsOf, unsigned } from './sums.ts';
import { type RowView, tableSource } from './table-source.ts';

export const waveCustomers = tableSource({
  source: 'wave.customers',
  called: 'Wave’s list of customers',
  needs: [['customer name', 'company name'], ['email']],
  never: ['invoice number', 'amount', 'balance', 'due date'],
  telling: [
    'contact first name',
    'customer currency',
    'ship to contact',
    'toll free',
    'delivery instructions',
    'ship to city',
    'postal code zip code',
  ],
  least: 2,
  rowKind: 'debtor',
  fields: [
    ['debtor_name', ['customer name', 'company name']],
    ['debtor_reference', ['account number']],
    ['currency', ['customer currency', 'currency']],
    ...contactFields,
    ...addressFields,
    ['phone', ['toll free']],
  ],
});

const debit = ['debit amount two column approach', 'debit amount', 'debit'];
const credit = ['credit amount two column approach', 'credit amount', 'credit'];
const one = ['amount one column', 'amount'];

function isReceivable(line: RowView): boolean {
  return (
    /receivable/i.test(line('account type')) ||
    /^(accounts? receivable|trade receivables?|debtors)\b/i.test(line('account name'))
  );
}

/** Below zero for money received; `null` for what is no sum. */
function owed(line: RowView, decimal: '.' | ','): number | null {
  const more = centsOf(line(...debit), decimal);
  const less = centsOf(line(...credit), decimal);
  if (more === null && less === null) return centsOf(line(...one), decimal);
  return (more ?? 0) - (less ?? 0);
}

function isPayment(line: RowView): boolean {
  const cents = owed(line, '.') ?? owed(line, ',');
  if (cents === null || cents >= 0) return false;
  return !/credit note|refund|discount|write.?off/i.test(line('transaction description'));
}

const only =
  (wanted: 'charge' | 'payment', text: (line: RowView, decimal: '.' | ',') => string) =>
  (lines: readonly RowView[], decimal: '.' | ','): string => {
    const line = lines[0];
    if (line === undefined || isPayment(line) !== (wanted === 'payment')) return '';
    return text(line, decimal);
  };

function sumOf(line: RowView, decimal: '.' | ','): string {
  const cents = owed(line, decimal);
  if (cents === null) return line(...one, ...debit, ...credit);
  const text = line(...debit) || line(...credit) || line(...one);
  return cents < 0 && !/^[-(]/.test(text) ? `-${text}` : text;
}

export const waveAccounting = tableSource({
  source: 'wave.accounting',
  called: 'Wave’s accounting export',
  needs: [['transaction id'], ['account name'], ['customer'], ['invoice number'], [...one, ...debit]],
  telling: [
    'amount one column',
    'debit amount two column approach',
    'credit amount two column approach',
    'other accounts for this transaction',
    'transaction line description',
    'account group',
  ],
  least: 2,
  rowKind: 'charge',
  fields: [
    ['debtor_name', ['customer']],
    ['charge_reference', ['invoice number']],
    ['external_id', ['transaction id']],
    ['memo', ['notes memo']],
  ],
  kindOf(line) {
    if (!isReceivable(line)) return { skip: 'no_debt' };
    return isPayment(line) ? 'payment' : 'charge';
  },
  made: [
    { name: 'Invoice date', field: 'charge_on', of: only('charge', (line) => line('transaction date')) },
    { name: 'Invoice amount', field: 'amount', of: only('charge', sumOf) },
    { name: 'Payment date', field: 'payment_on', of: only('payment', (line) => line('transaction date')) },
    {
      name: 'Payment amount',
      field: 'payment_amount',
      of: only('payment', (line, decimal) => unsigned(sumOf(line, decimal), decimal)),
    },
    {
      name: 'Paid into',
      field: 'payment_method',
      of: only('payment', (line) => line('other accounts for this transaction')),
    },
  ],
});
