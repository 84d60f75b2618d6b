/**
 * Aging summaries: one line a customer, a column for each stretch of days, the total owed in the last. QuickBooks and Xero write
 * them, and so do others. Each line becomes one balance as of the report's day; the stretches stand in its memo. A customer whose
 * jobs stand below it is known by its total line, so the lines are kept until the end: there is one a customer.
 */
import type { ImportSource } from '../../import.ts';
import {
  asOfDay,
  findHeader,
  type Header,
  headerAsked,
  makeTitles,
  sameAsHeader,
  textOfRecord,
} from './header.ts';
import { isBucket, looksLikeNote, makeTotals, splitCustomer, totalOf } from './report.ts';
import { isBlankRecord, type RawRecord, type ShapeAsked, type ShapeSink, type SourceShape } from './shape.ts';
import { centsOf } from './sums.ts';

const payable = /\b(?:a\/?p|accounts payable|payables?|vendor|supplier)\b/i;
const leastBuckets = 3;

type Layout = { readonly buckets: readonly number[]; readonly total: number };

function layoutOf(header: Header): Layout | null {
  const buckets = header.cells.flatMap((cell, index) =>
    cell !== '' && isBucket(cell) && /\p{L}|\d/u.test(cell) ? [index] : [],
  );
  const total = header.names.findLastIndex((name) =>
    /^(total|balance|total due|gesamt|total balance)$/.test(name),
  );
  const first = buckets[0];
  if (buckets.length < leastBuckets || first === undefined || total < first) return null;
  return { buckets, total };
}

function find(beginning: readonly RawRecord[]): Header | null {
  return findHeader(beginning, (names, cells) => {
    // With a day and a number on each line it is a report in detail.
    if (names.includes('date') || names.includes('due date') || names.includes('invoice date')) return false;
    const trimmed = cells.map((cell) => cell.trim());
    return layoutOf({ line: 0, cells: trimmed, names, titles: [] }) !== null;
  });
}

function summaryShape(source: ImportSource, called: string, owns: (header: Header) => boolean): SourceShape {
  return {
    source,
    recognise(beginning) {
      const header = find(beginning);
      if (header === null || !owns(header)) return null;
      if (header.titles.some((title) => payable.test(title)) || header.names.includes('vendor')) return null;
      const layout = layoutOf(header);
      if (layout === null) return null;
      const shown = layout.buckets.slice(0, 3).map((index) => `“${header.cells[index] ?? ''}”`);
      const title = header.titles.find((text) => /ag(?:e)?ing|aged/i.test(text));
      const because = [`Columns by age (${shown.join(', ')}) and a total: ${called}.`];
      if (title !== undefined) because.unshift(`Above the table stands “${title.slice(0, 60)}”.`);
      return { headerLine: header.line, because, sure: title === undefined ? 72 : 92 };
    },
    open: openSummary,
  };
}

const isXero = (header: Header) =>
  header.titles.some((title) => /aged receivables|aged receivables summary/i.test(title)) ||
  header.cells.some((cell) => /\bmonths?\b|^older$/i.test(cell));

export const quickbooksAgingSummary = summaryShape(
  'quickbooks.aging_summary',
  'an aging summary, as QuickBooks writes it',
  (header) => !isXero(header),
);

export const xeroAgedSummary = summaryShape(
  'xero.aged_receivables',
  'aged receivables, as Xero writes them',
  isXero,
);

type Kept = {
  readonly record: RawRecord;
  readonly label: string;
  readonly indent: number;
  readonly bare: boolean;
};

