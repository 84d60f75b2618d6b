/** Scopes and spans many of these rules share, and the purposes and parties they tell apart. */
import type { ContactParty, ContactPurpose } from '../../../domain/law.ts';
import type { RuleScope, Version } from '../../rule.ts';

/**
 * Regulation F, consumer debts. Contacts the other side began are looked at as well: they are never stopped, because what a
 * person says must be heard and written down, but who answers is told what not to ask.
 */
export const collectorsOnConsumers: RuleScope = {
  roles: 'collectors',
  debts: 'consumer',
  states: 'all',
  channels: 'all',
  directions: 'both',
};

/** Every office and every debt. */
export const everyOffice: RuleScope = {
  roles: 'anyone',
  debts: 'any',
  states: 'all',
  channels: 'all',
  directions: 'both',
};

/** In force for longer than any book looks back, with no figure that changes. */
export const always: readonly Version<null>[] = [{ from: '0001-01-01', until: null, value: null }];

const collecting: readonly ContactPurpose[] = [
  'collect',
  'locate',
  'validation_notice',
  'remedy_notice',
  'limited_content',
];

/**
 * The contact asks for payment, announces what will be done for it or serves to find the one who owes. Answers, the last word
 * that efforts end, and what a law or a court requires do not.
 */
export function isCollecting(purpose: ContactPurpose): boolean {
  return collecting.includes(purpose);
}

/** Those the office may always speak with about its work: its client and the bureaus. */
export function isOwnSide(party: ContactParty): boolean {
  return party === 'creditor' || party === 'bureau';
}

/** Anybody who stands neither for the consumer nor for the office or a court. */
export function isOutsider(party: ContactParty): boolean {
  return party === 'third_party' || party === 'employer';
}
