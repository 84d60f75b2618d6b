/**
 * The words of every closed list: what the book stores as a code and people read as a word. Complete by
 * type, so that a new code cannot reach the screen unnamed. The terms are the glossary's.
 */
import type { AccountStatus, DebtType } from '../domain/account.ts';
import type { AgingBucket } from '../domain/aging.ts';
import type { ContactChannel, ContactOutcome } from '../domain/contact.ts';
import type { AddressStatus, DebtorKind, EmailStatus, PhoneStatus } from '../domain/debtor.ts';
import { duebookNames } from '../domain/import/field-names.ts';
import type { ImportField, ImportSource, RowKind } from '../domain/import.ts';
import type { Compounding, DayCount, InterestMethod } from '../domain/interest.ts';
import type {
  DebtPurpose,
  GoverningBasis,
  MedicalService,
  MilitaryStatus,
  Tolling,
} from '../domain/known-fact.ts';
import type {
  Confidence,
  ConsentKind,
  ContactParty,
  ContactPurpose,
  DebtFactName,
  DebtForm,
  Dialing,
  ItemizationKind,
  LegalEventKind,
  OfficeRole,
  PersonFactName,
  RebuttalFactor,
  RuleForce,
  VerdictOutcome,
} from '../domain/law.ts';
import type {
  ApplicationOrder,
  BasisKind,
  ComponentName,
  EntryKind,
  PaymentMethod,
} from '../domain/ledger.ts';
import type { NoteKind } from '../domain/note.ts';
import type { PlanFrequency, PlanUnknown, RollRule } from '../domain/plan-terms.ts';
import type { QueueKind } from '../domain/queue.ts';
import type { Standing } from '../domain/standing.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export const accountStatusWords: Words<AccountStatus> = {
  active: 'Active',
  promise: 'Promise',
  plan: 'Plan',
  hold: 'On hold',
  paid: 'Paid',
  credit: 'In credit',
  closed: 'Closed',
};

export const debtTypeWords: Words<DebtType> = {
  medical: 'Medical',
  consumer_services: 'Consumer services',
  legal_fees: 'Legal fees',
  retail: 'Retail',
  utility: 'Utility',
  rent: 'Rent',
  loan: 'Loan',
  credit_card: 'Credit card',
  commercial: 'Commercial',
  other: 'Other',
};

export const agingBucketWords: Words<AgingBucket> = {
  not_due: 'Not yet due',
  d1_30: '1 to 30 days',
  d31_60: '31 to 60 days',
  d61_90: '61 to 90 days',
  d91_120: '91 to 120 days',
  d121_plus: '121 days and more',
  no_due_day: 'No due day',
};

export const contactChannelWords: Words<ContactChannel> = {
  call: 'Call',
  voicemail: 'Voicemail',
  email: 'E-mail',
  text: 'Text message',
  letter: 'Letter',
  visit: 'Visit',
  social: 'Social media',
  other: 'Other',
};

export const contactDirectionWords: Words<'out' | 'in'> = { out: 'Outgoing', in: 'Incoming' };

export const contactOutcomeWords: Words<ContactOutcome> = {
  no_answer: 'No answer',
  busy: 'Busy',
  voicemail_left: 'Left a voicemail',
  wrong_number: 'Wrong number',
  disconnected: 'Number disconnected',
  third_party: 'Spoke with someone else',
  right_party: 'Spoke with the debtor',
  promise_to_pay: 'Promised to pay',
  payment_taken: 'Paid on the call',
  refused: 'Refused to pay',
  hung_up: 'Hung up',
  disputed: 'Disputes the debt',
  asked_to_stop: 'Asked to stop contact',
  attorney: 'Has an attorney',
  bankruptcy: 'Filed for bankruptcy',
  deceased: 'Debtor has died',
  callback: 'Asked to be called back',
  language: 'Needs another language',
  other: 'Other',
};

export const debtorKindWords: Words<DebtorKind> = { consumer: 'Consumer', business: 'Business' };

export const addressKindWords: Words<'home' | 'work' | 'mailing' | 'other'> = {
  home: 'Home',
  work: 'Work',
  mailing: 'Mailing',
  other: 'Other',
};

export const addressStatusWords: Words<AddressStatus> = {
  current: 'Current',
  unverified: 'Not verified',
  bad: 'Bad address',
  former: 'Former',
};

