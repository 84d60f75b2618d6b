/**
 * The ledger: entries that are only ever appended. Each has four components; together they move the
 * balance up (charges) or down (payments). A balance is a sum over entries, never a stored truth.
 */
import type { Day } from './days.ts';

export const entryKinds = [
  'charge',
  'fee',
  'cost',
  'interest',
  'payment',
  'credit',
  'adjustment',
  'settlement',
  'write_off',
  'refund',
  'reversal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export const paymentMethods = [
  'cash',
  'cheque',
  'card',
  'ach',
  'money_order',
  'online',
  'insurance',
  'garnishment',
  'other',
] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** How a payment was spread over charges. Kept with every application, so a figure can be explained later. */
export const applicationRules = ['oldest_due_first', 'named_charge', 'reversal'] as const;
export type ApplicationRule = (typeof applicationRules)[number];

export type Components = {
  readonly principalCents: number;
  readonly interestCents: number;
  readonly feesCents: number;
  readonly costsCents: number;
};

export const noComponents: Components = { principalCents: 0, interestCents: 0, feesCents: 0, costsCents: 0 };

export function totalOf(parts: Components): number {
  return parts.principalCents + parts.interestCents + parts.feesCents + parts.costsCents;
}

/** What is still open of one charge, fee, cost or interest entry, by component. */
export type OpenCharge = {
  readonly entryId: number;
  readonly dueOn: Day | null;
  readonly effectiveOn: Day;
  readonly open: Components;
};

export type Application = { readonly chargeEntryId: number; readonly parts: Components };

export type AppliedPayment = {
  readonly applications: readonly Application[];
  /** Sum over the applications. */
  readonly applied: Components;
  /** What no charge could take; stays on the account as credit against principal. */
  readonly unappliedCents: number;
};

/**
 * Spreads a payment over open charges: oldest due day first (a charge without a due day by its effective
 * day, ties by entry id), and within one charge costs, then fees, then interest, then principal.
 * `paymentCents` must be at least 1. Applications and the unapplied rest always add up to it.
 */
export function applyPayment(paymentCents: number, charges: readonly OpenCharge[]): AppliedPayment {
  const ordered = [...charges].sort((a, b) => {
    const left = a.dueOn ?? a.effectiveOn;
    const right = b.dueOn ?? b.effectiveOn;
    return left < right ? -1 : left > right ? 1 : a.entryId - b.entryId;
  });
  let left = paymentCents;
  const applications: Application[] = [];
  let applied = noComponents;
  for (const charge of ordered) {
    if (left === 0) break;
    const take = (open: number): number => {
      const taken = Math.min(left, Math.max(0, open));
      left -= taken;
      return taken;
    };
    const costsCents = take(charge.open.costsCents);
    const feesCents = take(charge.open.feesCents);
    const interestCents = take(charge.open.interestCents);
    const principalCents = take(charge.open.principalCents);
    const parts = { principalCents, interestCents, feesCents, costsCents };
    if (totalOf(parts) === 0) continue;
    applications.push({ chargeEntryId: charge.entryId, parts });
    applied = addComponents(applied, parts);
  }
  return { applications, applied, unappliedCents: left };
}

export function addComponents(a: Components, b: Components): Components {
  return {
    principalCents: a.principalCents + b.principalCents,
    interestCents: a.interestCents + b.interestCents,
    feesCents: a.feesCents + b.feesCents,
    costsCents: a.costsCents + b.costsCents,
  };
}

/**
 * Whether a text holds what looks like a full payment card number: 13 to 19 digits, a blank or dash between groups
 * of them, valid by the Luhn check of ISO/IEC 7812-1. Other numbers may stand directly before or behind it. Such a
 * text is refused before it reaches the disk.
 */
export function looksLikeCardNumber(text: string): boolean {
  for (const run of text.matchAll(/\d+(?:[ -]\d+)*/g)) {
    const groups = run[0].split(/[ -]/);
    for (let first = 0; first < groups.length; first += 1) {
      let digits = '';
      for (const group of groups.slice(first)) {
        digits += group;
        if (digits.length > 19) break;
        if (digits.length >= 13 && passesLuhn(digits)) return true;
      }
    }
  }
  return false;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
