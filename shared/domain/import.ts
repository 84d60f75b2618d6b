/** What a row of a file can say, in the field's own words. */
export const importFields = [
  'debtor_reference',
  'debtor_name',
  'first_name',
  'last_name',
  'account_number',
  'charge_reference',
  'charge_on',
  'due_on',
  'amount',
  'paid_amount',
  'balance',
  'settled_on',
  'memo',
  'original_creditor',
  'phone',
  'email',
  'address_line1',
  'address_line2',
  'city',
  'region',
  'postal_code',
] as const;
export type ImportField = (typeof importFields)[number];

/** Order of the parts of a numeric date. */
export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];