export const phoneKindWords: Words<'mobile' | 'home' | 'work' | 'other'> = {
  mobile: 'Mobile',
  home: 'Home',
  work: 'Work',
  other: 'Other',
};

export const phoneStatusWords: Words<PhoneStatus> = {
  current: 'Current',
  unverified: 'Not verified',
  wrong: 'Wrong number',
  disconnected: 'Disconnected',
  do_not_call: 'Do not call',
};

export const emailStatusWords: Words<EmailStatus> = {
  current: 'Current',
  unverified: 'Not verified',
  bad: 'Does not work',
  opted_out: 'Opted out',
};

export const entryKindWords: Words<EntryKind> = {
  charge: 'Charge',
  fee: 'Fee',
  cost: 'Cost',
  interest: 'Interest',
  payment: 'Payment',
  recovery: 'Recovery',
  credit: 'Credit',
  discount: 'Discount',
  adjustment: 'Adjustment',
  settlement: 'Settlement adjustment',
  write_off: 'Write-off',
  refund: 'Refund',
  reallocation: 'Moved between parts',
  merger: 'Merged into the judgment',
  judgment: 'Judgment',
  reversal: 'Reversal',
};

export const componentWords: Words<ComponentName> = {
  principal: 'Principal',
  interest: 'Interest',
  fees: 'Fees',
  costs: 'Costs',
};

export const applicationOrderWords: Words<ApplicationOrder> = {
  oldest_due_first: 'Oldest due day first',
  costs_fees_interest_principal: 'Costs, fees, interest, then principal',
  interest_first: 'Interest, principal, fees, then costs',
  principal_first: 'Principal, interest, fees, then costs',
  pro_rata: 'In proportion to what is open',
};

/** What allows a fee or a rate; `unstated` is of entries made before the kind was asked for. */
export const basisKindWords: Words<BasisKind | 'unstated'> = {
  contract: 'Contract clause',
  statute: 'Statute',
  court_order: 'Court order',
  client_policy: 'Client’s policy',
  unstated: 'Stated as',
};

export const interestMethodWords: Words<InterestMethod> = {
  none: 'No interest',
  simple: 'Simple',
  compound: 'Compound',
};

export const compoundingWords: Words<Compounding> = { monthly: 'Every month', annually: 'Every year' };

export const dayCountWords: Words<DayCount> = {
  actual_365: 'Actual/365',
  actual_360: 'Actual/360',
  actual_actual: 'Actual/actual',
  thirty_360: '30/360',
};

export const paymentMethodWords: Words<PaymentMethod> = {
  cash: 'Cash',
  cheque: 'Check',
  card: 'Card',
  ach: 'Bank transfer (ACH)',
  money_order: 'Money order',
  online: 'Online',
  insurance: 'Insurance',
  garnishment: 'Garnishment',
  other: 'Other',
};

export const heldStateWords: Words<'held' | 'deposited' | 'given_back' | 'cancelled'> = {
  held: 'Held',
  deposited: 'Deposited',
  given_back: 'Given back',
  cancelled: 'Cancelled',
};

export const planFrequencyWords: Words<PlanFrequency> = {
  weekly: 'Every week',
  two_weekly: 'Every two weeks',
  semi_monthly: 'Twice a month',
  monthly: 'Every month',
  end_of_month: 'Each month’s last day',
  nth_weekday: 'Same weekday each month',
};

/** What the workshop may be asked for. */
export const planUnknownWords: Words<PlanUnknown> = {
  amount: 'Amount of each',
  count: 'How many',
  firstOn: 'First day',
  lastOn: 'Last day',
  total: 'Total',
};

export const rollRuleWords: Words<RollRule> = {
  none: 'Stays where it falls',
  next_business_day: 'Moves to the next business day',
  previous_business_day: 'Moves to the business day before',
};

export const planStateWords: Words<'active' | 'completed' | 'cancelled' | 'defaulted'> = {
  active: 'Running',
  completed: 'Completed',
  cancelled: 'Ended',
  defaulted: 'Defaulted',
};

/** As the list of plans and promises is narrowed. */
export const standingWords: Words<Standing> = {
  open: 'Open',
  behind: 'Behind or broken',
  paused: 'Paused',
  ended: 'Ended',
  all: 'All',
};

