/**
 * From one record of a file to one row that may be written, or to the one reason why not. Nothing is repaired
 * silently: what cannot be read exactly is refused with the cell that is wrong, so that the file's total can
 * always be shared out among what is written, what is refused and what was there before.
 *
 * Doubts do not stop a row. They are what a careful clerk would ask about.
 */

import { looksLikeCardNumber } from '../card-number.ts';
import { type Day, earliestDay, latestDay } from '../days.ts';
import { type ImportField, importLimits, type Mapping, type Reading } from '../import.ts';
import { parseMoney } from '../money.ts';
import { plainLine } from '../plain-line.ts';
import { readDay } from './read-day.ts';

export const rowRefusals = [
  'stray_quote',
  // found by a format itself
  'transaction_unbalanced', // differenceCents
  'transaction_unfinished',
  'day_missing',
  'too_few_cells', // cells, expected
  'too_many_cells', // cells, expected
  'header_again',
  'totals_row',
  'debtor_missing',
  'amount_missing',
  'amount_unreadable',
  'amount_currency',
  'amount_zero',
  'amount_negative',
  'amount_absurd', // mostCents
  'paid_unreadable',
  'paid_negative',
  'balance_unreadable',
  'balance_negative',
  'balance_over_amount', // amountCents
  'sums_disagree', // expectedCents
  'day_unreadable',
  'day_out_of_range',
  'settled_in_future',
  'card_number',
  'text_too_long', // most
  // found when the rows are held against each other and the book
  'duplicate_reference', // line
  'reference_differs', // bookCents
  'debtor_ambiguous', // count
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
  'name_differs',
  'phone_unreadable',
  'email_unreadable',
] as const;
export type RowDoubtCode = (typeof rowDoubts)[number];

export type RowRemark<C extends string> = {
  readonly code: C;
  /** Position of the column it is about; `null` when it is about the whole row. */
  readonly column: number | null;
  readonly value: string;
  readonly params: Readonly<Record<string, string | number>>;
};
export type RowRefusal = RowRemark<RowRefusalCode>;
export type RowDoubt = RowRemark<RowDoubtCode>;

export type CheckedRow = {
  readonly line: number;
  readonly reference: string;
  /** As written in the file; empty when only a reference names the debtor. */
  readonly name: string;
  readonly accountNumber: string;
  readonly chargeReference: string;
  readonly chargeOn: Day;
  /** False when another day stands in for one the file does not give. */
  readonly chargeDayKnown: boolean;
  readonly dueOn: Day | null;
  readonly amountCents: number;
  /** What was paid of this charge before the import; 0 for nothing. */
  readonly paidCents: number;
  /** The day of that payment; the charge's own day when the file does not say. */
  readonly paidOn: Day;
  readonly paidDayKnown: boolean;
  readonly memo: string;
  readonly originalCreditor: string;
  readonly phone: string;
  readonly email: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
};

export type RowOutcome =
  | { readonly kind: 'row'; readonly row: CheckedRow; readonly doubts: readonly RowDoubt[] }
  /** `amountCents` is the row's sum where it can be read: it counts in the file's total. */
  | { readonly kind: 'refused'; readonly refusal: RowRefusal; readonly amountCents: number | null }
  | { readonly kind: 'blank' };

export type RowPlan = {
  readonly reading: Reading;
  readonly mapping: Mapping;
  readonly settledMeansPaid: boolean;
  /** The names of the columns; empty without a header. */
  readonly headers: readonly string[];
  /** Today in the user's zone: nothing can have been paid after it. */
  readonly today: Day;
};

export type RowChecker = (cells: readonly string[], line: number, strayQuote: boolean) => RowOutcome;

/** Longest text a field takes, in characters. */
const longest: Partial<Record<ImportField, number>> = { memo: 2000 };
const longestOther = 200;

const noDoubts: readonly RowDoubt[] = [];
const totalsWords = /^(grand |sub ?|report )?totals?\b[:.]?( for .*)?$/i;
const foreignMoney = /[€£¥₹₽₩₺₴₪฿]|\b(EUR|GBP|CAD|AUD|MXN|JPY|CHF|NZD|INR)\b|C\$|A\$/i;

