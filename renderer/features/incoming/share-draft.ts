/** The accounts an item is to be put on, as they are being chosen: kept as a draft, so it is checked when it comes back. */
import { z } from 'zod';
import type { IncomingProposal, IncomingShare } from '../../../shared/contract/incoming.ts';
import { type PaymentMethod, paymentMethods } from '../../../shared/domain/ledger.ts';
import { formatCents, parseMoney } from '../../../shared/domain/money.ts';

const chosen = z.strictObject({
  accountId: z.int().min(1),
  accountNumber: z.string(),
  debtorName: z.string(),
  balanceCents: z.int(),
  disputed: z.boolean(),
  closed: z.boolean(),
  /** As typed. */
  amount: z.string().max(40),
  charges: z.array(z.strictObject({ entryId: z.int().min(1), reference: z.string() })),
  /** Whether the charges the payer named are paid first. */
  follow: z.boolean(),
});
export type ChosenShare = z.output<typeof chosen>;

export const shareDraft = z.strictObject({
  shares: z.array(chosen).max(100),
  method: z.enum(paymentMethods).nullable(),
  named: z.boolean(),
  overpay: z.boolean(),
  heldPaymentId: z.int().min(1).nullable(),
});
export type ShareDraft = z.output<typeof shareDraft>;

export const emptyDraft: ShareDraft = {
  shares: [],
  method: null,
  named: false,
  overpay: false,
  heldPaymentId: null,
};

export function chosenOf(
  share: Omit<IncomingShare, 'clientName'>,
  amountCents: number = share.amountCents,
): ChosenShare {
  return {
    accountId: share.accountId,
    accountNumber: share.accountNumber,
    debtorName: share.debtorName,
    balanceCents: share.balanceCents,
    disputed: share.disputed,
    closed: share.closed,
    amount: formatCents(amountCents),
    charges: share.charges,
    follow: true,
  };
}

/** A proposal taken over whole. */
export function draftOf(proposal: IncomingProposal): ShareDraft {
  return {
    ...emptyDraft,
    shares: proposal.shares.map((share) => chosenOf(share)),
    heldPaymentId: proposal.heldPaymentId,
  };
}

/** `null` for what is no sum above zero. */
export function centsOf({ amount }: Pick<ChosenShare, 'amount'>): number | null {
  const read = parseMoney(amount);
  return read.ok && read.value > 0 ? read.value : null;
}

export type DraftState = {
  readonly sumCents: number;
  /** What stays open; below zero when the parts come to too much. */
  readonly restCents: number;
  readonly valid: boolean;
};

export function stateOfDraft({ shares }: Pick<ShareDraft, 'shares'>, openCents: number): DraftState {
  const sums = shares.map(centsOf);
  const sumCents = sums.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
  const restCents = openCents - sumCents;
  return {
    sumCents,
    restCents,
    valid: shares.length > 0 && sums.every((cents) => cents !== null) && restCents >= 0,
  };
}

/** What goes to the book; `null` while something is missing. */
export function inputOf(incomingId: number, draft: ShareDraft, openCents: number, method: PaymentMethod) {
  if (!stateOfDraft(draft, openCents).valid) return null;
  const held = draft.shares.length === 1 ? draft.heldPaymentId : null;
  return {
    incomingId,
    shares: draft.shares.map((share) => ({
      accountId: share.accountId,
      amountCents: centsOf(share) ?? 0,
      charges: share.follow ? share.charges.map(({ entryId }) => entryId) : [],
    })),
    method: draft.method ?? method,
    named: draft.named,
    allowOverpayment: draft.overpay,
    heldPaymentId: held,
  };
}
