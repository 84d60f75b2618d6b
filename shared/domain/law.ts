/**
 * The closed lists of the law: roles of an office, what is known of a debt and a person, the events that bind, how sure a
 * rule is. What follows from them stands in `shared/rules`.
 */

/** Who the office is in the eyes of the law; it decides which rules bind (compliance facts, section 1). */
export const officeRoles = [
  /** Collects for others: an agency, an independent collector, a debt buyer. 12 CFR 1006.2(i). */
  'third_party_collector',
  /** Collects its own debts in its own name. */
  'first_party_creditor',
  /** Collects its own debts under a name that suggests somebody else does: a debt collector, 1006.2(i)(1). */
  'creditor_other_name',
  /** Lawyers who regularly collect for clients. */
  'law_office',
  /** Its own patients’ bills, in its own name. */
  'medical_provider',
] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** Roles Regulation F and the FDCPA bind. */
export const collectorRoles: readonly OfficeRole[] = [
  'third_party_collector',
  'creditor_other_name',
  'law_office',
];

/** The office collects what is owed to itself, in its own name. */
export function ownsItsDebts(role: OfficeRole): boolean {
  return role === 'first_party_creditor' || role === 'medical_provider';
}

/** The fifty states and the District of Columbia: what the state table covers. */
export const stateCodes = [
  'AK',
  'AL',
  'AR',
  'AZ',
  'CA',
  'CO',
  'CT',
  'DC',
  'DE',
  'FL',
  'GA',
  'HI',
  'IA',
  'ID',
  'IL',
  'IN',
  'KS',
  'KY',
  'LA',
  'MA',
  'MD',
  'ME',
  'MI',
  'MN',
  'MO',
  'MS',
  'MT',
  'NC',
  'ND',
  'NE',
  'NH',
  'NJ',
  'NM',
  'NV',
  'NY',
  'OH',
  'OK',
  'OR',
  'PA',
  'RI',
  'SC',
  'SD',
  'TN',
  'TX',
  'UT',
  'VA',
  'VT',
  'WA',
  'WI',
  'WV',
  'WY',
] as const;
export type StateCode = (typeof stateCodes)[number];

/** Whose law a rule is. `states`: of several, named with what objects; `house`: the office’s own policy. */
export type Jurisdiction = 'US' | 'states' | StateCode | 'NYC' | 'house';

/**
 * How sure an entry is. `text`: the words of the law or rule were read; `secondary`: a mirror, an agency’s page or a law
 * firm’s note was read; `known`: well established, not read anew; `unverified`: to be checked before anybody relies on it,
 * and shown so.
 */
export const confidences = ['text', 'secondary', 'known', 'unverified'] as const;
export type Confidence = (typeof confidences)[number];

export type Source = {
  readonly cite: string;
  /** The day, month or year the entry is known to hold for: `2026-11-21`, `2026-02`, `2026`. */
  readonly readOn: string;
  readonly confidence: Confidence;
  readonly note?: string;
};

export const verdictOutcomes = ['allowed', 'warning', 'undetermined', 'blocked'] as const;
export type VerdictOutcome = (typeof verdictOutcomes)[number];

/**
 * A prohibition gives way only to a fact; a presumption to a person’s typed reason with what rebuts it; a caution only warns;
 * a house rule gives way to a typed reason.
 */
export const ruleForces = ['prohibition', 'presumption', 'caution', 'house'] as const;
export type RuleForce = (typeof ruleForces)[number];

/** 12 CFR 1006.14(b)(2)(ii), comment 14(b)(2)(ii)-1: what may rebut the presumption of too many calls. */
export const rebuttalFactors = [
  'required_by_other_law',
  'active_litigation',
  'answer_to_request',
  'time_critical_harm',
] as const;
export type RebuttalFactor = (typeof rebuttalFactors)[number];

/** The order of checks; the primary reason is the first that blocks in it (compliance facts, section 2.1). */
export const gateSteps = [
  'profile',
  'debt_state',
  'bankruptcy',
  'cease',
  'attorney',
  'dispute',
  'deceased',
  'third_party',
  'opt_out',
  'electronic',
  'place',
  'time',
  'frequency',
  'state',
  'tcpa',
  'review',
  'content',
  'house',
] as const;
export type GateStep = (typeof gateSteps)[number];

