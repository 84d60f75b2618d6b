/**
 * An invented account to which everything has happened once, so that a letter can be looked at before there is an account it fits. The
 * sums add up and the days follow each other; the office is the real one. Its page says that it is a sample.
 */
import { addDays, type Day, spellDay } from '../domain/days.ts';
import { formatDollars } from '../domain/money.ts';
import { prescribedTexts } from '../rules/wording/prescribed.ts';
import { type FactCondition, factConditions } from './fields.ts';
import { fillForm } from './fill-form.ts';
import type { LetterAbout } from './letter-about.ts';
import type { LetterData, LetterValidation } from './letter-data.ts';

export type ExampleAsked = {
  readonly today: Day;
  readonly sender: LetterData['sender'];
  readonly about: LetterAbout;
  /** The debtor is a business. */
  readonly business: boolean;
  /** Conditions that hold besides what the example is; the office's own role among them. */
  readonly holds: Partial<Record<FactCondition, boolean>>;
};

const principalCents = 90_000;
const interestCents = 3500;
const feesCents = 2500;
const balanceCents = principalCents + interestCents + feesCents;
const monthlyCents = 8000;
const months = balanceCents / monthlyCents;

export function exampleLetterData({ today, sender, about, business, holds }: ExampleAsked): LetterData {
  const on = (days: number): Day => addDays(today, days);
  const name = business ? 'Okafor Bakery LLC' : 'Mara Okafor';
  const street = ['418 Alder Street, Apt 3', 'Austin TX 78701'];
  const addressLines = [name, ...street];
  const recipients: Readonly<Record<LetterAbout['to'], LetterData['recipient']>> = {
    debtor: { name, greeting: name, addressLines },
    attorney: {
      name: 'Lena Voss',
      greeting: 'Lena Voss',
      addressLines: ['Lena Voss', 'Voss & Hale', '77 Court Street', 'Austin TX 78701'],
    },
    representative: {
      name: 'Ifeoma Okafor',
      greeting: 'Ifeoma Okafor',
      addressLines: ['Ifeoma Okafor', '9 Quarry Road', 'Austin TX 78704'],
    },
    client: {
      name: 'Tidewater Dental',
      greeting: 'Tidewater Dental',
      addressLines: ['Tidewater Dental', '5 Pier Avenue', 'Galveston TX 77550'],
    },
  };
  const nothing = Object.fromEntries(factConditions.map(([one]) => [one, false])) as Record<
    FactCondition,
    boolean
  >;
  const settlementCents = 72_000;
  const settledBy = on(23);
  const settled = {
    amountCents: settlementCents,
    dueOn: settledBy,
    terms: `in one payment of ${formatDollars(settlementCents)} by ${spellDay(settledBy)}`,
  };
  const validation: LetterValidation = {
    itemizationOn: on(-160),
    creditorThen: 'Tidewater Dental',
    numberThen: 'TD-1042',
    owedThenCents: 102_000,
    interestCents,
    feesCents,
    paidCents: 12_000,
    owedNowCents: balanceCents,
    endOn: on(37),
    product: 'dental account',
    electronicAddress: '',
    consumerFinancial: false,
    reference: 'TD-1042',
    currentCreditor: 'Tidewater Dental',
  };
  const data: LetterData = {
    today,
    sample: true,
    sender,
    debtor: {
      kind: business ? 'business' : 'consumer',
      name,
      fullName: business ? name : 'Mara Ijeoma Okafor',
      state: 'TX',
      addressLines,
    },
    recipient: recipients[about.to],
    account: {
      number: 'TD-1042',
      clientName: 'Tidewater Dental',
      originalCreditor: 'Shore Dental Group',
      openedOn: on(-170),
      type: 'medical',
    },
    is: {
      ...nothing,
      consumer: !business,
      business,
      original_differs: true,
      interest_runs: true,
      several_accounts: true,
      has_plan: about.needs.includes('plan'),
      disputed: about.needs.includes('dispute'),
      judgment: about.needs.includes('judgment'),
      ...holds,
    },
    charges: [
      {
        kind: 'charge',
        reference: 'INV-5501',
        memo: 'Crown, upper left',
        effectiveOn: on(-170),
        dueOn: on(-140),
        chargedCents: 102_000,
        openCents: principalCents,
      },
      {
        kind: 'fee',
        reference: '',
        memo: 'Returned check',
        effectiveOn: on(-10),
        dueOn: on(-10),
        chargedCents: feesCents,
        openCents: feesCents,
      },
      {
        kind: 'interest',
        reference: '',
        memo: '',
        effectiveOn: today,
        dueOn: null,
        chargedCents: interestCents,
        openCents: interestCents,
      },
    ],
    balanceCents,
    amounts: {
      principalCents,
      interestCents,
      feesCents,
      costsCents: 0,
      perDayCents: 22,
      allCents: balanceCents + 46_000,
      lastPayment: { cents: 12_000, on: on(-111) },
    },
    payoff: { cents: balanceCents + 220, goodThrough: on(10) },
    accounts: [
      {
        number: 'TD-1042',
        creditor: 'Tidewater Dental',
        originalCreditor: 'Shore Dental Group',
        openedOn: on(-170),
        balanceCents,
      },
      {
        number: 'TD-1108',
        creditor: 'Tidewater Dental',
        originalCreditor: '',
        openedOn: on(-88),
        balanceCents: 46_000,
      },
    ],
    payments: [{ receivedOn: on(-111), amountCents: 12_000, method: 'cheque', reference: '1042' }],
    validation,
    periodEndOn: holds.in_validation ? validation.endOn : null,
    dispute: {
      receivedOn: on(-12),
      what: 'The amount is wrong',
      cents: 24_000,
      answers: [
        { on: on(-170), description: 'Itemized bill of Tidewater Dental', cents: 102_000 },
        { on: on(-175), description: 'Signed treatment plan', cents: null },
      ],
    },
    cease: { receivedOn: on(-13) },
    offer: { ...settled, savesCents: balanceCents - settlementCents, percent: '75%' },
    settlement: {
      ...settled,
      forgivenCents: balanceCents - settlementCents,
      default: 'The whole balance is owed again, less what was paid.',
    },
    plan: {
      totalCents: balanceCents,
      amountCents: monthlyCents,
      count: months,
      every: 'monthly',
      firstOn: on(9),
      lastOn: on(9 + 30 * (months - 1)),
      leftCents: balanceCents,
      next: { on: on(9), cents: monthlyCents },
      instalments: Array.from({ length: months }, (_, at) => ({
        number: at + 1,
        dueOn: on(9 + 30 * at),
        amountCents: monthlyCents,
        paidCents: 0,
        leftAfterCents: balanceCents - monthlyCents * (at + 1),
      })),
    },
    missed: { on: on(-21), cents: monthlyCents, count: 1 },
    payment: {
      receivedOn: on(-4),
      amountCents: 12_000,
      method: 'cheque',
      reference: '1042',
      balanceAfterCents: balanceCents,
    },
    returned: {
      amountCents: 12_000,
      paidOn: on(-19),
      on: on(-10),
      why: 'Not enough money in the account',
      feeCents: feesCents,
    },
    paid: { on: on(-4), cents: balanceCents, totalCents: balanceCents + 12_000 },
    judgment: {
      court: 'Justice Court, Precinct 2, Travis County',
      caseNumber: 'J2-CV-26-00410',
      enteredOn: on(-69),
      cents: principalCents,
    },
    bankruptcy: {
      caseNumber: '26-10442',
      chapter: '13',
      court: 'Western District of Texas',
      filedOn: on(-20),
    },
    estate: { diedOn: on(-33), representative: 'Ifeoma Okafor' },
    attorney: { name: 'Lena Voss', firm: 'Voss & Hale' },
    placement: {
      fromOn: on(-21),
      toOn: today,
      totalCents: 238_000,
      placed: [
        { number: 'TD-1042', debtor: name, cents: 98_000, placedOn: on(-21), debtOn: on(-170) },
        { number: 'TD-1067', debtor: 'Tom Achterberg', cents: 140_000, placedOn: today, debtOn: on(-150) },
      ],
    },
    texts: Object.fromEntries(
      prescribedTexts.map(({ id, title, text }) => [
        id,
        text ?? `[${title}, as counsel of your office approved it]`,
      ]),
    ),
    stateTexts: [],
    form: null,
  };
  return { ...data, form: fillForm(data, validation) };
}
