/**
 * From one record of a file to one row that may be written, or to the one reason why not. Nothing is repaired
 * silently: what cannot be read exactly is refused with the cell that is wrong, so that the file's total can
 * always be shared out among what is written, what is refused and what was there before.
 *
 * What a row states decides how it is read: `rows/` has one file for each thing there is to say.
 */
import { cutCardData, looksLikeCardNumber } from '../card-number.ts';
import type { Day } from '../days.ts';
import type { Mapping, Reading, RowKind } from '../import.ts';
import { makeCells, readCents } from './rows/cells.ts';
import { makeChargeReader } from './rows/charge.ts';
import { currencyOf, foreignSum } from './rows/currency.ts';
import { makeMoneyReader } from './rows/money-in.ts';
import { longestOf, makePersonReader } from './rows/person.ts';
import {
  makeRemarks,
  noDoubts,
  type RemarkParams,
  type RowDoubt,
  type RowRefusal,
  type RowRefusalCode,
} from './rows/remarks.ts';
import type { CheckedRow, RowAccount } from './rows/row-types.ts';
import { makeSaidReader } from './rows/said.ts';
import { debtTypeOf, rowKindOf } from './rows/word-lists.ts';
import { isBlankRecord } from './sources/shape.ts';

type Counted = {
  readonly rowKind: RowKind;
  readonly currency: string;
  readonly amountCents: number;
};

export type RowOutcome =
  | {
      readonly kind: 'row';
      readonly row: CheckedRow;
      readonly doubts: readonly RowDoubt[];
    }
  /** `amountCents` is the row's sum where it can be read: it counts in the file's total. */
  | {
      readonly kind: 'refused';
      readonly rowKind: RowKind;
      readonly currency: string;
      readonly refusal: RowRefusal;
      readonly amountCents: number | null;
    }
  /** In another currency, kept out of the ledger. */
  | (Counted & { readonly kind: 'apart' })
  /** Nothing is owed on it. */
  | (Counted & { readonly kind: 'nothing' })
  | { readonly kind: 'blank' };

export type RowPlan = {
  readonly reading: Pick<Reading, 'delimiter' | 'decimal' | 'dateOrder'>;
  readonly mapping: Mapping;
  /** What a row states, where neither its source nor a column says so. */
  readonly rowKind?: RowKind;
  readonly settledMeansPaid: boolean;
  readonly openingAsOf?: Day | null;
  readonly foreignCurrency?: 'refuse' | 'apart';
  readonly restoreZeros?: boolean;
  /** The names of the columns; empty without a header. */
  readonly headers: readonly string[];
  /** Today in the user's zone: nothing can have been paid after it. */
  readonly today: Day;
};

/** `kind` is what the source knows the row to be; `null` where it does not. */
export type RowChecker = (
  cells: readonly string[],
  line: number,
  strayQuote: boolean,
  kind?: RowKind | null,
) => RowOutcome;

const blank: RowOutcome = { kind: 'blank' };
const totalsWords = /^(grand |sub ?|report )?totals?\b[:.]?( for .*)?$/i;
/** What a formula that failed shows in Excel and LibreOffice: never a name, an address or a memo. */
const formulaErrors =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$|^Err:\d{3}$/i;

function isFormulaError(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 0x23 || first === 0x45) && formulaErrors.test(text.trim());
}

const noAccount: RowAccount = { originalCreditor: '', debtType: null, openedOn: null, placedOn: null };