// ---- one contact as it is meant ---------------------------------------------------------------------------

/** Whom a contact is for. `representative`: acts for the estate or as guardian. */
export const contactParties = [
  'debtor',
  'spouse',
  'parent',
  'representative',
  'attorney',
  'third_party',
  'employer',
  'creditor',
  'bureau',
  'trustee',
] as const;
export type ContactParty = (typeof contactParties)[number];

/** 1006.6(a): who counts as the consumer for the rules of contact. */
export const consumerParties: readonly ContactParty[] = ['debtor', 'spouse', 'parent', 'representative'];

/** What a contact is made for. */
export const contactPurposes = [
  'collect',
  'locate',
  'validation_notice',
  'verification',
  'original_creditor_answer',
  /** That efforts end, or that a named remedy may or will be used: 1006.6(c)(2). */
  'efforts_end',
  'remedy_notice',
  'confirm_opt_out',
  'answer_request',
  'required_by_law',
  'legal_process',
  /** 1006.2(j): nothing but the items listed there. */
  'limited_content',
] as const;
export type ContactPurpose = (typeof contactPurposes)[number];

export const dialings = ['by_hand', 'automatic', 'artificial_voice', 'ringless'] as const;
export type Dialing = (typeof dialings)[number];

// ---- events ------------------------------------------------------------------------------------------------

/** What happened that the law attaches something to. An event is recorded with its day, source and scope and is never erased. */
export const legalEventKinds = [
  // requests of the consumer
  'cease_written',
  'cease_oral',
  'refusal_written',
  'attorney',
  'dispute',
  'original_creditor_request',
  'opt_out',
  'inconvenient_time',
  'inconvenient_place',
  'only_time',
  'employer_prohibits',
  'consent',
  'answer_wanted',
  // what befell the person
  'bankruptcy',
  'discharge',
  'deceased',
  'identity_theft',
  'servicemember',
  // electronic procedures
  'creditor_email_notice',
  'prior_collector_email',
  'reassigned_check',
  'third_party_disclosure',
  'employer_provided',
  // what the office sent and what came back
  'validation_notice',
  'notice_returned',
  'verification_sent',
  'first_statement',
  'documentation_notice',
  'furnish_notice',
  'furnished',
  'direct_dispute',
  'bureau_dispute',
  // medicine
  'assistance_application',
  'eca_notice',
  'no_surprises_dispute',
  'insurance_appeal',
  'statement_request',
  'medical_notice',
  // courts, keeping, ownership
  'court_permission',
  'litigation_hold',
  'debt_sold',
  'debt_recalled',
  'time_acknowledged',
] as const;
export type LegalEventKind = (typeof legalEventKinds)[number];

