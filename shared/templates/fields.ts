/**
 * The merge fields of letters: every name a document may use, what it is, and what the account must have for it to be filled. The
 * facts (`letter-facts.ts`) carry them under the same names; a name that is not here is refused.
 *
 * A name is never given another meaning and never taken away: stored letters and stored documents keep using it.
 */
export const letterNeeds = [
  'charges',
  'plan',
  'missed_instalment',
  'offer',
  'settlement',
  'dispute',
  'payment',
  'returned_payment',
  'paid_in_full',
  'judgment',
  'bankruptcy',
  'estate',
  'attorney',
  'validation',
  'cease',
  'placement',
  'furnishing',
] as const;
/** What an account must have for a letter that speaks of it. */
export type LetterNeed = (typeof letterNeeds)[number];

export type FieldShape = 'text' | 'lines' | 'money' | 'day' | 'number';

type Spec = readonly [label: string, shape: FieldShape, example: string, need?: LetterNeed];

/** Written once; names, labels and needs all come from here. */
const specs = {
  'letter.date': ['Today', 'day', 'November 22, 2026'],
  'pay_by.in_7_days': ['In 7 days', 'day', 'November 29, 2026'],
  'pay_by.in_10_days': ['In 10 days', 'day', 'December 2, 2026'],
  'pay_by.in_14_days': ['In 14 days', 'day', 'December 6, 2026'],
  'pay_by.in_30_days': ['In 30 days', 'day', 'December 22, 2026'],

  'sender.name': ['Your office', 'text', 'Harbor Lane Receivables'],
  'sender.phone': ['Your telephone', 'text', '(512) 555-0100'],
  'sender.email': ['Your email', 'text', 'office@harborlane.example'],
  'sender.website': ['Your website', 'text', 'www.harborlane.example'],
  'sender.hours': ['Your hours', 'text', 'Monday to Friday, 9 to 5'],
  'sender.how_to_pay': ['How to pay', 'lines', 'By check to the address above.'],
  'sender.signer': ['Who signs', 'text', 'Dana Whitlock'],
  'sender.signer_title': ['Title of who signs', 'text', 'Accounts manager'],
  'sender.dispute_address': ['Address for disputes, in one line', 'text', 'PO Box 7, Austin TX 78701'],

  'debtor.name': ['Name of the debtor', 'text', 'Mara Okafor'],
  'debtor.full_name': ['Fullest name of the debtor', 'text', 'Mara Ijeoma Okafor'],
  'debtor.state': ['State of the debtor', 'text', 'TX'],
  'recipient.name': ['Who the letter goes to', 'text', 'Mara Okafor'],
  'recipient.greeting': ['How the letter greets', 'text', 'Mara Okafor'],

  'account.number': ['Account number', 'text', 'TD-1042'],
  'account.creditor': ['Creditor', 'text', 'Tidewater Dental'],
  'account.original_creditor': ['Original creditor, if another', 'text', 'Shore Dental Group'],
  'account.opened_on': ['Day of the debt', 'day', 'June 1, 2026'],
  'account.kind_of_debt': ['Kind of debt', 'text', 'medical bill'],

  amount_due: ['Amount due', 'money', '$960.00'],
  'amounts.principal': ['Principal', 'money', '$900.00'],
  'amounts.interest': ['Interest', 'money', '$35.00'],
  'amounts.fees': ['Fees', 'money', '$25.00'],
  'amounts.costs': ['Costs', 'money', '$0.00'],
  'amounts.per_day': ['Interest for each further day', 'money', '$0.22'],
  'amounts.total_all': ['Owed on all accounts of the debtor', 'money', '$1,420.00'],
  charges_total: ['Open charges together', 'money', '$960.00'],
  oldest_due: ['Oldest unpaid due day', 'day', 'July 1, 2026'],
  'amounts.last_payment': ['Last payment', 'money', '$120.00'],
  'amounts.last_payment_on': ['Day of the last payment', 'day', 'August 3, 2026'],

  'validation.itemization_on': ['Itemization date', 'day', 'June 1, 2026', 'validation'],
  'validation.creditor_then': ['Creditor on the itemization date', 'text', 'Tidewater Dental', 'validation'],
  'validation.number_then': ['Account number on that date', 'text', 'TD-1042', 'validation'],
  'validation.owed_then': ['Owed on the itemization date', 'money', '$900.00', 'validation'],
  'validation.interest': ['Interest since', 'money', '$35.00', 'validation'],
  'validation.fees': ['Fees since', 'money', '$25.00', 'validation'],
  'validation.paid': ['Paid or credited since', 'money', '$0.00', 'validation'],
  'validation.owed_now': ['Total amount of the debt now', 'money', '$960.00', 'validation'],
  'validation.end_on': ['End of the validation period', 'day', 'January 5, 2027', 'validation'],
  'validation.product': ['Product, as the notice names it', 'text', 'dental account', 'validation'],
  'validation.electronic_address': [
    'Where disputes may go electronically',
    'text',
    'disputes@harborlane.example',
    'validation',
  ],

  'dispute.received_on': ['Day the dispute came', 'day', 'November 10, 2026', 'dispute'],
  'dispute.what': ['What is disputed', 'text', 'The amount is wrong', 'dispute'],
  'dispute.amount': ['Sum disputed', 'money', '$240.00', 'dispute'],

  'cease.received_on': ['Day the request to stop came', 'day', 'November 9, 2026', 'cease'],

  'offer.amount': ['Sum offered', 'money', '$720.00', 'offer'],
  'offer.saves': ['What the offer takes off', 'money', '$240.00', 'offer'],
  'offer.percent': ['Share of the balance', 'text', '75%', 'offer'],
  'offer.due_on': ['Day the offer ends', 'day', 'December 15, 2026', 'offer'],
  'offer.terms': ['How the sum is to be paid', 'text', 'in one payment by December 15, 2026', 'offer'],

  'settlement.amount': ['Settlement sum', 'money', '$720.00', 'settlement'],
  'settlement.forgiven': ['What is forgiven when it is kept', 'money', '$240.00', 'settlement'],
  'settlement.due_on': ['Last day of the settlement', 'day', 'December 15, 2026', 'settlement'],
  'settlement.terms': [
    'How the settlement is to be paid',
    'text',
    'in one payment by December 15, 2026',
    'settlement',
  ],
  'settlement.default': [
    'What a default does',
    'text',
    'The whole balance is owed again, less what was paid.',
    'settlement',
  ],

  'plan.total': ['Total of the plan', 'money', '$960.00', 'plan'],
  'plan.amount': ['Regular payment', 'money', '$80.00', 'plan'],
  'plan.count': ['Number of payments', 'number', '12', 'plan'],
  'plan.every': ['How often', 'text', 'monthly', 'plan'],
  'plan.first_on': ['First payment', 'day', 'December 1, 2026', 'plan'],
  'plan.last_on': ['Last payment of the plan', 'day', 'November 1, 2027', 'plan'],
  'plan.left': ['Still to pay under the plan', 'money', '$880.00', 'plan'],
  'plan.next_on': ['Next payment due', 'day', 'December 1, 2026', 'plan'],
  'plan.next_amount': ['Sum of the next payment', 'money', '$80.00', 'plan'],
  'plan.missed_on': ['Day of the first missed payment', 'day', 'November 1, 2026', 'missed_instalment'],
  'plan.missed_amount': ['What was missed', 'money', '$80.00', 'missed_instalment'],
  'plan.missed_count': ['Missed payments', 'number', '1', 'missed_instalment'],

  'payment.amount': ['Payment', 'money', '$120.00', 'payment'],
  'payment.received_on': ['Day it was received', 'day', 'November 18, 2026', 'payment'],
  'payment.method': ['How it was paid', 'text', 'check', 'payment'],
  'payment.reference': ['Number of the check or payment', 'text', '1042', 'payment'],
  'payment.balance_after': ['Owed after it', 'money', '$840.00', 'payment'],

  'returned.amount': ['Returned payment', 'money', '$120.00', 'returned_payment'],
  'returned.paid_on': ['Day it was paid', 'day', 'November 3, 2026', 'returned_payment'],
  'returned.on': ['Day it came back', 'day', 'November 12, 2026', 'returned_payment'],
  'returned.why': ['Why it came back', 'text', 'Not enough money in the account', 'returned_payment'],
  'returned.fee': ['Fee for it', 'money', '$25.00', 'returned_payment'],

  'paid.on': ['Day the last payment was made', 'day', 'November 18, 2026', 'paid_in_full'],
  'paid.amount': ['Last payment made', 'money', '$840.00', 'paid_in_full'],
  'paid.total': ['Paid altogether', 'money', '$960.00', 'paid_in_full'],

  'payoff.amount': ['Payoff in 10 days', 'money', '$962.20'],
  'payoff.good_through': ['Payoff good through', 'day', 'December 2, 2026'],

  'judgment.court': ['Court', 'text', 'Justice Court, Precinct 2, Travis County', 'judgment'],
  'judgment.case_number': ['Case number', 'text', 'J2-CV-26-00410', 'judgment'],
  'judgment.entered_on': ['Day of the judgment', 'day', 'September 14, 2026', 'judgment'],
  'judgment.amount': ['Sum of the judgment', 'money', '$900.00', 'judgment'],

  'bankruptcy.case_number': ['Bankruptcy case number', 'text', '26-10442', 'bankruptcy'],
  'bankruptcy.chapter': ['Chapter', 'text', '13', 'bankruptcy'],
  'bankruptcy.court': ['Bankruptcy court', 'text', 'Western District of Texas', 'bankruptcy'],
  'bankruptcy.filed_on': ['Day of filing', 'day', 'November 2, 2026', 'bankruptcy'],

  'estate.died_on': ['Day of death', 'day', 'October 20, 2026', 'estate'],
  'estate.representative': ['Who acts for the estate', 'text', 'Ifeoma Okafor', 'estate'],

  'attorney.name': ['Attorney of the debtor', 'text', 'Lena Voss', 'attorney'],
  'attorney.firm': ['Law firm', 'text', 'Voss & Hale', 'attorney'],

  'placement.count': ['Accounts placed', 'number', '3', 'placement'],
  'placement.total': ['Sum placed', 'money', '$2,380.00', 'placement'],
  'placement.from': ['First day of placement', 'day', 'November 1, 2026', 'placement'],
  'placement.to': ['Last day of placement', 'day', 'November 22, 2026', 'placement'],
  'client.name': ['Client', 'text', 'Tidewater Dental'],
} as const satisfies Readonly<Record<string, Spec>>;

