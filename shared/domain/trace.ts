/**
 * Looking for a person: the sources an office may lawfully ask, and how a look ended. What each source asks for
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