/** What a consent is for; a revocation ends it and says when and how it came. */
export const consentKinds = [
  /** To be contacted where 1006.6(b) to (d) would forbid it. */
  'contact',
  /** To more calls than 1006.14(b)(2) presumes right; seven days, the day of receipt the first. */
  'frequency',
  'email',
  'text',
  /** To calls or texts by automatic dialling or artificial voices (47 CFR 64.1200). */
  'automatic',
  'third_party',
  'work',
  'esign',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

// ---- what is known of a debt and of a person -----------------------------------------------------------------

/** Facts of one debt, each kept with its source; the newest holds. Days as `YYYY-MM-DD`, yes and no as `yes` and `no`. */
export const debtFactNames = [
  'purpose', // consumer, business
  'governing_state',
  'governing_basis', // residence, contract, signed_there, forum, counsel
  'contract_state', // the state a contract’s choice of law names
  'form', // debtForms
  'defaulted_on', // first unpaid due day or breach: what a limitation period runs from
  'last_charge_on',
  'charged_off_on',
  'last_statement_on',
  'transaction_on',
  'delinquent_on', // date of first delinquency, for bureaus
  'itemization_kind',
  'itemization_on',
  'itemized_cents', // what was owed on the itemization date, where the ledger does not reach back to it
  'itemization_creditor',
  'itemization_number',
  'current_creditor',
  'consumer_financial', // a consumer financial product: 1006.34(c)(2)(iii), (3)(iv)
  'first_bill_on', // first bill after discharge, 26 CFR 1.501(r)-6
  'hospital_501r',
  'medical_service', // hospital, professional, ambulance, other
  'good_faith_over_cents', // billed above a good-faith estimate
  'student_loan_group',
  'debt_buyer', // the owner bought it
  'time_barred_text', // counsel confirmed the wording for the state
  'tolling_known', // none, some
  'litigation', // the debt is in suit
  'charged_off',
  'locality', // New York City
] as const;
export type DebtFactName = (typeof debtFactNames)[number];

export const personFactNames = [
  'residence_state',
  'zone', // IANA name, said by the consumer
  'language',
  'new_york_city',
  'military', // status checked: none, active
  'full_name', // the most complete version known
  'born_on', // tells people of one name apart
] as const;
export type PersonFactName = (typeof personFactNames)[number];

/** What a debt rests on, as limitation periods tell them apart. */
export const debtForms = [
  'signed_writing',
  'unsigned_writing',
  'oral',
  'open_account',
  'sale_of_goods',
  'promissory_note',
  'demand_note',
  'credit_card',
  'medical',
  'judgment',
] as const;
export type DebtForm = (typeof debtForms)[number];

/** 12 CFR 1006.34(b)(3). */
export const itemizationKinds = [
  'last_statement',
  'charge_off',
  'last_payment',
  'transaction',
  'judgment',
] as const;
export type ItemizationKind = (typeof itemizationKinds)[number];

/** What the office lays down beyond the law. */
export type HousePolicy = {
  /** A creditor that keeps to Regulation F’s rules of contact although they do not bind it. */
  readonly keepsRegulationF: boolean;
  readonly callsInSevenDays: number | null;
  readonly contactsInSevenDays: number | null;
  /** Minutes from midnight, the debtor’s time. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** 1 Monday to 7 Sunday. */
  readonly daysOff: readonly number[];
  readonly holidaysOff: boolean;
  /** An oral wish not to be contacted counts as a written one. */
  readonly honorsOralCease: boolean;
};

export const noHousePolicy: HousePolicy = {
  keepsRegulationF: false,
  callsInSevenDays: null,
  contactsInSevenDays: null,
  earliest: null,
  latest: null,
  daysOff: [],
  holidaysOff: false,
  honorsOralCease: false,
};

export const licenceKinds = ['licence', 'registration', 'bond', 'exempt', 'not_needed'] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** The hold an event makes on the accounts it is about, or `null`. */
export function holdOfEvent(
  kind: LegalEventKind,
):
  | 'dispute'
  | 'request'
  | 'cease'
  | 'attorney'
  | 'bankruptcy'
  | 'deceased'
  | 'identity_theft'
  | 'medical'
  | null {
  switch (kind) {
    case 'dispute':
      return 'dispute';
    case 'original_creditor_request':
    case 'statement_request':
      return 'request';
    case 'cease_written':
    case 'cease_oral':
    case 'refusal_written':
      return 'cease';
    case 'attorney':
      return 'attorney';
    case 'bankruptcy':
    case 'discharge':
      return 'bankruptcy';
    case 'deceased':
      return 'deceased';
    case 'identity_theft':
      return 'identity_theft';
    case 'no_surprises_dispute':
    case 'assistance_application':
    case 'insurance_appeal':
      return 'medical';
    default:
      return null;
  }
}

/** Events about a person befall every debt; the rest are about one, unless the scope says otherwise. */
export const personEvents: readonly LegalEventKind[] = [
  'deceased',
  'bankruptcy',
  'servicemember',
  'opt_out',
  'inconvenient_time',
  'inconvenient_place',
  'only_time',
  'employer_prohibits',
  'employer_provided',
  'third_party_disclosure',
  'reassigned_check',
];

export function isStateCode(text: string): text is StateCode {
  return (stateCodes as readonly string[]).includes(text);
}