export type FieldName = keyof typeof specs;

export type LetterField = {
  readonly name: FieldName;
  readonly label: string;
  readonly shape: FieldShape;
  readonly example: string;
  readonly need: LetterNeed | null;
};

export const letterFields: readonly LetterField[] = Object.entries(specs).map(([name, spec]) => {
  const [label, shape, example, need = null] = spec as Spec;
  return { name: name as FieldName, label, shape, example, need };
});

/** What a condition may ask: every one is a yes or a no in the facts, under `is`. */
const conditions = {
  consumer: 'the debtor is a person',
  business: 'the debtor is a business',
  medical: 'the debt is medical',
  consumer_financial: 'the debt comes from a consumer financial product',
  collector: 'your office is a debt collector',
  law_office: 'your office is a law office',
  first_party: 'your office collects its own debts',
  time_barred: 'the time to sue has passed, or may have',
  disputed: 'the debt is disputed',
  judgment: 'there is a judgment',
  has_plan: 'a payment plan runs',
  interest_runs: 'interest runs',
  furnishes: 'your office reports to credit bureaus',
  several_accounts: 'the debtor owes on more than one account',
  original_differs: 'the original creditor is another',
  first_writing: 'nothing was written to the debtor about this debt before',
  in_validation: 'the validation period still runs',
  state_notices: 'the law of the debtor’s state has something said in this letter',
} as const;
export type FactCondition = keyof typeof conditions;
export const factConditions = Object.entries(conditions) as readonly (readonly [FactCondition, string])[];

