/**
 * Why a row is not taken, and what is doubtful about one that is. A row has one reason, the first that was met; doubts do not stop
 * it: they are what a careful clerk would ask about.
 */
export const rowRefusals = [
  'stray_quote',
  // found by a format itself
  'transaction_unbalanced', // differenceCents
  'transaction_unfinished',
  'too_few_cells', // cells, expected
  'too_many_cells', // cells, expected
  'header_again',
  'totals_row',
  'row_type_unknown',
  'debtor_missing',
  'amount_missing',
  'amount_unreadable',
  'amount_currency',
  'amount_absurd', // mostCents
  'part_unreadable',
  'part_negative',
  'paid_unreadable',
  'paid_negative',
  'balance_unreadable',
  'balance_negative',
  'balance_over_amount', // amountCents
  'sums_disagree', // expectedCents
  'day_missing',
  'day_unreadable',
  'day_out_of_range',
  'settled_in_future',
  'paid_in_future',
  'contact_in_future',
  'channel_unknown',
  'note_missing',
  'phone_missing',
  'address_missing',
  'card_number',
  'cell_error',
  'text_too_long', // most
  // found when the rows are held against each other and the book
  'duplicate_reference', // line
  'duplicate_differs', // line, cents
  'reference_differs', // bookCents
  'reversed_by_hand', // bookCents
  'debtor_ambiguous', // count
  'debtor_undecided',
  'debtor_unknown',
  'account_unknown',
  'account_other_debtor', // name
  'account_closed',
] as const;
export type RowRefusalCode = (typeof rowRefusals)[number];

export const rowDoubts = [
  'due_before_charge',
  'settled_before_charge',
  'charge_day_missing',
  'charge_in_future',
  'paid_over_amount',
  'paid_less_than_book', // bookCents
  'name_differs',
  'phone_unreadable',
  'email_unreadable',
  'birth_unreadable',
  'birth_differs',
  'debt_type_unknown',
  'status_unknown',
  'outcome_unknown',
  'contact_holds',
  'card_cut',
  'kept_apart', // currency
  'money_waits',
  'paid_with_invoice',
  'repeated_line', // line
] as const;
export type RowDoubtCode = (typeof rowDoubts)[number];

export type RowRemark<C extends string> = {
  readonly code: C;
  /** Position of the column it is about; `null` when it is about the whole row. */
  readonly column: number | null;
  readonly value: string;
  readonly params: RemarkParams;
};
export type RemarkParams = Readonly<Record<string, string | number>>;
export type RowRefusal = RowRemark<RowRefusalCode>;
export type RowDoubt = RowRemark<RowDoubtCode>;

export const noDoubts: readonly RowDoubt[] = [];
const shown = 200;

/** What the readers of one row have to say about it; begun anew for each row. */
export type Remarks = {
  refusal: RowRefusal | null;
  doubts: RowDoubt[] | null;
  /** Keeps the first. */
  refuse(code: RowRefusalCode, column: number, value: string, params?: RemarkParams): void;
  doubt(code: RowDoubtCode, column: number, value: string, params?: RemarkParams): void;
};

const noParams: RemarkParams = {};

export function makeRemarks(): Remarks {
  const remarks: Remarks = {
    refusal: null,
    doubts: null,
    refuse(code, column, value, params = noParams) {
      remarks.refusal ??= {
        code,
        column: column === -1 ? null : column,
        value: value.slice(0, shown),
        params,
      };
    },
    doubt(code, column, value, params = noParams) {
      remarks.doubts ??= [];
      remarks.doubts.push({
        code,
        column: column === -1 ? null : column,
        value: value.slice(0, shown),
        params,
      });
    },
  };
  return remarks;
}