/** Makes the checker of one file: the mapping is looked up once, days already read are kept. */
export function makeRowChecker(plan: RowPlan): RowChecker {
  const { mapping, reading } = plan;
  const remarks = makeRemarks();
  const row = makeCells(mapping, reading, remarks);
  const { at } = row;
  const who = makePersonReader(row, { mapping, restoreZeros: plan.restoreZeros ?? true, today: plan.today });
  const chargeOf = makeChargeReader(row, {
    settledMeansPaid: plan.settledMeansPaid,
    openingAsOf: plan.openingAsOf ?? null,
    today: plan.today,
  });
  const money = makeMoneyReader(row, plan.today, plan.headers);
  const said = makeSaidReader(row, { dateOrder: reading.dateOrder, today: plan.today });
  const memoColumns = row.all('memo');
  const noteColumns = row.all('note');
  const textColumns = mapping.flatMap((field, index) =>
    field === null ? [] : [{ index, most: longestOf(field) }],
  );
  const expected = expectedCells(plan);
  const nameColumn = [
    at.debtor_name,
    at.last_name,
    at.business_name,
    at.debtor_reference,
    at.account_number,
  ].find((column) => column !== -1);
  const hasAccountData =
    at.original_creditor !== -1 ||
    at.debt_type !== -1 ||
    at.opened_on !== -1 ||
    at.placed_on !== -1 ||
    at.service_on !== -1;

  function joined(columns: readonly number[], between: string): string {
    let text = '';
    for (const column of columns) {
      const one = row.text(column);
      if (one !== '') text = text === '' ? one : `${text}${between}${one}`;
    }
    return text;
  }

  function accountData(): RowAccount {
    if (!hasAccountData) return noAccount;
    const typeText = row.text(at.debt_type);
    const debtType = typeText === '' ? null : debtTypeOf(typeText);
    if (typeText !== '' && debtType === null) remarks.doubt('debt_type_unknown', at.debt_type, typeText);
    return {
      originalCreditor: row.text(at.original_creditor),
      debtType,
      openedOn: row.day(at.opened_on) ?? row.day(at.service_on),
      placedOn: row.day(at.placed_on),
    };
  }

  return (cells, line, strayQuote, given = null) => {
    if (isBlankRecord(cells)) return blank;
    remarks.refusal = null;
    remarks.doubts = null;
    row.take(cells);

    const typeText = row.text(at.row_type);
    const typed = typeText === '' ? null : rowKindOf(typeText);
    const kind: RowKind = given ?? typed ?? plan.rowKind ?? 'charge';
    const isMoney = kind === 'payment' || kind === 'credit' || kind === 'bank_line';
    const balanceOnly =
      at.amount === -1 ||
      (row.text(at.amount) === '' && row.text(at.balance) !== '' && at.paid_amount === -1);
    const sumColumn =
      kind === 'charge' ? (balanceOnly ? at.balance : at.amount) : isMoney ? money.sumColumn(kind) : -1;
    const sumText = row.text(sumColumn);
    const stated = currencyOf(row.text(at.currency));
    const named = sumText === '' || sumColumn === -1 ? null : foreignSum(sumText);
    const currency = named?.currency ?? stated;
    const sumOf = (): number | null =>
      sumText === '' ? null : readCents(named?.sum ?? sumText, reading.decimal);
    const refused = (): RowOutcome | null =>
      remarks.refusal === null
        ? null
        : {
            kind: 'refused',
            rowKind: kind,
            currency,
            refusal: remarks.refusal,
            amountCents: sumColumn === -1 ? null : (moneySum ?? sumOf()),
          };
    let moneySum: number | null = null;
    const refuse = (
      code: RowRefusalCode,
      column: number = -1,
      params: RemarkParams = {},
      value: string = column === -1 ? '' : row.text(column),
    ): RowOutcome => {
      remarks.refuse(code, column, value, params);
      return refused() ?? blank;
    };

    if (strayQuote) return refuse('stray_quote', -1, {}, cells.join(reading.delimiter));
    if (cells.length < expected) {
      const first = cells.find((text) => text.trim() !== '')?.trim() ?? '';
      if (totalsWords.test(first)) return refuse('totals_row', -1, {}, first);
      return refuse('too_few_cells', -1, { cells: cells.length, expected }, cells.join(reading.delimiter));
    }
    if (cells.length > mapping.length && cells.slice(mapping.length).some((text) => text.trim() !== '')) {
      const params = { cells: cells.length, expected: mapping.length };
      return refuse('too_many_cells', -1, params, cells.slice(mapping.length).join(reading.delimiter));
    }
    if (plan.headers.length > 0 && isHeader(cells, plan.headers))
      return refuse('header_again', -1, {}, cells[0] ?? '');
    if (given === null && typeText !== '' && typed === null) return refuse('row_type_unknown', at.row_type);

    const name = who.name();
    if (
      totalsWords.test(name) ||
      (name === '' && totalsWords.test(cells.find((text) => text.trim() !== '')?.trim() ?? ''))
    ) {
      return refuse('totals_row', at.debtor_name, {}, name);
    }
    const accountNumber = row.text(at.account_number);
    if (!isMoney && name === '' && accountNumber === '' && row.text(at.debtor_reference) === '')
      return refuse('debtor_missing', nameColumn ?? -1, {}, '');
    for (const { index, most } of textColumns) {
      if (isFormulaError(cells[index] ?? '')) return refuse('cell_error', index);
      if ((cells[index]?.length ?? 0) > most && row.text(index).length > most)
        return refuse('text_too_long', index, { most });
    }

    const states = kind === 'charge' || isMoney;
    if (states && currency !== 'USD') {
      const cents = sumOf();
      if (plan.foreignCurrency === 'apart' && cents !== null)
        return { kind: 'apart', rowKind: kind, currency, amountCents: cents };
      return refuse('amount_currency', named === null && at.currency !== -1 ? at.currency : sumColumn);
    }

    const memo = joined(memoColumns, ' · ');
    const clean = (): string => {
      if (memo.length < 13 || !looksLikeCardNumber(memo)) return memo;
      if (!isMoney) {
        remarks.refuse(
          'card_number',
          memoColumns[0] ?? -1,
          memo.replace(/\p{Nd}(?=(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){4})/gu, '•'),
        );
        return '';
      }
      // Money is never turned away for its memo; the number is cut out of it.
      const cut = cutCardData(memo);
      remarks.doubt('card_cut', memoColumns[0] ?? -1, cut);
      return cut;
    };
    const base = (cents: number) => ({
      line,
      cents,
      clientName: row.text(at.client_name),
      accountNumber,
      externalId: row.text(at.external_id),
      person: who.person(),
    });
    const taken = (checked: CheckedRow): RowOutcome =>
      refused() ?? { kind: 'row', row: checked, doubts: remarks.doubts ?? noDoubts };

    if (kind === 'charge') {
      if (sumText === '') return refuse('amount_missing', sumColumn);
      const sum = row.cents(sumColumn, 'amount_unreadable');
      if (sum === null) return refused() ?? blank;
      const parts = chargeOf(sum, balanceOnly);
      if (parts === null) return refused() ?? blank;
      const owed = parts.amountCents === 0 && !balanceOnly;
      if (owed) return { kind: 'nothing', rowKind: kind, currency, amountCents: sum };
      return taken({ ...base(parts.amountCents), kind, account: accountData(), ...parts, memo: clean() });
    }
    if (isMoney) {
      moneySum = money.sum(kind, given !== null || typed !== null);
      if (moneySum === null) return refused() ?? blank;
      if (moneySum === 0) return { kind: 'nothing', rowKind: kind, currency, amountCents: 0 };
      const parts = money.parts(kind, moneySum);
      if (parts === null) return refused() ?? blank;
      return taken({ ...base(moneySum), kind, ...parts, memo: clean() });
    }
    if (kind === 'note') {
      const text = joined(noteColumns.length === 0 ? memoColumns : noteColumns, '\n');
      if (text === '') return refuse('note_missing', noteColumns[0] ?? -1);
      if (looksLikeCardNumber(text)) remarks.doubt('card_cut', noteColumns[0] ?? -1, cutCardData(text));
      return taken({ ...base(0), kind, text: cutCardData(text), at: said.moment(at.note_on) });
    }
    if (kind === 'contact') {
      const contact = said.contact();
      if (contact === null) return refused() ?? blank;
      const text = cutCardData(joined([...noteColumns, ...memoColumns], '\n'));
      return taken({ ...base(0), kind, ...contact, text });
    }
    const person = base(0);
    if (kind === 'phone' && person.person.phones.length === 0)
      return refuse('phone_missing', row.all('phone')[0] ?? -1);
    if (kind === 'address' && person.person.address === null)
      return refuse('address_missing', at.address_line1);
    return taken({ ...person, kind, account: accountData(), memo: clean() });
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

function isHeader(cells: readonly string[], headers: readonly string[]): boolean {
  for (let index = 0; index < headers.length; index += 1) {
    if ((cells[index] ?? '').trim() !== headers[index]) return false;
  }
  return true;
}