/** Lists of the facts and what each item holds. */
const lists = {
  charges: {
    label: 'Open charges',
    fields: {
      date: 'Date',
      due: 'Due',
      description: 'For',
      charged: 'Charged',
      paid: 'Credited',
      open: 'Still owed',
      running: 'Running total',
    },
  },
  accounts: {
    label: 'Accounts of the debtor',
    fields: {
      number: 'Account',
      creditor: 'Creditor',
      original_creditor: 'Original creditor',
      opened_on: 'Date',
      balance: 'Amount due',
    },
  },
  payments: {
    label: 'Payments received',
    fields: { date: 'Date', amount: 'Amount', method: 'How', reference: 'Number' },
  },
  instalments: {
    label: 'Payments of the plan',
    fields: { number: 'No.', due: 'Due', amount: 'Amount', paid: 'Paid', balance: 'Left after' },
  },
  disputes: {
    label: 'What answers the dispute',
    fields: { date: 'Date', description: 'Document or entry', amount: 'Amount' },
  },
  placed: {
    label: 'Accounts placed by the client',
    fields: {
      number: 'Your number',
      debtor: 'Debtor',
      amount: 'Amount placed',
      placed_on: 'Placed on',
      debt_date: 'Date of debt',
    },
  },
} as const;

export type ListName = keyof typeof lists;
type ItemFields = { [L in ListName]: `item.${Extract<keyof (typeof lists)[L]['fields'], string>}` };
/** A field of the item of a list, named inside it only. */
export type ItemFieldName = ItemFields[ListName];

export type LetterList = {
  readonly name: ListName;
  readonly label: string;
  readonly fields: readonly { readonly name: ItemFieldName; readonly label: string }[];
};

export const letterLists: readonly LetterList[] = Object.entries(lists).map(([name, { label, fields }]) => ({
  name: name as ListName,
  label,
  fields: Object.entries(fields).map(([field, words]) => ({
    name: `item.${field}` as ItemFieldName,
    label: words,
  })),
}));
