/**
 * QuickBooks IIF: lists and transactions in one text, each line opened by a keyword, the columns of a keyword named by the last
 * line that begins with `!` and that keyword. Parted by tabs, from other programs also by commas.
 *
 * In tab-parted files quotation marks mean nothing, so one that is never closed cannot swallow a column. A transaction is a `TRNS`
 * line, its `SPL` lines and `ENDTRNS`; the sums of its lines are zero together, or it is refused.
 *
 * What is owed by customers stands on receivable accounts only: the account of an invoice, a credit memo, a statement charge or a
 * payment by what these are; of every other transaction the lines whose account the file's own chart calls receivable (`AR`) or
 * that is named so. A transaction that touches none is left out and listed.
 */
import { ok } from '../../../errors/result.ts';
import type { RowKind } from '../../import.ts';
import { parseMoney } from '../../money.ts';
import type { SourceRefusal } from '../file-look.ts';
import type { ShapeSink } from '../sources/shape.ts';
import { emit, type FlatFormat, type FlatReading, makeLayout, plainSum } from './flat-format.ts';

const layout = makeLayout([
  ['type', 'Transaction type', null],
  ['name', 'Name', 'debtor_name'],
  ['parent', 'Parent name', 'parent_name'],
  ['alias', 'Other name', 'alias'],
  ['reference', 'Document number', 'charge_reference'],
  ['chargeOn', 'Date', 'charge_on'],
  ['dueOn', 'Due date', 'due_on'],
  ['amount', 'Amount', 'amount'],
  ['status', 'Status', 'status'],
  ['paymentOn', 'Payment date', 'payment_on'],
  ['paymentAmount', 'Payment', 'payment_amount'],
  ['paymentReference', 'Payment number', 'payment_reference'],
  ['paymentMethod', 'Payment method', 'payment_method'],
  ['memo', 'Memo', 'memo'],
  ['phone', 'Phone', 'phone'],
  ['otherPhone', 'Alternate phone', 'phone'],
  ['email', 'E-mail', 'email'],
  ['line1', 'Address', 'address_line1'],
  ['line2', 'Address, second line', 'address_line2'],
  ['city', 'City, state and ZIP', 'city_region_postal'],
  ['note', 'Note', 'note'],
  ['externalId', 'Id', 'external_id'],
]);

type Cells = Readonly<Record<string, string>>;
type Line = { readonly line: number; readonly cells: Cells };
type Transaction = { readonly head: Line; readonly splits: Line[] };

const linesBetweenBreaths = 4000;

export function openIif(text: string): FlatFormat {
  const delimiter = delimiterOf(text);
  return {
    format: 'iif',
    source: 'quickbooks.iif',
    because: [
      delimiter === '\t'
        ? 'Lines open with QuickBooks keywords such as !TRNS or !CUST, parted by tabs.'
        : 'Lines open with QuickBooks keywords such as !TRNS or !CUST, parted by commas.',
    ],
    rowKind: 'charge',
    columns: layout.columns,
    read: (sink) => readIif(text, delimiter, sink),
  };
}

function delimiterOf(text: string): '\t' | ',' {
  const named = /^"?![A-Z]+"?([\t,])/im.exec(text.slice(0, 20_000));
  return named?.[1] === ',' ? ',' : '\t';
}