export const planKindWords: Words<'plan' | 'settlement'> = { plan: 'Payment plan', settlement: 'Settlement' };

export const offerOutcomeWords: Words<
  'open' | 'accepted' | 'declined' | 'countered' | 'withdrawn' | 'lapsed'
> = {
  open: 'Open',
  accepted: 'Accepted',
  declined: 'Declined',
  countered: 'Countered',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
};

export const budgetEveryWords: Words<'week' | 'two_weeks' | 'month' | 'year'> = {
  week: 'a week',
  two_weeks: 'every two weeks',
  month: 'a month',
  year: 'a year',
};

export const instalmentStateWords: Words<'upcoming' | 'due' | 'paid' | 'partly_paid' | 'missed'> = {
  upcoming: 'To come',
  due: 'Due',
  paid: 'Paid',
  partly_paid: 'Partly paid',
  missed: 'Missed',
};

export const promiseStateWords: Words<'open' | 'kept' | 'partly_kept' | 'broken' | 'cancelled'> = {
  open: 'Open',
  kept: 'Kept',
  partly_kept: 'Partly kept',
  broken: 'Broken',
  cancelled: 'Cancelled',
};

export const reminderStateWords: Words<'open' | 'done' | 'cancelled'> = {
  open: 'Open',
  done: 'Done',
  cancelled: 'Cancelled',
};

export const letterStateWords: Words<'kept' | 'printed' | 'saved'> = {
  kept: 'Kept, not printed',
  printed: 'Printed',
  saved: 'Saved as PDF',
};

export const timelineKindWords: Words<
  | 'note'
  | 'contact'
  | 'entry'
  | 'letter'
  | 'mail'
  | 'promise'
  | 'plan'
  | 'reminder'
  | 'offer'
  | 'event'
  | 'hold'
  | 'attachment'
  | 'trace'
  | 'reach'
  | 'strategy'
  | 'change'
> = {
  note: 'Notes',
  contact: 'Contacts',
  entry: 'Ledger',
  letter: 'Letters',
  mail: 'Mail',
  promise: 'Promises',
  plan: 'Plans',
  reminder: 'Reminders',
  offer: 'Offers',
  event: 'Events',
  hold: 'Holds',
  attachment: 'Files',
  trace: 'Skip tracing',
  reach: 'Numbers and addresses',
  strategy: 'Strategies',
  change: 'Account changes',
};

export const noteKindWords: Words<NoteKind> = {
  note: 'Note',
  call: 'Call',
  visit: 'Visit',
  skip_trace: 'Skip trace',
  internal: 'Internal',
  legal: 'Legal',
};

export const accountChangeWords: Words<'closed' | 'reopened' | 'next_step' | 'renamed'> = {
  closed: 'Account closed',
  reopened: 'Account reopened',
  next_step: 'Next step',
  renamed: 'Renamed',
};

/** What waits in Today, as the name of a group. */
export const todayKindWords: Words<QueueKind> = {
  callback: 'Callbacks',
  notice_due: 'Validation notices owed',
  dispute_answer_owed: 'Disputes owed an answer',
  request_answer_owed: 'Requests owed an answer',
  promise_broken: 'Broken promises',
  instalment_missed: 'Missed instalments',
  reminder_due: 'Reminders due',
  promise_due: 'Promises due today',
  instalment_due: 'Instalments due today',
  strategy_step: 'Strategy steps',
  mail_returned: 'Mail returned',
  limitation_ending: 'Limitation periods ending',
  money_waiting: 'Money received to post',
  letter_waiting: 'Letters to print',
  next_step: 'Next steps',
  validation_ending: 'Validation periods ending',
  renewal_due: 'Renewals',
  no_next_step: 'Accounts without a next step',
};

/** One of them. */
export const todayReasonWords: Words<QueueKind> = {
  callback: 'Callback',
  notice_due: 'Notice owed',
  dispute_answer_owed: 'Dispute',
  request_answer_owed: 'Request',
  promise_broken: 'Broken promise',
  instalment_missed: 'Missed instalment',
  reminder_due: 'Reminder',
  promise_due: 'Promise due',
  instalment_due: 'Instalment due',
  strategy_step: 'Strategy step',
  mail_returned: 'Mail returned',
  limitation_ending: 'Limitation ends',
  money_waiting: 'Money received',
  letter_waiting: 'Letters to print',
  next_step: 'Next step',
  validation_ending: 'Validation ends',
  renewal_due: 'Renewal',
  no_next_step: 'Nothing planned',
};

