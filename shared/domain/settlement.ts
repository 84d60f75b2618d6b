/**
 * Settlements: a smaller sum that closes the account, in one payment or in parts. What is forgiven, until when it can be accepted and
 * what a default does are facts fixed before anybody accepts; the sentences are made from them.
 *
 * Nothing is forgiven before the whole sum is there. A settlement bears no interest: its total is the total.
 */
import { fail, ok, type Result } from '../errors/result.ts';
import type { Day } from './days.ts';
import { scheduleOf } from './plan.ts';
import type { PlanTerms, ScheduledInstalment } from './plan-terms.ts';

/**
 * What is owed when it is not kept: the balance agreed on less what was paid (nothing is forgiven), or what is missing of the
 * settlement (the rest stays forgiven once that is paid).
 */
export const settlementDefaults = ['full_balance_less_paid', 'settlement_stands'] as const;
export type SettlementDefault = (typeof settlementDefaults)[number];

export type SettlementFacts = {
  readonly agreedBalanceCents: number;
  readonly totalCents: number;
  readonly forgivenCents: number;
  /** Of the balance, in hundredths of a percent, rounded down. */
  readonly share: number;
  /** In one payment, not in parts. */
  readonly lump: boolean;
  readonly lastOn: Day;
  /** The last day on which it can be accepted. */
  readonly expiresOn: Day | null;
  readonly onDefault: SettlementDefault;
};

/**
 * The share of a balance in hundredths of a percent, rounded down, so that no sum below a floor shows the floor's share.
 * `null` of no balance.
 */
export function shareOf(totalCents: number, balanceCents: number): number | null {
  if (balanceCents < 1) return null;
  return Number((BigInt(totalCents) * 10_000n) / BigInt(balanceCents));
}

/** The least sum that comes to a share of a balance, rounded up to the cent. */
export function sumOfShare(share: number, balanceCents: number): number {
  return Number((BigInt(share) * BigInt(balanceCents) + 9_999n) / 10_000n);
}

/**
 * A settlement of a balance by terms, with its schedule. Interest in the terms is not looked at. Errors: those of `scheduleOf`, and
 * `settlement.not_below` (`balanceCents`) for a sum that forgives nothing.
 */
export function settle(
  balanceCents: number,
  terms: PlanTerms,
  conditions: { readonly expiresOn: Day | null; readonly onDefault: SettlementDefault },
): Result<{ readonly facts: SettlementFacts; readonly schedule: readonly ScheduledInstalment[] }> {
  if (balanceCents < 1) return fail('plan.nothing_owed');
  if (terms.totalCents >= balanceCents) return fail('settlement.not_below', { balanceCents });
  const schedule = scheduleOf({ ...terms, interest: null });
  if (!schedule.ok) return schedule;
  const facts: SettlementFacts = {
    agreedBalanceCents: balanceCents,
    totalCents: terms.totalCents,
    forgivenCents: balanceCents - terms.totalCents,
    share: shareOf(terms.totalCents, balanceCents) ?? 0,
    lump: schedule.value.length === 1,
    lastOn: schedule.value.at(-1)?.dueOn ?? terms.firstOn,
    expiresOn: conditions.expiresOn,
    onDefault: conditions.onDefault,
  };
  return ok({ facts, schedule: schedule.value });
}

/** Whether it can still be accepted; the day it expires counts. Errors: `settlement.expired` (`expiresOn`). */
export function checkAcceptable(expiresOn: Day | null, today: Day): Result<true> {
  return expiresOn !== null && today > expiresOn ? fail('settlement.expired', { expiresOn }) : ok(true);
}

/** It is completed when its whole sum is there, on whatever days that came; only then is the rest forgiven. */
export function isSettled(totalCents: number, receivedCents: number): boolean {
  return receivedCents >= totalCents;
}

/**
 * What a default leaves: what is owed then and what is forgiven after all. Charges and interest since the agreement are not
 * part of it; they stand in the ledger beside it. Never below 0.
 */
export function defaultOf(settlement: {
  readonly agreedBalanceCents: number;
  readonly totalCents: number;
  readonly receivedCents: number;
  readonly onDefault: SettlementDefault;
}): { readonly owedCents: number; readonly forgivenCents: number } {
  const { agreedBalanceCents, totalCents, receivedCents, onDefault } = settlement;
  return onDefault === 'full_balance_less_paid'
    ? { owedCents: Math.max(0, agreedBalanceCents - receivedCents), forgivenCents: 0 }
    : {
        owedCents: Math.max(0, totalCents - receivedCents),
        forgivenCents: agreedBalanceCents - totalCents,
      };
}