function* readIif(text: string, delimiter: '\t' | ',', sink: ShapeSink): FlatReading {
  const headings = new Map<string, readonly string[]>();
  const receivable = new Set<string>();
  const told = new Set<string>();
  const jobs = new Set<string>();
  let open: Transaction | null = null;
  let transactions = 0;
  let receivableRows = 0;
  let daysMissing: { first: number; count: number } | null = null;
  let count = 0;

  const unfinished = (line: number) =>
    emit(sink, layout, line, 'charge', {}, refusal('transaction_unfinished'));
  const close = () => {
    if (open === null) return;
    const transaction = open;
    open = null;
    transactions += 1;
    const blank = [transaction.head, ...transaction.splits].find(
      ({ cells }) => Object.hasOwn(cells, 'DATE') && cells.DATE === '',
    );
    if (blank)
      daysMissing = { first: daysMissing?.first ?? blank.line, count: (daysMissing?.count ?? 0) + 1 };
    receivableRows += takeTransaction(transaction, receivable, jobs, sink);
  };

  for (const { line, start, source } of linesOf(text)) {
    count += 1;
    if (count % linesBetweenBreaths === 0) yield start;
    const values = cellsOf(source, delimiter);
    const keyword = (values[0] ?? '').trim().toUpperCase();
    if (keyword === '') continue;
    if (keyword.startsWith('!')) {
      headings.set(
        keyword.slice(1),
        values.slice(1).map((name) => name.trim().replace(/^!/, '').toUpperCase()),
      );
      // A new heading of transactions while one is open: its end is missing.
      if (open !== null && keyword === '!TRNS') {
        unfinished((open as Transaction).head.line);
        open = null;
      }
      continue;
    }
    const names = headings.get(keyword) ?? [];
    const cells: Record<string, string> = {};
    for (const [index, name] of names.entries())
      if (name !== '' && !Object.hasOwn(cells, name)) cells[name] = (values[index + 1] ?? '').trim();
    switch (keyword) {
      case 'TRNS':
        if (open !== null) unfinished((open as Transaction).head.line);
        open = { head: { line, cells }, splits: [] };
        break;
      case 'SPL':
        if (open === null) unfinished(line);
        else (open as Transaction).splits.push({ line, cells });
        break;
      case 'ENDTRNS':
        close();
        break;
      case 'ACCNT':
        if (cells.ACCNTTYPE?.toUpperCase() === 'AR') {
          for (const name of [cells.NAME, cells.ACCNUM])
            if (name !== undefined && name !== '') receivable.add(name.toLowerCase());
        }
        break;
      case 'CUST':
        takeCustomer(line, cells, sink);
        break;
      default:
        if (!told.has(keyword)) {
          told.add(keyword);
          sink.skip({
            line,
            why: 'section',
            text: `${keyword}: ${values.slice(1, 4).join(' ').trim()}`.slice(0, 200),
          });
        }
    }
  }
  if (open !== null) unfinished((open as Transaction).head.line);
  const blanks = daysMissing as { first: number; count: number } | null;
  if (blanks !== null)
    sink.doubt({ code: 'iif_day_missing', params: { line: blanks.first, count: blanks.count } });
  if (transactions > 0 && receivableRows === 0)
    sink.doubt({ code: 'iif_no_receivable', params: { count: transactions } });
  return ok(null);
}

function* linesOf(text: string): Generator<{ line: number; start: number; source: string }> {
  const ends = /\r\n|\r|\n/g;
  let line = 1;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  while (start < text.length) {
    ends.lastIndex = start;
    const found = ends.exec(text);
    const end = found === null ? text.length : found.index;
    if (end > start) yield { line, start, source: text.slice(start, end) };
    if (found === null) return;
    start = ends.lastIndex;
    line += 1;
  }
}

/** Tabs part cells whatever stands between them; commas only outside quotation marks. */
function cellsOf(line: string, delimiter: '\t' | ','): string[] {
  if (delimiter === '\t') return line.split('\t').map(unquoted);
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      // Closed by a mark before a comma or the end of the line; any other mark is part of the text.
      let end = at + 1;
      for (; end < line.length; end += 1) {
        if (line[end] !== '"') continue;
        if (line[end + 1] === '"' && line[end + 2] !== undefined) end += 1;
        else if (line[end + 1] === undefined || line[end + 1] === ',') break;
      }
      cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 2;
      if (end >= line.length) break;
      continue;
    }
    const comma = line.indexOf(',', at);
    const end = comma === -1 ? line.length : comma;
    cells.push(line.slice(at, end));
    at = end + 1;
  }
  return cells;
}

function unquoted(cell: string): string {
  const text = cell.trim();
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
}

/** `null` when it cannot be read; an empty sum is 0, as QuickBooks takes it. */
function centsOf(text: string): number | null {
  if (text === '') return 0;
  const read = parseMoney(text);
  return read.ok ? read.value : null;
}

const refusal = (
  code: SourceRefusal['code'],
  value = '',
  params: SourceRefusal['params'] = {},
): SourceRefusal => ({
  code,
  column: null,
  value: value.slice(0, 200),
  params,
});