/** The kinds of hold, as events with evidence. */
export const holdKindWords: Words<
  | 'dispute'
  | 'request'
  | 'cease'
  | 'attorney'
  | 'bankruptcy'
  | 'deceased'
  | 'identity_theft'
  | 'medical'
  | 'hardship'
  | 'court'
  | 'house'
> = {
  dispute: 'Dispute',
  request: 'Request to be answered',
  cease: 'Cease communication',
  attorney: 'Represented by an attorney',
  bankruptcy: 'Bankruptcy',
  deceased: 'Debtor has died',
  identity_theft: 'Identity theft',
  medical: 'Medical billing under review',
  hardship: 'Hardship',
  court: 'Court order',
  house: 'House decision',
};

// ---- the law --------------------------------------------------------------------------------------------------

/** What the rules answer to “May I contact …?”. */
export const verdictOutcomeWords: Words<VerdictOutcome> = {
  allowed: 'Allowed',
  warning: 'Caution',
  undetermined: 'Unclear',
  blocked: 'Not now',
};

export const ruleForceWords: Words<RuleForce> = {
  prohibition: 'Forbidden',
  presumption: 'Presumed unlawful',
  caution: 'Caution',
  house: 'Policy of this office',
};

/** How sure an entry of the law is. */
export const confidenceWords: Words<Confidence> = {
  text: 'Text of the law read',
  secondary: 'Secondary source read',
  known: 'Well established',
  unverified: 'Verify',
};

export const officeRoleWords: Words<OfficeRole> = {
  third_party_collector: 'Collects for others, or debts it bought',
  first_party_creditor: 'Collects its own debts in its own name',
  creditor_other_name: 'Collects its own debts under another name',
  law_office: 'Law office collecting for clients',
  medical_provider: 'Medical provider billing its own patients',
};

/** Whom a contact is for. */
export const contactPartyWords: Words<ContactParty> = {
  debtor: 'The debtor',
  spouse: 'The debtor’s spouse',
  parent: 'Parent of a minor debtor',
  representative: 'Guardian, executor or personal representative',
  attorney: 'The debtor’s attorney',
  third_party: 'Someone else',
  employer: 'The debtor’s employer',
  creditor: 'The creditor or its attorney',
  bureau: 'Credit bureau',
  trustee: 'Bankruptcy trustee',
};

export const contactPurposeWords: Words<ContactPurpose> = {
  collect: 'To collect',
  locate: 'To find the debtor',
  validation_notice: 'Validation notice',
  verification: 'Verification of a disputed debt',
  original_creditor_answer: 'Name and address of the original creditor',
  efforts_end: 'To say that collection ends',
  remedy_notice: 'To give notice of a remedy',
  confirm_opt_out: 'To confirm an opt-out',
  answer_request: 'To answer what the debtor asked',
  required_by_law: 'A communication the law requires',
  legal_process: 'Court papers',
  limited_content: 'Limited-content message',
};

export const dialingWords: Words<Dialing> = {
  by_hand: 'Dialed by hand',
  automatic: 'Automatic dialer',
  artificial_voice: 'Recorded or artificial voice',
  ringless: 'Ringless voicemail',
};

/** What may rebut the presumption of too many calls. */
export const rebuttalFactorWords: Words<RebuttalFactor> = {
  required_by_other_law: 'Another law requires the call',
  active_litigation: 'The call concerns an active lawsuit',
  answer_to_request: 'The call answers a request of the debtor',
  time_critical_harm: 'The call prevents harm that cannot wait',
};

