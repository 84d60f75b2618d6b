/**
 * Tables of QuickBooks' own interface, as connectors write them to a warehouse: names in small letters parted by underscores, ids
 * instead of names. Customers, invoices, payments and credit memos stand by themselves; lines, links and addresses only say
 * something beside another table, so they are refused with the name of the one that holds the sums.
 */
import type { ImportField, RowKind } from '../../import.ts';
import { findHeader, type Header } from './header.ts';
import type { RawRecord, Recognised, SourceShape } from './shape.ts';
import { type RowView, type TableSpec, tableSource } from './table-source.ts';

type Table = {
  readonly name: string;
  readonly has: readonly string[];
  readonly rowKind: RowKind;
  /** Where the sums stand that this table is only a part of. */
  readonly partOf?: string;
  readonly fields: readonly (readonly [ImportField, readonly string[]])[];
};

const tables: readonly Table[] = [
  {
    name: 'invoice lines',
    has: ['invoice id', 'sales item unit price'],
    rowKind: 'charge',
    partOf: 'invoices',
    fields: [],
  },
  {
    name: 'payment lines',
    has: ['payment id', 'invoice id', 'amount'],
    rowKind: 'payment',
    partOf: 'payments',
    fields: [],
  },
  {
    name: 'links between invoices and payments',
    has: ['invoice id', 'payment id'],
    rowKind: 'charge',
    partOf: 'invoices and payments',
    fields: [],
  },
  {
    name: 'addresses',
    has: ['id', 'line 1', 'country sub division code'],
    rowKind: 'address',
    partOf: 'customers',
    fields: [],
  },
  {
    name: 'credit memos',
    has: ['id', 'customer id', 'total amount', 'remaining credit'],
    rowKind: 'credit',
    fields: [
      ['external_id', ['id']],
      ['debtor_reference', ['customer id']],
      ['charge_reference', ['doc number']],
      ['charge_on', ['transaction date']],
      ['credit_amount', ['total amount']],
      ['currency', ['currency id']],
      ['memo', ['private note', 'customer memo']],
    ],
  },
  {
    name: 'payments',
    has: ['id', 'customer id', 'total amount', 'unapplied amount'],
    rowKind: 'payment',
    fields: [
      ['external_id', ['id']],
      ['debtor_reference', ['customer id']],
      ['payment_on', ['transaction date']],
      ['payment_amount', ['total amount']],
      ['payment_reference', ['reference number']],
      ['currency', ['currency id']],
      ['memo', ['private note']],
    ],
  },
  {
    name: 'invoices',
    has: ['id', 'customer id', 'total amount', 'due date', 'balance'],
    rowKind: 'charge',
    fields: [
      ['external_id', ['id']],
      ['debtor_reference', ['customer id']],
      ['charge_on', ['transaction date']],
      ['due_on', ['due date']],
      ['amount', ['total amount']],
      ['balance', ['balance']],
      ['currency', ['currency id']],
      ['memo', ['private note', 'customer memo']],
    ],
  },
  {
    name: 'customers',
    has: ['id', 'display name', 'fully qualified name'],
    rowKind: 'debtor',
    fields: [
      ['debtor_reference', ['id']],
      ['debtor_name', ['display name']],
      ['parent_reference', ['parent customer id']],
      ['email', ['email']],
      ['phone', ['phone number', 'alternate phone number']],
      ['mobile_phone', ['mobile number']],
      ['balance', ['balance']],
      ['currency', ['currency id']],
      ['note', ['notes']],
    ],
  },
];

/** Columns every one of these tables has, or nearly: the marks of the connector. */
const marks = [
  'fivetran synced',
  'fivetran deleted',
  'sync token',
  'airbyte extracted at',
  'sdc batched at',
  'currency id',
  'index',
];

function tableOf(names: readonly string[]): Table | null {
  if (!names.some((name) => marks.includes(name))) return null;
  return tables.find((table) => table.has.every((name) => names.includes(name))) ?? null;
}

const find = (beginning: readonly RawRecord[]): Header | null =>
  findHeader(beginning, (names) => tableOf(names) !== null);

function isDeleted(line: RowView): boolean {
  return /^(?:true|1|t|yes)$/i.test(line('fivetran deleted', 'deleted'));
}

function specOf(table: Table): TableSpec {
  const isInvoice = table.name === 'invoices';
  return {
    source: 'quickbooks.tables',
    called: 'QuickBooks tables',
    needs: [],
    telling: [],
    least: 0,
    rowKind: table.rowKind,
    fields: table.fields,
    kindOf(line) {
      if (isDeleted(line)) return { skip: 'no_debt' };
      return table.rowKind === 'debtor' ? null : table.rowKind;
    },
    made: isInvoice
      ? [
          {
            name: 'Invoice number',
            field: 'charge_reference',
            of: (lines) => lines[0]?.('doc number') || lines[0]?.('id') || '',
          },
        ]
      : [],
    doubt: (sink) => ({
      row: () => undefined,
      end() {
        if (table.rowKind === 'payment' || table.rowKind === 'credit')
          sink.doubt({ code: 'payments_elsewhere', params: {} });
        if (table.rowKind === 'debtor') sink.doubt({ code: 'balances_left', params: {} });
        else sink.doubt({ code: 'names_elsewhere', params: { table: table.name } });
      },
    }),
  };
}

export const quickbooksTables: SourceShape = {
  source: 'quickbooks.tables',
  recognise(beginning): Recognised | null {
    const header = find(beginning);
    const table = header === null ? null : tableOf(header.names);
    if (header === null || table === null) return null;
    return {
      headerLine: header.line,
      because: [`Its columns are those of QuickBooks’ own table of ${table.name}.`],
      sure: 90,
      ...(table.partOf === undefined
        ? {}
        : { refused: { code: 'import.part_of_tables', params: { table: table.name, holds: table.partOf } } }),
    };
  },
  open(asked, sink) {
    const header = find(asked.beginning);
    const table =
      (header === null ? null : tableOf(header.names)) ?? tables.find(({ name }) => name === 'invoices');
    if (table === undefined) throw new Error('there is no table of invoices');
    return tableSource(specOf(table)).open(asked, sink);
  },
};
