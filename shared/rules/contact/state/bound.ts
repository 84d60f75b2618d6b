/** What rules of states share: whom they bind, what they leave alone, what counts as contact at work. */
import type { ContactChannel } from '../../../domain/contact.ts';
import {
  type ConsentKind,
  type ContactPurpose,
  collectorRoles,
  consumerParties,
  type OfficeRole,
  type StateCode,
} from '../../../domain/law.ts';
import type { CaseView } from '../../case-view.ts';
import type { ContactAct, LegalEvent, PriorContact } from '../../facts.ts';
import type { RuleScope } from '../../rule.ts';
import { covers } from '../electronic/reach.ts';

/** `everyone`: creditors who collect their own debts too. `agencies`: those who collect for others. */
export type Bound = 'everyone' | 'agencies' | 'creditors';

const creditors: readonly OfficeRole[] = ['first_party_creditor', 'creditor_other_name', 'medical_provider'];

const roles: Readonly<Record<Bound, RuleScope['roles']>> = {
  everyone: 'anyone',
  agencies: collectorRoles,
  creditors,
};

/** Contacts the office begins with consumers of one state. */
export function inState(state: StateCode, bound: Bound, channels: RuleScope['channels']): RuleScope {
  return { roles: roles[bound], debts: 'consumer', states: [state], channels, directions: 'out' };
}

export const calls: readonly ContactChannel[] = ['call', 'voicemail'];
export const callsAndTexts: readonly ContactChannel[] = ['call', 'voicemail', 'text'];
/** What rings or knocks the moment it is made; a letter does not, nor, in most states, an email. */
export const liveChannels: readonly ContactChannel[] = [
  'call',
  'voicemail',
  'text',
  'visit',
  'social',
  'other',
];
export const electronic: readonly ContactChannel[] = ['email', 'text', 'social'];

/** What is sent because a law says that it must be: no cap of a state stands in the way of it. */
const demanded: readonly ContactPurpose[] = [
  'validation_notice',
  'verification',
  'original_creditor_answer',
  'confirm_opt_out',
  'required_by_law',
  'legal_process',
];

export function isDemanded({ purpose }: Pick<ContactAct, 'purpose'>): boolean {
  return demanded.includes(purpose);
}

/** The answer to what the debtor asked for, and the request is on record. */
export function isAnswerWanted(view: CaseView, at: number): boolean {
  return view.facts.act.purpose === 'answer_request' && view.eventsOf('answer_wanted', at).length > 0;
}

/** Begun by the office, to the debtor or who counts as the debtor. */
export function isOutToConsumer(contact: PriorContact): boolean {
  return contact.direction === 'out' && consumerParties.includes(contact.to);
}

/** A telephone the office tried and that could have been answered, or taken a message. */
export function couldReach(view: CaseView, contact: PriorContact): boolean {
  return contact.outcome !== 'busy' && contact.outcome !== 'disconnected' && !view.isWrongNumber(contact);
}

type Reached = {
  readonly phoneId: number | null;
  readonly emailId: number | null;
  readonly addressId?: number | null;
};

/** A number, an address or an email of the place where the debtor works. */
export function isAtWork(view: CaseView, { phoneId, emailId, addressId }: Reached): boolean {
  const { phones, addresses } = view.facts.person;
  if (phoneId !== null && phones.some((phone) => phone.phoneId === phoneId && phone.kind === 'work'))
    return true;
  if (addressId != null && addresses.some((place) => place.addressId === addressId && place.kind === 'work'))
    return true;
  return (
    emailId !== null && view.everyEventOf('employer_provided').some(({ scope }) => scope.emailId === emailId)
  );
}

/** A consent in force that covers the channel, number and address of what is meant. */
export function consentFor(view: CaseView, kind: ConsentKind, at: number): LegalEvent | null {
  return view.consentsTo(kind, at).find(({ scope }) => covers(scope, view.facts.act)) ?? null;
}

/** Requests not to be contacted at work that are in force: the debtor’s, and those of the employer. */
export function workRequests(view: CaseView, at: number): readonly LegalEvent[] {
  if (view.facts.events.length === 0) return [];
  return [
    ...view.eventsOf('employer_prohibits', at),
    ...view.eventsOf('inconvenient_place', at).filter(({ scope }) => scope.place === 'work'),
    ...view.eventsOf('opt_out', at).filter(({ scope }) => scope.place === 'work'),
  ];
}
