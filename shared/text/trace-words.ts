/** Words for looking for a person: sources with what to mind about each, and outcomes. */
import { collectorRoles, type OfficeRole } from '../domain/law.ts';
import type { TraceOutcome, TraceSource } from '../domain/trace.ts';

export const traceSourceWords: Readonly<Record<TraceSource, string>> = {
  client: 'The client or original creditor',
  own_file: 'Our own file',
  debtor: 'The debtor',
  postal_service: 'Postal Service',
  directory: 'Telephone directory or people search',
  courts: 'Court and county records',
  registers: 'Licensing and business registers',
  relatives: 'Relatives, neighbors, references',
  employer: 'Employer',
  landlord: 'Landlord',
  social_media: 'Social media, public pages',
  database: 'Commercial database',
  credit_bureau: 'Credit bureau',
  vehicle_records: 'Motor vehicle records',
  military: 'Military status (DMDC)',
  probate: 'Probate and obituaries',
  other: 'Another source',
};

/** One or two sentences a clerk reads while choosing the source. */
export const traceSourceNotes: Readonly<Record<TraceSource, string>> = {
  client:
    'Application or intake sheet, cleared checks, e-mails, emergency contacts. Ask for what they have; the client may be told of its own debt.',
  own_file: 'Other accounts of the same person, earlier letters, caller IDs in the history.',
  debtor:
    'What the person says of themselves, in a call or in writing. The best source; confirm it as the current one.',
  postal_service:
    'The yellow label on returned mail, or a request for an address correction. Nothing on an envelope may show that a debt is being collected (15 U.S.C. 1692b(5)).',
  directory:
    'Public listings are often old and mix people of one name. Treat a hit as not verified until somebody answers.',
  courts:
    'Dockets, property and tax rolls, marriage records. Look for a bankruptcy as well; if there is one, record it and stop.',
  registers: 'Professional licenses, corporate and trade name filings: mostly business addresses.',
  relatives:
    'Each is asked once, only where the person lives, works or can be called, and hears nothing of a debt (15 U.S.C. 1692b). Record the call with their name.',
  employer:
    'Only to confirm or correct where the person lives, can be called or works, once, and without a word of the debt (15 U.S.C. 1692b). Calls to the person at work are another matter with rules of their own.',
  landlord: 'Somebody else, like a relative: asked once, for the address only, without a word of the debt.',
  social_media:
    'Only what anybody can see without being a friend. No request under another name, and no message others can read.',
  database:
    'Needs a permissible purpose: collecting an account is one (15 U.S.C. 1681b(a)(3)(A)), curiosity is not. Note the reference of the search.',
  credit_bureau:
    'Only for the collection of this account (15 U.S.C. 1681b(a)(3)(A)). Note which report was drawn and when.',
  vehicle_records:
    'Only to check what the person gave, or to correct it to recover on the debt (18 U.S.C. 2721(b)(3)). Some states allow less.',
  military: 'Shows active duty. Keep the certificate as a file before any default judgment (50 U.S.C. 3931).',
  probate:
    'If the person has died, record it as an event; only the spouse or who settles the estate may be spoken with then.',
  other:
    'Say which under “Asked”. Never pretend to be somebody else to get bank or telephone records (15 U.S.C. 6821, 18 U.S.C. 1039).',
};

export const traceOutcomeWords: Readonly<Record<TraceOutcome, string>> = {
  found: 'Found something',
  nothing: 'Nothing found',
  unclear: 'Not clear',
};

export type LocationWording = {
  /** Whom the limits bind, in one sentence. */
  readonly binds: string;
  /** To say, in this order. */
  readonly say: readonly string[];
  /** Only if expressly asked for whom one calls. */
  readonly ifAsked: string;
  readonly never: readonly string[];
  readonly source: string;
};

/** Words for asking somebody else where a person is. Nothing in them tells of a debt, whoever the office is. */
export function locationWording(
  role: OfficeRole | null,
  names: { readonly person: string; readonly office: string; readonly business: boolean },
): LocationWording {
  const bound = role === null || collectorRoles.includes(role);
  return {
    binds: names.business
      ? 'The federal limits protect consumers; for a business debt the same words keep you safe.'
      : bound
        ? 'Federal law allows this call for location information and nothing else.'
        : 'The federal limits bind collectors for others, not an office with its own bills. Privacy does, and some states do, so say no more than this.',
    say: [
      'Hello, my name is … (your own name).',
      `I would like to confirm or correct where ${names.person} can be reached.`,
      names.business
        ? 'Could you tell me its address or its telephone number?'
        : 'Could you tell me the home address, the telephone number there, or the place of work?',
      'Thank you. That is all I need.',
    ],
    ifAsked: `Only if they expressly ask who you work for: “I work for ${names.office}.” Say nothing of why.`,
    never: [
      `That ${names.person} owes anything, or what the call is about${role === 'medical_provider' ? ', or that they are a patient' : ''}.`,
      'A second call to the same person, unless they ask for it or their answer was wrong or incomplete and they know better now.',
      'Anybody but the attorney, once you know that an attorney acts for the person on this debt.',
      'A postcard, or words or signs on an envelope that show what the office does.',
    ],
    source: '15 U.S.C. 1692b; 12 CFR 1006.10',
  };
}
