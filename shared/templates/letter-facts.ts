/**
 * What a template can name, and nothing else: plain texts, already formatted, so that the preview, the print
 * and the copy in the book agree to the letter. Sums carry cents, days are spelled out.
 *
 * Every name of `fields.ts` is always there: empty where the account has nothing of the kind, so that a condition can ask whether
 * it is filled. What a letter cannot do without is refused before it is merged (`needs`). While the texts are made, every sum and
 * day among them is noted by its name: the check of a letter's wording holds the finished text against those.
 *
 * The facts are stored with the letter. A field may be added; none is renamed or given another meaning.
 */
import { addDays, type Day, spellDay, spellDayShort } from '../domain/days.ts';
import type { EntryKind } from '../domain/ledger.ts';
import { formatDollars } from '../domain/money.ts';
import { debtTypeWords, paymentMethodWords } from '../text/labels.ts';
import { type FormFacts, noForm } from './form-facts.ts';
import type { LetterCharge, LetterData, LetterPayment, LetterText } from './letter-data.ts';

export type { LetterCharge, LetterData } from './letter-data.ts';

export type LetterFacts = {
  readonly letter: { readonly date: string; readonly is_sample: boolean };
  readonly pay_by: {
    readonly in_7_days: string;
    readonly in_10_days: string;
    readonly in_14_days: string;
    readonly in_30_days: string;
  };
  readonly sender: {
    readonly name: string;
    readonly address_lines: readonly string[];
    readonly phone: string;
    readonly email: string;
    readonly website: string;
    readonly hours: string;
    readonly how_to_pay: string;
    readonly signer: string;
    readonly signer_title: string;
    readonly dispute_address: string;
    readonly dispute_lines: readonly string[];
  };
  readonly debtor: {
    readonly name: string;
    readonly full_name: string;
    readonly state: string;
    readonly is_business: boolean;
    readonly address_lines: readonly string[];
  };
  /** Whom the letter goes to, and the block that stands in the window. */
  readonly recipient: {
    readonly name: string;
    readonly greeting: string;
    readonly address_lines: readonly string[];
  };
  readonly account: {
    readonly number: string;
    readonly creditor: string;
    /** Empty when it is the same as `creditor`. */
    readonly original_creditor: string;
    readonly opened_on: string;
    readonly kind_of_debt: string;
  };
  /** What a condition may ask (`factConditions`). */
  readonly is: LetterData['is'];
  readonly amount_due: string;
  readonly amounts: {
    readonly principal: string;
    readonly interest: string;
    readonly fees: string;
    readonly costs: string;
    readonly per_day: string;
    readonly total_all: string;
    readonly last_payment: string;
    readonly last_payment_on: string;
  };
  /** The oldest due day among the charges; empty when none has one. */
  readonly oldest_due: string;
  readonly charges: readonly {
    readonly date: string;
    readonly due: string;
    readonly description: string;
    readonly charged: string;
    /** What has been paid or credited on it. */
    readonly paid: string;
    readonly open: string;
    /** What is owed with this charge and all before it. */
    readonly running: string;
  }[];
  readonly charges_total: string;
  /** What the open charges do not explain, such as money no charge has taken; `null` when they explain all. */
  readonly not_tied: { readonly label: string; readonly amount: string } | null;
  readonly accounts: readonly {
    readonly number: string;
    readonly creditor: string;
    readonly original_creditor: string;
    readonly opened_on: string;
    readonly balance: string;
  }[];
  readonly payments: readonly {
    readonly date: string;
    readonly amount: string;
    readonly method: string;
    readonly reference: string;
  }[];
  readonly instalments: readonly {
    readonly number: string;
    readonly due: string;
    readonly amount: string;
    readonly paid: string;
    readonly balance: string;
  }[];
  readonly disputes: readonly {
    readonly date: string;
    readonly description: string;
    readonly amount: string;
  }[];
  readonly placed: readonly {
    readonly number: string;
    readonly debtor: string;
    readonly amount: string;
    readonly placed_on: string;
    readonly debt_date: string;
  }[];
  readonly validation: Section<
    | 'itemization_on'
    | 'creditor_then'
    | 'number_then'
    | 'owed_then'
    | 'interest'
    | 'fees'
    | 'paid'
    | 'owed_now'
    | 'end_on'
    | 'product'
    | 'electronic_address'
  >;
  readonly dispute: Section<'received_on' | 'what' | 'amount'>;
  readonly cease: Section<'received_on'>;
  readonly offer: Section<'amount' | 'saves' | 'percent' | 'due_on' | 'terms'>;
  readonly settlement: Section<'amount' | 'forgiven' | 'due_on' | 'terms' | 'default'>;
  readonly plan: Section<
    | 'total'
    | 'amount'
    | 'count'
    | 'every'
    | 'first_on'
    | 'last_on'
    | 'left'
    | 'next_on'
    | 'next_amount'
    | 'missed_on'
    | 'missed_amount'
    | 'missed_count'
  >;
  readonly payment: Section<'amount' | 'received_on' | 'method' | 'reference' | 'balance_after'>;
  readonly returned: Section<'amount' | 'paid_on' | 'on' | 'why' | 'fee'>;
  readonly paid: Section<'on' | 'amount' | 'total'>;
  readonly payoff: Section<'amount' | 'good_through'>;
  readonly judgment: Section<'court' | 'case_number' | 'entered_on' | 'amount'>;
  readonly bankruptcy: Section<'case_number' | 'chapter' | 'court' | 'filed_on'>;
  readonly estate: Section<'died_on' | 'representative'>;
  readonly attorney: Section<'name' | 'firm'>;
  readonly placement: Section<'count' | 'total' | 'from' | 'to'>;
  readonly client: Section<'name'>;
  /** Prescribed texts by id, filled; empty where no wording is known. */
  readonly texts: Readonly<Record<string, string>>;
  readonly state_texts: readonly LetterText[];
  /** Model form B-1, filled, by part; no line while the account lacks what a validation notice needs. */
  readonly form: FormFacts;
};

