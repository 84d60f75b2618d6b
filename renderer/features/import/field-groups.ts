/** What a column can mean, in groups as a clerk thinks of them. */
import { type ImportField, importFields, type RowKind } from '../../../shared/domain/import.ts';
import { importFieldWords } from '../../../shared/text/labels.ts';

const groups: readonly { readonly group: string; readonly fields: readonly ImportField[] }[] = [
  {
    group: 'Who owes',
    fields: [
      'debtor_name',
      'first_name',
      'middle_name',
      'last_name',
      'name_suffix',
      'business_name',
      'debtor_reference',
      'alias',
      'birth_date',
      'debtor_kind',
      'parent_name',
      'parent_reference',
    ],
  },
  {
    group: 'What is owed',
    fields: [
      'amount',
      'balance',
      'paid_amount',
      'interest_amount',
      'fees_amount',
      'costs_amount',
      'charge_reference',
      'charge_on',
      'due_on',
      'settled_on',
      'status',
      'currency',
      'memo',
    ],
  },
  {
    group: 'Which account',
    fields: [
      'account_number',
      'client_name',
      'original_creditor',
      'debt_type',
      'service_on',
      'opened_on',
      'placed_on',
      'external_id',
    ],
  },
  {
    group: 'Money received',
    fields: [
      'payment_amount',
      'payment_on',
      'payment_method',
      'payment_reference',
      'check_number',
      'payer',
      'credit_amount',
      'debit_amount',
      'held_at',
    ],
  },
  {
    group: 'How to reach them',
    fields: [
      'phone',
      'mobile_phone',
      'home_phone',
      'work_phone',
      'email',
      'address_line1',
      'address_line2',
      'city',
      'region',
      'postal_code',
      'country',
      'city_region_postal',
      'address_block',
    ],
  },
  {
    group: 'What was said',
    fields: ['note', 'note_on', 'contact_on', 'contact_channel', 'contact_direction', 'contact_outcome'],
  },
  { group: 'The row itself', fields: ['row_type', 'detail'] },
];

export const groupedFields: readonly ImportField[] = groups.flatMap(({ fields }) => fields);

export const fieldOptions = [
  { value: '', label: 'Leave out' },
  ...groups.map(({ group, fields }) => ({
    group,
    items: fields.map((field) => ({ value: field, label: importFieldWords[field] })),
  })),
];

export function fieldOf(value: string): ImportField | null {
  return importFields.find((field) => field === value) ?? null;
}

/** One line below the choice of what the rows are. */
export const rowKindHints: Readonly<Record<RowKind, string>> = {
  charge: 'One invoice, bill or balance in each row, with who owes it.',
  debtor: 'One person or business in each row; nothing is charged.',
  account: 'One debt in each row, without a sum.',
  payment: 'One payment in each row, for an account the book or the file has.',
  credit: 'One sum in each row that is taken off without being paid.',
  note: 'One note in each row, for an account or person the book has.',
  contact: 'One call, letter or e-mail in each row. They count for the limits on calls.',
  phone: 'One phone number in each row, for somebody the book has.',
  address: 'One address in each row, for somebody the book has.',
  bank_line: 'One deposit in each row. Each waits under Money received until its account is known.',
};
