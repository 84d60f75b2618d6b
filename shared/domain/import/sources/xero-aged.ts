/**
 * Xero's aged receivables: in detail (sections by contact, one line an invoice, its sum in the column of its age and in the total), or
 * as a summary with a line a contact.
 */
import { xeroAgedSummary } from './aging-summary.ts';
import { findHeader, headerAsked } from './header.ts';
import { kindOfOpenItem } from './quickbooks-words.ts';
import { isBucket, openReport } from './report.ts';
import type { SourceShape } from './shape.ts';

const inDetail = (names: readonly string[]) => names.includes('invoice date') || names.includes('date');

export const xeroAged: SourceShape = {
  source: 'xero.aged_receivables',
  recognise(beginning) {
    const header = findHeader(
      beginning,
      (names, cells) =>
        inDetail(names) &&
        names.includes('total') &&
        cells.filter((cell) => cell.trim() !== '' && isBucket(cell)).length >= 3,
    );
    if (header === null) return xeroAgedSummary.recognise(beginning);
    if (header.titles.some((title) => /payable/i.test(title))) return null;
    const title = header.titles.find((text) => /aged receivables/i.test(text));
    const because = ['Columns by age beside the day and number of each invoice: aged receivables in detail.'];
    if (title !== undefined) because.unshift(`Above the table stands “${title.slice(0, 60)}”.`);
    return { headerLine: header.line, because, sure: title === undefined ? 74 : 94 };
  },
  open(asked, sink) {
    if (!inDetail(headerAsked(asked).names)) return xeroAgedSummary.open(asked, sink);
    return openReport({ kindOf: kindOfOpenItem, openNames: ['total'] }, asked, sink);
  },
};
