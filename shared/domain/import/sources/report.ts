/**
 * Reports that are written to be read by people: titles, a header, heads of sections (customers, or buckets of days), rows, a total
 * for each section and one for all. Heads and totals never become rows; every total is held against the rows it stands for.
 *
 * A head is a line with one cell. Sections nest: where the report closes each with a total, until then; where it does not, a new
 * head ends the one before it unless that had no rows yet, or the new one is set in deeper.
 */
import type { RowKind } from '../../import.ts';
import { looksLikeDay } from '../read-day.ts';
import {
  asOfDay,
  columnOf,
  type Header,
  headerAsked,
  makeTitles,
  sameAsHeader,
  textOfRecord,
} from './header.ts';
import { isBlankRecord, type RawRecord, type ShapeAsked, type Shaper, type ShapeSink } from './shape.ts';
import { centsOf, negated, sumText } from './sums.ts';

/** Names, as compared, of the columns a report may have. */
export const reportNames = {
  date: ['date', 'transaction date', 'txn date', 'invoice date', 'created date'],
  type: ['transaction type', 'type', 'txn type'],
  number: ['number', 'invoice number', 'doc number', 'document number', 'transaction number', 'ref number'],
  customer: [
    'customer',
    'customer full name',
    'customer name',
    'name',
    'customer job',
    'customer project',
    'client',
    'client full name',
    'client name',
    'contact',
    'contact name',
  ],
  due: ['due date'],
  amount: ['amount', 'total amount', 'foreign amount'],
  open: ['open balance', 'balance due', 'open amount', 'outstanding', 'amount due', 'invoice amount due'],
  memo: ['memo description', 'memo', 'description', 'customer memo', 'invoice reference', 'reference'],
  posting: ['posting', 'posting y n'],
  debit: ['debit'],
  credit: ['credit'],
} as const;
type Role = keyof typeof reportNames;
export type ReportRoles = Readonly<Record<Role, number>>;

export function rolesOf(names: readonly string[]): ReportRoles {
  return Object.fromEntries(
    Object.entries(reportNames).map(([role, wanted]) => [role, columnOf(names, wanted)]),
  ) as ReportRoles;
}

const totalLabel = /^(?:grand |sub ?|report )?totals?\b(?:\s+for)?\s*:?\s*/i;
const foreignTotal = /^(?:gesamt(?:summe|betrag)?|summe|somme)\b\s*:?\s*/i;

/** What a total is of: `Total for 1 - 30` gives `1 - 30`, a total of everything an empty text; `null` for what is no total. */
export function totalOf(label: string): string | null {
  const found = totalLabel.exec(label) ?? foreignTotal.exec(label);
  if (found !== null)
    return label
      .slice(found[0].length)
      .replace(/^(?:de|pour|für)\s+/i, '')
      .trim();
  // `Bayside Club Total`, or `TOTAL Bayside Club` written the other way round.
  const behind = /^(.+?)\s+totals?:?$/i.exec(label);
  return behind?.[1] ?? null;
}

const bucketLabel =
  /^(?:current|not (?:yet )?due|coming due|future|older|(?:<|>|over|under|more than|less than)?\s*\d+\+?(?:\s*(?:-|–|to|and|or)\s*(?:\d+|over|more|above|older))?\s*(?:days?|months?)?\s*(?:past due|overdue|old|and (?:over|older|more)|or more)*)(?:\s*\(\d+\))?$/i;

/** A stretch of days (`31 - 60 days past due`, `Current`, `> 90`, `1 Month`), not a name. */
export function isBucket(label: string): boolean {
  return bucketLabel.test(label.trim());
}

/** Programs write how many rows a section has behind its name. */
const withoutCount = (label: string) => label.replace(/\s*\(\d+\)$/, '').trim();

/** `Kitchen` of `Birch, Ana:Kitchen`, and whose it is; QuickBooks parts the two with a colon. */
export function splitCustomer(text: string): { readonly name: string; readonly parent: string } {
  const parts = text
    .split(':')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const name = parts.at(-1) ?? '';
  return { name, parent: parts.slice(0, -1).join(':') };
}

type Section = {
  readonly label: string;
  readonly phone: string;
  readonly indent: number;
  sumCents: number;
  /** Rows of its own, not of sections within it. */
  rows: number;
};

export type ReportKind = RowKind | 'skip';

export type ReportSpec = {
  /** Where the column of what is open bears a name of its own. */
  readonly openNames?: readonly string[];
  /** What a row is, by the words of its type and the sign of its sum. */
  kindOf(type: string, cents: number, posting: string): ReportKind;
};

