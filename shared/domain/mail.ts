/**
 * What went to the post and what came back: the services of the post and what each has, the endorsements on returned mail, and what
 * each means for the address, for a notice the law asks for, and for what to do next.
 *
 * Endorsements are those of the Postal Service's Domestic Mail Manual 507, exhibit 1.4.1 (read 2026-11-22), in the words a clerk finds
 * on the yellow label or the stamp.
 */
import type { AddressStatus } from './debtor.ts';

export const mailClasses = [
  'first_class',
  'certified',
  'certified_return_receipt',
  'registered',
  'priority',
  'priority_express',
  'certificate_of_mailing',
  'courier',
  'hand',
] as const;
export type MailClass = (typeof mailClasses)[number];

type ClassFacts = {
  /** Whether a piece of it has a number to follow it by. */
  readonly number: 'required' | 'possible' | 'none';
  /** Whose numbers they are: only the post's have a check digit known here. */
  readonly numbersOf: 'post' | 'anybody';
  /** A green card goes with it and comes back signed. */
  readonly returnReceipt: boolean;
};

export const mailClassFacts: Readonly<Record<MailClass, ClassFacts>> = {
  first_class: { number: 'none', numbersOf: 'post', returnReceipt: false },
  certified: { number: 'required', numbersOf: 'post', returnReceipt: false },
  certified_return_receipt: { number: 'required', numbersOf: 'post', returnReceipt: true },
  registered: { number: 'required', numbersOf: 'post', returnReceipt: true },
  priority: { number: 'possible', numbersOf: 'post', returnReceipt: false },
  priority_express: { number: 'possible', numbersOf: 'post', returnReceipt: false },
  // PS 3817 and 3877 prove that a piece was mailed, and follow none.
  certificate_of_mailing: { number: 'none', numbersOf: 'post', returnReceipt: false },
  courier: { number: 'possible', numbersOf: 'anybody', returnReceipt: false },
  hand: { number: 'none', numbersOf: 'anybody', returnReceipt: false },
};

/** A letter of $10,000 postage is a slip of the hand. */
export const mostPostageCents = 100_000;

export const returnReasons = [
  'not_known',
  'moved',
  'moved_new_address',
  'forward_expired',
  'no_such_number',
  'no_such_street',
  'insufficient',
  'not_deliverable',
  'no_receptacle',
  'box_closed',
  'vacant',
  'outside_limits',
  'illegible',
  'temporarily_away',
  'unclaimed',
  'refused',
  'in_dispute',
  'postage',
  'deceased',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** What to do once the return is recorded. */
export type AfterReturn =
  | 'find_address'
  | 'correct_address'
  | 'use_new_address'
  | 'mail_again'
  | 'other_way'
  | 'record_death';

type ReturnFacts = {
  /** What the address is marked as; `null`: nothing is said against it. */
  readonly address: Exclude<AddressStatus, 'current'> | null;
  readonly next: AfterReturn;
};

export const returnFacts: Readonly<Record<ReturnReason, ReturnFacts>> = {
  not_known: { address: 'bad', next: 'find_address' },
  moved: { address: 'bad', next: 'find_address' },
  moved_new_address: { address: 'former', next: 'use_new_address' },
  forward_expired: { address: 'bad', next: 'find_address' },
  no_such_number: { address: 'bad', next: 'correct_address' },
  no_such_street: { address: 'bad', next: 'correct_address' },
  insufficient: { address: 'bad', next: 'correct_address' },
  not_deliverable: { address: 'bad', next: 'find_address' },
  no_receptacle: { address: 'bad', next: 'find_address' },
  box_closed: { address: 'bad', next: 'find_address' },
  vacant: { address: 'bad', next: 'find_address' },
  outside_limits: { address: 'bad', next: 'find_address' },
  // The envelope could not be read: that says nothing of the place.
  illegible: { address: null, next: 'mail_again' },
  temporarily_away: { address: 'unverified', next: 'mail_again' },
  unclaimed: { address: 'unverified', next: 'other_way' },
  refused: { address: 'unverified', next: 'other_way' },
  // Two people claim the mail of one address.
  in_dispute: { address: 'unverified', next: 'other_way' },
  postage: { address: null, next: 'mail_again' },
  deceased: { address: 'bad', next: 'record_death' },
  other: { address: 'bad', next: 'find_address' },
};

/** The mark an address has after mail came back from it. What is marked worse already is not made better. */
export function statusAfterReturn(reason: ReturnReason, before: AddressStatus): AddressStatus {
  const { address } = returnFacts[reason];
  if (address === null) return before;
  if (address === 'unverified') return before === 'current' ? 'unverified' : before;
  // Somebody who moved on with an address left behind a former one; that it is bad was known before.
  return address === 'former' && before === 'bad' ? before : address;
}

/** The office mails it again as it is: nothing speaks against the address, so no strategy ends for it. */
export function saysNothing(reason: ReturnReason): boolean {
  return returnFacts[reason].address === null;
}

export type MailState = 'not_mailed' | 'mailed' | 'delivered' | 'returned';
