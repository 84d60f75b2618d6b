/** What QuickBooks calls its transactions, Online and Desktop, and what each is to a debt. */
import type { ReportKind } from './report.ts';

const payments =
  /^(?:payment|pmt|receive payment|received payment|customer payment|pago|paiement|zahlung|deposit)\b/i;
const credits = /^(?:credit memo|credit|credit note|credmem|nota de crédito|note de crédit)\b/i;
/** They owe nothing: offers, orders, what was paid at the counter, and the other side of the books. */
const others =
  /^(?:estimate|quote|sales order|purchase order|sales receipt|bill|vendor credit|check|expense|transfer|time ?activity|time charge|delayed (?:charge|credit)|credit card|inventory|item receipt|refund receipt|paycheck|payroll)\b/i;

/** Of a report of what is open: whatever is listed there is owed, or taken off what is owed. */
export function kindOfOpenItem(type: string, cents: number): ReportKind {
  if (payments.test(type)) return 'payment';
  return cents < 0 ? 'credit' : 'charge';
}

/** Of a list of everything that happened. */
export function kindOfTransaction(type: string, cents: number, posting: string): ReportKind {
  if (/^(?:no|n)$/i.test(posting)) return 'skip';
  if (payments.test(type)) return /^deposit/i.test(type) ? 'skip' : 'payment';
  if (credits.test(type)) return 'credit';
  if (others.test(type)) return 'skip';
  return cents < 0 ? 'credit' : 'charge';
}