const columnsMade = [
  { name: 'Customer', field: 'debtor_name' },
  { name: 'Part of', field: 'parent_name' },
  { name: 'Transaction type', field: null },
  { name: 'Number', field: 'charge_reference' },
  { name: 'Date', field: 'charge_on' },
  { name: 'Due date', field: 'due_on' },
  { name: 'Amount', field: 'amount' },
  { name: 'Open balance', field: 'balance' },
  { name: 'Payment date', field: 'payment_on' },
  { name: 'Payment amount', field: 'payment_amount' },
  { name: 'Payment number', field: 'payment_reference' },
  { name: 'Credit', field: 'credit_amount' },
  { name: 'Memo', field: 'memo' },
  { name: 'Phone', field: 'phone' },
] as const;

/** A report of whom to call has the number behind the name. */
const phoneBehind = /^(.*\S)\s+(\+?1?[\s.-]?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?)$/i;

/** The shape of a report whose rows are documents with a day. */
export function openReport(spec: ReportSpec, asked: ShapeAsked, sink: ShapeSink): Shaper {
  const header = headerAsked(asked);
  const named = rolesOf(header.names);
  const roles =
    spec.openNames === undefined ? named : { ...named, open: columnOf(header.names, spec.openNames) };
  const used = new Set(Object.values(roles));
  const others = header.cells.flatMap((cell, index) => (cell !== '' && !used.has(index) ? [index] : []));
  const isTitle = makeTitles(header, sink);
  const asOf = asOfDay(header.titles);
  if (asOf !== null) sink.asOf(asOf);
  const closed = closesSections(asked.beginning, header);
  const stack: Section[] = [];
  const totals = makeTotals(sink);
  let overallCents = 0;
  const sumColumn = roles.open !== -1 ? roles.open : roles.amount;

  const cellOf = (record: RawRecord, role: Role) => {
    const at = roles[role];
    return at === -1 ? '' : (record.cells[at] ?? '').trim();
  };

  function head(record: RawRecord, at: number, label: string): void {
    const own = record.cells[at] ?? '';
    const indent = at * 100 + (own.length - own.trimStart().length);
    if (!closed) {
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        if (indent > top.indent || (top.rows === 0 && indent === top.indent && stack.length < 2)) break;
        stack.pop();
      }
    }
    const called = phoneBehind.exec(label);
    stack.push({
      label: withoutCount(called?.[1] ?? label),
      phone: called?.[2] ?? '',
      indent,
      sumCents: 0,
      rows: 0,
    });
    sink.skip({ line: record.line, why: 'section', text: textOfRecord(record) });
  }

  function total(record: RawRecord, of: string): void {
    const wanted = withoutCount(of);
    const at = wanted === '' ? -1 : stack.findLastIndex((section) => section.label === wanted);
    const text = totalCell(record, sumColumn);
    const cents = centsOf(text, asked.decimal);
    const summedCents = at === -1 ? overallCents : (stack[at]?.sumCents ?? 0);
    if (at !== -1) stack.length = at;
    else if (wanted === '') stack.length = 0;
    sink.skip({ line: record.line, why: 'total', text: textOfRecord(record) });
    if (cents !== null && (at !== -1 || wanted === ''))
      totals.add({
        line: record.line,
        label: wanted === '' ? 'Total' : `Total ${wanted}`,
        cents,
        summedCents,
      });
  }

  function customerOf(record: RawRecord): { name: string; parent: string } {
    const written = cellOf(record, 'customer');
    if (written !== '') return splitCustomer(written);
    const names = stack.filter(({ label }) => !isBucket(label)).map(({ label }) => label);
    // What is booked on the customer itself, beside its jobs.
    const own = names.at(-1)?.replace(/ - other$/i, '') ?? '';
    const above = names.slice(0, -1);
    if (above.at(-1) === own) above.pop();
    const split = splitCustomer(own);
    return { name: split.name, parent: [...above, ...(split.parent === '' ? [] : [split.parent])].join(':') };
  }

  function row(record: RawRecord): void {
    const amountText = cellOf(record, 'amount') || bothSides(record);
    const openText = cellOf(record, 'open');
    const rowSum = roles.open === -1 ? amountText : openText;
    const cents = centsOf(rowSum, asked.decimal) ?? 0;
    for (const section of stack) section.sumCents += cents;
    const top = stack.at(-1);
    if (top) top.rows += 1;
    overallCents += cents;
    const type = cellOf(record, 'type');
    const kind = spec.kindOf(type, cents, cellOf(record, 'posting'));
    if (kind === 'skip') {
      sink.skip({ line: record.line, why: 'no_debt', text: textOfRecord(record) });
      return;
    }
    const { name, parent } = customerOf(record);
    const isPayment = kind === 'payment';
    const day = cellOf(record, 'date');
    const number = cellOf(record, 'number');
    // Of a credit, or of a payment, only what is not used up yet still counts: the sum the report adds up.
    const received = cents < 0 ? negated(rowSum, asked.decimal) : rowSum;
    const isCharge = kind !== 'payment' && kind !== 'credit';
    sink.row({
      line: record.line,
      stray: false,
      kind,
      cells: [
        name,
        parent,
        type,
        isPayment ? '' : number,
        isPayment ? '' : day,
        isPayment ? '' : cellOf(record, 'due'),
        isCharge ? amountText || openText : '',
        isCharge ? openText : '',
        isPayment ? day : '',
        isPayment ? received : '',
        isPayment ? number : '',
        kind === 'credit' ? received : '',
        cellOf(record, 'memo'),
        stack.findLast(({ phone }) => phone !== '')?.phone ?? '',
        ...others.map((index) => (record.cells[index] ?? '').trim()),
      ],
    });
  }

  function bothSides(record: RawRecord): string {
    const debit = centsOf(cellOf(record, 'debit'), asked.decimal);
    const credit = centsOf(cellOf(record, 'credit'), asked.decimal);
    return debit === null && credit === null ? '' : sumText((debit ?? 0) - (credit ?? 0), asked.decimal);
  }

  return {
    columns: [...columnsMade, ...others.map((index) => ({ name: header.cells[index] ?? '', field: null }))],
    rowKind: 'charge',
    take(record) {
      if (isTitle(record) || isBlankRecord(record.cells)) return;
      if (record.stray) {
        sink.row({ line: record.line, cells: record.cells, stray: true, kind: null });
        return;
      }
      if (sameAsHeader(record.cells, header)) {
        sink.skip({ line: record.line, why: 'repeated_header', text: textOfRecord(record) });
        return;
      }
      const filled = record.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
      const at = filled[0] ?? 0;
      const label = (record.cells[at] ?? '').trim();
      const dated = looksLikeDay(cellOf(record, 'date')) || cellOf(record, 'type') !== '';
      if (!dated || at !== firstOf(roles)) {
        const of = totalOf(label);
        const known =
          of !== null && (of === '' || stack.some((section) => section.label === withoutCount(of)));
        if (of !== null && (known || (!dated && filled.length > 1))) return total(record, of);
      }
      if (filled.length === 1) {
        // A line of its own below the last total is a note, such as when the report was run.
        if (looksLikeNote(label)) sink.skip({ line: record.line, why: 'title', text: textOfRecord(record) });
        else head(record, at, label);
        return;
      }
      row(record);
    },
    end: () => totals.end(),
  };
}

