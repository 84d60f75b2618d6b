/**
 * Through which medium, at which address and to whom: what opt-outs, procedures and counts compare contacts by.
 *
 * A call and a voicemail are one medium, the telephone. A spouse, a co-debtor and a third party are each a person of their own
 * (comment 14(b)(2)(i)-1); the debtor is one person whatever the number.
 */
import type { ContactChannel } from '../../../domain/contact.ts';
import type { CaseView } from '../../case-view.ts';
import type { ContactAct, EventScope, LegalEvent, PriorContact } from '../../facts.ts';

export type Medium = 'telephone' | 'email' | 'text' | 'letter' | 'visit' | 'social' | 'other';

export function mediumOf(channel: ContactChannel): Medium {
  return channel === 'call' || channel === 'voicemail' ? 'telephone' : channel;
}

const mediumNames: Readonly<Record<Medium, string>> = {
  telephone: 'the telephone',
  email: 'email',
  text: 'text messages',
  letter: 'post',
  visit: 'visits',
  social: 'social media',
  other: 'this medium',
};

export function mediumWords(channel: ContactChannel): string {
  return mediumNames[mediumOf(channel)];
}

/** Sent by wire to an address of the person: what 1006.6(e) asks an opt-out line of. */
export function isElectronic(channel: ContactChannel): boolean {
  return channel === 'email' || channel === 'text' || channel === 'social';
}

/** The number, email address or postal address the contact goes to; `null` for what its medium does not use. */
export function phoneOf(act: ContactAct): number | null {
  return mediumOf(act.channel) === 'telephone' || act.channel === 'text' ? act.phoneId : null;
}

export function emailOf(act: ContactAct): number | null {
  return act.channel === 'email' ? act.emailId : null;
}

export function addressOf(act: ContactAct): number | null {
  return act.channel === 'letter' || act.channel === 'visit' ? act.addressId : null;
}

/** The scope names one number or address. */
export function isNarrow(scope: EventScope): boolean {
  return scope.phoneId !== null || scope.emailId !== null || scope.addressId !== null;
}

/** Whether what the scope names is, or takes in, the medium and the address of the contact. What it leaves open takes in all. */
export function covers(scope: EventScope, act: ContactAct): boolean {
  if (scope.channel !== null && mediumOf(scope.channel) !== mediumOf(act.channel)) return false;
  if (scope.phoneId !== null && scope.phoneId !== phoneOf(act)) return false;
  if (scope.emailId !== null && scope.emailId !== emailOf(act)) return false;
  return scope.addressId === null || scope.addressId === addressOf(act);
}

export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/**
 * Whether a contact was with the person this one is for. Somebody without a name on file may be any other of the same
 * standing, and is taken for the same: more contacts count, never fewer.
 */
export function isWithSamePerson(contact: PriorContact, act: ContactAct): boolean {
  if (act.to === 'debtor' || contact.to === 'debtor') return act.to === contact.to;
  const [asked, before] = [act.partyName.trim(), contact.partyName.trim()];
  if (asked === '' || before === '') return act.to === contact.to;
  return sameName(asked, before);
}

/** About this debt; a contact that names no debt may have been about any. */
export function mayBeAboutDebt(contact: PriorContact, view: CaseView): boolean {
  return contact.accountIds.length === 0 || view.isAboutDebt(contact);
}

/**
 * Something that happened at an instant came after an event. An event with no hour is taken to have filled its day when
 * `wholeDay` is set, and to have come at its very beginning when not.
 */
export function isAfter(at: number, event: LegalEvent, view: CaseView, wholeDay: boolean): boolean {
  if (event.at !== null) return wholeDay ? at > event.at : at >= event.at;
  const day = view.officeDay(at);
  return wholeDay ? day > event.on : day >= event.on;
}
