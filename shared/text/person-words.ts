/** What speaks for and against two descriptions being of one person, one phrase each. */
import type { PersonReasonCode } from '../domain/import/match-person.ts';

const words: Readonly<Record<PersonReasonCode, string>> = {
  id_same: 'same number',
  id_differs: 'another number',
  name_same: 'same name',
  name_middle: 'same name, with and without a middle name',
  name_form: 'same name, with and without its legal form',
  name_forms_differ: 'another legal form, so another company',
  name_nickname: 'one first name is a short form of the other',
  name_initial: 'the first name is only an initial',
  name_swapped: 'same words in another order',
  name_part: 'one name is part of the other',
  name_spelling: 'names differ by one letter',
  name_given_only: 'same first name',
  name_differs: 'another name',
  alias: 'by another name they go by',
  middle_differs: 'another middle name',
  suffix_differs: 'another suffix, such as Jr and Sr',
  suffix_missing: 'only one has a suffix such as Jr: may be parent and child',
  birth_same: 'same birth date',
  birth_differs: 'another birth date',
  phone_same: 'same phone',
  phone_differs: 'other phones',
  email_same: 'same e-mail',
  email_differs: 'other e-mail addresses',
  address_same: 'same address',
  address_differs: 'another street in the same ZIP code',
  postal_same: 'same ZIP code',
  postal_differs: 'another ZIP code',
  parent_same: 'belongs to the same customer',
  parent_differs: 'belongs to somebody else',
  kind_differs: 'one is a person, the other a business',
};

export function personReason(code: PersonReasonCode): string {
  return words[code];
}
