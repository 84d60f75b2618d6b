/** Why a row of a file was not taken, what is doubtful about it, and what was found instead of a table. */

import type { OtherContent } from '../domain/import/detect-content.ts';
import type { RowDoubtCode, RowRefusalCode } from '../domain/import/rows/remarks.ts';
import type { ImportField } from '../domain/import.ts';
import { formatDollars } from '../domain/money.ts';
import { importFieldWords } from './labels.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = string | ((params: Params) => string);

const dollars = (value: string | number | undefined) => formatDollars(Number(value ?? 0));

const refusalWords: Readonly<Record<RowRefusalCode, Words>> = {
  stray_quote:
    'A quotation mark stands in the middle of a cell, so the cells cannot be told apart. Correct the row in the file.',
  transaction_unbalanced: ({ differenceCents }) =>
    `The lines of this transaction do not add up to zero (${dollars(differenceCents)} is left over), so none of them is taken. Export it again.`,
  transaction_unfinished:
    'The beginning or the end of this transaction is missing in the file, so its lines are not taken. Export it again.',
  too_few_cells: ({ cells, expected }) =>
    `The row has ${cells} cells where the table has ${expected}. A cell is missing, so the others may have moved.`,
  too_many_cells: ({ cells, expected }) =>
    `The row has ${cells} cells where the table has ${expected}. Perhaps a cell holds the separator without quotation marks.`,
  header_again: 'The names of the columns, again. Nothing is owed on this row.',
  totals_row: 'A row of totals. It is not a debt of its own.',
  row_type_unknown:
    'Duebook does not know this kind of row. Write invoice, payment, credit, customer, account, note, contact, phone or address.',
  debtor_missing: 'Nobody is named who owes this.',
  amount_missing: 'No sum is given.',
  amount_unreadable: 'The sum cannot be read. Write it as 1,234.50.',
  amount_currency:
    'The sum is not in dollars. Bring in other currencies separately, converted, or keep them apart.',
  amount_absurd: ({ mostCents }) =>
    `The sum is above ${dollars(mostCents)}, the most one row may state. Check the decimal sign and the column.`,
  part_unreadable: 'The interest, fees or costs cannot be read. Write them as 1,234.50.',
  part_negative: 'The interest, fees or costs are negative. Correct the row in the file.',
  paid_unreadable: 'The paid sum cannot be read. Write it as 1,234.50.',
  paid_negative: 'The paid sum is negative. Enter refunds by hand on the account they belong to.',
  balance_unreadable: 'The balance cannot be read. Write it as 1,234.50.',
  balance_negative:
    'The balance is negative although the amount is not. Bring the credit in as a row of its own.',
  balance_over_amount: ({ amountCents }) =>
    `The balance is more than the amount (${dollars(amountCents)}). Use only one of the two columns, or correct the row.`,
  sums_disagree: ({ expectedCents }) =>
    `Amount less paid is ${dollars(expectedCents)}, but the balance says otherwise.`,
  day_missing: 'No day is given. Money and contacts count from their day, so it cannot be guessed.',
  day_unreadable: 'This is not a day that exists in the order chosen for dates.',
  day_out_of_range: 'This day cannot be right: the year is before 1900 or after 2199.',
  settled_in_future: 'The settled day is still to come, so it cannot have been paid then.',
  paid_in_future:
    'The day of the payment is still to come. Keep a check dated ahead as a held payment on the account.',
  contact_in_future: 'The day is still to come, so it cannot have happened then.',
  channel_unknown:
    'Duebook does not know this way of contact. Write call, voicemail, email, text, letter or visit.',
  note_missing: 'The row holds no text for the note.',
  phone_missing: 'The row holds no phone number.',
  address_missing: 'The row holds no address.',
  card_number:
    'The text holds what looks like a full card number. Card numbers are not kept in the book; remove it from the file.',
  cell_error:
    'A formula failed here when the file was saved, so the value is not there. Correct the formula in the file, or type the value.',
  text_too_long: ({ most }) => `The text is longer than the ${most} characters this field takes.`,
  duplicate_reference: ({ line }) =>
    `The same row stands on line ${line} of this file already. Only that one is taken.`,
  duplicate_differs: ({ line, cents }) =>
    `The same account has this invoice already on line ${line} of this file, with ${dollars(cents)}. Only that row is taken; correct the one that is wrong.`,
  reference_differs: ({ bookCents }) =>
    `The book already has this charge with ${dollars(bookCents)}. It was left as it is; correct it on the account.`,
  reversed_by_hand: ({ bookCents }) =>
    `This charge was taken back by hand in the book, where it stood with ${dollars(bookCents)}. Enter the new sum on the account.`,
  debtor_ambiguous: ({ count }) =>
    `${count} people have this name and nothing on the row tells them apart. Add a debtor number, phone or ZIP code.`,
  debtor_undecided:
    'Duebook cannot tell whether this is somebody the book has already. Decide it under People.',
  debtor_unknown:
    'Neither this file nor the book has this person at this client. Bring in the accounts first.',
  account_unknown:
    'Neither this file nor the book has this account at this client. Bring in the accounts first.',
  account_other_debtor: ({ name }) =>
    `This account number belongs to ${name}, somebody else than this row names.`,
  account_closed: 'This account is closed in the book. Reopen it first, then bring the file in again.',
};