/** `Parent:Child` of a customer and its job; only customers have jobs in QuickBooks. */
function namesOf(full: string): { name: string; parent: string } {
  const at = full.lastIndexOf(':');
  const name = full.slice(at + 1).trim();
  return at <= 0 || name === '' ? { name: full, parent: '' } : { name, parent: full.slice(0, at).trim() };
}

const cityLine = /^\D.*\s[A-Za-z]{2}\.?,?\s+\d{5}(-?\d{4})?$/;

/** The lines of an address without the names that stand above it. */
function addressOf(
  lines: readonly (string | undefined)[],
  names: readonly (string | undefined)[],
): { line1: string; line2: string; city: string } {
  const above = new Set(names.flatMap((name) => (name ? [name.toLowerCase()] : [])));
  const rest = lines.flatMap((line) => (line && !above.has(line.toLowerCase()) ? [line] : []));
  const at = rest.findIndex((line) => cityLine.test(line));
  const city = at === -1 ? '' : (rest.splice(at, 1)[0] ?? '');
  return { line1: rest[0] ?? '', line2: rest.slice(1).join(', '), city };
}

function takeCustomer(line: number, cells: Cells, sink: ShapeSink): void {
  const { name, parent } = namesOf(cells.NAME ?? '');
  const person = [cells.FIRSTNAME, cells.MIDINIT, cells.LASTNAME].filter(Boolean).join(' ');
  const company = cells.COMPANYNAME ?? '';
  const alias = [person, company].find((other) => other !== '' && other.toLowerCase() !== name.toLowerCase());
  emit(sink, layout, line, 'debtor', {
    type: 'Customer',
    name,
    parent,
    alias: alias ?? '',
    phone: cells.PHONE1,
    otherPhone: cells.PHONE2,
    email: cells.EMAIL,
    ...addressOf(
      [cells.BADDR1, cells.BADDR2, cells.BADDR3, cells.BADDR4, cells.BADDR5],
      [name, cells.NAME, person, company],
    ),
    note: [cells.NOTE, cells.NOTEPAD].filter(Boolean).join(' · '),
    externalId: cells.REFNUM ? `customer ${cells.REFNUM}` : '',
  });
}

/** What a transaction is by its own word; of the rest the lines decide. */
const ownKinds: Readonly<Record<string, RowKind>> = {
  INVOICE: 'charge',
  'STMT CHG': 'charge',
  'STATEMENT CHARGE': 'charge',
  'FINANCE CHARGE': 'charge',
  'FIN CHG': 'charge',
  PAYMENT: 'payment',
  'CREDIT MEMO': 'credit',
};
/** Paid where they were made, or not posted at all: they leave nothing owed. */
const neverOwed = new Set([
  'CASH SALE',
  'CASH REFUND',
  'SALES RECEIPT',
  'ESTIMATE',
  'ESTIMATES',
  'SALES ORDER',
  'PURCHORD',
  'PURCHASE ORDER',
  'BILL',
  'BILL REFUND',
  'BILLPMT',
  'BILL PMT',
  'TRANSFER',
]);
/** Money that came in, when it stands against a receivable. */
const moneyIn = new Set(['DEPOSIT', 'PAYMENT', 'CASH RECEIPT']);