/** All empty where the account has nothing of the kind. */
type Section<Name extends string> = { readonly [N in Name]: string };

/** Characters that print nothing but move or turn what stands around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** As typed, without characters that print nothing. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, ' ');
}

/** Text as it will be printed, without white space at its ends. */
function plain(text: string): string {
  return printable(text).trim();
}

const kindWords: Readonly<Partial<Record<EntryKind, string>>> = {
  charge: 'Charge',
  fee: 'Fee',
  cost: 'Cost',
  interest: 'Interest',
};

function describe(charge: LetterCharge): string {
  const reference = plain(charge.reference);
  const memo = plain(charge.memo);
  const parts = [reference, memo === reference ? '' : memo].filter((part) => part !== '');
  const kind = kindWords[charge.kind] ?? 'Charge';
  if (parts.length === 0) return kind;
  return charge.kind === 'charge' ? parts.join(', ') : `${kind}: ${parts.join(', ')}`;
}

/** A sum or a day of the facts, by the name of its field or list (`charges.open`). */
export type NamedSum = { readonly name: string; readonly cents: number };
export type NamedDay = { readonly name: string; readonly day: Day };

export type MadeFacts = {
  readonly facts: LetterFacts;
  readonly sums: readonly NamedSum[];
  readonly days: readonly NamedDay[];
};

/** The facts of one account on one day. */
export function letterFactsOf(data: LetterData): LetterFacts {
  return makeFacts(data).facts;
}

/**
 * The facts with every sum and day in them. What no open charge explains (money that no charge has taken) is its
 * own line, so that the table of charges always ends at the amount due.
 */