const doubtWords: Readonly<Record<RowDoubtCode, Words>> = {
  due_before_charge: 'The due day is before the day of the charge. Taken as written.',
  settled_before_charge: 'It was settled before the day of the charge. Taken as written.',
  charge_day_missing: 'No day is given for the charge; the due day or today stands in for it.',
  charge_in_future: 'The day of the charge is still to come. Taken as written.',
  paid_over_amount: 'More was paid than the sum. The rest stays on the account as credit.',
  paid_less_than_book: ({ bookCents }) =>
    `The book has ${dollars(bookCents)} paid on this charge, more than the file. The book was left as it is.`,
  name_differs: 'Another row or the book has a different name under this number. The first name was kept.',
  phone_unreadable: 'This is not a phone number Duebook can dial.',
  email_unreadable: 'This is not an e-mail address. Left out.',
  birth_differs:
    'Another birth date stands in the book or on an earlier row. That one was kept; correct it on the account if it is wrong.',
  birth_unreadable: 'This is no birth date. Left out.',
  debt_type_unknown: 'Duebook does not know this type of debt. The type chosen for the import was taken.',
  status_unknown: 'Duebook does not know this status. The row was taken as open.',
  outcome_unknown: 'Duebook does not know this outcome. It was kept as “other”.',
  contact_holds:
    'What was said here stops collecting. The account is put on hold; record the event on the account so that the law part knows its details.',
  card_cut: 'A card number in the text was cut to its last four digits.',
  kept_apart: ({ currency }) => `The sum is in ${currency}. It was counted, and kept out of the ledger.`,
  money_waits: 'No account was found for this money. It waits under Money received.',
  paid_with_invoice:
    'The invoice came in with what was paid of it, and this payment is in there already. It is not counted once more.',
  repeated_line: ({ line }) => `Line ${line} says the same. Both were taken.`,
};

function wordsOf(words: Words, params: Params): string {
  return typeof words === 'string' ? words : words(params);
}

export function refusalSentence(code: RowRefusalCode, params: Params): string {
  return wordsOf(refusalWords[code], params);
}

export function doubtSentence(code: RowDoubtCode, params: Params): string {
  return wordsOf(doubtWords[code], params);
}

/** Completes `it looks like …`. */
export const contentWords: Readonly<Record<OtherContent, string>> = {
  empty: 'an empty file',
  pdf: 'a PDF document',
  xlsx: 'an Excel workbook',
  xls: 'an old Word, Outlook or Excel file',
  zip: 'a packed archive',
  image: 'a picture',
  json: 'JSON data',
  html: 'a web page',
  xml: 'XML data',
  utf32: 'text in the UTF-32 encoding',
  rtf: 'a formatted text document',
  database: 'a database',
  binary: 'a program’s own data',
  prose: 'text without columns',
};

/** What a guess of a column rests on. */
export function guessReason(field: ImportField, because: 'name' | 'content'): string {
  return because === 'name'
    ? 'by its name'
    : `it holds ${contentReasons[field] ?? importFieldWords[field].toLowerCase()}`;
}

const contentReasons: Partial<Record<ImportField, string>> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  amount: 'sums with cents',
  charge_on: 'days',
  debtor_name: 'names',
  payment_amount: 'sums with cents',
  payment_on: 'days',
  address_block: 'whole addresses',
  city_region_postal: 'cities with state and ZIP code',
};

/** Of a column whose meaning the source fixes. */
export const fromSource = 'as this program writes it';

/** Of a column that was mapped so the last time. */
export function fromProfile(name: string): string {
  return `as you set it in “${name}”`;
}

