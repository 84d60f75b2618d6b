/** Every source that is recognised; the surest wins, and a table that none of them knows is read as it stands. */
import type { ImportSource } from '../../import.ts';
import { quickbooksAgingSummary } from './aging-summary.ts';
import { bankCsv } from './bank-csv.ts';
import { duebookList } from './duebook-list.ts';
import { freshbooksClients, freshbooksInvoices } from './freshbooks.ts';
import { invoiceNinjaClients, invoiceNinjaInvoices, invoiceNinjaPayments } from './invoice-ninja.ts';
import { plainTable } from './plain-table.ts';
import { quickbooksCustomerList } from './quickbooks-customers.ts';
import {
  quickbooksAgingDetail,
  quickbooksOpenInvoices,
  quickbooksTransactionList,
} from './quickbooks-reports.ts';
import { quickbooksTables } from './quickbooks-tables.ts';
import type { RawRecord, Recognised, SourceShape } from './shape.ts';
import { stripeCustomers, stripeInvoices, stripePayments } from './stripe.ts';
import { waveAccounting, waveCustomers } from './wave.ts';
import { xeroContacts, xeroInvoices } from './xero.ts';
import { xeroAged } from './xero-aged.ts';
import { zohoContacts, zohoInvoices, zohoPayments } from './zoho.ts';

export const sourceShapes: readonly SourceShape[] = [
  duebookList,
  quickbooksTables,
  quickbooksOpenInvoices,
  quickbooksAgingDetail,
  quickbooksTransactionList,
  quickbooksAgingSummary,
  quickbooksCustomerList,
  xeroInvoices,
  xeroContacts,
  xeroAged,
  freshbooksInvoices,
  freshbooksClients,
  waveAccounting,
  waveCustomers,
  invoiceNinjaInvoices,
  invoiceNinjaPayments,
  invoiceNinjaClients,
  zohoInvoices,
  zohoPayments,
  zohoContacts,
  stripeInvoices,
  stripePayments,
  stripeCustomers,
  bankCsv,
  plainTable,
];

const leastSure = 60;

export function recogniseSource(
  beginning: readonly RawRecord[],
): { readonly shape: SourceShape; readonly recognised: Recognised } | null {
  let best: { shape: SourceShape; recognised: Recognised } | null = null;
  for (const shape of sourceShapes) {
    const recognised = shape.recognise(beginning);
    if (recognised === null || recognised.sure < leastSure) continue;
    if (best === null || recognised.sure > best.recognised.sure) best = { shape, recognised };
  }
  return best;
}

export function findShape(source: ImportSource): SourceShape {
  return sourceShapes.find((shape) => shape.source === source) ?? plainTable;
}
