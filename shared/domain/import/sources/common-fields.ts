/**
 * Names that the same things go by in many programs' lists; each source adds its own before them. First and last names are not among
 * them: beside the name of a customer they are those of whom to write to there, who owes nothing.
 */
import type { ImportField } from '../../import.ts';

type Fields = readonly (readonly [ImportField, readonly string[]])[];

export const contactFields: Fields = [
  ['email', ['email', 'email address', 'main email', 'customer email', 'email id', 'e mail']],
  ['phone', ['phone', 'phone number', 'main phone', 'contact phone', 'telephone', 'alt phone']],
  ['mobile_phone', ['mobile', 'mobile phone', 'mobile number', 'cell', 'cell phone']],
  ['work_phone', ['work phone', 'ddi number']],
];

export const addressFields: Fields = [
  [
    'address_line1',
    [
      'billing street',
      'billing address',
      'street',
      'address line 1',
      'address line1',
      'address 1',
      'address',
      'billing address line 1',
      'billing street 1',
    ],
  ],
  [
    'address_line2',
    [
      'billing apt suite',
      'billing street 2',
      'billing street2',
      'address line 2',
      'address line2',
      'address 2',
      'billing address line 2',
    ],
  ],
  ['city', ['billing city', 'city', 'address city', 'billing address city']],
  [
    'region',
    [
      'billing state province',
      'billing state',
      'province state',
      'state province',
      'state',
      'province',
      'address state',
      'billing address state',
      'region',
    ],
  ],
  [
    'postal_code',
    [
      'billing postal code',
      'billing code',
      'billing zip',
      'postal code zip code',
      'postal code',
      'zip',
      'zip code',
      'address zip',
      'billing address postal code',
      'address postal code',
    ],
  ],
  ['country', ['billing country', 'country', 'address country', 'billing address country']],
];
