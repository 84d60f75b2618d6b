/**
 * Looking for a person: the sources an office may lawfully ask, how a look ended, and how mail comes back. What each source asks for
 * is a note for the clerk and no rule; whether a call or letter may be made is asked of the rules.
 */

export const traceSources = [
  'client',
  'own_file',
  'debtor',
  'postal_service',
  'directory',
  'courts',
  'registers',
  'relatives',
  'employer',
  'landlord',
  'social_media',
  'database',
  'credit_bureau',
  'vehicle_records',
  'military',
  'probate',
  'other',
] as const;
export type TraceSource = (typeof traceSources)[number];

/** Asking these is a contact with somebody else about where the person is: 15 U.S.C. 1692b, 12 CFR 1006.10. */
export const sourcesOfPeople: readonly TraceSource[] = ['relatives', 'employer', 'landlord'];

export const traceOutcomes = ['found', 'nothing', 'unclear'] as const;
export type TraceOutcome = (typeof traceOutcomes)[number];

/** What the Postal Service writes on mail it brings back. */
export const returnReasons = [
  'not_known',
  'moved',
  'no_such_number',
  'insufficient',
  'vacant',
  'forward_expired',
  'deceased',
  'unclaimed',
  'refused',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Mail that was left or refused says nothing against the address itself. */
export function statusAfterReturn(reason: ReturnReason): 'bad' | 'unverified' {
  return reason === 'unclaimed' || reason === 'refused' ? 'unverified' : 'bad';
}