/** Answers how many rows it made. */
function takeTransaction(
  { head, splits }: Transaction,
  receivable: ReadonlySet<string>,
  jobs: Set<string>,
  sink: ShapeSink,
): number {
  const type = (head.cells.TRNSTYPE ?? splits[0]?.cells.TRNSTYPE ?? '').toUpperCase();
  const lines = [head, ...splits];
  const kind = ownKinds[type] ?? null;
  const unreadable = lines.find(({ cells }) => centsOf(cells.AMOUNT ?? '') === null);
  const values = valuesOf(head, head, type, kind);
  if (unreadable) {
    const shown = refusal('amount_unreadable', unreadable.cells.AMOUNT ?? '');
    emit(sink, layout, head.line, kind ?? 'charge', values, shown);
    return 1;
  }
  const cents = lines.map(({ cells }) => centsOf(cells.AMOUNT ?? '') ?? 0);
  const rest = cents.reduce((sum, value) => sum + value, 0);
  if (rest !== 0) {
    const shown = refusal('transaction_unbalanced', type, { differenceCents: rest });
    emit(sink, layout, head.line, kind ?? 'charge', values, shown);
    return 1;
  }
  if (kind !== null) {
    takeOne(head, head, type, kind, cents[0] ?? 0, splits, sink);
    return 1;
  }
  let rows = 0;
  if (!neverOwed.has(type)) {
    for (const [index, own] of lines.entries()) {
      const sum = cents[index] ?? 0;
      if (sum === 0 || (own.cells.NAME ?? '') === '' || !isReceivable(own.cells.ACCNT ?? '', receivable))
        continue;
      takeOne(own, head, type, sum > 0 ? 'charge' : moneyIn.has(type) ? 'payment' : 'credit', sum, [], sink);
      rows += 1;
    }
  }
  if (rows === 0) {
    for (const { line, cells } of lines) {
      const full = cells.NAME ?? '';
      if (!full.includes(':') || jobs.has(full)) continue;
      jobs.add(full);
      emit(sink, layout, line, 'debtor', { type: 'Customer', ...namesOf(full) });
    }
    const text = [type, head.cells.DATE, head.cells.NAME, head.cells.AMOUNT].filter(Boolean).join(' ');
    sink.skip({ line: head.line, why: 'no_debt', text: text.slice(0, 200) });
  }
  return rows;
}

function isReceivable(account: string, receivable: ReadonlySet<string>): boolean {
  const name = account.toLowerCase();
  if (receivable.has(name)) return true;
  return /\b(accounts?|trade|customers?) receivables?\b|^receivables?$|\ba\/r\b/.test(name);
}

/** `own` is the line that counts, `head` the transaction it belongs to. */
function takeOne(
  own: Line,
  head: Line,
  type: string,
  kind: RowKind,
  cents: number,
  splits: readonly Line[],
  sink: ShapeSink,
): void {
  const named = own.cells.NAME !== '' ? own : (splits.find(({ cells }) => (cells.NAME ?? '') !== '') ?? own);
  const values = {
    ...valuesOf(own, head, type, kind),
    ...namesOf(named.cells.NAME ?? ''),
  };
  const day = own.cells.DATE || head.cells.DATE || '';
  const refused = day === '' ? refusal('day_missing') : null;
  if (kind === 'payment') {
    // On the line of the bank it is above zero, on that of the receivable below.
    const sum = own === head ? cents : -cents;
    emit(sink, layout, own.line, kind, { ...values, paymentAmount: plainSum(sum) }, refused);
  } else if (kind === 'credit') {
    emit(sink, layout, own.line, kind, { ...values, amount: plainSum(-cents) }, refused);
  } else {
    emit(sink, layout, own.line, kind, { ...values, amount: plainSum(cents) }, refused);
  }
}

function valuesOf(own: Line, head: Line, type: string, kind: RowKind | null) {
  const { cells } = head;
  const day = own.cells.DATE || cells.DATE || '';
  const number = own.cells.DOCNUM || cells.DOCNUM || '';
  const names = namesOf(own.cells.NAME ?? '');
  const id = cells.TRNSID ?? '';
  const ownId = own === head ? '' : (own.cells.SPLID ?? '');
  const common = {
    type,
    ...names,
    memo: own.cells.MEMO || cells.MEMO || '',
    ...addressOf(
      [cells.ADDR1, cells.ADDR2, cells.ADDR3, cells.ADDR4, cells.ADDR5],
      [names.name, own.cells.NAME],
    ),
    // QuickBooks counts transactions; other programs leave the id out, or count each file anew, so the day is part of it.
    externalId: id === '' || id === '0' ? '' : [type.toLowerCase(), id, ownId, day].filter(Boolean).join(' '),
  };
  if (kind === 'payment')
    return {
      ...common,
      paymentOn: day,
      paymentReference: number,
      paymentMethod: cells.PAYMETH ?? '',
    };
  if (kind === 'credit') return { ...common, reference: number, chargeOn: day };
  return {
    ...common,
    reference: number,
    chargeOn: day,
    dueOn: cells.DUEDATE ?? '',
    status: /^y(es)?$/i.test(cells.PAID ?? '') ? 'Paid' : '',
  };
}
