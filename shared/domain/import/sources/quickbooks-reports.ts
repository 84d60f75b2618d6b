/**
 * Reports of QuickBooks, Online and Desktop: open invoices, A/R aging in detail, transactions by customer. They are told apart by
 * their title where one is there and by their columns and the heads of their sections where it is not.
 */
import type { ImportSource } from '../../import.ts';
import { findHeader, type Header, quoted } from './header.ts';
import { kindOfOpenItem, kindOfTransaction } from './quickbooks-words.ts';
import { isBucket, openReport, type ReportSpec, rolesOf } from './report.ts';
import type { RawRecord, Recognised, SourceShape } from './shape.ts';

const payable = /\b(?:a\/?p|accounts payable|unpaid bills|vendor)\b/i;
const titles: readonly (readonly [RegExp, ImportSource])[] = [
  [
    /\bopen invoices\b|\bfacturas (?:abiertas|pendientes)\b|\bfactures (?:ouvertes|impayées)\b/i,
    'quickbooks.open_invoices',
  ],
  [
    /\bcustomer balance detail\b|\binvoice list\b|\bunpaid invoices\b|\bcollections report\b/i,
    'quickbooks.open_invoices',
  ],
  [
    /\bag(?:e)?ing detail\b|\baged (?:debtors|receivables?)\b.*\bdetail\b|\breceivable.*ag(?:e)?ing\b.*detail/i,
    'quickbooks.aging_detail',
  ],
  [
    /\btransaction (?:list|detail) by customer\b|\btransactions? by customer\b/i,
    'quickbooks.transaction_list',
  ],
];

type Found = { readonly source: ImportSource; readonly recognised: Recognised };

function recogniseReport(beginning: readonly RawRecord[]): Found | null {
  const header = findHeader(beginning, (names) => {
    const roles = rolesOf(names);
    return (
      roles.date !== -1 &&
      roles.type !== -1 &&
      (roles.open !== -1 || roles.amount !== -1 || (roles.debit !== -1 && roles.credit !== -1))
    );
  });
  if (header === null) return null;
  if (header.titles.some((title) => payable.test(title)) || header.names.includes('vendor')) return null;
  const roles = rolesOf(header.names);
  const heads = headsOf(beginning, header);
  const buckets = heads.filter(isBucket).length;
  const titled = header.titles.flatMap((text) =>
    titles.flatMap(([pattern, source]) => (pattern.test(text) ? [{ text, source }] : [])),
  )[0];
  // Without heads of sections and without a title this is a table of transactions like any other.
  if (titled === undefined && heads.length === 0) return null;
  const source: ImportSource =
    titled?.source ??
    (roles.open === -1
      ? 'quickbooks.transaction_list'
      : buckets > 0
        ? 'quickbooks.aging_detail'
        : 'quickbooks.open_invoices');
  if (roles.customer === -1 && heads.every(isBucket)) return null;
  const because = [];
  if (titled) because.push(`Above the table stands “${titled.text.slice(0, 60)}”.`);
  because.push(
    `${quoted(
      header,
      header.names.filter((_, index) => Object.values(roles).includes(index)),
    )}: columns of a QuickBooks report.`,
  );
  const firstHead = heads[0];
  if (firstHead !== undefined)
    because.push(
      buckets > 0
        ? `Sections by age, such as “${firstHead.slice(0, 40)}”.`
        : `Sections by customer, such as “${firstHead.slice(0, 40)}”.`,
    );
  return {
    source,
    recognised: {
      headerLine: header.line,
      because,
      sure: (titled ? 82 : 64) + Math.min(10, heads.length),
    },
  };
}

/** Lines with one filled cell between the header and what else there is. */
function headsOf(beginning: readonly RawRecord[], header: Header): string[] {
  const heads = [];
  for (const record of beginning) {
    if (record.line <= header.line) continue;
    const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length === 1 && filled[0] !== undefined && /\p{L}|\d/u.test(filled[0])) heads.push(filled[0]);
  }
  return heads;
}

function reportShape(source: ImportSource, spec: ReportSpec): SourceShape {
  return {
    source,
    recognise(beginning) {
      const found = recogniseReport(beginning);
      return found?.source === source ? found.recognised : null;
    },
    open: (asked, sink) => openReport(spec, asked, sink),
  };
}

export const quickbooksOpenInvoices = reportShape('quickbooks.open_invoices', {
  kindOf: kindOfOpenItem,
});

export const quickbooksAgingDetail = reportShape('quickbooks.aging_detail', {
  kindOf: kindOfOpenItem,
});

export const quickbooksTransactionList = reportShape('quickbooks.transaction_list', {
  kindOf: kindOfTransaction,
});
