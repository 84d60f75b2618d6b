/**
 * What a payment would do, shown before it is posted: which charges it pays, what stays open of each, what
 * is left over and the balance after. The same rule as the book's (`applyPayment`), over the same charges.
 */
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Day } from '../../../../shared/domain/days.ts';
import { applyPayment, noComponents, type OpenCharge, totalOf } from '../../../../shared/domain/ledger.ts';

export type Charge = OutputOf<'ledger.charges'>['charges'][number];

export type PaymentPreview = {
  /** In the order the money is used. */
  readonly lines: readonly {
    readonly entryId: number;
    readonly reference: string;
    readonly dueOn: Day | null;
    readonly cents: number;
    readonly stillOpenCents: number;
  }[];
  /** Kept as credit for the next charge. */
  readonly unappliedCents: number;
  readonly balanceAfterCents: number;
  /** What is paid beyond the balance; 0 when nothing is. */
  readonly overCents: number;
};

/** `amountCents` from 1. The charges carry one open sum each, so components do not matter to the totals. */
export function previewPayment(
  charges: readonly Charge[],
  amountCents: number,
  balanceCents: number,
): PaymentPreview {
  const open: OpenCharge[] = charges
    .filter((charge) => charge.openCents > 0)
    .map((charge) => ({
      entryId: charge.entryId,
      dueOn: charge.dueOn,
      effectiveOn: charge.effectiveOn,
      open: { ...noComponents, principalCents: charge.openCents },
    }));
  const applied = applyPayment(amountCents, open);
  const byId = new Map(charges.map((charge) => [charge.entryId, charge]));
  const lines = applied.applications.flatMap((application) => {
    const charge = byId.get(application.chargeEntryId);
    if (!charge) return [];
    const cents = totalOf(application.parts);
    const { entryId, reference, dueOn } = charge;
    return [{ entryId, reference, dueOn, cents, stillOpenCents: charge.openCents - cents }];
  });
  return {
    lines,
    unappliedCents: applied.unappliedCents,
    balanceAfterCents: balanceCents - amountCents,
    overCents: Math.max(0, amountCents - Math.max(0, balanceCents)),
  };
}