/** Makes the checker of one file: the mapping is looked up once, days already read are kept. */
export function makeRowChecker(plan: RowPlan): RowChecker {
  const { mapping, reading } = plan;
  const at = (field: ImportField): number => mapping.indexOf(field);
  const columns = {
    reference: at('debtor_reference'),
    name: at('debtor_name'),
    first: at('first_name'),
    last: at('last_name'),
    account: at('account_number'),
    charge: at('charge_reference'),
    chargeOn: at('charge_on'),
    dueOn: at('due_on'),
    amount: at('amount'),
    paid: at('paid_amount'),
    balance: at('balance'),
    settledOn: at('settled_on'),
    creditor: at('original_creditor'),
    phone: at('phone'),
    email: at('email'),
    line1: at('address_line1'),
    line2: at('address_line2'),
    city: at('city'),
    region: at('region'),
    postalCode: at('postal_code'),
  };
  const memoColumns = mapping.flatMap((field, index) => (field === 'memo' ? [index] : []));
  const textColumns = mapping.flatMap((field, index) =>
    field === null ? [] : [{ index, most: longest[field] ?? longestOther }],
  );
  const expected = expectedCells(plan);
  const days = new Map<string, Day | null>();

  function dayOf(text: string): Day | null {
    let day = days.get(text);
    if (day === undefined) {
      day = readDay(text, reading.dateOrder);
      if (days.size < 50_000) days.set(text, day);
    }
    return day;
  }

  return (cells, line, strayQuote) => {
    if (isBlankRecord(cells)) return { kind: 'blank' };
    const cell = (column: number): string => (column === -1 ? '' : plainLine(cells[column] ?? ''));
    const amountText = cell(columns.amount);
    const balanceText = cell(columns.balance);
    const sumText = columns.amount === -1 ? balanceText : amountText;
    const sumColumn = columns.amount === -1 ? columns.balance : columns.amount;
    const sum = sumText === '' ? null : readCents(sumText, reading.decimal);
    const refuse = (
      code: RowRefusalCode,
      column: number | null = null,
      params: Readonly<Record<string, string | number>> = {},
      value: string = column === null ? '' : cell(column),
    ): RowOutcome => ({
      kind: 'refused',
      refusal: { code, column, value: value.slice(0, 200), params },
      amountCents: sum,
    });

    if (strayQuote) return refuse('stray_quote', null, {}, cells.join(reading.delimiter));
    if (cells.length < expected) {
      const first = cells.find((text) => text.trim() !== '')?.trim() ?? '';
      if (totalsWords.test(first)) return refuse('totals_row', null, {}, first);
      return refuse('too_few_cells', null, { cells: cells.length, expected }, cells.join(reading.delimiter));
    }
    if (cells.length > mapping.length && cells.slice(mapping.length).some((text) => text.trim() !== '')) {
      const params = { cells: cells.length, expected: mapping.length };
      return refuse('too_many_cells', null, params, cells.slice(mapping.length).join(reading.delimiter));
    }
    if (plan.headers.length > 0 && isHeader(cells, plan.headers))
      return refuse('header_again', null, {}, cells[0] ?? '');

    const reference = cell(columns.reference);
    let name = cell(columns.name);
    if (name === '') {
      const first = cell(columns.first);
      const last = cell(columns.last);
      name = first === '' ? last : last === '' ? first : `${first} ${last}`;
    }
    const accountNumber = cell(columns.account);
    const chargeReference = cell(columns.charge);
    if (
      totalsWords.test(name) ||
      (name === '' && totalsWords.test(cells.find((text) => text.trim() !== '')?.trim() ?? ''))
    ) {
      return refuse('totals_row', columns.name === -1 ? null : columns.name, {}, name);
    }
    if (name === '' && reference === '') {
      const column =
        columns.name !== -1 ? columns.name : columns.last !== -1 ? columns.last : columns.reference;
      return refuse('debtor_missing', column);
    }
    for (const { index, most } of textColumns) {
      if ((cells[index]?.length ?? 0) > most && cell(index).length > most)
        return refuse('text_too_long', index, { most });
    }

    if (sumText === '') return refuse('amount_missing', sumColumn);
    if (sum === null) {
      return refuse(foreignMoney.test(sumText) ? 'amount_currency' : 'amount_unreadable', sumColumn);
    }
    if (sum < 0) return refuse('amount_negative', sumColumn);
    if (sum === 0) return refuse('amount_zero', sumColumn);
    if (sum > importLimits.rowCents)
      return refuse('amount_absurd', sumColumn, { mostCents: importLimits.rowCents });

    const doubts: RowDoubt[] = [];
    const doubt = (code: RowDoubtCode, column: number, value: string = cell(column)) =>
      doubts.push({ code, column: column === -1 ? null : column, value: value.slice(0, 200), params: {} });

    const chargeText = cell(columns.chargeOn);
    const dueText = cell(columns.dueOn);
    const settledText = cell(columns.settledOn);
    let chargeOn: Day | null = null;
    let dueOn: Day | null = null;
    let settledOn: Day | null = null;
    if (chargeText !== '') {
      chargeOn = dayOf(chargeText);
      if (chargeOn === null) return refuse('day_unreadable', columns.chargeOn);
      if (chargeOn < earliestDay || chargeOn > latestDay) return refuse('day_out_of_range', columns.chargeOn);
    }
    if (dueText !== '') {
      dueOn = dayOf(dueText);
      if (dueOn === null) return refuse('day_unreadable', columns.dueOn);
      if (dueOn < earliestDay || dueOn > latestDay) return refuse('day_out_of_range', columns.dueOn);
    }
    if (settledText !== '') {
      settledOn = dayOf(settledText);
      if (settledOn === null) return refuse('day_unreadable', columns.settledOn);
      if (settledOn < earliestDay) return refuse('day_out_of_range', columns.settledOn);
      if (settledOn > plan.today) return refuse('settled_in_future', columns.settledOn);
    }
    const chargeDayKnown = chargeOn !== null;
    if (chargeOn === null) {
      if (columns.chargeOn !== -1) doubt('charge_day_missing', columns.chargeOn);
      chargeOn = dueOn !== null && dueOn <= plan.today ? dueOn : plan.today;
      if (settledOn !== null && settledOn < chargeOn) chargeOn = settledOn;
    } else {
      if (chargeOn > plan.today) doubt('charge_in_future', columns.chargeOn);
      if (dueOn !== null && dueOn < chargeOn) doubt('due_before_charge', columns.dueOn);
      if (settledOn !== null && settledOn < chargeOn) doubt('settled_before_charge', columns.settledOn);
    }

    let paidCents = 0;
    const paidText = cell(columns.paid);
    const paid = paidText === '' ? null : readCents(paidText, reading.decimal);
    if (paidText !== '' && paid === null) return refuse('paid_unreadable', columns.paid);
    if (paid !== null && paid < 0) return refuse('paid_negative', columns.paid);
    if (columns.amount !== -1 && balanceText !== '') {
      const balance = readCents(balanceText, reading.decimal);
      if (balance === null) return refuse('balance_unreadable', columns.balance);
      if (balance < 0) return refuse('balance_negative', columns.balance);
      if (balance > sum) return refuse('balance_over_amount', columns.balance, { amountCents: sum });
      if (paid !== null && sum - paid !== balance) {
        return refuse('sums_disagree', columns.balance, { expectedCents: sum - paid });
      }
      paidCents = sum - balance;
    } else if (columns.amount !== -1) {
      paidCents = paid ?? (settledOn !== null && plan.settledMeansPaid ? sum : 0);
    }
    if (paidCents > importLimits.rowCents) return refuse('paid_unreadable', columns.paid);
    if (paidCents > sum) doubt('paid_over_amount', columns.paid);

    let memo = '';
    for (const column of memoColumns) {
      const text = cell(column);
      if (text !== '') memo = memo === '' ? text : `${memo} · ${text}`;
    }
    if (memo.length >= 13 && looksLikeCardNumber(memo)) {
      return refuse(
        'card_number',
        memoColumns[0] ?? null,
        {},
        memo.replace(/\p{Nd}(?=(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){4})/gu, '•'),
      );
    }
    const paidDayKnown = settledOn !== null;
    return {
      kind: 'row',
      row: {
        line,
        reference,
        name,
        accountNumber,
        chargeReference,
        chargeOn,
        chargeDayKnown,
        dueOn,
        amountCents: sum,
        paidCents,
        paidOn: settledOn ?? (chargeOn <= plan.today ? chargeOn : plan.today),
        paidDayKnown,
        memo,
        originalCreditor: cell(columns.creditor),
        phone: cell(columns.phone),
        email: cell(columns.email),
        line1: cell(columns.line1),
        line2: cell(columns.line2),
        city: cell(columns.city),
        region: cell(columns.region),
        postalCode: cell(columns.postalCode),
      },
      doubts: doubts.length === 0 ? noDoubts : doubts,
    };
  };
}

