/** Facts with every section filled, for letters of every kind. The sums add up; all people are invented. */
import type { StateCode } from '../../shared/domain/law.ts';
import { prescribedTexts } from '../../shared/rules/wording/prescribed.ts';
import type { FactCondition } from '../../shared/templates/fields.ts';
import { fillForm } from '../../shared/templates/fill-form.ts';
import type { LetterData, LetterText, LetterValidation } from '../../shared/templates/letter-data.ts';
import { makeLetterData } from './letter-data.ts';

const office = ['PO Box 7', 'Portsmouth NH 03801'];

export const sampleValidation: LetterValidation = {
  itemizationOn: '2025-11-01',
  creditorThen: 'Seacoast Family Dental',
  numberThen: 'SFD-20418',
  owedThenCents: 98_000,
  interestCents: 1240,
  feesCents: 2500,
  paidCents: 50_000,
  owedNowCents: 51_740,
  endOn: '2026-04-18',
  product: 'dental account',
  electronicAddress: '',
  consumerFinancial: true,
  reference: '1042',
  currentCreditor: 'Seacoast Family Dental',
};

/** What the law of a state has said, as far as it needs no filling. */
export function stateTextsOf(state: StateCode): readonly LetterText[] {
  return prescribedTexts
    .filter(({ states, text }) => states !== 'all' && states.includes(state) && text !== null)
    .map(({ id, title, text, style }) => ({ id, title, text: filledIn(text ?? ''), style }));
}

function filledIn(text: string): string {
  return text
    .replace('{address}', '210 Harbor Lane, Suite 4, Portsmouth NH 03801')
    .replace('{phone}', '(603) 555-0142')
    .replace('{email}', 'office@harborlane.example');
}

/** A letter of a collector to a consumer about an account to which everything has happened once. */
export function fullLetterData(
  holds: Partial<Record<FactCondition, boolean>> = {},
  change: Partial<LetterData> = {},
): LetterData {
  const plain = makeLetterData();
  const data: LetterData = {
    ...plain,
    sender: {
      ...plain.sender,
      website: 'www.harborlane.example',
      signer: 'Dana Whitlock',
      signerTitle: 'Accounts manager',
      disputeLines: office,
    },
    debtor: { ...plain.debtor, fullName: 'Rosa Maria Delgado' },
    account: { ...plain.account, originalCreditor: 'Mill Road Dental Group' },
    is: { ...plain.is, collector: true, ...holds },
    charges: [
      ...plain.charges,
      {
        kind: 'interest',
        reference: '',
        memo: '6 % a year from November 1, 2025',
        effectiveOn: '2026-03-12',
        dueOn: null,
        chargedCents: 1240,
        openCents: 1240,
      },
    ],
    balanceCents: 51_740,
    amounts: {
      principalCents: 48_000,
      interestCents: 1240,
      feesCents: 2500,
      costsCents: 0,
      perDayCents: 8,
      allCents: 68_240,
      lastPayment: { cents: 50_000, on: '2025-12-20' },
    },
    payoff: { cents: 51_820, goodThrough: '2026-03-22' },
    accounts: [
      {
        number: '1042',
        creditor: 'Seacoast Family Dental',
        originalCreditor: 'Mill Road Dental Group',
        openedOn: '2025-10-02',
        balanceCents: 51_740,
      },
      {
        number: '1077',
        creditor: 'Seacoast Family Dental',
        originalCreditor: '',
        openedOn: '2025-12-11',
        balanceCents: 16_500,
      },
    ],
    payments: [
      { receivedOn: '2025-12-20', amountCents: 50_000, method: 'cheque', reference: '2204' },
      { receivedOn: '2025-11-18', amountCents: 5000, method: 'cash', reference: '' },
    ],
    validation: sampleValidation,
    dispute: {
      receivedOn: '2026-03-02',
      what: 'The crown was billed twice',
      cents: 24_000,
      answers: [
        { on: '2025-10-02', description: 'Itemized bill of Seacoast Family Dental', cents: 98_000 },
        { on: '2025-09-28', description: 'Signed treatment plan', cents: null },
      ],
    },
    cease: { receivedOn: '2026-03-06' },
    offer: {
      amountCents: 36_000,
      savesCents: 15_740,
      percent: '70%',
      dueOn: '2026-05-15',
      terms: 'in one payment by May 15, 2026',
    },
    settlement: {
      amountCents: 36_000,
      forgivenCents: 15_740,
      dueOn: '2026-05-15',
      terms: 'in one payment by May 15, 2026',
      default: 'The whole balance is owed again, less what was paid.',
    },
    plan: {
      totalCents: 51_740,
      amountCents: 10_000,
      count: 6,
      every: 'monthly',
      firstOn: '2026-04-01',
      lastOn: '2026-09-01',
      leftCents: 51_740,
      next: { on: '2026-04-01', cents: 10_000 },
      instalments: ['04', '05', '06', '07', '08', '09'].map((month, index) => ({
        number: index + 1,
        dueOn: `2026-${month}-01`,
        amountCents: index === 5 ? 1740 : 10_000,
        paidCents: 0,
        leftAfterCents: index === 5 ? 0 : 51_740 - 10_000 * (index + 1),
      })),
    },
    missed: { on: '2026-03-01', cents: 10_000, count: 1 },
    payment: {
      receivedOn: '2026-03-10',
      amountCents: 12_000,
      method: 'cheque',
      reference: '2260',
      balanceAfterCents: 51_740,
    },
    returned: {
      amountCents: 12_000,
      paidOn: '2026-02-20',
      on: '2026-03-01',
      why: 'Not enough money in the account',
      feeCents: 2500,
    },
    paid: { on: '2026-03-10', cents: 51_740, totalCents: 101_740 },
    judgment: {
      court: 'Circuit Court, Dover District',
      caseNumber: '432-2026-SC-0118',
      enteredOn: '2026-02-03',
      cents: 48_000,
    },
    bankruptcy: {
      caseNumber: '26-10442',
      chapter: '13',
      court: 'District of New Hampshire',
      filedOn: '2026-03-04',
    },
    estate: { diedOn: '2026-02-11', representative: 'Luis Delgado' },
    attorney: { name: 'Lena Voss', firm: 'Voss & Hale' },
    placement: {
      fromOn: '2026-03-01',
      toOn: '2026-03-12',
      totalCents: 238_000,
      placed: [
        {
          number: 'SFD-20418',
          debtor: 'Rosa Delgado',
          cents: 98_000,
          placedOn: '2026-03-01',
          debtOn: '2025-10-02',
        },
        {
          number: 'SFD-20431',
          debtor: 'Tom Achterberg',
          cents: 140_000,
          placedOn: '2026-03-12',
          debtOn: '2025-10-19',
        },
      ],
    },
    texts: Object.fromEntries(prescribedTexts.map(({ id, text }) => [id, text ?? ''])),
    stateTexts: holds.state_notices ? stateTextsOf('CA') : [],
    ...change,
  };
  return { ...data, form: data.form ?? (data.validation && fillForm(data, data.validation)) };
}
