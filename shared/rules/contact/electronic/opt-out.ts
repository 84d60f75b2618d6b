/**
 * What a request not to be reached through a medium, or at one address, stops, and what may still be sent: 12 CFR 1006.14(h),
 * 1006.6(e), comment 42(a)(1)-4.
 *
 * A request holds for every debt of the person who made it. One that names nobody is the debtor’s; one that names somebody
 * holds for that person, and for the debtor as well.
 */
import { toEpochDay } from '../../../domain/days.ts';
import type { CaseView } from '../../case-view.ts';
import type { ContactAct, LegalEvent } from '../../facts.ts';
import { type Finding, type Objection, pass } from '../../rule.ts';
import { instantOfLocal } from '../../time/local-time.ts';
import type { FactUsed } from '../../verdict.ts';
import {
  addressOf,
  covers,
  emailOf,
  isAfter,
  isElectronic,
  isNarrow,
  isWithSamePerson,
  mediumOf,
  mediumWords,
  phoneOf,
  sameName,
} from './reach.ts';

/** Events of the person of a kind in force, whatever debt they were recorded with. */
export function personEventsOf(view: CaseView, kind: LegalEvent['kind'], at: number): readonly LegalEvent[] {
  const { events } = view.facts;
  if (events.length === 0) return events;
  return events.filter((event) => event.kind === kind && view.isInForce(event, at));
}

function isBy({ detail }: LegalEvent, { to, partyName }: ContactAct): boolean {
  if (to === 'debtor') return true;
  const name = detail.name ?? '';
  // Somebody who is not named may be the very one who asked.
  return name.trim() !== '' && (partyName.trim() === '' || sameName(name, partyName));
}

/** “Not at work” of a telephone or of post: a mobile and an electronic address have no place, what is not known may have it. */
function isAtPlace({ scope }: LegalEvent, view: CaseView): boolean {
  if (scope.place === null) return true;
  const { act, person } = view.facts;
  const kind =
    mediumOf(act.channel) === 'telephone'
      ? person.phones.find(({ phoneId }) => phoneId === act.phoneId)?.kind
      : act.channel === 'letter' || act.channel === 'visit'
        ? person.addresses.find(({ addressId }) => addressId === act.addressId)?.kind
        : 'mobile';
  return kind === undefined || kind === 'other' || kind === scope.place;
}

/** Requests that close the whole medium to this contact. */
function closingMedium(view: CaseView, at: number): readonly LegalEvent[] {
  const { act } = view.facts;
  return personEventsOf(view, 'opt_out', at).filter(
    (event) =>
      !isNarrow(event.scope) && covers(event.scope, act) && isBy(event, act) && isAtPlace(event, view),
  );
}

/** Requests that close the number or address, to whoever is reached there. */
function closingAddress(view: CaseView, at: number): readonly LegalEvent[] {
  return personEventsOf(view, 'opt_out', at).filter(
    ({ scope }) => isNarrow(scope) && covers(scope, view.facts.act),
  );
}

/** Some number or address of this medium is closed, and which one is to be used is not said. */
function mayBeClosed(view: CaseView, at: number): readonly LegalEvent[] {
  const { act } = view.facts;
  const byPhone = mediumOf(act.channel) === 'telephone' || act.channel === 'text';
  const byPost = act.channel === 'letter' || act.channel === 'visit';
  const unnamed =
    (byPhone && phoneOf(act) === null) ||
    (act.channel === 'email' && emailOf(act) === null) ||
    (byPost && addressOf(act) === null);
  if (!unnamed) return [];
  return personEventsOf(view, 'opt_out', at).filter(({ scope }) => {
    if (scope.channel !== null && mediumOf(scope.channel) !== mediumOf(act.channel)) return false;
    if (byPhone) return scope.phoneId !== null;
    return byPost ? scope.addressId !== null : scope.emailId !== null;
  });
}

type Leave = 'confirmation' | 'response' | 'required' | null;

/** One confirmation by wire, of nothing but the request itself. */
function mayConfirm(view: CaseView, event: LegalEvent): boolean {
  const { act, contacts } = view.facts;
  if (!isElectronic(act.channel)) return false;
  return !contacts.some(
    (contact) =>
      contact.purpose === 'confirm_opt_out' &&
      contact.direction === 'out' &&
      contact.channel === act.channel &&
      isWithSamePerson(contact, act) &&
      isAfter(contact.at, event, view, false),
  );
}

/**
 * One answer through the closed medium when the person has used it since; the next message of theirs allows the next. On a
 * telephone that rang here, the answer is the call itself.
 */
function mayRespond(view: CaseView, event: LegalEvent): boolean {
  const { act, contacts } = view.facts;
  if (act.direction === 'in' && act.channel === 'call') return true;
  for (let index = contacts.length - 1; index >= 0; index -= 1) {
    const contact = contacts[index];
    if (contact === undefined || !isAfter(contact.at, event, view, true)) return false;
    if (mediumOf(contact.channel) !== mediumOf(act.channel) || !isWithSamePerson(contact, act)) continue;
    if (contact.direction === 'in') return true;
    // The answer was given. A busy line or a number out of service reached nobody, and a confirmation answers nothing.
    if (contact.purpose === 'confirm_opt_out') continue;
    if (mediumOf(contact.channel) !== 'telephone' || view.isConnected(contact)) return false;
  }
  return false;
}

