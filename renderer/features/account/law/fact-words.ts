/** What is known of a debt or a person, as people read it. */
import type { Day } from '../../../../shared/domain/days.ts';
import { debtFactShapes, type FactShape, personFactShapes } from '../../../../shared/domain/known-fact.ts';
import type { DebtFactName, PersonFactName, StateCode } from '../../../../shared/domain/law.ts';
import { formatDollars } from '../../../../shared/domain/money.ts';
import { stateNames } from '../../../../shared/domain/state-names.ts';
import { dayWords } from '../../../../shared/text/day-words.ts';
import {
  debtFactWords,
  debtFormWords,
  debtPurposeWords,
  governingBasisWords,
  itemizationKindWords,
  medicalServiceWords,
  militaryStatusWords,
  personFactWords,
  tollingWords,
  wordOf,
} from '../../../../shared/text/labels.ts';
import { zoneWords } from '../../../../shared/text/moment-words.ts';

export type KnownName =
  | { readonly of: 'debt'; readonly name: DebtFactName }
  | { readonly of: 'person'; readonly name: PersonFactName };

export function shapeOf(known: KnownName): FactShape {
  return known.of === 'debt' ? debtFactShapes[known.name] : personFactShapes[known.name];
}

export function factTitle(known: KnownName): string {
  return known.of === 'debt' ? debtFactWords[known.name] : personFactWords[known.name];
}

const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: debtPurposeWords,
  governing_basis: governingBasisWords,
  form: debtFormWords,
  itemization_kind: itemizationKindWords,
  medical_service: medicalServiceWords,
  tolling_known: tollingWords,
  military: militaryStatusWords,
};

/** A value as people read it; one that does not fit its shape stands as it is. */
export function factValueWords(known: KnownName, value: string): string {
  const shape = shapeOf(known);
  if (typeof shape === 'object') return wordOf(choiceWords[known.name] ?? {}, value);
  switch (shape) {
    case 'day':
      return dayWords(value as Day);
    case 'state':
      return Object.hasOwn(stateNames, value) ? stateNames[value as StateCode] : value;
    case 'cents':
      return /^\d+$/.test(value) ? formatDollars(Number(value)) : value;
    case 'yes_no':
      return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value;
    case 'zone':
      return `${zoneWords(value)} time`;
    case 'text':
      return value;
  }
}

/** The options of a fact that is chosen, empty for one that is typed. */
export function factOptions(known: KnownName): readonly { value: string; label: string }[] {
  const shape = shapeOf(known);
  if (typeof shape === 'object')
    return shape.oneOf.map((value) => ({ value, label: factValueWords(known, value) }));
  if (shape === 'yes_no')
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ];
  if (shape === 'state')
    return Object.entries(stateNames)
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label));
  if (shape === 'zone') return statedZones.map((zone) => ({ value: zone, label: `${zoneWords(zone)} time` }));
  return [];
}

/** The zones of the United States a person is likely to name. */
const statedZones: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
];

/** Why a fact is asked for and what to look at, in one sentence. */
const helps: Readonly<Record<string, string>> = {
  purpose: 'A debt for personal, family or household purposes is a consumer debt.',
  governing_state: 'The state whose law decides how long the debt can be sued on.',
  contract_state: 'A contract may name the law of a state; look at its last page.',
  form: 'How long a debt can be sued on depends on what it rests on.',
  defaulted_on: 'The limitation period runs from it, as a rule.',
  delinquent_on: 'Bureaus count seven years from it. It never moves with a later payment.',
  charged_off_on: 'The day the creditor booked the loss; the debt still exists.',
  itemization_on: 'The day the validation notice itemizes from. Keep it once it was used.',
  itemized_cents: 'Only where the ledger does not reach back to the itemization date.',
  first_bill_on: 'A hospital under 501(r) must wait 120 days from the first bill after discharge.',
  good_faith_over_cents: 'From $400.00 an uninsured patient may dispute the bill.',
  time_barred_text: 'Yes once counsel has confirmed the state’s wording for debts too old to sue on.',
  tolling_known: 'Absence, minority, bankruptcy or an agreement may have stopped the period for a while.',
  locality: 'For example New York City, which has limits of its own.',
  residence_state: 'The law of the state the debtor lives in applies. Their own word counts most.',
  zone: 'Calls are lawful by the debtor’s clock. Their own word beats addresses and area codes.',
  new_york_city: 'The City has limits of its own.',
  military: 'Checked in the Department of Defense’s SCRA database.',
  full_name: 'The validation notice asks for the most complete name known.',
  born_on: 'Tells people of one name apart when a file is brought in.',
};

export function factHelp(known: KnownName): string {
  return helps[known.name] ?? '';
}
