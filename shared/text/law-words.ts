/** The words of the law’s closed lists: what the book stores as a code and people read. Complete by type. */
import type {
  Confidence,
  ConsentKind,
  ContactParty,
  ContactPurpose,
  DebtForm,
  Dialing,
  ItemizationKind,
  Jurisdiction,
  LegalEventKind,
  OfficeRole,
  RebuttalFactor,
  StateCode,
  VerdictOutcome,
} from '../domain/law.ts';
import { stateNames } from './state-names.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const outcomeWords: Words<VerdictOutcome> = {
  allowed: 'Allowed',
  warning: 'Caution',
  undetermined: 'Unclear',
  blocked: 'Not allowed',
};

/** `later`: by time alone it will be allowed. */
export function verdictWord(outcome: VerdictOutcome, later = false): string {
  return outcome === 'blocked' && later ? 'Not now' : outcomeWords[outcome];
}

export const confidenceWords: Words<Confidence> = {
  text: 'Text of the law read',
  secondary: 'Secondary source read',
  known: 'Well established',
  unverified: 'Verify',
};

export const officeRoleWords: Words<OfficeRole> = {
  third_party_collector: 'Collector for others',
  first_party_creditor: 'Creditor collecting its own debts',
  creditor_other_name: 'Creditor collecting under another name',
  law_office: 'Law office',
  medical_provider: 'Medical provider',
};

export const contactPartyWords: Words<ContactParty> = {
  debtor: 'The debtor',
  spouse: 'Spouse',
  parent: 'Parent of a minor debtor',
  representative: 'Executor, administrator or guardian',
  attorney: 'The debtor’s attorney',
  third_party: 'Somebody else',
  employer: 'Employer',
  creditor: 'Creditor or client',
  bureau: 'Credit bureau',
  trustee: 'Bankruptcy trustee',
};

export const contactPurposeWords: Words<ContactPurpose> = {
  collect: 'Ask for payment',
  locate: 'Ask where the debtor can be found',
  validation_notice: 'Validation notice',
  verification: 'Verification of a disputed debt',
  original_creditor_answer: 'Name the original creditor',
  efforts_end: 'Say that collecting ends',
  remedy_notice: 'Say that a named remedy may or will be used',
  confirm_opt_out: 'Confirm an opt-out',
  answer_request: 'Answer a request',
  required_by_law: 'Notice the law requires',
  legal_process: 'Serve court papers',
  limited_content: 'Limited-content message',
};

export const dialingWords: Words<Dialing> = {
  by_hand: 'Dialed by hand',
  automatic: 'Dialed by an autodialer',
  artificial_voice: 'Artificial or recorded voice',
  ringless: 'Ringless voicemail',
};

/** What may rebut the presumption of too many calls (12 CFR 1006.14(b)(2)(ii), comment 1). */
export const rebuttalFactorWords: Words<RebuttalFactor> = {
  required_by_other_law: 'Another law requires the call',
  active_litigation: 'The debt is in court and the call serves the case',
  answer_to_request: 'The consumer asked for this call or this information',
  time_critical_harm: 'It keeps a harm from the consumer that cannot wait',
};

export const legalEventWords: Words<LegalEventKind> = {
  cease_written: 'Asked in writing to stop contact',
  cease_oral: 'Asked by word of mouth to stop contact',
  refusal_written: 'Refused in writing to pay',
  attorney: 'Represented by an attorney',
  dispute: 'Disputes the debt',
  original_creditor_request: 'Asked for the original creditor',
  opt_out: 'Opted out of a channel, number or address',
  inconvenient_time: 'Inconvenient time',
  inconvenient_place: 'Inconvenient place',
  only_time: 'Only at a certain time',
  employer_prohibits: 'Employer forbids contact at work',
  consent: 'Consent',
  answer_wanted: 'Asked to be answered',
  bankruptcy: 'Bankruptcy',
  discharge: 'Bankruptcy discharge',
  deceased: 'The debtor has died',
  identity_theft: 'Says it is identity theft',
  servicemember: 'On active military duty',
  creditor_email_notice: 'Creditor’s notice about the e-mail address',
  prior_collector_email: 'E-mail address used by the collector before',
  reassigned_check: 'Number checked for reassignment',
  third_party_disclosure: 'Message reached somebody else',
  employer_provided: 'Address or number belongs to the employer',
  validation_notice: 'Validation notice sent',
  notice_returned: 'Notice came back',
  verification_sent: 'Verification sent',
  first_statement: 'First statement sent',
  documentation_notice: 'Documentation notice mailed',
  furnish_notice: 'Told the debtor before reporting',
  furnished: 'Reported to a credit bureau',
  direct_dispute: 'Dispute of what was reported, from the debtor',
  bureau_dispute: 'Dispute of what was reported, through a bureau',
  assistance_application: 'Applied for financial assistance',
  eca_notice: 'Notice before extraordinary collection',
  no_surprises_dispute: 'Billing dispute under the No Surprises Act',
  insurance_appeal: 'Insurance appeal',
  statement_request: 'Asked for an itemized statement',
  medical_notice: 'State medical-debt notice sent',
  court_permission: 'Court gave permission',
  litigation_hold: 'Records held for a case',
  debt_sold: 'Debt sold',
  debt_recalled: 'Debt recalled by the client',
  time_acknowledged: 'Acknowledged the debt',
};

export const consentWords: Words<ConsentKind> = {
  contact: 'Contact the rules would forbid',
  frequency: 'More calls than seven in seven days',
  email: 'E-mail',
  text: 'Text messages',
  automatic: 'Automatic calls or artificial voices',
  third_party: 'Speaking with somebody else',
  work: 'Contact at work',
  esign: 'Notices sent electronically (E-SIGN)',
};

export const debtFormWords: Words<DebtForm> = {
  signed_writing: 'Signed written contract',
  unsigned_writing: 'Written, not signed',
  oral: 'Oral agreement',
  open_account: 'Open account',
  sale_of_goods: 'Sale of goods',
  promissory_note: 'Promissory note',
  demand_note: 'Note payable on demand',
  credit_card: 'Credit card',
  medical: 'Medical service',
  judgment: 'Judgment',
};

export const itemizationKindWords: Words<ItemizationKind> = {
  last_statement: 'Last statement',
  charge_off: 'Charge-off',
  last_payment: 'Last payment',
  transaction: 'Transaction',
  judgment: 'Judgment',
};

/** Whose law: `Federal`, `Texas`, `New York City`, `House policy`. */
export function jurisdictionWords(jurisdiction: Jurisdiction): string {
  if (jurisdiction === 'US') return 'Federal';
  if (jurisdiction === 'NYC') return 'New York City';
  if (jurisdiction === 'house') return 'House policy';
  return stateNames[jurisdiction];
}

/** `Colorado, Texas`; empty for none. */
export function stateListWords(states: readonly StateCode[]): string {
  return states.map((state) => stateNames[state]).join(', ');
}
