/** Stripe's downloads: customers, invoices, payments. Columns come and go with the account's settings; currency stands on each row. */
import { addedUp, centsOf, negated } from './sums.ts';
import { type RowView, tableSource } from './table-source.ts';

const created = ['created utc', 'created date utc', 'created'];

export const stripeCustomers = tableSource({
  source: 'stripe.customers',
  called: 'Stripe’s list of customers',
  needs: [['id', 'customer id'], ['email', 'customer email'], created],
  never: ['amount', 'amount due', 'amount refunded', 'invoice id'],
  telling: [
    'created utc',
    'delinquent',
    'total spend',
    'payment count',
    'refunded volume',
    'dispute losses',
    'average order',
    'card id',
    'default source',
  ],
  least: 2,
  fits: (lines) => lines.length === 0 || lines.some((line) => /^cus_/.test(line('id', 'customer id'))),
  rowKind: 'debtor',
  fields: [
    ['debtor_reference', ['id', 'customer id']],
    ['debtor_name', ['name', 'customer name', 'card name', 'description']],
    ['email', ['email', 'customer email']],
    ['phone', ['phone']],
    ['currency', ['currency']],
    [
      'address_line1',
      [
        'address line 1',
        'address line1',
        'card address line 1',
        'card address line1',
        'shipping address line1',
      ],
    ],
    ['address_line2', ['address line 2', 'address line2', 'card address line2']],
    ['city', ['address city', 'card address city']],
    ['region', ['address state', 'card address state']],
    ['postal_code', ['address postal code', 'address zip', 'card address zip', 'card address postal code']],
    ['country', ['address country', 'card address country']],
    ['note', ['description']],
  ],
});

export const stripeInvoices = tableSource({
  source: 'stripe.invoices',
  called: 'Stripe’s list of invoices',
  needs: [
    ['id', 'invoice id'],
    ['amount due', 'total'],
    ['customer', 'customer id'],
    ['number', 'status'],
  ],
  telling: [
    'date utc',
    'created utc',
    'due date utc',
    'minimum line item period start',
    'maximum line item period end',
    'amount due',
    'amount remaining',
    'amount paid',
    'billing',
    'closed',
    'subscription',
    'total discount amount',
    'finalized at utc',
  ],
  least: 3,
  fits: (lines) => lines.length === 0 || lines.some((line) => /^in_/.test(line('id', 'invoice id'))),
  rowKind: 'charge',
  fields: [
    ['external_id', ['id', 'invoice id']],
    ['debtor_reference', ['customer', 'customer id']],
    ['debtor_name', ['customer name']],
    ['email', ['customer email']],
    ['phone', ['customer phone']],
    ['charge_reference', ['number']],
    ['charge_on', ['date utc', 'finalized at utc', 'created utc', 'date']],
    ['due_on', ['due date utc', 'due date']],
    ['amount', ['total', 'amount due']],
    ['paid_amount', ['amount paid']],
    ['balance', ['amount remaining']],
    ['currency', ['currency']],
    ['status', ['status']],
    ['memo', ['description']],
    ['address_line1', ['customer address line1', 'customer address line 1']],
    ['address_line2', ['customer address line2', 'customer address line 2']],
    ['city', ['customer address city']],
    ['region', ['customer address state']],
    ['postal_code', ['customer address postal code', 'customer address zip']],
    ['country', ['customer address country']],
  ],
});

const notReceived = /^(failed|canceled|cancelled|incomplete|requires|uncaptured|blocked|pending)/i;

function isGivenBack(line: RowView): boolean {
  const refunded = line('amount refunded');
  return refunded !== '' && refunded === line('amount') && /[1-9]/.test(refunded);
}

export const stripePayments = tableSource({
  source: 'stripe.payments',
  called: 'Stripe’s list of payments',
  needs: [['id'], ['amount'], ['status'], created],
  never: ['amount due'],
  telling: [
    'payment intent id',
    'paymentintent id',
    'amount refunded',
    'converted amount',
    'captured',
    'seller message',
    'statement descriptor',
    'card last4',
    'card last 4',
    'decline reason',
    'fee',
    'mode',
    'payment source type',
  ],
  least: 3,
  fits: (lines) => lines.length === 0 || lines.some((line) => /^(ch|py|pi)_/.test(line('id'))),
  rowKind: 'payment',
  fields: [
    ['external_id', ['id']],
    ['debtor_reference', ['customer id', 'customer']],
    ['debtor_name', ['customer name', 'customer description', 'card name']],
    ['email', ['customer email', 'receipt email']],
    ['payment_on', created],
    ['payment_method', ['payment source type', 'payment method type', 'card brand']],
    ['payment_reference', ['payment intent id', 'paymentintent id']],
    ['charge_reference', ['invoice number', 'invoice number metadata']],
    ['currency', ['currency']],
    ['memo', ['description']],
  ],
  // A payment that failed, was never taken, or was given back whole is no money.
  kindOf: (line) =>
    notReceived.test(line('status')) || /^false$/i.test(line('captured')) || isGivenBack(line)
      ? { skip: 'no_debt' }
      : null,
  made: [
    {
      name: 'Amount kept',
      field: 'payment_amount',
      of: ([line], decimal) => {
        if (line === undefined) return '';
        const refunded = line('amount refunded');
        return (centsOf(refunded, decimal) ?? 0) === 0
          ? line('amount')
          : addedUp([line('amount'), negated(refunded, decimal)], decimal);
      },
    },
  ],
  doubt: (sink) => {
    let refunded = 0;
    return {
      row(lines) {
        if (Number(lines[0]?.('amount refunded').replace(/[^\d.]/g, '') ?? 0) > 0) refunded += 1;
      },
      end() {
        if (refunded > 0) sink.doubt({ code: 'refunds_inside', params: { count: refunded } });
      },
    };
  },
});
