/**
 * A list that Duebook wrote: its columns bear the names the program itself uses for what they hold, so that what goes out comes in
 * again without a guess. The names are those of `importFieldWords` (`shared/text`); a test holds the two together.
 */
import { type ImportField, importFields, type RowKind, rowKinds } from '../../import.ts';
import { normaliseHeader } from '../guess-columns.ts';
import { findHeader, quoted } from './header.ts';
import type { SourceShape } from './shape.ts';
import { tableSource } from './table-source.ts';

/** What each field is called at the head of its column. */
export const duebookNames: Readonly<Record<ImportField, string>> = {
  row_type: 'Kind of row',
  debtor_reference: 'Debtor number',
  debtor_name: 'Debtor name',
  first_name: 'First name',
  middle_name: 'Middle name',
  last_name: 'Last name',
  name_suffix: 'Name suffix (Jr, III)',
  business_name: 'Business name',
  alias: 'Other name',
  parent_name: 'Belongs to (name)',
  parent_reference: 'Belongs to (number)',
  debtor_kind: 'Consumer or business',
  birth_date: 'Birth date',
  client_name: 'Client',
  account_number: 'Account number',
  original_creditor: 'Original creditor',
  debt_type: 'Type of debt',
  opened_on: 'Opened on',
  service_on: 'Day of service',
  placed_on: 'Placed on',
  charge_reference: 'Invoice or charge number',
  charge_on: 'Charge day',
  due_on: 'Due day',
  amount: 'Amount',
  interest_amount: 'Interest',
  fees_amount: 'Fees',
  costs_amount: 'Costs',
  paid_amount: 'Paid amount',
  balance: 'Balance',
  settled_on: 'Settled day',
  status: 'Status',
  currency: 'Currency',
  memo: 'Memo',
  payment_on: 'Payment day',
  payment_amount: 'Payment amount',
  payment_method: 'Payment method',
  payment_reference: 'Payment reference',
  check_number: 'Check number',
  credit_amount: 'Money in',
  debit_amount: 'Money out',
  payer: 'Payer',
  held_at: 'Bank account it came to',
  external_id: 'Id in the other program',
  detail: 'Further fact',
  phone: 'Phone',
  mobile_phone: 'Mobile phone',
  home_phone: 'Home phone',
  work_phone: 'Work phone',
  email: 'E-mail',
  address_line1: 'Address line 1',
  address_line2: 'Address line 2',
  city: 'City',
  region: 'State',
  postal_code: 'ZIP code',
  country: 'Country',
  address_block: 'Whole address',
  city_region_postal: 'City, state, ZIP together',
  note: 'Note',
  note_on: 'Day of the note',
  contact_on: 'Day of the contact',
  contact_channel: 'Call, letter or e-mail',
  contact_direction: 'Made or received',
  contact_outcome: 'Outcome of the contact',
};

const fieldOf = new Map<string, ImportField>(
  importFields.map((field) => [normaliseHeader(duebookNames[field]), field]),
);
/** Words that nobody else writes so. */
const own: readonly ImportField[] = [
  'debtor_reference',
  'debtor_name',
  'charge_on',
  'charge_reference',
  'due_on',
  'settled_on',
  'parent_name',
  'parent_reference',
  'row_type',
  'name_suffix',
  'external_id',
  'city_region_postal',
  'service_on',
  'placed_on',
  'contact_channel',
  'contact_direction',
  'contact_outcome',
  'note_on',
  'contact_on',
  'debtor_kind',
  'payment_on',
];
const ownNames = own.map((field) => normaliseHeader(duebookNames[field]));

/** What a row says it is, by its code. */
function kindOf(text: string): RowKind | null {
  return rowKinds.find((kind) => kind === text) ?? null;
}

const table = tableSource({
  source: 'duebook.list',
  called: 'a list from Duebook',
  needs: [],
  telling: [],
  least: 0,
  rowKind: 'charge',
  fields: importFields.map((field) => [field, [normaliseHeader(duebookNames[field])]]),
  kindOf: (line) => kindOf(line(normaliseHeader(duebookNames.row_type))),
});

export const duebookList: SourceShape = {
  source: 'duebook.list',
  recognise(beginning) {
    const header = findHeader(beginning.slice(0, 10), (names, cells) => {
      const filled = cells.filter((cell) => cell.trim() !== '');
      if (filled.length < 2 || !filled.every((cell) => fieldOf.has(normaliseHeader(cell)))) return false;
      return names.filter((name) => ownNames.includes(name)).length >= 2;
    });
    if (header === null) return null;
    return {
      headerLine: header.line,
      because: [`Every column bears a name that Duebook writes: ${quoted(header, header.names)}.`],
      sure: 97,
    };
  },
  open: (asked, sink) => table.open(asked, sink),
};
