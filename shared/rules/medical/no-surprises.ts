/**
 * The No Surprises Act: a patient who pays for themselves and is billed $400 or more over the good-faith estimate may ask for dispute
 * resolution within 120 days of the bill; until it is decided the provider may neither send nor threaten collection, must pause one
 * that has begun and may add no late fees (45 CFR 149.620).
 */
import { addDays, type Day } from '../../domain/days.ts';
import type { Source } from '../../domain/law.ts';
import type { LegalEvent } from '../facts.ts';

export const noSurprisesSource: Source = {
  cite: '42 U.S.C. 300gg-137; 45 CFR 149.620',
  readOn: '2026-11-21',
  confidence: 'known',
};

const disputeDays = 120;
const overCents = 40_000;

/** The last day to begin it. */
export function noSurprisesUntil(billedOn: Day): Day {
  return addDays(billedOn, disputeDays);
}

/** Whether the sum over the estimate gives the right to it; `null` while it is not known. */
export function isOverEstimate(cents: number | null): boolean | null {
  return cents === null ? null : cents >= overCents;
}

/** What is odd about a dispute on file; it stops collection all the same until the dispute body has said so. */
export function oddities(
  dispute: LegalEvent,
  billedOn: Day | null,
  overEstimateCents: number | null,
): readonly string[] {
  const found: string[] = [];
  if (billedOn !== null && dispute.on > noSurprisesUntil(billedOn))
    found.push(`It began more than ${disputeDays} days after the first bill of ${billedOn}.`);
  if (isOverEstimate(overEstimateCents) === false)
    found.push('The bill is less than $400 over the good-faith estimate.');
  return found;
}

/** 45 CFR 164.502(b), .514(d): what letters and reports about medical debt may carry. */
export const minimumNecessary = {
  letters:
    'Account number, provider, dates and amounts; never a diagnosis or a treatment, and nothing on the envelope.',
  bureaus:
    'Name, address, date of birth, Social Security number, payment history, account number, and the provider’s name and address; nothing else.',
  source: {
    cite: '45 CFR 164.501; 164.502(b); 164.514(d)',
    readOn: '2026-11-21',
    confidence: 'known',
  } satisfies Source,
} as const;
