/**
 * An account is one debt being collected. Its status is derived from what happened (closed or not, holds,
 * plan, promise, balance), never typed in, so that the list cannot contradict the account.
 */
import { type Day, daysBetween } from './days.ts';

export const debtTypes = [
  'medical',
  'consumer_services',
  'legal_fees',
  'retail',
  'utility',
  'rent',
  'loan',
  'credit_card',
  'commercial',
  'other',
] as const;
export type DebtType = (typeof debtTypes)[number];

export const accountStatuses = ['active', 'promise', 'plan', 'hold', 'paid', 'credit', 'closed'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** Statuses on which somebody still has something to do. */
export const openStatuses: readonly AccountStatus[] = ['active', 'promise', 'plan', 'hold'];

export type StatusFacts = {
  readonly closed: boolean;
  readonly onHold: boolean;
  readonly hasActivePlan: boolean;
  readonly hasOpenPromise: boolean;
  readonly balanceCents: number;
};

export function deriveStatus(facts: StatusFacts): AccountStatus {
  if (facts.closed) return 'closed';
  if (facts.balanceCents < 0) return 'credit';
  if (facts.balanceCents === 0) return 'paid';
  if (facts.onHold) return 'hold';
  if (facts.hasActivePlan) return 'plan';
  if (facts.hasOpenPromise) return 'promise';
  return 'active';
}

/** From the oldest unpaid due day to the as-of day; 0 when nothing is due or the day is still to come. */
export function daysPastDue(oldestDueOn: Day | null, asOf: Day): number {
  return oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, asOf));
}