export function makeFacts(data: LetterData): MadeFacts {
  const sums: NamedSum[] = [];
  const days: NamedDay[] = [];
  const money = (name: string, cents: number | null | undefined): string => {
    if (cents === null || cents === undefined) return '';
    sums.push({ name, cents });
    return formatDollars(cents);
  };
  const spelled = (name: string, day: Day | null | undefined, spell: (day: Day) => string): string => {
    if (day === null || day === undefined) return '';
    days.push({ name, day });
    return spell(day);
  };
  const day = (name: string, on: Day | null | undefined) => spelled(name, on, spellDay);
  const short = (name: string, on: Day | null | undefined) => spelled(name, on, spellDayShort);
  const text = (value: string | null | undefined) => plain(value ?? '');
  const payBy = (count: number) => day(`pay_by.in_${count}_days`, addDays(data.today, count));
  const method = (payment: Pick<LetterPayment, 'method'> | null) =>
    payment?.method ? paymentMethodWords[payment.method].toLowerCase() : '';

  const { today, sender, debtor, recipient, account, amounts, plan, missed, validation, placement } = data;
  let runningCents = 0;
  const charges = data.charges.map((charge) => {
    runningCents += charge.openCents;
    return {
      date: short('charges.date', charge.effectiveOn),
      due: short('charges.due', charge.dueOn),
      description: describe(charge),
      charged: money('charges.charged', charge.chargedCents),
      paid: money('charges.paid', charge.chargedCents - charge.openCents),
      open: money('charges.open', charge.openCents),
      running: money('charges.running', runningCents),
    };
  });
  const notTiedCents = data.balanceCents - runningCents;
  const dueDays = data.charges.flatMap((charge) => (charge.dueOn === null ? [] : [charge.dueOn])).sort();
  const creditor = plain(account.clientName);
  const originalCreditor = plain(account.originalCreditor);
  const facts: LetterFacts = {
    letter: { date: day('letter.date', today), is_sample: data.sample },
    pay_by: {
      in_7_days: payBy(7),
      in_10_days: payBy(10),
      in_14_days: payBy(14),
      in_30_days: payBy(30),
    },
    sender: {
      name: plain(sender.name),
      address_lines: sender.addressLines.map(plain),
      phone: plain(sender.phone),
      email: plain(sender.email),
      website: plain(sender.website),
      hours: plain(sender.hours),
      how_to_pay: plain(sender.howToPay),
      signer: plain(sender.signer),
      signer_title: plain(sender.signerTitle),
      dispute_address: sender.disputeLines.map(plain).join(', '),
      dispute_lines: sender.disputeLines.map(plain),
    },
    debtor: {
      name: plain(debtor.name),
      full_name: plain(debtor.fullName),
      state: debtor.state ?? '',
      is_business: debtor.kind === 'business',
      address_lines: debtor.addressLines.map(plain),
    },
    recipient: {
      name: plain(recipient.name),
      greeting: plain(recipient.greeting),
      address_lines: recipient.addressLines.map(plain),
    },
    account: {
      number: plain(account.number),
      creditor,
      original_creditor: originalCreditor.toLowerCase() === creditor.toLowerCase() ? '' : originalCreditor,
      opened_on: day('account.opened_on', account.openedOn),
      kind_of_debt: debtTypeWords[account.type].toLowerCase(),
    },
    is: data.is,
    amount_due: money('amount_due', data.balanceCents),
    amounts: {
      principal: money('amounts.principal', amounts.principalCents),
      interest: money('amounts.interest', amounts.interestCents),
      fees: money('amounts.fees', amounts.feesCents),
      costs: money('amounts.costs', amounts.costsCents),
      per_day: money('amounts.per_day', amounts.perDayCents),
      total_all: money('amounts.total_all', amounts.allCents),
      last_payment: money('amounts.last_payment', amounts.lastPayment?.cents),
      last_payment_on: day('amounts.last_payment_on', amounts.lastPayment?.on),
    },
    oldest_due: day('oldest_due', dueDays[0]),
    charges,
    charges_total: money('charges_total', runningCents),
    not_tied:
      notTiedCents === 0
        ? null
        : {
            label: notTiedCents < 0 ? 'Payments and credits not tied to a charge' : 'Other amounts owed',
            amount: money('not_tied.amount', notTiedCents),
          },
    accounts: data.accounts.map((one) => ({
      number: plain(one.number),
      creditor: plain(one.creditor),
      original_creditor: plain(one.originalCreditor),
      opened_on: short('accounts.opened_on', one.openedOn),
      balance: money('accounts.balance', one.balanceCents),
    })),
    payments: data.payments.map((payment) => ({
      date: short('payments.date', payment.receivedOn),
      amount: money('payments.amount', payment.amountCents),
      method: method(payment),
      reference: plain(payment.reference),
    })),
    instalments: (plan?.instalments ?? []).map((part) => ({
      number: String(part.number),
      due: short('instalments.due', part.dueOn),
      amount: money('instalments.amount', part.amountCents),
      paid: money('instalments.paid', part.paidCents),
      balance: money('instalments.balance', part.leftAfterCents),
    })),
    disputes: (data.dispute?.answers ?? []).map((answer) => ({
      date: short('disputes.date', answer.on),
      description: plain(answer.description),
      amount: money('disputes.amount', answer.cents),
    })),
    placed: (placement?.placed ?? []).map((one) => ({
      number: plain(one.number),
      debtor: plain(one.debtor),
      amount: money('placed.amount', one.cents),
      placed_on: short('placed.placed_on', one.placedOn),
      debt_date: short('placed.debt_date', one.debtOn),
    })),
    validation: {
      itemization_on: day('validation.itemization_on', validation?.itemizationOn),
      creditor_then: text(validation?.creditorThen),
      number_then: text(validation?.numberThen),
      owed_then: money('validation.owed_then', validation?.owedThenCents),
      interest: money('validation.interest', validation?.interestCents),
      fees: money('validation.fees', validation?.feesCents),
      paid: money('validation.paid', validation?.paidCents),
      owed_now: money('validation.owed_now', validation?.owedNowCents),
      end_on: day('validation.end_on', validation?.endOn ?? data.periodEndOn),
      product: text(validation?.product),
      electronic_address: text(validation?.electronicAddress),
    },
    dispute: {
      received_on: day('dispute.received_on', data.dispute?.receivedOn),
      what: text(data.dispute?.what),
      amount: money('dispute.amount', data.dispute?.cents),
    },
    cease: { received_on: day('cease.received_on', data.cease?.receivedOn) },
    offer: {
      amount: money('offer.amount', data.offer?.amountCents),
      saves: money('offer.saves', data.offer?.savesCents),
      percent: text(data.offer?.percent),
      due_on: day('offer.due_on', data.offer?.dueOn),
      terms: text(data.offer?.terms),
    },
    settlement: {
      amount: money('settlement.amount', data.settlement?.amountCents),
      forgiven: money('settlement.forgiven', data.settlement?.forgivenCents),
      due_on: day('settlement.due_on', data.settlement?.dueOn),
      terms: text(data.settlement?.terms),
      default: text(data.settlement?.default),
    },
    plan: {
      total: money('plan.total', plan?.totalCents),
      amount: money('plan.amount', plan?.amountCents),
      count: plan === null ? '' : String(plan.count),
      every: text(plan?.every),
      first_on: day('plan.first_on', plan?.firstOn),
      last_on: day('plan.last_on', plan?.lastOn),
      left: money('plan.left', plan?.leftCents),
      next_on: day('plan.next_on', plan?.next?.on),
      next_amount: money('plan.next_amount', plan?.next?.cents),
      missed_on: day('plan.missed_on', missed?.on),
      missed_amount: money('plan.missed_amount', missed?.cents),
      missed_count: missed === null ? '' : String(missed.count),
    },
    payment: {
      amount: money('payment.amount', data.payment?.amountCents),
      received_on: day('payment.received_on', data.payment?.receivedOn),
      method: method(data.payment),
      reference: text(data.payment?.reference),
      balance_after: money('payment.balance_after', data.payment?.balanceAfterCents),
    },
    returned: {
      amount: money('returned.amount', data.returned?.amountCents),
      paid_on: day('returned.paid_on', data.returned?.paidOn),
      on: day('returned.on', data.returned?.on),
      why: text(data.returned?.why),
      fee: money('returned.fee', data.returned?.feeCents),
    },
    paid: {
      on: day('paid.on', data.paid?.on),
      amount: money('paid.amount', data.paid?.cents),
      total: money('paid.total', data.paid?.totalCents),
    },
    payoff: {
      amount: money('payoff.amount', data.payoff.cents),
      good_through: day('payoff.good_through', data.payoff.goodThrough),
    },
    judgment: {
      court: text(data.judgment?.court),
      case_number: text(data.judgment?.caseNumber),
      entered_on: day('judgment.entered_on', data.judgment?.enteredOn),
      amount: money('judgment.amount', data.judgment?.cents),
    },
    bankruptcy: {
      case_number: text(data.bankruptcy?.caseNumber),
      chapter: text(data.bankruptcy?.chapter),
      court: text(data.bankruptcy?.court),
      filed_on: day('bankruptcy.filed_on', data.bankruptcy?.filedOn),
    },
    estate: {
      died_on: day('estate.died_on', data.estate?.diedOn),
      representative: text(data.estate?.representative),
    },
    attorney: { name: text(data.attorney?.name), firm: text(data.attorney?.firm) },
    placement: {
      count: placement === null ? '' : String(placement.placed.length),
      total: money('placement.total', placement?.totalCents),
      from: day('placement.from', placement?.fromOn),
      to: day('placement.to', placement?.toOn),
    },
    client: { name: creditor },
    texts: data.texts,
    state_texts: data.stateTexts,
    form: data.form ?? noForm,
  };
  return { facts, sums, days };
}