/** Events as a form and a list name them. */
export const legalEventKindWords: Words<LegalEventKind> = {
  cease_written: 'Asked in writing to stop contact',
  cease_oral: 'Asked by word of mouth to stop contact',
  refusal_written: 'Refused in writing to pay',
  attorney: 'Represented by an attorney',
  dispute: 'Disputes the debt',
  original_creditor_request: 'Asked for the original creditor',
  opt_out: 'Opted out of a channel, number or address',
  inconvenient_time: 'Named a time that is inconvenient',
  inconvenient_place: 'Named a place that is inconvenient',
  only_time: 'Named the only time for contact',
  employer_prohibits: 'Employer forbids contact at work',
  consent: 'Gave consent',
  answer_wanted: 'Asked for an answer',
  bankruptcy: 'Filed for bankruptcy',
  discharge: 'Debt discharged in bankruptcy',
  deceased: 'Died',
  identity_theft: 'Says the debt is identity theft',
  servicemember: 'Military service',
  creditor_email_notice: 'Creditor announced e-mail by the collector',
  prior_collector_email: 'An earlier collector used this e-mail address',
  reassigned_check: 'Number checked for reassignment',
  third_party_disclosure: 'A third party has access to a number or address',
  employer_provided: 'Number or address belongs to the employer',
  validation_notice: 'Validation notice sent',
  notice_returned: 'Notice came back undelivered',
  verification_sent: 'Verification sent',
  first_statement: 'First statement sent',
  documentation_notice: 'Documentation of the debt sent',
  furnish_notice: 'Notice before credit reporting',
  furnished: 'Reported to a credit bureau',
  direct_dispute: 'Disputed what was reported, to this office',
  bureau_dispute: 'Disputed what was reported, to a credit bureau',
  assistance_application: 'Applied for financial assistance',
  eca_notice: 'Notice before extraordinary collection actions',
  no_surprises_dispute: 'No Surprises Act dispute',
  insurance_appeal: 'Insurance appeal under way',
  statement_request: 'Asked for an itemized statement',
  medical_notice: 'Medical notice sent',
  court_permission: 'Court permission',
  litigation_hold: 'Records must be kept for a lawsuit',
  debt_sold: 'Debt sold',
  debt_recalled: 'Debt recalled by the client',
  time_acknowledged: 'Acknowledged the debt',
};

/** What a consent is for, as the end of “Consent …”. */
export const consentKindWords: Words<ConsentKind> = {
  contact: 'to contact that would otherwise be barred',
  frequency: 'to more frequent calls',
  email: 'to e-mail',
  text: 'to text messages',
  automatic: 'to automatic calls or recorded voices',
  third_party: 'to speak with a third party',
  work: 'to contact at work',
  esign: 'to notices in electronic form (E-SIGN)',
};

export const debtFactWords: Words<DebtFactName> = {
  purpose: 'Consumer or business debt',
  governing_state: 'Governing state',
  governing_basis: 'How the governing state was chosen',
  contract_state: 'State named in the contract',
  form: 'What the debt rests on',
  defaulted_on: 'First missed payment or breach',
  last_charge_on: 'Last charge or purchase',
  charged_off_on: 'Charge-off day',
  last_statement_on: 'Last statement day',
  transaction_on: 'Transaction day',
  delinquent_on: 'First delinquency, for credit bureaus',
  itemization_kind: 'Kind of itemization date',
  itemization_on: 'Itemization date',
  itemized_cents: 'Owed on the itemization date',
  itemization_creditor: 'Creditor on the itemization date',
  itemization_number: 'Account number on the itemization date',
  current_creditor: 'Current creditor',
  consumer_financial: 'Consumer financial product or service',
  first_bill_on: 'First bill after care',
  hospital_501r: 'Bill of a nonprofit hospital, 501(r)',
  medical_service: 'Kind of medical service',
  good_faith_over_cents: 'Billed above the good-faith estimate',
  student_loan_group: 'Student loans under one number',
  debt_buyer: 'Bought debt',
  time_barred_text: 'Time-barred wording confirmed by counsel',
  tolling_known: 'Anything that stopped the limitation period',
  litigation: 'In suit',
  charged_off: 'Charged off',
  locality: 'City with rules of its own',
};

export const personFactWords: Words<PersonFactName> = {
  residence_state: 'State of residence',
  zone: 'Time zone',
  language: 'Language',
  new_york_city: 'Lives in New York City',
  military: 'Military status',
  full_name: 'Most complete name known',
  born_on: 'Birth date',
};

/** What a debt rests on. */
export const debtFormWords: Words<DebtForm> = {
  signed_writing: 'Signed contract',
  unsigned_writing: 'Written contract, not signed',
  oral: 'Oral agreement',
  open_account: 'Open account',
  sale_of_goods: 'Sale of goods',
  promissory_note: 'Promissory note',
  demand_note: 'Note payable on demand',
  credit_card: 'Credit card',
  medical: 'Medical services',
  judgment: 'Judgment',
};