const readingDoubtWords: Readonly<Record<string, Words>> = {
  hidden_rows: ({ count, line }) =>
    count === 1
      ? `Row ${line} of the sheet is hidden. It is read like the others.`
      : `${count} rows of the sheet are hidden, by hand or by a filter (the first is row ${line}). They are read like the others.`,
  cell_errors: ({ count, line }) =>
    count === 1
      ? `A formula in row ${line} shows an error such as #REF! or #N/A instead of a value. Correct it in the file, or leave the row out.`
      : `Formulas in ${count} rows show errors such as #REF! or #N/A instead of values (the first in row ${line}). Correct them in the file, or leave the rows out.`,
  digits_lost: ({ count, line }) =>
    count === 1
      ? `A number in row ${line} has more than 15 digits. Spreadsheets keep 15, so its last ones may have been lost before the file was saved. Numbers of accounts or cards belong in text cells.`
      : `Numbers in ${count} rows have more than 15 digits (the first in row ${line}). Spreadsheets keep 15, so the last ones may have been lost before the file was saved. Account numbers belong in text cells.`,
  date_ambiguous:
    'Dates could be month/day or day/month: no value tells. Month first was taken; check it with your file.',
  date_mixed:
    'Some dates can only be month/day, others only day/month. The more frequent order was taken; the others will be refused.',
  iif_day_missing: ({ line, count }) =>
    `${Number(count) === 1 ? 'A transaction has a line' : `${count} transactions have lines`} without a day (first: line ${line}). The day of the transaction counts for it; without one it is refused.`,
  iif_no_receivable: ({ count }) =>
    `None of the ${count} transactions touches a receivable account, so no sum is taken from them. If one of their accounts holds what customers owe, export the chart of accounts (!ACCNT) with them.`,
  x12_cut: 'The end of the file (SE) is missing: claims may be missing with it. Ask for the file again.',
  x12_provider_adjusted: ({ payer, cents, reasons }) =>
    `${payer || 'The payer'} changed the payment as a whole by ${dollars(cents)} (${reasons}), not on a claim. It is on no account; the stated total counts it.`,
  x12_patient_differs: ({ line, account, cents, sumCents }) =>
    `Claim ${account} (segment ${line}) says the patient owes ${dollars(cents)}, its adjustments for the patient add up to ${dollars(sumCents)}.`,
  x12_claim_differs: ({ line, account, cents, sumCents }) =>
    `Claim ${account} (segment ${line}) was paid ${dollars(cents)}, but its charge less its adjustments is ${dollars(sumCents)}. The payment is taken as it is.`,
  zips_cut: ({ zip, count }) =>
    `${Number(count) === 1 ? 'A ZIP code has' : 'ZIP codes have'} lost the leading zero (such as ${zip}), as spreadsheets do. It is put back where the state starts with one.`,
  profile_partly: ({ name, columns }) =>
    `The columns were mapped as in “${name}”, but it does not know ${columns}. Check what they mean.`,
  balances_left:
    'Balances of this list are not brought in as long as its rows are debtors: the invoices of another file would count twice. To open the balances themselves, choose “Invoices and charges” as what a row is.',
  payments_elsewhere:
    'If you also bring in the invoices of the same program with what was paid of them, these payments are in there already. Bring in only one of the two.',
  names_elsewhere: ({ table }) =>
    `The table of ${table} names people only by their number. Bring in the table of customers first, so that the numbers find their names.`,
  lines_folded: ({ invoices, lines }) =>
    `${invoices} ${invoices === 1 ? 'invoice has' : 'invoices have'} several lines (${lines} in all), each with the invoice’s whole sum: it counts once.`,
  lines_added: ({ invoices, lines }) =>
    `${invoices} ${invoices === 1 ? 'invoice has' : 'invoices have'} several lines (${lines} in all): their sums were added up.`,
  folded_sums_differ: ({ invoice, amount }) =>
    `The lines of invoice ${invoice} state different sums for the whole invoice. The first, ${amount}, was taken; check it.`,
  refunds_inside: ({ count }) =>
    `${count} of these payments ${count === 1 ? 'was' : 'were'} refunded in part: what was kept is brought in. Those refunded whole are left out.`,
  totals_not_calculated: ({ count }) =>
    `${count} ${count === 1 ? 'total' : 'totals'} of this report stand at zero: the program that wrote it left them uncalculated. They cannot be compared.`,
  no_header: 'No line with the names of the columns was found. The first line is taken as data.',
  encoding_mixed: ({ line }) =>
    `Most of the file is UTF-8, but line ${line} is not; it is read as Windows-1252, so accents may look wrong. Save it again as CSV UTF-8 if names do.`,
};

/** What is doubtful about the file as a whole. */
export function readingDoubtSentence(code: string, params: Params): string {
  const words = Object.hasOwn(readingDoubtWords, code) ? readingDoubtWords[code] : undefined;
  return words === undefined ? code.replaceAll('_', ' ') : wordsOf(words, params);
}
