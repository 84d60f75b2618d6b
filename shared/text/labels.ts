/**
 * The words of every closed list: what the book stores as a code and people read as a word. Complete by
 * type, so that a new code cannot reach the screen unnamed. The terms are the glossary's.
 */
import type { AccountStatus, DebtType } from '../domain/account.ts';
import type { AgingBucket } from '../domain/aging.ts';
import type { ContactChannel, ContactOutcome } from '../domain/contact.ts';
import type { AddressStatus, DebtorKind, PhoneStatus } from '../domain/debtor.ts';
import type { ImportField } from '../domain/import.ts';
import type { Compounding, DayCount, InterestMethod } from '../domain/interest.ts';
import type {
  ApplicationOrder,
  BasisKind,
  ComponentName,
  EntryKind,
  PaymentMethod,
} from '../domain/ledger.ts';
import type { PlanFrequency, PlanUnknown, RollRule } from '../domain/plan-terms.ts';

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
  'note' | 'contact' | 'entry' | 'letter' | 'promise' | 'plan' | 'reminder'
> = {
  note: 'Notes',
  contact: 'Contacts',
  entry: 'Ledger',
  letter: 'Letters',
  promise: 'Promises',
  plan: 'Plans',
  reminder: 'Reminders',
};

/** The headings of Today, most pressing first. */
export const todayKindWords: Words<
  | 'reminder_due'
  | 'promise_broken'
  | 'promise_due'
  | 'instalment_missed'
  | 'instalment_due'
  | 'next_step'
  | 'no_next_step'
> = {
  reminder_due: 'Reminders due',
  promise_broken: 'Broken promises',
  promise_due: 'Promises due today',
  instalment_missed: 'Missed instalments',
  instalment_due: 'Instalments due today',
  next_step: 'Next steps',
  no_next_step: 'Accounts without a next step',
};

/** The kinds of hold, as events with evidence. */
export const holdKindWords: Words<
  'dispute' | 'cease' | 'attorney' | 'bankruptcy' | 'deceased' | 'hardship' | 'court' | 'house'
> = {
  dispute: 'Dispute',
  cease: 'Cease communication',
  attorney: 'Represented by an attorney',
  bankruptcy: 'Bankruptcy',
  deceased: 'Debtor has died',
  hardship: 'Hardship',
  court: 'Court order',
  house: 'House decision',
};

export const importFieldWords: Words<ImportField> = {
  debtor_reference: 'Debtor number',
  debtor_name: 'Debtor name',
  first_name: 'First name',
  last_name: 'Last name',
  account_number: 'Account number',
  charge_reference: 'Invoice or charge number',
  charge_on: 'Charge day',
  due_on: 'Due day',
  amount: 'Amount',
  paid_amount: 'Paid amount',
  balance: 'Balance',
  settled_on: 'Settled day',
  memo: 'Memo',
  original_creditor: 'Original creditor',
  phone: 'Phone',
  email: 'E-mail',
  address_line1: 'Address line 1',
  address_line2: 'Address line 2',
  city: 'City',
  region: 'State',
  postal_code: 'ZIP code',
};

/** A code as its word; a code of a later version, or of a file, as it stands. */
export function wordOf<K extends string>(words: Words<K>, code: string): string {
  return Object.hasOwn(words, code) ? words[code as K] : code.replaceAll('_', ' ');
}
