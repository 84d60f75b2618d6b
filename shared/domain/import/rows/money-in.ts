/** Payments, credits and lines of a bank: one sum, one day, and everything that tells whose it is. */
import { cutCardData, holdsCardData } from '../../card-number.ts';
import type { Day } from '../../days.ts';
import type { PaymentMethod } from '../../ledger.ts';
import type { RowCells } from './cells.ts';
import { paymentMethodOf } from './word-lists.ts';

export type MoneyKind = 'payment' | 'credit' | 'bank_line';

export type MoneyParts = {
  readonly on: Day;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly methodText: string;
  readonly reference: string;
  readonly checkNumber: string;
  readonly payer: string;
  readonly heldAt: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly chargeReference: string;
};

export type MoneyReader = {
  /** The column the sum of a row of this kind is read from; -1 for none. */
  sumColumn(kind: MoneyKind): number;
  /** What lowers the debt is above zero; `null` after a refusal or for nothing at all. */
  sum(kind: MoneyKind, kindOfRow: boolean): number | null;
  parts(kind: MoneyKind, amountCents: number): MoneyParts | null;
};

const noFacts: readonly { readonly label: string; readonly value: string }[] = [];

export function makeMoneyReader(row: RowCells, today: Day, headers: readonly string[]): MoneyReader {
  const { at, remarks } = row;
  const factColumns = row.all('detail');

  function factsOf() {
    if (factColumns.length === 0) return noFacts;
    return factColumns.flatMap((column) => {
      const value = row.text(column);
      return value === '' ? [] : [{ label: headers[column] ?? '', value }];
    });
  }

  function sumColumn(kind: MoneyKind): number {
    const filled = (columns: readonly number[]) =>
      columns.find((column) => column !== -1 && row.text(column) !== '') ??
      columns.find((column) => column !== -1) ??
      -1;
    if (kind === 'credit') return filled([at.credit_amount, at.payment_amount, at.amount, at.balance]);
    if (kind === 'bank_line')
      return filled([at.credit_amount, at.debit_amount, at.payment_amount, at.amount]);
    return filled([at.payment_amount, at.credit_amount, at.paid_amount, at.amount]);
  }

  return {
    sumColumn,
    sum(kind, kindOfRow) {
      if (kind === 'bank_line' && (at.credit_amount !== -1 || at.debit_amount !== -1)) {
        const into = row.cents(at.credit_amount, 'amount_unreadable') ?? 0;
        const out = row.cents(at.debit_amount, 'amount_unreadable') ?? 0;
        // Money out is written with a sign by some banks and without by others.
        if (into !== 0 || out !== 0) return into - Math.abs(out);
        if (at.payment_amount === -1 && at.amount === -1) return remarks.refusal === null ? 0 : null;
      }
      const column = sumColumn(kind);
      const cents = row.cents(column, 'amount_unreadable');
      if (cents === null) {
        if (remarks.refusal === null) remarks.refuse('amount_missing', column, '');
        return null;
      }
      if (kind === 'credit') return Math.abs(cents);
      // In a list of every kind of entry, what lowers the debt is written below zero.
      const mixed = kindOfRow && column === at.amount && kind === 'payment';
      return mixed ? Math.abs(cents) : cents;
    },
    parts(kind, amountCents) {
      const column = [at.payment_on, at.settled_on, at.charge_on].find(
        (one) => one !== -1 && row.text(one) !== '',
      );
      const on = row.day(column ?? -1);
      if (remarks.refusal !== null) return null;
      if (on === null) {
        remarks.refuse('day_missing', at.payment_on, '');
        return null;
      }
      if (on > today && kind !== 'bank_line') {
        remarks.refuse('paid_in_future', column ?? -1, row.text(column ?? -1));
        return null;
      }
      const methodText = row.text(at.payment_method);
      const known = methodText === '' ? null : paymentMethodOf(methodText);
      const checkNumber = row.text(at.check_number);
      const reference = row.text(at.payment_reference);
      return {
        on,
        amountCents,
        method: known ?? (checkNumber === '' ? 'other' : 'cheque'),
        methodText: known === null ? methodText : '',
        reference: holdsCardData(reference) ? cutAnd(at.payment_reference, reference) : reference,
        checkNumber,
        payer: row.text(at.payer),
        heldAt: row.text(at.held_at),
        facts: factsOf(),
        chargeReference: row.text(at.charge_reference),
      };
    },
  };

  function cutAnd(column: number, text: string): string {
    const cut = cutCardData(text);
    remarks.doubt('card_cut', column, cut);
    return cut;
  }
}