function openSummary(asked: ShapeAsked, sink: ShapeSink) {
  const header = headerAsked(asked);
  const layout = layoutOf(header) ?? { buckets: [], total: header.cells.length - 1 };
  const first = layout.buckets[0] ?? 0;
  const isTitle = makeTitles(header, sink);
  const asOf = asOfDay(header.titles);
  if (asOf !== null) sink.asOf(asOf);
  const kept: Kept[] = [];
  const totals = makeTotals(sink);
  const figure = (record: RawRecord, column: number) => (record.cells[column] ?? '').trim();
  const centsIn = (record: RawRecord) => centsOf(figure(record, layout.total), asked.decimal) ?? 0;
  const extra = header.cells.flatMap((cell, index) =>
    index < first && index > 0 && cell !== '' ? [index] : [],
  );

  function labelOf(record: RawRecord): { label: string; indent: number } {
    const before = record.cells.slice(0, Math.max(1, first));
    const at = before.findIndex((cell) => cell.trim() !== '');
    const text = before[at] ?? '';
    return { label: text.trim(), indent: at === -1 ? 0 : at * 100 + text.length - text.trimStart().length };
  }

  function emit({ record, label }: Kept, parents: readonly string[]): void {
    const split = splitCustomer(label.replace(/ - other$/i, ''));
    const above = [...parents, ...(split.parent === '' ? [] : [split.parent])];
    const name = split.name;
    if (above.at(-1) === name) above.pop();
    const parts = layout.buckets.flatMap((column) => {
      const text = figure(record, column);
      const cents = centsOf(text, asked.decimal);
      return cents === null || cents === 0 ? [] : [`${header.cells[column] ?? ''}: ${text}`];
    });
    sink.row({
      line: record.line,
      stray: record.stray,
      kind: null,
      cells: [
        name,
        above.join(':'),
        figure(record, layout.total),
        asOf ?? '',
        parts.join('; '),
        ...extra.map((column) => figure(record, column)),
      ],
    });
  }

  return {
    columns: [
      { name: 'Customer', field: 'debtor_name' },
      { name: 'Part of', field: 'parent_name' },
      { name: header.cells[layout.total] || 'Total', field: 'balance' },
      { name: 'As of', field: 'charge_on' },
      { name: 'By age', field: 'memo' },
      ...extra.map((column) => ({ name: header.cells[column] ?? '', field: null })),
    ] as const,
    rowKind: 'charge' as const,
    take(record: RawRecord) {
      if (isTitle(record) || isBlankRecord(record.cells)) return;
      if (sameAsHeader(record.cells, header)) {
        sink.skip({ line: record.line, why: 'repeated_header', text: textOfRecord(record) });
        return;
      }
      const { label, indent } = labelOf(record);
      const bare =
        figure(record, layout.total) === '' && layout.buckets.every((one) => figure(record, one) === '');
      if ((bare && looksLikeNote(label)) || /^percentage of total/i.test(label)) {
        sink.skip({ line: record.line, why: 'title', text: textOfRecord(record) });
        return;
      }
      kept.push({ record, label, indent, bare });
    },
    end() {
      /** For each line the total line that ends its group; for total lines the line they end. */
      const closes = new Map<number, number>();
      const open: { label: string; at: number }[] = [];
      for (const [at, { label }] of kept.entries()) {
        const of = totalOf(label);
        const match = of === null || of === '' ? -1 : open.findLastIndex((one) => one.label === of);
        const begun = open[match];
        if (begun !== undefined) {
          closes.set(at, begun.at);
          open.length = match;
        } else if (of !== '') open.push({ label, at });
      }
      const groups = new Map([...closes].map(([end, begin]) => [begin, end]));
      const inside: { label: string; end: number; begin: number }[] = [];
      const rowsOf = (from: number, to: number) =>
        kept.slice(from, to).reduce((sum, one, offset) => {
          const at = from + offset;
          return closes.has(at) || totalOf(one.label) === '' ? sum : sum + centsIn(one.record);
        }, 0);
      for (const [at, line] of kept.entries()) {
        while (inside.length > 0 && (inside.at(-1)?.end ?? 0) < at) inside.pop();
        const begin = closes.get(at);
        const overall = totalOf(line.label) === '' && begin === undefined;
        if (begin !== undefined || overall) {
          sink.skip({ line: line.record.line, why: 'total', text: textOfRecord(line.record) });
          const cents = centsOf(figure(line.record, layout.total), asked.decimal);
          if (cents !== null)
            totals.add({
              line: line.record.line,
              label: overall ? 'Total' : `Total ${totalOf(line.label) ?? ''}`,
              cents,
              summedCents: rowsOf(begin ?? 0, at),
            });
          continue;
        }
        const end = groups.get(at);
        if (line.bare) sink.skip({ line: line.record.line, why: 'section', text: textOfRecord(line.record) });
        else
          emit(
            line,
            inside.map(({ label }) => label),
          );
        if (end !== undefined) inside.push({ label: line.label, end, begin: at });
      }
      totals.end();
    },
  };
}
