/** Facts for a letter: a valid default that a test changes where it matters. All people are invented. */
import { type FactCondition, factConditions } from '../../shared/templates/fields.ts';
import type { LetterData } from '../../shared/templates/letter-facts.ts';

const nothingHolds = Object.fromEntries(factConditions.map(([name]) => [name, false])) as Record<
  FactCondition,
  boolean
>;

type Named = 'sender' | 'debtor' | 'account';
/** A section named in part keeps the rest of its default; the letter goes to the debtor unless it says to whom. */
export type LetterChange = Omit<Partial<LetterData>, Named> & {
  readonly [N in Named]?: Partial<LetterData[N]>;
};

export function makeLetterData(change: LetterChange = {}): LetterData {
  const base = plainLetterData();
  const debtor = { ...base.debtor, ...change.debtor };
  return {
    ...base,
    recipient: { name: debtor.name, greeting: debtor.name, addressLines: debtor.addressLines },
    ...change,
    sender: { ...base.sender, ...change.sender },
    debtor,
    account: { ...base.account, ...change.account },
  };
}

function plainLetterData(): LetterData {
  return {
    today: '2026-03-12',
    sample: false,
    sender: {
      name: 'Harbor Lane Recovery',
      addressLines: ['210 Harbor Lane, Suite 4', 'Portsmouth NH 03801'],
      phone: '(603) 555-0142',
      email: 'office@harborlane.example',
      website: '',
      hours: 'Monday to Friday, 9 to 5',
      howToPay: '',
      signer: '',
      signerTitle: '',
      disputeLines: ['210 Harbor Lane, Suite 4', 'Portsmouth NH 03801'],
    },
    debtor: {
      kind: 'consumer',
      name: 'Rosa Delgado',
      fullName: 'Rosa Delgado',
      state: 'NH',
      addressLines: ['Rosa Delgado', '18 Mill Road, Apt 2', 'Dover NH 03820'],
    },
    recipient: {
      name: 'Rosa Delgado',
      greeting: 'Rosa Delgado',
      addressLines: ['Rosa Delgado', '18 Mill Road, Apt 2', 'Dover NH 03820'],
    },
    account: {
      number: '1042',
      clientName: 'Seacoast Family Dental',
      originalCreditor: '',
      openedOn: '2025-10-02',
      type: 'medical',
    },
    is: { ...nothingHolds, consumer: true },
    charges: [
      {
        kind: 'charge',
        reference: 'INV-5501',
        memo: 'Crown, upper left',
        effectiveOn: '2025-10-02',
        dueOn: '2025-11-01',
        chargedCents: 98_000,
        openCents: 48_000,
      },
      {
        kind: 'fee',
        reference: '',
        memo: 'Returned check',
        effectiveOn: '2025-12-04',
        dueOn: '2025-12-04',
        chargedCents: 2500,
        openCents: 2500,
      },
    ],
    balanceCents: 50_500,
    amounts: {
      principalCents: 48_000,
      interestCents: 0,
      feesCents: 2500,
      costsCents: 0,
      perDayCents: 0,
      allCents: 50_500,
      lastPayment: null,
    },
    payoff: { cents: 50_500, goodThrough: '2026-03-22' },
    accounts: [],
    payments: [],
    validation: null,
    periodEndOn: null,
    dispute: null,
    cease: null,
    offer: null,
    settlement: null,
    plan: null,
    missed: null,
    payment: null,
    returned: null,
    paid: null,
    judgment: null,
    bankruptcy: null,
    estate: null,
    attorney: null,
    placement: null,
    texts: {},
    stateTexts: [],
    form: null,
  };
}
