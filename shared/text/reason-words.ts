/**
 * The codes of rules as short labels, for a column or a chip where the whole sentence has no room. The sentence itself comes
 * from the rule, with its figures.
 */
const labels: Readonly<Record<string, string>> = {
  PROFILE_MISSING: 'office profile missing',
  BANKRUPTCY_STAY: 'bankruptcy',
  BANKRUPTCY_DISCHARGED: 'discharged in bankruptcy',
  CEASE_COMMUNICATION: 'asked to stop contact',
  ATTORNEY_REPRESENTED: 'has an attorney',
  DISPUTE_PENDING_VERIFICATION: 'dispute not answered',
  ORIGINAL_CREDITOR_REQUEST_PENDING: 'original creditor asked for',
  DECEASED_WRONG_PERSON: 'debtor has died',
  THIRD_PARTY_PROHIBITED: 'not with a third party',
  LOCATION_ALREADY_COMMUNICATED: 'already asked for their whereabouts',
  LOCATION_ATTORNEY_KNOWN: 'ask the attorney instead',
  MEDIUM_OPTED_OUT: 'opted out of this channel',
  ADDRESS_OPTED_OUT: 'opted out of this number or address',
  ELECTRONIC_PROCEDURE_NOT_MET: 'e-mail or text not cleared',
  EMPLOYER_EMAIL: 'employer’s e-mail address',
  MISSING_OPT_OUT_NOTICE: 'opt-out notice missing',
  PLACE_INCONVENIENT: 'inconvenient place',
  EMPLOYER_PROHIBITS: 'employer forbids it',
  TIME_OUTSIDE_WINDOW: 'outside calling hours',
  TIME_ZONE_CONFLICT: 'time zone not settled',
  TIME_CONSUMER_DESIGNATED: 'not at this time, as they asked',
  CALL_FREQ_SEVEN_IN_SEVEN: 'seven calls in seven days',
  CALL_FREQ_AFTER_CONVERSATION: 'spoke within seven days',
  STATE_CONTACT_CAP: 'state limit of contacts',
  STATE_TIME_WINDOW: 'outside the state’s hours',
  STATE_PRECONDITION: 'state asks for a step first',
  SOCIAL_MEDIA_PUBLIC: 'visible to others',
  POSTCARD: 'no postcards',
  ENVELOPE_LANGUAGE: 'envelope says too much',
  MISSING_MINI_MIRANDA: 'collector’s notice missing',
  TCPA_CONSENT_MISSING: 'no consent to automatic calls',
  TCPA_REVOKED: 'consent taken back',
  IDENTITY_THEFT_BLOCK: 'identity theft',
  DEBT_EXTINGUISHED: 'debt no longer exists',
  DEBT_CLOSED: 'account closed',
  LICENCE_MISSING: 'license missing',
  HOLD: 'on hold',
  VALIDATION_NOTICE_DUE: 'validation notice due',
  VALIDATION_NOTICE_OVERDUE: 'validation notice overdue',
  TIME_BARRED_SUIT_OR_THREAT: 'too old to sue',
  TIME_BARRED_NOTICE_REQUIRED: 'needs the notice for old debts',
  ESIGN_CONSENT_REQUIRED: 'no consent to electronic notices',
  OVERSHADOWING: 'overshadows the validation notice',
  ECA_501R_WAIT: 'hospital must wait',
  NSA_DISPUTE_PENDING: 'billing dispute running',
  UNCERTAIN_FACTS: 'a fact is not known',
  ALLOWED_WITH_CAUTION: 'look before you call',
  SERVICEMEMBER: 'on active duty',
};

/** `bankruptcy`, to follow a colon; a code of a later pack reads as its words. */
export function reasonLabel(code: string): string {
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code.toLowerCase().replaceAll('_', ' ');
}