/**
 * How many cells a record must have: up to the last column that has a name or a field. Programs leave out
 * empty cells behind it, but a record that is shorter has lost a cell somewhere and its columns have moved.
 */
function expectedCells(plan: RowPlan): number {
  let last = plan.mapping.length;
  while (
    last > 0 &&
    (plan.headers[last - 1] ?? '').trim() === '' &&
    (plan.mapping[last - 1] ?? null) === null
  )
    last -= 1;
  return last;
}

export function isBlankRecord(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

function isHeader(cells: readonly string[], headers: readonly string[]): boolean {
  for (let index = 0; index < headers.length; index += 1) {
    if ((cells[index] ?? '').trim() !== headers[index]) return false;
  }
  return true;
}

/** Cents of a plain `1234.50` without detours; anything else goes through the full reading. `null` if none. */
export function readCents(text: string, decimal: '.' | ','): number | null {
  const length = text.length;
  const sign = decimal === '.' ? 46 : 44;
  if (length >= 4 && length <= 12 && text.charCodeAt(length - 3) === sign) {
    let cents = 0;
    for (let index = 0; index < length; index += 1) {
      if (index === length - 3) continue;
      const digit = text.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) {
        cents = -1;
        break;
      }
      cents = cents * 10 + digit;
    }
    if (cents >= 0) return cents;
  }
  const read = parseMoney(text, decimal);
  return read.ok ? read.value : null;
}