export const itemizationKindWords: Words<ItemizationKind> = {
  last_statement: 'Last statement',
  charge_off: 'Charge-off',
  last_payment: 'Last payment',
  transaction: 'Transaction',
  judgment: 'Judgment',
};

/** Values of facts that are chosen from a list, by the name of the fact. */
export const debtPurposeWords: Words<DebtPurpose> = { consumer: 'Consumer debt', business: 'Business debt' };

export const governingBasisWords: Words<GoverningBasis> = {
  residence: 'Where the debtor lives',
  contract: 'Named in the contract',
  signed_there: 'Where the contract was signed',
  forum: 'Where a suit would be brought',
  counsel: 'Chosen by counsel',
};

export const medicalServiceWords: Words<MedicalService> = {
  hospital: 'Hospital',
  professional: 'Physician or other professional',
  ambulance: 'Ambulance',
  other: 'Other medical service',
};

export const tollingWords: Words<Tolling> = {
  none: 'Nothing stopped it, as far as is known',
  some: 'Something stopped it',
};

export const militaryStatusWords: Words<MilitaryStatus> = {
  none: 'Checked: not in service',
  active: 'Checked: in active service',
};

/** The very names a list of Duebook bears at the head of its columns, so that what goes out comes in again. */
export const importFieldWords: Words<ImportField> = duebookNames;

/** What goes to whoever keeps the books. */
export const bookkeepingKindWords: Words<'payments' | 'reductions' | 'charges' | 'interest'> = {
  payments: 'Payments, refunds and returned payments',
  reductions: 'Write-offs, settlements, discounts and other adjustments',
  charges: 'Charges, fees and costs',
  interest: 'Interest',
};

/** To whom accounts are handed over. */
export const handOverToWords: Words<'attorney' | 'agency' | 'client' | 'other'> = {
  attorney: 'Attorney',
  agency: 'Collection agency',
  client: 'Client',
  other: 'Somebody else',
};

export const rowKindWords: Words<RowKind> = {
  charge: 'Invoices and charges',
  debtor: 'Debtors',
  account: 'Accounts',
  payment: 'Payments',
  credit: 'Credits',
  note: 'Notes',
  contact: 'Contacts',
  phone: 'Phone numbers',
  address: 'Addresses',
  bank_line: 'Money received, to be matched',
};

export const importSourceWords: Words<ImportSource> = {
  table: 'A table',
  'duebook.list': 'A list from Duebook',
  'quickbooks.customer_list': 'QuickBooks customer list',
  'quickbooks.open_invoices': 'QuickBooks open invoices',
  'quickbooks.aging_detail': 'QuickBooks A/R aging detail',
  'quickbooks.aging_summary': 'QuickBooks A/R aging summary',
  'quickbooks.transaction_list': 'QuickBooks transaction list',
  'quickbooks.iif': 'QuickBooks Desktop IIF',
  'quickbooks.tables': 'QuickBooks tables',
  'xero.invoices': 'Xero invoices',
  'xero.contacts': 'Xero contacts',
  'xero.aged_receivables': 'Xero aged receivables',
  'freshbooks.clients': 'FreshBooks clients',
  'freshbooks.invoices': 'FreshBooks invoices',
  'wave.customers': 'Wave customers',
  'wave.accounting': 'Wave accounting',
  'invoice_ninja.clients': 'Invoice Ninja clients',
  'invoice_ninja.invoices': 'Invoice Ninja invoices',
  'invoice_ninja.payments': 'Invoice Ninja payments',
  'zoho.contacts': 'Zoho contacts',
  'zoho.invoices': 'Zoho invoices',
  'zoho.payments': 'Zoho payments',
  'stripe.customers': 'Stripe customers',
  'stripe.invoices': 'Stripe invoices',
  'stripe.payments': 'Stripe payments',
  'bank.ofx': 'Bank statement (OFX, QBO, QFX)',
  'bank.csv': 'Bank statement (table)',
  'x12.835': 'Remittance advice (X12 835)',
  'x12.837': 'Claims (X12 837)',
};

/** A code as its word; a code of a later version, or of a file, as it stands. */
export function wordOf<K extends string>(words: Words<K>, code: string): string {
  return Object.hasOwn(words, code) ? words[code as K] : code.replaceAll('_', ' ');
}
