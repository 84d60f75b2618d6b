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
import type { Objection, RuleScope } from '../../rule.ts';
import { eventFact } from '../../states/event-fact.ts';
import { covers, mayBeAboutDebt } from '../electronic/reach.ts';
import { isSince, saidSomething } from '../stopping/events.ts';
import { isCollecting, isOwnSide } from '../stopping/scopes.ts';

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

/** What a law or a court demands by itself, whatever the way. */
const ordered: readonly ContactPurpose[] = ['required_by_law', 'legal_process'];
/** What a law wants in writing. No law wants a call or a visit for it, so those stay under the caps: the stricter reading. */
const orderedInWriting: readonly ContactPurpose[] = [
  'validation_notice',
  'verification',
  'original_creditor_answer',
  'confirm_opt_out',
];
const inWriting: readonly ContactChannel[] = ['letter', 'email', 'text', 'social'];

/** What is sent because a law says that it must be: no cap of a state stands in the way of it. */
export function isDemanded({ purpose, channel }: Pick<ContactAct, 'purpose' | 'channel'>): boolean {
  return ordered.includes(purpose) || (orderedInWriting.includes(purpose) && inWriting.includes(channel));
}

/**
 * Where a state closes a whole medium until the debtor consents: a notice that could go by post is no reason to use it, only
 * what a law wants through it, and the bare word that a request to stop was heard.
 */
export function isDemandedByWire({ purpose }: Pick<ContactAct, 'purpose'>): boolean {
  return ordered.includes(purpose) || purpose === 'confirm_opt_out';
}

/** The answer to what the debtor asked for: the request is on record, and nothing was answered since. */
export function isAnswerWanted(view: CaseView, at: number): boolean {
  return view.facts.act.purpose === 'answer_request' && answersWanted(view, at).length > 0;
}

/**
 * Whether the contact is what a state stops until something is given or decided: anything that collects, an answer nobody asked
 * for, and a suit that does not run yet. The client and the bureaus are no debtors, and what is missing comes from them.
 */
export function isHeldBack(view: CaseView, at: number): boolean {
  const { act } = view.facts;
  if (isOwnSide(act.to) || act.to === 'trustee') return false;
  if (act.purpose === 'legal_process') return view.debtFact('litigation') !== 'yes';
  if (act.purpose === 'answer_request') return !isAnswerWanted(view, at);
  return isCollecting(act.purpose) && !isDemanded(act);
}

/** Requests for an answer that none has been given to yet. */
export function answersWanted(view: CaseView, at: number): readonly LegalEvent[] {
  return view
    .eventsOf('answer_wanted', at)
    .filter(
      (event) =>
        !view.facts.contacts.some(
          (contact) =>
            contact.purpose === 'answer_request' &&
            contact.at <= at &&
            isOutToConsumer(contact) &&
            mayBeAboutDebt(contact, view) &&
            isSince(view, contact, event) &&
            saidSomething(contact),
        ),
    );
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

/**
 * Consents in force that cover the channel, number and address of what is meant. Only one given straight to this office
 * counts, as under federal law; what a creditor or an earlier collector was told opens nothing.
 */
export function consentsFor(view: CaseView, kind: ConsentKind, at: number): readonly LegalEvent[] {
  return view
    .consentsTo(kind, at)
    .filter(({ scope, detail }) => detail.direct === true && covers(scope, view.facts.act));
}

export function consentFor(view: CaseView, kind: ConsentKind, at: number): LegalEvent | null {
  return consentsFor(view, kind, at)[0] ?? null;
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

/** The number or address is not chosen yet, and may be one at work. */
export function mayBeAtWork({ facts: { act } }: CaseView): boolean {
  if (act.channel === 'call' || act.channel === 'voicemail' || act.channel === 'text')
    return act.phoneId === null;
  return (act.channel === 'letter' || act.channel === 'visit') && act.addressId === null;
}

/** What a rule about work says while that is so. */
export function notChosen(state: string, requests: readonly LegalEvent[]): Objection {
  return {
    result: 'undetermined',
    text: () =>
      `Contact at work was refused, and ${state} forbids it then. Choose the number or address, so that it is clear that this one is not there.`,
    facts: () => requests.map((request) => eventFact('Request about work', request)),
    clears: { waitsFor: 'the number or address to be chosen' },
  };
}