function leaveOf(view: CaseView, event: LegalEvent): Leave {
  const { act } = view.facts;
  if (act.purpose === 'confirm_opt_out') return mayConfirm(view, event) ? 'confirmation' : null;
  // An address that was opted out is closed to disclosures the law requires too: they go another way (comment 42(a)(1)-4).
  const byWire = isElectronic(act.channel) && isNarrow(event.scope);
  if (act.purpose === 'required_by_law' && !byWire) return 'required';
  if (act.purpose === 'legal_process' && (act.channel === 'letter' || act.channel === 'visit'))
    return 'required';
  if (act.direction === 'in' || act.purpose === 'answer_request')
    return mayRespond(view, event) ? 'response' : null;
  return null;
}

const leaveWords: Readonly<Record<NonNullable<Leave>, string>> = {
  confirmation:
    'The person asked not to be reached this way. One message that confirms this, and says nothing else, may be sent.',
  response:
    'The person asked not to be reached this way, but has used it since: one answer, this way, is in order.',
  required: 'The person asked not to be reached this way, but the law requires this contact through it.',
};

function factOf(event: LegalEvent): FactUsed {
  return {
    name: 'Request not to be reached',
    value: event.on,
    source: event.source,
    ref: { kind: 'event', id: event.eventId },
  };
}

function whyClosed(view: CaseView, narrow: boolean): string {
  const { act } = view.facts;
  const closed = narrow
    ? `The person asked not to be reached at this ${act.channel === 'email' ? 'email address' : addressOf(act) === null ? 'number' : 'address'}.`
    : `The person asked not to be reached by ${mediumWords(act.channel)}. That holds for every debt.`;
  if (act.purpose === 'confirm_opt_out')
    return `${closed} ${isElectronic(act.channel) ? 'It has been confirmed once already.' : 'Only a message by wire may confirm it.'}`;
  if (act.direction === 'in' || act.purpose === 'answer_request')
    return `${closed} One answer is in order for each message of theirs; no message of theirs since, not answered yet, is on file. If there is one, record it first.`;
  return `${closed} Use another way the person has left open.`;
}

function judge(view: CaseView, events: readonly LegalEvent[], narrow: boolean): Finding {
  const [first] = events;
  if (first === undefined) return pass;
  const standing = events.filter((event) => leaveOf(view, event) === null);
  if (standing.length === 0) {
    const leave = leaveOf(view, first);
    return {
      result: 'pass',
      text: () => (leave === null ? '' : leaveWords[leave]),
      facts: () => events.map(factOf),
    };
  }
  return {
    result: 'block',
    text: () => whyClosed(view, narrow),
    facts: () => standing.map(factOf),
    clears: clearsOf(view, standing),
  };
}

/** Most requests hold until they are taken back; one that was limited, or ends on a day to come, by itself. */
function clearsOf(view: CaseView, standing: readonly LegalEvent[]): Objection['clears'] {
  let last = 0;
  for (const { endedOn, detail } of standing) {
    const ends: number[] = [];
    if (endedOn !== null) ends.push(toEpochDay(endedOn));
    if (detail.untilOn !== undefined) ends.push(toEpochDay(detail.untilOn) + 1);
    if (ends.length === 0) return { waitsFor: 'the person to take the request back' };
    last = Math.max(last, Math.min(...ends));
  }
  return { at: instantOfLocal(view.facts.zone, last, 0) };
}

export function judgeMedium(view: CaseView, at: number): Finding {
  if (view.facts.events.length === 0) return pass;
  return judge(view, closingMedium(view, at), false);
}

export function judgeAddress(view: CaseView, at: number): Finding {
  if (view.facts.act.purpose === 'confirm_opt_out' && !hasRequest(view, at)) return nothingToConfirm;
  if (view.facts.events.length === 0) return pass;
  const finding = judge(view, closingAddress(view, at), true);
  if (finding.result !== 'pass') return finding;
  const possible = mayBeClosed(view, at);
  return possible.length === 0 ? finding : unnamed(possible);
}

/** A request on file, or a mark, that a confirmation would confirm. */
function hasRequest(view: CaseView, at: number): boolean {
  const { act, person } = view.facts;
  return (
    personEventsOf(view, 'opt_out', at).some(({ scope }) => covers(scope, act)) ||
    person.emails.some(({ emailId, status }) => emailId === emailOf(act) && status === 'opted_out') ||
    person.phones.some(({ phoneId, status }) => phoneId === phoneOf(act) && status === 'do_not_call')
  );
}

const nothingToConfirm: Objection = {
  result: 'undetermined',
  text: () =>
    'This message would confirm a request not to be reached this way, and no such request is on file.',
  facts: () => [],
  clears: { waitsFor: 'the request to be recorded' },
};

function unnamed(possible: readonly LegalEvent[]): Objection {
  return {
    result: 'undetermined',
    text: () =>
      'The person asked not to be reached at one of the numbers or addresses on file, and it is not said which one this contact goes to.',
    facts: () => possible.map(factOf),
    clears: { waitsFor: 'the number or address to be chosen' },
  };
}
