/**
 * What the value of each known fact must look like, so that a rule never reads a typing slip as law: days, states, sums in
 * cents, yes and no, and closed lists. Values are text; an empty one takes a fact back and needs no check.
 */
import { earliestDay, isDay, latestDay } from './days.ts';
import { type DebtFactName, debtForms, itemizationKinds, type PersonFactName, stateCodes } from './law.ts';

export const debtPurposes = ['consumer', 'business'] as const;
export type DebtPurpose = (typeof debtPurposes)[number];

export const governingBases = ['residence', 'contract', 'signed_there', 'forum', 'counsel'] as const;
export type GoverningBasis = (typeof governingBases)[number];

export const medicalServices = ['hospital', 'professional', 'ambulance', 'other'] as const;
export type MedicalService = (typeof medicalServices)[number];

/** Whether anything stopped a limitation period for a while. */
export const tollings = ['none', 'some'] as const;
export type Tolling = (typeof tollings)[number];

/** What a check of the status found. */
export const militaryStatuses = ['none', 'active'] as const;
export type MilitaryStatus = (typeof militaryStatuses)[number];

/** Cities with rules of their own. */
const localities = ['New York City'];

/** How a value is entered and checked. `zone` is an IANA name; `cents` a whole number of them. */
export type FactShape =
  | 'day'
  | 'state'
  | 'cents'
  | 'yes_no'
  | 'zone'
  | 'text'
  | { readonly oneOf: readonly string[] };

export const debtFactShapes: Readonly<Record<DebtFactName, FactShape>> = {
  purpose: { oneOf: debtPurposes },
  governing_state: 'state',
  governing_basis: { oneOf: governingBases },
  contract_state: 'state',
  form: { oneOf: debtForms },
  defaulted_on: 'day',
  last_charge_on: 'day',
  charged_off_on: 'day',
  last_statement_on: 'day',
  transaction_on: 'day',
  delinquent_on: 'day',
  itemization_kind: { oneOf: itemizationKinds },
  itemization_on: 'day',
  itemized_cents: 'cents',
  itemization_creditor: 'text',
  itemization_number: 'text',
  current_creditor: 'text',
  consumer_financial: 'yes_no',
  first_bill_on: 'day',
  hospital_501r: 'yes_no',
  medical_service: { oneOf: medicalServices },
  good_faith_over_cents: 'cents',
  student_loan_group: 'text',
  debt_buyer: 'yes_no',
  time_barred_text: 'yes_no',
  tolling_known: { oneOf: tollings },
  litigation: 'yes_no',
  charged_off: 'yes_no',
  locality: { oneOf: localities },
};

export const personFactShapes: Readonly<Record<PersonFactName, FactShape>> = {
  residence_state: 'state',
  zone: 'zone',
  language: 'text',
  new_york_city: 'yes_no',
  military: { oneOf: militaryStatuses },
  full_name: 'text',
  born_on: 'day',
};

/** Facts of what has already happened: a day of theirs cannot lie ahead. */
export const pastDays: readonly (DebtFactName | PersonFactName)[] = [
  'born_on',
  'defaulted_on',
  'last_charge_on',
  'charged_off_on',
  'last_statement_on',
  'transaction_on',
  'delinquent_on',
  'itemization_on',
  'first_bill_on',
];

/** No sum of a debt is larger: one trillion dollars. */
const mostCents = 100_000_000_000_000;

/** Whether a value fits; `isZone` is asked for names of zones. */
export function fitsShape(shape: FactShape, value: string, isZone: (zone: string) => boolean): boolean {
  if (typeof shape === 'object') return shape.oneOf.includes(value);
  switch (shape) {
    case 'day':
      return isDay(value) && value >= earliestDay && value <= latestDay;
    case 'state':
      return (stateCodes as readonly string[]).includes(value);
    case 'cents':
      return /^(0|[1-9]\d{0,14})$/.test(value) && Number(value) <= mostCents;
    case 'yes_no':
      return value === 'yes' || value === 'no';
    case 'zone':
      return isZone(value);
    case 'text':
      return value !== '' && !/[\p{Cc}]/u.test(value);
  }
}
