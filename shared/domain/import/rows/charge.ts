/**
 * An invoice, claim or balance: its sum in its parts, its days, and what was paid of it before. What contradicts itself is refused,
 * so that the sum of the file can always be shared out among what is written and what is not.
 */
import type { Day } from '../../days.ts';
import type { RowCells } from './cells.ts';
import { type StatusMeaning, statusOf } from './word-lists.ts';

export type ChargePlan = {
  readonly settledMeansPaid: boolean;
  readonly openingAsOf: Day | null;
  readonly today: Day;
};

export type ChargeParts = {
  readonly chargeReference: string;
  readonly chargeOn: Day;
  readonly chargeDayKnown: boolean;
  readonly dueOn: Day | null;
  readonly amountCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
  readonly paidCents: number;
  readonly paidOn: Day;
  readonly paidDayKnown: boolean;
  readonly balanceOnly: boolean;
  readonly void: boolean;
};

/** The rest of a charge whose sum (principal, or balance alone) is read; `null` after a refusal. */
export function makeChargeReader(
  row: RowCells,
  plan: ChargePlan,
): (sum: number, balanceOnly: boolean) => ChargeParts | null {
  const { at, remarks } = row;
  const partColumns = [at.interest_amount, at.fees_amount, at.costs_amount] as const;
  const hasParts = partColumns.some((column) => column !== -1);

  function part(column: number): number {
    const cents = row.cents(column, 'part_unreadable') ?? 0;
    if (cents < 0) remarks.refuse('part_negative', column, row.text(column));
    return cents;
  }

  function status(): StatusMeaning {
    const text = row.text(at.status);
    if (text === '') return 'open';
    const meaning = statusOf(text);
    if (meaning === null) remarks.doubt('status_unknown', at.status, text);
    return meaning ?? 'open';
  }

  return (sum, balanceOnly) => {
    let interestCents = 0;
    let feesCents = 0;
    let costsCents = 0;
    if (hasParts && sum >= 0) {
      interestCents = part(partColumns[0]);
      feesCents = part(partColumns[1]);
      costsCents = part(partColumns[2]);
    }
    const chargeRead = row.day(at.charge_on) ?? row.day(at.service_on);
    const dueOn = row.day(at.due_on);
    const settledOn = row.day(at.settled_on);
    if (settledOn !== null && settledOn > plan.today)
      remarks.refuse('settled_in_future', at.settled_on, row.text(at.settled_on));
    if (remarks.refusal !== null) return null;

    const opening = balanceOnly ? plan.openingAsOf : null;
    const chargeDayKnown = chargeRead !== null || opening !== null;
    let chargeOn = chargeRead ?? opening;
    if (chargeOn === null) {
      if (at.charge_on !== -1) remarks.doubt('charge_day_missing', at.charge_on, '');
      chargeOn = dueOn !== null && dueOn <= plan.today ? dueOn : plan.today;
      if (settledOn !== null && settledOn < chargeOn) chargeOn = settledOn;
    } else {
      if (chargeOn > plan.today) remarks.doubt('charge_in_future', at.charge_on, row.text(at.charge_on));
      if (dueOn !== null && dueOn < chargeOn && chargeRead !== null)
        remarks.doubt('due_before_charge', at.due_on, row.text(at.due_on));
      if (settledOn !== null && settledOn < chargeOn)
        remarks.doubt('settled_before_charge', at.settled_on, row.text(at.settled_on));
    }

    const meaning = status();
    const over = interestCents + feesCents + costsCents;
    let amountCents = sum + over;
    let paidCents = 0;
    const paidText = row.text(at.paid_amount);
    const paid = row.cents(at.paid_amount, 'paid_unreadable');
    if (paid !== null && paid < 0 && sum >= 0) remarks.refuse('paid_negative', at.paid_amount, paidText);
    const balanceText = balanceOnly ? '' : row.text(at.balance);
    if (sum < 0) {
      // A credit: what of it was used up already says nothing about what is owed.
      amountCents = sum;
    } else if (balanceText !== '') {
      const balance = row.cents(at.balance, 'balance_unreadable');
      if (balance === null) return null;
      if (balance < 0) remarks.refuse('balance_negative', at.balance, balanceText);
      // Programs disagree whether the amount is the principal or the whole; the balance says which.
      if (over > 0 && sum >= over && sum - (paid ?? 0) === balance) amountCents = sum;
      if (balance > amountCents)
        remarks.refuse('balance_over_amount', at.balance, balanceText, { amountCents });
      else if (paid !== null && amountCents - paid !== balance)
        remarks.refuse('sums_disagree', at.balance, balanceText, { expectedCents: amountCents - paid });
      paidCents = amountCents - balance;
    } else if (!balanceOnly) {
      const settled = settledOn !== null && plan.settledMeansPaid;
      paidCents = paid ?? (settled || meaning === 'paid' ? amountCents : 0);
    }
    if (remarks.refusal !== null) return null;
    if (paidCents > amountCents && sum >= 0) remarks.doubt('paid_over_amount', at.paid_amount, paidText);
    return {
      chargeReference: row.text(at.charge_reference),
      chargeOn,
      chargeDayKnown,
      dueOn,
      amountCents,
      interestCents,
      feesCents,
      costsCents,
      paidCents,
      paidOn: settledOn ?? (chargeOn <= plan.today ? chargeOn : plan.today),
      paidDayKnown: settledOn !== null,
      balanceOnly,
      void: meaning === 'void',
    };
  };
}