/** The first column a row can begin in; rows whose label stands there may be rows that only look like totals. */
function firstOf(roles: ReportRoles): number {
  const known = Object.values(roles).filter((at) => at !== -1);
  return known.length === 0 ? -1 : Math.min(...known);
}

const noteLike =
  /\b(?:accrual|cash) basis\b|\b(?:gmt|utc)[+-]?\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day,|\d{1,2}:\d{2}\s*(?:am|pm)?\b|^(?:note|filter|sort|report)\b.*:/i;

export function looksLikeNote(label: string): boolean {
  return noteLike.test(label);
}

/** The sum of a total line: below its column, or in the last cell that is filled where the columns have moved. */
function totalCell(record: RawRecord, column: number): string {
  const own = column === -1 ? '' : (record.cells[column] ?? '').trim();
  if (own !== '') return own;
  return (record.cells.findLast((cell) => /\d/.test(cell)) ?? '').trim();
}

/** Whether the sections of this report end with totals of their own. */
export function closesSections(beginning: readonly RawRecord[], header: Header): boolean {
  const heads = new Set<string>();
  for (const record of beginning) {
    if (record.line <= header.line) continue;
    const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const label = filled[0] ?? '';
    const of = totalOf(label);
    if (of !== null && of !== '' && heads.has(withoutCount(of))) return true;
    if (filled.length === 1) heads.add(withoutCount(label));
  }
  return false;
}

/** Totals of a report, told at its end: a workbook whose sums were never calculated says nothing about its rows. */
export function makeTotals(sink: ShapeSink) {
  const held: { line: number; label: string; cents: number; summedCents: number }[] = [];
  return {
    add: (total: (typeof held)[number]) => void held.push(total),
    end() {
      const empty =
        held.every(({ cents }) => cents === 0) && held.some(({ summedCents }) => summedCents !== 0);
      if (empty) sink.doubt({ code: 'totals_not_calculated', params: { count: held.length } });
      else for (const total of held) sink.total(total);
    },
  };
}
